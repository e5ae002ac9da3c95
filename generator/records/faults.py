"""What Pydantic finds wrong → findings in a coordinator's words: one mistake, one finding.

An unknown field that looks like a missing one beside it is one mistake; what the reader has already said of an empty
value is not said again.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from generator.problems import Finding, did_you_mean, near_miss, shorten
from generator.records.shape import Shape, example_for, field_names, fields_below, shape_at

Path = tuple[str | int, ...]
Shapes = Mapping[str, Shape]

_OTHER_WORDS = {
    "title": "name", "telephone": "phone", "tel": "phone", "mobile": "phone", "price": "cost", "fee": "cost",
    "location": "venue", "where": "venue", "room": "door", "url": "website", "link": "website", "web": "website",
    "mail": "email", "tags": "audience", "organizer": "organiser", "host": "organiser", "time": "start",
    "begins": "start", "finish": "end", "ends": "end", "repeat": "every", "dates": "on", "what": "summary",
    "about": "description", "type": "kind", "notes": "note", "reason": "why", "cancel": "cancelled", "show": "visible",
    "date": "on", "lat": "coordinates", "latitude": "coordinates", "stop": "bus_stop", "days": "every",
    "weekday": "every", "frequency": "every", "start_time": "start", "end_time": "end", "start_date": "from",
    "end_date": "until", "age": "min_age", "ages": "min_age", "runs_until": "until", "prices": "cost",
    "charge": "cost", "fees": "cost", "accessibility": "access", "group": "organiser", "place": "venue",
    "where_to_meet": "meet_at", "language": "languages", "closure": "closed", "holidays": "except", "exceptions":
    "except", "cancellations": "changes", "updated": "checked", "last_checked": "checked", "verified": "checked",
}  # fmt: skip
"""What people call a field elsewhere."""
_EITHER = {"day": ("on", "every"), "when": ("on", "every")}
"""Words for one field where a day stands behind them, and for another where it is some other text."""
_DATES = "schedule"
"""Where a field of dates belongs, when several parts of a record have one of its name."""


def findings(
    error: ValidationError,
    kind: Shape,
    file: str,
    under: Path = (),
    *,
    empty_too: bool = False,
    others: Shapes = MappingProxyType({}),
) -> Iterator[Finding]:
    """The findings of one file; `under` is the path to the part that was validated.

    `empty_too`: nobody else has spoken of values that are empty. `others`: what else a file could be, by its folder.
    """
    errors = [(one, _path(one)) for one in error.errors(include_url=False)]
    missing = {path: None for one, path in errors if one["type"] == "missing"}
    for one, path in errors:
        if one["type"] == "extra_forbidden":
            yield _unknown(path, one["input"], missing, kind=kind, file=file, under=under, others=others)
    for path in missing:
        described = shape_at(kind, path)
        said = described.description if described else None
        hint = f"Add a line `{path[-1]}: …`" + (f": {_small(said)}" if said else "")
        hint = hint if hint[-1] in "?…" and said else f"{hint}."
        if described and described.codes:
            hint = f"{hint} {did_you_mean('', described.codes)}".rstrip()
        yield Finding(file, under + path[:-1], "missing-field", f"The field “{path[-1]}” is missing here.", hint)
    for one, path in errors:
        if one["type"] in {"extra_forbidden", "missing"} or _hollow(one, path, errors):
            continue
        if one["input"] is not None:
            yield _wrong(one, path, kind, file, under)
        elif empty_too:
            yield Finding(
                file,
                under + path,
                "empty-value",
                f"“{path[-1]}” has no value." if path else "There is no value here.",
                "Write a value, or leave the line out.",
                at_key=True,
            )


def _hollow(one: Any, path: Path, errors: list[tuple[Any, Path]]) -> bool:
    """Whether a list counts as empty only because its entries are wrong."""
    return one["type"] == "too_short" and any(
        len(other) > len(path) and other[: len(path)] == path for _, other in errors
    )


def _other_word(field: str, value: Any) -> str | None:
    day, other = _EITHER.get(field, (None, _OTHER_WORDS.get(field)))
    return day if day and isinstance(value, str) and value[:4].isdigit() else other


def _unknown(
    path: Path,
    value: Any,
    missing: dict[Path, None],
    *,
    kind: Shape,
    file: str,
    under: Path,
    others: Shapes,
) -> Finding:
    field = str(path[-1])
    absent = {str(other[-1]): other for other in missing if other[:-1] == path[:-1]}
    here = shape_at(kind, path[:-1])
    names = field_names(here)
    meant = _other_word(field.casefold(), value) or field
    below = fields_below(here, meant)
    below = (_DATES,) if _DATES in below else below
    if meant in names and meant != field:
        hint = f"Did you mean “{meant}”?"
    elif 0 < len(below) <= 2:  # noqa: PLR2004 - where it could stand in three places, none is a good guess
        hint = f"Write `{meant}:` moved in below {' or '.join(f'`{name}:`' for name in below)}."
    else:
        meant = near_miss(field, absent) or field
        folder = next(
            (folder for folder, other in others.items() if len(path) == 1 and field in field_names(other)), ""
        )
        near = f"Did you mean “{meant}”?" if meant in absent else did_you_mean(field, names)
        if folder and not near.startswith("Did"):
            near = f"It belongs to records in the folder {folder}."
        hint = near.replace("Known are:", "Fields here are:") or "docs/records.md lists the fields."
        if " " in field:
            hint += " If it belongs to the text before it, put quotes around that whole text."
    missing.pop(absent.get(meant, ()), None)
    return Finding(file, under + path, "unknown-field", f"“{shorten(field)}” is not a field here.", hint, at_key=True)


def _wrong(one: Any, path: Path, kind: Shape, file: str, under: Path) -> Finding:
    context: Mapping[str, Any] = one.get("ctx", {})
    at_key = one["loc"][-1] == "[key]"
    if "message" in context:
        part = None if at_key else context.get("part")
        return Finding(file, under + path, one["type"], context["message"], context["hint"], at_key=at_key, part=part)
    match one["type"]:
        case "model_type" | "dict_type" | "mapping_type":
            example = example_for(shape_at(kind, path), one["input"])
            example = f", for example `{example}`" if example else ""
            return Finding(
                file,
                under + path,
                "wrong-shape",
                "This should not be one value: it has fields of its own.",
                f"Write them in lines of their own below it, moved in by two spaces{example}.",
            )
        case "tuple_type":
            message, hint = "This should be a list.", "Begin each entry with “- ”, also where there is only one."
            return Finding(file, under + path, "wrong-shape", message, hint)
        case "too_short":
            message = "This list is empty."
            return Finding(file, under + path, "empty-value", message, "Write at least one entry.", at_key=True)
        case "literal_error":
            known = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
            message, hint = f"“{shorten(str(one['input']))}” is not known here.", did_you_mean(one["input"], known)
            return Finding(file, under + path, "unknown-code", message, hint)
        case _:
            message = f"This value does not fit here: {one['msg']}."
            return Finding(file, under + path, "wrong-shape", message, at_key=at_key)


def _path(one: Any) -> Path:
    """The path in the file; a venue’s two forms and the mark of a key are Pydantic’s steps, not the file’s."""
    found: list[str | int] = []
    steps = one["loc"]
    for number, step in enumerate(steps):
        if step == "[key]" or (step in {"ref", "inline"} and number and steps[number - 1] == "venue"):
            continue
        found.append(step)
    return tuple(found)


def _small(text: str) -> str:
    """A description as the middle of a sentence; names and codes keep their capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
