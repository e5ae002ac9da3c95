"""`make bench`: seconds and memory of our own builds and, in the same run, of other builders over the same texts.

Everything is written to a memory disk, since a slow disk measures only itself. All builders take turns, and each figure
is the median of several runs; what counts is the ratios: seconds differ from machine to machine and hour to hour.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from bench import match, others, preview, recipe, waits
from bench.measure import Run, measured

MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - the very thing that is wanted
SIZES = (1_000, 10_000, 100_000)
COMPARED = 10_000  # the size at which others build too, and at which a rebuild is measured
ROOT = Path(__file__).parent.parent
Stage = dict[str, Any]
"""A stage of a build as `--timings` writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table."""

    what: str
    records: int
    seconds: float
    peak_mb: float | None = None
    processors: float | None = None
    """Seconds of all processors together: they say more than the clock where the machine has other work, too."""


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
            compared = records == given.compared
            ours = _ours(work, records, rebuild=compared)
            runs = {**ours.runs, **(_theirs(work, records) if compared else {})}
            rounds = [_round(runs) for _ in range(given.repeat)]
            figures += (*ours.stages(), *_medians(records, rounds))
            if compared:
                site = work / str(records) / "ours/site"
                felt = (*match.seconds(site), *waits.seconds(site), *preview.seconds(site.parent))
                figures += (Figure(what=what, records=records, seconds=seconds) for what, seconds in felt)
            shutil.rmtree(work / str(records))
    print()
    print(table(figures))
    print()
    print("\n".join(ratios(figures, given.compared)))


def say(what: str, run: Run) -> None:
    """Shows what a run took as soon as it is known."""
    print(f"{what:<40} {run.seconds:8.2f} s, processors {run.processor_seconds:8.2f} s", file=sys.stderr, flush=True)


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table in Markdown, for docs/."""
    lines = ["| records | what | seconds | of processors | peak memory, MB |", "|---:|---|---:|---:|---:|"]
    for figure in figures:
        memory = "" if figure.peak_mb is None else f"{figure.peak_mb:.0f}"
        processors = "" if figure.processors is None else f"{figure.processors:.1f}"
        lines.append(f"| {figure.records:,} | {figure.what} | {figure.seconds:.2f} | {processors} | {memory} |")
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
    if preview.SHOWN in at:
        yield f"{preview.SHOWN}: {at[preview.SHOWN]:.1f} s (aim 1 s)"
    if match.MATCH in at:
        yield f"{match.MATCH}: {at[match.MATCH] * 1000:.0f} ms (must 300 ms, aim 50 ms)"
    for change in (waits.FILTER, waits.CALENDAR):
        if change in at:
            yield f"{change}: {at[change] * 1000:.0f} ms (must 100 ms, aim 16 ms)"
    for smaller, larger in zip(sorted(built), sorted(built)[1:], strict=False):
        seconds = built[larger].seconds / built[smaller].seconds
        memory = (built[larger].peak_mb or 0) / (built[smaller].peak_mb or 1)
        yield f"{larger:,} / {smaller:,} records: {seconds:.1f} times the seconds, {memory:.1f} times the memory"


COLD = "cold build"
REBUILT = "rebuild after one changed record"
MKDOCS = "MkDocs with Material"
HUGO = "Hugo, the same page"
PAGEFIND = "Pagefind"


Runs = Mapping[str, Callable[[], Run]]


@dataclass(frozen=True, slots=True)
class Ours:
    """Our builds of one site, and what each of their stages took so far."""

    records: int
    runs: Runs
    timed: list[dict[str, Stage]]

    def stages(self) -> Iterator[Figure]:
        """The stages of a cold build."""
        for name in self.timed[0]:
            seconds, memory = (median(stages[name][what] for stages in self.timed) for what in ("seconds", "peak_mb"))
            yield Figure(what=f"· {name}", records=self.records, seconds=seconds, peak_mb=memory)


def _ours(work: Path, records: int, *, rebuild: bool) -> Ours:
    site = work / str(records) / "ours"
    recipe.write_site(site, records)
    timings = site.parent / "timings.json"
    command = (sys.executable, "-m", "generator", "build", "--config-file", str(site / "mkdocs.yml"))
    build = (*command, "--today", recipe.TODAY.isoformat(), "--timings", str(timings))
    environment = {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    timed: list[dict[str, Stage]] = []

    def cold() -> Run:
        for made in ("site", ".fingerpost"):
            shutil.rmtree(site / made, ignore_errors=True)
        run = measured(build, site, environment)
        timed.append({stage["name"]: stage for stage in json.loads(timings.read_text(encoding="utf-8"))["stages"]})
        return run

    def changed() -> Run:
        recipe.change_one(site)
        return measured(build, site, environment)

    return Ours(records, {COLD: cold, **({REBUILT: changed} if rebuild else {})}, timed)


def _theirs(work: Path, records: int) -> Runs:
    entries = tuple(recipe.entries(records))
    folder = work / str(records)
    fresh = _fresh_folders(folder)
    page = folder / "ours/site/activities/activity-00000/index.html"
    runs: dict[str, Callable[[], Run]] = {MKDOCS: lambda: others.mkdocs(next(fresh), entries)}
    if shutil.which("hugo"):
        runs[HUGO] = lambda: others.hugo(next(fresh), entries, page.read_text(encoding="utf-8"))
        search = others.pagefind_command()
        if search:
            runs[PAGEFIND] = lambda: others.pagefind(search, folder, folder / "last/public")
    return runs


def _fresh_folders(below: Path) -> Iterator[Path]:
    """A new empty folder each time, by the name `last`; what was there before is gone."""
    while True:
        shutil.rmtree(below / "last", ignore_errors=True)
        (below / "last").mkdir()
        yield below / "last"


def _round(runs: Runs) -> Mapping[str, Run]:
    """Each builder once, one after the other: whatever else the machine does then hits all of them."""
    took = {}
    for what, run in runs.items():
        took[what] = run()
        say(what, took[what])
    return took


def _medians(records: int, rounds: Sequence[Mapping[str, Run]]) -> Iterator[Figure]:
    for what in rounds[0]:
        runs = [took[what] for took in rounds]
        yield Figure(
            what=what,
            records=records,
            seconds=median(run.seconds for run in runs),
            processors=median(run.processor_seconds for run in runs),
            peak_mb=median(run.peak_mb for run in runs),
        )


if __name__ == "__main__":
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    main()
