// What the pages of the calendar have besides the frame: keys on the month, filters, a copy of a session of the day.

import { changesToday } from "../changes.mjs";
import { rowButtons, rowStars } from "../copies.mjs";
import { dayOf } from "../days.mjs";
import { made } from "../dom.mjs";
import { markKept } from "../list/marks.mjs";
import { markToday } from "../today.mjs";
import { t } from "../words.mjs";
import { dateGrid } from "./grid.mjs";
import { isView, travel } from "./travel.mjs";

let shown = "";

/**
 * Starts what a page of the calendar has.
 * @param {Document} page
 * @param {Window} view
 * @param {() => Date} now
 * @param {Record<string, unknown>} [chosen]  filters of the page that one comes from
 */
function calendar(page, view, now, chosen = null) {
  const tools = page.querySelector(".fp-calnav");
  const { view: kind, first, last, zone, root } = tools.dataset;
  const today = dayOf(now());
  shown = view.location.pathname;

  // This month's page was made in another month: that of the reader's today stands beside it.
  if (view.location.pathname.endsWith("/calendar/") && today > last) {
    view.location.replace(`${today.slice(0, 7)}/${view.location.hash}`);
    return;
  }

  const grid = month();
  drawnCells([]);
  drawnRows(page);
  const opener = page.getElementById("cal-open");
  let filters = null;
  let running = null;
  let told = null; // that they could not be loaded
  opener.addEventListener("click", async () => {
    opener.disabled = true;
    const started = await start();
    opener.disabled = false;
    started?.open();
  });
  if (chosen || view.location.hash.length > 1) start();
  page.getElementById("main").onclick = (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (isView(link.pathname) && link.pathname !== view.location.pathname && going(link.href)) event.preventDefault();
  };

  /** Goes to another page of the calendar with choices that may not stand in its address; whether there are any. */
  function going(address) {
    const hidden = running ? running.hidden() : chosen; // while they are still loaded: what one came with
    if (!hidden) return false;
    travel(page, view, address)
      .then(() => {
        if (running) running.stop();
        else filters?.then((started) => started?.stop());
        markToday(page, now());
        changesToday(page, now(), (url) => view.fetch(url)).catch(() => {});
        calendar(page, view, now, hidden);
      })
      .catch(() => view.location.assign(address));
    return true;
  }

  /** The filters; they are loaded when somebody asks for them, or the address has some. */
  function start() {
    if (filters === null) {
      told?.remove();
      tools.classList.add("is-loading");
    }
    filters ??= import("./filtered.mjs")
      .then(({ startFilters }) => startFilters(page, view, { root, now, drawnCells, drawnRows, chosen: chosen ?? {} }))
      .then((started) => (running = started))
      .catch((error) => {
        console.warn(error);
        filters = null;
        told = made(page, "p", { class: "fp-error", role: "alert" }, t("The filters could not be loaded. Try again."));
        tools.after(told);
        return null;
      })
      .finally(() => tools.classList.remove("is-loading"));
    return filters;
  }

  function drawnCells(cells) {
    grid?.refresh(cells);
    if (kind === "month") markKept(page, view);
  }

  function drawnRows(part) {
    const rows = part.querySelectorAll(".fp-session[data-at]");
    if (kind === "day") rowButtons(page, rows, first, zone);
    else rowStars(page, rows);
  }

  function month() {
    const table = page.querySelector(".fp-month");
    if (!table) return null;
    const ways = new Map([...tools.querySelectorAll("a[rel]")].map((link) => [link.rel, link]));
    const go = (day) => {
      const link = ways.get(day < first ? "prev" : "next");
      if (!link) return;
      const address = new URL(link.href);
      address.hash = [address.hash.slice(1), `on=${day}`].filter(Boolean).join("&");
      if (!going(address.href)) view.location.assign(address);
    };
    const parts = view.location.hash.slice(1).split("&").filter(Boolean);
    const on = parts.find((part) => part.startsWith("on="))?.slice(3);
    const cells = dateGrid(table, { start: on ?? today, go });
    if (on) {
      const rest = parts.filter((part) => !part.startsWith("on=")).join("&");
      view.history.replaceState(null, "", view.location.pathname + (rest ? `#${rest}` : ""));
      cells.focus(on);
    }
    return cells;
  }
}

// Another tab has changed the list, or the page was only put aside.
for (const event of ["storage", "pageshow"]) window.addEventListener(event, () => markKept(document, window));

// Back over a step that loaded no page: the page of the address is loaded now.
window.addEventListener("popstate", () => {
  if (window.location.pathname !== shown) window.location.reload();
});
calendar(document, window, () => new Date());
