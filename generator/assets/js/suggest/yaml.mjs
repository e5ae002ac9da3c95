// Plain values → the text of a record. Whatever somebody typed stays text: what YAML could misread gets quotes.

const LETTERS_ONLY = /^[\p{L}£][\p{L}\p{N} £%+.,;()’‘“”–—/-]*$/u;
const WORDS_OF_YAML = /^(?:y|yes|n|no|true|false|on|off|null|nan|inf)$/i;
const SAFE_LINE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u;
const LONGEST_ID = 80;

/** The answers yes and no, which stand without quotes in our files, and codes and days of ours. */
export class Word {
  constructor(text) {
    this.text = text;
  }
}

/**
 * The lines of a record; values are texts, words of ours, lists and objects, in their order.
 * @param {Record<string, unknown>} values
 */
export function lines(values, indent = "") {
  return Object.entries(values).flatMap(([key, value]) => pair(key, value, indent));
}

/** A comment of as many lines as the text has. */
export function comment(text) {
  return text.split(/[\n\r\x85\u2028\u2029]/u).map((line) => `# ${line.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, " ")}`.trimEnd());
}

/** A text as one value. */
function scalar(text) {
  if (LETTERS_ONLY.test(text) && !WORDS_OF_YAML.test(text) && text.trimEnd() === text) return text;
  return `"${[...text].map(escaped).join("")}"`;
}

/** The id that a name gives, as `scalars.slug_of`; "" where it has no letter of ours. */
export function slugOf(name) {
  const ascii = name.normalize("NFKD").replace(/[^\x00-\x7f]/gu, "").toLowerCase();
  const words = ascii.replace(/'/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return words.slice(0, LONGEST_ID).replace(/-+$/, "");
}

/** An id that none of the known ones is. */
export function freeId(name, known) {
  const id = slugOf(name) || "new-record";
  if (!known.has(id)) return id;
  let number = 2;
  while (known.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

function pair(key, value, indent) {
  if (value instanceof Word) return [`${indent}${key}: ${value.text}`];
  if (Array.isArray(value)) {
    if (value.every((one) => one instanceof Word)) return [`${indent}${key}: [${value.map((one) => one.text).join(", ")}]`];
    return [`${indent}${key}:`, ...value.flatMap((one) => entry(one, `${indent}  `))];
  }
  if (typeof value === "object") return [`${indent}${key}:`, ...lines(value, `${indent}  `)];
  const parts = value.split("\n");
  const literal = parts.length > 1 && parts.every((part) => SAFE_LINE.test(part)) && /^\S/.test(parts[0]) && parts.at(-1).trim();
  const spaced = parts.some((part) => part && !part.trim());
  if (literal && !spaced) return [`${indent}${key}: |-`, ...parts.map((part) => (part ? `${indent}  ${part}` : ""))];
  return [`${indent}${key}: ${scalar(value)}`];
}

function entry(value, indent) {
  const [first, ...rest] = lines(value, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...rest];
}

function escaped(sign) {
  if (sign === "\\" || sign === '"') return `\\${sign}`;
  if (sign === "\n") return "\\n";
  if (sign === "\t") return "\\t";
  if (SAFE_LINE.test(sign)) return sign;
  const code = sign.codePointAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return "\\ufffd";
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
