import assert from "node:assert/strict";
import { test } from "node:test";

import { add, none } from "../../generator/assets/js/bits.mjs";
import { decoded } from "../../generator/assets/js/columns.mjs";
import { nowIn } from "../../generator/assets/js/directory/clock.mjs";
import { read, restored, write } from "../../generator/assets/js/directory/fragment.mjs";
import { orders, picked } from "../../generator/assets/js/directory/order.mjs";
import { leaf } from "../../generator/assets/js/directory/results.mjs";
import { distance, distanceWords, distances, kilometres, meantPlaces, placeOf, withinWords } from "../../generator/assets/js/near.mjs";
import { distance as letters } from "../../generator/assets/js/search/spelling.mjs";
import { fileOf } from "./catalogues.mjs";

const PRIVATE = {
  access: ["step_free"], age: 82, gender: ["woman"], people: ["carer"], made_for: ["dementia"], unit: ["one"],
  language: ["pl"], goal: ["one_friend"], support: ["advocacy"], effort: ["seated"], size: ["small"], buddy: ["yes"], next_step: ["book"],
  joining: ["course"], can_join: ["now"], answers: ["now"],
};
const PUBLIC = {
  kind: ["group", "class"], topic: ["games"], category: ["meal"], layer: ["formal"], area: ["hope-street"],
  day: ["tue"], time: ["eve"], format: ["phone"], places: ["open"], checked: ["6"],
};

test("the address keeps what tells nothing about a person, and gives it back", () => {
  const fragment = write({ chosen: { ...PUBLIC, cost: ["free"] }, sort: "next" });
  assert.equal(
    fragment,
    "#kind=group,class&topic=games&category=meal&layer=formal&area=hope-street&day=tue&time=eve&format=phone&places=open&checked=6&free&sort=next",
  );
  assert.deepEqual(read(fragment), { chosen: { ...PUBLIC, cost: ["free"] }, sort: "next" });
});

test("the address keeps nothing that tells something about a person", () => {
  assert.equal(write({ chosen: { ...PRIVATE, cost: ["paid", "donation", ""] }, sort: "best" }), "");
  for (const name of Object.keys(PRIVATE)) assert.deepEqual(read(`#${name}=x`), { chosen: {}, sort: "best" }, name);
});

test("an address from anywhere is read with care", () => {
  const cases = [
    ["", {}], ["#", {}], ["#kind=", {}], ["#kind=<b>,group,group", { kind: ["group"] }], ["#kind=group&kind=class", { kind: ["group"] }],
    ["#sort=evil", {}], ["#format=", {}], ["#free=no", { cost: ["free"] }], ["#%E0%A4%A", {}], ["#day=tue,wed", { day: ["tue", "wed"] }],
    ["#day=9,constructor,tue", { day: ["tue"] }], ["#time=constructor", {}], ["#checked=x,6", { checked: ["6"] }],
  ];
  for (const [fragment, chosen] of cases) assert.deepEqual(read(fragment), { chosen, sort: "best" }, fragment);
});

test("does not say is no code and stays out of the address", () => {
  assert.equal(write({ chosen: { format: ["phone", ""] }, sort: "best" }), "#format=phone");
});

test("a step back changes what the address holds and leaves the rest as it was", () => {
  const before = { ...PRIVATE, kind: ["group"], cost: ["free", "paid"] };
  assert.deepEqual(restored(before, "#day=tue"), { chosen: { ...PRIVATE, day: ["tue"], cost: ["paid"] }, sort: "best" });
  assert.deepEqual(restored({ cost: ["free"] }, ""), { chosen: {}, sort: "best" });
});

const PLACES = { ZZ1: [54.6, 1.5], "ZZ12": [54.7, 1.5], "St. Élan on Sea": [54.8, 1.5], Applewick: [54.9, 1.4], Appleton: [55, 1], 90210: [34, -118] };

test("a place is found as people type it", () => {
  const cases = [
    ["ZZ1", "ZZ1"], ["zz1 2ab", "ZZ1"], ["ZZ12AB", "ZZ1"], ["zz12 3cd", "ZZ12"], ["st elan on sea", "St. Élan on Sea"],
    ["Applewick, the villages", "Applewick"], ["applew", "Applewick"], ["90210-1234", "90210"], [" 90210 ", "90210"],
  ];
  for (const [typed, name] of cases) assert.equal(placeOf(typed, PLACES)?.name, name, typed);
  for (const typed of ["", "  ", "apple", "ap", "Atlantis", "ZZ9 1AA", "<b>", ".", "(.*"]) assert.equal(placeOf(typed, PLACES), null, typed);
});

test("a misspelt name of a place is guessed at, a postcode is not", () => {
  const cases = [
    ["Applewik", ["Applewick"]], ["aplewick", ["Applewick"]], ["Applewick, Somewhere", ["Applewick"]], ["aplleton", ["Appleton"]],
    ["Applewin", ["Appleton", "Applewick"]], ["Saint Elan on Sea", []], ["ST ELAN ON SAE", ["St. Élan on Sea"]],
    ["ZZ13", []], ["ZZl2", []], ["App", []], ["Atlantis", []], ["", []], ["<b>", []],
  ];
  for (const [typed, names] of cases) assert.deepEqual(meantPlaces(typed, PLACES, letters), names, typed);
});

test("distances are those of the globe, and no distance is known where nobody meets", () => {
  assert.ok(Math.abs(distance([51.5074, -0.1278], [48.8566, 2.3522]) - 343.6) < 0.5); // London to Paris
  assert.ok(Math.abs(distance([0, 179.5], [0, -179.5]) - 111.2) < 0.1); // across the date line
  const made = decoded(fileOf([{ point: [54.6, 1.5] }, {}, { point: [54.61, 1.5] }]));
  const [here, nowhere, near] = distances(made, [54.6, 1.5]);
  assert.deepEqual([here, nowhere], [0, Infinity]);
  assert.ok(Math.abs(near - 1.112) < 0.001);
});

test("distances are said in words", () => {
  const cases = [
    [0.1, true, "under half a mile"], [0.9, true, "about half a mile"], [1.6, true, "about 1 mile"], [5, true, "about 3 miles"],
    [0.2, false, "under half a kilometre"], [0.6, false, "about half a kilometre"], [1.2, false, "about 1 kilometre"], [12.4, false, "about 12 kilometres"],
  ];
  for (const [length, miles, words] of cases) assert.equal(distanceWords(length, miles), words);
  assert.equal(withinWords(3, true), "Within 3 miles");
  assert.equal(withinWords(1, false), "Within 1 kilometre");
  assert.deepEqual([kilometres(2, true), kilometres(2, false)], [3.218688, 2]);
});

test("records are sorted as said, and by name where that leaves two equal", () => {
  const month = 2026 * 12 + 11;
  const many = [
    { next_day: 3, next_minute: 600, checked: month },
    { next_day: 1, next_minute: 900, checked: month - 1 },
    { checked: month },
    { next_day: 1, next_minute: 600, checked: month - 20 },
    { next_day: 0, places: ["full"], checked: month },
    { next_day: 3, next_minute: 600, checked: month - 1 },
  ];
  const order = orders(decoded(fileOf(many)), month);
  assert.deepEqual([...order.name()], [0, 1, 2, 3, 4, 5]);
  assert.deepEqual([...order.next()], [4, 3, 1, 0, 5, 2]);
  assert.deepEqual([...order.checked()], [0, 2, 4, 1, 5, 3]);
  assert.deepEqual([...order.best()], [1, 0, 5, 2, 3, 4], "old facts come late, what is full comes last");
  assert.deepEqual([...order.near(Float32Array.of(5, Infinity, 1, 5, Infinity, 0))], [5, 2, 0, 3, 1, 4]);
  assert.deepEqual([...order.scored(new Map([[4, 2], [1, 9], [3, 2]]))].slice(0, 3), [1, 3, 4]);
});

test("leaves are cut from parts that follow each other", () => {
  const bits = (...members) => {
    const set = none(40);
    for (const one of members) add(set, one);
    return set;
  };
  const order = Uint32Array.from({ length: 40 }, (_one, at) => 39 - at);
  const parts = [{ bits: bits(1, 2, 3), order }, { bits: none(40), order }, { bits: bits(4, 5), order }];
  const shown = (from, most) => leaf(parts, from, most).map(({ part, record }) => `${part}:${record}`);
  assert.deepEqual(shown(0, 2), ["0:3", "0:2"]);
  assert.deepEqual(shown(2, 2), ["0:1", "2:5"]);
  assert.deepEqual(shown(3, 9), ["2:5", "2:4"]);
  assert.deepEqual(shown(5, 9), []);
  assert.deepEqual(picked(order, bits(0, 39), 1, 5), [0]);
});

test("now is told by the clocks of the site, wherever the reader is", () => {
  const moment = new Date("2026-07-05T23:30:00Z"); // a Sunday; in London it is Monday already
  assert.deepEqual(nowIn(moment, "Europe/London"), { day: "2026-07-06", weekday: 0, minute: 30 });
  assert.deepEqual(nowIn(moment, "America/New_York"), { day: "2026-07-05", weekday: 6, minute: 19 * 60 + 30 });
  assert.deepEqual(nowIn(new Date("2026-12-01T00:00:00Z"), "UTC"), { day: "2026-12-01", weekday: 1, minute: 0 });
});
