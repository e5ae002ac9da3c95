import assert from "node:assert/strict";
import { test } from "node:test";

import { records } from "../../generator/assets/js/bits.mjs";
import { OtherVersion, codes, decoded, item, loadCatalogue, loaded, number } from "../../generator/assets/js/columns.mjs";
import { NAMES, facets } from "../../generator/assets/js/facets.mjs";
import { fileOf } from "./catalogues.mjs";

const NOW = { day: "2026-12-01", weekday: 1, minute: 10 * 60 }; // a Tuesday, 10 am

const fitting = (many, chosen) => {
  const found = facets(decoded(fileOf(many)), NOW).filter(chosen);
  return { fit: [...records(found.fit)], unsaid: [...records(found.unsaid)], about: found.about };
};

test("what was written is read back, with two and three digits, too", () => {
  for (const count of [1, 70, 5000]) {
    const many = [...Array(count).keys()].map((at) => ({
      kind: [`kind${at % 300}`],
      min_age: at % 7 === 0 ? null : at * 60,
      point: at % 5 === 0 ? null : [50 + at / 1000, 1],
    }));
    const { columns } = decoded(fileOf(many));
    many.forEach((one, at) => {
      assert.deepEqual(codes(columns.kind, at), one.kind);
      assert.equal(number(columns.min_age, at), one.min_age);
      assert.deepEqual(item(columns.point, at), one.point);
    });
  }
});

test("a file of another version is refused, in words that can be told from a lost connection", () => {
  assert.throws(() => decoded(fileOf([{}], { format: 2 })), OtherVersion);
});

test("a file of another version or order is asked for once more, past the cache, and then refused", async () => {
  const asked = [];
  const host = (files) => async (address, { cache }) => {
    asked.push(cache);
    return { ok: true, json: async () => files.shift() };
  };
  const [old, right] = [{ format: 1, order: "old" }, { format: 1, order: "abc" }];

  assert.deepEqual(await loaded("x", host([old, right]), "abc"), right);
  await assert.rejects(loaded("x", host([old, old]), "abc"), OtherVersion);
  await assert.rejects(loadCatalogue("../", host([{ format: 2 }, { format: 2 }])), OtherVersion);
  assert.deepEqual(asked, ["no-cache", "reload", "no-cache", "reload", "no-cache", "reload"]);
  await assert.rejects(loaded("x", async () => ({ ok: false, status: 404 })), /404/);
});

const GROUP = { kind: ["group"], cost: ["free"] };
const CASES = [
  ["or inside a facet, and between", [GROUP, { kind: ["class"], cost: ["free"] }, { kind: ["class"], cost: ["paid"] }, { kind: ["event"], cost: ["free"] }],
    { kind: ["group", "class"], cost: ["free"] }, [0, 1], [], []],
  ["who does not say what it costs is kept apart", [GROUP, { kind: ["group"] }, { kind: ["class"] }],
    { kind: ["group"], cost: ["free"] }, [0], [1], ["cost"]],
  ["who does not say is an answer of its own", [GROUP, { kind: ["group"] }], { cost: [""] }, [1], [], []],
  ["a kind that is not named is no open question", [GROUP, {}], { kind: ["group"] }, [0], [], []],
  ["two things about access are both needed", [
    { access: { step_free: "yes", toilet: "yes" } }, { access: { step_free: "yes", toilet: "no" } },
    { access: { step_free: "yes" } }, { access: { step_free: "yes", toilet: "ask" } }],
    { access: ["step_free", "toilet"] }, [0], [2, 3], ["access"]],
  ["no one needs a ramp to a telephone, but captions matter there, too", [
    { format: ["phone"], access: { captions: "no" } }, { format: ["phone", "in_person"], access: { step_free: "no", captions: "yes" } }],
    { access: ["step_free"] }, [0], [], []],
  ["captions on the telephone", [{ format: ["phone"] }, { format: ["phone"], access: { captions: "no" } }],
    { access: ["captions"] }, [], [0], ["access"]],
  ["Tuesday and evening mean Tuesday evening", [
    { slot: ["tue_am", "fri_eve"] }, { slot: ["tue_eve"] }, {}, { slot: ["tue_pm", "wed_eve"] }],
    { day: ["tue"], time: ["eve"] }, [1], [2], ["day"]],
  ["a part of the day alone is on any day", [{ slot: ["tue_am"] }, { slot: ["fri_eve"] }], { time: ["eve"] }, [1], [], []],
  ["no limit of age stated is no limit", [{ min_age: 50 }, { max_age: 25 }, {}, { min_age: 18, max_age: 60 }],
    { age: 50 }, [0, 2, 3], [], []],
  ["an age of 0 is an age", [{ min_age: 0, max_age: 5 }, { min_age: 18 }], { age: 0 }, [0], [], []],
  ["no gender stated is no limit", [{ gender: ["man"] }, {}, { gender: ["woman"] }], { gender: ["woman"] }, [1, 2], [], []],
  ["a family of topics is all of its topics", [{ topic: ["games.cards"] }, { topic: ["games"] }, { topic: ["gamesome.x"] }],
    { topic: ["games"] }, [0, 1], [], []],
  ["a group of people is found however it is named", [
    { requires: ["carer"] }, { designed_for: ["carer"] }, { welcomes: ["carer"] }, { welcomes: ["men"] }],
    { people: ["carer"] }, [0, 1, 2], [], []],
  ["made for them is more than glad of them", [{ requires: ["carer"] }, { designed_for: ["carer"] }, { welcomes: ["carer"] }],
    { made_for: ["carer"] }, [0, 1], [], []],
  ["a language is spoken by somebody or by all", [{ language: ["pl"] }, { language: ["en"], spoken: ["pl"] }, { language: ["en"] }, {}],
    { language: ["pl"] }, [0, 1], [3], ["language"]],
  ["a course can be joined until its last day", [
    { can_join: ["2026-12-01"] }, { can_join: ["2026-11-30"] }, { can_join: ["yes"] }, { can_join: ["no"] }, {}],
    { can_join: ["now"] }, [0, 2], [4], ["can_join"]],
  ["a telephone is answered by its hours, also past midnight", [
    { phone: ["yes"], answered: [[[1], 540, 620]] }, { phone: ["yes"], answered: [[[1], 540, 600]] },
    { phone: ["yes"], answered: [[[0], 1380, 1440 + 610]] }, { phone: ["yes"] }, { phone: ["no"] },
    { phone: ["yes"], answered: [[[3], 0, 10], [[0, 1], 600, 601]] }],
    { answers: ["now"] }, [0, 2, 5], [3], ["answers"]],
  ["checked lately goes by today", [{ checked: 2026 * 12 + 8 }, { checked: 2026 * 12 + 7 }], { checked: ["3"] }, [0], [], []],
  ["a value that nobody has fits nobody", [GROUP], { kind: ["no-such-kind"] }, [], [], []],
  ["a question about access that is not in the file fits nobody", [GROUP], { access: ["no_such_feature"] }, [], [], []],
];

test("each facet means what it says", () => {
  for (const [name, many, chosen, fit, unsaid, about] of CASES) {
    assert.deepEqual(fitting(many, chosen), { fit, unsaid, about }, name);
  }
});

test("limits from elsewhere hold as facets do", () => {
  const bits = (number) => Uint32Array.of(number);
  const sets = [{ name: "near", fits: bits(0b0011), silent: bits(0b0100) }, { fits: bits(0b0111) }];
  assert.deepEqual(fitting([GROUP, {}, GROUP, GROUP], { cost: ["free"], sets }), { fit: [0], unsaid: [1, 2], about: ["cost", "near"] });
});

// The oracle: one record at a time, in plain words.
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const any = (one, other) => one.some((value) => other.includes(value));
const ASKS = ["cost", "unit", "next_step", "joining", "format", "size", "effort", "places", "buddy", "language"];
const SOURCES = { people: ["requires", "designed_for", "welcomes"], made_for: ["requires", "designed_for"], language: ["language", "spoken"] };
function answer(record, name, chosen) {
  const wanted = chosen[name];
  if (name === "age") return record.min_age <= wanted && wanted <= (record.max_age ?? 999) ? "yes" : record.min_age == null && wanted <= (record.max_age ?? 999) ? "yes" : "no";
  if (name === "day" || name === "time") {
    if (!record.slot?.length) return "silent";
    const days = chosen.day?.length ? chosen.day : DAYS;
    const times = chosen.time?.length ? chosen.time : ["am", "pm", "eve"];
    return record.slot.some((slot) => days.includes(slot.slice(0, 3)) && times.includes(slot.slice(4))) ? "yes" : "no";
  }
  if (name === "access") {
    const home = record.format?.length && !record.format.includes("in_person");
    const each = wanted.map((feature) => (home && feature !== "captions" ? "yes" : { yes: "yes", no: "no" }[record.access?.[feature]] ?? "silent"));
    return each.includes("no") ? "no" : each.includes("silent") ? "silent" : "yes";
  }
  const said = (SOURCES[name] ?? [name]).flatMap((source) => record[source] ?? []);
  if (name === "topic") return any(said.map((topic) => topic.split(".")[0]), wanted) ? "yes" : "no";
  if (said.length === 0 && wanted.includes("") && ASKS.includes(name)) return "yes";
  if (any(said, wanted)) return "yes";
  if (said.length === 0 && name === "gender") return "yes";
  return said.length === 0 && ASKS.includes(name) ? "silent" : "no";
}

function oracle(many, chosen) {
  const names = Object.keys(chosen).filter((name) => name === "age" || chosen[name].length);
  const answers = many.map((record) => names.map((name) => answer(record, name, chosen)));
  const where = (test) => answers.flatMap((each, at) => (test(each) ? [at] : []));
  return {
    fit: where((each) => each.every((one) => one === "yes")),
    unsaid: where((each) => !each.includes("no") && each.includes("silent")),
  };
}

function dice(seed) {
  let state = seed;
  const roll = (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  const some = (values, most) => values.filter(() => roll(values.length) < roll(most + 1));
  return { roll, some, one: (values) => values[roll(values.length)] };
}

const VALUES = {
  kind: ["group", "class", "event"], category: ["games", "arts", "meal"], topic: ["games.cards", "games", "arts.film"],
  area: ["north", "south"], cost: ["free", "donation", "paid"], gender: ["man", "woman"], requires: ["carer", "men"],
  designed_for: ["carer", "older"], welcomes: ["older", "men"], unit: ["one", "couple"], next_step: ["book", "ring_first"],
  joining: ["any_time", "course"], goal: ["learn", "enjoy"], support: ["emotional", "advocacy"], layer: ["self", "formal"], format: ["in_person", "phone", "online"],
  size: ["small", "large"], effort: ["gentle"], language: ["en", "pl"], spoken: ["pl", "cy"], buddy: ["yes", "no"],
  places: ["open", "full"], slot: DAYS.flatMap((day) => ["am", "pm", "eve"].map((time) => `${day}_${time}`)),
};
const CHOICES = {
  ...VALUES, topic: ["games", "arts"], people: ["carer", "older", "men"], made_for: ["carer", "older"], day: DAYS,
  time: ["am", "pm", "eve"], access: ["step_free", "toilet", "captions"],
};
const ORDINARY = Object.keys(CHOICES).filter((name) => NAMES.includes(name));

function randomRecord({ roll, some, one }) {
  const record = Object.fromEntries(Object.entries(VALUES).map(([name, values]) => [name, some(values, 2)]));
  record.access = Object.fromEntries(some(["step_free", "toilet", "captions"], 3).map((feature) => [feature, one(["yes", "no", "ask"])]));
  record.min_age = roll(2) ? roll(60) : null;
  record.max_age = roll(4) ? null : 60 + roll(40);
  return record;
}

function randomChoice({ roll, some }) {
  const names = ORDINARY.filter(() => roll(9) === 0);
  const chosen = Object.fromEntries(names.map((name) => [name, some([...CHOICES[name], ...(ASKS.includes(name) ? [""] : [])], 3)]));
  if (roll(3) === 0) chosen.age = roll(100);
  return chosen;
}

test("sets and counts are those that one finds by asking each record, over many sites and choices", () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = dice(seed);
    const many = [...Array(1 + random.roll(120)).keys()].map(() => randomRecord(random));
    const made = facets(decoded(fileOf(many)), NOW);
    for (let round = 0; round < 6; round++) {
      const chosen = randomChoice(random);
      const found = made.filter(chosen);
      const told = `seed ${seed}, ${JSON.stringify(chosen)}`;
      const expected = oracle(many, chosen);
      assert.deepEqual([...records(found.fit)], expected.fit, told);
      assert.deepEqual([...records(found.unsaid)], expected.unsaid, told);
      assert.deepEqual([found.fits, found.unsaidCount], [expected.fit.length, expected.unsaid.length], told);
      for (const name of ORDINARY) {
        const counts = made.facet(name).choices.map(({ value }) => {
          const alone = name === "access" ? [...(chosen.access ?? []), value] : [value];
          return oracle(many, { ...chosen, [name]: alone }).fit.length;
        });
        assert.deepEqual(found.counts(name), counts, `${name}, ${told}`);
      }
    }
  }
});

test("choices have the words of the file, and “does not say” where it can be a question", () => {
  const { facet } = facets(decoded(fileOf([GROUP, { kind: ["class"] }])), NOW);
  assert.deepEqual(facet("kind").choices, [{ value: "class", label: "The class" }, { value: "group", label: "The group" }]);
  assert.deepEqual(facet("cost").choices, [{ value: "free", label: "The free" }, { value: "" }]);
});
