// The filters as a form: native details and boxes, a count beside each choice. It shows what is chosen and tells of
// changes; what fits is worked out elsewhere.

import { icon, made, worded } from "../dom.mjs";
import { GROUPS, MORE, choiceWords, legend } from "../facet-words.mjs";
import { t } from "../words.mjs";

const FEW = 5; // choices of a long list that stand there at first, where all groups stand open
const LONG = 8;

/**
 * The form.
 * @param {Document} page
 * @param {{root: string, facet: (name: string) => import("../facets.mjs").Facet, wide: boolean,
 *   near: HTMLElement, onChange: (name: string, values: string[] | number | null) => void,
 *   onOpen: () => void, onSkip?: () => void, onNear?: (name: string, values: string[]) => void}} given  `near` is the part for a place; `wide`: all groups stand open, their
 *   long lists cut short; `onSkip` leads past all of them; `onNear`: somebody is about to choose this
 */
export function filters(page, { root, facet, wide, near, onChange, onOpen, onSkip, onNear = () => {} }) {
  const boxes = new Map(); // facet → [{value, input, count, row, said}], in the order of its choices
  const folds = []; // [{fold, summary, title, names}]
  const age = made(page, "input", {
    id: "age", class: "fp-input fp-input--short", type: "text", inputmode: "numeric", maxlength: 3, autocomplete: "off",
    oninput: (event) => onChange("age", /^\d+$/.test(event.target.value.trim()) ? Number(event.target.value) : null),
  });

  const chevron = () => icon(page, "chevron-down", root);

  function fold(title, names, open, ...content) {
    const words = made(page, "span", {}, title);
    const summary = made(page, "summary", {}, words, chevron());
    const details = made(page, "details", { class: "fp-facet", open, ontoggle: onOpen }, summary, ...content);
    folds.push({ details, words, title, names });
    return details;
  }

  function options(name, brief) {
    const { choices } = facet(name);
    const rows = choices.map(({ value, label }) => {
      const input = made(page, "input", {
        type: "checkbox", autocomplete: "off", value, onchange: () => onChange(name, read(name)),
      });
      const count = made(page, "span", { class: "fp-option__count" });
      const about = () => onNear(name, input.checked ? read(name).filter((one) => one !== value) : [...read(name), value]);
      const row = made(page, "label", { class: "fp-option", onpointerenter: about, onfocusin: about }, input, choiceWords(name, value, label), count);
      return { value, input, count, row, said: null };
    });
    boxes.set(name, rows);
    return [...rows.map(({ row }) => row), brief && rows.length > LONG ? rest(name, rows) : null];
  }

  /** The button that shows all of a long list. */
  function rest(name, rows) {
    for (const { row } of rows.slice(FEW)) row.hidden = true;
    const all = made(page, "button", { class: "fp-btn fp-btn--quiet fp-facet__all", type: "button", onclick: () => {
      const first = rows.find(({ row }) => row.hidden);
      for (const { row } of rows) row.hidden = false;
      all.remove();
      first?.input.focus();
      onOpen();
    } }, t("Show all %(count)s", { count: rows.length }), made(page, "span", { class: "fp-vh" }, `: ${legend(name)}`)); // prettier-ignore
    return all;
  }

  function fieldset(name, visible, brief) {
    if (name === "age") {
      const hint = made(page, "p", { class: "fp-hint", id: "age-hint" }, t("Leaves out what is for other ages. It stays on this page."));
      age.setAttribute("aria-describedby", "age-hint");
      return made(page, "p", { class: "fp-field" }, made(page, "label", { for: "age" }, legend("age")), hint, age);
    }
    const rows = options(name, brief);
    if (rows.length === 0) return null;
    const head = made(page, "legend", { class: visible ? "fp-facet__legend" : "fp-vh" }, legend(name));
    return made(page, "fieldset", {}, head, ...rows);
  }

  const read = (name) => boxes.get(name).flatMap(({ input, value }) => (input.checked ? [value] : []));

  function group({ key, title, facets }) {
    const parts = facets.map((name) => fieldset(name, facets.length > 1 || key === "near", wide)).filter(Boolean);
    if (key === "near") parts.unshift(near);
    if (parts.length === 0) return null;
    return fold(title(), key === "near" ? [...facets, "near"] : facets, wide, ...parts);
  }

  const more = MORE.map((name) => {
    const part = fieldset(name, false, false);
    return part && fold(legend(name), [name], false, part);
  });
  const form = made(
    page,
    "form",
    { class: "fp-filters", "aria-label": t("Filters"), autocomplete: "off", onsubmit: (event) => event.preventDefault() },
    made(page, "h2", {}, t("Narrow it down")),
    onSkip && made(page, "button", { class: "fp-btn fp-btn--quiet fp-facet__skip", type: "button", onclick: onSkip }, t("Skip to what fits")),
    ...GROUPS.map(group),
    fold(t("More"), MORE, false, ...more),
  );

  /**
   * Shows what is chosen.
   * @param {Record<string, unknown>} chosen
   * @param {string[]} held  facets with something chosen
   */
  function show(chosen, held) {
    for (const [name, rows] of boxes) {
      for (const { input, value, row } of rows) {
        input.checked = chosen[name]?.includes(value) ?? false;
        if (input.checked) row.hidden = false;
      }
    }
    if (page.activeElement !== age) age.value = chosen.age ?? "";
    for (const { words, title, names } of folds) {
      const many = names.filter((name) => held.includes(name)).reduce((sum, name) => sum + amount(chosen[name]), 0);
      const said = many > 0 ? t("%(title)s (%(count)s)", { title, count: many }) : title;
      if (words.textContent !== said) words.textContent = said;
    }
  }

  /**
   * Shows how many would fit with each choice that can be seen.
   * @param {{counts: (name: string) => number[]}} found
   */
  function tell(found) {
    for (const [name, rows] of boxes) {
      if (rows.length > 0 && rows[0].row.closest("details:not([open])") === null) counted(rows, found.counts(name));
    }
  }

  /** Opens the groups in which something is chosen. */
  function unfold(held) {
    for (const { details, names } of folds) if (names.some((name) => held.includes(name))) details.open = true;
  }

  return { form, show, tell, unfold };
}

function counted(rows, counts) {
  rows.forEach((one, at) => {
    if (one.row.hidden || one.said === counts[at]) return;
    one.said = counts[at];
    worded(one.count, String(counts[at]));
    one.row.classList.toggle("fp-option--none", counts[at] === 0);
  });
}

const amount = (value) => (Array.isArray(value) ? value.length : 1);
