"""Runs files of example clients with the shipped matcher, or with one whose source was changed."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.matching.cases import outcomes
from generator.matching.engine import Matcher
from generator.matching.rules import rules_json
from generator.matching.site import CaseResult, own_catalogue
from generator.problems import as_text
from generator.records.cases import CasesFile, read_cases
from generator.records.matching import built_in_rules
from generator.records.profile import as_json
from generator.records.site import Vocabulary
from tests.capabilities import ROOT

HERE = Path(__file__).parent
OWN = tuple(sorted((HERE / "cases").glob("*.yml")))
SHARED = ROOT.parent / "shared/data/matching-vignettes.yaml"
"""The twelve examples that are handed to developers; not part of the repository."""
TODAY = date(2026, 12, 1)


@cache
def cases_file(path: Path) -> CasesFile:
    file, problems = read_cases(path.read_bytes(), path.name, Vocabulary())
    assert file is not None, as_text(problems)
    return file


def rules_of(file: CasesFile) -> dict[str, Any]:
    return rules_json(built_in_rules(), stale_days=file.stale_after_days)


@cache
def ready(path: Path) -> tuple[str, dict[str, Any], dict[str, str | None]]:
    """The day of a file, its catalogue, and who runs each of its records."""
    file = cases_file(path)
    day = file.as_of or TODAY
    catalogue = own_catalogue(file, day)
    return day.isoformat(), catalogue, {row["id"]: row["org"] for row in catalogue["rows"]}


def judged(path: Path, matcher: Matcher | None = None) -> list[CaseResult]:
    """The result of each case of a file."""
    file = cases_file(path)
    day, catalogue, orgs = ready(path)
    engine = (matcher or Matcher()).take(catalogue, rules_of(file))
    return [CaseResult(case, outcomes(case, engine.match(as_json(case.profile), day), orgs)) for case in file.cases]


def fell_short(results: list[CaseResult]) -> list[str]:
    return [
        f"{result.case.id}: {one.what}; it is {one.found}"
        for result in results
        for one in result.outcomes
        if not one.held
    ]
