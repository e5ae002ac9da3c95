"""Values that were kept are those that would be read; whatever is wrong with them, reading goes on."""

from datetime import date
from pathlib import Path

import pytest

from generator.pipeline import load
from generator.problems import Problem
from generator.records.kept import kept
from generator.stages import Stages
from tests.sites import TODAY, US, copied

FILE = ".fingerpost/values.txt"


def read(folder: Path) -> tuple[object, tuple[Problem, ...]]:
    loaded = load(folder / "mkdocs.yml", date.fromisoformat(TODAY), Stages())
    return loaded.catalogue and loaded.catalogue.sources, loaded.problems


def summary_of(found: object) -> object:
    return {name: repr(getattr(found, name)) for name in ("resources", "activities", "venues", "mixes", "help")}


def test_a_second_reading_gives_the_same_records(tmp_path: Path) -> None:
    folder = copied(US, tmp_path)

    first, problems = read(folder)
    second, again = read(folder)

    assert summary_of(first) == summary_of(second)
    assert problems == again


def test_a_file_without_a_fault_is_not_read_again(tmp_path: Path) -> None:
    folder = copied(US, tmp_path)
    read(folder)
    _reader, *lines = (folder / FILE).read_text(encoding="utf-8").splitlines()

    assert len(lines) == len(list((folder / "data").rglob("*.yml")))


def test_an_edit_is_read(tmp_path: Path) -> None:
    folder = copied(US, tmp_path)
    read(folder)
    record = next((folder / "data/venues").glob("*.yml"))
    record.write_text(record.read_text(encoding="utf-8") + "nonsense: yes\n", encoding="utf-8")

    _, problems = read(folder)

    assert [problem.rule for problem in problems if problem.file.endswith(record.name)] == ["unknown-field"]


@pytest.mark.parametrize("broken", [b"", b"\n", b"other\na {}\n", b"a {}\n", b"\xff"])
def test_a_broken_file_of_kept_values_is_left_alone(broken: bytes, tmp_path: Path) -> None:
    path = tmp_path / "values.txt"
    path.write_bytes(broken)

    assert kept(path).get("a") is None


def test_a_line_that_was_cut_off_is_left_alone(tmp_path: Path) -> None:
    store = kept(tmp_path / "values.txt")
    store.put("a", {"name": "Tea"})
    store.save()
    whole = (tmp_path / "values.txt").read_bytes()
    (tmp_path / "values.txt").write_bytes(whole[:-4])

    assert kept(tmp_path / "values.txt").get("a") is None


def test_what_is_given_out_may_be_added_to(tmp_path: Path) -> None:
    store = kept(tmp_path / "values.txt")
    store.put("a", {"name": "Tea"})
    store.save()
    again = kept(tmp_path / "values.txt")

    given = again.get("a") or {}
    given["id"] = "tea"

    assert again.get("a") == {"name": "Tea"}
