"""What single columns say of a record: parts of the week, cost, joining, where it is."""

from datetime import time
from pathlib import Path

import pytest

from generator.columns import readings
from generator.columns.positions import districts, point
from tests.pages.record_editions import CHECKED, activity, edition_of, resource
from tests.small import RESOURCE, VENUE
from tests.small import edition_of as small_edition


@pytest.mark.parametrize(
    ("start", "end", "parts"),
    [
        ("10:30", "12:00", ("am",)),
        ("10:30", "12:59", ("am",)),
        ("10:30", "13:00", ("am", "pm")),
        ("11:30", "18:00", ("am", "pm", "eve")),
        ("12:00", None, ("pm",)),
        ("17:00", "18:00", ("eve",)),
        ("22:00", "02:00", ("eve",)),
        ("22:00", "10:00", ("eve",)),
        (None, None, ("am", "pm", "eve")),
    ],
)
def test_a_session_is_on_in_the_parts_of_the_day_that_it_reaches_into(
    start: str | None, end: str | None, parts: tuple[str, ...]
) -> None:
    clock = [None if one is None else time.fromisoformat(one) for one in (start, end)]

    assert readings.parts_of_day(*clock) == parts


@pytest.mark.parametrize(
    ("schedule", "slots"),
    [
        ('{every: Tuesday, start: "10:30", end: "12:00"}', ("tue_am",)),
        ('{every: last Friday, start: "19:00", end: "21:00"}', ("fri_eve",)),
        ('{on: [2027-06-12], start: "14:00", end: "16:00"}', ("sat_pm",)),
        ('{on: [2026-12-06, 2027-06-12], start: "14:00", end: "16:00"}', ("sun_pm",)),
        ('{on: [2026-11-02], start: "14:00", end: "16:00"}', ()),
    ],
)
def test_days_are_those_of_the_coming_weeks_or_else_of_the_next_session(schedule: str, slots: tuple[str, ...]) -> None:
    assert readings.slots(*activity(schedule=f"schedule:\n  - {schedule}\n")) == slots


def test_a_cancelled_session_is_on_no_day() -> None:
    days = 'schedule:\n  - {on: [2026-12-01, 2026-12-03], start: "10:00", end: "11:00"}\n'

    made = activity("changes:\n  - {on: 2026-12-01, cancelled: no heating}\n", schedule=days)

    assert readings.slots(*made) == ("thu_am",)


def test_a_resource_is_on_when_its_activities_are_and_when_it_says() -> None:
    edition, entry = activity("organiser: shed\n", resources__shed=f"name: S\nsummary: S.\nkind: group\n{CHECKED}")

    assert readings.slots(edition, edition.catalogue.entries["shed"]) == readings.slots(edition, entry) == ("tue_am",)
    assert readings.slots(*resource("when: [thu_eve, mon_am]\n")) == ("mon_am", "thu_eve")


@pytest.mark.parametrize(
    ("cost", "codes"),
    [
        ("", ()),
        ("cost: {amount: 0}\n", ("free",)),
        ("cost: {amount: 2}\n", ("paid",)),
        ("cost: {donation: {nothing_is_fine: yes}}\n", ("free", "donation")),
        ("cost: {donation: {nothing_is_fine: no, suggested: 2}}\n", ("donation",)),
        ("cost: {note: tea 50p}\n", ()),
    ],
)
def test_an_unknown_price_is_not_free(cost: str, codes: tuple[str, ...]) -> None:
    assert readings.cost(*resource(cost)) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ()),
        ("joining: any_time\n", ("yes",)),
        ("joining: any_time\nplaces: full\n", ("no",)),
        ("joining: closed_group\n", ("no",)),
        ("joining: {is: course, starts: 2027-01-09, join_until: 2027-01-16}\n", ("2027-01-16",)),
        ("joining: {is: course, starts: 2027-01-09}\n", ("2027-01-09",)),
        ("joining: course\n", ()),
        ("next_step: just_turn_up\n", ("yes",)),
        ("places: open\n", ("yes",)),
        ("places: paused\n", ("no",)),
    ],
)
def test_whether_somebody_new_can_join(text: str, codes: tuple[str, ...]) -> None:
    assert readings.can_join(*resource(text)) == codes


def test_ringing_first_because_nobody_knows_better_is_no_answer() -> None:
    assert readings.next_step(*resource()) == ()
    assert readings.next_step(*resource("next_step: ring_first\n")) == ("ring_first",)
    assert readings.next_step(*resource(kind="drop_in")) == ("just_turn_up",)


def test_a_place_stands_for_meeting_in_person_only_where_nothing_else_is_said() -> None:
    venue = "venue: {name: Old Mill}\n"

    assert readings.formats(*resource()) == ()
    assert readings.formats(*resource(venue)) == ("in_person",)
    assert readings.formats(*resource(f"{venue}format: [phone]\n")) == ("phone",)


def test_a_postcode_is_listed_under_itself_and_its_district() -> None:
    assert districts("zz1 2ab") == ("ZZ1 2AB", "ZZ12AB", "ZZ1")
    assert districts("90210-1234") == ("90210-1234", "90210")
    assert districts("ZZ1") == ("ZZ1",)


@pytest.mark.parametrize(
    ("venue", "found"),
    [
        ('coordinates: "54.61234, 1.5"', (54.6123, 1.5)),
        ('coordinates: "54.61234, 1.5"\nformat: [phone]', None),
        ("address: {town: Alderbourne}", None),
    ],
)
def test_a_point_is_where_people_meet(venue: str, found: tuple[float, float] | None) -> None:
    place, _, more = venue.partition("\n")

    assert point(*resource(f"venue:\n  name: Old Mill\n  {place}\n{more}\n")) == found


def test_everywhere_is_every_area() -> None:
    edition = edition_of({"resources/a": f"name: A\nsummary: A.\nkind: group\nareas: [everywhere]\n{CHECKED}"})

    assert readings.areas(edition, edition.catalogue.entries["a"]) == ("north",)


def test_who_serves_an_area_serves_what_lies_in_it(tmp_path: Path) -> None:
    town, end = "{id: town, name: T, parent: county}", "{id: end, name: E, parent: town}"
    areas = f"areas:\n  - {{id: county, name: C}}\n  - {town}\n  - {end}\n"
    records = {
        "resources/wide": f"{RESOURCE}areas: [town]\n",
        "resources/there": f"{RESOURCE}venue: hall\n",
        "venues/hall": f"{VENUE}area: town\n",
        "data/areas.yml": areas,
    }
    edition = small_edition(tmp_path, records)

    assert readings.areas(edition, edition.catalogue.entries["wide"]) == ("county", "town", "end")
    assert sorted(readings.areas(edition, edition.catalogue.entries["there"])) == ["county", "town"]
