"""An edition in, its public sessions month by month out: planned, cancelled, moved."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from generator.edition import Edition, month_start
from generator.sessions import Status

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
    counted: Counter[tuple[date, Status]] = Counter(
        (session.on.replace(day=1), session.status)
        for entry in edition.catalogue.activities
        if entry.listed(edition.today)
        for session in edition.sessions.get(entry.id, ())
    )
    shown = (month_start(edition.today, step) for step in range(BACK, AHEAD + 1))
    return tuple(
        Month(
            first=first,
            held=counted[first, Status.PLANNED] + counted[first, Status.MOVED],
            cancelled=counted[first, Status.CANCELLED],
            moved=counted[first, Status.MOVED],
        )
        for first in shown
        if edition.window.first <= first <= edition.window.last
    )
