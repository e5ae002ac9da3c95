"""An item of a schedule and a window → its days, lazy and ascending; and its series as RRULE values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from generator.schedule.falls import falls, first_fall, nth_fall
from generator.schedule.rrule_write import rrules
from generator.schedule.rules import NO_SKIPS, Dates, Item, Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.schedule.rules import Period, Rule, Skips

_LOOK_BACK = (40, 400, 4000)  # days: nearly every rule has a day in the first, 29 February in the last


class Almanac(Protocol):
    """What the site knows about days: the public holidays of its country, and its named closures."""

    def is_public_holiday(self, day: date) -> str | None:
        """The name of the public holiday on that day."""

    def closure(self, id: str) -> tuple[Period, ...]:  # noqa: A002 - the word of the records
        """The periods of a named closure."""


@dataclass(frozen=True, slots=True)
class Series:
    """One RRULE of an item: `code` tells it from its siblings ("2tu"; "" where there is only one).

    `first` is DTSTART, `last` bounds UNTIL (None: it goes on); both stand for the whole item's `times`, too.
    """

    code: str
    rrule: str
    first: date
    last: date | None


def days(item: Item, window: Window, almanac: Almanac, *, epoch: date) -> Iterator[date]:
    """The planned days of the item in the window, a short one: those of its rule without those that it skips."""
    found = _rule_days(item.rule, window, epoch, first=item.first, until=item.until, times=item.times)
    return iter(found) if item.skips == NO_SKIPS else _without_skipped(found, item.skips, almanac)


def _without_skipped(found: Iterable[date], skips: Skips, almanac: Almanac) -> Iterator[date]:
    closed = tuple(period for name in skips.closures for period in almanac.closure(name))
    for day in found:
        if day in skips.days or any(day in period for period in closed):
            continue
        if skips.public_holidays and almanac.is_public_holiday(day) is not None:
            continue
        yield day


@lru_cache(maxsize=4096)
def _rule_days(
    rule: Rule, window: Window, epoch: date, *, first: date | None, until: date | None, times: int | None
) -> tuple[date, ...]:
    """The days of a rule in a window; many activities of a town happen on the same days."""
    return tuple(rule_days(Item(rule, first=first, until=until, times=times), window, epoch))


def rule_days(item: Item, window: Window, epoch: date) -> Iterator[date]:
    """The days that the rule of the item gives in the window, skipped ones too."""
    first = first_day(item, epoch)
    if first is None:
        return
    last = _last_from(item, first)
    low, high = max(window.first, first), min(window.last, last or window.last)
    if low <= high:
        yield from falls(item.rule, first, low, high)


def first_day(item: Item, epoch: date) -> date | None:
    """The first day that the rule of the item gives, skipped or not: DTSTART of its series."""
    begin = date.min if isinstance(item.rule, Dates) else epoch
    first = first_fall(item.rule, item.first or begin)
    return None if first is None or (item.until is not None and first > item.until) else first


def last_day(item: Item, epoch: date) -> date | None:
    """The day after which the rule falls no more (`until`, `times`, single days); None where it goes on."""
    first = first_day(item, epoch)
    return None if first is None else _last_from(item, first)


def has_day(item: Item, day: date, epoch: date) -> bool:
    """Whether the rule of the item gives that day; today does not matter."""
    return next(rule_days(item, Window(day, day), epoch), None) is not None


def nearest_day(item: Item, day: date, epoch: date) -> date | None:
    """The day of the rule nearest to the given one, the earlier of two: a hint for a change to no session."""
    after = next(rule_days(item, Window(day, date.max), epoch), None)
    near = [found for found in (_last_before(item, day, epoch), after) if found is not None]
    return min(near, key=lambda found: abs(found - day), default=None)


def series(item: Item, epoch: date) -> tuple[Series, ...]:
    """The series of a feed that together have exactly the days of the rule; none for single days."""
    first = first_day(item, epoch)
    if first is None:
        return ()
    last = _last_from(item, first)
    found = []
    for code, rule, text in rrules(item.rule):
        begin = next(falls(rule, first, first, last or date.max), None)
        if begin is not None:
            found.append(Series(code, text, begin, last))
    return tuple(found)


def to_rrule(item: Item, epoch: date) -> tuple[str, ...]:
    """The RRULE values of the item without UNTIL and COUNT: one for each ordinal, none for single days."""
    return tuple(one.rrule for one in series(item, epoch))


def _last_from(item: Item, first: date) -> date | None:
    bounds = [] if item.until is None else [item.until]
    if item.times is not None:
        bounds.append(nth_fall(item.rule, first, item.times))
    if isinstance(item.rule, Dates):
        bounds.append(max(item.rule.days))
    return min(bounds, default=None)


def _last_before(item: Item, day: date, epoch: date) -> date | None:
    first = first_day(item, epoch)
    if first is None or first > day:
        return None
    spans = (date.fromordinal(max(1, day.toordinal() - back)) for back in _LOOK_BACK)
    for begin in (*spans, first):
        found = max(rule_days(item, Window(begin, day), epoch), default=None)
        if found is not None:
            return found
    return None
