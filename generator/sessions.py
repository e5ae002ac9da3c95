"""Activities and a window in, their sessions out: rules expanded, changes applied, closed places and organisers heeded.

A session is found by the day that the rule gave it; where it is moved, it keeps that day and has another one to go to.
Times are wall-clock times in the activity's zone.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from generator.catalogue import Catalogue, Entry
from generator.inherit import Place
from generator.records.common import Closed
from generator.records.model import Activity
from generator.records.schedule_fields import Change
from generator.schedule.expand import days, has_day
from generator.schedule.public_holidays import public_holidays
from generator.schedule.rules import Item, Period, Window

YEARS = 60  # a closure that comes each year is worked out so far; no window of a site reaches further


class Status(StrEnum):
    """What became of a session."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    MOVED = "moved"


class Session(NamedTuple):
    """One time that an activity happens, or was to happen.

    A tuple, because a site has 200,000 of them: a frozen dataclass takes five times as long to make.
    """

    entry: Entry
    item: int
    """Which item of the schedule it comes from."""
    day: date
    """The day that the rule gives: its identity."""
    on: date
    """The day on which it happens: another one where it is moved."""
    start: time | None
    """None is all day."""
    end: time | None
    next_day: bool = False
    place: Place | None = None
    status: Status = Status.PLANNED
    why: str | None = None
    """Why it is cancelled or moved, in the organiser's words."""
    closed: str | None = None
    """The name of the place or organiser that is closed, where that is what cancels it."""
    note: str | None = None

    @property
    def title(self) -> str:
        """What the session is called."""
        return self.entry.items[self.item].called or self.entry.record.name

    @property
    def planned_start(self) -> time | None:
        """When the rule lets it begin."""
        return self.entry.items[self.item].start

    @property
    def planned_end(self) -> time | None:
        """When the rule lets it end."""
        return self.entry.items[self.item].end

    @property
    def key(self) -> tuple[date, time, str, int]:
        """Sorts sessions by when they happen, then by activity."""
        return self.on, self.start or time(), self.entry.id, self.item

    def ends(self) -> datetime:
        """The wall-clock moment at which it is over; midnight where no end is known."""
        last = self.on + timedelta(days=1) if self.next_day or self.end is None else self.on
        return datetime.combine(last, self.end or time())


class SiteAlmanac:
    """What a site knows about days: its public holidays, its named closures, the day on which its rules begin."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Takes all of it from the site's settings and closures."""
        settings = catalogue.sources.site.settings
        self.is_public_holiday = public_holidays(settings.country, settings.subdivision)
        self.epoch = settings.begins
        self.places = catalogue.places
        self._closures = catalogue.sources.closures
        self._periods: dict[str, tuple[Period, ...]] = {}

    def closure(self, id: str) -> tuple[Period, ...]:  # noqa: A002 - the word of the records
        """The periods of a named closure; of one that comes each year, those of sixty years."""
        if id not in self._periods:
            self._periods[id] = tuple(self._periods_of(id))
        return self._periods[id]

    def _periods_of(self, id: str) -> Iterator[Period]:  # noqa: A002 - the word of the records
        closure = self._closures.get(id)
        if closure is None:
            return
        for period in closure.periods:
            yield Period(period.first, period.last, closure.name)
        if closure.each_year:
            first, last = closure.each_year.first, closure.each_year.last
            for year in range(self.epoch.year - 1, self.epoch.year + YEARS):
                yield Period(_day(year, first), _day(year + (last < first), last), closure.name)


def _day(year: int, month_day: tuple[int, int]) -> date:
    month, number = month_day
    try:
        return date(year, month, number)
    except ValueError:  # 29 February of a common year, 31 of a short month: the last day of that month
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def sessions(entry: Entry, window: Window, almanac: SiteAlmanac) -> Iterator[Session]:
    """The sessions of an activity that fall into the window, were to fall into it, or are moved into it.

    They come item by item, each item in the order of its days.
    """
    record = entry.record
    if not isinstance(record, Activity):
        return
    closed = _closures(entry, entry.place)
    for number, item in enumerate(entry.items):
        changes = {change.on: change for change in record.changes if _means(change, item, almanac.epoch)}
        moved_in = tuple(
            change.on
            for change in changes.values()
            if change.moved and change.moved.to in window and change.on not in window
            for _planned in days(item, Window(change.on, change.on), almanac, epoch=almanac.epoch)
        )
        for day in (*days(item, window, almanac, epoch=almanac.epoch), *moved_in):
            session = Session(entry, number, day, day, item.start, item.end, item.next_day, entry.place)
            change = changes.get(day)
            if change:
                session = _changed(session, change, almanac)
            periods = closed if session.place is entry.place else _closures(entry, session.place)
            yield _heed_closures(session, periods) if periods else session


def _means(change: Change, item: Item, epoch: date) -> bool:
    """Whether a change speaks of this item: by its key, else by a day that the item's rule has."""
    return change.key == item.key if change.key else has_day(item, change.on, epoch)


def _changed(session: Session, change: Change, almanac: SiteAlmanac) -> Session:
    if change.cancelled:
        return session._replace(status=Status.CANCELLED, why=change.cancelled, note=change.note)
    if change.moved is None:
        return session._replace(note=change.note)
    move, item = change.moved, session.entry.items[session.item]
    end, next_day = move.end or _shifted(item, move.start)
    return session._replace(
        status=Status.MOVED,
        why=move.why,
        note=change.note,
        on=move.to,
        start=move.start or item.start,
        end=end,
        next_day=next_day,
        place=almanac.places.get(move.venue, session.place) if move.venue else session.place,
    )


def _heed_closures(session: Session, periods: tuple[tuple[str | None, Closed], ...]) -> Session:
    """The session, cancelled where its place or those who run it are closed on the day on which it happens."""
    if session.status is Status.CANCELLED:
        return session
    for whose, period in periods:
        if period.first <= session.on <= period.last:
            return session._replace(status=Status.CANCELLED, why=period.why, closed=whose)
    return session


def _shifted(item: Item, start: time | None) -> tuple[time | None, bool]:
    """The end of a session that is moved to another hour without saying until when: it takes as long as ever."""
    if start is None or item.start is None or item.end is None:
        return item.end, item.next_day
    day = date(2000, 1, 1)
    length = datetime.combine(day + timedelta(days=item.next_day), item.end) - datetime.combine(day, item.start)
    end = datetime.combine(day, start) + length
    return end.time(), end.date() > day


def _closures(entry: Entry, place: Place | None) -> tuple[tuple[str | None, Closed], ...]:
    """The closed periods that touch a session, each with the name of who is closed; None for the activity itself."""
    found: list[tuple[str | None, Closed]] = [(None, period) for period in entry.record.closed]
    if entry.runner:
        found += [(entry.runner.name, period) for period in entry.runner.closed]
    if place:
        found += [(place.name, period) for period in place.closed]
    return tuple(found)


def in_zone(day: date, clock: time, own: ZoneInfo, zone: ZoneInfo) -> tuple[date, time]:
    """A wall-clock time of one zone as day and time of another."""
    if own is zone:
        return day, clock
    there = datetime.combine(day, clock, own).astimezone(zone)
    return there.date(), there.time()
