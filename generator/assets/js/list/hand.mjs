// "Hand it on" on the page of a record: one press copies what was prepared from the page, and shows what it was.

import { dayOf } from "../days.mjs";
import { copied, say } from "../frame.mjs";
import { t } from "../words.mjs";
import { facts } from "./read.mjs";
import { asMessage, asParagraph, asText } from "./texts.mjs";

const TEXTS = {
  text: (found, today) => asText([{ facts: found, note: "" }], today),
  message: asMessage,
  paragraph: asParagraph,
};

/**
 * @param {Document} page
 * @param {Window} view
 * @param {Date} now
 */
export function handOn(page, view, now) {
  const box = page.querySelector("[data-hand]");
  box?.addEventListener("click", (event) => {
    const button = event.target.closest("[data-hand-as]");
    if (button) handOver(page, view, TEXTS[button.dataset.handAs](facts(page), dayOf(now)), button);
  });
}

/**
 * Copies a text, and shows it, so that one sees what was copied, and can copy it by hand where that is refused.
 * @param {Document} page
 * @param {Window} view
 * @param {string} text
 * @param {Element} button  what was pressed; the text is shown below it
 */
export async function handOver(page, view, text, button) {
  const shown = page.querySelector(".fp-handed");
  const [label, field] = [shown.querySelector("label"), shown.querySelector("textarea")];
  field.value = text;
  button.closest("p").after(shown);
  shown.hidden = false;
  if (await copied(view, text)) {
    label.textContent = t("Copied. This is the text:");
    say(page, view, t("Copied"));
  } else {
    label.textContent = t("It could not be copied. Copy it from here:");
    field.focus();
    field.select();
  }
}
