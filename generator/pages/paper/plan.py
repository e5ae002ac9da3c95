"""Which sheets there are, and their pages: the edition and its feeds in, planned pages for paper out.

Of each month to print: sheets of everything, of parts of it, of mixes. Where a week has too many sessions for paper,
the page leads to the parts instead. How many pages that makes: docs/decisions/024-which-sheets-are-made.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.feeds.calendars import Calendars
from generator.pages.calendar_frame import DAY, WEEK, day_url, days_of, week_of, week_url
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.pages.paper import scopes
from generator.pages.paper.found import Found, days_in, found, whole_weeks
from generator.pages.paper.pick import Group, picks
from generator.pages.paper.scopes import MANY, Scope
from generator.pages.paper.views import Blanks, Maker, Set, about
from generator.pages.ways import Link

SHEET = "assets/sheet.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What stands above the sheets on the screen: other sheets of the same, other months, parts of it."""

    title: str
    back: Link
    paper: str
    others: tuple[Link, ...]
    months: tuple[Link, ...]
    single: str | None
    """How one prints one sheet of several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What all sheets of a site are made at."""

    made: Calendars
    found: Found
    maker: Maker
    months: tuple[date, ...]
    everything: Scope
    parts: tuple[Scope, ...]
    mixes: tuple[Scope, ...]

    def many(self, scope: Scope, month: date) -> bool:
        """Whether a week of the month has too much for paper; a house prints all that it has."""
        return not scope.house and self.found.busiest(scope, month) > MANY

    def about(self, scope: Scope, url: str) -> tuple[str, ...]:
        """The last words of the sheets at an address."""
        events = (self.made.events.get(entry.id) for entry in scope.entries)
        changed = max((one.revision for one in events if one), default=self.made.revision)
        return about(self.made.edition, changed, url)


def paper_pages(made: Calendars) -> Iterator[Planned]:
    """Every page of sheets of a calendar."""
    edition = made.edition
    months = scopes.months(edition)
    desk = Desk(
        made=made,
        found=found(edition, months),
        maker=Maker(edition),
        months=months,
        everything=scopes.everything(edition),
        parts=scopes.parts(edition),
        mixes=tuple(scopes.mixes(edition)),
    )
    for month in months:
        for scope in (desk.everything, *desk.parts, *desk.mixes):
            yield from _of_scope(desk, scope, month)
    yield from _of_weeks_and_days(desk)


def _of_scope(desk: Desk, scope: Scope, month: date) -> Iterator[Planned]:
    url = scope.url(month)
    if desk.many(scope, month):
        yield Planned(url=url, source=scope.source, make=partial(_pick, desk, scope, month, url), indexed=False)
        return
    span = whole_weeks(desk.made.edition, month)
    kinds = (("", _month), (f"{desk.maker.papers.wall.name}/", _wall), ("weeks/", _weeks), ("days/", _days))
    for tail, make in (*kinds, ("staff/", _staff)) if scope.house else kinds:
        yield _planned(desk, scope, url + tail, partial(make, desk, scope, month, url + tail), span)


def _of_weeks_and_days(desk: Desk) -> Iterator[Planned]:
    """The sheets of everything below the address of each week and day."""
    if not desk.months:
        return
    edition, scope = desk.made.edition, desk.everything
    first, last = days_in(desk.months[0])[0], days_in(desk.months[-1])[-1]
    week = week_of(edition, first)
    while week <= last:
        month = max(week, first).replace(day=1)
        url = f"{week_url(week)}print/"
        span = week, week + WEEK - DAY
        if desk.many(scope, month):
            yield Planned(url=url, source=scope.source, make=partial(_pick, desk, scope, week, url), indexed=False)
        else:
            yield _planned(desk, scope, url, partial(_week, desk, scope, week, url), span)
        week += WEEK
    for day in days_of(first, last):
        url = f"{day_url(day)}print/"
        if desk.many(scope, day.replace(day=1)):
            yield Planned(url=url, source=scope.source, make=partial(_pick, desk, scope, day, url), indexed=False)
        else:
            yield _planned(desk, scope, url, partial(_day, desk, scope, day, url), (day, day))


def _planned(desk: Desk, scope: Scope, url: str, make: "partial[Page]", span: tuple[date, date]) -> Planned:
    ids = desk.found.active(scope, *span)
    own = (scope.id,) if scope.kind in {"mix", "venue", "organiser"} else ()
    places = (place for name in ids for place in _places(desk, name))
    return Planned(
        url=url,
        source=scope.source,
        make=make,
        made_of=(*ids, *own, *places, *(f":{one}" for one in (scope.title, *desk.about(scope, url)))),
        indexed=False,
    )


def _places(desk: Desk, name: str) -> Sequence[str]:
    place = desk.made.edition.catalogue.entries[name].place
    return (place.id,) if place and place.id else ()


def _month(desk: Desk, scope: Scope, month: date, url: str, *, on_wall: bool = False) -> Page:
    days = desk.found.calendar(scope, days_in(month)[0], days_in(month)[-1])
    made = desk.maker.month(scope, month, days, on_wall=on_wall, about=desk.about(scope, scope.url(month)))
    return _page(desk, scope, month, url, made)


def _wall(desk: Desk, scope: Scope, month: date, url: str) -> Page:
    return _month(desk, scope, month, url, on_wall=True)


def _weeks(desk: Desk, scope: Scope, month: date, url: str) -> Page:
    first, last = whole_weeks(desk.made.edition, month)
    made = desk.maker.weeks(
        scope, first, last, desk.found.calendar(scope, first, last), about=desk.about(scope, scope.url(month))
    )
    return _page(desk, scope, month, url, made)


def _week(desk: Desk, scope: Scope, week: date, url: str) -> Page:
    last = week + WEEK - DAY
    made = desk.maker.weeks(scope, week, last, desk.found.calendar(scope, week, last), about=desk.about(scope, url))
    return _page(desk, scope, max(week, desk.months[0]), url, made)


def _days(desk: Desk, scope: Scope, month: date, url: str) -> Page:
    """All today sheets of a month in one print; a house has one for each day, others for days with something on."""
    words, days = desk.maker.words, desk.found.calendar(scope, days_in(month)[0], days_in(month)[-1])
    weather = words.t("Weather")
    blanks: Blanks = ((weather,),)
    if scope.house:
        blanks = ((weather, words.t("Birthdays")), (words.t("To eat"),), (words.t("Who works today"),))
    shown = days_in(month) if scope.house else tuple(days)
    made = desk.maker.days(scope, shown, days, about=_short(desk, scope, url), blanks=blanks)
    return _page(desk, scope, month, url, made)


def _day(desk: Desk, scope: Scope, day: date, url: str) -> Page:
    blanks = ((desk.maker.words.t("Weather"),),)
    days = desk.found.calendar(scope, day, day)
    made = desk.maker.days(scope, (day,), days, about=_short(desk, scope, url), blanks=blanks)
    return _page(desk, scope, day, url, made)


def _short(desk: Desk, scope: Scope, url: str) -> tuple[str, ...]:
    """The last words without the address: a day is over before there is a newer sheet."""
    return desk.about(scope, url)[:-1]


def _staff(desk: Desk, scope: Scope, month: date, url: str) -> Page:
    days = desk.found.calendar(scope, days_in(month)[0], days_in(month)[-1])
    made = desk.maker.staff(scope, month, days, about=desk.about(scope, scope.url(month)))
    return _page(desk, scope, month, url, made)


def _page(desk: Desk, scope: Scope, day: date, url: str, made: Set) -> Page:
    words, month = desk.maker.words, day.replace(day=1)
    first = made.sheets[0].title if made.sheets else words.month(month)
    titles = first if len(made.sheets) == 1 else words.month(month)
    title = words.t("Print: %(what)s, %(when)s", what=scope.title, when=titles)
    body = renderer(words, "paper/sheets.html")(
        view=made, tools=_tools(desk, scope, month, made=made, url=url, title=title), root=root(url)
    )
    return Page(
        url=url,
        section="calendar",
        title=title,
        description=words.t("Large sheets for paper: %(what)s.", what=scope.title),
        body=body,
        indexed=False,
        styles=(SHEET, made.paper.style),
    )


def _tools(desk: Desk, scope: Scope, month: date, *, made: Set, url: str, title: str) -> Tools:
    words, papers, base = desk.maker.words, desk.maker.papers, scope.url(month)
    others = [
        Link(url=base, label=words.t("Month")),
        Link(url=f"{base}{papers.wall.name}/", label=words.t("Month for the wall")),
        Link(url=f"{base}weeks/", label=words.t("All weeks")),
        Link(url=f"{base}days/", label=words.t("A sheet for each day")),
    ]
    if scope.house:
        others.append(Link(url=f"{base}staff/", label=words.t("Copy for the staff")))
    tail = url.removeprefix(base) if url.startswith(base) else ""
    several = len({sheet.title for sheet in made.sheets}) > 1
    return Tools(
        title=title,
        back=Link(url=scope.back, label=scope.name),
        paper=words.t(made.paper.words),
        others=tuple(link for link in others if link.url != url),
        months=tuple(
            Link(url=scope.url(one) + ("" if desk.many(scope, one) else tail), label=words.month(one))
            for one in desk.months
            if one != month
        ),
        single=words.t("To print one of these sheets alone, choose it here:") if several else None,
    )


def _pick(desk: Desk, scope: Scope, day: date, url: str) -> Page:
    """What one picks from where there is too much for paper."""
    words, month = desk.maker.words, max(day, desk.months[0]).replace(day=1)
    kind = "month" if url == scope.url(month) else "week" if "/week/" in url else "day"
    groups: tuple[Group, ...] = picks(desk.found, desk.parts, desk.mixes, day=day, month=month, kind=kind)
    title = words.t("Print: %(what)s, %(when)s", what=scope.title, when=words.month(month))
    if kind != "month":
        title = words.t("Print: %(what)s, %(when)s", what=scope.title, when=words.date(day))
    body = renderer(words, "paper/pick.html")(
        title=title,
        back=Link(url=scope.back, label=scope.name),
        why=words.t(
            "Up to %(count)s things are on in a week of %(month)s. Paper holds about %(most)s in large letters. "
            "Choose a part of them.",
            month=words.month(month), count=desk.found.busiest(scope, month), most=MANY,
        ),
        choose=words.t("This sheet names the parts. Open this address, press the one you want, and print it there:"),
        address=desk.made.edition.site_url.partition("://")[2] + url,
        groups=groups,
        root=root(url),
    )  # fmt: skip
    return Page(
        url=url, section="calendar", title=title, description=words.t("Choose what to print."), body=body,
        indexed=False,
    )  # fmt: skip
