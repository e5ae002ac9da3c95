// Meanings of the terms in, documents with their scores and reasons out: the best first, and always in the same order.

import { NAME, worth } from "./fields.mjs";
import { each } from "./library.mjs";

const ENOUGH = 0.75; // of what the best document has of the query: less is not shown
const LEAST = 0.15; // of the whole query: "in" alone does not answer "drop in" where nothing is called so
const NOWHERE = 2.5; // how telling a word is that stands nowhere
const LITTLE = 0.4;
const TOLD = 0.4; // what tells less is not given as a reason beside others
const WHOLE_NAME = 8;
const SIDE_BY_SIDE = 3;

/**
 * @typedef {object} Hit  what a document has of one term
 * @property {number} score
 * @property {number} bits
 * @property {number} spot
 * @property {string} said
 */

/**
 * The documents that fit, the best first.
 * @param {import("./query.mjs").Term[]} terms
 * @param {import("./meanings.mjs").Meaning[][]} meanings  by term
 * @param {number} documents  how many there are
 * @returns {{number: number, score: number, hits: (Hit | undefined)[]}[]}
 */
export function ranked(terms, meanings, documents) {
  const found = hits(meanings);
  const telling = meanings.map((several, at) => rarity(several, documents) * (little(terms[at], several) ? LITTLE : 1));
  const all = telling.reduce((sum, one) => sum + one, 0);
  const squared = telling.reduce((sum, one) => sum + one ** 2, 0); // so that many small words weigh little
  const scored = [];
  let best = 0;
  for (const [number, of] of found) {
    if (!phrasesHold(terms, of)) continue;
    const share = telling.reduce((sum, one, at) => sum + (of[at] ? one ** 2 : 0), 0) / squared;
    best = Math.max(best, share);
    scored.push({ number, share, hits: of });
  }
  return scored
    .filter((one) => one.share >= Math.max(best * ENOUGH, LEAST))
    .map((one) => ({ number: one.number, score: score(one, telling, all), hits: reasons(one.hits, telling) }))
    .sort((one, other) => other.score - one.score || one.number - other.number);
}

/** By document the best that it has of each term. */
function hits(meanings) {
  const found = new Map();
  meanings.forEach((several, at) => {
    for (const { group, quality, said } of several) {
      each(group, (number, bits, spot) => {
        let of = found.get(number);
        if (!of) found.set(number, (of = new Array(meanings.length)));
        const score = worth(bits).weight * quality;
        const known = of[at];
        if (!known || known.score < score) of[at] = { score, bits, spot: bits & NAME ? spot : 0, said };
        // What is a word of the name stays one, even where another meaning is worth more.
        else if (bits & NAME && !known.spot) known.spot = spot;
      });
    }
  });
  return found;
}

/** Short words are "me" and "my" rather than things to look for, unless the vocabulary knows them: "tea". */
function little(term, meanings) {
  return term.word.length <= 3 && /^\D/.test(term.word) && !meanings.some(({ group }) => group.stem.startsWith("#"));
}

/** How much a term tells: "the" next to nothing, a rare word much. */
function rarity(meanings, documents) {
  if (!meanings.length) return NOWHERE;
  const certain = meanings.filter((one) => one.quality > 0.9);
  const often = Math.max(...(certain.length ? certain : meanings).map((one) => one.group.documents));
  return Math.log(1 + (documents + 0.5) / (often + 0.5)) - Math.log(2) + 0.05;
}

/** The hits that say why: not those of "the" beside others. */
function reasons(of, telling) {
  const told = of.map((hit, at) => (telling[at] >= TOLD ? hit : undefined));
  return told.some(Boolean) ? told : of;
}

function score({ share, hits: of }, telling, all) {
  let sum = 0;
  const places = new Set();
  let length = 0;
  let beside = 0;
  let before = null;
  of.forEach((hit, at) => {
    if (!hit) return;
    sum += telling[at] * hit.score;
    if (!hit.spot) return;
    const place = hit.spot >> 4;
    places.add(place);
    length = hit.spot & 15;
    if (before?.at === at - 1 && before.place === place - 1) beside += 1;
    before = { at, place };
  });
  const named = length ? (WHOLE_NAME * places.size) / length : 0;
  // Rounded, so that the order does not hang on the last digit of a sum.
  return Math.round(((sum / all) * (0.4 + 0.6 * share) + named * share + SIDE_BY_SIDE * beside) * 1000) / 1000;
}

/** Whether all words of each phrase stand in one field, and in a name one after another. */
function phrasesHold(terms, of) {
  const phrases = new Map();
  terms.forEach((term, at) => {
    if (term.phrase === null) return;
    if (!phrases.has(term.phrase)) phrases.set(term.phrase, []);
    phrases.get(term.phrase).push(of[at]);
  });
  for (const words of phrases.values()) {
    if (words.some((hit) => !hit)) return false;
    const shared = words.reduce((bits, hit) => bits & hit.bits, ~0);
    const inRow = words.every((hit, at) => !at || hit.spot >> 4 === (words[at - 1].spot >> 4) + 1);
    if (!(shared & ~NAME) && !(shared & NAME && inRow)) return false;
  }
  return true;
}
