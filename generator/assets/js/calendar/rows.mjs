// Sessions as rows of a list, the same as generator/templates/parts/row.html makes of them, and as entries of a month's
// cell, for what somebody has chosen.

import { icon, made } from "../dom.mjs";
import { t, time, times } from "../words.mjs";

const MIDNIGHT = 24 * 60;
const SPACE = "\u00a0";

/** When a session is: "10.30 am to 12 noon", "10 pm to 1 am the next day", "All day". */
function timeWords({ start, end }) {
  if (start < 0) return t("All day");
  const said = times(start, end);
  return end !== null && end > MIDNIGHT ? t("%(times)s the next day", { times: said }) : said;
}

/**
 * Rows and entries of cells.
 * @param {Document} page
 * @param {import("./sessions.mjs").Activities} known
 * @param {string} root  the way to the top of the site
 */
export function rowMaker(page, known, root) {
  const struckIf = (struck, words) => (struck ? made(page, "s", {}, words) : words);

  function about({ activity, said }) {
    const [label, family, drawing] = known.categories[known.category[activity]];
    const title = struckIf(said.struck, said.title ?? known.titles[activity]);
    const link = made(page, "a", { href: addressOf(activity) }, title);
    return { label, family, drawing: icon(page, drawing, root), link };
  }

  /** A row of a list; a long one says what it costs and what to do first, too. */
  function row(one, { long = false } = {}) {
    const { label, family, drawing, link } = about(one);
    const { activity, said } = one;
    const lines = [made(page, "p", {}, link)];
    const cost = long && !said.struck ? known.cost[activity] : null;
    const kind = ["", label, said.there, cost].filter((part) => part !== null && part !== undefined).join(`${SPACE}· `);
    lines.push(made(page, "p", {}, `${said.where ?? known.where[activity]}${SPACE}`, made(page, "span", { class: "fp-soft" }, kind.trim())));
    const state = said.struck ? null : known.state[activity];
    if (state) {
      const [word, look, mark, more] = state;
      const tag = made(page, "strong", { class: `fp-tag fp-tag--${look}` }, icon(page, mark, root), word);
      lines.push(made(page, "p", {}, tag, long ? ` ${more}` : null));
    }
    if (said.tag) {
      const [word, look, mark] = said.tag;
      const tag = made(page, "strong", { class: `fp-tag fp-tag--${look}` }, icon(page, mark, root), word);
      lines.push(made(page, "p", {}, tag, said.tells ? ` ${said.tells}` : null));
    }
    if (said.note) lines.push(made(page, "p", {}, said.note));
    if (long && !said.struck && known.step[activity]) {
      lines.push(made(page, "p", {}, made(page, "span", { class: "fp-arm" }, known.step[activity])));
    }
    return made(
      page,
      "li",
      { class: `fp-session f-${family}`, "data-at": one.at },
      made(page, "span", { class: "fp-tile" }, drawing),
      made(page, "p", {}, struckIf(said.struck, timeWords(one))),
      made(page, "div", {}, ...lines),
    );
  }

  /**
   * A session as an entry of a cell of a month.
   * @returns {import("./entries.mjs").Entry}
   */
  function entry({ activity, said, start }) {
    const [, family, drawing] = known.categories[known.category[activity]];
    const state = said.struck ? null : known.state[activity];
    const word = said.tag ? ["strong", `fp-word fp-word--${said.tag[1]}`, said.brief ?? said.tag[0]] : state && ["span", "fp-soft", state[0]];
    return {
      look: `fp-edge--${family}`,
      drawing,
      begins: start < 0 ? t("All day") : time(start),
      address: addressOf(activity),
      title: said.title ?? known.titles[activity],
      struck: said.struck ?? false,
      word,
    };
  }

  function addressOf(activity) {
    return `${root}activities/${known.ids[activity]}/`;
  }

  return { row, entry };
}
