/**
 * The matcher: a client's profile and a catalogue in, lanes of results out. Rules, not learning; docs/matching.md.
 *
 * Pure: no page, no clock, no network; the same bytes in every engine. Each limit of the client is tested against each
 * record with three answers. Not met leaves it out, unknown is a question to ask first, and only the rest is scored.
 */

import { clientOf } from "./client.mjs";
import { dayNumber, dayNumbers } from "./days.mjs";
import { result } from "./entries.mjs";
import { byNumber, byQuestions, causeLanes, isOwn, order, priceFirst, sequenceOf, shortList } from "./lanes.mjs";
import { judged } from "./limits.mjs";
import { safetyOf } from "./safety.mjs";
import { isLinked, linksOf, whyOf } from "./score.mjs";
import { freeTimes } from "./time.mjs";

/**
 * @param {Object} profile what the client said; what is missing was not said and excludes nothing
 * @param {{rows: Object[], as_of: string, language: string, areas: Object, sunset: number[] | null}} catalogue
 * @param {Object} rules weights, caps and tables, as `generator/matching/rules.py` writes them
 * @param {string} today as 2026-12-01
 * @param {Object<string, Object<string, string>>} [answers] by record and code: what was answered on the telephone
 */
export function match(profile, catalogue, rules, today, answers = {}) {
  const client = { ...clientOf(profile, rules, catalogue), free: null };
  if (profile.availability) client.free = freeTimes(profile.availability);
  const world = worldOf(catalogue, rules, today, answers);
  world.scheme = schemeOf(catalogue.rows, client, world);
  const entries = catalogue.rows.map((record) => entryOf(record, client, world));
  return lanesOf(entries, client, rules);
}

function worldOf(catalogue, rules, today, answers) {
  const day = dayNumber(today);
  return {
    rules,
    answers,
    today: day,
    number: dayNumbers(),
    asOf: dayNumber(catalogue.as_of),
    newYear: dayNumber(`${today.slice(0, 4)}-01-01`),
    language: catalogue.language,
    sunset: catalogue.sunset ?? null,
    scheme: null,
  };
}

/** The car scheme in the answer, by its id: help with getting there is wanted, and it is not out of the question. */
function schemeOf(rows, client, world) {
  if (!client.wanted.has("transport")) return null;
  const schemes = rows.filter((record) => record.kind === "transport" && record.addresses.includes("transport"));
  const open = schemes.find((record) => judged(record, client, world).found.out.length === 0);
  return open ? open.id : null;
}

const NO_WHY = Object.freeze([]);

function entryOf(record, client, world) {
  const { found, way } = judged(record, client, world);
  const links = linksOf(record, client);
  const entry = {
    record,
    way,
    out: found.out,
    check: found.check,
    note: found.note,
    links,
    linked: isLinked(record, links),
    why: NO_WHY,
    score: 0,
  };
  const listed = found.out.length === 0 || found.check.some((one) => one.code === "c.age_nearly");
  if (listed && (entry.linked || links.foldedCauses.length > 0)) {
    entry.why = whyOf(record, client, world, links, way);
    entry.price_first = priceFirst(entry, client);
    entry.score = entry.why.reduce((sum, one) => sum + one.points, 0);
  }
  return entry;
}

/** Whether only a little age is missing: left out, and shown in a fold as "nearly: ring and ask". */
const isNearly = (one) =>
  one.linked && one.out.every((found) => found.code === "x.age") && one.check.some((c) => c.code === "c.age_nearly");

function lanesOf(entries, client, rules) {
  const { limits } = rules;
  const inOrder = order(client);
  const safety = safetyOf(entries, client, rules);
  const left = entries.filter((one) => one.out.length > 0);
  const inside = entries.filter((one) => one.out.length === 0 && !safety.taken.has(one));
  const linked = inside.filter((one) => one.linked);
  const asked = byQuestions(linked.filter((one) => one.check.length > 0), client);
  const clear = linked.filter((one) => one.check.length === 0);

  const forCauses = clear.filter((one) => one.links.causes.length > 0);
  const causes = causeLanes(forCauses, [...client.wanted], "yes", client, rules);
  const placed = new Set(causes.flatMap((lane) => lane.entries));
  const wanting = new Set(causes.flatMap((lane) => lane.more));
  const rest = clear.filter((one) => !placed.has(one) && (!wanting.has(one) || one.links.exact.length > 0));
  const own = rest.filter(isOwn).sort(inOrder);
  const candidates = rest.filter((one) => !isOwn(one)).sort(inOrder);
  const short = shortList(candidates, client, rules);

  const shut = inside.filter((one) => one.check.length === 0 && one.links.foldedCauses.length > 0 && !placed.has(one));
  const folded = causeLanes(shut, [...client.folded], null, client, rules);
  const nearly = left.filter(isNearly).sort(inOrder).slice(0, limits.nearly);
  const shown = [...placed, ...short, ...own];
  return {
    safety: safety.lane,
    causes: causes.map((lane) => told(lane)),
    folded_causes: folded.map((lane) => told({ ...lane, wanted: client.profile.causes[lane.cause] })),
    short_list: short.map(result),
    more: candidates.filter((one) => !short.includes(one)).map(result),
    questions: {
      open: asked.slice(0, limits.questions).map(result),
      more: asked.slice(limits.questions).map(result),
      nearly: nearly.map(result),
      by_number: byNumber(asked.slice(0, limits.questions)),
    },
    yourself: own.map(result),
    left_out: left.map(result),
    unlinked: inside.filter((one) => !one.linked).map((one) => one.record.id),
    sequence: sequenceOf(shown),
    small_step: smallStep(client, candidates, own),
    no_list: client.profile.who_is_here === "absent",
    derived: client.derived,
  };
}

const told = (lane) => ({ ...lane, entries: lane.entries.map(result), more: lane.more.map(result) });

/** For somebody who says "not now": one small first step and one prompt, and no more unless asked for. */
function smallStep(client, candidates, own) {
  if (client.profile.readiness !== "not_now") return null;
  const step = candidates.find((one) => one.record.first_step);
  return { step: step ? step.record.id : null, prompt: own.length ? own[0].record.id : null };
}
