// Which known word was meant: the nearest by letters left out, put in, mistaken or in each other's place.

const SHORTEST = 4;
const SHORTEST_HALF = 3;
const LONG = 7; // shorter words may be wrong by one letter only
const OTHER_FIRST_LETTER = 0.3; // people rarely mistake the first letter, but they do
const LESS_LIKELY = 0.12; // for each step down the lists of likely words

/**
 * How many letters must be left out, put in, changed or swapped with a neighbour; more than `most` is Infinity.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, before[column - 2] + 1);
      now[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
    [before, last] = [last, now];
  }
  return last[other.length] <= most ? last[other.length] : Infinity;
}

/**
 * The words that were meant, or nothing: one that is wrong by a letter, two written as one, one wrong by two letters.
 * @param {string} word
 * @param {readonly string[][]} lists  known words, the likeliest first
 * @param {Set<string>} all  the same words
 * @returns {string[] | null}
 */
export function meant(word, lists, all) {
  if (word.length < SHORTEST || /\d/.test(word)) return null;
  return nearest(word, lists, 1) ?? split(word, all) ?? (word.length < LONG ? null : nearest(word, lists, 2));
}

function nearest(word, lists, most) {
  let best = null;
  let least = Infinity;
  lists.forEach((known, step) => {
    for (const other of known) {
      if (Math.abs(other.length - word.length) > most) continue;
      const far = distance(word, other, most);
      if (far === Infinity) continue;
      const cost = far + step * LESS_LIKELY + (other[0] === word[0] ? 0 : OTHER_FIRST_LETTER);
      if (cost < least) [best, least] = [other, cost];
    }
  });
  return best === null ? null : [best];
}

/** "bookclub", "taichi" */
function split(word, known) {
  for (let at = SHORTEST_HALF; at <= word.length - SHORTEST_HALF; at += 1) {
    if (known.has(word.slice(0, at)) && known.has(word.slice(at))) return [word.slice(0, at), word.slice(at)];
  }
  return null;
}
