"""What the docs show of the terminal is what the commands print, one after the other, on a copy of the demo."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.capabilities import ROOT, TESTS
from tests.sites import DEMO, TODAY, copied, run

EXAMPLES = TESTS / "imports/examples"
MAIL = re.compile(r"where `mail.txt` is\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEXT = re.compile(r"^```text\n(\[record .*?)^```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MAP = re.compile(r"^```yaml\n(kind: resource\n.*?)^```$", re.MULTILINE | re.DOTALL)
HOUSE = ("import", "csv", "december.csv", "--table", "the house", "--category", "celebration", "--today", TODAY)
LEFT_OUT = "…"  # alone in a line: lines that the document leaves out; at the end of one: the rest of it

Step = Callable[[], None]


def mail() -> None:
    """The mail that the document shows."""
    Path("mail.txt").write_text(MAIL.findall((ROOT / "docs/editing.md").read_text(encoding="utf-8"))[0], "utf-8")


def text() -> None:
    """The filled-in text that the document shows."""
    (shown,) = TEXT.findall((ROOT / "docs/corrections.md").read_text(encoding="utf-8"))
    Path("text.txt").write_text(shown, encoding="utf-8")


def tables() -> None:
    """The calendar and the tables that the document tells of."""
    for example in EXAMPLES.iterdir():
        shutil.copy(example, example.name)


def night(before: str, later: str, record: str, summary: str) -> Step:
    """A step in which a calendar or table changes, and somebody writes a better summary."""

    def step() -> None:
        shutil.copy(later, before)
        file = Path(record)
        text = re.sub("^summary: .*", f"summary: {summary}", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        file.write_text(text, encoding="utf-8")

    return step


def written_map() -> None:
    """Somebody has changed the first map into the one that the document shows."""
    (shown,) = MAP.findall((ROOT / "docs/import.md").read_text(encoding="utf-8"))
    Path("map.yml").write_text(shown, encoding="utf-8")


def house() -> None:
    """December was brought in under the name of the house."""
    shutil.copy("december-mended.csv", "december.csv")
    assert run(*HOUSE) == 0


def branch() -> None:
    """There is a main branch to compare with."""
    subprocess.run(["git", "branch", "--force", "main"], check=False, capture_output=True)


CARDS, PURL = "data/activities/cards-and-company.yml", "data/resources/purl-and-chat.yml"
STEPS: Mapping[str, tuple[Step | None, ...]] = {
    "editing": (mail,),
    "corrections": (text,),
    "changes": (branch,),
    "first-pull-request": (branch,),
    "coverage": (),
    "import": (
        tables,
        night("club.ics", "club-later.ics", CARDS, "Cards, tea and no hurry."),
        None,
        None,
        written_map,
        night("groups.csv", "groups-later.csv", PURL, "Bring your knitting or just your voice."),
        house,
    ),
}
"""What happens before each block of the terminal in a document; nothing before those that are not named."""


def played(block: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The block with what its commands print now."""
    said = ""
    for command in (line for line in block.splitlines() if line.startswith("$ fingerpost ")):
        name, *arguments = shlex.split(command.removeprefix("$ fingerpost "))
        run(name, "--today", TODAY, *arguments)
        printed = capsys.readouterr()
        said += f"{command}\n{printed.out}{printed.err}"
    return said


def shortened(real: str, shown: str) -> str:
    """The real text with the same parts left out as the text that is shown, where these are all that differ."""
    pattern = "".join(
        r"(?:.*\n)*?"
        if line == f"{LEFT_OUT}\n"
        else re.escape(line.removesuffix(f"{LEFT_OUT}\n")) + r".*\n"
        if line.endswith(f"{LEFT_OUT}\n")
        else re.escape(line)
        for line in shown.splitlines(keepends=True)
    )
    return shown if LEFT_OUT in shown and re.fullmatch(pattern, real) else real


@pytest.mark.usefixtures("quiet_git")
@pytest.mark.parametrize("name", STEPS)
def test_the_terminal_in_a_document_is_a_real_one(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(copied(DEMO, tmp_path / "demo"))
    document = ROOT / f"docs/{name}.md"
    text = document.read_text(encoding="utf-8")
    steps = iter(STEPS[name])

    def block(found: re.Match[str]) -> str:
        if step := next(steps, None):
            step()
            capsys.readouterr()
        return f"```console\n{shortened(played(found[1], capsys), found[1])}```"

    real = BLOCK.sub(block, text)

    if os.environ.get("FINGERPOST_UPDATE_GOLDEN"):
        document.write_text(real, encoding="utf-8")
    assert real == text


def test_the_texts_that_documents_show_are_what_the_commands_read_and_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copied(DEMO, tmp_path / "demo"))
    shown = {name: (ROOT / f"docs/{name}.md").read_text(encoding="utf-8") for name in ("github", "import")}

    (issue,) = TEXT.findall(shown["github"])
    Path("issue.txt").write_text(issue, encoding="utf-8")
    only = ("--only", "changes,closed,places,contact")
    assert run("apply", "issue.txt", "--yes", *only, "--today", TODAY) == 0
    yoga = Path("data/activities/gentle-yoga-tuesdays.yml").read_text(encoding="utf-8")
    assert "cancelled: the boiler is being mended" in yoga

    tables()
    about = ("--category", "games", "--organiser", "chess-at-the-lion")
    assert run("import", "ics", "club.ics", *about, "--today", TODAY) == 0
    (record,) = re.findall(r"^```yaml\n(name: .*?)^```$", shown["import"], re.MULTILINE | re.DOTALL)
    assert record in Path(CARDS).read_text(encoding="utf-8")
