// In the cells of a month: a star and a word beside what is kept. A button of its own has no room there (44 px in a cell of
// three titles); the day, to which each cell leads, has one in every row.

import { icon, made } from "../dom.mjs";
import { t } from "../words.mjs";
import { has, place } from "./items.mjs";
import { storeOf } from "./store.mjs";

const MARK = "fp-month__kept";

/**
 * Marks what is kept; to be called again when cells are drawn anew or the list has changed.
 * @param {Document} page
 * @param {Window} view
 */
export function markKept(page, view) {
  const items = storeOf(view).read();
  if (items.length === 0 && page.querySelector(`.${MARK}`) === null) return;
  const { root } = page.querySelector(".fp-calnav").dataset;
  for (const entry of page.querySelectorAll(".fp-month li")) {
    const shown = entry.querySelector(`.${MARK}`);
    const kept = has(items, placeOf(entry.querySelector("a")));
    if (kept && shown === null) entry.append(made(page, "span", { class: MARK }, icon(page, "star", root), t("Kept")));
    else if (!kept && shown !== null) shown.remove();
  }
}

/** The place of what a link leads to: the last two parts of its address. */
function placeOf(link) {
  return place(link.getAttribute("href").split("/").slice(-3).join("/")) ?? "";
}
