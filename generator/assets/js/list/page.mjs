// /list/: one's own list, or one that somebody sent. Facts are read from the pages of the records.

import { fileName, keep } from "../copies.mjs";
import { dayOf } from "../days.mjs";
import { say } from "../frame.mjs";
import { copyNote } from "../ics.mjs";
import { t } from "../words.mjs";
import { copies, drawnItem, missingItem } from "./draw.mjs";
import { handOver } from "./hand.mjs";
import { fragment, fromFragment, joined, moved, noted, renamed, without } from "./items.mjs";
import { count } from "./keep.mjs";
import { loader } from "./load.mjs";
import { storeOf } from "./store.mjs";
import { asMessage, asParagraph, asParagraphs, asText } from "./texts.mjs";

const page = document;
const view = window;
const main = page.getElementById("list");
const part = (name) => main.querySelector(`[data-part="${name}"]`);
const root = new URL(main.dataset.root, view.location.href).href;
const parser = new view.DOMParser();
const load = loader(root, (url) => view.fetch(url), (html) => parser.parseFromString(html, "text/html"));
const store = storeOf(view);
const today = dayOf(new Date());
let turn = 0;
let there = [];
let showing = null;

main.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-press]");
  if (!button) return;
  await showing; // else what is handed on lacks what is still being loaded
  presses[button.dataset.press](button);
});
part("lasts").addEventListener("change", (event) => {
  const kept = store.last(event.target.checked);
  event.target.checked = store.lasts();
  say(page, view, kept ? whereKept() : t("This browser does not allow us to keep a list."));
  part("kept").textContent = whereKept();
});
view.addEventListener("hashchange", show);
view.addEventListener("storage", show);
view.addEventListener("pageshow", (event) => event.persisted && show());
show();

const presses = {
  print: () => view.print(),
  text: (button) => handOver(page, view, asText(there, today), button),
  paragraph: (button) => handOver(page, view, asParagraphs(there.map(({ facts }) => facts), today), button),
  link: (button) => handOver(page, view, link(store.read()), button),
  calendar: () => {
    const sessions = there.flatMap(({ facts }) => copies(facts, today));
    keep(page, sessions, fileName({ title: t("My list"), day: today }));
    say(page, view, copyNote());
  },
  clear: () => {
    store.clear();
    show();
    part("title").focus();
    say(page, view, t("Your list is empty."));
  },
  add: () => {
    const items = joined(store.read(), fromFragment(view.location.hash) ?? []);
    store.write(items.map((item) => ({ ...item, at: there.find((one) => one.from === item.at)?.at ?? item.at })));
    view.location.hash = ""; // shows one's own list
    part("title").focus();
  },
};

/** Shows the list that the address holds, or else one's own. */
function show() {
  return (showing = draw());
}

async function draw() {
  const mine = ++turn;
  const sent = fromFragment(view.location.hash);
  const items = sent ?? store.read();
  main.classList.toggle("is-sent", sent !== null);
  part("title").textContent = sent ? t("A list for you") : t("My list");
  part("own").hidden = sent !== null || items.length === 0;
  part("sent").hidden = sent === null;
  part("add").hidden = items.length === 0;
  part("empty").hidden = sent !== null || items.length > 0;
  part("empty-sent").hidden = sent === null || items.length > 0;
  part("lasts").checked = store.lasts();
  part("kept").textContent = whereKept();
  part("items").setAttribute("aria-busy", "true");
  const found = await Promise.all(items.map(({ at }) => load(at)));
  if (mine !== turn) return;
  fill(items, found, sent !== null);
  part("items").removeAttribute("aria-busy");
}

function fill(items, found, isSent) {
  const placed = items.map((item, at) => (found[at].state === "there" ? { ...item, at: found[at].at, from: item.at } : item));
  if (!isSent && placed.some((item, at) => item.at !== items[at].at)) {
    store.write(placed.reduce((list, item) => (item.from ? renamed(list, item.from, item.at) : list), items));
  }
  there = placed.flatMap((item, at) => (found[at].state === "there" ? [{ ...item, facts: found[at].facts }] : []));
  const drawn = placed.map((item, at) => one(item, found[at], { number: at + 1, of: placed.length, isSent }));
  const shown = main.querySelector(".fp-handed");
  shown.hidden = true;
  part("items").after(shown); // it may stand in an item that goes
  part("items").replaceChildren(...drawn);
  const dates = there.some(({ facts }) => copies(facts, today).length);
  part("calendar").hidden = !dates;
  part("link").value = link(items);
  count(page, view);
}

function one(item, found, { number, of, isSent }) {
  const off = async () => {
    store.write(without(store.read(), item.at));
    await show();
    say(page, view, t("Taken off."));
    (part("items").children[Math.min(number, of - 1) - 1]?.querySelector("h2 a, button") ?? part("title")).focus();
  };
  if (found.state !== "there") {
    return missingItem(page, item, found.state, { number, root, phone: main.dataset.phone, off: isSent ? null : off });
  }
  const { facts } = found;
  const go = (by) => {
    const items = store.read();
    const next = moved(items, item.at, by);
    if (next === items) return;
    store.write(next);
    reorder(item.at, by, next);
  };
  const edit = isSent
    ? null
    : { up: () => go(-1), down: () => go(1), off, note: (text) => store.write(noted(store.read(), item.at, text)) };
  return drawnItem(page, item, facts, {
    number, of, root, today, moved: found.moved,
    actions: {
      edit,
      message: (button) => handOver(page, view, asMessage(facts, today), button),
      paragraph: (button) => handOver(page, view, asParagraph(facts, today), button),
    },
  }); // prettier-ignore
}

/** The item that was moved keeps the focus, and its new place is said. */
async function reorder(at, by, items) {
  await show();
  const place = items.findIndex((item) => item.at === at);
  part("items").children[place]?.querySelector(`[data-do="${by < 0 ? "up" : "down"}"]`)?.focus();
  say(page, view, t("Now %(place)s of %(all)s.", { place: place + 1, all: items.length }));
}

function whereKept() {
  return store.lasts() ? t("Kept on this device until you clear it.") : t("Kept until you close this tab.");
}

/** The address of a list, as the world finds it. */
function link(items) {
  return page.querySelector('meta[property="og:url"]').content.split("#")[0] + fragment(items);
}
