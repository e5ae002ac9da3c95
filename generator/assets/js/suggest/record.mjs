// The answers of the form → a record as plain values, and the text of its file.

import { t } from "../words.mjs";
import { item, keys } from "./schedule.mjs";
import { comment, lines, Word } from "./yaml.mjs";

const ORDER = [
  "name", "kind", "summary", "organiser", "category", "format", "areas", "venue", "schedule", "access", "cost", "next_step",
  "places", "contact", "first_visit", "description", "who_comes", "turns_away", "bring", "audience", "size", "effort",
  "transport", "checked",
];

/**
 * A record from what was answered.
 * @param {{plain: Record<string, string>, words: Record<string, string | string[]>, venue: string, cost: string,
 *   access: Record<string, string>, parts: object[], today: string}} said plain: texts by path; words: codes and days by
 *   path; venue: an id, "+" for a new place, or empty
 */
export function record(said) {
  const made = {};
  for (const [path, text] of Object.entries(said.plain)) {
    if (text && !path.startsWith("access.")) put(made, path, text);
  }
  for (const [path, found] of Object.entries(said.words)) {
    if (found.length) put(made, path, Array.isArray(found) ? found.map((one) => new Word(one)) : new Word(found));
  }
  place(made, said);
  price(made, said.cost);
  for (const [feature, answer] of Object.entries(said.access)) {
    if (!answer) continue;
    const note = said.plain[`access.${feature}.note`];
    put(made, `access.${feature}`, note ? { is: new Word(answer), note } : new Word(answer));
  }
  if (made.places) made.places.on = new Word(said.today);
  if (said.parts.length) {
    const named = keys(said.parts);
    made.schedule = said.parts.map((part, at) => item(part, said.parts.length > 1 ? named[at] : ""));
  }
  return Object.fromEntries(ORDER.filter((name) => name in made).map((name) => [name, made[name]]));
}

/** The text of the file of a record, with where it belongs and a note to the coordinator above it. */
export function fileText(sort, made, note, path) {
  const told = note.trim() ? comment(t("Note: %(note)s", { note: note.trim() })) : [];
  return [
    `# yaml-language-server: $schema=../../schema/${sort}.json`,
    ...comment(t("From the form on the site. Please read it before it is published. File: %(path)s", { path })),
    ...told,
    ...lines(made),
    "",
  ].join("\n");
}

function place(made, said) {
  if (said.venue === "+") return;
  delete made.venue;
  if (said.venue) made.venue = new Word(said.venue);
}

function price(made, how) {
  const { note } = made.cost ?? {};
  if (how === "amount") {
    if (!made.cost?.amount) delete made.cost;
    else made.cost.amount = new Word(made.cost.amount);
    return;
  }
  delete made.cost;
  if (how === "free") made.cost = { amount: new Word("0") };
  if (how === "donation") made.cost = { donation: { nothing_is_fine: new Word("yes") } };
  if (how && note) made.cost.note = note;
}

function put(made, path, value) {
  const steps = path.split(".");
  let at = made;
  for (const step of steps.slice(0, -1)) at = at[step] ??= {};
  at[steps.at(-1)] = value;
}
