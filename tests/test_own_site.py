"""From the demonstration to a site of one's own, as docs/settings.md tells it: what the check says on the way."""

import shutil
from pathlib import Path

import pytest

from generator.loading import load
from generator.problems import Problem
from generator.stages import Stages
from tests.capabilities import ROOT
from tests.sites import built
from tests.small import TODAY, written

RECORDS = ("resources", "activities", "venues", "feeds")


def problems_of(site: Path) -> tuple[Problem, ...]:
    return load(site / "mkdocs.yml", TODAY, Stages()).problems


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The demonstration without its records, its mark and its picture."""
    for folder in ("data", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for folder in RECORDS:
        shutil.rmtree(tmp_path / "data" / folder)
    lines = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    own = [line for line in lines if not line.strip().startswith(("demonstration:", "logo: content"))]
    (tmp_path / "mkdocs.yml").write_text("".join(own), encoding="utf-8")
    return tmp_path


def test_no_site_of_ones_own_goes_out_with_the_example_s_numbers_for_help(copy: Path) -> None:
    problems = problems_of(copy)

    assert {(one.file, one.rule) for one in problems} == {("data/help.yml", "made-up-help")}
    assert len(problems) == (copy / "data/help.yml").read_text(encoding="utf-8").count("local: yes")


def test_what_is_left_once_help_is_real_is_sound(copy: Path) -> None:
    help_file = copy / "data/help.yml"
    help_file.write_text(help_file.read_text(encoding="utf-8").replace("    local: yes\n", ""), encoding="utf-8")

    assert problems_of(copy) == ()


def test_prose_that_is_deleted_is_asked_for_by_the_line_that_names_it(copy: Path) -> None:
    (copy / "content/guide/risks.md").unlink()

    (found,) = (one for one in problems_of(copy) if one.rule == "missing-page")

    line = (copy / "mkdocs.yml").read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert line[found.column - 1 :] == "guide/risks.md"


def test_a_site_without_prose_is_built_and_gets_no_folder_for_it(tmp_path: Path) -> None:
    site = written(tmp_path / "site", {})
    shutil.rmtree(site / "content")

    assert (built(site) / "index.html").is_file()
    assert not (site / "content").exists()
