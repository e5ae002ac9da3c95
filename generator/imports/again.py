"""A table that comes again: which record each of its rows became before, and what of it is new since.

Rows are known by their name, or by the column that the map calls `key`. Rows of one name are told apart by what they
say; where that could be read in two ways, nothing is guessed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.edit.edits import Edit, Remove, Set, value_at
from generator.imports.maps import Map, path_of
from generator.imports.merge import Merged, Values, decided, digest, entries, facts_of, merged
from generator.imports.rows import Made, Wrong
from generator.records.yamltext import Value

Facts = Mapping[str, Value]
"""What a row says, by dotted field."""


@dataclass(frozen=True, slots=True)
class Came:
    """A record that came from this table: its id, what its row was known by, what was written then."""

    id: str
    row: str
    wrote: Mapping[str, str]


def facts(one: Made, how: Map) -> dict[str, Value]:
    """What a row says: its cells, what the map says of every row, and its summary, which may be its name."""
    names = dict.fromkeys((*one.cells, *_leaves(how.always), "summary"))
    found = {name: value_at(one.fields, path_of(name)) for name in names}
    return {name: _one(value) for name, value in found.items() if value is not None}


def _leaves(values: Mapping[str, Value], before: str = "") -> Iterable[str]:
    for name, value in values.items():
        yield from _leaves(value, f"{before}{name}.") if isinstance(value, dict) else (f"{before}{name}",)


def _one(value: Value) -> Value:
    """A list of one text is as good as the text."""
    return value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) else value


def digests_of(said: Facts) -> dict[str, str]:
    """The digests of what a row says."""
    return {name: digest({"is": value}) for name, value in said.items()}


def paired(made: Sequence[Made], known: Iterable[Came], said: Sequence[Facts], wrong: Wrong) -> dict[int, str]:
    """The ids of records by the places of their rows."""
    rows = sorted(range(len(made)), key=lambda place: made[place].known_by.casefold())
    there = {name: [*own] for name, own in groupby(sorted(known, key=_row), key=_row)}
    found: dict[int, str] = {}
    for name, several in groupby(rows, key=lambda place: made[place].known_by.casefold()):
        if records := there.get(name):
            found |= _told_apart([*several], records, made, said, wrong)
    return found


def _row(one: Came) -> str:
    return one.row.casefold()


def _told_apart(
    rows: list[int], records: list[Came], made: Sequence[Made], said: Sequence[Facts], wrong: Wrong
) -> dict[int, str]:
    if len(rows) == len(records) == 1:
        return {rows[0]: records[0].id}
    found: dict[int, str] = {}
    written = {place: digests_of(said[place]) for place in rows}
    left = {(place, one.id): (_agree(written[place], one.wrote), one) for place in rows for one in records}
    while left:
        most = max(score for score, _ in left.values())
        best = [key for key, (score, _) in left.items() if score == most]
        place, id_ = best[0]
        for other in best[1:]:
            alike = written[other[0]] == written[place] and left[other][1].wrote == left[place, id_][1].wrote
            if (other[0] == place or other[1] == id_) and not alike:
                wrong.row(
                    made[place].row,
                    f"“{made[place].known_by}” stands in several rows, and none is as it was. "
                    "Name the column that tells them apart under `key` in a map.",
                )
                return {}
        found[place] = id_
        left = {key: one for key, one in left.items() if key[0] != place and key[1] != id_}
    return found


def _agree(written: Mapping[str, str], wrote: Mapping[str, str]) -> int:
    return sum(wrote.get(name) == one for name, one in written.items())


def rows_merged(now: Values, wrote: Mapping[str, str], said: Facts, asked: Collection[str]) -> Merged:
    """The edits of a record whose row comes again; `asked` are the fields that the table has columns for."""
    names = {**wrote, **dict.fromkeys(said)}
    mine = {name: {"is": one} for name in names if (one := _standing(dict(now), path_of(name))) is not None}
    made = decided(mine, {name: {"is": one} for name, one in said.items()}, wrote, lambda name: name not in asked)
    edits: list[Edit] = [Set(path_of(name), fact["is"]) for name, fact in made.target.items() if fact]
    edits += [Remove(path_of(name)) for name, fact in made.target.items() if not fact]
    return Merged(edits=tuple(edits), wrote=made.wrote, contested=made.contested, gone=())


def _standing(values: Value, path: tuple[str | int, ...]) -> Value:
    """What stands at a path, or in the way to it: `cost: free` where a table has an amount."""
    for step in path:
        if isinstance(step, int) and not (isinstance(values, list) and step < len(values)):
            return values or "nothing"
        if values is not None and not isinstance(values, (dict, list)):
            break
        values = value_at(values, (step,))
    return _one(values)


def months_merged(now: Values, wrote: Mapping[str, str], coming: Values, keeps: Callable[[str], bool]) -> Merged:
    """The edits of a record of a month's table: of the months that it is about, it says all days that there are."""
    keys = {str(item.get("key", "")) for item in entries(coming, "schedule")}
    left_out = {name.split(".")[1] for name in wrote if name.startswith("schedule.")} - keys
    fewer: list[Value] = []
    over: dict[str, int] = {}
    contested: list[str] = []
    for place, item in enumerate(entries(now, "schedule")):
        key, on = str(item.get("key", "")), item.get("on")
        days = [on] if isinstance(on, str) else on if isinstance(on, list) else []
        kept: list[Value] = [day for day in days if keeps(str(day))]
        if key not in left_out or kept == days:
            continue
        if not kept and _edited(now, wrote, key):
            contested.append(f"schedule.{key}.rule")
            continue
        fewer.append({**item, "on": kept or on})
        if not kept:
            over[key] = place
    items: list[Value] = [*entries(coming, "schedule"), *fewer]
    found = merged(now, wrote, {**coming, "schedule": items}, keeps)
    gone = [Remove(("schedule", place)) for place in sorted(over.values(), reverse=True)]
    theirs = {name: one for name, one in wrote.items() if _key(name) in left_out and not name.endswith(".rule")}
    left = {name: one for name, one in {**found.wrote, **theirs}.items() if _key(name) not in over}
    return replace(found, edits=(*found.edits, *gone), wrote=left, contested=(*found.contested, *contested))


def _key(name: str) -> str:
    kind, _, rest = name.partition(".")
    return rest.partition(".")[0] if kind in {"schedule", "changes"} else ""


def _edited(now: Values, wrote: Mapping[str, str], key: str) -> bool:
    """Whether people have changed anything of an item."""
    standing = {name: digest(fact) for name, fact in facts_of(now).items() if _key(name) == key}
    return standing != {name: one for name, one in wrote.items() if _key(name) == key}
