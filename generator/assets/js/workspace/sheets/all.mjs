// The languages of the sheets, one file each.

import en from "./en.mjs";
import pt from "./pt.mjs";

export const LANGUAGES = [en, pt];

/** The labels of a language; English where there is no file for it. */
export function labelsOf(tag) {
  return LANGUAGES.find((one) => one.tag === tag) ?? en;
}
