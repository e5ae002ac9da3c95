// The results under a search box: the first few as a list of links, why each is there, and the way to all of them.
// Arrow keys go through the list, Escape closes it. A status line says how many there are once typing rests.

import { dayOf } from "../days.mjs";
import { icon, made } from "../dom.mjs";
import { n, t } from "../words.mjs";
import { leaveWords } from "./handover.mjs";
import { cardsOf, prepare, search } from "./search.mjs";
import { dayMeant } from "./when.mjs";
import { whyWords } from "./why.mjs";

const FEW = 6;
const PAGES = 3;
const REST = 150; // milliseconds without a key before a search
const SAY_AFTER = 500;
const SHORTEST = 2;

/**
 * Gives a box its results.
 * @param {HTMLFormElement} form
 * @param {Document} page
 * @param {Window} view
 * @returns {{typed: () => void}}
 */
export function searchBox(form, page, view) {
  const input = form.querySelector("input[type=search]");
  const base = new URL("..", form.action).href;
  const panel = made(page, "div", { class: "fp-found", hidden: true });
  const status = made(page, "p", { class: "fp-vh", role: "status" });
  form.append(panel, status);
  prepare(base);
  let timer = 0;
  let saying = 0;
  let asked = 0;
  let isTyping = false;

  const say = (words) => {
    view.clearTimeout(saying);
    saying = view.setTimeout(() => {
      status.textContent = words;
    }, SAY_AFTER);
  };
  const close = () => {
    asked += 1; // what is still on its way comes too late
    view.clearTimeout(timer);
    view.clearTimeout(saying);
    status.textContent = "";
    panel.hidden = true;
    panel.removeAttribute("aria-busy");
  };
  const show = (parts, words) => {
    panel.replaceChildren(...parts);
    panel.hidden = false;
    say(words);
  };

  const look = async () => {
    isTyping = false;
    const words = input.value.trim();
    if (words.length < SHORTEST) {
      close();
      return;
    }
    asked += 1;
    const own = asked;
    try {
      const result = await search(words, base);
      const shown = result.found.slice(0, FEW);
      const cards = await cardsOf(shown.map((one) => one.record), base);
      const isReading = panel.contains(page.activeElement); // the link under the reader's hand must not go
      if (own !== asked || isReading) return;
      const when = dayMeant(words, dayOf(new Date()));
      const parts = [
        ...(when ? [dayLink(page, base, when)] : []),
        ...(result.corrected ? [correction(page, result.corrected)] : []),
        ...results(page, base, shown.map((one, at) => ({ ...cards[at], why: one.why }))),
        ...pages(page, base, result.prose.slice(0, PAGES)),
      ];
      if (isBegun(result)) parts.push(made(page, "p", {}, goOnWords()));
      else if (!shown.length && !result.prose.length) parts.push(...(when ? [] : [nothing(page)]));
      else parts.push(foot(page, view, form, words, result));
      show(parts, when ? `${when.words}. ${told(result)}` : told(result));
    } catch (error) {
      if (own !== asked) return;
      const failed = t("The list could not be loaded. Try again, or look by kind.");
      show([made(page, "p", {}, failed)], failed);
      view.console.error(String(error.message)); // says which file, never which words
    } finally {
      if (own === asked && !isTyping) panel.removeAttribute("aria-busy");
    }
  };

  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      event.preventDefault(); // else Chromium empties the box, too
      event.stopPropagation();
      close();
      input.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      step(event, panel, input);
    }
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  page.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) close();
  });

  return {
    typed() {
      isTyping = true;
      panel.setAttribute("aria-busy", "true"); // until what it shows is for what stands in the box
      view.clearTimeout(timer);
      timer = view.setTimeout(look, REST);
    },
  };
}

/** Up and down go through the links; up from the first goes back to the box. */
function step(event, panel, input) {
  if (panel.hidden) return;
  const links = [...panel.querySelectorAll("a")];
  const at = links.indexOf(event.target.closest("li")?.querySelector("a") ?? event.target); // a star is of its line
  if (at < 0 && (event.target !== input || event.key === "ArrowUp")) return;
  event.preventDefault();
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  (next < 0 ? input : (links[next] ?? links[at])).focus();
}

/** A word of two letters that nothing has is most likely the beginning of one. */
function isBegun({ found, prose, begun }) {
  return begun && found.length + prose.length === 0;
}

function goOnWords() {
  return t("Go on typing. From three letters on we find words that begin like this.");
}

function told(result) {
  const { found, corrected, prose } = result;
  if (isBegun(result)) return goOnWords();
  const count = found.length + prose.length;
  const said = count
    ? n("%(count)s result. The down arrow leads to it.", "%(count)s results. The down arrow leads to them.", count)
    : t("Nothing has these words.");
  return corrected ? `${t("Showing results for “%(words)s”.", { words: corrected })} ${said}` : said;
}

function dayLink(page, base, { day, words }) {
  const link = made(page, "a", { href: `${base}calendar/${day}/` }, icon(page, "calendar-month", base), words);
  return made(page, "p", { class: "fp-found__note" }, link);
}

function correction(page, words) {
  return made(page, "p", { class: "fp-found__note" }, t("Showing results for “%(words)s”.", { words }));
}

function results(page, base, found) {
  return found.length ? [list(page, base, found, ({ url, name }) => star(page, base, url, name))] : [];
}

function pages(page, base, found) {
  if (!found.length) return [];
  return [made(page, "p", { class: "fp-found__head" }, t("Places and pages")), list(page, base, found.map((one) => ({ ...one, name: one.title })))];
}

/** What keeps a result in the list; list/keep.mjs says whether it is kept, and does it. */
function star(page, base, url, name) {
  return made(
    page,
    "button",
    { class: "fp-keep", type: "button", "aria-pressed": "false", "data-star": url },
    icon(page, "star-outline", base),
    made(page, "span", { "data-star-word": true }, t("Keep")),
    made(page, "span", { class: "fp-vh" }, `: ${name}`),
  );
}

function list(page, base, found, more = () => null) {
  const items = found.map((one) => {
    const { url, name, kind, line, why } = one;
    const link = made(
      page,
      "a",
      { class: "fp-found__one", href: base + url },
      made(page, "b", {}, name),
      made(page, "span", { class: "fp-found__kind" }, kind),
      made(page, "span", { class: "fp-found__line" }, line),
      made(page, "span", { class: "fp-found__why" }, whyWords(why)),
    );
    return made(page, "li", {}, link, more(one));
  });
  return made(page, "ul", { class: "fp-found__list", role: "list" }, ...items); // without marks it is none to Safari
}

function nothing(page) {
  const phone = page.querySelector(".fp-footer .fp-bigphone")?.textContent ?? "";
  const words = t("Try fewer words or others. Or ring %(phone)s and we look together with you.", { phone });
  return made(page, "p", {}, made(page, "strong", {}, t("Nothing has these words.")), ` ${words}`);
}

function foot(page, view, form, words, { found, broad }) {
  const all = { class: "fp-btn fp-btn--go", href: form.action, onclick: () => leaveWords(view, words) };
  const said = n("See %(count)s result in the list", "All %(count)s results", found.length);
  return made(
    page,
    "div",
    { class: "fp-found__foot" },
    broad ? made(page, "strong", {}, t("Nearly everything here has that. Add a word.")) : null,
    found.length ? made(page, "a", all, said) : null,
    made(page, "span", {}, t("Your words stay on this device.")),
    made(page, "span", { class: "fp-found__keys" }, t("Ctrl and K lead here from every page.")),
  );
}
