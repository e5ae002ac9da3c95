// What is chosen, as chips that can be taken away. Those that stand are left standing, since each costs a frame's time.

import { icon, made, placed } from "../dom.mjs";
import { chipWords } from "../facet-words.mjs";
import { NAMES, isChosen } from "../facets.mjs";
import { t } from "../words.mjs";

/**
 * A chip: what it says, what takes it away, and a key of its own.
 * @typedef {{key: string, words: string, remove: () => void}} Chip
 */

/**
 * The chips of what is chosen in facets.
 * @param {Record<string, unknown>} chosen
 * @param {(name: string) => import("../facets.mjs").Facet} facet
 * @param {(chosen: Record<string, unknown>) => void} choose  gets the choices without what was taken away
 * @returns {Chip[]}
 */
export function chosenChips(chosen, facet, choose) {
  const names = NAMES.filter((name) => name !== "age" && isChosen(chosen, name));
  const many = names.flatMap((name) =>
    chosen[name].map((value) => {
      const label = facet(name).choices.find((choice) => choice.value === value)?.label;
      const remove = () => choose({ ...chosen, [name]: chosen[name].filter((one) => one !== value) });
      return { key: `${name} ${value}`, words: chipWords(name, value, label), remove };
    }),
  );
  const { age, ...others } = chosen;
  if (isChosen(chosen, "age")) many.push({ key: "age", words: t("Age %(age)s", { age }), remove: () => choose(others) });
  return many;
}

/**
 * A row of chips, with a button that clears all of them at its end.
 * @param {Document} page
 * @param {{list: HTMLElement, status: HTMLElement, root: string, onTaken: () => void, onClear: () => void}} given
 *   `status` gets the focus where no chip is left
 */
export function chipRow(page, { list, status, root, onTaken, onClear }) {
  const items = new Map(); // key → the item of the row, and what takes it away now
  const clear = made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", onclick: () => {
    onClear();
    status.focus();
  } }, t("Clear all")); // prettier-ignore
  const last = made(page, "li", {}, clear);

  /** @param {Chip[]} chips */
  function show(chips) {
    const shown = chips.map((one) => {
      const { key, words } = one;
      if (items.get(key)?.words !== words) items.set(key, { words, element: made(page, "li", {}, drawn(words, () => items.get(key).remove())) });
      return Object.assign(items.get(key), { remove: one.remove }).element;
    });
    placed(list, shown.length > 0 ? [...shown, last] : []);
  }

  function drawn(words, remove) {
    const off = made(page, "span", { class: "fp-vh" }, t("remove"));
    return made(page, "button", { class: "fp-chip fp-chip--on", type: "button", onclick: (event) => taken(event.target.closest(".fp-chip"), remove) }, `${words} `, icon(page, "close", root), off);
  }

  /** A chip is taken away; focus goes on to the next one, else to the line that says what is left. */
  function taken(chip, remove) {
    const at = [...list.querySelectorAll(".fp-chip")].indexOf(chip);
    remove();
    onTaken();
    const left = [...list.querySelectorAll(".fp-chip")];
    (at >= 0 && left.length > 0 ? left[Math.min(at, left.length - 1)] : status).focus();
  }

  /** The same chips for another place of the page. */
  const copies = (chips) => chips.map(({ words, remove }) => drawn(words, remove));

  return { show, copies };
}
