import assert from "node:assert/strict";
import { test } from "node:test";

import { copyFile, escaped, folded, instant } from "../../generator/assets/js/ics.mjs";

const NOW = new Date("2026-11-22T09:00:00Z");
const TEA = {
  url: "https://example.org/fingerpost/activities/tea/",
  title: "Tea",
  day: "2026-12-01",
  start: 630,
  end: 720,
  zone: "Europe/London",
};

const lines = (text) => text.replaceAll("\r\n ", "").split("\r\n");
const iso = (...asked) => new Date(instant(...asked)).toISOString();

test("a session stands at its instant, in summer and in winter and by the clocks of its own zone", () => {
  const cases = [
    [["2026-12-01", 630, "Europe/London"], "2026-12-01T10:30:00.000Z"],
    [["2026-07-01", 630, "Europe/London"], "2026-07-01T09:30:00.000Z"],
    [["2026-07-01", 630, "America/Chicago"], "2026-07-01T15:30:00.000Z"],
    [["2026-07-01", 0, "Pacific/Auckland"], "2026-06-30T12:00:00.000Z"],
    [["2026-10-25", 90, "Europe/London"], "2026-10-25T00:30:00.000Z"], // shown twice: the first
    [["2027-03-28", 90, "Europe/London"], "2027-03-28T01:30:00.000Z"], // skipped: an hour later on the wall
    [["2026-11-01", 90, "America/New_York"], "2026-11-01T05:30:00.000Z"],
    [["2027-03-14", 150, "America/New_York"], "2027-03-14T07:30:00.000Z"],
    [["2026-12-01", 1500, "Europe/London"], "2026-12-02T01:00:00.000Z"], // on the day after
  ];
  for (const [asked, expected] of cases) assert.equal(iso(...asked), expected, asked.join(" "));
});

test("a copy says that it is one, where its page is and nothing that a subscription says", () => {
  const found = lines(copyFile([{ ...TEA, place: "Old Mill; Mill Lane", text: "Ring 01632 960 101." }], NOW));

  assert.deepEqual(found, [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fingerpost//Fingerpost copy//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    "UID:copy-fingerpost-activities-tea-20261201T630@example.org",
    "DTSTAMP:20261122T090000Z",
    "DTSTART:20261201T103000Z",
    "DTEND:20261201T120000Z",
    "SUMMARY:Tea",
    "DESCRIPTION:Ring 01632 960 101.\\n\\nThis is a copy. It will not change when something is cancelled." +
      "\\n\\nhttps://example.org/fingerpost/activities/tea/",
    "LOCATION:Old Mill\\; Mill Lane",
    "URL:https://example.org/fingerpost/activities/tea/",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("all day is a day, and an end that nobody knows is left out", () => {
  const all = lines(copyFile([{ ...TEA, start: null, day: "2026-12-31" }], NOW));
  const open = lines(copyFile([{ ...TEA, end: null }], NOW));

  assert.ok(all.includes("DTSTART;VALUE=DATE:20261231") && all.includes("DTEND;VALUE=DATE:20270101"));
  assert.ok(open.includes("DTSTART:20261201T103000Z") && !open.some((line) => line.startsWith("DTEND")));
});

test("where the clocks change within a session, it still has its length", () => {
  const night = { ...TEA, day: "2027-03-28", start: 30, end: 90 };
  const found = lines(copyFile([night], NOW));

  assert.ok(found.includes("DTSTART:20270328T003000Z") && found.includes("DTEND:20270328T013000Z"));
});

test("several sessions are one file, each with an identity of its own", () => {
  const found = lines(copyFile([TEA, { ...TEA, day: "2026-12-08" }, { ...TEA, start: 900, end: 960 }], NOW));

  assert.equal(found.filter((line) => line === "BEGIN:VEVENT").length, 3);
  assert.equal(new Set(found.filter((line) => line.startsWith("UID:"))).size, 3);
});

test("no text can leave its line", () => {
  const hostile = ["Tea\r\nATTACH:https://evil.example.org/", "Tea\nEND:VEVENT", "Tea\0\x07\x1b[31m", "a\u2028b", "\ud800"];
  for (const text of hostile) {
    const found = lines(copyFile([{ ...TEA, title: text, place: text, text }], NOW));
    assert.equal(found.filter((line) => /^(END:VEVENT|ATTACH)/.test(line)).length, 1, JSON.stringify(text));
    assert.ok(found.every((line) => !/[\0-\x1f\u2028]/.test(line)), JSON.stringify(text));
  }
  assert.equal(escaped("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
});

test("lines are as full as they may be, and never break a character or an escape", () => {
  const size = (piece) => new TextEncoder().encode(piece).length;
  assert.deepEqual(folded("x".repeat(149)).split("\r\n ").map(size), [75, 74]);
  assert.deepEqual(folded("x".repeat(75)).split("\r\n ").map(size), [75]);
  assert.deepEqual(folded(`${"x".repeat(74)}é`).split("\r\n "), ["x".repeat(74), "é"]);
  assert.deepEqual(folded(`${"x".repeat(74)}\\nx`).split("\r\n "), ["x".repeat(74), "\\nx"]);
});
