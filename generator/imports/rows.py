"""The rows of a table and a map in, records as plain values out; every cell that cannot be read is named."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.edit.edits import Insert, Path, Set, edited, value_at
from generator.edit.facts import Meant
from generator.imports.cells import READERS, as_times
from generator.imports.maps import LEFT_OUT, Map, path_of
from generator.imports.places import where
from generator.imports.sheets import Cell, Sheet
from generator.problems import shorten
from generator.records.model import Venue
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
    known_by: str = ""
    """What tells it from the other records of its table, also the next time."""
    uids: Mapping[str, str] = field(default_factory=dict)
    """Of a month's table: what each item of the schedule is known by, by its key."""


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
        for target, cell in targets(table, row, how):
            take(one, target, cell, how, venues, wrong)
        one.known_by = _known_by(table, row, how) or str(one.fields.get("name", ""))
        if one.fields:
            made.append(one)
    if how.key:
        _alike(made, how.key, wrong)
    return made


def _known_by(table: Sheet, row: tuple[Cell, ...], how: Map) -> str:
    pairs = zip(table.head, row, strict=False)
    return next((" ".join(cell.text.split()) for head, cell in pairs if head.text == how.key), "")


def _alike(made: Iterable[Made], key: str, wrong: Wrong) -> None:
    """What tells rows apart must not stand in two of them."""
    seen: dict[str, int] = {}
    for one in made:
        first = seen.setdefault(one.known_by.casefold(), one.row)
        if first != one.row:
            wrong.row(one.row, f"“{shorten(one.known_by)}” stands under “{shorten(key)}” in row {first}, too.")


def targets(table: Sheet, row: tuple[Cell, ...], how: Map) -> Iterator[tuple[str, Cell]]:
    """What each cell of a row that says something is."""
    for head, cell in zip(table.head, row, strict=False):
        target = how.columns.get(head.text, LEFT_OUT)
        if target != LEFT_OUT and cell.text:
            yield target, cell


def take(  # noqa: PLR0917 - a cell, and all that is needed to read it
    one: Made, target: str, cell: Cell, how: Map, venues: Mapping[str, Venue], wrong: Wrong
) -> None:
    """Puts what a cell says into a record, or says why it cannot be read."""
    if target == "schedule.0.times":
        times = as_times(cell.text)
        if isinstance(times, Refused):
            wrong.add(cell, times)
            return
        for field_, text in zip(("start", "end"), times, strict=True):
            if text:
                _put(one, f"schedule.0.{field_}", text, cell, wrong)
        return
    said = how.values.get(target, {}).get(cell.text.casefold())
    value: Meant = said if said is not None else _value(target, cell.text, venues)
    if isinstance(value, Refused):
        wrong.add(cell, value)
    elif value not in {"", None} if not isinstance(value, (list, dict)) else value:
        _put(one, target, value, cell, wrong)


def _value(target: str, text: str, venues: Mapping[str, Venue]) -> Meant:
    for pattern, reader in _READ_AS:
        if re.fullmatch(pattern, target):
            return READERS[reader](text)
    if target == "venue":
        return text if text in venues else where(" ".join(text.split()), None, venues).value
    if _LISTS.fullmatch(target):
        return [*filter(None, _PARTED.split(text))]
    return text if target in {"description", "first_visit"} else " ".join(text.split())


def _put(one: Made, target: str, value: Value, cell: Cell, wrong: Wrong) -> None:
    try:
        one.fields = put(one.fields, path_of(target), value)
    except (KeyError, IndexError):  # `contact` and `contact.phone`; a second item without a first
        wrong.add(cell, Refused(f"There is no place for “{target}” in this row.", "Look at what the map says."))
    else:
        one.cells[target] = cell


def put(fields: Fields, path: Path, value: Value) -> Fields:
    """The fields with one more; lists grow by an entry where the next one is named."""
    made: Value = fields
    for size, step in enumerate(path):
        if isinstance(step, int) and value_at(made, path[: size + 1]) is None:
            made = edited(made, Insert(path[:size], step, {}))
    made = edited(made, Set(path, value))
    return made if isinstance(made, dict) else fields
