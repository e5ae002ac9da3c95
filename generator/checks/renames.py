"""Records whose file was renamed and that do not keep the old id: their old addresses and calendars end without a word.

Which files were renamed is told to us (`feeds.renames` asks Git); what is not surely known is not said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.checks.ids import known_ids
from generator.problems import Finding, Severity
from generator.records.model import Record
from generator.records.reading import FOLDERS, Sources
from generator.records.site import Mix


@dataclass(frozen=True, slots=True)
class Rename:
    """A file that had another name: both relative to the site's folder, and the day of the commit; None is not yet."""

    old: str
    new: str
    on: date | None


def forgotten_ids(sources: Sources, renames: Iterable[Rename]) -> Iterator[Finding]:
    """A finding for each id that a record has lost; the newest rename comes first."""
    records = {record.file: record for record in _records(sources)}
    taken = {*known_ids(sources), *sources.broken, *(alias for one in records.values() for alias in one.aliases)}
    now: dict[str, str] = {}
    for rename in renames:
        new = now[rename.old] = now.get(rename.new, rename.new)
        record, old = records.get(new), _id(rename.old)
        if record is None or old in taken or _folder(rename.old, sources) != _folder(new, sources):
            continue
        taken.add(old)
        when = f"until {rename.on}" if rename.on else "in the last commit"
        yield Finding(
            new,
            ("aliases",),
            "old-id-lost",
            f"This file was {rename.old} {when}, and its old addresses and calendars lead nowhere.",
            f"If it is the same thing, write {_with(old, record.aliases)}.",
            Severity.WARNING,
            at_key=True,
        )


def _records(sources: Sources) -> Iterator[Record | Mix]:
    for kind in (sources.resources, sources.activities, sources.venues, sources.mixes):
        yield from kind.values()


def _with(old: str, aliases: tuple[str, ...]) -> str:
    return f"`aliases: [{', '.join((*aliases, old))}]`"


def _id(file: str) -> str:
    return file.rpartition("/")[2].partition(".")[0]


def _folder(file: str, sources: Sources) -> str | None:
    """The folder of records that a file is in."""
    within = file.removeprefix(f"{sources.site.settings.data}/").partition("/")[0]
    return within if within in FOLDERS else None
