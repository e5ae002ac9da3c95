"""The fields of a new record in, the text of its file out: valid, with what else could be said as notes."""

from collections.abc import Iterable, Mapping

from generator.edit.writing import pair
from generator.records.model import Activity, Resource, Venue
from generator.records.shape import visible_fields
from generator.records.yamltext import Value

NEW: Mapping[str, tuple[str, type[Resource | Activity | Venue]]] = {
    "resource": ("resources", Resource),
    "activity": ("activities", Activity),
    "venue": ("venues", Venue),
}
"""What can be new: its folder and its model."""
_FIRST = ("name", "kind", "summary", "organiser", "run_by", "category", "venue", "address", "area", "schedule")
_LAST = ("checked", "source")
_IN_LINES = frozenset({"schedule", "access"})
_ONE_A_LINE = frozenset({"changes"})


def text_of(kind: str, values: Mapping[str, Value]) -> str:
    """The file of a new record: the line for editors, what is known, then what else could be said."""
    known = visible_fields(NEW[kind][1])
    names = _in_order(values)
    lines = [f"# yaml-language-server: $schema=../../schema/{kind}.json"]
    for name in names:
        lines += pair(name, values[name], 0, block=name in _IN_LINES, spread=name in _ONE_A_LINE)
    lines += ["", "# What else can be said, where it is known. Take the “# ” away and write a value behind the colon:"]
    lines += [f"# {name}:   # {info.description}" for name, info in known.items() if name not in values]
    return "\n".join(lines) + "\n"


def _in_order(names: Iterable[str]) -> list[str]:
    first, last = ({name: number for number, name in enumerate(ends)} for ends in (_FIRST, _LAST))
    return sorted(names, key=lambda name: (last.get(name, -1), first.get(name, len(first))))
