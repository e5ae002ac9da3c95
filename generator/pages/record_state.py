"""Whether one can come at the moment, and how fresh the facts are: by the record and the site's limits, as of a day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from generator.catalogue import Entry
from generator.edition import Edition
from generator.icons import STATE
from generator.pages.record_text import days_long
from generator.records.common import Checked, Places, Visible
from generator.words import Words

_A_YEAR = 12  # months


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Why one cannot simply come at the moment."""

    code: Literal["full", "waiting_list", "paused", "closed", "not_yet", "over"]
    tag: str
    """The short word of the tag."""
    words: str
    """The whole of it, as a sentence."""
    icon: str
    style: Literal["full", "waiting", "paused", "closed"]
    """Which of the tags of the style sheet it is."""


def state(edition: Edition, entry: Entry) -> State | None:
    """Full, a waiting list, paused, closed for good, not yet or no longer in the lists; None where one can come."""
    words, places, visible = edition.words, entry.record.places, entry.record.visible
    if places is not None and places.state == "closed":
        return State(code="closed", tag=words.t("Closed"), words=words.t("This is closed for good."),
                     icon=STATE["closed"], style="closed")  # fmt: skip
    hidden = _hidden(words, visible, edition.today) if visible else None
    return hidden or (_of_places(words, places, edition.today) if places else None)


def _hidden(words: Words, visible: Visible, today: date) -> State | None:
    if visible.last and today > visible.last:
        return State(code="over", tag=words.t("Over"), icon=STATE["closed"], style="closed",
                     words=words.t("This ended on %(date)s.", date=words.date(visible.last)))  # fmt: skip
    if visible.first and today < visible.first:
        return State(code="not_yet", tag=words.t("Not yet"), icon=STATE["paused"], style="paused",
                     words=words.t("This begins on %(date)s.", date=words.date(visible.first)))  # fmt: skip
    return None


def _of_places(words: Words, places: Places, today: date) -> State | None:
    match places.state:
        case "paused":
            said = words.t("It is paused.")
            if places.back_on and places.back_on > today:
                said = words.t("It is paused. It starts again on %(date)s.", date=words.date(places.back_on))
            return State(code="paused", tag=words.t("Paused"), words=said, icon=STATE["paused"], style="paused")
        case "waiting_list":
            said = words.t("There is a waiting list.")
            if places.wait_days:
                wait = days_long(words, places.wait_days)
                said = words.t("There is a waiting list of about %(time)s.", time=wait)
            return State(code="waiting_list", tag=words.t("Waiting list"), words=said, icon=STATE["waiting_list"],
                         style="waiting")  # fmt: skip
        case "full":
            return State(code="full", tag=words.t("Full"), words=words.t("It is full at the moment."),
                         icon=STATE["full"], style="full")  # fmt: skip
        case _:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How old a check is: the words for a card, the day of the check."""

    level: Literal["fresh", "old", "doubtful"]
    words: str
    date: date | None


def freshness(edition: Edition, checked: Checked | None) -> Freshness:
    """How fresh facts are by the site's limits; facts that nobody has checked are doubtful."""
    limits = edition.settings.freshness
    return _freshness(edition.words, checked.on if checked else None, edition.today, limits.warn, limits.doubtful)


@lru_cache(maxsize=4096)
def _freshness(words: Words, on: date | None, today: date, warn: int, doubtful: int) -> Freshness:
    if on is None:
        return Freshness(level="doubtful", words=words.t("Check first: nobody has checked this"), date=None)
    if months_after(on, doubtful) < today:
        said = words.n(
            "Check first: facts over %(count)s month old", "Check first: facts over %(count)s months old", doubtful
        ) if doubtful != _A_YEAR else words.t("Check first: facts over a year old")  # fmt: skip
        return Freshness(level="doubtful", words=said, date=on)
    if months_after(on, warn) < today:
        said = words.n("Over %(count)s month ago", "Over %(count)s months ago", warn)
        return Freshness(level="old", words=said, date=on)
    return Freshness(level="fresh", words=words.t("Checked %(month)s", month=words.month(on)), date=on)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
