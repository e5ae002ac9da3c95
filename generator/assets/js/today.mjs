// A page is built once and read for days: which day is today, and whether the page is old, only the reader's clock can say.

import { dayOf, isStale } from "./days.mjs";

/**
 * Marks the boxes of today and of days gone by, and shows the note on an old page.
 * @param {Document} page
 * @param {Date} now
 */
export function markToday(page, now) {
  const today = dayOf(now);
  for (const box of page.querySelectorAll("[data-date]")) {
    if (box.dataset.date < today) box.classList.add("is-past");
    if (box.dataset.date === today) markAsToday(box, page.getElementById("fp-today"));
  }
  for (const note of page.querySelectorAll("[data-made]")) note.hidden = !isStale(note.dataset.made, today);
}

function markAsToday(box, tag) {
  box.setAttribute("aria-current", "date");
  const word = tag.content.cloneNode(true);
  const heading = box.querySelector("h2, h3");
  const day = box.querySelector(".fp-month__day");
  if (heading) heading.append(" ", word);
  else if (day) day.after(" ", word);
  else box.prepend(word, " ");
}
