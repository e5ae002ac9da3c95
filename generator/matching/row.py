"""A match record: what the matcher asks of an entry, in its short form. Made from YAML records or from a case's own.

Every field is always there. What nobody has said is None, an empty list, or absent from `access`: never yes.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from generator.records import codes, kinds
from generator.records.profile import number
from generator.records.short import ShortRecord

DAY = 24 * 60
PARTS = {"am": (0, 12 * 60), "pm": (12 * 60, 17 * 60), "eve": (17 * 60, DAY)}
_LETTERS_AND_FIGURES = re.compile(r"[a-z0-9]+")
ALL_WEEKS = 0b111111111
"""The weeks of eight weeks that begin on any weekday: nine."""

Slot = tuple[int, int, int | None, int, int]
"""Weekday, from, to (None: not known), the weeks as bits, and 1 where these are real hours, not a part of the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One match record."""

    id: str
    title: str
    sort: str
    url: str | None = None
    org: str | None = None
    org_id: str | None = None
    part_of: str | None = None
    """The resource whose session this is, so that a group does not stand twice on one list."""
    kind: str
    layer: str
    topics: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    when: tuple[Slot, ...] = ()
    format: tuple[str, ...]
    xy: tuple[float, float] | None = None
    cost: int | float | None = None
    per: str = "session"
    help_with_cost: str | None = None
    size: str | None = None
    access: Mapping[str, str] = field(default_factory=dict)
    transport: str | None = None
    min_age: int | None = None
    max_age: int | None = None
    gender: str | None = None
    requires: tuple[str, ...] = ()
    designed_for: tuple[str, ...] = ()
    welcomes: tuple[str, ...] = ()
    status: str = "open"
    status_on: str | None = None
    back_on: str | None = None
    wait_days: int | None = None
    langs: tuple[str, ...] = ()
    also_spoken: tuple[str, ...] = ()
    language_learners: bool = False
    device_provided: bool = False
    tech_help: bool = False
    roles: tuple[str, ...] = ()
    helper_checks: tuple[str, ...] = ()
    buddy: bool = False
    first_step: bool = False
    referral: str | None = None
    book: bool = False
    setting: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    phone: str | None = None
    answered: str | None = None
    checked: str | None = None
    known: int = 0
    """Of the ten questions that everybody is asked, how many are answered yes or no."""
    next: str | None = None


FIELDS = tuple(one.name for one in fields(Row))


def as_json(row: Row) -> dict[str, Any]:
    """A row as the matcher reads it."""
    return {name: plain(getattr(row, name)) for name in FIELDS}


def plain(value: Any) -> Any:
    """A value as JSON can say it, and as JavaScript writes numbers."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return dict(value) if isinstance(value, Mapping) else value


def sort_key(title: str) -> str:
    """What titles are put in order by: small plain letters and figures, so that every engine agrees."""
    folded = title.casefold()
    if folded.isascii():  # nearly all are, and so it takes a fifth of the time
        return " ".join(_LETTERS_AND_FIGURES.findall(folded))
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def parts_of_week(parts: Iterable[str]) -> tuple[Slot, ...]:
    """The slots of parts of the week, in every week."""
    return tuple(
        (codes.WEEKDAYS.index(day), *PARTS[part], ALL_WEEKS, 0)
        for day, part in (name.split("_") for name in sorted(parts, key=codes.PART_OF_WEEK.index))
    )


def known_of(access: Mapping[str, str]) -> int:
    """How many of the ten questions are answered."""
    return sum(feature in access for feature in codes.ASKED_OF_EVERYBODY)


def answered_only(access: Mapping[str, str]) -> dict[str, str]:
    """Access without what has to be asked: that is not known."""
    return {feature: answer for feature, answer in access.items() if answer in {"yes", "no"}}


def row_of_short(one: ShortRecord) -> Row:
    """The match record of a case's own record."""
    access = answered_only(one.access)
    return Row(
        id=one.id,
        title=one.title,
        sort=sort_key(one.title),
        org=one.org,
        kind=one.kind,
        layer=one.layer or kinds.LAYER_OF_KIND.get(one.kind, "community"),
        topics=one.topics,
        goals=one.goals,
        addresses=one.addresses,
        when=parts_of_week(one.when),
        format=one.format or ("in_person",),
        xy=one.xy,
        cost=None if one.cost is None else number(one.cost),
        per=one.per,
        help_with_cost=_yes_or_no(one.help_with_cost),
        size=one.size,
        access=access,
        transport=_yes_or_no(one.transport),
        min_age=one.audience.min_age,
        max_age=one.audience.max_age,
        gender=one.audience.gender,
        requires=one.requires,
        designed_for=one.designed_for,
        welcomes=one.welcomes,
        status=one.status,
        status_on=iso(one.status_on),
        back_on=iso(one.back_on),
        langs=one.langs,
        also_spoken=one.also_spoken,
        language_learners=one.language_learners,
        device_provided=one.device_provided,
        tech_help=one.tech_help,
        roles=one.roles,
        helper_checks=one.helper_checks,
        buddy=one.buddy,
        first_step=one.first_step,
        referral=one.referral,
        book=one.book,
        setting=one.setting,
        areas=one.areas,
        phone=one.phone,
        checked=iso(one.checked),
        known=known_of(access),
    )


def _yes_or_no(answer: str | None) -> str | None:
    return answer if answer in {"yes", "no"} else None


def iso(day: date | None) -> str | None:
    """A day as text, or None."""
    return day.isoformat() if day else None
