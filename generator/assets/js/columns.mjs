// The catalogue of all public records as columns (docs/data.md): read from data/columns/facets.json, asked by record
// number. No page and no clock in here.

import { add, none } from "./bits.mjs";

/** The version of the files that this code knows. */
const FORMAT = 1;

/** Where the files are, from the top of the site. */
export const FOLDER = "data/columns/";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const WORTH = new Uint8Array(128);
for (let at = 0; at < DIGITS.length; at++) WORTH[DIGITS.charCodeAt(at)] = at;

/** A file of another version than this code knows, or of another order of records than the facets have. */
export class OtherVersion extends Error {}

/**
 * A column. Of codes: `values`, perhaps `labels`, and `sets` of places in `values`. Of numbers: `from`. Of things that
 * records share: `items`. `of` says for each record which set, number or item it has.
 * @typedef {{of: Uint32Array, values?: string[], labels?: string[], label?: string, sets?: number[][], from?: number,
 *   items?: unknown[], families?: Record<string, string>}} Column
 *
 * The catalogue. `made` is the day of the build; `order` is the same in all files whose record numbers mean the same.
 * @typedef {{count: number, order: string, made: string, zone: string, miles: boolean, block: number,
 *   months: {old: number, doubtful: number}, columns: Record<string, Column>, access: Record<string, Column>}} Catalogue
 */

/**
 * The catalogue of a site, or an error: OtherVersion, or what the browser says of the network.
 * @param {string} root  the way to the top of the site, as in "../"
 * @param {typeof fetch} fetch
 * @returns {Promise<Catalogue>}
 */
export async function loadCatalogue(root, fetch) {
  return decoded(await loaded(root + FOLDER + "facets.json", fetch));
}

/**
 * A file of data/columns/ as it is; one of another version or order is asked for once more, past the browser's cache.
 * @param {string} address
 * @param {typeof fetch} fetch
 * @param {string} [order]  the order of the facets, where the file tells of records by their numbers
 */
export async function loaded(address, fetch, order) {
  for (const cache of ["no-cache", "reload"]) {
    const answer = await fetch(address, { cache, credentials: "omit", referrerPolicy: "no-referrer" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const file = await answer.json();
    if (file.format === FORMAT && (order === undefined || file.order === order)) return file;
  }
  throw new OtherVersion(address);
}

/**
 * The catalogue that a parsed facets.json holds.
 * @returns {Catalogue}
 */
export function decoded(file) {
  if (file.format !== FORMAT) throw new OtherVersion(`format ${file.format}`);
  const read = (columns) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, { ...column, of: numbers(column.of, file.count) }]),
    );
  return { ...file, columns: read(file.columns), access: read(file.access) };
}

/** The codes that a record has in a column of codes; none where it does not say. */
export function codes(column, record) {
  return column.sets[column.of[record]].map((place) => column.values[place]);
}

/** The number that a record has in a column of numbers, or null. */
export function number(column, record) {
  return column.of[record] === 0 ? null : column.of[record] - 1 + column.from;
}

/** What a record has in a column of shared things, or null. */
export function item(column, record) {
  return column.of[record] === 0 ? null : column.items[column.of[record] - 1];
}

/**
 * A column of codes as sets of records: those with each code, and those that do not say.
 * @param {Column} column
 * @param {number} count  of all records
 * @returns {{of: Map<string, Uint32Array>, silent: Uint32Array}}
 */
export function asBits(column, count) {
  const of = column.values.map(() => none(count));
  const silent = none(count);
  for (let record = 0; record < count; record++) {
    const set = column.sets[column.of[record]];
    if (set.length === 0) add(silent, record);
    else for (const place of set) add(of[place], record);
  }
  return { of: new Map(column.values.map((value, place) => [value, of[place]])), silent };
}

/** The numbers that a column holds, one for each of so many records. */
export function numbers(planes, count) {
  const found = new Uint32Array(count);
  for (const plane of planes) {
    for (let at = 0; at < count; at++) found[at] = found[at] * 64 + WORTH[plane.charCodeAt(at)];
  }
  return found;
}
