/** A judged record as others read it. */

/** @param {Object} entry */
export function result(entry) {
  const { record, score, way, why, check, note, out } = entry;
  const found = { id: record.id, title: record.title, layer: record.layer, way, score, why, check, note, out };
  if (entry.idea) found.idea = true;
  if (entry.price_first) found.price_first = record.cost;
  if (record.back_on) found.back_on = record.back_on;
  return found;
}
