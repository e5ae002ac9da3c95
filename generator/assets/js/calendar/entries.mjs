// Entries of a month's cell, the same as generator/templates/parts/cell.html makes of them: read from the page as
// values, and written into elements that are there already, because what is new has to be styled and laid out anew. Words
// come first; drawings, each of which costs a browser more than all words of its cell, are put in by a call of their own.

import { iconFrame, made, pictured } from "../dom.mjs";

/**
 * An entry; `look` is its class, `drawing` the name of its icon, `word` an element that says what is special: its tag,
 * class and text.
 * @typedef {{look: string, drawing: string, begins: string, address: string, title: string, struck: boolean,
 *   word: [string, string, string] | null}} Entry
 */

const known = new WeakMap(); // element of an entry → the entry that stands in it

/**
 * The entry that stands in an element of the page.
 * @param {HTMLLIElement} element
 * @returns {Entry}
 */
export function entryOf(element) {
  if (!known.has(element)) known.set(element, read(element));
  return known.get(element);
}

function read(element) {
  const [time, link] = element.children;
  const word = element.querySelector(":scope > :is(.fp-word, .fp-soft)"); // a mark of what is kept is none
  return {
    look: element.className,
    drawing: time.querySelector("use").getAttribute("href").split("#")[1],
    begins: time.textContent.trim(),
    address: link.getAttribute("href"),
    title: link.textContent,
    struck: link.firstElementChild !== null,
    word: word ? [word.localName, word.className, word.textContent] : null,
  };
}

/**
 * An element with the words of an entry: the one that is there, with what differs written into it, or a new one. What
 * others have added to it for another record is taken off.
 * @param {Document} page
 * @param {HTMLLIElement | undefined} element
 * @param {Entry} entry
 */
export function written(page, element, entry) {
  const before = element && entryOf(element);
  if (!before || before.struck !== entry.struck) return drawn(page, entry);
  const time = element.firstElementChild;
  const link = time.nextElementSibling;
  if (before.look !== entry.look) element.className = entry.look;
  if (before.begins !== entry.begins) words(time).data = entry.struck ? entry.begins : ` ${entry.begins}`;
  if (before.address !== entry.address) {
    link.setAttribute("href", entry.address);
    const last = before.word ? link.nextElementSibling : link;
    if (element.lastElementChild !== last) element.lastElementChild.remove();
  }
  if (before.title !== entry.title) words(link).data = entry.title;
  if (String(before.word) !== String(entry.word)) {
    if (before.word) while (link.nextSibling) link.nextSibling.remove();
    if (entry.word) element.append(...special(page, entry.word));
  }
  known.set(element, entry);
  return element;
}

/** Shows the drawing of the entry that stands in an element. */
export function illustrated(element, root) {
  pictured(element.querySelector(".fp-icon"), entryOf(element).drawing, root);
}

/** The last text in an element. */
function words(element) {
  return element.lastChild.nodeType === 3 ? element.lastChild : words(element.lastChild);
}

function special(page, [tag, style, said]) {
  return [" ", made(page, tag, { class: style }, said)];
}

function drawn(page, entry) {
  const { look, begins, address, title, struck, word } = entry;
  const time = made(page, "span", { class: "fp-month__time" }, iconFrame(page));
  const link = made(page, "a", { href: address });
  time.append(...(struck ? [" ", made(page, "s", {}, begins)] : [` ${begins}`]));
  link.append(struck ? made(page, "s", {}, title) : title);
  const element = made(page, "li", { class: look }, time, " ", link, ...(word ? special(page, word) : []));
  known.set(element, entry);
  return element;
}
