"""The words of rules: text → words, each with the letter that it has in the patterns of `language`."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import NamedTuple

from generator.schedule.rules import LAST

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = {
    "and": "&", "to": "-", "on": "/", "of": "f", "in": "f",
    "day": "d", "days": "d", "week": "k", "weeks": "k",
    "month": "m", "months": "m", "year": "y", "years": "y", "weekday": "x", "weekdays": "x",
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": LAST}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_EVERY_SECOND = {"other": "a", "alternate": "a", "alternating": "a", "fortnight": "F", "fortnightly": "F"}
_ORDINAL = re.compile(r"([0-9]{1,3})(?:st|nd|rd|th)")
_NUMBER = re.compile(r"[0-9]{1,3}")
_JOINED = re.compile(r"(?:\s*[,&+]|\s+and\b)+\s*")
_OPENERS = {"every", "each", "on"}
_FILLERS = {("of", "each"), ("of", "every")}


class Word(NamedTuple):
    """One word of a rule: its letter in the patterns, the number it stands for, and as it was written."""

    letter: str
    number: int
    text: str


def _known() -> dict[str, tuple[str, int]]:
    known = {word: (letter, 1) for word, letter in _SMALL.items()}
    known |= {word: (letter, 2) for word, letter in _EVERY_SECOND.items()}
    known |= {word: ("O", number) for word, number in _ORDINALS.items()}
    known |= {word: ("N", number) for word, number in _NUMBERS.items()}
    for number, name in enumerate(MONTHS, start=1):
        known |= dict.fromkeys((name.casefold(), name[:3].casefold()), ("M", number))
    for number, name in enumerate(WEEKDAYS):
        long, short = name.casefold(), name[:3].casefold()
        known |= dict.fromkeys((long, f"{long}s", short, f"{short}s"), ("W", number))
    return known | {"sept": ("M", 9), "weds": ("W", 2), "thur": ("W", 3), "thurs": ("W", 3)}


_KNOWN = _known()
_SUGGESTED = {word.casefold(): word for word in (*WEEKDAYS, *MONTHS, *_SMALL, *_ORDINALS, *_NUMBERS)}


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a rule without those that say nothing ("every", "the"); a strange one gets "?"."""
    split = [word.rstrip(".") for word in _JOINED.sub(" and ", text.casefold()).split()]
    said = [word for word in split if word != "the"]
    while said and said[0] in _OPENERS:
        del said[0]
    # "of each month" says no more than "of the month"
    kept = [word for before, word in zip(["", *said], said, strict=False) if (before, word) not in _FILLERS]
    return tuple(_word(word) for word in kept)


def nearest(text: str) -> str | None:
    """The word that a misspelt one was probably meant to be."""
    close = get_close_matches(text, _SUGGESTED, n=1, cutoff=0.7)
    return _SUGGESTED[close[0]] if close else None


def _word(text: str) -> Word:
    if text in _KNOWN:
        return Word(*_KNOWN[text], text)
    if found := _ORDINAL.fullmatch(text):
        return Word("O", int(found[1]), text)
    if _NUMBER.fullmatch(text):
        return Word("N", int(text), text)
    return Word("?", 0, text)
