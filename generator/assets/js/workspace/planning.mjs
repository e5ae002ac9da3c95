// The plan in the workspace: its form, its sheet, its file, and what became of an earlier one. It reads the state and
// tells of changes; it keeps none itself.

import { made } from "../dom.mjs";
import { give } from "../give.mjs";
import { copyFile } from "../ics.mjs";
import { date, t } from "../words.mjs";
import { changeList } from "./plans.mjs";
import { newSince } from "./compare.mjs";
import { kept, written } from "./letter.mjs";
import { planForm } from "./plan-form.mjs";
import { referrals } from "./referral.mjs";
import { answerWords, saidOn, withAnswer } from "./reviews.mjs";
import { planSheet } from "./sheet.mjs";
import { siteLabels } from "./sheets/all.mjs";
import { plans } from "./state.mjs";

/**
 * @param {Document} page
 * @param {{site: Object, file: Object, today: string, moment: Date, get: () => Object, put: (change: Object) => void,
 *   entryOf: (id: string) => Object | null, shown: () => string[], facts: Function, datesOf: Function, drop: (id: string) => void}} on
 */
export function planning(page, { site, file, today, moment, get, put, entryOf, shown, facts, datesOf, drop }) {
  const view = page.defaultView;
  const form = made(page, "section", { class: "fp-match__plan fp-screen", "aria-labelledby": "plan" });
  const paper = made(page, "div");

  const entries = () => get().chosen.map(entryOf).filter(Boolean).map((one) => ({ ...one, asks: one.checks.map((check) => check.text).join(" ") }));

  function show() {
    const state = get();
    const open = plans(state);
    form.hidden = !open;
    paper.replaceChildren();
    if (!open) return form.replaceChildren();
    form.replaceChildren(
      ...planForm(page, { entries: entries(), words: state.plan, sheet: state.sheet, reviews: state.before && state.reviews, today }, {
        words: (change) => put({ plan: { ...get().plan, ...change }, saved: false }),
        sheet: (change) => {
          put({ sheet: { ...get().sheet, ...change } });
          papers();
          if (paper.childElementCount) draw();
        },
        drop,
        went: (id, change) => put({ reviews: withAnswer(get().reviews, today, id, change), saved: false }),
        see: () => safely(draw),
        print: () => safely(() => {
          draw();
          view.print();
        }),
        save: () => safely(() => {
          give(page, letter(), "text/plain", `plan-${today}.txt`);
          put({ saved: true });
        }),
        text: letter,
        safely,
        remind,
        dates: () => safely(giveDates),
      }),
      ...since(state),
    ); // prettier-ignore
    papers();
  }

  /** One plan later: what changed in what was chosen, and what is new. */
  function since({ before }) {
    if (!before) return [];
    const changed = changeList(page, before, facts);
    const fresh = newSince(before, shown()).map(facts).filter(Boolean);
    return [made(page, "div", { class: "fp-notice fp-notice--good" },
      made(page, "p", {}, made(page, "strong", {}, t("The plan of %(date)s is open again.", { date: date(before.made) }))),
      changed ? made(page, "p", {}, t("Changed or gone since:")) : made(page, "p", {}, t("Nothing that was chosen has changed since.")),
      changed,
      made(page, "p", {}, fresh.length ? t("New since, and it fits:") : t("Nothing new fits since.")),
      fresh.length ? made(page, "ul", {}, ...fresh.slice(0, 6).map((one) => made(page, "li", {}, one.title))) : null)]; // prettier-ignore
  }

  function draw() {
    const state = get();
    const chosen = entries();
    const referral = state.sheet.referral ? referrals(page, chosen, { profile: state.profile, labels: file.labels, questions: file.questions, on: date(today) }) : null;
    paper.replaceChildren(planSheet(page, { made: today, words: state.plan, entries: chosen, reviews: state.reviews }, { sheet: state.sheet, site, date, referral }));
  }

  /** One of the two sizes of paper holds at a time; both sheets are there, so that none is asked for later. */
  function papers() {
    for (const link of page.querySelectorAll('link[href*="assets/paper-"]')) link.media = link.href.includes(`paper-${get().sheet.paper}`) ? "all" : "not all";
  }

  function letter() {
    const state = get();
    const labels = siteLabels(page);
    const items = entries().map((one) => ({
      title: one.title,
      lines: [[labels.when, [one.when, one.next].filter(Boolean).join(". ")], [labels.where, one.where], [labels.cost, one.cost],
        [labels.ring, [one.phone, one.answered].filter(Boolean).join(", ")], [labels.ask, one.asks], [labels.todo, one.notes.join(" ")],
        ...state.reviews.map(({ on }) => [`${labels.went} ${date(on)}`, answerWords(saidOn(state.reviews, on, one.id))])].filter(([, text]) => text),
    })); // prettier-ignore
    const plan = { made: today, profile: state.profile, words: state.plan, chosen: state.chosen.map(facts).filter(Boolean).map(kept), seen: shown(), reviews: state.reviews };
    return written(plan, labels, { date, items });
  }

  function remind() {
    const day = get().plan.review;
    if (!day) return page.getElementById("plan-review").focus();
    const event = { url: site.address, title: t("Look at a plan again"), day, start: null, zone: site.zone };
    give(page, copyFile([event], moment), "text/calendar", `review-${day}.ics`);
  }

  /** The coming sessions of what was chosen, as a copy for any calendar: public words, and nothing of the person. */
  function giveDates() {
    const all = entries().flatMap((one) => datesOf(one.id).map((at) => ({ ...at, url: new URL(one.url, site.top).href, title: one.title, place: one.where, zone: site.zone })));
    if (all.length) give(page, copyFile(all, moment), "text/calendar", `dates-${today}.ics`);
    page.getElementById("plan-said").textContent = all.length ? "" : t("Nothing that was chosen has dates in the coming weeks.");
  }

  /** After a tick at abuse: is it safe to take this home? Asked before anything is made that others could find. */
  function safely(then) {
    const state = get();
    if (!(state.profile.safety ?? []).includes("abuse") || state.safeHome) return then();
    const box = page.getElementById("plan-safe");
    const press = (words, after) => made(page, "button", { class: "fp-btn", type: "button", onclick: after }, words);
    const yes = press(t("Yes, it is safe"), () => {
      put({ safeHome: true });
      box.replaceChildren();
      then();
    });
    const no = press(t("No"), () => {
      box.replaceChildren(made(page, "p", { class: "fp-notice" }, t("Then take nothing along. Agree on a safe time to be rung, or learn one number by heart.")));
    });
    box.replaceChildren(made(page, "div", { class: "fp-notice fp-notice--check" },
      made(page, "p", {}, made(page, "strong", {}, t("Is it safe to take this home?")), " ", t("Somebody could find it, on paper or on this device.")),
      made(page, "p", { class: "fp-row" }, yes, no))); // prettier-ignore
    yes.focus();
  }

  return { form, paper, show };
}
