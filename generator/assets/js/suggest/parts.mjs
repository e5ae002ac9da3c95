// "When": one box for each time at which something happens, with what was understood in words and its next dates.

import { made } from "../dom.mjs";
import { day as dayInWords, n, t, weekday } from "../words.mjs";
import { mark } from "./fields.mjs";
import { faults, inWords, nextDays } from "./schedule.mjs";

const MOST = 6;
const REPEATS = () => [
  ["weekly", t("Every week")],
  ["fortnightly", t("Every other week")],
  ["monthly", t("Once or more a month, on a day of the week")],
  ["days", t("On single days")],
];
const ORDINALS = () => [[1, t("1st")], [2, t("2nd")], [3, t("3rd")], [4, t("4th")], [-1, t("last")]];

/**
 * The boxes in `place`, and a way to read them.
 * @param {{page: Document, place: Element, button: Element, said: Element, holidays: Set<string>, today: string}} around
 */
export function schedule({ page, place, button, said, holidays, today }) {
  let number = 0;
  const boxes = () => [...place.children];
  const add = () => {
    number += 1;
    place.append(box(page, number, remove));
    button.hidden = boxes().length >= MOST;
    alone();
  };
  const remove = (one) => {
    one.remove();
    button.hidden = false;
    alone();
    understood();
    (place.querySelector("select") ?? button).focus();
  };
  const alone = () => {
    for (const one of boxes()) one.querySelector("[data-remove]").hidden = boxes().length === 1;
  };
  const understood = () => {
    const parts = boxes().map(partOf).filter((part) => !faults(part).length);
    said.hidden = !parts.length;
    said.replaceChildren(...inSentences(page, parts, today, holidays));
  };
  button.addEventListener("click", () => {
    add();
    place.lastElementChild.querySelector("select").focus();
  });
  place.addEventListener("input", (event) => {
    const one = event.target.closest("[data-part]");
    fit(page, one);
    understood();
  });
  place.addEventListener("change", (event) => {
    const one = event.target.closest("[data-part]");
    if (one?.querySelector("[aria-invalid]")) check(page, one);
  });
  add();
  return {
    parts: () => boxes().map(partOf),
    faults: () => boxes().flatMap((one) => check(page, one)),
  };
}

/** Parts in sentences, with their next days. */
export function inSentences(page, parts, today, holidays) {
  if (!parts.length) return [];
  return [
    made(page, "p", {}, made(page, "strong", {}, t("This is what we understood"))),
    ...parts.flatMap((part) => {
      const days = nextDays(part, today, holidays);
      const next = days.length
        ? [n("The next date:", "The next %(count)s dates:", days.length), days.map((day) => dayInWords(day)).join(" · ")].join(" ")
        : t("There is no date from today on.");
      return [made(page, "p", {}, inWords(part, today)), made(page, "p", { class: "fp-soft" }, next)];
    }),
  ];
}

function check(page, one) {
  const found = faults(partOf(one));
  for (const at of ["weekdays", "nth", "days", "from", "until", "start", "end"]) {
    const input = one.querySelector(`[data-at="${at}"]`);
    mark(page, input, input.validity?.badInput ? { message: t("This is not whole."), hint: "" } : found.find((fault) => fault.at === at));
  }
  return found.map((fault) => ({ input: one.querySelector(`[data-at="${fault.at}"]`), label: t("When"), fault }));
}

function partOf(one) {
  const value = (at) => one.querySelector(`[data-at="${at}"]`).value;
  const ticked = (at) => [...one.querySelectorAll(`[data-at="${at}"] input:checked`)].map((box) => Number(box.value));
  const inDays = [...one.querySelectorAll('[data-at="days"] input')].map((input) => input.value).filter(Boolean);
  return {
    repeat: value("repeat"),
    weekdays: ticked("weekdays"),
    nth: ticked("nth"),
    weekday: Number(value("weekday")),
    days: inDays,
    from: value("from"),
    until: value("until"),
    start: value("start"),
    end: value("end"),
    nextDay: one.querySelector("[data-next-day]").checked && !one.querySelector("[data-next-day]").closest("label").hidden,
    holidays: !one.querySelector("[data-no-holidays]").checked,
  };
}

// Only what the choice above asks for is shown.
function fit(page, one) {
  const part = partOf(one);
  for (const place of one.querySelectorAll("[data-for]")) place.hidden = !place.dataset.for.split(" ").includes(part.repeat);
  const days = one.querySelector('[data-at="days"]');
  const last = days.querySelector(".fp-field:last-of-type input");
  if (last.value) days.append(dayField(page, one.id, days.querySelectorAll("input").length + 1));
  const past = one.querySelector("[data-next-day]").closest("label");
  past.hidden = !(part.start && part.end && part.end <= part.start);
}

function box(page, number, remove) {
  const id = `part-${number}`;
  const field = (at, label, input, kinds) =>
    made(page, "div", { class: "fp-field", ...(kinds && { "data-for": kinds }) }, made(page, "label", { for: `${id}-${at}` }, label), input);
  const input = (at, type) => made(page, "input", { class: "fp-input", id: `${id}-${at}`, type, "data-at": at });
  const select = (at, options) =>
    made(page, "select", { class: "fp-select", id: `${id}-${at}`, "data-at": at }, ...options.map(([value, label]) => made(page, "option", { value }, label)));
  const ticks = (at, legend, options, kinds) =>
    made(page, "fieldset", { class: "fp-suggest__days", id: `${id}-${at}`, "data-at": at, "data-for": kinds },
      made(page, "legend", {}, legend),
      ...options.map(([value, label]) => made(page, "label", { class: "fp-option" }, made(page, "input", { type: "checkbox", value }), label)));
  const names = [0, 1, 2, 3, 4, 5, 6].map((at) => [at, weekday(at)]);
  const one = made(page, "div", { class: "fp-suggest__part", id, "data-part": true, role: "group", "aria-label": t("Time %(number)s", { number }) },
    field("repeat", t("How often"), select("repeat", REPEATS())),
    ticks("weekdays", t("On which days"), names, "weekly fortnightly"),
    ticks("nth", t("Which ones in the month"), ORDINALS(), "monthly"),
    field("weekday", t("Day of the week"), select("weekday", names), "monthly"),
    made(page, "fieldset", { id: `${id}-days`, "data-at": "days", "data-for": "days" }, made(page, "legend", {}, t("The days")), dayField(page, id, 1)),
    made(page, "div", { class: "fp-suggest__times" },
      field("start", t("Begins"), input("start", "time")),
      field("end", t("Ends"), input("end", "time"))),
    made(page, "label", { class: "fp-option", hidden: true }, made(page, "input", { type: "checkbox", "data-next-day": true }), t("It goes on past midnight")),
    made(page, "div", { class: "fp-suggest__times", "data-for": "weekly fortnightly monthly" },
      field("from", t("First day, where there is one"), input("from", "date")),
      field("until", t("Last day, where there is one"), input("until", "date"))),
    made(page, "label", { class: "fp-option" }, made(page, "input", { type: "checkbox", "data-no-holidays": true }), t("Not on public holidays")),
    made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", "data-remove": true, onclick: () => remove(one) }, t("Take this time away")));
  fit(page, one);
  return one;
}

function dayField(page, id, number) {
  return made(page, "div", { class: "fp-field" },
    made(page, "label", { for: `${id}-day-${number}` }, t("Day %(number)s", { number })),
    made(page, "input", { class: "fp-input", type: "date", id: `${id}-day-${number}` }));
}
