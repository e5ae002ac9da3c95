"""The rows of a table and a map in, records as plain values out; every cell that cannot be read is named."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from generator.edit.edits import Insert, Path, Set, edited, value_at
from generator.edit.facts import Meant
from generator.imports.cells import READERS, as_times
from generator.imports.maps import LEFT_OUT, Map, path_of
from generator.imports.places import where
from generator.imports.sheets import Cell, Sheet
from generator.records.model import Venue
from generator.records.scalars import slug_of
from generator.records.tried import Refused
from generator.records.yamltext import Value

_READ_AS: tuple[tuple[str, str], ...] = (
    (r"access\.\w+", "answer"), (r"cost\.(?:help_with_cost)|booking\.needed", "answer"),
    (r"cost\.amount|cost\.donation\.suggested", "money"),
    (r"schedule\.\d+\.(?:start|end)|changes\.\d+\.moved\.(?:start|end)|outing\.back_by", "time"),
    (r".*\.(?:on|from|until|starts|join_until|back_on|seen_on)|presented_on|review_by", "day"),
)  # fmt: skip
_LISTS = re.compile(
    r"topics|goals|languages|also_spoken|format|setting|areas|aliases|roles|audience\.(?:requires|designed_for|welcomes)"
)
_PARTED = re.compile(r"\s*[;,]\s*")
Fields = dict[str, Value]


@dataclass(slots=True, kw_only=True)
class Made:
    """A record of a table: its fields, the row that it is from, and the cell that each field is from."""

    fields: Fields
    row: int
    cells: dict[str, Cell] = field(default_factory=dict)


@dataclass(slots=True)
class Wrong:
    """What is wrong with a table: each with its place."""

    said: list[tuple[int, str]] = field(default_factory=list)

    def add(self, cell: Cell, why: Refused) -> None:
        """Something about one cell."""
        self.said.append((cell.row, f"{cell.place}: {why}"))

    def row(self, number: int, why: str) -> None:
        """Something about a whole row."""
        self.said.append((number, f"row {number}: {why}"))


def records(table: Sheet, how: Map, venues: Mapping[str, Venue], wrong: Wrong) -> list[Made]:
    """A record for each row."""
    made = []
    for row in table.rows:
        one = Made(fields={}, row=row[0].row)
        for target, cell in _targets(table, row, how):
            _take(one, target, cell, how, venues, wrong)
        if one.fields:
            made.append(one)
    return made


def _targets(table: Sheet, row: tuple[Cell, ...], how: Map) -> Iterator[tuple[str, Cell]]:
    """What each cell of a row that says something is."""
    for head, cell in zip(table.head, row, strict=False):
        target = how.columns.get(head.text, LEFT_OUT)
        if target != LEFT_OUT and cell.text:
            yield target, cell


def _take(  # noqa: PLR0917 - a cell, and all that is needed to read it
    one: Made, target: str, cell: Cell, how: Map, venues: Mapping[str, Venue], wrong: Wrong
) -> None:
    if target == "schedule.0.times":
        times = as_times(cell.text)
        if isinstance(times, Refused):
            wrong.add(cell, times)
            return
        for field_, text in zip(("start", "end"), times, strict=True):
            if text:
                _put(one, f"schedule.0.{field_}", text, cell)
        return
    said = how.values.get(target, {}).get(cell.text.casefold())
    value: Meant = said if said is not None else _value(target, cell.text, venues)
    if isinstance(value, Refused):
        wrong.add(cell, value)
    elif value not in {"", None} if not isinstance(value, (list, dict)) else value:
        _put(one, target, value, cell)


def _value(target: str, text: str, venues: Mapping[str, Venue]) -> Meant:
    for pattern, reader in _READ_AS:
        if re.fullmatch(pattern, target):
            return READERS[reader](text)
    if target == "venue":
        return text if text in venues else where(" ".join(text.split()), None, venues).value
    if _LISTS.fullmatch(target):
        return [*filter(None, _PARTED.split(text))]
    return text if target in {"description", "first_visit"} else " ".join(text.split())


def _put(one: Made, target: str, value: Value, cell: Cell) -> None:
    one.fields = put(one.fields, path_of(target), value)
    one.cells[target] = cell


def put(fields: Fields, path: Path, value: Value) -> Fields:
    """The fields with one more; lists grow by an entry where the next one is named."""
    made: Value = fields
    for size, step in enumerate(path):
        if isinstance(step, int) and value_at(made, path[: size + 1]) is None:
            made = edited(made, Insert(path[:size], step, {}))
    made = edited(made, Set(path, value))
    return made if isinstance(made, dict) else fields


def month(table: Sheet, how: Map, venues: Mapping[str, Venue], wrong: Wrong, *, called: str | None) -> list[Made]:
    """The records of a month's table: one for each thing that happens, or one that is `called` so for all of it."""
    things: dict[tuple[str, str], Made] = {}
    days: dict[tuple[str, str], dict[tuple[str, str, str], list[str]]] = {}
    notes: dict[tuple[str, str], list[tuple[str, tuple[str, str, str], str]]] = {}
    for row in table.rows:
        said = dict(_targets(table, row, how))
        found = _dated(said, row, wrong)
        if found is None:
            continue
        on, clock, what = found
        place = said["venue"].text if "venue" in said else ""
        name = (called, place) if called else (what.casefold(), place)
        one = things.setdefault(
            name, Made(fields={"name": called or what}, row=row[0].row, cells={"name": said["what"]})
        )
        if place:
            _take(one, "venue", said["venue"], how, venues, wrong)
        item = (clock[0], clock[1], what if called else "")
        own = days.setdefault(name, {}).setdefault(item, [])
        if on in own:
            wrong.row(row[0].row, f"“{what}” stands on {on} twice, at the same time.")
        own.append(on)
        if "note" in said:
            notes.setdefault(name, []).append((on, item, said["note"].text))
    for name, made in things.items():
        _fill_month(made, days[name], notes.get(name, []))
    return list(things.values())


def _dated(said: Mapping[str, Cell], row: tuple[Cell, ...], wrong: Wrong) -> tuple[str, tuple[str, str], str] | None:
    """The day, the times and the name of a row; None where one of them cannot be read."""
    if "date" not in said or "what" not in said:
        wrong.row(row[0].row, f"there is no {'date' if 'date' not in said else 'name'} here.")
        return None
    on = READERS["day"](said["date"].text)
    times: tuple[str, str | None] | Refused = ("", None)
    if "time" in said:
        times = as_times(said["time"].text)
    for refused, column in ((on, "date"), (times, "time")):
        if isinstance(refused, Refused):
            wrong.add(said[column], refused)
    clock = list(times) if not isinstance(times, Refused) else ["", None]
    for number, column in enumerate(("start", "end")):
        if column in said:
            read = READERS["time"](said[column].text)
            clock[number] = read if isinstance(read, str) else None
            if isinstance(read, Refused):
                wrong.add(said[column], read)
    if isinstance(on, Refused) or isinstance(times, Refused):
        return None
    return on, (clock[0] or "", clock[1] or ""), " ".join(said["what"].text.split())


def _fill_month(
    made: Made, days: Mapping[tuple[str, str, str], list[str]], notes: list[tuple[str, tuple[str, str, str], str]]
) -> None:
    keys: dict[tuple[str, str, str], str] = {}
    items: list[Value] = []
    for (start, end, called), on in days.items():
        ordered: list[Value] = [*sorted(set(on))]
        item: dict[str, Value] = {"on": ordered if len(ordered) > 1 else ordered[0]}
        item |= {name: text for name, text in (("start", start), ("end", end)) if text}
        if len(days) > 1:
            keys[start, end, called] = _key(called or "days", start, keys.values())
            item["key"] = keys[start, end, called]
        items.append({**item, "called": called} if called else item)
    made.fields["schedule"] = items
    said: list[Value] = []
    for day_, item_, text in notes:
        key: dict[str, Value] = {"key": keys[item_]} if item_ in keys else {}
        said.append({"on": day_, **key, "note": text})
    if said:
        made.fields["changes"] = said


def _key(name: str, start: str, taken: Collection[str]) -> str:
    base = slug_of(name)[:40].strip("-") or "days"
    tries = [base, f"{base}-{start.replace(':', '')}".strip("-"), *(f"{base}-{number}" for number in range(2, 1000))]
    return next(one for one in tries if one not in taken)
