// The questions beside the results: three short ones a step at a time, or all of them in parts that open.

import { made } from "../dom.mjs";
import { t } from "../words.mjs";
import { steps } from "./asked.mjs";
import { control } from "./controls.mjs";

/**
 * @param {Document} page
 * @param {Object} state
 * @param {{data: Object, questions: Object[], root: string, set: (field: string, value: *) => void, onStep: (step: number) => void, onShow: () => void}} how
 * @returns {Node[]}
 */
export function panel(page, state, how) {
  return state.route === "quick" ? quick(page, state, how) : full(page, state, how);
}

const asked = (page, state, how, step) =>
  step.questions.map((question) =>
    control(page, question, {
      value: state.profile[question.field],
      set: (value) => how.set(question.field, value),
      data: how.data,
    }),
  );

function quick(page, state, how) {
  const all = steps("quick", how.questions);
  const step = all[state.step];
  const last = state.step === all.length - 1;
  const go = (words, to, key, style = "") =>
    made(page, "button", { class: `fp-btn ${style}`, type: "button", "data-key": key, onclick: () => how.onStep(to) }, words);
  const [first, ...others] = asked(page, state, how, step);
  // The first question stands as the heading already: it is said again to those who hear the page, not shown twice.
  const repeats = step.questions[0].ask.startsWith(step.title);
  if (repeats) first.querySelector("legend, label")?.classList.add("fp-vh");
  return [
    made(page, "h2", { id: "match-step", tabindex: "-1" }, made(page, "span", { class: "fp-match__count" }, t("Question %(at)s of %(all)s", { at: state.step + 1, all: all.length })), " ", repeats ? step.questions[0].ask : step.title),
    first,
    ...others,
    made(page, "p", { class: "fp-row" },
      state.step > 0 ? go(t("Back"), state.step - 1, "step-back") : null,
      last ? null : go(t("Skip"), state.step + 1, "step-skip"),
      last
        ? made(page, "button", { class: "fp-btn fp-btn--go", type: "button", "data-key": "step-next", onclick: how.onShow }, t("See what fits"))
        : go(t("Next"), state.step + 1, "step-next", "fp-btn--go")),
  ]; // prettier-ignore
}

function full(page, state, how) {
  const parts = steps("full", how.questions).map((step) => {
    const fold = made(page, "details", { class: "fp-facet" },
      made(page, "summary", { "data-key": `part-${step.name}` }, step.title),
      ...(step.name === "now" ? [direct(page, how)] : []),
      ...asked(page, state, how, step)); // prettier-ignore
    fold.open = step.questions.some(({ field }) => state.profile[field] !== undefined);
    return fold;
  });
  return [
    made(page, "h2", { id: "match-step", tabindex: "-1" }, t("Questions")),
    made(page, "p", { class: "fp-hint" }, t("Each may be skipped. What is not said leaves nothing out.")),
    ...parts,
  ];
}

/** The direct question. Its answer is thanked for, and goes nowhere: not into the profile and not into the plan. */
function direct(page, how) {
  const often = [t("Often or always"), t("Some of the time"), t("Occasionally"), t("Hardly ever"), t("Never")];
  const thanks = made(page, "div", { role: "status" });
  const words = () => made(page, "div", { class: "fp-notice fp-notice--good" },
    made(page, "p", {}, made(page, "strong", {}, t("Thank you for telling me. Many people feel this.")), " ", t("Would you like to see what helps?")),
    made(page, "p", {}, made(page, "a", { href: `${how.root}help/`, target: "_blank", rel: "noopener" }, t("Somebody to talk to now")))); // prettier-ignore
  return made(page, "fieldset", { class: "fp-match__question" }, made(page, "legend", {}, t("How often do you feel lonely?")),
    ...often.map((label, at) => made(page, "label", { class: "fp-option" },
      made(page, "input", { type: "radio", name: "q-lonely", autocomplete: "off", onchange: () => thanks.replaceChildren(...(at === 0 ? [words()] : [])) }),
      made(page, "span", {}, label))), thanks); // prettier-ignore
}
