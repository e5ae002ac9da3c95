"""Sessions in, the days on which they appear out, on the site's own clock.

A session stands on the day on which it happens and, where it is moved, on the day or at the hour that it left, too:
whoever looks there must learn of it. All sessions of a rule that are as planned share one appearance.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from generator.catalogue import Entry
from generator.edition import Edition
from generator.inherit import Place
from generator.pages.paging import name_key
from generator.sessions import Session, Status, in_zone

ALL_DAY = -1
_DAY = timedelta(days=1)


class Standing(StrEnum):
    """How a session stands on a day."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    LEFT = "left"
    """It was to be here and is moved to another time or day."""
    CAME = "came"
    """It is moved here from another time or day."""
    CHANGED = "changed"
    """It begins as planned, but at another place or with another end."""


class There(NamedTuple):
    """What the clocks of another zone show."""

    clock: time
    weekday: int | None
    """Where it is another day there: which, 0 being Monday."""


class Moment(NamedTuple):
    """When a moved session is, or was to be, on the site's clock."""

    day: date | None
    """None is the same day."""
    clock: time | None
    """None is all day."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Appearance:
    """A session on a day of the site; equal to nothing but itself, so that it is cheap to look things up by it."""

    session: Session
    """Of a rule whose sessions are as planned: the first one."""
    standing: Standing
    start: time | None
    """None is all day."""
    end: time | None
    next_day: bool
    """Whether it ends on the day after."""
    there: There | None
    """When it begins in its own zone, where the clocks show something else there."""
    other: Moment | None = None
    """Of a session that left this time: when it is instead; of one that came: when it was to be."""
    records: tuple[str, ...]
    """Ids of what it hangs on: the activity, and the place where that is not its usual one."""
    minute: int
    """When it begins, in minutes of the day, to sort by; all day comes first."""


Calendar = Mapping[date, tuple[Appearance, ...]]


def calendar(edition: Edition, entries: Iterable[Entry]) -> Calendar:
    """The sessions of some activities by day: all day first, then by the clock, then by name; no empty days."""
    days: defaultdict[date, list[Appearance]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (name_key(entry.record.name), entry.id)):
        at_home = entry.zone is edition.catalogue.zone
        planned: dict[object, Appearance] = {}
        for session in edition.sessions.get(entry.id, ()):
            if session.status is not Status.PLANNED or session.note is not None:
                for day, one in _appearances(edition, session):
                    if day in edition.window:
                        days[day].append(one)
            elif at_home:
                known = planned.get(session.item)
                if known is None:
                    known = planned[session.item] = _at(edition, session, Standing.PLANNED)[1]
                days[session.on].append(known)
            else:  # with its own clocks a rule may look different here in summer and winter
                day, one = _at(edition, session, Standing.PLANNED)
                if day in edition.window:
                    days[day].append(planned.setdefault((session.item, one.start, one.end, one.there), one))
    by_clock = attrgetter("minute")  # the rest of the order is there already, and sorting keeps it
    return {day: tuple(sorted(days[day], key=by_clock)) for day in sorted(days)}


def is_changed(one: Appearance) -> bool:
    """Whether a session is not as planned."""
    return one.standing is not Standing.PLANNED


def elsewhere(session: Session) -> Place | None:
    """Where a session is, if not at its usual place."""
    place, usual = session.place, session.entry.place
    return None if place is usual or place == usual else place


def has_moved(session: Session) -> bool:
    """Whether a session is, or was to be, at another time or on another day than its rule says."""
    return session.on != session.day or session.start != session.planned_start


def _appearances(edition: Edition, session: Session) -> Iterator[tuple[date, Appearance]]:
    if session.status is Status.PLANNED:
        yield _at(edition, session, Standing.PLANNED)
        return
    moved = has_moved(session)
    standing = Standing.CAME if moved else Standing.CHANGED
    day, now = _at(edition, session, Standing.CANCELLED if session.status is Status.CANCELLED else standing)
    if not moved:
        yield day, now
        return
    left, then = _left(edition, session)
    same = left == day
    yield left, replace(then, other=Moment(None if same else day, now.start))
    yield day, replace(now, other=Moment(None if same else left, then.start))


def _at(edition: Edition, session: Session, standing: Standing) -> tuple[date, Appearance]:
    """A session on the day on which it happens."""
    return _on(edition, session, standing, (session.on, session.start, session.end, session.next_day))


def _left(edition: Edition, session: Session) -> tuple[date, Appearance]:
    """A session on the day that it left."""
    item = session.entry.items[session.item]
    return _on(edition, session, Standing.LEFT, (session.day, item.start, item.end, item.next_day))


def _on(
    edition: Edition, session: Session, standing: Standing, when: tuple[date, time | None, time | None, bool]
) -> tuple[date, Appearance]:
    own_day, own_start, end, next_day = when
    day, start, there = own_day, own_start, None
    own, site = session.entry.zone, edition.catalogue.zone
    if own_start is not None and own is not site:
        day, start = in_zone(own_day, own_start, own, site)
        if end is not None:
            last, end = in_zone(own_day + _DAY if next_day else own_day, end, own, site)
            next_day = last > day
        if (day, start) != (own_day, own_start):
            there = There(own_start, own_day.weekday() if own_day != day else None)
    minute = ALL_DAY if start is None else start.hour * 60 + start.minute
    place = elsewhere(session)
    records = (session.entry.id, place.id) if place and place.id else (session.entry.id,)
    return day, Appearance(session=session, standing=standing, start=start, end=end, next_day=next_day, there=there,
                           records=records, minute=minute)  # fmt: skip
