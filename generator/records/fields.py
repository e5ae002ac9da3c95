"""The scalar types of records: text that somebody wrote in, a typed value or a sentence about what is wrong out.

Each type is a plain function from text to value, wrapped once for Pydantic and for the JSON Schema that editors read.
An editor reads YAML 1.2 and takes an unquoted telephone number or year for a number, so text fields allow those.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.problems import did_you_mean
from generator.records import codes
from generator.richtext import is_safe_url
from generator.schedule.language import parse_clock
from generator.schedule.rules import Misread

LONGEST_LINE = 300
LONGEST_PROSE = 20_000
TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number", "boolean"]}

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PHONE = re.compile(r"\+?[0-9 ()\-]{3,24}(?: ?(?:ext\.?|x) ?\d{1,6})?")
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
_DURATION = re.compile(r"(\d{1,3}) (hour|day|week|month)s?")
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\u2028\u2029")


def bad(rule: str, message: str, hint: str | None = None) -> PydanticCustomError:
    """The error by which a field says what is wrong with it."""
    return PydanticCustomError(rule, "{message}", {"message": message, "hint": hint})  # type: ignore[arg-type]


def _as_text(value: Any) -> str:
    if type(value) is str:
        return value
    if value is None:
        raise bad("empty-value", "There is no value here.", "Write a value or leave the line out.")
    found = "a list" if isinstance(value, list) else "lines of its own below it"
    raise bad("wrong-shape", f"This should be one plain value, not {found}.")


def _checked_text(value: Any, longest: int, keep: str = "") -> str:
    text = _as_text(value).strip()
    if not text:
        raise bad("empty-value", "There is no value here.", "Write a value or leave the line out.")
    if len(text) > longest:
        raise bad("too-long", f"This text has {len(text)} characters; at most {longest} fit.", "Shorten it.")
    if not text.isprintable():
        for sign in text:
            if sign in keep:
                continue
            if sign in _HIDDEN or unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"}:
                raise bad(
                    "hidden-character",
                    f"There is a hidden character (U+{ord(sign):04X}) in this text.",
                    "Delete it and type the words again.",
                )
    return text


def line(value: Any) -> str:
    """Text of one line; line breaks of the file become spaces."""
    return " ".join(_checked_text(value, LONGEST_LINE, keep="\n").split())


def prose(value: Any) -> str:
    """Text of several lines (Markdown)."""
    return _checked_text(value, LONGEST_PROSE, keep="\n")


def slug(value: Any) -> str:
    """An id: lower-case letters, digits and hyphens."""
    text = line(value)
    if not _SLUG.fullmatch(text) or len(text) > 80:
        better = re.sub(
            r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        )
        raise bad(
            "bad-id",
            f"“{text}” cannot be an id.",
            f"Use small letters, digits and hyphens: {better.strip('-')[:80] or 'old-mill'}.",
        )
    return text


def day(value: Any) -> date:
    """A day such as 2026-12-01."""
    text = line(value)
    parts = _DAY.fullmatch(text)
    if not parts:
        raise bad("bad-day", f"“{text}” is not a day.", "Write year, month, day, as in 2026-12-01.")
    try:
        found = date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:
        raise bad(
            "bad-day", f"There is no day {text}.", "Look at a calendar: the month or the day is too high."
        ) from None
    if not 1900 <= found.year <= 2200:  # noqa: PLR2004 - bounds that keep every date library content
        raise bad("bad-day", f"The year of {text} is far away.", "Write a year between 1900 and 2200.")
    return found


def clock(value: Any) -> time:
    """A time of day such as 10:30."""
    found = parse_clock(line(value))
    if isinstance(found, Misread):
        raise bad("bad-time", found.message, found.hint)
    return found


def phone(value: Any) -> str:
    """A telephone number as people write it."""
    text = line(value)
    if not _PHONE.fullmatch(text) or sum(sign.isdigit() for sign in text) < 3:  # noqa: PLR2004 - 999, 112
        raise bad(
            "bad-phone",
            f"“{text}” is not a telephone number.",
            "Write digits and spaces: 01632 960123. Say when it is answered under `answered`.",
        )
    return text


def email(value: Any) -> str:
    """An email address."""
    text = line(value).removeprefix("mailto:")
    if not _EMAIL.fullmatch(text) or len(text) > 254:  # noqa: PLR2004 - RFC 5321
        raise bad("bad-email", f"“{text}” is not an email address.", "Write it as name@example.org.")
    return text


def web_address(value: Any) -> str:
    """An address that begins with https:// or http://."""
    text = line(value)
    if " " in text or not text.lower().startswith(("https://", "http://")) or not is_safe_url(text):
        raise bad("bad-address", f"“{text}” is not a web address.", "Write it as https://example.org/page.")
    return text


def money(value: Any) -> Decimal:
    """An amount in the site's currency, without a sign: 2 or 2.50."""
    text = line(value)
    try:
        amount = Decimal(text) if re.fullmatch(r"\d{1,6}(\.\d{1,2})?", text) else None
    except InvalidOperation:
        amount = None
    if amount is None:
        hint = "Write the number alone: 2 or 2.50."
        if text.casefold() in {"free", "nothing", "none"}:
            hint = "Write 0 for free."
        raise bad("bad-amount", f"“{text}” is not an amount of money.", hint)
    return amount


def count(value: Any) -> int:
    """A whole number from 0."""
    text = line(value)
    if not text.isdecimal() or not text.isascii() or len(text) > 6:  # noqa: PLR2004 - nothing here has a million
        raise bad("bad-number", f"“{text}” is not a whole number.", "Write digits alone, such as 12.")
    return int(text)


def yes_no(value: Any) -> bool:
    """The answer yes or no."""
    text = line(value)
    if text == "yes":
        return True
    if text == "no":
        return False
    raise bad("bad-answer", f"“{text}” is not an answer.", f"Write {_plain_answer(text)}.")


def answer(value: Any) -> str:
    """The answer yes, no or ask."""
    text = line(value)
    if text not in codes.ANSWER:
        raise bad(
            "bad-answer",
            f"“{text}” is not an answer.",
            f"Write {_plain_answer(text)}, or “ask” if nobody knows for sure.",
        )
    return text


def _plain_answer(text: str) -> str:
    return {"true": "yes", "on": "yes", "y": "yes", "false": "no", "off": "no", "n": "no"}.get(
        text.casefold(), "“yes” or “no”"
    )


def language(value: Any) -> str:
    """A language by its BCP 47 tag: en, pl, pt-BR, bfi."""
    text = line(value)
    if not _LANGUAGE.fullmatch(text):
        raise bad(
            "bad-language",
            f"“{text}” is not a language code.",
            "Write its short code: en, cy, pl, pt-BR, bfi.",
        )
    return text


def duration(value: Any) -> str:
    """A length of time such as “2 days”."""
    text = line(value)
    if not _DURATION.fullmatch(text):
        raise bad("bad-duration", f"“{text}” is not a length of time.", "Write it as 2 days, 1 week or 6 hours.")
    return text


def coordinates(value: Any) -> tuple[Decimal, Decimal]:
    """Latitude and longitude in degrees: "51.4545, -2.5879" or a list of the two."""
    parts = value if isinstance(value, list) else _as_text(value).split(",")
    try:
        latitude, longitude = (Decimal(_as_text(part).strip()) for part in parts)
        fits = abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004 - degrees
    except (ValueError, InvalidOperation):
        fits = False
    if not fits:
        raise bad(
            "bad-coordinates",
            "These are not coordinates.",
            "Write latitude, then longitude: 51.4545, -2.5879.",
        )
    return latitude, longitude


def as_list(value: Any) -> Any:
    """A list; one value alone counts as a list of one."""
    return [value] if type(value) is str else value


class _Coded:
    """Marks a text as a code of a closed vocabulary, for Pydantic and for the JSON Schema."""

    def __init__(self, vocabulary: str, known: Mapping[str, str]) -> None:
        self.vocabulary, self.known = vocabulary, known
        self.by_label = {str(label).casefold(): code for code, label in known.items() if label}

    def read(self, value: Any) -> str:
        text = line(value)
        if text in self.known:
            return text
        meant = self.by_label.get(text.casefold())
        hint = f"Did you mean “{meant}”?" if meant else did_you_mean(text, self.known)
        raise bad("unknown-code", f"“{text}” is not a known {self.vocabulary}.", hint)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        words = "; ".join(f"{code}: {label}" for code, label in self.known.items() if label)
        return {"enum": list(self.known), **({"description": words} if words else {})}


def _open_code(vocabulary: str, attribute: str) -> Callable[[Any, ValidationInfo], str]:
    def code(value: Any, info: ValidationInfo) -> str:
        text = line(value)
        known = getattr(info.context, attribute)
        if text in known:
            return text
        raise bad("unknown-code", f"“{text}” is not a known {vocabulary}.", did_you_mean(text, known))

    return code


Line = Annotated[str, PlainValidator(line), WithJsonSchema(TEXT_SCHEMA)]
Prose = Annotated[str, PlainValidator(prose), WithJsonSchema(TEXT_SCHEMA)]
Slug = Annotated[str, PlainValidator(slug), WithJsonSchema({"type": "string", "pattern": f"^{_SLUG.pattern}$"})]
Ref = Slug
Day = Annotated[date, PlainValidator(day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"})]
Clock = Annotated[time, PlainValidator(clock), WithJsonSchema({"type": "string", "pattern": r"^\d{1,2}:\d\d$"})]
Phone = Annotated[str, PlainValidator(phone), WithJsonSchema({"type": ["string", "number"]})]
Email = Annotated[str, PlainValidator(email), WithJsonSchema({"type": "string"})]
WebAddress = Annotated[str, PlainValidator(web_address), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
Money = Annotated[Decimal, PlainValidator(money), WithJsonSchema({"type": ["string", "number"]})]
Count = Annotated[int, PlainValidator(count), WithJsonSchema({"type": ["string", "integer"]})]
YesNo = Annotated[bool, PlainValidator(yes_no), WithJsonSchema({"enum": ["yes", "no"]})]
Answer = Annotated[str, PlainValidator(answer), WithJsonSchema({"enum": ["yes", "no", "ask"]})]
Language = Annotated[str, PlainValidator(language), WithJsonSchema({"type": ["string", "boolean"]})]
Duration = Annotated[str, PlainValidator(duration), WithJsonSchema({"type": "string"})]
Coordinates = Annotated[
    tuple[Decimal, Decimal],
    PlainValidator(coordinates),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {"type": "array", "items": {"type": ["number", "string"]}, "maxItems": 2},
            ]
        }
    ),
]
Listed = BeforeValidator(as_list)

Kind = Annotated[str, _Coded("kind of resource", codes.KIND)]
Category = Annotated[str, _Coded("category", codes.CATEGORY)]
Layer = Annotated[str, _Coded("layer", codes.LAYER)]
Goal = Annotated[str, _Coded("goal", codes.GOAL)]
Cause = Annotated[str, _Coded("cause", codes.CAUSE)]
Skill = Annotated[str, _Coded("skill", codes.SKILL)]
Format = Annotated[str, _Coded("format", codes.FORMAT)]
Size = Annotated[str, _Coded("size", codes.SIZE)]
Effort = Annotated[str, _Coded("effort", codes.EFFORT)]
NextStep = Annotated[str, _Coded("next step", codes.NEXT_STEP)]
ReferralBy = Annotated[str, _Coded("way of referral", codes.REFERRAL_BY)]
PlacesAre = Annotated[str, _Coded("state of places", codes.PLACES)]
JoiningIs = Annotated[str, _Coded("way of joining", codes.JOINING)]
Gender = Annotated[str, _Coded("gender", codes.GENDER)]
CostPer = Annotated[str, _Coded("unit of cost", codes.COST_PER)]
Support = Annotated[str, _Coded("kind of support", codes.SUPPORT)]
DeliveredBy = Annotated[str, _Coded("kind of helper", codes.DELIVERED_BY)]
How = Annotated[str, _Coded("way of checking", codes.HOW_CHECKED)]
Unit = Annotated[str, _Coded("unit", codes.UNIT)]
ShownTo = Annotated[str, _Coded("audience of the calendar", codes.SHOWN_TO)]
BookingHow = Annotated[str, _Coded("way of booking", codes.BOOKING_HOW)]
HelpKind = Annotated[str, _Coded("kind of help contact", codes.HELP_KIND)]
PartOfWeek = Annotated[str, _Coded("part of the week", dict.fromkeys(codes.PART_OF_WEEK, ""))]
TopicCode = Annotated[str, PlainValidator(_open_code("topic", "topics")), WithJsonSchema({"type": "string"})]
TagCode = Annotated[str, PlainValidator(_open_code("group of people", "tags")), WithJsonSchema({"type": "string"})]
SettingCode = Annotated[str, PlainValidator(_open_code("setting", "settings")), WithJsonSchema({"type": "string"})]
