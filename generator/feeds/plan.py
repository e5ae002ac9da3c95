"""One activity in, its events out as values: series, what each leaves out and changes, and single days.

A series keeps its first day for ever, whatever the window of the site; so what it leaves out reaches far, too:
through `horizon`, which moves once a year. All else that depends on today is what becomes of a session that is over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.catalogue import Entry
from generator.edition import Edition
from generator.records.model import Activity
from generator.schedule.expand import Series, days, has_day, rule_days, series
from generator.schedule.falls import falls
from generator.schedule.rrule_write import rrules
from generator.schedule.rules import NO_SKIPS, Dates, Item, Rule, Window
from generator.sessions import Session, Status, sessions

_DAY = timedelta(days=1)
KEPT = timedelta(days=7)
"""So long after its day a cancelled session is still to be seen; then the series leaves it out."""
_YEARS_AHEAD = 2  # through 31 December of the year after next

Altered = Mapping[tuple[int, date], Session]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesEvent:
    """A series of a schedule: one RRULE, the days that it leaves out, the sessions that are not as the rule says."""

    item: int
    code: str
    """What tells it from the other series of its item: "2tu"."""
    rrule: str
    first: date
    last: date | None
    left_out: tuple[date, ...]
    changed: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The events of an activity."""

    series: tuple[SeriesEvent, ...]
    single: tuple[Session, ...]
    """Single days, as `on:` lists them."""


def horizon(edition: Edition) -> date:
    """The last day for which a series without end says what it leaves out: 31 December of the year after next."""
    return max(date(edition.today.year + _YEARS_AHEAD, 12, 31), edition.window.last)


def plan(entry: Entry, edition: Edition) -> Plan:
    """The events of an activity; series that ended before the window are left out."""
    altered = _altered(entry, edition)
    found: list[SeriesEvent] = []
    single: list[Session] = []
    for number, item in enumerate(entry.items):
        if isinstance(item.rule, Dates):
            own = (one for one in edition.sessions.get(entry.id, ()) if one.item == number)
            single += [one for one in own if not _called_off(one, edition)]
        else:
            found += _series(number, item, altered, edition)
    return Plan(series=tuple(found), single=tuple(single))


def _series(number: int, item: Item, altered: Altered, edition: Edition) -> Iterator[SeriesEvent]:
    epoch, until = edition.almanac.epoch, horizon(edition)
    several = series(item, epoch)
    if not several:
        return
    skipped = _skipped(item, min(one.first for one in several), edition)
    own = [session for (found, _), session in altered.items() if found == number]
    called_off = {session.day for session in own if _called_off(session, edition)}
    changed = [session for session in own if session.day not in called_off and _matters(session, edition)]
    for one, (_, rule, _) in zip(several, _rules(item, several), strict=True):
        end = max(one.first, min(one.last or until, until))
        first = next((day for day in falls(rule, one.first, one.first, end) if day not in skipped), None)
        if first is None:
            continue
        alone = len(several) == 1
        theirs = [session for session in changed if alone or _falls_on(rule, one.first, session.day)]
        if one.last and max([one.last, *(session.on for session in theirs)]) < edition.window.first:
            continue
        out = (day for day in skipped | called_off if day >= first)
        yield SeriesEvent(
            item=number,
            code=one.code,
            rrule=one.rrule,
            first=first,
            last=one.last,
            left_out=tuple(sorted(day for day in out if alone or _falls_on(rule, one.first, day))),
            changed=tuple(sorted(theirs, key=lambda session: session.day)),
        )


def _rules(item: Item, several: tuple[Series, ...]) -> Iterator[tuple[str, Rule, str]]:
    """The rule of each series; one that never falls between its bounds has none."""
    codes = {one.code for one in several}
    return (single for single in rrules(item.rule) if single.code in codes)


def _falls_on(rule: Rule, first: date, day: date) -> bool:
    return day >= first and next(falls(rule, first, day, day), None) is not None


def _skipped(item: Item, first: date, edition: Edition) -> frozenset[date]:
    """The days of the rule that were never planned (`except`), through the horizon; named days however far."""
    if item.skips == NO_SKIPS:
        return frozenset()
    until, epoch = horizon(edition), edition.almanac.epoch
    window = Window(first, until)
    planned = set(days(item, window, edition.almanac, epoch=epoch))
    far = (day for day in item.skips.days if day > until and has_day(item, day, epoch))
    return frozenset(day for day in rule_days(item, window, epoch) if day not in planned).union(far)


def _altered(entry: Entry, edition: Edition) -> Altered:
    """The sessions of series that are cancelled, moved or have a note, by item and planned day, whatever the window."""
    record, window, until = entry.record, edition.window, horizon(edition)
    if not isinstance(record, Activity):
        return {}
    periods = [
        *record.closed,
        *(entry.runner.closed if entry.runner else ()),
        *(entry.place.closed if entry.place else ()),
    ]
    if not periods and not record.changes:
        return {}
    spans = [Window(change.on, change.on) for change in record.changes if change.on not in window]
    spans += [Window(one.first, min(one.last, window.first - _DAY)) for one in periods]
    spans += [Window(max(one.first, window.last + _DAY), min(one.last, until)) for one in periods]
    outside = (
        session
        for span in spans
        if span.first <= span.last
        for session in sessions(entry, span, edition.almanac)
        if session.day in span
    )
    return {
        (session.item, session.day): session
        for session in (*edition.sessions.get(entry.id, ()), *outside)
        if session.status is not Status.PLANNED or session.note
    }


def _called_off(session: Session, edition: Edition) -> bool:
    """Whether a session is cancelled and leaves its series: a week after its day, and beyond the window."""
    return session.status is Status.CANCELLED and not (edition.today - KEPT <= session.on <= edition.window.last)


def _matters(session: Session, edition: Edition) -> bool:
    """Whether a changed session is still worth telling: a note on one that is over is not."""
    return session.status is not Status.PLANNED or session.on >= edition.today - KEPT


def as_item(session: Session) -> Item:
    """The item with the times of one of its sessions."""
    item = session.entry.items[session.item]
    return replace(item, start=session.start, end=session.end, next_day=session.next_day)
