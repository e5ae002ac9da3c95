// A plan ↔ a text that reads as a letter and carries the answers below a line, so that a file or a mail is enough to
// open it again. There is no name in it. No page in here.

import { MOST_REVIEWS } from "./reviews.mjs";
import { MOST_CHOSEN } from "./state.mjs";

/**
 * @typedef {{made: string, profile: Object, words: Object<string, string>, chosen: Object[], seen: string[],
 *   reviews: import("./reviews.mjs").Review[]}} Plan
 */

const MARK = "fingerpost-plan-1";
const END = "end-of-plan";
const LENGTH = /^[ \t]*(\d*)/;
const WIDTH = 70;
const WORDS = ["aim", "know", "who", "comes", "information", "review"];
const KEPT = ["id", "title", "when", "where", "cost", "phone", "answered", "status"];

/**
 * The letter.
 * @param {Plan} plan
 * @param {Object<string, string>} labels  those of one language, from sheets/
 * @param {{say: {date: (iso: string) => string}, items: {title: string, lines: [string, string][]}[]}} how
 */
export function written(plan, labels, { date, items }) {
  const line = (label, text) => `${label}: ${text || "____________________"}`;
  const body = [
    labels.title,
    `${labels.made}: ${date(plan.made)}`,
    "",
    line(labels.aim, plan.words.aim),
    line(labels.know, plan.words.know),
    "",
    ...items.flatMap(({ title, lines }, at) => [`${at + 1}. ${title}`, ...lines.map(([label, text]) => `   ${label}: ${text}`), ""]),
    line(labels.who, plan.words.who),
    line(labels.comes, plan.words.comes),
    line(labels.information, plan.words.information),
    line(labels.review, plan.words.review ? date(plan.words.review) : ""),
    "",
    labels.decide,
  ];
  return [...body, "", "-".repeat(WIDTH), labels.below, ...carried(plan), ""].join("\n");
}

/** The answers as lines that survive mail programs: no spaces, nothing but plain letters, how long at the end. */
function carried(plan) {
  const text = JSON.stringify(plan).replace(/[^!-~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const lines = [];
  for (let at = 0; at < text.length; at += WIDTH) lines.push(text.slice(at, at + WIDTH));
  return [MARK, ...lines, `${END} ${text.length}`];
}

/**
 * All plans in a text, and how many could not be read.
 * @param {string} text
 * @returns {{plans: Plan[], broken: number}}
 */
export function read(text) {
  const plans = [];
  let broken = 0;
  for (const part of text.split(MARK).slice(1)) {
    const [body, rest] = halves(part, END);
    if (rest === null || !/^\s/.test(body)) continue;
    const [, length] = LENGTH.exec(rest);
    const plain = body.replace(/^[ \t]*(?:>[ \t]?)+/gm, "").replace(/\s/g, "");
    const plan = plain.length === Number(length) ? parsed(plain) : null;
    if (plan) plans.push(plan);
    else broken += 1;
  }
  return { plans, broken };
}

/** A text before and behind the first of a mark; null behind one that is not there. */
function halves(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + mark.length)];
}

function parsed(text) {
  try {
    return tidy(JSON.parse(text));
  } catch {
    return null;
  }
}

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isDay = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const texts = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

/** A plan with nothing in it but what a plan has: the text may come from anywhere. */
function tidy(found) {
  if (!isRecord(found) || !isDay(found.made) || !isRecord(found.profile) || !Array.isArray(found.chosen)) return null;
  const words = isRecord(found.words) ? found.words : {};
  const reviews = Array.isArray(found.reviews) ? found.reviews : [];
  const said = Object.fromEntries(WORDS.map((name) => [name, typeof words[name] === "string" ? words[name] : ""]));
  return {
    made: found.made,
    profile: found.profile,
    words: { ...said, review: isDay(said.review) ? said.review : "" },
    chosen: once(found.chosen.filter((one) => isRecord(one) && typeof one.id === "string")).slice(0, MOST_CHOSEN).map(kept),
    seen: texts(found.seen),
    reviews: reviews.filter((one) => isRecord(one) && isDay(one.on) && isRecord(one.went)).slice(-MOST_REVIEWS).map(({ on, went }) => ({ on, went: tidyAnswers(went) })),
  }; // prettier-ignore
}

const once = (records) => [...new Map(records.map((one) => [one.id, one])).values()];

function tidyAnswers(went) {
  return Object.fromEntries(Object.entries(went).filter(([, one]) => isRecord(one)).map(([id, one]) => [id, { went: String(one.went ?? ""), why: texts(one.why) }]));
}

/** What a plan keeps of a record, to tell later what has changed. */
export function kept(facts) {
  return Object.fromEntries(KEPT.map((name) => [name, typeof facts[name] === "string" ? facts[name] : null]));
}
