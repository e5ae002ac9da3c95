"""`python -m bench.filter`: what the directory of a large site loads, and how long a filter change takes.

The site of the recipe is built on the memory disk and opened in Chromium with its processor slowed four times. A change
is timed from the press of a box until all counts, chips and the list of what to draw are worked out and laid out; and
until the cards of the new list stand there, from a host on the same machine.
"""

import argparse
import gzip
import tempfile
import threading
from collections.abc import Sequence
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from bench import recipe
from bench.run import MEMORY_DISK
from generator.cli import main as fingerpost
from tests.capabilities import chromium

SLOWED = 4
ROUNDS = 5
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
PRESS = """async (value) => {
  const list = document.getElementById("find-results");
  const box = document.querySelector(`.fp-filters input[value="${value}"]`);
  const start = performance.now();
  box.click();
  document.body.getBoundingClientRect();
  const told = performance.now() - start;
  while (list.hasAttribute("aria-busy")) await new Promise((next) => setTimeout(next, 1));
  return [told, performance.now() - start];
}"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the bytes and the milliseconds."""
    parser = argparse.ArgumentParser(prog="python -m bench.filter", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    given = parser.parse_args(arguments)
    disk = MEMORY_DISK if MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="bench.", dir=disk) as name:
        site = given.site or _built(Path(name), given.records)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            _measure(f"http://127.0.0.1:{server.server_port}/", site)
            server.shutdown()


def _built(folder: Path, records: int) -> Path:
    recipe.write_site(folder, records)
    config = str(folder / "mkdocs.yml")
    if fingerpost(["build", "--config-file", config, "--today", date.isoformat(recipe.TODAY)]) != 0:
        raise SystemExit("the site could not be built")
    return folder / "site"


def _measure(address: str, site: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}directory/")
        _ready(page)
        ours = (one.removeprefix(address).partition("?")[0] for one in asked if one.startswith(address))
        sizes = {path: _sent(path / "index.html" if path.is_dir() else path) for path in (site / one for one in ours)}
        print(f"first filterable list: {sum(sizes.values()) / 1000:.0f} kB gzipped in {len(sizes)} files")
        for path, size in sorted(sizes.items(), key=lambda one: -one[1])[:6]:
            print(f"  {path.relative_to(site)}: {size / 1000:.1f} kB")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
        page.evaluate("for (const one of document.querySelectorAll('.fp-filters details')) one.open = true")
        page.wait_for_timeout(1000)
        for value in ("tue", "free", "step_free", "games", "am"):
            times = [page.evaluate(PRESS, value) for _ in range(2 * ROUNDS)]
            told, drawn = (median(one[at] for one in times) for at in (0, 1))
            first = times[0][0]
            print(f"{value}: {told:.0f} ms (the first time {first:.0f} ms), with cards {drawn:.0f} ms")
        browser.close()


def _sent(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def _ready(page: Page) -> None:
    page.wait_for_selector("#find.is-ready")
    page.wait_for_selector("#find-results:not([aria-busy]) .fp-card")


if __name__ == "__main__":
    main()
