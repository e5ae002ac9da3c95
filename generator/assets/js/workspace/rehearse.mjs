// The first match of a page takes longer than the next ones: the browser reads and compiles the matcher in it. So that is
// done before, a few records at a time, with people made up who differ: what is compiled for one kind of answers alone is
// thrown away at the first other one.

import { match } from "../match/match.mjs";

const AT_ONCE = 250;
const ENOUGH = 2000; // records, after which it gets no faster
const SOMEBODIES = [
  { goals: ["learn"], interests: ["music"] },
  {
    age: 70,
    interests: ["games"],
    goals: ["meet_people"],
    causes: { money: "yes" },
    availability: ["tue_am"],
    home: [0, 0],
    max_km: 5,
    max_cost: 5,
  },
  { causes: { transport: "yes" }, mobility: ["wheelchair"], home: [2, 2], companion: "first_visit" },
  {
    interests: ["arts"],
    languages: ["pl"],
    access_needs: ["parking"],
    availability: ["sat_pm", "sun_pm"],
    max_km: 3,
    readiness: "thinking",
  },
];

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
    match(SOMEBODIES[(from / AT_ONCE) % SOMEBODIES.length], { ...catalogue, rows: catalogue.rows.slice(from, from + AT_ONCE) }, rules, today);
  }
}
