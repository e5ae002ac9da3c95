"""`fingerpost check`: what it prints and with which code it ends."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.problems.running import SITE, write_site

RESOURCE = "data/resources/riverbank-menders.yml"
BROKEN = SITE[RESOURCE].replace("kind: group", "kind: grop")
OVERDUE = SITE[RESOURCE].replace("on: 2026-10-01, by", "on: 2026-01-01, by")


@pytest.fixture(autouse=True)
def day_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command sets the day for its whole process; afterwards it is as it was."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


def check(folder: Path, record: str | None, *options: str) -> int:
    files = SITE | ({RESOURCE: record} if record else {})
    write_site(folder, {name: text.encode() for name, text in files.items()})
    return main(["check", "--config-file", str(folder / "mkdocs.yml"), "--today", "2026-12-01", *options])


@pytest.mark.parametrize(
    ("record", "options", "code"),
    [
        (None, (), 0),
        (OVERDUE, (), 0),
        (OVERDUE, ("--strict",), 1),
        (BROKEN, (), 1),
        (BROKEN, ("--format", "json"), 1),
        (BROKEN, ("--format", "github"), 1),
    ],
)
def test_the_code_says_whether_all_is_well(
    record: str | None, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    assert check(tmp_path, record, *options) == code


def test_a_site_that_is_not_there_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--config-file", str(tmp_path / "mkdocs.yml")]) == 2
    assert "There is no file" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--format", "xml"], ["--today", "tomorrow"], ["--loud"]])
def test_an_option_that_is_not_known_is_wrong_use(options: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", *options])

    assert ended.value.code == 2


def test_text_is_for_people(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    check(tmp_path, BROKEN)

    said = capsys.readouterr().out
    assert said.startswith(
        f"{RESOURCE}:2:7: error: “grop” is not a known kind of resource.  [unknown-code]\n    Did you mean “group”?\n"
    )
    assert said.rstrip().endswith("1 error, 0 warnings")


def test_the_closing_line_says_where_the_errors_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    check(tmp_path, OVERDUE.replace("languages: [en]", "languages: [english]"))
    alone = capsys.readouterr().out
    (tmp_path / "data/venues/old-mill.yml").write_text(SITE["data/venues/old-mill.yml"].replace("2026-10", "2025-10"))
    main(["check", "--config-file", str(tmp_path / "mkdocs.yml"), "--today", "2026-12-01"])
    both = capsys.readouterr().out

    assert alone.rstrip().endswith("1 error, 0 warnings")
    assert both.rstrip().endswith("1 error, 1 warning. The errors stand last.")
    assert both.splitlines()[-3].startswith(f"{RESOURCE}:18:13: error: ")


def test_json_is_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(tmp_path, BROKEN, "--format", "json")

    assert json.loads(capsys.readouterr().out) == [
        {
            "file": RESOURCE,
            "line": 2,
            "column": 7,
            "severity": "error",
            "rule": "unknown-code",
            "message": "“grop” is not a known kind of resource.",
            "hint": "Did you mean “group”?",
        }
    ]


def test_annotations_are_for_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(tmp_path, BROKEN, "--format", "github")

    assert capsys.readouterr().out.startswith(
        f"::error file={RESOURCE},line=2,col=7,title=unknown-code::"
        "“grop” is not a known kind of resource. Did you mean “group”?\n"
    )


def test_on_github_annotations_are_the_usual(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    check(tmp_path, BROKEN)

    assert capsys.readouterr().out.startswith("::error ")
