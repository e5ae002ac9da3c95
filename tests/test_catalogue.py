"""What follows from records: kinds, categories, goals, areas, mixes, old addresses."""

from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import is_free, is_online, is_step_free
from tests.small import ACTIVITY, CHECKED, RESOURCE, TODAY, VENUE, catalogue_of

MONDAYS = "schedule: [{every: Monday}]\n"


def resource(kind: str, rest: str = "") -> str:
    return f"name: Thing\nkind: {kind}\nsummary: People meet.\n{CHECKED}{rest}"


@pytest.mark.parametrize(
    ("record", "field", "expected"),
    [
        (resource("helpline"), "layer", "formal"),
        (resource("group"), "layer", "community"),
        (resource("self_guided"), "layer", "self"),
        (resource("helpline", "layer: tech\n"), "layer", "tech"),
        (resource("advice"), "support", ("informational", "advocacy")),
        (resource("advice", "support: emotional\n"), "support", ("emotional",)),
        (resource("group"), "support", ()),
        (resource("class"), "delivered_by", "instructor"),
        (resource("class", "delivered_by: peer\n"), "delivered_by", "peer"),
        (resource("group"), "delivered_by", None),
        (resource("group", "topics: [music.singing, food.lunch]\n"), "category", "music"),
        (resource("group", "topics: [food.lunch]\ncategory: games\n"), "category", "games"),
        (resource("volunteering"), "category", "volunteer"),
        (resource("group"), "category", "support"),
        (resource("peer_support"), "goals", ("same_experience",)),
        (resource("group", "topics: [exercise.walking]\n"), "goals", ("meet_people", "enjoy", "keep_active")),
        (resource("group", "goals: get_online\n"), "goals", ("get_online",)),
        (resource("tech_support"), "family", "make"),
    ],
)
def test_what_a_record_leaves_out_follows_from_its_kind_and_topics(
    record: str, field: str, expected: object, tmp_path: Path
) -> None:
    entry = catalogue_of(tmp_path, {"resources/thing": record}).entries["thing"]

    assert getattr(entry, field) == expected


AREAS = """\
areas:
  - {id: county, name: County}
  - {id: town, name: Town, parent: county}
  - {id: street, name: Street, parent: town}
  - {id: village, name: Village, parent: county}
"""


@pytest.mark.parametrize(
    ("fields", "areas"),
    [
        ("", ()),
        ("areas: street\n", ("street", "town", "county")),
        ("areas: [village, street]\n", ("village", "county", "street", "town")),
        ("areas: everywhere\n", ("county", "town", "street", "village")),
        ("venue: hall\n", ("town", "county")),
        ("venue: hall\nareas: village\n", ("village", "county")),
    ],
)
def test_an_area_lies_in_the_areas_around_it(fields: str, areas: tuple[str, ...], tmp_path: Path) -> None:
    files = {"data/areas.yml": AREAS, "venues/hall": f"{VENUE}area: town\n", "resources/thing": RESOURCE + fields}

    assert catalogue_of(tmp_path, files).entries["thing"].areas == areas


@pytest.mark.parametrize(
    ("cost", "free"),
    [
        ("", False),
        ("cost: {amount: 0}\n", True),
        ("cost: {amount: 0.00}\n", True),
        ("cost: {amount: 1}\n", False),
        ("cost: {donation: {nothing_is_fine: yes, suggested: 2}}\n", True),
        ("cost: {donation: {nothing_is_fine: no}}\n", False),
        ("cost: {amount: 3, first_free: yes}\n", False),
        ("cost: {help_with_cost: yes}\n", False),
    ],
)
def test_only_what_surely_costs_nothing_is_free(cost: str, free: bool, tmp_path: Path) -> None:
    assert is_free(catalogue_of(tmp_path, {"resources/thing": RESOURCE + cost}).entries["thing"]) == free


@pytest.mark.parametrize(
    ("answer", "step_free"), [("yes", True), ("no", False), ("ask", False), ("{is: yes, note: by the side}", True)]
)
def test_only_a_yes_is_step_free(answer: str, step_free: bool, tmp_path: Path) -> None:
    files = {"resources/thing": f"{RESOURCE}access: {{step_free: {answer}}}\n", "resources/other": RESOURCE}
    entries = catalogue_of(tmp_path, files).entries

    assert is_step_free(entries["thing"]) == step_free
    assert not is_step_free(entries["other"])


def test_online_is_what_says_so(tmp_path: Path) -> None:
    files = {
        "resources/both": f"{RESOURCE}format: [online, in_person]\n",
        "resources/phone": f"{RESOURCE}format: phone\n",
    }
    entries = catalogue_of(tmp_path, files).entries

    assert (is_online(entries["both"]), is_online(entries["phone"])) == (True, False)


@pytest.mark.parametrize(
    ("fields", "listed"),
    [
        ("", True),
        ("shown_to: staff\ncategory: training\n", False),
        ("shown_to: house\n", False),
        ("places: closed\n", False),
        ("places: full\n", True),
        ("visible: {from: 2026-11-23}\n", False),
        ("visible: {from: 2026-11-22, until: 2026-11-22}\n", True),
        ("visible: {until: 2026-11-21}\n", False),
    ],
)
def test_public_lists_hold_what_is_public_open_and_visible(fields: str, listed: bool, tmp_path: Path) -> None:
    base = ACTIVITY.replace("category: games\n", "") if "category" in fields else ACTIVITY
    entry = catalogue_of(tmp_path, {"activities/a": base + fields + MONDAYS}).entries["a"]

    assert entry.listed(TODAY) == listed


MIX = "name: The mix\nsummary: Some of it.\ntakes:\n"
MIXES = {
    "by its id": ("  - activity: free-games\n", "", {"free-games"}),
    "by category": ("  - category: music\n", "", {"music-there"}),
    "by venue": ("  - venue: hall\n", "", {"free-games"}),
    "by organiser": ("  - organiser: group\n", "", {"free-games", "music-there"}),
    "all at once": ("  - {organiser: group, free: yes}\n", "", {"free-games"}),
    "any of several": ("  - category: music\n  - free: yes\n", "", {"free-games", "music-there"}),
    "not free takes what is not surely free": ("  - free: no\n", "", {"music-there"}),
    "step-free": ("  - step_free: yes\n", "", {"free-games"}),
    "without one": ("  - organiser: group\n", "leaves_out: music-there\n", {"free-games"}),
    "a house has its own": ("  - organiser: group\n", "house: yes\n", {"free-games", "music-there", "in-house"}),
    "not what is alike in another house": ("  - category: games\n", "house: yes\n", {"free-games"}),
    "never the staff's": ("  - activity: for-staff\n  - activity: in-house\n", "", set()),
}


@pytest.mark.parametrize(("takes", "rest", "expected"), MIXES.values(), ids=MIXES)
def test_a_mix_takes_what_fits_one_of_its_selections(takes: str, rest: str, expected: set[str], tmp_path: Path) -> None:
    by_group = f"organiser: group\n{MONDAYS}"
    made = catalogue_of(
        tmp_path,
        {
            "venues/hall": f"{VENUE}access: {{step_free: yes}}\n",
            "resources/group": RESOURCE,
            "activities/free-games": f"{ACTIVITY}venue: hall\ncost: {{amount: 0}}\n{by_group}",
            "activities/music-there": ACTIVITY.replace("games", "music") + by_group,
            "activities/in-house": f"{ACTIVITY}shown_to: house\n{by_group}",
            "activities/for-staff": ACTIVITY.replace("games", "training") + f"shown_to: staff\n{by_group}",
            "feeds/mix": f"{MIX}{takes}{rest}",
        },
    )

    assert {entry.id for entry in made.in_mix(made.sources.mixes["mix"])} == expected


def test_old_ids_lead_to_new_addresses(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "resources/thing": f"{RESOURCE}aliases: [thing-once, thing-before]\n",
            "activities/a": f"{ACTIVITY}aliases: b\n{MONDAYS}",
            "venues/hall": f"{VENUE}aliases: barn\n",
            "feeds/mix": f"{MIX}  - activity: a\naliases: old-mix\n",
        },
    )

    assert {(redirect.old, redirect.new) for redirect in made.redirects()} == {
        ("resources/thing-once/", "resources/thing/"),
        ("resources/thing-before/", "resources/thing/"),
        ("activities/b/", "activities/a/"),
        ("venues/barn/", "venues/hall/"),
        ("mix/old-mix/", "mix/mix/"),
    }


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("resource:thing", "resources/thing/"),
        ("thing", "resources/thing/"),
        ("activity:a", "activities/a/"),
        ("venue:hall", "venues/hall/"),
        ("mix:mix", "mix/mix/"),
        ("resource:thing-once", "resources/thing/"),
        ("resource:nothing", None),
        ("resource:", None),
        ("", None),
    ],
)
def test_a_target_leads_to_its_page(target: str, url: str | None, tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "resources/thing": f"{RESOURCE}aliases: thing-once\n",
            "activities/a": ACTIVITY + MONDAYS,
            "venues/hall": VENUE,
            "feeds/mix": f"{MIX}  - activity: a\n",
        },
    )

    assert made.url(target) == url


def test_who_is_where_and_who_runs_what(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "venues/hall": VENUE,
            "resources/group": f"{RESOURCE}venue: hall\n",
            "activities/a": f"{ACTIVITY}venue: hall\norganiser: group\n{MONDAYS}",
            "activities/b": f"{ACTIVITY}venue: {{name: The Green}}\norganiser: group\n{MONDAYS}",
        },
    )

    assert {entry.id for entry in made.at_venue["hall"]} == {"group", "a"}
    assert {entry.id for entry in made.run_by["group"]} == {"a", "b"}


def test_an_entry_knows_all_files_that_it_is_made_of(tmp_path: Path) -> None:
    made = catalogue_of(
        tmp_path,
        {
            "venues/hall": VENUE,
            "resources/group": RESOURCE,
            "activities/a": f"{ACTIVITY}venue: hall\norganiser: group\n{MONDAYS}",
        },
    )

    files = set(made.entries["a"].files)
    assert {"data/activities/a.yml", "data/resources/group.yml", "data/venues/hall.yml", "data/help.yml"} <= files


def test_a_record_is_there_while_it_is_visible(tmp_path: Path) -> None:
    entry = catalogue_of(
        tmp_path, {"resources/thing": f"{RESOURCE}visible: {{from: 2026-12-01, until: 2026-12-31}}\n"}
    ).entries["thing"]

    assert [entry.visible(date(2026, 12, day)) for day in (1, 31)] == [True, True]
    assert [entry.visible(day) for day in (date(2026, 11, 30), date(2027, 1, 1))] == [False, False]
