// A record of the workspace → the days and hours of its coming sessions, as copies for a calendar need them. Its slots
// hold them: weekday, hours, and the weeks in which they are. No page in here.

import { dayAfter, weekdayOf } from "../days.mjs";

const WHOLE_DAY = 1440;

/**
 * @param {{when: [number, number, number | null, number, number][] | null}} row
 * @param {{asOf: string, today: string, weeks: number}} at  the day of the file, this day, how many weeks the slots tell of
 * @returns {{day: string, start: number | null, end: number | null}[]} in their order
 */
export function datesOf(row, { asOf, today, weeks }) {
  const found = [];
  for (const [weekday, from, to, bits, exact] of row.when ?? []) {
    if (!exact) continue; // a part of the day is no time to be there
    const hours = from === 0 && to >= WHOLE_DAY ? { start: null, end: null } : { start: from, end: to };
    for (let week = 0; week <= weeks; week += 1) {
      const day = dayOfSlot(asOf, week, weekday);
      if ((bits >> week) & 1 && day >= today) found.push({ day, ...hours });
    }
  }
  return found.sort((one, other) => one.day.localeCompare(other.day) || (one.start ?? 0) - (other.start ?? 0));
}

/** The day of a slot: its weeks are counted from the Monday of the week in which the file was made. */
export function dayOfSlot(asOf, week, weekday) {
  return dayAfter(asOf, 7 * week + weekday - weekdayOf(asOf));
}
