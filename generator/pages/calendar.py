"""The calendar: this month, each month, week and day of the window, and the staff's own; all of it readable without script."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from markupsafe import Markup

from generator.edition import Edition, month_start
from generator.icons import CATEGORY
from generator.pages.days import EVENING, NOON, Appearance, Calendar, Rows, Standing, calendar, tells
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.records.codes import FAMILY_OF_CATEGORY

IN_A_CELL = 3  # entries of a day in the month's grid
IN_A_WEEK_DAY = 14  # entries of a day in a week: seven times this is under a hundred
ON_A_PAGE = 100  # entries of a day page
WEEK = timedelta(days=7)
DAY = timedelta(days=1)
WEEKDAYS = {"monday": 0, "sunday": 6, "saturday": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address relative to the site, and its words."""

    url: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """One day of a list or a grid."""

    day: str
    """As 2026-12-02, for the script that marks today."""
    number: int
    url: str
    words: str
    spoken: str
    """What a screen reader hears after the number: “December, 3 things”."""
    rows: tuple[Markup, ...]
    more: str | None
    more_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The frame of every calendar page: neighbours, views, changes of today."""

    title: str
    earlier: Link | None
    later: Link | None
    views: tuple[tuple[Link, bool], ...]
    """Month, week, day; whether it is this page."""
    changes: tuple[tuple[Link, str, str], ...]
    """Changes of today: the activity, the word for what happened, and what happened."""
    made: str


class Maker:
    """What all pages of the calendar are made from; rows are kept between pages."""

    def __init__(self, edition: Edition, days: Calendar) -> None:
        """Takes the public sessions by day."""
        self.edition, self.days = edition, days
        self.rows = Rows(edition)
        self.first_weekday = WEEKDAYS[edition.settings.week_start]
        self.month_template = renderer(edition.words, "month.html")
        self.week_template = renderer(edition.words, "week.html")
        self.day_template = renderer(edition.words, "day.html")

    def week_of(self, day: date) -> date:
        """The first day of the week that a day is in."""
        return day - timedelta(days=(day.weekday() - self.first_weekday) % 7)

    def holds(self, first: date, last: date) -> bool:
        """Whether any of these days lies in the window."""
        return first <= self.edition.window.last and last >= self.edition.window.first


def calendar_pages(edition: Edition) -> Iterator[Planned]:
    """Every page of the calendar."""
    listed = [entry for entry in edition.catalogue.activities if entry.listed(edition.today)]
    make = Maker(edition, calendar(edition, listed))
    window = edition.window
    yield _planned("calendar/", partial(_month, make, edition.today, "calendar/"))
    first = month_start(window.first, 0)
    while first <= window.last:
        yield _planned(month_url(first), partial(_month, make, first, month_url(first)))
        first = month_start(first, 1)
    week = make.week_of(window.first)
    while week <= window.last:
        yield _planned(week_url(week), partial(_week, make, week))
        week += WEEK
    day = window.first
    while day <= window.last:
        count = len(make.days.get(day, ()))
        for number in range(1, max(1, -(-count // ON_A_PAGE)) + 1):
            yield _planned(day_url(day, number), partial(_day, make, day, number))
        day += DAY
    staff = [
        entry for entry in edition.catalogue.activities if entry.shown_to == "staff" and entry.visible(edition.today)
    ]
    if staff:
        yield Planned(
            url="calendar/staff/",
            source="the staff calendar",
            make=partial(_staff, Maker(edition, calendar(edition, staff))),
            indexed=False,
        )


def month_url(day: date) -> str:
    """The address of the month of a day."""
    return f"calendar/{day:%Y-%m}/"


def week_url(first: date) -> str:
    """The address of the week that begins on a day."""
    return f"calendar/week/{first}/"


def day_url(day: date, number: int = 1) -> str:
    """The address of a day, or of a further page of it."""
    return f"calendar/{day}/" + (f"{number}/" if number > 1 else "")


def changes_today(edition: Edition, days: Calendar) -> tuple[tuple[Link, str, str], ...]:
    """What is cancelled or moved today: the activity, the word, what happened."""
    words = edition.words
    said = {
        Standing.CANCELLED: words.t("Cancelled"),
        Standing.LEFT: words.t("Moved"),
        Standing.CAME: words.t("Moved here"),
    }
    return tuple(
        (Link(url=one.session.entry.url, words=one.session.title), said[one.standing], tells(words, one) or "")
        for one in days.get(edition.today, ())
        if one.standing in said
    )


def _planned(url: str, make: "partial[Page]") -> Planned:
    return Planned(url=url, source="the calendar", make=make)


def _month(make: Maker, any_day: date, url: str) -> Page:
    edition, words = make.edition, make.edition.words
    first = month_start(any_day, 0)
    last = month_start(any_day, 1) - DAY
    up = root(url)
    begin, end = make.week_of(first), make.week_of(last) + WEEK
    weeks: list[list[DayView | None]] = []
    for number in range((end - begin).days):
        day = begin + timedelta(days=number)
        if number % 7 == 0:
            weeks.append([])
        weeks[-1].append(_cell(make, day, up) if first <= day <= last else None)
    days = tuple(_in_list(make, day, up, IN_A_CELL) for day in _days(first, last) if make.days.get(day))
    used = sorted({one.session.entry.category for day in _days(first, last) for one in make.days.get(day, ())})
    title = words.t("What’s on in %(month)s", month=words.month(first))
    before, after = month_start(first, -1), month_start(first, 1)
    return _page(
        url, title, words.t("Every group, class and outing in %(month)s, day by day.", month=words.month(first)),
        make.month_template(
            around=_around(
                make, title, url,
                Link(url=month_url(before), words=words.month_name(before.month)) if before >= edition.window.first else None,
                Link(url=month_url(after), words=words.month_name(after.month)) if after <= edition.window.last else None,
                "month", first,
            ),
            weekdays=tuple(words.weekday((make.first_weekday + number) % 7) for number in range(7)),
            month=words.month(first), weeks=weeks, days=days, empty=not days,
            key=tuple((FAMILY_OF_CATEGORY[code], CATEGORY[code], edition.label("category", code)) for code in used),
            root=up,
        ),
    )  # fmt: skip


def _week(make: Maker, first: date) -> Page:
    words, window = make.edition.words, make.edition.window
    url, last = week_url(first), first + WEEK - DAY
    up = root(url)
    title = words.t("What’s on from %(first)s to %(last)s", first=words.date_short(first), last=words.date(last))
    before, after = first - WEEK, first + WEEK
    return _page(
        url, title, words.t("Every group, class and outing of the week, day by day."),
        make.week_template(
            around=_around(
                make, title, url,
                Link(url=week_url(before), words=words.t("Week before")) if make.holds(before, first - DAY) else None,
                Link(url=week_url(after), words=words.t("Week after")) if make.holds(after, after + WEEK - DAY) else None,
                "week", max(first, window.first),
            ),
            days=tuple(_in_list(make, day, up, IN_A_WEEK_DAY) for day in _days(first, last) if day in window),
            root=up,
        ),
    )  # fmt: skip


def _day(make: Maker, day: date, number: int) -> Page:
    words, window = make.edition.words, make.edition.window
    url, found = day_url(day, number), make.days.get(day, ())
    up = root(url)
    pages = max(1, -(-len(found) // ON_A_PAGE))
    shown = found[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    title = words.day_year(day)
    before, after = day - DAY, day + DAY
    coming = next((later for later in make.days if later > day), None) if not found else None
    return _page(
        url, title, words.t("What is on on %(day)s.", day=title),
        make.day_template(
            around=_around(
                make, title, url,
                Link(url=day_url(before), words=words.weekday(before.weekday())) if before in window else None,
                Link(url=day_url(after), words=words.weekday(after.weekday())) if after in window else None,
                "day", day,
            ),
            day=day.isoformat(), parts=_parts(make, shown, up), empty=not found,
            coming=Link(url=day_url(coming), words=words.day(coming)) if coming else None,
            page=number, pages=pages,
            earlier=Link(url=day_url(day, number - 1), words=words.t("Earlier page")) if number > 1 else None,
            later=Link(url=day_url(day, number + 1), words=words.t("Next page")) if number < pages else None,
            root=up,
        ),
    )  # fmt: skip


def _staff(make: Maker) -> Page:
    edition, words, url = make.edition, make.edition.words, "calendar/staff/"
    up = root(url)
    days = [day for day in make.days if day >= edition.today][:ON_A_PAGE]
    body = renderer(words, "staff.html")(
        days=tuple(_in_list(make, day, up, IN_A_WEEK_DAY) for day in days),
        feed=f"{edition.site_url}feeds/staff.ics",
        root=up,
    )
    title = words.t("Staff calendar")
    return Page(
        url=url, section="calendar", title=title, description=words.t("Meetings and training for those who work."), body=body,
        indexed=False,
    )  # fmt: skip


def _page(url: str, title: str, description: str, body: Markup) -> Page:
    return Page(url=url, section="calendar", title=title, description=description, body=body)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


def _cell(make: Maker, day: date, up: str) -> DayView:
    found = make.days.get(day, ())
    return _view(make, day, tuple(make.rows.cell(one, up) for one in found[:IN_A_CELL]), len(found))


def _in_list(make: Maker, day: date, up: str, most: int) -> DayView:
    found = make.days.get(day, ())
    return _view(make, day, tuple(make.rows.row(one, up) for one in found[:most]), len(found))


def _view(make: Maker, day: date, rows: tuple[Markup, ...], count: int) -> DayView:
    words = make.edition.words
    more = count - len(rows)
    return DayView(
        day=day.isoformat(),
        number=day.day,
        url=day_url(day),
        words=words.day(day),
        spoken=words.n(
            "%(month)s, %(count)s thing", "%(month)s, %(count)s things", count, month=words.month_name(day.month)
        ),
        rows=rows,
        more=words.n("%(count)s more", "%(count)s more", more) if more > 0 else None,
        more_of=words.t("on %(day)s", day=words.date_short(day)),
    )


def _parts(make: Maker, shown: Sequence[Appearance], up: str) -> tuple[tuple[str, tuple[Markup, ...]], ...]:
    """The sessions of a day by part of the day; a part without any stands there too, so that one need not wonder."""
    words = make.edition.words
    parts: dict[str, list[Markup]] = {
        words.t("All day"): [],
        words.t("Morning"): [],
        words.t("Afternoon"): [],
        words.t("Evening"): [],
    }
    whole, morning, afternoon, evening = parts.values()
    for one in shown:
        if one.start is None:
            part = whole
        else:
            part = morning if one.start < NOON else afternoon if one.start < EVENING else evening
        part.append(make.rows.row(one, up))
    return tuple((title, tuple(rows)) for title, rows in parts.items() if rows or rows is not whole)


def _around(
    make: Maker, title: str, url: str, earlier: Link | None, later: Link | None, view: str, day: date
) -> Around:
    edition, words = make.edition, make.edition.words
    near = edition.today if month_start(edition.today, 0) == month_start(day, 0) and view == "month" else day
    near = min(max(near, edition.window.first), edition.window.last)
    views = (
        ("month", Link(url=month_url(day), words=words.t("Month"))),
        ("week", Link(url=week_url(make.week_of(near)), words=words.t("Week"))),
        ("day", Link(url=day_url(near), words=words.t("Day"))),
    )
    today = edition.today
    shows_today = {
        "month": url in {"calendar/", month_url(today)},
        "week": url == week_url(make.week_of(today)),
        "day": day == today,
    }
    return Around(
        title=title,
        earlier=earlier,
        later=later,
        views=tuple((link, name == view) for name, link in views),
        changes=changes_today(edition, make.days) if shows_today[view] else (),
        made=words.date(today),
    )
