// "Choose together": at most three choices, large, with pictures, for people who need it. One card, three answers; on
// paper the same cards to cut apart, with boxes in place of buttons.

import { icon, made } from "../dom.mjs";
import { t } from "../words.mjs";

const MOST = 3;

/**
 * Opens the choices over the page.
 * @param {Document} page
 * @param {Object[]} entries
 * @param {{answers: Object<string, string>, paper: boolean, onAnswer: (id: string, answer: string) => void, onClose: () => void}} how
 *   `paper`: whether they may be printed; where somebody at home may be harmed by a sheet, that is asked for first
 */
export function together(page, entries, { answers, paper, onAnswer, onClose }) {
  const close = made(page, "button", { class: "fp-btn", type: "button", onclick: () => dialog.close() }, t("Back"));
  const cards = entries.slice(0, MOST).map((one, at) => {
    const press = (answer, words) => {
      const button = made(page, "button", { class: "fp-together__answer", type: "button", "aria-pressed": String(answers[one.id] === answer), onclick: () => {
        for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button));
        onAnswer(one.id, answer);
      } }, words);
      return button;
    };
    return made(page, "li", { class: "fp-together__card" },
      icon(page, one.icon ?? "account-group", null),
      made(page, "h3", { id: `together-${at}` }, one.title),
      ...[one.when, one.next, one.where, one.cost].filter(Boolean).map((words) => made(page, "p", {}, words)),
      made(page, "div", { class: "fp-together__answers", role: "group", "aria-labelledby": `together-${at}` },
        press("yes", t("Yes")), press("maybe", t("Maybe")), press("no", t("No, thank you")))); // prettier-ignore
  });
  const print = paper && cards.length ? made(page, "button", { class: "fp-btn", type: "button", onclick: () => page.defaultView.print() }, icon(page, "printer", null), t("Print as cards")) : null;
  const dialog = made(page, "dialog", { class: `fp-together${paper ? " fp-together--paper" : ""}`, "aria-labelledby": "together", onclose: () => {
    dialog.remove();
    onClose();
  } }, made(page, "div", { class: "fp-together__head" }, made(page, "h2", { id: "together" }, t("Choose together")), made(page, "p", { class: "fp-row" }, print, close)),
    made(page, "ul", { class: "fp-together__cards" }, ...cards)); // prettier-ignore
  page.getElementById("match").append(dialog);
  dialog.showModal();
}
