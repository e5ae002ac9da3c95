// The frame that every page has: menu, Help now, Leave, colours, copy and print buttons. All of it is in the HTML
// already; a page without scripts loses comfort and nothing else.

import { presses } from "./presses.mjs";
import { t } from "./words.mjs";

/** On narrow screens the main navigation opens and closes. */
export function menu(page) {
  const button = page.querySelector(".fp-menu");
  const list = page.getElementById("menu");
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    list.classList.toggle("is-open", open);
  };
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  button.addEventListener("click", () => show(!isOpen()));
  onEscape(page, () => {
    if (!isOpen()) return;
    show(false);
    if (list.contains(page.activeElement)) button.focus();
  });
}

/** Escape closes the help panel and goes back to its button. */
export function help(page) {
  const panel = page.querySelector(".fp-help");
  onEscape(page, () => {
    if (!panel.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
}

/** Leaving empties the page, forgets what this tab keeps, and takes the page out of the way of the Back button. */
export function leave(page, view) {
  const link = page.querySelector(".fp-leave");
  const go = () => {
    page.title = "";
    page.body.replaceChildren();
    forget(view);
    view.location.replace(link.href);
  };
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go();
  });
  let soFar = { count: 0, at: 0 };
  page.addEventListener("keydown", (event) => {
    if (event.repeat) return;
    soFar = presses(soFar, { key: event.key, at: event.timeStamp }, { key: "Shift", within: 1500 });
    if (soFar.count === 3) go();
  });
}

const COLOURS = "fingerpost-colours"; // early.js reads it too

/** "How it looks": light, dark, or as the device has it, which leaves nothing behind. */
export function colours(page, view) {
  const radios = [...page.querySelectorAll("input[name=colours]")];
  const current = page.documentElement.dataset.theme ?? "device";
  for (const radio of radios) {
    radio.checked = radio.value === current;
    radio.addEventListener("change", () => {
      const { dataset } = page.documentElement;
      if (radio.value === "device") delete dataset.theme;
      else dataset.theme = radio.value;
      try {
        if (radio.value === "device") view.localStorage.removeItem(COLOURS);
        else view.localStorage.setItem(COLOURS, radio.value);
      } catch {
        // Storage may be forbidden; then the choice holds for this page.
      }
    });
  }
}

/**
 * Buttons that copy their `data-copy`, or the text of the element that `data-copy-from` names; the button and the
 * status line say whether it is done.
 */
export function copyButtons(page, view) {
  page.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy], [data-copy-from]");
    if (!button) return;
    const text = button.dataset.copy ?? page.getElementById(button.dataset.copyFrom).textContent;
    const words = copyWords(await copied(view, text));
    say(page, view, words);
    button.querySelector("[data-copy-word]").textContent = words;
  });
}

/** Puts a text on the clipboard; whether that was allowed: where a site comes without encryption, there is none. */
export async function copied(view, text) {
  try {
    await view.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** What is said of a text that stands there to be read, too. */
export function copyWords(isCopied) {
  return isCopied ? t("Copied") : t("It could not be copied. Select it and copy it by hand.");
}

/** Tells those who hear the page. The same words twice are read out once only, so the line is emptied first. */
export function say(page, view, words) {
  const line = page.getElementById("fp-said");
  line.textContent = "";
  view.setTimeout(() => (line.textContent = words), 50);
}

/** Buttons that open the browser's print window, also those that come with another page of the calendar. */
export function printButtons(page, view) {
  page.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) view.print();
  });
}

/** QR codes and some lists are folded away on screen, where one press opens them; paper has no presses. */
export function unfoldForPaper(page, view) {
  let unfolded = [];
  view.addEventListener("beforeprint", () => {
    unfolded = [...page.querySelectorAll("details:not([open])")].filter(
      (fold) => fold.matches(".fp-fold--printed") || fold.querySelector(".fp-qr"),
    );
    for (const fold of unfolded) fold.open = true;
  });
  view.addEventListener("afterprint", () => {
    for (const fold of unfolded) fold.open = false;
  });
}

function onEscape(page, then) {
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") then();
  });
}

function forget(view) {
  try {
    view.sessionStorage.clear();
  } catch {
    // Storage may be forbidden; then there is nothing to forget.
  }
}
