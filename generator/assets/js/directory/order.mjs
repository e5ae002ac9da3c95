// In which order records are shown. Each way of sorting is one list of all record numbers; what fits is then picked
// from its front, so that sorting costs nothing at a press. Record numbers are the order of names.

import { has } from "../bits.mjs";
import { asBits, number } from "../columns.mjs";

/**
 * The orders of a catalogue by name; `near` needs distances, `best` takes scores where words were searched for.
 * @param {import("../columns.mjs").Catalogue} catalogue
 * @param {number} month  the month of today, counted from the year 0
 */
export function orders(catalogue, month) {
  const { checked, next_day: day, next_minute: minute } = catalogue.columns;
  const everybody = Array.from({ length: catalogue.count }, (_one, record) => record);
  const by = (key) => {
    const keys = everybody.map(key);
    return Uint32Array.from(everybody).sort((one, other) => keys[one] - keys[other] || one - other);
  };
  const made = new Map();
  const once = (name, make) => {
    if (!made.has(name)) made.set(name, make());
    return made.get(name);
  };
  const closed = () => {
    const { of } = asBits(catalogue.columns.places, catalogue.count);
    return ["full", "waiting_list", "paused"].map((state) => of.get(state)).filter(Boolean);
  };
  return {
    name: () => once("name", () => Uint32Array.from(everybody)),
    next: () =>
      once("next", () => by((record) => (number(day, record) ?? 1e6) * 1440 + (number(minute, record) ?? 0))),
    checked: () => once("checked", () => by((record) => -(number(checked, record) ?? 0))),
    near: (kilometres) => by((record) => Math.min(kilometres[record], 1e6)),
    // Without words to match: first what one can join and whose facts are not old, by the next date.
    best: () =>
      once("best", () => {
        const shut = closed();
        return by((record) => {
          const late = shut.some((bits) => has(bits, record)) ? 2e9 : 0;
          const old = month - (number(checked, record) ?? 0) > catalogue.months.doubtful ? 1e9 : 0;
          return late + old + Math.min(number(day, record) ?? 1000, 1000) * 1440 + (number(minute, record) ?? 0);
        });
      }),
    scored: (scores) => by((record) => -(scores.get(record) ?? -Infinity)),
  };
}

/**
 * Some of the records of a set, in an order: `most` after the first `from`.
 * @param {Uint32Array} order
 * @param {Uint32Array} bits
 */
export function picked(order, bits, from, most) {
  const found = [];
  let passed = 0;
  for (let at = 0; at < order.length && found.length < most; at++) {
    if (has(bits, order[at]) && passed++ >= from) found.push(order[at]);
  }
  return found;
}
