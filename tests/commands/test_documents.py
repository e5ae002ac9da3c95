"""What docs/editing.md shows of the terminal is what the commands print, one after the other, on a copy of the demo."""

import os
import re
import shlex
from pathlib import Path

import pytest

from tests.capabilities import ROOT
from tests.sites import DEMO, TODAY, copied, run

DOCUMENT = ROOT / "docs/editing.md"
MAIL = re.compile(r"where `mail.txt` is\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def played(block: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The block with what its commands print now."""
    said = ""
    for command in (line for line in block.splitlines() if line.startswith("$ fingerpost ")):
        name, *arguments = shlex.split(command.removeprefix("$ fingerpost "))
        run(name, "--today", TODAY, *arguments)
        printed = capsys.readouterr()
        said += f"{command}\n{printed.out}{printed.err}"
    return said


def test_the_terminal_in_the_document_is_a_real_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copied(DEMO, tmp_path / "demo"))
    text = DOCUMENT.read_text(encoding="utf-8")
    Path("mail.txt").write_text(MAIL.findall(text)[0], encoding="utf-8")

    real = BLOCK.sub(lambda found: f"```console\n{played(found[1], capsys)}```", text)

    if os.environ.get("FINGERPOST_UPDATE_GOLDEN"):
        DOCUMENT.write_text(real, encoding="utf-8")
    assert real == text
