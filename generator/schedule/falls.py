"""A rule → its days, by plain date arithmetic that jumps to the days asked for; raw rules by dateutil.

A month or year that lacks the day is left out (RFC 5545 section 3.3.10). A rule that counts every so many
days, weeks, months or years counts from its own first day, as an RRULE does from DTSTART.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from dateutil.rrule import rrulestr

from generator.schedule.rules import LAST, Dates, MonthlyDay, MonthlyWeekday, RawRule, Weekly, Yearly

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.schedule.rules import Rule

_WEEK = 7
_MONTHS = 12


def first_fall(rule: Rule, begin: date) -> date | None:
    """The first day of a rule on or after a day, as if it counted every week, month, year."""
    return next(falls(_each(rule), begin, begin, date.max), None)


def _each(rule: Rule) -> Rule:
    """The same rule without its counting: each week, each month, each year."""
    match rule:
        case Weekly():
            return Weekly(rule.days)
        case MonthlyWeekday():
            return MonthlyWeekday(rule.ordinals, rule.weekday)
        case RawRule():
            return RawRule(";".join(f"{name}={value}" for name, value in rule.parts().items() if name != "INTERVAL"))
        case _:
            return rule


def nth_fall(rule: Rule, first: date, times: int) -> date:
    """The day on which the rule falls for the nth time, counted from its first day."""
    if not isinstance(rule, Weekly):
        return tuple(islice(falls(rule, first, first, date.max), times))[-1]
    in_first_week = tuple(day for day in rule.days if day >= first.weekday())
    if times <= len(in_first_week):
        return first + timedelta(days=in_first_week[times - 1] - first.weekday())
    weeks, place = divmod(times - len(in_first_week) - 1, len(rule.days))
    return _monday(first) + timedelta(weeks=(weeks + 1) * rule.interval, days=rule.days[place])


def falls(rule: Rule, first: date, low: date, high: date) -> Iterator[date]:
    """The days of a rule whose first day is `first`, from `low` (not before `first`) to `high`."""
    match rule:
        case Weekly():
            return _weekly(rule, first, low, high)
        case MonthlyWeekday():
            return _monthly(rule, first, low, high)
        case MonthlyDay():
            return _monthly(rule, first, low, high)
        case Yearly():
            return _yearly(rule, low, high)
        case RawRule():
            return _raw(rule, first, low, high)
        case Dates():
            return (day for day in sorted(set(rule.days)) if low <= day <= high)


def _weekly(rule: Weekly, first: date, low: date, high: date) -> Iterator[date]:
    step = rule.interval * _WEEK
    anchor = _monday(first).toordinal()
    begin, end = low.toordinal(), high.toordinal()
    monday = anchor + (begin - anchor) // step * step
    while monday <= end:
        for day in rule.days:
            if begin <= monday + day <= end:
                yield date.fromordinal(monday + day)
        monday += step


def _monthly(rule: MonthlyWeekday | MonthlyDay, first: date, low: date, high: date) -> Iterator[date]:
    interval = rule.interval if isinstance(rule, MonthlyWeekday) else 1
    anchor = _month_number(first)
    number = anchor + (_month_number(low) - anchor) // interval * interval
    while number <= _month_number(high):
        year, month = divmod(number, _MONTHS)
        for day in _days_in(rule, year, month + 1):
            fall = date(year, month + 1, day)
            if low <= fall <= high:
                yield fall
        number += interval


def _days_in(rule: MonthlyWeekday | MonthlyDay, year: int, month: int) -> list[int]:
    """The days of one month on which the rule falls, in order."""
    weekday, length = monthrange(year, month)
    if isinstance(rule, MonthlyDay):
        numbers = {length if day == LAST else day for day in rule.days}
    else:
        every = range(1 + (rule.weekday - weekday) % _WEEK, length + 1, _WEEK)
        numbers = {every[-1] if n == LAST else every[n - 1] for n in rule.ordinals if n <= len(every)}
    return sorted(number for number in numbers if number <= length)


def _yearly(rule: Yearly, low: date, high: date) -> Iterator[date]:
    for year in range(low.year, high.year + 1):
        if rule.day <= monthrange(year, rule.month)[1]:
            fall = date(year, rule.month, rule.day)
            if low <= fall <= high:
                yield fall


def _raw(rule: RawRule, first: date, low: date, high: date) -> Iterator[date]:
    counted = rrulestr(rule.text, dtstart=datetime.combine(first, time()))
    found = (moment.date() for moment in counted.xafter(datetime.combine(low, time()), inc=True))
    return takewhile(lambda fall: fall <= high, found)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _month_number(day: date) -> int:
    return day.year * _MONTHS + day.month - 1
