"""What is in the index and what is not; that two builds agree; that files stay small."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.edition import Edition
from generator.search import files
from generator.search.analysis import Analysed
from generator.search.documents import Field
from generator.search.index import ALL_FIELDS, FIELD_BITS, Postings
from tests.hostile import STRINGS
from tests.pages.record_editions import CHECKED, TUESDAYS, edition_of
from tests.search.asking import asked, outputs_of, written

GROUP = f"kind: group\nsummary: People meet.\n{CHECKED}"
MEETING = f"category: games\nsummary: People meet.\n{TUESDAYS}{CHECKED}"


def contents(edition: Edition, folder: Path) -> Mapping[str, str]:
    listed = outputs_of(edition, folder)
    return {output.path: str(output.make() if output.make else output.content) for output in listed}


def words(edition: Edition, folder: Path) -> set[str]:
    return {
        word
        for path, text in contents(edition, folder).items()
        if "/words/" in path
        for stem, group in json.loads(text)["stems"].items()
        for word in (group[0].split() or [stem])
    }


def head(edition: Edition, folder: Path) -> Any:
    return json.loads(contents(edition, folder)["data/search/index.json"])


def test_only_what_is_public_and_listed_is_in_the_index(tmp_path: Path) -> None:
    edition = edition_of(
        {
            "resources/open": f"name: Openword\n{GROUP}",
            "resources/ended": f"name: Endedword\nplaces: closed\n{GROUP}",
            "activities/later": f"name: Laterword\nvisible: {{from: 2027-01-01}}\n{MEETING}",
            "activities/house": f"name: Houseword\nshown_to: house\nvenue: lounge\n{MEETING}",
            "activities/staff": f"name: Staffword\nshown_to: staff\n{MEETING}",
            "venues/lounge": f"name: Loungeword\n{CHECKED}",
            "feeds/home": "name: Homeword\nsummary: A house.\nhouse: yes\ntakes: [{venue: lounge}]\n",
        }
    )
    text = "".join(contents(edition, tmp_path).values()).lower()

    assert "openword" in text
    for word in ("endedword", "laterword", "houseword", "staffword", "loungeword", "homeword"):
        assert word not in text, word


def test_a_record_is_found_by_what_is_known_of_it(tmp_path: Path) -> None:
    edition = edition_of(
        {
            "resources/trust": f"name: Riverbank Trust\n{GROUP}",
            "activities/shed": (
                "name: Shed Mornings\norganiser: trust\nvenue: mill\ntopics: making.woodwork\naliases: [old-barn]\n"
                "description: Mend *chairs*, see [our page](https://nowhere.example.org/).\n"
                "first_visit: Ask for the blue door.\nwho_comes: About twelve.\nbring: an apron\n"
                f"contact: {{phone: 01632 960151, role: shed leader}}\naudience: {{welcomes: [men]}}\n{MEETING}"
            ),
            "venues/mill": (
                f"name: Old Mill\naddress: {{street: Mill Lane, town: Alderbourne, postcode: ZZ2 9SH}}\n{CHECKED}"
            ),
        }
    )
    found = words(edition, tmp_path)

    assert {
        "shed", "mornings", "riverbank", "trust", "mill", "lane", "alderbourne", "zz29sh", "9sh", "chairs",
        "barn", "blue",
        "twelve", "apron", "01632960151", "leader", "tuesdays", "#topic.making.woodwork", "#topic.making", "#tag.men",
        "#category.games",
    } <= found  # fmt: skip
    assert "nowhere" not in found


def test_two_builds_are_equal_whatever_was_kept(tmp_path: Path) -> None:
    records = {f"resources/r{number}": f"name: Group {number} of many\n{GROUP}" for number in range(120)}
    one = contents(edition_of(records), tmp_path / "a")
    other = contents(edition_of(dict(reversed(records.items()))), tmp_path / "b")
    again = contents(edition_of(records), tmp_path / "a")

    assert one == other == again
    assert list(one) == list(other)


def test_a_changed_record_is_taken_apart_again(tmp_path: Path) -> None:
    before = edition_of({"resources/a": f"name: Before\n{GROUP}", "resources/b": f"name: Other\n{GROUP}"})
    after = edition_of({"resources/c": f"name: After\n{GROUP}", "resources/b": f"name: Other\n{GROUP}"})

    assert {"before", "other"} <= words(before, tmp_path)
    assert words(after, tmp_path).isdisjoint({"before"})
    assert {"after", "other"} <= words(after, tmp_path)


def test_a_store_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    edition = edition_of({"resources/a": f"name: Before\n{GROUP}"})
    expected = contents(edition, tmp_path)
    (tmp_path / "words.txt").write_text("{")

    assert contents(edition, tmp_path) == expected


def test_the_version_changes_with_any_word(tmp_path: Path) -> None:
    one = head(edition_of({"resources/a": f"name: Before\n{GROUP}"}), tmp_path)
    other = head(edition_of({"resources/a": f"name: Before\ndescription: More.\n{GROUP}"}), tmp_path / "other")

    assert one["version"] != other["version"]
    assert one["order"] == other["order"], "cards stand where they stood"


def test_every_file_but_that_of_a_single_stem_is_of_bounded_size(tmp_path: Path) -> None:
    letters = "abcdefghij"
    many = {
        f"resources/{a}{b}{c}": f"name: {a}{b}{c}{c}{b}{a} {c}{a}{b}ling Society\n{GROUP}"
        for a in letters for b in letters for c in letters[:4]
    }  # fmt: skip
    found = contents(edition_of(many), tmp_path)
    shelves = [text for path, text in found.items() if "/words/" in path]

    assert len(shelves) > 1
    for text in shelves:
        assert len(text) < files.LARGEST * 1.5 or len(json.loads(text)["stems"]) == 1


def test_a_word_of_every_text_is_found_in_every_text() -> None:
    postings = Postings()
    for _ in range(1000):
        postings.add(Analysed(("group",), ((int(Field.NAME), ("group",)), (int(Field.TEXT), ("people",)))))
    (people,) = (group for group in postings.groups("en", {}) if "people" in group.words)

    assert people.documents == 1000
    assert people.by_fields == ((int(Field.TEXT), list(range(1000))),)


def test_fields_fit_into_their_bits() -> None:
    assert max(Field) < 1 << FIELD_BITS
    assert sum(Field) == ALL_FIELDS


@pytest.mark.needs("node")
def test_hostile_names_are_found_and_stay_text(tmp_path: Path) -> None:
    names = [text for text in STRINGS.values() if text.isprintable() and text.strip() == text]
    records = {
        f"resources/r{number:03}": f"name: {json.dumps(f'Zebra{number:03} {name}')}\n{GROUP}"
        for number, name in enumerate(names)
    }
    site = written(edition_of(records), tmp_path)
    queries = [f"zebra{number:03}" for number in range(len(names))]

    for number, answer in enumerate(asked(site, queries)):
        assert answer["urls"] == [f"resources/r{number:03}/"], names[number]
