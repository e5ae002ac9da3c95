// Goals in the person's order: ticked first stands first, and each can be moved up and down.

import { made } from "../dom.mjs";
import { t } from "../words.mjs";
import { MOST_GOALS, moved, optionsOf } from "./asked.mjs";
import { group, option } from "./fields.mjs";

/**
 * @param {Document} page
 * @param {Object} question
 * @param {{value: string[] | undefined, set: (value: string[]) => void, data: Object}} at
 */
export function order(page, question, { value = [], set, data }) {
  let chosen = [...value];
  const options = optionsOf(question, data.labels);
  const list = made(page, "ol", { class: "fp-match__order" });
  const said = made(page, "p", { class: "fp-vh", role: "status" });

  function move(code, by) {
    chosen = moved(chosen, code, by);
    show();
    const buttons = list.children[chosen.indexOf(code)].querySelectorAll("button");
    buttons[by < 0 ? 0 : 1].focus();
    said.textContent = t("%(goal)s is now number %(number)s.", { goal: options[code], number: chosen.indexOf(code) + 1 });
    set(chosen);
  }

  const press = (words, code, by, ends) =>
    made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", "aria-disabled": ends ? "true" : null, onclick: () => ends || move(code, by) },
      words, made(page, "span", { class: "fp-vh" }, `: ${options[code]}`)); // prettier-ignore

  function show() {
    const movable = chosen.length > 1;
    list.replaceChildren(...chosen.map((code, at) => made(page, "li", {}, made(page, "span", {}, options[code]),
      movable ? made(page, "span", { class: "fp-match__moves" }, press(t("Up"), code, -1, at === 0), press(t("Down"), code, 1, at === chosen.length - 1)) : null))); // prettier-ignore
    list.hidden = chosen.length === 0;
    for (const box of boxes.querySelectorAll("input")) box.disabled = !box.checked && chosen.length >= MOST_GOALS;
  }

  const boxes = made(page, "div", {}, ...Object.entries(options).map(([code, label]) =>
    option(page, "checkbox", "q-goals", label, chosen.includes(code), (event) => {
      chosen = event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code);
      show();
      said.textContent = chosen.length ? t("In your order: %(goals)s", { goals: chosen.map((one, at) => `${at + 1}. ${options[one]}`).join(" · ") }) : "";
      set(chosen);
    }))); // prettier-ignore
  const hint = made(page, "p", { class: "fp-hint" }, t("Up to three. Tick what matters most first, or put them in order below."));
  const found = group(page, question, hint, boxes, list, said);
  show();
  return found;
}
