"""What all pages of the calendar share: addresses, neighbours, and other views of the same days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.edition import Edition, month_start

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
WEEKDAYS = {"monday": 0, "sunday": 6, "saturday": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address relative to the site, and its words."""

    url: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The frame of every calendar page: neighbours and views."""

    title: str
    earlier: Link | None
    later: Link | None
    views: tuple[tuple[Link, bool], ...]
    """Month, week, day, list; whether it is this page."""
    view: str
    """Which of them it is."""
    first: str
    last: str
    """Its days, for scripts: 2026-12-01, 2026-12-31."""
    zone: str
    paper: Link | None
    """Its sheets for paper; None where the page itself is printed."""


def month_url(day: date) -> str:
    """The address of the month of a day."""
    return f"calendar/{day:%Y-%m}/"


def list_url(day: date) -> str:
    """The address of the list of the month of a day."""
    return f"calendar/{day:%Y-%m}/list/"


def week_url(first: date) -> str:
    """The address of the week that begins on a day."""
    return f"calendar/week/{first}/"


def day_url(day: date, number: int = 1) -> str:
    """The address of a day, or of a further page of it."""
    return f"calendar/{day}/" + (f"{number}/" if number > 1 else "")


def week_of(edition: Edition, day: date) -> date:
    """The first day of the week that a day is in, by the site's settings."""
    return day - timedelta(days=(day.weekday() - WEEKDAYS[edition.settings.week_start]) % 7)


def days_of(first: date, last: date) -> Iterator[date]:
    """The days from the first to the last."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def views(edition: Edition, day: date, here: str) -> tuple[tuple[Link, bool], ...]:
    """The month, the week, the day and the list that a page stands for or leads to, and which of them it is itself.

    From this month one comes to this week and to today, from other months to their beginning.
    """
    words, today, window = edition.words, edition.today, edition.window
    same_month = month_start(today, 0) == month_start(day, 0)
    same_week = week_of(edition, today) == week_of(edition, day)
    near = today if (here in {"month", "list"} and same_month) or (here == "week" and same_week) else day
    near = min(max(near, window.first), window.last)
    links = {
        "month": Link(url=month_url(near), words=words.t("Month")),
        "week": Link(url=week_url(week_of(edition, near)), words=words.t("Week")),
        "day": Link(url=day_url(near), words=words.t("Day")),
        "list": Link(url=list_url(near), words=words.t("List")),
    }
    return tuple((link, name == here) for name, link in links.items())
