"""A match over the records of a built site, in a browser whose processor is slowed four times as Chromium slows it."""

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

SLOWED = 4
RUNS = 15
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MATCH = f"a match, processor slowed {SLOWED} times"
FIRST = f"the first match on the page, processor slowed {SLOWED} times"
DECODE = f"match records read, processor slowed {SLOWED} times"
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
  const { catalogueOf, FILE } = await import("/assets/js/match-records.mjs");
  const { match } = await import("/assets/js/match/match.mjs");
  const file = JSON.parse(await (await fetch(`/${FILE}`)).text());
  const timed = (work) => { const start = performance.now(); work(); return performance.now() - start; };
  let catalogue;
  const decode = timed(() => { catalogue = catalogueOf(file); });
  const times = [];
  for (let run = 0; run < runs; run += 1)
    for (const profile of profiles) times.push(timed(() => match(profile, catalogue, file.rules, file.around.as_of)));
  return { decode, first: times[0], times: times.slice(profiles.length) };
}"""


class _Quiet(SimpleHTTPRequestHandler):
    """A plain host that says nothing."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript"}

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def seconds(built: Path) -> Iterator[tuple[str, float]]:
    """What was measured and its seconds; nothing where there is no browser."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(built))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/match/how/")
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
            found = page.evaluate(_MEASURE, [list(PROFILES), RUNS])
            browser.close()
        server.shutdown()
    yield DECODE, found["decode"] / 1000
    yield FIRST, found["first"] / 1000
    yield MATCH, median(found["times"]) / 1000
