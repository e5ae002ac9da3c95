"""The LOCATION of an event in, the venue that it names out: a known one, else a place written in full."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.problems import shorten
from generator.records.model import Venue
from generator.records.yamltext import Value

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b|\b(\d{5})(?:-\d{4})?\b")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_SIGNS = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Where:
    """What a LOCATION came to: a value for `venue`, and a sentence where something is left to look at."""

    value: Value = None
    said: str | None = None

    @property
    def known(self) -> str | None:
        """The id of a venue with a record of its own."""
        return self.value if isinstance(self.value, str) else None


def where(text: str, coordinates: str | None, venues: Mapping[str, Venue]) -> Where:
    """The venue that a text names: by name and postcode, else by street and postcode; nothing is guessed."""
    if not text:
        return Where()
    if _WEB.search(text):
        return Where(said=f"LOCATION is an address on the web, “{shorten(text)}”; it was not taken.")
    found = list(dict.fromkeys(venue.id for venue in _meant(text, venues.values())))
    if len(found) == 1:
        return Where(found[0])
    said = f"“{shorten(text)}” may be {' or '.join(found)}; the place was written out." if found else None
    return Where(_written_out(text, coordinates), said)


def _meant(text: str, venues: Iterable[Venue]) -> list[Venue]:
    code, head, plain = _postcode(text), _plain(text.partition(",")[0]), _plain(text)
    by_name, by_street = [], []
    for venue in venues:
        address = venue.address
        theirs = _postcode(address.postcode) if address and address.postcode else None
        if code and theirs and code != theirs:
            continue
        named = _plain(venue.name) in {head, plain}
        street = bool(address and address.street and f" {_plain(address.street)} " in f" {plain} ")
        if named and (code == theirs or not code or not theirs):
            by_name.append(venue)
        elif code and code == theirs and street:
            by_street.append(venue)
    return by_name or by_street


def _plain(text: str) -> str:
    words = _SIGNS.sub(" ", text.casefold().replace("'", "").replace("’", "")).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _postcode(text: str | None) -> str | None:
    found = _POSTCODE.search((text or "").upper())
    return "".join(part for part in found.groups() if part) if found else None


def _written_out(text: str, coordinates: str | None) -> Value:
    name, _, rest = text.partition(",")
    found = _POSTCODE.search(rest.upper())
    street = (rest[: found.start()] + rest[found.end() :] if found else rest).strip(" ,")
    address: dict[str, Value] = {"street": street} if street else {}
    if found:
        address["postcode"] = rest[found.start() : found.end()]
    value: dict[str, Value] = {"name": name.strip() or text}
    if address:
        value["address"] = address
    return {**value, "coordinates": coordinates} if coordinates else value
