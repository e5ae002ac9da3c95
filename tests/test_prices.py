"""What something costs is said in the same words on a page and in a calendar."""

import pytest

from generator.edition import Edition
from generator.feeds.texts import telling
from generator.pages.facts import cost_sentences
from tests.pages.record_editions import activity, spaced


def lines(text: str) -> list[str]:
    return [line for line in spaced(text).splitlines() if line.startswith("Cost: ")]


@pytest.mark.parametrize(
    "cost",
    [
        "cost: {amount: 0, note: tea 50p}",
        "cost: {amount: 2, first_free: yes, help_with_cost: ask}",
        "cost: {amount: 4.50, per: month, help_with_cost: no}",
        "cost: {donation: {nothing_is_fine: yes, suggested: 3}}",
        "cost: 2",
    ],
)
def test_a_calendar_says_the_cost_as_the_page_does(cost: str) -> None:
    made, entry = activity(f"{cost}\n")
    assert isinstance(made, Edition)

    assert lines(telling(entry, made).facts) == [f"Cost: {spaced(' '.join(cost_sentences(made, entry)))}"]


def test_a_calendar_says_that_nobody_has_told_us() -> None:
    made, entry = activity()

    assert lines(telling(entry, made).facts) == ["Cost: nobody has told us."]
