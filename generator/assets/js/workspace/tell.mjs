// What the person may say so that fewer calls are needed: their age, whom a group is for. Above the calls, and no duty.

import { made } from "../dom.mjs";
import { n, t } from "../words.mjs";
import { optionsOf } from "./asked.mjs";

const OLDEST = 125;

/**
 * @param {Document} page
 * @param {{tell: {field: string, count: number}[]}} seen
 * @param {{questions: Object[], onTell: (field: string, value: *) => void}} how
 * @returns {Node | null}
 */
export function tell(page, seen, how) {
  if (seen.tell.length === 0) return null;
  const parts = seen.tell.map(({ field, count }) => PARTS[field](page, how.questions.find((one) => one.field === field), count, how));
  return made(page, "div", { class: "fp-box fp-match__tell" }, ...parts.flat(),
    made(page, "p", { class: "fp-hint" }, t("You need not say. Then these stay out of the list."))); // prettier-ignore
}

const PARTS = { age, gender };

function age(page, question, count, how) {
  const use = () => {
    const years = input.valueAsNumber;
    if (Number.isInteger(years) && years >= 0 && years <= OLDEST) how.onTell("age", years);
    else input.focus();
  };
  const input = made(page, "input", { class: "fp-input fp-match__number", id: "tell-age", type: "number", min: 0, max: OLDEST, inputmode: "numeric", autocomplete: "off", onkeydown: (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    button.focus();
    use();
  } });
  const button = made(page, "button", { class: "fp-btn", type: "button", "data-key": "tell-age", onclick: use }, t("Use this age"));
  return [
    made(page, "h4", {}, n("%(count)s is for certain ages only", "%(count)s are for certain ages only", count)),
    made(page, "div", { class: "fp-field" }, made(page, "label", { for: "tell-age" }, question.ask), made(page, "p", { class: "fp-row" }, input, button)),
  ];
}

function gender(page, question, count, how) {
  const press = ([code, label]) => made(page, "button", { class: "fp-chip", type: "button", "data-key": `tell-gender-${code}`, onclick: () => how.onTell("gender", code) }, label);
  return [
    made(page, "h4", {}, n("%(count)s is for women or for men only", "%(count)s are for women or for men only", count)),
    made(page, "div", { role: "group", "aria-label": question.ask }, made(page, "p", {}, question.ask), made(page, "p", { class: "fp-chips" }, ...Object.entries(optionsOf(question, {})).map(press))),
  ];
}
