/** The data file of the workspace → the catalogue that `match` reads. Columns in, records out; no page, no network. */

const ANSWERS = { y: "yes", n: "no" };

/** @param {Object} data the content of /data/match-….json @returns {Object} the catalogue */
export function catalogueOf(data) {
  const { count, features, fields } = data.records;
  const rows = [];
  for (let at = 0; at < count; at += 1) rows.push({});
  for (const name of Object.keys(fields)) {
    const read = reader(fields[name]);
    for (let at = 0; at < count; at += 1) rows[at][name] = read(at);
  }
  const known = new Map();
  for (const row of rows) {
    if (!known.has(row.access)) known.set(row.access, accessOf(row.access, features));
    row.access = known.get(row.access);
  }
  return { ...data.around, rows };
}

/** How the values of a column are found: one for all, each, or some by their places. */
function reader(column) {
  if ("all" in column) return () => column.all;
  if ("each" in column) return (at) => column.each[at];
  return (at) => column.some[column.at[at]];
}

function accessOf(signs, features) {
  const access = {};
  for (let at = 0; at < signs.length; at += 1) {
    if (signs[at] in ANSWERS) access[features[at]] = ANSWERS[signs[at]];
  }
  return access;
}
