"""The files that browsers read: what stands in them, what never does, and that our modules read what was written."""

import gzip
import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from itertools import count, takewhile
from pathlib import Path
from typing import Any

import pytest

from bench import recipe
from generator.columns.coding import digits, items, numbers, sets
from generator.columns.files import card_outputs, facet_outputs
from generator.edition import Edition, edition
from generator.loading import load
from generator.pages.page import OUTLINES
from generator.records import codes
from generator.stages import Stages
from tests.capabilities import ROOT, node
from tests.small import ACTIVITY, RESOURCE, VENUE, edition_of

SCHEDULE = 'schedule:\n  - {every: Tuesday, start: "10:30", end: "12:00"}\n'
DECODE = """
import { readFileSync } from "node:fs";
const { codes, decoded, item, number } = await import(process.argv[1]);
const made = decoded(JSON.parse(readFileSync(0, "utf8")));
const read = (column, at) => column.sets ? codes(column, at) : column.items ? item(column, at) : number(column, at);
const records = [...Array(made.count).keys()].map((at) => ({
  ...Object.fromEntries(Object.entries(made.columns).map(([name, column]) => [name, read(column, at)])),
  access: Object.fromEntries(Object.entries(made.access).map(([name, column]) => [name, read(column, at)])),
}));
console.log(JSON.stringify(records));
"""


def key_of(path: str, made_of: Iterable[str]) -> str:
    """A key that shows what it is made of."""
    return " ".join((path, *made_of))


def files(edition: Edition) -> Mapping[str, Any]:
    """The files of the columns by their short names, parsed."""
    made = (*facet_outputs(edition, key_of), *card_outputs(edition, key_of))
    return {
        one.path.removeprefix("data/columns/"): json.loads(one.make() if one.make else one.content or "")
        for one in made
    }


def small(tmp_path: Path) -> Edition:
    return edition_of(
        tmp_path,
        {
            "resources/zebra": RESOURCE.replace("The Group", "Zebra Group") + "cost: {amount: 0}\nareas: [north]\n",
            "resources/ended": RESOURCE.replace("The Group", "Ended") + "places: closed\n",
            "resources/later": RESOURCE.replace("The Group", "Later") + "visible: {from: 2027-01-01}\n",
            "activities/among-friends": ACTIVITY.replace("The Meeting", "Élan") + SCHEDULE + "venue: hall\n",
            "activities/for-staff": ACTIVITY.replace("The Meeting", "For Staff") + SCHEDULE + "shown_to: staff\n",
            "activities/for-house": ACTIVITY.replace("The Meeting", "For House") + SCHEDULE + "shown_to: house\n",
            "venues/hall": VENUE + 'address: {postcode: "ZZ1 2AB"}\narea: north\naccess: {step_free: yes}\n',
            "data/areas.yml": "areas:\n  - {id: north, name: North, centre: '54.5, 1.25'}\n"
            "places:\n  ZZ1: '54.6, 1.5'\n  North: '54.7, 1'\n",
        },
    )


def test_records_stand_in_the_order_of_names_and_only_listed_ones_do(tmp_path: Path) -> None:
    made = files(small(tmp_path))

    assert made["ids.json"]["ids"] == ["among-friends", "zebra"]
    assert [card["title"] for card in made["cards/0.json"]["cards"]] == ["Élan", "Zebra Group"]
    assert made["facets.json"]["count"] == 2
    text = json.dumps(made)
    assert re.findall("Ended|Later|For Staff|For House|for-staff|for-house", text) == []


def test_all_files_that_go_by_numbers_have_the_same_order(tmp_path: Path) -> None:
    one, other = (files(small(tmp_path / name)) for name in ("one", "other"))
    shifted = files(
        edition_of(tmp_path / "more", {"resources/a": RESOURCE, "resources/b": RESOURCE.replace("The", "Our")})
    )

    assert one == other
    assert len({made["order"] for name, made in one.items() if name != "places.json"}) == 1
    assert one["facets.json"]["order"] != shifted["facets.json"]["order"]


def test_places_that_one_may_type_are_those_of_the_table_then_areas(tmp_path: Path) -> None:
    assert files(small(tmp_path))["places.json"]["places"] == {"ZZ1": [54.6, 1.5], "North": [54.7, 1.0]}


def test_cards_come_in_blocks_and_a_block_is_made_anew_only_for_its_own_records(tmp_path: Path) -> None:
    records = {f"resources/r{number:02}": RESOURCE.replace("Group", f"Group {number:02}") for number in range(45)}
    records["activities/run"] = f"{ACTIVITY}{SCHEDULE}organiser: r30\n"
    edition = edition_of(tmp_path, records)
    blocks = list(card_outputs(edition, key_of))

    assert [one.path.rpartition("/")[2] for one in blocks] == [f"{number}.json" for number in range(5)]
    assert [(one.key or "").count(" r30") for one in blocks] == [0, 0, 0, 1, 0]
    assert [(one.key or "").count(" run") for one in blocks] == [0, 0, 0, 1, 1]  # it has a card, and stands on r30's
    assert all(str(one.key).endswith(f" {OUTLINES}") for one in facet_outputs(edition, key_of))


@pytest.mark.needs("node")
def test_our_modules_read_back_what_was_written(tmp_path: Path) -> None:
    program = node()
    assert program is not None
    edition = small(tmp_path)
    text = next(one.make() for one in facet_outputs(edition, key_of) if one.make)
    module = (ROOT / "generator/assets/js/columns.mjs").as_uri()

    ran = subprocess.run(
        [program, "--input-type=module", "--eval", DECODE, module],
        input=text, capture_output=True, text=True, check=True,
    )  # fmt: skip
    friends, zebra = json.loads(ran.stdout)

    assert friends["section"] == ["activities"]
    assert friends["slot"] == ["tue_am"]
    assert friends["point"] == [54.6, 1.5]
    assert friends["access"] == {"step_free": ["yes"]}
    assert (friends["next_day"], friends["next_minute"]) == (2, 630)  # Tuesday 24 November, seen on the 22nd
    assert friends["cost"] == []
    assert zebra["cost"] == ["free"]
    assert zebra["area"] == ["north"]
    assert zebra["next_day"] is None
    assert zebra["checked"] == 2026 * 12 + 9
    assert zebra["access"] == {"step_free": []}


def test_a_record_weighs_so_little_that_ten_thousand_of_them_are_loaded_at_once(tmp_path: Path) -> None:
    records = 1000
    recipe.write_site(tmp_path, records)
    loaded = load(tmp_path / "mkdocs.yml", recipe.TODAY, Stages())
    assert loaded.catalogue is not None
    today = edition(loaded.catalogue, recipe.TODAY)
    made = {
        one.path: gzip.compress(str(one.make()).encode())
        for one in (*facet_outputs(today, key_of), *card_outputs(today, key_of))
        if one.make
    }
    blocks = [len(content) for path, content in made.items() if "/cards/" in path]

    assert len(made["data/columns/facets.json"]) < 20 * records  # of 400 kB for a list of 10,000 that can be filtered
    assert sum(blocks) / len(blocks) < 1500


def test_columns_take_as_many_digits_as_they_need() -> None:
    assert digits([]) == digits([0, 0]) == []
    assert digits([1, 0, 63]) == ["BA_"]
    assert digits([64, 0]) == ["BA", "AA"]
    planes = list(takewhile(len, (digits([64**power]) for power in range(4))))
    assert [len(one) for one in planes] == [1, 2, 3, 4]


def test_what_nobody_says_is_no_value_and_the_commonest_comes_first() -> None:
    column = sets([("b",), ("a", "b"), (), ("b",)], "abc", {"a": "A", "b": "B", "c": "C"})

    assert column == {"values": ["a", "b"], "labels": ["A", "B"], "sets": [[1], [], [0, 1]], "of": ["ACBA"]}


def test_numbers_and_shared_things_have_0_for_nothing() -> None:
    assert numbers([None, 7, 9]) == {"from": 7, "of": ["ABD"]}
    assert numbers([None]) == {"from": 0, "of": []}
    assert items([None, "x", "y", "y"]) == {"items": ["y", "x"], "of": ["ACBB"]}


def test_every_question_about_access_comes_in_the_order_of_pages(tmp_path: Path) -> None:
    answers = "".join(f"  {feature}: yes\n" for feature, _ in zip(codes.ACCESS, count(), strict=False))
    made = files(edition_of(tmp_path, {"resources/a": f"{RESOURCE}access:\n{answers}"}))["facets.json"]["access"]

    assert list(made)[:10] == list(codes.ASKED_OF_EVERYBODY)
    assert sorted(made) == sorted(codes.ACCESS)
    assert {feature for feature, one in made.items() if not one["there"]} == {
        "bsl", "captions", "interpreter", "large_print", "easy_read", "dementia_friendly",
    }  # fmt: skip
