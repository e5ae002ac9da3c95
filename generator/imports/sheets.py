"""The bytes of a table in (.csv, .xlsx, .xls, .ods), its rows as texts with their places out.

Cells are texts: what a spreadsheet holds as a day or a time is written as records write it, a formula is its last
result, and nothing is calculated.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import isfinite

import python_calamine

from generator.imports.texts import plain
from generator.records.tried import Refused

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_CELLS = 4_000_000  # of the rectangle up to the last cell, which is laid out whole in memory
MOST_UNPACKED = 100_000_000  # bytes in a workbook, so that a small file cannot fill the memory
LONGEST_CELL = 20_000
DELIMITERS = ",;\t|"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_LETTERS = 26
_WRAPPED = re.compile(r'="([^"]*)"')
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>')
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,9})"[^>]*(?<!/)>')
FIRST_YEAR = 1901  # of days in workbooks


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of a table and where it stands: row 7, column C."""

    text: str
    row: int
    column: int

    @property
    def place(self) -> str:
        """The place as spreadsheets name it."""
        return f"row {self.row}, column {letters(self.column)}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its first row names the columns."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    said: str
    """How it was read: comma, UTF-8; or the name of the sheet."""


def letters(column: int) -> str:
    """The letters of a column: A, B, … Z, AA."""
    text = ""
    while column >= 0:
        text = chr(ord("A") + column % _LETTERS) + text
        column = column // _LETTERS - 1
    return text


def sheet(content: bytes) -> Sheet | Refused:
    """The table of a file."""
    found = _workbook(content) if content.startswith(_WORKBOOKS) else _text(content)
    if isinstance(found, Refused):
        return found
    rows, said = found
    kept = [row for row in rows if any(cell.text for cell in row)]
    if len(kept) < 2:  # noqa: PLR2004 - the names of the columns and a row
        return Refused("There is no table in this file.", "The first row names the columns, such as: Name, Day, Time.")
    if len(kept) > MOST_ROWS or max(map(len, kept)) > MOST_COLUMNS:
        return Refused(f"The table has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns.", "Import it in parts.")
    long = next((cell for row in kept for cell in row if len(cell.text) > LONGEST_CELL), None)
    if long:
        return Refused(f"{long.place}: this text has {len(long.text):,} characters.", "Shorten it.")
    return Sheet(head=kept[0], rows=tuple(kept[1:]), said=said)


_Found = tuple[list[tuple[Cell, ...]], str]


def _text(content: bytes) -> _Found | Refused:
    """The rows of a text with separators: which, and which encoding, is seen from the text."""
    text, encoding = _decoded(content)
    if "\0" in text:
        return Refused("This is no table: there are bytes in it that no text has.", "Save it as CSV (UTF-8) or .xlsx.")
    if text.lstrip()[:15].casefold().startswith(("<!doctype", "<html")):
        return Refused("This is a web page and no table.", "Download the table itself, as CSV or .xlsx.")
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[Cell, ...]] = []
    begins = 1
    try:
        for values in reader:
            rows.append(_cells(map(_unwrapped, values), begins))
            begins = reader.line_num + 1
    except csv.Error as error:
        return Refused(f"row {begins}: this cannot be read: {error}.", "Look at the quotes there.")
    said = {"\t": "tab", ",": "comma", ";": "semicolon", "|": "bar"}[delimiter]
    return rows, f"columns parted by {said}, {encoding}"


def _unwrapped(text: str) -> str:
    """What spreadsheets write so that a number keeps its zeros: ="01632 960123"."""
    found = _WRAPPED.fullmatch(text)
    return found[1] if found else text


def _decoded(content: bytes) -> tuple[str, str]:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", "replace"), "UTF-16"
    try:
        return content.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace"), "read as Windows writes: look at the accents"


def _workbook(content: bytes) -> _Found | Refused:
    try:
        if content.startswith(_WORKBOOKS[0]):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED or _is_vast(packed):
                    return Refused("This workbook is too large when unpacked.", "Save the one sheet as CSV.")
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = [one.name for one in book.sheets_metadata if "WorkSheet" in str(one.typ)]
        for name in names or book.sheet_names:
            found = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if found:
                others = f"; {len(names) - 1} more not read" if len(names) > 1 else ""
                rows = [_cells(map(_as_text, row), number) for number, row in enumerate(found, start=1)]
                return rows, f"sheet “{plain(name)}”{others}"
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError, RuntimeError) as error:
        return Refused(f"This workbook cannot be read: {plain(str(error))[:120]}.", "Save it anew, or as CSV.")
    return Refused("There is no table in this workbook.")


def _is_vast(packed: zipfile.ZipFile) -> bool:
    """Whether a sheet reaches so far that laying it out would fill the memory, though hardly a cell says anything."""
    for part in packed.infolist():
        if part.filename.endswith(".xml") and part.filename.startswith("xl/"):
            far = [(column_of(cell[1]), int(cell[2])) for cell in _CELL.finditer(packed.read(part))]
            if far and max(column for column, _ in far) * max(row for _, row in far) > MOST_CELLS:
                return True
        elif part.filename == "content.xml" and any(
            int(found[1]) > MOST_ROWS for found in _REPEATED.finditer(packed.read(part))
        ):
            return True
    return False


def column_of(name: bytes) -> int:
    """The number of a column by its letters, from 1."""
    number = 0
    for letter in name:
        number = number * _LETTERS + letter - ord("A") + 1
    return number


def _cells(values: Iterable[str], row: int) -> tuple[Cell, ...]:
    return tuple(Cell(text, row, column) for column, text in enumerate(_trimmed(map(plain, values))))


def _trimmed(texts: Iterator[str]) -> list[str]:
    found = list(texts)
    while found and not found[-1]:
        found.pop()
    return found


def _clock(value: time | timedelta) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _as_text(value: object) -> str:
    """A cell of a workbook as records write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        clock = f"{value:%H:%M}"
        if value.year < FIRST_YEAR:  # a time alone has the day 0 of the workbook
            return clock
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d} {clock}"
    if isinstance(value, (time, timedelta)):
        return _clock(value)
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else str(value)) if isfinite(value) else ""
    return str(value)
