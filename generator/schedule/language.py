"""What a coordinator writes under `every:` → a rule, or a sentence that says what to write instead.

Each word becomes one letter ("2nd and 4th Thursday" → "O&OW") and a rule is a pattern over those letters.
Nothing is guessed: "second Monday" may mean the 2nd of the month or every two weeks, so it is refused. "Every other
Monday" means one thing once `from` says which week, so it is taken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.schedule.clock import parse_clock, parse_end
from generator.schedule.lexicon import WEEKDAYS, nearest, words_of
from generator.schedule.rrule_read import parse_rrule
from generator.schedule.rules import EVERY_DAY, EVERY_WEEKDAY, LAST, Misread, MonthlyWeekday, RawRule, Weekly
from generator.schedule.shapes import (
    MOST_INTERVAL,
    in_month_order,
    monthly_days,
    monthly_weekday,
    raw,
    yearly_days,
    yearly_weekday,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.schedule.lexicon import Word
    from generator.schedule.rules import Rule

__all__ = ["Misread", "needs_first", "parse_clock", "parse_end", "parse_every", "parse_rrule"]

Words = tuple["Word", ...]

EXAMPLES = "Write for example “Tuesday”, “2nd and 4th Thursday”, “15th of the month” or “2 weeks on Monday”."
_BARE = {
    "daily": "day",
    "weekly": "Tuesday",
    "week": "Tuesday",
    "fortnight": "2 weeks on Monday",
    "fortnightly": "2 weeks on Monday",
    "monthly": "2nd Thursday",
    "month": "2nd Thursday",
    "yearly": "6 January",
    "annually": "6 January",
    "year": "6 January",
    "weekend": "Saturday and Sunday",
    "weekends": "Saturday and Sunday",
}
_FEASTS = {
    "christmas": "Write the day of the year, as “25 December”.",
    "boxing": "Write the day of the year, as “26 December”.",
    "easter": "It falls on another day each year: write the days under “on:”.",
    "pentecost": "It falls on another day each year: write the days under “on:”.",
    "whitsun": "It falls on another day each year: write the days under “on:”.",
    "holiday": "Write the days under “on:”. To leave them out, write “except: [public holidays]”.",
    "holidays": "Write the days under “on:”. To leave them out, write “except: [public holidays]”.",
}
_STRETCHES = frozenset({"term", "termtime", "term-time", "summer", "winter", "spring", "autumn"})
_STRETCH = (
    "Write the rule alone, and what it leaves out under “except:”, such as a closure of data/closures.yml; "
    "its bounds under “from:” and “until:”."
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}")
_YEAR = re.compile(r"[0-9]{4}")
_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?:[ap]m)?|[0-9]{1,2}[ap]m|[ap]m|noon|midnight")
_MOST_MONTH_DAY = 31
_MOST_IN_MONTH = 5


def parse_every(value: str | tuple[str, ...]) -> Rule | Misread:
    """The rule that words such as "2nd and 4th Thursday", or a list of weekdays, say."""
    return _parse_text(value) if isinstance(value, str) else _parse_list(value)


def needs_first(rule: Rule) -> bool:
    """Whether the rule counts every so many days, weeks, months or years, and so needs its first day."""
    match rule:
        case Weekly() | MonthlyWeekday():
            return rule.interval > 1
        case RawRule():
            return "INTERVAL" in rule.parts()
        case _:
            return False


def _parse_list(values: tuple[str, ...]) -> Rule | Misread:
    if not values:
        return Misread("The list of days is empty.", "Write for example “[Monday, Wednesday]”.")
    if len(values) == 1:
        return _parse_text(values[0])
    days: set[int] = set()
    for value in values:
        rule = _parse_text(value)
        if isinstance(rule, Misread):
            return rule
        if not isinstance(rule, Weekly) or rule.interval != 1:
            return Misread(
                f"A list can only hold days of the week, and “{value}” is a rule of another kind.",
                "Write one item of the schedule for each rule.",
            )
        days.update(rule.days)
    return Weekly(tuple(sorted(days)))


def _parse_text(text: str) -> Rule | Misread:
    words, shown = words_of(text), " ".join(text.split())
    if not words:
        return Misread("The rule is empty.", EXAMPLES)
    refused = _ambiguous(words, shown) or _belongs_elsewhere(words, shown) or _unknown(words, shown)
    if refused:
        return refused
    letters = "".join(word.letter for word in words)
    for pattern, make in _PATTERNS:
        if found := pattern.fullmatch(letters):
            return make(*(words[slice(*found.span(group))] for group in range(1, pattern.groups + 1)))
    return _several(words, shown) or Misread(f"“{shown}” is not a rule that we can read.", EXAMPLES)


def _ambiguous(words: Words, shown: str) -> Misread | None:
    """A refusal of "second Monday", "alternate Mondays and Fridays", "biweekly", which people read in two ways."""
    letters = "".join(word.letter for word in words)
    weekday = next((WEEKDAYS[word.number] for word in words if word.letter == "W"), None)
    if weekday and words[0].text == "second" and letters == "OW":
        return _two_ways(
            shown, f"“2nd {weekday}” for the 2nd {weekday} of each month, or “2 weeks on {weekday}” for one week in two"
        )
    if _ALTERNATING_DAYS.fullmatch(letters):
        return _two_ways(shown, "“2 weeks on …” with all the days, or one item for each day with a `from` of its own")
    if any(word.text == "biweekly" for word in words):
        return _two_ways(shown, "“2 weeks on Monday” for one week in two, or name both days of each week")
    return None


def _two_ways(shown: str, better: str) -> Misread:
    return Misread(f"“{shown}” can be read in two ways.", f"Write {better}.")


def _belongs_elsewhere(words: Words, shown: str) -> Misread | None:
    """A refusal of dates, years and times of day, which have keys of their own."""
    if any(_DATE.fullmatch(word.text) for word in words):
        return Misread(
            f"“{shown}” is a single day, not a rule.",
            "Write single days under “on:”, such as “on: 2027-01-06”.",
        )
    if any(_YEAR.fullmatch(word.text) for word in words):
        return Misread(
            f"“{shown}” names a year, but a rule goes on from year to year.",
            "Write single days under “on:”, such as “on: 2027-01-06”; bounds under “from:” and “until:”.",
        )
    if any(_CLOCK.fullmatch(word.text) for word in words):
        return Misread(f"“{shown}” names a time of day.", "Write the times under “start:” and “end:”.")
    return None


def _several(words: Words, shown: str) -> Misread | None:
    """A refusal of "Tuesday and 1st Saturday", which is two rules."""
    if not _TWO_RULES.fullmatch("".join(word.letter for word in words)):
        return None
    return Misread(f"“{shown}” is two rules.", "Write two items of the schedule, each with a `key` of its own.")


def _unknown(words: Words, shown: str) -> Misread | None:
    feast = next((word.text for word in words if word.text in _FEASTS), None)
    if feast:
        return Misread(f"“{shown}” names no day that a rule can count.", _FEASTS[feast])
    if any(word.text in _STRETCHES for word in words):
        return Misread(f"“{shown}” names a part of the year.", _STRETCH)
    if len(words) == 1 and words[0].text in _BARE:
        return Misread(f"“{shown}” does not say on which day.", f"Write for example “{_BARE[words[0].text]}”.")
    strange = next((word.text for word in words if word.letter == "?"), None)
    if strange is None:
        return None
    written = next((part for part in re.split(r"[\s,&+]+", shown) if part.casefold().rstrip(".") == strange), strange)
    meant = nearest(strange)
    return Misread(
        f"“{written}” is not a word that we know in a rule.",
        f"Did you mean “{meant}”?" if meant else EXAMPLES,
    )


def _days(words: Words) -> tuple[int, ...]:
    """The days of the week in a list that may hold ranges: "Monday to Wednesday and Friday"."""
    days: set[int] = set()
    for index, word in enumerate(words):
        if word.letter == "x":
            days.update(EVERY_WEEKDAY)
        elif word.letter == "W":
            begin = words[index - 2].number if index and words[index - 1].letter == "-" else word.number
            days.update((begin + step) % 7 for step in range((word.number - begin) % 7 + 1))
    return tuple(sorted(days))


def _interval(words: Words) -> int | Misread:
    interval = words[0].number if words else 1
    if 1 <= interval <= MOST_INTERVAL:
        return interval
    return Misread(
        f"“{interval}” is not a number that a rule can count by.",
        f"Write a number from 2 to {MOST_INTERVAL}.",
    )


def _ordinals(words: Words, most: int, thing: str) -> tuple[int, ...] | Misread:
    ordinals = [word for word in words if word.letter in "ON"]
    wrong = next((word.text for word in ordinals if not (1 <= word.number <= most or word.number == LAST)), None)
    if wrong:
        return Misread(f"No month has a {wrong} {thing}.", "For the last one write “last”.")
    return in_month_order(word.number for word in ordinals)


def _counted(words: Words, make: Callable[[int], Rule | Misread]) -> Rule | Misread:
    interval = _interval(words)
    return interval if isinstance(interval, Misread) else make(interval)


def _weekly(days: Words) -> Rule | Misread:
    return Weekly(_days(days))


def _every_weeks(number: Words, days: Words) -> Rule | Misread:
    return _counted(number, lambda interval: Weekly(_days(days), interval))


def _every_days(number: Words) -> Rule | Misread:
    return _counted(number, lambda interval: Weekly(EVERY_DAY) if interval == 1 else raw("DAILY", interval))


def _every_months(number: Words, nth: Words, weekday: Words) -> Rule | Misread:
    ordinals = _nth(nth, weekday)
    if isinstance(ordinals, Misread):
        return ordinals
    if weekday:
        return _counted(number, lambda interval: monthly_weekday(ordinals, weekday[0].number, interval))
    return _counted(number, lambda interval: monthly_days(ordinals, interval))


def _monthly(nth: Words, weekday: Words) -> Rule | Misread:
    return _every_months((), nth, weekday)


def _every_years(number: Words, nth: Words, weekday: Words, months: Words) -> Rule | Misread:
    ordinals = _nth(nth, weekday)
    if isinstance(ordinals, Misread):
        return ordinals
    named = tuple(sorted({word.number for word in months if word.letter == "M"}))
    if weekday:
        return _counted(number, lambda interval: yearly_weekday(named, ordinals, weekday[0].number, interval))
    return _counted(number, lambda interval: yearly_days(named, ordinals, interval))


def _every_years_on(number: Words, day: Words, month: Words) -> Rule | Misread:
    return _every_years(number, day, (), month)


def _every_years_on_month_first(number: Words, month: Words, day: Words) -> Rule | Misread:
    return _every_years(number, day, (), month)


def _nth(nth: Words, weekday: Words) -> tuple[int, ...] | Misread:
    if weekday:
        return _ordinals(nth, _MOST_IN_MONTH, WEEKDAYS[weekday[0].number])
    return _ordinals(nth, _MOST_MONTH_DAY, "day")


def _of_what(nth: Words) -> Misread:
    text = nth[-1].text
    day = "last day of the month” or “last Friday" if text == "last" else f"{text} of the month"
    return Misread(f"The rule does not say what “{text}” counts.", f"Write for example “{day}”.")


def _on_which(number: Words, unit: Words) -> Misread:
    counted = f"{number[0].text} {unit[0].text}"
    day = {"k": "Monday", "m": "the 2nd Thursday", "y": "6 January"}[unit[0].letter]
    return Misread(f"“{counted}” does not say on which day.", f"Write for example “{counted} on {day}”.")


_DAYS = r"((?:W-W|[Wx])(?:&(?:W-W|[Wx]))*)"
_NTH = r"(O(?:&O)*)"
_RULE = r"(?:x|W|O(?:&O)*W(?:fm)?|O(?:&O)*d?fm)"
_TWO_RULES = re.compile(rf"{_RULE}&{_RULE}")
_ALTERNATING_DAYS = re.compile(r"a(?:x|[Wx](?:[&-][Wx])+)")
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[..., Rule | Misread]], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"([Na]?)d", _every_days),
        (_DAYS, _weekly),
        (r"([Na]?)k/" + _DAYS, _every_weeks),
        (r"(a)(W)", _every_weeks),
        (r"(F)/?" + _DAYS, _every_weeks),
        (_NTH + r"(W)(?:fm)?", _monthly),
        (_NTH + r"d?fm()", _monthly),
        (r"([Na]?)m/" + _NTH + r"(W?)d?", _every_months),
        (r"(?:([Na]?)y/)?([NO])(M)", _every_years_on),
        (r"(?:([Na]?)y/)?(M)([NO])", _every_years_on_month_first),
        (r"(?:([Na]?)y/)?" + _NTH + r"(W?)d?f(M(?:&M)*)", _every_years),
        (_NTH + r"d?", _of_what),
        (r"([Na])([kmy])", _on_which),
    )
)
