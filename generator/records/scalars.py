"""The plain values of records: text that somebody wrote in, a typed value out, or a sentence about what is wrong.

Each is a function of one value; `fields` makes types of them. A hint says the remedy in full where it can be told.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic_core import PydanticCustomError

from generator.problems import did_you_mean, shorten
from generator.records import codes
from generator.richtext import is_safe_url
from generator.schedule.language import parse_clock
from generator.schedule.rules import Misread

LONGEST_LINE = 300
LONGEST_PROSE = 20_000
LONGEST_SLUG = 80
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
DURATION = re.compile(r"\d{1,3} (?:hour|day|week|month)s?", re.ASCII)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")

MONTHS = tuple("January February March April May June July August September October November December".split())  # noqa: SIM905 - a list of words is read at one glance

_LOOSE_DAY = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", re.ASCII)
_DAY_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})", re.ASCII)
PHONE = re.compile(r"\+?[0-9 ()\-]{3,24}(?: ?(?:ext\.?|x) ?\d{1,6})?", re.ASCII)
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
MONEY = re.compile(r"\d{1,6}(?:\.\d{1,2})?", re.ASCII)
_LOOSE_MONEY = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?(\D*)", re.ASCII)
_HOST = re.compile(r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff\u2028\u2029")
_UNUSABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
_LANGUAGE_NAMES = {
    "arabic": "ar", "bengali": "bn", "bsl": "bfi", "british sign language": "bfi", "cantonese": "yue", "english": "en",
    "farsi": "fa", "french": "fr", "german": "de", "gujarati": "gu", "hindi": "hi", "irish": "ga", "italian": "it",
    "mandarin": "zh", "chinese": "zh", "polish": "pl", "portuguese": "pt", "punjabi": "pa", "romanian": "ro",
    "russian": "ru", "somali": "so", "spanish": "es", "tamil": "ta", "turkish": "tr", "ukrainian": "uk",
    "urdu": "ur", "vietnamese": "vi", "welsh": "cy", "american sign language": "ase", "asl": "ase",
}  # fmt: skip
_YES_AND_NO = {
    "true": "yes", "on": "yes", "y": "yes", "yes": "yes", "false": "no", "off": "no", "n": "no", "no": "no",
}  # fmt: skip
FREE = frozenset({"free", "free of charge", "nothing", "none", "no charge"})
_NOBODY_KNOWS = frozenset({"?", "unknown", "not known", "don't know", "unsure", "maybe", "n/a", "none"})


def bad(rule: str, message: str, hint: str | None = None, part: str | None = None) -> PydanticCustomError:
    """The error by which a field says what is wrong with it; `part` is the piece of text that the place is put on."""
    return PydanticCustomError(rule, "{message}", {"message": message, "hint": hint, "part": part})


def _as_text(value: Any) -> str:
    if type(value) is str:
        return value
    if value is None:
        raise bad("empty-value", "There is no value here.", "Write a value, or leave the line out.")
    found = "a list" if isinstance(value, list) else "a group of lines"
    raise bad("wrong-shape", f"This should be one plain value, not {found}.", "Write one value behind the colon.")


def _checked_text(value: Any, longest: int) -> str:
    text = (value if type(value) is str else _as_text(value)).strip()
    if not text:
        raise bad("empty-value", "There is nothing between these quotes.", "Write a value, or leave the line out.")
    if len(text) > longest:
        raise bad("too-long", f"This text has {len(text)} characters; at most {longest} fit.", "Shorten it.")
    if not text.isprintable() and not text.replace("\n", "").isprintable():
        for sign in text:
            if sign in _HIDDEN or (sign not in "\n\t" and unicodedata.category(sign) in _UNUSABLE):
                raise bad(
                    "hidden-character",
                    f"There is a hidden character (U+{ord(sign):04X}) in this text.",
                    "Delete it, and type the words around it again.",
                    part=sign,
                )
    return text


def line(value: Any) -> str:
    """Text of one line; line breaks of the file become spaces."""
    if type(value) is str:  # the quick way of nearly every text: forty thousand of them in two thousand records
        text = " ".join(value.split())
        if text and len(text) <= LONGEST_LINE and text.isprintable():
            return text
    return " ".join(_checked_text(value, LONGEST_LINE).split())


def prose(value: Any) -> str:
    """Text of several lines (Markdown)."""
    return _checked_text(value, LONGEST_PROSE)


def slug(value: Any) -> str:
    """An id: small letters, digits and hyphens."""
    text = line(value)
    if not SLUG.fullmatch(text) or len(text) > LONGEST_SLUG:
        better = slug_of(text)
        raise bad(
            "bad-id",
            f"“{shorten(text)}” cannot be an id.",
            f"An id has small letters, digits and hyphens: {better or 'old-mill'}.",
        )
    return text


def reference(value: Any) -> str:
    """The id of another record. Whether there is one is for the checks to say: they know the names of all."""
    return line(value)


def slug_of(text: str) -> str:
    """The id that a name would give; "" where it has no letter of ours."""
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", ascii_)).strip("-")[:LONGEST_SLUG].rstrip("-")


def day(value: Any) -> date:
    """A day such as 2026-12-01."""
    text = line(value)
    parts = DAY.fullmatch(text)
    if not parts:
        raise bad("bad-day", f"“{shorten(text)}” is not a day.", _better_day(text))
    try:
        found = date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:
        raise bad("bad-day", f"There is no day {text}.", "The order is year, month, day: 2026-12-01.") from None
    if not 1900 <= found.year <= 2200:  # noqa: PLR2004 - bounds that keep every date library content
        raise bad("bad-day", f"The year of {text} is too far away.", "Write a year between 1900 and 2200.")
    return found


def _better_day(text: str) -> str:
    numbers, words = _LOOSE_DAY.fullmatch(text), _DAY_IN_WORDS.fullmatch(text)
    if numbers:
        return f"Write {int(numbers[1])}-{int(numbers[2]):02}-{int(numbers[3]):02}."
    months = [number for number, name in enumerate(MONTHS, start=1) if words and name[:3] == words[2][:3].title()]
    if words and months:
        return f"Write {words[3]}-{months[0]:02}-{int(words[1]):02}."
    return "Write year, month and day, as in 2026-12-01."


def clock(value: Any) -> time:
    """A time of day such as 10:30."""
    text = line(value)
    found = parse_clock(text)
    if isinstance(found, Misread):
        raise bad_time(text, found)
    return found


def bad_time(text: str, misread: Misread) -> PydanticCustomError:
    """The error of a time that cannot be read, also between the quotes of a word processor."""
    plain = text.strip("“”‘’„")
    if plain != text:
        return bad("bad-time", f"There are curly quotes around {plain}.", f'Write straight ones: "{plain}".')
    return bad("bad-time", misread.message, misread.hint)


def phone(value: Any) -> str:
    """A telephone number as people write it."""
    text = line(value)
    if not PHONE.fullmatch(text) or sum(sign.isdigit() for sign in text) < 3:  # noqa: PLR2004 - 999, 112
        raise bad(
            "bad-phone",
            f"“{shorten(text)}” is not a telephone number.",
            "Write one number, in digits and spaces: 01632 960123. Words about it belong under `answered` or `role`.",
        )
    return text


def email(value: Any) -> str:
    """An email address."""
    text = line(value).removeprefix("mailto:")
    if not EMAIL.fullmatch(text) or len(text) > 254:  # noqa: PLR2004 - RFC 5321
        raise bad("bad-email", f"“{shorten(text)}” is not an email address.", "Write one, as name@example.org.")
    return text


def web_address(value: Any) -> str:
    """An address that begins with https:// or http://."""
    text = line(value)
    if " " in text or not text.lower().startswith(("https://", "http://")) or not is_safe_url(text):
        example = f"https://{text}" if _HOST.fullmatch(text) else "https://example.org/page"
        raise bad("bad-address", f"“{shorten(text)}” is not a web address.", f"Write it as {example}.")
    return text


def money(value: Any) -> Decimal:
    """An amount in the site's currency, without a sign: 2 or 2.50."""
    text = line(value)
    if not MONEY.fullmatch(text):
        raise bad("bad-amount", f"“{shorten(text)}” is not an amount of money.", _better_money(text))
    return Decimal(text)


def _better_money(text: str) -> str:
    numbers = _LOOSE_MONEY.findall(text)
    if text.casefold() in FREE:
        return "Write 0 for free."
    if "donation" in text.casefold():
        return "Where people give what they can, write `cost: {donation: {nothing_is_fine: yes}}`."
    if len(numbers) != 1 or "-" in text:
        return "Write the number alone: 2 or 2.50. Words about it belong under `note`."
    whole, part, after = numbers[0]
    more = " What it is for belongs under `per`, the rest under `note`." if len(after) > 3 else ""  # noqa: PLR2004 - EUR
    return f"Write the number alone: {whole}{f'.{part}' if part else ''}.{more}"


def count(value: Any) -> int:
    """A whole number from 0."""
    text = line(value)
    if not text.isdecimal() or not text.isascii() or len(text) > 6:  # noqa: PLR2004 - nothing here has a million
        raise bad("bad-number", f"“{shorten(text)}” is not a whole number.", "Write digits alone, such as 12.")
    return int(text)


def yes_no(value: Any) -> bool:
    """The answer yes or no."""
    text = line(value)
    if text == "yes":
        return True
    if text == "no":
        return False
    plain = _YES_AND_NO.get(text.casefold())
    raise bad("bad-answer", f"“{shorten(text)}” is not an answer here.", f"Write {plain or 'yes or no'}.")


def answer(value: Any) -> str:
    """The answer yes, no or ask."""
    if type(value) is str and value in codes.ANSWER:
        return value
    text = line(value)
    if text not in codes.ANSWER:
        plain = _YES_AND_NO.get(text.casefold())
        hint = f"Write {plain}." if plain else "Write yes or no; words about it belong into `{is: yes, note: …}`."
        if text.casefold() in _NOBODY_KNOWS:
            hint = "Leave the line out where nobody knows; write ask where people had better ask."
        raise bad("bad-answer", f"“{shorten(text)}” is not an answer here.", hint)
    return text


def language(value: Any) -> str:
    """A language by its BCP 47 tag: en, pl, pt-BR, bfi."""
    text = line(value)
    if not LANGUAGE.fullmatch(text):
        code = _LANGUAGE_NAMES.get(text.casefold(), text.casefold())
        hint = f"Write {code}." if LANGUAGE.fullmatch(code) else "Write its short code: en, cy, pl, pt-BR, bfi."
        raise bad("bad-language", f"“{shorten(text)}” is not the code of a language.", hint)
    return text


def reason(value: Any) -> str:
    """Why something does not take place, in words that people read: an answer such as `no` is none."""
    text = line(value)
    if text.casefold() in {"yes", "no", "true", "false"}:
        raise bad("bad-reason", f"“{text}” is not a reason.", "Write why in a few words, or take the line away.")
    return text


def duration(value: Any) -> str:
    """A length of time such as “2 days”."""
    text = line(value)
    if not DURATION.fullmatch(text):
        raise bad("bad-duration", f"“{shorten(text)}” is not a length of time.", "Write for example 2 days or 1 week.")
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
        raise bad("bad-coordinates", "These are not coordinates.", "Write latitude, longitude: 51.4545, -2.5879.")
    return latitude, longitude


def code(value: Any, vocabulary: str, known: Mapping[str, Any], by_label: Mapping[str, str]) -> str:
    """A code of a vocabulary; its label, or a word like it, gets the code as its hint."""
    text = line(value)
    if text in known:
        return text
    meant = by_label.get(text.casefold())
    hint = f"Did you mean “{meant}”?" if meant else did_you_mean(text, known) or "docs/records.md lists those known."
    raise bad("unknown-code", f"“{shorten(text)}” is not a known {vocabulary}.", hint)


def as_list(value: Any) -> Any:
    """A list; one value alone counts as a list of one."""
    return [value] if type(value) is str else value
