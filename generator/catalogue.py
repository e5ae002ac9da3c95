"""Records by id with everything that follows from them: what is derived, what is inherited and from whom. Read-only.

Nothing here knows today, so two catalogues of the same files are equal.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from generator import inherit
from generator.inherit import Facts, Place, Runner
from generator.records import codes, kinds
from generator.records.model import EVERYWHERE, Activity, Resource
from generator.records.reading import Sources
from generator.records.site import Area, Mix, Selection
from generator.schedule.rules import Item, ended_by
from generator.schedule.zoned import zone

Section = Literal["resources", "activities"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One resource or activity with all that is known of it."""

    id: str
    """The record's permanent id."""
    section: Section
    url: str
    """The address of its page, relative to the site."""
    record: Resource | Activity
    shown_to: str
    """Who sees it in lists and calendars: public, house or staff."""
    category: str
    family: str
    layer: str
    support: tuple[str, ...]
    delivered_by: str | None
    goals: tuple[str, ...]
    facts: Facts
    place: Place | None
    runner: Runner | None
    """Who runs it; None where the resource answers for itself."""
    areas: tuple[str, ...]
    """Areas that it serves or lies in, with the areas around them; () where nobody has said."""
    items: tuple[Item, ...]
    zone: ZoneInfo
    files: tuple[str, ...]
    """All files that it is made of: its own, its organiser's, its venue's and the site's."""

    def from_day(self, today: date) -> date:
        """The day from which it has sessions to come: `today`, the first in lists, or that on which it is back."""
        visible, places = self.record.visible, self.record.places
        first = visible.first if visible else None
        back = places.back_on if places and places.state == "paused" else None
        return max(today, first or today, back or today)

    @property
    def ended(self) -> bool:
        """Whether it is closed for good."""
        return self.record.places is not None and self.record.places.state == "closed"

    def listed(self, today: date) -> bool:
        """Whether it stands in public lists, search and feeds on `today`."""
        return self.shown_to == "public" and self.visible(today)

    def visible(self, today: date) -> bool:
        """Whether its lists and feeds, public or not, hold it on `today`."""
        return not self.ended and (self.record.visible is None or self.record.visible.holds(today))


class Redirect(NamedTuple):
    """An old address and the one that it leads to, relative to the site."""

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All entries and venues of a site, and who belongs to whom."""

    sources: Sources
    entries: Mapping[str, Entry]
    places: Mapping[str, Place]
    at_venue: Mapping[str, tuple[Entry, ...]]
    run_by: Mapping[str, tuple[Entry, ...]]
    zone: ZoneInfo

    @property
    def resources(self) -> Iterator[Entry]:
        """The resources, in the order of their ids."""
        return (entry for entry in self.entries.values() if entry.section == "resources")

    @property
    def activities(self) -> Iterator[Entry]:
        """The activities, in the order of their ids."""
        return (entry for entry in self.entries.values() if entry.section == "activities")

    def url(self, target: str) -> str | None:
        """The address of a record by its id, or by `resource:id`, `activity:id`, `venue:id`; None where unknown."""
        _, _, name = target.rpartition(":")
        if name in self.entries:
            return self.entries[name].url
        if name in self.sources.venues:
            return f"venues/{name}/"
        if name in self.sources.mixes:
            return f"mix/{name}/"
        return next((redirect.new for redirect in self.redirects() if redirect.old.split("/")[1] == name), None)

    def redirects(self) -> Iterator[Redirect]:
        """Old addresses of renamed records."""
        for entry in self.entries.values():
            for alias in entry.record.aliases:
                yield Redirect(f"{entry.section}/{alias}/", entry.url)
        for venue in self.sources.venues.values():
            for alias in venue.aliases:
                yield Redirect(f"venues/{alias}/", f"venues/{venue.id}/")
        for mix in self.sources.mixes.values():
            for alias in mix.aliases:
                yield Redirect(f"mix/{alias}/", f"mix/{mix.id}/")

    def in_mix(self, mix: Mix) -> tuple[Entry, ...]:
        """The activities of a mix, in the order of their ids: public ones, for a house its own too, never staff's.

        Its own is what a selection names, or its place, or who runs it; what is alike in another house is not.
        """
        named = tuple(one for one in mix.takes if one.activity or one.venue or one.organiser) if mix.house else ()
        selections = {"public": mix.takes, "house": named}
        return tuple(
            entry
            for entry in self.activities
            if entry.id not in mix.leaves_out
            and any(_fits(entry, selection) for selection in selections.get(entry.shown_to, ()))
        )


def catalogue(sources: Sources, before: Catalogue | None = None) -> Catalogue:
    """The catalogue of a site's records; entries of one `before` are taken over where all their files say the same."""
    settings = sources.site.settings
    home = zone(settings.timezone)
    if home is None:
        raise ValueError(f"the settings let an unknown zone pass: {settings.timezone}")
    parents = {area.id: area for area in sources.areas.areas}
    common = tuple(_common(sources))
    known = _unchanged(sources, before) if before else {}
    places = {venue.id: inherit.place_of(venue) for venue in sources.venues.values()}
    entries: dict[str, Entry] = {}
    records: tuple[Resource | Activity, ...] = (*sources.resources.values(), *sources.activities.values())
    for record in records:
        entries[record.id] = known.get(record.id) or _entry(
            record, sources, places=places, parents=parents, home=home, common=common
        )
    at_venue: dict[str, list[Entry]] = {}
    run_by: dict[str, list[Entry]] = {}
    for entry in entries.values():
        if entry.place and entry.place.id:
            at_venue.setdefault(entry.place.id, []).append(entry)
        if entry.runner and entry.runner.id:
            run_by.setdefault(entry.runner.id, []).append(entry)
    return Catalogue(
        sources=sources,
        entries=dict(sorted(entries.items())),
        places=places,
        at_venue={name: tuple(there) for name, there in at_venue.items()},
        run_by={name: tuple(theirs) for name, theirs in run_by.items()},
        zone=home,
    )


def _unchanged(sources: Sources, before: Catalogue) -> Mapping[str, Entry]:
    """The entries that stand: none where the settings are others, or a record came or went that another may name."""
    old = before.sources
    same = (
        old.site == sources.site
        and old.resources.keys() == sources.resources.keys()
        and old.venues.keys() == sources.venues.keys()
        and old.unread == sources.unread
    )
    if not same:
        return {}
    others = {name for name, digest in sources.digests.items() if old.digests.get(name) != digest}
    others |= old.digests.keys() - sources.digests.keys()
    if others & {*_common(sources), *_common(old)}:
        return {}
    return {name: entry for name, entry in before.entries.items() if not others.intersection(entry.files)}


def _common(sources: Sources) -> Iterator[str]:
    """The site's own files, which every entry is made of."""
    depth = sources.site.settings.data.count("/") + 1
    return (name for name in sources.digests if name.count("/") <= depth)


def _entry(
    record: Resource | Activity,
    sources: Sources,
    *,
    places: Mapping[str, Place],
    parents: Mapping[str, Area],
    home: ZoneInfo,
    common: tuple[str, ...],
) -> Entry:
    words = sources.vocabulary
    kind = record.kind
    place = inherit.place(record, places)
    runner = inherit.runner(record, sources.resources)
    category = (
        record.category or words.category_of(record.topics) or kinds.CATEGORY_OF_KIND.get(kind or "") or "support"
    )
    goals = record.goals or tuple(
        dict.fromkeys((*kinds.GOALS_OF_KIND.get(kind or "", ()), *words.goals_of(record.topics)))
    )
    files = {record.file, *_files_of_others(record, place, runner, sources)}
    own_zone = zone(record.timezone) if isinstance(record, Activity) and record.timezone else None
    section: Section = "activities" if isinstance(record, Activity) else "resources"
    return Entry(
        id=record.id,
        section=section,
        url=f"{section}/{record.id}/",
        record=record,
        shown_to=record.shown_to if isinstance(record, Activity) else "public",
        category=category,
        family=codes.FAMILY_OF_CATEGORY[category],
        layer=record.layer or kinds.LAYER_OF_KIND.get(kind or "", "community"),
        support=record.support or kinds.SUPPORT_OF_KIND.get(kind or "", ()),
        delivered_by=record.delivered_by or kinds.DELIVERED_BY_OF_KIND.get(kind or ""),
        goals=goals[:3],
        facts=inherit.facts(record, place, runner, sources.resources),
        place=place,
        runner=runner,
        areas=_areas(record.areas or ((place.area,) if place and place.area else ()), parents),
        items=_items(record) if isinstance(record, Activity) else (),
        zone=own_zone or home,
        files=(*sorted(files), *common),
    )


def _items(record: Activity) -> tuple[Item, ...]:
    """Its rules; none goes on after the last day on which the record is to be seen."""
    items = tuple(item.item() for item in record.schedule)
    last = record.visible.last if record.visible else None
    return items if last is None else tuple(ended_by(item, last) for item in items)


def _areas(served: tuple[str, ...], parents: Mapping[str, Area]) -> tuple[str, ...]:
    if EVERYWHERE in served:
        return tuple(parents)
    found: dict[str, None] = {}
    for name in served:
        step: str | None = name
        while step is not None and step in parents and step not in found:
            found[step] = None
            step = parents[step].parent
    return tuple(found)


def _files_of_others(
    record: Resource | Activity, place: Place | None, runner: Runner | None, sources: Sources
) -> Iterator[str]:
    """The files of the venue, of who runs it and answers for it, and of the venues that sessions are moved to."""
    names = [place.id if place else None]
    if isinstance(record, Activity):
        names += [change.moved.venue for change in record.changes if change.moved]
    yield from (sources.venues[name].file for name in names if name and name in sources.venues)
    organiser = sources.resources.get(runner.id or "") if runner else None
    answering = sources.resources.get(organiser.run_by or "") if organiser else None
    yield from (resource.file for resource in (organiser, answering) if resource)


def _fits(entry: Entry, wanted: Selection) -> bool:
    """Whether an activity fits all that a selection says; what is not known fits no yes."""
    tests = (
        wanted.activity is None or entry.id == wanted.activity,
        wanted.venue is None or (entry.place is not None and entry.place.id == wanted.venue),
        wanted.organiser is None or (entry.runner is not None and entry.runner.id == wanted.organiser),
        wanted.category is None or entry.category == wanted.category,
        wanted.area is None or wanted.area in entry.areas,
        wanted.free is None or is_free(entry) == wanted.free,
        wanted.step_free is None or is_step_free(entry) == wanted.step_free,
        wanted.online is None or ("online" in entry.record.format) == wanted.online,
    )
    return all(tests)


def is_free(entry: Entry) -> bool:
    """Whether it surely costs nothing: a price of 0, or gifts where nothing is fine. Unknown is not free."""
    cost = entry.record.cost
    if cost is None:
        return False
    return cost.amount == 0 or (cost.donation is not None and cost.donation.nothing_is_fine)


def is_step_free(entry: Entry) -> bool:
    """Whether somebody has said that there is no step. Unknown is not step-free."""
    known = entry.facts.access.get("step_free")
    return known is not None and known.value.answer == "yes"


def is_online(entry: Entry) -> bool:
    """Whether one can take part online."""
    return "online" in entry.record.format
