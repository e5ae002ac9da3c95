"""Renamed records, found in real little repositories; where Git cannot tell, nothing is said."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.renames import Rename
from generator.feeds.renames import read_renames
from tests.problems.running import SITE
from tests.repositories import Repository

pytestmark = pytest.mark.usefixtures("quiet_git")

OLD, NEW, NEWEST = "data/venues/mill.yml", "data/venues/old-mill.yml", "data/venues/the-old-mill.yml"
TEXT = SITE[NEW]


@pytest.fixture
def site(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "site")
    made.begin()
    made.write(OLD, TEXT)
    made.write("data/venues/barn.yml", "name: Barn\n")
    made.save()
    return made


def rename(site: Repository, old: str, new: str) -> None:
    site.git("mv", old, new)


def test_nothing_is_renamed_at_first(site: Repository) -> None:
    assert read_renames(site.folder, "data") == ()


def test_a_rename_is_known_before_it_is_committed(site: Repository) -> None:
    rename(site, OLD, NEW)

    assert read_renames(site.folder, "data") == (Rename(OLD, NEW, None),)


def test_renames_come_with_their_days_the_newest_first(site: Repository) -> None:
    rename(site, OLD, NEW)
    first = site.save().date()
    rename(site, NEW, NEWEST)
    site.write(NEWEST, TEXT + "door: round the back\n")
    second = site.save().date()

    assert read_renames(site.folder, "data") == (Rename(NEW, NEWEST, second), Rename(OLD, NEW, first))


def test_a_site_in_a_folder_of_a_repository_has_its_own_names(tmp_path: Path) -> None:
    outer = Repository(tmp_path)
    outer.begin()
    outer.write(f"town/{OLD}", TEXT)
    outer.save()
    rename(outer, f"town/{OLD}", f"town/{NEW}")

    assert read_renames(tmp_path / "town", "data") == (Rename(OLD, NEW, None),)


def _another(site: Repository) -> None:
    site.git("rm", "--quiet", OLD)
    site.write(NEW, "name: Coldharrow Chapel\nnote: nothing like the mill\n")
    site.save()


def _without_git(site: Repository) -> None:
    (site.folder / ".git").rename(site.folder / "git")


def _cut_short(site: Repository) -> None:
    rename(site, OLD, NEW)
    site.save()
    origin = site.folder.rename(site.folder.with_name("origin"))
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", origin.as_uri(), str(site.folder)], check=True, capture_output=True
    )


def _elsewhere(site: Repository) -> None:
    site.write("docs/a.md", TEXT)
    site.save()
    rename(site, "docs/a.md", "docs/b.md")
    site.save()


@pytest.mark.parametrize("change", [_another, _without_git, _cut_short, _elsewhere])
def test_what_git_cannot_tell_is_not_guessed(site: Repository, change: Callable[[Repository], None]) -> None:
    change(site)

    assert read_renames(site.folder, "data") == ()


def test_a_repository_without_a_commit_has_no_renames(tmp_path: Path) -> None:
    empty = Repository(tmp_path)
    empty.begin()

    assert read_renames(tmp_path, "data") == ()
