"""The types of fields that only profiles and cases have: codes with a prefix, free times, a home, kilometres."""

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import GetJsonSchemaHandler, PlainValidator, WithJsonSchema
from pydantic_core import CoreSchema

from generator.problems import near_miss, shorten
from generator.records import codes, scalars
from generator.records.fields import NUMBER_OR_TEXT, TEXT, Coded
from generator.records.scalars import bad, line
from generator.schedule.language import parse_clock
from generator.schedule.rules import Misread

_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,6})?", re.ASCII)
_HOURS = re.compile(r"([a-z]{3}) (\d\d?:\d\d)-(\d\d?:\d\d)", re.ASCII)
_CONTACT = "contact."
PAIR = 2

Home = tuple[float, float] | str


class Prefixed(Coded):
    """A code that may stand with the prefix of its field (`mob.wheelchair`) or bare (`wheelchair`); kept bare."""

    def __init__(self, vocabulary: str, known: Mapping[str, str], *prefixes: str) -> None:
        super().__init__(vocabulary, known)
        self.prefixes = prefixes

    def read(self, value: Any) -> str:
        """The bare code."""
        text = line(value)
        for prefix in self.prefixes:
            text = text.removeprefix(prefix)
        return super().read(text)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Editors offer the codes with their prefix and take bare ones, too."""
        offered = [
            {"const": f"{self.prefixes[0]}{code}", **({"description": str(said)} if said else {})}
            for code, said in self.known.items()
        ]
        return {"anyOf": [*offered, {"enum": list(self.known)}]}


def free_time(value: Any) -> str:
    """A part of the week (`tue_am`), or hours of a day (`tue 10:00-12:30`)."""
    text = line(value)
    if text in codes.PART_OF_WEEK:
        return text
    hours = _HOURS.fullmatch(text)
    if not hours:
        hint = near_miss(text, codes.PART_OF_WEEK)
        how = f"Did you mean “{hint}”?" if hint else "Write tue_am, tue_pm, tue_eve, or hours: tue 10:00-12:30."
        raise bad("bad-time", f"“{shorten(text)}” is not a time of the week.", how)
    day, start, end = hours.groups()
    if day not in codes.WEEKDAYS:
        raise bad("bad-time", f"“{day}” is not a day of the week.", f"Known are: {', '.join(codes.WEEKDAYS)}.")
    clocks = [parse_clock(clock) for clock in (start, end)]
    read = [clock for clock in clocks if not isinstance(clock, Misread)]
    if len(read) < PAIR or read[0] >= read[1]:
        raise bad("bad-time", f"“{shorten(text)}” has no beginning before its end.", "Write tue 10:00-12:30.")
    return f"{day} {read[0]:%H:%M}-{read[1]:%H:%M}"


def home(value: Any) -> Home:
    """Where somebody lives: a town or postcode district of `data/areas.yml`, or two numbers."""
    if isinstance(value, list):
        return _pair(value)
    text = line(value)
    parts = text.split(",")
    return _pair(parts) if len(parts) == PAIR and all(_NUMBER.fullmatch(part.strip()) for part in parts) else text


def pair(value: Any) -> tuple[float, float]:
    """Kilometres eastwards and northwards on a plain."""
    return _pair(value if isinstance(value, list) else line(value).split(","))


def _pair(parts: list[Any]) -> tuple[float, float]:
    texts = [str(part).strip() for part in parts]
    if len(texts) != PAIR or not all(_NUMBER.fullmatch(text) for text in texts):
        raise bad("bad-coordinates", "These are not coordinates.", "Write two numbers, or the name of a place.")
    return float(texts[0]), float(texts[1])


def kilometres(value: Any) -> float:
    """A distance in kilometres."""
    text = line(value)
    if not _NUMBER.fullmatch(text) or text.startswith("-"):
        raise bad("bad-number", f"“{shorten(text)}” is not a number of kilometres.", "Write the number alone: 2.5.")
    return float(text)


def points(value: Any) -> int:
    """Points of a weight, which may be taken away, too."""
    text = line(value)
    if not re.fullmatch(r"-?\d{1,3}", text, re.ASCII):
        raise bad("bad-number", f"“{shorten(text)}” is not a number of points.", "Write a whole number: 14, or -8.")
    return int(text)


def open_code(value: Any) -> str:
    """A code of a vocabulary that a file of cases brings along: `polish`, `games.quiz`."""
    text = line(value)
    if not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)?", text):
        raise bad("unknown-code", f"“{shorten(text)}” cannot be a code.", "Write small letters, digits and _.")
    return text


FreeTime = Annotated[str, PlainValidator(free_time), WithJsonSchema({"type": "string"})]
HomeField = Annotated[
    Home,
    PlainValidator(home),
    WithJsonSchema({"anyOf": [TEXT, {"type": "array", "items": NUMBER_OR_TEXT, "minItems": 2, "maxItems": 2}]}),
]
Pair = Annotated[
    tuple[float, float],
    PlainValidator(pair),
    WithJsonSchema(
        {"anyOf": [{"type": "string"}, {"type": "array", "items": NUMBER_OR_TEXT, "minItems": 2, "maxItems": 2}]}
    ),
]
Kilometres = Annotated[float, PlainValidator(kilometres), WithJsonSchema({**NUMBER_OR_TEXT, "minimum": 0})]
Points = Annotated[int, PlainValidator(points), WithJsonSchema(NUMBER_OR_TEXT)]
OpenCode = Annotated[str, PlainValidator(open_code), WithJsonSchema({"type": "string"})]
Feature = Annotated[str, Coded("access question", codes.ACCESS)]
Anything = Annotated[str, PlainValidator(scalars.line), WithJsonSchema(TEXT)]
