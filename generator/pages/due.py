"""An edition in, what somebody must look at out: grouped by who answers for it, with the words to ask them."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.catalogue import Entry
from generator.checks.freshness import months_between
from generator.edit.slip import Section, written
from generator.edition import Edition
from generator.pages.correction import of_entry, of_venue
from generator.pages.facts import in_person
from generator.records import codes
from generator.records.common import Checked, Contact
from generator.records.model import Activity, Resource, Venue
from generator.schedule.rules import Window
from generator.sessions import sessions

Record = Resource | Activity | Venue
Reasons = Callable[[Edition, Record, Entry | None], Iterator[tuple[str, str]]]
SOON = timedelta(days=42)
FULL = frozenset({"full", "paused"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One record that somebody must look at, and why."""

    id: str
    name: str
    file: str
    kind: str
    """check, ends, joining: why it is due; closed: it lets nobody new in, and means to."""
    why: str
    last: date | None
    """The day of the last check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Who answers for records, how they are reached, and which of theirs are due."""

    name: str
    contact: Contact | None
    due: tuple[Due, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """An access fact that nobody has told, and in how many records; asking at these places tells most."""

    label: str
    count: int
    places: tuple[tuple[str, int], ...]


def groups(edition: Edition) -> tuple[Group, ...]:
    """Everything due, by who answers for it, those with most first."""
    return _grouped(edition, _reasons)


def _grouped(edition: Edition, reasons: Reasons) -> tuple[Group, ...]:
    found: dict[str, list[Due]] = {}
    names: dict[str, tuple[str, Contact | None]] = {}
    for record, entry in _records(edition):
        key, name, contact = _answers(edition, record, entry)
        for one in _due(edition, record, entry, reasons):
            found.setdefault(key, []).append(one)
            names[key] = name, contact
    made = [Group(name=names[key][0], contact=names[key][1], due=tuple(theirs)) for key, theirs in found.items()]
    return tuple(sorted(made, key=lambda group: (-len(group.due), group.name)))


def unknown(edition: Edition) -> tuple[Unknown, ...]:
    """The access facts that are unknown in most records, among those that everybody is asked."""
    missing: dict[str, Counter[str]] = {}
    for entry in edition.catalogue.entries.values():
        if entry.listed(edition.today) and in_person(entry):
            where = entry.place.name if entry.place else entry.record.name
            for feature in codes.ASKED_OF_EVERYBODY:
                if feature not in entry.facts.access:
                    missing.setdefault(feature, Counter())[where] += 1
    found = [
        Unknown(label=edition.label("access", feature), count=sum(where.values()), places=tuple(where.most_common(3)))
        for feature, where in missing.items()
    ]
    return tuple(sorted(found, key=lambda one: -one.count))


def closed_to_new(edition: Edition) -> tuple[Group, ...]:
    """Who lets nobody new in: no fault and nothing to ask for, but good to know for those who send people there."""
    return _grouped(edition, _closed)


def _closed(edition: Edition, record: Record, entry: Entry | None) -> Iterator[tuple[str, str]]:
    joining = entry.record.joining if entry and entry.listed(edition.today) else None
    del record
    if joining is None:
        return
    last = joining.join_until or joining.starts
    if joining.way == "closed_group":
        yield "closed", edition.label("joining", joining.way).lower()
    elif joining.way == "course" and last and last < edition.today:
        yield "closed", edition.words.t("one could join until %(date)s", date=edition.words.date(last))


def question(edition: Edition, group: Group) -> str:
    """The text that asks a group for its facts; `fingerpost apply` reads the answer."""
    sections: dict[str, Section] = {}
    for one in group.due:
        venue = edition.catalogue.sources.venues.get(one.id)
        entry = edition.catalogue.entries.get(one.id)
        for section in of_venue(edition, venue) if venue else of_entry(edition, entry) if entry else ():
            sections.setdefault(section.id, section)
    return written(edition.words, sections.values())


def _records(edition: Edition) -> Iterator[tuple[Record, Entry | None]]:
    for entry in edition.catalogue.entries.values():
        if entry.visible(edition.today):
            yield entry.record, entry
    for venue in edition.catalogue.sources.venues.values():
        yield venue, None


def _answers(edition: Edition, record: Record, entry: Entry | None) -> tuple[str, str, Contact | None]:
    """Who answers for a record: those who run it, else itself."""
    runner = entry.runner if entry else None
    if runner is None:
        return record.id, record.name, record.contact
    known = edition.catalogue.sources.resources.get(runner.id or "")
    contact = entry.facts.contact.value if entry and entry.facts.contact else known.contact if known else None
    return runner.id or runner.name, runner.name, contact


def _due(edition: Edition, record: Record, entry: Entry | None, reasons: Reasons) -> Iterator[Due]:
    for kind, why in reasons(edition, record, entry):
        last = record.checked.on if record.checked else None
        yield Due(id=record.id, name=record.name, file=record.file, kind=kind, why=why, last=last)


def _reasons(edition: Edition, record: Record, entry: Entry | None) -> Iterator[tuple[str, str]]:
    words, today, limit = edition.words, edition.today, edition.settings.freshness.warn
    parts: tuple[tuple[str, Checked | None], ...] = (
        (words.t("getting in and around"), record.access.checked if record.access else None),
        (words.t("how to reach them"), record.contact.checked if record.contact else None),
    )
    if record.checked is None:
        yield "check", words.t("nobody has checked it")
    elif (months := months_between(record.checked.on, today)) >= limit:
        yield "check", words.n("checked %(count)s month ago", "checked %(count)s months ago", months)
    for what, checked in parts:
        if checked and (months := months_between(checked.on, today)) >= limit:
            age = words.n("checked %(count)s month ago", "checked %(count)s months ago", months)
            yield "check", words.t("%(what)s: %(when)s", what=what, when=age)
    if record.review_by and record.review_by < today:
        yield "check", words.t("to be looked at by %(date)s", date=words.date(record.review_by))
    if entry:
        yield from _joining(edition, entry)


def _goes_on(edition: Edition, entry: Entry, last: date) -> bool:
    """Whether there are sessions beyond the window of the site: some things happen once a year."""
    later = Window(last + timedelta(days=1), last + timedelta(days=800))
    return next(sessions(entry, later, edition.almanac), None) is not None


def _joining(edition: Edition, entry: Entry) -> Iterator[tuple[str, str]]:
    words, places, contact = edition.words, entry.record.places, entry.facts.contact
    coming = [one.on for one in edition.sessions.get(entry.id, ()) if one.on >= edition.today]
    if coming and max(coming) <= edition.today + SOON and not _goes_on(edition, entry, max(coming)):
        yield "ends", words.t("the last date is %(date)s", date=words.date(max(coming)))
    if places and places.state in FULL:
        since = words.t(" since %(date)s", date=words.date(places.on)) if places.on else ""
        yield "joining", edition.label("places", places.state).lower() + since
    if not (contact and contact.value.reachable):
        yield "joining", words.t("nobody can be asked")
