"""An edition in, what it offers to the public out: each thing with the few facts that coverage is counted by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.catalogue import Entry, is_free, is_step_free
from generator.columns.readings import slots
from generator.edition import Edition
from generator.pages.cards import activities_of
from generator.pages.facts import in_person

WEEKEND = frozenset({"sat", "sun"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing that people can take up, as far as coverage asks."""

    entry: Entry
    days: frozenset[str]
    """mon to sun, by its sessions of the coming weeks."""
    parts: frozenset[str]
    """am, pm, eve."""
    areas: frozenset[str]
    """The areas in which people meet for it, with those around them; served areas do not count as a place to go."""
    free: bool
    """Whether it surely costs nothing."""
    step_free: bool
    """Whether somebody has said that there is no step."""
    one_to_one: bool
    stands_alone: bool
    """Not so for a resource whose activities are counted in its place; with a need it helps all the same."""

    @property
    def after_work(self) -> bool:
        """Whether somebody who works by day can come."""
        return "eve" in self.parts or bool(self.days & WEEKEND)


def offers(edition: Edition) -> tuple[Offer, ...]:
    """All that is listed; what closed, or is shown to a house or to staff alone, is not."""
    parents = {area.id: area.parent for area in edition.catalogue.sources.areas.areas}
    listed = (one for one in edition.catalogue.entries.values() if one.listed(edition.today))
    return tuple(_offer(edition, one, parents) for one in listed)


def _offer(edition: Edition, entry: Entry, parents: Mapping[str, str | None]) -> Offer:
    when = [slot.split("_") for slot in slots(edition, entry)]
    return Offer(
        entry=entry,
        days=frozenset(day for day, _part in when),
        parts=frozenset(part for _day, part in when),
        areas=frozenset(_around(entry.place.area, parents)) if entry.place and in_person(entry) else frozenset(),
        free=is_free(entry),
        step_free=is_step_free(entry),
        one_to_one=entry.category == "one_to_one" or entry.record.size == "one_to_one",
        stands_alone=not activities_of(edition, entry),
    )


def _around(area: str | None, parents: Mapping[str, str | None]) -> Iterator[str]:
    """An area and those around it."""
    while area is not None and area in parents:
        yield area
        area = parents[area]
