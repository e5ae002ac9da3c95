// Which questions the workspace asks, in which steps, and how each is answered. The questions themselves come with the
// data, from the table in generator/records/profile.py. No page in here.

import { language, t } from "../words.mjs";

/** How a field is answered, where that does not follow from its having options and taking several. */
const KINDS = {
  age: "number",
  area: "one",
  availability: "week",
  avoid: "boxes and records",
  causes: "wanted",
  goals: "order",
  goes_already: "records",
  home: "place",
  home_before_dark: "yes",
  interests: "families",
  lives_at: "record",
  max_cost: "number",
  max_km: "number",
  said_no: "records",
  tried: "records",
};

/** Answered by taking back what followed from another answer, never asked. */
const NOT_ASKED = new Set(["not_tags", "not_needed", "who_is_here"]);
/** Long lists that few people need stand folded. */
const FOLDED = new Set(["access_needs", "tags", "languages", "strengths"]);

/** Languages that somebody may speak whether a group does or not. */
const SPOKEN = [
  "ar", "bn", "bg", "cs", "cy", "de", "el", "en", "es", "fa", "fr", "gu", "hi", "hu", "it", "ku", "lt", "pa", "pl", "ps",
  "pt", "ro", "ru", "so", "sq", "ta", "tr", "uk", "ur", "vi", "yue", "zh",
]; // prettier-ignore

const QUICK = [["goals", "interests"], ["causes"], ["home", "max_km", "mobility", "digital"]];

/** How many goals somebody puts in order. */
export const MOST_GOALS = 3;

/** A list with one of its things so many places further down, or up; at an end it stays. */
export function moved(list, one, by) {
  const at = list.indexOf(one);
  const to = at + by;
  if (at < 0 || to < 0 || to >= list.length) return list;
  const others = list.filter((other) => other !== one);
  return [...others.slice(0, to), one, ...others.slice(to)];
}

/** What the parts of the talk are called, by the step of a question. */
function stepWords() {
  return {
    good: t("What is good, and what you want"),
    hard: t("What got in the way"),
    around: t("Who is around"),
    person: t("About you"),
    body: t("Body and senses"),
    language: t("Language"),
    money: t("Money"),
    time: t("When you are free"),
    travel: t("Where you live, and getting about"),
    way: t("How you would like it"),
    before: t("What there has been, and what to keep away"),
    now: t("How it feels"),
    safety: t("Safety"),
  };
}

/** The three questions of the short way. */
function quickWords() {
  return [
    t("What do you miss, or want more of?"),
    t("What makes it hard?"),
    t("Where do you live, and how do you get about?"),
  ];
}

/**
 * The steps of a route, each with its questions.
 * @param {"quick" | "full"} route
 * @param {{field: string, step: string}[]} questions
 * @returns {{name: string, title: string, questions: Object[]}[]}
 */
export function steps(route, questions) {
  if (route === "quick") {
    const words = quickWords();
    return QUICK.map((fields, at) => ({
      name: `quick-${at + 1}`,
      title: words[at],
      questions: fields.map((field) => questions.find((one) => one.field === field)).filter(Boolean),
    }));
  }
  return Object.entries(stepWords())
    .map(([name, title]) => ({
      name,
      title,
      questions: questions.filter((one) => one.step === name && !NOT_ASKED.has(one.field)),
    }))
    .filter((step) => step.questions.length > 0);
}

/** How a question is answered. */
export function kindOf(question) {
  return KINDS[question.field] ?? (question.several ? "boxes" : "one");
}

export function isFolded(question) {
  return FOLDED.has(question.field);
}

/**
 * The answers that a question offers, by code.
 * @param {{field: string, options: Object<string, string>, vocabulary: string}} question
 * @param {Object<string, Object<string, string>>} labels
 */
export function optionsOf(question, labels) {
  if (question.field === "languages") return spoken(labels.language);
  if (Object.keys(question.options).length > 0) return question.options;
  return labels[question.vocabulary] ?? {};
}

function spoken(known) {
  const all = { ...Object.fromEntries(SPOKEN.map((tag) => [tag, language(tag)])), ...known };
  return Object.fromEntries(Object.entries(all).sort(([, one], [, other]) => one.localeCompare(other)));
}

/**
 * Codes in families: `games` with `games.quiz` and `games.cards`.
 * @returns {{code: string, label: string, within: [string, string][]}[]}
 */
export function families(options) {
  const found = new Map();
  for (const [code, label] of Object.entries(options)) {
    const family = code.split(".")[0];
    if (!found.has(family)) found.set(family, { code: family, label: options[family] ?? label, within: [] });
    if (code !== family) found.get(family).within.push([code, label]);
  }
  return [...found.values()];
}

/**
 * A profile with one more answer; an empty one is taken out, since what was not said excludes nothing.
 * @param {Object} profile
 */
export function answered(profile, field, value) {
  const { [field]: _, ...rest } = profile;
  const empty =
    value === null || value === undefined || value === "" || value === false ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === "object" && !Array.isArray(value) && Object.keys(value).length === 0);
  return empty ? rest : { ...rest, [field]: value };
}

const HOURS = /^(\d{1,2})(?:[:.](\d\d))?\s*(?:-|–|to)\s*(\d{1,2})(?:[:.](\d\d))?$/;

/**
 * Hours of a day as the matcher has them, "thu 10:00-12:30"; null where they are none.
 * @param {string} day @param {string} typed "10 to 12.30"
 */
export function hoursOf(day, typed) {
  const found = HOURS.exec(typed.trim());
  if (!found) return null;
  const [from, to] = [clock(found[1], found[2]), clock(found[3], found[4])];
  return from !== null && to !== null && from < to ? `${day} ${from}-${to}` : null;
}

function clock(hour, minute) {
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  if (h > 23 || m > 59) return null;
  return `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
}

/** The profile as the matcher reads it: a home by its name becomes a place on the map, or is left out. */
export function readable(profile, places) {
  if (profile.home === undefined) return profile;
  const { home, ...rest } = profile;
  const found = placeOf(home, places);
  return found ? { ...rest, home: places[found] } : rest;
}

/** The name in the table of places that somebody means, whatever its capitals; null where there is none. */
export function placeOf(typed, places) {
  const plain = (name) => name.toLowerCase().replace(/\s+/g, " ").trim();
  return Object.keys(places).find((name) => plain(name) === plain(typed)) ?? null;
}
