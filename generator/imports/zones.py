"""The zone names of calendars in, zones out: IANA's own, those of Windows, those that a calendar describes itself."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from generator.imports.lines import Component
from generator.schedule.zoned import zone
from generator.words.windows_zones import iana_name

_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?")
_DAY = timedelta(days=1)
_YEARS = range(2020, 2036)


@dataclass(slots=True)
class Zones:
    """The zones of one calendar. `home` is the site's; `usual` the one that the calendar says to be in, or home."""

    home: ZoneInfo
    usual: ZoneInfo
    said: bool = False
    """Whether the calendar says which zone it is in (X-WR-TIMEZONE)."""
    described: dict[str, Component] = field(default_factory=dict)

    def of(self, name: str) -> ZoneInfo | None:
        """The zone of a TZID; None where nobody can tell which it is."""
        return _named(name) or self._described(name)

    def _described(self, name: str) -> ZoneInfo | None:
        """A zone that the calendar describes: by the name it has there, else home or its own where clocks agree."""
        component = self.described.get(name)
        if component is None:
            return None
        by_name = _named(component.text("X-LIC-LOCATION")) or _named(component.text("X-MICROSOFT-CDO-TZID"))
        offsets = {minutes for part in component.parts if (minutes := _minutes(part.text("TZOFFSETTO"))) is not None}
        same = (one for one in (self.usual, self.home) if offsets == _offsets(one))
        return by_name or next(same, None)


def zones_of(calendar: Component, home: ZoneInfo) -> Zones:
    """The zones of a calendar."""
    described = {part.text("TZID").strip(): part for part in calendar.parts if part.name == "VTIMEZONE"}
    usual = _named(calendar.text("X-WR-TIMEZONE").strip())
    return Zones(home=home, usual=alike(usual or home, home), said=usual is not None, described=described)


def alike(one: ZoneInfo, home: ZoneInfo) -> ZoneInfo:
    """Home, where its clocks have shown the same as the other's for years: Europe/Jersey is Europe/London."""
    return home if one.key == home.key or _yearly(one) == _yearly(home) else one


@cache
def _yearly(one: ZoneInfo) -> tuple[timedelta | None, ...]:
    days = (datetime(_YEARS[0], 1, 1, 12, tzinfo=UTC) + _DAY * 7 * week for week in range(52 * len(_YEARS)))
    return tuple(day.astimezone(one).utcoffset() for day in days)


@cache
def _offsets(one: ZoneInfo) -> frozenset[int]:
    found = (offset for offset in _yearly(one)[-104:] if offset is not None)
    return frozenset(int(offset.total_seconds() // 60) for offset in found)


def _named(name: str) -> ZoneInfo | None:
    plain = name.strip().strip('"')
    if not plain or len(plain) > 100:  # noqa: PLR2004 - the longest name of a zone has 32
        return None
    if plain in {"UTC", "GMT", "Z", "Etc/UTC"}:
        return zone("Etc/UTC")
    windows = iana_name(plain)
    tail = "/".join(plain.split("/")[-2:])  # /freeassociation.sourceforge.net/Europe/London
    return zone(plain) or (zone(windows) if windows else None) or (zone(tail) if plain.startswith("/") else None)


def _minutes(text: str) -> int | None:
    found = _OFFSET.fullmatch(text.strip())
    return int(found[1] + "1") * (int(found[2]) * 60 + int(found[3])) if found else None
