"""Wall-clock times over changes of clocks, east and west, north and south."""

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from generator.schedule.rules import Item, Weekly
from generator.schedule.zoned import at, span, zone, zone_names


def known(name: str) -> ZoneInfo:
    found = zone(name)
    assert found is not None
    return found


def utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}"


def wall(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("name", "day", "clock", "in_utc", "shown"),
    [
        # summer and winter
        ("Europe/London", date(2026, 7, 1), time(10, 30), "2026-07-01 09:30", "2026-07-01 10:30"),
        ("Europe/London", date(2026, 12, 1), time(10, 30), "2026-12-01 10:30", "2026-12-01 10:30"),
        # London skips 01:00 to 02:00 on 29 March and repeats it on 25 October 2026
        ("Europe/London", date(2026, 3, 29), time(1, 30), "2026-03-29 01:30", "2026-03-29 02:30"),
        ("Europe/London", date(2026, 3, 29), time(2, 0), "2026-03-29 01:00", "2026-03-29 02:00"),
        ("Europe/London", date(2026, 10, 25), time(1, 30), "2026-10-25 00:30", "2026-10-25 01:30"),
        # the two examples of RFC 5545 section 3.3.5
        ("America/New_York", date(2007, 11, 4), time(1, 30), "2007-11-04 05:30", "2007-11-04 01:30"),
        ("America/New_York", date(2007, 3, 11), time(2, 30), "2007-03-11 07:30", "2007-03-11 03:30"),
        # Lord Howe Island moves its clocks by half an hour
        ("Australia/Lord_Howe", date(2026, 4, 5), time(1, 45), "2026-04-04 14:45", "2026-04-05 01:45"),
        ("Australia/Lord_Howe", date(2026, 10, 4), time(2, 15), "2026-10-03 15:45", "2026-10-04 02:45"),
        # Morocco's clocks went back for Ramadan 2026, in the middle of winter
        ("Africa/Casablanca", date(2026, 2, 14), time(10, 0), "2026-02-14 09:00", "2026-02-14 10:00"),
        ("Africa/Casablanca", date(2026, 2, 16), time(10, 0), "2026-02-16 10:00", "2026-02-16 10:00"),
        # Samoa had no 30 December 2011
        ("Pacific/Apia", date(2011, 12, 29), time(10, 0), "2011-12-29 20:00", "2011-12-29 10:00"),
        ("Pacific/Apia", date(2011, 12, 30), time(10, 0), "2011-12-30 20:00", "2011-12-31 10:00"),
    ],
)
def test_wall_clock_times(name: str, day: date, clock: time, in_utc: str, shown: str) -> None:
    moment = at(day, clock, known(name))
    assert (utc(moment), wall(moment)) == (in_utc, shown)


def session(start: time | None, end: time | None, *, next_day: bool = False) -> Item:
    return Item(Weekly((6,)), start=start, end=end, next_day=next_day)


LONDON, NEW_YORK = "Europe/London", "America/New_York"
NIGHT = session(time(22), time(4), next_day=True)
ALL_DAY = session(None, None)


@pytest.mark.parametrize(
    ("name", "item", "day", "shown", "hours"),
    [
        (LONDON, session(time(10), time(12)), date(2026, 6, 7), ("06-07 10:00", "06-07 12:00"), 2),
        # over midnight, and over both changes of clocks
        (LONDON, NIGHT, date(2026, 6, 6), ("06-06 22:00", "06-07 04:00"), 6),
        (LONDON, NIGHT, date(2026, 3, 28), ("03-28 22:00", "03-29 04:00"), 5),
        (LONDON, NIGHT, date(2026, 10, 24), ("10-24 22:00", "10-25 04:00"), 7),
        ("Australia/Lord_Howe", NIGHT, date(2026, 4, 4), ("04-04 22:00", "04-05 04:00"), 6.5),
        # starts in the skipped hour: by the clock the end would come first
        (LONDON, session(time(1, 30), time(2, 15)), date(2026, 3, 29), ("03-29 02:30", "03-29 03:15"), 0.75),
        # all day is as long as the day
        (LONDON, ALL_DAY, date(2026, 6, 7), ("06-07 00:00", "06-08 00:00"), 24),
        (LONDON, ALL_DAY, date(2026, 3, 29), ("03-29 00:00", "03-30 00:00"), 23),
        (NEW_YORK, ALL_DAY, date(2026, 11, 1), ("11-01 00:00", "11-02 00:00"), 25),
        # without an end
        (LONDON, session(time(10), None), date(2026, 6, 7), ("06-07 10:00", "06-07 10:00"), 0),
    ],
)
def test_sessions_begin_and_end_by_the_clock(
    name: str, item: Item, day: date, shown: tuple[str, str], hours: float
) -> None:
    start, end = span(item, day, known(name))
    assert (f"{start:%m-%d %H:%M}", f"{end:%m-%d %H:%M}") == shown
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "name", ["", "Europe", "Europe/london", "../Europe/London", "GMT Standard Time", "/etc/localtime"]
)
def test_a_name_that_is_no_zone_gives_none(name: str) -> None:
    assert zone(name) is None


def test_zone_names_are_offered_for_hints() -> None:
    assert {"Europe/London", "America/New_York", "Pacific/Apia"} <= zone_names()


def test_zone_data_come_from_the_package_alone() -> None:
    code = (
        "import zoneinfo, generator.schedule.zoned as zoned\n"
        "zoneinfo.ZoneInfo('Europe/London')\n"
        "zoned.zone('Europe/London')\n"
        "print(zoneinfo.TZPATH, zoned.zone('Europe/London') is zoneinfo.ZoneInfo('Europe/London'))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "() True\n"
