"""The calendar: each month as table and as list, each week and day of the window, the staff's own; no script needed."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from operator import attrgetter

from markupsafe import Markup

from generator.edition import Edition, month_start
from generator.icons import CATEGORY
from generator.pages.appearances import Appearance, calendar
from generator.pages.calendar_days import (
    IN_A_CELL,
    IN_A_WEEK_DAY,
    ON_A_PAGE,
    DayView,
    Maker,
    Stretch,
    day_view,
    grid,
    listed,
    next_busy,
    parts,
    stretches,
)
from generator.pages.calendar_frame import (
    DAY,
    WEEK,
    Around,
    Link,
    day_url,
    days_of,
    list_url,
    month_url,
    views,
    week_of,
    week_url,
)
from generator.pages.changes import Changes
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.pages.paper.scopes import months
from generator.records.codes import FAMILY_OF_CATEGORY

__all__ = ["Maker", "calendar_pages", "public_calendar"]

NOW = "calendar/"
"""The month in which one is. It has another page too, which stays that month's."""
SCRIPTS = ("assets/js/calendar/page.mjs",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """The days of a list, those gone by apart."""

    span: str
    """“month” or “week”, for the script that folds away what is past when the page is read."""
    first: str
    last: str
    past: tuple[Stretch, ...]
    past_words: str
    days: tuple[Stretch, ...]


def public_calendar(edition: Edition) -> Maker:
    """What the pages of the public calendar and its data are made from."""
    public = (entry for entry in edition.catalogue.activities if entry.listed(edition.today))
    return Maker(edition, calendar(edition, public))


def calendar_pages(make: Maker) -> Iterator[Planned]:
    """Every page of the calendar."""
    edition = make.edition
    window = edition.window
    first = month_start(edition.today, 0)
    yield _planned(NOW, partial(_month, make, first, NOW), _in_month(make, first))
    first = month_start(window.first, 0)
    while first <= window.last:
        yield _planned(month_url(first), partial(_month, make, first, month_url(first)), _in_month(make, first))
        yield _planned(list_url(first), partial(_list, make, first), _in_month(make, first))
        first = month_start(first, 1)
    week = week_of(edition, window.first)
    while week <= window.last:
        yield _planned(
            week_url(week), partial(_week, make, week), _in_list(make, _days_of_week(make, week), IN_A_WEEK_DAY)
        )
        week += WEEK
    for day in days_of(window.first, window.last):
        for number in range(1, _pages(len(make.on(day))) + 1):
            yield _planned(day_url(day, number), partial(_day, make, day, number), _in_day(make, day, number))
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


def _planned(url: str, make: "partial[Page]", made_of: tuple[str, ...]) -> Planned:
    return Planned(url=url, source="the calendar", make=make, made_of=made_of)


def _in_month(make: Maker, first: date) -> tuple[str, ...]:
    """What the page of a month hangs on."""
    days = _days_of_month(first)
    return (*_in_list(make, days, IN_A_CELL), *(f":{code}" for code in _codes(make, first)))


def _in_list(make: Maker, days: Sequence[date], most: int) -> tuple[str, ...]:
    """What a page with several days hangs on: which sessions it shows, and how many there are."""
    most = _most(make, days, most)
    shown = chain.from_iterable(make.telling(day, most) for day in days)
    return (*_records(make, days, shown), *(f":{len(make.on(day))}" for day in days))


def _in_day(make: Maker, day: date, number: int) -> tuple[str, ...]:
    """What a page of a day hangs on."""
    found = make.on(day)
    coming = next_busy(make, day) if not found else None
    return (*_records(make, (day,), _leaf(found, number)), f":{len(found)}", f":{coming.url if coming else ''}")


def _records(make: Maker, days: Sequence[date], shown: Iterable[Appearance]) -> Iterator[str]:
    """The ids of the records that the sessions on a page hang on; our own words begin with a colon, as no id does."""
    changed = make.changes.records if make.edition.today in days else ()
    return chain(chain.from_iterable(map(attrgetter("records"), shown)), changed)


def _days_of_month(first: date) -> tuple[date, ...]:
    return tuple(days_of(first, month_start(first, 1) - DAY))


def _days_of_week(make: Maker, first: date) -> tuple[date, ...]:
    """The days of a week that lie in the window."""
    window = make.edition.window
    return tuple(days_of(max(first, window.first), min(first + WEEK - DAY, window.last)))


def _most(make: Maker, days: Sequence[date], most: int) -> int:
    """How many sessions of each day a page shows: all where it holds them."""
    return ON_A_PAGE if sum(len(make.on(day)) for day in days) <= ON_A_PAGE else most


def _codes(make: Maker, first: date) -> list[str]:
    """The categories of all that happens in a month."""
    return sorted({one.session.entry.category for one in make.telling.in_month(first.year, first.month)})


def _leaf(found: Sequence[Appearance], number: int) -> Sequence[Appearance]:
    return found[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]


def _pages(count: int) -> int:
    return max(1, -(-count // ON_A_PAGE))


def _page(url: str, title: str, description: str, body: Markup) -> Page:
    return Page(url=url, section="calendar", title=title, description=description, body=body, scripts=SCRIPTS)


def _month(make: Maker, first: date, url: str) -> Page:
    edition, words, up = make.edition, make.edition.words, root(url)
    month = words.month(first)
    title = words.t("What’s on in %(month)s", month=month)
    if url == NOW:
        title = words.t("What’s on this month, %(month)s", month=month)
    body = make.month_template(
        around=_around_month(make, first, "month", title),
        changes=_changes(make, _days_of_month(first)),
        caption=words.t(
            "%(month)s, %(first)s to %(last)s",
            month=month,
            first=words.weekday(week_of(edition, first).weekday()),
            last=words.weekday((week_of(edition, first) - DAY).weekday()),
        ),
        weekdays=tuple(words.weekday((week_of(edition, first) + number * DAY).weekday()) for number in range(7)),
        weeks=grid(make, first, month_start(first, 1) - DAY, up),
        folded=_folded_month(make, first, up),
        key=tuple(
            (FAMILY_OF_CATEGORY[code], CATEGORY[code], edition.label("category", code)) for code in _codes(make, first)
        ),
        root=up,
    )
    return _page(url, title, words.t("Every group, class and outing in %(month)s, day by day.", month=month), body)


def _list(make: Maker, first: date) -> Page:
    words, url = make.edition.words, list_url(first)
    month = words.month(first)
    body = make.list_template(
        around=_around_month(make, first, "list", words.t("What’s on in %(month)s", month=month)),
        changes=_changes(make, _days_of_month(first)),
        folded=_folded_month(make, first, root(url)),
        root=root(url),
    )
    title = words.t("What’s on in %(month)s, as a list", month=month)
    about = words.t("Every group, class and outing in %(month)s, one below the other.", month=month)
    return _page(url, title, about, body)


def _around_month(make: Maker, first: date, here: str, title: str) -> Around:
    edition, words = make.edition, make.edition.words
    before, after = month_start(first, -1), month_start(first, 1)
    address = list_url if here == "list" else month_url
    return Around(
        title=title,
        earlier=_link(address(before), words.month_name(before.month), ok=before >= edition.window.first),
        later=_link(address(after), words.month_name(after.month), ok=after <= edition.window.last),
        views=views(edition, first, here),
        view=here,
        first=first.isoformat(),
        last=(after - DAY).isoformat(),
        zone=edition.catalogue.zone.key,
        paper=_paper(edition, first, month_url(first), words.t("Print the month")),
    )


def _folded_month(make: Maker, first: date, up: str) -> Folded:
    """The days of a month for a list."""
    words, today, days = make.edition.words, make.edition.today, _days_of_month(first)
    begin, most = today if today in days else first, _most(make, days, IN_A_CELL)
    gone = (begin - first).days
    return Folded(
        span="month",
        first=first.isoformat(),
        last=days[-1].isoformat(),
        past=stretches(make, first, begin - DAY, most, up),
        past_words=words.n("Earlier this month (%(count)s day)", "Earlier this month (%(count)s days)", gone),
        days=stretches(make, begin, days[-1], most, up),
    )


def _changes(make: Maker, days: Sequence[date]) -> Changes | None:
    """What is different today, for pages that show today."""
    return make.changes if make.edition.today in days else None


def _week(make: Maker, first: date) -> Page:
    edition, words, window = make.edition, make.edition.words, make.edition.window
    url, last = week_url(first), first + WEEK - DAY
    up = root(url)
    begins = words.span_start(first, last)
    title = words.t("What’s on from %(first)s to %(last)s", first=begins, last=words.date(last))
    days = _days_of_week(make, first)
    most = _most(make, days, IN_A_WEEK_DAY)
    shown = tuple(Stretch(view=listed(make, day, most, up), nothing=None, last=day.isoformat()) for day in days)
    gone = days.index(edition.today) if edition.today in days else 0
    body = make.list_template(
        around=Around(
            title=title,
            earlier=_link(week_url(first - WEEK), words.t("Week before"), ok=first > window.first),
            later=_link(week_url(first + WEEK), words.t("Week after"), ok=last < window.last),
            views=views(edition, days[0], "week"),
            view="week",
            first=days[0].isoformat(),
            last=days[-1].isoformat(),
            zone=edition.catalogue.zone.key,
            paper=_paper(edition, days[-1], url, words.t("Print the week")),
        ),
        changes=_changes(make, days),
        folded=Folded(
            span="week",
            first=days[0].isoformat(),
            last=days[-1].isoformat(),
            past=shown[:gone],
            past_words=words.n("Earlier this week (%(count)s day)", "Earlier this week (%(count)s days)", gone),
            days=shown[gone:],
        ),
        root=up,
    )
    return _page(url, title, words.t("Every group, class and outing of the week, day by day."), body)


def _day(make: Maker, day: date, number: int) -> Page:
    edition, words, window = make.edition, make.edition.words, make.edition.window
    url, found = day_url(day, number), make.on(day)
    up, pages = root(url), _pages(len(found))
    title = words.day_year(day).replace("\N{NO-BREAK SPACE}", " ")  # a heading on a telephone has to break somewhere
    before, after = day - DAY, day + DAY
    body = make.day_template(
        around=Around(
            title=title,
            earlier=_link(day_url(before), words.weekday(before.weekday()), ok=before in window),
            later=_link(day_url(after), words.weekday(after.weekday()), ok=after in window),
            views=views(edition, day, "day"),
            view="day",
            first=day.isoformat(),
            last=day.isoformat(),
            zone=edition.catalogue.zone.key,
            paper=_paper(edition, day, day_url(day), words.t("Print this day, very large")),
        ),
        changes=_changes(make, (day,)),
        day=day.isoformat(),
        month=Link(url=month_url(day), words=words.month(day)),
        parts=parts(make, _leaf(found, number), up, whole_day=pages == 1),
        coming=next_busy(make, day) if not found else None,
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
        shown.append(day_view(make, day, make.rows.rows(make.on(day), root(url)), 0, linked=False))
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


def _paper(edition: Edition, day: date, url: str, words: str) -> Link | None:
    """The way to the sheets for paper of a month, a week or a day, where there are any."""
    return _link(f"{url}print/", words, ok=day.replace(day=1) in months(edition))


def _link(url: str, words: str, *, ok: bool) -> Link | None:
    return Link(url=url, words=words) if ok else None
