// Text into words as they are compared, exactly as generator/search/tokens.py does it; tests hold the two together.

const LONGEST = 40;
const LEFT_OUT = /['’‘ʼʻ′`´]/g;
const SPELT_OUT = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ" };

/** A text without capitals, accents and apostrophes. */
function fold(text) {
  return text
    .replace(LEFT_OUT, "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (letter) => SPELT_OUT[letter]);
}

/** The words of a text in their order. */
export function tokens(text) {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, LONGEST).join(""));
}
