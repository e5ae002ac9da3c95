// The matching workspace. All that somebody answers lives in one value of this module, in the open page; it is never
// stored, sent or written into the address, and it is gone when the page is left.

import { dayOf } from "../days.mjs";
import { made } from "../dom.mjs";
import { match } from "../match/match.mjs";
import { catalogueOf } from "../match-records.mjs";
import { t } from "../words.mjs";
import { answered, readable } from "./asked.mjs";
import { derived } from "./controls.mjs";
import { contacts, drawn } from "./lanes.mjs";
import { drawings, fetched, lock } from "./load.mjs";
import { panel } from "./panel.mjs";
import { counted, lanes, sequence, speaker } from "./seen.mjs";
import { MOST_CHOSEN, answersFor, chosenWith, fresh, holds, toggled, toldBy } from "./state.mjs";

const REST = 1000; // milliseconds after the last change, so that a screen reader is not told of each step
const SOON = 60;
const ABOUT_SOMEBODY = ["abuse", "self_neglect"];

/**
 * @param {Document} page
 * @param {Window} view
 * @param {Date} moment
 */
export async function workspace(page, view, moment) {
  const box = page.getElementById("match");
  const { root, place } = box.dataset;
  const wait = page.getElementById("match-wait");
  wait.replaceChildren(t("The list is being loaded."));
  let file, sprite;
  try {
    ({ file, sprite } = await fetched(root, view.fetch.bind(view)));
  } catch {
    wait.replaceChildren(t("The list could not be loaded."), " ", made(page, "button", { class: "fp-btn", type: "button", onclick: () => workspace(page, view, moment) }, t("Try again")));
    return;
  }
  if (page.readyState !== "complete") await new Promise((then) => view.addEventListener("load", then, { once: true }));
  drawings(page, sprite);
  lock(page);

  const catalogue = catalogueOf(file);
  const today = dayOf(moment);
  const data = {
    labels: file.labels,
    places: file.places,
    titles: new Map(catalogue.rows.map((row) => [row.title, row.id])),
    safety: Object.keys(file.rules.safety),
  };
  const speak = speaker(file, catalogue.rows, { currency: box.dataset.currency });
  const who = file.questions.find((one) => one.field === "who_is_here");
  let state = fresh();
  let [soon, rest] = [null, null];

  const parts = frame(page, { who, onWho, onRoute, onView, onClear: clear });
  box.replaceChildren(...parts.all);
  view.addEventListener("pagehide", clear); // Back must not bring the answers back
  view.addEventListener("beforeunload", (event) => {
    if (!state.saved) event.preventDefault();
  });
  show();

  function onWho(code) {
    state = { ...state, who: code, profile: answered(state.profile, "who_is_here", code) };
    show();
  }

  function onRoute(route) {
    state = { ...state, route, step: 0 };
    show();
  }

  function onView(chosen) {
    state = { ...state, view: chosen };
    results();
  }

  function onStep(step) {
    state = { ...state, step };
    questions();
    page.getElementById("match-step").focus();
  }

  function clear() {
    view.clearTimeout(soon);
    view.clearTimeout(rest);
    state = fresh();
    show();
    parts.status.textContent = "";
    parts.cleared.textContent = t("Everything is cleared.");
  }

  function set(field, value) {
    state = { ...state, profile: answered(state.profile, field, value) };
    changed();
  }

  function changed() {
    state = { ...state, saved: false };
    parts.cleared.textContent = "";
    view.clearTimeout(soon);
    soon = view.setTimeout(results, SOON);
  }

  function show() {
    for (const radio of parts.who.querySelectorAll("input")) radio.checked = radio.value === state.who;
    questions();
    results();
  }

  function questions() {
    const asking = state.who !== null && state.who !== "absent";
    parts.asking.hidden = !asking;
    for (const [name, button] of Object.entries(parts.routes)) button.setAttribute("aria-pressed", String(name === state.route));
    parts.panel.replaceChildren(...(asking ? panel(page, state, { data, questions: file.questions, root, set, onStep, onShow }) : []));
  }

  function onShow() {
    parts.heading.focus();
  }

  function results() {
    keepingPlace(page, parts.results, () => {
      if (state.who === null) return parts.results.hidden = true;
      parts.results.hidden = false;
      if (state.who === "absent") return absent();
      found();
    });
  }

  /** Somebody who is not here has not asked: whom to ring where one worries, and no list of activities. */
  function absent() {
    const helping = catalogue.rows.filter((row) => row.kind === "crisis" && row.addresses.some((code) => ABOUT_SOMEBODY.includes(code)));
    parts.heading.textContent = t("Worried about someone?");
    parts.status.textContent = "";
    parts.tools.hidden = true;
    parts.derived.replaceChildren();
    parts.lanes.replaceChildren(
      made(page, "p", {}, t("Where somebody is in danger now, ring the emergency number. These people help where you worry that somebody is hurt, robbed or left without what they need. You need not be sure.")),
      contacts(page, helping.map((row) => ({ title: row.title, phone: row.phone, answered: row.answered })), { root }),
      made(page, "p", {}, made(page, "a", { href: `${root}help/#worried`, target: "_blank", rel: "noopener" }, t("What to do, step by step")), ` (${t("opens beside this page")})`),
      made(page, "p", {}, t("There is no list of groups here, since the person has not asked for one. Ask them first; then look together.")),
    );
  }

  function found() {
    const profile = readable(state.profile, file.places);
    const answer = match(profile, catalogue, file.rules, today, answersFor(state.answers));
    const seen = lanes(answer, speak, { route: state.route, labels: file.labels });
    const bySequence = state.view === "sequence" && state.route === "full";
    parts.heading.textContent = t("What fits");
    parts.tools.hidden = state.route === "quick";
    for (const [name, button] of Object.entries(parts.views)) button.setAttribute("aria-pressed", String(name === state.view));
    parts.derived.replaceChildren(...[derived(page, { profile: state.profile, found: answer.derived, labels: file.labels, set })].filter(Boolean));
    parts.lanes.replaceChildren(
      ...drawn(page, seen, {
        root,
        place,
        phone: box.dataset.phone,
        chosen: state.chosen,
        answers: state.answers,
        saidNo: state.profile.said_no ?? [],
        sequence: bySequence ? sequence(answer, speak, file.labels) : null,
        goOn: state.goneOn,
        outWords: state.outWords,
        onGoOn: () => update({ goneOn: true }),
        onChoose: choose,
        onNot: (id) => set("said_no", toggled(state.profile.said_no, id)),
        onAnswer: (id, code, said) => update({ answers: toldBy(state.answers, id, code, said) }),
        onOutWords: (typed) => (state = { ...state, outWords: typed }),
      }),
    );
    view.clearTimeout(rest);
    const words = counted(seen);
    rest = view.setTimeout(() => (parts.status.textContent = words), parts.status.textContent ? REST : 0);
  }

  function choose(id) {
    const chosen = chosenWith(state.chosen, id);
    if (chosen === state.chosen) parts.cleared.textContent = t("%(count)s are chosen. Take one back to choose another.", { count: MOST_CHOSEN });
    update({ chosen });
  }

  function update(change) {
    state = { ...state, ...change, saved: !holds(state) };
    results();
  }
}

/** What does not change: who is here, the two ways, the two columns. */
function frame(page, { who, onWho, onRoute, onView, onClear }) {
  const whoBox = made(page, "fieldset", { class: "fp-match__who" }, made(page, "legend", {}, who.ask),
    ...Object.entries(who.options).map(([code, label]) => made(page, "label", { class: "fp-option" },
      made(page, "input", { type: "radio", name: "who", value: code, autocomplete: "off", onchange: () => onWho(code) }), made(page, "span", {}, label)))); // prettier-ignore
  const press = (words, then) => made(page, "button", { class: "fp-chip", type: "button", "aria-pressed": "false", onclick: then }, words);
  const routes = { quick: press(t("Two minutes"), () => onRoute("quick")), full: press(t("All questions"), () => onRoute("full")) };
  const views = { fit: press(t("By fit"), () => onView("fit")), sequence: press(t("By support sequence"), () => onView("sequence")) };
  const cleared = made(page, "span", { role: "status" });
  const clear = made(page, "button", { class: "fp-btn", type: "button", onclick: onClear }, t("Clear everything"));
  const questions = made(page, "form", { class: "fp-match__panel", autocomplete: "off", onsubmit: (event) => event.preventDefault() });
  const asking = made(page, "div", { class: "fp-match__asking" },
    made(page, "p", { class: "fp-row", role: "group", "aria-label": t("How many questions") }, routes.quick, routes.full), questions); // prettier-ignore
  const heading = made(page, "h2", { id: "match-results", tabindex: "-1" });
  const status = made(page, "p", { class: "fp-match__status", role: "status" });
  const tools = made(page, "p", { class: "fp-row", role: "group", "aria-label": t("View") }, views.fit, views.sequence);
  const [derivedBox, lanesBox] = [made(page, "div"), made(page, "div")];
  const results = made(page, "section", { class: "fp-match__results", "aria-labelledby": "match-results" }, heading, status, tools, derivedBox, lanesBox);
  const top = made(page, "div", { class: "fp-match__top fp-screen" }, whoBox, made(page, "p", { class: "fp-row" }, clear, cleared));
  const columns = made(page, "div", { class: "fp-match__columns fp-screen" }, asking, results);
  return { all: [top, columns], who: whoBox, cleared, routes, views, asking, panel: questions, heading, status, tools, derived: derivedBox, lanes: lanesBox, results };
}

/** Draws anew; what was open stays open, and focus stays on what it was on, or goes to the heading. */
function keepingPlace(page, part, draw) {
  const keyOf = (element) => element?.dataset?.key ?? null;
  const focused = part.contains(page.activeElement) ? keyOf(page.activeElement) : null;
  const open = [...part.querySelectorAll("details[open] > summary[data-key]")].map(keyOf);
  draw();
  for (const summary of part.querySelectorAll("summary[data-key]")) if (open.includes(keyOf(summary))) summary.parentElement.open = true;
  if (focused === null) return;
  const again = [...part.querySelectorAll("[data-key]")].find((one) => keyOf(one) === focused);
  (again ?? part.querySelector("h2")).focus();
}

if (globalThis.document) workspace(document, window, new Date());
