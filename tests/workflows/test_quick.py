"""The issue of a cancel form: what it may change, who may change it without a review, what it can do no harm with."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from tests.capabilities import ROOT
from tests.workflows.forge import FILES, Forge

MEETING, GROUP = "data/activities/meeting.yml", "data/resources/group.yml"
CANCEL = "### What is cancelled\n\n[record meeting] The Meeting\n[cancel 2026-11-30]\nThe reason is: {why}\n[end]\n"
ON = True  # what “on” is to a reader of YAML that knows no schema
CANCELLED = "changes:\n  - on: 2026-11-30\n    cancelled: "


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    made = Forge(tmp_path, {"pr list": "0"})
    made.begin()
    return made


def asked(forge: Forge) -> list[tuple[str, ...]]:
    return [call.words[:2] for call in forge.calls()]


def test_whoever_is_on_duty_cancels_without_a_review(forge: Forge) -> None:
    ended = forge.issue(CANCEL.format(why="snow"))

    assert ended.returncode == 0, ended.stderr
    assert forge.published(MEETING) == FILES[MEETING] + CANCELLED + "snow\n"
    assert asked(forge) == [("workflow", "run"), ("issue", "comment"), ("issue", "close")]
    assert str(forge.calls()[0]) == "workflow run publish.yml --repo someone/fingerpost --ref main"
    assert "Done, without a review" in forge.replies()[0]
    assert "    The Meeting: cancelled on Monday 30 November 2026, because: snow\n" in forge.replies()[0]
    assert "Not placed" not in forge.replies()[0]


def test_what_anybody_else_cancels_is_proposed_with_its_words(forge: Forge) -> None:
    ended = forge.issue(CANCEL.format(why="snow"), login="a-stranger")

    assert ended.returncode == 0, ended.stderr
    assert forge.published(MEETING) == FILES[MEETING]
    assert forge.published(MEETING, "issue-12") == FILES[MEETING] + CANCELLED + "snow\n"
    assert asked(forge) == [("pr", "list"), ("pr", "create"), ("issue", "comment")]
    pull = forge.calls()[1]
    assert "--base main --head issue-12" in str(pull)
    assert "30 November 2026 cancelled: snow" in pull.body
    assert pull.body.endswith("Closes #12\n")
    assert "Until then nothing changes on the site" in forge.replies()[0]


@pytest.mark.parametrize("login", ["jo-on", "Jo.On.Duty"])
def test_only_a_whole_login_of_the_list_is_on_duty(forge: Forge, login: str) -> None:
    forge.issue(CANCEL.format(why="snow"), login=login)

    assert forge.published(MEETING) == FILES[MEETING]


def test_a_list_that_the_issue_brings_counts_for_nothing(forge: Forge) -> None:
    (forge.clone / ".github/duty.txt").write_text("a-stranger\n", encoding="utf-8")

    ended = forge.issue(CANCEL.format(why="snow"), login="a-stranger")

    assert ended.returncode == 1
    assert forge.branches() == {"main"}
    assert forge.published(MEETING) == FILES[MEETING]


WORDS = (
    "`touch owned`",
    "$(touch owned)",
    "'; touch owned; '",
    '" && touch owned && "',
    "${{ github.token }}",
    "snow\n::set-output name=x::y",
    "x: {y: [1, 2]} # z",
    "!!python/object/apply:os.system [touch owned]",
    "&a *a <<: *b",
    "| >\n- changes",
    "%TAG ! x",
    "--- ...",
    "-rf --yes",
    "\\n\\u0000",
)


def test_whatever_stands_as_a_reason_becomes_a_reason_and_nothing_else(forge: Forge) -> None:
    mondays = [date(2026, 11, 30) + timedelta(weeks=week) for week in range(len(WORDS))]
    answers = (f"[cancel {day}]\nThe reason is: {why}\n" for day, why in zip(mondays, WORDS, strict=True))

    forge.issue("[record meeting]\n" + "\n".join(answers))

    after = yaml.safe_load(forge.published(MEETING))
    changes = after.pop("changes")
    assert after == yaml.safe_load(FILES[MEETING])
    assert [change.keys() for change in changes] == [{ON, "cancelled"}] * len(WORDS)
    said = {change[ON]: change["cancelled"] for change in changes}
    assert said == {day: " ".join(why.split()) for day, why in zip(mondays, WORDS, strict=True)}
    assert forge.git("diff", "--name-only", "HEAD~1").split() == [MEETING]
    assert not list(forge.folder.rglob("owned"))
    assert forge.branches() == {"main"}


UNPLACED = """\
Hello @everyone ![x](https://example.org/x.png)

[record meeting]
[cost] what it costs
The right one is: 5

[cancel 2026-11-29]
The reason is: nothing is on that day

[cancel 2026-12-07]
The reason is:

[cancel $(id)]
The reason is: x

[record ../../../etc/passwd]
[cancel 2026-11-30]
The reason is: x

[record .github/duty.txt]
[phone] x
The right one is: 01632 960010

[end]

name: Mine
schedule: []
"""
REFUSED = {
    "nothing at all": "",
    "nothing that this way may touch": UNPLACED,
    "far too much": CANCEL.format(why="x") + "y " * 120_000,
    "thousands of answers": "[record nobody]\n[cancel 2026-11-30]\nThe reason is: x\n\n" * 3500,
}


def test_what_the_check_warns_of_is_proposed_though_its_writer_is_on_duty(forge: Forge) -> None:
    ended = forge.issue("[record meeting]\n[closed 2026-12-01..2036-12-01]\nThe reason is: a hole in the roof\n")

    assert ended.returncode == 0, ended.stderr
    assert forge.published(MEETING) == FILES[MEETING]
    assert "until: 2036-12-01" in forge.published(MEETING, "issue-12")
    assert asked(forge) == [("pr", "list"), ("pr", "create"), ("issue", "comment")]
    assert "    The check warns of it, so nobody writes it without a look.\n" in forge.replies()[0]
    assert "These are 3654 closed days on end." in forge.replies()[0]


def test_what_cannot_be_placed_changes_nothing_and_is_answered_as_code(forge: Forge) -> None:
    for body in REFUSED.values():
        ended = forge.issue(body)
        assert ended.returncode == 0, ended.stderr

    assert forge.git("log", "--oneline", "main", where=forge.folder / "remote.git").count("\n") == 1
    assert asked(forge) == [("issue", "comment")] * len(REFUSED)
    for reply in forge.replies():
        assert "A person has to look at this" in reply
        assert len(reply) < 65_536
        assert [line for line in reply.splitlines()[1:] if line and not line.startswith("    ")] == []


def test_a_telephone_number_may_be_put_right_and_a_price_beside_it_is_left_alone(forge: Forge) -> None:
    forge.issue("[record group]\n[phone] x\nThe right one is: 01632 960077\n\n[record meeting]\n"
                "[cost] x\nThe right one is: 9\n")  # fmt: skip

    assert "phone: 01632 960077" in forge.published(GROUP)
    assert forge.published(MEETING) == FILES[MEETING]
    assert "This way may change" in forge.replies()[0]


def test_somebody_who_was_quicker_is_not_written_over(forge: Forge) -> None:
    other = forge.folder / "other"
    forge.git("clone", "--quiet", "remote.git", "other", where=forge.folder)
    (other / GROUP).write_text(FILES[GROUP] + "aliases: [old-group]\n", encoding="utf-8")
    forge.git("commit", "--quiet", "--all", "--message", "Be quicker", where=other)
    forge.git("push", "--quiet", where=other)

    ended = forge.issue(CANCEL.format(why="snow"))

    assert ended.returncode == 0, ended.stderr
    assert "aliases: [old-group]" in forge.published(GROUP)
    assert CANCELLED + "snow" in forge.published(MEETING)


def test_where_no_pull_request_may_be_opened_the_reply_names_the_branch(forge: Forge) -> None:
    forge.answers["pr create"] = "fail"

    ended = forge.issue(CANCEL.format(why="snow"), login="a-stranger")

    assert ended.returncode == 1
    assert "It stands on the branch issue-12" in forge.replies()[0]


def test_the_text_that_stands_in_the_form_changes_nothing_until_it_is_filled_in(forge: Forge) -> None:
    form = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/1-cancel.yml").read_text(encoding="utf-8"))
    (field,) = [part["attributes"] for part in form["body"] if part["type"] == "textarea"]
    head = f"### {field['label']}\n\n"

    forge.issue(head + field["value"])
    filled = field["value"].replace("chair-yoga", "meeting").replace("12-31", "11-30").replace("…", "a burst pipe")
    forge.issue(head + filled)

    assert form["labels"] == ["quick"]
    assert "A person has to look" in forge.replies()[0]
    assert forge.published(MEETING) == FILES[MEETING] + CANCELLED + "a burst pipe\n"
    assert "Not placed" not in forge.replies()[1]
