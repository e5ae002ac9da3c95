// The cells of a month, filled with what fits, and as the page had them again. The words of what is in view come first;
// after them its drawings, then what a sheet covers and the weeks further down one by one.

import { made } from "../dom.mjs";
import { dateShort, monthName, n, t } from "../words.mjs";
import { entryOf, illustrated, written } from "./entries.mjs";

/**
 * The cells of the month that a page shows; null where it shows none.
 * @param {Document} page
 * @param {{root: string, seen: () => number, drawn: (cells: Element[]) => void}} given
 *   `seen`: how far one sees from the left; `drawn`: what to do when cells are new
 * @returns {null | {element: HTMLElement, show: (days: Map<string, import("./sessions.mjs").Session[]>,
 *   shown: (day: string) => import("./sessions.mjs").Session[], rows: object) => Drawing,
 *   restore: () => Drawing, rehearse: (days: Map<string, import("./sessions.mjs").Session[]>,
 *   shown: (day: string) => import("./sessions.mjs").Session[], rows: object) => void}}
 *
 * What goes on after the first things are drawn: `settle` adds, before the page is painted, what has come into view
 * meanwhile; `next` draws some more, and says whether there is still more.
 * @typedef {{settle: () => void, next: () => boolean}} Drawing
 */
export function monthCells(page, { root, seen, drawn }) {
  const table = page.querySelector(".fp-month");
  if (table === null) return null;
  const weeks = [...table.tBodies[0].rows].map((row) => ({ row, places: [...row.querySelectorAll("td[data-date]")].map(placeOf) }));

  function show(days, shown, rows) {
    return byNeed((place) => fill(place, content(place, days, shown, rows)));
  }

  /** What a cell says. */
  function content({ day }, days, shown, rows) {
    const found = days.get(day) ?? [];
    const some = shown(day);
    return {
      words: ` ${n("%(month)s, %(count)s thing", "%(month)s, %(count)s things", found.length, { month: monthName(day) })}`,
      entries: some.map(rows.entry),
      more: found.length > some.length ? n("%(count)s more", "%(count)s more", found.length - some.length) : null,
    };
  }

  /** Goes through all that showing takes, on an element that is in no page. */
  function rehearse(days, shown, rows) {
    let element;
    for (const { places } of weeks) {
      for (const place of places) {
        for (const entry of content(place, days, shown, rows).entries) element = written(page, element, entry);
      }
    }
  }

  function restore() {
    return byNeed((place) => fill(place, place.before));
  }

  /** Draws what is in view; weeks that come into view because others get lower are drawn before the page is painted. */
  function byNeed(draw) {
    const edge = seen();
    const isInView = ({ row }) => edge > 0 && row.getBoundingClientRect().top < page.defaultView.innerHeight;
    const isCovered = ({ cell }) => cell.getBoundingClientRect().left >= edge;
    const inView = weeks.filter(isInView);
    const later = weeks.slice(inView.length);
    const covered = inView.flatMap(({ places }) => places.filter(isCovered));
    let worded = []; // places with words, still without their drawings
    const put = (places) => {
      places.forEach(draw);
      worded.push(...places);
    };
    const complete = () => {
      for (const { cell } of worded) for (const one of cell.querySelectorAll("li")) illustrated(one, root);
      if (worded.length > 0) drawn(worded.map(({ cell }) => cell));
      worded = [];
    };
    put(inView.flatMap(({ places }) => places).filter((place) => !covered.includes(place)));
    return {
      settle: () => {
        while (later.length > 0 && isInView(later[0])) put(later.shift().places);
      },
      next: () => {
        if (worded.length === 0) put(covered.length > 0 ? covered.splice(0) : (later.shift()?.places ?? []));
        complete();
        return covered.length + later.length > 0;
      },
    };
  }

  function fill(place, { words, entries, more }) {
    const { cell, day, spoken } = place;
    if (spoken.data !== words) spoken.data = words;
    place.list = listOf(place, entries);
    if (more === null) {
      place.more?.remove();
      return;
    }
    if (!place.more) {
      const rest = made(page, "span", { class: "fp-vh" }, ` ${t("on %(day)s", { day: dateShort(day) })}`);
      place.more = made(page, "a", { class: "fp-month__more", href: `${root}calendar/${day}/` }, more, rest);
    }
    if (place.more.firstChild.data !== more) place.more.firstChild.data = more;
    if (!place.more.isConnected) cell.append(place.more);
  }

  /** The list of a cell with entries; none where there are none. */
  function listOf({ cell, list, more }, entries) {
    if (entries.length === 0) {
      list?.remove();
      return list;
    }
    const filled = list ?? made(page, "ul", {});
    const before = [...filled.children];
    entries.forEach((entry, at) => {
      const element = written(page, before[at], entry);
      if (element === before[at]) return;
      if (before[at]) before[at].replaceWith(element);
      else filled.append(element);
    });
    for (const one of before.slice(entries.length)) one.remove();
    if (!filled.isConnected) cell.insertBefore(filled, more?.isConnected ? more : null);
    return filled;
  }

  return { element: table, show, restore, rehearse };
}

/** A cell of the page with what stands in it. */
function placeOf(cell) {
  const spoken = cell.querySelector(".fp-month__day .fp-vh").firstChild;
  const [list, more] = [cell.querySelector("ul"), cell.querySelector(".fp-month__more")];
  const before = { words: spoken.data, entries: [...(list?.children ?? [])].map(entryOf), more: more?.firstChild.data ?? null };
  return { cell, day: cell.dataset.date, spoken, list, more, before };
}
