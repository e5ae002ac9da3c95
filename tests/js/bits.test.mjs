import assert from "node:assert/strict";
import { test } from "node:test";

import { add, all, and, has, none, records, size, sizeOfBoth, union, without } from "../../generator/assets/js/bits.mjs";

const setOf = (count, members) => {
  const bits = none(count);
  for (const one of members) add(bits, one);
  return bits;
};

test("sets do what sets do, at every edge of a word", () => {
  for (const count of [1, 31, 32, 33, 64, 100]) {
    const everybody = [...Array(count).keys()];
    const even = everybody.filter((one) => one % 2 === 0);
    const third = everybody.filter((one) => one % 3 === 0 || one === count - 1);
    const [a, b] = [setOf(count, even), setOf(count, third)];

    assert.deepEqual([...records(all(count))], everybody, `all of ${count}`);
    assert.deepEqual([...records(and(a, b))], even.filter((one) => third.includes(one)));
    assert.deepEqual([...records(without(a, b))], even.filter((one) => !third.includes(one)));
    assert.deepEqual([...records(union([a, b], count))], everybody.filter((one) => even.includes(one) || third.includes(one)));
    assert.equal(size(a), even.length);
    assert.equal(sizeOfBoth(a, b), even.filter((one) => third.includes(one)).length);
    assert.deepEqual(everybody.map((one) => has(a, one)), everybody.map((one) => even.includes(one)));
  }
});

test("the union of nothing is nothing", () => {
  assert.deepEqual([...records(union([], 40))], []);
});
