/** Judged records → lanes: help with what got in the way, the short list, questions, what one could start oneself. */

import { familyOfRecord, isIdea } from "./score.mjs";

const LAYERS = ["self", "circle", "community", "tech", "formal"];
const OWN = new Set(["self", "circle"]);
const RANKED_LAYERS = ["community", "tech", "formal"];

/** By score, then title, then id; where money was not talked about, what costs something comes after what is free. */
export function order(client) {
  const paid = (one) => Number(priceFirst(one, client));
  return (one, other) =>
    paid(one) - paid(other) ||
    other.score - one.score ||
    compared(one.record.sort, other.record.sort) ||
    compared(one.record.id, other.record.id);
}

/** Whether it costs something and money was not talked about: then the price is said before all else. */
export const priceFirst = (one, client) => !client.moneyTalkedAbout && one.record.cost > 0;

const compared = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** Whether one is a session of the other: a group stands once on a list, with its dates or without. */
const sameOffer = (one, other) => one.record.part_of === other.record.id || other.record.part_of === one.record.id;

/** Where a cause stands among those that a client has; those in no list come last, by their score. */
function placeOf(cause, rules) {
  const place = rules.cause_order.indexOf(cause);
  return place < 0 ? rules.cause_order.length : place;
}

/**
 * A lane for each cause: at most so many each, the rest behind them. What stands for one cause stands for no other.
 *
 * @returns {{cause: string, wanted: string, entries: Object[], more: Object[]}[]}
 */
export function causeLanes(entries, causes, wanted, client, rules) {
  const inOrder = order(client);
  const lanes = causes.map((cause) => {
    const mine = entries.filter((one) => one.record.addresses.includes(cause)).sort(inOrder);
    return { cause, wanted, mine, best: mine.length ? mine[0].score : -1 };
  });
  lanes.sort(
    (one, other) =>
      placeOf(one.cause, rules) - placeOf(other.cause, rules) ||
      other.best - one.best ||
      compared(one.cause, other.cause),
  );
  const taken = new Set();
  return lanes.map(({ cause, mine }) => {
    const fresh = mine.filter((one) => !taken.has(one));
    const first = [];
    for (const one of fresh) {
      if (first.length < rules.limits.each_cause && !first.some((other) => sameOffer(one, other))) first.push(one);
    }
    first.forEach((one) => taken.add(one));
    return { cause, wanted, entries: first, more: fresh.filter((one) => !first.includes(one)) };
  });
}

/**
 * The short list, without padding. First what has to be there (a small step, a role, each layer with a fair score), then
 * by rank, as far as the caps for one organisation, one topic family and ideas by goal alone allow.
 *
 * @returns {Object[]} in order, ideas last
 */
export function shortList(candidates, client, rules) {
  const { limits } = rules;
  const chosen = [];
  const take = (one) => chosen.push(one);
  const count = (test) => chosen.filter(test).length;
  const hasIdeas = client.interests.size > 0;
  for (const one of candidates) {
    one.idea = hasIdeas && isIdea(one.links);
    one.family = familyOfRecord(one.record, one.links);
  }
  const fits = (one) =>
    !chosen.includes(one) &&
    !chosen.some((other) => sameOffer(one, other)) &&
    chosen.length < limits.short_list &&
    (isHome(one.record, client) ||
      !one.record.org ||
      count((other) => other.record.org === one.record.org) < limits.each_organisation) &&
    (client.interests.size < 2 ||
      one.family === null ||
      count((other) => other.family === one.family) < limits.each_family) &&
    (!one.idea || count((other) => other.idea) < limits.goal_alone);
  for (const needed of musts(client, limits)) {
    const found = chosen.some(needed) ? null : candidates.find((one) => needed(one) && fits(one));
    if (found) take(found);
  }
  for (const one of candidates) if (fits(one)) take(one);
  const inOrder = order(client);
  return chosen.sort((one, other) => Number(one.idea) - Number(other.idea) || inOrder(one, other));
}

/** What the short list should hold if there is any of it. */
function musts(client, limits) {
  const found = [];
  if (client.slow) found.push((one) => one.record.first_step);
  if (client.strengths.size) found.push((one) => one.links.strengths.length > 0);
  for (const layer of RANKED_LAYERS) {
    found.push((one) => one.record.layer === layer && one.score >= limits.fair_score);
  }
  return found;
}

/** Whether it is of the home that the client lives in, which may offer as much as it likes. */
function isHome(record, client) {
  const home = client.profile.lives_at;
  return home !== undefined && (home === record.org || home === record.org_id);
}

export const isOwn = (entry) => OWN.has(entry.record.layer);

/** Questions: the fewest first, then by rank. */
export function byQuestions(entries, client) {
  const inOrder = order(client);
  return [...entries].sort((one, other) => one.check.length - other.check.length || inOrder(one, other));
}

/** Entries that are asked at the same number, in the order of their first. */
export function byNumber(entries) {
  const groups = new Map();
  for (const one of entries) {
    const phone = one.record.phone ?? null;
    const key = phone === null ? `none ${one.record.id}` : phone.replace(/[^0-9+]/g, "");
    if (!groups.has(key)) groups.set(key, { phone, answered: one.record.answered ?? null, ids: [] });
    groups.get(key).ids.push(one.record.id);
  }
  return [...groups.values()];
}

/** The lanes along the support sequence: what I can do, my circle, groups, phone and internet, paid or official help. */
export function sequenceOf(entries) {
  return LAYERS.map((layer) => ({
    layer,
    ids: entries.filter((one) => one.record.layer === layer).map((one) => one.record.id),
  })).filter((row) => row.ids.length > 0);
}
