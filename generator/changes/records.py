"""Two records of one kind in, their facts that differ out, each with the way to it and both values in words.

Schedules and changes to sessions are left out: `changes.sessions` tells those by what becomes of the sessions.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from generator.records.common import Part
from generator.records.model import Record
from generator.records.shape import visible_fields
from generator.records.site import Mix
from generator.words import Words

BY_SESSIONS = frozenset({"schedule", "changes"})
_LONGEST = 120  # characters of a value that is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """One fact that differs: the names of its fields, and what was and is said; None is not known."""

    field: str
    before: str | None
    after: str | None


def fact_changes(words: Words, before: Record | Mix, after: Record | Mix) -> tuple[FactChange, ...]:
    """The facts of a record that differ, in the order of the model."""
    was, now = dict(_facts(words, before, ())), dict(_facts(words, after, ()))
    return tuple(
        FactChange(field=": ".join(path), before=was.get(path), after=now.get(path))
        for path in dict.fromkeys((*now, *was))
        if was.get(path) != now.get(path)
    )


def _facts(words: Words, part: Part, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    by_alias = {info.alias or name: name for name, info in type(part).model_fields.items()}
    for shown in visible_fields(type(part)):
        value = getattr(part, by_alias[shown])
        if value is None or value == () or (not path and shown in BY_SESSIONS):
            continue
        where = path if shown in {"is", "ref", "inline"} else (*path, shown)
        if isinstance(value, Part):
            yield from _facts(words, value, where)
        else:
            yield where, shortened(said(words, value))


def said(words: Words, value: Any) -> str:
    """A value in words."""
    for kind, say in _SAID:
        if isinstance(value, kind):
            return say(words, value)
    return str(value)


def _part(words: Words, part: Part) -> str:
    return ", ".join(" ".join((*path, text)) for path, text in _facts(words, part, ()))


_SAID: tuple[tuple[Any, Callable[[Words, Any], str]], ...] = (
    (bool, lambda _words, value: "yes" if value else "no"),
    (date, lambda words, value: words.date(value)),
    (time, lambda words, value: words.time(value)),
    (Decimal, lambda words, value: words.number(value)),
    (Part, _part),
    (Mapping, lambda words, value: ", ".join(f"{key} {said(words, one)}" for key, one in value.items())),
    ((tuple, list, frozenset), lambda words, value: ", ".join(said(words, one) for one in value)),
)
"""How each sort of value is said; the first that fits."""


def shortened(text: str) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
