"""A field of the model by its path in; how it is read, what it may be, and where it must be said, out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import PlainValidator
from pydantic.fields import FieldInfo

from generator.records.fields import Coded
from generator.records.model import Activity, Resource
from generator.records.shape import Shape, part_of, visible_fields

MODELS: Mapping[str, type[Activity | Resource]] = {"activity": Activity, "resource": Resource}
"""What can be suggested as new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: the name of its reader in `records.scalars`, its codes where it has some, whether it must be there."""

    reader: str | None
    codes: Mapping[str, str] = field(default_factory=dict)
    required: bool


def field_at(model: type[Activity | Resource], path: str) -> Field | None:
    """The field of a record that a path such as `contact.phone` names; None where there is none."""
    part: Any = model
    infos: list[FieldInfo] = []
    for step in path.split("."):
        info = visible_fields(part).get(step) if part else None
        if info is None:
            return None
        infos.append(info)
        part = part_of(Shape(info.annotation))
    marks = tuple(_marks(infos[-1]))
    coded = next((mark for mark in marks if isinstance(mark, Coded)), None)
    reader = next((mark.func.__name__ for mark in marks if isinstance(mark, PlainValidator)), None)
    return Field(reader=reader, codes=coded.known if coded else {}, required=all(info.is_required() for info in infos))


def _marks(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    yield from _inside(info.annotation)


def _inside(kind: Any) -> Iterator[Any]:
    for one in get_args(kind):
        yield one
        yield from _inside(one)
