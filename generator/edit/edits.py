"""Edits as values, and what they do to plain values: the measure that a text must meet after an edit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from generator.records.yamltext import Value

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """The field at `path` gets a value; parts on the way that are not there are made."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Insert:
    """The list at `path` gets another entry, before the one that is there at `index`; the list is made if need be.

    `block`: on lines of its own, where no other entry shows the way.
    """

    path: Path
    index: int
    value: Value
    block: bool = False


@dataclass(frozen=True, slots=True)
class Remove:
    """The field or entry at `path` goes; what would be left empty around it goes too."""

    path: Path


Edit: TypeAlias = Set | Insert | Remove
_EMPTY: tuple[Value, ...] = (None, {}, [])


def together(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits of one file that were each made for it as it stands, so that one can follow the other.

    What changes an entry comes before new entries, which move the places; new ones for one place come by their days.
    """
    plain: list[Edit] = []
    new: dict[Path, list[Insert]] = {}
    for edit in edits:
        if isinstance(edit, Insert):
            new.setdefault(edit.path, []).append(edit)
        else:
            plain.append(edit)
    ordered = (sorted(several, key=lambda one: (one.index, _first_day(one.value))) for several in new.values())
    moved = (replace(one, index=one.index + place) for several in ordered for place, one in enumerate(several))
    return (*plain, *moved)


def _first_day(value: Value) -> str:
    days = (value.get("on"), value.get("from")) if isinstance(value, dict) else ()
    return next((day for day in days if isinstance(day, str)), "")


def value_at(values: Value, path: Path) -> Value:
    """The value that a path leads to, or None."""
    for step in path:
        if isinstance(values, dict) and isinstance(step, str):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int) and 0 <= step < len(values):
            values = values[step]
        else:
            return None
    return values


def steps_of(edits: Iterable[Edit], values: Value) -> Iterator[Edit]:
    """The same edits in the smallest steps, so that what does not change is not written anew."""
    for edit in edits:
        steps = list(_set(edit.path, edit.value, value_at(values, edit.path))) if isinstance(edit, Set) else [edit]
        for step in steps:
            yield step
            values = edited(values, step)


def _set(path: Path, value: Value, now: Value) -> Iterator[Edit]:
    if value == now:
        return
    if isinstance(value, dict) and isinstance(now, dict) and value:
        for key in value:
            yield from _set((*path, key), value[key], now.get(key))
        yield from (Remove((*path, key)) for key in now if key not in value)
    elif isinstance(value, list) and isinstance(now, list) and value and now:
        for number, (one, before) in enumerate(zip(value, now, strict=False)):
            yield from _set((*path, number), one, before)
        yield from (Insert(path, len(now) + number, one) for number, one in enumerate(value[len(now) :]))
        yield from (Remove((*path, number)) for number in range(len(now) - 1, len(value) - 1, -1))
    else:
        yield Set(path, value)


def edited(values: Value, edit: Edit) -> Value:
    """Plain values after an edit; those given stay as they are. KeyError, IndexError where it does not fit."""
    match edit:
        case Set(path, value):
            return _put(values, path, value)
        case Insert(path, index, value):
            now = value_at(values, path)
            entries = [] if now is None else now if isinstance(now, list) else [now]
            return _put(values, path, [*entries[:index], value, *entries[index:]])
        case Remove(path):
            return _without(values, path)


def _put(values: Value, path: Path, value: Value) -> Value:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        if values is not None and not isinstance(values, dict):
            raise KeyError(step)
        around: Mapping[str, Value] = values or {}
        return {**around, step: _put(around.get(step), rest, value)}
    if not isinstance(values, list):
        raise KeyError(step)
    inner = _put(values[step], rest, value)
    return [*values[:step], inner, *values[step + 1 :]]


def _without(values: Value, path: Path) -> Value:
    step, rest = path[0], path[1:]
    if isinstance(values, dict) and isinstance(step, str):
        inner = _emptied(values[step], rest)
        return {key: inner if key == step else one for key, one in values.items() if key != step or inner not in _EMPTY}
    if isinstance(values, list) and isinstance(step, int):
        inner = _emptied(values[step], rest)
        return [*values[:step], *([] if inner in _EMPTY else [inner]), *values[step + 1 :]]
    raise KeyError(step)


def _emptied(value: Value, rest: Path) -> Value:
    return _without(value, rest) if rest else None
