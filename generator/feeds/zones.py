"""A zone name and a span of days in, the text of its VTIMEZONE out (RFC 5545 3.6.5, RFC 8536 3.3).

Outlook wants one STANDARD and at most one DAYLIGHT, each with a yearly rule; ical.js takes a zone without its
VTIMEZONE for floating time. The rule comes from the footer of the zone file, a POSIX TZ string, and is
believed only where zoneinfo says the same for the whole span; elsewhere each change is written out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

from generator.schedule import zoned

ZERO = timedelta(0)
BASE = datetime(1970, 1, 1)  # noqa: DTZ001 - wall-clock time of a zone yet to be described
WEEKDAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")

_NAME = r"[A-Za-z]{3,}|<[A-Za-z0-9+-]+>"
_TIME = r"[+-]?\d{1,3}(?::\d\d(?::\d\d)?)?"
_HEAD = re.compile(rf"(?P<name>{_NAME})(?P<offset>{_TIME})(?:(?P<summer>{_NAME})(?P<summer_offset>{_TIME})?)?")
_DAY = re.compile(rf"M(?P<month>\d+)\.(?P<week>\d)\.(?P<weekday>\d)(?:/(?P<time>{_TIME}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A moment at which the clocks of a zone change; `at` is wall-clock time before the change."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyChange:
    """A change that comes each year on one weekday of a month, `week` -1 being its last."""

    month: int
    week: int
    weekday: int
    time: timedelta
    before: timedelta
    after: timedelta
    name: str

    def in_year(self, year: int) -> datetime:
        """The wall-clock time, before the change, at which it comes in one year."""
        if self.week > 0:
            first = datetime(year, self.month, 1)  # noqa: DTZ001 - wall-clock time
            days = (self.weekday - first.isoweekday()) % 7 + 7 * (self.week - 1)
            return first + timedelta(days=days) + self.time
        following = datetime(year + self.month // 12, self.month % 12 + 1, 1)  # noqa: DTZ001 - wall-clock time
        return following - timedelta(days=(following.isoweekday() - self.weekday - 1) % 7 + 1) + self.time


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyRule:
    """What the footer of a zone file says: the usual offset and the changes of a year, none or two."""

    name: str
    offset: timedelta
    changes: tuple[YearlyChange, ...]


@lru_cache(maxsize=1024)
def vtimezone(name: str, first: date, last: date) -> str:
    """The VTIMEZONE of a zone, right for each day from first to last; empty for UTC, which needs none.

    `first` is the earliest day on which anything in the feed starts, masters of old series included.
    """
    zone = zoned.zone(name)
    if zone is None:
        raise LookupError(f"{name} is not a zone of the tzdata package")
    data = resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).read_bytes()
    footer = data.rstrip(b"\n").rpartition(b"\n")[2].decode("ascii")
    if footer == "UTC0":
        return ""
    # A day more on either side: a day of the zone is not a day of UTC.
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=1)
    end = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=2)
    changes = tuple(_changes(zone, start, end))
    rule = _read_footer(footer)
    if rule is not None and _holds(rule, zone, changes, start, end):
        observances = _by_rule(rule)
    else:
        observances = _by_onsets(zone, changes, start)
    lines = ("BEGIN:VTIMEZONE", f"TZID:{name}", *observances, "END:VTIMEZONE", "")
    return "\r\n".join(lines)


def _read_footer(footer: str) -> YearlyRule | None:
    """The rule in a POSIX TZ string, or None where it has no simple yearly form."""
    names, *days = footer.split(",")
    head, edges = _HEAD.fullmatch(names), [_DAY.fullmatch(day) for day in days]
    if head is None:
        return None
    name, offset = head["name"].strip("<>"), -_duration(head["offset"])
    if head["summer"] is None:
        return YearlyRule(name=name, offset=offset, changes=())
    summer = -_duration(head["summer_offset"]) if head["summer_offset"] else offset + timedelta(hours=1)
    ways = ((offset, summer, head["summer"].strip("<>")), (summer, offset, name))
    changes = tuple(
        _yearly(edge, before, after, to)
        for edge, (before, after, to) in zip(edges, ways, strict=True)
        if edge is not None
    )
    # Friday after the fourth Thursday, and the like: no rule that Outlook reads.
    if len(changes) < len(ways) or not all(ZERO <= change.time < timedelta(days=1) for change in changes):
        return None
    return YearlyRule(offset=offset, name=name, changes=changes)


def _yearly(edge: re.Match[str], before: timedelta, after: timedelta, name: str) -> YearlyChange:
    week = int(edge["week"])
    return YearlyChange(
        month=int(edge["month"]),
        week=-1 if week == 5 else week,  # noqa: PLR2004 - POSIX: the fifth is the last
        weekday=int(edge["weekday"]),
        time=_duration(edge["time"] or "2"),
        before=before,
        after=after,
        name=name,
    )


def _duration(text: str) -> timedelta:
    """The length of time that POSIX writes as [-]hh[:mm[:ss]]."""
    hours, minutes, seconds = (*map(int, text.lstrip("+-").split(":")), 0, 0)[:3]
    size = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return -size if text.startswith("-") else size


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[Change]:
    """The changes of a zone's offset from start to end, both in UTC, to the second."""
    day, step = start, timedelta(days=1)
    while day < end:
        low, high = day, day + step
        before = _offset(zone, low)
        if _offset(zone, high) != before:
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
                low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
            after = _offset(zone, high)
            earlier, later = low.astimezone(zone), high.astimezone(zone)
            yield Change(
                at=high.replace(tzinfo=None) + before,
                before=before,
                after=after,
                name=later.tzname() or offset_text(after),
                summer=after > before and later.dst() != earlier.dst(),
            )
        day += step


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or ZERO


def _holds(rule: YearlyRule, zone: ZoneInfo, changes: tuple[Change, ...], start: datetime, end: datetime) -> bool:
    """Whether the rule gives each change of the span and no other, and the zone starts as the rule says."""
    yearly = sorted(
        (change.in_year(year) - change.before, change.after)
        for year in range(start.year - 1, end.year + 2)
        for change in rule.changes
    )
    earlier = [after for at, after in yearly if at <= start.replace(tzinfo=None)]
    expected = [(at, after) for at, after in yearly if start.replace(tzinfo=None) < at <= end.replace(tzinfo=None)]
    return _offset(zone, start) == (earlier[-1] if earlier else rule.offset) and expected == [
        (change.at - change.before, change.after) for change in changes
    ]


def _by_rule(rule: YearlyRule) -> Iterator[str]:
    """One STANDARD and at most one DAYLIGHT, each with a rule from 1970 on."""
    if not rule.changes:
        yield from _observance("STANDARD", BASE, rule.offset, rule.offset, rule.name)
    for change in sorted(rule.changes, key=lambda change: change.after):
        kind = "DAYLIGHT" if change.after > change.before else "STANDARD"
        weekday = f"{change.week}{WEEKDAYS[change.weekday]}"
        recurrence = f"FREQ=YEARLY;BYMONTH={change.month};BYDAY={weekday}"
        yield from _observance(
            kind, change.in_year(BASE.year), change.before, change.after, change.name, recurrence=recurrence
        )


def _by_onsets(zone: ZoneInfo, changes: tuple[Change, ...], start: datetime) -> Iterator[str]:
    """The state at the start, then each change of the span as an observance of its own."""
    local = start.astimezone(zone)
    offset = local.utcoffset() or ZERO
    # In force at the start is summer time when the first change is one back to winter.
    summer = bool(changes) and not changes[0].summer and any(change.summer for change in changes)
    yield from _observance(
        "DAYLIGHT" if summer else "STANDARD", BASE, offset, offset, local.tzname() or offset_text(offset)
    )
    for change in changes:
        kind = "DAYLIGHT" if change.summer else "STANDARD"
        yield from _observance(kind, change.at, change.before, change.after, change.name)


def _observance(
    kind: str, at: datetime, before: timedelta, after: timedelta, name: str, *, recurrence: str = ""
) -> Iterator[str]:
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{at:%Y%m%dT%H%M%S}"
    if recurrence:
        yield f"RRULE:{recurrence}"
    yield f"TZNAME:{name}"
    yield f"TZOFFSETFROM:{offset_text(before)}"
    yield f"TZOFFSETTO:{offset_text(after)}"
    yield f"END:{kind}"


def offset_text(offset: timedelta) -> str:
    """An offset from UTC as RFC 5545 3.3.14 writes it: +0530, -003045."""
    seconds = offset // timedelta(seconds=1)
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours:02}{minutes:02}" + (f"{seconds:02}" if seconds else "")
