import assert from "node:assert/strict";
import { test } from "node:test";

import { cover, feedsOf } from "../../generator/assets/js/calendar/cover.mjs";

// Activities 0 to 9: games 0-3, meals 4-6, walks 7-9; north 0, 1, 4, 7; south the rest; free 0, 4, 5; hall 0, 1.
const steps = (...of) => of.map((one, at) => (at === 0 ? one : one - of[at - 1]));
const feed = (kind, code, of, more = {}) => ({ kind, code, name: code, title: code, path: `${code || kind}.ics`, size: 1, offered: true, of: steps(...of), ...more });
const FILE = (more = {}) => ({
  feeds: [
    feed("all", "", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], more.all),
    feed("flag", "free", [0, 4, 5], more.free),
    feed("flag", "step-free", [0, 7]),
    feed("flag", "online", [6]),
    feed("category", "games", [0, 1, 2, 3], more.games),
    feed("category", "meal", [4, 5, 6]),
    feed("category", "move", [7, 8, 9]),
    feed("area", "north", [0, 1, 4, 7]),
    feed("area", "south", [2, 3, 5, 6, 8, 9]),
    feed("venue", "hall", [0, 1]),
    feed("organiser", "club", [2, 3]),
  ],
});
const own = (activity) => ({ kind: "activity", name: String(activity), path: `${activity}.ics`, of: new Set([activity]) });
const asked = (wanted, chosen, more) => cover(feedsOf(FILE(more)), new Set(wanted), chosen, own);
const paths = (found) => found.feeds.map(({ path }) => path);

const CASES = {
  "nothing chosen is everything": [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], {}, ["all.ics"], 0, []],
  "one kind": [[0, 1, 2, 3], { category: ["games"] }, ["games.ics"], 0, []],
  "two kinds are two calendars, not all of the site": [[0, 1, 2, 3, 4, 5, 6], { category: ["games", "meal"] }, ["games.ics", "meal.ics"], 0, []],
  "the narrowest of what was chosen": [[0, 1], { category: ["games"], area: ["north"] }, ["games.ics"], 2, ["area"]],
  "free, which holds least besides": [[0], { category: ["games"], area: ["north"], cost: ["free"] }, ["free.ics"], 2, ["category", "area"]],
  "free or for gifts is not the calendar of what is free": [[0, 4], { area: ["north"], cost: ["free", "donation"] }, ["north.ics"], 2, ["cost"]],
  "step-free": [[0, 7], { access: ["step_free"] }, ["step-free.ics"], 0, []],
  "online": [[6], { format: ["online"] }, ["online.ics"], 0, []],
  "days and times are in no calendar's name": [[0, 1], { category: ["games"], day: ["tue"], time: ["pm"] }, ["games.ics"], 2, ["day", "time"]],
  "choices without calendars go by kinds": [[4, 7], { people: ["carer"] }, ["meal.ics", "move.ics"], 4, ["people"]],
};

for (const [name, [wanted, chosen, expected, extra, ignored]] of Object.entries(CASES)) {
  test(`the calendars for a view: ${name}`, () => {
    const { best } = asked(wanted, chosen);

    assert.deepEqual([paths(best), best.extra, best.ignored, best.missing], [expected, extra, ignored, 0]);
  });
}

test("what is too large to be offered is replaced by smaller calendars that hold what is wanted of it", () => {
  const none = { offered: false };

  assert.deepEqual(paths(asked([0, 4, 5], { cost: ["free"] }, { free: none }).best), ["games.ics", "meal.ics"]);
  assert.deepEqual(paths(asked([...Array(10).keys()], {}, { all: none }).best), ["south.ics", "north.ics"]);
  assert.deepEqual(paths(asked([0, 1], { category: ["games"] }, { games: none, all: none }).best), ["hall.ics"]);
});

test("what no calendar is small enough for is said", () => {
  const file = { feeds: [{ ...feed("all", "", [0, 1, 2, 3, 4]), offered: false }, feed("venue", "hall", [0])] };
  const { best } = cover(feedsOf(file), new Set([0, 1, 2, 3]), {}, own);

  assert.equal(best.missing, 3);
});

test("where a place, a group or the activities themselves hold less besides, they are offered, too", () => {
  const { best, others } = asked([0, 1], { category: ["games"], day: ["tue"] });

  assert.deepEqual(paths(best), ["games.ics"]);
  assert.deepEqual(others.map(paths), [["hall.ics"], ["0.ics", "1.ics"]]);
  assert.deepEqual(others.map(({ extra }) => extra), [0, 0]);
});

test("where nothing fits, there is nothing to subscribe to", () => {
  assert.deepEqual(asked([], { category: ["games"] }), { best: null, others: [] });
});
