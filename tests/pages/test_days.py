"""What the rows of a calendar say: sessions as planned, changed, moved, cancelled, all day, over midnight, far away."""

from collections.abc import Mapping
from datetime import date

import pytest

from generator.edition import Edition
from generator.pages.appearances import calendar
from generator.pages.days import Rows, row_view
from tests.pages.record_editions import CHECKED, edition_of, spaced

HALL = f"name: The Old Mill\n{CHECKED}"
LIBRARY = f"name: The Library\n{CHECKED}"
WEEKLY = '{every: Tuesday, start: "10:30", end: "12:00"}'
SHUT = "closed: [{from: 2026-11-25, until: 2026-11-25, why: burst pipe}]\n"


def meeting(schedule: str = WEEKLY, more: str = "", *, name: str = "Chess") -> str:
    return f"name: {name}\nsummary: Come.\ncategory: games\nvenue: hall\n{CHECKED}schedule: [{schedule}]\n{more}"


def changed(change: str, schedule: str = WEEKLY) -> str:
    return meeting(schedule, f"changes: [{{on: 2026-11-24, {change}}}]\n")


def site(
    *activities: str, hall: str = "", library: str = "", today: date = date(2026, 11, 22), zone: str = "Europe/London"
) -> Edition:
    records = {"venues/hall": HALL + hall, "venues/library": LIBRARY + library}
    records |= {f"activities/a{number}": text for number, text in enumerate(activities)}
    return edition_of(records, today=today, settings={"timezone": zone})


def said(edition: Edition, first: str = "2026-11-23", last: str = "2026-11-29") -> Mapping[str, list[str]]:
    """The rows of some days, each in a line: ~struck~ time, name, place; what happened; note; the other clock."""
    found = {}
    for day, there in calendar(edition, edition.catalogue.activities).items():
        if not first <= day.isoformat() <= last:
            continue
        lines = []
        for one in there:
            row = row_view(edition, one)
            facts = f"{row.time} {row.title}, {row.where}"
            tag = f"{row.tag.word}{f' {row.tells}' if row.tells else ''}" if row.tag else None
            parts = [f"~{facts}~" if row.struck else facts, tag, row.note, row.there]
            lines.append(spaced("; ".join(part for part in parts if part)))
        found[f"{day:%a %d}"] = lines
    return found


ON_TUESDAY = "10.30 am to 12 noon Chess, The Old Mill"
CASES: Mapping[str, tuple[str, Mapping[str, list[str]]]] = {
    "as planned": (meeting(), {"Tue 24": [ON_TUESDAY]}),
    "with a note": (
        changed('note: "bring a **photo**"'),
        {"Tue 24": [f"{ON_TUESDAY}; Bring a photo."]},
    ),
    "cancelled": (
        changed("cancelled: the floor is being polished"),
        {"Tue 24": [f"~{ON_TUESDAY}~; Cancelled The floor is being polished."]},
    ),
    "cancelled, with a note": (
        changed("cancelled: the floor is wet, note: come next week"),
        {"Tue 24": [f"~{ON_TUESDAY}~; Cancelled The floor is wet.; Come next week."]},
    ),
    "moved within the day": (
        changed('moved: {to: 2026-11-24, start: "14:00", why: the train is late}'),
        {
            "Tue 24": [
                f"~{ON_TUESDAY}~; Moved to 2 pm. The train is late.",
                "2 pm to 3.30 pm Chess, The Old Mill; Moved here from 10.30 am. The train is late.",
            ]
        },
    ),
    "moved to another day": (
        changed("moved: {to: 2026-11-26}"),
        {
            "Tue 24": [f"~{ON_TUESDAY}~; Moved to Thursday 26 November, 10.30 am"],
            "Thu 26": [f"{ON_TUESDAY}; Moved here from Tuesday 24 November"],
        },
    ),
    "moved to another day and place": (
        changed('moved: {to: 2026-11-26, start: "14:00", venue: library, why: "Too loud!"}'),
        {
            "Tue 24": [f"~{ON_TUESDAY}~; Moved to Thursday 26 November, 2 pm, The Library. Too loud!"],
            "Thu 26": ["2 pm to 3.30 pm Chess, The Library; Moved here from Tuesday 24 November. Too loud!"],
        },
    ),
    "moved to another place only": (
        changed("moved: {to: 2026-11-24, venue: library, why: there is a wedding}"),
        {
            "Tue 24": [
                (
                    "10.30 am to 12 noon Chess, The Library; "
                    "Changed It is at The Library, not at The Old Mill. There is a wedding."
                )
            ]
        },
    ),
    "with another end only": (
        changed('moved: {to: 2026-11-24, end: "11:00"}'),
        {"Tue 24": ["10.30 am to 11 am Chess, The Old Mill; Changed It ends at 11 am."]},
    ),
    "all day": (
        meeting("{every: Tuesday}"),
        {"Tue 24": ["All day Chess, The Old Mill"]},
    ),
    "all day, moved to another day": (
        changed("moved: {to: 2026-11-26}", "{every: Tuesday}"),
        {
            "Tue 24": ["~All day Chess, The Old Mill~; Moved to Thursday 26 November"],
            "Thu 26": ["All day Chess, The Old Mill; Moved here from Tuesday 24 November"],
        },
    ),
    "all day, moved to an hour": (
        changed('moved: {to: 2026-11-24, start: "14:00", end: "15:00"}', "{every: Tuesday}"),
        {
            "Tue 24": [
                "~All day Chess, The Old Mill~; Moved to 2 pm",
                "2 pm to 3 pm Chess, The Old Mill; Moved here instead of all day",
            ]
        },
    ),
    "over midnight": (
        meeting('{every: Tuesday, start: "20:00", end: "01:00 next day"}'),
        {"Tue 24": ["8 pm to 1 am the next day Chess, The Old Mill"]},
    ),
    "until midnight": (
        meeting('{every: Tuesday, start: "20:00", end: "00:00 next day"}'),
        {"Tue 24": ["8 pm to midnight Chess, The Old Mill"]},
    ),
    "with an open end": (
        meeting('{every: Tuesday, start: "20:00"}'),
        {"Tue 24": ["8 pm Chess, The Old Mill"]},
    ),
    "with a name of its own": (
        meeting('{every: Tuesday, start: "20:00", called: Chess by candle}'),
        {"Tue 24": ["8 pm Chess by candle, The Old Mill"]},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_rows_say_what_becomes_of_a_session(text: str, expected: Mapping[str, list[str]]) -> None:
    assert said(site(text)) == expected


CLOSURES: Mapping[str, tuple[str, str, str, Mapping[str, list[str]]]] = {
    "of the place": (
        meeting('{every: Wednesday, start: "10:00"}'),
        SHUT,
        "",
        {"Wed 25": ["~10 am Chess, The Old Mill~; Cancelled The Old Mill is closed: burst pipe."]},
    ),
    "of the place, without a reason": (
        meeting('{every: Wednesday, start: "10:00"}'),
        "closed: [{from: 2026-11-25, until: 2026-11-25}]\n",
        "",
        {"Wed 25": ["~10 am Chess, The Old Mill~; Cancelled The Old Mill is closed."]},
    ),
    "of the activity itself": (
        meeting('{every: Wednesday, start: "10:00"}', "closed: [{from: 2026-11-25, until: 2026-11-25, why: a rest}]\n"),
        "",
        "",
        {"Wed 25": ["~10 am Chess, The Old Mill~; Cancelled A rest."]},
    ),
    "of the day that it moved to": (
        changed("moved: {to: 2026-11-25}"),
        SHUT,
        "",
        {
            "Tue 24": [
                (
                    f"~{ON_TUESDAY}~; Cancelled It was to move to Wednesday 25 November, 10.30 am, but is cancelled. "
                    "The Old Mill is closed: burst pipe."
                )
            ],
            "Wed 25": [f"~{ON_TUESDAY}~; Cancelled The Old Mill is closed: burst pipe."],
        },
    ),
    "of the place that it moved to": (
        changed("moved: {to: 2026-11-25, venue: library}"),
        "",
        SHUT,
        {
            "Tue 24": [
                (
                    f"~{ON_TUESDAY}~; Cancelled It was to move to Wednesday 25 November, 10.30 am, The Library, "
                    "but is cancelled. The Library is closed: burst pipe."
                )
            ],
            "Wed 25": ["~10.30 am to 12 noon Chess, The Library~; Cancelled The Library is closed: burst pipe."],
        },
    ),
    "that it moved away from": (
        changed("moved: {to: 2026-11-26, venue: library}"),
        SHUT.replace("25", "24"),
        "",
        {
            "Tue 24": [f"~{ON_TUESDAY}~; Moved to Thursday 26 November, 10.30 am, The Library"],
            "Thu 26": ["10.30 am to 12 noon Chess, The Library; Moved here from Tuesday 24 November"],
        },
    ),
}


@pytest.mark.parametrize(("text", "hall", "library", "expected"), CLOSURES.values(), ids=CLOSURES)
def test_rows_say_who_is_closed_and_why(text: str, hall: str, library: str, expected: Mapping[str, list[str]]) -> None:
    assert said(site(text, hall=hall, library=library)) == expected


ZONES: Mapping[str, tuple[str, str, str, Mapping[str, list[str]]]] = {
    "the clocks agree": (
        "Europe/Dublin",
        "Europe/London",
        '{every: Wednesday, start: "19:30", end: "20:30"}',
        {"Wed 25": ["7.30 pm to 8.30 pm Chess, The Old Mill"]},
    ),
    "the clocks differ": (
        "America/New_York",
        "Europe/London",
        '{every: Wednesday, start: "14:00", end: "15:00"}',
        {"Wed 25": ["7 pm to 8 pm Chess, The Old Mill; 2 pm in New York"]},
    ),
    "it is another day there": (
        "Pacific/Auckland",
        "Europe/London",
        '{every: Wednesday, start: "09:00", end: "10:00"}',
        {"Tue 24": ["8 pm to 9 pm Chess, The Old Mill; 9 am on Wednesday in Auckland"]},
    ),
    "the same hour of another day": (
        "Pacific/Kiritimati",
        "Pacific/Honolulu",
        '{every: Wednesday, start: "09:00"}',
        {"Tue 24": ["9 am Chess, The Old Mill; 9 am on Wednesday in Kiritimati"]},
    ),
    "over midnight there, within the day here": (
        "Asia/Karachi",
        "Europe/London",
        '{every: Wednesday, start: "23:00", end: "01:00 next day"}',
        {"Wed 25": ["6 pm to 8 pm Chess, The Old Mill; 11 pm in Karachi"]},
    ),
    "within the day there, over midnight here": (
        "America/New_York",
        "Europe/London",
        '{every: Wednesday, start: "18:30", end: "20:00"}',
        {"Wed 25": ["11.30 pm to 1 am the next day Chess, The Old Mill; 6.30 pm in New York"]},
    ),
    "all day knows no clock": (
        "Pacific/Auckland",
        "Europe/London",
        "{every: Wednesday}",
        {"Wed 25": ["All day Chess, The Old Mill"]},
    ),
}


@pytest.mark.parametrize(("own", "site_zone", "rule", "expected"), ZONES.values(), ids=ZONES)
def test_rows_are_on_the_clock_of_the_site(
    own: str, site_zone: str, rule: str, expected: Mapping[str, list[str]]
) -> None:
    assert said(site(meeting(rule, f"timezone: {own}\n"), zone=site_zone)) == expected


def test_the_other_clock_is_named_only_while_it_differs() -> None:
    # Britain puts its clocks back on 25 October, the east of America on 1 November 2026.
    weekly = meeting('{every: Wednesday, start: "09:00"}', "timezone: America/New_York\n")

    rows = said(site(weekly), "2026-10-21", "2026-11-04")

    assert rows == {
        "Wed 21": ["2 pm Chess, The Old Mill; 9 am in New York"],
        "Wed 28": ["1 pm Chess, The Old Mill; 9 am in New York"],
        "Wed 04": ["2 pm Chess, The Old Mill; 9 am in New York"],
    }


def test_a_session_of_another_zone_moves_on_the_clock_of_the_site() -> None:
    text = changed("moved: {to: 2026-11-26}", '{every: Tuesday, start: "09:00"}') + "timezone: America/New_York\n"

    assert said(site(text)) == {
        "Tue 24": ["~2 pm Chess, The Old Mill~; Moved to Thursday 26 November, 2 pm; 9 am in New York"],
        "Thu 26": ["2 pm Chess, The Old Mill; Moved here from Tuesday 24 November; 9 am in New York"],
    }


def test_sessions_stand_by_the_clock_then_by_name() -> None:
    edition = site(
        meeting('{every: Tuesday, start: "10:00"}', name="éclairs"),
        meeting('{every: Tuesday, start: "10:00"}', name="Zumba"),
        meeting('{every: Tuesday, start: "09:59"}', name="Yoga"),
        meeting('{every: Tuesday, start: "00:00"}', name="Stars"),
        meeting("{every: Tuesday}", name="Walks"),
        meeting('{every: Tuesday, start: "10:00"}', name="Art"),
    )

    rows = said(edition)["Tue 24"]

    assert [row.split(",")[0].removeprefix("10 am ") for row in rows] == [
        "All day Walks", "midnight Stars", "9.59 am Yoga", "Art", "éclairs", "Zumba",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("on", "to", "shown"),
    [
        ("2026-05-01", "2026-05-02", ["2026-05-01", "2026-05-02"]),  # the window begins on 1 May
        ("2026-04-28", "2026-05-02", ["2026-05-02"]),
        ("2026-05-01", "2026-04-28", ["2026-05-01"]),
        ("2027-11-30", "2027-12-01", ["2027-11-30"]),  # and ends on 30 November
        ("2027-12-01", "2027-11-30", ["2027-11-30"]),
        ("2027-12-01", "2027-12-02", []),
    ],
)
def test_what_moves_over_the_edge_of_the_window_stands_on_the_side_that_is_in_it(
    on: str, to: str, shown: list[str]
) -> None:
    text = meeting(f"{{on: {on}}}", f"changes: [{{on: {on}, moved: {{to: {to}}}}}]\n")
    edition = site(text)

    assert [day.isoformat() for day in calendar(edition, edition.catalogue.activities)] == shown


def test_all_sessions_of_a_rule_share_a_row_and_changed_ones_do_not() -> None:
    edition = site(changed('note: "bring a photo"'))

    found = [one for there in calendar(edition, edition.catalogue.activities).values() for one in there]

    assert len(found) > 50
    assert len(set(found)) == 2


def test_rows_link_from_where_they_stand_and_are_escaped() -> None:
    edition = site(meeting(name='"Tea <b>& cake</b>"'))
    rows, there = Rows(edition), calendar(edition, edition.catalogue.activities)[date(2026, 11, 24)]

    near, far = rows.rows(there, "../"), rows.rows(there, "../../../")

    assert '<a href="../activities/a0/">Tea &lt;b&gt;&amp; cake&lt;/b&gt;</a>' in near
    assert str(near).replace('="../', '="../../../') == far
    assert "\0" not in near
    assert "\1" not in near


def test_rows_of_a_short_list_have_a_star_that_a_long_list_leaves_to_its_script() -> None:
    edition = site(meeting(name='"Tea <b>& cake</b>"'))
    rows, there = Rows(edition), calendar(edition, edition.catalogue.activities)[date(2026, 11, 24)]

    starred = rows.starred_rows(there, "../")

    assert 'data-star="activities/a0/"' in starred
    assert '<span class="fp-vh">: Tea &lt;b&gt;&amp; cake&lt;/b&gt;</span></button></li>' in starred
    assert "data-star" not in rows.rows(there, "../")
    assert "data-star" not in rows.long_rows(there, "../")


def test_only_the_page_of_a_day_says_the_cost_and_the_next_step() -> None:
    edition = site(meeting(more="cost: {amount: 2, per: session}\nnext_step: just_turn_up\n"))
    rows, there = Rows(edition), calendar(edition, edition.catalogue.activities)[date(2026, 11, 24)]

    assert "£2 a time" in spaced(rows.long_rows(there, ""))
    assert "Just turn up" in rows.long_rows(there, "")
    assert "£2" not in rows.rows(there, "")
    assert "Just turn up" not in rows.rows(there, "")


def test_nobody_is_told_to_turn_up_at_what_is_cancelled() -> None:
    edition = site(changed("cancelled: wet") + "next_step: just_turn_up\ncost: {amount: 0}\n")
    there = calendar(edition, edition.catalogue.activities)[date(2026, 11, 24)]

    row = Rows(edition).long_rows(there, "")

    assert "Cancelled" in row
    assert "Just turn up" not in row
    assert "Free" not in row


CELLS = {
    "cancelled": ("cancelled: wet", "2026-11-24", "Cancelled"),
    "left for another day": ("moved: {to: 2026-12-02}", "2026-11-24", "Moved to Wed 2"),
    "left for another hour": ('moved: {to: 2026-11-24, start: "14:00"}', "2026-11-24", "Moved to 2 pm"),
    "came": ("moved: {to: 2026-12-02}", "2026-12-02", "Moved here"),
    "another place": ("moved: {to: 2026-11-24, venue: library}", "2026-11-24", "Changed"),
}


@pytest.mark.parametrize(("change", "day", "words"), CELLS.values(), ids=CELLS)
def test_a_cell_says_in_a_word_what_happened(change: str, day: str, words: str) -> None:
    edition = site(changed(change))
    there = calendar(edition, edition.catalogue.activities)[date.fromisoformat(day)]

    cell = spaced(Rows(edition).cells(there[:1], ""))

    assert f">{words}</strong>" in cell


@pytest.mark.parametrize(
    ("places", "tag", "words"),
    [
        ("full", "Full", "It is full at the moment."),
        ("{is: waiting_list, wait_days: 21}", "Waiting list", "There is a waiting list of about 3 weeks."),
        ("{is: paused, back_on: 2027-01-12}", "Paused", "It is paused. It starts again on 12 January 2027."),
    ],
)
def test_who_cannot_simply_come_is_told_on_every_row(places: str, tag: str, words: str) -> None:
    edition = site(meeting(more=f"places: {places}\n"))
    (one,) = calendar(edition, edition.catalogue.activities)[date(2026, 11, 24)]
    rows = Rows(edition)

    assert f"{tag}</strong></p>" in spaced(rows.rows([one], ""))
    assert f"{tag}</strong> {words}</p>" in spaced(rows.long_rows([one], ""))
    assert f'<span class="fp-soft">{tag}</span>' in spaced(rows.cells([one], ""))


def test_a_cancelled_session_says_nothing_of_its_places() -> None:
    edition = site(meeting(more="places: full\nchanges: [{on: 2026-11-24, cancelled: wet}]\n"))
    (one,) = calendar(edition, edition.catalogue.activities)[date(2026, 11, 24)]

    assert row_view(edition, one).state is None
