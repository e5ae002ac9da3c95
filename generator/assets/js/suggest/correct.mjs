// The form for a correction: the questions that the record's own page asks, each with what we have now.

import { made } from "../dom.mjs";
import { t } from "../words.mjs";
import { faultOf, labelOf, mark, summary, valueOf } from "./fields.mjs";
import { filled, readSlip } from "./slip.mjs";
import { issue } from "./ways.mjs";

const RULES = { phone: "phone", text: "phone", email: "email", website: "web_address" };
const CHOICES = { places: "ask-places-is", next_step: "ask-next_step", how: "ask-checked-how" };
const SECTIONS = ["activities", "resources", "venues"];

/**
 * The text that the page of a record asks with, and where it stands; null where there is no such page.
 * @param {(url: string) => Promise<Response>} ask
 */
export async function asked(id, root, data, ask) {
  const known = { activities: data.activities, resources: data.resources, venues: data.venues.map(([one]) => one) };
  const section = SECTIONS.find((one) => known[one].includes(id));
  if (!section) return null;
  const url = `${root}${section}/${id}/`;
  const answer = await ask(url);
  if (!answer.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const text = page.getElementById("slip")?.textContent;
  return text ? { section, url, text } : null;
}

/** Starts the form for a correction; as `newRecord`. */
export function correction({ page, form, box, data, id, found, finish, restart }) {
  const slip = readSlip(found.text);
  const access = new Set([...page.querySelectorAll("[data-access]")].map((one) => one.dataset.access));
  let section = "";
  form.append(made(page, "p", {}, t("Write what is right beside what we have, and leave the rest as it is.")));
  slip.asks.forEach((one, number) => {
    const name = slip.names[one.record];
    if (one.record !== section && !["other", "role", "how"].includes(one.mark)) {
      section = one.record;
      form.append(made(page, "h2", {}, name));
    }
    form.append(question(page, one, number, access));
  });
  form.append(made(page, "p", {}, made(page, "button", { class: "fp-btn fp-btn--go", type: "submit" }, t("Check it, and make the text"))));
  form.hidden = false;
  const inputs = [...form.querySelectorAll("[data-ask]")];

  form.addEventListener("input", restart);
  form.addEventListener("change", ({ target }) => {
    if (target.matches("[data-ask]")) mark(page, target, faultOf(target, data.rules, false));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = inputs.map((input) => ({ input, label: labelOf(page, input), fault: faultOf(input, data.rules, false) }));
    for (const { input, fault } of wrong) mark(page, input, fault);
    const answers = answersOf(inputs, data.rules);
    const facts = slip.asks.some((ask, number) => answers[number] && ask.mark !== "role" && ask.mark !== "how");
    const bad = wrong.filter((one) => one.fault);
    if (!bad.length && !facts) bad.push({ input: inputs[0], label: t("Nothing is filled in"), fault: { message: t("Write what is right beside one fact or more."), hint: "" } });
    summary(page, box, bad);
    if (bad.length) return;
    const text = filled(slip, answers);
    const subject = t("Wrong on the page of %(name)s", { name: slip.names[id] ?? id });
    finish({
      text, subject,
      said: [made(page, "p", {}, t("Whoever keeps the records reads this, and puts it in with one command."))],
      repository: data.issue && { ...issue(data.issue, subject, text), label: t("Write it where the records are kept") },
      edit: data.edit?.replace("{path}", `${data.folders.activity.replace(/[^/]+$/, found.section)}/${id}.yml`),
    });
  });
}

function question(page, ask, number, access) {
  const id = `right-${number}`;
  const [label, ...now] = ask.said.split(": ");
  const have = now.length && !["role", "how", "other"].includes(ask.mark) ? made(page, "p", { class: "fp-hint", id: `${id}-now` }, t("We have: %(now)s", { now: now.join(": ") })) : null;
  const words = ["role", "how"].includes(ask.mark) ? ask.said : label;
  const attributes = { id, "data-ask": number, "data-rule": RULES[ask.mark] ?? "line", "aria-describedby": have ? `${id}-now` : false };
  const field = made(page, "div", { class: "fp-field" }, made(page, "label", { for: id }, words), have);
  const pattern = CHOICES[ask.mark] && page.getElementById(CHOICES[ask.mark]);
  if (pattern || access.has(ask.mark)) {
    const options = pattern
      ? [...pattern.options].filter((one) => one.value).map((one) => [one.value, one.textContent])
      : [["yes", t("Yes")], ["no", t("No")], ["ask", t("People had better ask")]];
    field.append(made(page, "select", { class: "fp-select", ...attributes },
      made(page, "option", { value: "" }, t("leave it as it is")), ...options.map(([value, said]) => made(page, "option", { value }, said))));
  } else if (ask.mark === "starts" || ask.mark === "ends") field.append(made(page, "input", { class: "fp-input", type: "time", ...attributes }));
  else field.append(made(page, "input", { class: "fp-input", type: "text", ...attributes }));
  if (access.has(ask.mark)) {
    field.append(made(page, "label", { for: `${id}-note` }, t("What one should know")),
      made(page, "input", { class: "fp-input", type: "text", id: `${id}-note`, "data-note-of": number }));
  }
  return field;
}

function answersOf(inputs, rules) {
  return Object.fromEntries(inputs.map((input) => {
    const value = valueOf(input, rules);
    const note = input.form.querySelector(`[data-note-of="${input.dataset.ask}"]`)?.value.trim();
    return [input.dataset.ask, value && note ? `${value}, ${note}` : value];
  }));
}
