"""`verify`, `cancel` and `move` from outside: the bytes that they write, what they say, and what they refuse."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sites import TODAY, run
from tests.small import ACTIVITY, RESOURCE, VENUE, written

CONTACT = "contact: {phone: 01632 960009}\n"
CHECK = "checked: {on: 2026-10-01, by: activity coordinator}"
MEETING = f"{ACTIVITY}organiser: group\nvenue: hall\nschedule: [{{every: Monday, start: '10:00', end: '11:00'}}]\n"
FILES: Mapping[str, str] = {
    "data/resources/group.yml": f"{RESOURCE}{CONTACT}places: full   # they said\n",
    "data/venues/hall.yml": f"{VENUE}access: {{step_free: yes, accessible_toilet: no}}\n",
    "data/venues/barn.yml": f"{VENUE.replace('Hall', 'Barn')}review_by: 2026-11-01\n",
    "data/activities/meeting.yml": MEETING,
    "data/activities/walk.yml": (
        ACTIVITY.replace("The Meeting", "The Walk")
        + "organiser: group\nvenue: hall\nschedule:\n"
        + "  - {every: Tuesday, start: '10:00', key: early}\n  - {every: Tuesday, start: '14:00', key: late}\n"
        + "changes:\n  - on: 2026-12-08   # Mary said\n    key: late\n    note: bring a hat\n"
        + "  - {on: 2026-12-22, key: early, moved: {to: 2026-12-23}}\n"
    ),
    "data/venues/broken.yml": "name: Broken\nare: x\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "site", {**FILES, "data/activities/meeting.yml": MEETING})


def command(site: Path, *arguments: str) -> int:
    name, *rest = arguments
    return run(name, "--config-file", site / "mkdocs.yml", "--today", TODAY, *rest)


def state(site: Path) -> dict[str, str]:
    return {name: (site / name).read_text(encoding="utf-8") for name in FILES}


WRITES: list[tuple[tuple[str, ...], str, str, str]] = [
    (
        ("cancel", "meeting", "2026-11-30", "snow"),
        "data/activities/meeting.yml",
        "end: '11:00'}]\n",
        "end: '11:00'}]\nchanges:\n  - on: 2026-11-30\n    cancelled: snow\n",
    ),
    (
        ("cancel", "walk", "2026-12-08", "snow: a lot", "--key", "late"),
        "data/activities/walk.yml",
        "    note: bring a hat\n",
        '    cancelled: "snow: a lot"\n    note: bring a hat\n',
    ),
    (
        ("cancel", "walk", "2026-12-22", "snow", "--key", "early"),
        "data/activities/walk.yml",
        "moved: {to: 2026-12-23}",
        "cancelled: snow",
    ),
    (
        ("cancel", "walk", "2026-12-15", "snow", "--key", "early"),
        "data/activities/walk.yml",
        "bring a hat\n",
        "bring a hat\n  - on: 2026-12-15\n    key: early\n    cancelled: snow\n",
    ),
    (
        ("cancel", "--venue", "hall", "2026-12-01..2026-12-04", "a burst pipe"),
        "data/venues/hall.yml",
        "toilet: no}\n",
        "toilet: no}\nclosed:\n  - {from: 2026-12-01, until: 2026-12-04, why: a burst pipe}\n",
    ),
    (
        ("cancel", "--organiser", "group", "2026-12-01", "snow"),
        "data/resources/group.yml",
        "# they said\n",
        "# they said\nclosed:\n  - {from: 2026-12-01, until: 2026-12-01, why: snow}\n",
    ),
    (
        ("move", "walk", "2026-12-08", "--start", "15:00", "--venue", "barn", "--key", "late"),
        "data/activities/walk.yml",
        "    note: bring a hat\n",
        '    moved: {to: 2026-12-08, start: "15:00", venue: barn}\n    note: bring a hat\n',
    ),
    (
        ("move", "meeting", "2026-11-30", "--to", "2026-12-01", "--why", "the vote"),
        "data/activities/meeting.yml",
        "end: '11:00'}]\n",
        "end: '11:00'}]\nchanges:\n  - on: 2026-11-30\n    moved: {to: 2026-12-01, why: the vote}\n",
    ),
    (
        ("verify", "hall", "--by", "link worker", "--how", "rang"),
        "data/venues/hall.yml",
        "{on: 2026-10-01, by: activity coordinator}",
        "{on: 2026-11-22, by: link worker, how: rang}",
    ),
    (("verify", "hall", "--on", "2026-11-01"), "data/venues/hall.yml", "on: 2026-10-01", "on: 2026-11-01"),
    (
        ("verify", "hall", "--part", "access", "--how", "visited"),
        "data/venues/hall.yml",
        "toilet: no}",
        "toilet: no, checked: {on: 2026-11-22, by: activity coordinator, how: visited}}",
    ),
    (
        ("verify", "group", "--part", "contact"),
        "data/resources/group.yml",
        "960009}",
        "960009, checked: {on: 2026-11-22, by: activity coordinator}}",
    ),
    (
        ("verify", "group", "--part", "places"),
        "data/resources/group.yml",
        "places: full  ",
        "places: {is: full, on: 2026-11-22}  ",
    ),
    (
        ("verify", "barn"),
        "data/venues/barn.yml",
        f"{CHECK}\nreview_by: 2026-11-01\n",
        f"{CHECK.replace('2026-10-01', '2026-11-22')}\n",
    ),
]


@pytest.mark.parametrize(("arguments", "file", "old", "new"), WRITES, ids=lambda one: str(one)[:50])
def test_a_command_changes_what_it_means_and_no_other_byte(
    arguments: tuple[str, ...], file: str, old: str, new: str, site: Path
) -> None:
    before = state(site)
    assert before[file].count(old) == 1

    assert command(site, *arguments) == 0

    assert state(site) == before | {file: before[file].replace(old, new)}
    assert not list(site.rglob(".fingerpost-*"))


REFUSED: list[tuple[tuple[str, ...], str]] = [
    (("cancel", "meting", "2026-11-30", "snow"), "There is no record “meting”. Did you mean “meeting”?"),
    (("cancel", "meeting", "2026-12-01", "snow"), "The nearest one is on Monday, 2026-11-30."),
    (("cancel", "meeting", "30.11.2026", "snow"), "“30.11.2026” is not a day."),
    (("cancel", "meeting", "2026-11-30", "no"), "“no” is not a reason."),
    (("cancel", "hall", "2026-11-30", "snow"), "fingerpost cancel --venue hall"),
    (("cancel", "group", "2026-11-30", "snow"), "“The Group” is a resource and has no sessions."),
    (("cancel", "walk", "2026-12-01", "snow"), "Say which one: `key: early` or `key: late`."),
    (("cancel", "walk", "2026-12-01", "snow", "--key", "lat"), "No item of the schedule has the key “lat”."),
    (("cancel", "--venue", "group", "2026-12-01", "snow"), "There is no venue “group”."),
    (("cancel", "--venue", "hall", "2026-12-04..2026-12-01", "snow"), "2026-12-01 is before 2026-12-04."),
    (("cancel", "broken", "2026-12-04", "snow"), "The file of “broken” has errors."),
    (("move", "meeting", "2026-11-30"), "This change does not say what is different."),
    (("move", "meeting", "2026-11-30", "--venue", "brn"), "There is no venue “brn”. Did you mean “barn”?"),
    (("move", "meeting", "2026-11-30", "--start", "2pm"), "“2pm” is not a time"),
    (("verify", "meeting", "--part", "access"), "nothing of its own about getting in and around"),
    (("verify", "hall", "--on", "2027-01-01"), "2027-01-01 has not come yet."),
    (("verify", "hall", "nobody"), "There is no record “nobody”."),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED, ids=lambda one: str(one)[:50])
def test_what_would_be_wrong_is_refused_with_a_reason_and_nothing_is_written(
    arguments: tuple[str, ...], said: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(site)

    assert command(site, *arguments) == 1

    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.endswith("Nothing was written.\n")
    assert "Written" not in printed.out
    assert state(site) == before


def test_a_session_that_is_cancelled_already_is_not_cancelled_again(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(site, "cancel", "meeting", "2026-11-30", "snow") == 0
    assert command(site, "cancel", "meeting", "2026-11-30", "frost") == 1
    assert "is cancelled already: snow." in capsys.readouterr().err
    assert command(site, "cancel", "--venue", "hall", "2026-12-01..2026-12-08", "a burst pipe") == 0
    assert command(site, "cancel", "meeting", "2026-12-07", "frost") == 1
    assert "The Hall is closed on Monday 7 December 2026: a burst pipe." in capsys.readouterr().err
    assert command(site, "cancel", "--venue", "hall", "2026-12-02", "the same pipe") == 1
    assert "is closed on these days already: a burst pipe." in capsys.readouterr().err


def test_a_closed_place_names_each_session_that_it_touches(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(site, "cancel", "--venue", "hall", "2026-12-07..2026-12-08", "a burst pipe") == 0
    assert capsys.readouterr().out.splitlines() == [
        "The Hall is closed, 7 December 2026 to 8 December 2026: a burst pipe.",
        "2 activities, 3 sessions:",
        "  The Meeting, Monday 7 December 2026, 10 am to 11 am: cancelled",
        "  The Walk, Tuesday 8 December 2026, 10 am: cancelled",
        "  The Walk, Tuesday 8 December 2026, 2 pm: cancelled",
        "Written: data/venues/hall.yml.",
    ]


@pytest.mark.parametrize("arguments", [("cancel", "meeting", "2026-11-30"), ("cancel", "--venue", "hall", "snow")])
def test_too_few_words_are_wrong_use(arguments: tuple[str, ...], site: Path) -> None:
    assert command(site, *arguments) == 2


def test_a_link_in_the_place_of_a_record_is_not_written_through(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.yml"
    target.write_text(VENUE, encoding="utf-8")
    (site / "data/venues/linked.yml").symlink_to(target)

    assert command(site, "verify", "linked") == 1
    assert target.read_text(encoding="utf-8") == VENUE
