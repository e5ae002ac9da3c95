// The days of a page one below the other, or the parts of one day: drawn anew with what fits, and as the page had them
// again. What one looks at comes first; the other rows follow a few at a time, into places kept for them.

import { dayOf } from "../days.mjs";
import { made } from "../dom.mjs";
import { foldDays, foldPast, markDays } from "../today.mjs";
import { dateShort, day as dayWords, n, t } from "../words.mjs";

const ON_A_PAGE = 100;
const AT_ONCE = 12; // rows that are drawn between two frames
const NOON = 12 * 60;
const EVENING = 17 * 60;

/**
 * The lists of a page; null where it has none.
 * @param {Document} page
 * @param {{view: string, root: string, now: () => Date, seen: () => number, drawn: (list: Element) => void}} given
 *   `seen`: how far one sees from the left; `drawn`: what to do when rows are new
 * @returns {null | {element: HTMLElement, show: (days: Map<string, import("./sessions.mjs").Session[]>,
 *   shown: (day: string) => import("./sessions.mjs").Session[], rows: object) => import("./cells.mjs").Drawing,
 *   restore: () => import("./cells.mjs").Drawing}}
 */
export function dayLists(page, { view, root, now, seen, drawn }) {
  const written = page.querySelector(".fp-list");
  if (written === null) return null;
  let here = written;

  function show(days, shown, rows) {
    const { list: span, first, last } = written.dataset;
    const list = made(page, "div", { class: "fp-list", "data-list": span, "data-first": first, "data-last": last });
    const places = view === "day" ? parts([...days.values()][0], rows) : sections(days, shown, rows);
    list.append(...places.map(({ element }) => element));
    list.style.minHeight = `${here.offsetHeight}px`; // until the rest is there
    markDays(list, dayOf(now()));
    foldDays(list, dayOf(now()));
    const today = Math.max(0, places.findIndex(({ day }) => day === dayOf(now())));
    const portions = inPortions([...places.slice(today), ...places.slice(0, today)].flatMap(({ steps }) => steps));
    return inTurn([
      () => put(list),
      ...portions.map((portion) => () => {
        portion();
        drawn(list);
      }),
      () => {
        list.style.minHeight = "";
        foldPast(view === "day" ? page : list, now());
      },
    ]);
  }

  function restore() {
    return inTurn([
      () => {
        put(written);
        drawn(written);
      },
    ]);
  }

  /** The first two of some steps where one sees them, and the others one by one. */
  function inTurn(steps) {
    const next = () => {
      steps.shift()?.();
      return steps.length > 0;
    };
    if (seen() > 0) {
      next();
      next();
    }
    return { settle: () => {}, next };
  }

  function put(list) {
    if (here !== list) here.replaceWith(list);
    here = list;
  }

  /** Days one below the other; those without anything are told in one line as long as they follow each other. */
  function sections(days, shown, rows) {
    const all = [...days.keys()];
    const places = [];
    for (let at = 0; at < all.length; at++) {
      const found = days.get(all[at]);
      if (found.length || view === "week") {
        places.push(section(all[at], found.length, shown(all[at]), rows));
        continue;
      }
      const first = all[at];
      while (at + 1 < all.length && !days.get(all[at + 1]).length) at += 1;
      places.push({ element: nothing(nothingWords(first, all[at]), all[at]), day: all[at], steps: [] });
    }
    return places;
  }

  function section(day, found, some, rows) {
    const element = made(page, "section", { class: "fp-day", "data-date": day });
    const link = made(page, "a", { href: `${root}calendar/${day}/` }, dayWords(day));
    element.append(made(page, "h2", {}, link));
    const list = filled(some, rows.row);
    element.append(some.length ? list.element : nothing(t("Nothing on this day.")));
    if (found > some.length) {
      const words = n("%(count)s more", "%(count)s more", found - some.length);
      const more = `${words} ${t("on %(day)s", { day: dateShort(day) })}`;
      element.append(made(page, "p", {}, made(page, "a", { href: `${root}calendar/${day}/` }, more)));
    }
    return { element, day, steps: list.steps };
  }

  /** The parts of one day; a hundred sessions at first, the rest on request. */
  function parts(found, rows, most = ON_A_PAGE) {
    const shown = found.slice(0, most);
    const heads = [
      [t("All day"), ({ start }) => start < 0],
      [t("Morning"), ({ start }) => start >= 0 && start < NOON],
      [t("Afternoon"), ({ start }) => start >= NOON && start < EVENING],
      [t("Evening"), ({ start }) => start >= EVENING],
    ];
    const several = heads.map(([title, test]) => [title, shown.filter(test)]).filter(([, some]) => some.length);
    if (!several.length) return [{ element: nothing(t("Nothing on this day.")), steps: [] }];
    const places = several.map(([title, some]) => {
      const list = filled(some, (one) => rows.row(one, { long: true }));
      return { element: made(page, "section", { class: "fp-day" }, made(page, "h2", {}, title), list.element), steps: list.steps };
    });
    if (found.length > most) {
      const button = made(page, "button", { class: "fp-btn", type: "button", onclick: () => {
        const before = here.querySelectorAll(".fp-session").length;
        const more = parts(found, rows, most + ON_A_PAGE);
        more.flatMap(({ steps }) => steps).forEach((step) => step());
        here.replaceChildren(...more.map(({ element }) => element));
        drawn(here);
        here.querySelectorAll(".fp-session")[before]?.querySelector("a").focus();
      } }, t("Show %(count)s more", { count: Math.min(ON_A_PAGE, found.length - most) })); // prettier-ignore
      places.push({ element: made(page, "p", {}, button), steps: [] });
    }
    return places;
  }

  /** A list, and for each of its rows what draws it. */
  function filled(some, row) {
    const element = made(page, "ul", { class: "fp-sessions" });
    return { element, steps: some.map((one) => () => element.append(row(one))) };
  }

  function nothing(words, last = null) {
    return made(page, "p", { class: "fp-nothing", "data-last": last }, words);
  }

  return { element: written.parentElement, show, restore };
}

function inPortions(steps) {
  const portions = [];
  for (let at = 0; at < steps.length; at += AT_ONCE) {
    portions.push(() => steps.slice(at, at + AT_ONCE).forEach((step) => step()));
  }
  return portions;
}

function nothingWords(first, last) {
  if (first === last) return t("Nothing on %(day)s", { day: dateShort(last) });
  const values = { first: Number(first.slice(8)), last: dateShort(last) };
  const next = Number(last.slice(8)) - Number(first.slice(8)) === 1;
  return next ? t("Nothing on %(first)s and %(last)s", values) : t("Nothing on %(first)s to %(last)s", values);
}
