"""The shapes of rules: numbers of days, weeks, months, years → the one value that says them.

Plain words and RRULE text both end here, so that a rule is the same value whichever way it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.schedule.lexicon import MONTHS
from generator.schedule.rules import LAST, Misread, MonthlyDay, MonthlyWeekday, RawRule, Yearly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.schedule.rules import Rule

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_INTERVAL = 99
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def raw(frequency: str, interval: int, *, months: tuple[int, ...] = (), by: str = "") -> RawRule:
    """A raw rule in its one normal spelling."""
    counted = [f"INTERVAL={interval}"] if interval > 1 else []
    within = [f"BYMONTH={','.join(map(str, months))}"] if months else []
    return RawRule(";".join([f"FREQ={frequency}", *counted, *within, *([by] if by else [])]))


class Shape(NamedTuple):
    """What a raw rule counts: days of months by number, or ordinals of one weekday."""

    frequency: str
    interval: int
    months: tuple[int, ...]
    nth: tuple[int, ...]
    weekday: int | None


def shape(rule: RawRule) -> Shape:
    """What a raw rule counts."""
    parts = rule.parts()
    months = tuple(map(int, parts.get("BYMONTH", "").split(","))) if "BYMONTH" in parts else ()
    named = parts.get("BYDAY") or parts.get("BYMONTHDAY")
    nth = tuple(int(name.rstrip("".join(CODES))) for name in named.split(",")) if named else ()
    weekday = CODES.index(parts["BYDAY"][-2:]) if "BYDAY" in parts else None
    return Shape(parts["FREQ"], int(parts.get("INTERVAL", "1")), months, nth, weekday)


def by_month_day(days: tuple[int, ...]) -> str:
    """The BYMONTHDAY part for days of the month."""
    return f"BYMONTHDAY={','.join(map(str, days))}"


def by_weekday(ordinals: tuple[int, ...], weekday: int) -> str:
    """The BYDAY part for ordinals of one weekday."""
    return f"BYDAY={','.join(f'{ordinal}{CODES[weekday]}' for ordinal in ordinals)}"


def monthly_days(days: tuple[int, ...], interval: int = 1) -> Rule | Misread:
    """The rule for days of the month by number, each `interval` months."""
    clash = _clash(days, 28)
    if clash:
        return clash
    return MonthlyDay(days) if interval == 1 else raw("MONTHLY", interval, by=by_month_day(days))


def monthly_weekday(ordinals: tuple[int, ...], weekday: int, interval: int = 1) -> Rule | Misread:
    """The rule for ordinals of a weekday in the month, each `interval` months."""
    return _clash(ordinals, 4) or MonthlyWeekday(ordinals, weekday, interval)


def yearly_days(months: tuple[int, ...], days: tuple[int, ...], interval: int = 1) -> Rule | Misread:
    """The rule for days of some months, each `interval` years."""
    impossible = next(((month, day) for month in months for day in days if day > _LONGEST[month - 1]), None)
    if impossible:
        month, day = MONTHS[impossible[0] - 1], impossible[1]
        return Misread(f"There is no {day} {month}.", f"For the end of the month write “last day of {month}”.")
    clash = _clash(days, 28)
    if clash:
        return clash
    if interval == 1 and len(months) == len(days) == 1 and days[0] != LAST:
        return Yearly(months[0], days[0])
    return raw("YEARLY", interval, months=months, by=by_month_day(days))


def yearly_weekday(
    months: tuple[int, ...], ordinals: tuple[int, ...], weekday: int, interval: int = 1
) -> Rule | Misread:
    """The rule for ordinals of a weekday in some months, each `interval` years."""
    return _clash(ordinals, 4) or raw("YEARLY", interval, months=months, by=by_weekday(ordinals, weekday))


def in_month_order(ordinals: Iterable[int]) -> tuple[int, ...]:
    """Ordinals in the order in which they fall in a month, the last one at the end."""
    return tuple(sorted(set(ordinals), key=lambda ordinal: (ordinal == LAST, ordinal)))


def _clash(numbers: tuple[int, ...], least: int) -> Misread | None:
    """A refusal of the last one with one that is the last in some months: a day cannot come twice."""
    if LAST not in numbers or max(numbers) < least:
        return None
    return Misread("In some months two of these are the same day.", "Leave one of them out or write two items.")
