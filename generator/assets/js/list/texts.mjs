// Facts of records in, texts out that one hands on: for the worker's own record, as a message, as part of a letter.
// They go into other programs, so no-break spaces become plain ones.

import { startAndEnd } from "../days.mjs";
import { dayFrom, dayYear, t, times } from "../words.mjs";

/** What a message may be long, in the units that telephones and browsers count. */
export const LONGEST = 300;
const ASKED = 5;
const MOST_HELD = 3; // things that a group does, in a paragraph

/** @typedef {import("./read.mjs").Facts} Facts */

/**
 * The next date that takes place.
 * @param {Facts} facts
 * @param {string} today
 * @returns {import("./read.mjs").FoundDate | null}
 */
export function next(facts, today) {
  return facts.dates.find((date) => date.at !== null && date.day >= today) ?? null;
}

/** When a date is: "Tuesday 15 December, 10.30 am to 12 noon". */
function when(date, today) {
  const { start, end } = startAndEnd(date.at);
  return t("%(day)s, %(time)s", {
    day: dayFrom(today, date.day),
    time: start === null ? t("all day") : times(start, end),
  });
}

/** Whom to ring: "01632 960 101 (weekdays 9 to 1), ask for the coordinator". */
export function ring(facts) {
  if (facts.phone === null) return facts.reach.length ? facts.reach[0] : facts.sitePhone;
  const number = facts.hours === null ? facts.phone : t("%(phone)s (%(hours)s)", facts);
  return facts.role === null ? number : t("%(number)s, ask for %(role)s", { number, role: facts.role });
}

/** What to ask before one goes. */
export function asks(facts) {
  const access = facts.asks.slice(0, ASKED).map((what) => t("%(what)s?", { what }));
  return facts.costKnown ? access : [t("What does it cost?"), ...access];
}

/**
 * For the worker's own record: the date, what was offered, what to ask, the address of each page.
 * @param {{facts: Facts, note: string}[]} items
 * @param {string} today
 */
export function asText(items, today) {
  const one = ({ facts, note }, at) => [
    items.length > 1 ? `${at + 1}. ${facts.name}` : facts.name,
    ...facts.notices,
    line(t("When"), [...facts.when, upcoming(facts, today)]),
    ...facts.there.map(({ name, when: said }) => line(name, [said])),
    line(t("Where"), facts.where),
    ...facts.way.map(({ name, said }) => line(name, [said])),
    line(t("Cost"), [facts.cost]),
    line(t("First step"), [facts.arm]),
    line(t("Ring or write"), [ring(facts)]),
    line(t("Ask first"), asks(facts)),
    line(t("Note"), [note]),
    facts.address,
  ];
  const parts = [[t("Offered on %(day)s", { day: dayYear(today) })], ...items.map(one)];
  return plain(parts.map((lines) => lines.filter(Boolean).join("\n")).join("\n\n"));
}

/**
 * One offer in at most 300 characters: what, when next, where, whom to ask for, the telephone.
 * @param {Facts} facts
 * @param {string} today
 */
export function asMessage(facts, today) {
  const date = next(facts, today);
  const how = facts.phone === null ? (facts.reach[0] ?? facts.sitePhone) : facts.phone;
  const reach = facts.role === null || facts.phone === null
    ? t("To ask: %(phone)s.", { phone: how })
    : t("Ask for %(role)s: %(phone)s.", { role: facts.role, phone: how });
  const short = facts.where[0] ?? "";
  const long = facts.where.slice(0, 2).map(bare).join(", ");
  const at = (place) => [
    date ? when(date, today) : bare(facts.notices[0] ?? facts.when[0] ?? facts.there[0]?.when ?? ""),
    bare(date?.place ?? place),
  ];
  const fits = (parts) => parts.length <= LONGEST;
  const tries = [
    [facts.name, ...at(long), bare(facts.arm), bare(facts.cost)],
    [facts.name, ...at(long), bare(facts.arm)],
    [facts.name, ...at(long)],
    [facts.name, ...at(short)],
  ].map((parts) => plain(sentences(parts, reach)));
  const found = tries.find(fits);
  if (found !== undefined) return found;
  const rest = plain([...(date ? [`${when(date, today)}.`] : []), reach].join(" "));
  const first = cut(plain(`${facts.name}. ${bare(date?.place ?? short)}.`), LONGEST - rest.length - 1);
  return `${first} ${rest}`.slice(0, LONGEST);
}

/**
 * A paragraph for a letter.
 * @param {Facts} facts
 * @param {string} today
 */
export function asParagraph(facts, today) {
  const date = next(facts, today);
  const questions = asks(facts);
  const number = facts.hours === null ? facts.phone : t("%(phone)s (%(hours)s)", facts);
  const parts = [
    t("“%(name)s”: %(summary)s", { name: facts.name, summary: stopped(facts.summary) }),
    ...facts.notices.map(stopped),
    ...(facts.when.length > 0 ? facts.when : held(facts)).map(stopped),
    date && t("The next date is %(when)s.", { when: when(date, today) }),
    facts.where.length > 0 && t("Where: %(where)s.", { where: facts.where.slice(0, 2).map(bare).join(", ") }),
    stopped(facts.cost),
    facts.phone === null
      ? t("To ask: %(phone)s.", { phone: facts.reach[0] ?? facts.sitePhone })
      : facts.role === null
        ? t("The telephone number is %(number)s.", { number })
        : t("The telephone number is %(number)s; ask for %(role)s.", { number, role: facts.role }),
    questions.length > 0 && t("Please ask first: %(questions)s", { questions: questions.join(" ") }),
    t("More is at %(address)s", { address: facts.address }),
  ];
  return plain(parts.filter(Boolean).join(" "));
}

/** Paragraphs for a letter, one for each offer. */
export function asParagraphs(found, today) {
  return found.map((facts) => asParagraph(facts, today)).join("\n\n");
}

/** When the things are that a group does: it has no times of its own. */
function held(facts) {
  return facts.there.slice(0, MOST_HELD).map(({ name, when: said }) => (name === facts.name ? said : t("%(name)s: %(said)s", { name, said })));
}

function upcoming(facts, today) {
  const date = next(facts, today);
  return date ? t("The next date is %(when)s.", { when: when(date, today) }) : "";
}

function line(name, said) {
  const found = said.filter(Boolean);
  return found.length ? t("%(name)s: %(said)s", { name, said: found.map(stopped).join(" ") }) : "";
}

function sentences(parts, last) {
  const [name, ...rest] = parts.filter(Boolean);
  return [`${name}:`, ...rest.map((part) => `${part}.`), last].join(" ");
}

function bare(text) {
  return text.trim().replace(/[.\s]+$/, "");
}

function stopped(text) {
  return text === "" || /[.!?…:”)]$|^https?:\S+$/.test(text) ? text : `${text}.`;
}

/** The beginning of a text, up to a whole word, with an ellipsis where something is left out. */
function cut(text, most) {
  if (text.length <= most) return text;
  const short = text.slice(0, Math.max(0, most - 1));
  return `${short.replace(/\s+\S*$/, "").replace(/[\ud800-\udbff]$/, "")}…`;
}

function plain(text) {
  return text.replace(/[\u00a0\u202f]/g, " ").replace(/[ \t]+\n/g, "\n");
}
