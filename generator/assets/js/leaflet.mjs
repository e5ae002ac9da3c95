// The QR code of a record's page on paper: on the leaflet once its link chooses it, and on the whole page when it is
// printed. What draws it comes once the browser has nothing else to do, since nothing can be waited for while it prints.

import { t } from "./words.mjs";

/**
 * @param {Document} page
 * @param {Window} view
 */
export function leaflet(page, view) {
  const part = page.getElementById("leaflet");
  if (part === null) return;
  const whole = page.querySelector(".fp-record__main");
  let draw = null;
  const load = async () => {
    draw ??= (await import("./qr-drawing.mjs")).qr;
    if (view.location.hash === "#leaflet") put(page, draw, part, part.querySelector("h2"));
  };
  view.addEventListener("hashchange", load);
  view.addEventListener("beforeprint", () => {
    if (draw !== null) put(page, draw, whole, whole.firstElementChild);
  });
  if (view.location.hash === "#leaflet") load();
  else if ("requestIdleCallback" in view) view.requestIdleCallback(load);
  else view.addEventListener("load", load);
}

/** Into a part of the page, before what stands there, unless it has it. */
function put(page, draw, part, before) {
  if (part.querySelector(":scope > .fp-qr") !== null) return;
  const drawn = draw(page, page.querySelector('meta[property="og:url"]').content, t("QR code of this page"));
  if (drawn === null) return; // the address stands there in letters, too
  const figure = page.createElement("figure");
  figure.className = "fp-qr";
  figure.append(drawn);
  before.before(figure);
}
