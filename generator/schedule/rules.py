"""What a schedule means, as values: rules, skips, items, windows, closed periods.

Nothing here reads text or counts days; `language` makes these values, `expand` and `words` use them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

LAST = -1
EVERY_WEEKDAY = (0, 1, 2, 3, 4)
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Weekly:
    """Days of the week (0 is Monday, sorted), each week or each `interval` weeks."""

    days: tuple[int, ...]
    interval: int = 1


@dataclass(frozen=True, slots=True)
class MonthlyWeekday:
    """The nth of a weekday in the month: ordinals 1 to 5, -1 for the last."""

    ordinals: tuple[int, ...]
    weekday: int
    interval: int = 1


@dataclass(frozen=True, slots=True)
class MonthlyDay:
    """Days of each month by number: 1 to 31, -1 for the last."""

    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Yearly:
    """One day of each year; 29 February falls in leap years only."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class RawRule:
    """A rule without a class of its own: a normalised RRULE such as `FREQ=DAILY;INTERVAL=3`."""

    text: str

    def parts(self) -> dict[str, str]:
        """The parts of the rule by their names."""
        pairs = (part.partition("=") for part in self.text.split(";"))
        return {name: value for name, _, value in pairs}


@dataclass(frozen=True, slots=True)
class Dates:
    """Single days."""

    days: tuple[date, ...]


Rule = Weekly | MonthlyWeekday | MonthlyDay | Yearly | RawRule | Dates


@dataclass(frozen=True, slots=True)
class Misread:
    """Text of a schedule that we do not read: a sentence for its writer, and what to write instead."""

    message: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Skips:
    """Days that a rule gives but the organiser never planned: `except` in a record."""

    public_holidays: bool = False
    closures: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


NO_SKIPS = Skips()


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a schedule: a rule, its times on the clock, its bounds and skips.

    `start` None is all day; `next_day` ends on the day after; `times` counts skipped days of the rule, too.
    """

    rule: Rule
    start: time | None = None
    end: time | None = None
    next_day: bool = False
    key: str | None = None
    first: date | None = None
    until: date | None = None
    times: int | None = None
    skips: Skips = NO_SKIPS
    called: str | None = None


def ended_by(item: Item, last: date) -> Item:
    """The item, which goes on until that day at most; where all its single days are later, it has none left."""
    if isinstance(item.rule, Dates) and (kept := tuple(day for day in item.rule.days if day <= last)):
        return replace(item, rule=Dates(kept))
    return item if item.until and item.until <= last else replace(item, until=last)


@dataclass(frozen=True, slots=True)
class Window:
    """Days from the first to the last, both within."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        """Whether the day lies within."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Period:
    """Days on which something is closed, both ends within, and why."""

    first: date
    last: date
    why: str | None = None

    def __contains__(self, day: date) -> bool:
        """Whether the day lies within."""
        return self.first <= day <= self.last
