from typing import Any

from generator.pages import jsonld
from tests.pages.record_editions import CHECKED, activity, resource

MILL = """
name: The Old Mill
address: {street: 3 Mill Lane, town: Alderbourne, postcode: ZZ1 2MW}
coordinates: "54.5968, 1.5092"
access: {step_free: yes, toilet: no, lift: ask}
contact: {phone: 01632 960110}
"""


def events(text: str = "", **others: str) -> list[dict[str, Any]]:
    """The events of an activity's page."""
    made, entry = activity(text, **others)
    found: Any = jsonld.of_entry(made, entry)
    assert found["@context"] == "https://schema.org"
    return list(found["@graph"])


def test_the_next_four_sessions_are_events_with_offsets() -> None:
    found = events(
        "changes: [{on: 2026-11-24, cancelled: ice}, {on: 2026-12-01, moved: {to: 2026-12-02, start: '14:00'}}]\n"
    )

    assert [event["eventStatus"].rpartition("/")[2] for event in found] == [
        "EventCancelled", "EventRescheduled", "EventScheduled", "EventScheduled",
    ]  # fmt: skip
    assert [event["startDate"] for event in found[:2]] == ["2026-11-24T10:30:00+00:00", "2026-12-02T14:00:00+00:00"]
    assert [event["endDate"] for event in found[:2]] == ["2026-11-24T12:00:00+00:00", "2026-12-02T15:30:00+00:00"]
    assert [event.get("previousStartDate") for event in found[:3]] == [None, "2026-12-01T10:30:00+00:00", None]


def test_only_what_is_known_is_told() -> None:
    (event, *_others) = events()

    assert set(event) == {"@type", "name", "description", "url", "startDate", "endDate", "eventStatus"}


def test_a_session_over_midnight_ends_on_the_next_day_and_one_without_times_is_a_day() -> None:
    night = activity(schedule='schedule: [{on: 2026-12-31, start: "21:30", end: "00:30 next day"}]\n')
    day = activity(schedule="schedule: [{on: 2026-12-31}]\n")
    late: Any = jsonld.of_entry(*night)
    whole: Any = jsonld.of_entry(*day)

    assert late["@graph"][0]["endDate"] == "2027-01-01T00:30:00+00:00"
    assert whole["@graph"][0]["startDate"] == "2026-12-31"
    assert "endDate" not in whole["@graph"][0]


def test_place_price_organiser_and_way_of_taking_part_are_told() -> None:
    club = f"name: The Shed\nsummary: S.\nkind: group\n{CHECKED}"
    (event, *_others) = events(
        "venue: mill\norganiser: shed\ncost: {amount: 2.50}\nformat: [in_person, online]\n",
        venues__mill=MILL, resources__shed=club,
    )  # fmt: skip

    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert event["organizer"]["url"] == "https://example.org/here/resources/shed/"
    assert event["isAccessibleForFree"] is False
    assert event["offers"] == {"@type": "Offer", "price": "2.50", "priceCurrency": "GBP"}
    assert [where["@type"] for where in event["location"]] == ["Place", "VirtualLocation"]
    assert event["location"][0]["address"]["streetAddress"] == "3 Mill Lane"


def test_an_activity_without_sessions_tells_nothing() -> None:
    assert jsonld.of_entry(*activity(schedule="schedule: [{on: 2026-09-08}]\n")) == {}


def test_a_resource_is_an_organisation_with_its_own_ways_to_reach_it() -> None:
    found = jsonld.of_entry(*resource("contact: {phone: 01632 960101, website: https://example.org/shed}\n"))

    assert found == {
        "@context": "https://schema.org", "@type": "Organization", "name": "The Shed",
        "description": "People mend things.", "url": "https://example.org/here/resources/shed/",
        "telephone": "01632 960101", "sameAs": "https://example.org/shed",
    }  # fmt: skip


def test_a_place_tells_yes_and_no_and_leaves_out_what_is_not_known() -> None:
    made, _entry = activity("venue: mill\n", venues__mill=MILL)
    found: Any = jsonld.of_place(made, made.catalogue.places["mill"])

    assert {one["name"]: one["value"] for one in found["amenityFeature"]} == {"Step-free way in": True, "Toilet": False}
    assert found["geo"] == {"@type": "GeoCoordinates", "latitude": 54.5968, "longitude": 1.5092}
    assert found["url"] == "https://example.org/here/venues/mill/"
