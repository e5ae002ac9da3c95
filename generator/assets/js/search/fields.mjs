// Where a word of the index can stand, by its bit, as in generator/search/documents.py, and what that is worth: names
// above what somebody has said it is about, that above texts.

export const NAME = 1;

export const FIELDS = [
  { bit: NAME, name: "name", weight: 12 },
  { bit: 512, name: "former", weight: 8 },
  { bit: 256, name: "contact", weight: 8 },
  { bit: 2, name: "about", weight: 6 },
  { bit: 4, name: "who", weight: 5 },
  { bit: 8, name: "summary", weight: 4 },
  { bit: 32, name: "place", weight: 4 },
  { bit: 4096, name: "welcomes", weight: 3.5 },
  { bit: 1024, name: "when", weight: 3 },
  { bit: 16, name: "runBy", weight: 3 },
  { bit: 2048, name: "alike", weight: 2 },
  { bit: 64, name: "text", weight: 1.5 },
  { bit: 128, name: "visit", weight: 1.2 },
];

const known = new Map();

/**
 * What standing in a set of fields is worth: the best of them, and a little for each other.
 * @param {number} bits
 * @returns {{weight: number, field: string}}
 */
export function worth(bits) {
  let found = known.get(bits);
  if (!found) {
    const [best, ...others] = FIELDS.filter((field) => bits & field.bit);
    found = {
      weight: best ? others.reduce((sum, field) => sum + field.weight * 0.15, best.weight) : 0,
      field: best?.name ?? "",
    };
    known.set(bits, found);
  }
  return found;
}
