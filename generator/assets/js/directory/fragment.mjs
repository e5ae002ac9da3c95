// What of the choices stands in the address, behind the "#" that no server sees: only what tells nothing about a person.
// Access, audience, made for, age, language, goal, kind of help, a place typed and search words never do.

import { DAYS, LATELY, TIMES } from "../facet-kinds.mjs";

const LISTS = ["kind", "topic", "category", "layer", "area", "day", "time", "format", "places", "checked"];
const SORTS = ["best", "near", "next", "name", "checked"];
const CODE = /^[a-z0-9_-]+$/;
const ALL = { day: DAYS, time: TIMES, checked: LATELY.map(String) }; // the others' codes are those of the site's records

/**
 * The choices that a fragment holds; what it should not hold or what is no code is passed over.
 * @param {string} fragment  with or without its "#"
 * @returns {{chosen: Record<string, string[]>, sort: string}}
 */
export function read(fragment) {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  const chosen = {};
  for (const name of LISTS) {
    const values = (given.get(name) ?? "").split(",").filter((value) => CODE.test(value) && (ALL[name]?.includes(value) ?? true));
    if (values.length > 0) chosen[name] = [...new Set(values)];
  }
  if (given.has("free")) chosen.cost = ["free"];
  const sort = given.get("sort");
  return { chosen, sort: SORTS.includes(sort) ? sort : "best" };
}

/**
 * The fragment for choices, empty where nothing of them may stand in it.
 * @param {{chosen: Record<string, unknown>, sort: string}} choices
 */
export function write({ chosen, sort }) {
  const parts = LISTS.map((name) => [name, (chosen[name] ?? []).filter((value) => CODE.test(value))])
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name}=${values.join(",")}`);
  if (chosen.cost?.includes("free")) parts.push("free");
  if (sort !== "best") parts.push(`sort=${sort}`);
  return parts.length > 0 ? `#${parts.join("&")}` : "";
}

/**
 * Choices after a step back or forward: what the fragment says, with what never stands in it as it was.
 * @param {Record<string, unknown>} chosen  as they were
 * @param {string} fragment
 */
export function restored(chosen, fragment) {
  const found = read(fragment);
  const kept = Object.entries(chosen).filter(([name]) => !LISTS.includes(name) && name !== "cost");
  const cost = [...(chosen.cost ?? []).filter((value) => value !== "free"), ...(found.chosen.cost ?? [])];
  return { chosen: { ...Object.fromEntries(kept), ...found.chosen, ...(cost.length > 0 ? { cost } : {}) }, sort: found.sort };
}
