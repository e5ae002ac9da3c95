// A list of things kept: values in, new values out. An item is the place of a record on the site and a note; whatever
// comes from storage or from an address may have been written by anybody.

export const MOST = 60;
export const LONGEST_NOTE = 500;
const LONGEST_ID = 80;
const PLACE = /^(?:(activities|resources)\/)?([a-z0-9]+(?:-[a-z0-9]+)*)\/?$/;

/**
 * @typedef {object} Item
 * @property {string} at    "activities/dominoes", "resources/shed"; from an old link the id alone, "dominoes"
 * @property {string} note
 */

/**
 * The place of a record, "activities/dominoes" or "dominoes"; null where the text is none.
 * @param {unknown} text
 */
export function place(text) {
  const found = typeof text === "string" ? PLACE.exec(text) : null;
  if (found === null || found[2].length > LONGEST_ID) return null;
  return found[1] ? `${found[1]}/${found[2]}` : found[2];
}

/** The id in a place. */
export function idOf(at) {
  return at.slice(at.indexOf("/") + 1);
}

/**
 * The items in a stored text; what cannot be one is left out.
 * @param {string | null} text
 * @returns {Item[]}
 */
export function parsed(text) {
  let found;
  try {
    found = JSON.parse(text ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(found)) return [];
  const items = found.map((one) => ({ at: place(one?.at), note: typeof one?.note === "string" ? one.note : "" }));
  return once(items.filter(({ at }) => at !== null).map(({ at, note }) => ({ at, note: note.slice(0, LONGEST_NOTE) })));
}

/** The text to store. */
export function stored(items) {
  return JSON.stringify(items.map(({ at, note }) => ({ at, note })));
}

/** Whether a record is in the list. */
export function has(items, at) {
  return items.some((item) => idOf(item.at) === idOf(at));
}

/** The list with a record at its end, or as it was where it is full or has it already. */
export function withItem(items, at) {
  return once([...items, { at, note: "" }]);
}

/** The list without a record. */
export function without(items, at) {
  return items.filter((item) => idOf(item.at) !== idOf(at));
}

/** The list with an item so many places further down; at the ends it stays. */
export function moved(items, at, by) {
  const from = items.findIndex((item) => item.at === at);
  const to = from + by;
  if (from < 0 || to < 0 || to >= items.length) return items;
  const next = items.filter((_, place) => place !== from);
  return [...next.slice(0, to), items[from], ...next.slice(to)];
}

/** The list with another note on an item. */
export function noted(items, at, note) {
  return items.map((item) => (item.at === at ? { at, note: note.slice(0, LONGEST_NOTE) } : item));
}

/** The list in which a record stands at its new place; the note stays. */
export function renamed(items, at, to) {
  return once(items.map((item) => (item.at === at ? { at: to, note: item.note } : item)));
}

/** The list with those of another at its end, without their notes. */
export function joined(items, others) {
  return once([...items, ...others.map(({ at }) => ({ at, note: "" }))]);
}

/**
 * The fragment of an address that holds the places of a list, and nothing else: "#ids=activities/dominoes,resources/shed".
 */
export function fragment(items) {
  return `#ids=${items.map(({ at }) => at).join(",")}`;
}

/**
 * The list in a fragment; null where the fragment holds none. What is no id is left out.
 * @param {string} text
 * @returns {Item[] | null}
 */
export function fromFragment(text) {
  if (!text.startsWith("#ids=")) return null;
  const ids = text.slice("#ids=".length).split(/,|%2c/i).slice(0, 2 * MOST);
  const places = ids.map((id) => place(id.replace(/%2f/i, "/"))).filter((at) => at !== null);
  return once(places.map((at) => ({ at, note: "" })));
}

function once(items) {
  const seen = new Set();
  return items
    .filter(({ at }) => {
      const isNew = !seen.has(idOf(at));
      seen.add(idOf(at));
      return isNew;
    })
    .slice(0, MOST);
}
