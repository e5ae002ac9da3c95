"""Open data: what is public and nothing else, typed and documented, and safe in a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

import pytest

from generator.edition import Edition, edition
from generator.loading import load
from generator.opendata.fields import ENTRY_FIELDS, SESSION_FIELDS, VENUE_FIELDS, entry_row
from generator.opendata.files import FOLDER, TABLES, cell, opendata_outputs
from generator.opendata.page import data_pages
from generator.pieces import Store
from generator.stages import Stages
from tests.capabilities import ROOT

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def made() -> Edition:
    loaded = load(ROOT / "mkdocs.yml", TODAY, Stages())
    assert loaded.catalogue is not None
    return edition(loaded.catalogue, TODAY)


@pytest.fixture(scope="module")
def files(made: Edition, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = {}
    kept = Store(tmp_path_factory.mktemp("kept"), lambda sort, names: " ".join((sort, *names)))
    for one in opendata_outputs(made, kept):
        assert one.make is not None
        content = one.make()
        found[one.path.removeprefix(FOLDER)] = content if isinstance(content, bytes) else content.encode()
    return found


def rows(files: dict[str, bytes], name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(files[name].decode("utf-8-sig"), newline=""))


def test_house_staff_and_unlisted_records_are_not_in_it(made: Edition, files: dict[str, bytes]) -> None:
    hidden = {entry.id for entry in made.catalogue.entries.values() if not entry.listed(TODAY)}
    shown = {row["id"] for name in ("resources.csv", "activities.csv") for row in rows(files, name)}

    assert hidden
    assert not hidden & shown
    assert shown | hidden == set(made.catalogue.entries)
    assert not hidden & {row["activity_id"] for row in rows(files, "sessions.csv")}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_both_forms_say_the_same(files: dict[str, bytes], table: object) -> None:
    name = table.name  # type: ignore[attr-defined]
    from_json = json.loads(files[f"{name}.json"])[name]

    for row, one in zip(rows(files, f"{name}.csv"), from_json, strict=True):
        assert {key: value for key, value in row.items() if value} == {
            key: str(cell(value)) for key, value in one.items() if cell(value) != ""
        }


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('=HYPERLINK("https://example.org")', '\'=HYPERLINK("https://example.org")'),
        ("+44 1632 960100", "'+44 1632 960100"),
        ("-1 of us", "'-1 of us"),
        ("@home", "'@home"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("Tea = talk", "Tea = talk"),
        (("a", "b"), "a; b"),
        (("=a", "b"), "'=a; b"),
        (-2.5879, -2.5879),
        (None, None),
        ("", ""),
    ],
)
def test_no_text_is_run_as_a_formula(value: object, shown: object) -> None:
    assert cell(value) == shown  # type: ignore[arg-type]


def test_what_is_not_known_is_empty_and_never_no(made: Edition) -> None:
    entry = next(one for one in made.catalogue.entries.values() if "lift" not in one.facts.access)
    names = [name for name, _meaning in ENTRY_FIELDS]

    assert entry_row(made, entry)[names.index("access_lift")] is None


@pytest.mark.parametrize("fields", [ENTRY_FIELDS, VENUE_FIELDS, SESSION_FIELDS])
def test_each_field_has_one_name_and_a_meaning(fields: tuple[tuple[str, str], ...]) -> None:
    names = [name for name, _meaning in fields]

    assert len(set(names)) == len(names)
    assert all(meaning for _name, meaning in fields)


def test_the_page_lists_every_file_and_field(made: Edition) -> None:
    (planned,) = data_pages(made)
    body = planned.make().body

    for table in TABLES:
        assert f'href="../{FOLDER}{table.name}.csv"' in body
        assert all(f'<th scope="row">{name}</th>' in body for name, _meaning in table.fields)
