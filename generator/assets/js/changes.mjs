// "Changes today" of a page that is read on another day than it was made on: the build knew of the days after, too.

import { dayOf } from "./days.mjs";
import { t } from "./words.mjs";

/**
 * Puts the changes of the reader's today in the place of those of the day on which the page was made.
 * @param {Document} page
 * @param {Date} now
 * @param {(url: URL) => Promise<Response>} get
 */
export async function changesToday(page, now, get) {
  const box = page.querySelector("[data-changes]");
  const today = dayOf(now);
  if (!box || box.dataset.changes === today) return;
  box.replaceChildren(); // what was different on another day must not be taken for today's
  const top = new URL("../../", import.meta.url);
  const answer = await get(new URL("data/calendar/changes.json", top));
  if (!answer.ok) return;
  const { known, days } = await answer.json();
  const different = days[today];
  if (different) box.append(notice(page, different, known, top, today));
}

function notice(page, { found, more }, known, top, today) {
  const made = (tag, className, ...inside) => {
    const element = page.createElement(tag);
    if (className) element.className = className;
    element.append(...inside);
    return element;
  };
  const link = (url, words) => {
    const element = made("a", "", words);
    element.href = new URL(url, top).href;
    return element;
  };
  const items = found.map(([url, title, word, text]) =>
    made("li", "", link(url, title), ": ", made("strong", "", word), " ", text),
  );
  return made(
    "section",
    "fp-notice fp-notice--check",
    made("h2", "", t("Changes today")),
    made("ul", "fp-changes", ...items),
    ...(more ? [made("p", "", link(`calendar/${today}/`, more))] : []),
    made("p", "fp-soft", known),
  );
}
