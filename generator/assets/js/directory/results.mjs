// The results as cards, twenty at a time, in parts with a heading each. Never endless: more come at a press. Records are
// written into the cards that stand, those in view first; the others follow when the page has been painted.

import { size } from "../bits.mjs";
import { drawn, rewrite } from "../cards.mjs";
import { afterPaint, beforePaint, made, placed } from "../dom.mjs";
import { n } from "../words.mjs";
import { picked } from "./order.mjs";

/** How many cards come at a time. */
const LEAF = 20;

const FIRST = 2; // cards that are drawn at once at least
const SEEN = 6; // cards that a large window shows at once
const AT_ONCE = 6; // cards that are drawn between two frames

/**
 * What is shown: sets of records, each in an order, under a heading or none; what stands on a card besides its words.
 * @typedef {{parts: {heading: string | null, bits: Uint32Array, order: Uint32Array}[],
 *   far: (record: number) => string | null, why: (record: number) => string | null}} Shown
 */

/**
 * A list that can be shown and gone on with.
 * @param {Document} page
 * @param {Window} view
 * @param {{list: HTMLElement, more: HTMLButtonElement, template: HTMLTemplateElement, root: string,
 *   cards: (records: number[]) => Promise<import("../cards.mjs").Card[]>, onFailure: () => void}} given
 */
export function results(page, view, { list, more, template, root, cards, onFailure }) {
  let shown = null;
  let turn = 0;
  let count = 0;

  more.addEventListener("click", () => draw(count));

  /** @param {Shown} next */
  function show(next) {
    shown = next;
    return draw(0);
  }

  async function draw(from) {
    const mine = ++turn;
    const wanted = leaf(shown.parts, from, LEAF);
    const [first, rest] = byNeed(wanted, from > 0 ? [] : inView());
    const words = (some) => cards(some.map(({ record }) => record));
    const [coming, later] = [words(first), words(rest)];
    later.catch(() => {}); // told below, if it is still wanted then
    list.setAttribute("aria-busy", "true");
    try {
      const known = await coming;
      if (mine !== turn) return; // something else has been chosen meanwhile
      const places = room(wanted, from);
      fill(places, first, known);
      count = from + wanted.length;
      goOn();
      if (from > 0) places.get(wanted[0])?.querySelector("h3 a").focus();
      const others = await later;
      await beforePaint(view);
      if (mine !== turn) return;
      let at = 0;
      const more = (amount) => {
        fill(places, rest.slice(at, at + amount), others.slice(at, at + amount));
        at += amount;
      };
      while (at < rest.length && isInView(places.get(rest[at]))) more(1); // others have got lower, so it has come up
      while (at < rest.length) {
        await afterPaint(view);
        if (mine !== turn) return;
        more(AT_ONCE);
      }
    } catch (error) {
      if (mine !== turn) return;
      console.warn(error);
      list.removeAttribute("aria-busy");
      onFailure();
      return;
    }
    list.removeAttribute("aria-busy");
  }

  /** Which places of the list are in view now, so that what comes there is drawn first. */
  function inView() {
    return [...list.querySelectorAll("li")].flatMap((one, at) => (isInView(one) ? [at] : []));
  }

  function isInView(place) {
    const { top, bottom } = place.getBoundingClientRect();
    return bottom > 0 && top < view.innerHeight;
  }

  /**
   * Places for cards, below their headings: those that stand, as far as they reach, else free ones; for cards that come
   * at a press behind all that stand.
   */
  function room(wanted, from) {
    const places = new Map();
    const parts = from > 0 ? [...list.children] : [];
    for (const part of new Set(wanted.map((one) => one.part))) {
      const mine = wanted.filter((one) => one.part === part);
      const cardsOfPart = page.getElementById(`find-part-${part}`) ?? made(page, "ul", { class: "fp-cards", id: `find-part-${part}` });
      const kept = from > 0 ? [...cardsOfPart.children] : [];
      const items = mine.map((_, at) => cardsOfPart.children[kept.length + at] ?? made(page, "li"));
      mine.forEach((one, at) => places.set(one, items[at]));
      placed(cardsOfPart, [...kept, ...items]);
      if (!parts.includes(cardsOfPart)) parts.push(...headed(shown.parts[part].heading, cardsOfPart));
    }
    placed(list, parts);
    return places;
  }

  /** A part of the list with its heading, where it has one. */
  function headed(heading, cardsOfPart) {
    const before = cardsOfPart.previousElementSibling;
    if (before?.localName === "h2" && before.textContent === heading) return [before, cardsOfPart];
    return heading === null ? [cardsOfPart] : [made(page, "h2", { class: "fp-find__part" }, heading), cardsOfPart];
  }

  function fill(places, some, words) {
    some.forEach((one, at) => card(places.get(one), words[at], one.record));
  }

  function goOn() {
    const left = shown.parts.reduce((sum, { bits }) => sum + size(bits), 0) - count;
    more.hidden = left <= 0;
    more.textContent = n("Show %(count)s more", "Show %(count)s more", Math.min(left, LEAF));
  }

  function card(place, words, record) {
    const [far, why] = [shown.far(record), shown.why(record)];
    const says = { ...words, where: far === null ? words.where : `${words.where} · ${far}` };
    if (place.firstElementChild) rewrite(place.firstElementChild, says, root);
    else place.append(drawn(template, says, root));
    place.querySelector(".fp-why")?.remove();
    if (why !== null) place.querySelector("h3 + p").after(made(page, "p", { class: "fp-why" }, why));
  }

  /** Loads the words of the cards that would be seen first, and draws them once where nobody sees it. */
  async function expect(parts) {
    const coming = await cards(leaf(parts, 0, SEEN).map(({ record }) => record));
    let article = null;
    for (const words of coming) {
      if (article) rewrite(article, words, root);
      article ??= drawn(template, words, root);
    }
  }

  return { show, expect };
}

/** Those that come into places in view, and the others; some are always among the first. */
function byNeed(wanted, inView) {
  const isFirst = (_, at) => at < FIRST || inView.includes(at);
  return [wanted.filter(isFirst), wanted.filter((one, at) => !isFirst(one, at))];
}

/** The records of some parts one after another, so many after the first `from`. */
export function leaf(parts, from, most) {
  const found = [];
  let skip = from;
  parts.forEach(({ bits, order }, part) => {
    const here = size(bits);
    if (found.length < most && skip < here) {
      found.push(...picked(order, bits, skip, most - found.length).map((record) => ({ part, record })));
    }
    skip = Math.max(0, skip - here);
  });
  return found;
}
