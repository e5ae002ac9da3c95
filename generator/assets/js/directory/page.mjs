// The directory: filters, chips, sorting and results over the plain page, which stays as it is where this fails.

import { and, without } from "../bits.mjs";
import { cardLoader } from "../cards.mjs";
import { FOLDER, loadCatalogue, loaded } from "../columns.mjs";
import { afterPaint, made, whenIdle } from "../dom.mjs";
import { NAMES, facets, isChosen } from "../facets.mjs";
import { distanceWords, distances, nearWords, reach } from "../near.mjs";
import { t } from "../words.mjs";
import { chipRow, chosenChips } from "./chips.mjs";
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
const SETTLED = 40; // milliseconds that somebody stays beside a choice, and does not only pass it

/**
 * @param {Document} page
 * @param {Window} view
 * @param {Date} moment
 */
async function directory(page, view, moment) {
  const part = (name) => page.getElementById(`find-${name}`);
  const find = page.getElementById("find");
  const root = find.dataset.root;
  const fetch = view.fetch.bind(view);
  const lists = page.querySelector(".fp-lists");

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
  let nearing = null;

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
      update({ push: true, byForm: true });
    },
    onNear: (name, values) => {
      view.clearTimeout(nearing);
      nearing = view.setTimeout(() => foresee({ [name]: values }), SETTLED);
    },
  });
  const row = chipRow(page, { list: part("chips"), status: part("status"), root, onTaken: changed, onClear: clear });
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
  lists.open = false;
  form.unfold(held());
  update({ push: false, rest: 0 });
  box.begin();
  whenIdle(view).then(() => foresee({ cost: ["free"] })); // whatever it is: the browser has compiled it then

  function changed() {
    update({ push: true });
  }

  /** What somebody seems about to choose is worked out before, and the words of the first cards are loaded. */
  function foresee(change) {
    list.expect(parts(filter(chosen({ ...state.chosen, ...change })))).catch(() => {}); // told when it is chosen
  }

  function chosen(choices = state.chosen) {
    const sets = [];
    if (state.words) sets.push({ fits: state.words.bits(catalogue.count) });
    if (state.place?.within) sets.push({ name: "near", ...meets.within(state.place) });
    return { ...choices, sets };
  }

  function held() {
    const names = NAMES.filter((name) => isChosen(state.chosen, name));
    return state.place ? [...names, "near"] : names;
  }

  /** `byForm`: somebody pressed a box, so the form shows already what is chosen, and all it lacks are numbers in titles. */
  function update({ push, rest = REST, byForm = false }) {
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
    if (!byForm) form.show(state.chosen, held());
    showTools(found);
    // The list comes first: counts are many, and a browser takes its time with the address.
    if (push) afterPaint(view).then(keep);
    tellSoon();
    part("status").setAttribute("aria-busy", "true");
    view.clearTimeout(timer);
    timer = view.setTimeout(() => sayOnce(found, mine), rest);
  }

  /** Numbers in titles and beside the choices, once for all that has happened since the page was painted. */
  function tellSoon() {
    telling ??= afterPaint(view).then(() => {
      telling = null;
      form.show(state.chosen, held());
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
    row.show(chips());
  }

  function chips() {
    const many = chosenChips(state.chosen, facet, (rest) => (state.chosen = rest));
    if (state.place) many.push({ key: "near", words: nearWords(state.place), remove: forgetPlace });
    if (state.words) many.push({ key: "words", words: t("“%(words)s”", { words: state.words.typed }), remove: () => {
      state.words = null;
      box.clear();
    } }); // prettier-ignore
    return many;
  }

  function forgetPlace() {
    state.place = state.nearest = null;
    if (state.sort === "near") state.sort = "best";
    panel.clear();
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
        chips: () => row.copies(chips()),
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
    lists.open = true;
    const button = made(page, "button", { class: "fp-btn", type: "button", onclick: again }, t("Try again"));
    part("status").replaceChildren(
      made(page, "strong", {}, t("The list could not be loaded.")), " ", button, " ", t("Or look by kind, area or place below."),
    );
  }
}

if (globalThis.document) directory(document, window, new Date());
