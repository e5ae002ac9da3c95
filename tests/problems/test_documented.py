"""docs/problems.md names every rule once, with its severity and a message that there is."""

import re

from tests.capabilities import ROOT
from tests.problems.test_cases import CASES, RULES

ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (error|warning) \| (.+?) \| (.+) \|$", re.MULTILINE)
ROWS = ROW.findall((ROOT / "docs/problems.md").read_text(encoding="utf-8"))
SAID = "\n".join(case.problems for _, case in CASES)


def test_each_rule_is_documented_once() -> None:
    assert sorted(rule for rule, *_ in ROWS) == RULES


def test_each_example_is_said_of_a_case() -> None:
    invented = [
        rule
        for rule, severity, _, example in ROWS
        if f": {severity}: {example.replace(chr(92), '')}  [{rule}]" not in SAID
    ]

    assert invented == []
