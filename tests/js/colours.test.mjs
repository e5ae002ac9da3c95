import assert from "node:assert/strict";
import { test } from "node:test";

import { keepColours } from "../../generator/assets/js/colours.mjs";

/** Storage as browsers have it. */
class Shelf extends Map {
  setItem(key, value) {
    this.set(key, value);
  }

  removeItem(key) {
    this.delete(key);
  }
}

test("a choice is kept", () => {
  const storage = new Shelf();

  keepColours(storage, "dark");

  assert.deepEqual([...storage], [["fingerpost-colours", "dark"]]);
});

test("going back to the device leaves nothing behind", () => {
  const storage = new Shelf();
  keepColours(storage, "light");

  keepColours(storage, "device");

  assert.equal(storage.size, 0);
});

test("a value that is no choice is not kept", () => {
  const storage = new Shelf();

  keepColours(storage, "purple");

  assert.equal(storage.size, 0);
});
