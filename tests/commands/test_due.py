"""`due`: what must be looked at, by who answers for it; and the mails and letters that ask them."""

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.edit.slip import read_slips
from generator.words import words_for
from tests.sites import TODAY, run
from tests.small import ACTIVITY, CHECKED, RESOURCE, VENUE, written

OLD = "checked: {on: 2026-02-01, by: activity coordinator}\n"
FILES: Mapping[str, str] = {
    "data/resources/group.yml": RESOURCE.replace(CHECKED, OLD)
    + "contact: {phone: 01632 960009, email: g@example.org}\n",
    "data/resources/quiet.yml": RESOURCE.replace("The Group", "=Quiet") + "places: {is: full, on: 2026-10-01}\n",
    "data/venues/hall.yml": VENUE.replace(CHECKED, "") + "access: {step_free: yes}\n",
    "data/activities/ending.yml": (
        f"{ACTIVITY}organiser: group\nvenue: hall\nschedule: [{{every: Monday, until: 2026-12-14}}]\n"
    ),
    "data/activities/yearly.yml": (
        f"{ACTIVITY.replace('Meeting', 'Yearly')}organiser: group\nvenue: hall\nschedule: [{{every: 6 December}}]\n"
    ),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "site", FILES)


def due(site: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert run("due", "--config-file", site / "mkdocs.yml", "--today", TODAY, *more) == 0
    return capsys.readouterr().out


def test_the_list_is_grouped_by_who_answers_and_says_why(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = due(site, capsys)

    assert text.startswith(
        "5 to look at, 3 to ask.\n"
        "\n"
        "=Quiet (no telephone number or email known)\n"
        "  =Quiet (quiet): full since 1 October 2026\n"
        "  =Quiet (quiet): nobody can be asked\n"
        "\n"
        "The Group (01632 960009, g@example.org)\n"
        "  The Meeting (ending): the last date is 14 December 2026\n"
        "  The Group (group): checked 9 months ago\n"
        "\n"
        "The Hall (no telephone number or email known)\n"
        "  The Hall (hall): nobody has checked it\n"
    )
    assert "Toilet for wheelchair users: in 2 records; most by asking The Hall (2)\n" in text
    assert "Step-free way in" not in text


def test_only_some_may_be_asked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert due(site, capsys, "--who", "the group").startswith("2 to look at, 1 to ask.\n")


def test_the_table_holds_no_formula(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(due(site, capsys, "--format", "csv"))))

    assert len(rows) == 5
    assert rows[0]["who"] == "'=Quiet"
    assert [row["record"] for row in rows if row["who"] == "The Group"] == ["ending", "group"]


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_sign_begins_a_formula(sign: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = site / "data/resources/quiet.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("=Quiet", f'"{sign}Quiet"'), encoding="utf-8")

    rows = list(csv.DictReader(io.StringIO(due(site, capsys, "--format", "csv"))))

    assert f"'{sign}Quiet" in {row["who"] for row in rows}


def test_a_mail_asks_in_the_form_that_apply_reads(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mail = due(site, capsys, "--format", "mail")

    assert mail.count("To: ") == 1
    assert mail.startswith("To: g@example.org\nSubject: Is this still right? Small\n\nDear The Group,\n")
    answer = mail.replace("Telephone: 01632 960009\nThe right one is: ", "\nThe right one is: 01632 960010")
    (slip,) = read_slips(answer, words_for("en_GB", "GBP"))
    assert [(one.record, one.about, one.text) for one in slip.answers] == [("group", "phone", "01632 960010")]


def test_everybody_gets_a_letter_on_a_sheet_of_its_own(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letters = due(site, capsys, "--format", "letter").split("\f")

    assert [letter.partition("\n")[0] for letter in letters] == ["=Quiet", "The Group", "The Hall", ""]


def test_groups_that_let_nobody_new_in_are_a_list_of_their_own(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fixed = RESOURCE.replace("The Group", "Night Owls") + "contact: {phone: 01632 960008}\njoining: closed_group\n"
    until = "joining: {is: course, starts: 2026-11-06, join_until: 2026-11-13}\n"
    course = (
        f"{ACTIVITY.replace('The Meeting', 'Pottery')}organiser: group\nvenue: hall\nschedule: [{{every: Friday}}]\n"
    )
    written(
        site,
        {
            "data/resources/owls.yml": fixed,
            "data/activities/pottery.yml": course + until,
            "data/activities/later.yml": f"{course}joining: {{is: course, starts: 2026-12-04}}\n",
        },
    )

    text = due(site, capsys)

    assert text.startswith("5 to look at, 3 to ask.\n")
    assert (
        "\n\nClosed to new people, so send nobody there without asking:\n"
        "  Night Owls (owls): a fixed group: ask before you come\n"
        "  Pottery (pottery): one could join until 13 November 2026\n\n"
    ) in text
    assert "Closed to new people" not in due(site, capsys, "--who", "hall")
    rows = list(csv.DictReader(io.StringIO(due(site, capsys, "--format", "csv"))))
    assert [(row["who"], row["record"]) for row in rows if row["kind"] == "closed"] == [
        ("Night Owls", "owls"), ("The Group", "pottery"),
    ]  # fmt: skip
    assert "Pottery" not in due(site, capsys, "--format", "letter", "--who", "owls")
