"""The start page: search, what is different today, what is on this week, a way in for each kind of person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from generator.edition import Edition
from generator.icons import LAYER
from generator.pages.calendar import Link as CalendarLink
from generator.pages.calendar import changes_today, day_url
from generator.pages.engine import renderer
from generator.pages.listings import DIRECTORY, Listings, listings, ways
from generator.pages.page import Page, Planned
from generator.pages.soon import SoonDay, sessions_near, soon_days, this_week_url
from generator.pages.ways import Link, Phone, phone

DAYS = 7
IN_ALL = 14  # rows: after these no further day begins
IN_A_DAY = 5
CHANGES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The start page."""

    lead: str
    phone: Phone
    quick: tuple[Link, ...]
    families: tuple[Link, ...]
    ways: tuple[Link, ...]
    changes: tuple[tuple[CalendarLink, str, str], ...]
    more_changes: str | None
    today_url: str
    made: str
    days: tuple[SoonDay, ...]
    week_url: str


def start_pages(edition: Edition) -> Iterator[Planned]:
    """The start page."""
    yield Planned(url="", source="the start page", make=partial(_start, edition))


def _start(edition: Edition) -> Page:
    words, place = edition.words, edition.settings.place
    lead = words.t("Groups, meals, walks, phone calls and helping hands in and near %(place)s.", place=place)
    return Page(
        url="",
        section="start",
        title=words.t("Find company and things to do"),
        description=lead,
        body=renderer(words, "home.html")(view=_view(edition, listings(edition), lead), root=""),
        changed=edition.today.isoformat(),
    )


def _view(edition: Edition, found: Listings, lead: str) -> HomeView:
    words, today = edition.words, edition.today
    listed = [entry for entry in found.everything.entries if entry.section == "activities"]
    near = sessions_near(edition, listed, today, today + timedelta(days=DAYS - 1))
    changes = changes_today(edition, near)
    rest = len(changes) - CHANGES
    return HomeView(
        lead=lead,
        phone=phone(edition),
        quick=ways(edition, found.quick),
        families=ways(edition, found.families),
        ways=_who_are_you(edition),
        changes=changes[:CHANGES],
        more_changes=words.n("%(count)s more", "%(count)s more", rest) if rest > 0 else None,
        today_url=day_url(today),
        made=words.date(today),
        days=tuple(soon_days(edition, near, "", in_all=IN_ALL, in_a_day=IN_A_DAY)),
        week_url=this_week_url(edition),
    )


def _who_are_you(edition: Edition) -> tuple[Link, ...]:
    t = edition.words.t
    return (
        Link(
            url="calendar/",
            label=t("Looking for myself or my family"),
            icon=LAYER["circle"],
            text=t("See what is on. Put it on your phone or your fridge."),
        ),
        Link(
            url=DIRECTORY,
            label=t("Helping somebody as my job"),
            icon=LAYER["formal"],
            text=t("Look by cost, by place and by how one gets in. Nothing is kept."),
        ),
        Link(
            url="about/#groups",
            label=t("Running a group"),
            icon=LAYER["community"],
            text=t("Check your page, tell us what changed."),
        ),
    )
