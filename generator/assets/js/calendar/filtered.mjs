// The filters of the calendar: the same as the directory's, over the plain page, which stays as it is where this fails.

import { add, has, none, union } from "../bits.mjs";
import { FOLDER as COLUMNS, loadCatalogue, loaded } from "../columns.mjs";
import { dayOf } from "../days.mjs";
import { nowIn } from "../directory/clock.mjs";
import { chipRow, chosenChips } from "../directory/chips.mjs";
import { filters } from "../directory/filters.mjs";
import { read, restored, write } from "../directory/fragment.mjs";
import { nearPanel } from "../directory/near-panel.mjs";
import { afterPaint, icon, made, whenIdle } from "../dom.mjs";
import { unsaidWords } from "../facet-words.mjs";
import { NAMES, facets, isChosen } from "../facets.mjs";
import { distances, nearWords, reach } from "../near.mjs";
import { n, t } from "../words.mjs";
import { cover, feedsOf } from "./cover.mjs";
import { rowMaker } from "./rows.mjs";
import { FOLDER, activities, byDay, finder, months, sessions } from "./sessions.mjs";
import { subscribeWords } from "./subscribe.mjs";
import { isView } from "./travel.mjs";
import { board } from "./views.mjs";

const NEARBY = 5; // miles or kilometres: the sessions of a calendar are in the order of their days, so near has an end
const REST = 400; // milliseconds after the last change, so that a screen reader is not told of each step

/**
 * Loads what the filters need and starts them.
 * @param {Document} page
 * @param {Window} view
 * @param {{root: string, now: () => Date, drawnCells: (cells: Element[]) => void, drawnRows: (part: Element) => void,
 *   chosen?: Record<string, unknown>}} given
 *   `drawn…`: what to do when cells and rows are new; `chosen`: what was chosen on the page that one comes from
 * @returns {Promise<{open: () => void, hidden: () => Record<string, unknown> | null, stop: () => void}>}
 *   `hidden`: all that is chosen, where some of it may not stand in the address
 */
export async function startFilters(page, view, { root, now, drawnCells, drawnRows, chosen = {} }) {
  const fetch = view.fetch.bind(view);
  const tools = page.querySelector(".fp-calnav");
  const { view: kind, first, last } = tools.dataset;
  const catalogue = await loadCatalogue(root, fetch);
  const file = (name) => loaded(`${root}${FOLDER}${name}.json`, fetch, catalogue.order);
  const [activityFile, ...monthFiles] = await Promise.all(["activities", ...months(first, last)].map(file));
  const who = activities(activityFile);
  const all = monthFiles.flatMap(sessions).filter(({ day }) => day >= first && day <= last);
  const { facet, filter } = facets(catalogue, nowIn(now(), catalogue.zone));
  const find = finder(all, who);
  const rows = rowMaker(page, who, root);
  const stopping = new view.AbortController();
  const drawing = board(page, view, { kind, root, now, seen, drawnCells, drawnRows, signal: stopping.signal });

  const on = none(catalogue.count); // records with a session on these days
  for (const { activity } of all) add(on, who.numbers[activity]);
  const today = dayOf(now());
  const isAhead = ({ day }) => day >= today || today > last; // what is past is folded away, and so it is not counted
  const countAhead = (found) => found.length - firstPlace(found, isAhead); // they come in the order of days
  const ahead = none(catalogue.count); // records with a session from today on
  for (const { activity } of all.filter(isAhead)) add(ahead, who.numbers[activity]);
  const { place: before = null, ...others } = chosen;
  const place = before && { ...before, kilometres: distances(catalogue, before.point) };
  const state = { ...restored(others, view.location.hash), unsaid: false, place };
  const meets = reach(catalogue);
  let feeds = null;
  let timer = null;
  let turn = 0;

  const status = made(page, "div", { class: "fp-status", role: "status", tabindex: -1 });
  const chipList = made(page, "ul", { class: "fp-chips fp-chosen", "aria-label": t("Chosen filters") });
  const holder = made(page, "div", {});
  const follow = made(
    page,
    "details",
    { class: "fp-fold", hidden: true, ontoggle: showFeeds },
    made(page, "summary", {}, icon(page, "chevron-down", root), made(page, "span", {}, t("Subscribe to this view"))),
    holder,
  );
  const area = made(page, "div", { class: "fp-calfilters" }, chipList, status, follow);
  tools.after(area);
  const chips = chipRow(page, { list: chipList, status, root, onTaken: changed, onClear: clear });

  const panel = nearPanel(page, {
    miles: catalogue.miles,
    geolocation: view.isSecureContext ? view.navigator.geolocation : undefined,
    places: async () => (await loaded(`${root}${COLUMNS}places.json`, fetch)).places,
    farAtFirst: NEARBY,
    place: before,
    onPlace: (place) => {
      state.place = place && { ...place, kilometres: distances(catalogue, place.point) };
      changed();
    },
  });
  const form = filters(page, {
    root,
    facet,
    near: panel.part,
    wide: false,
    onOpen: () => form && counts(),
    onChange: (name, value) => {
      state.chosen = { ...state.chosen, [name]: value };
      update({ push: true, byForm: true });
    },
  });
  const dialog = sheet();
  page.getElementById("main").append(dialog.element); // where the styles of our pages hold

  view.addEventListener("popstate", () => {
    Object.assign(state, restored(state.chosen, view.location.hash));
    update({ push: false });
  }, { signal: stopping.signal }); // prettier-ignore
  form.unfold(held());
  update({ push: false, rest: 0 });
  whenIdle(view).then(rehearse);
  return { open: dialog.open, hidden, stop };

  function hidden() {
    const amount = (some) => Object.values(some).flat().filter((one) => one !== null && one !== undefined).length;
    const isPartly = amount(read(write({ ...state, sort: "best" })).chosen) < amount(state.chosen);
    return isPartly || state.place ? { ...state.chosen, ...(state.place ? { place: state.place } : {}) } : null;
  }

  function stop() {
    stopping.abort();
    turn++;
    view.clearTimeout(timer);
    dialog.element.remove();
  }

  /** How far one sees from the left: the sheet comes from the side, or over all of a narrow page. */
  function seen() {
    return dialog.element.open ? dialog.element.getBoundingClientRect().left : Infinity;
  }

  function sheet() {
    const opener = page.getElementById("cal-open");
    const show = made(page, "button", { class: "fp-btn fp-btn--go", type: "button", onclick: () => element.close() });
    const element = made(
      page,
      "dialog",
      { class: "fp-drawer fp-drawer--side", "aria-labelledby": "cal-sheet-title" },
      made(page, "div", { class: "fp-drawer__head" },
        made(page, "h2", { id: "cal-sheet-title" }, t("Filters")),
        made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", onclick: () => element.close() }, icon(page, "close", root), t("Close"))),
      made(page, "div", { class: "fp-drawer__body" }, form.form),
      made(page, "div", { class: "fp-drawer__foot" },
        made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", onclick: clear }, t("Clear all")), show),
    ); // prettier-ignore
    element.addEventListener("close", () => opener.focus());
    const open = () => {
      element.showModal();
      counts();
    };
    const tell = (count, shown) => {
      opener.querySelector("span").textContent = count ? t("Filters (%(count)s)", { count }) : t("Filters");
      show.textContent = n("Show %(count)s", "Show %(count)s", shown);
    };
    return { element, open, tell };
  }

  function held() {
    const names = NAMES.filter((name) => isChosen(state.chosen, name));
    return state.place ? [...names, "near"] : names;
  }

  /** Limits besides the facets: what is on these days, and near a place. */
  function sets(days = on) {
    return [{ fits: days }, ...(state.place ? [{ name: "near", ...meets.within(state.place) }] : [])];
  }

  /** What fits of the records that are on, whatever the day and the time: those go for the session itself. */
  function fits() {
    const { day, time, ...rest } = state.chosen;
    const { fit, unsaid, about } = filter({ ...rest, sets: sets() });
    const some = (bits) => find({ fit: bits, day, time });
    const certain = some(fit);
    const shown = state.unsaid ? some(union([fit, unsaid], catalogue.count)) : certain;
    return { fit, unsaid, about, silent: () => some(unsaid).filter(isAhead), shown, certain };
  }

  function changed() {
    update({ push: true });
  }

  /** What the first change works with is worked out once, so that the browser has read and compiled it. */
  function rehearse() {
    for (const day of [[], ["tue"]]) drawing.rehearse(byDay(find({ fit: on, day, time: ["am"] }), first, last), rows);
  }

  /** `byForm`: somebody pressed a box, so the form shows already what is chosen, and all it lacks are numbers in titles. */
  function update({ push, rest = REST, byForm = false }) {
    const mine = ++turn;
    const found = fits();
    const limited = held().length > 0;
    const isWanted = () => turn === mine;
    const painted = afterPaint(view);
    painted.then(() => isWanted() && keep(push)); // before anything else is drawn, so that nothing is laid out for it
    const drawn = limited ? drawing.show(byDay(found.shown, first, last), rows) : drawing.restore();
    const pager = page.querySelector(".fp-pager");
    if (pager) pager.hidden = limited;
    if (!byForm) form.show(state.chosen, held());
    const count = held().reduce((sum, name) => sum + (Array.isArray(state.chosen[name]) ? state.chosen[name].length : 1), 0);
    dialog.tell(count, countAhead(found.shown));
    const near = state.place ? [{ key: "near", words: nearWords(state.place), remove: forgetPlace }] : [];
    chips.show([...chosenChips(state.chosen, facet, (chosen) => (state.chosen = chosen)), ...near]);
    follow.hidden = !limited;
    if (follow.open) showFeeds();
    const counted = painted.then(() => {
      if (!isWanted()) return;
      if (byForm) form.show(state.chosen, held());
      if (dialog.element.open) counts();
    });
    status.setAttribute("aria-busy", "true"); // until the line, which comes last, is that of this choice
    view.clearTimeout(timer);
    const rested = new Promise((go) => (timer = view.setTimeout(go, rest)));
    Promise.all([drawn, counted, rested]).then(() => isWanted() && say(found, limited));
  }

  /** The choices into the address, and into those of the other views. */
  function keep(push) {
    const fragment = write({ ...state, sort: "best" });
    for (const link of page.querySelectorAll("#main a[href]")) {
      if (isView(link.pathname)) link.hash = fragment;
    }
    const here = view.location.pathname + view.location.hash;
    if (push && view.location.pathname + fragment !== here) view.history.pushState(null, "", view.location.pathname + fragment);
  }

  /** Counts beside the choices: of what is on from today on. */
  function counts() {
    form.tell(filter({ ...state.chosen, sets: sets(ahead) }));
  }

  function forgetPlace() {
    state.place = null;
    panel.clear();
  }

  function clear() {
    state.chosen = {};
    state.unsaid = false;
    forgetPlace();
    changed();
  }

  function say({ certain, silent, about }, limited) {
    const words = [];
    if (limited) {
      const coming = countAhead(certain);
      const before = certain.length - coming;
      words.push(made(page, "strong", {}, fitWords(coming, certain.length)));
      if (before) words.push(" ", n("%(count)s more was on before today.", "%(count)s more were on before today.", before));
      const count = new Set(silent().map(({ activity }) => activity)).size;
      if (count) {
        const what = unsaidWords(about, state.chosen, count);
        const more = n("%(count)s more activity does not say %(what)s.", "%(count)s more activities do not say %(what)s.", count, { what });
        const button = made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", onclick: () => {
          state.unsaid = !state.unsaid;
          changed();
        } }, state.unsaid ? t("Leave those out") : t("Show those too")); // prettier-ignore
        words.push(" ", more, " ", button);
      }
    }
    const focused = status.contains(page.activeElement);
    status.replaceChildren(...words);
    status.removeAttribute("aria-busy");
    if (focused) status.focus();
  }

  /** The calendars for what is chosen; their list is large, so it is asked for when somebody wants to know. */
  async function showFeeds() {
    if (!follow.open || follow.hidden) return;
    if (!feeds) {
      try {
        feeds = await file("feeds");
        feeds.list = feedsOf(feeds);
      } catch (error) {
        console.warn(error);
        holder.replaceChildren(made(page, "p", {}, t("The calendars could not be loaded."), " ",
          made(page, "a", { href: `${root}subscribe/` }, t("All calendars, and how it works")))); // prettier-ignore
        return;
      }
    }
    const { fit } = filter({ ...state.chosen, sets: sets().slice(1) });
    const wanted = new Set([...who.numbers.keys()].filter((at) => has(fit, who.numbers[at])));
    const own = (at) => ({
      kind: "activity",
      code: who.ids[at],
      name: who.titles[at],
      path: `feeds/activity/${who.ids[at]}.ics`,
      offered: true,
      of: new Set([at]),
    });
    holder.replaceChildren(...subscribeWords(page, cover(feeds.list, wanted, { ...state.chosen, ...(state.place ? { near: [""] } : {}) }, own), { root, site: feeds.site, ways: feeds.ways }));
  }
}

/** How many fit, those that are past being told apart. */
function fitWords(ahead, all) {
  if (all === 0) return t("Nothing fits all of that on these days.");
  if (ahead === 0) return t("Nothing fits all of that from today on.");
  if (ahead < all) return n("%(count)s thing fits from today on.", "%(count)s things fit from today on.", ahead);
  return n("%(count)s thing fits.", "%(count)s things fit.", ahead);
}

/** The place of the first of some things in order that passes a test which all behind it pass, too. */
function firstPlace(found, test) {
  let [from, to] = [0, found.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (test(found[middle])) to = middle;
    else from = middle + 1;
  }
  return from;
}
