// The sessions of a month: read from data/calendar/ (docs/data.md), asked by day, thinned out by what somebody has
// chosen. No page and no clock in here.

import { has } from "../bits.mjs";
import { numbers as decodedNumbers } from "../columns.mjs";
import { dayAfter, weekdayOf } from "../days.mjs";

/** Where the files are, from the top of the site. */
export const FOLDER = "data/calendar/";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const NOON = 12 * 60;
const EVENING = 17 * 60;
const MIDNIGHT = 24 * 60;
const PARTS = { am: [0, NOON], pm: [NOON, EVENING], eve: [EVENING, MIDNIGHT + NOON] };
const TIMES = Object.keys(PARTS);
const REACHES = 60; // minutes: a session that goes on so long in a part of the day is on in that part, too
const ALL_DAY = -1;
const ANY = 0xff;

/**
 * Who is on in the calendar, by places in the order of names.
 * @typedef {{count: number, numbers: Uint32Array, ids: string[], titles: string[], where: (string | null)[],
 *   cost: (string | null)[], step: (string | null)[],
 *   state: ([string, string, string, string] | null)[], category: string[],
 *   categories: Record<string, [string, string, string]>}} Activities
 *
 * One session on one day. `at` is as in rows: “630-720”; `said` is what its row says besides what its activity says.
 * @typedef {{activity: number, day: string, at: string, start: number, end: number | null,
 *   said: {title?: string, there?: string, where?: string, struck?: boolean, changed?: boolean, brief?: string,
 *   tells?: string, note?: string, tag?: [string, string, string]}}} Session
 */

/**
 * The activities that a parsed activities.json holds.
 * @returns {Activities}
 */
export function activities(file) {
  const shared = ({ items, of }) => [...decodedNumbers(of, file.count)].map((at) => (at === 0 ? null : items[at - 1]));
  return {
    ...file,
    numbers: decodedNumbers(file.numbers, file.count),
    where: shared(file.where),
    cost: shared(file.cost),
    step: shared(file.step),
    state: shared(file.state),
    category: shared(file.category),
  };
}

/**
 * The sessions of a parsed month, in the order of days, clocks and names.
 * @returns {Session[]}
 */
export function sessions(file) {
  const of = decodedNumbers(file.rules.of, file.count);
  const [at, days] = [file.rules.at, file.rules.days].map(({ items, of }) => {
    const places = decodedNumbers(of, file.count);
    return (rule) => (places[rule] === 0 ? "" : items[places[rule] - 1]);
  });
  const found = [];
  const add = (activity, day, clock, said) => {
    const [start, end] = clock.split("-");
    found.push({
      activity,
      day: `${file.month}-${String(day).padStart(2, "0")}`,
      at: clock,
      start: clock === "" ? ALL_DAY : Number(start),
      end: end ? Number(end) : null,
      said,
    });
  };
  const plain = {};
  for (let rule = 0; rule < file.count; rule++) {
    for (let mask = days(rule); mask; mask &= mask - 1) {
      add(of[rule], 32 - Math.clz32(mask & -mask), at(rule), file.said[rule] ?? plain);
    }
  }
  for (const [activity, day, clock, said] of file.special) add(activity, day, clock, said);
  const order = (one, other) =>
    one.day < other.day ? -1 : one.day > other.day ? 1 : one.start - other.start || one.activity - other.activity;
  return found.sort(order);
}

/**
 * What gives the sessions of the activities that fit, on the days and at the times that are chosen. A month has
 * thousands of them, so what they are asked for is looked up once.
 * @param {Session[]} all
 * @param {Activities} known
 * @returns {(chosen: {fit: Uint32Array, day?: string[], time?: string[]}) => Session[]}  `fit`: records by their numbers
 */
export function finder(all, known) {
  const day = remembered((one) => one.day, (one) => marks(DAYS, [DAYS[weekdayOf(one.day)]]));
  const time = remembered((one) => one.at, (one) => marks(TIMES, partsOf(one)) || ANY);
  const records = Uint32Array.from(all, ({ activity }) => known.numbers[activity]);
  const [days, times] = [Uint8Array.from(all, day), Uint8Array.from(all, time)];
  return (chosen) => {
    const [onDays, atTimes] = [marks(DAYS, chosen.day ?? []) || ANY, marks(TIMES, chosen.time ?? []) || ANY];
    const found = [];
    for (let at = 0; at < all.length; at++) {
      if ((days[at] & onDays) !== 0 && (times[at] & atTimes) !== 0 && has(chosen.fit, records[at])) found.push(all[at]);
    }
    return found;
  };
}

/** Some of a few codes as bits. */
function marks(codes, some) {
  return some.reduce((bits, code) => bits | (1 << codes.indexOf(code)), 0);
}

/** What is worked out once for all that have the same key. */
function remembered(key, work) {
  const known = new Map();
  return (one) => {
    if (!known.has(key(one))) known.set(key(one), work(one));
    return known.get(key(one));
  };
}

/** The parts of the day in which a session begins or goes on for an hour; all of them where it lasts all day. */
export function partsOf({ start, end }) {
  if (start === ALL_DAY) return TIMES;
  const reaches = (begins, ends) => Math.min(end ?? start, ends) - Math.max(start, begins) >= REACHES;
  return TIMES.filter((part) => {
    const [begins, ends] = PARTS[part];
    return (start >= begins && start < ends) || reaches(begins, ends);
  });
}

/** The sessions by day, each day from the first to the last, the empty ones too. */
export function byDay(found, first, last) {
  const days = new Map();
  for (let day = first; day <= last; day = dayAfter(day, 1)) days.set(day, []);
  let [day, list] = [null, null];
  for (const one of found) {
    if (one.day !== day) [day, list] = [one.day, days.get(one.day)]; // they come in the order of days
    list?.push(one);
  }
  return days;
}

/**
 * The sessions that tell most about each day, at most so many, as the pages have them: changes first, then what is
 * rare in the month.
 * @param {Map<string, Session[]>} days
 * @param {number} most
 */
export function telling(days, most) {
  let often = null;
  const rank = (one) => (one.said.changed ? 0 : often[one.activity]);
  return (day) => {
    const found = days.get(day);
    if (found.length <= most) return found;
    often ??= counted([...days.values()]);
    const shown = new Set(least(found.map(rank), most));
    return found.filter((_, at) => shown.has(at));
  };
}

/** How often each activity is on. */
function counted(days) {
  const last = days.reduce((most, found) => found.reduce((sum, { activity }) => Math.max(sum, activity), most), 0);
  const often = new Uint16Array(last + 1);
  for (const found of days) for (const { activity } of found) often[activity] += 1;
  return often;
}

/** The places of the least of some numbers, of equal ones the first: they are few of many, so nothing is sorted. */
function least(numbers, most) {
  const found = [];
  numbers.forEach((number, at) => {
    if (found.length === most && number >= numbers[found[most - 1]]) return;
    let place = found.length;
    while (place > 0 && numbers[found[place - 1]] > number) place -= 1;
    found.splice(place, 0, at);
    if (found.length > most) found.pop();
  });
  return found;
}

/** The months of the days from the first to the last, as in “2026-12”. */
export function months(first, last) {
  const found = [];
  for (let day = first; day.slice(0, 7) <= last.slice(0, 7); day = dayAfter(`${day.slice(0, 7)}-28`, 4)) {
    found.push(day.slice(0, 7));
  }
  return found;
}
