"""The data of the calendar: months say what the pages say, feeds hold what they hold, nobody's else is in them."""

import json
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.columns.calendar import calendar_outputs
from generator.edition import Edition
from generator.feeds.calendars import calendars
from generator.feeds.history import History
from generator.pages.calendar import public_calendar
from generator.pages.days import minutes, row_view
from generator.pages.listings import listed_entries
from tests.capabilities import TESTS, node
from tests.pages.record_editions import CHECKED, edition_of

TODAY = date(2026, 12, 2)
DAILY = '{every: day, start: "10:00", end: "11:00"}'
HALL = f"name: The Hall\n{CHECKED}"


def meeting(name: str, schedule: str, more: str = "") -> str:
    return f"name: {name}\nsummary: Come.\ncategory: games\nvenue: hall\n{CHECKED}schedule: [{schedule}]\n{more}"


def site() -> Edition:
    activities = {
        "chess": meeting("Chess", DAILY, "changes: [{on: 2026-12-10, cancelled: rain}]\n"),
        "bridge": meeting("Bridge", '{every: 2nd Thursday, start: "19:00", end: "23:30"}'),
        "walk": meeting("A <b>Walk</b>", '{on: 2026-12-31, called: To the "sea"}'),
        "night": meeting("Night", '{every: Friday, start: "22:00", end: "01:00 next day"}',
                         "changes:\n  - {on: 2026-12-04, moved: {to: 2026-12-05, why: a wedding}}\n"
                         "  - {on: 2026-12-11, note: Bring tea}\n"),
        "far": meeting("Far", '{every: Monday, start: "20:00"}', "timezone: America/New_York\n"),
        "ours": meeting("Ours", DAILY, "shown_to: house\n"),
        "theirs": meeting("Theirs", DAILY, "shown_to: staff\n"),
        "never": meeting("Never", "{on: 2031-12-10}"),
    }  # fmt: skip
    return edition_of(
        {"venues/hall": HALL} | {f"activities/{name}": text for name, text in activities.items()}, today=TODAY
    )


def files(edition: Edition) -> Mapping[str, Any]:
    feeds = calendars(edition, History(times={}), workers=1)
    made = calendar_outputs(public_calendar(edition), feeds, lambda path, _: path)
    return {
        one.path.removeprefix("data/calendar/"): json.loads(str(one.make() if one.make else one.content))
        for one in made
    }


@pytest.mark.needs("node")
def test_what_the_browser_reads_of_a_month_is_what_the_pages_show(tmp_path: Path) -> None:
    edition = site()
    make = public_calendar(edition)
    for name, content in files(edition).items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    program = node()
    assert program is not None
    command = [
        program,
        str(TESTS / "tools/sessions.mjs"),
        str(tmp_path / "activities.json"),
        str(tmp_path / "2026-12.json"),
    ]
    read = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)

    def told(day: date) -> list[tuple[str, str, str, str, bool, str | None, str | None, str | None]]:
        found = []
        for one in make.on(day):
            row = row_view(edition, one)
            found.append(
                (
                    day.isoformat(),
                    one.session.entry.id,
                    minutes(one),
                    row.title,
                    row.struck,
                    row.tells,
                    row.note,
                    row.there,
                )
            )
        return found

    expected = [one for number in range(1, 32) for one in told(date(2026, 12, number))]
    names = {"chess": "Chess", "bridge": "Bridge", "walk": "A <b>Walk</b>", "night": "Night", "far": "Far"}
    seen = [
        (
            one["day"], one["id"], one["at"], one["said"].get("title", names[one["id"]]),
            one["said"].get("struck", False), one["said"].get("tells"), one["said"].get("note"),
            one["said"].get("there"),
        )
        for one in read
    ]  # fmt: skip
    assert seen == expected
    numbers = {entry.id: number for number, entry in enumerate(listed_entries(edition))}
    assert {one["id"]: one["record"] for one in read} == {name: numbers[name] for name in names}


def test_only_the_public_calendar_and_what_is_on_in_it_is_told() -> None:
    found = files(site())

    assert sorted(found["activities.json"]["ids"]) == ["bridge", "chess", "far", "night", "walk"]
    text = json.dumps(found)
    assert "Theirs" not in text
    assert "Ours" not in text


def test_every_month_of_the_window_has_a_file() -> None:
    months = sorted(name for name in files(site()) if name.startswith("20"))

    assert months[0] == "2026-06.json"
    assert months[-1] == "2027-12.json"
    assert len(months) == 19


def test_feeds_say_what_they_hold_and_how_large_they_are() -> None:
    edition = site()
    found = files(edition)
    ids = found["activities.json"]["ids"]

    held = {}
    for feed in found["feeds.json"]["feeds"]:
        at, of = 0, []
        for step in feed["of"]:
            at += step
            of.append(ids[at])
        held[feed["path"]] = of

    everything = ["walk", "bridge", "chess", "far", "night"]
    assert held == dict.fromkeys(("feeds/all.ics", "feeds/category/games.ics", "feeds/venue/hall.ics"), everything)
    made = calendars(edition, History(times={}), workers=1)
    sizes = {feed.path: len(made.content(feed)) for feed in made.feeds}
    for feed in found["feeds.json"]["feeds"]:
        assert feed["offered"]
        assert feed["size"] == (None if feed["kind"] == "venue" else sizes[feed["path"]])


def test_a_rule_is_told_once_however_often_it_comes() -> None:
    month = files(site())["2026-12.json"]

    assert month["count"] == 5
    assert len(month["special"]) == 4  # cancelled, left, came, with a note
