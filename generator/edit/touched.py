"""Two catalogues of a site in, before and after an edit: the sessions that become different out."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.schedule.rules import Window
from generator.sessions import Session, SiteAlmanac, Status, sessions
from generator.words import Words


@dataclass(frozen=True, slots=True)
class Touched:
    """A session that is different after an edit; one of the two is None where it comes or goes."""

    entry: Entry
    before: Session | None
    after: Session | None


def touched(before: Catalogue, after: Catalogue, window: Window) -> tuple[Touched, ...]:
    """The sessions in a window that differ, in the order of their days. Only activities with other files are asked."""
    old, new = before.sources.digests, after.sources.digests
    other = {name for name in {*old, *new} if old.get(name) != new.get(name)}
    found: list[Touched] = []
    almanacs = SiteAlmanac(before), SiteAlmanac(after)
    for id in sorted({*before.entries, *after.entries}):  # noqa: A001 - the word of the records
        entries = before.entries.get(id), after.entries.get(id)
        if not any(entry and other.intersection(entry.files) for entry in entries):
            continue
        was, now = (dict(_by_day(entry, window, almanac)) for entry, almanac in zip(entries, almanacs, strict=True))
        entry = entries[1] or entries[0]
        for key in sorted({*was, *now}):
            pair = was.get(key), now.get(key)
            if entry and _told(pair[0]) != _told(pair[1]):
                found.append(Touched(entry, *pair))
    return tuple(sorted(found, key=lambda one: (one.after or one.before).key))  # type: ignore[union-attr]  # one of the two is there


def _by_day(entry: Entry | None, window: Window, almanac: SiteAlmanac) -> Iterator[tuple[tuple[str, int], Session]]:
    if entry:
        for session in sessions(entry, window, almanac):
            yield (session.day.isoformat(), session.item), session


def _told(session: Session | None) -> tuple[object, ...] | None:
    """What people are told of a session."""
    if session is None:
        return None
    place = session.place.name if session.place else None
    return (session.on, session.start, session.end, session.next_day, place, session.status, session.why,
            session.closed, session.note, session.title)  # fmt: skip


def in_words(words: Words, one: Touched) -> str:
    """One session that is different: “Chair yoga, Tuesday 1 December 2026, 2 pm to 3 pm: cancelled”."""
    session = one.after or one.before
    if session is None:
        return one.entry.record.name
    planned = f"{session.title}, {words.day_year(session.day)}"
    if session.planned_start:
        planned += f", {words.times(session.planned_start, session.planned_end)}"
    return f"{planned}: {_what(words, one)}"


def _what(words: Words, one: Touched) -> str:
    after = one.after
    if after is None:
        return "no longer there"
    if one.before is None:
        return "new"
    match after.status:
        case Status.CANCELLED:
            return "cancelled"
        case Status.MOVED:
            to = words.day_year(after.on)
            if after.start:
                to += f", {words.times(after.start, after.end)}"
            place = after.place if after.place != one.before.place or after.place != one.entry.place else None
            return f"moved to {to}" + (f", at {place.name}" if place else "")
        case _:
            return "takes place as planned" if one.before.status is not Status.PLANNED else "told differently"


def counted(found: tuple[Touched, ...]) -> str:
    """How much an edit touches: “9 activities, 14 sessions”."""
    activities = len({one.entry.id for one in found})
    return f"{_of(activities, 'activity', 'activities')}, {_of(len(found), 'session', 'sessions')}"


def _of(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
