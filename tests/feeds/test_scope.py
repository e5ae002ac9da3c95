"""Which activity is in which feed, where feeds lie, how large they are."""

from datetime import date
from pathlib import Path

import pytest

from generator.feeds import calendars as module
from generator.feeds.calendars import Calendars, calendars, feeds, outputs_of
from generator.output import Output
from tests.feeds.small_site import NO_HISTORY, TODAY, feed, site
from tests.feeds.small_site import feeds as texts

TEA = """\
name: {name}
summary: We drink tea together.
contact: {{phone: 01632 960123}}
checked: {{on: 2026-10-01, by: activity coordinator}}
schedule: [{{every: Tuesday, start: "10:30", end: "12:00"}}]
category: meal
"""
FILES = {
    "activities/public.yml": TEA.format(name="Public tea")
    + "venue: hall\norganiser: makers\ncost: {amount: 0}\nformat: [in_person, online]\naliases: [open-tea]\n",
    "activities/house.yml": TEA.format(name="House tea") + "venue: hall\nshown_to: house\ncost: {amount: 0}\n",
    "activities/staff.yml": TEA.format(name="Staff tea").replace("meal", "training") + "venue: hall\nshown_to: staff\n",
    "activities/hidden.yml": TEA.format(name="Hidden tea") + "venue: hall\nvisible: {until: 2026-10-31}\n",
    "activities/closed.yml": TEA.format(name="Closed tea") + "venue: hall\nplaces: closed\n",
    "activities/unknown.yml": TEA.format(name="Unknown tea") + "venue: {name: Somewhere}\n",
    "venues/hall.yml": "name: Hall\narea: north\naliases: [old-hall]\naccess: {step_free: yes}\n",
    "resources/makers.yml": "name: Tea Makers\nkind: group\nsummary: They make tea.\ncontact: {phone: 01632 960123}\n"
    "checked: {on: 2026-10-01, by: editor}\naliases: [brewers]\n",
    "areas.yml": "areas: [{id: town, name: Town}, {id: north, name: North, parent: town}, {id: south, name: South}]\n",
    "feeds/home.yml": "name: The Home\nsummary: A home.\nhouse: yes\ntakes: [{venue: hall}]\naliases: [old-home]\n",
    "feeds/surgery.yml": "name: The Surgery\nsummary: A practice.\ntakes: [{venue: hall}]\n",
}
HELD = {
    "all": ["public", "unknown"],
    "free": ["public"],
    "step-free": ["public"],
    "online": ["public"],
    "staff": ["staff"],
    "category/meal": ["public", "unknown"],
    "category/music": [],
    "area/north": ["public"],
    "area/town": ["public"],
    "area/south": [],
    "venue/hall": ["public"],
    "organiser/makers": ["public"],
    "mix/home": ["house", "public"],
    "mix/surgery": ["public"],
    "activity/public": ["public"],
    "activity/unknown": ["unknown"],
    "activity/hidden": [],
    "activity/closed": [],
}


def made(root: Path, today: date = TODAY) -> Calendars:
    return calendars(site(root, FILES, today), NO_HISTORY)


def test_each_feed_holds_what_its_page_shows(tmp_path: Path) -> None:
    held = {one.path: [entry.id for entry in one.entries] for one in made(tmp_path).feeds}
    assert {f"feeds/{name}.ics": ids for name, ids in HELD.items()}.items() <= held.items()
    others = {path for path in held if path.removeprefix("feeds/").removesuffix(".ics") not in HELD}
    assert {path.rpartition("/")[0] for path in others} == {"feeds/category"}
    assert not any(held[path] for path in others)


def test_houses_and_staff_are_in_no_other_feed(tmp_path: Path) -> None:
    for path, text in texts(made(tmp_path)).items():
        assert ("House tea" in text) == (path in {"mix/home.ics", "mix/old-home.ics"}), path
        assert ("Staff tea" in text) == (path == "staff.ics"), path


def test_categories_of_the_staff_have_no_public_feed(tmp_path: Path) -> None:
    assert not {"category/training.ics", "category/resource_meeting.ics"} & texts(made(tmp_path)).keys()


def test_a_feed_that_holds_nothing_stays_and_can_be_read(tmp_path: Path) -> None:
    text = texts(made(tmp_path))["activity/hidden.ics"]
    assert "BEGIN:VTIMEZONE" in text, "a calendar needs some component"
    assert "BEGIN:VEVENT" not in text


def test_an_activity_comes_back_when_it_is_visible(tmp_path: Path) -> None:
    text = texts(made(tmp_path, date(2026, 10, 31)))
    assert "Hidden tea" in text["activity/hidden.ics"]
    assert "Hidden tea" in text["all.ics"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("activity/open-tea", "activity/public"),
        ("venue/old-hall", "venue/hall"),
        ("organiser/brewers", "organiser/makers"),
        ("mix/old-home", "mix/home"),
    ],
)
def test_the_feed_of_a_renamed_record_goes_on_at_its_old_address(tmp_path: Path, old: str, new: str) -> None:
    found = texts(made(tmp_path))
    assert found[f"{old}.ics"] == found[f"{new}.ics"]
    assert f"SOURCE;VALUE=URI:https://thornby.example.org/feeds/{new}.ics\r\n" in found[f"{new}.ics"]


def test_sizes_are_those_of_the_files(tmp_path: Path) -> None:
    known = made(tmp_path)
    written = {output.path: content(output) for output in outputs_of(known)}
    assert {one.path: known.size(one) for one in known.feeds}.items() <= {
        path: len(text) for path, text in written.items()
    }.items()
    assert len(written) == len(known.feeds) + 4


def content(output: Output) -> bytes:
    assert output.make is not None
    text = output.make()
    assert isinstance(text, bytes)
    return text


def test_a_feed_too_large_is_written_but_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = made(tmp_path)
    everything = next(one for one in known.feeds if one.kind == "all")
    size = known.size(everything)
    for largest, offered in ((size, True), (size - 1, False)):
        monkeypatch.setattr(module, "LARGEST_OFFERED", largest)
        assert known.offered(everything) == offered
    assert "feeds/all.ics" in {output.path for output in outputs_of(known)}


def test_a_feed_is_joined_from_the_events_of_its_activities(tmp_path: Path) -> None:
    known = made(tmp_path)
    for one in known.feeds:
        text = known.content(one)
        joined = b"".join(known.events[entry.id].body for entry in one.entries)
        assert text.endswith(joined + b"END:VCALENDAR\r\n")
        assert text.count(b"BEGIN:VEVENT") == joined.count(b"BEGIN:VEVENT")


def test_two_processes_make_what_one_makes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = site(tmp_path, FILES)
    alone = calendars(edition, NO_HISTORY, workers=1)
    monkeypatch.setattr(module, "FEWEST_TO_SHARE", 2)
    assert calendars(edition, NO_HISTORY, workers=2).events == alone.events


def test_two_runs_are_byte_equal(tmp_path: Path) -> None:
    def run() -> list[tuple[str, bytes]]:
        return [(output.path, content(output)) for output in outputs_of(made(tmp_path))]

    assert run() == run()


def test_a_feed_says_what_it_is_and_how_often_to_look(tmp_path: Path) -> None:
    edition = site(tmp_path, FILES)
    head = feed(edition, "category/meal.ics").partition("BEGIN:VTIMEZONE")[0].replace("\r\n ", "").split("\r\n")
    for line in (
        "VERSION:2.0",
        "PRODID:-//Fingerpost//Fingerpost//EN",
        "NAME:Thornby: Eating together",
        "X-WR-CALNAME:Thornby: Eating together",
        "X-WR-TIMEZONE:Europe/London",
        "COLOR:indianred",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        "SOURCE;VALUE=URI:https://thornby.example.org/feeds/category/meal.ics",
        "URL;VALUE=URI:https://thornby.example.org/subscribe/",
        "LAST-MODIFIED:20200101T000000Z",
    ):
        assert line in head
    described = next(line for line in head if line.startswith("DESCRIPTION:"))
    assert "01632 960100" in described
    assert described.removeprefix("DESCRIPTION") in {line.removeprefix("X-WR-CALDESC") for line in head}
    assert not any(line.startswith("METHOD") for line in head)


def test_the_paths_of_all_feeds_are_safe_and_apart(tmp_path: Path) -> None:
    found = [path for one in feeds(site(tmp_path, FILES)) for path in (one.path, *one.former)]
    assert len(set(found)) == len(found)
    assert all(path.startswith("feeds/") and path.endswith(".ics") for path in found)
