// The QR code of an address as a drawing in the page, so that paper leads back to what may have changed since.

import { dots } from "./qr.mjs";

const SVG = "http://www.w3.org/2000/svg";
const QUIET = 4; // dots of white around it, as the standard asks

/** @param {Document} page @param {string} address @returns {SVGElement | null} */
export function qr(page, address) {
  const rows = dots(address);
  if (rows === null) return null;
  const size = rows.length + 2 * QUIET;
  const drawing = page.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", `0 0 ${size} ${size}`);
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", address);
  const path = page.createElementNS(SVG, "path");
  const marks = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")));
  path.setAttribute("d", marks.join(""));
  drawing.append(path);
  return drawing;
}
