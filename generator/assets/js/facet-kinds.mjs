// The kinds of facets: each takes the catalogue and gives choices and sets of records. facets.mjs has the table of them.

import { add, all, and, none, size, union, without } from "./bits.mjs";
import { asBits, codes, item, number } from "./columns.mjs";

/** The value of the choice "does not say". */
const SILENT = "";

/** Within how many months "checked lately" can be asked for. */
export const LATELY = [3, 6, 12];

/** The days of the week and the parts of a day, as the catalogue and addresses name them. */
export const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
export const TIMES = ["am", "pm", "eve"];
const MINUTES_A_DAY = 24 * 60;

/** A facet of one or several columns of codes; `only` leaves out choices that nobody would look for. */
export function plain(from, names, { asks = false, limit = false, only = null } = {}) {
  const of = new Map();
  const labels = new Map();
  let silent = all(from.count);
  for (const column of names.map((name) => from.catalogue.columns[name])) {
    const bits = asBits(column, from.count);
    silent = and(silent, bits.silent);
    column.values.forEach((value, place) => {
      of.set(value, union([bits.of.get(value), of.get(value) ?? none(from.count)], from.count));
      labels.set(value, column.labels?.[place]);
    });
  }
  const choices = [...of.keys()]
    .filter((value) => only === null || only.includes(value))
    .map((value) => ({ value, label: labels.get(value) }));
  if (asks && size(silent) > 0) choices.push({ value: SILENT });
  if (asks) of.set(SILENT, silent);
  if (limit) for (const [value, bits] of of) of.set(value, union([bits, silent], from.count));
  const nobody = limit ? silent : none(from.count);
  return anyOf(from, { choices, silent, asks, alone: (value) => of.get(value) ?? nobody });
}

/** Topics by their families: "games" is all of "games.cards", "games.chess" and "games". */
export function families(from) {
  const column = from.catalogue.columns.topic;
  const bits = asBits(column, from.count);
  const of = new Map();
  for (const topic of column.values) {
    const family = topic.split(".")[0];
    of.set(family, union([bits.of.get(topic), of.get(family) ?? none(from.count)], from.count));
  }
  const choices = Object.entries(column.families).map(([value, label]) => ({ value, label }));
  const alone = (value) => of.get(value) ?? none(from.count);
  return anyOf(from, { choices, silent: bits.silent, asks: false, alone });
}

/** Days of the week or parts of the day; what is chosen in the other one counts, too. */
export function partsOfWeek(from, other) {
  const bits = asBits(from.catalogue.columns.slot, from.count);
  const ofDays = from.name === "day";
  const alone = (value, chosen) => {
    const others = chosen[other]?.length ? chosen[other] : ofDays ? TIMES : DAYS;
    const slots = others.map((one) => bits.of.get(ofDays ? `${value}_${one}` : `${one}_${value}`));
    return union(slots.filter(Boolean), from.count);
  };
  const choices = (ofDays ? DAYS : TIMES).map((value) => ({ value }));
  return anyOf(from, { choices, silent: bits.silent, asks: true, alone });
}

/**
 * Access: whoever ticks two things needs both. A question that is asked only of those where people meet (`there`) is
 * none for those where nobody has to go anywhere.
 */
export function access(from) {
  const formats = asBits(from.catalogue.columns.format, from.count);
  const ways = [...formats.of.keys()].filter((way) => way !== "in_person").map((way) => formats.of.get(way));
  const fromHome = without(union(ways, from.count), formats.of.get("in_person") ?? none(from.count));
  const questions = new Map();
  const choices = [];
  for (const [value, column] of Object.entries(from.catalogue.access)) {
    const bits = asBits(column, from.count);
    const yes = bits.of.get("yes") ?? none(from.count);
    const fits = column.there ? union([yes, fromHome], from.count) : yes;
    const answered = union([fits, bits.of.get("no") ?? none(from.count)], from.count);
    questions.set(value, { fits, perhaps: union([fits, without(all(from.count), answered)], from.count) });
    choices.push({ value, label: column.label });
  }
  const inAll = (chosen, which) =>
    chosen.access.map((value) => questions.get(value)?.[which] ?? none(from.count)).reduce(and);
  const silentOf = ({ fits, perhaps }) => without(perhaps, fits);
  return {
    choices,
    silent: union([...questions.values()].map(silentOf), from.count),
    fits: (chosen) => inAll(chosen, "fits"),
    perhaps: (chosen) => inAll(chosen, "perhaps"),
    alone: (value, chosen) => inAll({ access: [...(chosen.access ?? []), value] }, "fits"),
  };
}

/** Ages: no lower or upper age stated means no limit. */
export function ages(from) {
  const { min_age: youngest, max_age: oldest } = from.catalogue.columns;
  const fits = ({ age }) =>
    where(from, (record) => age >= (number(youngest, record) ?? 0) && age <= (number(oldest, record) ?? Infinity));
  return { choices: [], silent: none(from.count), fits, perhaps: fits, alone: () => none(from.count) };
}

/** "Can join now": those that say so, and courses that one can still join today. */
export function canJoin(from) {
  const column = from.catalogue.columns.can_join;
  const said = (record) => codes(column, record)[0];
  const now = where(from, (record) => {
    const answer = said(record);
    return answer === "yes" || (answer !== undefined && answer !== "no" && answer >= from.now.day);
  });
  return single(from, now, asBits(column, from.count).silent);
}

/** "Answers the phone now": by the hours that can be read; others with a number do not say. */
export function answersNow(from) {
  const { answered, phone } = from.catalogue.columns;
  const isOpen = (hours) => hours.some(([days, start, end]) => during(from.now, days, start, end));
  const open = answered.items.map(isOpen);
  const now = where(from, (record) => answered.of[record] > 0 && open[answered.of[record] - 1]);
  const silent = where(from, (record) => item(answered, record) === null && codes(phone, record)[0] === "yes");
  return single(from, now, silent);
}

/** "Checked lately": within so many months, of the moment and not of the build. */
export function checkedLately(from) {
  const [year, month] = from.now.day.split("-").map(Number);
  const column = from.catalogue.columns.checked;
  const of = new Map(
    LATELY.map((months) => {
      const first = year * 12 + month - 1 - months;
      return [String(months), where(from, (record) => (number(column, record) ?? 0) >= first)];
    }),
  );
  const choices = [...of.keys()].map((value) => ({ value }));
  return anyOf(from, { choices, silent: none(from.count), asks: false, alone: (value) => of.get(value) ?? none(from.count) });
}

/** A facet with the one choice "now". */
function single(from, now, silent) {
  const alone = (value) => (value === "now" ? now : none(from.count));
  return anyOf(from, { choices: [{ value: "now" }], silent, asks: true, alone });
}

/** A facet in which any of the chosen values will do. */
function anyOf(from, { choices, silent, asks, alone }) {
  const fits = (chosen) => union((chosen[from.name] ?? []).map((value) => alone(value, chosen)), from.count);
  const perhaps = (chosen) => (asks ? union([fits(chosen), silent], from.count) : fits(chosen));
  return { choices, silent, fits, perhaps, alone };
}

function where(from, test) {
  const bits = none(from.count);
  for (let record = 0; record < from.count; record++) if (test(record)) add(bits, record);
  return bits;
}

/** Whether a moment is within hours of these days; hours past midnight reach into the next day. */
function during({ weekday, minute }, days, start, end) {
  const yesterday = (weekday + 6) % 7;
  return (
    (days.includes(weekday) && minute >= start && minute < end) ||
    (days.includes(yesterday) && minute + MINUTES_A_DAY < end)
  );
}
