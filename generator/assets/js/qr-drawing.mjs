// The QR code of an address as a drawing in the page, so that paper leads back to what may have changed since.

import { drawing, qr as rowsOf } from "./qr.mjs";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Black on white whatever the colours of the page, as cameras need it.
 * @param {Document} page
 * @param {string} address
 * @param {string} [label]  what it is, for those who do not see it
 * @returns {SVGElement | null}  null where the address is too long
 */
export function qr(page, address, label = address) {
  const rows = rowsOf(address);
  if (rows === null) return null;
  const { size, path } = drawing(rows);
  const picture = page.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${size} ${size}`);
  picture.setAttribute("shape-rendering", "crispEdges");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  for (const [fill, d] of [["#fff", `M0 0h${size}v${size}H0z`], ["#000", path]]) {
    const part = page.createElementNS(SVG, "path");
    part.setAttribute("fill", fill);
    part.setAttribute("d", d);
    picture.append(part);
  }
  return picture;
}
