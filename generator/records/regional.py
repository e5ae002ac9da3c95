"""The types of what ties a site to a place and to its own folders: zone, country, locale, currency, folder, domain."""

import re
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from generator.problems import did_you_mean, near_miss, shorten
from generator.records.fields import TEXT
from generator.records.scalars import bad, count, line
from generator.schedule.public_holidays import subdivisions, supported
from generator.schedule.zoned import zone, zone_names
from generator.words import is_known

MOST_MONTHS = 60
_CURRENCY = re.compile(r"[A-Z]{3}")
_OFFSET = re.compile(r"[+-][0-9]")
"""Hours from Greenwich: no name of a zone that is spelt alike has the same ones."""
_FOLDER = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_COUNTRIES = {
    "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "united kingdom": "GB", "great britain": "GB",
    "usa": "US", "united states": "US", "ireland": "IE", "canada": "CA", "australia": "AU", "new zealand": "NZ",
}  # fmt: skip
_SHORT_NAMES = {
    "london": "Europe/London", "bst": "Europe/London", "uk": "Europe/London", "dublin": "Europe/Dublin",
    "new york": "America/New_York", "chicago": "America/Chicago", "los angeles": "America/Los_Angeles",
}  # fmt: skip


def _zone_name(value: Any) -> str:
    text = line(value)
    if zone(text) is None:
        better = _SHORT_NAMES.get(text.casefold()) or (None if _OFFSET.search(text) else near_miss(text, zone_names()))
        hint = f"Write {better}." if better else "Write its name as Europe/London."
        raise bad("unknown-zone", f"“{shorten(text)}” is not a time zone.", hint)
    return text


def _country(value: Any) -> str:
    text = line(value)
    better = _COUNTRIES.get(text.casefold()) or (text.upper() if supported(text.upper(), None) else None)
    if text != better:
        hint = f"Write {better}." if better else "Write its two letters, such as GB or US."
        raise bad("unknown-country", f"“{shorten(text)}” is not a country whose public holidays we know.", hint)
    return text


def _subdivision(value: Any, info: ValidationInfo) -> str:
    text, country = line(value), info.data.get("country")
    if country and not supported(country, text):
        known = subdivisions(country)
        message = f"“{shorten(text)}” is no part of {country} that has public holidays of its own."
        raise bad("unknown-subdivision", message, did_you_mean(text, known, most=60) if known else "Delete the line.")
    return text


def _doubtful(value: Any, info: ValidationInfo) -> int:
    months, warn = _months(value), info.data.get("warn", 0)
    if months < warn:
        message = f"Facts would be doubtful after {months} months, before they are overdue."
        raise bad("limits-reversed", message, f"Write {warn} or more.")
    return months


def _locale(value: Any) -> str:
    text = line(value)
    if not is_known(text):
        country = text.rpartition("_")[2].upper()
        better = next((name for name in (f"en_{country}",) if is_known(name)), "")
        hint = f"There are English words alone: write {better}." if better else "Write en_GB or en_US."
        raise bad("unknown-locale", f"We have no words for “{shorten(text)}”.", hint)
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


def _picture(value: Any) -> str:
    text = line(value)
    if not _FOLDER.fullmatch(text):
        raise bad(
            "bad-picture", f"“{shorten(text)}” is not a file beside mkdocs.yml.", "Write for example pictures/logo.svg."
        )
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
Subdivision = Annotated[str, PlainValidator(_subdivision), WithJsonSchema(TEXT)]
Locale = Annotated[str, PlainValidator(_locale), WithJsonSchema({"type": "string"})]
Currency = Annotated[str, PlainValidator(_currency), WithJsonSchema({"type": "string", "pattern": "^[A-Z]{3}$"})]
Folder = Annotated[str, PlainValidator(_folder), WithJsonSchema(TEXT)]
Picture = Annotated[str, PlainValidator(_picture), WithJsonSchema(TEXT)]
Domain = Annotated[str, PlainValidator(_domain), WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9.-]+$"})]
Months = Annotated[
    int, PlainValidator(_months), WithJsonSchema({"type": ["string", "integer"], "minimum": 0, "maximum": MOST_MONTHS})
]
Doubtful = Annotated[
    int,
    PlainValidator(_doubtful),
    WithJsonSchema({"type": ["string", "integer"], "minimum": 0, "maximum": MOST_MONTHS}),
]
