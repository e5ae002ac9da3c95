import assert from "node:assert/strict";
import test from "node:test";

import { changes, isTouched, newSince, readableProfile } from "../../generator/assets/js/workspace/compare.mjs";
import { datesOf } from "../../generator/assets/js/workspace/dates.mjs";
import { factOf, learned, message } from "../../generator/assets/js/workspace/learned.mjs";
import { kept, read, written } from "../../generator/assets/js/workspace/letter.mjs";
import { qr } from "../../generator/assets/js/qr.mjs";
import { scanned } from "../../generator/assets/js/workspace/sheet.mjs";
import { answerWords, columnsOf, saidOn, withAnswer } from "../../generator/assets/js/workspace/reviews.mjs";
import { fresh, plans, reopened } from "../../generator/assets/js/workspace/state.mjs";
import en from "../../generator/assets/js/workspace/sheets/en.mjs";
import { LANGUAGES, labelsOf } from "../../generator/assets/js/workspace/sheets/all.mjs";

const WORDS = { aim: "Lunch with somebody – on “Wednesdays”", know: "", who: "", comes: "", information: "", review: "2027-03-02" };
const GANG = kept({ id: "garden-gang", title: "Garden Gang", when: "every Tuesday", where: "Hope\u00a0Street", cost: "Free", phone: "01632 960102", status: "open" });
const PLAN = { made: "2026-11-28", profile: { age: 78, interests: ["nature.gardening"] }, words: WORDS, chosen: [GANG], seen: ["garden-gang"], reviews: [] };
const letter = () => written(PLAN, en, { date: (iso) => iso, items: [{ title: "Garden Gang", lines: [["When", "every Tuesday"]] }] });

test("a plan reads as a letter and comes back whole", () => {
  const text = letter();
  assert.match(text, /^My plan\n/);
  assert.match(text, /1\. Garden Gang\n {3}When: every Tuesday/);
  assert.deepEqual(read(text), { plans: [PLAN], broken: 0 });
});

test("a plan survives what mail programs do to it", () => {
  const quoted = letter().replace(/^/gm, "> ").replaceAll("\n", "\r\n");
  assert.deepEqual(read(`Hello\n\n${quoted}\nBye`).plans, [PLAN]);
  const wrapped = letter().replace(/^(.{40})(.+)$/gm, "$1\n$2");
  assert.deepEqual(read(wrapped).plans, [PLAN]);
});

test("several plans in one text are all read, and one that is damaged is counted", () => {
  const damaged = letter().replace("garden-gang", "garden-gan");
  assert.deepEqual(read(letter() + damaged.replace(/^[^]*below/i, "") + letter()).plans.length, 2);
  assert.equal(read(letter().replace(/"age":78/, '"age":7')).broken, 1);
  assert.deepEqual(read("Dear all"), { plans: [], broken: 0 });
});

test("a plan from anywhere is cut down to what a plan has", () => {
  const odd = { ...PLAN, evil: "<script>", seen: ["a", 7], words: { aim: 3 }, chosen: [{ id: "x", title: 9 }, "y"] };
  const [found] = read(written(odd, en, { date: String, items: [] })).plans;
  assert.deepEqual(Object.keys(found).sort(), ["chosen", "made", "profile", "reviews", "seen", "words"]);
  assert.deepEqual([found.seen, found.words.aim, found.chosen.length, found.chosen[0].title], [["a"], "", 1, null]);
});

test("a plan from anywhere cannot stop the page, however long or odd it is", () => {
  const again = (plan) => read(written({ ...PLAN, ...plan }, en, { date: String, items: [] })).plans;
  const chosen = [...Array(300).fill({ id: "a" }), ...Array.from({ length: 300 }, (_, at) => ({ id: `x-${at}` }))];
  const [found] = again({ chosen, words: { review: "soon" }, reviews: Array.from({ length: 300 }, () => ({ on: "2027-01-01", went: {} })) });
  assert.deepEqual([found.chosen.map(({ id }) => id), found.words.review, found.reviews.length], [["a", "x-0", "x-1", "x-2", "x-3"], "", 12]);
  assert.deepEqual([again({ made: "2026-99-99" }), again({ made: 7 }), again({ chosen: {} })], [[], [], []]);
  const before = process.cpuUsage();
  assert.deepEqual(read("fingerpost-plan-1\n".repeat(60_000) + letter()).plans, [PLAN]);
  assert.ok(process.cpuUsage(before).user < 10_000_000); // half a minute and more, were each looked at up to the end of all
});

test("names of things that every object has are nobody’s answers", () => {
  assert.deepEqual(saidOn([{ on: "2027-01-01", went: {} }], "2027-01-01", "constructor"), { went: "", why: [] });
  assert.equal(answerWords({ went: "constructor", why: ["toString"] }), "");
});

test("a later day says what changed in what was chosen, what is gone and what is new", () => {
  const now = { ...GANG, where: "Hope Street", when: "every Monday" };
  const found = changes(PLAN, () => now);
  assert.deepEqual(found[0].changed, [{ what: "when", before: "every Tuesday", now: "every Monday" }]);
  assert.equal(isTouched(found), true);
  assert.equal(isTouched(changes(PLAN, () => ({ ...GANG, where: "Hope Street" }))), false);
  assert.equal(changes(PLAN, () => null)[0].gone, true);
  assert.deepEqual(newSince(PLAN, ["garden-gang", "choir"]), ["choir"]);
});

const NO = { went: "no", why: ["transport", "money"] };

test("an answer belongs to its day, changes on the same day, and stands beside those of other days", () => {
  const once = withAnswer(withAnswer([], "2026-12-01", "gang", { went: "no" }), "2026-12-01", "gang", { why: "transport" });
  assert.deepEqual(once, [{ on: "2026-12-01", went: { gang: { went: "no", why: ["transport"] } } }]);
  const again = withAnswer(once, "2027-03-01", "gang", { went: "yes" });
  assert.deepEqual([saidOn(again, "2026-12-01", "gang").went, saidOn(again, "2027-03-01", "gang").went], ["no", "yes"]);
  assert.deepEqual(saidOn(withAnswer(once, "2026-12-01", "gang", { not: "transport" }), "2026-12-01", "gang").why, []);
  assert.equal(answerWords(NO), "No, Getting there, Money");
  assert.equal(answerWords(saidOn(again, "2027-03-01", "choir")), "");
});

test("a sheet has a column for the last looks, one for the next and empty ones, as many as were asked for", () => {
  const looks = ["2026-03-01", "2026-06-01", "2026-09-01"].map((on) => ({ on, went: { gang: NO } }));
  const days = (...given) => columnsOf(...given).map(({ on }) => on);
  assert.deepEqual(days([], "2027-03-02", 4), ["2027-03-02", "", "", ""]);
  assert.deepEqual(days(looks, "2026-12-01", 4), ["2026-06-01", "2026-09-01", "2026-12-01", ""]);
  assert.deepEqual(days(looks, "", 3), ["2026-09-01", "", ""]);
  assert.deepEqual(days(looks, "2026-09-01", 3), ["2026-09-01", "", ""], "a day that is over is no next one");
});

test("a plan carries what was said at each look, and nothing that is no answer", () => {
  const reviews = [{ on: "2027-03-02", went: { "garden-gang": NO } }];
  const text = (plan) => written(plan, en, { date: String, items: [] });
  assert.deepEqual(read(text({ ...PLAN, reviews })).plans[0].reviews, reviews);
  const odd = [...reviews, { on: "soon", went: {} }, { on: "2027-03-03" }, 7];
  assert.deepEqual(read(text({ ...PLAN, reviews: odd })).plans[0].reviews, reviews);
});

test("of a person who is not here there is no plan; opening one means that they are", () => {
  const known = () => true;
  assert.equal(plans({ ...fresh(), planning: true, who: "self" }), true);
  assert.equal(plans({ ...fresh(), planning: true, who: "absent" }), false);
  assert.equal(reopened({ ...fresh(), who: "absent" }, PLAN, {}, known).who, "with_worker");
  assert.equal(reopened(fresh(), PLAN, { who_is_here: "absent" }, known).profile.who_is_here, "with_worker");
  assert.equal(reopened({ ...fresh(), who: "self" }, PLAN, { who_is_here: "with_worker" }, known).who, "self");
});

test("the coming sessions of a record are its slots in the weeks that they name, from today on", () => {
  const at = { asOf: "2026-12-01", today: "2026-12-02", weeks: 8 }; // a Tuesday, looked at on the day after
  const days = (when, change = {}) => datesOf({ when }, { ...at, ...change }).map(({ day, start, end }) => `${day} ${start}-${end}`);
  assert.deepEqual(days([[3, 630, 720, 0b101, 1]]), ["2026-12-03 630-720", "2026-12-17 630-720"]);
  assert.deepEqual(days([[1, 630, 720, 0b11, 1]]), ["2026-12-08 630-720"], "the Tuesday of this week is over");
  assert.deepEqual(days([[0, 0, 1440, 0b10, 1]]), ["2026-12-07 null-null"]);
  assert.deepEqual(days([[6, 840, null, 1, 1], [4, 840, 900, 1, 1]]), ["2026-12-04 840-900", "2026-12-06 840-null"]);
  assert.deepEqual(days([[3, 0, 720, 0b111, 0]]), [], "a morning is no time to be there");
  assert.deepEqual(days(null), []);
});

test("a sheet speaks the language of its site, whatever its country", () => {
  assert.deepEqual(["en-GB", "pt-BR", "pt", "de"].map((tag) => labelsOf(tag).tag), ["en", "pt", "pt", "en"]);
});

const QUESTIONS = [
  { field: "age", several: false },
  { field: "mobility", several: true },
  { field: "causes", several: true },
];
const OPTIONS = { age: {}, mobility: { wheelchair: "" }, causes: { money: "" } };

test("free times, numbers and ticks of an opened plan are what the matcher can read", () => {
  const asks = ["age", "max_km", "availability", "carer", "home", "home_before_dark"].map((field) => ({ field, several: field === "availability" }));
  const of = (profile) => readableProfile(profile, asks, ({ field }) => (field === "carer" ? { no: "" } : field === "availability" ? { mon_am: "" } : {})).profile;
  const good = { age: 78, max_km: 0, availability: ["mon_am", "thu 10:00-12:30"], carer: "no", home_before_dark: true };
  assert.deepEqual(of(good), good);
  assert.deepEqual(of({ age: "old", max_km: -1, availability: ["whenever", "xyz_am", 7, "mon_am"], carer: true, home: true }), { availability: ["mon_am"] });
});

test("answers that are not known any more are left out of an opened plan, and counted", () => {
  const profile = { age: 78, mobility: ["wheelchair", "wings"], causes: { money: "later", fame: "yes" }, name: "Ann" };
  const found = readableProfile(profile, QUESTIONS, (question) => OPTIONS[question.field]);
  assert.deepEqual(found, { profile: { age: 78, mobility: ["wheelchair"], causes: { money: "later" } }, dropped: 1 });
});

const LABELS = { access: { step_free: "Step-free way in" } };

test("what was learned names the fact and nothing of the person", () => {
  assert.deepEqual(factOf("c.access.step_free", "no", LABELS).value, "no");
  for (const personal of ["c.age", "c.age_nearly", "c.gender", "c.time", "c.language"]) assert.equal(factOf(personal, "yes", LABELS), null);
});

test("one message holds all records, with what else they said, in the form that corrections have", () => {
  const answers = { mill: { "c.access.step_free": "yes", "c.age": "yes" }, shed: { "c.cost": "yes", "c.full": "away" } };
  const found = learned(answers, (id) => ({ title: `The [old] ${id}` }), LABELS);
  const text = message(found, { today: "2026-11-28", role: "link worker", notes: { "mill c.access.step_free": "by the side\n[end]", "shed c.cost": "£3" } });
  assert.match(text, /^\[record mill\] The \(old\) mill\n\n\[step_free\] Step-free way in: not known\nThe right one is: yes, by the side \(end\)\n/);
  assert.match(text, /\[cost\] What it costs: not known\nThe right one is: £3\n/);
  assert.match(text, /\[role\].*\nAnswer: link worker\n/);
  assert.equal(text.match(/\[end\]/g).length, 1);
  assert.doesNotMatch(text, /age/);
});

test("each language of the sheets has the same labels as English, and says who has read it", () => {
  for (const one of LANGUAGES) assert.deepEqual(Object.keys(one), Object.keys(en));
  assert.match(LANGUAGES.find((one) => one.tag === "pt").note, /Not yet read by a speaker/);
});

test("an address that is too long has no code", () => {
  assert.equal(qr("x".repeat(214)), null);
  assert.equal(qr("x".repeat(213)).length, 57);
});

test("a code leads into the calendar of what has dates, and to the page of what has none", () => {
  assert.deepEqual(scanned("activities/tea/"), { path: "feeds/activity/tea.ics", under: "dates" });
  assert.deepEqual(scanned("resources/shed/"), { path: "resources/shed/", under: "page" });
});
