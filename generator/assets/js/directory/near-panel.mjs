// "Near me" as a part of the filters: a place typed, or the device's own position on request; how far away it may be.

import { made } from "../dom.mjs";
import { kilometres, meantPlaces, placeOf, withinWords } from "../near.mjs";
import { either, t } from "../words.mjs";

const FAR = [1, 2, 3, 5, 10, 20];

/**
 * The part, and a way to empty it.
 * @param {Document} page
 * @param {{miles: boolean, places: () => Promise<Record<string, [number, number]>>, geolocation: Geolocation | undefined,
 *   onPlace: (place: {name: string | null, point: [number, number], within: number | null} | null) => void}} given
 *   `name` is null for where the device is; `within` is in kilometres; `farAtFirst`: how far is near where nothing else
 *   is chosen, for lists that are not in the order of distance; `place`: the one that is given already
 */
export function nearPanel(page, { miles, places, geolocation, onPlace, farAtFirst = "", place: before = null }) {
  let place = before && { name: before.name, point: before.point };
  const error = made(page, "p", { class: "fp-error", id: "near-error", role: "alert" });
  const meant = made(page, "div", { class: "fp-near__meant" });
  const input = made(page, "input", {
    id: "near", class: "fp-input", type: "text", autocomplete: "off", spellcheck: "false",
    "aria-describedby": "near-hint near-error",
    onkeydown: (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      use();
    },
  });
  const far = made(
    page,
    "select",
    { id: "within", class: "fp-select", onchange: () => told() },
    farAtFirst === "" ? made(page, "option", { value: "" }, t("Any distance")) : null,
    ...FAR.map((length) => made(page, "option", { value: length }, withinWords(length, miles))),
  );
  const here = made(page, "button", { class: "fp-btn fp-btn--wide", type: "button", onclick: () => locate() }, t("Use where I am"));

  function told() {
    const within = far.value === "" ? null : kilometres(Number(far.value), miles);
    onPlace(place && { ...place, within });
  }

  function wrong(words) {
    input.setAttribute("aria-invalid", "true");
    error.textContent = words;
    meant.replaceChildren();
    input.focus();
  }

  /** A name that is not known: what may have been meant is offered, and nothing is taken for granted. */
  async function unknown(known) {
    const { distance } = await import("../search/spelling.mjs");
    const names = meantPlaces(input.value, known, distance);
    if (names.length === 0) {
      wrong(t("We do not know that place. Type a town, or the first half of a postcode."));
      return;
    }
    wrong(t("We do not know that place. Did you mean %(places)s?", { places: either(names) }));
    meant.replaceChildren(
      ...names.map((name) =>
        made(page, "button", { class: "fp-btn fp-btn--wide", type: "button", onclick: () => {
          input.value = name;
          input.focus();
          use();
        } }, name), // prettier-ignore
      ),
    );
  }

  function right(found) {
    input.removeAttribute("aria-invalid");
    error.textContent = "";
    meant.replaceChildren();
    place = found;
    told();
  }

  async function use() {
    const typed = input.value;
    if (typed.trim() === "") {
      right(null);
      return;
    }
    try {
      const known = await places();
      if (input.value !== typed) return; // meanwhile the part was emptied, or another place is being typed
      const found = placeOf(typed, known);
      if (found) right(found);
      else await unknown(known);
    } catch {
      wrong(t("The list of places could not be loaded. Try again."));
    }
  }

  function locate() {
    geolocation.getCurrentPosition(
      ({ coords }) => {
        input.value = "";
        right({ name: null, point: [coords.latitude, coords.longitude] });
      },
      () => wrong(t("We could not find out where you are. Type a place instead.")),
      { timeout: 15000, maximumAge: 300000 },
    );
  }

  const part = made(
    page,
    "div",
    { class: "fp-near" },
    made(page, "label", { for: "near" }, t("Town or postcode")),
    made(page, "p", { class: "fp-hint", id: "near-hint" }, t("Type a town, or the first half of a postcode. It is not sent anywhere.")),
    error,
    input,
    meant,
    made(page, "button", { class: "fp-btn fp-btn--go fp-btn--wide", type: "button", onclick: () => use() }, t("Look near there")),
    geolocation ? here : null,
    made(page, "label", { for: "within" }, t("How far away?")),
    far,
  );

  input.value = before?.name ?? "";
  far.value = before?.within ? FAR.find((length) => kilometres(length, miles) === before.within) : farAtFirst;

  /** Empties the part, without telling of it. */
  function clear() {
    place = null;
    input.value = "";
    far.value = farAtFirst;
    input.removeAttribute("aria-invalid");
    error.textContent = "";
    meant.replaceChildren();
  }

  return { part, clear };
}
