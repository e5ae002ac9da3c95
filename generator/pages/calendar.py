"""The calendar: this month, each month, week and day of the window, the staff's own; all readable without script."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain, groupby
from operator import attrgetter

from markupsafe import Markup

from generator.edition import Edition, month_start
from generator.icons import CATEGORY
from generator.pages.appearances import Appearance, Calendar, Standing, calendar
from generator.pages.calendar_frame import (
    DAY,
    WEEK,
    WEEKDAYS,
    Around,
    Changes,
    Link,
    changes,
    changes_today,
    day_url,
    days_of,
    month_url,
    views,
    week_of,
    week_url,
)
from generator.pages.days import Rows
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.records.codes import FAMILY_OF_CATEGORY

__all__ = ["DAY", "WEEK", "WEEKDAYS", "Link", "calendar_pages", "changes_today", "day_url", "week_url"]

IN_A_CELL = 3  # entries of a day in the month's grid
IN_A_WEEK_DAY = 14  # entries of a day in a busy week: seven times this is under a hundred
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


class Maker:
    """What all pages of the calendar are made from; rows and ranks are kept between pages."""

    def __init__(self, edition: Edition, days: Calendar) -> None:
        """Takes the sessions by day."""
        self.edition, self.days = edition, days
        self.busy_days = tuple(days)
        self.rows = Rows(edition)
        self.changes: Changes | None = changes(edition, days)
        self.month_template = renderer(edition.words, "month.html")
        self.week_template = renderer(edition.words, "week.html")
        self.day_template = renderer(edition.words, "day.html")
        self._often: dict[tuple[int, int], Counter[str]] = {}
        self._ranked: dict[date, list[int]] = {}

    def on(self, day: date) -> tuple[Appearance, ...]:
        """The sessions of a day."""
        return self.days.get(day, ())

    def telling(self, day: date, most: int) -> Sequence[Appearance]:
        """The sessions of a day that tell most about it: changes first, then what is rare in its month, by the clock.

        What happens every day would else fill each cell of a month and hide the rest.
        """
        found = self.on(day)
        if len(found) <= most:
            return found
        return [found[place] for place in sorted(self._rank(day)[:most])]

    def _rank(self, day: date) -> list[int]:
        """Where among its sessions those stand that tell most about a day, the most telling first."""
        ranked = self._ranked.get(day)
        if ranked is None:
            often = self._in_month(day.year, day.month)
            ranks = [0 if one.standing is not Standing.PLANNED else often[one.activity] for one in self.on(day)]
            ranked = self._ranked[day] = sorted(range(len(ranks)), key=ranks.__getitem__)[:IN_A_WEEK_DAY]
        return ranked

    def _in_month(self, year: int, month: int) -> Counter[str]:
        """How often each activity happens in a month."""
        known = self._often.get((year, month))
        if known is None:
            first = date(year, month, 1)
            found = chain.from_iterable(self.on(day) for day in days_of(first, month_start(first, 1) - DAY))
            known = self._often[year, month] = Counter(map(attrgetter("activity"), found))
        return known


def calendar_pages(edition: Edition) -> Iterator[Planned]:
    """Every page of the calendar."""
    today, window = edition.today, edition.window
    listed = [entry for entry in edition.catalogue.activities if entry.listed(today)]
    make = Maker(edition, calendar(edition, listed))
    yield _planned("calendar/", partial(_month, make, month_start(today, 0), "calendar/"))
    first = month_start(window.first, 0)
    while first <= window.last:
        yield _planned(month_url(first), partial(_month, make, first, month_url(first)))
        first = month_start(first, 1)
    week = week_of(edition, window.first)
    while week <= window.last:
        yield _planned(week_url(week), partial(_week, make, week))
        week += WEEK
    for day in days_of(window.first, window.last):
        for number in range(1, _pages(len(make.on(day))) + 1):
            yield _planned(day_url(day, number), partial(_day, make, day, number))
    staff = [entry for entry in edition.catalogue.activities if entry.shown_to == "staff" and entry.visible(today)]
    if staff:
        yield Planned(
            url="calendar/staff/",
            source="the staff calendar",
            make=partial(_staff, Maker(edition, calendar(edition, staff))),
            indexed=False,
        )


def _planned(url: str, make: "partial[Page]") -> Planned:
    return Planned(url=url, source="the calendar", make=make)


def _pages(count: int) -> int:
    return max(1, -(-count // ON_A_PAGE))


def _page(url: str, title: str, description: str, body: Markup) -> Page:
    return Page(url=url, section="calendar", title=title, description=description, body=body)


def _month(make: Maker, first: date, url: str) -> Page:
    edition, words, up = make.edition, make.edition.words, root(url)
    last, today = month_start(first, 1) - DAY, edition.today
    month = words.month(first)
    title = words.t("What’s on in %(month)s", month=month)
    fits = sum(len(make.on(day)) for day in days_of(first, last)) <= ON_A_PAGE
    most = ON_A_PAGE if fits else IN_A_CELL
    this_month = first <= today <= last
    begin = today if this_month else first
    used = {one.session.entry.category for day in days_of(first, last) for one in make.on(day)}
    before, after = month_start(first, -1), month_start(first, 1)
    body = make.month_template(
        around=Around(
            title=title,
            earlier=_link(month_url(before), words.month_name(before.month), ok=before >= edition.window.first),
            later=_link(month_url(after), words.month_name(after.month), ok=after <= edition.window.last),
            views=views(edition, first, "month"),
            changes=make.changes if this_month else None,
        ),
        caption=words.t(
            "%(month)s, %(first)s to %(last)s",
            month=month,
            first=words.weekday(week_of(edition, first).weekday()),
            last=words.weekday((week_of(edition, first) - DAY).weekday()),
        ),
        weekdays=tuple(words.weekday((week_of(edition, first) + number * DAY).weekday()) for number in range(7)),
        weeks=_weeks(make, first, last, up),
        past=_stretches(make, first, begin - DAY, most, up),
        days_past=words.n(
            "Earlier this month (%(count)s day)", "Earlier this month (%(count)s days)", (begin - first).days
        ),
        days=_stretches(make, begin, last, most, up),
        key=tuple((FAMILY_OF_CATEGORY[code], CATEGORY[code], edition.label("category", code)) for code in sorted(used)),
        root=up,
    )
    return _page(url, title, words.t("Every group, class and outing in %(month)s, day by day.", month=month), body)


def _week(make: Maker, first: date) -> Page:
    edition, words, window = make.edition, make.edition.words, make.edition.window
    url, last = week_url(first), first + WEEK - DAY
    up = root(url)
    title = words.t("What’s on from %(first)s to %(last)s", first=words.date_short(first), last=words.date(last))
    days = tuple(days_of(max(first, window.first), min(last, window.last)))
    fits = sum(len(make.on(day)) for day in days) <= ON_A_PAGE
    body = make.week_template(
        around=Around(
            title=title,
            earlier=_link(week_url(first - WEEK), words.t("Week before"), ok=first > window.first),
            later=_link(week_url(first + WEEK), words.t("Week after"), ok=last < window.last),
            views=views(edition, days[0], "week"),
            changes=make.changes if first <= edition.today <= last else None,
        ),
        days=tuple(_listed(make, day, ON_A_PAGE if fits else IN_A_WEEK_DAY, up) for day in days),
        root=up,
    )
    return _page(url, title, words.t("Every group, class and outing of the week, day by day."), body)


def _day(make: Maker, day: date, number: int) -> Page:
    edition, words, window = make.edition, make.edition.words, make.edition.window
    url, found = day_url(day, number), make.on(day)
    up, pages = root(url), _pages(len(found))
    shown = found[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    title = words.day_year(day)
    before, after = day - DAY, day + DAY
    body = make.day_template(
        around=Around(
            title=title,
            earlier=_link(day_url(before), words.weekday(before.weekday()), ok=before in window),
            later=_link(day_url(after), words.weekday(after.weekday()), ok=after in window),
            views=views(edition, day, "day"),
            changes=make.changes if day == edition.today else None,
        ),
        day=day.isoformat(),
        month=Link(url=month_url(day), words=words.month(day)),
        parts=_parts(make, shown, up, whole_day=pages == 1),
        coming=_next_busy(make, day) if not found else None,
        empty=not found,
        page=words.number(number),
        pages=words.number(pages),
        earlier=_link(day_url(day, number - 1), words.t("Earlier page"), ok=number > 1),
        later=_link(day_url(day, number + 1), words.t("Next page"), ok=number < pages),
        root=up,
    )
    if number > 1:
        title = words.t("%(title)s, page %(number)s", title=title, number=words.number(number))
    return _page(url, title, words.t("What is on on %(day)s.", day=title), body)


def _staff(make: Maker) -> Page:
    edition, words, url = make.edition, make.edition.words, "calendar/staff/"
    shown: list[DayView] = []
    count = 0
    for day in make.busy_days[bisect_left(make.busy_days, edition.today) :]:
        count += len(make.on(day))
        if shown and count > ON_A_PAGE:
            break
        shown.append(_view(make, day, make.rows.rows(make.on(day), root(url)), 0, linked=False))
    body = renderer(words, "staff.html")(
        days=tuple(shown),
        more=count > ON_A_PAGE,
        feed=f"{edition.site_url}feeds/staff.ics",
        root=root(url),
    )
    return Page(
        url=url,
        section="calendar",
        title=words.t("Staff calendar"),
        description=words.t("Meetings and training for those who work."),
        body=body,
        indexed=False,
    )


def _link(url: str, words: str, *, ok: bool) -> Link | None:
    return Link(url=url, words=words) if ok else None


def _next_busy(make: Maker, day: date) -> Link | None:
    """The next day on which there is something."""
    after = bisect_right(make.busy_days, day)
    if after == len(make.busy_days):
        return None
    coming = make.busy_days[after]
    return Link(url=day_url(coming), words=make.edition.words.day(coming))


def _weeks(make: Maker, first: date, last: date, up: str) -> tuple[tuple[DayView | None, ...], ...]:
    """The rows of a month's grid, whole weeks; None is a day of another month."""
    begin, end = week_of(make.edition, first), week_of(make.edition, last)
    starts = (begin + number * WEEK for number in range((end - begin).days // 7 + 1))
    return tuple(
        tuple(_cell(make, day, up) if first <= day <= last else None for day in days_of(start, start + WEEK - DAY))
        for start in starts
    )


def _cell(make: Maker, day: date, up: str) -> DayView:
    shown = make.telling(day, IN_A_CELL)
    return _view(make, day, make.rows.cells(shown, up), len(make.on(day)) - len(shown))


def _listed(make: Maker, day: date, most: int, up: str) -> DayView:
    shown = make.telling(day, most)
    return _view(make, day, make.rows.rows(shown, up), len(make.on(day)) - len(shown))


def _stretches(make: Maker, first: date, last: date, most: int, up: str) -> tuple[Stretch, ...]:
    """The days of a list; those without anything are told in one line as long as they follow each other."""
    found = []
    for busy, days in groupby(days_of(first, last), key=lambda day: day in make.days):
        if busy:
            found += [Stretch(view=_listed(make, day, most, up), nothing=None) for day in days]
        else:
            found.append(Stretch(view=None, nothing=_nothing(make, tuple(days))))
    return tuple(found)


def _nothing(make: Maker, days: tuple[date, ...]) -> str:
    """That there is nothing on some days of a month that follow each other."""
    words = make.edition.words
    last = words.date_short(days[-1])
    if len(days) == 1:
        return words.t("Nothing on %(day)s", day=last)
    if len(days) == 2:  # noqa: PLR2004 - a pair is no stretch
        return words.t("Nothing on %(first)s and %(last)s", first=days[0].day, last=last)
    return words.t("Nothing on %(first)s to %(last)s", first=days[0].day, last=last)


def _view(make: Maker, day: date, rows: Markup, more: int, *, linked: bool = True) -> DayView:
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


def _parts(make: Maker, shown: tuple[Appearance, ...], up: str, *, whole_day: bool) -> tuple[tuple[str, Markup], ...]:
    """The sessions of a day by part of the day; on a page with the whole day, parts without any stand there too."""
    words = make.edition.words
    names = (words.t("All day"), words.t("Morning"), words.t("Afternoon"), words.t("Evening"))
    ends = [bisect_left(shown, minute, key=attrgetter("minute")) for minute in (0, NOON, EVENING, MIDNIGHT)]
    starts = (0, *ends)
    parts = [make.rows.rows(shown[start:end], up) for start, end in zip(starts, ends, strict=False)]
    return tuple(
        (name, rows)
        for place, (name, rows) in enumerate(zip(names, parts, strict=True))
        if rows or (whole_day and place > 0)
    )
