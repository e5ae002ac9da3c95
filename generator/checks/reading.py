"""English sentences in, how hard they are to read out: words in a sentence, and the grade of Flesch and Kincaid.

The grade is that of an American school: 6 is about the age of eleven. It counts syllables by their vowels, which is
right for nine words in ten; of a text that is enough.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

LONGEST_ON_AVERAGE = 15  # words in a sentence
HARDEST = 6
"""The grade that plain texts stay at or below."""
FEWEST_WORDS = 40
"""A grade says nothing of shorter texts."""

_VOWELS = re.compile(r"[aeiouyà-ÿ]+")
_SILENT = re.compile(r"(?:(?<![aeiouyl])e|(?<=[aeiouyl]l)e|(?<![aeioudty])ed|(?<![aeiouyscgzxh])es)\b")
_ONLY_E = re.compile(r"\b[^aeiouy\W]{1,3}(?:e|ed|es)\b")
"""“the”, “she”: the e is all there is, and so it is not silent."""


def _kind(byte: int) -> int:
    """Of a byte of UTF-8 in small letters: e, l, a for other vowels, b for what is another letter or part of one."""
    if byte in b"el":
        return byte
    if byte in b"aiouy\xc3":  # letters with accents begin with C3
        return ord("a")
    return ord("b") if chr(byte).isalpha() or not chr(byte).isascii() else ord(" ")


_KINDS = bytes(map(_kind, range(256)))
_VOWELS_ONLY = bytes.maketrans(b"aebl", b"aa  ")
_ONE_SYLLABLE = (b" be ", b" bbe ", b" bbbe ")


class Reading(NamedTuple):
    """How a text reads."""

    words: int
    average: float
    grade: float

    @property
    def is_hard(self) -> bool:
        """Whether its sentences or its words are too long on the whole."""
        return self.words >= FEWEST_WORDS and (self.average > LONGEST_ON_AVERAGE or self.grade > HARDEST)


def reading(sentences: Iterable[str]) -> Reading:
    """How sentences read together."""
    told = [one for one in sentences if any(map(str.isalpha, one))]
    text = " ".join(told).lower()
    words = len(text.split())
    if not words:
        return Reading(0, 0.0, 0.0)
    average = words / len(told)
    grade = 0.39 * average + 11.8 * syllables(text) / words - 15.59
    return Reading(words, round(average, 1), round(grade, 1))


def syllables(text: str) -> int:
    """How many syllables a text in small letters has, as far as its vowels tell."""
    return len(_VOWELS.findall(text)) - len(_SILENT.findall(text)) + len(_ONLY_E.findall(text))


def surely_easy(text: str) -> bool:
    """Whether a text in small letters cannot read hard; the whole count takes many times as long.

    There are at most as many syllables as vowels that stand alone or together, without the e at the end of most words,
    and at least as many sentences as full stops.
    """
    words = text.count(" ") + text.count("\n") + 1
    stops = text.count(". ") + text.count("\n") + 1
    if words < FEWEST_WORDS:
        return True
    kinds = b" %b " % text.encode().translate(_KINDS)
    silent = kinds.count(b"be ") - sum(map(kinds.count, _ONE_SYLLABLE))
    grade = 0.39 * words / stops + 11.8 * (len(kinds.translate(_VOWELS_ONLY).split()) - silent) / words - 15.59
    return words / stops <= LONGEST_ON_AVERAGE and grade <= HARDEST
