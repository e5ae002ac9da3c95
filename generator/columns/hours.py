"""When a telephone is answered, as people write it → hours a program can compare with the clock, or None.

Nothing is guessed: “evenings”, “not before 10” and “every day 7 to 9”, which may be two hours or fourteen, are None.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

DAY = 24 * 60
_HALF = 12 * 60
_NOON = 12  # o’clock; a larger hour is told by the clock of 24 hours
_MINUTES = 60
_EARLIEST, _LATE = 7 * _MINUTES, 9 * _MINUTES
"""Before the first, an hour without am or pm may be meant after noon; from the second on, two before noon are clear."""


class Hours(NamedTuple):
    """Days of the week, 0 being Monday, and from when until when in minutes of the day; past midnight over 1440."""

    days: tuple[int, ...]
    start: int
    end: int


class _Time(NamedTuple):
    minutes: int
    certain: bool
    """Whether morning or evening was said."""


_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = (
    r"(?:mon(?:days?)?|tue(?:s|sdays?)?|wed(?:s|nesdays?)?|thu(?:r|rs|rsdays?)?|fri(?:days?)?|sat(?:urdays?)?"
    r"|sun(?:days?)?)\.?"
)
_AND, _TO = r"(?:\s*(?:,|&|/)\s*|\s+and\s+)", r"(?:\s*[-–]\s*|\s+to\s+)"
_CLOCK = r"(?:\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*noon)?|noon|midday|midnight)"
_PART = re.compile(
    rf"(?P<days>every day|daily|weekdays|weekends|all week|{_DAY}(?:(?:{_AND}|{_TO}){_DAY})*)"
    rf"(?:\s*[:,])?\s*(?:from\s+)?(?P<start>{_CLOCK})(?:{_TO}|\s*until\s*|\s*till\s*)(?P<end>{_CLOCK})(?![\d.:]*\d)"
)
_STEP = re.compile(rf"({_AND}|{_TO})?({_DAY})")
_ALWAYS = re.compile(r"day and night|24 hours(?: a day)?|24/7|at all hours")
_BETWEEN = re.compile(r"[\s,;.]*(?:and\s+)?")
_HARMLESS = re.compile(
    r"[\s,;.]*(?:every day|(?:an )?answer ?phone|(?:or )?leave (?:a|your) (?:message|number|name))?[\s.]*"
)
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?\s*(?:(?P<half>[ap])\.?m\.?)?")
_NAMED = {
    "every day": range(7), "daily": range(7), "all week": range(7), "weekdays": range(5), "weekends": range(5, 7),
}  # fmt: skip


@lru_cache(maxsize=4096)
def hours(said: str) -> tuple[Hours, ...] | None:
    """The hours that a text gives, or None where it cannot be read in one way only."""
    text = " ".join(said.casefold().split())
    always = _ALWAYS.match(text)
    if always and _HARMLESS.fullmatch(text, always.end()):
        return (Hours(tuple(range(7)), 0, DAY),)
    found: list[Hours] = []
    at = 0
    while part := _PART.match(text, at):
        clock = _span(_time(part["start"]), _time(part["end"]))
        if clock is None:
            return None
        found.append(Hours(tuple(_days(part["days"])), *clock))
        if _HARMLESS.fullmatch(text, part.end()):
            return tuple(found)
        between = _BETWEEN.match(text, part.end())
        at = between.end() if between else part.end()
    return None


def _days(said: str) -> Iterator[int]:
    """The days of “Mon to Thu” or “Tue, Thu and Sat”."""
    if said in _NAMED:
        yield from _NAMED[said]
        return
    last = 0
    for joint, name in _STEP.findall(said):
        day = _WEEK.index(name[:3])
        if joint.strip() in {"to", "-", "–"}:
            yield from ((last + step) % 7 for step in range(1, (day - last) % 7 + 1))
        else:
            yield day
        last = day


def _span(start: _Time | None, end: _Time | None) -> tuple[int, int] | None:
    """From when until when, in minutes; None where morning and evening could be meant."""
    if start is None or end is None:
        return None
    first, last = start.minutes, end.minutes
    if not start.certain:
        two_hours_or_fourteen = first < last and first < _LATE if not end.certain else first + _HALF < last
        if first < _EARLIEST or two_hours_or_fourteen:
            return None
    while last <= first:
        last += DAY if end.certain else _HALF
    return first, last


def _time(said: str) -> _Time | None:
    """A time of day."""
    if said in {"noon", "midday"} or re.fullmatch(r"12\s*noon", said):
        return _Time(_HALF, certain=True)
    if said == "midnight":
        return _Time(DAY, certain=True)
    found = _TIME.fullmatch(said.strip())
    if found is None:
        return None
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if minute >= _MINUTES or hour > (_NOON if half else 24):
        return None
    if half:
        return _Time((hour % _NOON + (_NOON if half == "p" else 0)) * _MINUTES + minute, certain=True)
    return _Time(hour * _MINUTES + minute, certain=hour > _NOON or found["hour"].startswith("0"))
