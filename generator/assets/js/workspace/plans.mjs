// Plans that were saved: chosen as files or pasted; one is opened, of several is told which are touched by what changed.

import { made } from "../dom.mjs";
import { date, n, t } from "../words.mjs";
import { changes, isTouched } from "./compare.mjs";
import { read } from "./letter.mjs";

/** What a changed fact is called. */
function factWords() {
  return { status: t("Places"), when: t("When"), where: t("Where"), cost: t("Cost"), phone: t("Telephone") };
}

function statusWords(status) {
  return { open: t("open"), waiting_list: t("waiting list"), full: t("full"), paused: t("having a break"), closed: t("closed") }[status] ?? t("not known");
}

/** A change in words: “Gone”, “When: every Tuesday, before: every Monday”. */
function changeWords({ title, gone, changed }) {
  if (gone) return [t("%(title)s: it is gone. It has closed or is no longer listed.", { title })];
  const said = (what, value) => (what === "status" ? statusWords(value) : (value ?? t("not known")));
  return changed.map(({ what, before, now }) =>
    t("%(title)s. %(fact)s: now %(now)s; before: %(before)s.", { title, fact: factWords()[what], now: said(what, now), before: said(what, before) }),
  );
}

/** What changed in one plan, as a list; null where nothing did. */
export function changeList(page, plan, facts) {
  const found = changes(plan, facts).flatMap(changeWords);
  return found.length ? made(page, "ul", {}, ...found.map((words) => made(page, "li", {}, words))) : null;
}

/**
 * Where plans are opened.
 * @param {Document} page
 * @param {{facts: Function, onOpen: (plan: Object) => void}} how
 */
export function planOpener(page, { facts, onOpen }) {
  const said = made(page, "div", { role: "status" });
  const list = made(page, "ol", { class: "fp-match__out" });
  const area = made(page, "textarea", { class: "fp-input", id: "plans-text", rows: 4, autocomplete: "off" });
  const input = made(page, "input", { class: "fp-match__file", id: "plans-files", type: "file", accept: ".txt,text/plain", multiple: true, onchange: async () => {
    const files = [...input.files];
    const texts = await Promise.all(files.map((file) => file.text()));
    input.value = "";
    taken(texts.flatMap((text, at) => named(text, files[at].name)), texts.reduce((sum, text) => sum + read(text).broken, 0));
  } });

  function named(text, name) {
    return read(text).plans.map((plan, at, all) => ({ plan, name: all.length > 1 ? `${name} (${at + 1})` : name }));
  }

  function pasted() {
    const { plans, broken } = read(area.value);
    area.value = "";
    taken(plans.map((plan, at) => ({ plan, name: t("Plan %(number)s", { number: at + 1 }) })), broken);
  }

  function taken(found, broken) {
    list.replaceChildren();
    const words = [];
    if (broken) words.push(n("%(count)s plan could not be read: part of it is missing or was changed.", "%(count)s plans could not be read: part of them is missing or was changed.", broken));
    if (found.length === 0 && broken === 0) words.push(t("There is no plan in this text. A plan has a part below a line, which must come with it."));
    if (found.length === 1) {
      said.textContent = words.join(" ");
      onOpen(found[0].plan);
      return;
    }
    const touched = found.filter(({ plan }) => isTouched(changes(plan, facts)));
    if (found.length > 1) words.push(t("%(all)s plans: %(touched)s touched by what changed.", { all: found.length, touched: touched.length }));
    said.textContent = words.join(" ");
    list.append(...found.map((one) => row(one)).sort((one, other) => Number(other.dataset.touched) - Number(one.dataset.touched)));
  }

  function row({ plan, name }) {
    const changed = changeList(page, plan, facts);
    const open = made(page, "button", { class: "fp-btn fp-btn--quiet", type: "button", onclick: () => onOpen(plan) }, t("Open"), made(page, "span", { class: "fp-vh" }, `: ${name}`));
    return made(page, "li", { "data-touched": changed ? 1 : 0 }, made(page, "strong", {}, name), ", ", t("made on %(date)s", { date: date(plan.made) }), ": ",
      changed ?? t("nothing changed."), " ", open); // prettier-ignore
  }

  return made(page, "details", { class: "fp-fold" }, made(page, "summary", {}, t("Open plans that were saved")),
    made(page, "p", {}, t("One plan is opened here. Of several you are told which are touched by what changed since.")),
    made(page, "div", { class: "fp-field" }, made(page, "label", { for: "plans-files" }, t("Choose files")), input),
    made(page, "div", { class: "fp-field" }, made(page, "label", { for: "plans-text" }, t("Or paste the text of one or more plans")), area,
      made(page, "p", {}, made(page, "button", { class: "fp-btn", type: "button", onclick: pasted }, t("Open what I pasted")))),
    said, list); // prettier-ignore
}
