"""Latitude and longitude → kilometres on a plain around the site's middle; the hour of sunset by week.

The matcher knows only the plain: distances within a county are right to a hundred metres.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.catalogue import Catalogue
from generator.problems import near_miss
from generator.records.profile_fields import Home

KM_A_DEGREE = 111.32
WEEKS = 53
_SUN_BELOW = math.radians(90.833)  # the sun's upper edge at the horizon, with refraction

XY = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A flat map around a middle."""

    latitude: float
    longitude: float

    def xy(self, coordinates: tuple[float, float]) -> XY:
        """Kilometres eastwards and northwards of the middle, to ten metres."""
        latitude, longitude = coordinates
        east = (longitude - self.longitude) * KM_A_DEGREE * math.cos(math.radians(self.latitude))
        return round(east, 2), round((latitude - self.latitude) * KM_A_DEGREE, 2)


def plain_of(catalogue: Catalogue) -> Plain | None:
    """The plain around all that has coordinates; None where nothing has any."""
    areas = catalogue.sources.areas
    centres = [area.centre for area in areas.areas if area.centre] or list(areas.places.values())
    found: Iterable[tuple[float, float]] = ((float(one[0]), float(one[1])) for one in centres)
    points = tuple(found) or tuple(place.coordinates for place in catalogue.places.values() if place.coordinates)
    if not points:
        return None
    latitudes, longitudes = zip(*points, strict=True)
    return Plain(
        latitude=round(math.fsum(latitudes) / len(points), 4),
        longitude=round(math.fsum(longitudes) / len(points), 4),
    )


def named_places(catalogue: Catalogue, plain: Plain | None) -> Mapping[str, XY]:
    """Where towns, postcode districts and areas are, by their name; an area also by its id."""
    if plain is None:
        return {}
    areas = catalogue.sources.areas
    found = {name: plain.xy((float(one[0]), float(one[1]))) for name, one in areas.places.items()}
    for area in areas.areas:
        if area.centre:
            xy = plain.xy((float(area.centre[0]), float(area.centre[1])))
            found.setdefault(area.name, xy)
            found.setdefault(area.id, xy)
    return found


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A home that is not on the map; the nearest name that is, if there is one."""

    name: str
    nearest: str | None


def home_xy(home: Home, plain: Plain | None, places: Mapping[str, XY]) -> XY | Nowhere:
    """Where a home is on the plain: by coordinates, by the name of a place, or by the district of a postcode."""
    if not isinstance(home, str):
        return plain.xy(home) if plain else Nowhere(f"{home[0]}, {home[1]}", None)
    folded = {name.casefold(): xy for name, xy in places.items()}
    district = home.split(" ", maxsplit=1)[0]
    for name in (home, district):
        if name.casefold() in folded:
            return folded[name.casefold()]
    return Nowhere(home, near_miss(home, places))


def sunsets(plain: Plain | None, zone: ZoneInfo, today: date) -> list[int] | None:
    """The minute of the day at which the sun sets, for each week of the year that begins on 1 January."""
    if plain is None:
        return None
    first = date(today.year, 1, 1)
    return [_sunset(plain, zone, first + timedelta(weeks=week)) for week in range(WEEKS)]


def _sunset(plain: Plain, zone: ZoneInfo, day: date) -> int:
    """By the short formulas of the almanac: right to some minutes, which is what a walk home needs."""
    angle = 2 * math.pi / 365 * (day.timetuple().tm_yday - 1 + 0.75)
    equation = 229.18 * (
        0.000075
        + 0.001868 * math.cos(angle)
        - 0.032077 * math.sin(angle)
        - 0.014615 * math.cos(2 * angle)
        - 0.040849 * math.sin(2 * angle)
    )
    tilt = (
        0.006918
        - 0.399912 * math.cos(angle)
        + 0.070257 * math.sin(angle)
        - 0.006758 * math.cos(2 * angle)
        + 0.000907 * math.sin(2 * angle)
    )
    latitude = math.radians(plain.latitude)
    cosine = (math.cos(_SUN_BELOW) - math.sin(latitude) * math.sin(tilt)) / (math.cos(latitude) * math.cos(tilt))
    hours = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    minutes = 720 - 4 * (plain.longitude - hours) - equation
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=round(minutes))
    there = moment.astimezone(zone)
    after = (there.date() - day).days * 24 * 60
    return min(after + there.hour * 60 + there.minute, 24 * 60)
