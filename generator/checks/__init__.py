"""What can only be seen across fields and records: a visible table of generators of findings, run over a catalogue.

Content faults are values. An error takes its record out of the catalogue; what refers to it is left in peace.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue, catalogue
from generator.checks import freshness, ids, people, prose, references, schedules, site, wording
from generator.problems import Finding, Problem, Severity
from generator.records.places import placed

CHECKS: tuple[Callable[[Catalogue, date], Iterator[Finding]], ...] = (
    ids.duplicate_ids,
    ids.same_name_and_place,
    references.unknown_references,
    references.unknown_record_links,
    schedules.impossible_items,
    schedules.unclear_items,
    schedules.impossible_changes,
    schedules.no_future_session,
    people.impossible_audience,
    people.staff_and_house,
    people.nobody_to_ask,
    people.personal_details,
    site.help_contacts,
    site.site_words,
    site.mixes,
    freshness.overdue,
    freshness.impossible_periods,
    freshness.unknown_access,
    wording.long_or_hard,
    wording.too_many,
)
"""Every check, in no order that matters: problems are sorted by place."""


def check(made: Catalogue, root: Path, config: Path, today: date) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue without the records that have errors, and all problems with their places."""
    findings = [found for one in CHECKS for found in one(made, today)]
    findings += prose.unknown_links(made, config)
    by_file: dict[str, list[Finding]] = {}
    for found in findings:
        by_file.setdefault(found.file or config.name, []).append(found)
    problems: list[Problem] = []
    for file, theirs in by_file.items():
        problems += prose.placed(root, theirs) if file.endswith(".md") else _placed(root, file, theirs, made)
    wrong = {problem.file for problem in problems if problem.severity is Severity.ERROR}
    return (_without(made, wrong) if wrong else made), tuple(problems)


def _placed(root: Path, file: str, findings: list[Finding], made: Catalogue) -> tuple[Problem, ...]:
    path = root / file
    content = path.read_bytes() if path.is_file() else b""
    under = made.sources.site.plugin_path
    return placed(
        content,
        tuple(replace(found, file=file, path=found.path if found.file else under + found.path) for found in findings),
    )


def _without(made: Catalogue, files: set[str]) -> Catalogue:
    sources = made.sources

    def kept(records: Mapping[str, object]) -> dict[str, object]:
        return {name: record for name, record in records.items() if getattr(record, "file", None) not in files}

    parts = {name: kept(getattr(sources, name)) for name in ("resources", "activities", "venues", "mixes")}
    lost = {name for kind, records in parts.items() for name in getattr(sources, kind) if name not in records}
    return catalogue(replace(sources, **parts, broken=sources.broken | lost))  # type: ignore[arg-type]
