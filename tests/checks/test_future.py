"""What happens rarely has a next session all the same; what is over has none."""

from datetime import date
from pathlib import Path

import pytest

from tests.problems.running import SITE, problems_of, write_site

FILE = "data/activities/mending-morning.yml"
CHANGES = """changes:
  - on: 2026-12-08
    cancelled: the mill is closed for repairs
"""


@pytest.mark.parametrize(
    ("rule", "today", "rules"),
    [
        ("every: 29 February", date(2028, 3, 1), set()),
        ("every: 29 February", date(2096, 3, 1), set()),
        ("every: 12 years on 6 January", date(2027, 1, 7), set()),
        ("on: 2026-12-08", date(2026, 12, 9), {"no-future-session"}),
    ],
)
def test_only_what_never_comes_again_has_no_session(rule: str, today: date, rules: set[str], tmp_path: Path) -> None:
    bound = "" if rule.startswith("on") else "    from: 2026-09-01\n"
    text = SITE[FILE].replace(CHANGES, "").replace("    from: 2026-09-01\n", bound).replace("every: Tuesday", rule)
    write_site(tmp_path, {name: one.encode() for name, one in {**SITE, FILE: text}.items()})

    found = {problem.rule for problem in problems_of(tmp_path, today) if problem.file == FILE}

    assert found - {"check-overdue"} == rules
