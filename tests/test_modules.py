"""Runs the tests of our JavaScript modules, which are written in JavaScript (tests/js)."""

import subprocess

import pytest

from tests.capabilities import TESTS, node


@pytest.mark.needs("node")
def test_the_modules_of_the_browser_do_what_they_should() -> None:
    program = node()
    assert program is not None

    files = sorted(str(path) for path in (TESTS / "js").glob("*.test.mjs"))
    run = subprocess.run([program, "--test", *files], capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stdout + run.stderr
