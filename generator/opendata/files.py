"""An edition in, `/data/open/…` out: public records, venues and the sessions of the coming weeks as CSV and JSON.

CSV is as spreadsheets like it: UTF-8 with a mark, CRLF (RFC 4180), lists joined by "; ". A text that a spreadsheet
would run as a formula gets an apostrophe in front, as they write it themselves.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from typing import Any

from generator.catalogue import Entry
from generator.edition import Edition
from generator.jsontext import decoded, text_of
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
from generator.pieces import Store
from generator.words import mark as _

FOLDER = "data/open/"
WEEKS = 4
"""How far ahead sessions go; calendars have all of them."""

_RUN_BY_SPREADSHEETS = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what is in it, its fields, what it is of by id, and the rows that each of these has."""

    name: str
    title: str
    fields: Fields
    of: Callable[[Edition], Iterable[tuple[str, Any]]]
    rows: Callable[[Edition, Any], Iterable[tuple[Value, ...]]]


Texts = Callable[[], list[bytes]]
"""The rows of each thing in a table: a pair in JSON, their lines of CSV and their objects of JSON."""


def _listed(section: str, edition: Edition) -> Iterator[tuple[str, Entry]]:
    found = (one for one in edition.catalogue.entries.values() if one.section == section)
    return ((one.id, one) for one in found if one.listed(edition.today))


def _sessions(edition: Edition, entry: Entry) -> Iterator[tuple[Value, ...]]:
    last = edition.today + timedelta(weeks=WEEKS)
    coming = (one for one in edition.sessions.get(entry.id, ()) if edition.today <= one.on <= last)
    return (session_row(edition, one) for one in coming)


def _entry(edition: Edition, entry: Entry) -> tuple[tuple[Value, ...], ...]:
    return (entry_row(edition, entry),)


TABLES: tuple[Table, ...] = (
    Table("resources", _("Groups and services"), ENTRY_FIELDS, partial(_listed, "resources"), _entry),
    Table("activities", _("Activities"), ENTRY_FIELDS, partial(_listed, "activities"), _entry),
    Table(
        "venues",
        _("Places"),
        VENUE_FIELDS,
        lambda edition: sorted(edition.catalogue.places.items()),
        lambda edition, place: (venue_row(edition, place),),
    ),
    Table(
        "sessions",
        _("Sessions of the next four weeks"),
        SESSION_FIELDS,
        partial(_listed, "activities"),
        _sessions,
    ),
)


def opendata_outputs(edition: Edition, store: Store) -> Iterator[Output]:
    """Each table as CSV and as JSON; in `store` the next build finds the rows of what has not changed."""
    for table in TABLES:
        of = tuple(table.of(edition))
        names = tuple(name for name, _thing in of)
        texts = cache(partial(_texts, edition, table, of, store))
        for ending, make in (("csv", _csv), ("json", _json)):
            path = f"{FOLDER}{table.name}.{ending}"
            yield Output(
                path, "the open data", key=store.key_of(path, names), make=partial(make, edition, table, texts)
            )


def _texts(edition: Edition, table: Table, of: Sequence[tuple[str, Any]], store: Store) -> list[bytes]:
    """The rows of a table in both of its forms."""
    names = [name for name, _meaning in table.fields]

    def made(at: int) -> tuple[str, str]:
        rows = tuple(table.rows(edition, of[at][1]))
        return _lines(rows), ",\n".join(_object(names, row) for row in rows)

    sort = f"open-{table.name}"
    return store.pieces(sort, [store.key_of(sort, (name,)) for name, _thing in of], made)


def _csv(_edition: Edition, table: Table, texts: Texts) -> bytes:
    head = _lines([tuple(name for name, _meaning in table.fields)])
    return "".join((head, *(decoded(one)[0] for one in texts()))).encode("utf-8-sig")


def _lines(rows: Iterable[tuple[Value, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(map(cell, row) for row in rows)
    return text.getvalue()


def cell(value: Value) -> str | float | None:
    """A value as a cell of CSV. Numbers of ours may begin with a minus; texts of others may not."""
    if value is None or isinstance(value, int | float):
        return value
    text = value if isinstance(value, str) else "; ".join(value)
    return f"'{text}" if text and text[0] in _RUN_BY_SPREADSHEETS else text


def _json(edition: Edition, table: Table, texts: Texts) -> str:
    head = {
        "site": edition.site_url,
        "made": edition.today.isoformat(),
        "licence": edition.settings.organisation.licence,
    }
    objects = (decoded(one)[1] for one in texts())
    lines = ",\n".join(one for one in objects if one)
    return f'{text_of(head)[:-1]},"{table.name}":[\n{lines}\n]}}\n'


def _object(names: Iterable[str], row: tuple[Value, ...]) -> str:
    return text_of({name: one for name, one in zip(names, row, strict=True) if one not in (None, ())})
