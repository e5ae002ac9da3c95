// The words of facets and of their choices: titles, legends, chips, and what "does not say" means for each.

import { n, t, weekday } from "./words.mjs";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The groups of facets in their order: seven that stand open to all, and what is behind "More". */
export const GROUPS = [
  { key: "what", title: () => t("What"), facets: ["category", "kind", "topic"] },
  { key: "near", title: () => t("Near me"), facets: ["area"] },
  { key: "when", title: () => t("When"), facets: ["day", "time"] },
  { key: "cost", title: () => t("Cost"), facets: ["cost"] },
  { key: "access", title: () => t("Getting in and around"), facets: ["access"] },
  { key: "who", title: () => t("Who it is for"), facets: ["age", "gender", "people", "unit"] },
  { key: "join", title: () => t("How to join"), facets: ["next_step", "joining"] },
];

/** The facets behind "More". */
export const MORE = ["can_join", "places", "answers", "format", "goal", "support", "layer", "size", "effort", "language", "buddy", "made_for", "checked"];

const LEGENDS = {
  category: () => t("What it is about"),
  topic: () => t("More exactly"),
  kind: () => t("What sort of thing it is"),
  near: () => t("Near me"),
  area: () => t("Area"),
  day: () => t("Day"),
  time: () => t("Time of day"),
  cost: () => t("Cost"),
  access: () => t("What you need"),
  age: () => t("Age"),
  gender: () => t("Open to"),
  people: () => t("Made for, or glad of"),
  unit: () => t("Who comes together"),
  next_step: () => t("What to do first"),
  joining: () => t("When one can join"),
  goal: () => t("What people get out of it"),
  support: () => t("What kind of help"),
  layer: () => t("Where the help comes from"),
  format: () => t("How one takes part"),
  size: () => t("How many people"),
  effort: () => t("How hard it is"),
  language: () => t("Language"),
  buddy: () => t("Company on the way"),
  made_for: () => t("Made for"),
  places: () => t("Is there room?"),
  can_join: () => t("Joining now"),
  answers: () => t("The telephone"),
  checked: () => t("Checked lately"),
};

const CHOICES = {
  time: { am: () => t("Morning"), pm: () => t("Afternoon"), eve: () => t("Evening") },
  buddy: { yes: () => t("Somebody goes with you or meets you") },
  can_join: { now: () => t("Can join now") },
  answers: { now: () => t("Answers the phone now") },
};

// What those do not say who are kept apart, for one and for several: "2 more do not say what they cost."
const UNSAID = {
  day: (count) => n("when it is on", "when they are on", count),
  time: (count) => n("when it is on", "when they are on", count),
  near: (count) => n("where it is", "where they are", count),
  cost: (count) => n("what it costs", "what they cost", count),
  access: (count) => n("all that you need to know about getting in", "all that you need to know about getting in", count),
  unit: (count) => n("who comes together", "who comes together", count),
  next_step: (count) => n("how to join", "how to join", count),
  joining: (count) => n("when one can join", "when one can join", count),
  format: (count) => n("how one takes part", "how one takes part", count),
  size: (count) => n("how many people come", "how many people come", count),
  effort: (count) => n("how hard it is", "how hard they are", count),
  language: (count) => n("its language", "their language", count),
  buddy: (count) => n("if somebody meets you", "if somebody meets you", count),
  places: (count) => n("if there is room", "if there is room", count),
  can_join: (count) => n("if one can join now", "if one can join now", count),
  answers: (count) => n("when the phone is answered", "when the phone is answered", count),
};

/** The heading of a facet. */
export function legend(name) {
  return LEGENDS[name]();
}

/** The words of a choice, as they stand beside its box. */
export function choiceWords(name, value, label) {
  if (value === "") return t("Does not say");
  if (name === "day") return weekday(DAYS.indexOf(value));
  if (name === "checked") return n("In the last month", "In the last %(count)s months", Number(value));
  return CHOICES[name]?.[value]?.() ?? label ?? value;
}

/** The words of a choice where it stands alone, as on a chip. */
export function chipWords(name, value, label) {
  if (value === "") return t("%(what)s: does not say", { what: legend(name) });
  if (name === "checked") return n("Checked in the last month", "Checked in the last %(count)s months", Number(value));
  return choiceWords(name, value, label);
}

/**
 * What those do not say who are kept apart.
 * @param {string[]} about  the facets about which they say nothing
 * @param {Record<string, unknown>} chosen
 */
export function unsaidWords(about, chosen, count) {
  if (about.length !== 1) return n("all of that", "all of that", count);
  if (about[0] === "access" && chosen.access.join() === "step_free") {
    return n("if it is step-free", "if they are step-free", count);
  }
  return UNSAID[about[0]](count);
}
