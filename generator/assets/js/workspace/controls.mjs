// A question of the workspace as a control, with the answer that is there; `set` is told of a new one. The browser is
// asked to remember nothing.

import { made } from "../dom.mjs";
import { t, weekday } from "../words.mjs";
import { families, hoursOf, isFolded, kindOf, optionsOf, placeOf } from "./asked.mjs";
import { field, group, option } from "./fields.mjs";
import { order } from "./order.mjs";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * @param {Document} page
 * @param {Object} question
 * @param {{value: *, set: (value: *) => void, data: {labels: Object, places: Object, titles: Map<string, string>}}} at
 * @returns {HTMLElement}
 */
export function control(page, question, at) {
  const make = MAKERS[kindOf(question)];
  const inside = make(page, question, at);
  if (!isFolded(question)) return inside;
  const fold = made(page, "details", { class: "fp-fold" }, made(page, "summary", {}, question.ask), inside);
  inside.querySelector("legend")?.classList.add("fp-vh");
  fold.open = at.value !== undefined;
  return fold;
}

const MAKERS = {
  one,
  boxes,
  wanted,
  order,
  families: topics,
  number: amount,
  yes,
  week,
  place,
  record: (page, question, at) => records(page, question, { ...at, single: true }),
  records,
  "boxes and records": (page, question, at) => both(page, question, at),
};

function one(page, question, { value, set, data }) {
  const choices = Object.entries(optionsOf(question, data.labels));
  const name = `q-${question.field}`;
  return group(
    page,
    question,
    option(page, "radio", name, t("Not said"), value === undefined, () => set(null)),
    ...choices.map(([code, label]) => option(page, "radio", name, label, value === code, () => set(code))),
  );
}

function boxes(page, question, { value = [], set, data }) {
  const chosen = new Set(value);
  return group(
    page,
    question,
    ...Object.entries(optionsOf(question, data.labels)).map(([code, label]) =>
      option(page, "checkbox", `q-${question.field}`, label, chosen.has(code), ticking(chosen, code, set)),
    ),
  );
}

/** Puts a code into an answer, or takes it out, as its box is ticked. */
function ticking(chosen, code, set) {
  return (event) => {
    if (event.target.checked) chosen.add(code);
    else chosen.delete(code);
    set([...chosen]);
  };
}

/** What makes it hard: ticked, it asks whether help is wanted now. */
function wanted(page, question, { value = {}, set, data }) {
  const answers = { ...value };
  const safety = new Set(data.safety);
  const rows = Object.entries(optionsOf(question, data.labels)).filter(([code]) => !safety.has(code));
  return group(
    page,
    question,
    ...rows.map(([code, label]) => {
      const help = made(page, "select", { class: "fp-select", "aria-label": t("Would you like help with this: %(what)s", { what: label }), onchange: (event) => {
        answers[code] = event.target.value;
        set({ ...answers });
      } });
      for (const [said, words] of Object.entries(wantedWords())) help.append(new Option(words, said));
      help.value = answers[code] ?? "yes";
      help.hidden = answers[code] === undefined;
      const box = option(page, "checkbox", "q-causes", label, answers[code] !== undefined, (event) => {
        help.hidden = !event.target.checked;
        if (event.target.checked) answers[code] = help.value;
        else delete answers[code];
        set({ ...answers });
      });
      return made(page, "div", { class: "fp-match__wanted" }, box, help);
    }),
  );
}

function wantedWords() {
  return { yes: t("Help with it now"), later: t("Perhaps later"), no: t("No help, thank you") };
}

function topics(page, question, { value = [], set, data }) {
  const chosen = new Set(value);
  const box = (code, label) => option(page, "checkbox", "q-interests", label, chosen.has(code), ticking(chosen, code, set));
  return group(page, question, ...families(optionsOf(question, data.labels)).map(({ code, label, within }) => {
    if (within.length === 0) return box(code, label);
    const fold = made(page, "details", { class: "fp-fold" }, made(page, "summary", {}, label),
      box(code, t("%(family)s of any kind", { family: label })), ...within.map(([sub, words]) => box(sub, words))); // prettier-ignore
    fold.open = [code, ...within.map(([sub]) => sub)].some((one) => chosen.has(one));
    return fold;
  })); // prettier-ignore
}

function amount(page, question, { value, set }) {
  const whole = question.field === "age";
  const input = made(page, "input", { class: "fp-input fp-match__number", type: "number", min: 0, max: whole ? 125 : 9999, step: whole ? 1 : "any", inputmode: whole ? "numeric" : "decimal", autocomplete: "off", oninput: () => {
    const number = input.valueAsNumber;
    set(Number.isFinite(number) && number >= 0 ? number : null);
  } });
  input.value = value ?? "";
  return field(page, question, input);
}

function yes(page, question, { value, set }) {
  return group(page, question, option(page, "checkbox", `q-${question.field}`, t("Yes"), value === true || value === "yes", (event) => set(event.target.checked ? true : null)));
}

/** Parts of the week as a table of boxes; hours of a day for those who need them. */
function week(page, question, { value = [], set }) {
  const chosen = new Set(value);
  const parts = { am: t("Morning"), pm: t("Afternoon"), eve: t("Evening") };
  const box = (day, at, part) => {
    const code = `${day}_${part}`;
    const input = made(page, "input", { type: "checkbox", autocomplete: "off", "aria-label": t("%(day)s, %(part)s", { day: weekday(at), part: parts[part] }), onchange: ticking(chosen, code, set) });
    input.checked = chosen.has(code);
    return made(page, "td", {}, made(page, "label", { class: "fp-match__part" }, input));
  };
  const table = made(page, "table", { class: "fp-match__week" },
    made(page, "thead", {}, made(page, "tr", {}, made(page, "td", {}), ...Object.values(parts).map((part) => made(page, "th", { scope: "col" }, part)))),
    made(page, "tbody", {}, ...DAYS.map((day, at) => made(page, "tr", {}, made(page, "th", { scope: "row" }, weekday(at)),
      ...Object.keys(parts).map((part) => box(day, at, part)))))); // prettier-ignore
  return group(page, question, table, hours(page, chosen, set));
}

function hours(page, chosen, set) {
  const list = made(page, "ul", { class: "fp-chips" });
  const day = made(page, "select", { class: "fp-select", "aria-label": t("Day") }, ...DAYS.map((code, at) => new Option(weekday(at), code)));
  const typed = made(page, "input", { class: "fp-input fp-match__number", type: "text", autocomplete: "off", "aria-label": t("From when to when"), placeholder: "10-12:30" });
  const error = made(page, "p", { class: "fp-error", role: "alert" });
  const show = () => {
    const exact = [...chosen].filter((one) => one.includes(" "));
    list.replaceChildren(...exact.map((one) => made(page, "li", {}, made(page, "button", { class: "fp-chip fp-chip--on", type: "button", onclick: () => {
      chosen.delete(one);
      set([...chosen]);
      show();
      typed.focus();
    } }, t("%(hours)s: take away", { hours: `${weekday(DAYS.indexOf(one.slice(0, 3)))} ${one.slice(4)}` })))));
  };
  const add = made(page, "button", { class: "fp-btn", type: "button", onclick: () => {
    const found = hoursOf(day.value, typed.value);
    error.textContent = found ? "" : t("Write the hours like this: 10-12:30");
    if (!found) return typed.focus();
    chosen.add(found);
    typed.value = "";
    set([...chosen]);
    show();
  } }, t("Add"));
  show();
  return made(page, "details", { class: "fp-fold" }, made(page, "summary", {}, t("Only at certain hours")),
    made(page, "div", { class: "fp-row" }, day, typed, add), error, list); // prettier-ignore
}

function place(page, question, { value, set, data }) {
  const list = made(page, "datalist", { id: "q-home-places" }, ...Object.keys(data.places).map((name) => made(page, "option", { value: name })));
  const error = made(page, "p", { class: "fp-error", id: "q-home-error" });
  const input = made(page, "input", { class: "fp-input", type: "text", list: "q-home-places", autocomplete: "off", "aria-describedby": "q-home-hint q-home-error", oninput: () => {
    const found = placeOf(input.value, data.places);
    input.removeAttribute("aria-invalid");
    error.textContent = "";
    set(found);
  }, onchange: () => {
    if (!input.value.trim() || placeOf(input.value, data.places)) return;
    input.setAttribute("aria-invalid", "true");
    error.textContent = t("We do not know that place. Type a town, or the first half of a postcode. It is not sent anywhere.");
  } });
  input.value = value ?? "";
  return field(page, question, input, made(page, "p", { class: "fp-hint", id: "q-home-hint" }, t("A town, or the first half of a postcode. No street, no number.")), list, error);
}

/** Records of the directory by their titles. */
function records(page, question, { value = [], set, data, single = false, bare = false }) {
  let chosen = single ? [value].flat().filter(Boolean) : [...value];
  const id = `q-${question.field}-titles`;
  const list = made(page, "ul", { class: "fp-chips" });
  const options = made(page, "datalist", { id });
  const error = made(page, "p", { class: "fp-error", role: "alert" });
  const input = made(page, "input", { class: "fp-input", type: "text", list: id, autocomplete: "off", "aria-label": t("Name of a group"), onfocus: () => {
    if (!options.childElementCount) options.append(...[...data.titles.keys()].map((title) => made(page, "option", { value: title })));
  } });
  const given = () => set(single ? (chosen[0] ?? null) : chosen);
  const titleOf = (wanted) => [...data.titles].find(([, one]) => one === wanted)?.[0] ?? wanted;
  const show = () =>
    list.replaceChildren(...chosen.map((one) => made(page, "li", {}, made(page, "button", { class: "fp-chip fp-chip--on", type: "button", onclick: () => {
      chosen = chosen.filter((other) => other !== one);
      given();
      show();
      input.focus();
    } }, t("%(title)s: take away", { title: titleOf(one) })))));
  const add = made(page, "button", { class: "fp-btn", type: "button", onclick: () => {
    const found = data.titles.get(input.value.trim());
    error.textContent = found ? "" : t("No group here has that name. Choose one from the list.");
    if (!found) return input.focus();
    chosen = single ? [found] : [...new Set([...chosen, found])];
    input.value = "";
    given();
    show();
  } }, t("Add"));
  show();
  const inside = [made(page, "div", { class: "fp-match__add" }, input, add), error, list, options];
  return bare ? made(page, "div", {}, ...inside) : group(page, question, ...inside);
}

function both(page, question, { value = [], set, data }) {
  const codes = new Set(Object.keys(question.options));
  let ticked = value.filter((one) => codes.has(one));
  let named = value.filter((one) => !codes.has(one));
  const found = boxes(page, question, { value: ticked, set: (now) => set([...(ticked = now), ...named]), data });
  found.append(records(page, question, { value: named, set: (now) => set([...ticked, ...(named = now)]), data, bare: true }));
  return found;
}

/** What follows from the answers, each to be taken back or put back. */
export function derived(page, { profile, found, labels, set }) {
  const back = (field, code, words, undone) =>
    made(page, "li", {}, made(page, "button", { class: "fp-chip", type: "button", "data-key": `derived-${field}-${code}`, onclick: () => {
      const now = new Set(profile[field] ?? []);
      if (undone) now.delete(code);
      else now.add(code);
      set(field, [...now]);
    } }, undone ? t("%(what)s: put back", { what: words }) : t("%(what)s: take back", { what: words }))); // prettier-ignore
  const rows = [
    ...found.tags.map((tag) => back("not_tags", tag, labels.tag[tag], false)),
    ...found.needs.map((need) => back("not_needed", need, labels.access[need], false)),
    ...(profile.not_tags ?? []).map((tag) => back("not_tags", tag, labels.tag[tag], true)),
    ...(profile.not_needed ?? []).map((need) => back("not_needed", need, labels.access[need], true)),
  ];
  if (rows.length === 0) return null;
  return made(page, "div", { class: "fp-notice" },
    made(page, "p", {}, made(page, "strong", {}, t("This follows from what you said:"))),
    made(page, "ul", { class: "fp-chips" }, ...rows)); // prettier-ignore
}

