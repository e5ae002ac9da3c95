"""Texts that ` #` cuts off → faults. YAML takes everything from there on for a note and drops it without a word.

Who means a note writes a space after the `#`; who means a text ("Flat #3", "#men") writes on at once. So only what
goes on with a letter or digit is a fault: it can be read in two ways, and the wrong one loses words.
"""

import re
from collections.abc import Iterable, Iterator

import yaml

from generator.problems import shorten
from generator.records import brackets
from generator.records.broken import Broken, Fault, quoted

SIEVE = re.compile(r"[ \t]#[^\W_]")
"""Stands in every text with such a fault, and in few others."""
_BEHIND = re.compile(r"[ \t]+(?=#[^\W_])")
_KEY = re.compile(r"\s*(?:- +)*(?:[^\s#:][^:#]*:\s+)?")


def cut_off(text: str, events: Iterable[yaml.Event]) -> Iterator[Fault]:
    """A fault for each value without quotes that is cut off on its last line."""
    lines = text.split("\n")
    for event in events:
        if type(event) is yaml.ScalarEvent and event.implicit[0] and event.end_mark and event.value:
            found = behind(lines[event.end_mark.line], event.end_mark.column)
            if found is not None:
                line = lines[event.end_mark.line]
                yield fault(event.end_mark.line, found, line[found:], quoted(f"{event.value} {line[found:]}"))


def behind(line: str, column: int) -> int | None:
    """Where, directly behind a column, a note begins that was probably none; the column of its `#` from 0."""
    found = _BEHIND.match(line, column)
    return found.end() if found else None


def cutting(broken: Broken) -> Fault | None:
    """The fault of a text that is no YAML because its end, or a closing bracket, was taken for a note."""
    flow = "flow" in broken.reading
    for number in range(broken.begun[0] if flow else broken.above(), broken.line):
        line = broken.text(number)
        found = SIEVE.search(line)
        if not found or not line[: found.start()].strip() or "quoted" in broken.reading:
            continue
        column = found.end() - 2
        if flow:
            return fault(number, column, brackets.whole(line[column:]), brackets.meant(line, column))
        if _indent(broken.text(broken.line)) > _indent(line):
            return fault(number, column, line[column:], quoted(_KEY.sub("", line, count=1)))
    return None


def fault(number: int, column: int, lost: str, meant: str) -> Fault:
    """The fault of a note at this place, from 0: what it takes away, and the value that was probably meant."""
    return Fault(
        number + 1,
        column + 1,
        "cut-off",
        f"“{shorten(lost)}” is left out: after a space, “#” begins a note that nobody sees.",
        f"Put quotes around the whole text: {meant}. If it is a note, write a space after the “#”.",
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
