"""What Pydantic finds wrong → findings in a coordinator's words: one mistake, one finding.

An unknown field that looks like a missing one beside it is one mistake; what the reader has already said of an empty
value is not said again.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.problems import Finding, did_you_mean, near_miss

_SHAPES = {
    "model_type": "This should have lines of its own below it (`key: value`).",
    "dict_type": "This should have lines of its own below it (`key: value`).",
    "tuple_type": "This should be a list: lines that begin with “- ”.",
}


def findings(
    error: ValidationError, kind: type[BaseModel], file: str, under: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """The findings of one file; `under` is the path to the part that was validated."""
    errors = error.errors(include_url=False)
    missing = {_path(one): None for one in errors if one["type"] == "missing"}
    for one in errors:
        path = _path(one)
        if one["type"] == "extra_forbidden":
            field = str(path[-1])
            absent = [str(other[-1]) for other in missing if other[:-1] == path[:-1]]
            meant = near_miss(field, absent)
            if meant:
                missing.pop((*path[:-1], meant))
            hint = f"Did you mean “{meant}”?" if meant else did_you_mean(field, _fields(kind, path[:-1]), most=40)
            yield Finding(file, under + path, "unknown-field", f"“{field}” is not a field here.", hint, at_key=True)
    for path in missing:
        yield Finding(
            file,
            under + path[:-1],
            "missing-field",
            f"The field “{path[-1]}” is missing here.",
            _purpose(kind, path),
        )
    for one in errors:
        path = under + _path(one)
        if one["type"] in {"extra_forbidden", "missing"} or one["input"] is None:
            continue  # an empty value was already found by the reader, with its place
        context: Mapping[str, Any] = one.get("ctx", {})
        if "message" in context:
            yield Finding(file, path, one["type"], context["message"], context["hint"])
        elif one["type"] in _SHAPES:
            yield Finding(file, path, "wrong-shape", _SHAPES[one["type"]])
        elif one["type"] == "too_short":
            yield Finding(file, path, "empty-list", "This list is empty.", "Write at least one entry.", at_key=True)
        elif one["type"] == "literal_error":
            yield Finding(
                file,
                path,
                "unknown-code",
                f"“{one['input']}” is not known here.",
                f"Known are: {context['expected'].replace(chr(39), '')}.",
            )
        else:
            yield Finding(file, path, "wrong-shape", f"This value does not fit here: {one['msg']}.")


def _path(one: Any) -> tuple[str | int, ...]:
    return tuple(step for step in one["loc"] if step not in {"ref", "inline", "[key]"} or one["type"] == "never")


def _field(kind: Any, path: tuple[str | int, ...]) -> Any:
    """The annotation of the field that `path` leads to, looked up through nested parts and lists."""
    for step in path:
        if isinstance(step, int):
            continue
        parts = [part for part in _parts(kind) if any(_alias(part, name) == step for name in part.model_fields)]
        if not parts:
            return None
        part = parts[0]
        kind = next(info for name, info in part.model_fields.items() if _alias(part, name) == step)
    return kind


def _parts(kind: Any) -> list[type[BaseModel]]:
    """The parts that an annotation or field may hold."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        inner = kind.model_fields.get("inline")
        return [kind, *(_parts(inner) if inner else [])]
    found: list[type[BaseModel]] = []
    annotation = getattr(kind, "annotation", None)
    if annotation is not None:
        found += _parts(annotation)
    for argument in getattr(kind, "__args__", ()):
        found += _parts(argument)
    return found


def _alias(part: type[BaseModel], name: str) -> str:
    return part.model_fields[name].alias or name


def _fields(kind: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The names of the fields that may stand at `path`."""
    return [
        _alias(part, name)
        for part in _parts(_field(kind, path) if path else kind)
        for name, info in part.model_fields.items()
        if not info.exclude and name not in {"ref", "inline"}
    ]


def _purpose(kind: type[BaseModel], path: tuple[str | int, ...]) -> str | None:
    info = _field(kind, path)
    description = getattr(info, "description", None)
    return f"{path[-1]}: {description}." if description else None
