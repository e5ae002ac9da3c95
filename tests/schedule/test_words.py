"""Rules in words, whole and short, and read back."""

from collections.abc import Collection
from datetime import date, time
from typing import TypedDict

import pytest

from generator.schedule.language import parse_every
from generator.schedule.rules import Dates, Item, MonthlyDay, MonthlyWeekday, RawRule, Rule, Skips, Weekly, Yearly
from generator.schedule.words import Part, phrase, rule_words, short_words
from generator.words import Words, words_for

GB = words_for("en_GB", "GBP")
US = words_for("en_US", "USD")
CLOSURES = {"christmas-closure": "the Christmas break", "half-term": "half-term"}


class Clock(TypedDict):
    start: time
    end: time


MORNING: Clock = {"start": time(10, 30), "end": time(12)}
TODAY = date(2026, 8, 1)

FORMS: list[tuple[Rule, str, str | None]] = [
    (Weekly((1,)), "Every Tuesday", "Tuesdays"),
    (Weekly((0, 2, 4)), "Every Monday, Wednesday and Friday", "Mondays, Wednesdays and Fridays"),
    (Weekly((0, 1, 2, 3, 4)), "Every weekday", "Weekdays"),
    (Weekly((0, 1, 2, 3, 4, 5, 6)), "Every day", "Every day"),
    (Weekly((0,), 4), "Every 4 weeks on Monday", "Every 4 weeks on Monday"),
    (Weekly((0, 3), 2), "Every 2 weeks on Monday and Thursday", "Every 2 weeks on Monday and Thursday"),
    (MonthlyWeekday((-1,), 0), "Last Monday of the month", "Last Monday of the month"),
    (MonthlyWeekday((2,), 3), "2nd Thursday of the month", "2nd Thursday of the month"),
    (MonthlyWeekday((1, -1), 4), "1st and last Friday of the month", "1st and last Friday of the month"),
    (MonthlyWeekday((2, 4), 3, 2), "Every 2 months on the 2nd and 4th Thursday", None),
    (MonthlyDay((15,)), "15th of the month", "15th of the month"),
    (MonthlyDay((1, 21, 22, 23)), "1st, 21st, 22nd and 23rd of the month", None),
    (MonthlyDay((-1,)), "Last day of the month", "Last day of the month"),
    (MonthlyDay((15, -1)), "15th and last day of the month", None),
    (Yearly(2, 29), "Every year on 29 February", "Every year on 29 February"),
    (RawRule("FREQ=DAILY;INTERVAL=3"), "Every 3 days", "Every 3 days"),
    (RawRule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15"), "Every 3 months on the 15th", None),
    (RawRule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1,-1"), "Every 3 months on the 1st and last day", None),
    (RawRule("FREQ=YEARLY;BYMONTH=11;BYDAY=2SU"), "Every year on the 2nd Sunday of November", None),
    (RawRule("FREQ=YEARLY;BYMONTH=3,6;BYDAY=2TH"), "Every year on the 2nd Thursday of March and June", None),
    (RawRule("FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=6"), "Every 2 years on the 6th of January", None),
    (RawRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"), "Every year on the last day of February", None),
]  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("rule", "whole", "short"), FORMS)
def test_each_form_in_words(rule: Rule, whole: str, short: str | None) -> None:
    assert plain(phrase(rule, GB)) == whole
    assert plain(short_words(Item(rule), GB)) == f"{short or whole}, all day"


@pytest.mark.parametrize("words", [GB, US], ids=["en_GB", "en_US"])
@pytest.mark.parametrize("rule", [rule for rule, _, _ in FORMS])
def test_the_words_read_back_to_the_rule(rule: Rule, words: Words) -> None:
    assert parse_every(phrase(rule, words)) == rule
    assert parse_every(rule_words(Item(rule), words, {}, mention=())) == rule


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (
            Item(
                Weekly((1,)),
                **MORNING,
                first=date(2026, 9, 1),
                until=date(2027, 7, 20),
                skips=Skips(True, (), (date(2026, 12, 22),)),
            ),
            "Every Tuesday, 10.30 am to 12 noon, until 20 July 2027. Not on public holidays or 22 December.",
        ),
        (Item(Weekly((1,)), **MORNING), "Every Tuesday, 10.30 am to 12 noon."),
        (Item(Weekly((1,))), "Every Tuesday, all day."),
        (Item(Weekly((1,)), start=time(14)), "Every Tuesday, 2 pm."),
        (
            Item(Weekly((5,)), start=time(22), end=time(1), next_day=True),
            "Every Saturday, 10 pm to 1 am the next day.",
        ),
        (Item(Weekly((5,)), start=time(20), end=time(), next_day=True), "Every Saturday, 8 pm to midnight."),
        (
            Item(Weekly((1,)), **MORNING, first=date(2026, 9, 1), times=12),
            "Every Tuesday, 10.30 am to 12 noon, 12 times from 1 September 2026.",
        ),
        (Item(Weekly((1,)), **MORNING, times=1), "Every Tuesday, 10.30 am to 12 noon, once."),
        (
            Item(Weekly((1,)), **MORNING, skips=Skips(False, ("christmas-closure", "half-term"), ())),
            "Every Tuesday, 10.30 am to 12 noon. Not during the Christmas break or half-term.",
        ),
        (
            Item(Weekly((1,)), **MORNING, skips=Skips(False, (), (date(2026, 12, 22), date(2028, 12, 19)))),
            "Every Tuesday, 10.30 am to 12 noon. Not on 22 December 2026 or 19 December 2028.",
        ),
        (
            Item(Dates((date(2027, 1, 16), date(2026, 12, 19))), start=time(14), end=time(16)),
            "Saturday 19 December 2026 and Saturday 16 January 2027, 2 pm to 4 pm.",
        ),
    ],
)
def test_whole_sentences(item: Item, said: str) -> None:
    assert plain(rule_words(item, GB, CLOSURES)) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (
            date(2026, 8, 1),
            "Every Tuesday, all day, from 1 September 2026 until 20 July 2028. Not on 22 December or 5 January.",
        ),
        (date(2026, 12, 31), "Every Tuesday, all day, until 20 July 2028. Not on 5 January."),
        (date(2027, 1, 5), "Every Tuesday, all day, until 20 July 2028. Not on 5 January."),
        (date(2027, 1, 6), "Every Tuesday, all day, until 20 July 2028."),
        (date(2027, 2, 1), "Every Tuesday, all day, until 20 July 2028."),
    ],
)  # fmt: skip
def test_what_is_past_is_left_out(today: date, said: str) -> None:
    skips = Skips(days=(date(2027, 1, 5), date(2026, 12, 22)))
    item = Item(Weekly((1,)), first=date(2026, 9, 1), until=date(2028, 7, 20), skips=skips)
    assert plain(rule_words(item, GB, {}, today=today)) == said


@pytest.mark.parametrize(
    ("today", "said"),
    [(date(2026, 8, 31), "Every day, all day, from 1 September 2026."), (date(2026, 9, 1), "Every day, all day.")],
)
def test_a_first_day_is_said_while_it_is_to_come(today: date, said: str) -> None:
    item = Item(Weekly((0, 1, 2, 3, 4, 5, 6)), first=date(2026, 9, 1))
    assert plain(rule_words(item, GB, {}, today=today)) == said


@pytest.mark.parametrize(
    ("mention", "said"),
    [
        ((), "Every Tuesday."),
        ({Part.TIMES}, "Every Tuesday, 10.30 am to 12 noon."),
        ({Part.BOUNDS}, "Every Tuesday, until 20 July 2027."),
        ({Part.SKIPS}, "Every Tuesday. Not on public holidays."),
    ],
)
def test_only_the_parts_that_are_asked_for(mention: Collection[Part], said: str) -> None:
    item = Item(Weekly((1,)), **MORNING, until=date(2027, 7, 20), skips=Skips(public_holidays=True))
    assert plain(rule_words(item, GB, {}, mention=mention)) == said


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ((date(2026, 12, 19),), "19 December 2026, 2 pm"),
        ((date(2027, 1, 16), date(2026, 12, 19)), "19 December 2026 and 16 January 2027, 2 pm"),
        (tuple(date(2026, 12, day) for day in (4, 1, 2, 3)), "4 days from 1 December 2026 to 4 December 2026, 2 pm"),
    ],
)  # fmt: skip
def test_single_days_on_a_card(dates: tuple[date, ...], said: str) -> None:
    assert plain(short_words(Item(Dates(dates), start=time(14)), GB)) == said


def test_facts_do_not_break_over_lines() -> None:
    item = Item(Weekly((1,)), **MORNING, until=date(2027, 7, 20))
    said = rule_words(item, GB, {})
    assert "10.30\u00a0am" in said
    assert "12\u00a0noon" in said
    assert "20\u00a0July" in said
