// Elements from scripts. Words are only ever set as text.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes and children (elements or texts); `on…` are listeners, and false or null leaves one out.
 * @param {Document} page
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null)} children
 */
export function made(page, tag, attributes = {}, ...children) {
  const element = page.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** An icon of the sprite; `root` is the way to the top of the site, null where the sprite stands in the page itself. */
export function icon(page, name, root) {
  const drawing = page.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "fp-icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = page.createElementNS(SVG, "use");
  use.setAttribute("href", iconAddress(name, root));
  drawing.append(use);
  return drawing;
}

/** Where the drawing of an icon is, as `icon` has it. */
export function iconAddress(name, root) {
  return root === null ? `#${name}` : `${root}assets/icons.svg#${name}`;
}

/** Resolves just before the page is painted next, or soon where it is not in view and nothing is painted. */
export function beforePaint(view) {
  return new Promise((go) => {
    const late = view.setTimeout(go, 100);
    view.requestAnimationFrame(() => {
      view.clearTimeout(late);
      go();
    });
  });
}

/** Resolves once the page has been painted, or soon where it is not in view and nothing is painted. */
export function afterPaint(view) {
  return beforePaint(view).then(() => new Promise((go) => view.setTimeout(go)));
}
