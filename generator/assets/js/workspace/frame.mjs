// What does not change in the workspace while answers do: who is here, the two ways, the two columns, the line on narrow
// screens that says how many fit; and how what does change is drawn anew without losing the reader's place.

import { made } from "../dom.mjs";
import { t } from "../words.mjs";

/** What does not change: who is here, the two ways, the two columns. */
export function frame(page, { who, onWho, onRoute, onView, onClear, onShow }) {
  const whoBox = made(page, "fieldset", { class: "fp-match__who" }, made(page, "legend", {}, who.ask),
    ...Object.entries(who.options).map(([code, label]) => made(page, "label", { class: "fp-option" },
      made(page, "input", { type: "radio", name: "who", value: code, autocomplete: "off", onchange: () => onWho(code) }), made(page, "span", {}, label)))); // prettier-ignore
  const press = (words, then) => made(page, "button", { class: "fp-chip", type: "button", "aria-pressed": "false", onclick: then }, words);
  const routes = { quick: press(t("Two minutes"), () => onRoute("quick")), full: press(t("All questions"), () => onRoute("full")) };
  const views = { fit: press(t("By fit"), () => onView("fit")), sequence: press(t("By support sequence"), () => onView("sequence")) };
  const cleared = made(page, "span", { role: "status" });
  const clear = made(page, "button", { class: "fp-btn", type: "button", onclick: onClear }, t("Clear everything"));
  const questions = made(page, "form", { class: "fp-match__panel", autocomplete: "off", onsubmit: (event) => event.preventDefault() });
  const count = made(page, "strong");
  const bar = made(page, "p", { class: "fp-match__bar", hidden: true }, count, " ", made(page, "button", { class: "fp-btn fp-btn--go", type: "button", onclick: onShow }, t("See them")));
  const asking = made(page, "div", { class: "fp-match__asking" },
    made(page, "p", { class: "fp-row", role: "group", "aria-label": t("How many questions") }, routes.quick, routes.full), questions, bar); // prettier-ignore
  const heading = made(page, "h2", { id: "match-results", tabindex: "-1" });
  const status = made(page, "p", { class: "fp-match__status" });
  const told = made(page, "p", { class: "fp-vh", role: "status" }); // the same words, once the answers rest
  const tools = made(page, "p", { class: "fp-row", role: "group", "aria-label": t("View") }, views.fit, views.sequence);
  const [derivedBox, lanesBox, afterBox, opener] = ["div", "div", "div", "div"].map((tag) => made(page, tag));
  const results = made(page, "section", { class: "fp-match__results", "aria-labelledby": "match-results" }, heading, status, told, tools, derivedBox, lanesBox, afterBox);
  const top = made(page, "div", { class: "fp-match__top fp-screen" }, whoBox, opener, made(page, "p", { class: "fp-row" }, clear, cleared));
  const columns = made(page, "div", { class: "fp-match__columns fp-screen" }, asking, results);
  return { all: [top, columns], who: whoBox, cleared, routes, views, asking, panel: questions, heading, status, told, tools, derived: derivedBox, lanes: lanesBox, after: afterBox, opener, results, bar, counted: count };
}

/**
 * Draws anew; what was open stays open, and focus stays on what it was on. Where that is gone, since its record moved or
 * left, focus goes on to the next of its kind, so that somebody who rings one number after another keeps their place;
 * where there is none, to the heading.
 */
export function keepingPlace(page, part, draw) {
  const keyOf = (element) => element?.dataset?.key ?? null;
  const focused = part.contains(page.activeElement) ? keyOf(page.activeElement) : null;
  const before = [...part.querySelectorAll("[data-key]")].map(keyOf);
  const open = [...part.querySelectorAll("details[open] > summary[data-key]")].map(keyOf);
  draw();
  for (const summary of part.querySelectorAll("summary[data-key]")) if (open.includes(keyOf(summary))) opened(summary.parentElement);
  if (focused === null) return;
  const now = new Map([...part.querySelectorAll("[data-key]")].map((one) => [keyOf(one), one]));
  (now.get(successor(focused, before, now)) ?? part.querySelector("h2")).focus();
}

/** Opens a fold, and fills it now: its own event comes too late for the focus. */
function opened(fold) {
  fold.open = true;
  fold.dispatchEvent(new fold.ownerDocument.defaultView.Event("toggle"));
}

/** The key that has the focus next: itself, else the nearest of its kind after it, else before it. */
export function successor(focused, before, now) {
  if (now.has(focused)) return focused;
  const kind = (key) => key.split("-")[0];
  const at = before.indexOf(focused);
  const others = [...before.slice(at + 1), ...before.slice(0, at).reverse()];
  return others.find((key) => kind(key) === kind(focused) && now.has(key));
}
