"""Yes and no of a file of cases, in either form, never become "not known"."""

import pytest

from generator.matching.row import as_json, row_of_short
from generator.records.cases import read_cases
from generator.records.profile import as_json as profile_json
from generator.records.site import Vocabulary

TEXT = """\
records:
  - {id: a, title: A, kind: group, access: {step_free: %s, seating: ask}, transport: %s, buddy: %s}
cases:
  - {id: X, vignette: x, profile: {home_before_dark: %s}, expect: {absent: [a]}}
"""


@pytest.mark.parametrize(("written", "answer"), [("no", "no"), ("false", "no"), ("yes", "yes"), ("true", "yes")])
def test_an_answer_is_kept(written: str, answer: str) -> None:
    file, problems = read_cases((TEXT % ((written,) * 4)).encode(), "cases.yml", Vocabulary())

    assert file is not None, problems
    row = as_json(row_of_short(file.records[0]))
    assert row["access"] == {"step_free": answer}
    assert row["transport"] == answer
    assert row["buddy"] is (answer == "yes")
    assert profile_json(file.cases[0].profile)["home_before_dark"] is (answer == "yes")
