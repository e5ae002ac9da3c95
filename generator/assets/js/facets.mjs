// What fits: chosen values in, sets of records and counts out. "Or" inside a facet, "and" between facets; no limit
// stated means no limit; who does not say is never taken for a yes, but kept apart, so that it can be offered.
// No page and no clock in here.

import { all, and, size, sizeOfBoth, union, without } from "./bits.mjs";
import { access, ages, answersNow, canJoin, checkedLately, families, partsOfWeek, plain } from "./facet-kinds.mjs";

/**
 * What somebody has chosen: for each facet its values, as in {day: ["tue"], cost: ["free", ""]}, where "" is "does not
 * say"; `age` is a number. `sets` are limits from elsewhere (found by words, near a place): who fits, who does not say.
 * @typedef {Record<string, string[]> & {age?: number | null,
 *   sets?: {name?: string, fits: Uint32Array, silent?: Uint32Array}[]}} Chosen
 *
 * The moment by the site's own clock: the day as "2026-12-01", the weekday with 0 for Monday, the minute of the day.
 * @typedef {{day: string, weekday: number, minute: number}} Now
 *
 * A facet: its choices; the records that fit what is chosen in it; those that may fit, too (they do not say); those
 * that would fit with one choice alone; and those that do not say anything about it.
 * @typedef {{choices: {value: string, label?: string}[], silent: Uint32Array, fits: (chosen: Chosen) => Uint32Array,
 *   perhaps: (chosen: Chosen) => Uint32Array, alone: (value: string, chosen: Chosen) => Uint32Array}} Facet
 */

// Every facet. `asks`: who does not say is offered apart; without it, saying nothing is no open question ("singing" is
// not a thing that a telephone call settles). `limit`: who does not say has no such limit, and fits.
const TABLE = {
  category: (from) => plain(from, ["category"]),
  topic: (from) => families(from),
  kind: (from) => plain(from, ["kind"]),
  area: (from) => plain(from, ["area"]),
  day: (from) => partsOfWeek(from, "time"),
  time: (from) => partsOfWeek(from, "day"),
  cost: (from) => plain(from, ["cost"], { asks: true }),
  access: (from) => access(from),
  age: (from) => ages(from),
  gender: (from) => plain(from, ["gender"], { limit: true }),
  people: (from) => plain(from, ["requires", "designed_for", "welcomes"]),
  unit: (from) => plain(from, ["unit"], { asks: true }),
  next_step: (from) => plain(from, ["next_step"], { asks: true }),
  joining: (from) => plain(from, ["joining"], { asks: true }),
  goal: (from) => plain(from, ["goal"]),
  support: (from) => plain(from, ["support"]),
  layer: (from) => plain(from, ["layer"]),
  format: (from) => plain(from, ["format"], { asks: true }),
  size: (from) => plain(from, ["size"], { asks: true }),
  effort: (from) => plain(from, ["effort"], { asks: true }),
  language: (from) => plain(from, ["language", "spoken"], { asks: true }),
  buddy: (from) => plain(from, ["buddy"], { asks: true, only: ["yes"] }),
  made_for: (from) => plain(from, ["requires", "designed_for"]),
  places: (from) => plain(from, ["places"], { asks: true }),
  can_join: (from) => canJoin(from),
  answers: (from) => answersNow(from),
  checked: (from) => checkedLately(from),
};

/** The names of all facets. */
export const NAMES = Object.keys(TABLE);

/** Day and time are one question: Tuesday and evening mean Tuesday evening. */
const JOINED = { day: "time", time: "day" };

/**
 * The facets of a catalogue at a moment.
 * @param {import("./columns.mjs").Catalogue} catalogue
 * @param {Now} now
 */
export function facets(catalogue, now) {
  const { count } = catalogue;
  const made = new Map();

  /**
   * A facet by its name; made when it is first asked for.
   * @param {string} name
   * @returns {Facet}
   */
  function facet(name) {
    if (!made.has(name)) made.set(name, TABLE[name]({ name, catalogue, now, count }));
    return made.get(name);
  }

  /**
   * Who fits all that is chosen; who may fit, but does not say; about which facets they say nothing; and how many would
   * fit with each choice of a facet, the other facets being as they are (in the order of the facet's choices).
   * @param {Chosen} chosen
   * @returns {{fit: Uint32Array, fits: number, unsaid: Uint32Array, unsaidCount: number, about: string[],
   *   counts: (name: string) => number[]}}
   */
  function filter(chosen) {
    const parts = limits(chosen);
    const fit = inAll(parts.map((part) => part.fits));
    const unsaid = without(inAll(parts.map((part) => part.perhaps)), fit);
    const silent = (part) => part.name && sizeOfBoth(unsaid, without(part.perhaps, part.fits)) > 0;
    const counts = (name) => {
      const others = parts.filter((part) => part.name !== name && part.name !== JOINED[name]);
      const rest = others.length === parts.length ? fit : inAll(others.map((part) => part.fits));
      const { choices, alone } = facet(name);
      return choices.map(({ value }) => sizeOfBoth(rest, alone(value, chosen)));
    };
    return {
      fit,
      fits: size(fit),
      unsaid,
      unsaidCount: size(unsaid),
      about: parts.filter(silent).map((part) => part.name),
      counts,
    };
  }

  function limits(chosen) {
    const asked = NAMES.filter((name) => isChosen(chosen, name) && !(name === "time" && isChosen(chosen, "day")));
    const parts = asked.map((name) => {
      const { fits, perhaps } = facet(name);
      return { name, fits: fits(chosen), perhaps: perhaps(chosen) };
    });
    for (const { name, fits, silent } of chosen.sets ?? []) {
      parts.push({ name, fits, perhaps: silent ? union([fits, silent], count) : fits });
    }
    return parts;
  }

  function inAll(sets) {
    return sets.reduce(and, all(count));
  }

  return { facet, filter };
}

/** Whether anything is chosen in a facet. */
export function isChosen(chosen, name) {
  return name === "age" ? Number.isInteger(chosen.age) : (chosen[name]?.length ?? 0) > 0;
}
