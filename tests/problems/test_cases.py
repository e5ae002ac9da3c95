"""Each mistake of `cases/*.yml` is said once, at its exact place, in the exact words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.problems import as_text
from tests.capabilities import ROOT
from tests.problems.golden import UPDATE, update
from tests.problems.running import HERE, Case, case_of, cases_of, problems_of, write_odd, write_site

FILES = sorted((HERE / "cases").glob("*.yml"))
CASES = [(path, case) for path in FILES for case in cases_of(path)]
PACKAGES = ("generator/records", "generator/checks")
RULE_AT = {"Fault": 2, "Finding": 2, "Problem": 4, "bad": 0, "_read": 1, "_fault": 1, "_hopeless": 1}
"""Where, among the arguments of what makes a problem, the rule stands."""


def rules_in_source() -> Iterator[str]:
    """Every rule that the source names."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from rules_of(node)
                elif isinstance(node, ast.arg | ast.keyword) and node.arg == "rule":
                    value = getattr(node, "value", None)
                    if isinstance(value, ast.Constant):
                        yield str(value.value)


def rules_of(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = RULE_AT.get(name)
    if place is not None and len(call.args) > place:
        rule = call.args[place]
        if isinstance(rule, ast.Constant) and isinstance(rule.value, str):
            yield rule.value


RULES = sorted(set(rules_in_source()))


@pytest.mark.parametrize(("path", "case"), CASES, ids=[f"{path.stem}: {case.name}" for path, case in CASES])
def test_a_mistake_is_said_in_these_words_at_this_place(path: Path, case: Case, tmp_path: Path) -> None:
    write_site(tmp_path, case.site())
    for name, what in case.odd.items():
        write_odd(tmp_path / name, what)

    found = problems_of(tmp_path, renamed=case.renamed)

    if UPDATE:
        update(path, {case.name: as_text(found)})
        return
    assert as_text(found) == case.problems
    assert case.several or len(found) == 1, "one mistake, one problem"


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_a_case(rule: str) -> None:
    assert any(f"[{rule}]" in case.problems for _, case in CASES)


def test_the_names_of_cases_are_told_apart() -> None:
    names = [(path, case.name) for path, case in CASES]

    assert len(names) == len(set(names))


def test_the_site_of_the_cases_has_no_problems(tmp_path: Path) -> None:
    write_site(tmp_path, case_of({"case": "none"}).site())

    assert problems_of(tmp_path) == ()
