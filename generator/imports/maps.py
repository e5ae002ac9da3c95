"""The names of a table's columns in, what each means out: a first map, to be looked at, and maps that people wrote."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.edit.writing import pair
from generator.imports.sheets import Sheet
from generator.problems import did_you_mean, shorten
from generator.records.model import Activity, Resource, Venue
from generator.records.shape import Shape, shape_at
from generator.records.tried import Refused
from generator.records.yamltext import Value, read

Kind = Literal["resource", "activity", "venue", "month"]
KINDS: tuple[Kind, ...] = ("resource", "activity", "venue", "month")
MONTH = {"date": "the day", "time": "from when to when", "start": "when it begins", "end": "when it ends",
         "what": "what it is", "venue": "where", "note": "a word about that day"}  # fmt: skip
"""What a row of a month's table says."""
LEFT_OUT = "-"
_MODELS: Mapping[str, type[Resource | Activity | Venue]] = {"resource": Resource, "activity": Activity, "venue": Venue}

_NAMES: Mapping[str, str] = {
    "name": "name title group organisation activity venue event place called",
    "summary": "summary about what|it|is short|description in|one|sentence",
    "description": "description details more|information notes more",
    "kind": "kind type", "category": "category", "organiser": "organiser organizer run|by provider",
    "topics": "topics topic",
    "contact.phone": "phone telephone tel telephone|number phone|number contact|number",
    "contact.email": "email e|mail email|address", "contact.website": "website web url web|address link",
    "contact.role": "contact ask|for contact|role",
    "address.street": "address street", "address.town": "town city", "address.postcode": "postcode post|code zip",
    "area": "area neighbourhood ward", "cost.amount": "cost price fee charge", "venue": "venue where place location",
    "schedule.0.every": "day days when weekday every", "schedule.0.start": "start starts from begins start|time",
    "schedule.0.end": "end ends until finish end|time", "schedule.0.times": "time times",
    "access.step_free": "step|free step|free|access",
    "access.accessible_toilet": "accessible|toilet", "access.hearing_loop": "hearing|loop loop",
    "access.parking": "parking", "audience.min_age": "minimum|age min|age age|from", "first_visit": "first|visit",
    "bring": "bring what|to|bring", "checked.on": "checked checked|on last|checked", "checked.by": "checked|by",
}  # fmt: skip
_MONTH_NAMES = {
    "date": "date day|and|date", "time": "time times when",
    "start": "start from start|time", "end": "end until end|time",
    "what": "what activity event title name programme session", "venue": "where venue place room location",
    "note": "note notes details comment",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """What each column of a table means: a dotted field, or nothing."""

    kind: Kind
    columns: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For a field, what its words mean: {wheelchair ok: yes}."""
    always: Mapping[str, Value] = field(default_factory=dict)
    """What every record says."""
    key: str | None = None
    """The column that tells the rows apart, where it is not the name."""


def _plain(name: str) -> str:
    return "|".join(re.sub(r"[^\w]+", " ", name.casefold()).split())


def guessed(head: Iterable[str], kind: Kind | None) -> Map:
    """A first map for a table with these columns."""
    names = [name for name in head if name]
    plain = {_plain(name) for name in names}
    if kind is None:
        dated = any(word in plain for word in _MONTH_NAMES["date"].split())
        timed = plain & {"time", "times", "start", "end", "day", "days", "when", "every"}
        kind = "month" if dated else "activity" if timed else "venue" if _is_venue(plain) else "resource"
    known = _MONTH_NAMES if kind == "month" else _NAMES
    columns: dict[str, str] = {}
    for name in dict.fromkeys(names):
        meant = (target for target, words in known.items() if _plain(name) in words.split())
        columns[name] = next((one for one in meant if one not in columns.values() and _fits(kind, one)), LEFT_OUT)
    return Map(kind=kind, columns=columns)


def unusable(made: Map, table: Sheet) -> Refused | None:
    """Why nothing can come of a table read in this way: a column that has to be there is not, or stands twice."""
    needed = {"month": ("date", "what")}.get(made.kind, ("name",))
    lacking = [target for target in needed if target not in made.columns.values()]
    if lacking:
        return Refused(
            f"Read as {made.kind}, it has no column for the {' and the '.join(lacking)}.",
            "The first row names the columns. Say what they mean: --write-map, then --map; or what a row is: --as.",
        )
    heads = [cell for cell in table.head if made.columns.get(cell.text, LEFT_OUT) != LEFT_OUT or cell.text == made.key]
    twice = next((cell for number, cell in enumerate(heads) if cell.text in {one.text for one in heads[:number]}), None)
    if twice:
        return Refused(f"{twice.place}: there is another column “{shorten(twice.text)}”.", "Give each its own name.")
    return None


def _is_venue(plain: set[str]) -> bool:
    return bool(plain & {"venue", "place"}) and bool(plain & {"address", "street", "postcode"})


def _fits(kind: Kind, target: str) -> bool:
    return (
        kind == "month" or target == "schedule.0.times" or shape_at(Shape(_MODELS[kind]), path_of(target)) is not None
    )


def path_of(target: str) -> tuple[str | int, ...]:
    """The path of a dotted field."""
    return tuple(int(step) if step.isdecimal() else step for step in target.split("."))


def text_of(made: Map) -> str:
    """A map as a file, for people to look at and change."""
    lines = [
        "# What each column means. Change what is wrong; “-” leaves a column out.",
        f"kind: {made.kind}",
        "columns:",
    ]
    for name, target in made.columns.items():
        lines += ["  " + line for line in pair(name, target, 2)]
    lines += [
        "# What words of a column mean, where they are not plain yes or no:",
        "# values:",
        "#   access.step_free: {one step: no}",
        "# What every record says, where no column does:",
        "# always:",
        "#   category: games",
        "# The column that tells the rows apart when the table comes again, where names change or stand twice:",
        "# key: Number",
    ]
    return "\n".join(lines) + "\n"


def map_of(content: bytes, table: Sheet) -> Map | Refused:
    """The map that somebody wrote, held against the table and the fields that there are."""
    values, faults = read(content)
    if faults:
        first = faults[0]
        return Refused(f"line {first.line}: {first.message}", first.hint)
    kind, columns = values.get("kind"), values.get("columns")
    if kind not in KINDS or not isinstance(columns, dict):
        return Refused(
            "A map has `kind` (resource, activity, venue or month) and `columns`.", "Begin with --write-map."
        )
    if unknown := set(values) - {"kind", "columns", "values", "always", "key"}:
        return Refused(f"“{min(unknown)}” is not a part of a map.", "Its parts are kind, columns, values, always, key.")
    heads = [cell.text for cell in table.head]
    key = None if values.get("key") is None else str(values["key"])
    if wrong := _wrong_column(kind, columns, heads) or _wrong_key(kind, key, heads):
        return wrong
    words, always = values.get("values") or {}, values.get("always") or {}
    if not isinstance(always, dict) or not isinstance(words, dict):
        return Refused("`values` and `always` have fields below them.", "As in: always: {category: games}.")
    plain = {
        target: {key.casefold(): str(one or "") for key, one in said.items()}
        for target, said in words.items()
        if isinstance(said, dict)
    }
    named = {name: str(target) for name, target in columns.items()}
    return Map(kind=kind, columns=named, values=plain, always=always, key=key)


def _wrong_column(kind: str, columns: Mapping[str, Value], heads: list[str]) -> Refused | None:
    for number, (name, target) in enumerate(columns.items()):
        if target != LEFT_OUT and target in [*columns.values()][:number]:
            return Refused(f"Two columns are “{target}” ({name}).", "Leave one of them out: “-”.")
        if name not in heads:
            return Refused(f"The table has no column “{name}”.", did_you_mean(name, heads))
        if not isinstance(target, str) or not (target == LEFT_OUT or _known(kind, target)):
            return Refused(f"“{target}” is not a field ({name}).", "docs/records.md lists them, dotted: contact.phone.")
    return None


def _wrong_key(kind: str, key: str | None, heads: list[str]) -> Refused | None:
    if key is None or (key in heads and kind != "month"):
        return None
    hint = "The things of a month are known by their names." if kind == "month" else did_you_mean(key, heads)
    return Refused(f"`key` names the column that tells the rows apart, and “{key}” cannot.", hint)


def _known(kind: str, target: str) -> bool:
    if kind == "month":
        return target in MONTH
    if target.partition(".")[0] == "source":  # which the import itself writes
        return False
    return target == "schedule.0.times" or shape_at(Shape(_MODELS[kind]), path_of(target)) is not None
