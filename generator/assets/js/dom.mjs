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
  return pictured(iconFrame(page), name, root);
}

/** The place of an icon that is not there yet: as large as it will be, and cheap. */
export function iconFrame(page) {
  const drawing = page.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "fp-icon");
  drawing.setAttribute("aria-hidden", "true");
  return drawing;
}

/** An icon that shows this drawing from now on; a browser builds it anew, so that is done only where it differs. */
export function pictured(drawing, name, root) {
  const use = drawing.firstElementChild ?? drawing.appendChild(drawing.ownerDocument.createElementNS(SVG, "use"));
  const address = iconAddress(name, root);
  if (use.getAttribute("href") !== address) use.setAttribute("href", address);
  return drawing;
}

/** Where the drawing of an icon is, as `icon` has it. */
function iconAddress(name, root) {
  return root === null ? `#${name}` : `${root}assets/icons.svg#${name}`;
}

/** Sets the words of an element that holds nothing else: into the text that is there, which costs less than a new one. */
export function worded(element, words) {
  const text = element.firstChild;
  if (text?.nodeType !== 3 || text !== element.lastChild) element.textContent = words;
  else if (text.data !== words) text.data = words;
}

/** Puts elements into one in this order; those that stand where they belong are not touched. */
export function placed(parent, children) {
  for (const one of [...parent.children]) if (!children.includes(one)) one.remove();
  children.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

/** What long work awaits between its steps: it goes on at once, but every few milliseconds lets the page do something else. */
export function breaks(view, most = 8) {
  let since = view.performance.now();
  return async () => {
    if (view.performance.now() - since < most) return;
    await new Promise((go) => view.setTimeout(go));
    since = view.performance.now();
  };
}

/** Resolves when the browser has nothing else to do. */
export function whenIdle(view) {
  return new Promise((go) => (view.requestIdleCallback ?? view.setTimeout).call(view, () => go()));
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
