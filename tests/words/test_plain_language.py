"""Our own words are plain: no sentence of a page is long, no word is one that only workers use.

Of records the check says the same as a warning (generator/checks/wording.py); of our own texts it is an error.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.checks.reading import HARDEST, reading
from generator.checks.wording import HARD_WORDS, LONGEST_SENTENCE
from generator.pages.worksheet_texts import SHEETS
from generator.words.messages import FOLDER
from tests.capabilities import ROOT
from tests.test_guide import AVERAGE, sentences

_END = re.compile(r"[.!?:;…][”\"]?\s|\n")
STANDARD = "scale of 0 to 10"
"""A question of a national survey, which may be asked only word for word."""
PROSE = sorted((ROOT / "content").glob("*.md"))


def messages() -> Iterator[str]:
    with (FOLDER / "fingerpost.pot").open("rb") as file:
        for message in read_po(file):
            yield from (message.id,) if isinstance(message.id, str) else message.id


def said() -> list[str]:
    """Every sentence of every message."""
    return [sentence for text in messages() for sentence in _END.split(text) if sentence.strip()]


def test_no_sentence_of_ours_is_too_long() -> None:
    long = [sentence for sentence in said() if len(sentence.split()) > LONGEST_SENTENCE and STANDARD not in sentence]

    assert long == []
    assert any(STANDARD in str(sheet) for sheet in SHEETS), "what is left out is a question of a worksheet"


def test_sentences_of_ours_are_short_on_the_whole() -> None:
    counted = [len(sentence.split()) for sentence in said()]

    assert sum(counted) / len(counted) <= AVERAGE


def test_what_we_say_reads_with_ease() -> None:
    assert reading(said()).grade <= HARDEST


def test_no_word_of_ours_is_one_that_only_workers_use() -> None:
    hard = re.compile("|".join(rf"\b{word}\b" for word in HARD_WORDS), re.IGNORECASE)

    assert [text for text in messages() if hard.search(text)] == []


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.name)
def test_prose_outside_the_guide_is_plain_too(page: Path) -> None:
    found = sentences(page)
    text = page.read_text(encoding="utf-8").casefold()

    assert [one for one in found if len(one.split()) > LONGEST_SENTENCE] == []
    assert sum(len(one.split()) for one in found) / len(found) <= AVERAGE
    assert reading(found).grade <= HARDEST
    assert [word for word in HARD_WORDS if re.search(rf"\b{word}\b", text)] == []
