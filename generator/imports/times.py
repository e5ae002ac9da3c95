"""The times of calendar properties in, days and moments out (RFC 5545 3.3.4, 3.3.5, 3.3.6)."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from generator.imports.lines import Line
from generator.imports.notes import Notes
from generator.imports.zones import Zones
from generator.schedule.zoned import at

When = date | datetime
"""A whole day, or a moment in a zone."""
_TIME = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?(?:\.\d+)?(Z)?)?", re.ASCII)
_LENGTH = re.compile(r"\+?P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?", re.ASCII)


class BadTime(Exception):  # noqa: N818 - no error of ours: a property says no time
    """Why a time cannot be read."""


def when(line: Line, zones: Zones, notes: Notes, what: str) -> When:
    """The time of a property; it raises BadTime where nobody can tell which it is."""
    return _one(line, line.value, zones, notes, what)


def several(line: Line, zones: Zones, notes: Notes, what: str) -> Iterator[When]:
    """The times of a list; of periods their beginning. Those that cannot be read are noted."""
    for value in line.value.split(","):
        begin, slash, _ = value.partition("/")
        if slash:
            notes.read(line.number, what, f"{line.name} has a period; only its beginning was taken.")
        try:
            yield _one(line, begin, zones, notes, what)
        except BadTime as why:
            notes.lost(line.number, what, str(why))


def _one(line: Line, value: str, zones: Zones, notes: Notes, what: str) -> When:
    found = _TIME.fullmatch(value.strip())
    if found is None:
        raise BadTime(f"“{value[:40]}” is no time ({line.name}).")
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        clock = time(int(found[4]), int(found[5]), min(int(found[6] or 0), 59)) if found[4] else None
    except ValueError:
        raise BadTime(f"“{value[:40]}” is no time ({line.name}).") from None
    if not 1900 <= day.year <= 2200:  # noqa: PLR2004 - beyond it, zones and rules run out
        raise BadTime(f"the year {day.year} of {line.name} cannot be meant.")
    if clock is None:
        return day
    if found[7]:
        return datetime.combine(day, clock, UTC)
    name = line.parameters.get("TZID", "")
    zone = zones.of(name) if name else zones.usual
    if zone is None:
        raise BadTime(f"nobody can tell which zone “{name[:60]}” is ({line.name}).")
    if not name:
        notes.read(line.number, what, f"{line.name} names no zone; it was read by the clocks of {zone.key}.")
    return at(day, clock, zone)


def length(line: Line) -> timedelta:
    """The length of a DURATION; it raises BadTime where it is none."""
    found = _LENGTH.fullmatch(line.value.strip())
    if found is None or not any(found.groups()):
        raise BadTime(f"“{line.value[:40]}” is no length of time (DURATION).")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def on_clock(moment: When, zone: ZoneInfo) -> datetime:
    """What calendar and clock of a zone show; of a whole day its first minute."""
    if isinstance(moment, datetime):
        return moment.astimezone(zone).replace(tzinfo=None, fold=0)
    return datetime.combine(moment, time())


def day_of(moment: When, zone: ZoneInfo) -> date:
    """The day in a zone."""
    return on_clock(moment, zone).date()
