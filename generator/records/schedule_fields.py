"""The fields of a schedule: text that coordinators write in, rules and times out.

`generator.schedule` reads the words.
"""

from datetime import date, time
from functools import cache
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from generator.records.common import Part
from generator.records.fields import (
    TEXT,
    Clock,
    Count,
    Day,
    Line,
    Listed,
    Prose,
    Reason,
    Ref,
    Slug,
)
from generator.records.scalars import bad, bad_time, day, line
from generator.schedule.language import parse_end, parse_every, parse_rrule
from generator.schedule.rules import Dates, Item, Misread, Rule, Skips

PUBLIC_HOLIDAYS = "public holidays"


_every_once = cache(parse_every)
"""Most rules of a site are the same few words."""


def _every(value: Any) -> Rule:
    words = tuple(line(word) for word in value) if isinstance(value, list) else line(value)
    return _read(_every_once(words), "bad-rule")


def _rrule(value: Any) -> Rule:
    return _read(parse_rrule(line(value)), "bad-rrule")


def _end(value: Any) -> tuple[time, bool]:
    text = line(value)
    found = parse_end(text)
    if isinstance(found, Misread):
        raise bad_time(text, found)
    return found


def _read(found: Rule | Misread, rule: str) -> Rule:
    if isinstance(found, Misread):
        raise bad(rule, found.message, found.hint)
    return found


def _skip(value: Any) -> date | str:
    text = line(value)
    if text == PUBLIC_HOLIDAYS:
        return text
    if text[:4].isdigit():
        return day(text)
    if text.casefold() in {"public holiday", "bank holidays", "bank holiday", "holidays"}:
        raise bad("bad-except", f"“{text}” is not known here.", f"Write “{PUBLIC_HOLIDAYS}”.")
    return text


Every = Annotated[
    Any,
    PlainValidator(_every),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
RRule = Annotated[Any, PlainValidator(_rrule), WithJsonSchema({"type": "string"})]
End = Annotated[tuple[time, bool], PlainValidator(_end), WithJsonSchema({"type": "string"})]
Skip = Annotated[date | str, PlainValidator(_skip), WithJsonSchema(TEXT)]


class ScheduleItem(Part):
    """One rule of a schedule, or some single days."""

    every: Annotated[
        Every | None,
        Field(description="The rule in words: Tuesday; 2nd and 4th Thursday; last Friday; 2 weeks on Monday"),
    ] = None
    on: Annotated[tuple[Day, ...], Listed, Field(description="Single days: [2026-12-19, 2027-01-16]")] = ()
    rrule: Annotated[RRule | None, Field(description="For those who know RFC 5545: FREQ=MONTHLY;BYDAY=1MO")] = None
    start: Annotated[Clock | None, Field(description='When it begins, "10:30"; leave out for all day')] = None
    end: Annotated[End | None, Field(description='When it ends, "12:00" or "01:00 next day"')] = None
    key: Annotated[
        Slug | None, Field(description="A name of this item, needed where there are several; never change it")
    ] = None
    first: Annotated[Day | None, Field(alias="from", description="First day that it can fall on")] = None
    until: Annotated[Day | None, Field(description="Last day that it can fall on")] = None
    times: Annotated[Count | None, Field(description="How many times it happens")] = None
    skips: Annotated[
        tuple[Skip, ...], Listed, Field(alias="except", description="public holidays, closures, single days")
    ] = ()
    called: Annotated[Line | None, Field(description="The name of these sessions, where it differs")] = None

    def item(self) -> Item:
        """The rule as the schedule package knows it."""
        rule = self.every or self.rrule or Dates(self.on)
        return Item(
            rule=rule,
            start=self.start,
            end=self.end[0] if self.end else None,
            next_day=bool(self.end and self.end[1]),
            key=self.key,
            first=self.first,
            until=self.until,
            times=self.times,
            skips=Skips(
                public_holidays=PUBLIC_HOLIDAYS in self.skips,
                closures=tuple(skip for skip in self.skips if isinstance(skip, str) and skip != PUBLIC_HOLIDAYS),
                days=tuple(skip for skip in self.skips if isinstance(skip, date)),
            ),
            called=self.called,
        )


class Move(Part):
    """When and where a moved session takes place instead."""

    to: Annotated[Day, Field(description="The new day")]
    start: Annotated[Clock | None, Field(description="The new beginning, where it changes")] = None
    end: Annotated[End | None, Field(description="The new end, where it changes")] = None
    venue: Annotated[Ref | None, Field(description="The new venue, where it changes")] = None
    why: Annotated[Reason | None, Field(description="The reason people read")] = None


class Change(Part):
    """What is different about one session, found by the day that the schedule gave it."""

    on: Annotated[Day, Field(description="The day that the schedule gives")]
    key: Annotated[Slug | None, Field(description="Which item of the schedule, where two fall on this day")] = None
    cancelled: Annotated[Reason | None, Field(description="The reason why it does not take place")] = None
    moved: Annotated[Move | None, Field(description='Where it went: {to: 2026-12-02, start: "14:00"}')] = None
    note: Annotated[Prose | None, Field(description="A word about this session: bring a photo")] = None
