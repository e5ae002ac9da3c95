"""Ids and names: each id once over all kinds of record, no record twice under two ids."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.problems import Finding, Severity
from generator.records.model import Record
from generator.records.reading import Sources
from generator.records.site import Mix

WORDS = {"resources": "resource", "activities": "activity", "venues": "venue", "mixes": "mix"}


def known_ids(sources: Sources) -> dict[str, str]:
    """Every id of a site and what it is: `resource`, `activity`, `venue`, `mix`."""
    return {name: word for kind, word in WORDS.items() for name in getattr(sources, kind)}


def _records(sources: Sources) -> Iterator[Record | Mix]:
    for kind in WORDS:
        yield from getattr(sources, kind).values()


def duplicate_ids(made: Catalogue, today: date) -> Iterator[Finding]:
    """Two files with one id, or an alias that is somebody's id or alias."""
    del today
    seen: dict[str, str] = {}
    for record in _records(made.sources):
        if record.id in seen:
            yield Finding(
                record.file,
                (),
                "duplicate-id",
                f"The id “{record.id}” is taken by {seen[record.id]}.",
                "An id is unique over resources, activities, venues and feeds. Rename this file.",
            )
        else:
            seen[record.id] = record.file
    for record in _records(made.sources):
        for number, alias in enumerate(record.aliases):
            if alias in seen:
                yield Finding(
                    record.file,
                    ("aliases", number),
                    "duplicate-id",
                    f"The id “{alias}” is taken by {seen[alias]}.",
                    "Take it off this list.",
                )
            else:
                seen[alias] = record.file


def same_name_and_place(made: Catalogue, today: date) -> Iterator[Finding]:
    """Records of one section that have the same name at the same place: probably one thing twice."""
    del today
    seen: dict[tuple[str, str, str], str] = {}
    for entry in made.entries.values():
        place = entry.place.name if entry.place else ""
        same = (entry.section, entry.record.name.casefold(), place.casefold())
        if same in seen:
            yield Finding(
                entry.record.file,
                ("name",),
                "same-twice",
                f"“{entry.record.name}”{f' at {place}' if place else ''} stands in {seen[same]} too.",
                "Keep one of the two, or give them different names.",
                Severity.WARNING,
            )
        else:
            seen[same] = entry.record.file
