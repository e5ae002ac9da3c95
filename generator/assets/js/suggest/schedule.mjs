// Simple parts of a schedule: what somebody chose → the words of the records, the same in sentences, the next days.
// A test holds sentences and days equal to those of the check for many parts.
//
// A part: {repeat: "weekly" | "fortnightly" | "monthly" | "days", weekdays: [0…6], nth: [1…4, -1], weekday: 0…6,
// days: ["2027-01-06"], from, until: "" or a day, start, end: "" or "10:30", nextDay, holidays: whether it is on then}.

import { dayAfter, daysBetween, weekdayOf } from "../days.mjs";
import { date, dayYear, either, listed, n, ordinal, t, time, weekday } from "../words.mjs";
import { Word } from "./yaml.mjs";

const NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const NTH = { 1: "1st", 2: "2nd", 3: "3rd", 4: "4th", [-1]: "last" };
const FARTHEST = 800;

/**
 * What is wrong with a part, each fault at one of its questions.
 * @returns {{at: string, message: string, hint: string}[]}
 */
export function faults(part) {
  const found = [];
  const say = (at, message, hint) => found.push({ at, message, hint });
  const on = t("This item does not say on which days.");
  if (part.repeat === "days" && !part.days.length) say("days", on, t("Choose at least one day."));
  if ((part.repeat === "weekly" || part.repeat === "fortnightly") && !part.weekdays.length) {
    say("weekdays", on, t("Choose at least one day."));
  }
  if (part.repeat === "monthly" && !part.nth.length) say("nth", on, t("Choose at least one of them."));
  if (part.repeat === "monthly" && part.nth.includes(4) && part.nth.includes(-1)) {
    say("nth", t("In some months two of these are the same day."), t("Choose one of the two."));
  }
  if (part.repeat === "fortnightly" && !part.from) {
    say("from", t("Nobody can count this without the first day."), t("Choose the first day, so that everybody counts from the same one."));
  }
  if (part.end && !part.start) say("start", t("There is an end but no start."), t("Write both, or leave out both for all day."));
  if (part.start && part.end && part.end <= part.start && !part.nextDay) {
    say("end", t("The end, %(end)s, is not after the start, %(start)s.", part), t("If it goes on past midnight, tick the box."));
  }
  if (part.repeat !== "days" && part.from && part.until && part.until < part.from) {
    say("until", t("The last day is before the first one, %(first)s.", { first: part.from }), t("Look at the years; else swap the two days."));
  }
  return found;
}

/** The part as an item of a record's schedule; `key` where there are several. */
export function item(part, key = "") {
  const made = {};
  if (part.repeat === "days") made.on = sortedDays(part).map((day) => new Word(day));
  else made.every = ruleText(part);
  if (part.start) made.start = part.start;
  if (part.end) made.end = part.nextDay ? `${part.end} next day` : part.end;
  if (key) made.key = new Word(key);
  if (part.repeat !== "days" && part.from) made.from = new Word(part.from);
  if (part.repeat !== "days" && part.until) made.until = new Word(part.until);
  if (!part.holidays) made.except = "public holidays";
  return made;
}

/** Keys for several parts, each of its own: "tuesday", "2nd-friday", "days". */
export function keys(parts) {
  const taken = new Map();
  return parts.map((part) => {
    const key = keyOf(part);
    const number = (taken.get(key) ?? 0) + 1;
    taken.set(key, number);
    return number > 1 ? `${key}-${number}` : key;
  });
}

/** What stands under `every:` in the record: "2nd and 4th Thursday". */
function ruleText(part) {
  const days = weekdaysOf(part).map((at) => NAMES[at]).join(" and ");
  if (part.repeat === "weekly") return days;
  if (part.repeat === "fortnightly") return `2 weeks on ${days}`;
  return `${nthOf(part).map((at) => NTH[at]).join(" and ")} ${NAMES[part.weekday]}`;
}

/** The part in sentences, as the record's page will say it: `words.rule_words`. */
export function inWords(part, today) {
  let said = phrase(part);
  if (!part.start) said = t("%(rule)s, all day", { rule: said });
  else said = t("%(rule)s, %(times)s", { rule: said, times: timesOf(part) });
  const bounds = part.repeat === "days" ? "" : boundsOf(part, today);
  if (bounds) said = t("%(rule)s, %(bounds)s", { rule: said, bounds });
  const sentence = t("%(sentence)s.", { sentence: said });
  return part.holidays ? sentence : `${sentence} ${t("Not on %(days)s.", { days: either([t("public holidays")]) })}`;
}

/** The next days of a part from today on, as texts; `holidays` is a set of days. */
export function nextDays(part, today, holidays, most = 5) {
  const free = (day) => part.holidays || !holidays.has(day);
  if (part.repeat === "days") return sortedDays(part).filter((day) => day >= today && free(day)).slice(0, most);
  const first = part.from > today ? part.from : today;
  const found = [];
  for (let at = 0; at < FARTHEST && found.length < most; at += 1) {
    const day = dayAfter(first, at);
    if (part.until && day > part.until) break;
    if (falls(part, day) && free(day)) found.push(day);
  }
  return found;
}

function falls(part, day) {
  const at = weekdayOf(day);
  if (part.repeat === "monthly") return at === part.weekday && part.nth.some((nth) => isNth(day, nth));
  if (!part.weekdays.includes(at)) return false;
  return part.repeat === "weekly" || weeksSince(firstFall(part), day) % 2 === 0;
}

function firstFall(part) {
  for (let at = 0; at < 7; at += 1) {
    const day = dayAfter(part.from, at);
    if (part.weekdays.includes(weekdayOf(day))) return day;
  }
  return part.from;
}

// Weeks are counted from the Monday of the week in which the rule falls for the first time.
function weeksSince(first, day) {
  return Math.floor(daysBetween(dayAfter(first, -weekdayOf(first)), day) / 7);
}

function isNth(day, nth) {
  if (nth === -1) return dayAfter(day, 7).slice(0, 7) !== day.slice(0, 7);
  return Math.ceil(Number(day.slice(8)) / 7) === nth;
}

function phrase(part) {
  if (part.repeat === "days") return listed(sortedDays(part).map(dayYear));
  const days = weekdaysOf(part);
  if (part.repeat === "monthly") {
    const named = weekday(part.weekday);
    const nth = nthOf(part);
    if (nth.length === 1 && nth[0] === -1) return t("Last %(weekday)s of the month", { weekday: named });
    return t("%(ordinals)s %(weekday)s of the month", { ordinals: listed(nth.map((at) => (at === -1 ? t("last") : ordinal(at)))), weekday: named });
  }
  const named = listed(days.map(weekday));
  if (part.repeat === "fortnightly") return n("Every week on %(days)s", "Every %(count)s weeks on %(days)s", 2, { days: named });
  if (days.length === 7) return t("Every day");
  if (days.join() === "0,1,2,3,4") return t("Every weekday");
  return t("Every %(days)s", { days: named });
}

function timesOf(part) {
  const start = time(minutes(part.start));
  if (!part.end) return start;
  const said = t("%(start)s to %(end)s", { start, end: time(minutes(part.end)) });
  return part.nextDay && part.end !== "00:00" ? t("%(times)s the next day", { times: said }) : said;
}

function boundsOf(part, today) {
  const toCome = part.from && part.from > today;
  if (toCome && part.until) return t("from %(first)s until %(until)s", { first: date(part.from), until: date(part.until) });
  if (part.until) return t("until %(until)s", { until: date(part.until) });
  return toCome ? t("from %(first)s", { first: date(part.from) }) : "";
}

function keyOf(part) {
  if (part.repeat === "days") return "days";
  if (part.repeat === "monthly") return `${nthOf(part).map((at) => NTH[at]).join("-")}-${NAMES[part.weekday].toLowerCase()}`;
  return weekdaysOf(part).map((at) => NAMES[at].toLowerCase()).join("-");
}

function weekdaysOf(part) {
  return [...new Set(part.weekdays)].sort((a, b) => a - b);
}

function nthOf(part) {
  return [...new Set(part.nth)].sort((a, b) => (a < 0) - (b < 0) || a - b);
}

function sortedDays(part) {
  return [...new Set(part.days)].sort();
}

function minutes(clock) {
  const [hour, minute] = clock.split(":").map(Number);
  return hour * 60 + minute;
}
