// Cards of records: their words come in blocks that the build prepared, the same as in the static lists; each is put
// into a copy of a card that stands in the page as a template. Words are only ever set as text.

import { FOLDER, loaded } from "./columns.mjs";

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

/**
 * A card as an element: a copy of the template with the words of a record.
 * @param {HTMLTemplateElement} template  holds one card in which everything that may be there is there
 * @param {Card} card
 * @param {string} root
 */
export function drawn(template, card, root) {
  const article = template.content.querySelector(".fp-card").cloneNode(true);
  const find = (selector) => article.querySelector(selector);
  article.className = `fp-card f-${card.family}`;
  named(find(".fp-cat"), card.icon, card.category);
  find(".fp-keep").dataset.star = card.url;
  find(".fp-keep > .fp-vh").textContent = `: ${card.title}`;
  stated(find(".fp-tags"), card.state);
  const title = find("h3 a");
  title.textContent = card.title;
  title.setAttribute("href", root + card.url);
  find("h3 + p").textContent = card.summary;
  const [when, where, cost, access] = article.querySelectorAll(".fp-facts > div");
  timed(when, card);
  named(where, card.at_home ?? "map-marker");
  where.querySelector("dd").textContent = card.where;
  cost.querySelector("dd").textContent = card.cost;
  marked(access, card.marks);
  find(".fp-arm").textContent = card.step;
  const doubtful = card.fresh.level === "doubtful";
  find(".fp-fresh").classList.toggle("fp-fresh--old", doubtful);
  named(find(".fp-fresh"), doubtful ? "help-circle" : "account-check", card.fresh.words);
  return article;
}

function stated(tags, state) {
  if (!state) {
    tags.remove();
    return;
  }
  const tag = tags.firstElementChild;
  tag.className = `fp-tag fp-tag--${state.style}`;
  named(tag, state.icon, state.tag);
}

function timed(row, { when, next }) {
  if (!when && !next) {
    row.remove();
    return;
  }
  const more = row.querySelector(".fp-facts__more");
  const words = row.querySelector("dd");
  words.textContent = when ?? "";
  if (!next) return;
  more.textContent = next;
  words.append(more);
}

function marked(row, marks) {
  if (marks.length === 0) {
    row.remove();
    return;
  }
  const words = row.querySelector("dd");
  const one = words.querySelector(".fp-yn");
  const drawnMarks = marks.map((mark) => {
    const copy = one.cloneNode(true);
    copy.className = `fp-yn fp-yn--${mark.answer}`;
    named(copy, mark.icon, mark.words);
    return copy;
  });
  words.replaceChildren(...drawnMarks.flatMap((mark) => [mark, " "]));
}

/** Sets the first icon of an element and, where there are any, the words that stand last in it. */
function named(element, icon, words) {
  const use = element.querySelector("use");
  use.setAttribute("href", `${use.getAttribute("href").split("#")[0]}#${icon}`);
  if (words === undefined) return;
  if (element.lastChild.nodeType === 3) element.lastChild.textContent = words;
  else element.append(words);
}
