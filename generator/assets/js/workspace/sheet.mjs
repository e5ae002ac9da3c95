// The plan as a sheet of paper: large letters, empty lines where nothing is filled in, in one language or two.

import { made } from "../dom.mjs";
import { qr } from "../qr-drawing.mjs";
import { answerWords, columnsOf } from "./reviews.mjs";
import { labelsOf, siteLabels } from "./sheets/all.mjs";

const LOOKS = { plain: 4, large: 3 }; // columns for looking at the plan again: as many as a hand can write in

/**
 * @param {Document} page
 * @param {{made: string, words: Object, entries: Object[], reviews: Object[]}} plan
 * @param {{sheet: Object, site: Object, date: (iso: string) => string, referral: Object[] | null}} how
 * @returns {HTMLElement}
 */
export function planSheet(page, { made: on, words, entries, reviews }, { sheet, site, date, referral }) {
  const own = siteLabels(page);
  const second = sheet.second ? labelsOf(sheet.second) : null;
  const label = (name) => [made(page, "span", {}, own[name]), second ? made(page, "span", { class: "fp-plan__second", lang: second.tag }, ` / ${second[name]}`) : null];
  const line = (name, text) => made(page, "p", { class: `fp-plan__line${text ? "" : " is-empty"}` }, made(page, "strong", {}, ...label(name), ":"), " ", text || "");
  const facts = (one) => [["when", [one.when, one.next].filter(Boolean).join(". ")], ["where", one.where], ["cost", one.cost],
    ["ring", [one.phone?.replaceAll(" ", "\u00a0"), one.answered].filter(Boolean).join(", ")], ["ask", one.asks], ["todo", one.notes.join(" ")]].filter(([, text]) => text); // prettier-ignore
  const item = (one) => made(page, "li", { class: "fp-plan__item" }, made(page, "div", {},
    made(page, "div", { class: "fp-plan__words" }, made(page, "h3", {}, one.title),
      ...facts(one).map(([name, text]) => made(page, "p", {}, made(page, "strong", {}, ...label(name), ":"), " ", text))),
    one.url ? code(page, { ...scanned(one.url), label, site }) : null));
  const parts = [
    sheet.envelope ? envelope(page, site) : mark(page, site),
    made(page, "h2", {}, ...label("title")),
    made(page, "p", { class: "fp-plan__made" }, ...label("made"), `: ${date(on)}. `, ...label("initials"), ": ________"),
    line("aim", words.aim),
    line("know", words.know),
    made(page, "ol", { class: "fp-plan__items" }, ...entries.map(item)),
    line("who", words.who),
    line("comes", words.comes),
    line("information", words.information),
    line("review", words.review ? date(words.review) : ""),
    looks(page, { entries, columns: columnsOf(reviews, words.review, sheet.large ? LOOKS.large : LOOKS.plain), label, date }),
    made(page, "p", { class: "fp-plan__help" }, made(page, "strong", {}, ...label("help"), ":"), " ", site.help),
    made(page, "p", {}, own.decide, second ? made(page, "span", { class: "fp-plan__second", lang: second.tag }, ` ${second.decide}`) : null),
    made(page, "p", { class: "fp-plan__foot" }, [own.listed, `${site.organisation}, ${site.phone}.`, site.note].filter(Boolean).join(" ")),
    ...[own, second].filter((one) => one?.note).map((one) => made(page, "p", { class: "fp-plan__foot", lang: one.tag }, one.note)),
  ];
  const style = `fp-plan${sheet.large ? " fp-plan--large" : ""}${sheet.envelope ? " fp-plan--envelope" : ""}`;
  const box = made(page, "section", { class: style, "aria-label": own.title }, ...parts.filter(Boolean));
  if (referral) box.append(...referral);
  return box;
}

/** The site's own mark; it came with the page. */
function mark(page, site) {
  return site.logo ? made(page, "img", { class: "fp-mark", src: site.logo, alt: "" }) : null;
}

/** Where a code leads: into the calendar of what has dates, else to the page; and what stands under it. */
export function scanned(url) {
  const [section, id] = url.split("/");
  return section === "activities" ? { path: `feeds/activity/${id}.ics`, under: "dates" } : { path: url, under: "page" };
}

function code(page, { path, under, label, site }) {
  const picture = qr(page, new URL(path, site.top).href);
  return picture && made(page, "figure", { class: "fp-plan__qr" }, picture, made(page, "figcaption", {}, ...label(under)));
}

/** What came of it, a column for each time that somebody looks at it; empty ones are filled in by hand. */
function looks(page, { entries, columns, label, date }) {
  const head = columns.map(({ on }) => (on ? made(page, "th", { scope: "col" }, date(on).replaceAll("\u00a0", " ")) : made(page, "td", {})));
  const row = (name, cells) => made(page, "tr", {}, made(page, "th", { scope: "row" }, ...name), ...cells.map((text) => made(page, "td", {}, text)));
  return made(page, "table", { class: "fp-plan__looks" }, made(page, "caption", {}, ...label("went"), " ", ...label("was")),
    made(page, "thead", {}, made(page, "tr", {}, made(page, "td", {}), ...head)),
    made(page, "tbody", {}, ...entries.map((one) => row([one.title], columns.map(({ went }) => (went[one.id] ? answerWords(went[one.id]) : "")))),
      row(label("near"), columns.map(() => "")))); // prettier-ignore
}

/** Where a window envelope shows an address that somebody writes by hand; who sends it stands above the window. */
function envelope(page, site) {
  return made(page, "div", {},
    made(page, "p", { class: "fp-plan__sender" }, mark(page, site), [site.organisation, site.phone].join(" · ")),
    made(page, "p", { class: "fp-plan__address" })); // prettier-ignore
}
