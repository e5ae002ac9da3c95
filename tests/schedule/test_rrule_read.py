"""Which RRULE texts are read, as which rule, and why the others are refused."""

import pytest

from generator.schedule.language import Misread, parse_every, parse_rrule
from generator.schedule.rules import MonthlyDay, MonthlyWeekday, RawRule, Rule, Weekly, Yearly

WRITE_BOUNDS = "Write “from:” and “until:”."


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", Weekly((0, 1, 2, 3, 4, 5, 6))),
        ("FREQ=DAILY;INTERVAL=3", RawRule("FREQ=DAILY;INTERVAL=3")),
        ("FREQ=DAILY;BYDAY=MO,TU", Weekly((0, 1))),
        ("RRULE:FREQ=WEEKLY;BYDAY=TU;", Weekly((1,))),
        ("freq=weekly; byday=th,mo", Weekly((0, 3))),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO", Weekly((0,), 2)),
        ("FREQ=WEEKLY;WKST=SU;BYDAY=MO", Weekly((0,))),
        ("FREQ=MONTHLY;BYDAY=MO", Weekly((0,))),
        ("FREQ=MONTHLY;BYDAY=1MO", MonthlyWeekday((1,), 0)),
        ("FREQ=MONTHLY;BYDAY=+4TU,2TU", MonthlyWeekday((2, 4), 1)),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR", MonthlyWeekday((-1,), 4, 2)),
        ("FREQ=MONTHLY;BYMONTHDAY=15", MonthlyDay((15,))),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,15,1", MonthlyDay((1, 15, -1))),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", MonthlyDay((-1,))),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", RawRule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15")),
        ("FREQ=MONTHLY;BYMONTH=6,3;BYDAY=2TH", RawRule("FREQ=YEARLY;BYMONTH=3,6;BYDAY=2TH")),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6", Yearly(1, 6)),
        ("FREQ=YEARLY;BYMONTHDAY=6;BYMONTH=7,1", RawRule("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=6")),
        ("FREQ=YEARLY;BYDAY=2SU;BYMONTH=11", RawRule("FREQ=YEARLY;BYMONTH=11;BYDAY=2SU")),
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
            RawRule("FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29"),
        ),
    ],
)
def test_reads_the_safe_subset(text: str, rule: Rule) -> None:
    assert parse_rrule(text) == rule


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("FREQ=DAILY;INTERVAL=3", "3 days"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2 weeks on Monday"),
        ("FREQ=MONTHLY;BYDAY=2TH,4TH", "2nd and 4th Thursday"),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "3 months on the 15th"),
        ("FREQ=YEARLY;BYMONTH=3,6;BYDAY=2TH", "2nd Thursday of March and June"),
    ],
)
def test_words_and_rrule_give_the_same_value(text: str, words: str) -> None:
    assert parse_rrule(text) == parse_every(words)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "“” is not a part of a rule.", "A rule is written like “FREQ=MONTHLY;BYDAY=1MO”."),
        ("Tuesday", "“TUESDAY” is not a part of a rule.", "A rule is written like “FREQ=MONTHLY;BYDAY=1MO”."),
        ("BYDAY=MO", "The rule does not say how often: FREQ is missing.", "Begin with “FREQ=WEEKLY;”."),
        ("FREQ=HOURLY", "“FREQ=HOURLY” cannot be used here.", "FREQ is DAILY, WEEKLY, MONTHLY, YEARLY."),
        ("FREQ=WEEKLY;FREQ=DAILY", "The rule says FREQ twice.", "Leave one of them out."),
        (
            "FREQ=WEEKLY;BYDAY=MO;COUNT=4",
            "The number of times does not belong in the rule.",
            "Leave COUNT out and write “times:” below the rule.",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101",
            "The last day does not belong in the rule.",
            "Leave UNTIL out and write “until:” below the rule.",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9",
            "The time does not belong in the rule.",
            "Leave BYHOUR out and write “start:” and “end:”.",
        ),
        (
            "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
            "Calendar programs disagree about rules with BYWEEKNO.",
            "List the days under “on:”.",
        ),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1",
            "Calendar programs disagree about rules with BYSETPOS.",
            "Write the ordinal into BYDAY, such as “BYDAY=-1FR” for the last Friday.",
        ),
        (
            "FREQ=YEARLY;BYMONTHDAY=6",
            "Calendar programs disagree about a yearly rule that does not name both the month and the day.",
            "Write BYMONTH with BYMONTHDAY or BYDAY, such as “FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6”.",
        ),
        (
            "FREQ=YEARLY;BYDAY=20MO",
            "Calendar programs disagree about a yearly rule that does not name both the month and the day.",
            "Write BYMONTH with BYMONTHDAY or BYDAY, such as “FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=6”.",
        ),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "A rule can name days of the month or days of the week, not both.",
            "List the days under “on:”.",
        ),
        (
            "FREQ=MONTHLY;BYDAY=3MO,WE",
            "The rule must say which one of the month.",
            "Write “BYDAY=2MO” for the second.",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1MO,3WE",
            "A rule can name ordinals of one day of the week only.",
            "Write two items, one for each rule.",
        ),
        ("FREQ=MONTHLY;BYDAY=-2FR", "The ordinal must be 1 to 5, or -1 for the last.", None),
        ("FREQ=MONTHLY;BYMONTHDAY=-3", "BYMONTHDAY must be days from 1 to 31, or -1 for the last.", None),
        (
            "FREQ=MONTHLY",
            "The rule does not say on which day of the month.",
            "Add “BYDAY=2TH” or “BYMONTHDAY=15”.",
        ),
        ("FREQ=WEEKLY", "The rule does not say on which day of the week.", "Add “BYDAY=TU” for Tuesday."),
        (
            "FREQ=WEEKLY;BYDAY=2TU",
            "A weekly rule cannot say which one of the month.",
            "Write “FREQ=MONTHLY”.",
        ),
        (
            "FREQ=WEEKLY;BYDAY=XX",
            "“XX” is not a day of the week in a rule.",
            "The days are MO, TU, WE, TH, FR, SA, SU.",
        ),
        (
            "FREQ=WEEKLY;BYDAY=TU;BYMONTH=5",
            "A weekly rule cannot name months or days of the month.",
            WRITE_BOUNDS,
        ),
        ("FREQ=DAILY;BYMONTH=5", "A daily rule cannot name months or days of the month.", WRITE_BOUNDS),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=MO", "A rule of every so many days cannot name weekdays.", None),
        ("FREQ=WEEKLY;INTERVAL=0;BYDAY=MO", "INTERVAL must be one number from 1 to 99.", None),
        ("FREQ=WEEKLY;INTERVAL=1,2;BYDAY=MO", "INTERVAL must be one number from 1 to 99.", None),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTH=3;BYDAY=1MO", "Write either INTERVAL or BYMONTH, not both.", None),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU",
            "Here every week begins on Monday.",
            "Leave WKST out.",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "There is no 30 February.",
            "For the end of the month write “last day of February”.",
        ),
        ("FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1", "BYMONTH must be months from 1 to 12.", None),
        (
            "FREQ=WEEKLY;BYDAY=MO;SKIP=FORWARD",
            "“SKIP” is not a part of a rule that we can use.",
            "The parts are BYDAY, BYMONTH, BYMONTHDAY, FREQ, INTERVAL, WKST.",
        ),
    ],
)
def test_refuses_what_calendar_programs_read_differently(text: str, message: str, hint: str | None) -> None:
    assert parse_rrule(text) == Misread(message, hint)
