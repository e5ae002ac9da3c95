/**
 * All limits of one record for one client. Three answers each: met says nothing, not met leaves it out, unknown asks.
 *
 * A record that can be joined in several ways is judged by the way that stands least in the way.
 */

import { answered, joined, nothing } from "./reasons.mjs";
import { age, area, audience, avoid, entrance, fresh, gender, genderChosen, status, tried } from "./who.mjs";
import { access, companion, cost, format, language, reach, time } from "./way.mjs";

const LIMITS = [status, fresh, audience, age, gender, genderChosen, area, tried, avoid, entrance, language, cost];
const LIMITS_OF_A_WAY = [format, access, companion, time, reach];

/** Everything that the limits say of a record; those who help in a crisis are never filtered. */
export function judged(record, client, world) {
  const found = nothing();
  const { format } = record;
  if (record.kind === "crisis") return { found, way: format[0] };
  for (const limit of LIMITS) limit(record, client, world, found);
  if (format.length === 1) {
    addWay(record, client, world, found, format[0]);
    return { found: answered(found, world.answers[record.id]), way: format[0] };
  }
  const ways = format.map((way) => ({ way, found: addWay(record, client, world, nothing(), way) }));
  const best = ways.reduce((one, other) => (easier(other.found, one.found) ? other : one));
  return { found: answered(joined(found, best.found), world.answers[record.id]), way: best.way };
}

function addWay(record, client, world, found, way) {
  for (const limit of LIMITS_OF_A_WAY) limit(record, client, world, found, way);
  return found;
}

/** Whether one way stands less in the way than the other; between equals the first named stays. */
function easier(one, other) {
  const outs = one.out.length - other.out.length;
  if (one.out.length === 0 || other.out.length === 0) {
    return outs < 0 || (outs === 0 && one.check.length < other.check.length);
  }
  return outs < 0;
}
