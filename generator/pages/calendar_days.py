"""Days in, what a page of the calendar shows of them out: as cells of a month's grid, as lists, by parts of the day."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from generator.edition import Edition
from generator.pages.appearances import Appearance, Calendar
from generator.pages.calendar_frame import DAY, WEEK, Link, day_url, days_of, week_of
from generator.pages.changes import changes
from generator.pages.days import Rows
from generator.pages.engine import renderer
from generator.pages.telling import MOST, Telling

IN_A_CELL = 3  # entries of a day in the month's grid
IN_A_WEEK_DAY = MOST  # entries of a day in a busy week: seven times this is under a hundred
ON_A_PAGE = 100  # entries of any page
NOON, EVENING, MIDNIGHT = 12 * 60, 17 * 60, 24 * 60  # in minutes of the day


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """One day of a list or a grid."""

    day: str
    """As 2026-12-02, for the script that marks today."""
    number: int
    url: str | None
    """Its own page; None where that does not show these sessions."""
    words: str
    spoken: str
    """What a screen reader hears after the number: “December, 3 things”."""
    rows: Markup
    more: str | None
    more_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One day with sessions, or some without: then only words."""

    view: DayView | None
    nothing: str | None
    last: str
    """Its last day, for the script that folds away what is past."""


class Maker:
    """What all pages of the calendar are made from; rows and ranks are kept between pages."""

    def __init__(self, edition: Edition, days: Calendar) -> None:
        """Takes the sessions by day."""
        self.edition, self.days = edition, days
        self.busy_days = tuple(days)
        self.telling = Telling(days)
        self.rows = Rows(edition)
        self.changes = changes(edition, days, edition.today)
        self.month_template = renderer(edition.words, "month.html")
        self.list_template = renderer(edition.words, "days.html")
        self.day_template = renderer(edition.words, "day.html")

    def on(self, day: date) -> tuple[Appearance, ...]:
        """The sessions of a day."""
        return self.days.get(day, ())


def grid(make: Maker, first: date, last: date, up: str) -> tuple[tuple[DayView | None, ...], ...]:
    """The rows of a month's grid, whole weeks; None is a day of another month."""
    begin, end = week_of(make.edition, first), week_of(make.edition, last)
    starts = (begin + number * WEEK for number in range((end - begin).days // 7 + 1))
    return tuple(
        tuple(_cell(make, day, up) if first <= day <= last else None for day in days_of(start, start + WEEK - DAY))
        for start in starts
    )


def _cell(make: Maker, day: date, up: str) -> DayView:
    shown = make.telling(day, IN_A_CELL)
    return day_view(make, day, make.rows.cells(shown, up), len(make.on(day)) - len(shown))


def listed(make: Maker, day: date, most: int, up: str) -> DayView:
    """A day of a list, with the most telling of its sessions where there are too many."""
    shown = make.telling(day, most)
    return day_view(make, day, make.rows.rows(shown, up), len(make.on(day)) - len(shown))


def stretches(make: Maker, first: date, last: date, most: int, up: str) -> tuple[Stretch, ...]:
    """The days of a list; those without anything are told in one line as long as they follow each other."""
    found = []
    for busy, days in groupby(days_of(first, last), key=lambda day: day in make.days):
        if busy:
            found += [Stretch(view=listed(make, day, most, up), nothing=None, last=day.isoformat()) for day in days]
        else:
            quiet = tuple(days)
            found.append(Stretch(view=None, nothing=_nothing(make, quiet), last=quiet[-1].isoformat()))
    return tuple(found)


def _nothing(make: Maker, days: tuple[date, ...]) -> str:
    """That there is nothing on some days of a month that follow each other."""
    words = make.edition.words
    first, last = words.span_start(days[0], days[-1]), words.date_short(days[-1])
    if len(days) == 1:
        return words.t("Nothing on %(day)s", day=last)
    if len(days) == 2:  # noqa: PLR2004 - a pair is no stretch
        return words.t("Nothing on %(first)s and %(last)s", first=first, last=last)
    return words.t("Nothing on %(first)s to %(last)s", first=first, last=last)


def day_view(make: Maker, day: date, rows: Markup, more: int, *, linked: bool = True) -> DayView:
    """A day with some of its sessions, `more` of them left out."""
    words = make.edition.words
    return DayView(
        day=day.isoformat(),
        number=day.day,
        url=day_url(day) if linked else None,
        words=words.day(day),
        spoken=words.n(
            "%(month)s, %(count)s thing",
            "%(month)s, %(count)s things",
            len(make.on(day)),
            month=words.month_name(day.month),
        ),
        rows=rows,
        more=words.n("%(count)s more", "%(count)s more", more) if more else None,
        more_of=words.t("on %(day)s", day=words.date_short(day)),
    )


def parts(make: Maker, shown: Sequence[Appearance], up: str, *, whole_day: bool) -> tuple[tuple[str, Markup], ...]:
    """The sessions of a day by part of the day; on a page with the whole day, parts without any stand there too."""
    words = make.edition.words
    names = (words.t("All day"), words.t("Morning"), words.t("Afternoon"), words.t("Evening"))
    ends = [bisect_left(shown, minute, key=attrgetter("minute")) for minute in (0, NOON, EVENING, MIDNIGHT)]
    starts = (0, *ends)
    parts = [make.rows.long_rows(shown[start:end], up) for start, end in zip(starts, ends, strict=False)]
    return tuple(
        (name, rows)
        for place, (name, rows) in enumerate(zip(names, parts, strict=True))
        if rows or (whole_day and place > 0)
    )


def next_busy(make: Maker, day: date) -> Link | None:
    """The next day on which there is something."""
    after = bisect_right(make.busy_days, day)
    if after == len(make.busy_days):
        return None
    coming = make.busy_days[after]
    return Link(url=day_url(coming), words=make.edition.words.day(coming))
