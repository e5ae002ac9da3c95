// The matching workspace. All that somebody answers lives in one value of this module, in the open page; it is never
// stored, sent or written into the address, and it is gone when the page is left.

import { dayOf } from "../days.mjs";
import { breaks, made, whenIdle } from "../dom.mjs";
import { match } from "../match/match.mjs";
import { catalogueSoon } from "../match-records.mjs";
import { t } from "../words.mjs";
import { answered, optionsOf, readable } from "./asked.mjs";
import { readableProfile } from "./compare.mjs";
import { derived } from "./controls.mjs";
import { datesOf } from "./dates.mjs";
import { frame, keepingPlace } from "./frame.mjs";
import { contacts, drawn } from "./lanes.mjs";
import { drawings, fetched, lock } from "./load.mjs";
import { learnedBox } from "./learned-box.mjs";
import { panel } from "./panel.mjs";
import { planning } from "./planning.mjs";
import { planOpener } from "./plans.mjs";
import { rehearse } from "./rehearse.mjs";
import { counted, fitting, lanes, offered, sequence, speaker } from "./seen.mjs";
import { MOST_CHOSEN, answersFor, chosenWith, fresh, holds, reopened, toggled, toldBy, untold } from "./state.mjs";
import { together } from "./together.mjs";

const REST = 1000; // milliseconds after the last change, so that a screen reader is not told of each step
const SOON = 60;
const ABOUT_SOMEBODY = ["abuse", "self_neglect"];

/**
 * @param {Document} page
 * @param {Window} view
 * @param {Date} moment
 */
async function workspace(page, view, moment) {
  const box = page.getElementById("match");
  const { root } = box.dataset;
  const wait = page.getElementById("match-wait");
  wait.replaceChildren(t("The list is being loaded."));
  box.classList.add("is-loading");
  let file, sprite;
  try {
    ({ file, sprite } = await fetched(root, view.fetch.bind(view)));
  } catch {
    box.classList.remove("is-loading");
    wait.replaceChildren(t("The list could not be loaded."), " ", made(page, "button", { class: "fp-btn", type: "button", onclick: () => workspace(page, view, moment) }, t("Try again")));
    return;
  }
  if (page.readyState !== "complete") await new Promise((then) => view.addEventListener("load", then, { once: true }));
  drawings(page, sprite);
  lock(page);

  const catalogue = await catalogueSoon(file, breaks(view));
  const today = dayOf(moment);
  const data = {
    labels: file.labels,
    places: file.places,
    titles: new Map(catalogue.rows.map((row) => [row.title, row.id])),
    safety: Object.keys(file.rules.safety),
  };
  const speak = speaker(file, catalogue.rows, { currency: box.dataset.currency, asOf: catalogue.as_of });
  const rowOf = new Map(catalogue.rows.map((row) => [row.id, row]));
  const coming = { asOf: catalogue.as_of, today, weeks: file.rules.limits.session_weeks };
  const who = file.questions.find((one) => one.field === "who_is_here");
  let state = fresh(box.dataset.paper);
  let [soon, rest] = [null, null];
  let offers = new Map();
  const get = () => state;
  const put = (change) => {
    state = { ...state, ...change };
  };

  const parts = frame(page, { who, onWho, onRoute, onView, onClear: clear, onShow });
  const plan = planning(page, {
    site: { ...box.dataset, top: new URL("../", box.dataset.address).href }, file, today, moment, facts: speak.facts, datesOf: (id) => datesOf(rowOf.get(id), coming),
    get, put, shown: () => [...offers.keys()], drop: choose,
    entryOf: (id) => (offers.has(id) ? speak.entry(offers.get(id)) : bare(speak.facts(id))),
  }); // prettier-ignore
  parts.opener.append(planOpener(page, { facts: speak.facts, onOpen: open }));
  box.replaceChildren(...parts.all, plan.form, plan.paper);
  view.addEventListener("pagehide", clear); // Back must not bring the answers back
  view.addEventListener("beforeunload", (event) => {
    if (!state.saved) event.preventDefault();
  });
  show();
  box.classList.remove("is-loading");
  // While the first question is read, and as long as nobody has answered it.
  rehearse(catalogue, file.rules, today, () => whenIdle(view), () => state.who === null);

  function onWho(code) {
    put({ who: code, profile: answered(state.profile, "who_is_here", code) });
    show();
  }

  function onRoute(route) {
    put({ route, step: 0 });
    show();
  }

  function onView(chosen) {
    put({ view: chosen });
    results();
  }

  function onStep(step) {
    put({ step });
    questions();
    page.getElementById("match-step").focus();
  }

  function clear() {
    view.clearTimeout(soon);
    view.clearTimeout(rest);
    state = fresh(box.dataset.paper);
    offers = new Map();
    parts.opener.replaceChildren(planOpener(page, { facts: speak.facts, onOpen: open }));
    show();
    parts.status.textContent = parts.told.textContent = "";
    parts.cleared.textContent = t("Everything is cleared.");
  }

  function set(field, value) {
    put({ profile: answered(state.profile, field, value), saved: false });
    parts.cleared.textContent = "";
    parts.results.setAttribute("aria-busy", "true");
    view.clearTimeout(soon);
    soon = view.setTimeout(results, SOON);
  }

  function show() {
    for (const radio of parts.who.querySelectorAll("input")) radio.checked = radio.value === state.who;
    questions();
    results();
    plan.show();
  }

  /** A plan that was saved: its answers and choices are back, and what became of them is asked. */
  function open(saved) {
    const { profile, dropped } = readableProfile(saved.profile, file.questions, (question) => optionsOf(question, file.labels));
    state = reopened(state, saved, profile, (id) => speak.facts(id) !== null);
    show();
    parts.cleared.textContent = dropped ? t("The plan is open. Some answers in it are not known here and were left out.") : t("The plan is open.");
    page.getElementById("plan").focus();
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
    parts.results.removeAttribute("aria-busy");
    parts.bar.hidden = true;
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
    parts.status.textContent = parts.told.textContent = "";
    parts.tools.hidden = true;
    parts.derived.replaceChildren();
    parts.after.replaceChildren();
    parts.lanes.replaceChildren(
      made(page, "p", {}, t("Where somebody is in danger now, ring the emergency number. These people help where you worry that somebody is hurt, robbed or left without what they need. You need not be sure.")),
      contacts(page, helping.map((row) => ({ title: row.title, phone: row.phone, answered: row.answered }))),
      made(page, "p", {}, made(page, "a", { href: `${root}help/#worried`, target: "_blank", rel: "noopener" }, t("What to do, step by step")), ` (${t("opens beside this page")})`),
      made(page, "p", {}, t("There is no list of groups here, since the person has not asked for one. Ask them first; then look together.")),
    );
  }

  function found() {
    const profile = readable(state.profile, file.places);
    const answer = match(profile, catalogue, file.rules, today, answersFor(state.answers));
    offers = offered(answer);
    const seen = lanes(answer, speak, { route: state.route, labels: file.labels, profile: state.profile });
    const bySequence = state.view === "sequence" && state.route === "full";
    parts.heading.textContent = t("What fits");
    parts.tools.hidden = state.route === "quick";
    for (const [name, button] of Object.entries(parts.views)) button.setAttribute("aria-pressed", String(name === state.view));
    parts.derived.replaceChildren(...[derived(page, { profile: state.profile, found: answer.derived, labels: file.labels, set })].filter(Boolean));
    parts.lanes.replaceChildren(
      ...drawn(page, seen, {
        root,
        phone: box.dataset.phone,
        chosen: state.chosen,
        answers: state.answers,
        saidNo: state.profile.said_no ?? [],
        sequence: bySequence ? sequence(answer, speak, file.labels) : null,
        goOn: state.goneOn,
        outWords: state.outWords,
        questions: file.questions,
        onTell: (field, value) => {
          put({ profile: answered(state.profile, field, value), saved: false });
          questions();
          results();
        },
        onGoOn: () => update({ goneOn: true }),
        onChoose: choose,
        onNot: (id) => set("said_no", toggled(state.profile.said_no, id)),
        onAnswer: (id, code, said) => update({ answers: toldBy(state.answers, id, code, said) }),
        onOutWords: (outWords) => put({ outWords }),
      }),
    );
    after();
    view.clearTimeout(rest);
    const words = seen.safety.waits && !state.goneOn ? t("Safety first") : counted(seen);
    parts.bar.hidden = false;
    parts.counted.textContent = seen.safety.waits && !state.goneOn ? words : fitting(seen);
    parts.status.textContent = words;
    rest = view.setTimeout(() => (parts.told.textContent = words), parts.told.textContent ? REST : 0);
  }

  /** What comes of the lists: what was learned, choosing together, the plan. */
  function after() {
    const press = (words, key, then, style = "") => made(page, "button", { class: `fp-btn ${style}`, type: "button", "data-key": key, onclick: then }, words);
    const learnt = learnedBox(page, {
      get, put, facts: speak.facts, labels: file.labels, today, email: box.dataset.email,
      onUndo: (id, code) => update({ answers: untold(state.answers, id, code) }),
    }); // prettier-ignore
    const count = state.chosen.length;
    const choosing = made(page, "p", { class: "fp-match__chosen fp-row" }, made(page, "strong", {}, t("Chosen: %(count)s", { count })),
      press(t("Choose together"), "together", chooseTogether), press(t("Make the plan"), "make-plan", makePlan, "fp-btn--go")); // prettier-ignore
    parts.after.replaceChildren(...[learnt, choosing].filter(Boolean));
  }

  function chooseTogether() {
    const first = [...new Set([...state.chosen, ...offers.keys()])].map((id) => offers.get(id)).filter((one) => one && one.out.length === 0 && one.check.length === 0);
    together(page, first.slice(0, 3).map(speak.entry), {
      answers: state.together,
      paper: state.safeHome || !(state.profile.safety ?? []).includes("abuse"),
      onAnswer: (id, said) => {
        const others = state.chosen.filter((one) => one !== id);
        put({ saved: false, together: { ...state.together, [id]: said }, chosen: said === "yes" ? [...others, id].slice(-MOST_CHOSEN) : others });
      },
      onClose: () => {
        results();
        plan.show();
        parts.after.querySelector("[data-key=together]")?.focus();
      },
    });
  }

  function makePlan() {
    put({ planning: true });
    plan.show();
    page.getElementById("plan").focus();
  }

  function choose(id) {
    const chosen = chosenWith(state.chosen, id);
    if (chosen === state.chosen) parts.cleared.textContent = t("%(count)s are chosen. Take one back to choose another.", { count: MOST_CHOSEN });
    update({ chosen });
    plan.show();
  }

  function update(change) {
    put({ ...change, saved: !holds(state) });
    results();
  }
}

/** A record that is on no list now as if it were: with its facts, and nothing to say of the person. */
function bare(facts) {
  return facts && { ...facts, way: null, why: [], notes: [], checks: [], out: [], scored: [], score: 0, priceFirst: false, idea: false };
}

if (globalThis.document) workspace(document, window, new Date());
