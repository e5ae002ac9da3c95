"""Series as events: UIDs, first and last days, what is left out, what is different, what becomes of it in time."""

from datetime import date
from pathlib import Path

import pytest

from generator.feeds.calendars import calendars
from generator.feeds.history import History
from tests.engines import recurring_sessions
from tests.feeds.small_site import activity, events, feed, feeds

LONDON = ";TZID=Europe/London"
TUESDAYS = 'schedule: [{every: Tuesday, start: "10:30", end: "12:00"}]'
TEA = "activity/tea.ics"
MAKERS = """\
name: Tea Makers
kind: group
summary: They make tea.
contact: {phone: 01632 960123}
checked: {on: 2026-10-01, by: editor}
"""


def test_a_weekly_series_is_one_event(tmp_path: Path) -> None:
    (event,) = events(feed(activity(tmp_path, TUESDAYS), TEA))
    assert event["UID"] == "tea@thornby.example.org"
    assert event[f"DTSTART{LONDON}"] == "20260901T103000"
    assert event[f"DTEND{LONDON}"] == "20260901T120000"
    assert event["RRULE"] == "FREQ=WEEKLY;BYDAY=TU"
    assert event["STATUS"] == "CONFIRMED"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_uid_domain_is_kept_when_the_site_moves(tmp_path: Path) -> None:
    activity(tmp_path, TUESDAYS)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "      uid_domain: old.example.org\n", encoding="utf-8")
    (event,) = events(feed(activity(tmp_path, TUESDAYS), TEA))
    assert event["UID"] == "tea@old.example.org"
    assert event["URL"] == "https://thornby.example.org/activities/tea/"


@pytest.mark.parametrize(
    ("schedule", "uids"),
    [
        ("every: 2nd and 4th Thursday", ["tea-2th", "tea-4th"]),
        ("every: last Friday", ["tea"]),
        ("every: 1st and 15th of the month", ["tea-1", "tea-15"]),
        ("rrule: 'FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO'", ["tea-3-1mo", "tea-9-1mo"]),
        ("on: [2026-12-19, 2027-01-16]", ["tea-2026-12-19", "tea-2027-01-16"]),
    ],
)
def test_what_needs_several_events_gets_lasting_names(tmp_path: Path, schedule: str, uids: list[str]) -> None:
    found = events(feed(activity(tmp_path, f"schedule: [{{{schedule}}}]"), TEA))
    assert sorted(event["UID"].partition("@")[0] for event in found) == uids


def test_keys_of_items_are_in_their_uids_and_single_days_belong_to_the_series(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{every: Tuesday, key: weekly}, {on: 2026-12-19, key: party, called: Carols}]")
    series, party = events(feed(made, TEA))
    assert series["UID"] == "tea-weekly@thornby.example.org"
    assert party["UID"] == "tea-party-2026-12-19@thornby.example.org"
    assert party["RELATED-TO"] == series["UID"]
    assert party["SUMMARY"] == "Carols"


def test_a_renamed_record_keeps_its_uid_and_its_old_address(tmp_path: Path) -> None:
    made = activity(tmp_path, f"{TUESDAYS}\naliases: [coffee, coffee-and-tea]")
    found = feeds(calendars(made, History(times={})))
    assert found["activity/coffee.ics"] == found["activity/coffee-and-tea.ics"] == found[TEA]
    assert events(found[TEA])[0]["UID"] == "coffee@thornby.example.org"


@pytest.mark.parametrize(
    ("item", "until"),
    [
        ('every: Tuesday, start: "10:30", end: "12:00", until: 2027-03-30', "20270330T093000Z"),
        ('every: Tuesday, start: "10:30", end: "12:00", from: 2026-09-01, times: 3', "20260915T093000Z"),
        ("every: Tuesday, until: 2027-03-30", "20270330"),
    ],
)
def test_a_series_ends_at_its_last_session_in_utc_or_on_its_last_day(tmp_path: Path, item: str, until: str) -> None:
    (event,) = events(feed(activity(tmp_path, f"schedule: [{{{item}}}]"), TEA))
    assert event["RRULE"] == f"FREQ=WEEKLY;UNTIL={until};BYDAY=TU"


def test_several_ordinals_end_with_the_last_of_their_times_together(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{every: 2nd and 4th Thursday, from: 2026-09-01, times: 5}]")
    assert [event["RRULE"] for event in events(feed(made, TEA))] == [
        f"FREQ=MONTHLY;UNTIL=20261112;BYDAY={day}" for day in ("2TH", "4TH")
    ]
    found = recurring_sessions(feed(made, TEA), date(2026, 8, 1), date(2027, 12, 31))
    assert len(found) == 5


def test_all_day_ends_on_the_next_day(tmp_path: Path) -> None:
    (event,) = events(feed(activity(tmp_path, "schedule: [{every: 6 January}]"), TEA))
    assert event["DTSTART;VALUE=DATE"] == "20270106"
    assert event["DTEND;VALUE=DATE"] == "20270107"


def test_a_night_ends_on_the_next_day(tmp_path: Path) -> None:
    made = activity(tmp_path, 'schedule: [{every: Friday, start: "22:00", end: "06:00 next day"}]')
    (event,) = events(feed(made, TEA))
    assert event[f"DTSTART{LONDON}"] == "20260904T220000"
    assert event[f"DTEND{LONDON}"] == "20260905T060000"


def test_an_end_that_nobody_knows_is_not_made_up(tmp_path: Path) -> None:
    (event,) = events(feed(activity(tmp_path, 'schedule: [{every: Friday, start: "19:00"}]'), TEA))
    assert event[f"DTEND{LONDON}"] == event[f"DTSTART{LONDON}"]


def test_a_zone_of_its_own_is_described_in_the_feed(tmp_path: Path) -> None:
    text = feed(activity(tmp_path, f"{TUESDAYS}\ntimezone: America/New_York"), TEA)
    (event,) = events(text)
    assert event["DTSTART;TZID=America/New_York"] == "20260901T103000"
    assert text.count("BEGIN:VTIMEZONE") == 1
    assert "TZID:America/New_York\r\n" in text


def test_utc_is_written_as_a_zone_like_any_other(tmp_path: Path) -> None:
    text = feed(activity(tmp_path, f"{TUESDAYS}\ntimezone: Etc/UTC"), TEA)
    (event,) = events(text)
    assert event["DTSTART;TZID=Etc/GMT"] == "20260901T103000"
    assert "TZID:Etc/GMT\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZNAME:GMT\r\nTZOFFSETFROM:+0000" in text


def test_what_was_never_planned_is_left_out_through_the_year_after_next(tmp_path: Path) -> None:
    made = activity(
        tmp_path,
        'schedule: [{every: Friday, start: "10:30", end: "12:00", except: [public holidays, xmas, 2035-01-05]}]',
        closures="xmas: {name: Christmas, each_year: {from: 24 December, until: 2 January}}",
    )
    (event,) = events(feed(made, TEA))
    out = event[f"EXDATE{LONDON}"].split(",")
    assert out == [
        f"{day}T103000"
        for day in (
            *("20261225", "20270101", "20270326", "20271224", "20271231", "20280414", "20281229"),
            "20350105",  # a day that is named is left out however far it is
        )
    ]  # fmt: skip


def test_a_series_begins_on_the_first_day_that_was_planned(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{every: 2 weeks on Tuesday, from: 2026-09-01, except: [2026-09-01]}]")
    (event,) = events(feed(made, TEA))
    assert event["DTSTART;VALUE=DATE"] == "20260915"
    assert "EXDATE;VALUE=DATE" not in event


def test_a_series_without_any_day_left_has_no_event(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{every: 25 December, except: public holidays}]")
    assert events(feed(made, TEA)) == []


def test_a_cancelled_session_says_so_in_its_title_and_its_status(tmp_path: Path) -> None:
    made = activity(tmp_path, f"{TUESDAYS}\nchanges: [{{on: 2026-11-24, cancelled: the hall is shut}}]")
    series, session = events(feed(made, TEA))
    assert session["UID"] == series["UID"]
    assert session[f"RECURRENCE-ID{LONDON}"] == "20261124T103000"
    assert session["SUMMARY"] == "CANCELLED: Tea"
    assert session["STATUS"] == "CANCELLED"
    assert session["DESCRIPTION"].startswith("Cancelled: the hall is shut.\\n")
    assert f"EXDATE{LONDON}" not in series


def test_a_site_may_keep_cancelled_sessions_visible_everywhere(tmp_path: Path) -> None:
    activity(tmp_path, TUESDAYS)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "      cancelled: always-visible\n", encoding="utf-8")
    made = activity(tmp_path, f"{TUESDAYS}\nchanges: [{{on: 2026-11-24, cancelled: the hall is shut}}]")
    _series, session = events(feed(made, TEA))
    assert session["SUMMARY"] == "CANCELLED: Tea"
    assert session["STATUS"] == "CONFIRMED"
    assert session["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize(
    ("today", "shown"),
    [(date(2026, 11, 1), 1), (date(2026, 12, 1), 1), (date(2026, 12, 2), 0), (date(2028, 5, 1), 0)],
)
def test_a_week_after_its_day_a_cancelled_session_is_left_out(tmp_path: Path, today: date, shown: int) -> None:
    made = activity(tmp_path, f"{TUESDAYS}\nchanges: [{{on: 2026-11-24, cancelled: the hall is shut}}]", today)
    series, *changed = events(feed(made, TEA))
    assert len(changed) == shown
    assert series.get(f"EXDATE{LONDON}") == (None if shown else "20261124T103000")


def test_a_moved_session_keeps_its_length_and_names_its_new_place(tmp_path: Path) -> None:
    made = activity(
        tmp_path,
        f"{TUESDAYS}\nvenue: {{name: Old Mill, door: round the back}}\n"
        'changes: [{on: 2026-12-01, moved: {to: 2026-12-02, start: "14:00", venue: library, why: a wedding}}]',
        venues__library="name: Library\naddress: {street: High Street, postcode: ZZ1 1ZZ}\ncoordinates: 54.5, 1.5",
    )
    series, session = events(feed(made, TEA))
    assert series["LOCATION"] == "Old Mill"
    assert "round the back" in series["DESCRIPTION"]
    assert session[f"RECURRENCE-ID{LONDON}"] == "20261201T103000"
    assert session[f"DTSTART{LONDON}"] == "20261202T140000"
    assert session[f"DTEND{LONDON}"] == "20261202T153000"
    assert session["LOCATION"] == "Library\\, High Street\\, ZZ1 1ZZ"
    assert session["GEO"] == "54.500000;1.500000"
    assert session["DESCRIPTION"].startswith("Moved from Tuesday 1 December\\, 10.30 am.\\nWhy: a wedding.\\n")
    assert "round the back" not in session["DESCRIPTION"], "that is how one gets into the other place"


@pytest.mark.parametrize(("today", "told"), [(date(2026, 12, 8), 1), (date(2026, 12, 16), 0)])
def test_a_note_is_told_with_its_session_until_that_is_over(tmp_path: Path, today: date, told: int) -> None:
    made = activity(tmp_path, f"{TUESDAYS}\nchanges: [{{on: 2026-12-08, note: bring a photo}}]", today)
    _series, *changed = events(feed(made, TEA))
    assert [event["DESCRIPTION"].startswith("bring a photo\\n") for event in changed] == [True] * told


def test_a_session_moved_long_ago_stays_where_it_was(tmp_path: Path) -> None:
    made = activity(tmp_path, f"{TUESDAYS}\nchanges: [{{on: 2026-09-08, moved: {{to: 2026-09-09}}}}]", date(2028, 1, 1))
    _series, session = events(feed(made, TEA))
    assert session[f"DTSTART{LONDON}"] == "20260909T103000"


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 7, 1)], ids=["from the window", "from before it"])
def test_a_session_that_was_never_planned_cannot_move(tmp_path: Path, today: date) -> None:
    fields = "schedule: [{every: day, except: public holidays}]\nchanges: [{on: 2026-12-25, moved: {to: 2027-01-05}}]"
    made = activity(tmp_path, fields, today)
    assert len(events(feed(made, TEA))) == 1
    assert date(2026, 12, 25) not in {session.day for session in made.sessions["tea"]}


def test_a_single_day_may_move_and_keeps_its_name(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{on: 2026-12-19}]\nchanges: [{on: 2026-12-19, moved: {to: 2026-12-20}}]")
    (event,) = events(feed(made, TEA))
    assert event["UID"] == "tea-2026-12-19@thornby.example.org"
    assert event["DTSTART;VALUE=DATE"] == "20261220"
    assert not any(name.startswith("RECURRENCE-ID") for name in event)


@pytest.mark.parametrize(("today", "there"), [(date(2026, 12, 26), 1), (date(2026, 12, 27), 0)])
def test_a_cancelled_single_day_goes_a_week_later(tmp_path: Path, today: date, there: int) -> None:
    fields = "schedule: [{on: 2026-12-19}]\nchanges: [{on: 2026-12-19, cancelled: nobody can come}]"
    assert len(events(feed(activity(tmp_path, fields, today), TEA))) == there


@pytest.mark.parametrize(
    ("whose", "said"),
    [
        ("own", "Cancelled: a rest."),
        ("venue", "Cancelled: a rest."),
        ("organiser", "Cancelled: Tea Makers is closed."),
    ],
)
def test_closed_doors_cancel_sessions(tmp_path: Path, whose: str, said: str) -> None:
    closed = "closed: [{from: 2026-12-20, until: 2027-01-03, why: a rest}]"
    silent = "closed: [{from: 2026-12-20, until: 2027-01-03}]"
    made = activity(
        tmp_path,
        f"{TUESDAYS}\nvenue: hall\norganiser: makers\n{closed if whose == 'own' else ''}",
        venues__hall=f"name: Hall\n{closed if whose == 'venue' else ''}",
        resources__makers=f"{MAKERS}\n{silent if whose == 'organiser' else ''}",
    )
    _series, *cancelled = events(feed(made, TEA))
    assert [event[f"RECURRENCE-ID{LONDON}"][:8] for event in cancelled] == ["20261222", "20261229"]
    assert {event["STATUS"] for event in cancelled} == {"CANCELLED"}
    assert all(event["DESCRIPTION"].startswith(said) for event in cancelled)


def test_a_long_closure_cancels_in_words_as_far_as_the_site_looks_and_beyond_without(tmp_path: Path) -> None:
    made = activity(tmp_path, f"{TUESDAYS}\nclosed: [{{from: 2026-12-01, until: 2199-12-31, why: for good}}]")
    series, *cancelled = events(feed(made, TEA))
    assert len(cancelled) == 53  # through November 2027, twelve months ahead
    out = series[f"EXDATE{LONDON}"].split(",")
    assert (out[0][:8], out[-1][:8]) == ("20271207", "20281226")


def test_a_series_that_ended_before_the_window_is_left_out(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{every: Tuesday, until: 2026-10-27}]", date(2027, 5, 1))
    assert events(feed(made, TEA)) == []
    made = activity(tmp_path, "schedule: [{every: Tuesday, until: 2026-11-03}]", date(2027, 5, 1))
    assert len(events(feed(made, TEA))) == 1


def test_a_series_that_has_not_begun_is_there(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{every: Tuesday, from: 2031-01-01}]")
    assert events(feed(made, TEA))[0]["DTSTART;VALUE=DATE"] == "20310107"


def test_nothing_but_the_stated_depends_on_today(tmp_path: Path) -> None:
    fields = 'schedule: [{every: Tuesday, start: "10:30", end: "12:00", except: [public holidays]}]'
    closed = f"{fields}\nclosed: [{{from: 2026-09-01, until: 2026-09-10}}]"
    text = {
        feed(activity(tmp_path, closed, day), TEA) for day in (date(2027, 1, 1), date(2027, 6, 30), date(2027, 12, 31))
    }
    assert len(text) == 1


@pytest.mark.parametrize(
    ("every", "days"),
    [
        ("5th Friday", ["2026-10-30", "2027-01-29", "2027-04-30"]),
        ("31st of the month", ["2026-10-31", "2026-12-31", "2027-01-31", "2027-03-31", "2027-05-31"]),
        ("29 February", ["2028-02-29"]),
        ("3 weeks on Wednesday", ["2026-09-02", "2026-09-23"]),
        ("last day of the month", ["2026-09-30", "2026-10-31"]),
    ],
)
def test_engines_see_rare_days_as_we_do(tmp_path: Path, every: str, days: list[str]) -> None:
    made = activity(tmp_path, f"schedule: [{{every: {every}, from: 2026-09-01}}]")
    found = recurring_sessions(feed(made, TEA), date(2026, 9, 1), date(2028, 3, 1))
    assert [one.start.isoformat() for one in found][: len(days)] == days
