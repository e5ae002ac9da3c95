"""The guide: plain words, every page reachable, and only questions that may be shared, word for word."""

import re
from pathlib import Path

import pytest
import yaml

from generator.checks.reading import HARDEST, LONGEST_ON_AVERAGE, reading
from generator.checks.wording import HARD_WORDS, LONGEST_SENTENCE
from generator.pages.steps import STEPS
from generator.pages.worksheet_parts import Choice, Scale
from generator.pages.worksheet_texts import SHEETS
from tests.capabilities import ROOT

GUIDE = ROOT / "content/guide"
PAGES = sorted(GUIDE.rglob("*.md"))
AVERAGE = LONGEST_ON_AVERAGE
_END = re.compile(r"(?<=[.?!])[”\"]?\*{0,2}\s|:\s|\n\s*\n|\n\s*(?:[-*]|\d\.)\s|\s\|\s?|;\s")
_MARKUP = re.compile(r"\]\([^)]*\)|[*#\[\]|]")


def sentences(page: Path) -> list[str]:
    """The sentences of a page, without its front matter and its marks."""
    text = page.read_text(encoding="utf-8").split("---\n", 2)[2]
    return [plain for part in _END.split(text) if (plain := _MARKUP.sub(" ", part).strip())]


def named(page: Path) -> str:
    return page.relative_to(GUIDE).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_sentence_of_the_guide_is_too_long(page: Path) -> None:
    counted = [len(sentence.split()) for sentence in sentences(page)]

    assert [one for one in sentences(page) if len(one.split()) > LONGEST_SENTENCE] == []
    assert sum(counted) / len(counted) <= AVERAGE
    assert reading(sentences(page)).grade <= HARDEST


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_the_guide_has_no_words_that_only_workers_use(page: Path) -> None:
    text = page.read_text(encoding="utf-8").casefold()

    assert [word for word in HARD_WORDS if re.search(rf"\b{word}\b", text)] == []


@pytest.mark.parametrize("page", [page for page in PAGES if "easy" in page.parts], ids=named)
def test_easy_pages_have_one_idea_a_sentence(page: Path) -> None:
    assert [one for one in sentences(page) if len(one.split()) > 12] == []


def test_every_page_of_the_guide_has_its_place_in_the_order() -> None:
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    listed = [page for part in settings["nav"] if isinstance(part, dict) for pages in part.values() for page in pages]

    assert sorted(listed) == sorted(f"guide/{named(page)}" for page in PAGES)


def test_pages_and_sheets_name_steps_that_there_are_and_each_step_has_both() -> None:
    said = [re.search(r"^step: (\w+)$", page.read_text(encoding="utf-8"), re.MULTILINE) for page in PAGES]
    of_pages = {found[1] for found in said if found}
    of_sheets = {sheet.step for sheet in SHEETS if sheet.step}

    assert of_pages == set(STEPS)
    assert of_sheets <= set(STEPS)
    assert len(of_sheets) == len(STEPS) - 1, "one goes along without a sheet"


QUESTIONS = {
    "direct-question": ["How often do you feel lonely?"],
    "four-questions": [
        "How often do you feel that you lack companionship?",
        "How often do you feel left out?",
        "How often do you feel isolated from others?",
        "How often do you feel lonely?",
    ],
    "well-being": [
        "Overall, how satisfied are you with your life nowadays?",
        "Overall, to what extent do you feel that the things you do in your life are worthwhile?",
        "Overall, how happy did you feel yesterday?",
        (
            "On a scale where 0 is “not at all anxious” and 10 is “completely anxious”, overall, how anxious did you"
            " feel yesterday?"
        ),
    ],
}


@pytest.mark.parametrize(("sheet", "questions"), QUESTIONS.items())
def test_standard_questions_stand_word_for_word_with_their_source(sheet: str, questions: list[str]) -> None:
    found = next(one for one in SHEETS if one.id == sheet)

    assert [part.question for part in found.parts if isinstance(part, Choice | Scale)] == questions
    assert "Open Government Licence" in str(found.source).replace("\n", " ")


def test_a_set_is_never_split_and_its_points_are_the_standards() -> None:
    three = [part for sheet in SHEETS for part in sheet.parts if isinstance(part, Choice) and part.set]

    assert len(three) == 3
    assert {tuple((answer.label, answer.points) for answer in part.answers) for part in three} == {
        (("Hardly ever or never", 1), ("Some of the time", 2), ("Often", 3))
    }
