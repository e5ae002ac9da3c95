"""Records are data from strangers: what they write stays text, in lines that every reader can read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from generator.feeds.events import LONGEST_LINE, components, events, folded, text, uri
from generator.feeds.history import EPOCH
from generator.feeds.plan import plan
from tests.engines import ical_lib_parse
from tests.feeds.small_site import activity, feed
from tests.feeds.small_site import events as events_of

TEA = "activity/tea.ics"
HOSTILE = [
    "Tea\r\nATTACH:https://evil.example.org/",
    "Tea\nEND:VEVENT\nBEGIN:VALARM",
    "Tea\x00\x07\x1b[31m",
    "Tea\u2028BEGIN:VEVENT\u2029",
    'Tea; DROP, \\n \\N \\\\ "quoted" :;,',
    "T\u202eea\u202c",
    "Tea\ud800",
    "\ufeffTea",
    "=1+1",
    "é" * 200,
    "🫖" * 100,
]


@pytest.mark.parametrize("value", HOSTILE)
def test_no_text_can_leave_its_line(value: str) -> None:
    line = folded(f"SUMMARY:{text(value)}").decode()
    assert "\r" not in line.replace("\r\n ", "")
    assert "\n" not in line.replace("\r\n ", "")
    assert line.isprintable() or "\r\n " in line


@pytest.mark.parametrize("value", HOSTILE)
def test_no_address_can_leave_its_line(value: str) -> None:
    assert not set(uri(f"https://example.org/{value}")) & set('\r\n\u2028\u2029 \x00\x1b"<>')


def test_records_with_all_of_it_make_events_that_say_it(tmp_path: Path) -> None:
    name = 'Tea; "cake", \\\\ and: END:VEVENT é 🫖'
    made = activity(
        tmp_path,
        'schedule: [{every: Tuesday, start: "10:30", end: "12:00"}]\n'
        f"name: '{name}'\n"
        "summary: |\n  Come\n  BEGIN:VALARM\n"
        "bring: 'a;b,c\\d'\n"
        "venue: {name: 'Hall; or, barn', address: {street: '1, The\\Street'}}\n"
        "contact: {phone: 01632 960123, role: 'X-EVIL:1;2,3'}\n"
        'changes: [{on: 2026-12-08, note: "one\\n\\nATTENDEE:mailto:x@example.org"}]\n',
    )
    found = feed(made, TEA)
    assert [one.summary for one in ical_lib_parse(found)] == [name, name]
    calendar = Calendar.from_ical(found)
    series, session = calendar.walk("VEVENT")
    assert {sub.name for sub in calendar.walk()} == {"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT"}
    assert str(series["LOCATION"]) == "Hall; or, barn, 1, The\\Street"
    assert "Come BEGIN:VALARM" in str(series["DESCRIPTION"])
    assert str(session["DESCRIPTION"]).startswith("one\n\nATTENDEE:mailto:x@example.org\n\n")
    assert not {"ATTENDEE", "ATTACH", "X-EVIL", "VALARM"} & set(session)


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(any_text)
def test_lines_are_short_whole_characters_and_whole_escapes(value: str) -> None:
    line = f"DESCRIPTION:{text(value)}"
    pieces = folded(line).split(b"\r\n ")
    assert b"".join(pieces).decode() == line
    for number, piece in enumerate(pieces):
        piece.decode()
        assert len(piece) + bool(number) <= LONGEST_LINE
        assert number == len(pieces) - 1 or not piece.endswith(b"\\")


@given(any_text)
def test_a_reader_finds_the_text_as_it_was_written(value: str) -> None:
    component = Event.from_ical(f"BEGIN:VEVENT\r\n{folded(f'SUMMARY:{text(value)}').decode()}\r\nEND:VEVENT\r\n")
    found = str(component["SUMMARY"])
    kept = value.replace("\r\n", "\n").replace("\r", "\n")
    assert len(found) == len(kept)
    assert all(one == other or (other not in " \n" and one == " ") for one, other in zip(found, kept, strict=True))


def test_lines_are_as_full_as_they_may_be() -> None:
    assert [len(piece) for piece in folded("x" * 149).split(b"\r\n ")] == [75, 74]
    assert [len(piece) for piece in folded("x" * 75).split(b"\r\n ")] == [75]
    assert [piece.decode() for piece in folded("x" * 74 + "é").split(b"\r\n ")] == ["x" * 74, "é"]
    assert [piece.decode() for piece in folded("x" * 74 + "\\nx").split(b"\r\n ")] == ["x" * 74, "\\nx"]


def test_icalendar_itself_writes_the_same_lines_and_reads_them_back(tmp_path: Path) -> None:
    made = activity(
        tmp_path,
        'schedule: [{every: 2nd and 4th Thursday, start: "10:30", end: "12:00", except: [public holidays], '
        "until: 2028-01-01}]\nvenue: {name: Hall, coordinates: '54.512345, 1.512345'}\n"
        "changes: [{on: 2026-12-10, cancelled: 'no, thanks'}]",
    )
    (entry,) = made.catalogue.activities
    ours = lines(events(entry, made, EPOCH).body)
    theirs = [event.to_ical() for event in components(plan(entry, made), entry, made, EPOCH)]
    assert lines(b"".join(theirs)) == ours
    read = Calendar.from_ical(feed(made, TEA)).walk("VEVENT")
    assert sorted(lines(b"".join(event.to_ical() for event in read))) == sorted(ours)


def lines(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_events_know_their_zone_and_first_day(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{every: Tuesday}]\nchanges: [{on: 2026-09-08, moved: {to: 2026-08-30}}]")
    (entry,) = made.catalogue.activities
    found = events(entry, made, EPOCH)
    assert (found.zone, found.first.isoformat(), found.revision) == ("", "2026-08-30", EPOCH)


def test_descriptions_say_what_is_not_known(tmp_path: Path) -> None:
    made = activity(
        tmp_path,
        "schedule: [{every: Tuesday}]\nvenue: hall\ncontact: {email: tea@example.org}",
        venues__hall="name: Hall\naccess: {step_free: yes, toilet: no, quiet_space: ask}",
    )
    (event,) = events_of(feed(made, TEA))
    said = event["DESCRIPTION"].replace("\\,", ",").split("\\n")
    assert "Cost: nobody has told us." in said
    assert "There is: Step-free way in." in said
    assert "There is not: Toilet." in said
    assert any(line.startswith("Not known: ") and "Quiet room" in line and "Hearing loop" in line for line in said)
    assert "To ask: write to tea@example.org." in said
    assert "Checked on 1 October 2026 by activity coordinator." in said
    assert said[-1] == "https://thornby.example.org/activities/tea/"
    assert "\N{NO-BREAK SPACE}" not in event["DESCRIPTION"]


def test_who_cannot_be_reached_is_asked_for_through_us(tmp_path: Path) -> None:
    made = activity(tmp_path, "schedule: [{every: Tuesday}]\ncontact: {role: somebody}\nvenue: {name: Hall}")
    (event,) = events_of(feed(made, TEA))
    assert "Ask us: ring 01632 960100 (Monday to Friday 9 to 4)." in event["DESCRIPTION"].split("\\n")
    assert "Access: nobody has told us." in event["DESCRIPTION"].split("\\n")
    assert "CONTACT" not in event
