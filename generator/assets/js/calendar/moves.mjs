// Keys on a table of days, as people know them from date grids (ARIA Authoring Practices): a day and a key in, a day out.

import { dayAfter } from "../days.mjs";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MONTHS = { PageUp: -1, PageDown: 1 };

/**
 * The day that a key leads to, which may lie in another month; null where the key means nothing here.
 * @param {string} day     "2026-12-02"
 * @param {string} key     as events name it
 * @param {string[]} week  the days of the week that the table shows, without those of other months
 */
export function moved(day, key, week) {
  if (key in STEPS) return dayAfter(day, STEPS[key]);
  if (key in MONTHS) return inMonth(day, MONTHS[key]);
  if (key === "Home") return week[0];
  if (key === "End") return week.at(-1);
  return null;
}

/** The same day of a month before or after; where that is too short, its last. */
function inMonth(day, months) {
  const [year, month, number] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(number, last))).toISOString().slice(0, 10);
}
