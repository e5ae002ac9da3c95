"""What is different today: which sessions, places and groups it names, in which words, and as of when."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from generator.edition import Edition
from generator.pages.appearances import Calendar, calendar
from generator.pages.changes import changes, data_of_changes, known
from tests.pages.record_editions import CHECKED, edition_of, spaced
from tests.pages.test_days import changed, meeting, site


def days_of(edition: Edition) -> Calendar:
    return calendar(edition, edition.catalogue.activities)


def test_changes_of_today_are_told_once_and_in_sentences() -> None:
    edition = site(
        changed("cancelled: the floor is wet"),
        changed('moved: {to: 2026-11-24, start: "14:00"}', '{every: Tuesday, start: "11:00"}'),
        changed("moved: {to: 2026-11-24, venue: library}", '{every: Tuesday, start: "13:00"}'),
        meeting(),
        today=date(2026, 11, 24),
    )

    found = changes(edition, days_of(edition), edition.today)

    assert [f"{word} {spaced(text)}" for _link, word, text in found.found] == [
        "Cancelled. The floor is wet.",
        "Moved to 2 pm",
        "Changed. It is at The Library, not at The Old Mill.",
    ]
    assert spaced(found.known) == "As known on 24 November 2026."
    assert found.more is None


def test_many_changes_of_today_lead_to_the_page_of_the_day() -> None:
    edition = site(*[changed("cancelled: wet")] * 10, today=date(2026, 11, 24))

    found = changes(edition, days_of(edition), edition.today)

    assert found.more
    assert (len(found.found), found.more.words, found.more.url) == (8, "2 more changes", "calendar/2026-11-24/")


def test_places_and_groups_that_are_closed_stand_first_and_say_until_when() -> None:
    shut = "closed: [{from: 2026-11-23, until: 2026-11-24, why: stocktaking}]\n"
    today = date(2026, 11, 24)
    edition = edition_of(
        {
            "venues/hall": f"name: The Hall\n{CHECKED}{shut}",
            "resources/club": f"name: The Club\nsummary: Come.\nkind: group\n{CHECKED}"
            "closed: [{from: 2026-11-24, until: 2027-01-03}]\n",
            "activities/chess": meeting("{every: Tuesday}"),
        },
        today=today,
    )

    found = changes(edition, days_of(edition), today).found

    assert [(link.words, f"{word} {spaced(text)}".strip()) for link, word, text in found] == [
        ("The Hall", "Closed. Stocktaking."),
        ("The Club", "Closed. It opens again on Monday 4 January."),
        ("Chess", "Cancelled. The Hall is closed: stocktaking."),
    ]
    assert [link.url for link, _word, _text in found] == ["venues/hall/", "resources/club/", "activities/chess/"]


def test_the_changes_say_when_the_records_were_last_changed_by_the_clocks_of_the_site() -> None:
    edition = replace(site(meeting()), updated=datetime(2026, 7, 20, 11, 5, tzinfo=UTC))

    assert spaced(known(edition)) == "Last update: Monday 20 July 2026, 12.05 pm."


def test_the_changes_of_the_days_to_come_go_along_for_pages_that_are_read_later() -> None:
    edition = site(changed("cancelled: the floor is wet"), meeting(), today=date(2026, 11, 22))
    made = data_of_changes(edition, days_of(edition))

    assert made.make
    assert json.loads(made.make()) == {
        "known": known(edition),
        "days": {
            "2026-11-24": {"found": [["activities/a0/", "Chess", "Cancelled.", "The floor is wet."]], "more": None}
        },
    }


def test_a_day_as_planned_has_no_changes() -> None:
    edition = site(meeting(), today=date(2026, 11, 24))

    assert changes(edition, days_of(edition), edition.today).found == ()
