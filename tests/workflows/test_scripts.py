"""The scripts that say what a pull request changes, post it, and list what is due."""

import os
from pathlib import Path

import pytest

from tests.workflows.forge import Forge

MARK = "<!-- fingerpost changes -->"
MEETING = "data/activities/meeting.yml"


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    made = Forge(tmp_path)
    made.begin()
    return made


def left(forge: Forge, words: str, number: str = "7\n") -> Path:
    """A run that left words; `gh` will give them."""
    folder = forge.folder / "left"
    folder.mkdir()
    (folder / "words.md").write_text(words, encoding="utf-8")
    (folder / "number.txt").write_text(number, encoding="utf-8")
    forge.answers |= {"run download": str(folder), "pulls/7": "abc", "issues/7/comments --jq": ""}
    return folder


def posted(forge: Forge) -> list[str]:
    """The calls that write."""
    return [str(call) for call in forge.calls() if "--method" in call.words]


def comment(forge: Forge) -> int:
    return forge.run("comment.sh", RUN="99", COMMIT="abc").returncode


def test_words_and_number_of_a_pull_request_are_left_for_the_run_that_posts_them(forge: Forge) -> None:
    file = forge.clone / MEETING
    file.write_text(file.read_text(encoding="utf-8").replace("Monday", "Tuesday"), encoding="utf-8")
    folder, summary = forge.folder / "words", forge.folder / "summary"

    ended = forge.run("words.sh", BASE="main", NUMBER="7", FOLDER=str(folder), GITHUB_STEP_SUMMARY=str(summary))

    assert ended.returncode == 0, ended.stderr
    assert {path.name for path in folder.iterdir()} == {"words.md", "number.txt"}
    words = (folder / "words.md").read_text(encoding="utf-8")
    assert words.startswith(MARK)
    assert "Tuesday" in words
    assert summary.read_text(encoding="utf-8") == words
    assert (folder / "number.txt").read_text(encoding="utf-8") == "7\n"


def test_a_pull_request_with_errors_gets_words_too(forge: Forge) -> None:
    (forge.clone / "mkdocs.yml").write_text("plugins: [fingerpost]\n", encoding="utf-8")

    ended = forge.run("words.sh", BASE="main", NUMBER="7", FOLDER=str(forge.folder / "words"))

    assert ended.returncode == 0
    assert "The records have errors" in (forge.folder / "words/words.md").read_text(encoding="utf-8")


def test_words_are_posted_once_and_then_written_anew(forge: Forge) -> None:
    left(forge, f"{MARK}\nDifferent: 1 record.\n")
    assert comment(forge) == 0
    forge.answers["issues/7/comments --jq"] = "5\n6"
    assert comment(forge) == 0

    assert [words.rpartition(" --field")[0] for words in posted(forge)] == [
        "api --method POST repos/someone/fingerpost/issues/7/comments",
        "api --method PATCH repos/someone/fingerpost/issues/comments/5",
    ]
    assert {call.body for call in forge.calls() if call.body} == {f"{MARK}\nDifferent: 1 record.\n"}


def test_words_that_were_made_to_do_harm_are_shown_and_do_nothing(forge: Forge) -> None:
    left(forge, f"{MARK}\n@everyone <img src=x> ![x](https://example.org/x.png)\n{MARK}\n")

    assert comment(forge) == 0
    (body,) = [call.body for call in forge.calls() if call.body]
    shown = "&#64;everyone &lt;img src=x> \\!\\[x](https://example.org/x.png)"
    assert body == f"{MARK}\n{shown}\n&lt;!-- fingerpost changes -->\n"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (f"{MARK}\n" + "x" * 70_000, "7"),
        ("Buy this\n", "7"),
        (f"{MARK}\n", "7/../8"),
        (f"{MARK}\n", "7\n8"),
        (f"{MARK}\n", "$(id)"),
        (f"{MARK}\n", ""),
    ],
)
def test_words_that_are_not_ours_are_not_posted(forge: Forge, words: str, number: str) -> None:
    left(forge, words, number)

    assert comment(forge) == 1
    assert posted(forge) == []


@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "missing"])
def test_what_is_no_plain_file_is_not_posted(forge: Forge, kind: str) -> None:
    folder = left(forge, MARK)
    file = folder / "words.md"
    file.unlink()
    if kind == "link":
        file.symlink_to("/etc/hostname")
    elif kind == "folder":
        file.mkdir()
    elif kind == "pipe":
        os.mkfifo(file)

    if kind != "pipe":  # the stand-in cannot copy one; neither can an artefact hold one
        assert comment(forge) == 1
    assert posted(forge) == []


def test_words_about_an_older_commit_are_not_posted(forge: Forge) -> None:
    left(forge, f"{MARK}\nDifferent\n")
    forge.answers["pulls/7"] = "def"

    assert comment(forge) == 0
    assert posted(forge) == []


def test_what_is_due_becomes_one_issue_as_code(forge: Forge) -> None:
    file = forge.clone / MEETING
    file.write_text(file.read_text(encoding="utf-8").replace("on: 2026-10-01", "on: 2025-01-01"), encoding="utf-8")

    forge.answers["issue list"] = ""
    assert forge.run("due.sh").returncode == 0
    forge.answers["issue list"] = "31"
    assert forge.run("due.sh").returncode == 0

    assert [call.words[:2] for call in forge.calls()] == [
        *(("issue", "list"), ("label", "create"), ("issue", "create")),
        *(("issue", "list"), ("api", "--method")),
    ]
    bodies = [call.body for call in forge.calls() if call.body]
    assert len(set(bodies)) == 1
    assert "      The Meeting (meeting): checked 22 months ago" in bodies[0]


def test_where_nothing_is_due_no_issue_is_opened(forge: Forge) -> None:
    ended = forge.run("due.sh")

    assert ended.stdout == "Nothing is due.\n"
    assert [call.words[:2] for call in forge.calls()] == [("issue", "list")]
