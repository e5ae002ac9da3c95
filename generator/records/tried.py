"""One value that somebody gives outside of a file: what it means, or the check's own words about it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from generator.records.faults import findings
from generator.records.shape import Shape

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why something is not done, and what to do instead."""

    message: str
    hint: str | None = None

    def __str__(self) -> str:
        """Both sentences."""
        return f"{self.message} {self.hint}" if self.hint else self.message


def tried(reader: Callable[[Any], T], value: Any) -> T | Refused:
    """What a reader of `scalars` makes of a value."""
    try:
        return reader(value)
    except PydanticCustomError as error:
        said = error.context or {}
        return Refused(str(said["message"]), said["hint"])


def fault_in(kind: type[BaseModel], values: dict[str, Any], field: str, context: Any) -> Refused | None:
    """What the check says of one field of a record of which only some fields are known yet."""
    try:
        kind.model_validate(values, context=context)
    except ValidationError as error:
        for found in findings(error, Shape(kind), ""):
            if found.path[:1] == (field,) and found.rule != "missing-field":
                return Refused(found.message, found.hint)
    return None
