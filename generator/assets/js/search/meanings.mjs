// A term of the query → what of the index it can mean: the word itself and its other forms, codes of the vocabulary
// that people use it for, words that begin like it; where there is none of these, the word that was meant.

import { meant } from "./spelling.mjs";

const AS_PART_OF_A_LABEL = 0.6;
const IN_ONE = 0.95;
const AS_BEGINNING = 0.5;
const BESIDE_THE_WORD = 0.45; // "tea" is more likely to be tea than the beginning of "teach"
export const SHORTEST_BEGINNING = 3;
const MOST_BEGINNINGS = 30;
const MOST_LABELS = 3; // a word in more labels than this tells nothing: "people"
const SHORTEST_TELLING = 4;
const FACT = "#is.";
const LONGEST_ENDING = 5;

/**
 * @typedef {object} Meaning  one thing that a term can stand for
 * @property {import("./library.mjs").Group} group
 * @property {number} quality  1 is what was typed
 * @property {string} said  the word or the label that the reader is told
 */

/**
 * The terms as they are understood, and by term what it can mean; `corrected` where that is not as it was typed.
 * @param {import("./query.mjs").Term[]} terms
 * @returns {Promise<{terms: import("./query.mjs").Term[], meanings: Meaning[][], corrected: string | null}>}
 */
export async function meaningsOf(terms, library) {
  const codes = codesOf(library.head);
  const meanings = await all(terms, codes, library);
  const understood = await Promise.all(
    terms.map(async (term, at) => {
      const words = meanings[at].length || term.phrase !== null ? null : await instead(term.word, library);
      return words ? words.map((word) => ({ word, phrase: null, open: false })) : [term];
    }),
  );
  const now = understood.flat();
  if (now.every((term, at) => term === terms[at])) return { terms, meanings, corrected: null };
  const corrected = now.map((term) => term.word).join(" ");
  return { terms: now, meanings: await all(now, codes, library), corrected };
}

async function all(terms, codes, library) {
  const stems = await Promise.all(terms.map((term) => stemOf(term.word, library)));
  const meanings = await Promise.all(terms.map((term, at) => known(term, at, stems, codes, library)));
  await Promise.all(terms.map((_, at) => inOne(terms, at, meanings, library)));
  return meanings;
}

/** Two words that the site writes as one, "river bank", mean that one, too. */
async function inOne(terms, at, meanings, library) {
  const [one, other] = [terms[at], terms[at + 1]];
  if (!other || one.phrase !== null || other.phrase !== null) return;
  const word = one.word + other.word;
  const stem = await library.stemOf(word);
  const group = stem && (await library.group(stem));
  if (!group?.documents) return;
  for (const several of [meanings[at], meanings[at + 1]]) several.push({ group, quality: IN_ONE, said: word });
}

async function known(term, at, stems, codes, library) {
  const stem = stems[at];
  const found = [];
  const own = stem && (await library.group(stem));
  if (own?.documents) found.push({ group: own, quality: 1, said: term.word });
  if (term.phrase !== null) return found;
  for (const [code, quality, label] of codesFor(at, stems, codes)) {
    const group = await library.group(code);
    if (group?.documents) found.push({ group, quality, said: label });
  }
  if (term.open && term.word.length >= SHORTEST_BEGINNING) {
    const weight = found.length ? BESIDE_THE_WORD : 1;
    const begun = await beginnings(term.word, stem, codes, library);
    found.push(...begun.map((meaning) => ({ ...meaning, quality: meaning.quality * weight })));
  }
  return found;
}

async function beginnings(start, stem, codes, library) {
  const words = (await library.beginning(start))
    .filter(({ group }) => group.stem !== stem && group.documents && !group.stem.startsWith("#"))
    .sort((one, other) => other.group.documents - one.group.documents || (one.word < other.word ? -1 : 1))
    .slice(0, MOST_BEGINNINGS)
    .map(({ word, group }) => ({ group, quality: AS_BEGINNING + (0.3 * start.length) / word.length, said: word }));
  const labelled = [];
  for (const [code, label, ...terms] of codes.about) {
    if (!terms.some((term) => term.startsWith(start) && term !== stem)) continue;
    const group = await library.group(code);
    if (group?.documents) labelled.push({ group, quality: AS_BEGINNING, said: label });
  }
  return [...words, ...labelled];
}

/** The words to look for instead of one that is not known. */
async function instead(word, library) {
  const { lists, all } = await library.spelling();
  return meant(word, lists, all);
}

/** The stem of a word; of one that stands nowhere, the longest stem that it is with one of the site's endings. */
async function stemOf(word, library) {
  const stem = await library.stemOf(word);
  if (stem) return stem;
  const endings = new Set(library.head.endings);
  for (let cut = 1; cut <= LONGEST_ENDING && word.length - cut > 2; cut += 1) {
    if (!endings.has(word.slice(-cut))) continue;
    const base = word.slice(0, -cut);
    for (const tried of base.at(-1) === base.at(-2) ? [base, base.slice(0, -1)] : [base]) {
      if (await library.group(tried)) return tried;
    }
  }
  return undefined;
}

function codesOf(head) {
  const terms = new Map(); // by first stem: the whole term, its code and label
  const parts = new Map();
  for (const [code, label, ...all] of head.about) {
    for (const term of all) {
      const stems = term.split(" ");
      put(terms, stems[0], { stems, code, label });
      // A part of "step-free" says nothing of money: what is said of facts must be true.
      if (stems.length > 1 && !code.startsWith(FACT)) for (const stem of stems) put(parts, stem, { code, label });
    }
  }
  return { about: head.about, terms, parts };
}

/** The codes that a term, with its neighbours, stands for: [code, quality, label]. */
function codesFor(at, stems, codes) {
  const found = new Map();
  const take = (code, quality, label) => {
    if (!found.has(code) || found.get(code)[1] < quality) found.set(code, [code, quality, label]);
  };
  for (let start = 0; start <= at; start += 1) {
    for (const term of codes.terms.get(stems[start]) ?? []) {
      const reaches = start + term.stems.length > at;
      if (reaches && term.stems.every((stem, step) => stem === stems[start + step])) take(term.code, 1, term.label);
    }
  }
  const part = codes.parts.get(stems[at]) ?? [];
  const telling = stems[at]?.length >= SHORTEST_TELLING && new Set(part.map((one) => one.code)).size <= MOST_LABELS;
  if (telling) for (const { code, label } of part) take(code, AS_PART_OF_A_LABEL, label);
  return [...found.values()];
}

function put(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}
