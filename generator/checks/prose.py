"""Prose pages of `content/`: links to records that are not there, each with its line and column."""

import re
from collections.abc import Iterator
from pathlib import Path

from generator.catalogue import Catalogue
from generator.checks.ids import known_ids
from generator.problems import Problem, Severity, did_you_mean, shorten
from generator.records.reading import RECORDS
from generator.records.yamltext import read

_LINK = re.compile(r"\]\(\s*<?((?:resource|activity|venue|mix):[^)\s>]*)")


def unknown_links(made: Catalogue, config: Path) -> Iterator[Problem]:
    """Links such as `[Garden](resource:garden)` to no record."""
    if RECORDS in made.sources.unread:
        return
    values, _ = read(config.read_bytes(), lenient=True)
    named = values.get("docs_dir")
    folder = config.parent / (named if isinstance(named, str) else "docs")
    for page in sorted(folder.rglob("*.md")):
        name = page.relative_to(config.parent).as_posix()
        if not page.is_file():
            continue
        for number, text in enumerate(page.read_text(encoding="utf-8", errors="replace").split("\n"), start=1):
            for found in _LINK.finditer(text):
                target = found[1].rpartition(":")[2]
                if made.url(found[1]) is None and target not in made.sources.broken:
                    yield Problem(
                        name,
                        number,
                        found.start(1) + 1,
                        Severity.ERROR,
                        "unknown-reference",
                        f"The text links to “{shorten(found[1])}”, which is no record.",
                        did_you_mean(target, known_ids(made.sources)),
                    )
