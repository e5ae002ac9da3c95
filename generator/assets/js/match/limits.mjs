/**
 * All limits of one record for one client. Three answers each: met says nothing, not met leaves it out, unknown asks.
 *
 * A record that can be joined in several ways is judged by the way that stands least in the way.
 */

import { answered, joined, nothing } from "./reasons.mjs";
import { age, area, audience, avoid, entrance, fresh, gender, genderChosen, status, tried } from "./who.mjs";
import { access, companion, cost, format, language, reach, time } from "./way.mjs";

export const LIMITS = [status, fresh, audience, age, gender, genderChosen, area, tried, avoid, entrance, language, cost];
export const LIMITS_OF_A_WAY = [format, access, companion, time, reach];

/** Everything that the limits say of a record; those who help in a crisis are never filtered. */
export function judged(record, client, world) {
  const found = nothing();
  if (record.kind === "crisis") return { ...found, way: record.format[0] ?? null };
  for (const limit of LIMITS) limit(record, client, world, found);
  const ways = record.format.map((way) => ofWay(record, client, world, way));
  const best = ways.reduce((one, other) => (easier(other, one) ? other : one));
  const all = answered(joined(found, best), world.answers[record.id]);
  return { ...all, way: best.way };
}

function ofWay(record, client, world, way) {
  const found = nothing();
  for (const limit of LIMITS_OF_A_WAY) limit(record, client, world, found, way);
  return { ...found, way };
}

/** Whether one way stands less in the way than the other; between equals the first named stays. */
function easier(one, other) {
  const outs = one.out.length - other.out.length;
  if (one.out.length === 0 || other.out.length === 0) {
    return outs < 0 || (outs === 0 && one.check.length < other.check.length);
  }
  return outs < 0;
}
