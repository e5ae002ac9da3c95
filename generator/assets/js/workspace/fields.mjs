// What the controls of the workspace are built of: a group of answers, one answer, a field with its label.

import { made } from "../dom.mjs";

/** A question with several answers. */
export function group(page, question, ...inside) {
  return made(page, "fieldset", { class: "fp-match__question", "data-field": question.field },
    made(page, "legend", {}, question.ask), ...inside); // prettier-ignore
}

/** One answer, to tick or to take. */
export function option(page, type, name, label, checked, onchange, extra = {}) {
  const box = made(page, "input", { type, name, onchange, autocomplete: "off", ...extra });
  box.checked = checked;
  return made(page, "label", { class: "fp-option" }, box, made(page, "span", {}, label));
}

/** A question that is answered in a line. */
export function field(page, question, input, ...after) {
  const id = `q-${question.field}`;
  input.id = id;
  return made(page, "div", { class: "fp-field fp-match__question", "data-field": question.field },
    made(page, "label", { for: id }, question.ask), input, ...after); // prettier-ignore
}
