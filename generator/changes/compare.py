"""A site before and after in, everything that differs out, as values; `changes.words` writes it for people.

Both sites are looked at on the same day, so that nothing differs because time went on.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.changes.records import FactChange, fact_changes
from generator.changes.sessions import told
from generator.edit.touched import Touched, touched
from generator.edition import Edition, edition
from generator.feeds.scope import Feed, feeds
from generator.pages import facts
from generator.problems import Problem
from generator.records.model import Record
from generator.records.site import Mix
from generator.schedule.rules import Window


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChange:
    """What becomes of one record."""

    what: str
    """added, removed, renamed, edited, or touched: by an edit of its venue, organiser, closures or settings."""
    file: str
    name: str
    facts: tuple[FactChange, ...] = ()
    sessions: tuple[str, ...] = ()
    count: int = 0
    """How many sessions differ."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that differs between two states of a site."""

    records: tuple[RecordChange, ...]
    rewritten: tuple[str, ...]
    """Files that were written anew, in which nothing differs for readers."""
    other: tuple[str, ...]
    """Other files of the site that differ."""
    feeds: tuple[str, ...]
    """The names of the feeds in which something differs."""
    feeds_in_all: int
    problems: tuple[Problem, ...]
    """Problems that were not there before."""
    solved: int
    """How many problems are no longer there."""

    @property
    def sessions(self) -> int:
        """How many sessions differ in all."""
        return sum(one.count for one in self.records)


def compared(
    before: Catalogue, after: Catalogue, today: date, problems: tuple[tuple[Problem, ...], tuple[Problem, ...]]
) -> Changes:
    """What differs between two catalogues, by the sessions from today on and all facts."""
    editions = edition(before, today), edition(after, today)
    window = Window(today, editions[1].window.last)
    by_entry: dict[str, list[Touched]] = {}
    for one in touched(before, after, window):
        by_entry.setdefault(one.entry.id, []).append(one)
    changes = tuple(_records(editions, by_entry))
    old, new = before.sources.digests, after.sources.digests
    differ = {name for name in {*old, *new} if old.get(name) != new.get(name)}
    explained = {change.file for change in changes}
    known = {record.file for made in (before, after) for record in _named(made).values()}
    found = {(one.file, one.rule, one.message) for one in problems[0]}
    left = {(one.file, one.rule, one.message) for one in problems[1]}
    touched_feeds = _feeds(editions, by_entry)
    return Changes(
        records=changes,
        rewritten=tuple(sorted(name for name in differ & known - explained if name in old and name in new)),
        other=tuple(sorted(differ - known)),
        feeds=tuple(feed.title for feed in touched_feeds),
        feeds_in_all=len(feeds(editions[1])),
        problems=tuple(one for one in problems[1] if (one.file, one.rule, one.message) not in found),
        solved=len(found - left),
    )


def _named(made: Catalogue) -> Mapping[str, Record | Mix]:
    """All records of a site by kind and id."""
    sources = made.sources
    tables: tuple[Mapping[str, Record | Mix], ...] = (
        sources.resources,
        sources.activities,
        sources.venues,
        sources.mixes,
    )
    return {record.file.removesuffix(".yml"): record for table in tables for record in table.values()}


def _records(editions: tuple[Edition, Edition], by_entry: Mapping[str, list[Touched]]) -> Iterator[RecordChange]:
    before, after = editions
    was, now = _named(before.catalogue), _named(after.catalogue)
    old_names = {
        f"{name.rpartition('/')[0]}/{alias}": name
        for name, record in now.items()
        for alias in record.aliases
        if name not in was
    }
    for name in sorted({*was, *now}):
        old, new = was.get(name), now.get(name)
        if new is None and old is not None and name not in old_names:
            yield _removed(before, old, by_entry)
        elif new is not None and old is None:
            former = next((was[one] for one, to in old_names.items() if to == name and one in was), None)
            yield _renamed(editions, former, new, by_entry) if former else _added(editions, new, by_entry)
        elif old is not None and new is not None:
            yield from _edited(editions, old, new, by_entry)


def _sessions(
    editions: tuple[Edition, Edition],
    name: str,
    by_entry: Mapping[str, list[Touched]],
) -> tuple[tuple[str, ...], int]:
    found = by_entry.get(name)
    if not found:
        return (), 0
    said = told(*editions, found)
    return said.sentences, said.count


def _added(editions: tuple[Edition, Edition], new: Record | Mix, by_entry: Mapping[str, list[Touched]]) -> RecordChange:
    sentences, count = _sessions(editions, new.id, by_entry)
    note = getattr(new, "summary", None)
    return RecordChange(what="added", file=new.file, name=new.name, sessions=sentences, count=count, note=note)


def _removed(before: Edition, old: Record | Mix, by_entry: Mapping[str, list[Touched]]) -> RecordChange:
    found = by_entry.get(old.id, [])
    return RecordChange(
        what="removed",
        file=old.file,
        name=old.name,
        sessions=(f"{before.words.number(len(found))} sessions are gone",) if found else (),
        count=len(found),
        note="Its address and its feed lead nowhere. To close it and keep its page, write “places: closed” instead.",
    )


def _renamed(
    editions: tuple[Edition, Edition], old: Record | Mix, new: Record | Mix, by_entry: Mapping[str, list[Touched]]
) -> RecordChange:
    del by_entry  # all its sessions have another id; what they say is told by the rule
    was, now = (_when(made, record) for made, record in zip(editions, (old, new), strict=True))
    return RecordChange(
        what="renamed",
        file=new.file,
        name=new.name,
        facts=tuple(one for one in fact_changes(editions[1].words, old, new) if one.field != "aliases"),
        sessions=() if was == now else (f"{now} Instead of: {was}",),
        note=f"It was {old.file}; the old address leads here.",
    )


def _when(made: Edition, record: Record | Mix) -> str:
    entry: Entry | None = made.catalogue.entries.get(record.id)
    return " ".join(facts.when_long(made, entry)) if entry and entry.items else ""


def _edited(
    editions: tuple[Edition, Edition], old: Record | Mix, new: Record | Mix, by_entry: Mapping[str, list[Touched]]
) -> Iterator[RecordChange]:
    found = fact_changes(editions[1].words, old, new)
    sentences, count = _sessions(editions, new.id, by_entry)
    if found or sentences:
        digests = [made.catalogue.sources.digests.get(new.file) for made in editions]
        own = digests[0] != digests[1]
        what = "edited" if own else "touched"
        yield RecordChange(what=what, file=new.file, name=new.name, facts=found, sessions=sentences, count=count)


def _feeds(editions: tuple[Edition, Edition], by_entry: Mapping[str, list[Touched]]) -> tuple[Feed, ...]:
    """The feeds that hold an activity of which a session or a file differs, before or after."""
    files = [made.catalogue.sources.digests for made in editions]
    differ = {name for name in {*files[0], *files[1]} if files[0].get(name) != files[1].get(name)}
    found: dict[str, Feed] = {}
    for made in editions:
        for feed in feeds(made):
            if any(entry.id in by_entry or differ.intersection(entry.files) for entry in feed.entries):
                found[feed.path] = feed
    return tuple(feed for _path, feed in sorted(found.items()))
