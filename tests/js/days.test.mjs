import assert from "node:assert/strict";
import { test } from "node:test";

import { dayAfter, dayOf, daysBetween, isStale, startAndEnd, weekdayOf } from "../../generator/assets/js/days.mjs";

test("the day is that of the reader's own clock, even just before midnight", () => {
  assert.equal(dayOf(new Date(2026, 11, 2, 23, 59)), "2026-12-02");
  assert.equal(dayOf(new Date(2026, 0, 1, 0, 0)), "2026-01-01");
});

test("days between two days are counted over months, leap days and clock changes", () => {
  const cases = [
    ["2026-11-30", "2026-12-01", 1],
    ["2028-02-28", "2028-03-01", 2],
    ["2026-03-28", "2026-03-30", 2],
    ["2026-10-24", "2026-10-26", 2],
    ["2026-12-02", "2026-12-01", -1],
  ];
  for (const [from, to, days] of cases) assert.equal(daysBetween(from, to), days, `${from} to ${to}`);
});

test("a day later and its weekday are right over clock changes, leap days and the turn of a year", () => {
  const cases = [["2026-03-28", 1, "2026-03-29", 6], ["2026-10-25", 1, "2026-10-26", 0], ["2028-02-28", 1, "2028-02-29", 1], ["2027-01-01", -1, "2026-12-31", 3]];
  for (const [day, days, later, weekday] of cases) assert.deepEqual([dayAfter(day, days), weekdayOf(later)], [later, weekday], day);
});

test("a session of a page begins and ends at minutes of its day, as far as that is known", () => {
  assert.deepEqual(startAndEnd("630-720"), { start: 630, end: 720 });
  assert.deepEqual(startAndEnd("0-"), { start: 0, end: null });
  assert.deepEqual(startAndEnd(""), { start: null, end: null });
});

test("a page is old from the third day after it was made", () => {
  assert.equal(isStale("2026-11-22", "2026-11-22"), false);
  assert.equal(isStale("2026-11-22", "2026-11-24"), false);
  assert.equal(isStale("2026-11-22", "2026-11-25"), true);
});

test("a page from tomorrow is not old", () => {
  assert.equal(isStale("2026-11-22", "2026-11-21"), false);
});
