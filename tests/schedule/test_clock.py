"""Times of day as coordinators write them."""

from datetime import time

import pytest

from generator.schedule.language import Misread, parse_clock, parse_end

GENERAL = "Write hours and minutes on the 24-hour clock, such as “10:30” or “14:00”."


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("10:30", time(10, 30)),
        ("9:00", time(9)),
        ("09:00", time(9)),
        ("00:00", time()),
        (" 23:59 ", time(23, 59)),
    ],
)
def test_reads_the_24_hour_clock(written: str, clock: time) -> None:
    assert parse_clock(written) == clock


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("10.30", "Write “10:30”."),
        ("1030", "Write “10:30”."),
        ("10", "Write “10:00”."),
        ("2pm", "Write “14:00”."),
        ("2.30 p.m.", "Write “14:30”."),
        ("10:30 am", "Write “10:30”."),
        ("12am", "Write “00:00”."),
        ("12 pm", "Write “12:00”."),
        ("7 o'clock", "Write “07:00”."),
        ("10:30:00", "Write “10:30”."),
        ("noon", "Write “12:00”."),
        ("12 noon", "Write “12:00”."),
        ("midnight", "Write “00:00”."),
        ("25:00", GENERAL),
        ("10:60", GENERAL),
        ("13 pm", GENERAL),
        ("9:5", GENERAL),
        ("afternoon", GENERAL),
        ("", GENERAL),
        ("١٠:٣٠", GENERAL),
    ],
)
def test_refuses_other_times_with_the_right_one_as_hint(written: str, hint: str) -> None:
    assert parse_clock(written) == Misread(f"“{written}” is not a time that we can read.", hint)


def test_says_how_to_write_an_end_at_midnight() -> None:
    assert parse_clock("24:00") == Misread(
        "24:00 is not a time on the clock.", "For an end at midnight write “00:00 next day”."
    )


@pytest.mark.parametrize(
    ("written", "end"),
    [
        ("12:00", (time(12), False)),
        ("01:00 next day", (time(1), True)),
        ("1:00 the Next  Day", (time(1), True)),
        ("00:00, next day", (time(), True)),
    ],
)
def test_reads_an_end_on_the_next_day(written: str, end: tuple[time, bool]) -> None:
    assert parse_end(written) == end


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("01:00 +1", "“01:00 +1” is not a time that we can read.", "Write “01:00 next day”."),
        ("01:00 tomorrow", "“01:00 tomorrow” is not a time that we can read.", "Write “01:00 next day”."),
        ("1am next day", "“1am next day” is not a time that we can read.", "Write “01:00 next day”."),
        ("late next day", "“late next day” is not a time that we can read.", GENERAL),
        ("12.00", "“12.00” is not a time that we can read.", "Write “12:00”."),
    ],
)
def test_refuses_other_ends(written: str, message: str, hint: str) -> None:
    assert parse_end(written) == Misread(message, hint)
