"""How hard a text is to read: syllables, words in a sentence, the grade."""

import pytest

from generator.checks.reading import FEWEST_WORDS, HARDEST, Reading, reading, surely_easy, syllables

HARD = (
    "Participants additionally receive documentation explaining recommended maintenance procedures.",
    "Registration is unnecessary beforehand, although complicated appliances necessitate consecutive appointments.",
)
EASY = ("You may just watch.", "Somebody meets you at the door.", "Tea is free, and there is cake.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("tea", 1), ("garden", 2), ("make", 1), ("table", 2), ("whole", 1), ("walked", 1), ("wanted", 2), ("places", 2),
        ("comes", 1), ("houses", 2), ("the", 1), ("she", 1), ("yes", 1), ("red", 1), ("trees", 1), ("afternoon", 3),
        ("activity", 4), ("café", 2), ("churches", 2), ("the tree by the table", 6), ("", 0), ("12.30", 0),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_their_vowels(text: str, count: int) -> None:
    assert syllables(text) == count


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 12 words in two sentences with 13 syllables: 0.39 * 6 + 11.8 * 13 / 12 - 15.59
    assert reading(["We sit by the fire.", "You may bring your own mug along."]) == Reading(12, 6.0, -0.5)
    assert reading([]) == reading(["12.30", "–"]) == Reading(0, 0.0, 0.0)


def test_long_sentences_and_long_words_are_hard_and_short_texts_are_not_judged() -> None:
    long = "We sit in a ring by the fire and talk of the day and all that it has brought us"
    assert reading([long] * 3).average > 15
    assert reading([long] * 3).is_hard
    assert reading(HARD * 3).grade > HARDEST
    assert reading(HARD * 3).is_hard
    assert not reading(EASY * 5).is_hard
    assert reading(HARD).words < FEWEST_WORDS
    assert not reading(HARD).is_hard


@pytest.mark.parametrize("texts", [HARD * 3, EASY * 5, (*EASY, *HARD) * 3])
def test_what_reads_hard_is_never_taken_for_easy_by_the_quick_look(texts: tuple[str, ...]) -> None:
    assert not (surely_easy(" ".join(texts).lower()) and reading(texts).is_hard)


def test_the_quick_look_spares_plain_texts_the_whole_count() -> None:
    assert surely_easy(" ".join(EASY * 5).lower())
