"""The types of what ties a site to a place and to its own folders: zone, country, locale, currency, folder, domain."""

import re
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from generator.problems import near_miss, shorten
from generator.records.fields import TEXT
from generator.records.scalars import bad, count, line
from generator.schedule.public_holidays import countries, supported
from generator.schedule.zoned import zone
from generator.words import is_known

MOST_MONTHS = 60
_CURRENCY = re.compile(r"[A-Z]{3}")
_FOLDER = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_SHORT_NAMES = {"London": "Europe/London", "GMT": "Europe/London", "BST": "Europe/London", "EST": "America/New_York"}


def _zone_name(value: Any) -> str:
    text = line(value)
    if zone(text) is None:
        better = _SHORT_NAMES.get(text, "Europe/London")
        raise bad("unknown-zone", f"“{shorten(text)}” is not a time zone.", f"Write its IANA name, such as {better}.")
    return text


def _country(value: Any) -> str:
    text = line(value)
    if not supported(text, None):
        better = {"UK": "GB", "EN": "GB"}.get(text.upper()) or near_miss(text.upper(), countries())
        hint = f"Write {better}." if better else "Write its two letters, such as GB or US."
        raise bad("unknown-country", f"“{shorten(text)}” is not a country whose public holidays we know.", hint)
    return text


def _locale(value: Any) -> str:
    text = line(value)
    if not is_known(text):
        raise bad("unknown-locale", f"We have no words for “{shorten(text)}”.", "Write en_GB or en_US.")
    return text


def _currency(value: Any) -> str:
    text = line(value)
    if not _CURRENCY.fullmatch(text):
        hint = {"£": "Write GBP.", "$": "Write USD.", "€": "Write EUR."}.get(text)
        raise bad("unknown-currency", f"“{shorten(text)}” is not a currency.", hint or "Write three letters: GBP, USD.")
    return text


def _folder(value: Any) -> str:
    text = line(value).removesuffix("/")
    if not _FOLDER.fullmatch(text):
        raise bad("bad-folder", f"“{shorten(text)}” is not a folder beside mkdocs.yml.", "Write a name such as data.")
    return text


def _domain(value: Any) -> str:
    text = line(value)
    if not _DOMAIN.fullmatch(text):
        raise bad("bad-domain", f"“{shorten(text)}” is not a domain.", "Write for example groups.example.org.")
    return text


def _months(value: Any) -> int:
    months = count(value)
    if months > MOST_MONTHS:
        raise bad("bad-number", f"{months} months are too many.", f"Write a number up to {MOST_MONTHS}.")
    return months


ZoneName = Annotated[
    str, PlainValidator(_zone_name), WithJsonSchema({"type": "string", "pattern": "^[A-Za-z_+/0-9-]+$"})
]
Country = Annotated[str, PlainValidator(_country), WithJsonSchema({"type": ["string", "boolean"]})]
Locale = Annotated[str, PlainValidator(_locale), WithJsonSchema({"type": "string"})]
Currency = Annotated[str, PlainValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
Folder = Annotated[str, PlainValidator(_folder), WithJsonSchema(TEXT)]
Domain = Annotated[str, PlainValidator(_domain), WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9.-]+$"})]
Months = Annotated[
    int, PlainValidator(_months), WithJsonSchema({"type": ["string", "integer"], "minimum": 0, "maximum": MOST_MONTHS})
]
