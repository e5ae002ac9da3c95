"""What people type and what they must find on the demonstration: our modules, run by node over the site's files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.edition import Edition, edition
from generator.loading import load
from generator.pages.listings import listed_entries
from generator.pages.page import Prose
from generator.search.tokens import tokens
from generator.stages import Stages
from tests.capabilities import ROOT
from tests.search.asking import asked, written
from tests.sites import TODAY

pytestmark = pytest.mark.needs("node")

PROSE = (Prose("access/", "Can everybody use this site?", "What works for disabled people.", "Screen readers."),)

FIRST = (
    # half-remembered and misspelt names
    ("gardning", "garden-gang|garden-gang-saturday"),
    ("hosptial", "home-from-hospital"),
    ("knittng", "knit-and-natter-tuesday"),
    ("nitting", "knit-and-natter-tuesday"),
    ("memry cafe", "memory-cafe-fridays"),
    ("ukelele", "ukulele-wednesdays"),
    ("taichi", "tai-chi-at-the-bandstand"),
    ("tai-chi", "tai-chi-at-the-bandstand"),
    ("bookclub", "between-the-boxes|book-group|half-a-book-club|book-group-evening"),
    ("carers cafe", "carers-cafe-thursday"),
    ("mens shed", "riverbank-mens-shed"),
    ("men's shed", "riverbank-mens-shed"),
    ("MENS SHED", "riverbank-mens-shed"),
    ("river bank shed", "riverbank-mens-shed"),
    ("rainbw", "rainbow-tea|rainbow-thursday"),
    ("dominos", "dominoes-club|tuesday-dominoes|dominoes-by-lamplight"),
    ("phone frends", "phone-friends"),
    ("watercolor", "watercolours|watercolour-wednesday"),
    ("st botolphs", "st-botolphs|sunday-eucharist"),
    # other forms of the words of a name
    ("knit", "knit-and-natter-tuesday"),
    ("knitting", "knit-and-natter-tuesday"),
    ("knitted", "knit-and-natter-tuesday"),
    ("gardeners", "garden-gang|garden-gang-saturday"),
    ("singers", "alder-singers"),
    ("reader", "reading-aloud|reading-buddies"),
    # everyday words
    ("wool", "knit-and-natter"),
    ("choir", "choir-rehearsal"),
    ("debt", "money-matters|fresh-cards|key-and-door|food-pantry|speak-up"),
    ("woodwork", "riverbank-mens-shed|shed-open-mornings|repair-cafe|repair-cafe-saturday"),
    ("grief", "walk-after-loss|after-caring|after-caring-lunch|left-behind|walk-after-loss-sunday"),
    ("mum and baby", "stay-and-wobble|wobblers"),
    ("dementia", "memory-cafe"),
    ("beekeeping", "bee-keepers|bee-day"),
    ("bsl", "deaf-club|deaf-club-thursday"),
    ("need carers cafe", "carers-cafe-thursday"),
    # whole names, phrases, small words
    ("Tea Dance", "tea-dance-monthly"),
    ('"tea dance"', "tea-dance-monthly"),
    ("walking football", "walking-football-fridays|walking-football"),
    ("the long table", "the-long-table"),
    ("the", "quiet-table-thursday|the-long-table|corn-exchange-arts|quiet-table|food-pantry"),
    ("on your own again", "on-your-own-again-circle|on-your-own-again"),
    ("what is in the box", "between-the-boxes"),
    ("who can help me with my benefits", "money-matters"),
    # numbers and places
    ("01632 960151", "riverbank-mens-shed"),
    ("01632960151", "riverbank-mens-shed"),
    ("01632 960 151", "riverbank-mens-shed"),
    ("supper on the 31st", "supper-on-the-31st"),
    # still being typed
    ("gard", "garden-gang|garden-gang-saturday"),
    ("ukul", "ukulele-wednesdays"),
    ("rive", "riverbank-mens-shed|river-wardens|river-wardens-saturday|riverbank-trust"),
)  # fmt: skip
"""By query the ids, one of which must be first."""


@pytest.fixture(scope="module")
def demo() -> Edition:
    today = date.fromisoformat(TODAY)
    loaded = load(ROOT / "mkdocs.yml", today, Stages())
    assert loaded.catalogue is not None
    return edition(loaded.catalogue, today)


@pytest.fixture(scope="module")
def site(demo: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(demo, tmp_path_factory.mktemp("search"), PROSE)


@pytest.fixture(scope="module")
def answers(site: Path) -> Mapping[str, Any]:
    queries = [query for query, _ in FIRST]
    return dict(zip(queries, asked(site, queries), strict=True))


def ids(answer: Any) -> Sequence[str]:
    return [url.split("/")[1] for url in answer["urls"]]


@pytest.mark.parametrize(("query", "expected"), FIRST)
def test_what_is_meant_comes_first(query: str, expected: str, answers: Mapping[str, Any]) -> None:
    assert ids(answers[query])[:1] != []
    assert ids(answers[query])[0] in expected.split("|"), ids(answers[query])


def test_words_for_one_thing_find_each_other(site: Path) -> None:
    several = asked(site, ["knitting", "knit", "wool", "crochet", "yarn"])

    for answer in several:
        assert {"knit-and-natter", "knit-and-natter-tuesday"} <= set(ids(answer)), answer


def test_who_says_how_they_are_finds_what_they_would_find_with_the_word_alone(site: Path) -> None:
    alone, told, typed = asked(site, ["lonely", "I am lonely", "i'm feeling so lonely"])

    assert alone["records"]
    assert told["records"] == typed["records"] == alone["records"]


def test_who_looks_for_card_games_is_not_sent_to_those_who_knit(site: Path) -> None:
    cards, making = asked(site, ["cards", "card making"])

    assert "knit-and-natter-tuesday" not in ids(cards)
    assert "knit-and-natter-tuesday" in ids(making)


def test_a_correction_is_told_and_only_what_is_wrong_is_corrected(site: Path) -> None:
    wrong, right, unknown, mixed = asked(site, ["gardning", "gardening", "xyzzyx", "northgate gardning"])

    assert wrong["corrected"] == "gardening"
    assert wrong["records"] == right["records"]
    assert right["corrected"] is None
    assert (unknown["corrected"], unknown["count"], unknown["pages"]) == (None, 0, [])
    assert mixed["corrected"] == "northgate gardening"


def test_it_is_said_why_something_is_found(site: Path) -> None:
    shed, wool, place = asked(site, ["shed", "wool", "market hall"])

    assert shed["whys"][0][0] == {"field": "name", "words": ["shed"]}
    assert {"field": "about", "words": ["Crafts"]} in [one for why in wool["whys"] for one in why]
    assert {"field": "place", "words": ["market", "hall"]} in [one for why in place["whys"] for one in why]


def test_names_come_before_texts(site: Path, demo: Edition) -> None:
    names = [entry.record.name for entry in listed_entries(demo)]
    for query, answer in zip(["garden", "river", "table"], asked(site, ["garden", "river", "table"]), strict=True):
        named = [query in tokens(names[number]) for number in answer["records"]]
        assert named[: sum(named)] == [True] * sum(named), (query, [names[number] for number in answer["records"]])


@pytest.mark.parametrize(
    ("query", "tag"), [("bereaved", "bereaved"), ("blind", "sight_loss"), ("dementia", "dementia")]
)
def test_what_was_made_for_somebody_comes_before_what_merely_welcomes_them(
    site: Path, demo: Edition, query: str, tag: str
) -> None:
    (answer,) = asked(site, [query])
    listed = list(listed_entries(demo))
    made_for = []
    for number, why in zip(answer["records"], answer["whys"], strict=True):
        fields = [one["field"] for one in why]
        if fields not in (["who"], ["welcomes"]):
            continue  # found by its name or its text, too
        audience = listed[number].facts.audience
        assert audience is not None
        if tag in (*audience.value.requires, *audience.value.designed_for, *audience.value.welcomes):
            made_for.append(tag not in audience.value.welcomes)

    assert {True, False} == set(made_for)
    assert made_for == sorted(made_for, reverse=True)


def test_each_record_is_found_by_each_word_of_its_name(site: Path, demo: Edition) -> None:
    names = [tokens(entry.record.name) for entry in listed_entries(demo)]
    words = sorted({word for name in names for word in name})
    found = dict(zip(words, (set(answer["records"]) for answer in asked(site, words)), strict=True))

    assert [(number, word) for number, name in enumerate(names) for word in name if number not in found[word]] == []


def test_each_record_is_found_first_by_its_whole_name(site: Path, demo: Edition) -> None:
    names = [entry.record.name for entry in listed_entries(demo)]
    answers = asked(site, names)

    lost = [name for name, answer in zip(names, answers, strict=True) if names[answer["records"][0]] != name]
    assert lost == []


def test_places_and_pages_are_found_beside_records(site: Path) -> None:
    mill, access, mix = asked(site, ["old mill", "screen reader", "memory friendly"])

    assert mill["pages"][0] == "venues/old-mill/"
    assert access["pages"][0] == "access/"
    assert mix["pages"][0] == "mix/memory-friendly/"


def test_a_quoted_phrase_is_taken_as_it_stands(site: Path) -> None:
    loose, phrase, wrong = asked(site, ["tea dance", '"tea dance"', '"tea danse"'])

    assert 0 < phrase["count"] < loose["count"]
    assert (wrong["count"], wrong["corrected"]) == (0, None)
