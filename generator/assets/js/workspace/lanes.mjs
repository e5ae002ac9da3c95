// The lanes of the workspace on the page: safety first, then help, the short list, what to ask, what was left out.
// Everything is set as text. What can be pressed has a `data-key`, so that focus finds its way back.

import { icon, made } from "../dom.mjs";
import { n, t } from "../words.mjs";
import { asking, searched } from "./seen.mjs";
import { tell } from "./tell.mjs";

/**
 * @param {Document} page
 * @param {Object} seen  what lanes() of seen.mjs says
 * @param {Object} how  `root`, `chosen`, `answers`, `sequence` (or null), `phone`, and what is done on a press
 * @returns {Node[]}
 */
export function drawn(page, seen, how) {
  const parts = [safety(page, seen, how)];
  if (seen.safety.waits && !how.goOn) return [...parts, goOn(page, how)].filter(Boolean);
  if (how.sequence) parts.push(...bySequence(page, how));
  else parts.push(step(page, seen, how), ...helps(page, seen, how), shortList(page, seen, how));
  parts.push(ring(page, seen, how));
  if (!how.sequence) parts.push(lane(page, t("Something you could start yourself"), "yourself", seen.yourself, how));
  parts.push(folded(page, seen, how), leftOut(page, seen, how));
  return parts.filter(Boolean);
}

function section(page, name, title, ...inside) {
  const id = `lane-${name}`;
  return made(page, "section", { class: "fp-match__lane", "aria-labelledby": id },
    made(page, "h3", { id, tabindex: "-1" }, title), ...inside); // prettier-ignore
}

function lane(page, title, name, entries, how, ...before) {
  if (entries.length === 0) return null;
  return section(page, name, title, ...before, cards(page, entries, how));
}

const cards = (page, entries, how, heading = "h4") =>
  made(page, "ul", { class: "fp-match__cards" }, ...entries.map((one) => made(page, "li", {}, card(page, one, how, heading))));

/** Whom to ring now, before any list. */
export function contacts(page, entries) {
  return made(page, "ul", { class: "fp-match__contacts" }, ...entries.map((one) => made(page, "li", {},
    made(page, "strong", {}, one.title), " ",
    one.phone ? call(page, one.phone) : null,
    one.answered ? made(page, "span", { class: "fp-soft" }, ` ${one.answered}`) : null))); // prettier-ignore
}

function call(page, number) {
  return made(page, "a", { class: "fp-btn fp-btn--go", href: `tel:${number.replace(/[^0-9+]/g, "")}` },
    icon(page, "phone", null), number.replaceAll(" ", "\u00a0")); // prettier-ignore
}

function safety(page, seen, how) {
  if (seen.safety.banners.length === 0) return null;
  const words = [];
  if (seen.safety.banners.includes("crisis")) words.push(t("You are not alone with this. Talk to somebody now."));
  if (seen.safety.banners.includes("safeguarding")) words.push(t("Nobody may hurt you or let you go without what you need. These people help."));
  const box = section(page, "safety", t("Safety first"), made(page, "p", {}, words.join(" ")), contacts(page, seen.safety.entries),
    made(page, "p", {}, made(page, "a", { href: `${how.root}help/`, target: "_blank", rel: "noopener" }, t("All who help now")), ` (${t("opens beside this page")})`)); // prettier-ignore
  box.classList.add("fp-notice", "fp-notice--cancelled");
  return box;
}

function goOn(page, how) {
  return made(page, "p", {}, made(page, "button", { class: "fp-btn", type: "button", "data-key": "go-on", onclick: how.onGoOn }, t("We are safe for now, go on")));
}

function helps(page, seen, how) {
  const lanes = seen.causes.map((one) => {
    const more = one.more.length
      ? foldOf(page, n("%(count)s more", "%(count)s more", one.more.length), `more-${one.cause}`, () => cards(page, one.more.all(), how, "h5"))
      : null;
    const none = one.entries.length ? null : made(page, "p", {}, t("Nothing that is known to fit. See what to ask first, or ring us: %(phone)s", { phone: how.phone }));
    return made(page, "div", {}, made(page, "h4", {}, one.title), none, one.entries.length ? cards(page, one.entries, how, "h5") : null, more);
  });
  return lanes.length ? [section(page, "causes", t("What got in the way: help with that"), ...lanes)] : [];
}

/** For “not now”: one small step, one prompt, and that it is fine. */
function step(page, seen, how) {
  if (!seen.step) return null;
  const all = [...seen.short, ...seen.ideas, ...seen.yourself];
  const found = [seen.step.step, seen.step.prompt].map((id) => all.find((one) => one.id === id)).filter(Boolean);
  return section(page, "step", t("Not now. That is fine"), made(page, "p", {}, t("One small thing, if you like. Agree on a day to ask again. The whole list stands below.")),
    found.length ? cards(page, found, how) : null); // prettier-ignore
}

function shortList(page, seen, how) {
  const fit = seen.short.length + seen.ideas.length;
  const title = n("Short list (%(count)s)", "Short list (%(count)s)", fit);
  if (fit === 0) {
    const asked = asking(seen);
    const words = asked
      ? n("Nothing fits yet. Skip a question, or see the %(count)s to ask first.", "Nothing fits yet. Skip a question, or see the %(count)s to ask first.", asked)
      : t("Nothing fits yet. Say what you like or want, or take an answer back.");
    return section(page, "short", title, made(page, "p", {}, words));
  }
  const ideas = seen.ideas.length ? [made(page, "h4", {}, t("A different idea")), cards(page, seen.ideas, how, "h5")] : [];
  return section(page, "short", title, cards(page, seen.short, how), ...ideas);
}

function bySequence(page, how) {
  return how.sequence.map((row, at) => lane(page, row.title, `layer-${at}`, row.entries, how));
}

/** One result. */
function card(page, one, how, heading) {
  const facts = [
    [t("When"), "calendar-clock", [one.when, one.next].filter(Boolean).join(". ")],
    [t("Where"), "map-marker", [one.where, one.way === one.where ? null : one.way].filter(Boolean).join(" · ")],
    [t("Cost"), "cash", one.cost],
    [t("Telephone"), "phone", [one.phone, one.answered].filter(Boolean).join(", ")],
  ];
  const rows = facts.filter(([, , words]) => words).map(([name, sign, words]) => made(page, "div", {},
    made(page, "dt", {}, icon(page, sign, null), made(page, "span", { class: "fp-vh" }, name)), made(page, "dd", {}, words))); // prettier-ignore
  const chosen = how.chosen.includes(one.id);
  return made(page, "article", { class: `fp-card fp-match__card${chosen ? " is-chosen" : ""}` },
    made(page, heading, {}, title(page, one, how)),
    one.priceFirst ? made(page, "p", {}, made(page, "strong", {}, t("This costs %(cost)s. We have not talked about money yet.", { cost: one.cost }))) : null,
    one.why.length ? made(page, "p", { class: "fp-match__why" }, made(page, "strong", {}, t("Why this:")), " ", one.why.join(" ")) : null,
    one.checks.length ? made(page, "p", {}, made(page, "strong", {}, t("Ask first:")), " ", one.checks.map((check) => check.text).join(" ")) : null,
    one.notes.length ? made(page, "p", {}, made(page, "strong", {}, t("To do:")), " ", one.notes.join(" ")) : null,
    made(page, "dl", { class: "fp-facts" }, ...rows),
    made(page, "p", { class: "fp-soft" }, `${one.known}, ${one.checked}`),
    one.scored.length ? scored(page, one) : null,
    made(page, "p", { class: "fp-row" }, choose(page, one, how),
      made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", "data-key": `not-${one.id}`, onclick: () => how.onNot(one.id) }, t("Not this"), vh(page, one.title)))); // prettier-ignore
}

function choose(page, one, how) {
  const chosen = how.chosen.includes(one.id);
  return made(page, "button", { class: "fp-btn", type: "button", "aria-pressed": String(chosen), "data-key": `choose-${one.id}`, onclick: () => how.onChoose(one.id) }, chosen ? t("Chosen") : t("Choose"), vh(page, one.title));
}

const vh = (page, words) => made(page, "span", { class: "fp-vh" }, `: ${words}`);

function title(page, one, how) {
  if (!one.url) return one.title;
  return made(page, "a", { href: how.root + one.url, target: "_blank", rel: "noopener" }, one.title, made(page, "span", { class: "fp-vh" }, ` (${t("opens beside this page")})`));
}

function scored(page, one) {
  const rows = one.scored.map((line) => made(page, "li", {}, `${line.text} ${line.points > 0 ? "+" : "−"}${Math.abs(line.points)}`));
  return made(page, "details", { class: "fp-fold" }, made(page, "summary", { "data-key": `scored-${one.id}` }, n("How this was scored: %(count)s point", "How this was scored: %(count)s points", one.score)), made(page, "ul", {}, ...rows));
}

/** What to ask first, by the number that answers. */
function ring(page, seen, how) {
  const own = tell(page, seen, how);
  if (seen.ring.length === 0 && seen.nearly.length === 0 && !own) return null;
  const groups = seen.ring.map((group) => made(page, "div", { class: "fp-match__ring" },
    made(page, "p", { class: "fp-row" }, group.phone ? call(page, group.phone) : made(page, "strong", {}, t("No telephone number is known")), group.answered ? made(page, "span", {}, group.answered) : null),
    ...group.entries.map((one) => asked(page, one, how)))); // prettier-ignore
  const more = seen.more.length ? foldOf(page, n("%(count)s more with questions", "%(count)s more with questions", seen.more.length), "more-asked", () => cards(page, seen.more.all(), how)) : null;
  const nearly = seen.nearly.length ? fold(page, t("Nearly the right age: ring and ask"), "nearly", cards(page, seen.nearly, how)) : null;
  const words = seen.ring.length ? made(page, "p", {}, t("We do not know something that you need. Yes moves it up at once, no leaves it out.")) : null;
  return section(page, "ring", seen.ring.length || !own ? t("Ring first") : t("Ask first"), own, words, ...groups, more, nearly);
}

function fold(page, words, key, ...inside) {
  return made(page, "details", { class: "fp-fold" }, made(page, "summary", { "data-key": key }, words), ...inside);
}

/** A fold that is filled when it is opened. */
function foldOf(page, words, key, make) {
  const folded = fold(page, words, key);
  folded.addEventListener("toggle", () => {
    if (folded.open && folded.children.length === 1) folded.append(make());
  });
  return folded;
}

function asked(page, one, how) {
  const answers = how.answers[one.id] ?? {};
  const questions = one.checks.map(({ code, text }) => {
    const press = (answer, words) => made(page, "button", { class: "fp-chip", type: "button", "aria-pressed": String(answers[code] === answer), "data-key": `ask-${one.id}-${code}-${answer}`, onclick: () => how.onAnswer(one.id, code, answer) }, words);
    return made(page, "li", {}, made(page, "div", { role: "group", "aria-label": `${one.title}: ${text}` }, made(page, "p", {}, text),
      made(page, "p", { class: "fp-chips" }, press("yes", t("Yes")), press("no", t("No")), press("away", t("Did not get through"))))); // prettier-ignore
  });
  return made(page, "div", { class: "fp-card" }, made(page, "h4", {}, title(page, one, how)),
    one.why.length ? made(page, "p", { class: "fp-match__why" }, made(page, "strong", {}, t("Why this:")), " ", one.why.join(" ")) : null,
    made(page, "ul", { class: "fp-match__asks" }, ...questions),
    one.notes.length ? made(page, "p", {}, made(page, "strong", {}, t("To do:")), " ", one.notes.join(" ")) : null,
    made(page, "p", { class: "fp-row" }, choose(page, one, how))); // prettier-ignore
}

/** Help that is not wanted now. */
function folded(page, seen, how) {
  if (seen.folded.length === 0) return null;
  return fold(page, t("Help that you do not want now"), "folded", ...seen.folded.flatMap((one) => [made(page, "h3", {}, one.title), cards(page, one.entries, how)]));
}

function leftOut(page, seen, how) {
  if (seen.out.length === 0) return null;
  const list = made(page, "ul", { class: "fp-match__out" });
  const show = (typed) => {
    const found = searched(seen.out.all(), typed);
    list.replaceChildren(...found.slice(0, 100).map((one) => made(page, "li", {}, title(page, one, how), ": ", one.out.join(" "),
      how.saidNo.includes(one.id) ? made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", "data-key": `back-${one.id}`, onclick: () => how.onNot(one.id) }, t("Put back"), vh(page, one.title)) : null)));
    status.textContent = found.length > 100 ? t("The first 100 are shown. Write a word to see fewer.") : n("%(count)s left out", "%(count)s left out", found.length);
  };
  const status = made(page, "p", { class: "fp-hint", role: "status" });
  const input = made(page, "input", { class: "fp-input", id: "out-words", type: "search", autocomplete: "off", "data-key": "out-words", oninput: () => {
    how.onOutWords(input.value);
    show(input.value);
  } });
  input.value = how.outWords;
  const found = fold(page, n("Left out, and why (%(count)s)", "Left out, and why (%(count)s)", seen.out.length), "left-out",
    made(page, "div", { class: "fp-field" }, made(page, "label", { for: "out-words" }, t("Look for a name or a reason")), input), status, list); // prettier-ignore
  found.addEventListener("toggle", () => {
    if (found.open) show(input.value);
  });
  return found;
}
