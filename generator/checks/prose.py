"""Prose pages of `content/`: links to records and entries of `nav` that lead nowhere, each with its line and column."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.catalogue import Catalogue
from generator.checks.ids import known_ids
from generator.problems import Finding, Problem, Severity, did_you_mean, shorten
from generator.records.places import placed
from generator.records.reading import RECORDS
from generator.records.yamltext import read

OF_PLAIN_SITES = frozenset({"fingerpost", "search", "material/search"})
"""Plugins that make no prose; another one may make pages that are no files."""
_LINK = re.compile(r"\]\(\s*<?((?:resource|activity|venue|mix):[^)\s>]*)")


def prose_problems(made: Catalogue, config: Path) -> Iterator[Problem]:
    """What is wrong with the prose of a site, and with the order that its `mkdocs.yml` gives it."""
    content = config.read_bytes()
    values, _ = read(content, lenient=True)
    named = values.get("docs_dir")
    folder = config.parent / (named if isinstance(named, str) else "docs")
    yield from unknown_links(made, config, folder)
    if _plugins(values) <= OF_PLAIN_SITES:
        yield from placed(content, tuple(_missing_pages(values.get("nav"), ("nav",), folder, config)))


def _plugins(values: Mapping[str, Any]) -> set[str]:
    """The names of the plugins of a `mkdocs.yml`."""
    listed = values.get("plugins")
    entries = listed if isinstance(listed, list) else [listed]
    return {str(name) for entry in entries for name in (entry if isinstance(entry, dict) else (entry,))}


def _missing_pages(nav: Any, path: tuple[str | int, ...], folder: Path, config: Path) -> Iterator[Finding]:
    """The entries of `nav` that name pages which are not there: MkDocs would end without saying where or what to do."""
    if isinstance(nav, list):
        for number, entry in enumerate(nav):
            yield from _missing_pages(entry, (*path, number), folder, config)
    elif isinstance(nav, dict):
        for title, entry in nav.items():
            yield from _missing_pages(entry, (*path, title), folder, config)
    elif isinstance(nav, str) and nav.endswith(".md") and "://" not in nav and not (folder / nav).is_file():
        yield Finding(
            config.name,
            path,
            "missing-page",
            f"`nav` names “{shorten(nav)}”, and there is no such page in {folder.name}/.",
            "Write the page, or take the line out of `nav`.",
        )


def unknown_links(made: Catalogue, config: Path, folder: Path) -> Iterator[Problem]:
    """Links such as `[Garden](resource:garden)` to no record."""
    if RECORDS in made.sources.unread:
        return
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
