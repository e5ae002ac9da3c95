"""An edition in, `/data/open/…` out: public records, venues and the sessions of the coming weeks as CSV and JSON.

CSV is as spreadsheets like it: UTF-8 with a mark, CRLF (RFC 4180), lists joined by "; ". A text that a spreadsheet
would run as a formula gets an apostrophe in front, as they write it themselves.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial

from generator.edition import Edition
from generator.jsontext import text_of
from generator.opendata.fields import (
    ENTRY_FIELDS,
    SESSION_FIELDS,
    VENUE_FIELDS,
    Fields,
    Value,
    entry_row,
    session_row,
    venue_row,
)
from generator.output import Output
from generator.words import mark as _

FOLDER = "data/open/"
WEEKS = 4
"""How far ahead sessions go; calendars have all of them."""

_RUN_BY_SPREADSHEETS = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what is in it, its fields, its rows."""

    name: str
    title: str
    fields: Fields
    rows: Callable[[Edition], Iterator[tuple[Value, ...]]]
    made_of: Callable[[Edition], Iterator[str]]
    """Ids of the records that its rows are made of."""


Rows = Callable[[], list[tuple[Value, ...]]]


def _entries(section: str, edition: Edition) -> Iterator[tuple[Value, ...]]:
    found = (one for one in edition.catalogue.entries.values() if one.section == section)
    return (entry_row(edition, one) for one in found if one.listed(edition.today))


def _ids(section: str, edition: Edition) -> Iterator[str]:
    return (one.id for one in edition.catalogue.entries.values() if one.section == section)


def _venues(edition: Edition) -> Iterator[tuple[Value, ...]]:
    return (venue_row(edition, place) for _id, place in sorted(edition.catalogue.places.items()))


def _sessions(edition: Edition) -> Iterator[tuple[Value, ...]]:
    last = edition.today + timedelta(weeks=WEEKS)
    for entry in edition.catalogue.activities:
        if entry.listed(edition.today):
            coming = (one for one in edition.sessions.get(entry.id, ()) if edition.today <= one.on <= last)
            yield from (session_row(edition, one) for one in coming)


TABLES: tuple[Table, ...] = (
    Table(
        "resources", _("Groups and services"), ENTRY_FIELDS, partial(_entries, "resources"), partial(_ids, "resources")
    ),
    Table("activities", _("Activities"), ENTRY_FIELDS, partial(_entries, "activities"), partial(_ids, "activities")),
    Table("venues", _("Places"), VENUE_FIELDS, _venues, lambda edition: iter(edition.catalogue.places)),
    Table("sessions", _("Sessions of the next four weeks"), SESSION_FIELDS, _sessions, partial(_ids, "activities")),
)


def opendata_outputs(edition: Edition, key: Callable[[str, Iterable[str]], str]) -> Iterator[Output]:
    """Each table as CSV and as JSON; `key` gives the key of a file that is made of these records."""
    for table in TABLES:
        names = tuple(table.made_of(edition))
        rows = cache(partial(_rows, edition, table))
        for ending, make in (("csv", _csv), ("json", _json)):
            path = f"{FOLDER}{table.name}.{ending}"
            yield Output(path, "the open data", key=key(path, names), make=partial(make, edition, table, rows))


def _rows(edition: Edition, table: Table) -> list[tuple[Value, ...]]:
    """The rows of a table, made once for both of its forms."""
    return list(table.rows(edition))


def _csv(_edition: Edition, table: Table, rows: Rows) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(name for name, _meaning in table.fields)
    writer.writerows([cell(value) for value in row] for row in rows())
    return text.getvalue().encode("utf-8-sig")


def cell(value: Value) -> str | float | None:
    """A value as a cell of CSV. Numbers of ours may begin with a minus; texts of others may not."""
    if value is None or isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else "; ".join(value)
    return f"'{text}" if text and text[0] in _RUN_BY_SPREADSHEETS else text


def _json(edition: Edition, table: Table, rows: Rows) -> str:
    names = [name for name, _meaning in table.fields]
    known = ({name: one for name, one in zip(names, row, strict=True) if one not in (None, ())} for row in rows())
    head = {
        "site": edition.site_url,
        "made": edition.today.isoformat(),
        "licence": edition.settings.organisation.licence,
    }
    lines = ",\n".join(map(text_of, known))
    return f'{text_of(head)[:-1]},"{table.name}":[\n{lines}\n]}}\n'
