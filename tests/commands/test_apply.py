"""`apply`: from the text of a mail to the bytes of records, and nothing that the text does not say."""

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sites import TODAY, run
from tests.small import ACTIVITY, RESOURCE, SETTINGS, VENUE, written

FILES: Mapping[str, str] = {
    "data/resources/group.yml": (
        f"{RESOURCE}# the group\ncontact: {{phone: 01632 960009, email: g@example.org}}  # rang\nplaces: full\n"
    ),
    "data/venues/hall.yml": (
        f"{VENUE}access:\n  step_free: {{is: yes, note: by the side door}}\n"
        "  accessible_toilet: no\n  checked: {on: 2026-01-10, by: activity coordinator, how: visited}\n"
    ),
    "data/venues/barn.yml": VENUE.replace("Hall", "Barn"),
    "data/activities/meeting.yml": (
        f"{ACTIVITY}organiser: group\nvenue: hall\n"
        "schedule:\n  - every: Monday\n    start: '10:00'\n    end: '11:00'\ncost: {amount: 2}\n"
    ),
    "data/activities/two.yml": (
        f"{ACTIVITY.replace('The Meeting', 'Two')}organiser: group\nvenue: barn\n"
        "schedule:\n  - {every: Monday, start: '9:00', key: a}\n  - {every: Friday, start: '9:00', key: b}\n"
    ),
}
NOTED = "{is: yes, note: by the side door}\n  accessible_toilet: no\n  checked: "
STEPS = "{is: no, note: there are three steps}\n  accessible_toilet: no\n  checked: "
STAMP = "{on: 2026-11-22, by: reader, how: wrote}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return written(tmp_path / "site", FILES)


def state(site: Path) -> dict[str, str]:
    return {name: (site / name).read_text(encoding="utf-8") for name in FILES}


def apply(site: Path, text: str, *more: str) -> int:
    mail = site.parent / "mail.txt"
    mail.write_text(text, encoding="utf-8")
    return run("apply", "--config-file", site / "mkdocs.yml", "--today", TODAY, mail, *more)


def answer(record: str, fact: str, said: str, *more: str) -> str:
    return "\n".join(
        (f"[record {record}] X", "", f"[{fact}] Y: now", f"The right one is: {said}", "", *more, "[end]", "")
    )


CASES: list[tuple[str, dict[str, tuple[str, str]]]] = [
    (
        answer("group", "phone", "01632 960077"),
        {
            "data/resources/group.yml": (
                "{phone: 01632 960009, email: g@example.org}",
                f"{{phone: 01632 960077, email: g@example.org, checked: {STAMP}}}",
            )
        },
    ),
    (
        answer(
            "hall",
            "step_free",
            "No, there are three steps",
            "[role]\nAnswer: the link worker",
            "[how]\nAnswer: Visited",
        ),
        {
            "data/venues/hall.yml": (
                NOTED + "{on: 2026-01-10, by: activity coordinator, how: visited}",
                STEPS + "{on: 2026-11-22, by: link worker, how: visited}",
            )
        },
    ),
    (
        answer("hall", "step_free", "yes", "[date]\nAnswer: 2026-11-20"),
        {
            "data/venues/hall.yml": (
                "{on: 2026-01-10, by: activity coordinator, how: visited}",
                "{on: 2026-11-20, by: reader, how: wrote}",
            )
        },
    ),
    (
        answer("group", "places", "Places free"),
        {"data/resources/group.yml": ("places: full", "places: {is: open, on: 2026-11-22}")},
    ),
    (
        answer("group", "helper_checks", "A criminal record check, references, over_18"),
        {
            "data/resources/group.yml": (
                "\nplaces: full",
                "\nplaces: full\nhelper_checks: [criminal_record, references, over_18]",
            )
        },
    ),
    (
        answer("meeting", "cost", "£2.50"),
        {"data/activities/meeting.yml": ("{amount: 2}", f"{{amount: 2.50, checked: {STAMP}}}")},
    ),
    (answer("meeting", "days", "Tuesday"), {"data/activities/meeting.yml": ("every: Monday", "every: Tuesday")}),
    (answer("meeting", "starts", "9:30"), {"data/activities/meeting.yml": ("start: '10:00'", "start: '9:30'")}),
    (answer("meeting", "venue", "The barn"), {"data/activities/meeting.yml": ("venue: hall", "venue: barn")}),
    (
        answer("hall", "postcode", "ZZ1 1AA"),
        {"data/venues/hall.yml": ("name: The Hall\n", "name: The Hall\naddress: {postcode: ZZ1 1AA}\n")},
    ),
    (
        "[record meeting]\n[cancel 2026-11-30]\nThe reason is: snow\n",
        {
            "data/activities/meeting.yml": (
                "end: '11:00'\n",
                "end: '11:00'\nchanges:\n  - on: 2026-11-30\n    cancelled: snow\n",
            )
        },
    ),
    (
        "[record barn]\n[closed 2026-11-23..2026-11-30]\nThe reason is: a burst pipe\n",
        {
            "data/venues/barn.yml": (
                "name: The Barn\n",
                "name: The Barn\nclosed:\n  - {from: 2026-11-23, until: 2026-11-30, why: a burst pipe}\n",
            )
        },
    ),
]


@pytest.mark.parametrize(("text", "changed"), CASES, ids=lambda one: str(one)[:60])
def test_an_answer_changes_its_fact_and_stamps_only_that_part(
    text: str, changed: dict[str, tuple[str, str]], site: Path
) -> None:
    before = state(site)
    for file, (old, _) in changed.items():
        assert before[file].count(old) == 1

    assert apply(site, text, "--yes") == 0

    assert state(site) == before | {file: before[file].replace(old, new) for file, (old, new) in changed.items()}


UNPLACED: list[tuple[str, str]] = [
    (answer("grup", "phone", "01632 960077"), "There is no record “grup”. Did you mean “group”?"),
    (answer("group", "phone", "ring Ann"), "“ring Ann” is not a telephone number."),
    (answer("group", "step_free", "perhaps"), "does not begin with yes, no or ask"),
    (answer("group", "places", "there are some"), "is not one of: places free, waiting list, full"),
    (answer("group", "helper_checks", "references, a hat"), "“a hat” is not one of: nothing, a criminal record check"),
    (answer("group", "website", "javascript:alert(1)"), "is not a web address"),
    (answer("group", "days", "Tuesday"), "This record cannot say that."),
    (answer("two", "days", "Tuesday"), "This record cannot say that."),
    (answer("meeting", "venue", "my house"), "There is no venue “my house”."),
    (answer("group", "phone", "01632 960077", "[date]\nAnswer: 2027-01-01"), "2027-01-01 has not come yet"),
    (answer("group", "phone", "01632 960077", "[date]\nAnswer: last week"), "“last week” is not a day."),
    (answer("group", "phone", "01632 960077", "[how]\nAnswer: dreamt it"), "“dreamt it” is no way of checking."),
    ("[record hall]\n[cancel 2026-11-30]\nThe reason is: snow\n", "A venue has no sessions of its own."),
    ("[record barn]\n[closed 2026-11-30..2026-11-23]\nThe reason is: snow\n", "2026-11-23 is before 2026-11-30."),
    ("[phone] Telephone\nThe right one is: 01632 960077\n", "[phone] 01632 960077"),
    ("The telephone of the group has changed.\n", "The telephone of the group has changed."),
]


@pytest.mark.parametrize(("text", "said"), UNPLACED, ids=lambda one: str(one)[:60])
def test_what_cannot_be_placed_is_listed_and_nothing_is_guessed(
    text: str, said: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(site)

    assert apply(site, text, "--yes") == 1

    printed = capsys.readouterr()
    assert printed.out.startswith("Not placed, so nothing is done about it:\n")
    assert said in printed.out
    assert printed.err == "There is nothing to write.\n"
    assert state(site) == before


def test_several_sessions_that_are_cancelled_stand_in_the_order_of_their_days(site: Path) -> None:
    days = ("2026-12-14", "2026-11-30", "2026-12-28", "2026-12-07", "2026-11-30")
    cancelled = "\n".join(f"[cancel {day}]\nThe reason is: away on {day}\n" for day in days)
    closed = "[closed 2027-02-01..2027-02-07]\nThe reason is: paint\n\n[closed 2027-01-04]\nThe reason is: frost\n"
    assert apply(site, f"[record meeting]\n{cancelled}\n{closed}", "--yes") == 0
    text = state(site)["data/activities/meeting.yml"]
    assert re.findall(r"- on: (\S+)", text) == ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-28"]
    assert re.findall(r"from: ([^\s,]+)", text) == ["2027-01-04", "2027-02-01"]

    more = "".join(f"[cancel {day}]\nThe reason is: snow\n\n" for day in ("2027-01-18", "2026-12-21", "2026-12-14"))
    assert apply(site, f"[record meeting]\n{more}", "--yes") == 0  # one of them is cancelled already
    text = state(site)["data/activities/meeting.yml"]
    assert re.findall(r"- on: (\S+)", text) == [
        "2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28", "2027-01-18",
    ]  # fmt: skip
    assert text.count("snow") == 2


def test_a_session_that_was_moved_is_cancelled_beside_a_new_one(site: Path) -> None:
    moved = "changes:\n  - on: 2026-12-14\n    moved: {to: 2026-12-15}\n"
    file = site / "data/activities/meeting.yml"
    file.write_text(file.read_text(encoding="utf-8") + moved, encoding="utf-8")
    both = "".join(f"[cancel {day}]\nThe reason is: {day}\n\n" for day in ("2026-11-30", "2026-12-14"))
    assert apply(site, f"[record meeting]\n{both}", "--yes") == 0
    assert state(site)["data/activities/meeting.yml"].partition("changes:\n")[2] == (
        "  - on: 2026-11-30\n    cancelled: 2026-11-30\n  - on: 2026-12-14\n    cancelled: 2026-12-14\n"
    )


def test_what_is_answered_in_two_ways_is_not_guessed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(site)
    first, second = answer("group", "phone", "01632 960077"), answer("group", "phone", "01632 960078")
    assert apply(site, first + second, "--yes") == 1
    assert capsys.readouterr().out.count("This is answered in two ways in one text. Leave one of them.") == 2
    assert state(site) == before
    assert apply(site, first + first, "--yes") == 0
    assert "phone: 01632 960077" in state(site)["data/resources/group.yml"]


def test_words_of_a_mail_neither_colour_a_terminal_nor_turn_it_round(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apply(site, "\x1b]0;mine\x07 a\rb \x9b31m\n\n" + answer("group", "ask_for", "\x1b[31mred"), "--yes")

    printed = capsys.readouterr()
    assert all(sign == "\n" or sign.isprintable() for sign in printed.out + printed.err)


def test_what_the_check_refuses_is_refused_as_a_whole(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(site)

    assert apply(site, answer("meeting", "ends", "9:00"), "--yes") == 1
    assert apply(site, "[record meeting]\n[cancel 2026-12-01]\nThe reason is: snow\n", "--yes") == 1

    said = capsys.readouterr().err
    assert "The end, 09:00, is not after the start, 10:00." in said
    assert "The nearest one is on Monday, 2026-11-30." in said
    assert state(site) == before


def test_the_change_is_shown_in_words_and_somebody_has_to_agree(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = state(site)

    assert apply(site, answer("group", "phone", "01632 960077")) == 1

    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "The Group: Telephone: 01632 960009 → 01632 960077",
        "The Group: how to reach them counts as checked on 22 November 2026 by the reader.",
    ]
    assert printed.err == "Nobody is here to ask: write it with --yes.\nNothing was written.\n"
    assert state(site) == before


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        (answer("group", "phone", "01632 960077"), True),
        (answer("group", "places", "open"), True),
        ("[record meeting]\n[cancel 2026-11-30]\nThe reason is: snow\n", True),
        (answer("group", "name", "Another"), False),
        (answer("hall", "step_free", "no"), False),
        (answer("meeting", "cost", "3"), False),
    ],
)
def test_a_way_that_nobody_reviews_may_touch_few_things(text: str, allowed: bool, site: Path) -> None:
    before = state(site)

    assert apply(site, text, "--yes", "--only", "changes,closed,places,contact") == (0 if allowed else 1)
    assert (state(site) == before) is not allowed


@pytest.mark.parametrize(
    "said",
    [
        "x\ny: z",
        "a # b",
        "}, evil: {x: y",
        "&a *b",
        "'\"`$(rm -rf .)`",
        "../../etc/passwd",
        "${{ github.token }}",
        "name: Evil\nkind: crisis",
        "!!python/object:os.system",
        "\u202eevil",
        "[record group]",
    ],
)
def test_hostile_words_become_the_value_of_the_field_and_nothing_else(said: str, site: Path) -> None:
    before = state(site)

    apply(site, answer("group", "ask_for", said), "--yes")

    after = state(site)
    file = "data/resources/group.yml"
    assert {name: text for name, text in after.items() if name != file} == {
        name: text for name, text in before.items() if name != file
    }
    line = next(line for line in before[file].splitlines() if line.startswith("contact"))
    assert [one for one in after[file].splitlines() if not one.startswith("contact")] == [
        one for one in before[file].splitlines() if one != line
    ]
    assert run("check", "--config-file", site / "mkdocs.yml", "--today", TODAY) == 0


def test_the_text_may_come_by_the_standard_input(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(answer("group", "phone", "01632 960077").encode())))

    assert run("apply", "--config-file", site / "mkdocs.yml", "--today", TODAY, "-", "--yes") == 0
    assert "01632 960077" in state(site)["data/resources/group.yml"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"PK\x03\x04\0\0[record group]",
            "mail.txt is no text: there are signs in it that no text has. Copy what people",
        ),
        (b"x" * 200_001, "mail.txt has 200,001 characters, too many for a mail. Copy what people wrote"),
    ],
)
def test_a_file_that_is_no_mail_is_named(
    content: bytes, said: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(site)
    mail = site.parent / "mail.txt"
    mail.write_bytes(content)
    assert run("apply", "--config-file", site / "mkdocs.yml", "--today", TODAY, mail, "--yes") == 1
    assert said in capsys.readouterr().err
    assert state(site) == before


def test_a_text_that_windows_wrote_is_read(site: Path) -> None:
    mail = site.parent / "mail.txt"
    mail.write_bytes(answer("group", "phone", "01632 960077").encode("utf-16"))
    assert run("apply", "--config-file", site / "mkdocs.yml", "--today", TODAY, mail, "--yes") == 0
    assert "01632 960077" in state(site)["data/resources/group.yml"]


def test_a_file_that_is_not_there_is_named(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("apply", "--config-file", site / "mkdocs.yml", site / "nowhere.txt") == 1
    assert "nowhere.txt cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (answer("meeting", "next_step", "Call first"), "\nnext_step: ring_first\n"),
        (answer("meeting", "next_step", "Ring first."), "\nnext_step: ring_first\n"),
        (answer("meeting", "next_step", "ring_first"), "\nnext_step: ring_first\n"),
        (answer("meeting", "places", "Come along"), "is: open"),
        (answer("meeting", "phone", "01632 960077", "[how]", "Answer: called"), "how: rang"),
        (answer("meeting", "phone", "01632 960077", "[how]", "Answer: rang"), "how: rang"),
    ],
)
def test_words_that_the_site_shows_are_understood(text: str, changed: str, tmp_path: Path) -> None:
    american = SETTINGS.replace("      place:", "      locale: en_US\n      place:")
    labels = "labels: {places.open: Come along}\n"
    site = written(tmp_path / "site", {**FILES, "mkdocs.yml": american, "data/vocabulary.yml": labels})

    assert apply(site, text, "--yes") == 0

    assert changed in state(site)["data/activities/meeting.yml"]


def test_what_is_not_among_the_words_is_answered_with_those_that_the_site_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    american = SETTINGS.replace("      place:", "      locale: en_US\n      place:")
    site = written(tmp_path / "site", {**FILES, "mkdocs.yml": american})

    assert apply(site, answer("meeting", "next_step", "knock"), "--yes") == 1
    assert "“knock” is not one of: just turn up, call first, book a place" in capsys.readouterr().out
