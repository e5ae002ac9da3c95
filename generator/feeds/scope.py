"""An edition in, every iCal feed of the site out: its address, its name, and the activities that it holds.

Public feeds hold what public lists hold; a house's activities are in mixes of houses only, the staff's in `staff.ics`.
An activity outside its days of being visible leaves all feeds, and its own feed stays at its address, empty, for a
calendar that asks for a feed which is gone keeps old sessions for ever. Houses' and staff's activities have no feeds of
their own.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.catalogue import Entry, is_free, is_online, is_step_free
from generator.edition import Edition
from generator.records import codes
from generator.records.model import Record
from generator.records.site import Mix

Kind = Literal["all", "category", "area", "flag", "venue", "organiser", "activity", "mix", "staff"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed of the site."""

    path: str
    """Its address relative to the site: `feeds/free.ics`."""
    kind: Kind
    code: str
    """What it is of: the code of a category or flag, the id of a record; empty where there is only one of the kind."""
    name: str
    """What it is called among its like: “Games”, “The Corn Exchange”."""
    title: str
    """What a calendar program calls it: “Alderbourne: Games”."""
    page: str
    """The page that says the same, relative to the site."""
    entries: tuple[Entry, ...] = field(repr=False)
    former: tuple[str, ...] = ()
    """Addresses that it had before."""


def feeds(edition: Edition) -> tuple[Feed, ...]:
    """Every feed of the site, public ones first, without their text."""
    return tuple(_feeds(edition))


def _feeds(edition: Edition) -> Iterator[Feed]:
    known, words, place = edition.catalogue, edition.words, edition.settings.place
    listed = tuple(entry for entry in known.activities if entry.listed(edition.today))

    def site_feed(kind: Kind, code: str, name: str, entries: Iterable[Entry], page: str = "subscribe/") -> Feed:
        path = f"feeds/{kind}/{code}.ics" if kind in {"category", "area"} else f"feeds/{code or kind}.ics"
        full = words.t("%(place)s: %(what)s", place=place, what=name)
        return Feed(path=path, kind=kind, code=code, name=name, title=full, page=page, entries=tuple(entries))

    yield site_feed("all", "", words.t("All activities"), listed, "calendar/")
    yield site_feed("flag", "free", words.t("Free"), filter(is_free, listed))
    yield site_feed("flag", "step-free", words.t("Step-free"), filter(is_step_free, listed))
    yield site_feed("flag", "online", words.t("Online"), filter(is_online, listed))
    by_category, by_area = (
        _grouped(listed, lambda entry: (entry.category,)),
        _grouped(listed, lambda entry: entry.areas),
    )
    for code in codes.CATEGORY:
        if code not in codes.STAFF_CATEGORIES:
            yield site_feed("category", code, edition.label("category", code), by_category.get(code, ()))
    for area in known.sources.areas.areas:
        yield site_feed("area", area.id, area.name, by_area.get(area.id, ()))
    staff = (entry for entry in known.activities if entry.shown_to == "staff" and entry.visible(edition.today))
    yield site_feed("staff", "", words.t("For staff"), staff)
    yield from _record_feeds(edition, listed)


def _record_feeds(edition: Edition, listed: tuple[Entry, ...]) -> Iterator[Feed]:
    known, today = edition.catalogue, edition.today
    at_venue = _grouped(listed, lambda entry: (entry.place.id,) if entry.place and entry.place.id else ())
    run_by = _grouped(listed, lambda entry: (entry.runner.id,) if entry.runner and entry.runner.id else ())
    for venue in known.sources.venues.values():
        yield _record_feed("venue", venue, f"venues/{venue.id}/", at_venue.get(venue.id, ()))
    for name, theirs in known.run_by.items():
        if any(entry.section == "activities" and entry.shown_to == "public" for entry in theirs):
            organiser = known.entries[name]
            yield _record_feed("organiser", organiser.record, organiser.url, run_by.get(name, ()))
    for mix in known.sources.mixes.values():
        entries = tuple(entry for entry in known.in_mix(mix) if entry.visible(today))
        yield _record_feed("mix", mix, f"mix/{mix.id}/", entries)
    for entry in known.activities:
        if entry.shown_to == "public":
            yield _record_feed("activity", entry.record, entry.url, (entry,) if entry.visible(today) else ())


def _record_feed(kind: Kind, record: Record | Mix, page: str, entries: tuple[Entry, ...]) -> Feed:
    return Feed(
        path=f"feeds/{kind}/{record.id}.ics",
        kind=kind,
        code=record.id,
        name=record.name,
        title=record.name,
        page=page,
        entries=entries,
        former=tuple(f"feeds/{kind}/{alias}.ics" for alias in record.aliases),
    )


def _grouped(
    entries: Iterable[Entry], names: Callable[[Entry], tuple[str | None, ...]]
) -> Mapping[str | None, tuple[Entry, ...]]:
    found: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in names(entry):
            found[name].append(entry)
    return {name: tuple(theirs) for name, theirs in found.items()}
