// What came of a plan, each time that somebody looks at it: did they go, and what was in the way. No page in here.

import { t } from "../words.mjs";

/** @typedef {{on: string, went: Object<string, {went: string, why: string[]}>}} Review */

/** So many are kept with a plan: three years of quarters. */
export const MOST_REVIEWS = 12;
const NOTHING = { went: "", why: [] };

export const went = () => ({ "": t("Not said"), yes: t("Yes, and I will go again"), once: t("Yes, once"), no: t("No") });

export const whyNot = () => ({
  transport: t("Getting there"),
  nerves: t("Nerves"),
  people: t("Not my sort of people"),
  money: t("Money"),
  health: t("Health"),
  off: t("It was off"),
});

/** What was said of one thing on a day. */
export function saidOn(reviews, day, id) {
  const said = reviews.find((one) => one.on === day)?.went ?? {};
  return own(said, id) ?? NOTHING;
}

/**
 * With an answer of that day.
 * @param {Review[]} reviews
 * @param {{went?: string, why?: string, not?: string}} change  `why` adds a reason, `not` takes one away
 */
export function withAnswer(reviews, day, id, { went: said, why, not }) {
  const now = saidOn(reviews, day, id);
  const reasons = new Set(now.why);
  if (why) reasons.add(why);
  if (not) reasons.delete(not);
  const same = reviews.find((one) => one.on === day);
  const others = reviews.filter((one) => one !== same);
  return [...others, { on: day, went: { ...same?.went, [id]: { went: said ?? now.went, why: [...reasons] } } }].slice(-MOST_REVIEWS);
}

/** An answer in words: "No, Getting there"; empty where nothing was said. */
export function answerWords({ went: said, why }) {
  if (!said) return "";
  return [own(went(), said), ...why.map((code) => own(whyNot(), code))].filter(Boolean).join(", ");
}

// A record may be called "constructor", and a plan from anywhere may say so: nothing but what was put there counts.
const own = (table, name) => (Object.hasOwn(table, name) ? table[name] : undefined);

/**
 * The columns of a sheet: the last looks, the day of the next one, and empty ones for those after it.
 * @param {Review[]} reviews
 * @param {string} next  the day of the next look, or nothing
 * @param {number} count
 * @returns {Review[]}
 */
export function columnsOf(reviews, next, count) {
  const done = reviews.slice(-(count - 2));
  const later = next && !done.some((one) => one.on >= next) ? next : "";
  const empty = Array.from({ length: count - done.length - 1 }, () => ({ on: "", went: {} }));
  return [...done, { on: later, went: {} }, ...empty];
}
