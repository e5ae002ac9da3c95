import assert from "node:assert/strict";
import { test } from "node:test";

import { moved } from "../../generator/assets/js/calendar/moves.mjs";

const WEEK = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05", "2026-12-06"];

test("keys lead to the days that people expect of a date grid, over the edges of months and years too", () => {
  const cases = [
    ["2026-12-02", "ArrowRight", "2026-12-03"],
    ["2026-12-02", "ArrowLeft", "2026-12-01"],
    ["2026-12-02", "ArrowDown", "2026-12-09"],
    ["2026-12-02", "ArrowUp", "2026-11-25"],
    ["2026-12-31", "ArrowRight", "2027-01-01"],
    ["2026-03-29", "ArrowRight", "2026-03-30"], // the clocks change
    ["2026-12-02", "Home", "2026-12-01"],
    ["2026-12-02", "End", "2026-12-06"],
    ["2026-12-02", "PageDown", "2027-01-02"],
    ["2026-12-02", "PageUp", "2026-11-02"],
    ["2027-01-31", "PageDown", "2027-02-28"],
    ["2028-03-31", "PageUp", "2028-02-29"],
    ["2026-12-31", "PageDown", "2027-01-31"],
    ["2026-12-02", "Enter", null],
    ["2026-12-02", "a", null],
  ];
  for (const [day, key, expected] of cases) assert.equal(moved(day, key, WEEK), expected, `${day} ${key}`);
});
