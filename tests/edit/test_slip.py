"""The text of a correction: what it asks, and what is read back from it after what mail programs do to it."""

import textwrap
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit.facts import FACTS
from generator.edit.slip import Answer, Question, Section, letters, read_slips, written
from generator.words import words_for

WORDS = words_for("en_GB", "GBP")
SHED = Section(
    id="mens-shed",
    name="Men's Shed [north]",
    questions=(
        Question(code="phone", label="Telephone", now="01632 960101"),
        Question(code="step_free", label="Step-free way in", now=None),
        Question(code="cost", label="What it costs", now="£2"),
    ),
)
MILL = Section(id="old-mill", name="Old Mill", questions=(Question(code="door", label="How to get in", now="ring"),))
TEXT = written(WORDS, (SHED, MILL))


def filled(answers: dict[str, str], text: str = TEXT) -> str:
    """The text with answers behind the questions of these codes."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        code = line[1:].partition("]")[0] if line.startswith("[") else ""
        if code in answers:
            lines[at + 1] = lines[at + 1].rstrip() + " " + answers[code]
    return "\n".join(lines)


ANSWERS = {
    "phone": "01632 960199",
    "step_free": "yes, but only by the side door in Mill Lane, which is locked after six, so that you have to ring",
    "door": "round the back",
    "role": "a neighbour",
    "how": "visited",
}
SAID = (
    Answer(record="mens-shed", about="phone", text=ANSWERS["phone"]),
    Answer(record="mens-shed", about="step_free", text=ANSWERS["step_free"]),
    Answer(record="old-mill", about="door", text=ANSWERS["door"]),
)


def test_the_text_says_what_we_have_a_line_for_each_fact() -> None:
    assert TEXT.startswith(
        "[record mens-shed] Men's Shed (north)\n\n"
        "[phone] Telephone: 01632 960101\nThe right one is: \n\n"
        "[step_free] Step-free way in: not known\nThe right one is: \n"
    )
    assert TEXT.endswith("\n[end]\n")


def test_a_text_that_nobody_filled_in_says_nothing() -> None:
    assert read_slips(TEXT, WORDS) == ()


MANGLED: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "quoted": lambda text: "".join(f"> {line}\n" for line in text.split("\n")),
    "quoted twice": lambda text: "".join(f">> > {line}\n" for line in text.split("\n")),
    "line endings of Windows": lambda text: text.replace("\n", "\r\n"),
    "line endings of old Macs": lambda text: text.replace("\n", "\r"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "wrapped at 40": lambda text: "\n".join(
        "\n".join(textwrap.wrap(line, 40, break_on_hyphens=False)) if line else "" for line in text.split("\n")
    ),
    "wrapped and quoted": lambda text: "\n".join(
        f"> {one}" for line in text.split("\n") for one in (textwrap.wrap(line, 60, break_on_hyphens=False) or [""])
    ),
    "no empty lines": lambda text: "\n".join(line for line in text.split("\n") if line.strip()),
    "two empty lines each": lambda text: text.replace("\n\n", "\n\n\n"),
    "blanks at the ends of lines lost": lambda text: "\n".join(line.rstrip() for line in text.split("\n")),
    "hidden signs": lambda text: "\ufeff" + text.replace("[", "\u200b["),
    "answers on the line below": lambda text: text.replace("is: ", "is:\n"),
    "gaps to write on": lambda text: text.replace("is: ", "is: ____ "),
    "small letters": lambda text: text.replace("The right one", "the right one"),
}


@pytest.mark.parametrize("mangle", MANGLED.values(), ids=MANGLED)
def test_answers_survive_what_mail_programs_do(mangle: Callable[[str], str]) -> None:
    (slip,) = read_slips(mangle(filled(ANSWERS)), WORDS)

    assert slip.answers == SAID
    assert (slip.role, slip.how) == ("a neighbour", "visited")


def test_a_whole_mail_is_read_by_its_plain_part() -> None:
    mail = (
        "From: ann@example.org\nTo: hello@example.org\nSubject: Wrong\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        + filled({"phone": "01632 960199"}).replace("=", "=3D").replace("one is: 01632", "one is: 016=\n32")
    )
    (slip,) = read_slips(mail, WORDS)

    assert slip.answers == SAID[:1]


@pytest.mark.parametrize("charset", ["rot13", "idna", "undefined", "no such"])
def test_a_mail_in_letters_that_nobody_knows_is_read_as_far_as_it_can_be(charset: str) -> None:
    text = filled({"phone": "01632 960199"}).replace("[role]", "Café\n\n[role]")
    mail = f"From: ann@example.org\nTo: hello@example.org\nContent-Type: text/plain; charset={charset}\n\n{text}"
    (slip,) = read_slips(letters(mail.encode("latin-1")), WORDS)

    assert slip.answers == SAID[:1]


LATIN = "From: ann@example.org\nTo: hello@example.org\nContent-Transfer-Encoding: 8bit\nContent-Type: "
PARTS = "multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=iso-8859-15\n\n"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (f"{LATIN}text/plain; charset=iso-8859-1\n\n", "iso-8859-1"),
        (f"{LATIN}text/plain; charset=windows-1252\n\n", "cp1252"),
        (f"{LATIN}{PARTS}", "iso-8859-15"),
        (f"{LATIN}text/plain; charset=koi8-r\n\n", "koi8-r"),
        (f"{LATIN}text/plain; charset=utf-8\n\n", "utf-8"),
        (f"{LATIN}text/plain; charset=iso-8859-1\n\n", "utf-8"),  # kept anew by an editor, whatever the head says
        ("", "cp1252"),
    ],
)
def test_letters_of_a_mail_are_those_that_its_head_names(head: str, charset: str) -> None:
    role = "сосед" if charset == "koi8-r" else "café host"
    content = (head + filled({"phone": "01632 960199", "role": role})).encode(charset, "replace")

    (slip,) = read_slips(letters(content), WORDS)

    assert slip.role == role


@pytest.mark.parametrize("kind", ["text/html", "message/rfc822\n\nFrom: ann@example.org"])
def test_a_mail_without_plain_text_is_not_taken_for_an_empty_one(kind: str) -> None:
    text = filled({"phone": "01632 960199"})
    (slip,) = read_slips(f"From: ann@example.org\nTo: hello@example.org\nContent-Type: {kind}\n\n{text}", WORDS)

    assert slip.answers == ()
    assert slip.unplaced == ("This mail has no plain text. Copy what it shows into a file, and give that one.",)


def test_a_bracket_that_nobody_closes_is_read_past_in_one_go() -> None:
    began = time.process_time()

    assert read_slips("[phone 2" + " " * 199_000, WORDS)
    assert time.process_time() - began < 20  # where each space is looked at once more for each one, some minutes


def test_what_stands_around_the_answers_is_kept_and_not_taken_for_one() -> None:
    text = "Dear all,\n\nplease see below.\n\n" + filled({"phone": "01632 960199", "other": "the sign is gone"})
    text += "\nBest wishes\nAnn\n"
    (slip,) = read_slips(text.replace("[cost]", "My own remark.\n\n[cost]"), WORDS)

    assert slip.answers == SAID[:1]
    assert slip.unplaced == ("Dear all,", "please see below.", "My own remark.", "the sign is gone", "Best wishes Ann")


@pytest.mark.parametrize(
    "answer",
    ["", "   ", "____", "…", "\n\n01632 960199 stands below an empty line"],
)
def test_an_answer_left_empty_is_none(answer: str) -> None:
    assert all(not slip.answers for slip in read_slips(filled({"phone": answer}), WORDS))


def test_several_texts_keep_their_own_roles_and_days() -> None:
    one = "[record a]\n[phone] Telephone\nThe right one is: 1\n[date]\nAnswer: 2026-11-01\n[role]\nAnswer: x\n[end]\n"
    two = one.replace("record a", "record b").replace("x", "y").replace("11-01", "11-02")
    slips = read_slips(one + "\n" + two, WORDS)

    assert [(slip.answers[0].record, slip.role, slip.date) for slip in slips] == [
        ("a", "x", "2026-11-01"),
        ("b", "y", "2026-11-02"),
    ]


def test_a_session_is_cancelled_and_a_place_closed_by_day() -> None:
    text = (
        "[record a] A\n[cancel 2026-12-01 late] Tuesday\nThe reason is: snow\n\n"
        "[closed 2026-12-01..2026-12-04]\nThe reason is: a burst pipe\n"
    )
    (slip,) = read_slips(text, WORDS)

    assert slip.answers == (
        Answer(record="a", about="cancel", text="snow", days="2026-12-01 late"),
        Answer(record="a", about="closed", text="a burst pipe", days="2026-12-01..2026-12-04"),
    )


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    for slip in read_slips(text, WORDS):
        assert slip.answers == ()


@given(
    st.lists(st.sampled_from([*FACTS, "record a", "end", "role", "The right one is: x", "\n", "\n\n", "[", "]", ">"]))
)
def test_any_order_of_our_own_marks_can_be_read(parts: list[str]) -> None:
    text = " ".join(f"[{part}]" if part in FACTS or part in {"record a", "end", "role"} else part for part in parts)

    for slip in read_slips(text, WORDS):
        assert all(answer.record == "a" and answer.text for answer in slip.answers)
