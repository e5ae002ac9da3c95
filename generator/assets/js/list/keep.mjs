// On every page: the stars that keep a record in the list, and how many there are in the navigation.

import { say } from "../frame.mjs";
import { n, t } from "../words.mjs";
import { has, place, withItem, without } from "./items.mjs";
import { storeOf } from "./store.mjs";

/**
 * Lets each star show whether its record is kept, also those that scripts add or write anew later, and change that at a press.
 * @param {Document} page
 * @param {Window} view
 */
export function stars(page, view) {
  const store = storeOf(view);
  const draw = (found) => {
    const items = store.read();
    for (const star of found) show(star, has(items, place(star.dataset.star) ?? ""));
  };
  const all = () => {
    draw(page.querySelectorAll("[data-star]"));
    count(page, view);
  };
  page.addEventListener("click", (event) => {
    const star = event.target.closest("[data-star]");
    const at = star && place(star.dataset.star);
    if (!at) return;
    const items = store.read();
    const kept = store.write(has(items, at) ? without(items, at) : withItem(items, at));
    all();
    if (!kept) say(page, view, t("This browser does not allow us to keep a list."));
  });
  new view.MutationObserver((changes) => {
    const added = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeType === 1);
    const found = added.flatMap((part) => (part.isConnected ? [...part.querySelectorAll("[data-star]")] : []));
    const written = changes.filter(({ type }) => type === "attributes").map(({ target }) => target);
    if (found.length + written.length > 0) draw([...found, ...written]);
  }).observe(page.body, { childList: true, subtree: true, attributeFilter: ["data-star"] });
  view.addEventListener("storage", all); // another tab has changed it
  view.addEventListener("pageshow", (event) => event.persisted && all()); // back to a page that was only put aside
  all();
}

/** Says in the navigation how many things are kept. */
export function count(page, view) {
  const link = page.querySelector("[data-kept]");
  if (link === null) return; // a navigation of another kind
  const kept = storeOf(view).read().length;
  link.querySelector(".fp-kept-count")?.remove();
  if (kept === 0) return;
  const both = page.createElement("span");
  both.className = "fp-kept-count";
  const [seen, heard] = [page.createElement("span"), page.createElement("span")];
  seen.setAttribute("aria-hidden", "true");
  seen.textContent = ` (${kept})`;
  heard.className = "fp-vh";
  heard.textContent = ` ${n("%(count)s thing kept", "%(count)s things kept", kept)}`;
  both.append(seen, heard);
  link.append(both);
}

function show(star, kept) {
  if (star.getAttribute("aria-pressed") === String(kept)) return; // an icon that is named anew is loaded anew
  star.setAttribute("aria-pressed", String(kept));
  star.querySelector("[data-star-word]").textContent = kept ? t("Kept") : t("Keep");
  const drawing = star.querySelector("use");
  const [sprite] = drawing.getAttribute("href").split("#");
  drawing.setAttribute("href", `${sprite}#${kept ? "star" : "star-outline"}`);
}
