"""What `every:` understands, and the exact sentences for what it does not."""

import pytest

from generator.schedule.language import Misread, needs_first, parse_every
from generator.schedule.rules import Dates, MonthlyDay, MonthlyWeekday, RawRule, Rule, Weekly, Yearly

EXAMPLES = "Write for example “Tuesday”, “2nd and 4th Thursday”, “15th of the month” or “2 weeks on Monday”."
UNKNOWN = "“%s” is not a word that we know in a rule."
TWO = "Write two items of the schedule, each with a `key` of its own."
STRETCH = (
    "Write the rule alone, and what it leaves out under “except:”, such as a closure of data/closures.yml; "
    "its bounds under “from:” and “until:”."
)
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("Tuesday", Weekly((1,))),
        ("tuesdays", Weekly((1,))),
        ("Tue", Weekly((1,))),
        ("Weds.", Weekly((2,))),
        ("every Tuesday", Weekly((1,))),
        ("  every\u00a0 Tuesday ", Weekly((1,))),
        ("Thursday and Monday", Weekly((0, 3))),
        ("Monday, Wednesday, and Friday", Weekly((0, 2, 4))),
        ("Mon + Thu & Sat", Weekly((0, 3, 5))),
        ("Monday to Wednesday and Saturday", Weekly((0, 1, 2, 5))),
        ("Saturday to Monday", Weekly((0, 5, 6))),
        ("weekday", Weekly((0, 1, 2, 3, 4))),
        ("weekdays and Sunday", Weekly((0, 1, 2, 3, 4, 6))),
        ("day", Weekly(EVERY_DAY)),
        ("week on Monday", Weekly((0,))),
        ("1 week on Monday", Weekly((0,))),
        ("2 weeks on Monday", Weekly((0,), 2)),
        ("two weeks on Monday", Weekly((0,), 2)),
        ("2 weeks on Monday and Thursday", Weekly((0, 3), 2)),
        ("4 weeks on Monday", Weekly((0,), 4)),
        ("every other Saturday", Weekly((5,), 2)),
        ("alternate Mondays", Weekly((0,), 2)),
        ("on alternating Mondays", Weekly((0,), 2)),
        ("every other week on Monday and Thursday", Weekly((0, 3), 2)),
        ("fortnightly on Saturday", Weekly((5,), 2)),
        ("fortnightly Saturday", Weekly((5,), 2)),
        ("every fortnight on Monday and Thursday", Weekly((0, 3), 2)),
        ("every other day", RawRule("FREQ=DAILY;INTERVAL=2")),
        ("every other month on the 2nd Thursday", MonthlyWeekday((2,), 3, 2)),
        ("every other year on 6 January", RawRule("FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=6")),
        ("last Monday", MonthlyWeekday((-1,), 0)),
        ("last Friday", MonthlyWeekday((-1,), 4)),
        ("the last Friday of the month", MonthlyWeekday((-1,), 4)),
        ("2nd and 4th Thursday", MonthlyWeekday((2, 4), 3)),
        ("4th, 2nd Thursday of each month", MonthlyWeekday((2, 4), 3)),
        ("1st and last Sunday", MonthlyWeekday((1, -1), 6)),
        ("second and fourth Thursday", MonthlyWeekday((2, 4), 3)),
        ("second Monday of the month", MonthlyWeekday((2,), 0)),
        ("first Tuesday", MonthlyWeekday((1,), 1)),
        ("third Friday", MonthlyWeekday((3,), 4)),
        ("fifth Friday", MonthlyWeekday((5,), 4)),
        ("2 months on the 2nd Thursday", MonthlyWeekday((2,), 3, 2)),
        ("last day of the month", MonthlyDay((-1,))),
        ("15th of the month", MonthlyDay((15,))),
        ("31st day of every month", MonthlyDay((31,))),
        ("15th and 1st of the month", MonthlyDay((1, 15))),
        ("15th and last day of the month", MonthlyDay((15, -1))),
        ("month on the 15th", MonthlyDay((15,))),
        ("6 January", Yearly(1, 6)),
        ("6th January", Yearly(1, 6)),
        ("January 6", Yearly(1, 6)),
        ("6th of Jan", Yearly(1, 6)),
        ("year on 6 Sept", Yearly(9, 6)),
        ("29 February", Yearly(2, 29)),
        ("3 days", RawRule("FREQ=DAILY;INTERVAL=3")),
        ("3 months on the 15th", RawRule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15")),
        ("3 months on the last day", RawRule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")),
        ("2nd Sunday of November", RawRule("FREQ=YEARLY;BYMONTH=11;BYDAY=2SU")),
        ("2nd Thursday in June and March", RawRule("FREQ=YEARLY;BYMONTH=3,6;BYDAY=2TH")),
        ("last day of February", RawRule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1")),
        ("2 years on 6 January", RawRule("FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYMONTHDAY=6")),
        (("Monday", "Wednesday"), Weekly((0, 2))),
        (("Monday", "monday", "weekday"), Weekly((0, 1, 2, 3, 4))),
        (("2nd Thursday",), MonthlyWeekday((2,), 3)),
    ],
)
def test_reads_rules_in_words(written: str | tuple[str, ...], rule: Rule) -> None:
    assert parse_every(written) == rule


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("", "The rule is empty.", EXAMPLES),
        ((), "The list of days is empty.", "Write for example “[Monday, Wednesday]”."),
        ("Tuseday", UNKNOWN % "Tuseday", "Did you mean “Tuesday”?"),
        (
            "2 weeks on Wendesday",
            UNKNOWN % "Wendesday",
            "Did you mean “Wednesday”?",
        ),
        ("6 Febuary", UNKNOWN % "Febuary", "Did you mean “February”?"),
        ("Monday, wekday", UNKNOWN % "wekday", "Did you mean “weekday”?"),
        ("full moon", UNKNOWN % "full", EXAMPLES),
        (
            "Christmas Day",
            "“Christmas Day” names no day that a rule can count.",
            "Write the day of the year, as “25 December”.",
        ),
        (
            "Easter Sunday",
            "“Easter Sunday” names no day that a rule can count.",
            "It falls on another day each year: write the days under “on:”.",
        ),
        ("Thursday in term time", "“Thursday in term time” names a part of the year.", STRETCH),
        ("Tuesday and 1st Saturday", "“Tuesday and 1st Saturday” is two rules.", TWO),
        ("2nd Tuesday, 4th Thursday", "“2nd Tuesday, 4th Thursday” is two rules.", TWO),
        ("1st of the month and Friday", "“1st of the month and Friday” is two rules.", TWO),
        (
            "second Monday",
            "“second Monday” can be read in two ways.",
            "Write “2nd Monday” for the 2nd Monday of each month, or “2 weeks on Monday” for one week in two.",
        ),
        (
            "alternate Mondays and Fridays",
            "“alternate Mondays and Fridays” can be read in two ways.",
            "Write “2 weeks on …” with all the days, or one item for each day with a `from` of its own.",
        ),
        (
            "every other weekday",
            "“every other weekday” can be read in two ways.",
            "Write “2 weeks on …” with all the days, or one item for each day with a `from` of its own.",
        ),
        (
            "biweekly on Monday",
            "“biweekly on Monday” can be read in two ways.",
            "Write “2 weeks on Monday” for one week in two, or name both days of each week.",
        ),
        ("every other week", "“other week” does not say on which day.", "Write for example “other week on Monday”."),
        ("fortnightly", "“fortnightly” does not say on which day.", "Write for example “2 weeks on Monday”."),
        ("Monthly", "“Monthly” does not say on which day.", "Write for example “2nd Thursday”."),
        ("weekends", "“weekends” does not say on which day.", "Write for example “Saturday and Sunday”."),
        ("2 weeks", "“2 weeks” does not say on which day.", "Write for example “2 weeks on Monday”."),
        (
            "three months",
            "“three months” does not say on which day.",
            "Write for example “three months on the 2nd Thursday”.",
        ),
        ("15th", "The rule does not say what “15th” counts.", "Write for example “15th of the month”."),
        (
            "last day",
            "The rule does not say what “last” counts.",
            "Write for example “last day of the month” or “last Friday”.",
        ),
        ("6th Monday", "No month has a 6th Monday.", "For the last one write “last”."),
        ("0th of the month", "No month has a 0th day.", "For the last one write “last”."),
        ("32nd of the month", "No month has a 32nd day.", "For the last one write “last”."),
        ("30 February", "There is no 30 February.", "For the end of the month write “last day of February”."),
        ("31st of April", "There is no 31 April.", "For the end of the month write “last day of April”."),
        (
            "4th and last Friday",
            "In some months two of these are the same day.",
            "Leave one of them out or write two items.",
        ),
        (
            "31st and last day of the month",
            "In some months two of these are the same day.",
            "Leave one of them out or write two items.",
        ),
        (
            "0 weeks on Monday",
            "“0” is not a number that a rule can count by.",
            "Write a number from 2 to 99.",
        ),
        ("100 days", "“100” is not a number that a rule can count by.", "Write a number from 2 to 99."),
        (
            "2026-12-01",
            "“2026-12-01” is a single day, not a rule.",
            "Write single days under “on:”, such as “on: 2027-01-06”.",
        ),
        (
            "6 January 2027",
            "“6 January 2027” names a year, but a rule goes on from year to year.",
            "Write single days under “on:”, such as “on: 2027-01-06”; bounds under “from:” and “until:”.",
        ),
        (
            "Tuesday 10:30",
            "“Tuesday 10:30” names a time of day.",
            "Write the times under “start:” and “end:”.",
        ),
        (
            "Tuesday at 2pm",
            "“Tuesday at 2pm” names a time of day.",
            "Write the times under “start:” and “end:”.",
        ),
        ("Tuesday and 2nd Thursday", "“Tuesday and 2nd Thursday” is two rules.", TWO),
        ("May", "“May” is not a rule that we can read.", EXAMPLES),
        (
            ("Monday", "2nd Thursday"),
            "A list can only hold days of the week, and “2nd Thursday” is a rule of another kind.",
            "Write one item of the schedule for each rule.",
        ),
        (("Monday", "Tuseday"), UNKNOWN % "Tuseday", "Did you mean “Tuesday”?"),
    ],
)
def test_refuses_with_a_sentence_and_what_to_write_instead(
    written: str | tuple[str, ...], message: str, hint: str
) -> None:
    assert parse_every(written) == Misread(message, hint)


@pytest.mark.parametrize(
    ("rule", "needs"),
    [
        (Weekly((0,)), False),
        (Weekly((0,), 2), True),
        (MonthlyWeekday((2,), 3), False),
        (MonthlyWeekday((2,), 3, 2), True),
        (MonthlyDay((31,)), False),
        (Yearly(2, 29), False),
        (Dates(()), False),
        (RawRule("FREQ=DAILY;INTERVAL=3"), True),
        (RawRule("FREQ=YEARLY;BYMONTH=11;BYDAY=2SU"), False),
    ],
)
def test_rules_that_count_need_a_first_day(rule: Rule, *, needs: bool) -> None:
    assert needs_first(rule) is needs
