"""The types of fields: each plain value of `scalars` wrapped once, for Pydantic and for the JSON Schema of editors.

An editor reads YAML 1.2 and takes an unquoted telephone number or year for a number, so text fields allow those.
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal
from functools import wraps
from typing import Annotated, Any, TypeVar

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from generator.records import codes, scalars
from generator.records.scalars import day as day  # noqa: PLC0414 - the command reads its --today as records are read

TEXT = {"type": ["string", "number", "boolean"]}
"""What an editor may take a text for."""
NUMBER_OR_TEXT = {"type": ["string", "number"]}
_MOST_REMEMBERED = 20_000  # texts of a type of field

T = TypeVar("T")


class Coded:
    """Marks a text as a code of a closed vocabulary."""

    def __init__(self, vocabulary: str, known: Mapping[str, str]) -> None:
        self.vocabulary, self.known = vocabulary, known
        self.by_label = {str(label).casefold(): code for code, label in known.items() if label}

    def read(self, value: Any) -> str:
        """The code that a record names."""
        if type(value) is str and value in self.known:
            return value
        return scalars.code(value, self.vocabulary, self.known, self.by_label)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """One `const` a code, since editors show the words of the code under the pointer."""
        return {
            "anyOf": [
                {"const": code, **({"description": str(said)} if said else {})} for code, said in self.known.items()
            ]
        }


def _remembered(read: Callable[[Any], T]) -> PlainValidator:
    """Reads each text once: ten thousand records name some hundred days, prices and places, and then share them."""
    known: dict[str, T] = {}

    @wraps(read)
    def remembered(value: Any) -> T:
        if type(value) is not str:
            return read(value)
        found = known.get(value)
        if found is None:
            found = read(value)
            if len(known) < _MOST_REMEMBERED:
                known[value] = found
        return found

    return PlainValidator(remembered)


def _open_code(vocabulary: str, attribute: str) -> Callable[[Any, ValidationInfo], str]:
    """Reads a code of a vocabulary that a site may add to."""

    def read(value: Any, info: ValidationInfo) -> str:
        known = getattr(info.context, attribute)
        if type(value) is str and value in known:
            return value
        by_label = {word.casefold(): name for name, one in reversed(known.items()) for word in _words_for(one)}
        return scalars.code(value, vocabulary, known, by_label)

    return read


def _words_for(one: Any) -> tuple[str, ...]:
    """What people say for a topic, a group of people or a setting."""
    return (one,) if isinstance(one, str) else (*one.synonyms, one.label)


Line = Annotated[str, PlainValidator(scalars.line), WithJsonSchema(TEXT)]
Prose = Annotated[str, PlainValidator(scalars.prose), WithJsonSchema(TEXT)]
_SLUG_SCHEMA = {**NUMBER_OR_TEXT, "pattern": f"^{scalars.SLUG.pattern}$"}
Slug = Annotated[str, _remembered(scalars.slug), WithJsonSchema(_SLUG_SCHEMA)]
Ref = Annotated[str, _remembered(scalars.reference), WithJsonSchema(_SLUG_SCHEMA)]
"""Names another record; `checks.references` sees whether there is one, also by its name."""
Day = Annotated[
    date, _remembered(scalars.day), WithJsonSchema({"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
]
Clock = Annotated[
    time, _remembered(scalars.clock), WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,2}:[0-9]{2}$"})
]
Phone = Annotated[str, _remembered(scalars.phone), WithJsonSchema(NUMBER_OR_TEXT)]
Email = Annotated[str, _remembered(scalars.email), WithJsonSchema({"type": "string", "pattern": "@"})]
WebAddress = Annotated[
    str, PlainValidator(scalars.web_address), WithJsonSchema({"type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://"})
]
Money = Annotated[
    Decimal,
    _remembered(scalars.money),
    WithJsonSchema({**NUMBER_OR_TEXT, "minimum": 0, "pattern": r"^[0-9]{1,6}(\.[0-9]{1,2})?$"}),
]
Count = Annotated[
    int,
    _remembered(scalars.count),
    WithJsonSchema({"type": ["string", "integer"], "minimum": 0, "pattern": "^[0-9]{1,6}$"}),
]
YesNo = Annotated[bool, PlainValidator(scalars.yes_no), WithJsonSchema({"enum": ["yes", "no"]})]
Answer = Annotated[str, PlainValidator(scalars.answer), WithJsonSchema({"enum": ["yes", "no", "ask"]})]
Language = Annotated[
    str,
    _remembered(scalars.language),
    WithJsonSchema({"type": "string", "pattern": f"^{scalars.LANGUAGE.pattern}$"}),
]
Reason = Annotated[str, PlainValidator(scalars.reason), WithJsonSchema(TEXT)]
Duration = Annotated[
    str,
    _remembered(scalars.duration),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{1,3} (hour|day|week|month)s?$"}),
]
Coordinates = Annotated[
    tuple[Decimal, Decimal],
    PlainValidator(scalars.coordinates),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": r"^\s*-?[0-9.]+\s*,\s*-?[0-9.]+\s*$"},
                {"type": "array", "items": NUMBER_OR_TEXT, "minItems": 2, "maxItems": 2},
            ]
        }
    ),
]
Listed = BeforeValidator(scalars.as_list)
"""Lets one value stand for a list of one."""

Kind = Annotated[str, Coded("kind of resource", codes.KIND)]
Category = Annotated[str, Coded("category", codes.CATEGORY)]
Layer = Annotated[str, Coded("layer", codes.LAYER)]
Goal = Annotated[str, Coded("goal", codes.GOAL)]
Cause = Annotated[str, Coded("cause", codes.CAUSE)]
Skill = Annotated[str, Coded("skill", codes.SKILL)]
Format = Annotated[str, Coded("format", codes.FORMAT)]
Size = Annotated[str, Coded("size", codes.SIZE)]
Effort = Annotated[str, Coded("effort", codes.EFFORT)]
NextStep = Annotated[str, Coded("next step", codes.NEXT_STEP)]
ReferralBy = Annotated[str, Coded("way of referral", codes.REFERRAL_BY)]
PlacesAre = Annotated[str, Coded("state of places", codes.PLACES)]
JoiningIs = Annotated[str, Coded("way of joining", codes.JOINING)]
Gender = Annotated[str, Coded("gender", codes.GENDER)]
CostPer = Annotated[str, Coded("unit of cost", codes.COST_PER)]
Support = Annotated[str, Coded("kind of support", codes.SUPPORT)]
DeliveredBy = Annotated[str, Coded("kind of helper", codes.DELIVERED_BY)]
HelperCheck = Annotated[str, Coded("check of helpers", codes.HELPER_CHECK)]
How = Annotated[str, Coded("way of checking", codes.HOW_CHECKED)]
Unit = Annotated[str, Coded("unit", codes.UNIT)]
ShownTo = Annotated[str, Coded("audience of the calendar", codes.SHOWN_TO)]
BookingHow = Annotated[str, Coded("way of booking", codes.BOOKING_HOW)]
HelpKind = Annotated[str, Coded("kind of help contact", codes.HELP_KIND)]
PartOfWeek = Annotated[str, Coded("part of the week", dict.fromkeys(codes.PART_OF_WEEK, ""))]
_OPEN = WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9_]+(\.[a-z0-9_]+)?$"})
TopicCode = Annotated[str, PlainValidator(_open_code("topic", "topics")), _OPEN]
TagCode = Annotated[str, PlainValidator(_open_code("group of people", "tags")), _OPEN]
SettingCode = Annotated[str, PlainValidator(_open_code("setting", "settings")), _OPEN]
