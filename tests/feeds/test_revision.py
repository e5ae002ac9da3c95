"""End to end, from a Git repository to the events: the revision rises with every change and never falls."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from generator.feeds.history import History, read_history, sequence
from tests.feeds.small_site import SETTINGS, events, feed, read
from tests.repositories import Repository

pytestmark = pytest.mark.usefixtures("quiet_git")

TEA = """\
name: Tea
summary: We drink tea together.
category: meal
organiser: makers
venue: hall
schedule:
  - {every: Tuesday, start: "10:30", end: "12:00"}
contact: {phone: 01632 960123}
checked: {on: 2026-10-01, by: activity coordinator}
"""
MAKERS = """\
name: Tea Makers
kind: group
summary: They make tea.
run_by: trust
checked: {on: 2026-10-01, by: editor}
"""
MOVED = "changes: [{on: 2026-12-01, moved: {to: 2026-12-02, venue: library}}]\n"
FILES = {
    "mkdocs.yml": SETTINGS,
    "data/activities/tea.yml": TEA,
    "data/resources/makers.yml": MAKERS,
    "data/resources/trust.yml": MAKERS.replace("run_by: trust", "contact: {phone: 01632 960124}"),
    "data/venues/hall.yml": "name: Hall\n",
    "data/venues/library.yml": "name: Library\n",
    "data/closures.yml": "fair: {name: The fair, each_year: {from: 1 May, until: 3 May}}\n",
    "data/vocabulary.yml": "labels: {category.arts: Art}\n",
    "README.md": "A town",
}


class Town(Repository):
    """A site in a repository."""

    def add(self, name: str, content: str) -> None:
        """Adds something to a file."""
        self.write(name, (self.folder / name).read_text(encoding="utf-8") + content)

    def event(self, name: str = "tea") -> dict[str, str]:
        """The first event in the feed of an activity, as built now."""
        history = read_history(self.folder, ("data", "mkdocs.yml"))
        assert isinstance(history, History)
        return events(feed(read(self.folder), f"activity/{name}.ics", history))[0]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    made = Town(tmp_path / "town", datetime(2026, 3, 1, 9, tzinfo=UTC))
    made.begin()
    for name, content in FILES.items():
        made.write(name, content)
    made.save()
    return made


def test_an_event_carries_the_time_of_its_newest_file(town: Town) -> None:
    event = town.event()
    assert event["DTSTAMP"] == event["LAST-MODIFIED"] == f"{town.clock:%Y%m%dT%H%M%SZ}"
    assert event["SEQUENCE"] == str(sequence(town.clock))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("data/activities/tea.yml", "size: small\n"),
        ("data/venues/hall.yml", "door: round the back\n"),
        ("data/resources/makers.yml", "size: small\n"),
        ("data/resources/trust.yml", "size: small\n"),  # whose telephone it is
        ("mkdocs.yml", "      cancelled: always-visible\n"),
        ("data/vocabulary.yml", "settings: {boat: On a boat}\n"),
    ],
)
def test_each_file_that_an_event_is_made_of_counts(town: Town, name: str, content: str) -> None:
    before = int(town.event()["SEQUENCE"])
    town.add(name, content)
    town.save()
    assert int(town.event()["SEQUENCE"]) == sequence(town.clock) > before


@pytest.mark.parametrize("name", ["README.md", "data/venues/library.yml", "data/closures.yml", "data/areas.yml"])
def test_a_file_that_it_is_not_made_of_does_not(town: Town, name: str) -> None:
    before = town.event()["SEQUENCE"]
    town.write(name, FILES.get(name, "areas: []\n") + "# a word\n")
    town.save()
    assert town.event()["SEQUENCE"] == before


@pytest.mark.parametrize(("fields", "name"), [(MOVED, "data/venues/library.yml"), ("except", "data/closures.yml")])
def test_a_file_that_only_some_events_are_made_of_counts_for_those(town: Town, fields: str, name: str) -> None:
    text = TEA.replace('end: "12:00"}', 'end: "12:00", except: fair}') if fields == "except" else TEA + fields
    town.write("data/activities/tea.yml", text)
    town.save()
    town.add(name, "# a word\n")
    town.save()
    assert town.event()["SEQUENCE"] == str(sequence(town.clock))


def edit(town: Town) -> str:
    town.add("data/activities/tea.yml", "size: small\n")
    town.save()
    return "tea"


def rename(town: Town) -> str:
    town.git("mv", "data/activities/tea.yml", "data/activities/coffee.yml")
    town.add("data/activities/coffee.yml", "aliases: [tea]\n")
    town.save()
    return "coffee"


def rename_twice(town: Town) -> str:
    rename(town)
    town.git("mv", "data/activities/coffee.yml", "data/activities/cocoa.yml")
    text = (town.folder / "data/activities/cocoa.yml").read_text(encoding="utf-8")
    town.write("data/activities/cocoa.yml", text.replace("[tea]", "[tea, coffee]"))
    town.save()
    return "cocoa"


def squash(town: Town) -> str:
    town.git("switch", "--quiet", "--create", "side")
    for size in ("small", "medium", "large"):
        town.write("data/activities/tea.yml", f"{TEA}size: {size}\n")
        town.save()
    town.git("switch", "--quiet", "main")
    town.git("merge", "--quiet", "--squash", "side")
    town.save()
    return "tea"


def merge(town: Town) -> str:
    town.git("switch", "--quiet", "--create", "side")
    town.add("data/venues/hall.yml", "door: round the back\n")
    town.save()
    town.git("switch", "--quiet", "main")
    edit(town)
    town.clock += timedelta(hours=1)
    town.git("merge", "--quiet", "--no-ff", "--no-edit", "side")
    return "tea"


def change_venue(town: Town) -> str:
    town.add("data/venues/hall.yml", "door: round the back\n")
    town.save()
    town.write("data/activities/tea.yml", TEA.replace("venue: hall", "venue: library"))
    town.save()
    return "tea"


def begin_to_edit(town: Town) -> str:
    town.add("data/venues/hall.yml", "door: round the back\n")
    return "tea"


@pytest.mark.parametrize("change", [edit, rename, rename_twice, squash, merge, change_venue, begin_to_edit])
def test_the_revision_rises_and_the_uid_stays(town: Town, change: Callable[[Town], str]) -> None:
    before = town.event()
    after = town.event(change(town))
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["DTSTAMP"] > before["DTSTAMP"]
    assert after["UID"] == before["UID"] == "tea@thornby.example.org"


def test_a_feed_is_as_new_as_its_newest_event(town: Town) -> None:
    town.write("data/activities/cake.yml", TEA.replace("name: Tea", "name: Cake"))
    town.save()
    history = read_history(town.folder, ("data", "mkdocs.yml"))
    assert isinstance(history, History)
    head = feed(read(town.folder), "all.ics", history).partition("BEGIN:VTIMEZONE")[0]
    assert f"\r\nLAST-MODIFIED:{town.clock:%Y%m%dT%H%M%SZ}\r\n" in head
