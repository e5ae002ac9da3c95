"""Clock times as coordinators write them: "10:30", and "01:00 next day" for an end after midnight.

Only the 24-hour clock with a colon is read; every other way to write a time gets the right one as its hint.
"""

from __future__ import annotations

import re
from datetime import time

from generator.schedule.rules import Misread

_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_LOOSE = re.compile(r"([0-9]{1,2})(?:[:.h ]?([0-9]{2}))?(?::[0-9]{2})? ?(?:o'?clock)? ?([ap])?\.?(?:m\.?)?")
_NEXT_DAY = re.compile(r"(.*?),?\s+(?:(?:the|on the)\s+)?next\s+day")
_LATER = re.compile(r"(.*?)\s*(?:\+\s*1|\(?\+1\)?|tomorrow|(?:the )?(?:day after|following day))")
_NAMED = {"noon": "12:00", "12 noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_GENERAL = "Write hours and minutes on the 24-hour clock, such as “10:30” or “14:00”."
_HOURS = 24
_MINUTES = 60
_NOON = 12


def parse_clock(value: str) -> time | Misread:
    """The time that a text such as "10:30" or "9:00" says."""
    text = " ".join(value.split())
    found = _CLOCK.fullmatch(text)
    if found and int(found[1]) < _HOURS and int(found[2]) < _MINUTES:
        return time(int(found[1]), int(found[2]))
    if text == "24:00":
        return Misread("24:00 is not a time on the clock.", "For an end at midnight write “00:00 next day”.")
    return _unread(text, text.casefold())


def parse_end(value: str) -> tuple[time, bool] | Misread:
    """The time at which a session ends, and whether that is on the next day."""
    text = " ".join(value.split())
    found = _NEXT_DAY.fullmatch(text.casefold())
    if found:
        clock = parse_clock(found[1])
        return _unread(text, found[1], " next day") if isinstance(clock, Misread) else (clock, True)
    later = _LATER.fullmatch(text.casefold())
    if later and not isinstance(clock := parse_clock(later[1]), Misread):
        return Misread(f"“{text}” is not a time that we can read.", f"Write “{clock:%H:%M} next day”.")
    clock = parse_clock(text)
    return clock if isinstance(clock, Misread) else (clock, False)


def _unread(text: str, clock: str, after: str = "") -> Misread:
    meant = _meant(clock)
    hint = f"Write “{meant}{after}”." if meant else _GENERAL
    return Misread(f"“{text}” is not a time that we can read.", hint)


def _meant(text: str) -> str | None:
    if text in _NAMED:
        return _NAMED[text]
    found = _LOOSE.fullmatch(text)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < _HOURS and minute < _MINUTES else None
