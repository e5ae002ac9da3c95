/**
 * Free times against sessions: "met", "not met" or "unknown".
 *
 * A record's `when` is a list of slots [weekday, from, to, weeks, exact]: minutes of the day, `to` null where nobody
 * has said, `weeks` the bits of the weeks from that of the catalogue's day on which it takes place, `exact` 0 where only
 * the part of the day is known. Sessions of the coming weeks count, and no others.
 */

import { weekdayOf } from "./days.mjs";

const PARTS = { am: [0, 720], pm: [720, 1020], eve: [1020, 1440] };
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const ALL_DAY = [[0, 1440]];
const MET = "met";
const NOT_MET = "not met";
const UNKNOWN = "unknown";

/** The free stretches of each weekday, joined where they touch. @param {string[]} availability */
export function freeTimes(availability) {
  const free = DAYS.map(() => []);
  for (const entry of availability) {
    const [day, rest] = [DAYS.indexOf(entry.slice(0, 3)), entry.slice(4)];
    const stretch = PARTS[rest] ?? rest.split("-").map(minutes);
    free[day].push(stretch);
  }
  return free.map(joined);
}

function minutes(clock) {
  const [hours, rest] = clock.split(":").map(Number);
  return hours * 60 + rest;
}

function joined(stretches) {
  const found = [];
  for (const [from, to] of [...stretches].sort((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = found[found.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** Whether a slot lies in the free stretches: wholly, not at all, or only partly. */
function within([, from, to], free) {
  if (to !== null && free.some(([begin, end]) => begin <= from && to <= end)) return MET;
  const touches = free.some(([begin, end]) => from < end && begin < (to ?? from + 1));
  return touches ? UNKNOWN : NOT_MET;
}

/** Whether somebody is home before dark from a slot in a week whose sunset is known or null. */
function light([, from, to, , exact], sunset, margin) {
  if (sunset === null) return UNKNOWN;
  if (to !== null && to + margin <= sunset) return MET;
  const certain = from >= sunset || (exact && to !== null);
  return certain ? NOT_MET : UNKNOWN;
}

/** The sunset in a week of the year, in minutes of the day; the table has one for each week. */
function sunsetOn(day, world) {
  const table = world.sunset;
  if (!table) return null;
  const ofYear = (((day - world.newYear) % 365) + 365) % 365;
  return table[Math.min(Math.floor(ofYear / 7), table.length - 1)];
}

/** The days of a slot in the coming weeks, by their numbers. */
function daysOf([weekday, , , weeks], world) {
  const monday = world.asOf - weekdayOf(world.asOf);
  const found = [];
  for (let week = 0; week <= world.rules.limits.session_weeks; week += 1) {
    const day = monday + 7 * week + weekday;
    const coming = day >= world.today && day < world.today + 7 * world.rules.limits.session_weeks;
    if (coming && (weeks >> week) & 1) found.push(day);
  }
  return found;
}

/** One slot: where darkness decides, at least half of its days have to be light. */
function ofSlot(slot, client, world, dark) {
  const free = client.free ? client.free[slot[0]] : ALL_DAY;
  const answer = within(slot, free);
  if (answer === NOT_MET || !dark) return answer;
  const days = daysOf(slot, world);
  const lights = days.map((day) => light(slot, sunsetOn(day, world), world.rules.limits.minutes_before_dark));
  const met = lights.filter((one) => one === MET).length;
  if (met > 0 && 2 * met >= days.length) return answer;
  return lights.every((one) => one === NOT_MET) ? NOT_MET : UNKNOWN;
}

/** @returns {"met" | "not met" | "unknown"} */
export function timeOf(record, client, world, way) {
  const dark = way === "in_person" && client.profile.home_before_dark === true;
  if ((!client.free && !dark) || way === "post") return MET;
  if (record.when.length === 0) {
    const meets = (way === "in_person" || way === "online") && !world.rules.arranged_kinds.includes(record.kind);
    return meets && record.size !== "one_to_one" ? UNKNOWN : MET;
  }
  const answers = record.when.map((slot) => ofSlot(slot, client, world, dark));
  if (answers.includes(MET)) return MET;
  return answers.includes(UNKNOWN) ? UNKNOWN : NOT_MET;
}
