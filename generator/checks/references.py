"""References: every id that a record names is a record of the right kind."""

import re
from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.checks.ids import known_ids
from generator.problems import Finding, did_you_mean, shorten
from generator.records.model import EVERYWHERE, Activity, Offer
from generator.records.schedule_fields import PUBLIC_HOLIDAYS
from generator.records.site import Mix
from generator.richtext import record_links

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
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
    known = {
        "venue": sources.venues,
        "resource": sources.resources,
        "activity": sources.activities,
        "area": {area.id for area in sources.areas.areas},
        "closure": sources.closures,
    }
    unread = {"area": "areas" in sources.unread, "closure": "closures" in sources.unread}
    for file, path, kind, name in _wanted(made):
        if name in known[kind] or name in sources.broken or unread.get(kind):
            continue
        if name in kinds:
            message, hint = f"“{name}” is {_a(kinds[name])}, not {_a(kind)}.", did_you_mean(name, known[kind])
        else:
            message, hint = f"There is no {kind} “{name}”.", did_you_mean(name, known[kind])
        if kind == "resource" and name not in kinds:
            hint = f"{hint} Somebody without a record is written as a name, with capitals or spaces.".strip()
        yield Finding(file, path, "unknown-reference", message, hint)


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
