"""docs/records.md has the tables of the model, with every field and code."""

import re

import pytest

from generator.records import codes
from generator.records.reading import FOLDERS
from generator.records.reference import PAGE, written
from generator.records.shape import visible_fields

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_model() -> None:
    assert written(TEXT) == TEXT, "run python -m generator.records.reference"


@pytest.mark.parametrize("kind", FOLDERS.values(), ids=FOLDERS)
def test_every_field_of_a_record_has_its_row(kind: type) -> None:
    section = TEXT.partition(f"### {kind.__name__}\n")[2].partition("\n#")[0]

    assert re.findall(r"^\| `(\w+)`", section, re.MULTILINE) == list(visible_fields(kind))


@pytest.mark.parametrize("name", codes.CLOSED)
def test_every_code_of_a_vocabulary_is_listed(name: str) -> None:
    assert [code for code in codes.CLOSED[name] if f"`{code}`" not in TEXT and name not in {"answer", "family"}] == []


def test_no_cell_of_a_table_of_fields_is_empty() -> None:
    tables = TEXT.split("| field | what it means | what stands there |")[1:]
    rows = [row for table in tables for row in re.findall(r"^\| `.*$", table.partition("\n\n")[0], re.MULTILINE)]

    assert rows
    assert [row for row in rows if "|  |" in row] == []
