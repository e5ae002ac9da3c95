"""Whose word is taken for each fact: a table of who says what, and that silence never becomes a yes."""

from itertools import product
from pathlib import Path

import pytest

from generator.inherit import COMES_FROM, Known, Relation
from generator.records import codes
from tests.small import ACTIVITY, RESOURCE, VENUE, catalogue_of

ANSWERS = (None, "yes", "no", "ask")
CHECKED_THERE = "checked: {on: 2026-09-09, by: somebody who went}"


def place_feature(feature: str) -> tuple[Relation, ...]:
    if feature == "hearing_loop":
        return "own", "venue", "organiser"
    return ("own", "venue") if feature in codes.PLACE_ACCESS else ("own", "organiser")


def said(record: str, feature: str, answer: str | None) -> str:
    return record + (f"access: {{{feature}: {answer}}}\n" if answer else "")


@pytest.mark.parametrize("feature", codes.ACCESS)
def test_each_access_feature_is_the_first_word_of_those_who_know(feature: str, tmp_path: Path) -> None:
    files, cases = {}, {}
    for number, (own, venue, organiser) in enumerate(product(ANSWERS, repeat=3)):
        files[f"venues/v{number}"] = said(f"{VENUE}".replace("Hall", f"Hall {number}"), feature, venue)
        files[f"resources/r{number}"] = said(RESOURCE, feature, organiser)
        files[f"activities/a{number}"] = said(
            f"{ACTIVITY}venue: v{number}\norganiser: r{number}\nschedule: [{{every: Monday}}]\n", feature, own
        )
        words = {"own": own, "venue": venue, "organiser": organiser}
        asked = [(relation, words[relation]) for relation in place_feature(feature)]
        cases[f"a{number}"] = next(((relation, word) for relation, word in asked if word), None)

    made = catalogue_of(tmp_path, files)

    found = {name: made.entries[name].facts.access.get(feature) for name in cases}
    assert {name: known and (known.relation, known.value.answer) for name, known in found.items()} == cases


def test_silence_everywhere_is_not_known(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "venues/v": VENUE,
            "resources/r": RESOURCE,
            "activities/a": f"{ACTIVITY}venue: v\norganiser: r\nschedule: [{{every: Monday}}]\n",
        },
    )

    facts = made.entries["a"].facts
    assert dict(facts.access) == {}
    assert {name for name in ("transport", "audience", "languages", "contact", "assurance", "setting", "referral")
            if getattr(facts, name) is not None} == set()  # fmt: skip


FACTS = {
    "transport": ("transport: {how_to_get_there: by boat}", "transport: {fetches: yes}"),
    "audience": ("audience: {min_age: 50}", "audience: {welcomes: men}"),
    "languages": ("languages: pl", "languages: cy"),
    "also_spoken": ("also_spoken: pl", "also_spoken: cy"),
    "contact": ("contact: {phone: 01632 960001}", "contact: {email: hello@example.org}"),
    "referral": ("referral: {by: self}", "referral: {by: professional}"),
    "setting": ("setting: pub", "setting: outdoors"),
    "assurance": ("assurance: {insurance: no}", "assurance: {insurance: yes}"),
    "helper_checks": ("helper_checks: nothing", "helper_checks: [training, references]"),
}
IN_VENUE = {"transport"}
"""What both a venue and a group can say, where the venue's word counts for an activity."""


@pytest.mark.parametrize("fact", FACTS)
@pytest.mark.parametrize("speaks", ["own", "other", "both", "nobody"])
def test_a_silent_activity_takes_the_word_of_who_runs_it_or_of_its_venue(
    fact: str, speaks: str, tmp_path: Path
) -> None:
    own, other = FACTS[fact]
    relation: Relation = "venue" if fact in IN_VENUE else "organiser"
    holder = {"venue": VENUE, "organiser": RESOURCE}
    holder[relation] += f"{other}\n" if speaks in {"other", "both"} else ""
    made = catalogue_of(
        tmp_path,
        {
            "venues/v": holder["venue"],
            "resources/r": holder["organiser"],
            "activities/a": f"{ACTIVITY}venue: v\norganiser: r\nschedule: [{{every: Monday}}]\n"
            + (f"{own}\n" if speaks in {"own", "both"} else ""),
        },
    )

    known: Known[object] | None = getattr(made.entries["a"].facts, fact)

    expected = {
        "own": ("own", "The Meeting"),
        "both": ("own", "The Meeting"),
        "other": (relation, "The Hall" if relation == "venue" else "The Group"),
        "nobody": None,
    }
    assert (known and (known.relation, known.origin)) == expected[speaks]
    assert COMES_FROM[fact] == ("own", relation)


@pytest.mark.parametrize("fact", sorted(FACTS.keys() - IN_VENUE - {"contact"}))
def test_a_venue_answers_for_nothing_but_the_place(fact: str, tmp_path: Path) -> None:
    """A venue's file has no such field; and what stands there about the building's contact is the building's."""
    made = catalogue_of(
        tmp_path,
        {
            "venues/v": f"{VENUE}contact: {{phone: 01632 960009}}\ntransport: {{fetches: yes}}\n",
            "activities/a": f"{ACTIVITY}venue: v\nschedule: [{{every: Monday}}]\n",
        },
    )

    facts = made.entries["a"].facts
    assert getattr(facts, fact) is None
    assert facts.contact is None, "who keeps the building is not who runs the group"


def test_the_organisers_own_venue_says_nothing_about_an_activity_elsewhere(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "venues/home": f"{VENUE}access: {{step_free: yes}}\n",
            "venues/away": f"{VENUE}address: {{town: Away}}\n",
            "resources/r": f"{RESOURCE}venue: home\naccess: {{step_free: yes}}\n",
            "activities/a": f"{ACTIVITY}venue: away\norganiser: r\nschedule: [{{every: Monday}}]\n",
            "activities/nowhere": f"{ACTIVITY}organiser: r\nschedule: [{{every: Tuesday}}]\n",
        },
    )

    assert "step_free" not in made.entries["a"].facts.access
    assert "step_free" not in made.entries["nowhere"].facts.access
    assert made.entries["r"].facts.access["step_free"].relation == "own"


def test_cost_is_nobodys_but_ones_own_and_the_organiser_is_quoted(tmp_path: Path) -> None:
    schedule = "schedule: [{every: Monday}]\n"
    made = catalogue_of(
        tmp_path,
        {
            "resources/r": f"{RESOURCE}cost: {{amount: 0}}\n",
            "activities/silent": f"{ACTIVITY}organiser: r\n{schedule}",
            "activities/dear": f"{ACTIVITY}organiser: r\ncost: {{amount: 5}}\n{schedule}",
        },
    )

    silent, dear = made.entries["silent"], made.entries["dear"]
    assert silent.record.cost is None
    assert silent.facts.organisers_cost is not None
    assert silent.facts.organisers_cost.origin == "The Group"
    assert dear.facts.organisers_cost is None


def test_each_inherited_fact_keeps_the_day_of_its_own_check(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "venues/v": f"{VENUE}access: {{step_free: yes, {CHECKED_THERE}}}\n",
            "resources/r": f"{RESOURCE}access: {{captions: yes}}\n",
            "activities/a": f"{ACTIVITY}venue: v\norganiser: r\nschedule: [{{every: Monday}}]\n",
        },
    )

    access = made.entries["a"].facts.access
    assert access["step_free"].checked == made.places["v"].access.checked
    assert access["step_free"].checked != made.sources.venues["v"].checked
    assert access["captions"].checked == made.sources.resources["r"].checked


def test_who_answers_for_the_organiser_is_asked_last_for_a_contact(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "resources/top": RESOURCE.replace("Group", "Trust") + "contact: {phone: 01632 960007}\n",
            "resources/r": f"{RESOURCE}run_by: top\n",
            "activities/a": f"{ACTIVITY}organiser: r\nschedule: [{{every: Monday}}]\n",
        },
    )

    for name in ("r", "a"):
        contact = made.entries[name].facts.contact
        assert contact is not None
        assert (contact.relation, contact.origin) == ("organiser", "The Trust")


def test_a_place_written_into_the_record_is_a_place(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "activities/a": ACTIVITY
            + "venue: {name: The Green, access: {step_free: yes}}\nschedule: [{every: Monday}]\n",
        },
    )

    entry = made.entries["a"]
    assert entry.place is not None
    assert (entry.place.id, entry.place.name) == (None, "The Green")
    assert entry.facts.access["step_free"].origin == "The Green"


def test_runners_that_have_no_record_are_known_by_name(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path, {"activities/a": f"{ACTIVITY}organiser: Some friends\nschedule: [{{every: Monday}}]\n"}
    )

    runner = made.entries["a"].runner
    assert runner is not None
    assert (runner.id, runner.name) == (None, "Some friends")
