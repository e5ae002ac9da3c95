"""The JSON Schemas are those of the model, take what the reader takes, and refuse what it refuses."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.records.reading import FOLDERS
from generator.records.schema import FILES, FOLDER, as_file, schemas
from tests.capabilities import ROOT
from tests.problems.core_yaml import load
from tests.problems.running import SITE

SCHEMAS = schemas()
OF_FOLDER = dict(zip(FOLDERS, ("resource", "activity", "venue", "mix"), strict=True))
SITE_FILES = ("help", "areas", "closures", "vocabulary")
RECORDS = [
    (OF_FOLDER[folder], path) for folder in FOLDERS for path in sorted((ROOT / "data" / folder).rglob("*.yml"))
] + [(name, path) for name in SITE_FILES if (path := ROOT / "data" / f"{name}.yml").is_file()]


def messages(name: str, value: Any) -> list[str]:
    found = jsonschema.Draft7Validator(SCHEMAS[name]).iter_errors(value)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in found]


def options(text: str) -> Any:
    return next(entry["fingerpost"] for entry in load(text)["plugins"] if isinstance(entry, dict))


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_in_step_with_the_model(name: str) -> None:
    written = (FOLDER / f"{name}.json").read_text(encoding="utf-8")

    assert written == as_file(SCHEMAS[name]), "run python -m generator.records.schema"


def test_there_is_no_schema_of_anything_else() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.json" for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[name])


def test_an_editor_finds_no_fault_with_the_demonstration() -> None:
    wrong = {path.name: found for name, path in RECORDS if (found := messages(name, load(path.read_text("utf-8"))))}

    assert RECORDS
    assert wrong == {}


def test_an_editor_finds_no_fault_with_the_settings_of_the_demonstration() -> None:
    assert messages("settings", options((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))) == []


def every_part(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    parts = [(schema.get("title", ""), schema), *schema.get("$defs", {}).items()]
    return [(title, part) for title, part in parts if "properties" in part]


@pytest.mark.parametrize("name", FILES)
def test_each_field_has_its_hover_text_and_no_part_takes_others(name: str) -> None:
    for title, part in every_part(SCHEMAS[name]):
        assert part["additionalProperties"] is False
        assert [field for field, said in part["properties"].items() if "description" not in said] == [], title


def test_what_the_file_name_says_is_no_field() -> None:
    for name in OF_FOLDER.values():
        assert not {"id", "file"} & SCHEMAS[name]["properties"].keys()


RESOURCE = load(SITE["data/resources/riverbank-menders.yml"])
ACTIVITY = load(SITE["data/activities/mending-morning.yml"])
SHORT_FORMS = [
    ("resource", RESOURCE, {"places": "full"}),
    ("resource", RESOURCE, {"places": {"is": "full", "on": "2026-10-01"}}),
    ("resource", RESOURCE, {"joining": "any_time"}),
    ("resource", RESOURCE, {"topics": "games.cards"}),
    ("resource", RESOURCE, {"access": {"step_free": "yes", "toilet": {"is": "no", "note": "next door"}}}),
    ("resource", RESOURCE, {"venue": {"name": "Barn", "address": {"postcode": 12345}}}),
    ("resource", RESOURCE, {"contact": {"phone": 1632960101}}),
    ("resource", RESOURCE, {"name": 1998}),
    ("resource", RESOURCE, {"cost": {"amount": 2.5}}),
    ("resource", RESOURCE, {"cost": 2.5}),
    ("resource", RESOURCE, {"cost": "2.50"}),
    ("resource", RESOURCE, {"cost": "free"}),
    ("activity", ACTIVITY, {"schedule": [{"every": ["Monday", "Friday"], "start": "9:30", "end": "01:00 next day"}]}),
    ("activity", ACTIVITY, {"schedule": [{"on": "2026-12-19", "called": "Carols"}]}),
]


@pytest.mark.parametrize(("name", "record", "change"), SHORT_FORMS)
def test_short_forms_and_numbers_for_texts_pass(name: str, record: dict[str, Any], change: dict[str, Any]) -> None:
    assert messages(name, record | change) == []


@pytest.mark.parametrize(
    ("name", "record", "change", "where"),
    [
        ("resource", RESOURCE, {"kind": "grop"}, "kind"),
        ("resource", RESOURCE, {"langauges": ["en"]}, ""),
        ("resource", RESOURCE, {"summary": None}, "summary"),
        ("resource", RESOURCE, {"id": "menders"}, ""),
        ("resource", RESOURCE, {"buddy": True}, "buddy"),
        ("resource", RESOURCE, {"places": "free"}, "places"),
        ("resource", RESOURCE, {"topics": "Games and Cards"}, "topics"),
        ("resource", RESOURCE, {"contact": "01632 960101"}, "contact"),
        ("resource", RESOURCE, {"contact": {"website": "www.example.org"}}, "contact/website"),
        ("resource", RESOURCE, {"cost": "two"}, "cost"),
        ("resource", RESOURCE, {"cost": {"amount": "two"}}, "cost"),
        ("resource", RESOURCE, {"cost": {"amount": -2}}, "cost"),
        ("resource", RESOURCE, {"checked": {"on": "01/10/2026", "by": "coordinator"}}, "checked/on"),
        ("resource", RESOURCE, {"access": {"step_free": "unknown"}}, "access/step_free"),
        ("resource", RESOURCE, {"venue": "Old Mill"}, "venue"),
        ("activity", ACTIVITY, {"schedule": []}, "schedule"),
        ("activity", ACTIVITY, {"schedule": {"every": "Tuesday"}}, "schedule"),
        ("activity", ACTIVITY, {"schedule": [{"every": "Tuesday", "start": 630}]}, "schedule/0/start"),
        ("mix", {"name": "Mill", "summary": "All.", "takes": [{"place": "mill"}]}, {}, "takes/0"),
        ("help", {"contacts": []}, {}, "contacts"),
        ("areas", {"areas": [{"id": "North End", "name": "North"}]}, {}, "areas/0/id"),
        ("closures", {"christmas": {"each_year": {"from": "24 December", "until": "2 January"}}}, {}, "christmas"),
        ("vocabulary", {"labels": {"kind.group": None}}, {}, "labels/kind.group"),
        ("settings", {"place": "Millbrook"}, {}, ""),
    ],
)
def test_a_wrong_record_is_refused_at_its_field(
    name: str, record: dict[str, Any], change: dict[str, Any], where: str
) -> None:
    found = messages(name, record | change)

    assert found
    assert {one.partition(": ")[0] for one in found} == {where}


def test_a_schema_is_written_as_json_with_its_fields_in_the_order_of_the_model(tmp_path: Path) -> None:
    path = tmp_path / "venue.json"
    path.write_text(as_file(SCHEMAS["venue"]), encoding="utf-8")

    assert list(json.loads(path.read_text(encoding="utf-8"))["properties"])[:3] == ["name", "aliases", "address"]
