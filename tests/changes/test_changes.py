"""`fingerpost changes`: what a branch changes, said so that a coordinator can check it."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.changes.words import MARK, escaped
from tests.problems.running import SITE
from tests.sites import commit, run

ACTIVITY, VENUE, RESOURCE = (
    "data/activities/mending-morning.yml",
    "data/venues/old-mill.yml",
    "data/resources/riverbank-menders.yml",
)
TODAY = "2026-12-01"
Say = Callable[..., str]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with one commit."""
    folder = tmp_path / "site"
    for name, text in SITE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    commit(folder)
    subprocess.run(["git", "-C", str(folder), "branch", "--force", "main"], check=False, capture_output=True)
    return folder


@pytest.fixture
def said(site: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    """What the command says of the site as it is now, with ordinary spaces."""

    def say(*more: str) -> str:
        capsys.readouterr()
        assert run("changes", "HEAD", "--config-file", site / "mkdocs.yml", "--today", TODAY, *more) == 0
        return capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")

    return say


def edit(site: Path, file: str, old: str, new: str) -> None:
    path = site / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_is_said_so(said: Say) -> None:
    assert said().splitlines()[0] == "Nothing is different for readers: the same facts, the same sessions."


def test_a_rewrite_that_changes_no_fact_says_so(site: Path, said: Say) -> None:
    edit(site, ACTIVITY, "category: learning\n", "# a comment\ncategory:   learning\n")

    assert said().splitlines()[:3] == [
        "Nothing is different for readers: the same facts, the same sessions.",
        "Written anew; nothing is different for readers",
        f"  {ACTIVITY}",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (RESOURCE, "01632 960101", "01632 960109", "contact: phone: 01632 960109 (was 01632 960101)"),
        (RESOURCE, "  role: the shed leader\n", "", "contact: role: no longer said (was the shed leader)"),
        (RESOURCE, "min_age: 18", "min_age: 18, max_age: 70", "audience: max_age: 70 (was not said)"),
        (RESOURCE, "amount: 2", "amount: 2.50", "cost: amount: 2.5 (was 2)"),
        (RESOURCE, "languages: [en]", "languages: [en, pl]", "languages: en, pl (was en)"),
        (VENUE, "step_free: yes", "step_free: no", "access: step_free: no (was yes)"),
        (VENUE, "  step_free: yes\n", "", "access: step_free: no longer said (was yes)"),
        (
            ACTIVITY,
            "  - on: 2026-12-08\n",
            "  - {on: 2026-12-15, cancelled: the lamp is broken}\n  - on: 2026-12-08\n",
            "15 December 2026 cancelled: the lamp is broken",
        ),
        (
            ACTIVITY,
            "    cancelled: the mill is closed for repairs",
            '    moved: {to: 2026-12-09, start: "14:00", end: "15:00"}',
            "8 December 2026 moved to Wednesday 9 December 2026, 2 pm",
        ),
        (
            ACTIVITY,
            "    cancelled: the mill is closed for repairs",
            "    note: bring a lamp",
            "8 December 2026 takes place after all",
        ),
    ],
)
def test_one_edit_is_one_line_of_words(  # noqa: PLR0917 - a table of cases
    site: Path, said: Say, file: str, old: str, new: str, line: str
) -> None:
    edit(site, file, old, new)

    assert f"    {line}\n" in said()


def test_a_new_rule_is_one_sentence_with_the_old_one_and_a_count(site: Path, said: Say) -> None:
    edit(site, ACTIVITY, 'start: "10:30"\n    end: "12:00"', 'start: "14:00"\n    end: "15:30"')

    text = said()

    assert re.search(
        r"From 1 December 2026: Every Tuesday, 2 pm to 3\.30 pm\. .* Instead of: Every Tuesday, 10\.30 am to 12 noon\."
        r" .* \(\d+ sessions change\)\n",
        text,
    )
    assert text.count("sessions change") == 1


def test_a_day_that_is_left_out_is_named(site: Path, said: Say) -> None:
    edit(site, ACTIVITY, "christmas-closure]\n", "christmas-closure, 2026-12-15]\n")

    assert "15 December 2026" in said()


def test_a_venue_that_closes_is_told_at_each_activity_that_it_touches(site: Path, said: Say) -> None:
    with (site / VENUE).open("a", encoding="utf-8") as file:
        file.write("closed: [{from: 2026-12-14, until: 2026-12-18, why: a burst pipe}]\n")

    text = said()

    assert "Edited\n  Old Mill" in text
    assert "Changed by another record\n  Mending morning" in text
    assert "15 December 2026 cancelled: a burst pipe" in text


def test_a_new_record_comes_with_its_rule(site: Path, said: Say) -> None:
    own = (site / ACTIVITY).read_text(encoding="utf-8").replace("Mending morning", "Mending night")
    own = own.replace('"10:30"', '"19:00"').replace('"12:00"', '"21:00"')
    (site / "data/activities/mending-night.yml").write_text(own, encoding="utf-8")

    assert re.search(
        r"New\n  Mending night \(.*\)\n    Bring .*\n    Every Tuesday, 7 pm to 9 pm\..*sessions\)", said()
    )


def test_a_removed_record_is_told_with_what_it_breaks(site: Path, said: Say) -> None:
    (site / ACTIVITY).unlink()

    text = said()

    assert "Removed\n  Mending morning" in text
    assert "write “places: closed” instead" in text


def test_a_renamed_record_is_no_new_one(site: Path, said: Say) -> None:
    text = (site / ACTIVITY).read_text(encoding="utf-8")
    (site / ACTIVITY).unlink()
    (site / "data/activities/tuesday-mending.yml").write_text(f"{text}aliases: [mending-morning]\n", encoding="utf-8")

    found = said()

    assert "Renamed\n  Mending morning (data/activities/tuesday-mending.yml)" in found
    assert "New\n" not in found
    assert "Removed\n" not in found


def test_new_and_solved_problems_are_counted(site: Path, said: Say) -> None:
    edit(site, ACTIVITY, "venue: old-mill", "venue: old-mil")

    text = said()

    assert "New problems\n" in text
    assert "There is no venue “old-mil”" in text


def test_feeds_that_are_different_are_named_and_the_others_counted(site: Path, said: Say) -> None:
    edit(site, ACTIVITY, "cancelled: the mill is closed for repairs", "cancelled: the mill is on fire")

    assert re.search(r"\d+ of \d+ are different, \d+ stay as they are: Mending morning;", said())


def test_programs_get_the_same_as_values(site: Path, said: Say) -> None:
    edit(site, RESOURCE, "01632 960101", "01632 960109")

    found = json.loads(said("--format", "json"))

    (record,) = found["records"]
    assert record["file"] == RESOURCE
    assert record["facts"] == [{"field": "contact: phone", "before": "01632 960101", "after": "01632 960109"}]
    assert found["sessions_changed"] == 0


HOSTILE = "<img src=x onerror=alert(1)> @everybody [click](https://example.org) `x` **y**"


def test_in_a_comment_a_record_does_nothing(site: Path, said: Say) -> None:
    edit(site, RESOURCE, "role: the shed leader", f"role: '{HOSTILE}'")

    text = said("--format", "markdown")

    assert text.startswith(f"{MARK}\n")
    assert "<img" not in text.replace("\\<img", "")
    assert "@everybody" not in text
    assert "](https" not in text
    assert "https://" not in text


@pytest.mark.parametrize(
    "text", ["closes #5", "fixes org/site#5", "resolves GH-5", "resolves gh-5", "see www.example.org"]
)
def test_no_issue_is_closed_by_words_of_a_record_and_no_address_leads_away(text: str) -> None:
    assert not re.search(r"#\d|GH\\?-\d|www\.", escaped(text), re.IGNORECASE)


@pytest.mark.parametrize("sign", "\\`*_{}[]<>()#+!|~&-")
def test_a_sign_that_markdown_reads_is_escaped(sign: str) -> None:
    assert escaped(f"a{sign}b") == f"a\\{sign}b"


def test_an_unknown_base_is_refused_with_a_remedy(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("changes", "no-such-branch", "--config-file", site / "mkdocs.yml", "--today", TODAY) == 1
    assert "Git knows no commit “no-such-branch” here." in capsys.readouterr().err


def test_a_base_that_looks_like_an_option_is_only_a_name(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run("changes", "--config-file", site / "mkdocs.yml", "--today", TODAY, "--", "--output=x")

    assert code == 1
    assert "Git knows no commit" in capsys.readouterr().err
    assert not (site / "x").exists()


def test_without_a_base_it_compares_with_where_the_branch_left_the_main_one(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git = ("git", "-C", str(site), "-c", "user.name=T", "-c", "user.email=t@example.org")
    subprocess.run([*git, "switch", "--quiet", "--create", "edit"], check=True)
    edit(site, RESOURCE, "01632 960101", "01632 960109")
    subprocess.run([*git, "commit", "--quiet", "--all", "-m", "Edit"], check=True)

    assert run("changes", "--config-file", site / "mkdocs.yml", "--today", TODAY) == 0
    assert "01632 960109 (was 01632 960101)" in capsys.readouterr().out
