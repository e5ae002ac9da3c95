"""A rule → RRULE values that every calendar program reads: one ordinal, one day of the month, one month each.

Several ordinals in one RRULE make Outlook drop the whole series, so each gets an event of its own.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from generator.schedule.rules import LAST, Dates, MonthlyDay, MonthlyWeekday, RawRule, Weekly, Yearly
from generator.schedule.shapes import CODES, by_month_day, by_weekday, raw

if TYPE_CHECKING:
    from generator.schedule.rules import Rule


class Single(NamedTuple):
    """One RRULE of a rule: what tells it from its siblings, the part of the rule that it says, its text."""

    code: str
    rule: Rule
    text: str


def rrules(rule: Rule) -> tuple[Single, ...]:
    """The RRULE values that together say the rule; none for single days."""
    singles = _singles(rule)
    return singles if len(singles) > 1 else tuple(single._replace(code="") for single in singles)


def _singles(rule: Rule) -> tuple[Single, ...]:
    match rule:
        case Weekly():
            by = f"BYDAY={','.join(CODES[day] for day in rule.days)}"
            return (Single("", rule, raw("WEEKLY", rule.interval, by=by).text),)
        case MonthlyWeekday():
            return tuple(_nth_weekday(rule, ordinal) for ordinal in rule.ordinals)
        case MonthlyDay():
            return tuple(
                Single(_code(day), MonthlyDay((day,)), raw("MONTHLY", 1, by=by_month_day((day,))).text)
                for day in rule.days
            )
        case Yearly():
            by = by_month_day((rule.day,))
            return (Single("", rule, raw("YEARLY", 1, months=(rule.month,), by=by).text),)
        case RawRule():
            return _raw(rule)
        case Dates():
            return ()


def _nth_weekday(rule: MonthlyWeekday, ordinal: int) -> Single:
    by = by_weekday((ordinal,), rule.weekday)
    code = f"{_code(ordinal)}{CODES[rule.weekday].lower()}"
    single = MonthlyWeekday((ordinal,), rule.weekday, rule.interval)
    return Single(code, single, raw("MONTHLY", rule.interval, by=by).text)


def _raw(rule: RawRule) -> tuple[Single, ...]:
    choices = [[(name, value) for value in values.split(",")] for name, values in rule.parts().items()]
    singles = []
    for chosen in product(*choices):
        text = ";".join(f"{name}={value}" for name, value in chosen)
        named = (value for name, value in chosen if name.startswith("BY"))
        code = "-".join(value.lower().replace(str(LAST), "last") for value in named)
        singles.append(Single(code, RawRule(text), text))
    return tuple(singles)


def _code(ordinal: int) -> str:
    return "last" if ordinal == LAST else str(ordinal)
