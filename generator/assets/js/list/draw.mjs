// One item of the list as an element: its facts as on its page, in short, with all that a sheet of paper needs.

import { startAndEnd } from "../days.mjs";
import { icon, made } from "../dom.mjs";
import { qr } from "../qr-drawing.mjs";
import { t } from "../words.mjs";
import { idOf, LONGEST_NOTE } from "./items.mjs";
import { asks, ring } from "./texts.mjs";

const DATES = 4;

/**
 * What can be done with an item; a list that somebody sent has no `edit`.
 * @typedef {{edit: null | {up: () => void, down: () => void, off: () => void, note: (text: string) => void},
 *   message: (button: Element) => void, paragraph: (button: Element) => void}} Actions
 *
 * @param {Document} page
 * @param {{at: string, note: string}} item
 * @param {import("./read.mjs").Facts} facts
 * @param {{number: number, of: number, root: string, today: string, moved: boolean, actions: Actions}} given
 */
export function drawnItem(page, item, facts, { number, of, root, today, moved, actions }) {
  const make = (tag, attributes, ...children) => made(page, tag, attributes, ...children);
  const id = `item-${idOf(item.at)}`;
  const hidden = make("span", { class: "fp-vh" }, `: ${facts.name}`);
  const button = (name, words, onclick, more = {}) =>
    make("button", { class: "fp-btn", type: "button", onclick, ...more }, icon(page, name, root), words, hidden.cloneNode(true));
  const pair = (name, ...lines) => {
    const found = lines.filter(Boolean);
    return found.length
      ? make("div", {}, make("dt", {}, name), make("dd", {}, ...found.map((line) => make("div", {}, line))))
      : null;
  };
  const { edit } = actions;
  const calendar = facts.feed && make("a", { class: edit ? "fp-btn" : "fp-btn fp-btn--go", href: facts.feed.webcal },
    icon(page, "calendar-plus", root), t("Add to my calendar"), hidden.cloneNode(true)); // prettier-ignore
  return make("li", { class: "fp-box fp-item", id },
    make("h2", {}, `${number}. `, make("a", { href: `${root}${item.at}/` }, facts.name)),
    moved ? make("p", { class: "fp-soft" }, t("It has a new name here. The old one was “%(id)s”.", { id: idOf(item.from) })) : null,
    ...facts.notices.map((words) => make("p", { class: "fp-tags" }, make("strong", {}, words))),
    edit || !calendar ? null : make("p", { class: "fp-row fp-item__tools" }, calendar),
    make("dl", { class: "fp-pairs" },
      pair(t("When"), ...facts.when),
      pair(t("Next dates"), ...dates(page, facts, today)),
      pair(t("What there is"), ...facts.there.map(({ name, when: said }) => t("%(name)s: %(said)s", { name, said }))),
      pair(t("Where"), ...facts.where),
      pair(t("Cost"), facts.cost),
      pair(t("First step"), facts.arm),
      pair(t("Ring or write"), rung(page, facts)),
      pair(t("Ask first"), asks(facts).join(" ")),
      printed(pair(t("Its page"), facts.address.replace(/^https?:\/\//, ""))),
    ),
    facts.way.length ? folded(make, icon(page, "chevron-down", root), facts.way) : null,
    code(page, facts),
    ...(edit ? note(page, item, `note-${idOf(item.at)}`, edit) : []),
    make("p", { class: "fp-row fp-item__tools" },
      edit && of > 1 ? button("arrow-up", t("Up"), edit.up, { "data-do": "up", "aria-disabled": number === 1 ? "true" : null }) : null,
      edit && of > 1 ? button("arrow-down", t("Down"), edit.down, { "data-do": "down", "aria-disabled": number === of ? "true" : null }) : null,
      edit ? calendar : null,
      button("message-text", t("Copy as a message"), (event) => actions.message(event.currentTarget)),
      button("note-text-outline", t("Copy as a paragraph"), (event) => actions.paragraph(event.currentTarget)),
      edit ? button("close", t("Take off"), edit.off, { "data-do": "off" }) : null,
    ),
    facts.feed ? make("p", { class: "fp-soft fp-item__feed" }, t("Changes arrive in the calendar by themselves. The calendar’s address is %(address)s", { address: facts.feed.address })) : null,
  ); // prettier-ignore
}

/**
 * An item that cannot be shown, and why.
 * @param {Document} page
 * @param {{at: string, note: string}} item
 * @param {"gone" | "failed"} state
 * @param {{number: number, root: string, phone: string, off: (() => void) | null}} given
 */
export function missingItem(page, item, state, { number, root, phone, off }) {
  const name = idOf(item.at);
  const words = state === "gone"
    ? t("“%(name)s” is not here any more. It may have ended. Ring %(phone)s and ask.", { name, phone })
    : t("“%(name)s” could not be loaded. Load the page again when you are online.", { name });
  return made(page, "li", { class: "fp-box fp-item fp-item--missing", id: `item-${name}` },
    made(page, "h2", {}, `${number}. ${name}`),
    made(page, "p", {}, words),
    off
      ? made(page, "p", { class: "fp-row fp-item__tools" },
          made(page, "button", { class: "fp-btn", type: "button", onclick: off, "data-do": "off" },
            icon(page, "close", root), t("Take off"), made(page, "span", { class: "fp-vh" }, `: ${name}`)))
      : null,
  ); // prettier-ignore
}

function dates(page, facts, today) {
  return facts.dates
    .filter(({ day }) => day >= today)
    .slice(0, DATES)
    .map(({ struck, tag, said }) =>
      made(page, "span", {},
        struck ? made(page, "s", {}, struck) : null, " ", tag ? made(page, "strong", {}, tag) : null, " ", said),
    ); // prettier-ignore
}

/** The way there: long, so folded on the screen; on paper it is open. */
function folded(make, arrow, way) {
  const lines = way.map(({ name, said }) => make("li", {}, t("%(name)s: %(said)s", { name, said })));
  return make("details", { class: "fp-fold fp-fold--printed" },
    make("summary", {}, arrow, t("How to get there")), make("ul", {}, ...lines)); // prettier-ignore
}

function rung(page, facts) {
  const words = ring(facts);
  const number = facts.phone ?? (facts.reach.length ? null : facts.sitePhone);
  if (number === null) return words;
  const [before, after] = words.split(number);
  return made(page, "span", {}, before, made(page, "a", { href: `tel:${number.replace(/[^\d+]/g, "")}` }, number), after);
}

/** The note: a field on the screen, its words on paper. */
function note(page, item, id, edit) {
  const printed = made(page, "p", { class: "fp-item__note" }, item.note);
  const field = made(page, "textarea", { class: "fp-input", id, rows: "2", maxlength: String(LONGEST_NOTE), autocomplete: "off",
    oninput: () => {
      printed.textContent = field.value;
      edit.note(field.value);
    } }); // prettier-ignore
  field.value = item.note;
  return [
    made(page, "div", { class: "fp-field fp-item__field" },
      made(page, "label", { for: id }, t("Note (printed, never part of a link)")), field),
    printed,
  ]; // prettier-ignore
}

/** A fact for paper alone. */
function printed(pair) {
  pair.className = "fp-item__page";
  return pair;
}

/** The QR code of the page, for paper. */
function code(page, facts) {
  const drawn = qr(page, facts.address, t("QR code of the page of %(name)s", { name: facts.name }));
  return made(page, "figure", { class: "fp-qr fp-item__qr" }, drawn);
}

/** The sessions of an item as copies to keep. */
export function copies(facts, today) {
  return facts.dates
    .filter((date) => date.at !== null && date.day >= today)
    .map((date) => ({
      url: facts.address, title: date.called ?? facts.name, day: date.day, ...startAndEnd(date.at), zone: facts.zone,
      place: date.place ?? facts.place, text: t("To ask: %(phone)s.", { phone: ring(facts) }),
    })); // prettier-ignore
}
