// All words of ours in the browser: messages by their British English text, as `words.t` and `words.n` in Python, with
// dates, times, numbers and lists. What differs in the site's language, and the names of months and days, come in
// said.mjs, which the build writes for the site's locale.

import { daysBetween, weekdayOf } from "./days.mjs";
import { counted, lang, months, periods, plural, single, weekdays, weekdaysShort } from "./said.mjs";

const SPACE = "\u00a0";
const FAR = 300; // days from which a day without its year could be misread

/**
 * A message, with values for its placeholders, written %(name)s.
 * @param {string} message
 * @param {Record<string, string | number>} [values]
 */
export function t(message, values = {}) {
  return filled(single[message] ?? message, values);
}

/**
 * A counted message: `n("%(count)s group", "%(count)s groups", 3)` is "3 groups".
 * @param {string} one
 * @param {string} many
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 */
export function n(one, many, count, values = {}) {
  const forms = counted[one] ?? [one, many];
  return filled(forms[plural(count)], { ...values, count: number(count) });
}

const formats = new Map();

/** A format, made once for the same options: making one takes as long as formatting a hundred values. */
function format(Kind, options = {}) {
  const key = `${Kind.name} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Kind(lang, options));
  return formats.get(key);
}

const FIGURES = new Intl.NumberFormat(lang);

/** A number in figures: "1,250". */
export function number(value) {
  return FIGURES.format(value);
}

/**
 * An amount of money, without pence where there are none: "£2", "£2.50".
 * @param {number} amount
 * @param {string} currency  its code: "GBP"
 */
export function money(amount, currency) {
  const digits = Number.isInteger(amount) ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  return format(Intl.NumberFormat, { style: "currency", currency, currencyDisplay: "narrowSymbol", ...digits }).format(amount);
}

/** An ordinal number in figures: "2nd"; which form it has is for the locale to say. */
export function ordinal(value) {
  const figures = { number: number(value) };
  const forms = { one: t("%(number)sst", figures), two: t("%(number)snd", figures), few: t("%(number)srd", figures) };
  return forms[format(Intl.PluralRules, { type: "ordinal" }).select(value)] ?? t("%(number)sth", figures);
}

/** All of the items: "a, b and c". */
export function listed(items) {
  return format(Intl.ListFormat).format(items);
}

/** One of the items: "a, b or c". */
export function either(items) {
  return format(Intl.ListFormat, { type: "disjunction" }).format(items);
}

/** The name of a language by its tag: "Portuguese". */
export function language(tag) {
  return format(Intl.DisplayNames, { type: "language" }).of(tag);
}

/** A day near today, given as "2027-07-20": "Tuesday 20 July". */
export function day(iso) {
  return dated(t("EEEE d~MMMM"), iso);
}

/** A day in full: "Tuesday 20 July 2027". */
export function dayYear(iso) {
  return dated(t("EEEE d~MMMM y"), iso);
}

/** A day as it is said on another one: with its year where it could be misread without. */
export function dayFrom(today, iso) {
  return daysBetween(today, iso) > FAR ? dayYear(iso) : day(iso);
}

/** A date: "20 July 2027". */
export function date(iso) {
  return dated(t("d~MMMM y"), iso);
}

/** A date near today: "20 July". */
export function dateShort(iso) {
  return dated(t("d~MMMM"), iso);
}

/** The name of the month of a date: "July". */
export function monthName(iso) {
  return months[Number(iso.slice(5, 7)) - 1];
}

/** The name of a weekday, 0 being Monday: "Tuesday". */
export function weekday(at) {
  return weekdays[at];
}

/** A time of day, in minutes since midnight: "10.30 am", "10 am", "12 noon", "midnight". */
export function time(minutes) {
  if (minutes === 12 * 60) return t("12~noon").replaceAll("~", SPACE);
  if (minutes % (24 * 60) === 0) return t("midnight").replaceAll("~", SPACE);
  const hour = Math.floor(minutes / 60) % 24;
  const parts = {
    h: String(hour % 12 || 12),
    H: String(hour),
    m: String(minutes % 60),
    a: periods[hour < 12 ? 0 : 1],
  };
  return inPattern(minutes % 60 ? t("h.mm~a") : t("h~a"), parts);
}

/** From when to when: "10.30 am to 12 noon"; without an end only the start. */
export function times(start, end) {
  return end === null || end === undefined
    ? time(start)
    : t("%(start)s to %(end)s", { start: time(start), end: time(end) });
}

function dated(pattern, iso) {
  const [year, monthNumber, dayNumber] = iso.split("-").map(Number);
  const at = weekdayOf(iso);
  return inPattern(pattern, {
    E: weekdays[at],
    EEE: weekdaysShort[at],
    d: String(dayNumber),
    M: String(monthNumber),
    MMMM: months[monthNumber - 1],
    y: String(year),
  });
}

// Patterns are CLDR's (UTS 35), as in words/formats.py: letters stand for parts, text in quotes for itself.
function inPattern(pattern, parts) {
  return pattern
    .replace(/'([^']*)'|([A-Za-z])\2*/g, (found, quoted, letter) =>
      quoted === undefined ? (parts[found] ?? padded(parts[letter], found.length)) : quoted || "'",
    )
    .replaceAll("~", SPACE);
}

function padded(part, length) {
  return /^\d+$/.test(part) ? part.padStart(length, "0") : part;
}

function filled(message, values) {
  return message.replace(/%(?:%|\((\w+)\)s)/g, (found, name) => {
    if (found === "%%") return "%";
    if (!(name in values)) throw new Error(`no value for ${found} in “${message}”`);
    return String(values[name]);
  });
}
