// What the reader typed into terms: words, phrases in quotation marks, telephone numbers made whole.

import { t } from "../words.mjs";
import { tokens } from "./tokens.mjs";

const MOST_TERMS = 12;
const MOST_READ = 200; // words of what was typed; somebody may have pasted a page
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
  return meant(distinct([...found, ...rest])).slice(0, MOST_TERMS);
}

/**
 * Without the words of somebody who tells how they are, or on which day, unless there are no others: few records say “I” or “am”, so they
 * would weigh more than what is meant, and “I am lonely” would find texts that speak so and no company.
 */
function meant(all) {
  const telling = new Set(tokens(t("i am im ive feel feeling want need looking so very please today tomorrow")));
  const rest = all.filter(({ word, phrase }) => phrase !== null || !telling.has(word));
  return rest.length ? rest : all;
}

function loose(text) {
  const words = tokens(text).slice(0, MOST_READ);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const found = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last && /^\d+$/.test(word) && /^\d+$/.test(last)) found.push(found.pop() + word);
    else found.push(word);
  }
  return found.flatMap((word) => apart(word, numbers)).map((word) => ({ word, phrase: null, open: false }));
}

// Few digits in a row are no telephone number: a year and a bus stay two words.
function apart(word, own) {
  if (!/^\d+$/.test(word) || word.length >= SHORTEST_NUMBER) return [word];
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
