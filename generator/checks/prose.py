"""Prose pages of `content/`: links to records that are not there, found with line and column."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.catalogue import Catalogue
from generator.checks.ids import known_ids
from generator.problems import Finding, Problem, did_you_mean
from generator.records.yamltext import read

_LINK = re.compile(r"\]\(\s*<?((?:resource|activity|venue|mix):[^)\s>]*)")


def unknown_links(made: Catalogue, config: Path) -> Iterator[Finding]:
    """Links such as `[Garden](resource:garden)` to no record. The path of a finding is its line and column."""
    values, _ = read(config.read_bytes(), lenient=True)
    named = values.get("docs_dir")
    folder = config.parent / (named if isinstance(named, str) else "docs")
    for page in sorted(folder.rglob("*.md")):
        for number, text in enumerate(page.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
            for found in _LINK.finditer(text):
                if made.url(found[1]) is None and found[1].rpartition(":")[2] not in made.sources.broken:
                    yield Finding(
                        page.relative_to(config.parent).as_posix(),
                        (number, found.start(1) + 1),
                        "unknown-reference",
                        f"The text links to “{found[1]}”, which is no record.",
                        did_you_mean(found[1].rpartition(":")[2], known_ids(made.sources)),
                    )


def placed(root: Path, findings: Sequence[Finding]) -> tuple[Problem, ...]:
    """The findings of prose pages as problems."""
    del root
    return tuple(
        Problem(
            found.file, int(found.path[0]), int(found.path[1]), found.severity, found.rule, found.message, found.hint
        )
        for found in findings
    )
