// The file of the matching workspace (data/match-records.json) → the catalogue that match.mjs reads. No page in here.

import { decoded, item } from "./columns.mjs";

/** Where the file is, from the top of the site. */
export const FILE = "data/match-records.json";

const STEP = 1000; // rows

/**
 * @param {Object} file  as it was parsed
 * @returns {Object} the catalogue for `match`
 */
export function catalogueOf(file) {
  const steps = read(file);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same, without holding up the page for longer than a moment at a time.
 * @param {Object} file
 * @param {() => Promise<void>} pause  lets the page do something else, where it has waited long enough
 */
export async function catalogueSoon(file, pause) {
  const steps = read(file);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pause();
  }
}

/** Reads column by column, with a step between them. */
function* read(file) {
  const { count, columns, access, texts } = decoded(file.records);
  // A row has its fields from the start: a browser keeps what grows field by field as a table, which it reads slowly.
  const names = [...Object.keys(texts), ...Object.keys(columns), "sort", "url", "part_of"];
  const blank = JSON.stringify({ access: {}, ...Object.fromEntries(names.map((name) => [name, null])) });
  const rows = [];
  while (rows.length < count) {
    if (rows.length % STEP === 0) yield;
    rows.push(JSON.parse(blank));
  }
  for (const name of Object.keys(texts)) {
    yield;
    for (let at = 0; at < count; at++) rows[at][name] = texts[name][at];
  }
  for (const name of Object.keys(columns)) {
    yield;
    for (let at = 0; at < count; at++) rows[at][name] = item(columns[name], at);
  }
  for (const feature of Object.keys(access)) {
    yield;
    for (let at = 0; at < count; at++) {
      const answer = item(access[feature], at);
      if (answer !== null) rows[at].access[feature] = answer;
    }
  }
  for (let at = 0; at < count; at++) completed(rows[at], at);
  return { ...file.around, rows };
}

/** What need not be written down: rows stand in the order of their titles; a page is known by section and id. */
function completed(row, at) {
  row.sort = at;
  row.url = row.section === null ? null : `${row.section}/${row.id}/`;
  row.part_of = row.section === "activities" ? row.org_id : null;
}
