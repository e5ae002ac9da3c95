// Questions on the page: what was typed, whether it fits, and what is said beside the one that does not.

import { made } from "../dom.mjs";
import { t } from "../words.mjs";
import { read } from "./check.mjs";

/** What is wrong with one question, or null; `needed` says whether it must be answered. */
export function faultOf(input, rules, needed) {
  if (input.validity?.badInput) return { message: t("This is not whole."), hint: t("Choose the day or the time again.") };
  const found = read(rules[input.dataset.rule] ?? rules.line, input.value);
  if (found.message) return found;
  if (needed && !found.value) return { message: t("This must be said."), hint: "" };
  return null;
}

/** The text of a question as the record will have it. */
export function valueOf(input, rules) {
  return read(rules[input.dataset.rule] ?? rules.line, input.value).value ?? "";
}

/** Says beside a question what is wrong with it, or takes that away. */
export function mark(page, input, fault) {
  const id = `${input.id}-error`;
  page.getElementById(id)?.remove();
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  if (fault) {
    const words = [fault.message, fault.hint].filter(Boolean).join(" ");
    input.before(made(page, "p", { class: "fp-error", id }, words));
    described.push(id);
    input.setAttribute("aria-invalid", "true");
  } else input.removeAttribute("aria-invalid");
  if (described.length) input.setAttribute("aria-describedby", described.join(" "));
  else input.removeAttribute("aria-describedby");
}

/** The list of what is wrong at the head of the form, with links; the focus goes there. */
export function summary(page, box, faults) {
  box.replaceChildren();
  box.hidden = !faults.length;
  if (!faults.length) return;
  const items = faults.map(({ input, label, fault }) => {
    const words = [fault.message, fault.hint].filter(Boolean).join(" ");
    const link = made(page, "a", { href: `#${input.id}` }, `${label}: ${words}`);
    link.addEventListener("click", (event) => {
      event.preventDefault(); // the address stays as it is
      show(input);
    });
    return made(page, "li", {}, link);
  });
  box.append(made(page, "h2", {}, t("There is a problem")), made(page, "ul", {}, ...items));
  box.focus();
}

/** The words of a question, without what else stands in its label. */
export function labelOf(page, input) {
  const label = page.querySelector(`label[for="${input.id}"]`) ?? input.querySelector("legend") ?? input.closest("fieldset")?.querySelector("legend");
  return [...(label?.childNodes ?? [])].filter((one) => one.nodeType === 3 || !one.matches(".fp-suggest__must")).map((one) => one.textContent).join("").trim();
}

function show(input) {
  const fold = input.closest("details");
  if (fold) fold.open = true;
  const first = input.matches("fieldset") ? input.querySelector("input") : input;
  first.focus();
  first.scrollIntoView({ block: "center" });
}
