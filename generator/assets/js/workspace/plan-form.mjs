// The plan on the page: what was chosen, the person's own words, and what can be made of it. What is typed is told to
// `onWords`; the rest is done by `on…`.

import { made } from "../dom.mjs";
import { date, t } from "../words.mjs";
import { copyButton } from "./learned-box.mjs";
import { answerWords, saidOn, went, whyNot } from "./reviews.mjs";
import { LANGUAGES, siteLabels } from "./sheets/all.mjs";

/** The lines that a person fills in, in the order of the sheet. */
function planWords() {
  return [
    ["aim", t("My aim")],
    ["know", t("I will know it works when")],
    ["who", t("Who does what, by when")],
    ["comes", t("Who comes with me")],
    ["information", t("How I need information, such as large print or a call")],
  ];
}

/**
 * @param {Document} page
 * @param {{entries: Object[], words: Object, sheet: Object, reviews: Object[] | null, today: string}} now  `reviews` once it is one plan later
 * @param {Object} on  what is done on a press
 */
export function planForm(page, { entries, words, sheet, reviews, today }, on) {
  const field = ([name, label], type = "textarea") => {
    const id = `plan-${name}`;
    const input = made(page, type === "textarea" ? "textarea" : "input", { class: "fp-input", id, rows: type === "textarea" ? 2 : null, type: type === "textarea" ? null : type, autocomplete: "off", oninput: () => on.words({ [name]: input.value }) });
    input.value = words[name] ?? "";
    return made(page, "div", { class: "fp-field" }, made(page, "label", { for: id }, label), input);
  };
  const chosen = entries.map((one) => made(page, "li", {}, one.title, " ",
    made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", "data-key": `drop-${one.id}`, onclick: () => on.drop(one.id) }, t("Take off"), made(page, "span", { class: "fp-vh" }, `: ${one.title}`)))); // prettier-ignore
  const press = (label, then, style = "") => made(page, "button", { class: `fp-btn ${style}`, type: "button", onclick: then }, label);
  return [
    made(page, "h2", { id: "plan", tabindex: "-1" }, t("The plan")),
    made(page, "p", {}, t("In the person’s own words. No name is needed, and there is no place for one.")),
    chosen.length ? made(page, "ol", {}, ...chosen) : made(page, "p", {}, t("Nothing is chosen yet. Press “Choose” at what you want to try.")),
    ...planWords().map((one) => field(one)),
    field(["review", t("We look at this again on")], "date"),
    ...(reviews ? [review(page, entries, { reviews, today }, on)] : []),
    look(page, sheet, on),
    made(page, "p", { class: "fp-row" },
      press(t("See the sheet"), on.see), press(t("Print the sheet"), on.print, "fp-btn--go"),
      press(t("Save as a file"), on.save), copyButton(page, t("Copy as text"), on.text, on.safely),
      press(t("Their dates for the calendar"), on.dates), press(t("Reminder for the calendar"), on.remind)),
    made(page, "p", { id: "plan-said", role: "status" }),
    made(page, "p", { class: "fp-hint" }, t("The file is a letter that anybody can read. Below a line it carries the answers, so that this page can open it again. Keep it as you keep other papers about a person.")),
    made(page, "div", { id: "plan-safe", "aria-live": "polite" }),
  ]; // prettier-ignore
}

/** How the sheet looks. */
function look(page, sheet, on) {
  const box = (name, label) => {
    const input = made(page, "input", { type: "checkbox", autocomplete: "off", onchange: () => on.sheet({ [name]: input.checked }) });
    input.checked = sheet[name];
    return made(page, "label", { class: "fp-option" }, input, made(page, "span", {}, label));
  };
  const choice = (name, label, options) => {
    const id = `sheet-${name}`;
    const select = made(page, "select", { class: "fp-select", id, onchange: () => on.sheet({ [name]: select.value }) }, ...options.map(([value, words]) => new Option(words, value)));
    select.value = sheet[name];
    return made(page, "div", {}, made(page, "label", { for: id }, label), " ", select);
  };
  return made(page, "fieldset", {}, made(page, "legend", {}, t("How the sheet looks")),
    box("large", t("Very large letters")), box("envelope", t("For a window envelope: leaves room for an address")), box("referral", t("With a page for those who must be asked by a worker")),
    made(page, "div", { class: "fp-row" },
      choice("second", t("A second language"), [["", t("none")], ...LANGUAGES.filter((one) => one !== siteLabels(page)).map((one) => [one.tag, one.name])]),
      choice("paper", t("Paper"), [["a4", "A4"], ["letter", t("US Letter")]]))); // prettier-ignore
}

/** One plan later: did you go, and what was in the way. */
function review(page, entries, { reviews, today }, on) {
  const rows = entries.map((one) => {
    const said = saidOn(reviews, today, one.id);
    const why = made(page, "div", { class: "fp-match__why-not", hidden: said.went !== "no" && said.went !== "once" }, made(page, "p", {}, t("What was in the way?")),
      ...Object.entries(whyNot()).map(([code, label]) => {
        const input = made(page, "input", { type: "checkbox", autocomplete: "off", onchange: () => on.went(one.id, { why: input.checked ? code : null, not: input.checked ? null : code }) });
        input.checked = said.why.includes(code);
        return made(page, "label", { class: "fp-option" }, input, made(page, "span", {}, label));
      })); // prettier-ignore
    const select = made(page, "select", { class: "fp-select", id: `went-${one.id}`, onchange: () => {
      why.hidden = select.value !== "no" && select.value !== "once";
      on.went(one.id, { went: select.value });
    } }, ...Object.entries(went()).map(([code, label]) => new Option(label, code)));
    select.value = said.went;
    return made(page, "li", {}, made(page, "label", { for: `went-${one.id}` }, t("%(title)s: did you go?", { title: one.title })), " ", select, why, ...earlier(page, one.id, reviews.filter((each) => each.on !== today)));
  });
  return made(page, "fieldset", {}, made(page, "legend", {}, t("One plan later")), made(page, "ul", { class: "fp-match__asks" }, ...rows));
}

/** What was said at earlier looks. */
function earlier(page, id, reviews) {
  return reviews.map(({ on, went: answers }) => ({ on, words: answers[id] ? answerWords(answers[id]) : "" }))
    .filter(({ words }) => words)
    .map(({ on, words }) => made(page, "p", { class: "fp-hint" }, t("%(date)s: %(answer)s", { date: date(on), answer: words }))); // prettier-ignore
}
