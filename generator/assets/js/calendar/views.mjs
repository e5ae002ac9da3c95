// The month, the week, the day and the list as pages have them, drawn anew with what fits; and back as they were. What
// is in view is drawn at once and the rest in small steps; what a page of this width does not show waits until it does.

import { beforePaint } from "../dom.mjs";
import { monthCells } from "./cells.mjs";
import { dayLists } from "./lists.mjs";
import { telling } from "./sessions.mjs";

const ON_A_PAGE = 100;
const IN_A_CELL = 3;
const IN_A_WEEK_DAY = 14;

/**
 * The drawing board of a page.
 * @param {Document} page
 * @param {Window} view
 * @param {object} given
 * @param {string} given.kind  "month", "week", "day" or "list"
 * @param {string} given.root
 * @param {() => Date} given.now
 * @param {() => number} given.seen               how far one sees from the left: as far as no sheet covers the page
 * @param {(cells: Element[]) => void} given.drawnCells  what to do when cells are new
 * @param {(list: Element) => void} given.drawnRows  what to do when rows are new
 * @param {AbortSignal} given.signal              says when the page goes
 * @returns {{show: (days: Map<string, import("./sessions.mjs").Session[]>, rows: object) => Promise<void>,
 *   restore: () => Promise<void>, rehearse: (days: Map<string, import("./sessions.mjs").Session[]>, rows: object) => void}}
 *   the first two are done when all that the page shows is drawn
 */
export function board(page, view, { kind, root, now, seen, drawnCells, drawnRows, signal }) {
  const month = monthCells(page, { root, seen, drawn: drawnCells });
  const list = dayLists(page, { view: kind, root, now, seen, drawn: drawnRows });
  const boards = [month, list].filter(Boolean).map((part) => ({ part, begin: null, drawing: null }));
  let turn = 0;

  const sizes = new view.ResizeObserver(() => drawShown());
  for (const { part } of boards) sizes.observe(part.element);
  view.addEventListener("beforeprint", finish, { signal });
  signal.addEventListener("abort", () => sizes.disconnect());

  function show(days, rows) {
    const total = [...days.values()].reduce((sum, found) => sum + found.length, 0);
    const often = kind === "week" ? IN_A_WEEK_DAY : IN_A_CELL;
    const inCell = telling(days, IN_A_CELL);
    const inList = telling(days, total <= ON_A_PAGE ? ON_A_PAGE : often);
    return draw((part) => part.show(days, part === month ? inCell : inList, rows));
  }

  /** Works out what a month would show, without showing it. */
  function rehearse(days, rows) {
    month?.rehearse(days, telling(days, IN_A_CELL), rows);
  }

  function restore() {
    return draw((part) => part.restore());
  }

  function draw(how) {
    turn += 1;
    for (const one of boards) Object.assign(one, { begin: () => how(one.part), drawing: null });
    return drawShown();
  }

  /** Begins with what is shown, and goes on after each paint until something else is to be drawn. */
  async function drawShown() {
    const mine = turn;
    const shown = boards.filter(({ begin, part }) => begin && part.element.checkVisibility());
    for (const one of shown) begun(one);
    for (const one of shown) {
      do {
        await beforePaint(view);
        if (mine !== turn) return;
        one.drawing?.settle();
        await new Promise((go) => view.setTimeout(go)); // the page is painted
        if (mine !== turn) return;
      } while (one.drawing?.next());
    }
  }

  function begun(one) {
    one.drawing = one.begin();
    one.begin = null;
  }

  /** Paper shows the list whatever the width of the page, and does not wait. */
  function finish() {
    for (const one of boards) {
      if (one.begin) begun(one);
      while (one.drawing?.next());
    }
  }

  return { show, restore, rehearse };
}
