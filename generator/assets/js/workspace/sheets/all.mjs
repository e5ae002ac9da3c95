// The languages of the sheets, one file each.

import en from "./en.mjs";
import pt from "./pt.mjs";

export const LANGUAGES = [en, pt];

/** The labels of a language, "pt" or "pt-BR"; English where there is no file for it. */
export function labelsOf(tag) {
  const [language] = tag.toLowerCase().split("-");
  return LANGUAGES.find((one) => one.tag === language) ?? en;
}

/** The labels of the site's own language. */
export function siteLabels(page) {
  return labelsOf(page.documentElement.lang);
}
