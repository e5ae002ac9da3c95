"""What a preview takes over from what it read before is what it would read anew, whatever has changed."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.edition import Edition, edition
from generator.loading import load
from generator.preview.watching import look, untouched
from generator.stages import Stages
from tests.sites import TODAY, US, copied

DAY = date.fromisoformat(TODAY)


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} has no {old}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def add(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


def remove(kind: str) -> Callable[[Path], None]:
    return lambda folder: min((folder / "data" / kind).glob("*.yml")).unlink()


def read(
    folder: Path, before: Edition | None = None, day: date = DAY, untouched: Collection[str] | None = None
) -> Edition:
    known, alone = before.catalogue if before else None, untouched or ()
    loaded = load(folder / "mkdocs.yml", day, Stages(), warnings_in_place=False, before=known, untouched=alone)
    assert loaded.catalogue
    return edition(loaded.catalogue, day, before)


def told(made: Edition) -> Mapping[str, object]:
    """All that was read, derived and expanded, part by part."""
    whole, sources = made.catalogue, made.catalogue.sources
    of_sources = ("resources", "activities", "venues", "mixes", "areas", "closures", "digests", "outlines", "broken")
    return {
        **{name: getattr(sources, name) for name in of_sources},
        **{name: getattr(whole, name) for name in ("entries", "places", "at_venue", "run_by", "zone")},
        "labels": sources.vocabulary.labels,
        "topics": sources.vocabulary.topics,
        "settings": made.settings,
        "sessions": made.sessions,
        "window": made.window,
    }


def same(one: Edition, other: Edition) -> bool:
    first, second = told(one), told(other)
    return not [name for name in first if first[name] != second[name]]


CHANGES: Mapping[str, Callable[[Path], object]] = {
    "a venue is closed": edit("data/venues/grange-hall.yml", "2026-12-12", "2026-12-22"),
    "a venue has another door": edit("data/venues/grange-hall.yml", "parking lot side", "left"),
    "an organiser answers elsewhere": edit("data/resources/prairie-quilters.yml", "555-0110", "555-0111"),
    "an organiser has another name": edit("data/resources/prairie-quilters.yml", "Prairie Quilters", "Quilters"),
    "an old name is added": edit("data/resources/prairie-quilters.yml", "[quilting-bee]", "[quilting-bee, quilts]"),
    "a closure is longer": edit("data/closures.yml", "2027-01-04", "2027-01-08"),
    "an area has another name": edit("data/areas.yml", "name: ", "name: New "),
    "a code has other words": add("data/vocabulary.yml", "labels: {category.games: Play}\n"),
    "there is a new topic": add("data/vocabulary.yml", "topics: {making.kites: {label: Kites, category: arts}}\n"),
    "fewer months are shown": edit("mkdocs.yml", "months_ahead: 6", "months_ahead: 2"),
    "a venue is gone": remove("venues"),
    "a resource is gone": remove("resources"),
    "an activity is gone": remove("activities"),
    "a mix is gone": remove("feeds"),
    "a record is broken": edit("data/resources/prairie-quilters.yml", "kind: group", "kind: grop"),
    "a record is moved": lambda folder: (folder / "data/resources/prairie-quilters.yml").rename(
        folder / "data/resources/quilters.yml"
    ),
    "a venue has the file of another": lambda folder: (folder / "data/venues/grange-hall.yml").write_bytes(
        (folder / "data/venues/sagebrush-lodge.yml").read_bytes()
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_is_taken_over_is_what_would_be_read_anew(change: Callable[[Path], object], tmp_path: Path) -> None:
    folder = copied(US, tmp_path)
    seen, before = look([folder]), read(folder)
    there = {path: path.read_bytes() for path in folder.rglob("*.yml")}

    change(folder)
    after, now = read(folder, before), look([folder])
    assert same(after, read(folder)), "after the change"
    assert same(after, read(folder, before, untouched=untouched(seen, now))), "files that stand need not be opened"
    assert not same(after, before), "the change makes a difference"

    for path in set(folder.rglob("*.yml")) - there.keys():
        path.unlink()
    for path, content in there.items():
        path.write_bytes(content)
    assert same(read(folder, after), before), "and when it is taken back"
    assert same(read(folder, after, untouched=untouched(now, look([folder]))), before)


def test_another_day_has_its_own_sessions(tmp_path: Path) -> None:
    folder, later = copied(US, tmp_path), date(2027, 1, 3)

    assert same(read(folder, read(folder), later), read(folder, day=later))


def test_only_what_has_changed_is_read_derived_and_expanded(tmp_path: Path) -> None:
    folder = copied(US, tmp_path)
    seen, before = look([folder]), read(folder)
    edit("data/activities/monday-coffee.yml", "summary: ", "summary: Now ")(folder)
    alone = untouched(seen, look([folder]))
    for name in alone:  # who opens one of them reads nonsense
        if re.search(r"/(resources|activities|venues|feeds)/", name):
            Path(name).write_text("nonsense", encoding="utf-8")

    after = read(folder, before, untouched=alone)

    old, new = before.catalogue.entries, after.catalogue.entries
    assert {name for name in new if new[name] is not old[name]} == {"monday-coffee"}
    assert {name for name in after.sessions if after.sessions[name] is not before.sessions[name]} == {"monday-coffee"}
