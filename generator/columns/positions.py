"""Where things are, as far as records and `data/areas.yml` say: points for records, names that people type.

`assets/js/near.mjs` reads a typed place by the same rule as a postcode is read here.
"""

import re
from collections.abc import Mapping

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages import facts
from generator.records.site import Areas

Point = tuple[float, float]

PRECISION = 4  # decimals of a degree: some ten metres
_INWARD = re.compile(r"\d[A-Z]{2}$")
"""The second half of a British postcode; before it stands the district."""


def named(areas: Areas) -> Mapping[str, Point]:
    """The places that people may type, with where they are: postcode districts, towns, then areas with a middle."""
    found = {name: _point(float(north), float(east)) for name, (north, east) in areas.places.items()}
    for area in areas.areas:
        if area.centre and area.name not in found:
            found[area.name] = _point(float(area.centre[0]), float(area.centre[1]))
    return found


def point(edition: Edition, entry: Entry) -> Point | None:
    """Where people meet: by coordinates, else by the postcode; nothing where nobody meets or nobody has said."""
    place = entry.place
    if place is None or not facts.in_person(entry):
        return None
    if place.coordinates:
        return _point(*place.coordinates)
    if place.address and place.address.postcode:
        known = edition.catalogue.sources.areas.places
        where = next((known[code] for code in districts(place.address.postcode) if code in known), None)
        return _point(float(where[0]), float(where[1])) if where else None
    return None


def districts(postcode: str) -> tuple[str, ...]:
    """What a postcode may be listed under, the nearest first: ZZ1 2AB, ZZ1; 90210-1234, 90210."""
    spaced = " ".join(postcode.upper().split())
    plain = spaced.replace(" ", "")
    short = _INWARD.sub("", plain)
    return tuple(dict.fromkeys((spaced, plain, short, plain.partition("-")[0])))


def _point(north: float, east: float) -> Point:
    return round(north, PRECISION), round(east, PRECISION)
