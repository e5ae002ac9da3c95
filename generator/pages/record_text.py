"""Small shaping of words that stand in records: capitals, full stops, names of languages, numbers to ring."""

import re
from functools import lru_cache
from urllib.parse import quote

from generator.words import Words
from generator.words import mark as _

_HOURS = re.compile(r"(?<=\d) (?=to \d)|(?<=\d to) (?=\d)")
_DIALLED = re.compile(r"[^0-9+]")
_PARTS_OF_PHONE = re.compile(r"\s*(?:x|ext\.?|extension)\s*([0-9]+)\s*$", re.IGNORECASE)
_ENDS = (".", "!", "?", "…", ":", ".”", "!”", "?”")
_DURATION = re.compile(r"(\d{1,3}) (hour|day|week|month)s?")
_DURATIONS = {
    "hour": (_("%(count)s hour"), _("%(count)s hours")),
    "day": (_("%(count)s day"), _("%(count)s days")),
    "week": (_("%(count)s week"), _("%(count)s weeks")),
    "month": (_("%(count)s month"), _("%(count)s months")),
}
SIGN_LANGUAGES = {
    "bfi": _("British Sign Language"),
    "ase": _("American Sign Language"),
    "isg": _("Irish Sign Language"),
}  # CLDR has no names for these


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def hours(text: str) -> str:
    """Opening hours as somebody has written them: “9 to 4” stays on one line."""
    return _HOURS.sub("\N{NO-BREAK SPACE}", text)


def sentence(text: str) -> str:
    """The text as a sentence: a capital at its beginning, a stop at its end."""
    text = capital(text.strip())
    return text if text.endswith(_ENDS) else f"{text}."


@lru_cache(maxsize=1024)
def inside(words: Words, label: str) -> str:
    """A label as it stands inside a sentence: English has small letters there, other languages keep theirs."""
    if words.messages.locale.language == "en" and not label[1:2].isupper():
        return label[:1].lower() + label[1:]
    return label


@lru_cache(maxsize=256)
def language(words: Words, tag: str) -> str:
    """The name of a language by its tag."""
    if tag in SIGN_LANGUAGES:
        return words.t(SIGN_LANGUAGES[tag])
    names = words.messages.locale.languages
    return str(names.get(tag.replace("-", "_")) or names.get(tag.partition("-")[0]) or tag)


@lru_cache(maxsize=64)
def duration(words: Words, text: str) -> str:
    """A length of time such as “2 days”, which records write in English."""
    match = _DURATION.fullmatch(text)
    if match is None:
        return text
    one, many = _DURATIONS[match[2]]
    return words.unbroken(words.n(one, many, int(match[1])))


def days_long(words: Words, days: int) -> str:
    """So many days as people say it: in weeks from a fortnight on, in months from a quarter on."""
    if days >= 84:  # noqa: PLR2004 - twelve weeks
        return duration(words, f"{round(days / 30.4)} months")
    return duration(words, f"{round(days / 7)} weeks" if days >= 14 else f"{days} days")  # noqa: PLR2004 - two weeks


def tel(number: str) -> str:
    """The link that dials a number."""
    extension = _PARTS_OF_PHONE.search(number)
    plain = _DIALLED.sub("", number[: extension.start()] if extension else number)
    return f"tel:{plain};ext={extension[1]}" if extension else f"tel:{plain}"


def sms(number: str) -> str:
    """The link that opens a text message to a number."""
    return f"sms:{_DIALLED.sub('', number)}"


def mailto(address: str) -> str:
    """The link that writes to an address; what stands before its @ may hold signs that mean something in links."""
    return f"mailto:{quote(address, safe='@+')}"
