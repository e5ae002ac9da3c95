"""Named stretches of days that schedules leave out: school holidays, the Christmas closure (`data/closures.yml`)."""

from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from generator.problems import shorten
from generator.records.common import Part
from generator.records.fields import Day, Line
from generator.records.scalars import MONTHS, bad, line

LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of the months, February in a leap year


def _day_of_year(value: Any) -> tuple[int, int]:
    text = line(value)
    number, _, month = text.partition(" ")
    if not (number.isdecimal() and number.isascii() and month in MONTHS):
        raise bad("bad-day-of-year", f"“{shorten(text)}” is not a day of the year.", "Write it as 20 December.")
    place = MONTHS.index(month)
    if not 1 <= int(number) <= LONGEST[place]:
        raise bad("bad-day-of-year", f"{month} has no day {number}.", f"Its days are 1 to {LONGEST[place]}.")
    return place + 1, int(number)


DayOfYear = Annotated[
    tuple[int, int],
    PlainValidator(_day_of_year),
    WithJsonSchema({"type": "string", "pattern": f"^[0-9]{{1,2}} ({'|'.join(MONTHS)})$"}),
]


class ClosurePeriod(Part):
    """From one day until another, once or each year."""

    first: Annotated[Day, Field(alias="from", description="First day: 2026-12-21")]
    last: Annotated[Day, Field(alias="until", description="Last day: 2027-01-03")]


class YearlyPeriod(Part):
    """The same days each year; it may pass over New Year."""

    first: Annotated[DayOfYear, Field(alias="from", description="First day: 24 December")]
    last: Annotated[DayOfYear, Field(alias="until", description="Last day: 2 January")]


class Closure(Part):
    """A named stretch of days that schedules leave out: school holidays, the Christmas closure."""

    name: Annotated[Line, Field(description="The words people read: school holidays")]
    periods: Annotated[tuple[ClosurePeriod, ...], Field(description="From one day until another, once")] = ()
    each_year: Annotated[YearlyPeriod | None, Field(description="The same days each year")] = None
