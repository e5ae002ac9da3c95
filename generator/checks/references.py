"""References: every id that a record names is a record of the right kind."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from generator.catalogue import Catalogue
from generator.checks.ids import known_ids
from generator.problems import Finding, Severity, did_you_mean, near_miss, shorten
from generator.records.model import EVERYWHERE, Activity, Offer, Resource
from generator.records.reading import Sources
from generator.records.schedule_fields import PUBLIC_HOLIDAYS
from generator.records.site import Mix
from generator.richtext import record_links

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_SOMEBODY = "Somebody without a record is written as a name, with capitals or spaces."
_NAMED: Mapping[str | int, str] = {
    "venue": "A place without a record is written as `venue: {name: …}`.",
    "organiser": _SOMEBODY,
    "run_by": _SOMEBODY,
}
"""What else may stand in a field where an id is looked for."""
_SELECTED = {"activity": "activity", "venue": "venue", "organiser": "resource", "area": "area"}
Wanted = tuple[str, tuple[str | int, ...], str, str]
"""File, path, what is wanted (`venue`, `resource`, `activity`, `area`, `closure`), the id that is named."""


def _wanted(made: Catalogue) -> Iterator[Wanted]:
    sources = made.sources
    for resource in sources.resources.values():
        yield from _of_offer(resource, "run_by", resource.run_by)
    for activity in sources.activities.values():
        yield from _of_offer(activity, "organiser", activity.organiser)
        yield from _of_dates(activity)
    for venue in sources.venues.values():
        if venue.area:
            yield venue.file, ("area",), "area", venue.area
    for mix in sources.mixes.values():
        yield from _of_mix(mix)
    for number, area in enumerate(sources.areas.areas):
        if area.parent:
            yield f"{sources.site.settings.data}/areas.yml", ("areas", number, "parent"), "area", area.parent


def _of_offer(record: Offer, runner_field: str, runner: str | None) -> Iterator[Wanted]:
    if record.venue and record.venue.ref:
        yield record.file, ("venue",), "venue", record.venue.ref
    if record.venue and record.venue.inline and record.venue.inline.area:
        yield record.file, ("venue", "area"), "area", record.venue.inline.area
    for number, area in enumerate(record.areas):
        if area != EVERYWHERE:
            yield record.file, ("areas", number), "area", area
    if runner and _SLUG.fullmatch(runner):
        yield record.file, (runner_field,), "resource", runner


def _of_dates(record: Activity) -> Iterator[Wanted]:
    for number, item in enumerate(record.schedule):
        for at, skip in enumerate(item.skips):
            if isinstance(skip, str) and skip != PUBLIC_HOLIDAYS:
                yield record.file, ("schedule", number, "except", at), "closure", skip
    for number, change in enumerate(record.changes):
        if change.moved and change.moved.venue:
            yield record.file, ("changes", number, "moved", "venue"), "venue", change.moved.venue


def _of_mix(mix: Mix) -> Iterator[Wanted]:
    for number, selection in enumerate(mix.takes):
        for field, kind in _SELECTED.items():
            name = getattr(selection, field)
            if name is not None:
                yield mix.file, ("takes", number, field), kind, name
    for number, name in enumerate(mix.leaves_out):
        yield mix.file, ("leaves_out", number), "activity", name


def unknown_references(made: Catalogue, today: date) -> Iterator[Finding]:
    """References to nothing, or to a record of another kind. A record with errors of its own counts as known."""
    del today
    sources = made.sources
    kinds = known_ids(sources)
    names = _names(sources)
    unread = {"area": "areas" in sources.unread, "closure": "closures" in sources.unread}
    for file, path, kind, name in _wanted(made):
        if name in names[kind] or name in sources.broken or unread.get(kind):
            continue
        if name in kinds:
            message, hint = f"“{name}” is {_a(kinds[name])}, not {_a(kind)}.", did_you_mean(name, names[kind])
        else:
            message, hint = f"There is no {kind} “{shorten(name)}”.", _meant(name, kind, names[kind])
            like_a_name = kind == "resource" or not _SLUG.fullmatch(name)
            if like_a_name and len(path) == 1 and not hint.startswith("The "):
                hint = f"{hint} {_NAMED.get(path[0], '')}".strip()
        yield Finding(file, path, "unknown-reference", message, hint)


def _names(sources: Sources) -> dict[str, dict[str, str]]:
    """What may be named, by its kind: each id with its name."""
    return {
        "venue": {venue.id: venue.name for venue in sources.venues.values()},
        "resource": {resource.id: resource.name for resource in sources.resources.values()},
        "activity": {activity.id: activity.name for activity in sources.activities.values()},
        "area": {area.id: area.name for area in sources.areas.areas},
        "closure": {name: closure.name for name, closure in sources.closures.items()},
    }


def _meant(said: str, kind: str, names: Mapping[str, str]) -> str:
    """A hint for an unknown id: the record that has it for its name, one that is spelt nearly so, or all."""
    by_name = {_folded(name): id_ for id_, name in names.items()}
    if _folded(said) in by_name:
        return f"The {kind} with that name is “{by_name[_folded(said)]}”."
    if kind == "area" and said.casefold() == EVERYWHERE:
        return f"Write “{EVERYWHERE}”."
    nearest = None if near_miss(said, names) or _SLUG.fullmatch(said) else near_miss(_folded(said), by_name)
    if nearest:
        return f"Did you mean “{by_name[nearest]}” ({names[by_name[nearest]]})?"
    return did_you_mean(said, names)


def _folded(name: str) -> str:
    """A name as people compare it: without capitals, and without the article before it."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def ids_by_name(sources: Sources) -> dict[str, str]:
    """The ids of resources by their names, as people compare those."""
    return {_folded(resource.name): resource.id for resource in sources.resources.values()}


def named_record(record: Resource | Activity, ids: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Where a record names who runs it by a name instead of by an id: the field, the name and the id."""
    field, said = ("organiser", record.organiser) if isinstance(record, Activity) else ("run_by", record.run_by)
    meant = ids.get(_folded(said)) if said else None
    return (field, said, meant) if said and meant and meant not in {said, record.id} else None


def names_for_ids(made: Catalogue, today: date) -> Iterator[Finding]:
    """Organisers written as the name of a record: the page would not lead to it, nor know what it knows."""
    del today
    ids = ids_by_name(made.sources)
    for entry in made.entries.values():
        if found := named_record(entry.record, ids):
            field, said, meant = found
            message = f"“{shorten(said)}” has a record of its own, and the page would not lead to it."
            hint = f"Write `{field}: {meant}`."
            yield Finding(entry.record.file, (field,), "name-for-id", message, hint, Severity.WARNING)


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'ao' else 'a'} {kind}"


def unknown_record_links(made: Catalogue, today: date) -> Iterator[Finding]:
    """Links in descriptions to records that are not there."""
    del today
    for entry in made.entries.values():
        for field in ("description", "first_visit"):
            text = getattr(entry.record, field)
            for target in record_links(text) if text and "](" in text else ():
                name = target.rpartition(":")[2]
                if made.url(target) is None and name not in made.sources.broken:
                    yield Finding(
                        entry.record.file,
                        (field,),
                        "unknown-reference",
                        f"The text links to “{shorten(target)}”, which is no record.",
                        did_you_mean(name, known_ids(made.sources)),
                        part=target,
                    )
