// The file of the matching workspace (data/match-records.json) → the catalogue that match.mjs reads. No page in here.

import { decoded, item } from "./columns.mjs";

/** Where the file is, from the top of the site. */
export const FILE = "data/match-records.json";

/**
 * @param {Object} file  as it was parsed
 * @returns {Object} the catalogue for `match`
 */
export function catalogueOf(file) {
  const { count, columns, access, texts } = decoded(file.records);
  const rows = Array.from({ length: count }, () => ({ access: {} }));
  for (const name of Object.keys(texts)) for (let at = 0; at < count; at++) rows[at][name] = texts[name][at];
  for (const name of Object.keys(columns)) {
    for (let at = 0; at < count; at++) rows[at][name] = item(columns[name], at);
  }
  for (const feature of Object.keys(access)) {
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
