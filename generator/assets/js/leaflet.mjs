// The leaflet of a record, which its link chooses: it gets the QR code of the page once somebody wants it.

import { t } from "./words.mjs";

/**
 * @param {Document} page
 * @param {Window} view
 */
export function leaflet(page, view) {
  const part = page.getElementById("leaflet");
  if (part === null) return;
  const draw = async () => {
    if (view.location.hash !== "#leaflet") return;
    const { qr } = await import("./qr-drawing.mjs");
    if (part.querySelector(".fp-qr")) return;
    const figure = page.createElement("figure");
    figure.className = "fp-qr";
    const address = page.querySelector('meta[property="og:url"]').content;
    const drawn = qr(page, address, t("QR code of this page"));
    if (drawn === null) return; // the address stands there in letters, too
    figure.append(drawn);
    part.querySelector("h2").before(figure);
  };
  view.addEventListener("hashchange", draw);
  draw();
}
