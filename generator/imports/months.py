"""The rows of a month's table in, an activity for each thing that happens out, its days under `on:`."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from generator.imports.cells import READERS, as_times
from generator.imports.maps import Map
from generator.imports.rows import Made, Wrong, take, targets
from generator.imports.sheets import Cell, Sheet
from generator.records.model import Venue
from generator.records.scalars import slug_of
from generator.records.tried import Refused
from generator.records.yamltext import Value

Entries = list[Value]
KEY_LENGTH = 40
Known = Callable[[str], Mapping[str, str]]
"""The keys that the items of a thing have already, by what each is known by."""


@dataclass(frozen=True, slots=True)
class Item:
    """What tells the items of a thing apart: when they begin and end, and what they are called."""

    start: str
    end: str
    called: str

    @property
    def known_by(self) -> str:
        """As the record's `source` has it."""
        return " ".join(filter(None, (f"{self.start}-{self.end}".strip("-") or "all day", self.called)))


@dataclass(slots=True)
class Thing:
    """One thing that happens, while its rows are read: the days of each item, and words about single days."""

    made: Made
    days: dict[Item, list[str]] = field(default_factory=dict)
    notes: list[tuple[str, Item, str]] = field(default_factory=list)


def months(table: Sheet, how: Map) -> frozenset[str]:
    """The months that a table is about, as 2026-12: of other months it says nothing."""
    days = (
        READERS["day"](cell.text) for row in table.rows for target, cell in targets(table, row, how) if target == "date"
    )
    return frozenset(on[: len("2026-12")] for on in days if isinstance(on, str))


def month(
    table: Sheet, how: Map, venues: Mapping[str, Venue], wrong: Wrong, *, called: str | None, known: Known
) -> list[Made]:
    """The records of a month's table: one for each thing that happens, or one that is `called` so for all of it."""
    things: dict[tuple[str, str], Thing] = {}
    for row in table.rows:
        said = dict(targets(table, row, how))
        found = _dated(said, row, wrong)
        if found is None:
            continue
        on, (start, end), what = found
        place = said["venue"].text if "venue" in said else ""
        name = (called or what.casefold(), place)
        if name not in things:
            made = Made(fields={"name": called or what}, row=row[0].row, cells={"name": said["what"]})
            made.known_by = ", ".join(filter(None, (called or what, " ".join(place.split()))))
            things[name] = Thing(made)
        thing = things[name]
        if place:
            take(thing.made, "venue", said["venue"], how, venues, wrong)
        item = Item(start, end, what if called else "")
        own = thing.days.setdefault(item, [])
        if on in own:
            wrong.row(row[0].row, f"“{what}” stands on {on} twice, at the same time.")
        own.append(on)
        if "note" in said:
            thing.notes.append((on, item, said["note"].text))
    for thing in things.values():
        _fill(thing, known(thing.made.known_by))
    return [thing.made for thing in things.values()]


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


def _fill(thing: Thing, known: Mapping[str, str]) -> None:
    """Writes items and notes into the record; each item has a key, since the next month may bring another one."""
    keys = _keys(thing.days, known)
    items: Entries = []
    for item, on in thing.days.items():
        ordered: Entries = [*sorted(set(on))]
        fields: dict[str, Value] = {"on": ordered if len(ordered) > 1 else ordered[0]}
        named = (("start", item.start), ("end", item.end), ("key", keys[item]), ("called", item.called))
        items.append(fields | {name: text for name, text in named if text})
    thing.made.fields["schedule"] = items
    said: dict[tuple[str, str], list[str]] = {}
    for on_, item, text in thing.notes:
        said.setdefault((on_, keys[item]), []).append(text)
    if said:
        thing.made.fields["changes"] = [
            {"on": on_, "key": key, "note": "\n".join(texts)} for (on_, key), texts in sorted(said.items())
        ]
    thing.made.uids = {key: item.known_by for item, key in keys.items()}


def _keys(items: Iterable[Item], known: Mapping[str, str]) -> dict[Item, str]:
    keys = {item: known[item.known_by] for item in items if item.known_by in known}
    for item in items:
        if item not in keys:
            keys[item] = _key(item.called or "days", item.start, {*keys.values(), *known.values()})
    return keys


def _key(name: str, start: str, taken: Collection[str]) -> str:
    base = slug_of(name)[:KEY_LENGTH].strip("-") or "days"
    tries = [base, f"{base}-{start.replace(':', '')}".strip("-"), *(f"{base}-{number}" for number in range(2, 1000))]
    return next(one for one in tries if one not in taken)
