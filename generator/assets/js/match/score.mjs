/** Links and points: what ties a record to a client, and the published weights. No popularity, no payment. */

import { distance, shared } from "./way.mjs";
import { reason } from "./reasons.mjs";

const SIZES = ["one_to_one", "small", "medium", "large"];

const familyOf = (topic) => topic.split(".")[0];

const NONE = Object.freeze([]);

/** Those of a list that are in a set; mostly there are none. */
function among(codes, wanted) {
  if (codes.length === 0 || wanted.size === 0 || !codes.some((code) => wanted.has(code))) return NONE;
  return codes.filter((code) => wanted.has(code));
}

/** What ties a record to a client: each is a list of codes, empty where there is nothing. */
export function linksOf(record, client) {
  const goals = among(record.goals, client.goalSet);
  return {
    exact: among(record.topics, client.interests),
    family: among(record.topics, client.near),
    goals: goals === NONE ? NONE : client.goals.filter((goal) => goals.includes(goal)),
    strengths: among(record.roles, client.strengths),
    peers: peersOf(record, client.peers),
    causes: among(record.addresses, client.wanted),
    foldedCauses: among(record.addresses, client.folded),
  };
}

/** The groups of people that a record is for, or glad of, and that the client belongs to: each once. */
function peersOf(record, peers) {
  const found = [record.requires, record.designed_for, record.welcomes].map((tags) => among(tags, peers));
  return found.every((tags) => tags === NONE) ? NONE : [...new Set(found.flat())];
}

/** Whether a record may enter a list at all. What addresses a cause is offered for it or for an exact interest. */
export function isLinked(record, links) {
  if (links.causes.length > 0 || links.exact.length > 0) return true;
  if (record.addresses.length > 0) return false;
  return [links.family, links.goals, links.strengths, links.peers].some((found) => found.length > 0);
}

/** Whether a goal alone ties it: "a different idea" for somebody who has named interests. */
export function isIdea(links) {
  return [links.family, links.strengths, links.peers].every((found) => found.length === 0);
}

/** The topic family that a record stands for on the short list. */
export function familyOfRecord(record, links) {
  const topic = links.exact[0] ?? links.family[0] ?? record.topics[0];
  return topic === undefined ? null : familyOf(topic);
}

/**
 * Why this: each reason with its points.
 *
 * @returns {import("./reasons.mjs").Reason[]}
 */
export function whyOf(record, client, world, links, way) {
  const weights = world.rules.weights;
  const why = [];
  const add = (code, points, facts, variant) => {
    if (points !== 0) why.push({ ...reason(code, facts, variant), points });
  };
  if (links.causes.length) why.push({ ...reason("w.cause", { causes: links.causes }), points: 0 });
  if (links.exact.length) add("w.interest", weights.exact_interest, { topics: links.exact });
  else if (links.family.length) add("w.interest", weights.same_family, { topics: links.family }, "family");
  add("w.goal", goalPoints(links.goals, client, weights), { goals: links.goals });
  if (links.strengths.length) add("w.strength", weights.strength, { skills: links.strengths });
  add("w.peer", Math.min(links.peers.length * weights.peer, weights.peers_most), { tags: links.peers });
  add("w.buddy", buddyPoints(record, client, weights));
  addLanguage(add, record, client, world);
  add("w.size", sizePoints(record, client, weights), { size: record.size });
  const wished = (client.profile.formats ?? []).includes(way);
  if (wished) add("w.format", weights.format, { format: way });
  if (way === "in_person") addNear(add, record, client, world);
  if (record.cost === 0) add("w.free", weights.free);
  if (way === "in_person" && allConfirmed(record, client)) {
    add("w.accessible", weights.accessible, { features: [...client.needs.keys()], on: record.checked });
  }
  add("w.first_step", firstStepPoints(record, client, world));
  return why;
}

function goalPoints(goals, client, weights) {
  const points = goals.map((goal) => (goal === client.goals[0] ? weights.first_goal : weights.other_goal));
  return Math.min(points.reduce((sum, one) => sum + one, 0), weights.goals_most);
}

/** Being met at the door weighs most for a wished-for first visit. */
function buddyPoints(record, client, weights) {
  const wish = client.profile.companion;
  const met = record.buddy || record.access.door_help === "yes";
  if (wish === "first_visit" && met) return weights.met_at_the_door;
  return wish === "every_visit" && record.buddy ? weights.somebody_to_go_with : 0;
}

function addLanguage(add, record, client, world) {
  const { languages, site_language: level } = client.profile;
  if (!languages || level === "fluent" || level === undefined) return;
  const own = shared(record, client, world).filter((tag) => tag !== world.language);
  if (own.length) add("w.language", world.rules.weights.language, { languages: own });
}

function sizePoints(record, client, weights) {
  const [wished, is] = [SIZES.indexOf(client.profile.size), SIZES.indexOf(record.size)];
  if (wished < 0 || is < 0) return 0;
  return [weights.size_match, weights.size_next][Math.abs(wished - is)] ?? weights.size_far;
}

function addNear(add, record, client, world) {
  const km = distance(record, client);
  if (km === null) return;
  const { travel } = client.profile;
  const { near, near_without_car: without } = world.rules.weights;
  const most = travel && !travel.includes("car") ? without : near;
  const range = client.range || world.rules.limits.near_km;
  add("w.near", Math.max(0, Math.round(most * (1 - km / range))), { km: Math.round(km * 10) / 10 });
}

function allConfirmed(record, client) {
  return client.needs.size > 0 && [...client.needs.keys()].every((feature) => record.access[feature] === "yes");
}

/** Small steps first for somebody who is not ready; groups that are none come later. */
function firstStepPoints(record, client, world) {
  if (!client.slow) return 0;
  if (record.first_step) return world.rules.weights.first_step;
  return world.rules.group_kinds.includes(record.kind) ? world.rules.weights.other_group : 0;
}
