// The results as cards, twenty at a time, in parts with a heading each. Never endless: more come at a press. The cards
// in view are drawn first; the places of the others are kept free until the page has been painted.

import { size } from "../bits.mjs";
import { drawn } from "../cards.mjs";
import { afterPaint, made } from "../dom.mjs";
import { n } from "../words.mjs";
import { picked } from "./order.mjs";

/** How many cards come at a time. */
export const LEAF = 20;

const FIRST = 2; // cards that are drawn at once at least
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
      for (let at = 0; at < rest.length; at += AT_ONCE) {
        await afterPaint(view);
        if (mine !== turn) return;
        fill(places, rest.slice(at, at + AT_ONCE), others.slice(at, at + AT_ONCE));
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
    const places = [...list.querySelectorAll("li")].map((one) => one.getBoundingClientRect());
    return places.flatMap(({ top, bottom }, at) => (bottom > 0 && top < view.innerHeight ? [at] : []));
  }

  /** Free places for cards, below their headings; in place of what is there, or behind it. */
  function room(wanted, from) {
    const places = new Map(wanted.map((one) => [one, made(page, "li")]));
    const parts = new Map();
    for (const [{ part }, place] of places) parts.set(part, [...(parts.get(part) ?? []), place]);
    const added = [];
    for (const [part, cardsOfPart] of parts) {
      const id = `find-part-${part}`;
      const there = from > 0 ? page.getElementById(id) : null;
      const { heading } = shown.parts[part];
      if (there) there.append(...cardsOfPart);
      else if (heading !== null) added.push(made(page, "h2", { class: "fp-find__part" }, heading));
      if (!there) added.push(made(page, "ul", { class: "fp-cards", id }, ...cardsOfPart));
    }
    if (from > 0) list.append(...added);
    else list.replaceChildren(...added);
    return places;
  }

  function fill(places, some, words) {
    some.forEach((one, at) => places.get(one).append(card(words[at], one.record)));
  }

  function goOn() {
    const left = shown.parts.reduce((sum, { bits }) => sum + size(bits), 0) - count;
    more.hidden = left <= 0;
    more.textContent = n("Show %(count)s more", "Show %(count)s more", Math.min(left, LEAF));
  }

  function card(words, record) {
    const [far, why] = [shown.far(record), shown.why(record)];
    const where = far === null ? words.where : `${words.where} · ${far}`;
    const article = drawn(template, { ...words, where }, root);
    if (why !== null) article.querySelector("h3 + p").after(made(page, "p", { class: "fp-why" }, why));
    return article;
  }

  return { show };
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
