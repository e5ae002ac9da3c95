"""A built site and queries in, what a reader would find out: our modules, run by node."""

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from generator.edition import Edition
from generator.output import Output
from generator.pages.page import Prose
from generator.pieces import Store
from generator.search.outputs import search_outputs
from tests.capabilities import ROOT, TESTS, node


def asked(site: Path, queries: Iterable[str]) -> Any:
    """What is found for each query in its turn."""
    return _answer("search.mjs", str(site), list(queries))


def tokens_in_browser(texts: Iterable[str]) -> Sequence[list[str]]:
    """The words of each text."""
    answer: Sequence[list[str]] = _answer("tokens.mjs", "", list(texts))
    return answer


def _answer(tool: str, argument: str, given: object) -> Any:
    program = node()
    assert program is not None
    run = subprocess.run(
        [program, TESTS / "tools" / tool, argument],
        input=json.dumps(given), capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def written(edition: Edition, folder: Path, prose: Sequence[Prose] = ()) -> Path:
    """A folder with the files of the search alone."""
    for output in outputs_of(edition, folder / "kept", prose):
        path = folder / output.path
        path.parent.mkdir(parents=True, exist_ok=True)
        content = output.make() if output.make else output.content
        path.write_text(str(content), encoding="utf-8")
    return folder


def outputs_of(edition: Edition, store: Path, prose: Sequence[Prose] = ()) -> Sequence[Output]:
    """The files of the search; the key of a record is its name, all that tests change."""
    names = {entry.id: f"{entry.id} {entry.record.name}" for entry in edition.catalogue.entries.values()}
    kept = Store(store, lambda sort, ids: " ".join((sort, *(names[one] for one in ids))))
    return list(search_outputs(edition, lambda: prose, kept))
