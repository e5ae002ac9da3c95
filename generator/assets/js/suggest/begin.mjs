// The form for a new record: shows what the choices ask for, checks it while it is filled in, and makes the text.

import { dayOf } from "../days.mjs";
import { made as element } from "../dom.mjs";
import { t } from "../words.mjs";
import { faultOf, labelOf, mark, summary, valueOf } from "./fields.mjs";
import { inSentences, schedule } from "./parts.mjs";
import { fileText, record } from "./record.mjs";
import { freeId, slugOf } from "./yaml.mjs";
import { newFile } from "./ways.mjs";

/** Starts the form; `finish` shows the text that comes of it, `restart` hides it again. */
export function newRecord({ page, form, box, data, now, finish, restart }) {
  const today = dayOf(now);
  const holidays = new Set(data.holidays);
  const all = (selector) => [...form.querySelectorAll(selector)];
  const sort = () => form.querySelector("[name=sort]:checked").value;
  const shown = (input) => !input.closest("[hidden]");
  const needed = (input) =>
    (input.dataset.required ?? "").split(" ").includes(sort()) || (input.id === "ask-venue-name" || input.dataset.path === "cost.amount");
  const inputs = () => all("[data-path]").filter(shown);
  const times = schedule({
    page, holidays, today,
    place: form.querySelector("[data-parts]"),
    button: form.querySelector("[data-add-part]"),
    said: form.querySelector("[data-understood]"),
  });
  const venues = form.querySelector("[data-venue]");
  venues.append(...data.venues.map(([id, name]) => element(page, "option", { value: id }, name)));
  const on = form.querySelector('[data-path="checked.on"]');
  on.value = today;

  const fit = () => {
    for (const place of all("[data-only]")) place.hidden = place.dataset.only !== sort();
    for (const word of all("[data-must]")) word.hidden = !word.dataset.must.split(" ").includes(sort());
    form.querySelector("[data-new-place]").hidden = venues.value !== "+";
    const cost = form.querySelector("[data-cost]").value;
    for (const place of all("[data-cost-of]")) place.hidden = place.dataset.costOf === "any" ? !cost : cost !== "amount";
    for (const place of all("[data-access]")) {
      place.querySelector(".fp-suggest__note").hidden = !place.querySelector("input:checked").value;
    }
  };
  const faultsOf = (input) => faultOf(input, data.rules, needed(input)) ?? later(input, today) ?? known(input, data, sort());

  form.addEventListener("input", (event) => {
    restart();
    fit();
    if (event.target.matches("[data-path][aria-invalid]")) mark(page, event.target, faultsOf(event.target));
  });
  form.addEventListener("change", (event) => {
    const input = event.target;
    if (input.matches("[data-path]")) mark(page, input, input.value ? faultsOf(input) : null);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = inputs().map((input) => ({ input, label: labelOf(page, input), fault: faultsOf(input) }));
    for (const { input, fault } of wrong) mark(page, input, fault);
    const found = [...wrong.filter((one) => one.fault), ...(sort() === "activity" ? times.faults() : [])];
    found.sort((a, b) => (a.input.compareDocumentPosition(b.input) & 4 ? -1 : 1));
    summary(page, box, found);
    if (!found.length) finish(outcome());
  });
  fit();

  function outcome() {
    const plain = {};
    const words = {};
    for (const input of inputs()) {
      const value = valueOf(input, data.rules);
      if (input.matches("select") || input.type === "date" || /_age$/.test(input.dataset.path)) words[input.dataset.path] = value;
      else plain[input.dataset.path] = value;
    }
    for (const group of all("[data-many]").filter(shown)) {
      words[group.dataset.many] = [...group.querySelectorAll("input:checked")].map((one) => one.value);
    }
    const access = Object.fromEntries(all("[data-access]").map((one) => [one.dataset.access, one.querySelector("input:checked").value]));
    const parts = sort() === "activity" ? times.parts() : [];
    if (!form.querySelector("[data-cost]").value || form.querySelector("[data-cost]").value !== "amount") delete words["cost.per"];
    const made = record({ plain, words, venue: venues.value, cost: form.querySelector("[data-cost]").value, access, parts, today });
    const id = freeId(made.name, new Set([...data.activities, ...data.resources, ...data.venues.map(([one]) => one)]));
    const path = `${data.folders[sort()]}/${id}.yml`;
    const text = fileText(sort(), made, form.querySelector("[data-note]").value, path);
    return {
      text,
      subject: t("New for the site: %(name)s", { name: made.name }),
      said: [
        ...inSentences(page, parts, today, holidays),
        element(page, "p", {}, t("Its file is to be called %(path)s.", { path })),
      ],
      repository: data.new && { ...newFile(data.new, path, text), label: t("Open it as a new file, where the records are kept") },
    };
  }
}

// A check cannot have been made on a day that has not come.
function later(input, today) {
  if (input.dataset.path !== "checked.on" || input.value <= today) return null;
  return { message: t("This day has not come yet."), hint: t("Write the day on which somebody looked.") };
}

function known(input, data, sort) {
  if (input.dataset.path !== "name" || input.dataset.told === input.value) return null;
  const id = slugOf(input.value);
  const list = sort === "activity" ? data.activities : data.resources;
  if (!id || !list.includes(id)) return null;
  input.dataset.told = input.value; // said once: two groups may share a name
  return {
    message: t("We have a page with this name."),
    hint: t("Is it the same? Then use “Correct it in a form” on that page. Otherwise go on: the second time this is taken as it is."),
  };
}
