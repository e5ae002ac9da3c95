"""What MkDocs rendered for the last build stands for what it would render, and only then."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import catalogue
from generator.edition import Edition, edition
from generator.frames import FRAME, frame_key, kept
from generator.records.reading import read_site_file, read_sources
from tests.sites import TODAY, US, built, copied


def made(folder: Path, today: str = TODAY) -> Edition:
    site, problems = read_site_file(folder, folder / "mkdocs.yml")
    assert site is not None, problems
    return edition(catalogue(read_sources(folder, site)[0]), date.fromisoformat(today))


def key_of(folder: Path, today: str = TODAY) -> str | None:
    return frame_key(made(folder, today), (folder / "mkdocs.yml").read_bytes(), folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copied(US, tmp_path)


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def add(name: str, text: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / name).write_text(text, encoding="utf-8")

    return change


def rename_a_record(folder: Path) -> None:
    path = min((folder / "data/activities").glob("*.yml"))
    path.rename(path.with_name("quite-another-name.yml"))


@pytest.mark.parametrize(
    "change",
    [
        edit("mkdocs.yml", "Juniper Flats Neighbors", "Juniper Flats Friends"),
        edit("data/help.yml", "contacts:", "# a note\ncontacts:"),
        add("content/more.md", "# More\n"),
        rename_a_record,
    ],
)
def test_what_mkdocs_pages_are_made_of_changes_the_key(folder: Path, change: Callable[[Path], None]) -> None:
    before = key_of(folder)
    assert before is not None
    assert key_of(folder) == before

    change(folder)

    assert key_of(folder) not in {None, before}


def test_prose_that_mkdocs_finds_behind_a_link_changes_the_key(folder: Path) -> None:
    shared = folder / "shared"
    shared.mkdir()
    (shared / "more.md").write_text("# More\n", encoding="utf-8")
    (folder / "content/shared").symlink_to(shared)
    before = key_of(folder)
    assert before is not None

    (shared / "more.md").write_text("# Much more\n", encoding="utf-8")

    assert key_of(folder) not in {None, before}


def test_another_day_has_another_key(folder: Path) -> None:
    assert key_of(folder, "2026-11-23") != key_of(folder)


def test_a_summary_of_a_record_leaves_the_key_alone(folder: Path) -> None:
    before = key_of(folder)
    record = min((folder / "data/activities").glob("*.yml")).relative_to(folder).as_posix()
    edit(record, "summary: ", "summary: Now ")(folder)

    assert key_of(folder) == before


@pytest.mark.parametrize(
    "change",
    [
        edit("mkdocs.yml", "plugins:\n", "plugins:\n  - search\n"),
        edit("mkdocs.yml", "plugins:\n", "hooks: [a.py]\nplugins:\n"),
        edit("mkdocs.yml", "  name: material", "  name: material\n  custom_dir: mine"),
        edit("mkdocs.yml", "plugins:\n", "markdown_extensions: [pymdownx.snippets]\nplugins:\n"),
        edit("mkdocs.yml", "  generator: false", "  generator: !ENV [GENERATOR, false]"),
        edit("mkdocs.yml", "site_name:", "INHERIT: ../other.yml\nsite_name:"),
    ],
)
def test_nothing_is_kept_where_pages_hang_on_what_nobody_can_see(folder: Path, change: Callable[[Path], None]) -> None:
    edition_before = made(folder)
    change(folder)

    assert frame_key(edition_before, (folder / "mkdocs.yml").read_bytes(), folder) is None


def test_a_build_without_mkdocs_gives_the_same_site(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = {path: path.read_bytes() for path in sorted(built(folder).rglob("*")) if path.is_file()}
    assert "MkDocs" in capsys.readouterr().out

    again = {path: path.read_bytes() for path in sorted(built(folder).rglob("*")) if path.is_file()}

    assert again == first
    assert "MkDocs" not in capsys.readouterr().out


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"\xff", b"[]\n"])
def test_a_damaged_frame_is_left_alone(folder: Path, damage: bytes) -> None:
    built(folder)
    path, key = folder / ".fingerpost" / FRAME, key_of(folder)
    assert key is not None
    assert kept(path, key, b"") is not None
    assert kept(path, "another", b"") is None

    path.write_bytes(path.read_bytes()[:-1])
    assert kept(path, key, b"") is None
    path.write_bytes(damage)
    assert kept(path, key, b"") is None
