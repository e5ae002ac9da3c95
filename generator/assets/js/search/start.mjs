// Search boxes of a page: nothing is loaded before the reader uses one. A box is a form with `data-search`: "panel"
// shows the first few results under it and leads to the directory for all; "list" is the directory's own.

import { leaveWords } from "./handover.mjs";

/** Wakes a box when it is used; Ctrl and K lead to it, on a Mac Command and K. */
export function searchBoxes(page, view) {
  const forms = [...page.querySelectorAll("form[data-search]")];
  const boxes = new Map();
  const wake = (form) => {
    if (!boxes.has(form)) boxes.set(form, import("./box.mjs").then(({ searchBox }) => searchBox(form, page, view)));
    return boxes.get(form);
  };
  for (const form of forms.filter((one) => one.dataset.search === "panel")) {
    const input = form.querySelector("input[type=search]");
    const typed = async () => (await wake(form)).typed();
    input.addEventListener("focus", () => wake(form));
    input.addEventListener("input", typed);
    if (page.activeElement === input && input.value) typed(); // before this was there
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const words = input.value.trim();
      if (words && !leaveWords(view, words)) (await wake(form)).typed();
      else view.location.assign(form.action);
    });
  }
  // A key alone could be pressed by mistake, or spoken to a program that types (WCAG 2.2, 2.1.4): so two.
  page.addEventListener("keydown", (event) => {
    const two = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!two || event.key.toLowerCase() !== "k" || !forms.length) return;
    event.preventDefault();
    const form = forms.at(-1); // the large one, where there are two
    const menu = page.querySelector(".fp-menu");
    const input = form.querySelector("input[type=search]");
    if (!input.getClientRects().length) menu.click(); // on narrow screens the box of the header is in the menu
    input.focus();
    input.select();
  });
}
