// The month, the week, the day and the list as pages have them, drawn anew with what fits; and back as they were.

import { dayOf } from "../days.mjs";
import { afterPaint, made } from "../dom.mjs";
import { foldPast, markDays } from "../today.mjs";
import { dateShort, day as dayWords, monthName, n, t } from "../words.mjs";
import { telling } from "./sessions.mjs";

const ON_A_PAGE = 100;
const IN_A_CELL = 3;
const IN_A_WEEK_DAY = 14;
const AT_ONCE = 12; // rows of a list that are drawn before the page is painted
const NOON = 12 * 60;
const EVENING = 17 * 60;

/**
 * The drawing board of a page.
 * @param {Document} page
 * @param {object} given
 * @param {string} given.view  "month", "week", "day" or "list"
 * @param {string} given.root
 * @param {() => Date} given.now
 * @param {() => void} given.drawn  what to do when lists and cells are new
 * @returns {{show: (days: Map<string, import("./sessions.mjs").Session[]>, rows: object) => void, restore: () => void}}
 */
export function board(page, { view, root, now, drawn }) {
  const cells = [...page.querySelectorAll(".fp-month td[data-date]")].map((cell) => ({
    cell,
    spoken: cell.querySelector(".fp-month__day .fp-vh").firstChild,
    words: cell.querySelector(".fp-month__day .fp-vh").textContent,
    rest: [...cell.children].filter((one) => !one.matches(".fp-month__day, .fp-tag")),
  }));
  const lists = [...page.querySelectorAll(".fp-list")];
  const places = lists.map((list) => ({ list, shown: list }));
  let turn = 0;

  /** What one looks at is drawn at once; what is further down, or not shown on a page of this width, after that. */
  function show(days, rows) {
    const mine = ++turn;
    const total = [...days.values()].reduce((sum, found) => sum + found.length, 0);
    const often = view === "week" ? IN_A_WEEK_DAY : IN_A_CELL;
    const inCell = telling(days, IN_A_CELL);
    const inList = telling(days, total <= ON_A_PAGE ? ON_A_PAGE : often);
    const month = () => cells.forEach((place) => fill(place, days.get(place.cell.dataset.date) ?? [], inCell, rows));
    const isMonth = cells.length > 0 && cells[0].cell.checkVisibility();
    if (isMonth) month();
    else listed(soonest(days), (day) => inList(day).slice(0, AT_ONCE), rows, { isPart: true });
    drawn();
    afterPaint(page.defaultView).then(() => {
      if (mine !== turn) return;
      if (!isMonth) month();
      listed(days, inList, rows);
      for (const { shown } of places) foldPast(view === "day" ? page : shown, now());
      drawn();
    });
  }

  /** The lists of the page; where the rest is to follow, as long as they were. */
  function listed(days, shown, rows, { isPart = false } = {}) {
    for (const place of places) {
      const { first, last } = place.list.dataset;
      const list = made(page, "div", { class: "fp-list", "data-list": place.list.dataset.list, "data-first": first, "data-last": last });
      if (isPart) list.style.minHeight = `${place.shown.offsetHeight}px`;
      list.append(...(view === "day" ? parts([...days.values()][0], rows) : sections(days, shown, rows)));
      put(place, list);
      markDays(list, dayOf(now()));
    }
  }

  /** The days from today on, or else from the first, with the few things that are drawn at once. */
  function soonest(days) {
    const all = [...days];
    const some = new Map();
    let left = AT_ONCE;
    for (const [day, found] of all.slice(Math.max(0, all.findIndex(([day]) => day === dayOf(now()))))) {
      if (left <= 0) break;
      some.set(day, view === "day" ? found.slice(0, AT_ONCE) : found);
      left -= found.length;
    }
    return some;
  }

  function restore() {
    turn += 1;
    for (const { cell, spoken, words, rest } of cells) {
      empty(cell);
      spoken.textContent = words;
      cell.append(...rest);
    }
    for (const place of places) put(place, place.list);
    drawn();
  }

  function put(place, list) {
    if (place.shown !== list) place.shown.replaceWith(list);
    place.shown = list;
  }

  function empty(cell) {
    for (const one of [...cell.children]) if (!one.matches(".fp-month__day, .fp-tag")) one.remove();
  }

  function fill({ cell, spoken }, found, shown, rows) {
    const day = cell.dataset.date;
    empty(cell);
    spoken.textContent = ` ${n("%(month)s, %(count)s thing", "%(month)s, %(count)s things", found.length, { month: monthName(day) })}`;
    if (!found.length) return;
    const some = shown(day);
    cell.append(made(page, "ul", {}, ...some.map((one) => rows.entry(one))));
    if (found.length > some.length) {
      const rest = made(page, "span", { class: "fp-vh" }, ` ${t("on %(day)s", { day: dateShort(day) })}`);
      cell.append(made(page, "a", { class: "fp-month__more", href: `${root}calendar/${day}/` }, moreWords(found.length - some.length), rest));
    }
  }

  /** Days one below the other; those without anything are told in one line as long as they follow each other. */
  function sections(days, shown, rows) {
    const all = [...days.keys()];
    const made = [];
    for (let at = 0; at < all.length; at++) {
      const found = days.get(all[at]);
      if (found.length || view === "week") {
        made.push(section(all[at], found, shown(all[at]), rows));
        continue;
      }
      const first = all[at];
      while (at + 1 < all.length && !days.get(all[at + 1]).length) at += 1;
      made.push(nothing(nothingWords(first, all[at]), all[at]));
    }
    return made;
  }

  function section(day, found, some, rows) {
    const link = made(page, "a", { href: `${root}calendar/${day}/` }, dayWords(day));
    const more = found.length - some.length;
    const on = t("on %(day)s", { day: dateShort(day) });
    return made(
      page,
      "section",
      { class: "fp-day", "data-date": day },
      made(page, "h2", {}, link),
      some.length ? made(page, "ul", { class: "fp-sessions" }, ...some.map((one) => rows.row(one))) : nothing(t("Nothing on this day.")),
      more ? made(page, "p", {}, made(page, "a", { href: `${root}calendar/${day}/` }, `${moreWords(more)} ${on}`)) : null,
    );
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
    if (!several.length) return [nothing(t("Nothing on this day."))];
    const drawings = several.map(([title, some]) =>
      made(page, "section", { class: "fp-day" }, made(page, "h2", {}, title),
        made(page, "ul", { class: "fp-sessions" }, ...some.map((one) => rows.row(one, { long: true })))),
    ); // prettier-ignore
    if (found.length > most) {
      const button = made(page, "button", { class: "fp-btn", type: "button", onclick: () => {
        const list = button.closest(".fp-list");
        const before = list.querySelectorAll(".fp-session").length;
        list.replaceChildren(...parts(found, rows, most + ON_A_PAGE));
        drawn();
        list.querySelectorAll(".fp-session")[before]?.querySelector("a").focus();
      } }, t("Show %(count)s more", { count: Math.min(ON_A_PAGE, found.length - most) })); // prettier-ignore
      drawings.push(made(page, "p", {}, button));
    }
    return drawings;
  }

  function nothing(words, last = null) {
    return made(page, "p", { class: "fp-nothing", "data-last": last }, words);
  }

  return { show, restore };
}

function moreWords(count) {
  return n("%(count)s more", "%(count)s more", count);
}

function nothingWords(first, last) {
  if (first === last) return t("Nothing on %(day)s", { day: dateShort(last) });
  const values = { first: Number(first.slice(8)), last: dateShort(last) };
  const next = Number(last.slice(8)) - Number(first.slice(8)) === 1;
  return next ? t("Nothing on %(first)s and %(last)s", values) : t("Nothing on %(first)s to %(last)s", values);
}
