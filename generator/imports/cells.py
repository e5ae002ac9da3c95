"""A cell as somebody wrote it in, the text that a record would have out, or why it can be read in two ways."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from generator.records.scalars import FREE, MONTHS, day
from generator.records.tried import Refused, tried
from generator.schedule.clock import parse_clock
from generator.schedule.rules import Misread

YES = frozenset({"yes", "y", "true", "x", "✓", "✔", "1", "ja", "oui"})
NO = frozenset({"no", "n", "false", "✗", "✘", "0"})
UNKNOWN = frozenset({"?", "unknown", "not known", "n/k", "nk", "tbc", "tba", "don't know", "-", "–", "n/a"})
ASK = frozenset({"ask", "please ask", "on request", "ring first"})
_MONTH = 12
_EARLY, _LATE = 1, 7
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[ ,.]+", re.IGNORECASE)
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -/]*(?:of )?([A-Za-z]{3,9})\.?,?[ -/]*(\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_MIDNIGHT = re.compile(r" 00:00(?::00)?$")
_RANGE = re.compile(r"\s*(?:–|—|-|\bto\b|\buntil\b)\s*")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(?::00)?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
_MONEY = re.compile(r"[£$€]?\s*(\d{1,6}(?:\.\d{1,2})?)\s*[€]?(?:\s*(?:each|per person|pp))?", re.IGNORECASE)


def as_day(text: str) -> str | Refused:
    """A day; numbers alone are taken only where no other order could be meant."""
    plain = _MIDNIGHT.sub("", _WEEKDAY.sub("", text.strip()))
    if not isinstance(tried(day, plain), Refused):
        return plain
    if found := _IN_WORDS.fullmatch(plain):
        return _day(text, found[3], _month(found[2]), found[1])
    if found := _MONTH_FIRST.fullmatch(plain):
        return _day(text, found[3], _month(found[1]), found[2])
    if found := _NUMBERS.fullmatch(plain):
        first, second = int(found[1]), int(found[2])
        if first != second and first <= _MONTH and second <= _MONTH:
            hint = f"Write {found[3]}-{second:02}-{first:02} or {found[3]}-{first:02}-{second:02}."
            return Refused(f"“{text}” can be read in two ways.", hint)
        number, month = (first, second) if second <= _MONTH else (second, first)
        return _day(text, found[3], month, str(number))
    return Refused(f"“{text}” is not a day that we can read.", "Write it as 2026-12-01 or 1 December 2026.")


def _month(name: str) -> int:
    short = name.casefold().replace("sept", "sep") if len(name) < len("September") else name.casefold()
    return next((number for number, month in enumerate(MONTHS, start=1) if month.casefold().startswith(short)), 0)


def _day(text: str, year: str, month: int, number: str) -> str | Refused:
    try:
        return date(int(year), month, int(number)).isoformat()
    except ValueError:
        return Refused(f"There is no day “{text}”.", "Write it as 2026-12-01 or 1 December 2026.")


def as_time(text: str) -> str | Refused:
    """A time; an hour from 1 to 7 without am or pm can be meant in two ways."""
    plain = " ".join(text.casefold().split())
    named = {"noon": "12:00", "midday": "12:00", "12 noon": "12:00"}.get(plain)
    if named or (len(plain) == len("14:00") and not isinstance(parse_clock(plain), Misread)):
        return named or plain
    found = _CLOCK.fullmatch(plain)
    if found is None:
        return Refused(f"“{text}” is not a time that we can read.", "Write 14:00 or 2 pm.")
    hour, minute, half = int(found[1]), found[2] or "00", (found[3] or "").casefold()
    if not half and _EARLY <= hour <= _LATE:
        return Refused(f"“{text}” can be read in two ways.", f"Write {plain} am or {plain} pm, or 14:00.")
    if half:
        hour = hour % _MONTH + (_MONTH if half == "p" else 0)
    made = f"{hour:02}:{minute}"
    return (
        Refused(f"“{text}” is not a time.", "Write 14:00 or 2 pm.") if isinstance(parse_clock(made), Misread) else made
    )


def as_times(text: str) -> tuple[str, str | None] | Refused:
    """From when to when: “2–4 pm”, “10.30 to 12 noon”, or a beginning alone."""
    parts = [part for part in _RANGE.split(text.strip()) if part]
    if len(parts) not in {1, 2}:
        return Refused(f"“{text}” is not from when to when.", "Write 14:00-16:00 or 2-4 pm.")
    half = re.search(r"[ap]\.?m\.?$", parts[-1], re.IGNORECASE)
    first = f"{parts[0]}{half[0]}" if half and len(parts) > 1 and re.fullmatch(r"[\d.:]+", parts[0]) else parts[0]
    made = [as_time(part) for part in (first, *parts[1:])]
    wrong = next((one for one in made if isinstance(one, Refused)), None)
    if wrong:
        return wrong
    times = [one for one in made if isinstance(one, str)]
    if len(times) > 1 and half and first != parts[0] and times[0] >= times[1]:  # 11-1 pm begins before noon
        morning = as_time(f"{parts[0]} am")
        times[0] = morning if isinstance(morning, str) else times[0]
    return times[0], times[1] if len(times) > 1 else None


def as_answer(text: str) -> str | Refused:
    """Yes, no, ask, or nothing where nobody knows."""
    plain = text.casefold().strip(" .!")
    for words, meant in ((YES, "yes"), (NO, "no"), (ASK, "ask"), (UNKNOWN, "")):
        if plain in words:
            return meant
    return Refused(
        f"“{text}” is neither yes nor no.", "Write yes, no, ask or ?; or say what it means under `values` in the map."
    )


def as_money(text: str) -> str | Refused:
    """An amount."""
    if text.casefold() in FREE:
        return "0"
    found = _MONEY.fullmatch(text.strip())
    return found[1] if found else Refused(f"“{text}” is not an amount of money.", "Write 2 or 2.50, or free.")


READERS: Mapping[str, Callable[[str], str | Refused]] = {
    "day": as_day, "time": as_time, "answer": as_answer, "money": as_money,
}  # fmt: skip
