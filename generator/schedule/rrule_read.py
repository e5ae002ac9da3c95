"""RRULE text of RFC 5545 → a rule, for those who know it.

Only what every calendar program reads alike: shapes outside Outlook's templates, or on which engines
disagree, are refused with what to write instead. What maps exactly becomes the value that words give.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.schedule.rules import EVERY_DAY, LAST, Misread, Weekly
from generator.schedule.shapes import (
    CODES,
    MOST_INTERVAL,
    in_month_order,
    monthly_days,
    monthly_weekday,
    raw,
    yearly_days,
    yearly_weekday,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.schedule.rules import Rule

_MONDAY_FIRST = "MO"
_BYDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTH", "BYMONTHDAY", "WKST"}
_REFUSED = {
    "COUNT": (
        "The number of times does not belong in the rule.",
        "Leave COUNT out and write “times:” below the rule.",
    ),
    "UNTIL": (
        "The last day does not belong in the rule.",
        "Leave UNTIL out and write “until:” below the rule.",
    ),
    "DTSTART": (
        "The first day does not belong in the rule.",
        "Leave DTSTART out and write “from:” below the rule.",
    ),
    "BYHOUR": ("The time does not belong in the rule.", "Leave BYHOUR out and write “start:” and “end:”."),
    "BYMINUTE": (
        "The time does not belong in the rule.",
        "Leave BYMINUTE out and write “start:” and “end:”.",
    ),
    "BYSECOND": (
        "The time does not belong in the rule.",
        "Leave BYSECOND out and write “start:” and “end:”.",
    ),
    "BYWEEKNO": ("Calendar programs disagree about rules with BYWEEKNO.", "List the days under “on:”."),
    "BYYEARDAY": ("Calendar programs disagree about rules with BYYEARDAY.", "Write BYMONTH and BYMONTHDAY."),
    "BYSETPOS": (
        "Calendar programs disagree about rules with BYSETPOS.",
        "Write the ordinal into BYDAY, such as “BYDAY=-1FR” for the last Friday.",
    ),
}
_NO_SUCH = "The rule can never fall on any day."
_TWO_ITEMS = "Write two items, one for each rule."


def parse_rrule(text: str) -> Rule | Misread:
    """The rule that an RRULE says, or why it cannot be used."""
    parts = _parts(text)
    if isinstance(parts, Misread):
        return parts
    if refused := _refused(parts):
        return refused
    interval = _numbers(parts.get("INTERVAL", "1"), 1, MOST_INTERVAL)
    if isinstance(interval, Misread) or len(interval) != 1:
        return Misread(f"INTERVAL must be one number from 1 to {MOST_INTERVAL}.")
    if parts.get("WKST", _MONDAY_FIRST) != _MONDAY_FIRST and interval != (1,):
        return Misread("Here every week begins on Monday.", "Leave WKST out.")
    return _BY_FREQUENCY[parts["FREQ"]](parts, interval[0])


def _refused(parts: dict[str, str]) -> Misread | None:
    for name, refusal in _REFUSED.items():
        if name in parts:
            return Misread(*refusal)
    unknown = sorted(set(parts) - _KNOWN)
    if unknown:
        known = ", ".join(sorted(_KNOWN))
        return Misread(f"“{unknown[0]}” is not a part of a rule that we can use.", f"The parts are {known}.")
    if "FREQ" not in parts:
        return Misread("The rule does not say how often: FREQ is missing.", "Begin with “FREQ=WEEKLY;”.")
    if parts["FREQ"] not in _BY_FREQUENCY:
        return Misread(f"“FREQ={parts['FREQ']}” cannot be used here.", f"FREQ is {', '.join(_BY_FREQUENCY)}.")
    return None


def _daily(parts: dict[str, str], interval: int) -> Rule | Misread:
    if "BYMONTH" in parts or "BYMONTHDAY" in parts:
        return Misread("A daily rule cannot name months or days of the month.", "Write “from:” and “until:”.")
    if "BYDAY" in parts:
        return _weekly(parts, 1) if interval == 1 else Misread("A rule of every so many days cannot name weekdays.")
    return Weekly(EVERY_DAY) if interval == 1 else raw("DAILY", interval)


def _weekly(parts: dict[str, str], interval: int) -> Rule | Misread:
    if "BYMONTH" in parts or "BYMONTHDAY" in parts:
        return Misread("A weekly rule cannot name months or days of the month.", "Write “from:” and “until:”.")
    if "BYDAY" not in parts:
        return Misread("The rule does not say on which day of the week.", "Add “BYDAY=TU” for Tuesday.")
    named = _weekdays(parts["BYDAY"])
    if isinstance(named, Misread):
        return named
    if any(ordinal is not None for ordinal, _ in named):
        return Misread("A weekly rule cannot say which one of the month.", "Write “FREQ=MONTHLY”.")
    return Weekly(tuple(sorted({weekday for _, weekday in named})), interval)


def _monthly(parts: dict[str, str], interval: int) -> Rule | Misread:
    if "BYMONTH" in parts:
        return _yearly(parts, 1) if interval == 1 else Misread("Write either INTERVAL or BYMONTH, not both.")
    if "BYDAY" in parts and "BYMONTHDAY" in parts:
        return _both()
    if "BYMONTHDAY" in parts:
        days = _month_days(parts["BYMONTHDAY"])
        return days if isinstance(days, Misread) else monthly_days(days, interval)
    return _monthly_by_weekday(parts, interval)


def _monthly_by_weekday(parts: dict[str, str], interval: int) -> Rule | Misread:
    if "BYDAY" not in parts:
        return Misread("The rule does not say on which day of the month.", "Add “BYDAY=2TH” or “BYMONTHDAY=15”.")
    named = _weekdays(parts["BYDAY"])
    if isinstance(named, Misread):
        return named
    if all(ordinal is None for ordinal, _ in named) and interval == 1:
        return _weekly(parts, 1)
    nth = _nth(named)
    return nth if isinstance(nth, Misread) else monthly_weekday(*nth, interval)


def _yearly(parts: dict[str, str], interval: int) -> Rule | Misread:
    if "BYDAY" in parts and "BYMONTHDAY" in parts:
        return _both()
    if "BYMONTH" not in parts or not ("BYDAY" in parts or "BYMONTHDAY" in parts):
        return Misread(
            "Calendar programs disagree about a yearly rule that does not name both the month and the day.",
            "Write BYMONTH with BYMONTHDAY or BYDAY, such as “FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6”.",
        )
    months = _numbers(parts["BYMONTH"], 1, 12)
    if isinstance(months, Misread):
        return Misread("BYMONTH must be months from 1 to 12.")
    if "BYMONTHDAY" in parts:
        days = _month_days(parts["BYMONTHDAY"])
        return days if isinstance(days, Misread) else yearly_days(months, days, interval)
    named = _weekdays(parts["BYDAY"])
    nth = named if isinstance(named, Misread) else _nth(named)
    return nth if isinstance(nth, Misread) else yearly_weekday(months, *nth, interval)


_BY_FREQUENCY: dict[str, Callable[[dict[str, str], int], Rule | Misread]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}


def _parts(text: str) -> dict[str, str] | Misread:
    bare = "".join(text.split()).upper().removeprefix("RRULE:").rstrip(";")
    parts: dict[str, str] = {}
    for part in bare.split(";"):
        name, equals, value = part.partition("=")
        if not (name and equals and value):
            return Misread(f"“{part}” is not a part of a rule.", "A rule is written like “FREQ=MONTHLY;BYDAY=1MO”.")
        if name in parts:
            return Misread(f"The rule says {name} twice.", "Leave one of them out.")
        parts[name] = value
    return parts


def _weekdays(value: str) -> list[tuple[int | None, int]] | Misread:
    named: list[tuple[int | None, int]] = []
    for code in value.split(","):
        found = _BYDAY.fullmatch(code)
        if not found:
            return Misread(f"“{code}” is not a day of the week in a rule.", f"The days are {', '.join(CODES)}.")
        named.append((int(found[1]) if found[1] else None, CODES.index(found[2])))
    return named


def _nth(named: list[tuple[int | None, int]]) -> tuple[tuple[int, ...], int] | Misread:
    ordinals = {ordinal for ordinal, _ in named if ordinal is not None}
    if any(ordinal is None for ordinal, _ in named):
        return Misread(
            "The rule must say which one of the month.",
            f"Write “BYDAY=2{CODES[named[0][1]]}” for the second.",
        )
    if len({weekday for _, weekday in named}) > 1:
        return Misread("A rule can name ordinals of one day of the week only.", _TWO_ITEMS)
    if not ordinals <= {1, 2, 3, 4, 5, LAST}:
        return Misread("The ordinal must be 1 to 5, or -1 for the last.")
    return in_month_order(ordinals), named[0][1]


def _month_days(value: str) -> tuple[int, ...] | Misread:
    texts = value.split(",")
    numbered = _numbers(",".join(text for text in texts if text != str(LAST)) or "1", 1, 31)
    if isinstance(numbered, Misread):
        return Misread("BYMONTHDAY must be days from 1 to 31, or -1 for the last.")
    if all(text == str(LAST) for text in texts):
        return (LAST,)
    return (*numbered, LAST) if str(LAST) in texts else numbered


def _numbers(value: str, least: int, most: int) -> tuple[int, ...] | Misread:
    texts = value.split(",")
    if not all(re.fullmatch(r"\+?[0-9]{1,3}", text) and least <= int(text) <= most for text in texts):
        return Misread(f"“{value}” is not a number from {least} to {most}.")
    return tuple(sorted({int(text) for text in texts}))


def _both() -> Misread:
    return Misread("A rule can name days of the month or days of the week, not both.", "List the days under “on:”.")
