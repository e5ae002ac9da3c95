// "Add to my calendar": a session of a page as a file for the reader's calendar. What it says stands in the page.

import { dayOf, startAndEnd } from "./days.mjs";
import { give } from "./give.mjs";
import { copyFile, copyNote } from "./ics.mjs";
import { dayFrom, t, time } from "./words.mjs";

/** The file's name: "dominoes-and-draughts-2026-12-02.ics". */
export function fileName(session) {
  const name = session.title.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return `${name.slice(0, 60) || "fingerpost"}-${session.day}.ics`;
}

/**
 * Gives the reader a file with sessions.
 * @param {Document} page
 * @param {import("./ics.mjs").Kept[]} sessions
 * @param {string} name
 */
export function keep(page, sessions, name) {
  give(page, copyFile(sessions, new Date()), "text/calendar", name);
}

/**
 * On the page of an activity: one of its dates to come, though the page may have been made days ago.
 * @param {Document} page
 */
export function oneDate(page) {
  const form = page.querySelector("[data-one-date]");
  const today = dayOf(new Date());
  const dates = [...page.querySelectorAll(".fp-dates > li[data-at]")].filter((line) => line.dataset.date >= today);
  if (!form || !dates.length) return;
  const choice = form.querySelector("select");
  choice.append(...dates.map((line, at) => new Option(whenWords(line.dataset, today), String(at))));
  form.querySelector("[data-note]").textContent = copyNote();
  form.querySelector("button").addEventListener("click", () => {
    const line = dates[Number(choice.value)];
    const session = {
      url: address(page),
      title: line.dataset.called ?? page.querySelector("h1").textContent,
      day: line.dataset.date,
      ...startAndEnd(line.dataset.at),
      zone: form.dataset.zone,
      place: line.dataset.place ?? form.dataset.place,
      text: form.dataset.text,
    };
    keep(page, [session], fileName(session));
  });
  form.hidden = false;
}

function whenWords({ date, at, called }, today) {
  const { start } = startAndEnd(at);
  const when = t("%(day)s, %(time)s", {
    day: dayFrom(today, date),
    time: start === null ? t("all day") : time(start),
  });
  return called ? `${when}: ${called}` : when;
}

/** Where the world finds this page, whatever the host that shows it. */
function address(page) {
  return page.querySelector('meta[property="og:url"]').content;
}

/**
 * On the page of a day: a button in each row that is not cancelled.
 * @param {Document} page
 * @param {Iterable<Element>} rows
 * @param {string} on    the day
 * @param {string} zone  whose clocks the rows tell
 */
export function rowButtons(page, rows, on, zone) {
  for (const row of rows) {
    if (row.querySelector("s, [data-keep]")) continue;
    const title = row.querySelector("a");
    const line = page.getElementById("fp-keep").content.firstElementChild.cloneNode(true);
    const button = line.querySelector("[data-keep]");
    for (const name of line.querySelectorAll(".fp-vh")) name.textContent = `: ${title.textContent}`;
    line.querySelector("[data-star]").dataset.star = kept(title);
    button.addEventListener("click", () => {
      const session = {
        url: new URL(title.getAttribute("href"), address(page)).href,
        title: title.textContent,
        day: on,
        ...startAndEnd(row.dataset.at),
        zone,
        place: place(row),
        text: t("Look at the page or ring before you go."),
      };
      keep(page, [session], fileName(session));
      button.nextElementSibling.textContent = copyNote();
    });
    row.querySelector("div").append(line);
  }
}

/**
 * In the rows of a week or a list: a star, which keeps the activity.
 * @param {Document} page
 * @param {Iterable<Element>} rows
 */
export function rowStars(page, rows) {
  const template = page.getElementById("fp-star");
  if (template === null) return;
  for (const row of rows) {
    if (row.querySelector("[data-star]")) continue;
    const title = row.querySelector("a");
    const star = template.content.firstElementChild.cloneNode(true);
    star.querySelector(".fp-vh").textContent = `: ${title.textContent}`;
    star.dataset.star = kept(title);
    row.append(star);
  }
}

/** What a star in a row keeps: the place of what the row leads to. */
function kept(title) {
  return /(?:activities|resources)\/[^/]+\/$/.exec(title.getAttribute("href"))?.[0] ?? "";
}

/** The place in a row, which stands before what kind of thing it is. */
function place(row) {
  return row.querySelector("div > p:nth-of-type(2)").firstChild.textContent.trim();
}
