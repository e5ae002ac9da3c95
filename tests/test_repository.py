"""What Git holds: the agreed folders, and nothing that ties the project to one machine or registry."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.capabilities import ROOT
from tests.order import PLACES, longest_first

LARGEST_FILE = 400_000  # bytes
TOP_LEVEL = {
    *("content", "data", "generator", "schema", "tests", "bench", "docs", "mkdocs.yml", "pyproject.toml"),
    *("constraints.txt", "Makefile", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
}
LOCK_FILES = {
    *("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock"),
    *("poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "pylock.toml"),
}

# Written in pieces, so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.<>/-])/(?:(?:work|tmp|root|opt|mnt)/|(?:home|Users)/\w)|\b[A-Z]:\\{1,2}Users\b")
HOSTS = (
    *(("pypi", "org"), ("python" + "hosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("yarnpkg", "com")),
    *(("anaconda", "org"), ("debian", "org"), ("jsdelivr", "net"), ("unpkg", "com"), ("cdnjs", "com")),
    *(("docker", "io"), ("ghcr", "io"), ("cloudflare", "com"), ("googleapis", "com"), ("gstatic", "com")),
)
DOWNLOAD_HOST = re.compile("|".join(rf"\b{name}\.{ending}\b" for name, ending in HOSTS))

TRACKED = tuple(
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    if name and (ROOT / name).is_file()
)


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Each place in the text files of the repository where the pattern occurs."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in TRACKED
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_top_level_holds_what_was_agreed_and_dot_files() -> None:
    top = {path.relative_to(ROOT).parts[0] for path in TRACKED}

    assert {name for name in top if not name.startswith(".")} == TOP_LEVEL


def test_no_file_names_a_path_of_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_no_file_names_a_host_that_things_are_downloaded_from() -> None:
    assert lines_with(DOWNLOAD_HOST) == []


def test_no_lock_file_with_addresses_is_kept() -> None:
    locks = [path for path in TRACKED if path.name in LOCK_FILES]

    assert [path for path in locks if "://" in path.read_text(encoding="utf-8")] == []


def test_no_file_is_large() -> None:
    assert [path for path in TRACKED if path.stat().st_size > LARGEST_FILE] == []


def test_each_line_of_the_constraints_is_a_name_and_a_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()

    assert lines
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[\w.+!]+", line)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see /" + "root/x", True),
        ('open("/' + 'home/ann/x")', True),
        ("C:" + "\\Users\\ann", True),
        ('<a href="/home/">', False),
        ("volunteering/" + "work/", False),
        ("https://example.org/" + "work/", False),
        ("</" + "root/>", False),
    ],
)
def test_a_machine_path_is_known_from_an_address(line: str, found: bool) -> None:
    assert bool(MACHINE_PATH.search(line)) == found


def test_every_program_of_the_repository_can_be_run() -> None:
    assert Path(ROOT / ".ci/run").stat().st_mode & 0o111


def test_the_files_that_a_run_begins_with_are_there() -> None:
    assert [str(path) for path in PLACES if not path.is_file()] == []
    assert list(PLACES) == sorted(PLACES, key=longest_first)
    assert longest_first(Path(__file__)) > max(PLACES.values())
