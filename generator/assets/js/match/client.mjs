/**
 * A profile → what the rules ask of it: tags and needs that follow from answers, wanted help, what to keep away from.
 *
 * Nothing is guessed: only the tables `tags`, `needs` and `avoids` of the rules add anything, and what they add is
 * told back (`derived`), so that it can be shown and undone.
 */

import { reason } from "./reasons.mjs";

const LOW = new Set(["not_now", "thinking", "returning"]);

/** The answers of one field as a list, whether it takes one or several. */
function answersOf(profile, field) {
  const given = profile[field];
  if (given === undefined || given === null) return [];
  if (field === "causes") return Object.keys(given);
  return Array.isArray(given) ? given : [given];
}

/** The rows of a table of rules that the profile's answers call for. */
const following = (profile, table) => table.filter((row) => answersOf(profile, row.field).includes(row.is));

/** Tags said and tags that follow, without those taken back. */
function tagsOf(profile, rules) {
  const tags = new Set(profile.tags ?? []);
  for (const row of following(profile, rules.tags)) row.tags.forEach((tag) => tags.add(tag));
  (profile.not_tags ?? []).forEach((tag) => tags.delete(tag));
  return tags;
}

/** By feature how much it is needed: "must", or "ask" where it is only asked about. */
function needsOf(profile, rules) {
  const needs = new Map();
  for (const row of following(profile, rules.needs)) {
    (row.ask ?? []).forEach((feature) => needs.has(feature) || needs.set(feature, "ask"));
    (row.must ?? []).forEach((feature) => needs.set(feature, "must"));
  }
  (profile.not_needed ?? []).forEach((feature) => needs.delete(feature));
  (profile.access_needs ?? []).forEach((feature) => needs.set(feature, "must"));
  return needs;
}

/** A need with the reasons that come of it, made once for all records. */
function neededOf(feature, level, rules) {
  const facts = { feature };
  return {
    feature,
    communication: rules.every_format.includes(feature),
    out: level === "must" ? reason(`x.access.${feature}`, facts) : null,
    check: reason(`c.access.${feature}`, facts),
    note: reason("a.interpreter", facts),
  };
}

/** Formats that cannot be used, whatever is offered. */
function impossibleFormats(profile, rules) {
  return new Set(following(profile, rules.needs).flatMap((row) => row.not_formats ?? []));
}

function avoided(profile, rules) {
  return new Set([...(profile.avoid ?? []), ...following(profile, rules.avoids).flatMap((row) => row.avoid)]);
}

/** The areas around one, and itself. */
function around(area, areas) {
  const chain = new Set();
  for (let step = area; step && !chain.has(step); step = areas[step]?.parent ?? null) chain.add(step);
  return chain;
}

/** The smallest area whose middle is nearest to home. */
function nearestArea(home, areas) {
  const parents = new Set(Object.values(areas).map((area) => area.parent));
  let [found, least] = [null, Infinity];
  for (const id of Object.keys(areas).sort()) {
    const centre = parents.has(id) ? null : areas[id].xy;
    const km = centre ? Math.hypot(centre[0] - home[0], centre[1] - home[1]) : Infinity;
    if (km < least) [found, least] = [id, km];
  }
  return found;
}

/**
 * Areas from which somebody is served: the one that was picked with all around it and all within it, since nobody knows
 * where in it; else the one that holds home, with all around it.
 */
function areasOf(profile, areas) {
  if (profile.area) {
    const within = Object.keys(areas).filter((id) => around(id, areas).has(profile.area));
    return new Set([...around(profile.area, areas), ...within]);
  }
  return around(profile.home ? nearestArea(profile.home, areas) : null, areas);
}

/** How far somebody gets by own means; with lifts alone and nothing else said, nowhere. */
function rangeOf(profile) {
  if (profile.max_km !== undefined) return profile.max_km;
  const travel = profile.travel ?? [];
  return travel.length > 0 && travel.every((means) => means === "lift") ? 0 : null;
}

/** All topics of the catalogue that are of a family with an interest. */
function topicsNear(interests, catalogue) {
  const family = (topic) => topic.split(".")[0];
  const families = new Set(interests.map(family));
  const topics = new Set(families.size ? catalogue.rows.flatMap((record) => record.topics) : []);
  return new Set([...topics].filter((topic) => families.has(family(topic))));
}

/** @param {Object} profile @param {Object} rules @param {Object} catalogue */
export function clientOf(profile, rules, catalogue) {
  const causes = profile.causes ?? {};
  const tags = tagsOf(profile, rules);
  const needs = needsOf(profile, rules);
  const stated = new Set(profile.tags ?? []);
  const askedFor = new Set(profile.access_needs ?? []);
  return {
    profile,
    tags,
    peers: new Set([...tags].filter((tag) => !rules.not_peers.includes(tag))),
    needs,
    needed: [...needs].map(([feature, level]) => neededOf(feature, level, rules)),
    impossible: impossibleFormats(profile, rules),
    avoid: avoided(profile, rules),
    left: new Set([...(profile.tried ?? []), ...(profile.goes_already ?? []), ...(profile.said_no ?? [])]),
    wanted: new Set(Object.keys(causes).filter((cause) => causes[cause] === "yes")),
    folded: new Set(Object.keys(causes).filter((cause) => causes[cause] !== "yes")),
    interests: new Set(profile.interests ?? []),
    near: topicsNear(profile.interests ?? [], catalogue),
    goals: profile.goals ?? [],
    goalSet: new Set(profile.goals ?? []),
    strengths: new Set(profile.strengths ?? []),
    areas: areasOf(profile, catalogue.areas ?? {}),
    range: rangeOf(profile),
    slow: LOW.has(profile.readiness),
    moneyTalkedAbout: profile.max_cost !== undefined,
    derived: {
      tags: [...tags].filter((tag) => !stated.has(tag)).sort(),
      needs: [...needs.keys()].filter((feature) => !askedFor.has(feature)).sort(),
    },
  };
}
