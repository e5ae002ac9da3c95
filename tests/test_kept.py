"""Values that were kept are those that would be read; whatever is wrong with them, reading goes on."""

from datetime import date
from pathlib import Path

import pytest

from generator import sealed
from generator.loading import load
from generator.problems import Problem
from generator.records.files import Found
from generator.records.kept import FEWEST_TO_SHARE, _reader, kept
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
    content = sealed.load(folder / FILE, _reader())

    assert content is not None
    assert content.count(b"\n") == len(list((folder / "data").rglob("*.yml")))


def test_an_edit_is_read(tmp_path: Path) -> None:
    folder = copied(US, tmp_path)
    read(folder)
    record = next((folder / "data/venues").glob("*.yml"))
    record.write_text(record.read_text(encoding="utf-8") + "nonsense: yes\n", encoding="utf-8")

    _, problems = read(folder)

    assert [problem.rule for problem in problems if problem.file.endswith(record.name)] == ["unknown-field"]


def record(folder: Path, name: str = "Tea") -> Found:
    """A file to be read, and read a first time."""
    path = folder / "tea.yml"
    path.write_text(f"name: {name}\n", encoding="utf-8")
    return Found("tea.yml", str(path), "tea", ".yml")


def stored(folder: Path) -> tuple[Path, Found]:
    """A file of kept values, and the file whose values are in it."""
    found, store = record(folder), kept(folder / "values.txt")
    assert [plain and plain.values for plain in store.of([found])] == [{"name": "Tea"}]
    store.save()
    return folder / "values.txt", found


def test_kept_values_stand_for_what_the_file_says(tmp_path: Path) -> None:
    path, found = stored(tmp_path)
    content = sealed.load(path, _reader())
    assert content is not None
    sealed.save(path, [content.replace(b"Tea", b"Cocoa")], _reader())

    assert [plain and plain.values for plain in kept(path).of([found])] == [{"name": "Cocoa"}]


@pytest.mark.parametrize("broken", [b"", b"\n", b"other\na {}\n", b"a {}\n", b"\xff"])
def test_a_broken_file_of_kept_values_is_left_alone(broken: bytes, tmp_path: Path) -> None:
    path, found = stored(tmp_path)
    path.write_bytes(broken)

    assert [plain and plain.values for plain in kept(path).of([found])] == [{"name": "Tea"}]


def test_a_file_with_a_fault_is_not_kept(tmp_path: Path) -> None:
    found, store = record(tmp_path, "Tea\nname: Cocoa"), kept(tmp_path / "values.txt")

    assert list(store.of([found])) == [None]
    store.save()
    assert not (tmp_path / "values.txt").exists()


def test_what_is_given_out_may_be_added_to(tmp_path: Path) -> None:
    path, found = stored(tmp_path)
    again = kept(path)

    for plain in again.of([found]):
        assert plain is not None
        plain.values["id"] = "tea"

    assert [plain and plain.values for plain in again.of([found])] == [{"name": "Tea"}]


def test_two_processes_read_what_one_reads(tmp_path: Path) -> None:
    names = [f"group-{number}" for number in range(FEWEST_TO_SHARE + 1)]
    for name in names:
        (tmp_path / f"{name}.yml").write_text(f"name: {name}\n", encoding="utf-8")
    found = [Found(f"{name}.yml", str(tmp_path / f"{name}.yml"), name, ".yml") for name in names]

    values = [plain and plain.values for plain in kept(tmp_path / "values.txt").of(found)]

    assert values == [{"name": name} for name in names]
