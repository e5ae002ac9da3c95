// `/suggest/`: starts the form for a new record, or with #id=… the one for a correction. Nothing is kept or sent.

import { t } from "../words.mjs";
import { newRecord } from "./begin.mjs";
import { asked, correction } from "./correct.mjs";
import { idIn, mail } from "./ways.mjs";

/** Reads the data of the form and starts it. */
async function suggest(page, view, now) {
  const place = page.querySelector("[data-suggest]");
  const part = (name) => place.querySelector(`[data-${name}]`);
  const { root } = place.dataset;
  place.classList.add("is-loading");
  try {
    const answer = await view.fetch(`${root}data/suggest.json`);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    const data = await answer.json();
    const id = idIn(view.location.hash);
    const restart = () => {
      part("made").hidden = true;
    };
    const around = { page, box: part("faults"), data, now, restart, finish: (outcome) => show(part, data, outcome) };
    const found = id ? await asked(id, root, data, (url) => view.fetch(url)) : null;
    if (found) {
      page.querySelector("[data-heading]").textContent = t("Tell us what is wrong");
      page.querySelector("[data-other]").hidden = true;
      correction({ ...around, form: part("correct"), id, found });
    } else {
      part("unknown").hidden = !view.location.hash;
      newRecord({ ...around, form: part("new") });
      part("new").hidden = false;
    }
    part("wait").hidden = true;
    place.dataset.ready = "";
  } catch (error) {
    part("wait").hidden = part("new").hidden = true;
    part("failed").hidden = false;
    throw error;
  } finally {
    place.classList.remove("is-loading");
  }
}

function show(part, data, { text, subject, said, repository, edit }) {
  part("made").querySelector("pre").textContent = text;
  part("said").replaceChildren(...said);
  const short = data.email && mail(data.email, subject, text, t("Please copy the text from the page, and paste it here."));
  way(part("mail"), short);
  way(part("repository"), repository);
  way(part("edit"), edit && { href: edit });
  if (repository) part("repository").textContent = repository.label;
  const long = part("long");
  long.hidden = !((short && !short.whole) || (repository && !repository.whole));
  long.textContent = t("The text does not go along by itself everywhere: copy it first, and paste it there.");
  part("made").hidden = false;
  part("made").focus();
}

function way(link, found) {
  link.hidden = !found;
  if (found) link.href = found.href;
}

if (typeof document !== "undefined") {
  window.addEventListener("hashchange", () => window.location.reload());
  await suggest(document, window, new Date());
}
