"""A match over the records of a built site, in a browser whose processor is slowed four times as Chromium slows it."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from bench.browsing import SLOWED, opened, slow

RUNS = 15
MATCH = f"a match, processor slowed {SLOWED} times"
FIRST = f"the first match on the page, processor slowed {SLOWED} times"
DECODE = f"match records read, the longest that the page waits for it, processor slowed {SLOWED} times"
PROFILES: tuple[dict[str, Any], ...] = (
    {"interests": ["games.cards", "arts.crafts"], "goals": ["meet_people"], "home": [0, 0], "max_km": 6},
    {
        "age": 73,
        "interests": ["arts.crafts"],
        "goals": ["meet_people", "enjoy"],
        "causes": {"money": "yes", "transport": "yes"},
        "mobility": ["walking_aid"],
        "access_needs": ["accessible_toilet"],
        "availability": ["mon_am", "tue_am", "wed_pm"],
        "home": [0, 0],
        "max_km": 4,
        "max_cost": 5,
        "languages": ["en"],
    },
    {"goals": ["get_out", "meet_people"], "readiness": "thinking", "home": [1, 1], "home_before_dark": True},
)
_MEASURE = """async ([profiles, runs]) => {
  const { catalogueSoon, FILE } = await import("/assets/js/match-records.mjs");
  const { match } = await import("/assets/js/match/match.mjs");
  const { rehearse } = await import("/assets/js/workspace/rehearse.mjs");
  const { breaks, whenIdle } = await import("/assets/js/dom.mjs");
  const file = JSON.parse(await (await fetch(`/${FILE}`)).text());
  const timed = (work) => { const start = performance.now(); work(); return performance.now() - start; };
  let [longest, last, isReading] = [0, performance.now(), true];
  const beat = () => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
    if (isReading) setTimeout(beat);
  };
  setTimeout(beat);
  const catalogue = await catalogueSoon(file, breaks(window));
  isReading = false;
  const decode = longest;
  await rehearse(catalogue, file.rules, file.around.as_of, () => whenIdle(window), () => true);
  const times = [];
  for (let run = 0; run < runs; run += 1)
    for (const profile of profiles) times.push(timed(() => match(profile, catalogue, file.rules, file.around.as_of)));
  return { decode, first: times[0], times: times.slice(profiles.length) };
}"""


def seconds(built: Path) -> Iterator[tuple[str, float]]:
    """What was measured and its seconds; nothing where there is no browser."""
    with opened(built) as found:
        if found is None:
            return
        page, address = found
        page.goto(f"{address}match/how/")
        slow(page)
        took = page.evaluate(_MEASURE, [list(PROFILES), RUNS])
    yield DECODE, took["decode"] / 1000
    yield FIRST, took["first"] / 1000
    yield MATCH, median(took["times"]) / 1000
