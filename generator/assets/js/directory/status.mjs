// The line above the results in words: how many fit, who does not say, what to do where nothing fits.

import { made } from "../dom.mjs";
import { unsaidWords } from "../facet-words.mjs";
import { n, t } from "../words.mjs";

/**
 * What the line says, as elements and texts.
 * @param {Document} page
 * @param {{fits: number, unsaidCount: number, about: string[]}} found
 * @param {{chosen: Record<string, unknown>, limited: boolean, unsaidShown: boolean, asked: string | null, searched: string | null,
 *   phone: {href: string, number: string}, root: string, chips: () => HTMLElement[], onUnsaid: (shown: boolean) => void}} given
 *   `limited`: whether anything is chosen; `asked`: what was searched for instead of what was typed, and `searched` what was typed
 */
export function statusWords(page, found, { chosen, limited, unsaidShown, asked, searched, phone, root, chips, onUnsaid }) {
  const button = (words, shown) =>
    made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", onclick: () => onUnsaid(shown) }, words);
  const strong = (words) => made(page, "strong", {}, words);
  const instead = asked ? [t("We looked for “%(words)s”.", { words: asked }), " "] : [];
  const { fits, unsaidCount, about } = found;
  const what = unsaidCount > 0 ? unsaidWords(about, chosen, unsaidCount) : "";

  if (!limited) {
    return [strong(n("%(count)s group, activity or service.", "%(count)s groups, activities and services.", fits))];
  }
  if (fits > 0 && unsaidCount === 0) return [...instead, strong(n("%(count)s fits.", "%(count)s fit.", fits))];
  if (fits > 0) {
    const more = n("%(count)s more does not say %(what)s.", "%(count)s more do not say %(what)s.", unsaidCount, { what });
    const ways = unsaidShown ? button(t("Leave those out"), false) : button(t("Show those too"), true);
    return [...instead, strong(n("%(count)s fits.", "%(count)s fit.", fits)), " ", more, " ", ways];
  }
  if (unsaidCount > 0) {
    const silent = n("%(count)s does not say %(what)s.", "%(count)s do not say %(what)s.", unsaidCount, { what });
    const ways = unsaidShown ? t("Ring them first.") : button(t("Show those too, and ring them first"), true);
    return [...instead, strong(t("None says yes for sure.")), " ", silent, " ", ways];
  }
  const many = chips();
  const why = searched !== null && many.length === 1
    ? [strong(t("We found nothing for “%(words)s”.", { words: searched })), " ", t("Try one word, or another word for it.")]
    : [strong(t("Nothing fits all of that.")), " ", t("Take one thing away:"), " ", made(page, "span", { class: "fp-chips fp-chips--inline" }, ...many)]; // prettier-ignore
  return [
    ...instead,
    ...why,
    " ",
    t("Or ring"),
    " ",
    made(page, "a", { href: phone.href }, phone.number),
    " ",
    t("and we look together with you."),
    " ",
    made(page, "a", { href: `${root}suggest/` }, t("Do you know of something? Tell us about it.")),
  ];
}
