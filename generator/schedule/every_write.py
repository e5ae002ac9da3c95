"""A rule in, the words that a coordinator would write for it out; and rules that together are one, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.schedule.language import Misread, parse_every
from generator.schedule.lexicon import WEEKDAYS
from generator.schedule.rrule_read import parse_rrule
from generator.schedule.rrule_write import rrules
from generator.schedule.rules import EVERY_DAY, EVERY_WEEKDAY, Dates, MonthlyDay, MonthlyWeekday, RawRule, Weekly
from generator.schedule.shapes import in_month_order
from generator.schedule.words import phrase

if TYPE_CHECKING:
    from generator.schedule.rules import Rule
    from generator.words import Words

_NAMED = frozenset({EVERY_DAY, EVERY_WEEKDAY})
Spoken = dict[str, "str | list[str]"]


def spoken(rule: Rule, words: Words) -> Spoken:
    """The lines of a schedule that say the rule: `every: …` where words can, else `rrule: …`; `on: …` for days."""
    if isinstance(rule, Dates):
        return {"on": [day.isoformat() for day in sorted(set(rule.days))]}
    if isinstance(rule, Weekly) and (rule.interval, len(rule.days) > 1) == (1, True) and rule.days not in _NAMED:
        return {"every": [WEEKDAYS[day] for day in rule.days]}
    said = phrase(rule, words).replace("\N{NO-BREAK SPACE}", " ")
    for text in (_short(said), said):
        if not isinstance(found := parse_every(text), Misread) and found == rule:
            return {"every": text}
    if isinstance(rule, RawRule):
        return {"rrule": rule.text}
    return {"rrule": rrules(rule)[0].text}


def _short(said: str) -> str:
    """Without the words that say nothing: “Tuesday”, “2nd Thursday”, “2 weeks on Monday”."""
    plain = said.removeprefix("Every ").removeprefix("year on ")
    short = plain.removesuffix(" of the month")
    if not any(name in short for name in WEEKDAYS):
        return plain
    return "last" + short[4:] if short.startswith("Last ") else short


def joined(one: Rule, other: Rule) -> Rule | None:
    """The rule that falls where the two fall, where it is one of ours: 2nd and 4th Thursday."""
    match one, other:
        case MonthlyWeekday(), MonthlyWeekday() if (one.weekday, one.interval) == (other.weekday, other.interval):
            return MonthlyWeekday(in_month_order({*one.ordinals, *other.ordinals}), one.weekday, one.interval)
        case MonthlyDay(), MonthlyDay():
            return MonthlyDay(in_month_order({*one.days, *other.days}))
        case RawRule(), RawRule():
            return _joined_raw(one, other)
        case _:
            return None


def _joined_raw(one: RawRule, other: RawRule) -> Rule | None:
    mine, theirs = one.parts(), other.parts()
    differ = [name for name in mine if mine[name] != theirs.get(name)]
    if mine.keys() != theirs.keys() or len(differ) != 1 or not differ[0].startswith("BY"):
        return None
    name = differ[0]
    values = ",".join(dict.fromkeys([*mine[name].split(","), *theirs[name].split(",")]))
    found = parse_rrule(";".join(f"{key}={values if key == name else value}" for key, value in mine.items()))
    return None if isinstance(found, Misread) else found
