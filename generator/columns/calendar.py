"""The public calendar in, the files of `data/calendar/` out: who is on, each month's sessions, which feeds there are.

Sessions that are as planned are told by rule: an activity, its clock, and the days of the month as bits. What is not as
planned, or has a note, is told in words. Activities are
known by their place in `activities.json`, in the order of names.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial

from generator.catalogue import Entry
from generator.columns.coding import digits, items
from generator.columns.files import FORMAT, order_of, written
from generator.edition import Edition, month_start
from generator.feeds.calendars import LARGEST_OFFERED, Calendars, Feed
from generator.icons import CATEGORY
from generator.output import Output
from generator.pages.appearances import Appearance, Standing
from generator.pages.calendar import Maker
from generator.pages.calendar_frame import DAY, days_of
from generator.pages.changes import data_of_changes
from generator.pages.days import minutes, row_view
from generator.pages.facts import arm, cost, state, where
from generator.pages.feed_links import SERVICES
from generator.pages.listings import listed_entries
from generator.pages.page import OUTLINES
from generator.pieces import KeyOf
from generator.records.codes import FAMILY_OF_CATEGORY

FOLDER = "data/calendar/"
_SOURCE = "the sessions of the calendar"
_OF_RECORDS = frozenset({"venue", "organiser"})
_KINDS = frozenset({"all", "flag", "category", "area"}) | _OF_RECORDS
"""Kinds of feeds that a view of the calendar can be subscribed to with; those of activities have a fixed path."""


class _Numbers:
    """Which record and which activity of the calendar has which number."""

    def __init__(self, make: Maker) -> None:
        listed = listed_entries(make.edition)
        on = {one.session.entry.id for found in make.days.values() for one in found}
        self.order = order_of(listed)
        self.entries = tuple((number, entry) for number, entry in enumerate(listed) if entry.id in on)
        self.activity = {entry.id: at for at, (_, entry) in enumerate(self.entries)}


Numbered = Callable[[], _Numbers]
"""The numbers, worked out once a file needs them."""


def calendar_outputs(make: Maker, feeds: Calendars, key_of: KeyOf) -> Iterator[Output]:
    """Every file that the pages of the calendar read."""
    numbers, window = cache(partial(_Numbers, make)), make.edition.window

    def file(name: str, content: Callable[[], str]) -> Output:
        path = f"{FOLDER}{name}.json"
        return Output(path, _SOURCE, key=key_of(path, (OUTLINES,)), make=content)

    yield data_of_changes(make.edition, make.days)
    yield file("activities", partial(_activities, make, numbers))
    yield Output(f"{FOLDER}feeds.json", _SOURCE, make=partial(_feeds, feeds, numbers))
    first = month_start(window.first, 0)
    while first <= window.last:
        yield file(f"{first:%Y-%m}", partial(_month, make, numbers, first))
        first = month_start(first, 1)


def _activities(make: Maker, numbered: Numbered) -> str:
    """What each activity of the calendar says in every row."""
    numbers = numbered()
    edition, entries = make.edition, [entry for _, entry in numbers.entries]
    return written(
        {
            "format": FORMAT,
            "order": numbers.order,
            "count": len(entries),
            "numbers": digits([number for number, _ in numbers.entries]),
            "ids": [entry.id for entry in entries],
            "titles": [entry.record.name for entry in entries],
            "where": items([where(edition, entry) for entry in entries]),
            "cost": items([cost(edition, entry) if entry.record.cost else None for entry in entries]),
            "step": items([arm(edition, entry) for entry in entries]),
            "state": items([_state(edition, entry) for entry in entries]),
            "category": items([entry.category for entry in entries]),
            "categories": {
                code: [edition.label("category", code), FAMILY_OF_CATEGORY[code], CATEGORY[code]]
                for code in sorted({entry.category for entry in entries})
            },
        }
    )


def _state(edition: Edition, entry: Entry) -> tuple[str, str, str, str] | None:
    """What its rows say of room and breaks: the word, its look and icon, and more in words on the page of a day."""
    found = state(edition, entry)
    return (found.tag, found.style, found.icon, found.words) if found else None


def _month(make: Maker, numbered: Numbered, first: date) -> str:
    """The sessions of a month: rules with their days as bits, the first day being the lowest; then what is special."""
    numbers = numbered()
    rules: dict[Appearance, int] = {}
    special: list[Sequence[object]] = []
    for day in days_of(first, month_start(first, 1) - DAY):
        for one in make.on(day):
            if one.standing is Standing.PLANNED and one.session.note is None:
                rules[one] = rules.get(one, 0) | 1 << (day.day - 1)
            else:
                special.append(_special(make, numbers, day, one))
    activity = numbers.activity
    shown = sorted(rules, key=lambda one: (activity[one.session.entry.id], one.minute, minutes(one), one.session.item))
    return written(
        {
            "format": FORMAT,
            "order": numbers.order,
            "month": f"{first:%Y-%m}",
            "count": len(shown),
            "rules": {
                "of": digits([activity[one.session.entry.id] for one in shown]),
                "at": items([minutes(one) or None for one in shown]),
                "days": items([rules[one] for one in shown]),
            },
            "said": {str(at): said for at, one in enumerate(shown) if (said := _said(make, one))},
            "special": special,
        }
    )


def _said(make: Maker, one: Appearance) -> Mapping[str, str]:
    """What the row of a rule says besides what its activity says: another name, the clock of another zone."""
    session = one.session
    found = {"title": session.title} if session.title != session.entry.record.name else {}
    there = row_view(make.edition, one).there if one.there else None
    return {**found, "there": there} if there else found


def _special(make: Maker, numbers: _Numbers, day: date, one: Appearance) -> Sequence[object]:
    """A session in words: activity, day, clock, then whatever its row says besides what its activity says."""
    entry, row = one.session.entry, row_view(make.edition, one)
    usual = where(make.edition, entry)
    said = {
        "struck": row.struck,
        "changed": one.standing is not Standing.PLANNED,
        "tag": row.tag and [row.tag.word, row.tag.kind, row.tag.icon],
        "brief": row.brief,
        "tells": row.tells,
        "note": row.note,
        "there": row.there,
        "title": row.title if row.title != entry.record.name else None,
        "where": row.where if row.where != usual else None,
    }
    return numbers.activity[entry.id], day.day, row.at, {name: value for name, value in said.items() if value}


def _feeds(made: Calendars, numbered: Numbered) -> str:
    """The feeds that a view can be subscribed to with: what each is of, how large it is, which activities it holds."""
    numbers = numbered()
    return written(
        {
            "format": FORMAT,
            "order": numbers.order,
            "site": made.edition.site_url,
            "ways": SERVICES,
            "feeds": [
                {
                    "kind": feed.kind,
                    "code": feed.code,
                    "name": feed.name,
                    "title": feed.title,
                    "path": feed.path,
                    **_sizes(made, feed),
                    "of": _steps(numbers.activity[entry.id] for entry in feed.entries if entry.id in numbers.activity),
                }
                for feed in made.feeds
                if feed.kind in _KINDS and feed.entries
            ],
        }
    )


def _sizes(made: Calendars, feed: Feed) -> Mapping[str, object]:
    """How large a feed is, and whether calendars take all of it; the thousand small ones are only weighed roughly."""
    if feed.kind in _OF_RECORDS:
        roughly = sum(len(made.events[entry.id].body) for entry in feed.entries)
        return {"size": None, "offered": roughly < LARGEST_OFFERED}
    return {"size": made.size(feed), "offered": made.offered(feed)}


def _steps(of: Iterable[int]) -> list[int]:
    """Numbers in their order, each as how much more it is than the one before: they are small, and many alike."""
    found = sorted(of)
    return [number - before for before, number in zip([0, *found], found, strict=False)]
