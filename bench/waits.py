"""What a reader of a large site waits for: a filter change, the first search result. Part of `make bench`.

`python -m bench.waits` measures them alone, and says which bytes the first filterable list takes. Chromium's processor
is slowed four times. A change is timed from the press of a box until the frame is painted in which all that one sees of
the new list stands; a search from the last key, with the rest of 150 ms that the box waits for another one.
"""

import argparse
import gzip
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bench import recipe
from bench.browsing import SLOWED, opened, slow
from generator.cli import main as fingerpost

if TYPE_CHECKING:
    from playwright.sync_api import Page

MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - the very thing that is wanted
ROUNDS = 3
BOXES = ("tue", "free", "step_free", "games", "am")
WORDS = "riverbnk"  # misspelt, so that the list of all words is loaded, too
MONTH = f"{recipe.TODAY:%Y-%m}"

FILTER = f"a filter change in the directory, processor slowed {SLOWED} times"
FILTER_FIRST = f"the first filter change in the directory, processor slowed {SLOWED} times"
CALENDAR = f"a filter change in the calendar, processor slowed {SLOWED} times"
CALENDAR_FIRST = f"the first filter change in the calendar, processor slowed {SLOWED} times"
SEARCH = f"the first search result after the last key, processor slowed {SLOWED} times"

UNFOLD = "for (const one of document.querySelectorAll('.fp-filters details')) one.open = true"
# A list is there in the first frame in which all that one sees of it is as it stays; what is further down may follow.
PRESS = """async ([value, parts]) => {
  const box = document.querySelector(`.fp-filters input[value="${value}"]`);
  const all = () => [...document.querySelectorAll(parts)];
  const edge = () => document.querySelector("dialog[open]")?.getBoundingClientRect().left ?? innerWidth;
  const isSeen = ({ top, bottom, left }) => bottom > 0 && top < innerHeight && left < edge();
  const frames = [];
  const painted = () => new Promise((go) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = () => {
      frames.push({ at: performance.now(), texts: all().map((one) => one.textContent) });
      go();
    };
    after.port2.postMessage(0);
  }));
  await painted();
  frames.length = 0;
  const start = performance.now();
  const first = painted();
  box.click();
  await first;
  let last = frames[0];
  while (performance.now() - last.at < 700 && performance.now() - start < 10_000) {
    await painted();
    if (String(frames.at(-1).texts) !== String(last.texts)) last = frames.at(-1);
    else frames.pop();
  }
  const seen = all().flatMap((one, at) => (isSeen(one.getBoundingClientRect()) ? [at] : []));
  const found = frames.find(({ texts }) => seen.every((at) => texts[at] === last.texts[at]));
  return found.at - start;
}"""
TYPE = """async (words) => {
  const input = document.querySelector("input[type=search]");
  input.focus();
  input.value = words;
  const start = performance.now();
  input.dispatchEvent(new Event("input", { bubbles: true }));
  const found = () => document.querySelector(".fp-found:not([hidden]) .fp-found__one");
  while (!found() && performance.now() - start < 10_000) await new Promise((go) => setTimeout(go, 1));
  return performance.now() - start;
}"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the bytes and the milliseconds."""
    parser = argparse.ArgumentParser(prog="python -m bench.waits", description=__doc__)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--site", type=Path, help="a site that is built already")
    given = parser.parse_args(arguments)
    disk = MEMORY_DISK if MEMORY_DISK.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="bench.", dir=disk) as name:
        site = given.site or _built(Path(name), given.records)
        print(*_loaded(site), sep="\n")
        for what, took in seconds(site):
            print(f"{what}: {took * 1000:.0f} ms")


def seconds(built: Path) -> Iterator[tuple[str, float]]:
    """What was measured and its seconds; nothing where there is no browser."""
    with opened(built) as found:
        if found is None:
            return
        page, address = found
        page.goto(f"{address}directory/")
        _listed(page)
        first, all_of_them = _changes(page, "#find-results li")
        page.goto(f"{address}calendar/{MONTH}/")
        page.locator("#cal-open").click()
        page.wait_for_selector("dialog[open]")
        first_in_calendar, in_calendar = _changes(page, ".fp-month td")
        page.goto(address)
        search = page.evaluate(TYPE, WORDS)
    yield FILTER_FIRST, first / 1000
    yield FILTER, all_of_them / 1000
    yield CALENDAR_FIRST, first_in_calendar / 1000
    yield CALENDAR, in_calendar / 1000
    yield SEARCH, search / 1000


def _changes(page: "Page", parts: str) -> tuple[float, float]:
    """Milliseconds of the first change, and the median of many, with every group of filters open."""
    page.evaluate(UNFOLD)
    page.wait_for_timeout(1000)
    slow(page)
    times = [page.evaluate(PRESS, [box, parts]) for box in BOXES for _ in range(2 * ROUNDS)]
    return times[0], median(times)


def _loaded(site: Path) -> Iterator[str]:
    with opened(site) as found:
        if found is None:
            return
        page, address = found
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}directory/")
        _listed(page)
        ours = (one.removeprefix(address).partition("?")[0] for one in asked if one.startswith(address))
        sizes = {path: _sent(path / "index.html" if path.is_dir() else path) for path in (site / one for one in ours)}
    yield f"first filterable list: {sum(sizes.values()) / 1000:.0f} kB gzipped in {len(sizes)} files"
    for path, size in sorted(sizes.items(), key=lambda one: -one[1])[:6]:
        yield f"  {path.relative_to(site)}: {size / 1000:.1f} kB"


def _built(folder: Path, records: int) -> Path:
    recipe.write_site(folder, records)
    config = str(folder / "mkdocs.yml")
    if fingerpost(["build", "--config-file", config, "--today", date.isoformat(recipe.TODAY)]) != 0:
        raise SystemExit("the site could not be built")
    return folder / "site"


def _sent(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def _listed(page: "Page") -> None:
    page.wait_for_selector("#find.is-ready")
    page.wait_for_selector("#find-results:not([aria-busy]) .fp-card")


if __name__ == "__main__":
    main()
