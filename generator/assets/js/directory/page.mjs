// The directory: filters, chips, sorting and results over the plain page, which stays as it is where this fails.

import { and, without } from "../bits.mjs";
import { cardLoader } from "../cards.mjs";
import { FOLDER, loadCatalogue, loaded } from "../columns.mjs";
import { afterPaint, icon, made } from "../dom.mjs";
import { chipWords } from "../facet-words.mjs";
import { NAMES, facets, isChosen } from "../facets.mjs";
import { distanceWords, distances, nearWords, reach } from "../near.mjs";
import { t } from "../words.mjs";
import { nowIn } from "./clock.mjs";
import { filters } from "./filters.mjs";
import { read, restored, write } from "./fragment.mjs";
import { nearPanel } from "./near-panel.mjs";
import { orders } from "./order.mjs";
import { results } from "./results.mjs";
import { sheet } from "./sheet.mjs";
import { statusWords } from "./status.mjs";
import { searchBox } from "./words-box.mjs";

const REST = 400; // milliseconds after the last change, so that a screen reader is not told of each step

/**
 * @param {Document} page
 * @param {Window} view
 * @param {Date} moment
 */
export async function directory(page, view, moment) {
  const part = (name) => page.getElementById(`find-${name}`);
  const find = page.getElementById("find");
  const root = find.dataset.root;
  const fetch = view.fetch.bind(view);
  const ways = page.querySelector(".fp-ways");

  page.querySelector(".fp-search").addEventListener("submit", (event) => event.preventDefault()); // also while it loads
  let timer = null;
  let turn = 0;
  let catalogue;
  find.classList.add("is-loading");
  part("status").replaceChildren(t("The list is being loaded."));
  try {
    catalogue = await loadCatalogue(root, fetch);
  } catch (error) {
    console.warn(error);
    failed(() => directory(page, view, moment));
    return;
  }

  find.classList.remove("is-loading");
  find.classList.add("is-ready");
  const now = nowIn(moment, catalogue.zone);
  const { facet, filter } = facets(catalogue, now);
  const [year, month] = now.day.split("-").map(Number);
  const order = orders(catalogue, year * 12 + month - 1);
  const meets = reach(catalogue);
  const state = { ...read(view.location.hash), unsaid: false, place: null, words: null };
  let last = null;
  let telling = null;

  const panel = nearPanel(page, {
    miles: catalogue.miles,
    geolocation: view.isSecureContext ? view.navigator.geolocation : undefined,
    places: async () => (await loaded(`${root}${FOLDER}places.json`, fetch)).places,
    onPlace: (place) => {
      state.place = place && { ...place, kilometres: distances(catalogue, place.point) };
      state.nearest = place && order.near(state.place.kilometres);
      if (!place && state.sort === "near") state.sort = "best";
      else if (place && state.sort === "best" && state.words === null) state.sort = "near";
      changed();
    },
  });
  const box = searchBox(page, view, {
    root,
    onWords: (words) => {
      state.words = words;
      changed();
    },
    onFailure: (again) => failed(again),
  });
  const list = results(page, view, {
    list: part("results"),
    more: part("more"),
    template: part("card"),
    root,
    cards: cardLoader(catalogue, root, fetch),
    onFailure: () => failed(() => changed()),
  });
  const form = filters(page, {
    root,
    facet,
    near: panel.part,
    wide: sheet.isWide(page, view),
    onOpen: () => form && tellSoon(),
    onSkip: sheet.isWide(page, view) ? () => part("status").focus() : null,
    onChange: (name, value) => {
      state.chosen = { ...state.chosen, [name]: value };
      changed();
    },
  });
  const filterSheet = sheet(page, view, { form: form.form, onClear: clear });

  part("sort").addEventListener("change", (event) => {
    state.sort = event.target.value;
    changed();
  });
  view.addEventListener("popstate", () => {
    Object.assign(state, restored(state.chosen, view.location.hash));
    form.unfold(held());
    update({ push: false });
  });

  part("tools").hidden = false;
  ways.open = false;
  form.unfold(held());
  update({ push: false, rest: 0 });
  box.begin();

  function changed() {
    update({ push: true });
  }

  function chosen() {
    const sets = [];
    if (state.words) sets.push({ fits: state.words.bits(catalogue.count) });
    if (state.place?.within) sets.push({ name: "near", ...meets.within(state.place) });
    return { ...state.chosen, sets };
  }

  function held() {
    const names = NAMES.filter((name) => isChosen(state.chosen, name));
    return state.place ? [...names, "near"] : names;
  }

  function update({ push, rest = REST }) {
    const mine = ++turn;
    const found = filter(chosen());
    last = found;
    list.show({
      parts: parts(found),
      far: (record) => {
        const length = state.place?.kilometres[record] ?? Infinity;
        return length === Infinity ? null : distanceWords(length, catalogue.miles);
      },
      why: (record) => state.words?.why(record) ?? null,
    });
    form.show(state.chosen, held());
    showTools(found);
    // The list comes first: counts are many, and a browser takes its time with the address.
    tellSoon();
    part("status").setAttribute("aria-busy", "true");
    view.clearTimeout(timer);
    timer = view.setTimeout(() => sayOnce(found, mine), rest);
    if (push) view.setTimeout(keep);
  }

  /** Counts beside the choices, once for all that has happened since the page was painted. */
  function tellSoon() {
    telling ??= afterPaint(view).then(() => {
      telling = null;
      form.tell(last);
    });
  }

  /** The line comes last: once it no longer is busy, all of the page but the cards belongs to the last choice. */
  async function sayOnce(found, mine) {
    await telling;
    if (mine === turn) say(found);
  }

  function keep() {
    const fragment = write(state);
    if (fragment !== view.location.hash) view.history.pushState(null, "", view.location.pathname + fragment);
  }

  /** Those who fit; of them apart those to whom one need not go, once a place is given; and those who do not say. */
  function parts({ fit, unsaid }) {
    const sorted = sorting();
    const shown = [{ heading: null, bits: fit, order: sorted }];
    if (state.place) {
      const coming = and(without(fit, meets.near(state.place)), meets.comes);
      shown[0].bits = without(fit, coming);
      shown.push({ heading: t("You need not go there: at home, by phone or online, or they fetch you"), bits: coming, order: sorted });
    }
    if (state.unsaid) shown.push({ heading: t("They do not say. Ring them first"), bits: unsaid, order: sorted });
    return shown;
  }

  function sorting() {
    if (state.sort === "near") return state.nearest ?? order.best();
    if (state.sort !== "best") return order[state.sort]();
    return state.words ? state.words.order(order) : order.best();
  }

  function showTools({ fits, unsaidCount }) {
    const count = held().reduce((sum, name) => sum + (Array.isArray(state.chosen[name]) ? state.chosen[name].length : 1), 0);
    filterSheet.show({ chosen: count, results: fits + (state.unsaid ? unsaidCount : 0) });
    part("sort").value = state.sort;
    part("sort").querySelector("[value=near]").disabled = !state.place;
    const many = chips();
    part("chips").replaceChildren(...many.map((chip) => made(page, "li", {}, chip)));
    if (many.length > 0) part("chips").append(made(page, "li", {}, clearButton()));
  }

  function chips() {
    const chip = (words, remove) => {
      const off = made(page, "span", { class: "fp-vh" }, t("remove"));
      return made(page, "button", { class: "fp-chip fp-chip--on", type: "button", onclick: (event) => taken(event, remove) }, `${words} `, icon(page, "close", root), off);
    };
    const many = NAMES.filter((name) => name !== "age" && isChosen(state.chosen, name)).flatMap((name) =>
      state.chosen[name].map((value) => {
        const label = facet(name).choices.find((choice) => choice.value === value)?.label;
        return chip(chipWords(name, value, label), () => {
          state.chosen = { ...state.chosen, [name]: state.chosen[name].filter((one) => one !== value) };
        });
      }),
    );
    if (isChosen(state.chosen, "age")) many.push(chip(t("Age %(age)s", { age: state.chosen.age }), () => delete state.chosen.age));
    if (state.place) many.push(chip(nearWords(state.place), forgetPlace));
    if (state.words) many.push(chip(t("“%(words)s”", { words: state.words.typed }), () => {
      state.words = null;
      box.clear();
    }));
    return many;
  }

  /** A chip is taken away; focus goes on to the next one, else to the line that says what is left. */
  function taken(event, remove) {
    const row = event.target.closest("#find-chips") ? [...part("chips").querySelectorAll(".fp-chip")] : [];
    const at = row.indexOf(event.target.closest(".fp-chip"));
    remove();
    changed();
    const left = [...part("chips").querySelectorAll(".fp-chip")];
    (at >= 0 && left.length > 0 ? left[Math.min(at, left.length - 1)] : part("status")).focus();
  }

  function forgetPlace() {
    state.place = state.nearest = null;
    if (state.sort === "near") state.sort = "best";
    panel.clear();
  }

  function clearButton() {
    return made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", onclick: () => {
      clear();
      part("status").focus();
    } }, t("Clear all"));
  }

  function clear() {
    state.chosen = {};
    state.unsaid = false;
    state.words = null;
    forgetPlace();
    box.clear();
    changed();
  }

  function say(found) {
    const focused = part("status").contains(page.activeElement);
    part("status").replaceChildren(
      ...statusWords(page, found, {
        chosen: state.chosen,
        limited: held().length > 0 || state.words !== null,
        unsaidShown: state.unsaid,
        asked: state.words?.asked ?? null,
        searched: state.words?.typed ?? null,
        phone: { href: find.dataset.phoneHref, number: find.dataset.phone },
        root,
        chips,
        onUnsaid: (shown) => {
          state.unsaid = shown;
          changed();
        },
      }),
    );
    part("status").removeAttribute("aria-busy");
    if (focused) part("status").focus();
  }

  function failed(again) {
    find.classList.remove("is-loading");
    view.clearTimeout(timer); // its words would take the place of these
    turn++;
    part("status").removeAttribute("aria-busy");
    ways.open = true;
    const button = made(page, "button", { class: "fp-btn", type: "button", onclick: again }, t("Try again"));
    part("status").replaceChildren(
      made(page, "strong", {}, t("The list could not be loaded.")), " ", button, " ", t("Or look by kind, area or place below."),
    );
  }
}

if (globalThis.document) directory(document, window, new Date());
