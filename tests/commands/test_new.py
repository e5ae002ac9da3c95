"""`new`: the file that it writes, what it offers and refuses, and that it needs no terminal."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.commands.command import Desk
from generator.commands.command import run as run_at
from generator.commands.new import COMMAND, QUESTIONS
from tests.sites import TODAY, run
from tests.small import ACTIVITY, RESOURCE, VENUE, written

FILES: Mapping[str, str] = {
    "data/resources/group.yml": f"{RESOURCE}contact: {{phone: 01632 960009}}\n",
    "data/venues/hall.yml": f"{VENUE}address: {{street: 1 Mill Lane, postcode: ZZ1 1AA}}\n",
    "data/activities/meeting.yml": f"{ACTIVITY}organiser: group\nschedule: [{{every: Monday}}]\n",
}
CHESS = (
    "name=Chess, for all", "category=games", "summary=Boards: and tea.", "organiser=group", "venue=hall",
    "schedule.0.every=[Monday, Friday]", "schedule.0.start=14:00", "schedule.1.on=2026-12-24", "schedule.0.key=a",
    "schedule.1.key=b", "topics=[games]", "access.step_free=no", "checked.by=link worker", "checked.how=rang",
)  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "site", FILES)


def new(site: Path, kind: str, *fields: str, more: tuple[str, ...] = ()) -> int:
    options = [part for field in fields for part in ("--set", field)]
    return run("new", kind, "--config-file", site / "mkdocs.yml", "--today", TODAY, *options, *more)


def test_the_file_is_valid_and_says_what_was_given_and_what_could_be_said(site: Path) -> None:
    assert new(site, "activity", *CHESS) == 0

    text = (site / "data/activities/chess-for-all.yml").read_text(encoding="utf-8")
    fields, _, notes = text.partition("\n\n")
    assert fields == (
        "# yaml-language-server: $schema=../../schema/activity.json\n"
        "name: Chess, for all\n"
        'summary: "Boards: and tea."\n'
        "organiser: group\n"
        "category: games\n"
        "venue: hall\n"
        "schedule:\n"
        "  - every: [Monday, Friday]\n"
        '    start: "14:00"\n'
        "    key: a\n"
        "  - on: 2026-12-24\n"
        "    key: b\n"
        "topics: [games]\n"
        "access:\n"
        "  step_free: no\n"
        "checked: {on: 2026-11-22, by: link worker, how: rang}"
    )
    assert all(line.startswith("# ") for line in notes.splitlines())
    assert "# bring:   # What to bring" in notes.splitlines()
    assert run("check", "--config-file", site / "mkdocs.yml", "--today", TODAY) == 0


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("activity", (), "Nobody is here to ask."),
        ("venue", ("area=x",), "A record needs a name."),
        ("venue", ("name=The Hall", "checked.by=x"), "may be"),
        ("venue", ("name=Hall",), "There is a record “hall” already: data/venues/hall.yml."),
        ("venue", ("name=Group",), "There is a record “group” already"),
        ("venue", ("name",), "“name” has no “=”."),
        ("venue", ("name=Barn", "name.x=y"), "“name.x” does not fit what was set before."),
        ("resource", ("name=Chess", "kind=grop", "summary=s", "checked.by=x"), "Did you mean “group”?"),
        ("resource", ("name=Chess", "checked.by=x"), "The field “kind” is missing here."),
        ("activity", (*CHESS, "venue=barn"), "There is no venue “barn”."),
        ("venue", ("name=../../evil", "checked.by=x", "aliases=../x"), "cannot be an id"),
    ],
)
def test_what_would_be_wrong_is_refused(
    kind: str, fields: tuple[str, ...], said: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(site.rglob("*.yml"))
    code = new(site, kind, *fields)
    printed = capsys.readouterr()

    assert said in printed.out + printed.err
    if said != "may be":
        assert code == 1
        assert sorted(site.rglob("*.yml")) == before


def test_it_says_what_the_new_record_looks_like(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new(site, "venue", "name=The Halls", "address.street=1 Mill Lane", "address.postcode=ZZ1 1AA", "checked.by=x")
    new(site, "resource", "name=Others", "kind=group", "summary=s", "contact.phone=(01632) 960 009", "checked.by=x")

    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("This may")] == [
        "This may be there already: The Hall (hall) has nearly the same name.",
        "This may be there already: The Hall (hall) has the same address.",
        "This may be there already: The Group (group) has the same telephone number.",
    ]


def asked(site: Path, answers: Iterator[str | None]) -> tuple[int, list[str], list[tuple[str, ...]]]:
    """The questions of a new activity put to somebody with these answers: the code, what was said, what was offered."""
    said: list[str] = []
    offered: list[tuple[str, ...]] = []

    def ask(_question: str, choices: tuple[str, ...]) -> str | None:
        offered.append(choices)
        return next(answers)

    given = type("Given", (), {"kind": "activity", "set": None, "id": None})
    desk = Desk(config=site / "mkdocs.yml", today=date.fromisoformat(TODAY), say=said.append, complain=said.append,
                ask=ask, standard_input=bytes)  # fmt: skip
    return run_at(COMMAND, desk, given), said, offered


def test_it_asks_offers_what_there_is_and_asks_again(site: Path) -> None:
    answers = ["", "Chess", "Games", "Boards and tea.", "The Group", "", "second Tuesday", "2nd Tuesday", "2pm",
               "14:00", "", "", "link worker", "rang"]  # fmt: skip
    code, said, offered = asked(site, iter(answers))

    assert code == 0
    assert ("The Group",) in offered
    assert ("The Hall",) in offered
    assert any("This one is needed." in one for one in said)
    assert any("can be read in two ways" in one for one in said)
    assert any("“2pm” is not a time" in one for one in said)
    text = (site / "data/activities/chess.yml").read_text(encoding="utf-8")
    assert 'organiser: group\ncategory: games\nschedule:\n  - every: 2nd Tuesday\n    start: "14:00"\n' in text


def test_who_stops_has_written_nothing(site: Path) -> None:
    code, said, _ = asked(site, iter(["Chess", None]))

    assert code == 1
    assert said[-1].endswith("Nothing was written.")
    assert not (site / "data/activities/chess.yml").exists()


def test_every_kind_asks_for_its_name_and_for_the_check() -> None:
    for questions in QUESTIONS.values():
        assert questions[0].field == "name"
        assert {"checked.by", "checked.how"} <= {question.field for question in questions}
