import assert from "node:assert/strict";
import { test } from "node:test";

import { add, none } from "../../generator/assets/js/bits.mjs";
import { activities, byDay, finder, months, partsOf, sessions, telling } from "../../generator/assets/js/calendar/sessions.mjs";

const KNOWN = activities({
  count: 3,
  numbers: ["BDE"], // records 1, 3 and 4
  ids: ["chess", "lunch", "walk"],
  titles: ["Chess", "Lunch", "Walk"],
  where: { items: ["The Hall"], of: ["BAB"] },
  cost: { items: [], of: [] },
  state: { items: [], of: [] },
  step: { items: ["Just turn up"], of: ["BBB"] },
  category: { items: ["games", "meal"], of: ["BCB"] },
  categories: {},
});
// Chess on the 1st and the 3rd, lunch on each of the first four days, a walk all day on the 31st.
const MONTH = {
  month: "2026-12",
  count: 3,
  rules: { of: ["ABC"], at: { items: ["600-720", "720-"], of: ["BCA"] }, days: { items: [0b101, 0b1111, 2 ** 30], of: ["BCD"] } },
  said: { 1: { title: "Soup" } },
  special: [[0, 2, "600-720", { changed: true, struck: true, tag: ["Cancelled", "cancelled", "calendar-remove"] }]],
};

const names = (found) => found.map(({ activity, day }) => `${KNOWN.ids[activity]} ${day.slice(8)}`);
const records = (...of) => {
  const bits = none(5);
  for (const one of of) add(bits, one);
  return bits;
};

test("a month is read as it was written: rules, their days, and what is special", () => {
  const found = sessions(MONTH);

  assert.deepEqual(names(found), ["chess 01", "lunch 01", "chess 02", "lunch 02", "chess 03", "lunch 03", "lunch 04", "walk 31"]);
  assert.deepEqual(found[1].said, { title: "Soup" });
  assert.deepEqual([found[0].start, found[0].end, found[1].end, found[7].start], [600, 720, null, -1]);
  assert.deepEqual([...KNOWN.numbers], [1, 3, 4]);
  assert.deepEqual(KNOWN.where, ["The Hall", null, "The Hall"]);
});

test("what is chosen holds for the session itself: its activity, its weekday, its time", () => {
  const fitting = finder(sessions(MONTH), KNOWN);

  assert.deepEqual(names(fitting({ fit: records(1) })), ["chess 01", "chess 02", "chess 03"]);
  assert.deepEqual(names(fitting({ fit: records(1, 3, 4), day: ["thu"] })), ["chess 03", "lunch 03", "walk 31"]);
  assert.deepEqual(names(fitting({ fit: records(1, 3), day: ["tue", "fri"], time: ["pm"] })), ["lunch 01", "lunch 04"]);
  assert.deepEqual(fitting({ fit: records(0, 2) }), []);
});

test("a session is on in each part of the day in which it begins or goes on for an hour", () => {
  const cases = [
    [600, 720, ["am"]],
    [600, 779, ["am"]],
    [600, 780, ["am", "pm"]],
    [1019, 1100, ["pm", "eve"]],
    [1000, null, ["pm"]],
    [1320, 1500, ["eve"]],
    [-1, null, ["am", "pm", "eve"]],
  ];
  for (const [start, end, parts] of cases) assert.deepEqual(partsOf({ start, end }), parts, `${start} to ${end}`);
});

test("a day with too much shows changes first, then what is rare, in the order of the day", () => {
  const days = byDay(sessions(MONTH), "2026-12-01", "2026-12-31");
  const shown = telling(days, 1);

  assert.equal(days.size, 31);
  assert.deepEqual(names(shown("2026-12-02")), ["chess 02"]); // cancelled
  assert.deepEqual(names(shown("2026-12-03")), ["chess 03"]); // rarer than lunch
  assert.deepEqual(names(telling(days, 2)("2026-12-03")), ["chess 03", "lunch 03"]);
  assert.deepEqual(names(shown("2026-12-05")), []);
});

test("the months of some days", () => {
  assert.deepEqual(months("2026-12-28", "2027-01-03"), ["2026-12", "2027-01"]);
  assert.deepEqual(months("2026-12-31", "2026-12-31"), ["2026-12"]);
  assert.deepEqual(months("2027-01-31", "2027-03-01"), ["2027-01", "2027-02", "2027-03"]);
});
