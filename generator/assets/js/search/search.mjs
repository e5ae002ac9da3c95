// Searches the site: `search("knitting", "../../")`. Words stay in this page: only files of the index are asked for.

import { FIELDS, worth } from "./fields.mjs";
import { Exchanged, openLibrary } from "./library.mjs";
import { meaningsOf, SHORTEST_BEGINNING } from "./meanings.mjs";
import { terms as termsOf } from "./query.mjs";
import { ranked } from "./rank.mjs";

const MOST_PAGES = 5;
const BROAD = 20; // on a site of a few records most of them are not many
const libraries = new Map();

/**
 * @typedef {{field: string, words: string[]}} Why  a field, and the words of the query or labels that match there
 * @typedef {{record: number, score: number, why: Why[]}} Found
 * @typedef {{url: string, title: string, kind: string, line: string, why: Why[]}} FoundPage
 */

/**
 * What is found, the best first; `corrected` is the query as it was understood, where that is not as it was typed.
 * `begun`: the last word is too short yet to be the beginning of others. `broad`: it fits most of all records.
 * @param {string} query
 * @param {string} base  the way to the top of the site
 * @returns {Promise<{found: Found[], corrected: string | null, prose: FoundPage[], begun: boolean, broad: boolean}>}
 */
export async function search(query, base) {
  return withLibrary(base, (library) => searchIn(library, query));
}

/**
 * What the reader sees of records: address, name, kind and a line more.
 * @param {number[]} records
 * @param {string} base
 */
export async function cardsOf(records, base) {
  return withLibrary(base, (library) => Promise.all(records.map((number) => library.card(number))));
}

/** Loads what each search begins with, while somebody still types: the head of the index, and the words to correct by. */
export function prepare(base) {
  withLibrary(base, (library) => library.spelling()).catch(() => {}); // told when somebody searches
}

/** As `search`, in an index that is open. */
export async function searchIn(library, query) {
  const typed = termsOf(query);
  if (!typed.length) return { found: [], corrected: null, prose: [], begun: false, broad: false };
  const { terms, meanings, corrected } = await meaningsOf(typed, library);
  const all = ranked(terms, meanings, library.head.documents);
  const records = all.filter((one) => one.number < library.head.records);
  const pages = all.filter((one) => one.number >= library.head.records).slice(0, MOST_PAGES);
  return {
    found: records.map(({ number, score, hits }) => ({ record: number, score, why: why(hits) })),
    corrected,
    begun: typed.at(-1).open && typed.at(-1).word.length < SHORTEST_BEGINNING,
    broad: records.length > BROAD && records.length * 2 > library.head.records,
    prose: await Promise.all(
      pages.map(async ({ number, hits }) => {
        const { url, name, kind, line } = await library.card(number);
        return { url, title: name, kind, line, why: why(hits) };
      }),
    ),
  };
}

/** Where the terms stand, the weightiest field first; each term counts where it is worth most. */
function why(hits) {
  const byField = new Map();
  for (const hit of hits) {
    if (!hit) continue;
    const { field } = worth(hit.bits);
    if (!byField.has(field)) byField.set(field, new Set());
    byField.get(field).add(hit.said);
  }
  const said = FIELDS.filter(({ name }) => byField.has(name));
  return said.map(({ name }) => ({ field: name, words: [...byField.get(name)] }));
}

async function withLibrary(base, use) {
  try {
    return await use(await libraryAt(base));
  } catch (error) {
    libraries.delete(base); // after a failure, too: the next try begins anew
    if (error instanceof Exchanged) return use(await libraryAt(base));
    throw error;
  }
}

function libraryAt(base) {
  if (!libraries.has(base)) libraries.set(base, openLibrary((path) => fetched(`${base}data/search/${path}`)));
  return libraries.get(base);
}

// Asked for anew each time, so that nobody reads last week's times; what did not change does not travel again.
async function fetched(address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`the search cannot load ${answer.url}: ${answer.status}`);
  return answer.json();
}
