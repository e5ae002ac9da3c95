"""What all pages of the calendar share: addresses, neighbours, other views, and what is different today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.edition import Edition, month_start
from generator.pages.appearances import Appearance, Calendar, Standing
from generator.pages.days import goes_on, tag, tells
from generator.words import Words

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
WEEKDAYS = {"monday": 0, "sunday": 6, "saturday": 5}
CHANGES = 8  # of today; the rest is on the page of the day


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address relative to the site, and its words."""

    url: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is different today: the activity, the word for what happened, and what happened."""

    found: tuple[tuple[Link, str, str], ...]
    more: Link | None
    made: str
    """The day on which this was known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The frame of every calendar page: neighbours, views, changes of today."""

    title: str
    earlier: Link | None
    later: Link | None
    views: tuple[tuple[Link, bool], ...]
    """Month, week, day; whether it is this page."""
    changes: Changes | None


def month_url(day: date) -> str:
    """The address of the month of a day."""
    return f"calendar/{day:%Y-%m}/"


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
    """The month, the week and the day that a page stands for or leads to, and which of them it is itself.

    From this month one comes to this week and to today, from other months to their beginning.
    """
    words, today, window = edition.words, edition.today, edition.window
    same_month = month_start(today, 0) == month_start(day, 0)
    same_week = week_of(edition, today) == week_of(edition, day)
    near = today if (here == "month" and same_month) or (here == "week" and same_week) else day
    near = min(max(near, window.first), window.last)
    links = {
        "month": Link(url=month_url(near), words=words.t("Month")),
        "week": Link(url=week_url(week_of(edition, near)), words=words.t("Week")),
        "day": Link(url=day_url(near), words=words.t("Day")),
    }
    return tuple((link, name == here) for name, link in links.items())


def changes(edition: Edition, days: Calendar) -> Changes | None:
    """The changes of today for the top of a page; None where all is as planned."""
    words = edition.words
    found = tuple(
        (Link(url=one.session.entry.url, words=one.session.title), word, tells(words, one) or "")
        for one, word in _changed(words, days.get(edition.today, ()))
    )
    if not found:
        return None
    rest = len(found) - CHANGES
    more = words.n("%(count)s more change", "%(count)s more changes", rest)
    return Changes(
        found=found[:CHANGES],
        more=Link(url=day_url(edition.today), words=more) if rest > 0 else None,
        made=words.date(edition.today),
    )


def _changed(words: Words, found: tuple[Appearance, ...]) -> Iterator[tuple[Appearance, str]]:
    """What is not as planned, and the word for it; a session that moved within the day stands there once."""
    left = {id(one.session) for one in found if one.standing is Standing.LEFT}
    for one in found:
        word = tag(words, one)
        if word and (one.standing is Standing.LEFT or id(one.session) not in left):
            yield one, word.word if goes_on(one) else words.t("%(word)s.", word=word.word)
