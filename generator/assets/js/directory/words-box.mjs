// The search box of the directory: words typed here, or handed over by the box of another page. They stay on this page:
// never in the address, and in the tab's memory only on the way from one page to the next.

import { add, none } from "../bits.mjs";
import { takeWords } from "../search/handover.mjs";

const REST = 300; // milliseconds after the last key

/**
 * @param {Document} page
 * @param {Window} view
 * @param {{root: string, onWords: (found: object | null) => void, onFailure: (again: () => void) => void}} given
 *   `onWords` is told what was found: the words, a set of records, an order of them, and for each record why
 */
export function searchBox(page, view, { root, onWords, onFailure }) {
  const form = page.querySelector(".fp-search");
  const input = form.querySelector("input");
  let timer = null;
  let turn = 0;
  let last = "";

  form.addEventListener("submit", ask);
  input.addEventListener("input", () => {
    view.clearTimeout(timer);
    timer = view.setTimeout(() => ask(null, true), REST);
  });

  /** `isTyping`: two letters that nothing has are the beginning of a word, and the list waits for more. */
  async function ask(_event, isTyping = false) {
    view.clearTimeout(timer);
    const typed = input.value.trim();
    if (typed === last) return;
    last = typed;
    const mine = ++turn;
    if (typed === "") {
      onWords(null);
      return;
    }
    try {
      const [{ search }, { whyWords }] = await Promise.all([import("../search/search.mjs"), import("../search/why.mjs")]);
      const { found, corrected, begun } = await search(typed, root);
      if (isTyping && begun && !found.length) {
        last = "";
        return;
      }
      if (mine === turn) onWords(result(typed, found, corrected, whyWords));
    } catch (error) {
      console.warn(error);
      if (mine !== turn) return;
      last = "";
      onFailure(ask);
    }
  }

  /**
   * Looks for the words that another page handed over, or that stand in the address, and removes them there; else for
   * those that were typed while the list was being loaded.
   */
  function begin() {
    const words = takeWords(view) || new URLSearchParams(view.location.search).get("q") || input.value;
    if (view.location.search) view.history.replaceState(null, "", view.location.pathname + view.location.hash);
    if (!words) return;
    input.value = words;
    ask();
  }

  function clear() {
    view.clearTimeout(timer);
    turn++;
    last = input.value = "";
  }

  return { begin, clear };
}

function result(typed, found, corrected, whyWords) {
  const scores = new Map(found.map(({ record, score }) => [record, score]));
  const reasons = new Map(found.map(({ record, why }) => [record, why]));
  let made = null;
  return {
    typed,
    asked: corrected || null,
    bits: (count) => {
      const bits = none(count);
      for (const record of scores.keys()) add(bits, record);
      return bits;
    },
    order: (orders) => (made ??= orders.scored(scores)),
    why: (record) => (reasons.has(record) ? whyWords(reasons.get(record)) : null),
  };
}
