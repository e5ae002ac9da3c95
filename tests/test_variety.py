"""Whether a mix has something for everybody: who meets each question, that unknown is no yes, and how it is shown."""

import json
from collections.abc import Mapping
from datetime import date

import pytest

from generator.catalogue import Entry
from generator.cli import main
from generator.coverage.variety import ASKS, Answer, Variety, variety
from generator.coverage.variety_page import variety_pages
from generator.coverage.variety_text import as_text
from generator.edition import Edition
from tests.capabilities import ROOT
from tests.pages.record_editions import edition_of

DECEMBER = date(2026, 12, 1)
CHECKED = "summary: S.\nchecked: {on: 2026-10-01, by: editor}\n"
HOUSE = "name: The House\nsummary: S.\nhouse: yes\ntakes: [{organiser: house}, {venue: lounge}]\n"
MIX = HOUSE.replace("house: yes\n", "")
NOON = 'schedule: [{every: Wednesday, start: "12:00", end: "13:00"}]\n'


def activity(more: str = "", *, category: str = "games", schedule: str = NOON, organiser: str = "house") -> str:
    return f"name: A\ncategory: {category}\norganiser: {organiser}\nvenue: lounge\n{CHECKED}{schedule}{more}"


def site(mix: str = HOUSE, lounge: str = "", **activities: str) -> Edition:
    records = {
        "venues/lounge": f"name: Lounge\n{lounge}",
        "resources/house": f"name: House\nkind: organisation\n{CHECKED}",
        "resources/club": f"name: Club\nkind: group\n{CHECKED}",
        "feeds/house": mix,
    }
    return edition_of(records | {f"activities/{name}": text for name, text in activities.items()})


def found(made: Edition, month: date = DECEMBER) -> Variety:
    return variety(made, made.catalogue.sources.mixes["house"], month)


def answers(made: Edition) -> Mapping[str, Answer]:
    return {answer.id: answer for answer in found(made).answers}


def times(answer: Answer) -> dict[str, int]:
    return {one.entry.id: one.times for one in answer.by}


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [one.id for one in entries]


EVENING = NOON.replace("12:00", "17:00").replace("13:00", "18:00")


@pytest.mark.parametrize(
    ("asked", "text", "often"),
    [
        ("evening", activity(schedule=EVENING), 5),
        ("saturday", activity(schedule=NOON.replace("Wednesday", "Saturday")), 4),
        ("sunday", activity(schedule=NOON.replace("Wednesday", "Sunday")), 4),
        ("one-to-one", activity("size: one_to_one\n"), 5),
        ("one-to-one", activity("unit: one\n"), 5),
        ("wheelchair", activity("access: {step_free: yes, accessible_toilet: yes}\n"), 5),
        ("hearing", activity("access: {hearing_loop: yes}\n"), 5),
        ("hearing", activity("access: {captions: yes}\n"), 5),
        ("memory", activity("access: {dementia_friendly: yes}\n"), 5),
        ("free", activity("cost: {amount: 0}\n"), 5),
        ("out", activity(category="outing"), 5),
        ("out", activity("setting: outdoors\n"), 5),
        ("in", activity(category="intergen"), 5),
        ("in", activity(organiser="club"), 5),
        ("give", activity("roles: skill.repair\n"), 5),
        ("give", activity("goals: contribute\n"), 5),
        ("say", activity(category="meeting"), 5),
    ],
)
def test_each_question_is_met_by_what_it_asks_for(asked: str, text: str, often: int) -> None:
    assert times(answers(site(plain=activity()))[asked]) == {}
    assert times(answers(site(plain=activity(), other=text))[asked]) == {"other": often}


def test_every_question_has_a_case() -> None:
    (mark,) = test_each_question_is_met_by_what_it_asks_for.pytestmark  # type: ignore[attr-defined]

    assert {case[0] for case in mark.args[1]} == {ask.id for ask in ASKS}


@pytest.mark.parametrize(
    ("more", "silent"),
    [
        ("", ["wheelchair", "hearing", "memory", "free"]),
        ("access: {step_free: ask, accessible_toilet: yes}\n", ["wheelchair", "hearing", "memory", "free"]),
        ("access: {step_free: no}\n", ["hearing", "memory", "free"]),
        ("access: {hearing_loop: no, dementia_friendly: ask}\n", ["wheelchair", "memory", "free"]),
        ("cost: {amount: 3}\n", ["wheelchair", "hearing", "memory"]),
    ],
)
def test_who_does_not_say_is_no_yes_and_stands_apart(more: str, silent: list[str]) -> None:
    made = answers(site(one=activity(more)))

    assert [name for name, answer in made.items() if ids(answer.silent) == ["one"]] == silent
    assert all(not answer.by for name, answer in made.items() if name in silent)


def test_whoever_never_goes_there_is_not_asked_about_steps() -> None:
    by_phone = activity("format: phone\n").replace("venue: lounge\n", "")

    assert ids(answers(site(call=by_phone))["wheelchair"].silent) == []


def test_only_a_house_is_asked_who_comes_in() -> None:
    assert "in" in answers(site(one=activity()))
    assert "in" not in answers(site(MIX, one=activity()))


def test_a_cancelled_session_meets_nothing_and_leaves_its_day_empty() -> None:
    made = found(site(one=activity("changes: [{on: 2026-12-02, cancelled: snow}]\n", category="meeting")))

    assert (made.activities, made.times) == (1, 4)
    assert date(2026, 12, 2) in made.empty_days
    assert date(2026, 12, 9) not in made.empty_days
    assert len(made.empty_days) == 31 - 4
    assert "meeting" not in made.missing
    assert {"games", "music"} <= set(made.missing)


def test_the_page_names_first_what_is_not_met() -> None:
    made = site(lounge="access: {step_free: yes}\n", one=activity(schedule=EVENING))
    (page,) = (planned.make() for planned in variety_pages(made))
    text = str(page.body)

    assert (page.url, page.indexed) == ("mix/house/variety/", False)
    assert "Is there something on a Sunday? <strong>Not yet.</strong>" in text
    assert "Is there something in the evening? <strong>" not in text
    assert '<a href="../../../activities/one/">A</a>' in text
    assert "Do not say: 1</summary>" in text


def test_many_names_are_cut_short() -> None:
    made = site(**{f"a{number}": activity(schedule=EVENING) for number in range(8)})

    assert "A (5 times), A (5 times), A (5 times), A (5 times), A (5 times), and 3 more\n" in as_text(made, found(made))


def report(*more: str) -> int:
    return main(["report", "--config-file", str(ROOT / "mkdocs.yml"), "--today", "2026-11-22", *more])


def test_the_command_answers_for_one_mix_and_month(capsys: pytest.CaptureFixture[str]) -> None:
    assert report("--mix", "elm-house", "--month", "2026-12") == 0
    assert "  yes  Does anything go out?\n         Potting Bench (4 times), Minibus Drive" in capsys.readouterr().out
    assert report("--mix", "elm-house", "--month", "2026-12", "--format", "json") == 0
    values = json.loads(capsys.readouterr().out)
    (out,) = (one for one in values["questions"] if one["id"] == "out")
    assert (values["mix"], values["month"], out["met"]) == ("elm-house", "2026-12", True)
    assert {"id": "elm-potting-bench", "times": 4} in out["by"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--mix", "elm-hose"), "There is no mix “elm-hose”. Did you mean “elm-house”?"),
        (("--mix", "elm-house", "--month", "2031-01"), "This site knows nothing of January 2031; it reaches to"),
        (("--month", "2026-12"), "Name one with --mix."),
    ],
)
def test_a_mix_or_month_that_there_is_not_is_refused(
    given: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(*given) == 2
    assert said in capsys.readouterr().err
