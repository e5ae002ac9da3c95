"""From rules, changes and closures to sessions: tables of what happens, what is cancelled and in whose words."""

from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.edition import month_start
from generator.sessions import Session, SiteAlmanac, Status, in_zone
from tests.small import ACTIVITY, RESOURCE, VENUE, catalogue_of, edition_of, sessions_of

WEEKLY = '  - {every: Tuesday, start: "10:30", end: "12:00", key: tuesdays}\n'
TWO_A_DAY = (
    '  - {every: Tuesday, start: "10:00", end: "11:00", key: early}\n'
    '  - {every: Tuesday, start: "14:00", end: "15:00", key: late, called: The second sitting}\n'
)


def told(session: Session) -> str:
    """A session in one line: planned day, what became of it, when and where it is, and why."""
    start = session.start.strftime("%H:%M") if session.start else "all day"
    end = session.end.strftime("%H:%M") if session.end else "open"
    place = session.place.id if session.place else "nowhere"
    parts = [f"{session.day:%m-%d}", session.status.value, f"{session.on:%m-%d}", f"{start}-{end}", str(place)]
    return " ".join([*parts, *(f"({word})" for word in (session.why, session.closed, session.note) if word)])


def happened(
    folder: Path,
    schedule: str,
    rest: str = "",
    *,
    hall: str = "",
    library: str = "",
    group: str = "",
    first: str = "2026-12-01",
    last: str = "2026-12-15",
) -> list[str]:
    """What happens to an activity in the hall, run by the group, in a window."""
    made = catalogue_of(
        folder,
        {
            "venues/hall": VENUE + hall,
            "venues/library": VENUE.replace("Hall", "Library") + library,
            "resources/group": RESOURCE + group,
            "activities/a": f"{ACTIVITY}venue: hall\norganiser: group\nschedule:\n{schedule}{rest}",
        },
    )
    return [told(session) for session in sessions_of(made, "a", first, last)]


MOVED = "moved: {to: 2026-12-09, start: '14:00', end: '15:30', venue: library}"
CHANGES = {
    "nothing": ("", ["12-01 planned 12-01 10:30-12:00 hall", "12-08 planned 12-08 10:30-12:00 hall"]),
    "cancelled": (
        "changes: [{on: 2026-12-08, cancelled: the hall is wet}]",
        ["12-01 planned 12-01 10:30-12:00 hall", "12-08 cancelled 12-08 10:30-12:00 hall (the hall is wet)"],
    ),
    "cancelled with a note": (
        "changes: [{on: 2026-12-08, cancelled: wet, note: see you next week}]",
        ["12-01 planned 12-01 10:30-12:00 hall", "12-08 cancelled 12-08 10:30-12:00 hall (wet) (see you next week)"],
    ),
    "only a note": (
        "changes: [{on: 2026-12-08, note: bring a photo}]",
        ["12-01 planned 12-01 10:30-12:00 hall", "12-08 planned 12-08 10:30-12:00 hall (bring a photo)"],
    ),
    "moved to another day, hour and place": (
        f"changes: [{{on: 2026-12-08, {MOVED}}}]",
        ["12-01 planned 12-01 10:30-12:00 hall", "12-08 moved 12-09 14:00-15:30 library"],
    ),
    "moved to another day alone": (
        "changes: [{on: 2026-12-08, moved: {to: 2026-12-09, why: a wedding}}]",
        ["12-01 planned 12-01 10:30-12:00 hall", "12-08 moved 12-09 10:30-12:00 hall (a wedding)"],
    ),
    "moved to another hour keeps its length": (
        "changes: [{on: 2026-12-08, moved: {to: 2026-12-08, start: '23:00'}}]",
        ["12-01 planned 12-01 10:30-12:00 hall", "12-08 moved 12-08 23:00-00:30 hall"],
    ),
    "moved before an earlier one": (
        "changes: [{on: 2026-12-08, moved: {to: 2026-11-30}}]",
        ["12-08 moved 11-30 10:30-12:00 hall", "12-01 planned 12-01 10:30-12:00 hall"],
    ),
    "moved out of the window is still told": (
        "changes: [{on: 2026-12-08, moved: {to: 2027-03-02}}]",
        ["12-01 planned 12-01 10:30-12:00 hall", "12-08 moved 03-02 10:30-12:00 hall"],
    ),
    "moved into the window from before": (
        "changes: [{on: 2026-11-24, moved: {to: 2026-12-03}}]",
        [
            "12-01 planned 12-01 10:30-12:00 hall",
            "11-24 moved 12-03 10:30-12:00 hall",
            "12-08 planned 12-08 10:30-12:00 hall",
        ],
    ),
    "moved into the window from after": (
        "changes: [{on: 2027-02-02, moved: {to: 2026-12-03}}]",
        [
            "12-01 planned 12-01 10:30-12:00 hall",
            "02-02 moved 12-03 10:30-12:00 hall",
            "12-08 planned 12-08 10:30-12:00 hall",
        ],
    ),
    "two sessions change places": (
        "changes: [{on: 2026-12-01, moved: {to: 2026-12-08}}, {on: 2026-12-08, moved: {to: 2026-12-01}}]",
        ["12-08 moved 12-01 10:30-12:00 hall", "12-01 moved 12-08 10:30-12:00 hall"],
    ),
}


@pytest.mark.parametrize(("changes", "expected"), CHANGES.values(), ids=CHANGES)
def test_a_change_touches_the_session_of_its_day(changes: str, expected: list[str], tmp_path: Path) -> None:
    assert happened(tmp_path, WEEKLY, changes, last="2026-12-14") == expected


PLANNED_FIRST = "12-01 planned 12-01 10:30-12:00 hall"
CLOSED = "closed: [{from: 2026-12-07, until: 2026-12-08, why: Stocktaking}]\n"
CLOSURES = {
    "the venue": ({"hall": CLOSED}, "", "12-08 cancelled 12-08 10:30-12:00 hall (Stocktaking) (The Hall)"),
    "who runs it": ({"group": CLOSED}, "", "12-08 cancelled 12-08 10:30-12:00 hall (Stocktaking) (The Group)"),
    "the activity itself": ({}, CLOSED, "12-08 cancelled 12-08 10:30-12:00 hall (Stocktaking)"),
    "another venue": ({"library": CLOSED}, "", "12-08 planned 12-08 10:30-12:00 hall"),
    "the venue without a reason": (
        {"hall": "closed: [{from: 2026-12-08, until: 2026-12-08}]\n"},
        "",
        "12-08 cancelled 12-08 10:30-12:00 hall (The Hall)",
    ),
    "the old venue of a session that is moved": (
        {"hall": CLOSED},
        f"changes: [{{on: 2026-12-08, {MOVED.replace('12-09', '12-08')}}}]",
        "12-08 moved 12-08 14:00-15:30 library",
    ),
    "the new venue of a session that is moved": (
        {"library": CLOSED.replace("12-08", "12-09")},
        f"changes: [{{on: 2026-12-08, {MOVED}}}]",
        "12-08 cancelled 12-09 14:00-15:30 library (Stocktaking) (The Library)",
    ),
    "the venue on the day from which it is moved": (
        {"hall": CLOSED},
        "changes: [{on: 2026-12-08, moved: {to: 2026-12-10}}]",
        "12-08 moved 12-10 10:30-12:00 hall",
    ),
    "the venue on the day to which it is moved": (
        {"hall": CLOSED.replace("12-07", "12-10").replace("12-08", "12-11")},
        "changes: [{on: 2026-12-08, moved: {to: 2026-12-10}}]",
        "12-08 cancelled 12-10 10:30-12:00 hall (Stocktaking) (The Hall)",
    ),
    "the venue of a session that is cancelled already": (
        {"hall": CLOSED},
        "changes: [{on: 2026-12-08, cancelled: Carol is ill}]",
        "12-08 cancelled 12-08 10:30-12:00 hall (Carol is ill)",
    ),
}


@pytest.mark.parametrize(("closed", "rest", "expected"), CLOSURES.values(), ids=CLOSURES)
def test_a_closed_period_cancels_what_would_happen_there_then(
    closed: dict[str, str], rest: str, expected: str, tmp_path: Path
) -> None:
    assert happened(tmp_path, WEEKLY, rest, last="2026-12-14", **closed) == [PLANNED_FIRST, expected]


def test_two_items_on_one_day_are_told_apart_by_their_keys(tmp_path: Path) -> None:
    changes = "changes: [{on: 2026-12-08, key: late, cancelled: no cook}, {on: 2026-12-01, key: early, note: cake}]"

    assert happened(tmp_path, TWO_A_DAY, changes, last="2026-12-08") == [
        "12-01 planned 12-01 10:00-11:00 hall (cake)",
        "12-01 planned 12-01 14:00-15:00 hall",
        "12-08 planned 12-08 10:00-11:00 hall",
        "12-08 cancelled 12-08 14:00-15:00 hall (no cook)",
    ]


def test_single_days_with_a_name_of_their_own(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {"activities/a": f"{ACTIVITY}schedule:\n{TWO_A_DAY}  - {{on: 2026-12-12, key: party, called: The party}}\n"},
    )

    titles = [session.title for session in sessions_of(made, "a", "2026-12-08", "2026-12-12")]

    assert titles == ["The Meeting", "The second sitting", "The party"]


def test_skipped_days_are_no_sessions(tmp_path: Path) -> None:
    schedule = WEEKLY.replace("}", ", except: [public holidays, rest, 2026-12-15]}")

    found = catalogue_of(
        tmp_path,
        {
            "data/closures.yml": "rest: {name: Rest, each_year: {from: 30 December, until: 6 January}}\n",
            "activities/a": f"{ACTIVITY}schedule:\n{schedule.replace('Tuesday', 'weekday')}",
        },
    )

    days = [f"{session.day:%m-%d}" for session in sessions_of(found, "a", "2026-12-14", "2027-01-08")]
    skipped = {"12-15", "12-25", "12-28"}  # 26 December is a Saturday: the Monday after it is a holiday instead
    assert days == [
        day for day in [f"12-{number}" for number in (14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 28, 29)]
        if day not in skipped
    ] + ["01-07", "01-08"]  # fmt: skip


@pytest.mark.parametrize(
    ("schedule", "ends"),
    [
        ('{on: 2026-12-31, start: "21:00", end: "01:00 next day"}', "2027-01-01T01:00:00"),
        ('{on: 2026-12-31, start: "21:00", end: "23:30"}', "2026-12-31T23:30:00"),
        ('{on: 2026-12-31, start: "21:00"}', "2027-01-01T00:00:00"),
        ("{on: 2026-12-31}", "2027-01-01T00:00:00"),
    ],
)
def test_a_session_is_over_when_its_end_is_past(schedule: str, ends: str, tmp_path: Path) -> None:
    made = catalogue_of(tmp_path, {"activities/a": f"{ACTIVITY}schedule: [{schedule}]\n"})

    (session,) = sessions_of(made, "a", "2026-12-31", "2026-12-31")

    assert session.ends().isoformat() == ends


def test_a_moved_session_over_midnight_keeps_its_length(tmp_path: Path) -> None:
    rest = "changes: [{on: 2026-12-05, moved: {to: 2026-12-06, start: '18:00'}}]"

    found = happened(
        tmp_path, '  - {every: Saturday, start: "21:00", end: "01:00 next day"}\n', rest, last="2026-12-08"
    )

    assert found == ["12-05 moved 12-06 18:00-22:00 hall"]


def test_times_are_those_of_the_activitys_own_zone(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {"activities/a": f"{ACTIVITY}timezone: America/Denver\nschedule: [{{every: Tuesday, start: '19:00'}}]\n"},
    )

    entry = made.entries["a"]
    (session,) = sessions_of(made, "a", "2026-12-01", "2026-12-07")

    assert entry.zone == ZoneInfo("America/Denver")
    assert (session.on, session.start) == (date(2026, 12, 1), time(19))
    assert in_zone(session.on, time(19), entry.zone, made.zone) == (date(2026, 12, 2), time(2))


def test_a_closed_session_in_another_zone_is_closed_by_its_own_day(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "activities/a": f"{ACTIVITY}timezone: Pacific/Auckland\nschedule: [{{every: Tuesday, start: '08:00'}}]\n"
            "closed: [{from: 2026-12-08, until: 2026-12-08}]\n"
        },
    )

    found = {session.day: session.status for session in sessions_of(made, "a", "2026-12-01", "2026-12-15")}

    assert found == {
        date(2026, 12, 1): Status.PLANNED,
        date(2026, 12, 8): Status.CANCELLED,
        date(2026, 12, 15): Status.PLANNED,
    }


@pytest.mark.parametrize(
    ("period", "day", "closed"),
    [
        ("{from: 20 December, until: 3 January}", "2026-12-20", True),
        ("{from: 20 December, until: 3 January}", "2027-01-03", True),
        ("{from: 20 December, until: 3 January}", "2026-01-02", True),
        ("{from: 20 December, until: 3 January}", "2027-01-04", False),
        ("{from: 1 August, until: 31 August}", "2029-08-31", True),
        ("{from: 1 February, until: 29 February}", "2027-02-28", True),
        ("{from: 1 February, until: 29 February}", "2028-02-29", True),
        ("{from: 1 February, until: 29 February}", "2027-03-01", False),
    ],
)
def test_a_closure_of_each_year_knows_its_days(period: str, day: str, closed: bool, tmp_path: Path) -> None:
    made = catalogue_of(tmp_path, {"data/closures.yml": f"rest: {{name: Rest, each_year: {period}}}\n"})

    assert any(date.fromisoformat(day) in one for one in SiteAlmanac(made).closure("rest")) == closed


def test_an_unknown_closure_has_no_days(tmp_path: Path) -> None:
    assert SiteAlmanac(catalogue_of(tmp_path, {})).closure("nothing") == ()


def test_the_next_sessions_are_those_that_are_not_over_yet(tmp_path: Path) -> None:
    made = edition_of(
        tmp_path,
        {
            "activities/a": f"{ACTIVITY}schedule:\n{WEEKLY}"
            "changes: [{on: 2026-11-17, moved: {to: 2026-11-23}}, {on: 2026-11-24, cancelled: a funeral}]\n"
        },
    )

    found = [told(session) for session in made.upcoming(made.catalogue.entries["a"], 3)]

    assert found == [
        "11-17 moved 11-23 10:30-12:00 nowhere",
        "11-24 cancelled 11-24 10:30-12:00 nowhere (a funeral)",
        "12-01 planned 12-01 10:30-12:00 nowhere",
    ]


@pytest.mark.parametrize(
    ("months", "first"),
    [(0, date(2026, 11, 1)), (2, date(2027, 1, 1)), (-11, date(2025, 12, 1)), (14, date(2028, 1, 1))],
)
def test_months_are_counted_over_the_years(months: int, first: date) -> None:
    assert month_start(date(2026, 11, 22), months) == first
