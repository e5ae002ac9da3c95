"""Some activities in, their next days with sessions out, as lists of rows: for the start page and for mixes."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from markupsafe import Markup

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.appearances import Appearance, Calendar, calendar
from generator.pages.calendar_frame import DAY, day_url
from generator.pages.days import Rows, minutes
from generator.pages.page import root
from generator.records.model import Activity
from generator.sessions import Session

MOST_TIMED = 200  # sessions; a page that is read on a phone carries no more times that nobody sees
Telling = Callable[[date, int], Sequence[Appearance]]
"""Picks so many sessions of a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SoonDay:
    """One day with sessions."""

    day: str
    """As 2026-12-02, for the script that marks today."""
    url: str | None
    """The calendar's page of the day; None where the calendar does not show these sessions."""
    words: str
    rows: Markup
    more: str | None
    """How many sessions are left out."""
    left_out: str | None
    """When those begin and end, for the script that counts what is still to come; of today alone, and of few."""


def sessions_near(edition: Edition, entries: Iterable[Entry], first: date, last: date) -> Calendar:
    """The sessions of some activities on some days, by day."""
    shown = tuple(entries)
    begin, end = first - DAY, last + DAY  # in another zone it may be another day
    near = {entry.id: _near(entry, edition.sessions.get(entry.id, ()), begin, end) for entry in shown}
    found = calendar(replace(edition, sessions=near), shown)
    return {day: there for day, there in found.items() if first <= day <= last}


def _near(entry: Entry, own: Sequence[Session], begin: date, end: date) -> tuple[Session, ...]:
    """The sessions that happen, or were to happen, on some days; only changes put one on another day than its own."""
    if isinstance(entry.record, Activity) and entry.record.changes:
        return tuple(one for one in own if begin <= one.on <= end or begin <= one.day <= end)
    return tuple(own[bisect_left(own, begin, key=attrgetter("on")) : bisect_right(own, end, key=attrgetter("on"))])


def soon_days(
    edition: Edition, found: Calendar, url: str, *, in_a_day: int, telling: Telling | None = None, linked: bool = True
) -> Iterator[SoonDay]:
    """The days of a small calendar as lists for the page at `url`: the first sessions of each, or the telling ones."""
    rows, words, to_top = Rows(edition), edition.words, root(url)
    for day, there in found.items():
        shown = telling(day, in_a_day) if telling else there[:in_a_day]
        told = set(shown)
        hidden = [one for one in there if one not in told]
        yield SoonDay(
            day=day.isoformat(),
            url=day_url(day) if linked else None,
            words=words.day(day),
            rows=rows.starred_rows(shown, to_top),
            more=words.n("%(count)s more", "%(count)s more", len(hidden)) if hidden else None,
            left_out=" ".join(map(minutes, hidden)) if day == edition.today and len(hidden) <= MOST_TIMED else None,
        )
