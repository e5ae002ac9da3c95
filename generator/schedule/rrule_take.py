"""A rule of a foreign calendar and its first moment in, rules of ours that fall on the same days out, or why none do.

Nothing is taken on trust: the days of ours are held against those that dateutil finds for the rule as it was written.
What no rule of ours can say, but comes to an end, becomes single days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dateutil.rrule import rrulestr

from generator.schedule.expand import rule_days
from generator.schedule.rrule_read import parse_rrule
from generator.schedule.rules import Dates, Item, Misread, Window
from generator.schedule.shapes import CODES

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from generator.schedule.rules import Rule

YEARS_COMPARED = 12  # within it every leap year, fifth weekday and 31st has come about
MOST_DAYS = 400
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?", re.ASCII)
_CLOCK = {"BYHOUR": "hour", "BYMINUTE": "minute", "BYSECOND": "second"}


class Taken(NamedTuple):
    """A rule of ours with its bounds; Dates have none."""

    rule: Rule
    first: date | None = None
    until: date | None = None
    times: int | None = None


class Foreign(NamedTuple):
    """The parts of a foreign rule: without its end, the end as a moment on the clock, and how often."""

    parts: dict[str, str]
    until: datetime | None
    number: int | None


@lru_cache(maxsize=4096)
def take(text: str, start: datetime, zone: ZoneInfo) -> tuple[Taken, ...] | Misread:
    """The rules of ours that fall as the foreign one does from `start`, the clock time of its first session."""
    foreign = _read(text, start, zone)
    if isinstance(foreign, Misread):
        return foreign
    horizon = date(min(start.year + YEARS_COMPARED, date.max.year), 12, 31)
    try:
        theirs = _days(foreign, start, horizon) if _can_fall(foreign.parts, start.date(), horizon) else []
    except (ValueError, TypeError, OverflowError):
        return Misread("This rule cannot be read.")
    if not theirs:
        return Misread("This rule never falls on any day.")
    why = Misread("No rule of ours falls on the same days.")
    for texts in _spellings(foreign.parts, start):
        rules = [parse_rrule(one) for one in texts]
        wrong = next((one for one in rules if isinstance(one, Misread)), None)
        if wrong:
            why = wrong
            continue
        if len(rules) > 1 and foreign.number:
            continue
        ours = [_bounded(rule, foreign, start) for rule in rules if not isinstance(rule, Misread)]
        if _all_days(ours, start.date(), horizon) == theirs:
            return tuple(one for one in ours if _all_days([one], start.date(), horizon))
    ends = bool(foreign.until or foreign.number) and theirs[-1] < horizon
    return (Taken(Dates(tuple(theirs))),) if ends and len(theirs) <= MOST_DAYS else why


def falls_on_start(taken: tuple[Taken, ...], start: date) -> bool:
    """Whether the first session of a series is one that its rule gives."""
    return start in _all_days(taken, start, start)


def days_of(taken: Taken, first: date, last: date) -> list[date]:
    """The days of a rule between two days."""
    return _all_days([taken], first, last)


def _all_days(taken: list[Taken] | tuple[Taken, ...], first: date, last: date) -> list[date]:
    found: set[date] = set()
    for one in taken:
        item = Item(one.rule, first=one.first, until=one.until, times=one.times)
        found.update(rule_days(item, Window(first, last), one.first or first))
    return sorted(found)


def _bounded(rule: Rule, foreign: Foreign, start: datetime) -> Taken:
    until = foreign.until
    last = None
    if until:
        last = until.date() if until.time() >= start.time() else until.date() - timedelta(days=1)
    return Taken(rule, start.date(), last, foreign.number)


def _read(text: str, start: datetime, zone: ZoneInfo) -> Foreign | Misread:
    parts: dict[str, str] = {}
    for part in "".join(text.split()).upper().removeprefix("RRULE:").rstrip(";").split(";"):
        name, equals, value = part.partition("=")
        if not (name and equals and value) or name in parts:
            return Misread("This rule cannot be read.")
        parts[name] = value
    if parts.get("FREQ") not in {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}:
        return Misread("Only rules by days, weeks, months and years can be kept.")
    for name, field in _CLOCK.items():
        if parts.get(name) == str(getattr(start, field)):
            del parts[name]
    if set(parts) & set(_CLOCK):
        return Misread("This rule has several times on one day.")
    parts = {name: value for name, value in parts.items() if not name.startswith("X-")}
    until_text, count_text = parts.pop("UNTIL", None), parts.pop("COUNT", None)
    until = _until(until_text, zone) if until_text else None
    if isinstance(until, Misread):
        return until
    if count_text is not None and not re.fullmatch(r"[1-9][0-9]{0,5}", count_text):
        return Misread(f"COUNT={count_text} is no number of times.")
    return Foreign(parts, until, int(count_text) if count_text else None)


def _until(text: str, zone: ZoneInfo) -> datetime | Misread:
    found = _UNTIL.fullmatch(text)
    try:
        if found is None:
            return Misread(f"UNTIL={text} is no day.")
        day = date(int(found[1]), int(found[2]), int(found[3]))
        clock = time(int(found[4]), int(found[5]), min(int(found[6]), 59)) if found[4] else time.max
    except ValueError:
        return Misread(f"UNTIL={text} is no day.")
    moment = datetime.combine(day, clock)
    return moment.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None) if found[7] else moment


def _can_fall(parts: dict[str, str], first: date, last: date) -> bool:
    """Whether a day is of a month, a day of the month and a weekday that a rule names.

    dateutil would look for the 30th of February up to the year 9999, and a calendar may have thousands of such rules.
    """
    months = _numbers(parts.get("BYMONTH", ""))
    in_month = _numbers(parts.get("BYMONTHDAY", ""))
    weekdays = {day[-2:] for day in parts.get("BYDAY", "").split(",") if day}
    step = int(parts.get("INTERVAL", "1")) if parts["FREQ"] == "DAILY" else 1
    if not (months or in_month or weekdays) or not weekdays <= set(CODES):
        return True
    a_month = min(5 * len(weekdays) or 31, len(in_month) or 31)
    most = {"DAILY": 1, "WEEKLY": len(weekdays) or 7, "MONTHLY": a_month, "YEARLY": a_month * (len(months) or 12)}
    if min(abs(place) for place in _numbers(parts.get("BYSETPOS", "1"))) > most[parts["FREQ"]]:
        return False  # a month has no sixth Monday
    return any(
        (not months or day.month in months)
        and (not in_month or not in_month.isdisjoint({day.day, day.day - monthrange(day.year, day.month)[1] - 1}))
        and (not weekdays or CODES[day.weekday()] in weekdays)
        for day in (first + timedelta(days=number) for number in range(0, (last - first).days, max(step, 1)))
    )


def _numbers(text: str) -> set[int]:
    return {int(one) for one in text.split(",") if one}


def _days(foreign: Foreign, start: datetime, horizon: date) -> list[date]:
    """What dateutil finds; it is given an end, so that a rule that never falls ends, too. A step of 0 has none.

    Where nothing falls before that end it goes on to the year 9999. So it is asked in the last 400 years before that,
    since days and their weekdays come again after 400; Easter does not.
    """
    if not int(foreign.parts.get("INTERVAL", "1")):
        raise ValueError
    end = datetime.combine(horizon, time.max)
    end = min(end, foreign.until) if foreign.until else end
    later = 0 if "BYEASTER" in foreign.parts else (MAXYEAR - horizon.year) // 400 * 400
    end, start = end.replace(year=end.year + later), start.replace(year=start.year + later)
    text = ";".join(f"{name}={value}" for name, value in foreign.parts.items())
    rule = rrulestr(f"{text};UNTIL={end:%Y%m%dT%H%M%S}", dtstart=start)
    return [moment.date().replace(year=moment.year - later) for moment in islice(rule, foreign.number)]


def _spellings(parts: dict[str, str], start: datetime) -> list[list[str]]:
    """The ways to say the same that our reader may know: what goes without saying said, weekdays apart."""
    full = _spelt_out(parts, start)
    ways = [[_text(full)]]
    plain = {name: value for name, value in full.items() if name != "WKST"}
    if plain != full:
        ways.append([_text(plain)])
    if "BYDAY" in plain:
        by_weekday: dict[str, list[str]] = {}
        for day in plain["BYDAY"].split(","):
            by_weekday.setdefault(day[-2:], []).append(day)
        if len(by_weekday) > 1:
            ways.append([_text({**plain, "BYDAY": ",".join(days)}) for days in by_weekday.values()])
    return ways


def _spelt_out(parts: dict[str, str], start: datetime) -> dict[str, str]:
    full, frequency = dict(parts), parts["FREQ"]
    if full.get("INTERVAL") == "1":
        del full["INTERVAL"]
    said = {name for name in full if name.startswith("BY")}
    if frequency == "WEEKLY" and "BYDAY" not in said:
        full["BYDAY"] = CODES[start.weekday()]
    if frequency == "MONTHLY" and not said:
        full["BYMONTHDAY"] = str(start.day)
    if frequency == "YEARLY" and not said - {"BYMONTH", "BYMONTHDAY"}:
        full.setdefault("BYMONTH", str(start.month))
        full.setdefault("BYMONTHDAY", str(start.day))
    days, places = full.get("BYDAY", "").split(","), full.get("BYSETPOS", "")
    if places and len(days) == 1 and days[0] in CODES:  # as Outlook says the second Tuesday
        del full["BYSETPOS"]
        full["BYDAY"] = ",".join(f"{place}{days[0]}" for place in places.split(","))
    return full


def _text(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())
