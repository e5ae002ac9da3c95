// What the pages of the calendar have besides the frame: keys on the month, a copy of a session of the day.

import { rowButtons } from "../copies.mjs";
import { dayOf } from "../days.mjs";
import { dateGrid } from "./grid.mjs";

const tools = document.querySelector(".fp-calnav");
const { view, first, last, zone } = tools.dataset;
const today = dayOf(new Date());

// This month's page was made in another month: that of the reader's today stands beside it.
if (/\/calendar\/$/.test(location.pathname) && today > last) {
  location.replace(`${today.slice(0, 7)}/${location.hash}`);
}

const ways = new Map([...tools.querySelectorAll("a[rel]")].map((link) => [link.rel, link]));

function go(day) {
  const link = ways.get(day < first ? "prev" : "next");
  if (link) location.assign(`${link.href.split("#")[0]}#on=${day}`);
}

const table = document.querySelector(".fp-month");
if (table) {
  const asked = new URLSearchParams(location.hash.slice(1)).get("on");
  const grid = dateGrid(table, { start: asked ?? today, go });
  if (asked && grid.focus(asked)) history.replaceState(null, "", location.pathname + location.search);
}

if (view === "day") rowButtons(document, document.querySelectorAll(".fp-session[data-at]"), first, zone);
