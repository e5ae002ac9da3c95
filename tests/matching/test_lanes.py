"""What lanes hold beyond what example clients can say: folds, answers on the telephone, the sunset, own rules."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from generator.matching.engine import joined, matcher
from generator.matching.row import Row, as_json, parts_of_week, sort_key
from generator.matching.rules import rules_json
from generator.records.matching import MatchingFile, built_in_rules, rules_of
from generator.records.site import Vocabulary

TODAY = "2026-12-01"
CARDS = {"interests": ["games.cards"]}


def record(name: str, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"id": name, "title": name, "sort": sort_key(name), "checked": "2026-11-01"}
    made |= {"kind": "group", "layer": "community", "topics": ("games.cards",), "format": ("in_person",), "cost": 0}
    return as_json(Row(**(made | more)))


def lanes(
    profile: Mapping[str, Any],
    *rows: dict[str, Any],
    rules: Mapping[str, Any] | None = None,
    answers: Mapping[str, Mapping[str, str]] | None = None,
    around: Mapping[str, Any] = MappingProxyType({}),
) -> dict[str, Any]:
    catalogue = {"as_of": TODAY, "language": "en", "areas": {}, "sunset": None, "rows": list(rows), **around}
    engine = matcher().take(catalogue, rules or rules_json(built_in_rules()))
    return engine.match(profile, TODAY, answers)


def ids(entries: list[dict[str, Any]]) -> list[str]:
    return [one["id"] for one in entries]


@pytest.mark.parametrize(("age", "nearly"), [(58, ["club"]), (57, []), (59, ["club"])])
def test_two_years_are_nearly(age: int, nearly: list[str]) -> None:
    found = lanes({**CARDS, "age": age}, record("club", min_age=60))

    assert ids(found["questions"]["nearly"]) == nearly
    assert ids(found["left_out"]) == ["club"]


def test_three_are_nearly_at_most() -> None:
    clubs = [record(f"club-{number}", min_age=60) for number in range(5)]

    assert len(lanes({**CARDS, "age": 59}, *clubs)["questions"]["nearly"]) == 3


def test_all_reasons_of_one_record_are_kept() -> None:
    found = lanes({**CARDS, "age": 20, "max_cost": 1}, record("far", min_age=60, cost=9, requires=("carer",)))

    assert [one["code"] for one in found["left_out"][0]["out"]] == ["x.audience", "x.age", "x.cost"]


@pytest.mark.parametrize(("answer", "lane"), [("yes", "short_list"), ("no", "left_out")])
def test_an_answer_on_the_telephone_moves_a_record(answer: str, lane: str) -> None:
    club = record("club")
    profile = {**CARDS, "access_needs": ["step_free"]}

    assert ids(lanes(profile, club)["questions"]["open"]) == ["club"]
    assert ids(lanes(profile, club, answers={"club": {"c.access.step_free": answer}})[lane]) == ["club"]


@pytest.mark.parametrize(
    ("kind", "needs", "said"),
    [
        ("volunteering", ("references", "over_18"), ["a.helper_checks"]),
        ("volunteering", ("nothing",), []),
        ("volunteering", (), []),
        ("group", ("references",), []),
    ],
)
def test_whoever_wants_to_help_hears_what_a_helper_needs(kind: str, needs: tuple[str, ...], said: list[str]) -> None:
    (found,) = lanes(CARDS, record("pantry", kind=kind, helper_checks=needs))["short_list"]

    assert [one["code"] for one in found["note"]] == said


def test_yes_to_nearly_lets_somebody_in() -> None:
    found = lanes({**CARDS, "age": 59}, record("club", min_age=60), answers={"club": {"c.age_nearly": "yes"}})

    assert ids(found["short_list"]) == ["club"]


def test_questions_are_grouped_by_number_however_it_is_written() -> None:
    rows = [record("a", phone="01632 960123"), record("b", phone="01632960123"), record("c", phone="01632 960124")]
    groups = lanes({**CARDS, "access_needs": ["step_free"]}, *rows)["questions"]["by_number"]

    assert [group["ids"] for group in groups] == [["a", "b"], ["c"]]


def test_six_questions_stand_open_and_the_fewest_come_first() -> None:
    rows = [record(f"{number}") for number in range(7)] + [record("z", access={"step_free": "yes"})]
    asked = lanes({**CARDS, "access_needs": ["step_free", "toilet"]}, *rows)["questions"]

    assert ids(asked["open"])[0] == "z"
    assert (len(asked["open"]), len(asked["more"])) == (6, 2)


def test_a_group_and_its_own_session_stand_once() -> None:
    found = lanes(CARDS, record("shed"), record("shed-tuesday", part_of="shed"))

    assert len(found["short_list"]) == 1


def test_help_for_two_causes_stands_under_the_first_alone() -> None:
    found = lanes({"causes": {"food": "yes", "money": "yes"}}, record("help", addresses=("money", "food")))

    assert [(lane["cause"], ids(lane["entries"])) for lane in found["causes"]] == [("food", ["help"]), ("money", [])]


def test_help_that_is_not_wanted_is_folded() -> None:
    found = lanes({"causes": {"money": "no"}}, record("help", addresses=("money",)))

    assert found["causes"] == []
    assert [(lane["wanted"], ids(lane["entries"])) for lane in found["folded_causes"]] == [("no", ["help"])]


def test_not_now_gets_one_step_and_one_prompt_and_the_list_stays_at_hand() -> None:
    rows = [record("step", first_step=True), record("club"), record("prompt", layer="self", kind="self_guided")]
    found = lanes({**CARDS, "readiness": "not_now"}, *rows)

    assert found["small_step"] == {"step": "step", "prompt": "prompt"}
    assert ids(found["short_list"]) == ["step", "club"]


def test_in_danger_the_list_waits() -> None:
    line = record("line", kind="crisis", addresses=("immediate_danger", "suicidal"), topics=())

    assert lanes({"safety": ["immediate_danger"]}, line)["safety"]["waits"] is True
    assert lanes({"safety": ["suicidal"]}, line)["safety"]["waits"] is False


def test_of_somebody_who_is_not_here_no_list_is_to_be_shown() -> None:
    assert lanes({**CARDS, "who_is_here": "absent"}, record("club"))["no_list"] is True


def test_the_price_is_said_first_where_money_was_not_talked_about() -> None:
    assert lanes(CARDS, record("club", cost=3))["short_list"][0]["price_first"] == 3
    assert "price_first" not in lanes({**CARDS, "max_cost": 5}, record("club", cost=3))["short_list"][0]


DARK_AT_FOUR = {"sunset": [16 * 60] * 53}
EVERY_WEEK = 0b111111111


@pytest.mark.parametrize(
    ("slot", "lane"),
    [
        ((1, 840, 930, EVERY_WEEK, 1), "short_list"),  # over at 15.30, home by 16.00
        ((1, 840, 931, EVERY_WEEK, 1), "left_out"),
        ((1, 840, None, EVERY_WEEK, 1), "questions"),  # nobody knows when it ends
        ((1, 960, None, EVERY_WEEK, 1), "left_out"),
    ],
)
def test_home_before_dark_knows_the_sunset(slot: tuple[int, int, int | None, int, int], lane: str) -> None:
    found = lanes({**CARDS, "home_before_dark": True}, record("club", when=(slot,)), around=DARK_AT_FOUR)
    held = found["questions"]["open"] if lane == "questions" else found[lane]

    assert ids(held) == ["club"]


def test_an_evening_in_a_part_of_the_week_is_dark_and_an_afternoon_a_question() -> None:
    rows = [record("eve", when=parts_of_week(["tue_eve"])), record("pm", when=parts_of_week(["tue_pm"]))]
    found = lanes({**CARDS, "home_before_dark": True}, *rows, around=DARK_AT_FOUR)

    assert ids(found["left_out"]) == ["eve"]
    assert ids(found["questions"]["open"]) == ["pm"]


def test_sessions_beyond_eight_weeks_do_not_count() -> None:
    light, dark = 0b000000011, 0b111111100
    rows = [record("a", when=((1, 600, 660, light, 1), (1, 1100, 1200, dark, 1)))]

    assert ids(lanes({**CARDS, "home_before_dark": True}, *rows, around=DARK_AT_FOUR)["short_list"]) == ["a"]


AREAS = {
    "all": {"parent": None, "xy": [0, 0]},
    "north": {"parent": "all", "xy": [0, 5]},
    "south": {"parent": "all", "xy": [0, -5]},
}


@pytest.mark.parametrize(
    ("profile", "served", "inside"),
    [
        ({"area": "north"}, ("all",), True),
        ({"area": "all"}, ("north",), True),
        ({"area": "north"}, ("south",), False),
        ({"home": [0, 4]}, ("north",), True),
        ({"home": [0, 4]}, ("south",), False),
        ({"home": [0, 4]}, (), True),
        ({}, ("south",), True),
    ],
)
def test_who_is_served(profile: dict[str, Any], served: tuple[str, ...], inside: bool) -> None:
    found = lanes({**CARDS, **profile}, record("club", areas=served), around={"areas": AREAS})

    assert ids(found["short_list"]) == (["club"] if inside else [])


def own_rules(text: dict[str, Any]) -> dict[str, Any]:
    return rules_json(rules_of([MatchingFile.model_validate(text, context=Vocabulary())]))


def test_a_site_sets_weights_and_limits_otherwise() -> None:
    rules = own_rules({"weights": {"free": "9"}, "limits": {"short_list": "1"}})
    found = lanes(CARDS, record("a"), record("b"), rules=rules)

    assert ids(found["short_list"]) == ["a"]
    assert found["short_list"][0]["score"] == 39


def test_a_site_says_what_follows_from_an_answer() -> None:
    rules = own_rules({"follows": {"carer is former": {"tags": ["carer"]}}})
    club = record("club", requires=("carer",))

    assert ids(lanes({**CARDS, "carer": "former"}, club, rules=rules)["short_list"]) == ["club"]
    assert ids(lanes({**CARDS, "carer": "former"}, club)["left_out"]) == ["club"]


def test_what_follows_is_told_and_can_be_taken_back() -> None:
    found = lanes({**CARDS, "cognition": ["dementia"], "not_tags": ["dementia"], "not_needed": ["dementia_friendly"]})

    assert lanes({**CARDS, "cognition": ["dementia"]})["derived"] == {
        "tags": ["dementia"],
        "needs": ["dementia_friendly"],
    }
    assert found["derived"] == {"tags": [], "needs": []}


def test_a_module_that_cannot_be_joined_is_refused() -> None:
    with pytest.raises(ValueError, match="not joined here"):
        joined({"a.mjs": "export default 1;\n"})
    with pytest.raises(ValueError, match="in a circle"):
        joined({"a.mjs": 'import { b } from "./b.mjs";\n', "b.mjs": 'import { a } from "./a.mjs";\n'})
