// The text of a page that asks for corrections → its questions; answers → the text that `fingerpost apply` reads.

import { unmarked } from "../outgoing.mjs";

const MARK = /^\[([a-z_]+)(?: ([a-z0-9-]+))?\] ?(.*)$/;

/**
 * What a text asks, line by line.
 * @returns {{lines: string[], asks: {mark: string, record: string, said: string, at: number}[], names: Record<string, string>}}
 *   `at` is the line that an answer is written on
 */
export function readSlip(text) {
  const lines = text.trim().split("\n");
  const asks = [];
  const names = {};
  let record = "";
  lines.forEach((line, number) => {
    const found = MARK.exec(line);
    if (!found || found[1] === "end") return;
    const [, mark, id, said] = found;
    if (mark === "record") {
      record = id;
      names[id] = said;
    } else asks.push({ mark, record, said, at: number + 1 });
  });
  return { lines, asks, names };
}

/** The text with answers (by their number among the questions) and without the questions that have none. */
export function filled(slip, answers) {
  const kept = new Set();
  const made = [];
  const byLine = new Map(slip.asks.map((ask, number) => [ask.at - 1, { ask, answer: unmarked(answers[number] ?? "") }]));
  const wanted = new Set([...byLine.values()].filter((one) => one.answer).map((one) => one.ask.record));
  slip.lines.forEach((line, number) => {
    const found = MARK.exec(line);
    if (found?.[1] === "end") made.push(line);
    else if (found?.[1] === "record" && wanted.has(found[2])) made.push(line, "");
    const one = byLine.get(number);
    if (!one?.answer || kept.has(number)) return;
    kept.add(number);
    made.push(line, `${slip.lines[one.ask.at].trimEnd()} ${one.answer}`, "");
  });
  return `${made.join("\n")}\n`;
}
