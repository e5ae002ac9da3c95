import assert from "node:assert/strict";
import { test } from "node:test";

import { leaveWords, takeWords } from "../../generator/assets/js/search/handover.mjs";
import { Exchanged, openLibrary } from "../../generator/assets/js/search/library.mjs";
import { terms } from "../../generator/assets/js/search/query.mjs";
import { searchIn } from "../../generator/assets/js/search/search.mjs";
import { distance, meant } from "../../generator/assets/js/search/spelling.mjs";
import { dayMeant } from "../../generator/assets/js/search/when.mjs";
import { whyWords } from "../../generator/assets/js/search/why.mjs";

const [NAME, ABOUT, TEXT] = [1, 2, 64];
const spot = (place, length) => place * 16 + length;

// Three records and a page: "Knit and Natter" (0), "Wool Shop Choir" (1), one that is about crafts (2).
const FILES = {
  "index.json": {
    version: "1", records: 3, documents: 4, order: "o", first: ["", "m"], endings: ["s", "ing"],
    about: [["#topic.crafts", "Crafts", "craft", "knit", "wool"]],
  },
  "words/0.json": {
    version: "1",
    stems: {
      "#topic.crafts": ["", 1, ABOUT, [2]],
      craft: ["crafts", 0],
      choir: ["", 1, NAME, [1, spot(2, 3)]],
      constructor: ["", 1, TEXT, [2]],
      knit: ["knitting knit", 1, NAME, [0, spot(0, 3)]],
    },
    see: { better: "natter" },
  },
  "words/1.json": {
    version: "1",
    stems: {
      natter: ["natter better", 2, NAME, [0, spot(2, 3)], TEXT, [3]],
      shop: ["", 1, NAME, [1, spot(1, 3)]],
      wool: ["", 2, NAME, [1, spot(0, 3)], TEXT, [2]],
    },
    see: {},
  },
  "spelling.json": { version: "1", words: ["choir knitting wool", "natter shop", "", "", ""] },
  "cards/0.json": { order: "o", cards: [0, 1, 2, 3].map((at) => [`r${at}/`, `Name ${at}`, "Kind", "Line"]) },
};

function library(changed = {}) {
  const asked = [];
  const load = (path) => {
    asked.push(path);
    return Promise.resolve(structuredClone({ ...FILES, ...changed }[path]));
  };
  return openLibrary(load).then((opened) => ({ opened, asked }));
}

async function found(query) {
  const { opened } = await library();
  const { found: records, corrected, prose } = await searchIn(opened, query);
  return { records: records.map((one) => one.record), why: records.map((one) => one.why), corrected, prose };
}

for (const [one, other, most, far] of [
  ["gardning", "gardening", 2, 1],
  ["hosptial", "hospital", 2, 1],
  ["nitting", "knitting", 2, 1],
  ["abcd", "badc", 2, 2],
  ["same", "same", 1, 0],
  ["cat", "horse", 2, Infinity],
  ["", "ab", 2, 2],
]) {
  test(`from “${one}” to “${other}” it is ${far}`, () => {
    assert.equal(distance(one, other, most), far);
    assert.equal(distance(other, one, most), far);
  });
}

test("two letters that nothing has are called the beginning of a word, and no correction is made of whole ones", async () => {
  const cases = [["kn", true], ["tea kn", true], ["kn ", false], ["kni", false], ["knit", false]];
  for (const [query, begun] of cases) {
    const opened = await openLibrary(async (path) => FILES[path]);
    assert.equal((await searchIn(opened, query)).begun, begun, query);
  }
});

test("the likelier of two near words is meant, and one with the same first letter before others", () => {
  assert.deepEqual(meant("knittin", [["knitting"], ["knitten"]], new Set()), ["knitting"]);
  assert.deepEqual(meant("cnoir", [["choir", "snoir"]], new Set()), ["choir"]);
  assert.deepEqual(meant("bookclub", [["book", "club"]], new Set(["book", "club"])), ["book", "club"]);
});

test("short words, numbers and words that are far from all others are left as they are", () => {
  for (const word of ["cat", "01632", "quizzical"]) assert.equal(meant(word, [["bat", "cart", "01633"]], new Set()), null);
});

for (const [query, expected] of [
  ["Men's  Café", [["mens", null], ["cafe", null]]],
  ["01632 960 101", [["01632960101", null]]],
  ["bus 4 2026", [["bus", null], ["4", null], ["2026", null]]],
  ['the "tea dance" hall', [["the", null], ["tea", 0], ["dance", 0], ["hall", null]]],
  ["“tea dance”", [["tea", 0], ["dance", 0]]],
  ['un"closed', [["un", null], ["closed", null]]],
  ["knit knit", [["knit", null]]],
  ["I am lonely", [["lonely", null]]],
  ["free tomorrow", [["free", null]]],
  ["I’m feeling “so lonely”", [["so", 0], ["lonely", 0]]],
  ["I need", [["i", null], ["need", null]]],
  ["…", []],
]) {
  test(`“${query}” has these terms`, () => {
    assert.deepEqual(terms(query).map(({ word, phrase }) => [word, phrase]), expected);
  });
}

test("a page that was pasted is read as far as its first words, in one go", () => {
  const before = process.cpuUsage();
  assert.deepEqual(terms(`tea ${"1 a ".repeat(5_000)}`).map(({ word }) => word), ["tea", "1", "a"]);
  assert.ok(process.cpuUsage(before).user < 5_000_000); // a minute, were the text read anew for each number
});

for (const [words, day, told] of [
  ["tomorrow", "2026-12-01", "What’s on tomorrow, Tuesday 1 December"],
  ["Free lunch Tomorrow?", "2026-12-01", "What’s on tomorrow, Tuesday 1 December"],
  ["what is on tonight", "2026-11-30", "What’s on today, Monday 30 November"],
  ["today", "2026-11-30", "What’s on today, Monday 30 November"],
]) {
  test(`“${words}” leads to a day of the calendar`, () => {
    const found = dayMeant(words, "2026-11-30");
    assert.deepEqual([found.day, found.words.replaceAll("\u00a0", " ")], [day, told]);
  });
}

test("words that name no day lead to none", () => {
  for (const words of ["", "tea", "tomorrows"]) assert.equal(dayMeant(words, "2026-11-30"), null);
});

test("the last word may still go on until a space follows it", () => {
  assert.deepEqual(terms("tea dan").map((term) => term.open), [false, true]);
  assert.deepEqual(terms("tea dan ").map((term) => term.open), [false, false]);
});

test("names come first, then what something is about, then texts", async () => {
  assert.deepEqual((await found("wool ")).records, [1, 2]);
  assert.deepEqual((await found("knitting ")).records, [0, 2]);
});

test("it is said where each word matches", async () => {
  const { why } = await found("wool ");
  assert.deepEqual(why, [[{ field: "name", words: ["wool"] }], [{ field: "about", words: ["Crafts"] }]]);
});

test("a word that stands nowhere is found by its stem, one that is misspelt by what was meant", async () => {
  assert.deepEqual([(await found("knits ")).records, (await found("knits ")).corrected], [[0, 2], null]);
  assert.deepEqual([(await found("chior")).records, (await found("chior")).corrected], [[1], "choir"]);
});

test("words with no form of their own in a file are looked for where their stem stands", async () => {
  assert.deepEqual((await found("better ")).records, [0]);
});

test("names of things that every object has are words like others", async () => {
  assert.deepEqual((await found("constructor ")).records, [2]);
  for (const query of ["__proto__", "toString ", "hasOwnProperty "]) assert.deepEqual((await found(query)).records, []);
});

test("a phrase in a name must stand as it is written", async () => {
  assert.deepEqual((await found('"wool shop"')).records, [1]);
  assert.deepEqual((await found('"shop wool"')).records, []);
  assert.deepEqual((await found('"wool choir"')).records, []);
});

test("pages are told apart from records", async () => {
  const { prose } = await found("natter ");
  assert.deepEqual(prose, [
    { url: "r3/", title: "Name 3", kind: "Kind", line: "Line", why: [{ field: "text", words: ["natter"] }] },
  ]);
});

test("only the files of the words are loaded, and spelling only for a word that is not known", async () => {
  const { opened, asked } = await library();
  await searchIn(opened, "shop ");
  assert.deepEqual(asked, ["index.json", "words/1.json"]);
  await searchIn(opened, "shpo ");
  assert.ok(asked.includes("spelling.json"));
});

test("files of another build are refused", async () => {
  for (const path of ["words/1.json", "spelling.json"]) {
    const { opened } = await library({ [path]: { ...FILES[path], version: "2" } });
    await assert.rejects(searchIn(opened, "shpo "), Exchanged);
  }
  const { opened } = await library({ "cards/0.json": { ...FILES["cards/0.json"], order: "other" } });
  await assert.rejects(opened.card(0), Exchanged);
});

test("equal scores stand in the order of the records", async () => {
  const stems = { tea: ["", 3, NAME, [0, spot(0, 2), 1, spot(0, 2), 1, spot(0, 2)]] };
  const { opened } = await library({ "words/1.json": { version: "1", stems, see: {} } });
  assert.deepEqual((await searchIn(opened, "tea ")).found.map((one) => one.record), [0, 1, 2]);
});

test("the reason is told in words", () => {
  const why = [
    { field: "name", words: ["wool"] },
    { field: "about", words: ["Crafts", "Music"] },
    { field: "text", words: ["third"] },
  ];
  assert.equal(whyWords(why), "Matches: “wool” in its name and “Crafts” and “Music” in what it is about");
});

test("words are handed over once, and not at all where nothing may be kept", () => {
  const kept = new Map();
  const view = {
    sessionStorage: {
      setItem: (key, value) => kept.set(key, value),
      getItem: (key) => kept.get(key) ?? null,
      removeItem: (key) => kept.delete(key),
    },
  };
  assert.equal(leaveWords(view, "wool"), true);
  assert.equal(takeWords(view), "wool");
  assert.equal(takeWords(view), "");
  assert.equal(kept.size, 0);
  const forbidden = { get sessionStorage() { throw new Error("forbidden"); } };
  assert.equal(leaveWords(forbidden, "wool"), false);
  assert.equal(takeWords(forbidden), "");
});
