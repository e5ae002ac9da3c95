// Sessions in, the text of one iCalendar file out (RFC 5545): a copy to keep, which does not change any more. Nothing
// here knows a page. Moments are instants in UTC, so that no description of a zone is needed.

import { dayAfter } from "./days.mjs";
import { t } from "./words.mjs";

const LONGEST_LINE = 75; // octets, without the line break
const DAY = 24 * 60 * 60 * 1000;
const MINUTE = 60 * 1000;
const NOT_TEXT = /[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;
const NOT_URI = /[\0-\x20\x7f-\x9f\u2028\u2029"<>\\^`{|}]|\p{Cs}/gu;
const bytes = new TextEncoder();
const characters = new TextDecoder();

/**
 * @typedef {object} Kept  One session to keep.
 * @property {string} url     the address of its page
 * @property {string} title
 * @property {string} day     "2026-12-02"
 * @property {number | null} start  minutes since midnight; null is all day
 * @property {number | null} [end]  minutes since midnight of `day`, over 1440 on the day after; null where nobody knows
 * @property {string} zone    whose clocks: "Europe/London"
 * @property {string | null} [place]
 * @property {string | null} [text]   what else to say
 */

/** What stands in every copy: who keeps one must not wait for news in it. */
export function copyNote() {
  return t("This is a copy. It will not change when something is cancelled.");
}

/**
 * The text of a file with all of the sessions.
 * @param {Kept[]} sessions
 * @param {Date} now  when the copy is made
 */
export function copyFile(sessions, now) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fingerpost//Fingerpost copy//EN",
    "CALSCALE:GREGORIAN",
    ...sessions.flatMap((session) => event(session, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * The instant at which the clocks of a zone show a time of a day, in milliseconds: the first where they show it twice;
 * a time that they skip is as far after the change as it would have been, as in `schedule/zoned.py`.
 */
export function instant(day, minutes, zone) {
  const wall = Date.parse(day) + minutes * MINUTE;
  const [before, after] = [offset(wall - DAY, zone), offset(wall + DAY, zone)];
  const holds = (one) => offset(wall - one, zone) === one;
  return wall - ([Math.max(before, after), Math.min(before, after)].find(holds) ?? before);
}

function event(session, now) {
  const { start, end, day, zone } = session;
  const said = [session.text, copyNote(), session.url].filter(Boolean).join("\n\n");
  const lines = ["BEGIN:VEVENT", `UID:${uid(session)}`, `DTSTAMP:${moment(now.getTime())}`];
  if (start === null) {
    lines.push(`DTSTART;VALUE=DATE:${figures(day)}`);
    lines.push(`DTEND;VALUE=DATE:${figures(dayAfter(day, 1))}`);
  } else {
    const begins = instant(day, start, zone);
    const ends = end === null || end === undefined ? begins : instant(day, end, zone);
    lines.push(`DTSTART:${moment(begins)}`);
    // Where the clocks change within a session, its length holds; without an end RFC 5545 lets it end at once.
    if (ends !== begins) lines.push(`DTEND:${moment(ends > begins ? ends : begins + (end - start) * MINUTE)}`);
  }
  lines.push(`SUMMARY:${escaped(session.title)}`, `DESCRIPTION:${escaped(said)}`);
  if (session.place) lines.push(`LOCATION:${escaped(session.place)}`);
  lines.push(`URL:${session.url.replace(NOT_URI, "")}`, "TRANSP:TRANSPARENT", "END:VEVENT");
  return lines;
}

// Never one of a feed's: who subscribes and keeps a copy has both, and neither overwrites the other. The same session
// kept twice is one event.
function uid({ url, day, start }) {
  const { host, pathname } = new URL(url);
  const page = pathname.split("/").filter(Boolean).join("-");
  return `copy-${page}-${figures(day)}${start === null ? "" : `T${start}`}@${host}`.replace(NOT_URI, "");
}

function offset(at, zone) {
  const parts = Object.fromEntries(clock(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const clocks = new Map();

function clock(zone) {
  if (!clocks.has(zone)) {
    const figure = "numeric";
    clocks.set(zone, new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hourCycle: "h23", year: figure, month: figure, day: figure,
      hour: figure, minute: figure, second: figure,
    })); // prettier-ignore
  }
  return clocks.get(zone);
}

function figures(day) {
  return day.replaceAll("-", "");
}

function moment(at) {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
}

/** A value of type TEXT (RFC 5545 3.3.11): no control character, no line break but an escaped one. */
export function escaped(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(NOT_TEXT, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replaceAll("\u00a0", " ");
}

/** A line in pieces of at most 75 octets, never within a character or an escape (RFC 5545 3.1). */
export function folded(line) {
  const octets = bytes.encode(line);
  const pieces = [];
  let begin = 0;
  let room = LONGEST_LINE;
  while (octets.length - begin > room) {
    let end = begin + room;
    while ((octets[end] & 0xc0) === 0x80) end -= 1;
    if (octets[end - 1] === 0x5c) end -= 1;
    pieces.push(octets.subarray(begin, end));
    begin = end;
    room = LONGEST_LINE - 1;
  }
  pieces.push(octets.subarray(begin));
  return pieces.map((piece) => characters.decode(piece)).join("\r\n ");
}
