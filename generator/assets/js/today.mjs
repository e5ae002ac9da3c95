// A page is built once and read for days: which day is today, what of it is over, and whether the page is old, only the
// reader's clock can say.

import { dayOf, daysBetween, isStale, minuteOf } from "./days.mjs";
import { n, t } from "./words.mjs";

/**
 * Marks the boxes of today and of days gone by, folds away what is over, and shows the note on an old page.
 * @param {Document} page
 * @param {Date} now
 */
export function markToday(page, now) {
  const today = dayOf(now);
  markDays(page, today);
  foldPast(page, now);
  for (const note of page.querySelectorAll("[data-made]")) note.hidden = !isStale(note.dataset.made, today);
}

/**
 * Marks the boxes of today and of days gone by, in a page or in a part of it.
 * @param {Document | Element} part
 * @param {string} today
 */
export function markDays(part, today) {
  for (const box of part.querySelectorAll("[data-date]")) {
    if (box.dataset.date < today) box.classList.add("is-past");
    if (box.dataset.date === today && !box.hasAttribute("aria-current")) markAsToday(box);
  }
}

/**
 * Folds away the days of a list that are gone by, and the sessions of today that are over.
 * @param {Document | Element} part
 * @param {Date} now
 */
export function foldPast(part, now) {
  const today = dayOf(now);
  for (const list of part.querySelectorAll("[data-list]")) foldDays(list, today);
  for (const day of part.querySelectorAll(`[data-date="${today}"]:not(td, h1)`)) foldOver([day], minuteOf(now));
  const title = part.querySelector(`h1[data-date="${today}"]`);
  if (title) foldOver(part.querySelectorAll(".fp-day:not([data-date])"), minuteOf(now));
}

/**
 * Folds away the days of a list that are gone by.
 * @param {HTMLElement} list
 * @param {string} today
 */
export function foldDays(list, today) {
  const { first, last } = list.dataset;
  if (today <= first || today > last) return;
  const past = [...list.children].filter((one) => (one.dataset.date ?? one.dataset.last) < today);
  const fold = list.querySelector(":scope > .fp-fold") ?? folded(list.ownerDocument);
  if (past.length && !fold.isConnected) list.prepend(fold);
  fold.append(...past);
  const days = daysBetween(first, today);
  const words = fold.querySelector("summary span");
  if (!words) return;
  words.textContent =
    list.dataset.list === "week"
      ? n("Earlier this week (%(count)s day)", "Earlier this week (%(count)s days)", days)
      : n("Earlier this month (%(count)s day)", "Earlier this month (%(count)s days)", days);
}

/**
 * Sessions that are over, out of their lists into one that is folded. Parts of a day without any other are hidden; that
 * nothing more comes is said only where nothing is left out that may.
 */
function foldOver(parts, minute) {
  const [first] = parts;
  if (!first) return;
  const page = first.ownerDocument;
  const ended = [...parts].filter((part) =>
    [...part.querySelectorAll(":scope > .fp-sessions > .fp-session")].every((row) => isOver(row.dataset.at, minute)),
  );
  const allEnded = ended.length === parts.length;
  const complete = first.dataset.date ? countsToCome(first, minute, allEnded) : !page.querySelector(".fp-list > p > button, .fp-pager [rel=next]");
  const over = [...parts].flatMap((part) =>
    [...part.querySelectorAll(".fp-session")].filter((row) => isOver(row.dataset.at, minute)),
  );
  if (!over.length) return;
  const fold = folded(page);
  const list = page.createElement("ul");
  list.className = "fp-sessions";
  list.append(...over);
  fold.append(list);
  fold.querySelector("summary span").textContent = n(
    "Over already (%(count)s thing)",
    "Over already (%(count)s things)",
    over.length,
  );
  if (first.dataset.date) first.querySelector("h2, h3").after(fold);
  else first.before(fold);
  if (!first.dataset.date) for (const part of ended) part.hidden = true;
  else if (allEnded) first.querySelector(":scope > .fp-sessions")?.remove();
  if (allEnded && complete) fold.after(nothing(page));
}

/** Lets a day say how many of the sessions that it leaves out are still to come; whether it is known that none is. */
function countsToCome(day, minute, allEnded) {
  const more = day.querySelector(":scope > [data-left-out]");
  if (!more) return !day.querySelector(":scope > p > a");
  const coming = more.dataset.leftOut.split(" ").filter((at) => !isOver(at, minute)).length;
  if (!coming) more.remove();
  else {
    (more.querySelector("a") ?? more).firstChild.data = allEnded
      ? n("%(count)s still to come today", "%(count)s still to come today", coming)
      : n("%(count)s more", "%(count)s more", coming);
  }
  return !coming;
}

/** Whether a session such as “630-720” has ended; one without an end has not. */
function isOver(at, minute) {
  const end = at?.split("-")[1];
  return Boolean(end) && Number(end) <= minute;
}

function nothing(page) {
  const words = page.createElement("p");
  words.className = "fp-nothing";
  words.textContent = t("Nothing more today.");
  return words;
}

function folded(page) {
  return page.getElementById("fp-fold").content.firstElementChild.cloneNode(true);
}

function markAsToday(box) {
  box.setAttribute("aria-current", "date");
  const word = box.ownerDocument.getElementById("fp-today").content.cloneNode(true);
  const heading = box.querySelector("h2, h3");
  const day = box.querySelector(".fp-month__day");
  if (heading) heading.append(" ", word);
  else if (day) day.after(" ", word);
  else box.prepend(word, " ");
}
