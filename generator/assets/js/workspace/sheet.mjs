// The plan as a sheet of paper: large letters, empty lines where nothing is filled in, in one language or two.

import { made } from "../dom.mjs";
import { qr } from "./qr-drawing.mjs";
import { labelsOf } from "./sheets/all.mjs";

/**
 * @param {Document} page
 * @param {Object} plan  words, chosen entries, what was reviewed
 * @param {{sheet: Object, site: Object, date: (iso: string) => string, help: {title: string, phone: string}[], went: Object, referral: Object | null}} how
 * @returns {HTMLElement}
 */
export function planSheet(page, { made: on, words, entries }, { sheet, site, date, help, wentWords, referral }) {
  const own = labelsOf("en");
  const second = sheet.second ? labelsOf(sheet.second) : null;
  const label = (name) => [made(page, "span", {}, own[name]), second ? made(page, "span", { class: "fp-plan__second", lang: second.tag }, ` / ${second[name]}`) : null];
  const line = (name, text) => made(page, "p", { class: `fp-plan__line${text ? "" : " is-empty"}` }, made(page, "strong", {}, ...label(name), ":"), " ", text || "");
  const facts = (one) => [["when", [one.when, one.next].filter(Boolean).join(". ")], ["where", one.where], ["cost", one.cost],
    ["ring", [one.phone, one.answered].filter(Boolean).join(", ")], ["ask", one.asks], ["todo", one.notes.join(" ")]].filter(([, text]) => text); // prettier-ignore
  const item = (one) => made(page, "li", { class: "fp-plan__item" }, made(page, "div", {},
    made(page, "div", { class: "fp-plan__words" }, made(page, "h3", {}, one.title),
      ...facts(one).map(([name, text]) => made(page, "p", {}, made(page, "strong", {}, ...label(name), ":"), " ", text)),
      line("went", wentWords(one.id))),
    one.url ? made(page, "figure", { class: "fp-plan__qr" }, qr(page, new URL(one.url, site.top).href)) : null)); // prettier-ignore
  const parts = [
    sheet.envelope ? envelope(page, site) : null,
    made(page, "h2", {}, ...label("title")),
    made(page, "p", { class: "fp-plan__made" }, ...label("made"), `: ${date(on)}`),
    line("aim", words.aim),
    line("know", words.know),
    made(page, "ol", { class: "fp-plan__items" }, ...entries.map(item)),
    line("who", words.who),
    line("comes", words.comes),
    line("information", words.information),
    line("review", words.review ? date(words.review) : ""),
    made(page, "p", { class: "fp-plan__help" }, made(page, "strong", {}, ...label("help"), ":"), " ", help.map((one) => `${one.title} ${one.phone}`).join(" · ")),
    made(page, "p", {}, own.decide, second ? made(page, "span", { class: "fp-plan__second", lang: second.tag }, ` ${second.decide}`) : null),
    made(page, "p", { class: "fp-plan__foot" }, `${own.listed} ${site.organisation}, ${site.phone}. `, ...label("initials"), ": ________"),
    second ? made(page, "p", { class: "fp-plan__foot", lang: second.tag }, second.note) : null,
  ];
  const style = `fp-plan${sheet.large ? " fp-plan--large" : ""}${sheet.envelope ? " fp-plan--envelope" : ""}`;
  const box = made(page, "section", { class: style, "aria-label": own.title }, ...parts.filter(Boolean));
  if (referral) box.append(...referral);
  return box;
}

/** Where a window envelope shows an address that somebody writes by hand. */
function envelope(page, site) {
  return made(page, "div", { class: "fp-plan__envelope" },
    made(page, "p", { class: "fp-plan__address" }),
    made(page, "p", { class: "fp-plan__sender" }, site.organisation, made(page, "br"), site.phone, made(page, "br"), site.hours)); // prettier-ignore
}
