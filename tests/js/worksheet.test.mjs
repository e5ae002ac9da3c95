import assert from "node:assert/strict";
import test from "node:test";

import { total } from "../../generator/assets/js/worksheet/totals.mjs";

test("a set answered whole is added up", () => {
  assert.equal(total(3, [1, 3, 2]), 6);
});

test("a set with an answer missing has no sum, not even a small one", () => {
  assert.equal(total(3, [3, 3]), null);
  assert.equal(total(3, []), null);
  assert.equal(total(0, []), null);
});
