// What the matcher found → what is shown of it, in sentences. No page in here.

import { sentence } from "../match/say.mjs";
import { date, day, listed, money, n, number, t, times, weekday } from "../words.mjs";
import { dayOfSlot } from "./dates.mjs";
import { byWhoAnswers } from "./own-questions.mjs";

const QUICK = 3;
const EVERY_WEEK = 0b11111111;

/**
 * Says reasons and facts of records in words.
 * @param {Object} file  the parsed file of the workspace
 * @param {Object[]} rows  its records
 * @param {{currency: string, asOf: string}} site  `asOf`: the day on which the file was made
 */
export function speaker(file, rows, site) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const words = { date, listed, number, money: (amount) => money(amount, site.currency), t };
  const say = (reason) => sentence(reason, file, words);
  const many = (reasons) => [...new Set((reasons ?? []).map(say))];

  /** A record by its id: what can be said of it whatever the person. */
  function facts(id) {
    const row = byId.get(id);
    if (!row) return null;
    const when = whenWords(row, site.asOf);
    const next = row.next ? day(row.next) : null;
    return {
      id,
      title: row.title,
      url: row.url,
      where: row.where ?? null,
      when: when && capital(when),
      next: next && !when?.includes(next) ? t("Next: %(day)s", { day: next }) : null,
      cost: costWords(row, words),
      phone: row.phone,
      answered: row.answered,
      known: t("Facts checked: %(known)s of 10", { known: row.known }),
      checked: row.checked ? t("last checked on %(date)s", { date: date(row.checked) }) : t("not checked yet"),
      status: row.status,
      icon: row.icon ?? null,
      layer: row.layer,
      referral: row.referral === "professional",
    };
  }

  /** One result of the matcher. */
  function entry(found) {
    return {
      ...facts(found.id),
      way: file.labels.format[found.way] ?? null,
      why: many(found.why),
      notes: many(found.note),
      checks: found.check.map((one) => ({ code: one.code, text: say(one) })),
      out: many(found.out),
      scored: (found.why ?? []).filter((one) => one.points).map((one) => ({ text: say(one), points: one.points })),
      score: found.score,
      priceFirst: found.price_first !== undefined,
      idea: found.idea === true,
    };
  }

  return { facts, entry, say };
}

const capital = (words) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function costWords(row, words) {
  if (row.cost === null || row.cost === undefined) return t("nobody has told us");
  return row.cost === 0 ? t("Free") : words.money(row.cost);
}

/**
 * When it takes place, said from real hours: "every Tuesday and Thursday, 10.30 am to 12 noon"; null where nobody has said.
 * What is on one day only is said with its date: "Thursday 24 December, 11.15 pm to midnight", or else a weekday would
 * promise it again and again.
 * @param {{when?: number[][]}} row
 * @param {string} asOf  the day on which the file was made: the weeks of the slots are counted from its Monday
 */
export function whenWords(row, asOf) {
  const slots = (row.when ?? []).filter(([, , , , exact]) => exact);
  const once = slots.filter(([, , , weeks]) => countOf(weeks) === 1);
  const said = [...repeated(slots.filter((slot) => !once.includes(slot))), ...single(once, asOf)];
  return said.length ? listed(said.slice(0, 3)) : null;
}

function repeated(slots) {
  const groups = new Map(); // days by how often and by their hours
  for (const [weekday_, from, to, weeks] of slots) {
    const [time, often] = [hours(from, to), howOften(weeks)];
    const key = `${time} ${often}`;
    if (!groups.has(key)) groups.set(key, { time, often, days: new Set() });
    groups.get(key).days.add(weekday(weekday_));
  }
  return [...groups.values()].map(({ time, often, days }) => {
    if (often === "every" && days.size === 7) return t("every day, %(time)s", { time });
    const at = { day: listed([...days]), time };
    if (often === "every") return t("every %(day)s, %(time)s", at);
    return often === "most" ? t("%(day)s in most weeks, %(time)s", at) : t("%(day)s but not every week, %(time)s", at);
  });
}

/** A group that meets weekly but for its Christmas break meets in most of the eight weeks; one in two is four of them. */
function howOften(weeks) {
  if ((weeks & EVERY_WEEK) === EVERY_WEEK || countOf(weeks) >= 7) return "every";
  return countOf(weeks) >= 5 ? "most" : "some";
}

function single(slots, asOf) {
  const days = slots.map(([weekday_, from, to, weeks]) => ({ on: dayOfSlot(asOf, Math.log2(weeks), weekday_), time: hours(from, to) }));
  days.sort((one, other) => (one.on < other.on ? -1 : 1));
  return days.map(({ on, time }) => t("%(day)s, %(time)s", { day: day(on), time }));
}

const hours = (from, to) => (from === 0 && to >= 1440 ? t("all day") : times(from, to));

function countOf(bits) {
  let count = 0;
  for (let left = bits; left; left >>>= 1) count += left & 1;
  return count;
}

/**
 * The lanes as they stand on the page. `out` and each `more` are `{length, all()}`.
 * @param {Object} found  what match() gave
 * @param {ReturnType<typeof speaker>} speak
 * @param {{route: "quick" | "full", labels: Object, profile: Object}} how
 */
export function lanes(found, speak, { route, labels, profile }) {
  const asked = byWhoAnswers(found.questions, profile, speak.facts);
  const shortened = route === "quick" ? quick(found) : { causes: found.causes, short: found.short_list };
  const entries = (some) => some.map(speak.entry);
  const leftOut = (one) => ({ ...speak.facts(one.id), out: [...new Set(one.out.map(speak.say))] });
  return {
    safety: { ...found.safety, entries: entries(found.safety.entries) },
    causes: shortened.causes
      .filter((lane) => lane.entries.length > 0 || route === "full")
      .map((lane) => ({
        cause: lane.cause,
        title: labels.cause[lane.cause] ?? lane.cause,
        entries: entries(lane.entries),
        more: later(route === "quick" ? [] : lane.more, speak.entry),
      })),
    folded: found.folded_causes
      .filter((lane) => lane.entries.length > 0)
      .map((lane) => ({
        title: labels.cause[lane.cause] ?? lane.cause,
        wanted: lane.wanted,
        entries: entries(lane.entries),
      })),
    short: entries(shortened.short.filter((one) => !one.idea)),
    ideas: entries(shortened.short.filter((one) => one.idea)),
    tell: asked.tell,
    waiting: asked.waiting,
    ring: asked.calls.map((call) => ({ ...call, entries: entries(call.entries) })),
    more: later(asked.more, speak.entry),
    nearly: entries(found.questions.nearly),
    yourself: entries(found.yourself),
    out: later(found.left_out, leftOut),
    step: found.small_step,
  };
}

/** Thousands may be left out or have questions: they are put into words when somebody opens their fold. */
function later(some, worded) {
  let all = null;
  return { length: some.length, all: () => (all ??= some.map(worded)) };
}

/** Three suggestions: one for each thing that got in the way, then the short list. */
function quick(found) {
  let left = QUICK;
  const causes = found.causes.map((lane) => {
    const entries = lane.entries.slice(0, left > 0 ? 1 : 0);
    left -= entries.length;
    return { ...lane, entries };
  });
  return { causes, short: found.short_list.slice(0, left) };
}

/** The lanes by the support sequence, with the entries of the shown lanes. */
export function sequence(found, speak, labels) {
  const shown = [...found.causes.flatMap((lane) => lane.entries), ...found.short_list, ...found.yourself];
  const byId = new Map(shown.map((one) => [one.id, one]));
  return found.sequence.map(({ layer, ids }) => ({
    title: labels.layer[layer],
    entries: ids.map((id) => speak.entry(byId.get(id))),
  }));
}

/** How many fit, and how many are to ask first and help with what got in the way, in one line that is read aloud. */
export function counted(seen) {
  const helps = seen.causes.reduce((sum, lane) => sum + lane.entries.length, 0);
  return [
    fits(seen),
    asks(seen),
    ...(seen.causes.length ? [n("%(count)s for what got in the way", "%(count)s for what got in the way", helps)] : []),
  ].join(" · ");
}

/** The same in few words: how many fit; where none does, how many to ask. */
export function fitting(seen) {
  return seen.short.length + seen.ideas.length ? fits(seen) : `${fits(seen)} · ${asks(seen)}`;
}

const fits = (seen) => n("%(count)s fits", "%(count)s fit", seen.short.length + seen.ideas.length);

const asks = (seen) => n("%(count)s to ask first", "%(count)s to ask first", asking(seen));

/** How many wait for an answer, of the person or on the telephone. */
export const asking = (seen) => seen.waiting + seen.ring.reduce((sum, group) => sum + group.entries.length, 0);

/** Every result that is shown or could be chosen, by its id. */
export function offered(found) {
  const { questions } = found;
  const all = [
    ...found.safety.entries,
    ...[...found.causes, ...found.folded_causes].flatMap((lane) => [...lane.entries, ...lane.more]),
    ...found.short_list, ...found.more, ...found.yourself, ...questions.open, ...questions.more, ...questions.nearly,
  ]; // prettier-ignore
  return new Map(all.map((one) => [one.id, one]));
}

/** Those left out whose title or reason has the words. */
export function searched(out, typed) {
  const wanted = typed.toLowerCase().trim();
  if (!wanted) return out;
  return out.filter((one) => [one.title, ...one.out].some((text) => text.toLowerCase().includes(wanted)));
}
