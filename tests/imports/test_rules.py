"""Any rule of ours goes out as a feed and comes back as the same rule, in the same words, with the same sessions."""

import tempfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit.writing import in_flow
from generator.imports.events import events_of
from generator.imports.lines import calendars
from generator.imports.notes import Notes
from generator.imports.proposals import grouped, proposal
from generator.records.schedule_fields import ScheduleItem
from generator.schedule.expand import rule_days
from generator.schedule.lexicon import MONTHS, WEEKDAYS
from generator.schedule.rrule_take import take
from generator.schedule.rules import Misread, Window
from generator.schedule.zoned import zone
from tests.feeds.small_site import activity, feed

HOME = zone("Europe/London")
FIRST, LAST = date(2026, 9, 1), date(2031, 12, 31)
ORDINALS = ("1st", "2nd", "3rd", "4th", "last")
some = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True).map(
    lambda days: sorted(days, key=WEEKDAYS.index)
)
nth = st.lists(st.sampled_from(ORDINALS[:4]), min_size=1, max_size=3, unique=True).map(sorted).map(" and ".join)
rules = st.one_of(
    some.map(lambda days: {"every": days[0] if len(days) == 1 else days}),
    st.builds(lambda n, day: {"every": f"{n} weeks on {day}"}, st.integers(2, 8), st.sampled_from(WEEKDAYS)),
    st.builds(lambda which, day: {"every": f"{which} {day}"}, nth | st.just("last"), st.sampled_from(WEEKDAYS)),
    st.builds(lambda day: {"every": f"{day}th of the month"}, st.integers(4, 20)),
    st.builds(lambda day, month: {"every": f"{day} {month}"}, st.integers(1, 28), st.sampled_from(MONTHS)),
    st.builds(lambda n: {"every": f"{n} days"}, st.integers(2, 30)),
    st.sampled_from([{"every": "day"}, {"every": "weekday"}, {"every": "last day of the month"}]),
    st.builds(
        lambda n, day: {"rrule": f"FREQ=MONTHLY;INTERVAL={n};BYDAY=2{day}"},
        st.integers(2, 6),
        st.sampled_from(["MO", "SU"]),
    ),
)
bounds = st.sampled_from([{}, {"until": "2027-06-30"}, {"times": "9"}])
clocks = st.sampled_from([{}, {"start": "10:30", "end": "12:00"}, {"start": "22:00", "end": "06:00 next day"}])


@settings(max_examples=40)
@given(rule=rules, bound=bounds, clock=clocks)
def test_a_rule_comes_back_as_it_went(rule: dict[str, str], bound: dict[str, str], clock: dict[str, str]) -> None:
    item = {**rule, **clock, "from": FIRST.isoformat(), **bound}
    with tempfile.TemporaryDirectory() as folder:
        text = feed(activity(Path(folder), f"schedule: [{in_flow({**item})}]"), "activity/tea.ics")
    assert HOME
    notes = Notes()
    (group,) = grouped(events_of(calendars(text.encode(), notes), HOME, notes), {}, HOME)
    made = proposal(group, HOME, {}, notes)
    assert made
    assert not [note for note in notes if note.lost and "The rule" in note.said]
    items = made.values["schedule"]
    assert isinstance(items, list)
    (back,) = items
    ours, theirs = ScheduleItem.model_validate(item).item(), ScheduleItem.model_validate(back).item()
    assert theirs.rule == ours.rule
    assert (theirs.start, theirs.end, theirs.next_day) == (ours.start, ours.end, ours.next_day)
    window = Window(FIRST, LAST)
    assert list(rule_days(theirs, window, FIRST)) == list(rule_days(ours, window, FIRST))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;BYMONTH=6,7", "A weekly rule cannot name months"),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "Calendar programs disagree"),
        ("FREQ=YEARLY;BYMONTH=2;BYDAY=MO;BYSETPOS=6", "This rule never falls on any day."),
        ("FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=2", "This rule never falls on any day."),
        ("FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=-3", "This rule never falls on any day."),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "This rule never falls on any day."),
        ("FREQ=DAILY;BYHOUR=9,17", "This rule has several times on one day."),
        ("FREQ=SECONDLY", "Only rules by days"),
        ("FREQ=WEEKLY;COUNT=0", "COUNT=0 is no number of times."),
        ("FREQ=WEEKLY;UNTIL=someday", "UNTIL=SOMEDAY is no day."),
        ("FREQ=WEEKLY;FREQ=DAILY", "This rule cannot be read."),
        ("FREQ=WEEKLY;BYDAY=XX", "This rule cannot be read."),
        ("FREQ=WEEKLY;INTERVAL=0", "This rule cannot be read."),
        ("", "This rule cannot be read."),
    ],
)
def test_a_rule_that_cannot_be_kept_says_why(rule: str, said: str) -> None:
    assert HOME
    found = take(rule, datetime.combine(FIRST, time(9)), HOME)
    assert isinstance(found, Misread)
    assert found.message.startswith(said)
