import assert from "node:assert/strict";
import test from "node:test";

import { byWhoAnswers } from "../../generator/assets/js/workspace/own-questions.mjs";
import { answered, families, hoursOf, moved, placeOf, readable, steps } from "../../generator/assets/js/workspace/asked.mjs";
import { successor } from "../../generator/assets/js/workspace/frame.mjs";
import { lanes, searched, whenWords } from "../../generator/assets/js/workspace/seen.mjs";
import { answersFor, chosenWith, fresh, holds, toggled, toldBy } from "../../generator/assets/js/workspace/state.mjs";

const QUESTIONS = ["who_is_here", "goals", "interests", "causes", "home", "max_km", "mobility", "digital", "not_tags"].map(
  (field) => ({ field, step: field === "who_is_here" ? "start" : "good" }),
);

test("the short way has three questions, each with fields that exist", () => {
  const found = steps("quick", QUESTIONS);
  assert.equal(found.length, 3);
  assert.deepEqual(found.map((one) => one.questions.length), [2, 1, 4]);
});

test("the full way asks all but who is here and what is only taken back", () => {
  const asked = steps("full", QUESTIONS).flatMap((step) => step.questions.map((one) => one.field));
  assert.deepEqual(asked, ["goals", "interests", "causes", "home", "max_km", "mobility", "digital"]);
});

test("an answer that is taken away leaves no trace in the profile", () => {
  for (const empty of [null, undefined, "", false, [], {}]) assert.deepEqual(answered({ age: 78 }, "age", empty), {});
  assert.deepEqual(answered({ age: 78 }, "max_cost", 0), { age: 78, max_cost: 0 });
});

test("hours are taken in the ways people write them, and nothing else is", () => {
  assert.equal(hoursOf("thu", "10-12:30"), "thu 10:00-12:30");
  assert.equal(hoursOf("thu", "9.15 to 11"), "thu 09:15-11:00");
  for (const wrong of ["", "10", "12-10", "25-26", "ten to twelve", "10:75-11"]) assert.equal(hoursOf("thu", wrong), null);
});

test("a home is found by its name whatever its capitals, and left out where nobody knows it", () => {
  const places = { "Mill Lane": [1, 2] };
  assert.equal(placeOf(" mill  LANE", places), "Mill Lane");
  assert.deepEqual(readable({ home: "mill lane", age: 7 }, places), { age: 7, home: [1, 2] });
  assert.deepEqual(readable({ home: "Atlantis", age: 7 }, places), { age: 7 });
});

test("a goal moves one place, and stays at the ends", () => {
  assert.deepEqual(moved(["a", "b", "c"], "c", -1), ["a", "c", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], "a", 1), ["b", "a", "c"]);
  for (const [one, by] of [["a", -1], ["c", 1], ["x", 1]]) assert.deepEqual(moved(["a", "b", "c"], one, by), ["a", "b", "c"]);
});

test("codes stand in their families", () => {
  const found = families({ games: "Games", "games.quiz": "Quiz", dance: "Dancing" });
  assert.deepEqual(found.map((one) => [one.code, one.within.length]), [["games", 1], ["dance", 0]]);
});

test("an answer on the telephone is taken back by the same press, and no one there is no answer", () => {
  const told = toldBy({}, "shed", "c.stale", "yes");
  assert.deepEqual(told, { shed: { "c.stale": "yes" } });
  assert.deepEqual(toldBy(told, "shed", "c.stale", "yes"), {});
  assert.deepEqual(answersFor(toldBy(told, "shed", "c.cost", "away")), { shed: { "c.stale": "yes" } });
});

test("no more are chosen than one sheet holds", () => {
  const five = ["a", "b", "c", "d", "e"];
  assert.deepEqual(chosenWith(five, "f"), five);
  assert.deepEqual(chosenWith(five, "b"), ["a", "c", "d", "e"]);
  assert.deepEqual(toggled(["a"], "a"), []);
});

test("a fresh page holds nothing that could be lost", () => {
  assert.equal(holds(fresh()), false);
  assert.equal(holds({ ...fresh(), profile: { age: 78 } }), true);
});

test("focus goes on to the next question where an answer took its own away", () => {
  const before = ["choose-a", "ask-b-yes", "ask-b-no", "choose-b", "ask-c-yes", "ask-c-no"];
  const now = (...keys) => new Set(keys);
  assert.equal(successor("ask-b-no", before, now(...before)), "ask-b-no");
  assert.equal(successor("ask-b-no", before, now("choose-a", "choose-b", "ask-c-yes")), "ask-c-yes");
  assert.equal(successor("ask-c-no", before, now("choose-a", "ask-b-yes", "ask-b-no")), "ask-b-no");
  assert.equal(successor("ask-b-no", before, now("choose-a")), undefined);
});

test("when it takes place is said from real hours only", () => {
  const every = 0b111111111;
  assert.equal(whenWords({ when: [[1, 630, 720, every, 1]] }).replaceAll("\u00a0", " "), "every Tuesday, 10.30 am to 12 noon");
  assert.match(whenWords({ when: [[1, 630, 720, 0b101, 1]] }), /^Tuesday but not every week, /);
  assert.match(whenWords({ when: [[1, 630, 720, 0b11100111, 1]] }), /^Tuesday in most weeks, /);
  assert.match(whenWords({ when: [0, 1, 2, 3, 4, 5, 6].map((day) => [day, 480, 525, every, 1]) }), /^every day, /);
  const twice = [[1, 630, 720, every, 1], [3, 630, 720, every, 1], [3, 840, 900, 0b101, 1]];
  assert.match(whenWords({ when: twice }).replaceAll("\u00a0", " "), /^every Tuesday and Thursday, 10.30 am to 12 noon and Thursday but not every week, /);
  assert.equal(whenWords({ when: [[1, 0, 720, every, 0]] }), null);
});

test("what is on one day is said with its date, and promises no other", () => {
  const words = (when) => whenWords({ when }, "2026-11-28").replaceAll("\u00a0", " ");
  assert.equal(words([[3, 1395, 1440, 0b10000, 1]]), "Thursday 24 December, 11.15 pm to midnight");
  assert.equal(words([[4, 600, 660, 0b10, 1], [5, 600, 660, 0b1, 1]]), "Saturday 28 November, 10 am to 11 am and Friday 4 December, 10 am to 11 am");
});

const NONE = {
  safety: { banners: [], waits: false, entries: [] }, causes: [], folded_causes: [], short_list: [], yourself: [],
  questions: { open: [], more: [], nearly: [], by_number: [] }, left_out: [], small_step: null,
}; // prettier-ignore
const SPEAK = { entry: (one) => ({ id: one.id }), facts: (id) => ({ id }), say: (one) => one.code };
const LABELS = { cause: { money: "Money is short", grief: "Somebody has died" }, layer: {} };

test("the short way makes three suggestions: one for each thing in the way, then what fits best", () => {
  const found = {
    ...NONE,
    causes: [
      { cause: "money", entries: [{ id: "advice" }, { id: "debt" }], more: [] },
      { cause: "grief", entries: [], more: [] },
    ],
    short_list: ["a", "b", "c"].map((id) => ({ id })),
  };
  const seen = lanes(found, SPEAK, { route: "quick", labels: LABELS, profile: {} });
  assert.deepEqual(seen.causes.map((lane) => lane.entries.map((one) => one.id)), [["advice"]]);
  assert.deepEqual(seen.short.map((one) => one.id), ["a", "b"]);
});

const asking = (id, ...codes) => ({ id, check: codes.map((code) => ({ code })) });
const PHONES = { a: "1", b: "1", c: "2", d: "3" };
const whoAnswers = (open, profile, more = []) =>
  byWhoAnswers({ open, more }, profile, (id) => ({ id, phone: PHONES[id] ?? null, answered: null }));
const called = (found) => found.calls.map((call) => [call.phone, call.entries.map((one) => [one.id, one.check.map(({ code }) => code)])]);

test("only the person is asked how old they are; a group is asked what is left", () => {
  const open = [asking("a", "c.age"), asking("b", "c.cost"), asking("c", "c.age", "c.cost")];

  const unsaid = whoAnswers(open, {});
  assert.deepEqual(unsaid.tell, [{ field: "age", count: 2 }]);
  assert.equal(unsaid.waiting, 1);
  assert.deepEqual(called(unsaid), [["1", [["b", ["c.cost"]]]], ["2", [["c", ["c.cost"]]]]]);

  const said = whoAnswers(open, { age: 60 });
  assert.deepEqual([said.tell, said.waiting], [[], 0]);
});

test("calls that only waited for the person make room for the next ones", () => {
  const found = whoAnswers([asking("a", "c.age"), asking("b", "c.age")], {}, [asking("c", "c.cost"), asking("d", "c.cost"), asking("e", "c.cost")]);

  assert.deepEqual(called(found).flatMap(([, entries]) => entries.map(([id]) => id)), ["c", "d"]);
  assert.deepEqual(found.more.map((one) => one.id), ["e"]);
});

test("whom a group is for is asked of the person, but not who comes where they want women only", () => {
  const open = [asking("a", "c.gender")];
  assert.deepEqual(whoAnswers(open, {}).tell, [{ field: "gender", count: 1 }]);
  for (const profile of [{ gender: "other" }, { gender_pref: "women_only" }]) assert.deepEqual(whoAnswers(open, profile).tell, []);
});

test("what was left out is found by its name or by the reason", () => {
  const out = [{ title: "Bingo", out: ["It is full."] }, { title: "Chess", out: ["It is too far."] }];
  assert.deepEqual(searched(out, "FULL").map((one) => one.title), ["Bingo"]);
  assert.deepEqual(searched(out, "chess").map((one) => one.title), ["Chess"]);
  assert.equal(searched(out, " ").length, 2);
});
