import assert from "node:assert/strict";
import test from "node:test";

import * as words from "../../generator/assets/js/words.mjs";

const plain = (text) => text.replaceAll("\u00a0", " ");

test("a message takes its values, and a per cent sign is written twice", () => {
  assert.equal(words.t("%(share)s%% of %(what)s", { share: 5, what: "all" }), "5% of all");
});

test("a message without one of its values is a bug that is seen", () => {
  assert.throws(() => words.t("%(what)s"), /no value for %\(what\)s/);
});

for (const [count, said] of [
  [0, "0 groups"],
  [1, "1 group"],
  [1250, "1,250 groups"],
]) {
  test(`${count} is counted as “${said}”`, () => {
    assert.equal(words.n("%(count)s group", "%(count)s groups", count), said);
  });
}

for (const [minutes, said] of [
  [630, "10.30 am"],
  [600, "10 am"],
  [720, "12 noon"],
  [750, "12.30 pm"],
  [0, "midnight"],
  [1440, "midnight"],
  [5, "12.05 am"],
  [1265, "9.05 pm"],
]) {
  test(`${minutes} minutes after midnight are ${said}`, () => {
    assert.equal(plain(words.time(minutes)), said);
  });
}

test("times run from when to when", () => {
  assert.equal(plain(words.times(630, 720)), "10.30 am to 12 noon");
  assert.equal(plain(words.times(630, null)), "10.30 am");
});

test("days and dates are said in full, and no fact breaks over a line", () => {
  assert.equal(words.day("2027-07-20"), "Tuesday 20\u00a0July");
  assert.equal(words.dayYear("2027-07-20"), "Tuesday 20\u00a0July 2027");
  assert.equal(words.date("2028-02-29"), "29\u00a0February 2028");
  assert.equal(words.dateShort("2027-07-20"), "20\u00a0July");
  assert.equal(words.weekday(0), "Monday");
});

test("a day is said with its year where it is most of one away", () => {
  assert.equal(words.dayFrom("2026-12-01", "2027-07-20"), "Tuesday 20\u00a0July");
  assert.equal(words.dayFrom("2026-09-01", "2027-07-20"), "Tuesday 20\u00a0July 2027");
});

test("items are listed with “and” and with “or”", () => {
  assert.equal(words.listed(["a", "b", "c"]), "a, b and c");
  assert.equal(words.either(["a", "b"]), "a or b");
});
