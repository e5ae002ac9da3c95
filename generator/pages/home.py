"""The start page: search, what is different today, what is on this week, a way in for each kind of person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import islice

from generator.edition import Edition
from generator.icons import LAYER
from generator.pages.calendar_days import Maker
from generator.pages.calendar_frame import week_of, week_url
from generator.pages.changes import Changes, changes
from generator.pages.engine import renderer
from generator.pages.listings import DIRECTORY, Listings, listings, ways
from generator.pages.page import Page, Planned
from generator.pages.soon import SoonDay, sessions_near, soon_days
from generator.pages.ways import Link, Phone, phone

DAYS = 7  # from today on
DAYS_SHOWN = 3  # of those that have sessions
IN_A_DAY = 5  # sessions; the calendar has all


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The start page."""

    lead: str
    phone: Phone
    quick: tuple[Link, ...]
    families: tuple[Link, ...]
    ways: tuple[Link, ...]
    changes: Changes
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
    today = edition.today
    activities = [entry for entry in found.everything.entries if entry.section == "activities"]
    near = sessions_near(edition, activities, today, today + timedelta(days=DAYS - 1))
    shown = dict(islice(near.items(), DAYS_SHOWN))
    return HomeView(
        lead=lead,
        phone=phone(edition),
        quick=ways(edition, found.quick),
        families=ways(edition, found.families),
        ways=_who_are_you(edition),
        changes=changes(edition, near, today),
        days=tuple(soon_days(edition, shown, "", in_a_day=IN_A_DAY, telling=Maker(edition, near).telling)),
        week_url=week_url(week_of(edition, max(shown, default=today))),
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
