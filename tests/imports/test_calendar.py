"""`import ics`: what becomes of the oddities of real calendars, and that nothing is made up, lost or spoilt."""

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.imports.bringing import House, event, head, house

LONDON = ";TZID=Europe/London"
WEEKLY = (f"DTSTART{LONDON}:20260901T103000", f"DTEND{LONDON}:20260901T120000", "RRULE:FREQ=WEEKLY")
ONCE = ("DTSTART:20261201T100000Z", "DTEND:20261201T110000Z")


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> House:
    return house(tmp_path / "site", capsys)


def override(day: str, *lines: str, name: str = "Chess") -> str:
    return event(f"RECURRENCE-ID{LONDON}:{day}T103000", *lines, name=name)


def test_a_series_comes_in_words_with_its_exceptions_and_changes(site: House) -> None:
    calendar = head(
        event(*WEEKLY, f"EXDATE{LONDON}:20261229T103000", "LOCATION:The Old Mill\\, ZZ1 1AA", "DESCRIPTION:We play."),
        override("20261201", f"DTSTART{LONDON}:20261202T140000", f"DTEND{LONDON}:20261202T150000", "LOCATION:Library"),
        override("20261208", f"DTSTART{LONDON}:20261208T103000", f"DTEND{LONDON}:20261208T120000", "STATUS:CANCELLED",
                 "DESCRIPTION:Cancelled: a wedding"),
        override("20261215", f"DTSTART{LONDON}:20261215T103000", f"DTEND{LONDON}:20261215T120000", name="Blitz"),
    )  # fmt: skip
    site.taken(calendar, "--organiser", "players")
    assert (
        site.fields("chess")
        == """\
name: Chess
summary: We play.
organiser: players
category: games
venue: old-mill
schedule:
  - every: Tuesday
    start: "10:30"
    end: "12:00"
    key: tuesdays
    from: 2026-09-01
    except: [2026-12-29]
changes:
  - {on: 2026-12-01, key: tuesdays, moved: {to: 2026-12-02, start: "14:00", end: "15:00", venue: library}}
  - {on: 2026-12-08, key: tuesdays, cancelled: a wedding}
  - {on: 2026-12-15, key: tuesdays, note: Blitz}
"""
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((*ONCE, "ATTENDEE:mailto:x@example.org"), "ATTENDEE of 1 event was not taken"),
        ((*WEEKLY[:2], "RRULE:FREQ=WEEKLY;BYMONTH=6"), "FREQ=WEEKLY;BYMONTH=6 cannot be kept"),
        ((*WEEKLY[:2], "RRULE:FREQ=HOURLY"), "Only rules by days, weeks, months and years"),
        ((*WEEKLY[:2], "RRULE:nonsense"), "cannot be read"),
        (("DTSTART;TZID=Atlantis:20261201T100000",), "nobody can tell which zone “Atlantis” is"),
        (("DTSTART:20261301T100000",), "“20261301T100000” is no time (DTSTART)"),
        ((), "it has no DTSTART"),
        (("DTSTART:20261201T100000Z", "DTEND:20261204T110000Z"), "goes on for several days"),
        (("DTSTART:20261201T100000Z", "DTEND:20261130T110000Z"), "it ends before it begins"),
        (("DTSTART:20261201T100000Z", "DTEND;VALUE=DATE:20261202"), "DTEND is of another kind"),
        (("DTSTART:20261201T100000Z", "DURATION:soon"), "“soon” is no length of time"),
        ((*ONCE, "CLASS:PRIVATE"), "marked as private"),
        ((*WEEKLY, "EXRULE:FREQ=MONTHLY"), "EXRULE"),
        ((*WEEKLY, "STATUS:CANCELLED"), "the whole series is cancelled"),
        ((*ONCE, "LOCATION:https://video.example.org/1"), "LOCATION is an address on the web"),
        ((*ONCE, "no property at all"), "this line is no property"),
        (("DTSTART:00010101T000000Z",), "the year 1 of DTSTART cannot be meant"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_said_with_its_line(lines: tuple[str, ...], said: str, site: House) -> None:
    good = event(*ONCE, uid="b@example.org", name="Draughts")
    code, found = site.bring(head(event(*lines), good), "--category", "games")
    assert code == 0
    assert said in found
    assert any(line.startswith("  line ") and said in line for line in found.splitlines())
    assert site.file("draughts").exists()
    assert site.bring(head(event(*lines), good), "--category", "games", "--strict")[0] == 1


@pytest.mark.parametrize(
    ("lines", "said", "start"),
    [
        (("DTSTART:20261201T100000", "DTEND:20261201T110000"), "it was read by the clocks of Europe/London", "10:00"),
        (("DTSTART:20260701T100000Z", "RRULE:FREQ=WEEKLY"), "it repeats in UTC", "10:00"),
        (("DTSTART;TZID=W. Europe Standard Time:20261201T100000",), "", "09:00"),
        (("DTSTART;TZID=/example.org/20260101/Europe/Paris:20261201T100000",), "", "09:00"),
        (("DTSTART:20261201T100000Z", "DURATION:PT45M"), "", "10:00"),
        ((*ONCE, "SUMMARY:"), "", "10:00"),
    ],
)
def test_times_are_read_as_they_were_meant(lines: tuple[str, ...], said: str, start: str, site: House) -> None:
    assert said in site.taken(head(event(*lines)))
    assert f'start: "{start}"' in site.fields("chess")


def test_a_zone_that_only_the_calendar_knows_is_home_where_its_clocks_agree(site: House) -> None:
    zone = ("BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "TZOFFSETTO:+0000", "END:STANDARD",
            "BEGIN:DAYLIGHT", "TZOFFSETTO:+0100", "END:DAYLIGHT", "END:VTIMEZONE")  # fmt: skip
    site.taken(head(*zone, event('DTSTART;TZID="Customized Time Zone":20260701T100000', "RRULE:FREQ=MONTHLY")))
    assert "every: 1st of the month" in site.fields("chess")
    assert "timezone" not in site.fields("chess")


def test_hostile_text_becomes_plain_text(site: House) -> None:
    text = (
        "<p>Tea &amp\\; cake.</p><script>alert(1)</script><ul><li>one</li></ul>\\u202e"
        "<a href='javascript:x'>here</a> [y](javascript:z)\x07\u202e"
    )
    site.taken(head(event(*ONCE, f"DESCRIPTION:{text}", name="Chess<script>alert(1)</script>\x1b[31m")))
    fields = site.fields("chess-31m")
    assert "name: Chess [31m" in fields
    assert "- one" in fields
    assert not [bad for bad in ("<", "alert", "\u202e", "\x07", "\x1b", "](") if bad in fields.partition("schedule")[0]]


def test_a_text_that_nobody_escaped_runs_on(site: House) -> None:
    said = site.taken(head(event(*ONCE, "DESCRIPTION:<p>Tea.", "<b>Bring</b> a cup, please", "Note: no dogs</p>")))
    assert "DESCRIPTION runs on over lines that are not escaped" in said
    assert "Bring a cup, please" in site.fields("chess")
    assert "no dogs" in site.fields("chess")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "there is no line BEGIN:VCALENDAR"),
        (b"<!DOCTYPE html><html>Sign in</html>", "This is a web page and no calendar"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "This is no calendar"),
        (b"BEGIN:VCALENDAR\r\n" * 9, "components too deep"),
        (b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * 20_001, "more than 20,000 events"),
        (b"x" * 10_000_001, "has more than 10 MB"),
    ],
)
def test_what_is_no_calendar_is_refused(content: bytes, said: str, site: House) -> None:
    code, found = site.bring(content, "--category", "games")
    assert (code, said in found, "Nothing was taken" in found) == (1, True, True)
    assert not list((site.root / "data").glob("activities/*"))


def test_a_file_that_ends_too_soon_or_is_not_utf_8_is_read_as_far_as_it_goes(site: House) -> None:
    calendar = head(event(*ONCE, name="Café")).encode("cp1252").partition(b"END:VEVENT")[0]
    said = site.taken(calendar)
    assert "this begins and never ends" in said
    assert "not written in UTF-8" in said
    assert "name: Café" in site.fields("cafe")


def test_the_category_is_asked_for_and_never_guessed(site: House) -> None:
    code, said = site.bring(head(event(*ONCE, "CATEGORIES:GAMES")))
    assert code == 1
    assert "A calendar does not say which category it is. Say it: --category" in said
    assert not site.file("chess").exists()


def test_a_record_that_the_check_refuses_leaves_the_others_alone(site: House) -> None:
    code, said = site.bring(head(event(*ONCE)), "--category", "games", "--organiser", "players", "--into", "../x")
    assert (code, "is not a folder below data/activities/" in said) == (1, True)
    assert site.bring(Path("missing.ics"))[0] == 1
    site.file("old").parent.mkdir(parents=True, exist_ok=True)
    site.file("old").write_text("name: [", encoding="utf-8")
    code, said = site.bring(head(event(*ONCE)), "--category", "games")
    assert (code, "There are records with errors: old. Mend them first" in said) == (1, True)


def test_a_dry_run_writes_nothing_and_a_name_that_is_taken_is_left_alone(site: House) -> None:
    said = site.taken(head(event(*ONCE, name="Players")), "--dry-run", "--into", "library")
    assert "It would be data/activities/library/players-2.yml." in said
    assert not list((site.root / "data").glob("activities/**/*.yml"))


def test_the_next_night_changes_nothing(site: House) -> None:
    calendar = head(event(*WEEKLY, f"EXDATE{LONDON}:20261229T103000", "DESCRIPTION:We play."))
    site.taken(calendar)
    before = site.file("chess").read_bytes()
    assert "Nothing is new; 1 record is as they were." in site.bring(calendar, today="2026-11-29")[1]
    assert site.file("chess").read_bytes() == before


def test_what_changes_in_the_calendar_is_brought_up_to_date_and_what_people_wrote_stands(site: House) -> None:
    site.taken(head(event(*WEEKLY, "DESCRIPTION:We play.", "LOCATION:Library")))
    file = site.file("chess")
    text = file.read_text(encoding="utf-8")
    edited = text.replace("summary: We play.", "summary: Boards and tea.   # rang Jo").replace(
        "every: Tuesday", "every: Tuesday   # not in August"
    )
    file.write_text(edited + "# a note of ours\n", encoding="utf-8")
    later = head(
        event(f"DTSTART{LONDON}:20260901T110000", f"DTEND{LONDON}:20260901T120000", "RRULE:FREQ=WEEKLY",
              "DESCRIPTION:We play and talk.", "LOCATION:Library", f"EXDATE{LONDON}:20261229T110000")
    )  # fmt: skip
    code, said = site.bring(later, today="2026-11-29")
    assert code == 0
    assert "Chess: people changed the summary; theirs stands." in said
    now = file.read_text(encoding="utf-8")
    assert "summary: Boards and tea.   # rang Jo" in now
    assert "every: Tuesday   # not in August" in now
    assert 'start: "11:00"' in now
    assert "except: [2026-12-29]" in now
    assert "taken_on: 2026-11-29" in now
    assert now.endswith("# a note of ours\n")
    assert "Nothing is new" in site.bring(later, today="2026-11-30")[1]


def test_changes_of_people_and_of_the_calendar_stand_side_by_side(site: House) -> None:
    moved = (f"DTSTART{LONDON}:20261201T110000", f"DTEND{LONDON}:20261201T120000")
    site.taken(head(event(*WEEKLY), override("20261201", *moved)))
    file = site.file("chess")
    mine = "  - {on: 2026-12-22, key: tuesdays, cancelled: nobody can come}"
    text = file.read_text(encoding="utf-8").replace("review_by:", f"{mine}\nreview_by:", 1)
    file.write_text(text, encoding="utf-8")
    off = (*moved, "STATUS:CANCELLED")
    site.bring(head(event(*WEEKLY), override("20261201", *off), override("20261215", *off)))
    assert site.fields("chess").partition("changes:\n")[2] == (
        "  - {on: 2026-12-01, key: tuesdays, cancelled: their calendar says so}\n"
        f"{mine}\n"
        "  - {on: 2026-12-15, key: tuesdays, cancelled: their calendar says so}\n"
    )
    site.bring(head(event(*WEEKLY)))
    assert site.fields("chess").partition("changes:\n")[2] == f"{mine}\n"


def test_single_days_that_are_over_stay_and_what_is_gone_is_said(site: House) -> None:
    days = [
        event(f"DTSTART;VALUE=DATE:{day}", uid=f"{day}@example.org", name="Fair")
        for day in ("20261101", "20261205", "20270109")
    ]
    site.taken(head(*days))
    site.bring(head(*days[1:2], event("DTSTART;VALUE=DATE:20270206", uid="new@example.org", name="Fair")))
    assert "on: [2026-11-01, 2026-12-05, 2027-02-06]" in site.fields("fair")
    assert "No longer in the calendar: Fair (fair)." in site.bring(head())[1]


def test_a_rule_that_changes_keeps_its_key(site: House) -> None:
    site.taken(head(event(*WEEKLY)))
    site.bring(head(event(f"DTSTART{LONDON}:20260902T103000", f"DTEND{LONDON}:20260902T120000", "RRULE:FREQ=WEEKLY")))
    assert "every: Wednesday" in site.fields("chess")
    assert "key: tuesdays" in site.fields("chess")


class Quiet(http.server.BaseHTTPRequestHandler):
    """Answers with a calendar, a way elsewhere, or far too much."""

    def do_GET(self) -> None:
        if self.path == "/elsewhere.ics":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
            return
        self.send_response(200 if self.path != "/gone.ics" else 404)
        self.end_headers()
        if self.path == "/large.ics":
            for _ in range(200):
                self.wfile.write(b"x" * 65_536)
        else:
            self.wfile.write(head(event(*WEEKLY)).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the interface of its parent
        del format, args


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as running:
        threading.Thread(target=partial(running.serve_forever, poll_interval=0.05), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("{}/gone.ics", "answers 404"),
        ("{}/elsewhere.ics", "answers 302"),
        ("{}/large.ics", "has more than 10 MB"),
        ("{}/a.ics?key=secret", "This address may be a secret one"),
        ("ftp://example.org/a.ics", "is not an address that can be asked"),
        ("https://jo:secret@example.org/a.ics", "There is a name or a password in the address"),
        ("http://127.0.0.1:1/a.ics", "cannot be reached"),
    ],
)
def test_an_address_that_gives_no_calendar_is_refused(address: str, said: str, server: str, site: House) -> None:
    code, found = site.address(address.format(server), "--category", "games")
    assert (code, said in found) == (1, True), found


def test_a_calendar_is_fetched_and_known_by_its_address(server: str, site: House) -> None:
    assert site.address(f"{server}/a.ics", "--category", "games")[0] == 0
    assert f"calendar: {server}/a.ics" in site.file("chess").read_text(encoding="utf-8")
    assert "Nothing is new" in site.address(f"{server}/a.ics")[1]
    assert site.address(f"{server}/a.ics?key=secret", "--category", "games", "--calendar", "the club's")[0] == 0
    assert "calendar: the club's" in site.file("chess-2").read_text(encoding="utf-8")
