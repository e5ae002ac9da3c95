import assert from "node:assert/strict";
import { test } from "node:test";

import { asks, asMessage, asParagraph, asParagraphs, asText, LONGEST, next, ring } from "../../generator/assets/js/list/texts.mjs";

const TODAY = "2026-11-28";
const TEA = {
  at: "activities/tea",
  address: "https://example.org/fingerpost/activities/tea/",
  name: "Tea and Talk",
  summary: "A pot of tea and somebody to talk to.",
  notices: [],
  arm: "Ring first",
  when: ["Every Tuesday, 10.30\u00a0am to 12\u00a0noon."],
  dates: [
    { day: "2026-11-24", at: "630-720", place: null, called: null, struck: "", tag: "", said: "" },
    { day: "2026-12-01", at: null, place: null, called: null, struck: "Tuesday 1 December", tag: "Cancelled", said: "" },
    { day: "2026-12-08", at: "630-720", place: null, called: null, struck: "", tag: "", said: "" },
  ],
  there: [],
  where: ["Old Mill", "Mill Lane, Northgate, ZZ1\u00a01ZZ"],
  place: "Old Mill, Mill Lane, Northgate",
  zone: "Europe/London",
  way: [{ name: "Bus stop", said: "Mill Bridge, bus\u00a04." }],
  cost: "Free. Tea 50p.",
  costKnown: true,
  phone: "01632\u00a0960\u00a0101",
  sitePhone: "01632\u00a0960\u00a0100",
  hours: "weekdays 9 to 1",
  role: "the coordinator",
  reach: ["tea@example.org"],
  asks: ["Hearing loop", "Toilet for wheelchair users"],
  feed: null,
};

test("a message holds what, when next, where, whom to ask for and the telephone, in at most 300 characters", () => {
  assert.equal(
    asMessage(TEA, TODAY),
    "Tea and Talk: Tuesday 8 December, 10.30 am to 12 noon. Old Mill, Mill Lane, Northgate, ZZ1 1ZZ. Ring first. " +
      "Free. Tea 50p. Ask for the coordinator: 01632 960 101.",
  );
});

test("a paragraph about a group says when the things are that it does", () => {
  const group = { ...TEA, when: [], dates: [], there: [
    { name: "Tea and Talk", when: "Tuesdays, 10.30\u00a0am" },
    { name: "Walk and Talk", when: "Fridays, 2\u00a0pm" },
  ] }; // prettier-ignore
  assert.match(asParagraph(group, TODAY), /to talk to\. Tuesdays, 10\.30 am\. Walk and Talk: Fridays, 2 pm\. Where: Old Mill/);
});

test("a message never grows over 300 characters, and never loses the date or the telephone", () => {
  const long = (words, count) => Array(count).fill(words).join(" ");
  const cases = [
    { name: long("Tea", 200) },
    { where: [long("Hall", 100), long("Lane", 100)] },
    { cost: long("Tea 50p and", 60) },
    { name: "\u{1f375}".repeat(300) },
    { name: long("Tea", 40), where: [long("Hall", 40)], cost: long("50p", 90) },
    { role: long("the", 30) },
  ];
  for (const change of cases) {
    const text = asMessage({ ...TEA, ...change }, TODAY);
    assert.ok(text.length <= LONGEST, text);
    assert.match(text, /01632 960 101/, text);
    assert.match(text, /Tuesday 8 December/, text);
    assert.doesNotMatch(text, /[\ud800-\udbff](?![\udc00-\udfff])/, "half a character");
  }
});

test("a date that moved away names its own place, and a cancelled one is never the next", () => {
  const elsewhere = { ...TEA.dates[2], place: "Market Hall, Northgate" };

  assert.equal(next(TEA, TODAY).day, "2026-12-08");
  assert.match(asMessage({ ...TEA, dates: [elsewhere] }, TODAY), /Market Hall, Northgate/);
  assert.match(asMessage({ ...TEA, dates: [] }, TODAY), /^Tea and Talk: Every Tuesday, 10.30 am to 12 noon\. /);
});

test("whom to ring: their number with its hours, another way, or the number of the site", () => {
  const cases = [
    [{}, "01632\u00a0960\u00a0101 (weekdays 9 to 1), ask for the coordinator"],
    [{ hours: null, role: null }, "01632\u00a0960\u00a0101"],
    [{ phone: null }, "tea@example.org"],
    [{ phone: null, reach: [] }, "01632\u00a0960\u00a0100"],
  ];
  for (const [change, wanted] of cases) assert.equal(ring({ ...TEA, ...change }), wanted);
});

test("what nobody knows is asked, the cost first", () => {
  assert.deepEqual(asks({ ...TEA, costKnown: false }), ["What does it cost?", "Hearing loop?", "Toilet for wheelchair users?"]);
});

test("the text for the worker's own record has the date, what was offered, what to ask, and each address", () => {
  const text = asText([{ facts: TEA, note: "Her neighbour goes." }, { facts: { ...TEA, name: "Shed" }, note: "" }], TODAY);

  assert.equal(
    text.split("\n\n")[0] + "\n" + text.split("\n\n")[1],
    [
      "Offered on Saturday 28 November 2026",
      "1. Tea and Talk",
      "When: Every Tuesday, 10.30 am to 12 noon. The next date is Tuesday 8 December, 10.30 am to 12 noon.",
      "Where: Old Mill. Mill Lane, Northgate, ZZ1 1ZZ.",
      "Bus stop: Mill Bridge, bus 4.",
      "Cost: Free. Tea 50p.",
      "First step: Ring first.",
      "Ring or write: 01632 960 101 (weekdays 9 to 1), ask for the coordinator.",
      "Ask first: Hearing loop? Toilet for wheelchair users?",
      "Note: Her neighbour goes.",
      "https://example.org/fingerpost/activities/tea/",
    ].join("\n"),
  );
  assert.match(text, /\n\n2\. Shed\n/);
  assert.doesNotMatch(text, /\u00a0/);
});

test("a paragraph for a letter is whole sentences with the unknown said aloud", () => {
  assert.equal(
    asParagraph(TEA, TODAY),
    "“Tea and Talk”: A pot of tea and somebody to talk to. Every Tuesday, 10.30 am to 12 noon. The next date is " +
      "Tuesday 8 December, 10.30 am to 12 noon. Where: Old Mill, Mill Lane, Northgate, ZZ1 1ZZ. Free. Tea 50p. The " +
      "telephone number is 01632 960 101 (weekdays 9 to 1); ask for the coordinator. Please ask first: Hearing loop? " +
      "Toilet for wheelchair users? More is at https://example.org/fingerpost/activities/tea/",
  );
  assert.equal(asParagraphs([TEA, TEA], TODAY).split("\n\n").length, 2);
});
