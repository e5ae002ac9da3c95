// Where the filters are: in the left column, or on narrow pages in a dialog that a button opens.

import { n, t } from "../words.mjs";

/**
 * Puts the form where it belongs, and again when the page gets wider or narrower.
 * @param {Document} page
 * @param {Window} view
 * @param {{form: HTMLElement, onClear: () => void}} given
 */
export function sheet(page, view, { form, onClear }) {
  const part = (name) => page.getElementById(`find-${name}`);
  const dialog = part("sheet");
  const body = dialog.querySelector(".fp-drawer__body");

  function place() {
    const wide = sheet.isWide(page, view);
    if (wide && dialog.open) dialog.close();
    const home = wide ? part("side") : body;
    part("side").hidden = !wide;
    if (form.parentElement !== home) home.append(form);
  }

  part("open").addEventListener("click", () => dialog.showModal());
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
  part("clear").addEventListener("click", onClear);
  view.addEventListener("resize", place);
  place();

  /** Says how many filters are chosen and how many results there are. */
  function show({ chosen, results }) {
    const words = part("open").querySelector("span");
    words.textContent = chosen > 0 ? t("Filters (%(count)s)", { count: chosen }) : t("Filters");
    part("show").textContent = n("Show %(count)s", "Show %(count)s", results);
  }

  return { show };
}

/** Whether filters and results stand side by side: the style sheet decides, by the width that letters need. */
sheet.isWide = (page, view) =>
  view.getComputedStyle(page.getElementById("find")).gridTemplateColumns.trim().split(/\s+/).length > 1;
