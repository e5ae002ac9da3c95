"""Style and types: the tools that the project agrees on have nothing to say."""

import subprocess
import sys

import pytest

from tests.capabilities import ROOT

TOOLS = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy", "--strict"),
)


@pytest.mark.parametrize("tool", TOOLS, ids=" ".join)
def test_the_tool_has_nothing_to_say(tool: tuple[str, ...]) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", *tool],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )

    if ended.returncode:
        pytest.fail(f"{' '.join(tool)}\n{ended.stdout}{ended.stderr}", pytrace=False)
