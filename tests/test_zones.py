"""Time zones of the feeds, held against zoneinfo and against the parser of icalendar."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Timezone

from generator.feeds.zones import offset_text, vtimezone
from generator.schedule.zoned import zone_names

FIRST, LAST = date(2025, 11, 1), date(2028, 5, 1)
DAYS = [datetime(2025, 11, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in range((LAST - FIRST).days)]

LONDON = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:STANDARD
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE
"""
NEW_YORK = """\
BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:STANDARD
DTSTART:19701101T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZNAME:EST
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700308T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZNAME:EDT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
END:DAYLIGHT
END:VTIMEZONE
"""
KOLKATA = """\
BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZNAME:IST
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
END:STANDARD
END:VTIMEZONE
"""
CASABLANCA_2025 = """\
BEGIN:VTIMEZONE
TZID:Africa/Casablanca
BEGIN:DAYLIGHT
DTSTART:19700101T000000
TZNAME:+01
TZOFFSETFROM:+0100
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20250223T030000
TZNAME:+00
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20250406T020000
TZNAME:+01
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE
"""
JERUSALEM_2027 = """\
BEGIN:VTIMEZONE
TZID:Asia/Jerusalem
BEGIN:STANDARD
DTSTART:19700101T000000
TZNAME:IST
TZOFFSETFROM:+0200
TZOFFSETTO:+0200
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20270326T020000
TZNAME:IDT
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20271031T020000
TZNAME:IST
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize(
    ("name", "year", "text"),
    [
        ("Europe/London", 2027, LONDON),
        ("America/New_York", 2027, NEW_YORK),
        ("Asia/Kolkata", 2027, KOLKATA),
        ("Africa/Casablanca", 2025, CASABLANCA_2025),
        ("Asia/Jerusalem", 2027, JERUSALEM_2027),
    ],
)
def test_text_of_a_zone(name: str, year: int, text: str) -> None:
    assert vtimezone(name, date(year, 1, 1), date(year, 12, 31)) == text.replace("\n", "\r\n")


def zoneinfo(name: str) -> ZoneInfo:
    with resources.files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def onsets(text: str) -> list[tuple[datetime, timedelta]]:
    """The onsets (UTC, offset from then on) that a VTIMEZONE means, 1970 to the end of the span."""
    end = datetime(LAST.year, LAST.month, LAST.day)  # noqa: DTZ001 - wall-clock time
    return sorted(
        ((at - before).replace(tzinfo=UTC), after)
        for start, rule, before, after in observances(text)
        for at in (rrulestr(rule, dtstart=start).between(start, end, inc=True) if rule else [start])
    )


def observances(text: str) -> Iterator[tuple[datetime, str, timedelta, timedelta]]:
    for part in Timezone.from_ical(text).subcomponents:
        rule = part.get("RRULE")
        yield (
            part.decoded("DTSTART"),
            rule.to_ical().decode() if rule else "",
            part.decoded("TZOFFSETFROM"),
            part.decoded("TZOFFSETTO"),
        )


@pytest.mark.parametrize("initial", sorted({name[0] for name in zone_names()}))
def test_every_zone_reads_back_as_zoneinfo_says(initial: str) -> None:
    for name in sorted(zone_names()):
        text = vtimezone(name, FIRST, LAST)
        if not name.startswith(initial) or not text:
            continue
        zone = zoneinfo(name)
        starts, offsets = zip(*onsets(text), strict=True)
        edges = [start + timedelta(seconds=second) for start in starts[-8:] for second in (-1, 0)]
        for instant in [*DAYS[::3], *(edge for edge in edges if DAYS[0] <= edge <= DAYS[-1])]:
            offset = offsets[bisect_right(starts, instant) - 1]
            assert offset == instant.astimezone(zone).utcoffset(), (name, instant)


@pytest.mark.parametrize(
    "name",
    [
        "Africa/Cairo",
        "America/Havana",
        "America/Nuuk",
        "America/Santiago",
        "America/St_Johns",
        "Antarctica/Troll",
        "Asia/Gaza",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Europe/Dublin",
        "Europe/London",
        "Pacific/Chatham",
        "Pacific/Kiritimati",
    ],
)
def test_icalendar_makes_the_same_zone_of_it(name: str) -> None:
    parsed = Timezone.from_ical(vtimezone(name, FIRST, LAST))
    assert isinstance(parsed, Timezone)
    read = parsed.to_tz(lookup_tzid=False)
    zone = zoneinfo(name)
    for instant in DAYS[::5]:
        wall = instant.astimezone(zone).replace(tzinfo=None)
        assert wall.replace(tzinfo=read).utcoffset() == wall.replace(tzinfo=zone).utcoffset(), (name, instant)


def test_outlook_gets_one_or_two_yearly_rules_for_nearly_all_zones() -> None:
    texts = [vtimezone(name, date(2031, 1, 1), date(2032, 6, 30)) for name in zone_names()]
    assert not any("RDATE" in text for text in texts)
    assert not any(text.count("TZNAME") > 2 for text in texts if "RRULE" in text)
    assert len([text for text in texts if text.count("TZNAME") > 1 and "RRULE" not in text]) < 20


def test_a_span_before_the_present_rule_is_written_out() -> None:
    assert "RRULE" not in vtimezone("Europe/Moscow", date(2010, 1, 1), date(2026, 1, 1))
    assert vtimezone("Europe/Moscow", FIRST, LAST).count("BEGIN:") == 2


@pytest.mark.parametrize("name", ["UTC", "Etc/UTC", "Zulu"])
def test_utc_needs_no_description(name: str) -> None:
    assert vtimezone(name, FIRST, LAST) == ""


def test_no_line_needs_folding() -> None:
    lines = [line for name in zone_names() for line in vtimezone(name, FIRST, LAST).split("\r\n")]
    assert max(map(len, lines)) <= 75


@pytest.mark.parametrize("name", ["Europe/Atlantis", "../zones", "", "Europe"])
def test_only_names_of_zones_are_looked_up(name: str) -> None:
    with pytest.raises(LookupError, match="not a zone"):
        vtimezone(name, FIRST, LAST)


@pytest.mark.parametrize(
    ("offset", "text"),
    [
        (timedelta(hours=5, minutes=30), "+0530"),
        (timedelta(0), "+0000"),
        (-timedelta(hours=3, minutes=30), "-0330"),
        (-timedelta(minutes=30, seconds=45), "-003045"),
    ],
)
def test_an_offset_is_written_with_sign_and_seconds_only_where_needed(offset: timedelta, text: str) -> None:
    assert offset_text(offset) == text
