// Why something was found, in words: “Matches “woodwork” in what it is about”.

import { listed, t } from "../words.mjs";

const MOST = 2;
const IN = {
  name: (words) => t("%(words)s in its name", { words }),
  former: (words) => t("%(words)s in a former name", { words }),
  contact: (words) => t("%(words)s among its telephone numbers", { words }),
  about: (words) => t("%(words)s in what it is about", { words }),
  who: (words) => t("%(words)s in who it is for", { words }),
  welcomes: (words) => t("%(words)s in who is welcome", { words }),
  summary: (words) => t("%(words)s in its summary", { words }),
  place: (words) => t("%(words)s in where it is", { words }),
  when: (words) => t("%(words)s in when it is", { words }),
  runBy: (words) => t("%(words)s in who runs it", { words }),
  alike: (words) => t("another word for %(words)s", { words }),
  text: (words) => t("%(words)s in its description", { words }),
  visit: (words) => t("%(words)s in what to expect there", { words }),
};

/**
 * The words for the reader.
 * @param {import("./search.mjs").Why[]} why
 */
export function whyWords(why) {
  const found = why.slice(0, MOST).map(({ field, words }) => IN[field](listed(words.map((word) => t("“%(word)s”", { word })))));
  return t("Matches: %(found)s", { found: listed(found) });
}
