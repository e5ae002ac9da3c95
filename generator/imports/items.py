"""Events that are one thing in, the items of its schedule out, with what is different about single sessions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.imports import texts
from generator.imports.events import Event, Series, lasts
from generator.imports.notes import Notes
from generator.imports.times import day_of, on_clock
from generator.problems import shorten
from generator.schedule.every_write import joined
from generator.schedule.rrule_take import YEARS_COMPARED, Taken, days_of, falls_on_start, take
from generator.schedule.rules import Dates, Misread

_DAY = timedelta(days=1)
_REASON = re.compile(r"(?:cancelled|canceled)\s*[:–—-]\s*(.{3,})", re.IGNORECASE)
_NO_REASON = "their calendar says so"
MOST_DAYS_WHOLE = 31
"""Days in a row that one event without times may have, to be taken as so many days."""


@dataclass(frozen=True, slots=True)
class Clock:
    """From when to when, as a record says it; both None is all day."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Different:
    """What is different about one session."""

    day: date
    event: Event
    cancelled: str | None = None
    to: date | None = None
    clock: Clock | None = None
    """The new times, where they change."""
    place: str | None = None
    """The new LOCATION, where it changes."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An item of a schedule before it has a key."""

    taken: Taken
    clock: Clock
    called: str | None = None
    without: frozenset[date] = frozenset()
    different: tuple[Different, ...] = ()
    uids: tuple[str, ...] = ()


@dataclass(slots=True)
class _Days:
    """Single days with the same times and name."""

    days: dict[date, None] = field(default_factory=dict)
    uids: dict[str, None] = field(default_factory=dict)
    different: list[Different] = field(default_factory=list)


class Drafting:
    """Collects the items of one record."""

    def __init__(self, name: str, place: str, zone: ZoneInfo, notes: Notes) -> None:
        """Takes what the record is called, where it usually is, and its zone."""
        self.name, self.place, self.zone, self.notes = name, place, zone, notes
        self.series: list[Draft] = []
        self.single: dict[tuple[Clock, str | None], _Days] = {}

    def drafts(self) -> list[Draft]:
        """The items: series first, single days after them."""
        found = [
            Draft(taken=Taken(Dates(tuple(sorted(own.days)))), clock=clock, called=called,
                  different=tuple(own.different), uids=tuple(own.uids))
            for (clock, called), own in self.single.items()
        ]  # fmt: skip
        return [*_joined(self.series), *found]

    def add(self, series: Series) -> None:
        """Takes an event in, or notes why it cannot be."""
        master = series.master
        if not master.repeats:
            self._day(master, master.uid)
            return
        if master.cancelled:
            self.notes.lost(master.line, master.what, "the whole series is cancelled; it was not taken.")
            return
        clock = self._clock(master)
        if clock is None or self._whole_days(master) > 1:
            self.notes.lost(
                master.line, master.what, "a session goes on for several days, which a schedule cannot say."
            )
            return
        start, found = on_clock(master.start, self.zone), list[Taken]()
        for line in master.rules:
            taken = take(line.value, start, self.zone)
            if isinstance(taken, Misread):
                said = f"{shorten(line.value, 90)} cannot be kept: {taken.message}"
                self.notes.lost(line.number, master.what, said)
            else:
                found += taken
        if master.rules and not found:
            return
        if not falls_on_start(tuple(found), start.date()):
            if master.rules:
                self.notes.read(
                    master.line, master.what, "its first day is none of its rule; it was taken as a day more."
                )
            self._single(start.date(), clock, None, master.uid)
        for moment in master.more:
            self._day(
                replace(master, start=moment, end=moment + length if (length := lasts(master)) else None), master.uid
            )
        self._series(series, tuple(found), clock)

    def _series(self, series: Series, found: tuple[Taken, ...], clock: Clock) -> None:
        master = series.master
        without = {day_of(moment, self.zone) for moment in master.without if self._excludes(moment, master)}
        different: list[Different] = []
        for event in series.overrides:
            day = day_of(event.recurrence or event.start, self.zone)
            if event.following:
                said = "what changes from one session on cannot be kept; only this session was changed."
                self.notes.lost(event.line, event.what, said)
            extra = next((own for own in self.single.values() if day in own.days and master.uid in own.uids), None)
            if not any(days_of(one, day, day) for one in found):
                if extra is not None:
                    made = self._different(event, day, master, clock)
                    extra.different += [made] if made else []
                elif event.cancelled:
                    self.notes.read(event.line, event.what, f"it cancels {day}, on which there is no session.")
                else:
                    self._day(replace(event, uid=master.uid), master.uid)
                continue
            made = self._different(event, day, master, clock)
            without.discard(day)
            if made is None and not self._same(event, day, master):
                without.add(day)
                self._day(event, master.uid)
            elif made:
                different.append(made)
        for one in found:
            self.series.append(Draft(
                taken=one, clock=clock, called=self._called(master),
                without=frozenset(day for day in without if days_of(one, day, day)),
                different=tuple(own for own in different if days_of(one, own.day, own.day)), uids=(master.uid,),
            ))  # fmt: skip
        if master.place != self.place:
            self.notes.lost(master.line, master.what, f"it is at “{shorten(master.place)}”, the record elsewhere.")

    def _excludes(self, moment: date | datetime, master: Event) -> bool:
        """Whether an EXDATE leaves out the session of its day; calendars heed only the exact time."""
        if not isinstance(moment, datetime) or not isinstance(master.start, datetime):
            return True
        same = on_clock(moment, self.zone).time() == on_clock(master.start, self.zone).time()
        if not same:
            self.notes.read(master.line, master.what, f"EXDATE {moment:%Y-%m-%d %H:%M} is the time of no session.")
        return same

    def _day(self, event: Event, uid: str) -> None:
        """A single event: one day, or the days of a stretch without times."""
        clock, whole = self._clock(event), self._whole_days(event)
        if clock is None or whole > MOST_DAYS_WHOLE:
            self.notes.lost(event.line, event.what, "it goes on for several days, which a schedule cannot say.")
            return
        first = day_of(event.start, self.zone)
        if whole > 1:
            self.notes.read(event.line, event.what, f"it goes on for {whole} days; it was taken as so many days.")
        for number in range(whole):
            self._single(first + _DAY * number, clock, event, uid)

    def _single(self, day: date, clock: Clock, event: Event | None, uid: str) -> None:
        called = self._called(event) if event else None
        own = self.single.setdefault((clock, called), _Days())
        if day in own.days and event:
            self.notes.read(event.line, event.what, f"there are two of the same time on {day}; one was taken.")
        own.days[day] = own.uids[uid] = None
        if event and event.cancelled:
            own.different.append(Different(day=day, event=event, cancelled=_reason(event)))
        elif event and event.place and event.place != self.place:
            own.different.append(Different(day=day, event=event, place=event.place))

    def _called(self, event: Event) -> str | None:
        return event.name if event.name != self.name else None

    def _clock(self, event: Event) -> Clock | None:
        """The times of an event; None where no schedule can say them."""
        if not isinstance(event.start, datetime):
            return Clock()
        start, length = on_clock(event.start, self.zone), lasts(event)
        if start.second:
            self.notes.read(event.line, event.what, "its seconds were left out.")
        start = start.replace(second=0)
        if length is None or length < timedelta(minutes=1):
            return Clock(f"{start:%H:%M}")
        if isinstance(event.end, datetime):  # by the clocks there, also where they change in between
            length = on_clock(event.end, self.zone) - start
        end = start + length
        days = (end.date() - start.date()).days
        if days > 1 or length <= timedelta():
            return None
        return Clock(f"{start:%H:%M}", f"{end:%H:%M} next day" if days else f"{end:%H:%M}")

    def _whole_days(self, event: Event) -> int:
        if isinstance(event.start, datetime) or event.end is None or isinstance(event.end, datetime):
            return 1
        return (event.end - event.start).days

    def _same(self, event: Event, day: date, master: Event) -> bool:
        same_kind = isinstance(event.start, datetime) == isinstance(master.start, datetime)
        return same_kind and day_of(event.start, self.zone) == day and self._clock(event) == self._clock(master)

    def _different(self, event: Event, day: date, master: Event, clock: Clock) -> Different | None:
        """What an override changes; None where nothing is different, or where no change can say it."""
        if event.cancelled:
            return Different(day=day, event=event, cancelled=_reason(event))
        new, to = self._clock(event), day_of(event.start, self.zone)
        if new is None or self._whole_days(event) > 1 or (new.start is None) != (clock.start is None):
            return None
        if clock.end and not new.end:
            return None
        place = event.place if event.place and event.place != master.place else None
        note = _news(event, master)
        if (to, new) == (day, clock) and not place and not note:
            return None
        moves = (to, new) != (day, clock)
        return Different(
            day=day, event=event, to=to if moves else None, clock=new if moves else None, place=place, note=note
        )


def _reason(event: Event) -> str:
    """Why it is cancelled, where the description says so."""
    for line in event.description.split("\n"):
        found = _REASON.fullmatch(line)
        if found:
            return texts.cut(found[1].rstrip("."), 200)
    return _NO_REASON


def _news(event: Event, master: Event) -> str | None:
    """The words that the session has and its series has not."""
    known = set(master.description.split("\n"))
    lines = [line for line in event.description.split("\n") if line and line not in known]
    title = [event.name] if event.name != master.name else []
    said = texts.cut("\n".join([*title, *lines]), texts.LONGEST_NOTE)
    return said or None


def _joined(series: Iterable[Draft]) -> Iterator[Draft]:
    """Series of which one thing was made for the sake of calendar programs, as one again."""
    left = list(series)
    number = 0
    while number < len(left):
        other = next((place for place in range(number + 1, len(left)) if _pair(left[number], left[place])), None)
        if other is None:
            number += 1
            continue
        left[number] = _pair(left[number], left.pop(other)) or left[number]
        number = 0
    yield from left


def _pair(one: Draft, other: Draft) -> Draft | None:
    mine, theirs = one.taken, other.taken
    if (one.clock, one.called, mine.until) != (other.clock, other.called, theirs.until) or mine.times or theirs.times:
        return None
    rule = joined(mine.rule, theirs.rule)
    if rule is None or mine.first is None or theirs.first is None:
        return None
    first = min(mine.first, theirs.first)
    last = date(min(first.year + YEARS_COMPARED, date.max.year), 12, 31)
    both = Taken(rule, first, mine.until)
    if days_of(both, first, last) != sorted({*days_of(mine, first, last), *days_of(theirs, first, last)}):
        return None
    return replace(
        one, taken=both, without=one.without | other.without, different=(*one.different, *other.different),
        uids=tuple(dict.fromkeys((*one.uids, *other.uids))),
    )  # fmt: skip
