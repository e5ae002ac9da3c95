"""The model seen from outside: which fields may stand where, with their descriptions; for hints and documentation."""

import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.problems import shorten
from generator.records.fields import Coded


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place of a file: its type, and what its field says of it."""

    type: Any
    description: str | None = None
    codes: tuple[str, ...] = ()
    """The words of which one has to stand there."""


def part_of(shape: Shape | None) -> type[BaseModel] | None:
    """The part that stands there, also where it may be left out, listed or written in short."""
    return _part(shape.type) if shape else None


def _part(kind: Any) -> type[BaseModel] | None:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        inline = kind.model_fields.get("inline")
        return _part(inline.annotation) if inline else kind
    if get_origin(kind) in {Union, types.UnionType, Annotated}:
        return next((part for part in map(_part, get_args(kind)) if part), None)
    return None


def visible_fields(part: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a part as files write them, in the order of the model."""
    return {info.alias or name: info for name, info in part.model_fields.items() if not info.exclude}


def _inner(kind: Any, step: str | int) -> Any:
    """What stands one step further in a list or a mapping with free keys."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, types.UnionType, Annotated}:
        return next((found for one in arguments if (found := _inner(one, step)) is not None), None)
    if origin is tuple and isinstance(step, int):
        return arguments[0]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return arguments[1]
    return None


def shape_at(shape: Shape | None, path: tuple[str | int, ...]) -> Shape | None:
    """What may stand where a path leads to, or None where nothing may."""
    for step in path:
        if shape is None:
            return None
        part = part_of(shape)
        info = visible_fields(part).get(str(step)) if part else None
        inner = _inner(shape.type, step)
        if info is not None:
            known = next((mark.known for mark in info.metadata if isinstance(mark, Coded)), {})
            shape = Shape(info.annotation, info.description, tuple(known))
        else:
            shape = Shape(inner, shape.description) if inner is not None else None
    return shape


def field_names(shape: Shape | None) -> tuple[str, ...]:
    """The names of the fields that may stand there."""
    part = part_of(shape)
    return tuple(visible_fields(part)) if part else ()


def fields_below(shape: Shape | None, name: str) -> tuple[str, ...]:
    """The fields there whose own parts have a field of this name."""
    part = part_of(shape)
    if part is None:
        return ()
    found = []
    for field, info in visible_fields(part).items():
        inner = _part(info.annotation) or _part(_inner(info.annotation, 0))
        if inner and name in visible_fields(inner):
            found.append(field)
    return tuple(found)


def example_for(shape: Shape | None, value: Any) -> str:
    """A line that may stand in the part there: the field that this value fits into, or else its first one."""
    part = part_of(shape)
    fields = visible_fields(part) if part else {}
    for name, info in fields.items():
        if isinstance(value, str) and _fits(info, value) and not _fits(info, _NOTHING):
            return f"{name}: {shorten(value)}"
    return f"{next(iter(fields))}: …" if fields else ""


_NOTHING = "?! nothing in particular"
"""Fits into no field but those for any text."""


def _fits(info: FieldInfo, value: str) -> bool:
    kind: Any = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
    try:
        TypeAdapter(kind).validate_python(value)
    except (ValidationError, AttributeError):  # a code that a site may add to, and nobody has handed us its words
        return False
    return True
