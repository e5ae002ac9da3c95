"""The engines see in a feed written by hand what a person sees in it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from ical.exceptions import CalendarParseError

from tests.engines import (
    Found,
    ical_js_of_text,
    ical_js_sessions,
    ical_lib_parse,
    libical_errors,
    recurring_sessions,
)

FEED = (Path(__file__).parent / "engines.ics").read_bytes().decode()
FIRST, LAST = date(2026, 10, 1), date(2026, 11, 30)
TEA, TRIP = "tea@example.org", "trip@example.org"


def tea(start: str, end: str, summary: str = "Tea", status: str | None = None) -> Found:
    """A session of the series, its times in UTC."""
    return Found(
        uid=TEA,
        start=datetime.fromisoformat(start).replace(tzinfo=UTC),
        end=datetime.fromisoformat(end).replace(tzinfo=UTC),
        summary=summary,
        status=status,
    )


SESSIONS = (
    tea("2026-10-06 09:30", "2026-10-06 11:00"),
    # 13 October is left out. The clocks go back on 25 October: half past ten is then half past ten in UTC.
    tea("2026-10-20 09:30", "2026-10-20 11:00"),
    tea("2026-10-27 10:30", "2026-10-27 12:00"),
    tea("2026-11-04 14:00", "2026-11-04 15:30", "Tea at the library"),  # moved from 3 November
    tea("2026-11-10 10:30", "2026-11-10 12:00", status="CANCELLED"),
    Found(uid=TRIP, start=date(2026, 11, 14), end=date(2026, 11, 16), summary="Weekend by the sea"),
    tea("2026-11-17 10:30", "2026-11-17 12:00"),
    tea("2026-11-24 10:30", "2026-11-24 12:00"),
)


def test_recurring_ical_events_finds_the_sessions() -> None:
    assert recurring_sessions(FEED, FIRST, LAST) == SESSIONS


@pytest.mark.needs("ical.js")
def test_ical_js_finds_the_sessions() -> None:
    assert ical_js_of_text(FEED, FIRST, LAST) == SESSIONS


@pytest.mark.needs("ical.js")
@pytest.mark.parametrize(("day", "summaries"), [(date(2026, 11, 3), []), (date(2026, 11, 4), ["Tea at the library"])])
def test_a_session_moved_to_another_day_counts_on_that_day(day: date, summaries: list[str]) -> None:
    assert [found.summary for found in recurring_sessions(FEED, day, day)] == summaries
    assert [found.summary for found in ical_js_of_text(FEED, day, day)] == summaries


@pytest.mark.needs("ical.js")
def test_ical_js_refuses_a_broken_feed(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ics"
    broken.write_text(FEED.replace("BEGIN:VEVENT", "BEGIN:VEVENT:", 1))

    with pytest.raises(AssertionError, match="ical_js"):
        ical_js_sessions(broken, FIRST, LAST)


def test_the_strict_reader_reads_every_event_of_the_feed() -> None:
    starts = [found.start for found in ical_lib_parse(FEED)]

    assert starts == [
        datetime(2026, 10, 6, 9, 30, tzinfo=UTC),
        datetime(2026, 11, 4, 14, 0, tzinfo=UTC),
        datetime(2026, 11, 10, 10, 30, tzinfo=UTC),
        date(2026, 11, 14),
    ]


def test_the_strict_reader_refuses_a_rule_that_is_none() -> None:
    with pytest.raises(CalendarParseError, match="WEEKLY"):
        ical_lib_parse(FEED.replace("FREQ=WEEKLY", "FREQ=NEVER"))


@pytest.mark.needs("libical")
def test_libical_names_what_is_wrong_in_each_feed(tmp_path: Path) -> None:
    feeds = {
        "good": FEED,
        "rule": FEED.replace("FREQ=WEEKLY", "FREQ=NEVER"),
        "twice": FEED.replace("SUMMARY:Tea\r\n", "SUMMARY:Tea\r\nSUMMARY:Coffee\r\n", 1),
        "junk": "hello\r\n",
        "two": FEED + FEED,
    }
    for name, text in feeds.items():
        (tmp_path / name).write_bytes(text.encode())

    found = {Path(path).name: " ".join(errors) for path, errors in libical_errors(sorted(tmp_path.iterdir())).items()}

    assert not found["good"]
    assert "RRULE" in found["rule"]
    assert "SUMMARY" in found["twice"]
    assert found["junk"] == "not a calendar"
    assert found["two"] == "not one calendar"
