// The results as cards, twenty at a time, in parts with a heading each. Never endless: more come at a press.

import { size } from "../bits.mjs";
import { drawn } from "../cards.mjs";
import { made } from "../dom.mjs";
import { n } from "../words.mjs";
import { picked } from "./order.mjs";

/** How many cards come at a time. */
export const LEAF = 20;

/**
 * What is shown: sets of records, each in an order, under a heading or none; what stands on a card besides its words.
 * @typedef {{parts: {heading: string | null, bits: Uint32Array, order: Uint32Array}[],
 *   far: (record: number) => string | null, why: (record: number) => string | null}} Shown
 */

/**
 * A list that can be shown and gone on with.
 * @param {Document} page
 * @param {{list: HTMLElement, more: HTMLButtonElement, template: HTMLTemplateElement, root: string,
 *   cards: (records: number[]) => Promise<import("../cards.mjs").Card[]>, onFailure: () => void}} given
 */
export function results(page, { list, more, template, root, cards, onFailure }) {
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
    list.setAttribute("aria-busy", "true");
    let words;
    try {
      words = await cards(wanted.map(({ record }) => record));
    } catch {
      if (mine === turn) onFailure();
      return;
    }
    if (mine !== turn) return; // something else has been chosen meanwhile
    if (from === 0) list.replaceChildren();
    const before = list.querySelectorAll("li").length;
    wanted.forEach(({ part, record }, at) => put(part, card(words[at], record)));
    count = from + wanted.length;
    const left = shown.parts.reduce((sum, { bits }) => sum + size(bits), 0) - count;
    more.hidden = left <= 0;
    more.textContent = n("Show %(count)s more", "Show %(count)s more", Math.min(left, LEAF));
    list.removeAttribute("aria-busy");
    if (from > 0) list.querySelectorAll("li")[before]?.querySelector("h3 a").focus();
  }

  function put(part, article) {
    const id = `find-part-${part}`;
    let cardsOfPart = page.getElementById(id);
    if (cardsOfPart === null) {
      const { heading } = shown.parts[part];
      if (heading !== null) list.append(made(page, "h2", { class: "fp-find__part" }, heading));
      cardsOfPart = made(page, "ul", { class: "fp-cards", id });
      list.append(cardsOfPart);
    }
    cardsOfPart.append(made(page, "li", {}, article));
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
