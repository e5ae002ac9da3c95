// A worksheet that adds up what is to be added up, thanks for a hard answer, grows with what is written, and clears.
// Nothing leaves the page, and the browser is asked to remember nothing.

import { number, t } from "../words.mjs";
import { total } from "./totals.mjs";

class Worksheet extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.form.addEventListener("input", (event) => this.answered(event.target));
    this.form.addEventListener("reset", () => setTimeout(() => this.show())); // once the fields are empty
    this.form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("pagehide", () => this.form.reset()); // Back must not bring the answers back
    this.show();
  }

  answered(field) {
    if (field instanceof HTMLTextAreaElement) fit(field);
    else this.show();
  }

  show() {
    for (const output of this.querySelectorAll("output[data-total]")) {
      const fields = [...this.form.querySelectorAll(`input[data-set="${output.dataset.total}"]`)];
      const points = fields.filter((field) => field.checked).map((field) => Number(field.dataset.points));
      const sum = total(new Set(fields.map((field) => field.name)).size, points);
      output.textContent = sum === null ? t("answer all of them first") : number(sum);
      output.classList.toggle("is-missing", sum === null);
    }
    const hard = this.form.querySelector("input[data-help]:checked") !== null;
    this.querySelector(".fp-worksheet__thanks > div").hidden = !hard;
    for (const field of this.form.querySelectorAll("textarea")) fit(field);
  }
}

/** A field is as high as what stands in it, so that paper shows all of it. */
function fit(field) {
  field.style.height = "auto";
  if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight + 4}px`;
}

customElements.define("fp-worksheet", Worksheet);
