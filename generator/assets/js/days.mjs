// Days as the text "2026-12-02", which sorts as days do. Counted in UTC, where every day has 24 hours.

const DAY = 24 * 60 * 60 * 1000;

/**
 * The day that a clock on the reader's wall shows.
 * @param {Date} moment
 */
export function dayOf(moment) {
  const two = (number) => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/**
 * The time that a clock on the reader's wall shows, in minutes since midnight.
 * @param {Date} moment
 */
export function minuteOf(moment) {
  return moment.getHours() * 60 + moment.getMinutes();
}

/**
 * The day so many days later, or earlier.
 * @param {string} day
 * @param {number} days
 */
export function dayAfter(day, days) {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/**
 * How many days later the second day is.
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * The weekday of a day, 0 being Monday.
 * @param {string} day
 */
export function weekdayOf(day) {
  return (new Date(day).getUTCDay() + 6) % 7;
}

/**
 * The minutes since midnight in “630-720”, as pages and data have it: when a session begins, and ends if that is known;
 * nothing is all day.
 * @param {string} at
 * @returns {{start: number | null, end: number | null}}
 */
export function startAndEnd(at) {
  const [start, end] = at.split("-").map((one) => (one === "" ? null : Number(one)));
  return { start, end: end ?? null };
}

/**
 * Whether pages made on a day are too old to be trusted today.
 * @param {string} made
 * @param {string} today
 */
export function isStale(made, today) {
  return daysBetween(made, today) > 2;
}
