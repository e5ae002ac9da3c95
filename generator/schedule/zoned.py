"""Wall-clock time → aware datetimes, by RFC 5545 section 3.3.5, with zone data from the pinned `tzdata` only.

A time that the clocks skip is read with the offset before the gap; one that comes twice is the first.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones, reset_tzpath

if TYPE_CHECKING:
    from datetime import date

    from generator.schedule.rules import Item

_ONE_DAY = timedelta(days=1)


@cache
def zone_names() -> frozenset[str]:
    """The names of all zones, for checks and hints; from here on this program knows no other zone data."""
    reset_tzpath(to=())  # the system's zone data differ from machine to machine
    ZoneInfo.clear_cache()
    return frozenset(available_timezones())


@cache
def zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name such as "Europe/London", if there is one."""
    return ZoneInfo(name) if name in zone_names() else None


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment at which the clocks of the zone show that time on that day."""
    wall = datetime.combine(day, clock, zone).replace(fold=0)
    return wall.astimezone(UTC).astimezone(zone)  # the way over UTC turns a skipped time into the one shown instead


def span(item: Item, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The moments at which the session of that day begins and ends; all day is from midnight to midnight.

    Both are times on the clock. Where a change of clocks puts the end before the start, the length holds.
    """
    if item.start is None:
        return at(day, time(), zone), at(day + _ONE_DAY, time(), zone)
    start = at(day, item.start, zone)
    if item.end is None:
        return start, start
    last = day + _ONE_DAY if item.next_day else day
    end = at(last, item.end, zone)
    if end > start:
        return start, end
    planned = datetime.combine(last, item.end) - datetime.combine(day, item.start)
    return start, (start.astimezone(UTC) + planned).astimezone(zone)
