// Cards of records: their words come in blocks that the build prepared, the same as in the static lists; each is put
// into a copy of a card that stands in the page as a template. Words are only ever set as text.

import { FOLDER, loaded } from "./columns.mjs";
import { pictured, worded } from "./dom.mjs";

/**
 * The words of a card; what a record lacks is not there.
 * @typedef {{url: string, family: string, category: string, icon: string, title: string, summary: string, when?: string,
 *   next?: string, where: string, cost: string, at_home?: string, step: string,
 *   state?: {style: string, icon: string, tag: string}, marks: {answer: string, icon: string, words: string}[],
 *   fresh: {level: string, words: string}}} Card
 */

/**
 * A function that gives the cards of record numbers; blocks are fetched once.
 * @param {import("./columns.mjs").Catalogue} catalogue
 * @param {string} root  the way to the top of the site
 * @param {typeof fetch} fetch
 * @returns {(records: number[]) => Promise<Card[]>}
 */
export function cardLoader(catalogue, root, fetch) {
  const blocks = new Map();
  const block = (number) => {
    if (!blocks.has(number)) {
      const coming = loaded(`${root}${FOLDER}cards/${number}.json`, fetch, catalogue.order);
      coming.catch(() => blocks.delete(number)); // so that it can be tried again
      blocks.set(number, coming);
    }
    return blocks.get(number);
  };
  return (records) =>
    Promise.all(
      records.map(async (record) => {
        const { cards } = await block(Math.floor(record / catalogue.block));
        return cards[record % catalogue.block];
      }),
    );
}

const written = new WeakMap(); // card on the page → its parts, and what they say

/**
 * A card as an element: a copy of the template with the words of a record.
 * @param {HTMLTemplateElement} template  holds one card in which everything that may be there is there
 * @param {Card} card
 * @param {string} root
 */
export function drawn(template, card, root) {
  const article = template.content.querySelector(".fp-card").cloneNode(true);
  written.set(article, { parts: partsOf(article), says: null });
  rewrite(article, card, root);
  return article;
}

/**
 * Writes another record into a card that `drawn` has made. A browser styles, lays out and paints what is new; so only
 * what differs is touched.
 * @param {Element} article
 * @param {Card} card
 * @param {string} root
 */
export function rewrite(article, card, root) {
  const { parts, says } = written.get(article);
  written.set(article, { parts, says: card });
  const differs = (name) => says === null || says[name] !== card[name]; // what a template says is nobody's
  if (differs("family")) {
    article.className = `fp-card fp-edge--${card.family}`;
    parts.kind.className = `fp-cat f-${card.family}`;
  }
  if (differs("icon") || differs("category")) named(parts.kind, card.icon, card.category, root);
  if (differs("url")) {
    parts.keep.dataset.star = card.url;
    parts.title.setAttribute("href", root + card.url);
  }
  if (differs("title")) {
    worded(parts.keep.lastElementChild, `: ${card.title}`);
    worded(parts.title, card.title);
  }
  stated(parts, card.state, root);
  if (differs("summary")) worded(parts.summary, card.summary);
  if (differs("when") || differs("next")) timed(parts, card);
  if (differs("at_home")) named(parts.where, card.at_home ?? "map-marker", undefined, root);
  if (differs("where")) worded(parts.where.lastElementChild, card.where);
  if (differs("cost")) worded(parts.cost.lastElementChild, card.cost);
  marked(parts, card.marks, root);
  if (differs("step")) worded(parts.step, card.step);
  if (says?.fresh.words !== card.fresh.words || says?.fresh.level !== card.fresh.level) {
    const doubtful = card.fresh.level === "doubtful";
    parts.fresh.classList.toggle("fp-fresh--old", doubtful);
    named(parts.fresh, doubtful ? "help-circle" : "account-check", card.fresh.words, root);
  }
}

function partsOf(article) {
  const find = (selector) => article.querySelector(selector);
  const [when, where, cost, access] = article.querySelectorAll(".fp-facts > div");
  return {
    top: find(".fp-card__top"),
    kind: find(".fp-cat"),
    keep: find(".fp-keep"),
    tags: find(".fp-tags"),
    title: find("h3 a"),
    summary: find("h3 + p"),
    facts: find(".fp-facts"),
    when,
    next: when.querySelector(".fp-facts__more"),
    where,
    cost,
    access,
    mark: access.querySelector(".fp-yn"),
    step: find(".fp-arm"),
    fresh: find(".fp-fresh"),
  };
}

function stated({ top, tags }, state, root) {
  if (!state) {
    tags.remove();
    return;
  }
  const tag = tags.firstElementChild;
  tag.className = `fp-tag fp-tag--${state.style}`;
  named(tag, state.icon, state.tag, root);
  if (tags.parentElement === null) top.after(tags);
}

function timed({ facts, when: row, next: more }, { when, next }) {
  if (!when && !next) {
    row.remove();
    return;
  }
  const words = row.querySelector("dd");
  more.remove();
  worded(words, when ?? "");
  if (next) {
    worded(more, next);
    words.append(more);
  }
  if (facts.firstElementChild !== row) facts.prepend(row);
}

function marked({ facts, access: row, mark: one }, marks, root) {
  if (marks.length === 0) {
    row.remove();
    return;
  }
  const words = row.querySelector("dd");
  const before = [...words.querySelectorAll(".fp-yn")];
  marks.forEach((mark, at) => {
    const element = before[at] ?? one.cloneNode(true);
    element.className = `fp-yn fp-yn--${mark.answer}`;
    named(element, mark.icon, mark.words, root);
    if (!before[at]) words.append(element, " ");
  });
  for (const left of before.slice(marks.length)) {
    left.nextSibling.remove(); // the space behind it
    left.remove();
  }
  if (row.parentElement !== facts) facts.append(row);
}

/** Sets the icon of an element and, where there are any, the words that stand last in it. */
function named(element, icon, words, root) {
  pictured(element.querySelector(".fp-icon"), icon, root);
  if (words === undefined) return;
  if (element.lastChild.nodeType !== 3) element.append(words);
  else if (element.lastChild.data !== words) element.lastChild.data = words;
}
