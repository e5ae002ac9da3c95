"""Coverage: what is counted, which gaps are said in which words, and that unknown is never counted as yes."""

import json
from collections.abc import Callable, Mapping
from datetime import date

import pytest

from generator.cli import main
from generator.coverage.gaps import RULES, RULES_OF_ALL, gaps
from generator.coverage.months import months
from generator.coverage.offers import offers
from generator.coverage.page import coverage_pages
from generator.coverage.tables import NO_OFFER_HELPS, tables
from generator.edition import Edition, edition
from generator.loading import load
from generator.records import codes
from generator.stages import Stages
from tests.capabilities import ROOT
from tests.pages.record_editions import edition_of

CHECKED = "summary: S.\nchecked: {on: 2026-10-01, by: editor}\n"
EVERY_DAY = (
    'schedule: [{every: day, start: "10:00", end: "11:00"}, {every: day, start: "18:00", end: "19:00", key: b}]\n'
)
ALL_CATEGORIES = (
    *("arts", "music", "garden", "games", "meal", "move", "calm", "outing", "volunteer", "faith", "family"),
    *("intergen", "digital", "learning", "one_to_one", "meeting", "support", "celebration"),
)


def activity(category: str = "games", schedule: str = EVERY_DAY, more: str = "") -> str:
    return f"name: A\ncategory: {category}\nvenue: hall\n{CHECKED}{schedule}{more}"


def full(**others: str) -> dict[str, str]:
    """A site that lacks nothing: each category each day, free and step-free, somebody for each need."""
    causes = ", ".join(cause for cause in codes.CAUSE if cause not in NO_OFFER_HELPS)
    made = {
        f"activities/{name}": activity(name, more="cost: {amount: 0}\naccess: {step_free: yes}\n")
        for name in ALL_CATEGORIES
    }
    support = ", ".join(codes.SUPPORT)
    made["resources/help"] = f"name: H\nkind: advice\n{CHECKED}addresses: [{causes}]\nsupport: [{support}]\n"
    made["venues/hall"] = "name: Hall\narea: north\n"
    return made | {name.replace("__", "/"): text for name, text in others.items()}


def said(records: Mapping[str, str]) -> list[str]:
    made = edition_of(records)
    return [gap.words for gap in gaps(made, offers(made))]


def test_a_site_that_lacks_nothing_has_no_gaps() -> None:
    assert said(full()) == []


WEEKDAYS = EVERY_DAY.replace("every: day", "every: weekday")
MORNINGS = 'schedule: [{every: day, start: "10:00", end: "11:00"}]\n'


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        (lambda text: text.replace(EVERY_DAY, WEEKDAYS), "Nobody does anything on a Sunday."),
        (lambda text: text.replace("area: north", "door: left"), "Nothing happens in Northgate."),
        (lambda text: text.replace(EVERY_DAY, MORNINGS), "There is no evening out in Northgate."),
        (lambda text: text.replace("cost: {amount: 0}\n", ""), "Nothing in Northgate is free for sure."),
        (lambda text: text.replace("step_free: yes", "step_free: ask"), "Nothing in Northgate is step-free for sure."),
        (
            lambda text: text.replace("category: one_to_one", "category: games"),
            "There is nothing for one person at a time.",
        ),
        (lambda text: text.replace("category: music", "category: games"), "Nobody offers any of this: Music."),
        (
            lambda text: text.replace(", advocacy]", "]"),
            "Nobody gives this kind of help: Somebody to speak up for you.",
        ),
        (lambda text: text.replace("gambling", "money"), "Nobody helps when this got in the way: Gambling."),
    ],
)
def test_a_gap_is_said_in_a_sentence(change: Callable[[str], str], gap: str) -> None:
    changed = {name: change(text) for name, text in full().items()}

    assert gap in said(changed)


def test_a_day_that_is_empty_everywhere_is_said_once() -> None:
    changed = {name: text.replace(EVERY_DAY, WEEKDAYS) for name, text in full().items()}

    assert [gap for gap in said(changed) if "Sunday" in gap] == ["Nobody does anything on a Sunday."]


def test_a_day_that_is_empty_in_one_area_is_said_of_that_area() -> None:
    schedule = 'schedule: [{every: [Monday, Tuesday, Wednesday, Thursday, Friday], start: "18:00", end: "19:00"}]\n'
    records = {
        "activities/a": activity(schedule=EVERY_DAY, more="").replace("venue: hall", "venue: other"),
        "activities/b": activity(schedule=schedule),
        "venues/hall": "name: Hall\narea: north\n",
        "venues/other": "name: Other\n",
    }

    assert "Nobody does anything on a Saturday or Sunday in Northgate." in said(records)


def test_three_of_a_sort_and_none_free_is_a_gap_two_are_not() -> None:
    paid = {f"activities/p{number}": activity("music", more="cost: {amount: 3}\n") for number in range(3)}
    free = {"activities/free": activity("games", more="cost: {amount: 0}\n"), "venues/hall": "name: Hall\n"}
    gap = "Nothing under “Music” is free for sure."

    assert gap in said(paid | free)
    assert gap not in said({name: text for name, text in paid.items() if name != "activities/p0"} | free)


def test_what_is_not_public_is_not_counted() -> None:
    records = {
        "activities/house": activity(more="shown_to: house\n"),
        "activities/gone": activity(more="places: closed\n"),
        "venues/hall": "name: Hall\n",
    }
    assert offers(edition_of(records)) == ()


def test_a_resource_is_counted_by_its_activities_but_helps_with_a_need_itself() -> None:
    records = {
        "resources/club": f"name: C\nkind: group\n{CHECKED}addresses: [grief]\n",
        "activities/a": activity(more="organiser: club\n"),
        "venues/hall": "name: Hall\n",
    }
    made = edition_of(records)
    found = {table.id: table for table in tables(made, offers(made))}

    assert sum(row.total for row in found["days"].rows) == 1
    assert next(row for row in found["needs"].rows if row.label == "Somebody died").total == 1


def test_months_count_what_is_held_cancelled_and_moved() -> None:
    schedule = 'schedule: [{every: Tuesday, start: "10:00", end: "11:00"}]\n'
    changes = "changes: [{on: 2026-12-01, cancelled: ill}, {on: 2026-12-08, moved: {to: 2026-12-09}}]\n"
    made = edition_of({"activities/a": activity(schedule=schedule, more=changes), "venues/hall": "name: Hall\n"})
    december = next(month for month in months(made) if month.first.month == 12)

    assert (december.held, december.cancelled, december.moved) == (4, 1, 1)


def test_the_page_says_gaps_first_and_names_every_empty_cell(demo_edition: Edition) -> None:
    (planned,) = coverage_pages(demo_edition)
    page = planned.make()

    assert not page.indexed
    assert page.body.index("fp-gaps") < page.body.index("<table")
    assert '<td class="is-none">none</td>' in page.body


@pytest.fixture(scope="module")
def demo_edition() -> Edition:
    loaded = load(ROOT / "mkdocs.yml", date(2026, 11, 22), Stages())
    assert loaded.catalogue is not None
    return edition(loaded.catalogue, date(2026, 11, 22))


def test_the_command_says_the_same_as_text_and_as_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    config = str(ROOT / "mkdocs.yml")

    assert main(["report", "--config-file", config, "--today", "2026-11-22"]) == 0
    text = capsys.readouterr().out
    assert main(["report", "--config-file", config, "--today", "2026-11-22", "--format", "json"]) == 0
    values = json.loads(capsys.readouterr().out)

    assert all(f"  - {gap['words']}\n" in text for gap in values["gaps"])
    assert {gap["rule"] for gap in values["gaps"]} <= {*RULES, *RULES_OF_ALL}
    assert values["gaps"]
