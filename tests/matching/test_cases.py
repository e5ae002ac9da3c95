"""The example clients get what a careful worker would give them: the twelve that are handed out, and our own."""

from pathlib import Path

import pytest

from generator.records.cases import Expect
from generator.records.matching_words import SENTENCES
from tests.matching.running import OWN, SHARED, cases_file, fell_short, judged


@pytest.mark.needs("shared")
def test_the_twelve_examples_pass() -> None:
    results = judged(SHARED)

    assert len(results) == 12
    assert fell_short(results) == []


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_each_rule_holds_for_its_example(path: Path) -> None:
    assert fell_short(judged(path)) == []


def test_every_kind_of_expectation_is_used_by_an_example() -> None:
    used = {name for path in OWN for case in cases_file(path).cases for name in case.expect.model_fields_set}

    assert used == Expect.model_fields.keys()


def test_every_reason_that_is_no_why_has_an_example() -> None:
    named = {
        code
        for path in OWN
        for case in cases_file(path).cases
        for kind in (case.expect.check, case.expect.exclude, case.expect.note)
        for code in kind.values()
    }
    codes = {code for code in SENTENCES if code.count(".") == 1 and not code.startswith("w.")}

    assert codes - named == set()
