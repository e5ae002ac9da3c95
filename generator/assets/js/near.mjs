// Near me: a typed place or a point in, distances out. Nothing is asked of anybody; the table of places comes with the
// site. No page in here.

import { add, none, union, without } from "./bits.mjs";
import { n, t } from "./words.mjs";

const EARTH = 6371; // kilometres
const MILE = 1.609344;
const INWARD = /\d[A-Z]{2}$/; // the second half of a British postcode

/**
 * Where a typed place is: a postcode or its district, a town or an area, whatever its capitals and accents.
 * @param {string} typed
 * @param {Record<string, [number, number]>} places  of places.json
 * @returns {{name: string, point: [number, number]} | null}
 */
export function placeOf(typed, places) {
  const byName = new Map(Object.entries(places).map(([name, point]) => [plain(name), { name, point }]));
  const spaced = typed.toUpperCase().trim().replace(/\s+/g, " ");
  const code = spaced.replaceAll(" ", "");
  const asked = [typed, code, code.replace(INWARD, ""), code.split("-")[0], typed.split(",")[0]];
  for (const one of asked.map(plain).filter(Boolean)) if (byName.has(one)) return byName.get(one);
  const begin = [...byName.keys()].filter((name) => plain(typed).length > 2 && name.startsWith(plain(typed)));
  return begin.length === 1 ? byName.get(begin[0]) : null;
}

const MOST_MEANT = 3;
const SHORTEST = 4;
const LONG = 7; // shorter names may be wrong by one letter only

/**
 * The places that may have been meant by a misspelt name, the nearest spelling first. Postcodes are not guessed: the next
 * one is another place.
 * @param {string} typed
 * @param {Record<string, [number, number]>} places  of places.json
 * @param {(one: string, other: string, most: number) => number} wrong  how many letters differ
 * @returns {string[]}
 */
export function meantPlaces(typed, places, wrong) {
  const asked = plain(typed.split(",")[0]);
  if (asked.length < SHORTEST || /\d/.test(asked)) return [];
  const most = asked.length < LONG ? 1 : 2;
  const found = Object.keys(places).map((name) => ({ name, far: wrong(asked, plain(name), most) }));
  const near = found.filter(({ name, far }) => far <= most && !/\d/.test(name));
  near.sort((one, other) => one.far - other.far || (one.name < other.name ? -1 : 1));
  return near.slice(0, MOST_MEANT).map(({ name }) => name);
}

/**
 * How far each record is from a point, in kilometres; Infinity where nobody meets or nobody has said where.
 * @param {import("./columns.mjs").Catalogue} catalogue
 * @param {[number, number]} point
 */
export function distances(catalogue, point) {
  const { items, of } = catalogue.columns.point;
  const each = items.map((other) => distance(point, other));
  return Float32Array.from(of, (place) => (place === 0 ? Infinity : each[place - 1]));
}

/**
 * A place that somebody gave: `name` is null for where the device is; `within` and the lengths by record are kilometres.
 * @typedef {{name: string | null, within: number | null, kilometres: Float32Array}} Given
 *
 * Who is near a place, who needs no way there (from home, or they fetch people), and who does not say where.
 * @param {import("./columns.mjs").Catalogue} catalogue
 * @returns {{comes: Uint32Array, near: (place: Given) => Uint32Array,
 *   within: (place: Given) => {fits: Uint32Array, silent: Uint32Array}}}
 */
export function reach({ columns, count }) {
  const having = (column, wanted) => {
    const fits = column.sets.map((set) => set.some((place) => wanted.includes(column.values[place])));
    return where(count, (record) => fits[column.of[record]]);
  };
  const comes = union([having(columns.format, ["home_visit", "phone", "online", "post"]), having(columns.fetches, ["yes"])], count);
  const silent = where(count, (record) => columns.point.of[record] === 0);
  const near = ({ kilometres: lengths, within }) => where(count, (record) => lengths[record] <= (within ?? Number.MAX_VALUE));
  return { comes, near, within: (place) => ({ fits: union([near(place), comes], count), silent: without(silent, comes) }) };
}

function where(count, test) {
  const bits = none(count);
  for (let record = 0; record < count; record++) if (test(record)) add(bits, record);
  return bits;
}

/** The words of a place on a chip. */
export function nearWords({ name }) {
  return name === null ? t("Near where I am") : t("Near %(place)s", { place: name });
}

/** The distance between two points on the globe, in kilometres. */
export function distance([north, east], [otherNorth, otherEast]) {
  const half = (one, other) => Math.sin(((other - one) * Math.PI) / 360) ** 2;
  const across = Math.cos((north * Math.PI) / 180) * Math.cos((otherNorth * Math.PI) / 180) * half(east, otherEast);
  return 2 * EARTH * Math.asin(Math.sqrt(half(north, otherNorth) + across));
}

/** A length in kilometres, given in miles or in kilometres. */
export function kilometres(length, miles) {
  return miles ? length * MILE : length;
}

/** A distance in words: "about 1 mile", "about half a mile", "about 2 kilometres". */
export function distanceWords(length, miles) {
  const exact = miles ? length / MILE : length;
  if (exact < 0.25) return miles ? t("under half a mile") : t("under half a kilometre");
  if (exact < 0.75) return miles ? t("about half a mile") : t("about half a kilometre");
  const whole = Math.round(exact);
  return miles
    ? n("about %(count)s mile", "about %(count)s miles", whole)
    : n("about %(count)s kilometre", "about %(count)s kilometres", whole);
}

/** "Within 3 miles". */
export function withinWords(length, miles) {
  return miles
    ? n("Within %(count)s mile", "Within %(count)s miles", length)
    : n("Within %(count)s kilometre", "Within %(count)s kilometres", length);
}

function plain(name) {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
