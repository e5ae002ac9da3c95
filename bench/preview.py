"""What somebody waits for who edits a record beside a preview: from when its file is written until the page has it.

`python -m bench.preview FOLDER` measures it alone for a site, on a copy of it in a memory disk; `--mkdocs` measures
`mkdocs serve` in its place, which makes the whole site anew.
"""

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit
from urllib.request import urlopen

SHOWN = "preview shows a changed record"
RUNS = 5
REST = 2.37  # seconds between two edits: no multiple of the time between two looks
OFTEN = 0.01  # seconds between two questions for the page
PATIENCE = 600
ROOT = Path(__file__).parent.parent
OURS = ("generator", "serve", "--address")
MKDOCS = ("mkdocs", "serve", "--dev-addr")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures one site and prints each run and the median."""
    parser = argparse.ArgumentParser(prog="python -m bench.preview", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of a site, with mkdocs.yml and data/")
    parser.add_argument("--mkdocs", action="store_true", help="measure `mkdocs serve`")
    parser.add_argument("--runs", type=int, default=RUNS)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="bench.", dir="/dev/shm") as name:
        copy = Path(name) / "site"
        ignored = shutil.ignore_patterns("site", ".fingerpost", ".venv", "node_modules", "tests", "bench", "generator")
        shutil.copytree(given.folder, copy, ignore=ignored)
        took = tuple(waits(copy, MKDOCS if given.mkdocs else OURS, given.runs))
    print(" ".join(f"{seconds:.2f}" for seconds in took), f"median {median(took):.2f} s")


def seconds(folder: Path) -> Iterator[tuple[str, float]]:
    """What was measured of a site, and its seconds; its first activity is edited."""
    yield SHOWN, median(waits(folder, OURS, RUNS))


def waits(folder: Path, command: Sequence[str], runs: int) -> Iterator[float]:
    """The seconds from each of some edits until the page has it."""
    record = min((folder / "data/activities").glob("*.yml"))
    where = re.search("^site_url: (.*)", (folder / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    below = urlsplit(where[1]).path.strip("/") if where else ""
    summary = re.compile("^summary: .*", re.MULTILINE)
    with _preview(folder, command) as host:
        page = "/".join(filter(None, (host, below, f"activities/{record.stem}/")))
        _seen(page, "</html>")
        for run in range(runs):
            time.sleep(REST)
            words = f"Cake number {run}."
            record.write_text(summary.sub(f"summary: {words}", record.read_text(encoding="utf-8")), encoding="utf-8")
            begun = time.perf_counter()
            _seen(page, words)
            yield time.perf_counter() - begun


@contextmanager
def _preview(folder: Path, command: Sequence[str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    with (
        (folder / ".bench.log").open("wb") as log,
        subprocess.Popen(
            [sys.executable, "-m", *command, address], cwd=folder, env=environment, stdout=log, stderr=log
        ) as process,
    ):
        try:
            yield f"http://{address}"
        finally:
            process.terminate()


def _seen(page: str, words: str) -> None:
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            with urlopen(page, timeout=PATIENCE) as answer:  # noqa: S310 - our own preview
                if words in answer.read().decode():
                    return
        except OSError:
            pass  # it has not begun yet
        time.sleep(OFTEN)
    raise TimeoutError(f"{page} does not say “{words}” after {PATIENCE} seconds")


if __name__ == "__main__":
    main()
