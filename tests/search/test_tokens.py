"""Words are compared in one way: in Python when the index is made, in the browser when somebody types."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search.tokens import LONGEST, index_tokens, stems, tokens, without_addresses
from tests.hostile import STRINGS
from tests.search.asking import tokens_in_browser


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Riverbank Men's Shed", ["riverbank", "mens", "shed"]),
        ("men’s MENS mens", ["mens", "mens", "mens"]),
        ("Café Zoë, Łódź, Straße", ["cafe", "zoe", "lodz", "strasse"]),
        ("tai-chi & t'ai chi", ["tai", "chi", "tai", "chi"]),
        ("ZZ2 9SH, 01632 960101", ["zz2", "9sh", "01632", "960101"]),
        ("the who", ["the", "who"]),
        ("<b>bold</b>_under_ a.b@c", ["b", "bold", "b", "under", "a", "b", "c"]),
        ("ﬁsh ½ ² İ", ["fish", "1", "2", "2", "i"]),
        ("", []),
        ("…!?", []),
    ],
)  # fmt: skip
def test_words_lose_capitals_accents_and_apostrophes(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_what_is_too_long_for_a_word_is_cut() -> None:
    assert tokens("a" * 100) == ["a" * LONGEST]
    assert tokens("é" * 100) == ["e" * LONGEST]


def test_words_with_hyphens_are_found_in_one_too() -> None:
    assert index_tokens("a drop-in café") == ["a", "drop", "in", "cafe", "dropin"]


def test_addresses_of_links_are_no_words_of_a_text() -> None:
    text = without_addresses("See [our page](https://shed.example.org/a) or https://shed.example.org/b today")

    assert tokens(text) == ["see", "our", "page", "or", "today"]


def test_forms_of_a_word_share_a_stem_in_languages_whose_rules_are_known() -> None:
    assert set(stems(["knit", "knits", "knitted", "knitting"], "en")) == {"knit"}
    assert set(stems(["jardin", "jardins"], "fr")) == {"jardin"}
    assert list(stems(["gwau", "gwaith"], "cy")) == ["gwau", "gwaith"]


@pytest.mark.needs("node")
def test_the_browser_takes_texts_apart_in_the_same_way() -> None:
    texts: list[str] = list(STRINGS.values())

    @settings(max_examples=500)
    @given(st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=60))
    def gather(text: str) -> None:
        texts.append(text)

    gather()
    apart = tokens_in_browser(texts)

    assert [(text, words) for text, words in zip(texts, apart, strict=True) if words != tokens(text)] == []
