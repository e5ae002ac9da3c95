// Entries of a month's cell, the same as generator/templates/parts/cell.html makes of them: read from the page as
// values, and written into elements that are there already, because what is new has to be styled and laid out anew.

import { icon, iconAddress, made } from "../dom.mjs";

/**
 * An entry; `drawing` is the name of its icon, `word` an element that says what is special: its tag, class and text.
 * @typedef {{family: string, drawing: string, begins: string, address: string, title: string, struck: boolean,
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
  const word = wordIn(element);
  return {
    family: element.className,
    drawing: time.querySelector("use").getAttribute("href").split("#")[1],
    begins: time.textContent.trim(),
    address: link.getAttribute("href"),
    title: link.textContent,
    struck: link.firstElementChild !== null,
    word: word ? [word.localName, word.className, word.textContent] : null,
  };
}

/**
 * An element with an entry: the one that is there, with what differs written into it, or a new one.
 * @param {Document} page
 * @param {HTMLLIElement | undefined} element
 * @param {Entry} entry
 * @param {string} root
 */
export function written(page, element, entry, root) {
  const before = element && entryOf(element);
  if (!before || before.struck !== entry.struck || before.word?.[0] !== entry.word?.[0]) return drawn(page, entry, root);
  const [time, link] = element.children;
  const word = wordIn(element);
  if (before.family !== entry.family) element.className = entry.family;
  if (before.drawing !== entry.drawing) time.querySelector("use").setAttribute("href", iconAddress(entry.drawing, root));
  if (before.begins !== entry.begins) words(time).data = entry.struck ? entry.begins : ` ${entry.begins}`;
  if (before.address !== entry.address) link.setAttribute("href", entry.address);
  if (before.title !== entry.title) words(link).data = entry.title;
  if (word && before.word[1] !== entry.word[1]) word.className = entry.word[1];
  if (word && before.word[2] !== entry.word[2]) words(word).data = entry.word[2];
  known.set(element, entry);
  return element;
}

/** The word of an entry: a mark of what is kept is none, and comes and goes by itself. */
function wordIn(element) {
  return element.querySelector(":scope > :is(.fp-word, .fp-soft)");
}

/** The last text in an element. */
function words(element) {
  return element.lastChild.nodeType === 3 ? element.lastChild : words(element.lastChild);
}

function drawn(page, entry, root) {
  const { family, drawing, begins, address, title, struck, word } = entry;
  const time = made(page, "span", { class: "fp-month__time" }, icon(page, drawing, root));
  const link = made(page, "a", { href: address });
  time.append(...(struck ? [" ", made(page, "s", {}, begins)] : [` ${begins}`]));
  link.append(struck ? made(page, "s", {}, title) : title);
  const element = made(page, "li", { class: family }, time, " ", link);
  if (word) {
    const [tag, style, said] = word;
    element.append(" ", made(page, tag, { class: style }, said));
  }
  known.set(element, entry);
  return element;
}
