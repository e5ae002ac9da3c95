"""Problems as text, annotations and JSON: in order, few enough, and harmless whatever a record says."""

import json

import pytest

from generator.problems import (
    Problem,
    Severity,
    as_github,
    as_json,
    as_text,
    counted,
    did_you_mean,
    near_miss,
    shorten,
)


def problem(
    line: int = 1,
    severity: Severity = Severity.ERROR,
    file: str = "a.yml",
    message: str = "Wrong.",
    hint: str | None = None,
) -> Problem:
    return Problem(file, line, 1, severity, "rule", message, hint)


def test_problems_are_sorted_by_place() -> None:
    said = as_text([problem(10), problem(9), problem(1, file="b.yml"), problem(2)])

    assert [line.partition(": ")[0] for line in said.splitlines()] == [
        "a.yml:2:1",
        "a.yml:9:1",
        "a.yml:10:1",
        "b.yml:1:1",
    ]


def test_errors_stand_last_in_text_where_they_are_seen() -> None:
    said = as_text([problem(1), problem(2, Severity.WARNING, hint="Look."), problem(3, Severity.WARNING), problem(4)])

    assert [line.rpartition(": W")[0] for line in said.splitlines()] == [
        "a.yml:2:1: warning",
        "",
        "a.yml:3:1: warning",
        "",
        "a.yml:1:1: error",
        "a.yml:4:1: error",
    ]


def test_problems_with_and_without_a_hint_can_be_sorted() -> None:
    assert as_text([problem(hint="Do it."), problem()]).count("Wrong.") == 2


def test_no_text_of_a_record_begins_a_line_or_colours_a_terminal() -> None:
    said = as_text([problem(message="“a\n::error::b\x1b[31m\u202e”", hint="c\r\nd", file="e\nf.yml")])

    assert len(said.splitlines()) == 2
    assert said.replace("\n", "").isprintable()


def test_github_gets_ten_annotations_errors_first_and_a_count() -> None:
    lines = as_github([problem(line, Severity.WARNING) for line in range(1, 12)] + [problem(99)]).splitlines()

    assert lines[0].startswith("::error file=a.yml,line=99,")
    assert len(lines) == 11
    assert lines[-1] == "::notice::2 more. `fingerpost check` shows all of them."


def test_ten_annotations_need_no_count() -> None:
    assert len(as_github([problem(line) for line in range(1, 11)]).splitlines()) == 10


def test_properties_and_messages_of_annotations_are_escaped() -> None:
    said = as_github([problem(file="a,b:c%.yml", message="100 %\n::error::x")])

    assert said == "::error file=a%2Cb%3Ac%25.yml,line=1,col=1,title=rule::100 %25�::error::x\n"


def test_json_has_every_problem_and_can_be_written_anywhere() -> None:
    made = as_json([problem(2), problem(1, file="\udc80.yml")])

    assert [one["line"] for one in json.loads(made)] == [2, 1]
    assert made.encode()


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "0 errors, 0 warnings"),
        ([Severity.ERROR], "1 error, 0 warnings"),
        ([Severity.ERROR, Severity.ERROR, Severity.WARNING], "2 errors, 1 warning"),
    ],
)
def test_problems_are_counted_in_words(severities: list[Severity], words: str) -> None:
    assert counted(problem(severity=severity) for severity in severities) == words


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("grop", ["group", "class"], "group"),
        ("Drop In", ["drop_in", "class"], "drop_in"),
        ("old-mil", ["old-mill", "new-mill"], "old-mill"),
        ("xylophone", ["group", "class"], None),
        ("x" * 5000, ["group"], None),
        ("", ["group"], None),
    ],
)
def test_the_word_that_was_meant_is_found(word: str, known: list[str], meant: str | None) -> None:
    assert near_miss(word, known) == meant


def test_a_hint_lists_what_is_known_only_where_that_is_little() -> None:
    assert did_you_mean("x", ["b", "a"]) == "Known are: a, b."
    assert did_you_mean("x", []) == "There are none yet."
    assert did_you_mean("x", [str(number) for number in range(100)]) == ""


def test_long_texts_are_shown_short_and_on_one_line() -> None:
    assert shorten("a\n b") == "a b"
    assert shorten("word " * 30) == "word word word word word word word word word word word word…"
