"""Some activities in, the next days with sessions out, as lists of rows: for the start page and for mixes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from markupsafe import Markup

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.calendar import DAY, WEEK, WEEKDAYS, day_url, week_url
from generator.pages.days import Calendar, Rows, calendar
from generator.pages.page import root


@dataclass(frozen=True, slots=True, kw_only=True)
class SoonDay:
    """One day with sessions."""

    day: str
    """As 2026-12-02, for the script that marks today."""
    url: str | None
    """The calendar's page of the day; None where the calendar does not show these sessions."""
    words: str
    rows: tuple[Markup, ...]
    more: str | None
    """How many sessions are left out."""


def week_start(edition: Edition, day: date) -> date:
    """The first day of the week that a day is in, by the site's settings."""
    return day - timedelta(days=(day.weekday() - WEEKDAYS[edition.settings.week_start]) % 7)


def this_week_url(edition: Edition) -> str:
    """The calendar's page of this week."""
    return week_url(week_start(edition, edition.today))


def sessions_near(edition: Edition, entries: Iterable[Entry], first: date, last: date) -> Calendar:
    """The sessions of some activities on some days, by day."""
    shown = tuple(entries)
    begin, end = first - DAY, last + DAY  # another zone may make it another day
    near = {
        entry.id: tuple(
            one for one in edition.sessions.get(entry.id, ()) if begin <= one.on <= end or begin <= one.day <= end
        )
        for entry in shown
    }
    found = calendar(replace(edition, sessions=near), shown)
    return {day: there for day, there in found.items() if first <= day <= last}


def soon_days(
    edition: Edition, found: Calendar, url: str, *, in_all: int | None = None, in_a_day: int, linked: bool = True
) -> Iterator[SoonDay]:
    """The days of a small calendar as lists for the page at `url`, until about `in_all` rows stand there."""
    rows, words, up, shown = Rows(edition), edition.words, root(url), 0
    for day, there in found.items():
        if in_all is not None and shown >= in_all:
            return
        rest = len(there) - in_a_day
        yield SoonDay(
            day=day.isoformat(),
            url=day_url(day) if linked else None,
            words=words.day(day),
            rows=tuple(rows.row(one, up) for one in there[:in_a_day]),
            more=words.n("%(count)s more", "%(count)s more", rest) if rest > 0 else None,
        )
        shown += min(len(there), in_a_day)


def next_week(edition: Edition) -> tuple[date, date]:
    """The first and the last day of the week after this one."""
    first = week_start(edition, edition.today) + WEEK
    return first, first + WEEK - DAY
