"""Words of records: not too long, not too hard. People read them who are tired, or new to the language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import date
from functools import cache
from hashlib import blake2b
from pathlib import Path

from generator import problems
from generator.catalogue import Catalogue, Entry
from generator.checks import reading as reading_out
from generator.checks.reading import HARDEST, LONGEST_ON_AVERAGE, reading, surely_easy
from generator.jsontext import decoded
from generator.pieces import pieces
from generator.problems import Finding, Severity

LONGEST_SUMMARY = 160  # characters: what fits on a card and in a search result
LONGEST_SENTENCE = 25  # words
MOST_GOALS = 3
HARD_WORDS = {
    "service user": "person",
    "service users": "people",
    "signpost": "tell people about",
    "signposting": "telling people where to go",
    "intervention": "help",
    "engagement": "taking part",
    "facilitate": "run",
    "facilitated": "run",
    "holistic": "whole",
    "empower": "help",
    "wellbeing needs": "needs",
    "socially isolated": "lonely",
    "the elderly": "older people",
    "sufferers": "people with",
    "the disabled": "disabled people",
}
_BREAK = re.compile(r"[.!?:;…]\s|\n\s*\n|\n\s*[-*#>]")
_ADDRESS = re.compile(r"\]\([^)]*\)")
_STEMS = tuple({word.removesuffix("s").removesuffix("d").removesuffix("ing") for word in HARD_WORDS})
_HARD = re.compile(r"\b(?:" + "|".join(sorted(HARD_WORDS, key=len, reverse=True)) + r")\b", re.IGNORECASE)
_NOTHING = b"[]"
TEXTS = ("summary", "description", "first_visit", "turns_away", "who_comes", "lasts")


def long_or_hard(made: Catalogue, today: date, keep: Path | None = None) -> Iterator[Finding]:
    """Summaries that do not fit, sentences and texts that lose their readers, words that only workers use.

    What was found in texts that have not changed since is known from the file `keep`: it takes longer than all else.
    """
    del today
    english = made.sources.site.settings.locale.startswith("en")
    entries, digests = tuple(made.entries.values()), made.sources.digests
    told = [english and entry.shown_to != "staff" for entry in entries]
    keys = [f"{_reader()}{int(one)}{digests.get(entry.record.file)}" for entry, one in zip(entries, told, strict=True)]
    known = keep if all(entry.record.file in digests for entry in entries) else None
    kept = pieces(known, keys, lambda at: [astuple(one)[1:] for one in _of_record(entries[at], graded=told[at])])
    for entry, piece in zip(entries, kept, strict=True):
        if piece != _NOTHING:
            yield from (
                Finding(entry.record.file, tuple(path), rule, message, hint, Severity(severity), *place)
                for path, rule, message, hint, severity, *place in decoded(piece)
            )


@cache
def _reader() -> str:
    """A digest of the code that reads texts, and of what it makes."""
    files = (__file__, reading_out.__file__, problems.__file__)
    return blake2b(b"\0".join(Path(name).read_bytes() for name in files), digest_size=6).hexdigest()


def _of_record(entry: Entry, *, graded: bool) -> Iterator[Finding]:
    """What is too long or too hard in a record's texts; `graded`: whether they are read out for their grade, too."""
    record = entry.record
    if len(record.summary) > LONGEST_SUMMARY:
        yield Finding(
            record.file,
            ("summary",),
            "long-summary",
            f"The summary has {len(record.summary)} characters; {LONGEST_SUMMARY} fit on a card.",
            "Say what happens in one plain sentence; the rest belongs into `description`.",
            Severity.WARNING,
        )
    texts = [(field, text) for field in TEXTS if (text := getattr(record, field))]
    together = "\n".join(text for _, text in texts).casefold()
    suspicious = any(stem in together for stem in _STEMS)  # a sieve: the pattern alone takes ten times as long
    long = [found for field, text in texts for found in _long(record.file, field, text)]
    yield from long
    if graded and not long and not surely_easy(together):
        yield from _hard_to_read(record.file, texts)
    for field, text in texts:
        if suspicious:
            yield from _hard(record.file, field, text)


def _long(file: str, field: str, text: str) -> Iterator[Finding]:
    if text.count(" ") < LONGEST_SENTENCE:
        return
    # Most sentences are surely short enough: splitting all of them into words takes twice as long.
    between = [sign for sign in " \n\t" if sign in text]
    suspicious = [one for one in _BREAK.split(text) if sum(map(one.count, between)) >= LONGEST_SENTENCE]
    longest = max((sentence.split() for sentence in suspicious), key=len, default=[])
    if len(longest) > LONGEST_SENTENCE:
        yield Finding(
            file,
            (field,),
            "long-sentence",
            f"This sentence has {len(longest)} words.",
            f"Make two of it: up to {LONGEST_SENTENCE} words are easy to read.",
            Severity.WARNING,
            part=" ".join(longest[:3]),
        )


def _hard_to_read(file: str, texts: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    plain = [_ADDRESS.sub(" ", text) for _, text in texts]
    found = reading(sentence for text in plain for sentence in _BREAK.split(f"{text}\n\n"))
    if found.is_hard:
        field, _ = max(texts, key=lambda one: len(one[1]))
        yield Finding(
            file,
            (field,),
            "hard-to-read",
            f"The texts have {found.average:g} words in a sentence and a reading grade of {found.grade:g}.",
            f"Make sentences and words shorter: {LONGEST_ON_AVERAGE} words and grade {HARDEST} read with ease.",
            Severity.WARNING,
        )


def _hard(file: str, field: str, text: str) -> Iterator[Finding]:
    hard = _HARD.search(text)
    if hard:
        yield Finding(
            file,
            (field,),
            "hard-word",
            f"“{hard[0]}” is a word of workers, not of the people who read this.",
            f"Try “{HARD_WORDS[hard[0].casefold()]}”.",
            Severity.WARNING,
            part=hard[0],
        )


def too_many(made: Catalogue, today: date) -> Iterator[Finding]:
    """Lists that are longer than they may be."""
    del today
    for entry in made.entries.values():
        if len(entry.record.goals) > MOST_GOALS:
            yield Finding(
                entry.record.file,
                ("goals", MOST_GOALS),
                "too-many-goals",
                f"There are {len(entry.record.goals)} goals.",
                "Keep the three that matter most.",
            )
