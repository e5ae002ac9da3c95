// What the reader typed into terms: words, phrases in quotation marks, telephone numbers made whole.

import { tokens } from "./tokens.mjs";

const MOST_TERMS = 12;
const SHORTEST_NUMBER = 7; // digits in a row that are a telephone number, however they are spaced
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/**
 * @typedef {object} Term
 * @property {string} word
 * @property {number | null} phrase  the number of the phrase that it stands in
 * @property {boolean} open  whether it may still be going on: the last one, without a space after it
 */

/**
 * The terms of a query in their order.
 * @param {string} text
 * @returns {Term[]}
 */
export function terms(text) {
  const found = [];
  let [from, phrase] = [0, 0];
  for (const match of text.matchAll(QUOTED)) {
    found.push(...loose(text.slice(from, match.index)));
    found.push(...tokens(match[1]).map((word) => ({ word, phrase, open: false })));
    from = match.index + match[0].length;
    phrase += 1;
  }
  const rest = loose(text.slice(from));
  const last = rest.at(-1);
  if (last && /[\p{L}\p{N}\p{M}]$/u.test(text)) last.open = true;
  return distinct([...found, ...rest]).slice(0, MOST_TERMS);
}

function loose(text) {
  const found = [];
  for (const word of tokens(text)) {
    const last = found.at(-1);
    if (last && /^\d+$/.test(word) && /^\d+$/.test(last)) found.push(found.pop() + word);
    else found.push(word);
  }
  return found.flatMap((word) => apart(word, text)).map((word) => ({ word, phrase: null, open: false }));
}

// Few digits in a row are no telephone number: a year and a bus stay two words.
function apart(word, text) {
  if (!/^\d+$/.test(word) || word.length >= SHORTEST_NUMBER) return [word];
  const own = tokens(text).filter((one) => /^\d+$/.test(one));
  return own.includes(word) ? [word] : own.filter((one) => word.includes(one));
}

function distinct(all) {
  const seen = new Set();
  return all.filter((term) => {
    const key = `${term.phrase ?? ""} ${term.word}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
