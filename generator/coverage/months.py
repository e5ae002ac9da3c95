"""An edition in, its public sessions month by month out: planned, cancelled, moved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from generator.edition import Edition, month_start
from generator.sessions import Status

_ON = attrgetter("on")
BACK, AHEAD = -3, 6
"""From so many months ago until so many months from now: further ahead much is not planned yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """The sessions of one month."""

    first: date
    held: int
    """Those that take place or took place, moved ones too."""
    cancelled: int
    moved: int


def months(edition: Edition) -> tuple[Month, ...]:
    """The months around today, as far as the edition reaches."""
    listed = [one.id for one in edition.catalogue.activities if one.listed(edition.today)]
    planned: Counter[date] = Counter()
    otherwise: Counter[tuple[date, Status]] = Counter()
    for sessions in filter(None, map(edition.sessions.get, listed)):
        planned.update(map(_ON, sessions))  # of 200,000 sessions nearly all are as planned
        otherwise.update((one.on, one.status) for one in sessions if one.status is not Status.PLANNED)
    cancelled, moved = (
        _by_month({day: count for (day, found), count in otherwise.items() if found is status})
        for status in (Status.CANCELLED, Status.MOVED)
    )
    all_of_them = _by_month(planned)
    shown = (month_start(edition.today, step) for step in range(BACK, AHEAD + 1))
    return tuple(
        Month(
            first=first,
            held=all_of_them[first] - cancelled[first],
            cancelled=cancelled[first],
            moved=moved[first],
        )
        for first in shown
        if edition.window.first <= first <= edition.window.last
    )


def _by_month(days: Mapping[date, int]) -> Counter[date]:
    """How many there are in each month, by its first day."""
    found: Counter[date] = Counter()
    for day, count in days.items():
        found[day.replace(day=1)] += count
    return found
