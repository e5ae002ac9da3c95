"""Days of items: bounds, skips, months that lack the day, first and nearest days."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from types import FrameType
from typing import TypedDict, Unpack

import pytest

from generator.schedule.expand import days, first_day, has_day, last_day, nearest_day, rule_days, series, to_rrule
from generator.schedule.language import Misread, parse_every
from generator.schedule.rules import (
    Dates,
    Item,
    MonthlyDay,
    MonthlyWeekday,
    Period,
    Rule,
    Skips,
    Weekly,
    Window,
    Yearly,
)

EPOCH = date(2024, 1, 1)  # a Monday
YEAR = Window(date(2026, 1, 1), date(2026, 12, 31))
TUESDAYS = Item(Weekly((1,)))


@dataclass(frozen=True)
class Almanac:
    """Two public holidays and some closures."""

    holidays: dict[date, str] = field(default_factory=dict)
    closures: dict[str, tuple[Period, ...]] = field(default_factory=dict)

    def is_public_holiday(self, day: date) -> str | None:
        return self.holidays.get(day)

    def closure(self, id: str) -> tuple[Period, ...]:  # noqa: A002 - the protocol's own word
        return self.closures[id]


class Bounds(TypedDict, total=False):
    first: date
    until: date
    times: int | None


def item(every: str, **bounds: Unpack[Bounds]) -> Item:
    rule = parse_every(every)
    assert not isinstance(rule, Misread)
    return Item(rule, **bounds)


TraceFunction = Callable[[FrameType, str, object], "TraceFunction"]


def shown(found: Iterator[date]) -> list[str]:
    return [f"{day:%m-%d}" for day in found]


@pytest.mark.parametrize(
    ("every", "bounds", "expected"),
    [
        ("6 January", {}, ["01-06"]),
        ("31st of the month", {}, ["01-31", "03-31", "05-31", "07-31", "08-31", "10-31", "12-31"]),
        ("5th Monday", {}, ["03-30", "06-29", "08-31", "11-30"]),
        ("29 February", {}, []),
        ("last day of February", {}, ["02-28"]),
        ("2nd Sunday of November", {}, ["11-08"]),
        (
            "1st and last Friday",
            {"until": date(2026, 3, 31)},
            ["01-02", "01-30", "02-06", "02-27", "03-06", "03-27"],
        ),
        ("2 weeks on Monday", {"first": date(2026, 11, 25)}, ["11-30", "12-14", "12-28"]),
        ("4 weeks on Monday", {"first": date(2026, 9, 1)}, ["09-07", "10-05", "11-02", "11-30", "12-28"]),
        ("last Monday", {"first": date(2026, 9, 1)}, ["09-28", "10-26", "11-30", "12-28"]),
        ("2 weeks on Monday and Sunday", {"first": date(2026, 12, 2)}, ["12-06", "12-14", "12-20", "12-28"]),
        ("3 months on the 31st", {"first": date(2026, 2, 1)}, ["03-31", "12-31"]),
        ("2 months on the 1st and 3rd Thursday", {"first": date(2026, 9, 10)}, ["09-17", "11-05", "11-19"]),
        ("10 days", {"first": date(2026, 12, 5)}, ["12-05", "12-15", "12-25"]),
        ("Tuesday", {"first": date(2026, 12, 1), "until": date(2026, 12, 15)}, ["12-01", "12-08", "12-15"]),
        ("Tuesday", {"first": date(2026, 12, 20), "until": date(2026, 12, 21)}, []),
        ("Tuesday", {"first": date(2025, 12, 20), "times": 3}, ["01-06"]),
        ("Tuesday and Friday", {"first": date(2026, 1, 7), "times": 4}, ["01-09", "01-13", "01-16", "01-20"]),
        ("2 weeks on Tuesday and Friday", {"first": date(2026, 1, 6), "times": 3}, ["01-06", "01-09", "01-20"]),
        ("1st and 3rd Monday", {"first": date(2026, 1, 10), "times": 3}, ["01-19", "02-02", "02-16"]),
        ("Tuesday", {"first": date(2026, 1, 1), "times": 9, "until": date(2026, 1, 14)}, ["01-06", "01-13"]),
    ],
)
def test_days_of_a_year(every: str, bounds: Bounds, expected: list[str]) -> None:
    assert shown(rule_days(item(every, **bounds), YEAR, EPOCH)) == expected


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (date(2024, 2, 29), [2024, 2028, 2032]),
        (date(2025, 1, 1), [2028, 2032]),
        (date(2096, 3, 1), [2104]),
    ],
)
def test_29_february_falls_in_leap_years_only(first: date, expected: list[int]) -> None:
    window = Window(date(2024, 1, 1), date(2104, 12, 31))
    found = rule_days(Item(Yearly(2, 29), first=first), window, EPOCH)
    assert [day.year for day in islice(found, len(expected))] == expected


def test_single_days_are_sorted_and_need_no_beginning() -> None:
    dates = Dates((date(2026, 5, 2), date(1999, 1, 1), date(2026, 1, 3), date(2026, 5, 2)))
    assert shown(rule_days(Item(dates), YEAR, EPOCH)) == ["01-03", "05-02"]
    assert first_day(Item(dates), EPOCH) == date(1999, 1, 1)
    assert last_day(Item(dates), EPOCH) == date(2026, 5, 2)


def test_no_single_days_are_no_days() -> None:
    empty = Item(Dates(()))
    assert first_day(empty, EPOCH) is None
    assert last_day(empty, EPOCH) is None
    assert list(rule_days(empty, YEAR, EPOCH)) == []


def test_a_rule_without_a_first_day_begins_at_the_epoch() -> None:
    window = Window(date(2023, 12, 1), date(2024, 1, 10))
    assert shown(rule_days(TUESDAYS, window, EPOCH)) == ["01-02", "01-09"]
    assert first_day(TUESDAYS, EPOCH) == date(2024, 1, 2)


def test_an_endless_item_reaches_the_last_day_of_the_calendar() -> None:
    late = Window(date(9999, 12, 20), date.max)
    for every in ("Friday", "31st of the month", "last Friday", "31 December"):
        assert date.max in list(rule_days(item(every), late, EPOCH))


def test_skips_public_holidays_closures_and_days() -> None:
    almanac = Almanac(
        {date(2026, 12, 8): "Founders’ Day"},
        {"christmas": (Period(date(2026, 12, 20), date(2027, 1, 3), None),)},
    )
    december = Window(date(2026, 12, 1), date(2027, 1, 31))
    skips = Skips(True, ("christmas",), (date(2027, 1, 12),))
    planned = days(replace(TUESDAYS, skips=skips), december, almanac, epoch=EPOCH)
    assert shown(planned) == ["12-01", "12-15", "01-05", "01-19", "01-26"]


def test_public_holidays_stay_where_they_are_not_skipped() -> None:
    almanac = Almanac({date(2026, 12, 8): "Founders’ Day"})
    week = Window(date(2026, 12, 7), date(2026, 12, 13))
    assert shown(days(TUESDAYS, week, almanac, epoch=EPOCH)) == ["12-08"]


def test_times_counts_skipped_days_as_rrule_does_with_exdate() -> None:
    first = date(2026, 12, 1)
    three = replace(TUESDAYS, first=first, times=3, skips=Skips(days=(date(2026, 12, 8),)))
    assert shown(days(three, YEAR, Almanac(), epoch=EPOCH)) == ["12-01", "12-15"]


@pytest.mark.parametrize(
    ("rule", "bounds", "first", "last"),
    [
        (Weekly((1,)), {}, date(2024, 1, 2), None),
        (Weekly((1,)), {"times": 1}, date(2024, 1, 2), date(2024, 1, 2)),
        (Weekly((1, 3), 2), {"first": date(2026, 1, 1), "times": 4}, date(2026, 1, 1), date(2026, 1, 27)),
        (MonthlyDay((31,)), {"first": date(2026, 2, 1), "times": 2}, date(2026, 3, 31), date(2026, 5, 31)),
        (MonthlyWeekday((5,), 0), {"first": date(2026, 1, 1)}, date(2026, 3, 30), None),
        (Yearly(2, 29), {"first": date(2097, 1, 1)}, date(2104, 2, 29), None),
        (Weekly((1,)), {"until": date(2024, 1, 1)}, None, None),
    ],
)
def test_first_and_last_day(rule: Rule, bounds: Bounds, first: date | None, last: date | None) -> None:
    one = Item(rule, **bounds)
    assert (first_day(one, EPOCH), last_day(one, EPOCH)) == (first, last)


@pytest.mark.parametrize(
    ("every", "bounds", "day", "nearest"),
    [
        ("Tuesday", {}, date(2026, 12, 8), date(2026, 12, 8)),
        ("Tuesday", {}, date(2026, 12, 10), date(2026, 12, 8)),
        ("Tuesday", {}, date(2026, 12, 12), date(2026, 12, 15)),
        ("2 weeks on Monday", {"first": date(2026, 1, 5)}, date(2026, 1, 12), date(2026, 1, 5)),
        ("Tuesday", {"first": date(2026, 12, 1)}, date(2020, 1, 1), date(2026, 12, 1)),
        ("Tuesday", {"until": date(2024, 2, 1)}, date(2026, 1, 1), date(2024, 1, 30)),
        ("Tuesday", {"until": date(2024, 2, 1)}, date(2060, 1, 1), date(2024, 1, 30)),
        ("29 February", {}, date(2027, 1, 1), date(2028, 2, 29)),
        ("29 February", {"first": date(2090, 1, 1)}, date(2099, 1, 1), date(2096, 2, 29)),
        ("20 years on 6 January", {"first": date(2024, 1, 1)}, date(2037, 1, 1), date(2044, 1, 6)),
        ("20 years on 6 January", {"first": date(2024, 1, 1), "times": 1}, date(2037, 1, 1), date(2024, 1, 6)),
        ("Tuesday", {"until": date(2024, 1, 1)}, date(2026, 1, 1), None),
    ],
)
def test_nearest_day(every: str, bounds: Bounds, day: date, nearest: date | None) -> None:
    one = item(every, **bounds)
    assert nearest_day(one, day, EPOCH) == nearest
    assert has_day(one, day, EPOCH) is (nearest == day)


@pytest.mark.parametrize(
    ("every", "first", "expected"),
    [
        ("Tuesday", date(2026, 9, 1), [("", "FREQ=WEEKLY;BYDAY=TU", date(2026, 9, 1))]),
        (
            "2 weeks on Monday and Thursday",
            date(2026, 9, 2),
            [("", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", date(2026, 9, 3))],
        ),
        (
            "2nd and last Thursday",
            date(2026, 9, 15),
            [
                ("2th", "FREQ=MONTHLY;BYDAY=2TH", date(2026, 10, 8)),
                ("lastth", "FREQ=MONTHLY;BYDAY=-1TH", date(2026, 9, 24)),
            ],
        ),
        (
            "15th and last day of the month",
            date(2026, 9, 1),
            [
                ("15", "FREQ=MONTHLY;BYMONTHDAY=15", date(2026, 9, 15)),
                ("last", "FREQ=MONTHLY;BYMONTHDAY=-1", date(2026, 9, 30)),
            ],
        ),
        ("29 February", date(2026, 1, 1), [("", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2028, 2, 29))]),
        (
            "2nd Thursday of March and June",
            date(2026, 4, 1),
            [
                ("3-2th", "FREQ=YEARLY;BYMONTH=3;BYDAY=2TH", date(2027, 3, 11)),
                ("6-2th", "FREQ=YEARLY;BYMONTH=6;BYDAY=2TH", date(2026, 6, 11)),
            ],
        ),
        ("3 days", date(2026, 4, 1), [("", "FREQ=DAILY;INTERVAL=3", date(2026, 4, 1))]),
    ],
)
def test_series_have_one_ordinal_each_and_their_own_first_day(
    every: str, first: date, expected: list[tuple[str, str, date]]
) -> None:
    found = series(item(every, first=first), EPOCH)
    assert [(one.code, one.rrule, one.first) for one in found] == expected
    assert to_rrule(item(every, first=first), EPOCH) == tuple(rrule for _, rrule, _ in expected)


def test_a_series_that_never_falls_before_the_end_is_left_out() -> None:
    one = item("1st and 3rd Monday", first=date(2026, 9, 8), until=date(2026, 9, 30))
    assert to_rrule(one, EPOCH) == ("FREQ=MONTHLY;BYDAY=3MO",)
    assert [found.last for found in series(one, EPOCH)] == [date(2026, 9, 30)]


def test_single_days_are_no_series() -> None:
    assert series(Item(Dates((date(2026, 1, 1),))), EPOCH) == ()


def lines_run(work: Iterator[date]) -> int:
    """How many lines of Python run until the iterator is exhausted."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        for _ in work:
            pass
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize(
    ("every", "times"),
    [
        ("Tuesday", None),
        ("Tuesday", 5000),
        ("day", None),
        ("day", 9000),
        ("2 weeks on Monday and Thursday", None),
        ("2 weeks on Monday and Thursday", 5000),
        ("2nd and 4th Thursday", None),
        ("31st of the month", None),
        ("6 January", None),
    ],
)
def test_work_depends_on_the_window_not_on_the_distance_from_the_first_day(every: str, times: int | None) -> None:
    month = Window(date(2026, 12, 1), date(2026, 12, 31))
    near = date(2026, 11, 23)
    far = near - timedelta(weeks=1000)
    from_near = lines_run(rule_days(item(every, first=near, times=times), month, EPOCH))
    from_far = lines_run(rule_days(item(every, first=far, times=times), month, EPOCH))
    assert from_far <= from_near + 40


def test_expansion_is_lazy() -> None:
    for_ever = Window(EPOCH, date.max)
    assert lines_run(islice(rule_days(TUESDAYS, for_ever, EPOCH), 3)) < 200
