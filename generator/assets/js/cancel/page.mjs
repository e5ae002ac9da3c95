// The page for cancelling: the dates of the activity that the address names, a reason, and the ways to send it.

import { dayOf, startAndEnd } from "../days.mjs";
import { issueAddress, mailAddress, unmarked } from "../outgoing.mjs";
import { dayYear, t, time } from "../words.mjs";
import { message, slip, textAddress, title } from "./texts.mjs";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * What the page of an activity says: its name, its dates to come that are on, and how those who run it are reached.
 * @param {Document} record  may have been made days ago
 * @param {string} today
 */
function read(record, today) {
  const lines = [...record.querySelectorAll(".fp-dates > li[data-at]")];
  const on = lines.filter((line) => line.dataset.date >= today && !line.querySelector("s"));
  const first = (start) => record.querySelector(`.fp-box--next a[href^="${start}"]`)?.getAttribute("href");
  return {
    name: record.querySelector("h1").textContent,
    dates: on.map(({ dataset }) => ({ day: dataset.date, key: dataset.key, when: when(dataset) })),
    email: decodeURIComponent(first("mailto:")?.slice("mailto:".length).split("?")[0] ?? ""),
    phone: record.querySelector('.fp-box--next a[href^="tel:"]')?.textContent.trim(),
  };
}

function when({ date, at, called }) {
  const { start } = startAndEnd(at);
  const said = t("%(day)s, %(time)s", { day: dayYear(date), time: start === null ? t("all day") : time(start) });
  return called ? `${said}: ${called}` : said;
}

/**
 * Starts the page.
 * @param {Document} page
 * @param {URLSearchParams} asked
 * @param {(url: string) => Promise<Response>} get
 * @param {string} today
 */
async function cancelling(page, asked, get, today) {
  const id = asked.get("activity") ?? "";
  const area = page.getElementById("cancel");
  if (!ID.test(id)) return;
  const answer = await get(`../activities/${id}/`);
  if (!answer.ok) return;
  const record = read(new page.defaultView.DOMParser().parseFromString(await answer.text(), "text/html"), today);
  const part = (name) => area.querySelector(`[data-${name}]`);
  const session = page.getElementById("cancel-session");
  const why = page.getElementById("cancel-why");
  const none = record.dates.length === 0;
  page.getElementById("cancel-which").hidden = true;
  part("name").textContent = record.name;
  part("none").hidden = !none;
  part("state").hidden = none;
  area.querySelector("form").hidden = none;
  session.append(...record.dates.map((date, at) => new page.defaultView.Option(date.when, String(at))));
  const show = () => {
    const off = {
      ...record.dates[Number(session.value)],
      id,
      name: record.name,
      why: why.value,
      phone: record.phone || area.dataset.phone,
    };
    const ready = unmarked(off.why) !== "";
    part("ready").hidden = !ready;
    part("state").textContent = ready
      ? t("Ready to send: three steps below.")
      : t("When a reason stands there, the ways to send it appear below.");
    if (ready) fill(page, area, off, [...new Set([record.email, area.dataset.email].filter(Boolean))]);
  };
  session.addEventListener("change", show);
  why.addEventListener("input", show);
  area.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  area.hidden = false;
}

function fill(page, area, off, emails) {
  const to = (name) => area.querySelector(`[data-to="${name}"]`);
  const door = (name) => page.querySelector(`[data-door="${name}"]`);
  page.getElementById("cancel-slip").textContent = slip(off);
  page.getElementById("cancel-message").textContent = message(off);
  if (area.dataset.issue) to("issue").href = issueAddress(area.dataset.issue, title(off), slip(off));
  to("mail").href = mailAddress(emails, title(off), slip(off));
  to("text").href = textAddress(off);
  door("name").textContent = off.name;
  door("when").textContent = off.when;
  door("why").textContent = unmarked(off.why);
  door("phone").textContent = off.phone;
}

const area = globalThis.document?.getElementById("cancel");
if (area) {
  area.classList.add("is-loading");
  cancelling(document, new URLSearchParams(location.search), (url) => fetch(url), dayOf(new Date()))
    .catch(() => {}) // then one rings
    .finally(() => area.classList.remove("is-loading"));
}
