// The files of the index, each loaded once and only when a word needs it. `load` gives the JSON of a path below
// data/search/. A file of another build than the head is refused: the site was exchanged in between.

import { NAME } from "./fields.mjs";

const MOST_FILES = 4; // for words that begin as one that is still being typed
const IN_A_FILE = 50; // cards, as in generator/search/cards.py

export class Exchanged extends Error {}

/**
 * @typedef {object} Group  a stem: its words, in how many documents it is, and rows of fields and documents
 * @property {string} stem
 * @property {string[]} words
 * @property {number} documents
 * @property {(number | number[])[]} rows
 */

/** Opens the index. */
export async function openLibrary(load) {
  const head = await load("index.json");
  const files = new Map();
  const cards = new Map();
  let spelling = null;

  /** The file that has a key, if any has it. */
  const place = (key) => {
    let [low, high] = [0, head.first.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (head.first[middle] <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const file = (number) => {
    if (!files.has(number)) files.set(number, load(`words/${number}.json`).then((read) => opened(read, head)));
    return files.get(number);
  };

  return {
    head,

    /** @returns {Promise<Group | undefined>} what is known of a stem */
    async group(stem) {
      return (await file(place(stem))).stems.get(stem);
    },

    /** The stem of a word that stands somewhere on the site. */
    async stemOf(word) {
      const { words, see } = await file(place(word));
      return words.get(word) ?? see.get(word);
    },

    /** The stems with a word that begins like this; none where they are too many to load. */
    async beginning(start) {
      const [first, last] = [place(start), place(`${start}\uffff`)];
      if (last - first >= MOST_FILES) return [];
      const read = await Promise.all(Array.from({ length: last - first + 1 }, (_, at) => file(first + at)));
      const found = new Map();
      for (const { words, stems } of read) {
        for (const [word, stem] of words) {
          if (!word.startsWith(start) || !stems.has(stem)) continue;
          const known = found.get(stem);
          if (!known || word.length < known.word.length) found.set(stem, { word, group: stems.get(stem) });
        }
      }
      return [...found.values()];
    },

    /** Words that others are corrected to, the likeliest list first. */
    async spelling() {
      spelling ??= load("spelling.json").then((read) => {
        if (read.version !== head.version) throw new Exchanged();
        const lists = read.words.map((words) => words.split(" ").filter(Boolean));
        return { lists, all: new Set(lists.flat()) };
      });
      return spelling;
    },

    /** What the reader sees of a document: its address below the site, name, kind and a line more. */
    async card(number) {
      const at = Math.floor(number / IN_A_FILE);
      if (!cards.has(at)) cards.set(at, load(`cards/${at}.json`));
      const read = await cards.get(at);
      if (read.order !== head.order) throw new Exchanged();
      const [url, name, kind, line] = read.cards[number % IN_A_FILE];
      return { url, name, kind, line };
    },
  };
}

/**
 * Calls `take(document, bits, spot)` for each document with a stem.
 * @param {Group} group
 */
export function each(group, take) {
  for (let row = 0; row < group.rows.length; row += 2) {
    const bits = group.rows[row];
    const steps = group.rows[row + 1];
    const named = bits & NAME;
    let number = 0;
    for (let at = 0; at < steps.length; at += named ? 2 : 1) {
      number += steps[at];
      take(number, bits, named ? steps[at + 1] : 0);
    }
  }
}

function opened(read, head) {
  if (read.version !== head.version) throw new Exchanged();
  const stems = new Map();
  const words = new Map();
  for (const [stem, [listed, documents, ...rows]] of Object.entries(read.stems)) {
    const group = { stem, words: listed ? listed.split(" ") : [stem], documents, rows };
    stems.set(stem, group);
    for (const word of group.words) words.set(word, stem);
  }
  return { stems, words, see: new Map(Object.entries(read.see)) };
}
