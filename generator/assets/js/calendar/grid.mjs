// The table of a month as a date grid: one stop for Tab, keys move from day to day. Without this it is a table of links.

import { t } from "../words.mjs";
import { moved } from "./moves.mjs";

/**
 * Makes a date grid of a table of days.
 * @param {HTMLTableElement} table
 * @param {object} ways
 * @param {string} ways.start             the day on which Tab lands, if the table has it
 * @param {(day: string) => void} ways.go what to do about a day of another month
 * @returns {{focus: (day: string) => boolean, refresh: (changed?: Iterable<Element>) => void}}
 */
export function dateGrid(table, { start, go }) {
  const cells = new Map([...table.querySelectorAll("td[data-date]")].map((cell) => [cell.dataset.date, cell]));
  const link = (cell) => cell.querySelector(".fp-month__day");
  let current = cells.has(start) ? start : cells.keys().next().value;

  const refresh = (changed = cells.values()) => {
    for (const cell of changed) {
      // From a day Tab goes on to what is on it, and from there out of the table.
      const index = cell.dataset.date === current ? 0 : -1;
      for (const one of cell.querySelectorAll("a, button")) if (one.tabIndex !== index) one.tabIndex = index;
    }
  };
  const focus = (day) => {
    if (!cells.has(day)) return false;
    current = day;
    refresh();
    link(cells.get(day)).focus();
    return true;
  };

  table.setAttribute("role", "grid");
  for (const row of table.querySelectorAll("tr")) row.setAttribute("role", "row");
  for (const head of table.querySelectorAll("th")) head.setAttribute("role", "columnheader");
  for (const cell of table.querySelectorAll("td")) cell.setAttribute("role", "gridcell");
  table.querySelector("caption").append(
    ". ",
    t("Arrow keys go from day to day, Page Up and Page Down from month to month, Enter opens the day."),
  );
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td[data-date]");
    if (!cell || event.target !== link(cell) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const week = [...cell.parentElement.querySelectorAll("td[data-date]")].map((one) => one.dataset.date);
    const day = moved(cell.dataset.date, event.key, week);
    if (!day) return;
    event.preventDefault();
    if (!focus(day)) go(day);
  });
  table.addEventListener("focusin", (event) => {
    const day = event.target.closest("td[data-date]")?.dataset.date;
    if (!day || day === current) return;
    current = day;
    refresh();
  });
  refresh();
  return { focus, refresh };
}
