"""A rule → words such as "Every Tuesday, 10.30 am to 12 noon, until 20 July 2027. Not on public holidays.".

`language.parse_every` reads the words of every rule back to the same rule; a test holds the two together.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from generator.schedule.rules import (
    EVERY_DAY,
    EVERY_WEEKDAY,
    LAST,
    Dates,
    MonthlyDay,
    MonthlyWeekday,
    RawRule,
    Weekly,
    Yearly,
)
from generator.schedule.shapes import shape

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.schedule.rules import Item, Rule
    from generator.words import Words

_LEAP_YEAR = 2024  # a day of the year needs a year to be a date; this one has 29 February
_A_YEAR = timedelta(days=364)  # within it no day and month comes twice
_FEW = 3


class Part(Enum):
    """A part of the words that may be left out."""

    TIMES = auto()
    """From when to when on the clock."""
    BOUNDS = auto()
    """From and until which day, how many times."""
    SKIPS = auto()
    """Public holidays, closures and days that are left out."""


WHOLE = frozenset(Part)


def rule_words(
    item: Item,
    words: Words,
    closures: Mapping[str, str],
    *,
    mention: Collection[Part] = WHOLE,
    today: date | None = None,
) -> str:
    """The item in whole sentences; `closures` are names by id. With `today`, what is past is left out."""
    said = phrase(item.rule, words)
    if Part.TIMES in mention:
        said = _with_times(said, item, words)
    bounds = _bounds(item, words, today) if Part.BOUNDS in mention else None
    if bounds:
        said = words.t("%(rule)s, %(bounds)s", rule=said, bounds=bounds)
    skips = _skips(item, words, closures, today) if Part.SKIPS in mention else ()
    return " ".join([words.t("%(sentence)s.", sentence=said), *skips])


def short_words(item: Item, words: Words) -> str:
    """The item for a card: "Tuesdays, 10.30 am to 12 noon"."""
    return _with_times(_short_phrase(item.rule, words), item, words)


def phrase(rule: Rule, words: Words) -> str:
    """The rule alone: "Every 2 weeks on Monday", "2nd and 4th Thursday of the month"."""
    match rule:
        case Weekly():
            return _weekly(rule, words)
        case MonthlyWeekday():
            return _monthly_weekday(rule, words)
        case MonthlyDay():
            return _monthly_day(rule, words)
        case Yearly():
            day = words.date_short(date(_LEAP_YEAR, rule.month, rule.day))
            return words.t("Every year on %(day)s", day=day)
        case RawRule():
            return _raw(rule, words)
        case Dates():
            return words.listed([words.day_year(day) for day in sorted(set(rule.days))])


def _short_phrase(rule: Rule, words: Words) -> str:
    match rule:
        case Weekly(days=days, interval=1) if days == EVERY_WEEKDAY:
            return words.t("Weekdays")
        case Weekly(days=days, interval=1) if days != EVERY_DAY:
            return words.listed([words.weekdays_plural(day) for day in days])
        case Dates(days=days) if len(set(days)) > _FEW:
            first, last = words.date(min(days)), words.date(max(days))
            return words.n(
                "%(count)s day from %(first)s to %(last)s",
                "%(count)s days from %(first)s to %(last)s",
                len(set(days)),
                first=first,
                last=last,
            )
        case Dates(days=days):
            return words.listed([words.date(day) for day in sorted(set(days))])
        case _:
            return phrase(rule, words)


def _weekly(rule: Weekly, words: Words) -> str:
    named = words.listed([words.weekday(day) for day in rule.days])
    if rule.interval > 1:
        return words.n("Every week on %(days)s", "Every %(count)s weeks on %(days)s", rule.interval, days=named)
    if rule.days == EVERY_DAY:
        return words.t("Every day")
    if rule.days == EVERY_WEEKDAY:
        return words.t("Every weekday")
    return words.t("Every %(days)s", days=named)


def _monthly_weekday(rule: MonthlyWeekday, words: Words) -> str:
    day = words.weekday(rule.weekday)
    if rule.interval > 1:
        return words.n(
            "Every month on the %(ordinals)s %(weekday)s",
            "Every %(count)s months on the %(ordinals)s %(weekday)s",
            rule.interval,
            ordinals=_ordinals(rule.ordinals, words),
            weekday=day,
        )
    if rule.ordinals == (LAST,):
        return words.t("Last %(weekday)s of the month", weekday=day)
    ordinals = _ordinals(rule.ordinals, words)
    return words.t("%(ordinals)s %(weekday)s of the month", ordinals=ordinals, weekday=day)


def _monthly_day(rule: MonthlyDay, words: Words) -> str:
    if rule.days == (LAST,):
        return words.t("Last day of the month")
    if LAST in rule.days:
        return words.t("%(ordinals)s day of the month", ordinals=_ordinals(rule.days, words))
    return words.t("%(ordinals)s of the month", ordinals=_ordinals(rule.days, words))


def _raw(rule: RawRule, words: Words) -> str:
    counted = shape(rule)
    if counted.frequency == "DAILY":
        return words.n("Each day", "Every %(count)s days", counted.interval)
    nth = _ordinals(counted.nth, words)
    if counted.weekday is not None:
        day = words.weekday(counted.weekday)
        nth = words.t("%(ordinals)s %(weekday)s", ordinals=nth, weekday=day)
    elif LAST in counted.nth:
        nth = words.t("%(ordinals)s day", ordinals=nth)
    if counted.frequency == "MONTHLY":
        return words.n("Every month on the %(nth)s", "Every %(count)s months on the %(nth)s", counted.interval, nth=nth)
    months = words.listed([words.month_name(month) for month in counted.months])
    return words.n(
        "Every year on the %(nth)s of %(months)s",
        "Every %(count)s years on the %(nth)s of %(months)s",
        counted.interval,
        nth=nth,
        months=months,
    )


def _ordinals(ordinals: tuple[int, ...], words: Words) -> str:
    return words.listed([words.t("last") if n == LAST else words.ordinal(n) for n in ordinals])


def _with_times(said: str, item: Item, words: Words) -> str:
    if item.start is None:
        return words.t("%(rule)s, all day", rule=said)
    times = words.times(item.start, item.end, next_day=item.next_day)
    return words.t("%(rule)s, %(times)s", rule=said, times=times)


def _bounds(item: Item, words: Words, today: date | None) -> str | None:
    """From, until and how many times; the first day only where it is still to come or counts the times."""
    first = words.date(item.first) if item.first else None
    to_come = item.first is not None and today is not None and item.first > today
    if item.times is not None:
        return _times_from(item.times, first, words)
    if item.until is None:
        return words.t("from %(first)s", first=first) if to_come else None
    until = words.date(item.until)
    if to_come:
        return words.t("from %(first)s until %(until)s", first=first, until=until)
    return words.t("until %(until)s", until=until)


def _times_from(times: int, first: str | None, words: Words) -> str:
    if first is None:
        return words.n("once", "%(count)s times", times)
    return words.n("once from %(first)s", "%(count)s times from %(first)s", times, first=first)


def _skips(item: Item, words: Words, closures: Mapping[str, str], today: date | None) -> list[str]:
    days = sorted(day for day in set(item.skips.days) if today is None or day >= today)
    begin, end = (today, max(days, default=today)) if today else (item.first, item.until)
    near = begin is not None and end is not None and end - begin <= _A_YEAR
    named = [words.date_short(day) if near else words.date(day) for day in days]
    if item.skips.public_holidays:
        named.insert(0, words.t("public holidays"))
    sentences = [words.t("Not on %(days)s.", days=words.either(named))] if named else []
    periods = [closures[name] for name in item.skips.closures if name in closures]  # broken ones are left out
    if periods:
        sentences.append(words.t("Not during %(periods)s.", periods=words.either(periods)))
    return sentences
