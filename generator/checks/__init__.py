"""What can only be seen across fields and records: a visible table of generators of findings, run over a catalogue.

Content faults are values. An error takes its record out of the catalogue; what refers to it is left in peace.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, replace
from datetime import date
from functools import partial
from pathlib import Path

from generator.catalogue import Catalogue, catalogue
from generator.checks import (
    changes,
    facts,
    fiction,
    freshness,
    ids,
    people,
    prose,
    references,
    renames,
    schedules,
    site,
    uids,
    wording,
)
from generator.checks.renames import Rename
from generator.jsontext import decoded, encoded
from generator.problems import Finding, Problem, Severity
from generator.records.files import NOTHING, Found, Instead, content_of
from generator.records.places import placed
from generator.workers import from_both_ends, may_share

FEWEST_TO_SHARE = 2000  # records; below this a second process costs more than it saves

Check = Callable[[Catalogue, date], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    ids.duplicate_ids,
    uids.same_uids,
    references.unknown_references,
    references.names_for_ids,
    references.unknown_record_links,
    schedules.impossible_items,
    schedules.unclear_items,
    changes.impossible_changes,
    changes.far_away,
    facts.impossible_facts,
    people.staff_only,
    people.personal_details,
    site.help_contacts,
    fiction.made_up_help,
    site.own_review,
    site.impossible_areas,
    site.site_words,
    freshness.overdue,
    freshness.impossible_periods,
    freshness.long_or_far_periods,
    wording.too_many,
)
"""What is wrong with a record as its file says it; after them, since it takes longest, `wording.long_or_hard`."""
REVIEWS: tuple[Check, ...] = (
    ids.same_name_and_place,
    schedules.no_future_session,
    people.house_without_mix,
    people.nobody_to_ask,
    site.incomplete_holidays,
    site.empty_mixes,
    freshness.unknown_access,
)
"""What follows from several records. Only those without errors are asked, so that no mistake sets off a second wave."""


def check(
    made: Catalogue,
    root: Path,
    config: Path,
    today: date,
    *,
    renamed: Iterable[Rename] = (),
    warnings_in_place: bool = True,
    instead: Instead = NOTHING,
    meanwhile: Callable[[], None] = lambda: None,
    keep: Path | None = None,
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue without the records that have errors, and all problems with their places.

    `renamed` are the files that had another name, as far as anybody knows. Unless warnings are wanted in place, a file
    with nothing but warnings is not looked at again: they stand at its top. `meanwhile` is done here while another
    process has begun to check, where there is one. In the file `keep` the next run finds what texts were told.
    """
    findings = _findings(made, today, meanwhile, keep)
    wrong = {found.file for found in findings if found.severity is Severity.ERROR}
    sound = _without(made, wrong) if wrong else made
    findings += [found for one in REVIEWS for found in one(sound, today)]
    findings += renames.forgotten_ids(sound.sources, renamed)
    by_file: dict[str, list[Finding]] = {}
    for found in findings:
        by_file.setdefault(found.file or config.name, []).append(found)
    problems: list[Problem] = []
    for file, theirs in by_file.items():
        sought = warnings_in_place or any(found.severity is Severity.ERROR for found in theirs)
        problems += _placed(root, file, theirs, made, instead) if sought else (_at_top(file, found) for found in theirs)
    return sound, (*problems, *prose.prose_problems(made, config))


def _findings(made: Catalogue, today: date, meanwhile: Callable[[], None], keep: Path | None) -> list[Finding]:
    """What the checks of a catalogue find; of a large one, in two processes."""

    def nothing_yet(_made: Catalogue, _today: date) -> Iterator[Finding]:
        meanwhile()
        return iter(())

    every: tuple[Check, ...] = (nothing_yet, *CHECKS, partial(wording.long_or_hard, keep=keep))

    def found(checks: Iterable[Check]) -> Iterator[Finding]:
        return (one for check in checks for one in check(made, today))

    def work(checks: Iterable[Check]) -> bytes:
        return encoded([astuple(one) for one in found(checks)])

    if len(made.entries) < FEWEST_TO_SHARE or not may_share():
        return list(found(every))
    return [
        Finding(file, tuple(path), rule, message, hint, Severity(severity), *place)
        for share in from_both_ends(work, every)
        for file, path, rule, message, hint, severity, *place in decoded(share)
    ]


def _placed(root: Path, file: str, findings: list[Finding], made: Catalogue, instead: Instead) -> tuple[Problem, ...]:
    content = content_of(Found(file, str(root / file), content=instead.get(file)))
    under = made.sources.site.plugin_path
    return placed(
        b"" if isinstance(content, Problem) else content,  # a file that is missing is a problem, too
        tuple(replace(found, file=file, path=found.path if found.file else under + found.path) for found in findings),
    )


def _at_top(file: str, found: Finding) -> Problem:
    return Problem(file, 1, 1, found.severity, found.rule, found.message, found.hint)


def _without(made: Catalogue, files: set[str]) -> Catalogue:
    sources = made.sources

    def kept(records: Mapping[str, object]) -> dict[str, object]:
        return {name: record for name, record in records.items() if getattr(record, "file", None) not in files}

    parts = {name: kept(getattr(sources, name)) for name in ("resources", "activities", "venues", "mixes")}
    lost = {name for kind, records in parts.items() for name in getattr(sources, kind) if name not in records}
    return catalogue(replace(sources, **parts, broken=sources.broken | lost))  # type: ignore[arg-type]
