"""What becomes of a test whose capability is missing: pytest runs a small file of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.capabilities import CAPABILITIES, ROOT

LACKING = """
import pytest
from tests import capabilities

table = {"gold": capabilities.Capability(present=lambda: False, remedy="dig for it")}
capabilities.CAPABILITIES = table

@pytest.mark.needs("gold")
def test_with_gold():
    pass

@pytest.mark.needs("gold")
def test_with_more_gold():
    pass

def test_without():
    pass
"""
PLUGINS = ("-p", "tests.conftest", "-p", "no:cacheprovider")
AT_COLLECTION = "import pytest\npytest.importorskip('a_package_that_is_not_there')\n"


def run(folder: Path, source: str, *, all_tests: bool) -> tuple[int, str]:
    """The exit code and output of pytest over one file, with our conftest."""
    (folder / "test_it.py").write_text(source)
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", *PLUGINS, "-c", os.devnull, "--rootdir", str(folder), str(folder)],
        cwd=ROOT,
        env=os.environ | {"FINGERPOST_ALL_TESTS": "1" if all_tests else "0", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stdout


def test_a_missing_capability_leaves_its_tests_out_and_says_in_one_line_what_brings_it(
    tmp_path: Path,
) -> None:
    code, output = run(tmp_path, LACKING, all_tests=False)

    assert code == 0
    assert output.count("2 tests: no gold on this machine; to bring it: dig for it") == 1
    assert "1 passed, 2 skipped" in output.splitlines()[-1]


@pytest.mark.parametrize("source", [LACKING, AT_COLLECTION])
def test_a_test_left_out_is_a_failure_where_all_tests_are_asked_for(tmp_path: Path, source: str) -> None:
    code, output = run(tmp_path, source, all_tests=True)

    assert code != 0
    assert "skipped" not in output.splitlines()[-1]


def test_every_capability_names_its_remedy() -> None:
    assert all(capability.remedy for capability in CAPABILITIES.values())
