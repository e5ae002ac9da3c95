"""A record, a part of it and who checked it in, the edits that say so out: only that part counts as checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.edit.edits import Edit, Remove, Set
from generator.records.model import Activity, Resource, Venue
from generator.records.tried import Refused
from generator.records.yamltext import Value

PARTS: Mapping[str, str] = {
    "access": "getting in and around",
    "contact": "how to reach them",
    "cost": "what it costs",
    "places": "whether there is room",
}
"""The parts of a record that keep a day of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """When something was checked, by what role and how."""

    on: date
    by: str
    how: str | None = None

    def value(self) -> dict[str, Value]:
        """As a record says it."""
        found: dict[str, Value] = {"on": self.on.isoformat(), "by": self.by}
        return found | ({"how": self.how} if self.how else {})


def stamped(record: Resource | Activity | Venue, part: str | None, stamp: Stamp) -> tuple[Edit, ...] | Refused:
    """The edits that say when a record, or a part of it, was checked."""
    if part is None:
        return (Set(("checked",), stamp.value()), *_looked_again(record, stamp.on))
    if getattr(record, part, None) is None:
        return Refused(
            f"“{record.name}” says nothing of its own about {PARTS[part]}, so there is nothing to verify.",
            "Name the record that says it: its venue or its organiser.",
        )
    if part == "places":
        return room(record, stamp.on)
    return (Set((part, "checked"), stamp.value()),)


def room(record: Resource | Activity | Venue, on: date) -> tuple[Edit, ...]:
    """The edits that say on which day it was known whether there is room."""
    return (*spelled(record), Set(("places", "on"), on.isoformat()))


def spelled(record: Resource | Activity | Venue) -> tuple[Edit, ...]:
    """The edit that spells `places: full` out, so that more can be said about it."""
    places = getattr(record, "places", None)
    if places is None or places.model_fields_set != {"state"}:
        return ()
    return (Set(("places",), {"is": places.state}),)


def _looked_again(record: Resource | Activity | Venue, on: date) -> tuple[Edit, ...]:
    """The day by which somebody was to look again goes once somebody has."""
    due = record.review_by
    return (Remove(("review_by",)),) if due and due <= on else ()
