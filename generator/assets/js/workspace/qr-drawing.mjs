// The QR code of an address as a drawing in the page, so that paper leads back to what may have changed since.

import { drawing, qr as rowsOf } from "../qr.mjs";

const SVG = "http://www.w3.org/2000/svg";

/** @param {Document} page @param {string} address @returns {SVGElement | null} */
export function qr(page, address) {
  const rows = rowsOf(address);
  if (rows === null) return null;
  const { size, path } = drawing(rows);
  const picture = page.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", address);
  const dark = page.createElementNS(SVG, "path");
  dark.setAttribute("d", path);
  picture.append(dark);
  return picture;
}
