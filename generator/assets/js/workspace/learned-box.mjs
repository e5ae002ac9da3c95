// "What I learned today" on the page: each answer with what else they said, and one message to mail or copy.

import { made } from "../dom.mjs";
import { copied, copyWords } from "../frame.mjs";
import { n, t } from "../words.mjs";
import { learned, mail, message } from "./learned.mjs";

/**
 * @param {Document} page
 * @param {{get: () => Object, put: (change: Object) => void, facts: Function, labels: Object, today: string,
 *   email: string | undefined, onUndo: Function}} how
 * @returns {HTMLElement | null}
 */
export function learnedBox(page, { get, put, facts, labels, today, email, onUndo }) {
  const found = learned(get().answers, facts, labels);
  if (found.length === 0) return null;
  const area = made(page, "textarea", { class: "fp-input", id: "learned-text", readonly: true, rows: 10 });
  const link = made(page, "a", { class: "fp-btn", href: "mailto:" }, t("Write it in an email"));
  const show = () => {
    const { role, notes } = get();
    area.value = message(found, { today, role, notes });
    if (email) link.href = mail(email, area.value);
  };
  const typed = (label, value, key, then) => {
    const input = made(page, "input", { class: "fp-input", type: "text", autocomplete: "off", id: key, "data-key": key, oninput: () => {
      then(input.value);
      show();
    } });
    input.value = value;
    return made(page, "div", { class: "fp-field" }, made(page, "label", { for: key }, label), input);
  };
  const rows = found.map(({ id, title, code, fact }) => {
    const key = `${id} ${code}`;
    return made(page, "li", {},
      made(page, "p", {}, made(page, "strong", {}, title), ": ", fact.words, " ",
        made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", "data-key": `undo-${key}`, onclick: () => onUndo(id, code) }, t("Take back"), made(page, "span", { class: "fp-vh" }, `: ${title}, ${fact.words}`))),
      typed(code === "c.cost" ? t("What does it cost?") : t("What else did they say? Nothing about the person."), get().notes[key] ?? "", `note-${id}-${code}`, (words) => put({ notes: { ...get().notes, [key]: words } }))); // prettier-ignore
  });
  show();
  return made(page, "section", { class: "fp-match__lane", "aria-labelledby": "learned" },
    made(page, "h3", { id: "learned", tabindex: "-1" }, n("What I learned today (%(count)s)", "What I learned today (%(count)s)", found.length)),
    made(page, "p", {}, t("One message for the coordinator. It says nothing of the person.")),
    made(page, "ul", { class: "fp-match__asks" }, ...rows),
    typed(t("Your part in this, not your name: neighbour, group leader, link worker"), get().role, "learned-role", (role) => put({ role })),
    made(page, "div", { class: "fp-field" }, made(page, "label", { for: "learned-text" }, t("The message")), area),
    made(page, "p", { class: "fp-row" }, email ? link : null, copyButton(page, t("Copy as text"), () => area.value))); // prettier-ignore
}

/** A button that copies a text, and says so; `first` may ask something before. */
export function copyButton(page, words, text, first = (then) => then()) {
  const copy = async () => {
    said.textContent = ""; // the same words twice are read out once only
    said.textContent = copyWords(await copied(page.defaultView, text()));
  };
  const button = made(page, "button", { class: "fp-btn", type: "button", onclick: () => first(copy) }, words);
  const said = made(page, "span", { role: "status" });
  return made(page, "span", { class: "fp-row" }, button, said);
}
