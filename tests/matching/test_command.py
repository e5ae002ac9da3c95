"""`fingerpost match` and `fingerpost cases`: what they print, and their exit codes."""

import json
from pathlib import Path

import pytest

from generator import cli
from generator.problems import as_text
from generator.records.cases import read_profile
from generator.records.site import Vocabulary
from tests.capabilities import ROOT
from tests.matching.running import OWN

SITE = ("--config-file", str(ROOT / "mkdocs.yml"), "--today", "2026-12-01")
PROFILE = """\
interests: [games.quiz]
goals: [meet_people]
home: Alderbourne
max_km: 3
max_cost: 3
"""


def run(*arguments: str) -> int:
    return cli.main([arguments[0], *SITE, *arguments[1:]])


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_profile_gets_its_lanes_with_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("match", written(tmp_path, "profile.yml", PROFILE)) == 0

    said = capsys.readouterr().out
    assert "Short list" in said
    assert "It is about something you like: Quiz." in said
    assert "Left out, and why" in said


def test_lanes_come_as_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("match", written(tmp_path, "profile.yml", PROFILE), "--format", "json") == 0

    lanes = json.loads(capsys.readouterr().out)
    assert {"causes", "short_list", "questions", "yourself", "left_out", "sequence", "safety"} <= lanes.keys()
    assert all(one["why"] for one in lanes["short_list"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("interests: [games.quizz]", "profile.yml:1:13: error: “games.quizz” is not a known topic."),
        ("intrests: [games.quiz]", "Did you mean “interests”?"),
        ("mobility: mob.wheelchar", "Did you mean “wheelchair”?"),
        ("availability: [tue_mornig]", "is not a time of the week"),
        ("availability: [tue 12:00-10:00]", "has no beginning before its end"),
        ("name: Darren", "“name” is not a field here."),
        ("goals: [learn, enjoy, routine, get_out]", "profile.yml:1:8"),
        ("max_km: near", "is not a number of kilometres"),
    ],
)
def test_a_profile_that_cannot_be_read_says_where_and_what(line: str, said: str) -> None:
    profile, problems = read_profile(f"{line}\n".encode(), "profile.yml", Vocabulary())

    assert profile is None
    assert said in as_text(problems)


@pytest.mark.parametrize(
    ("line", "said"),
    [("home: Alderbern", "Did you mean “Alderbourne”?"), ("interest: games.quiz", "Did you mean “interests”?")],
)
def test_a_wrong_profile_is_wrong_use(line: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("match", written(tmp_path, "profile.yml", f"{line}\n")) == 2

    assert said in capsys.readouterr().err


def test_a_file_that_is_not_there_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("match", "nowhere.yml") == 2

    assert "nowhere.yml" in capsys.readouterr().err


def test_cases_that_hold_end_with_their_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cases", str(OWN[0])) == 0

    assert capsys.readouterr().out.splitlines()[-1].endswith(" passed, 0 failed")


CASE = """\
cases:
  - id: X1
    vignette: Somebody who likes a quiz.
    profile: {interests: [games.quiz]}
    expect: {%s}
"""


def test_a_case_over_the_records_of_the_site_that_falls_short_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("cases", written(tmp_path, "cases.yml", CASE % "first: [quiz-friends]")) == 1

    said = capsys.readouterr().out
    assert "X1  FELL SHORT" in said
    assert "NOT   first: quiz-friends; it is " in said
    assert said.endswith("0 passed, 1 failed\n")


def test_an_unknown_expectation_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("cases", written(tmp_path, "cases.yml", CASE % "excludes: {a: x.cost}")) == 2

    said = capsys.readouterr().err
    assert "cases.yml:5:14: error: “excludes” is not a field here." in said
    assert "Did you mean “exclude”?" in said
