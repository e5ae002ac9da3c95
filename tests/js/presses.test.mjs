import assert from "node:assert/strict";
import { test } from "node:test";

import { presses } from "../../generator/assets/js/presses.mjs";

const wanted = { key: "Shift", within: 1500 };

function countAfter(...keys) {
  return keys.reduce((soFar, [key, at]) => presses(soFar, { key, at }, wanted), { count: 0, at: 0 }).count;
}

test("three presses in a row count to three", () => {
  assert.equal(countAfter(["Shift", 100], ["Shift", 600], ["Shift", 1100]), 3);
});

test("typing capital letters never counts to three", () => {
  assert.equal(countAfter(["Shift", 100], ["A", 150], ["Shift", 300], ["B", 350], ["Shift", 500]), 1);
});

test("a pause starts the count again", () => {
  assert.equal(countAfter(["Shift", 100], ["Shift", 600], ["Shift", 2200]), 1);
});

test("the first press of a page counts, however late it comes", () => {
  assert.equal(countAfter(["Shift", 90_000]), 1);
});
