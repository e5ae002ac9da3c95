// The first match of a page would take three times as long as the next ones: the browser reads and compiles the matcher in
// it. So it is done before, with somebody made up, a few records at a time.

import { match } from "../match/match.mjs";

const AT_ONCE = 250;
const ENOUGH = 2000; // records, after which it gets no faster
const SOMEBODY = {
  age: 70,
  interests: ["games"],
  goals: ["meet_people"],
  causes: { money: "yes" },
  availability: ["tue_am"],
  home: [0, 0],
  max_km: 5,
  max_cost: 5,
};

/**
 * @param {{rows: Object[]}} catalogue
 * @param {Object} rules
 * @param {string} today
 * @param {() => Promise<void>} pause       waits until there is nothing else to do
 * @param {() => boolean} isWanted  whether nobody has been matched meanwhile
 */
export async function rehearse(catalogue, rules, today, pause, isWanted) {
  for (let from = 0; from < Math.min(catalogue.rows.length, ENOUGH); from += AT_ONCE) {
    await pause();
    if (!isWanted()) return;
    match(SOMEBODY, { ...catalogue, rows: catalogue.rows.slice(from, from + AT_ONCE) }, rules, today);
  }
}
