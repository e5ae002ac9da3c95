"""What is wrong with the data, as values: where it is, which rule it breaks, what to do about it.

Problems come in as values from every stage and go out as text for people, annotations for GitHub or JSON for programs.
"""

import difflib
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import lru_cache

LONGEST_WORD = 80  # characters; longer texts are no slip of the pen, and comparing them takes long
GITHUB_SHOWS = 10  # GitHub shows ten annotations of a kind for a step and drops the rest without a word


_HARMLESS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}, "�") | {
    ord(sign): sign
    for sign in "\n\t\f"  # a letter of `fingerpost due` ends with \f: the next one has a sheet of its own
}


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The record leaves the build; `build` refuses to publish."""
    WARNING = "warning"
    """The record stays; somebody should look."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake at one place. Line and column count from 1; the file is relative to the site's folder."""

    file: str
    line: int
    column: int
    severity: Severity
    rule: str
    message: str
    hint: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake before its place is known: `path` leads to it through the keys and list positions of the file.

    `at_key` puts the place on the last key of the path instead of on its value; `part` on that piece of the value,
    where the file has it so.
    """

    file: str
    path: tuple[str | int, ...]
    rule: str
    message: str
    hint: str | None = None
    severity: Severity = Severity.ERROR
    at_key: bool = False
    part: str | None = None


def shorten(text: str, most: int = 60) -> str:
    """Somebody's text as a message shows it: on one line and not too long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"


def near_miss(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` was probably meant to be, or None."""
    return None if len(word) > LONGEST_WORD else _nearest(word, tuple(known))


@lru_cache(maxsize=256)  # one record that is gone may be named in hundreds; five thousand ids take a fifth of a second
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    folded = {_folded(name): name for name in sorted(known, reverse=True)}
    found = difflib.get_close_matches(_folded(word), folded, n=1, cutoff=0.7)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], *, most: int = 24) -> str:
    """A hint for an unknown word: the nearest known one, or all of them where they are few; "" where neither helps."""
    names = tuple(known)
    nearest = near_miss(word, names)
    if nearest:
        return f"Did you mean “{nearest}”?"
    if not names:
        return "There are none yet."
    return f"Known are: {', '.join(sorted(names))}." if len(names) <= most else ""


def counted(problems: Iterable[Problem]) -> str:
    """A closing line such as “3 errors, 1 warning”."""
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}"


def as_text(problems: Iterable[Problem]) -> str:
    """One problem a line, its hint below it; warnings first, so that errors stand above the closing line; by place."""
    lines: list[str] = []
    ordered = sorted(problems, key=lambda problem: (problem.severity is Severity.ERROR, problem))
    for number, problem in enumerate(ordered):
        if number and problem.severity is not ordered[number - 1].severity:
            lines.append("")
        lines.append(
            f"{_plain(problem.file)}:{problem.line}:{problem.column}: {problem.severity}: "
            f"{_plain(problem.message)}  [{problem.rule}]"
        )
        if problem.hint:
            lines.append(f"    {_plain(problem.hint)}")
    return "".join(line + "\n" for line in lines)


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request: ten, errors first, then a count."""
    ordered = sorted(problems, key=lambda problem: (problem.severity != Severity.ERROR, problem))
    lines = [
        f"::{problem.severity} file={_property(_plain(problem.file))},line={problem.line},col={problem.column},"
        f"title={_property(problem.rule)}::{_data(_sentence(problem))}"
        for problem in ordered[:GITHUB_SHOWS]
    ]
    rest = len(ordered) - GITHUB_SHOWS
    if rest > 0:
        lines.append(f"::notice::{rest} more. `fingerpost check` shows all of them.")
    return "".join(line + "\n" for line in lines)


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of all problems, sorted by place."""
    found = [{**asdict(problem), "file": _plain(problem.file)} for problem in sorted(problems)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def harmless(text: str) -> str:
    """A text for a terminal, in which nobody's words colour it, turn it round or write over what stands there."""
    return text.translate(_HARMLESS)


def _plain(text: str) -> str:
    """Without line breaks and control characters, so that nobody's text begins a line or colours a terminal."""
    if text.isprintable():
        return text
    return "".join("�" if unicodedata.category(sign)[0] == "C" else sign for sign in text)


def _sentence(problem: Problem) -> str:
    return _plain(f"{problem.message} {problem.hint}" if problem.hint else problem.message)


def _data(text: str) -> str:
    """Escaped as GitHub's workflow commands ask, so that a record's text cannot start a command of its own."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
