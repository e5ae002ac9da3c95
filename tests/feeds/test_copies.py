"""Files that the browser makes from sessions to keep, as other people's calendar engines read them."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.capabilities import TESTS, node
from tests.engines import ical_js_of_text, ical_lib_parse, libical_errors, recurring_sessions

TEA: Mapping[str, object] = {
    "url": "https://example.org/activities/tea/",
    "title": "Tea; cake, and é 🫖" * 5,
    "day": "2026-12-01",
    "start": 630,
    "end": 720,
    "zone": "Europe/London",
    "place": "Hall; or, barn, 1 Mill\\Lane",
    "text": "Come.\nBEGIN:VALARM",
}
ALL_DAY: Mapping[str, object] = {**TEA, "title": "Trip", "day": "2026-12-31", "start": None, "end": None}
PAST_MIDNIGHT: Mapping[str, object] = {**TEA, "title": "Quiz", "day": "2027-06-30", "start": 1320, "end": 1470}
SESSIONS = (TEA, PAST_MIDNIGHT, ALL_DAY)
EXPECTED = [
    (datetime(2026, 12, 1, 10, 30, tzinfo=UTC), datetime(2026, 12, 1, 12, tzinfo=UTC), TEA["title"]),
    (date(2026, 12, 31), date(2027, 1, 1), "Trip"),
    (datetime(2027, 6, 30, 21, tzinfo=UTC), datetime(2027, 6, 30, 23, 30, tzinfo=UTC), "Quiz"),
]
FIRST, LAST = date(2026, 11, 1), date(2027, 12, 31)

pytestmark = pytest.mark.needs("node")


def copies(sessions: Sequence[Mapping[str, object]] = SESSIONS) -> str:
    program = node()
    assert program is not None
    run = subprocess.run(
        [program, str(TESTS / "tools/copies.mjs")], input=json.dumps(sessions).encode(), capture_output=True, check=True
    )
    return run.stdout.decode()


def test_strict_readers_find_each_session_at_its_moment() -> None:
    text = copies()

    assert [(one.start, one.end, one.summary) for one in ical_lib_parse(text)] == EXPECTED
    assert [(one.start, one.end, one.summary) for one in recurring_sessions(text, FIRST, LAST)] == EXPECTED


def test_icalendar_reads_each_text_as_it_was_written() -> None:
    tea, *_ = Calendar.from_ical(copies()).walk("VEVENT")

    assert tea.errors == []
    assert str(tea["LOCATION"]) == TEA["place"]
    assert str(tea["DESCRIPTION"]).startswith("Come.\nBEGIN:VALARM\n\nThis is a copy.")
    assert {sub.name for sub in Calendar.from_ical(copies()).walk()} == {"VCALENDAR", "VEVENT"}


@pytest.mark.needs("ical.js")
def test_ical_js_finds_each_session_at_its_moment() -> None:
    found = ical_js_of_text(copies(), FIRST, LAST)

    assert [(one.start, one.end, one.summary) for one in found] == EXPECTED


@pytest.mark.needs("libical")
def test_libical_has_nothing_to_complain_of(tmp_path: Path) -> None:
    path = tmp_path / "copies.ics"
    path.write_bytes(copies().encode())

    assert libical_errors([path]) == {str(path): ()}
