"""Our expansion and our RRULEs against engines that know nothing of ours, and against the plain meaning of a rule."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

import recurring_ical_events
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, vRecur

from generator.schedule.expand import first_day, has_day, nearest_day, rule_days, series
from generator.schedule.language import parse_every, parse_rrule
from generator.schedule.rules import EVERY_DAY, LAST, Item, Misread, MonthlyDay, MonthlyWeekday, Rule, Weekly, Window
from generator.schedule.shapes import monthly_days, raw, yearly_days, yearly_weekday

EPOCH = date(2020, 1, 1)
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
quick = settings(max_examples=200)


def some(values: tuple[int, ...], most: int = 3) -> st.SearchStrategy[tuple[int, ...]]:
    """Some of the values, in order, without those that clash with the last one."""
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True).map(in_order)


def in_order(numbers: list[int]) -> tuple[int, ...]:
    apart = [number for number in numbers if LAST not in numbers or number == LAST or number < 4]
    return tuple(sorted(apart, key=lambda number: (number == LAST, number)))


weekdays = st.integers(0, 6)
intervals = st.integers(1, 5)
ordinals = some((1, 2, 3, 4, 5, LAST))
month_days = some((*range(1, 32), LAST))
months = some(tuple(range(1, 13)))
weekly = st.builds(Weekly, some(EVERY_DAY, 7), intervals)
monthly_weekday = st.builds(MonthlyWeekday, ordinals, weekdays, intervals)
daily = st.integers(2, 40).map(lambda interval: raw("DAILY", interval))


def sure(rule: Rule | Misread) -> Rule:
    assert not isinstance(rule, Misread)
    return rule


monthly = st.builds(monthly_days, month_days, intervals).map(sure)
yearly_by_weekday = st.builds(yearly_weekday, months, ordinals, weekdays, intervals).map(sure)


@st.composite
def yearly_by_day(draw: st.DrawFn) -> Rule:
    within = draw(months)
    longest = min(LONGEST[month - 1] for month in within)
    numbers = draw(some((*range(1, longest + 1), LAST)))
    return sure(yearly_days(within, numbers, draw(intervals)))


rules: st.SearchStrategy[Rule] = st.one_of(weekly, monthly_weekday, monthly, daily, yearly_by_weekday, yearly_by_day())
some_days = st.dates(date(2019, 1, 1), date(2031, 12, 31))


@st.composite
def items(draw: st.DrawFn) -> Item:
    first = draw(some_days)
    until = draw(st.none() | st.integers(0, 1500).map(lambda after: first + timedelta(days=after)))
    times = draw(st.none() | st.integers(1, 30))
    return Item(draw(rules), first=first, until=until, times=times)


def begins(item: Item) -> date:
    assert item.first is not None
    return item.first


@st.composite
def windows(draw: st.DrawFn, item: Item) -> Window:
    begin = begins(item) + timedelta(days=draw(st.integers(-300, 1500)))
    return Window(begin, begin + timedelta(days=draw(st.integers(0, 500))))


def calendar_of(item: Item) -> Calendar:
    calendar = Calendar()
    for one in series(item, EPOCH):
        event = Event()
        event.add("uid", f"{one.code}@example.org")
        event.add("dtstart", one.first)
        event.add("dtend", one.first + timedelta(days=1))
        recurrence = vRecur.from_ical(one.rrule)
        if one.last is not None:
            recurrence["UNTIL"] = [one.last]
        event.add("rrule", recurrence)
        calendar.add_component(event)
    return calendar


@quick
@given(st.data())
def test_an_engine_that_reads_our_series_finds_our_days(data: st.DataObject) -> None:
    item = data.draw(items())
    window = data.draw(windows(item))
    found = recurring_ical_events.of(calendar_of(item)).between(window.first, window.last + timedelta(days=1))
    theirs = sorted(event["DTSTART"].dt for event in found)
    assert list(rule_days(item, window, EPOCH)) == theirs


def moments(text: str, first: date, window: Window) -> list[date]:
    """The days that dateutil finds for one RRULE with all its ordinals, counted from our first day."""
    rule = rrulestr(text, dtstart=at_midnight(first))
    return [found.date() for found in rule.between(at_midnight(window.first), at_midnight(window.last), inc=True)]


def at_midnight(day: date) -> datetime:
    return datetime.combine(day, time())


@quick
@given(st.data())
def test_several_ordinals_together_are_what_dateutil_makes_of_one_rrule(data: st.DataObject) -> None:
    rule = data.draw(st.one_of(weekly, monthly_weekday, st.builds(MonthlyDay, month_days)))
    item = Item(rule, first=data.draw(some_days), times=data.draw(st.none() | st.integers(1, 30)))
    window = data.draw(windows(item))
    text = in_one_rrule(rule) + (f";COUNT={item.times}" if item.times else "")
    first = first_day(item, EPOCH)
    assert first is not None
    assert list(rule_days(item, window, EPOCH)) == moments(text, first, window)


def in_one_rrule(rule: Weekly | MonthlyWeekday | MonthlyDay) -> str:
    match rule:
        case Weekly():
            return f"FREQ=WEEKLY;INTERVAL={rule.interval};BYDAY={codes(rule.days)}"
        case MonthlyWeekday():
            by = ",".join(f"{n}{codes([rule.weekday])}" for n in rule.ordinals)
            return f"FREQ=MONTHLY;INTERVAL={rule.interval};BYDAY={by}"
        case MonthlyDay():
            return f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, rule.days))}"


def codes(days: Iterable[int]) -> str:
    return ",".join(("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in days)


@quick
@given(weekly, some_days, st.integers(0, 400))
def test_weekly_days_are_those_of_their_weekday_in_counted_weeks(rule: Weekly, first: date, length: int) -> None:
    item = Item(rule, first=first)
    begin = first_day(item, EPOCH)
    assert begin is not None
    window = Window(first, first + timedelta(days=length))
    monday = begin - timedelta(days=begin.weekday())
    plain = [
        day
        for day in (first + timedelta(days=after) for after in range(length + 1))
        if day >= begin and day.weekday() in rule.days and (day - monday).days // 7 % rule.interval == 0
    ]
    assert list(rule_days(item, window, EPOCH)) == plain


@quick
@given(st.builds(MonthlyWeekday, ordinals, weekdays), some_days, st.integers(0, 400))
def test_ordinals_count_from_the_first_or_the_last_of_the_month(rule: MonthlyWeekday, first: date, length: int) -> None:
    window = Window(first, first + timedelta(days=length))
    every = (first + timedelta(days=after) for after in range(length + 1))
    plain = [day for day in every if day.weekday() == rule.weekday and {nth(day), from_end(day)} & set(rule.ordinals)]
    assert list(rule_days(Item(rule, first=first), window, EPOCH)) == plain


def nth(day: date) -> int:
    return (day.day + 6) // 7


def from_end(day: date) -> int | None:
    return LAST if day.day + 7 > monthrange(day.year, day.month)[1] else None


@quick
@given(st.data())
def test_the_nearest_day_is_a_day_of_the_rule_and_none_is_nearer(data: st.DataObject) -> None:
    item = data.draw(items())
    day = begins(item) + timedelta(days=data.draw(st.integers(-100, 2000)))
    nearest = nearest_day(item, day, EPOCH)
    if nearest is None:
        assert first_day(item, EPOCH) is None
        return
    assert has_day(item, nearest, EPOCH)
    away = abs(nearest - day)
    nearer = Window(day - away + timedelta(days=1), day + away - timedelta(days=1))
    assert not away or list(rule_days(item, nearer, EPOCH)) == []


@quick
@given(st.data())
def test_windows_that_meet_give_the_days_of_the_whole(data: st.DataObject) -> None:
    item = data.draw(items())
    window = data.draw(windows(item))
    split = window.first + (window.last - window.first) // 2
    parts = [Window(window.first, split), Window(split + timedelta(days=1), window.last)]
    joined = [day for part in parts for day in rule_days(item, part, EPOCH)]
    assert joined == list(rule_days(item, window, EPOCH))


@quick
@given(rules)
def test_each_rrule_that_we_write_is_one_that_we_read(rule: Rule) -> None:
    for one in series(Item(rule, first=EPOCH), EPOCH):
        again = sure(parse_rrule(one.rrule))
        assert [found.rrule for found in series(Item(again, first=EPOCH), EPOCH)] == [one.rrule]


@settings(quick, max_examples=400)
@given(st.text(alphabet="2nd lastMoTuey&,-/:.ofevrwk 0139", max_size=30))
def test_no_text_makes_the_language_stumble(text: str) -> None:
    parse_every(text)
    parse_rrule(f"FREQ=MONTHLY;BYDAY={text}")
