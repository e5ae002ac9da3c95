"""`make bench`: seconds and memory of our own builds and, in the same run, of other builders over the same texts.

Everything is written to a memory disk, since a slow disk measures only itself. Each figure is the median of several
runs, and what counts is the ratios: seconds differ from machine to machine.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench import match, others, recipe
from bench.measure import Run, measured

MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - the very thing that is wanted
SIZES = (1_000, 10_000, 100_000)
COMPARED = 10_000  # the size at which others build too, and at which a rebuild is measured
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table."""

    what: str
    records: int
    seconds: float
    peak_mb: float | None = None


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures what was asked for and prints the table."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=SIZES, help="the sizes of the sites")
    parser.add_argument("--compared", type=int, default=COMPARED, help="the size at which others build too")
    parser.add_argument("--repeat", type=int, default=3, help="runs for each figure, of which the median counts")
    given = parser.parse_args(arguments)
    disk = MEMORY_DISK if MEMORY_DISK.is_dir() else None
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="bench.", dir=disk) as name:
        work = Path(name)
        for records in given.records:
            for figure in _ours(work, records, given.repeat, rebuild=records == given.compared):
                figures.append(figure)
                say(figure)
            if records == given.compared:
                for figure in _theirs(work, records, given.repeat):
                    figures.append(figure)
                    say(figure)
            shutil.rmtree(work / str(records))
    print()
    print(table(figures))
    print()
    print("\n".join(ratios(figures, given.compared)))


def say(figure: Figure) -> None:
    """Shows a figure as soon as it is known."""
    print(f"{figure.records:>7}  {figure.what:<40} {figure.seconds:8.2f} s", file=sys.stderr, flush=True)


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table in Markdown, for docs/."""
    lines = ["| records | what | seconds | peak memory, MB |", "|---:|---|---:|---:|"]
    for figure in figures:
        memory = "" if figure.peak_mb is None else f"{figure.peak_mb:.0f}"
        lines.append(f"| {figure.records:,} | {figure.what} | {figure.seconds:.2f} | {memory} |")
    return "\n".join(lines)


def ratios(figures: Sequence[Figure], compared: int) -> Iterator[str]:
    """What the targets are about, in words; only what was measured."""
    at = {figure.what: figure.seconds for figure in figures if figure.records == compared}
    built = {figure.records: figure for figure in figures if figure.what == COLD}
    if MKDOCS in at:
        yield f"cold build / MkDocs with Material: {at[COLD] / at[MKDOCS]:.2f} (must 0.40, aim 0.25)"
    if HUGO in at:
        rest = [name for name in (HUGO, PAGEFIND) if name in at]
        yield f"cold build / {' and '.join(rest)}: {at[COLD] / sum(at[name] for name in rest):.2f} (aim below 1)"
    if REBUILT in at:
        yield f"rebuild after one changed record / cold build: {at[REBUILT] / at[COLD]:.2f} (must 0.35, aim 0.25)"
    if match.MATCH in at:
        yield f"{match.MATCH}: {at[match.MATCH] * 1000:.0f} ms (must 300 ms, aim 50 ms)"
    for smaller, larger in zip(sorted(built), sorted(built)[1:], strict=False):
        seconds = built[larger].seconds / built[smaller].seconds
        memory = (built[larger].peak_mb or 0) / (built[smaller].peak_mb or 1)
        yield f"{larger:,} / {smaller:,} records: {seconds:.1f} times the seconds, {memory:.1f} times the memory"


COLD = "cold build"
REBUILT = "rebuild after one changed record"
MKDOCS = "MkDocs with Material"
HUGO = "Hugo, the same page"
PAGEFIND = "Pagefind"


def _ours(work: Path, records: int, repeat: int, *, rebuild: bool) -> Iterator[Figure]:
    site = work / str(records) / "ours"
    recipe.write_site(site, records)
    timings = site.parent / "timings.json"
    command = (sys.executable, "-m", "generator", "build", "--config-file", str(site / "mkdocs.yml"))
    build = (*command, "--today", recipe.TODAY.isoformat(), "--timings", str(timings))
    environment = {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    stages: dict[str, list[dict[str, float]]] = {}

    def cold() -> Run:
        for made in ("site", ".fingerpost"):
            shutil.rmtree(site / made, ignore_errors=True)
        run = measured(build, site, environment)
        for stage in json.loads(timings.read_text(encoding="utf-8"))["stages"]:
            stages.setdefault(stage["name"], []).append(stage)
        return run

    def changed() -> Run:
        recipe.change_one(site)
        return measured(build, site, environment)

    figure = _median(COLD, records, repeat, cold)
    for name, runs in stages.items():
        seconds = median(stage["seconds"] for stage in runs)
        yield Figure(what=f"· {name}", records=records, seconds=seconds, peak_mb=median(s["peak_mb"] for s in runs))
    yield figure
    if rebuild:
        yield _median(REBUILT, records, repeat, changed)
        for what, seconds in match.seconds(site / "site"):
            yield Figure(what=what, records=records, seconds=seconds)


def _theirs(work: Path, records: int, repeat: int) -> Iterator[Figure]:
    entries = tuple(recipe.entries(records))
    folder = work / str(records)
    fresh = _fresh_folders(folder)
    yield _median(MKDOCS, records, repeat, lambda: others.mkdocs(next(fresh), entries))
    page = (folder / "ours/site/activities/activity-00000/index.html").read_text(encoding="utf-8")
    if shutil.which("hugo"):
        yield _median(HUGO, records, repeat, lambda: others.hugo(next(fresh), entries, page))
        if shutil.which("pagefind"):
            yield _median(PAGEFIND, records, repeat, lambda: others.pagefind(folder, folder / "last/public"))


def _fresh_folders(below: Path) -> Iterator[Path]:
    """A new empty folder each time, by the name `last`; what was there before is gone."""
    while True:
        shutil.rmtree(below / "last", ignore_errors=True)
        (below / "last").mkdir()
        yield below / "last"


def _median(what: str, records: int, repeat: int, work: Callable[[], Run]) -> Figure:
    runs = [work() for _ in range(repeat)]
    seconds, memory = median(run.seconds for run in runs), median(run.peak_mb for run in runs)
    return Figure(what=what, records=records, seconds=seconds, peak_mb=memory)


if __name__ == "__main__":
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    main()
