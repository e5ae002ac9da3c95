"""Dates of checking, periods, and access facts that nobody has told us."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.problems import Finding, Severity
from generator.records.common import Checked, Closed, Visible

ASKED_FIRST = ("step_free", "accessible_toilet")
"""The access facts without which most people who need any cannot decide."""


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


def _checks(made: Catalogue) -> Iterator[tuple[str, str, Checked | None, date | None]]:
    for entry in made.entries.values():
        yield entry.record.file, entry.record.name, entry.record.checked, entry.record.review_by
    for venue in made.sources.venues.values():
        yield venue.file, venue.name, venue.checked, venue.review_by


def overdue(made: Catalogue, today: date) -> Iterator[Finding]:
    """Records that were last checked too long ago, in the future, or never."""
    limit = made.sources.site.settings.freshness.warn
    for file, name, checked, review_by in _checks(made):
        if checked is None:
            yield Finding(
                file,
                (),
                "never-checked",
                f"“{name}” was never checked.",
                "Add `checked: {on: …, by: the role of who checked, how: rang}`.",
                Severity.WARNING,
            )
        elif checked.on > today:
            yield Finding(
                file,
                ("checked", "on"),
                "checked-in-future",
                f"{checked.on} is not over yet.",
                "Write the day on which it was checked.",
            )
        elif months_between(checked.on, today) >= limit:
            yield Finding(
                file,
                ("checked", "on"),
                "check-overdue",
                f"“{name}” was last checked {months_between(checked.on, today)} months ago.",
                "Ask them, mend what has changed, and write today’s date here.",
                Severity.WARNING,
            )
        if review_by and review_by < today:
            yield Finding(
                file,
                ("review_by",),
                "review-overdue",
                f"“{name}” was to be looked at again by {review_by}.",
                "Look at it, and write the next date.",
                Severity.WARNING,
            )


def impossible_periods(made: Catalogue, today: date) -> Iterator[Finding]:
    """Periods that end before they begin."""
    del today
    for entry in made.entries.values():
        record = entry.record
        yield from _periods(record.file, "closed", record.closed)
        if record.visible:
            yield from _period(record.file, ("visible",), record.visible)
        if record.joining and record.joining.starts and record.joining.join_until and record.joining.way != "course":
            yield Finding(
                record.file,
                ("joining", "starts"),
                "not-a-course",
                "Only a course has a first day and a last day to join.",
                "Write `is: course`, or leave the days out.",
            )
    for venue in made.sources.venues.values():
        yield from _periods(venue.file, "closed", venue.closed)
    file = f"{made.sources.site.settings.data}/closures.yml"
    for name, closure in made.sources.closures.items():
        for number, period in enumerate(closure.periods):
            if period.last < period.first:
                yield _reversed(file, (name, "periods", number))
        if not closure.periods and not closure.each_year:
            yield Finding(
                file,
                (name,),
                "empty-closure",
                f"“{closure.name}” has no days.",
                "Add `periods` or `each_year`.",
                at_key=True,
            )


def _periods(file: str, field: str, periods: tuple[Closed, ...]) -> Iterator[Finding]:
    for number, period in enumerate(periods):
        yield from _period(file, (field, number), period)


def _period(file: str, path: tuple[str | int, ...], period: Closed | Visible) -> Iterator[Finding]:
    if period.first and period.last and period.last < period.first:
        yield _reversed(file, path)


def _reversed(file: str, path: tuple[str | int, ...]) -> Finding:
    return Finding(file, (*path, "until"), "until-before-from", "The last day is before the first.", "Swap the two.")


def unknown_access(made: Catalogue, today: date) -> Iterator[Finding]:
    """Public groups that meet somewhere and do not say what most people with access needs must know first."""
    for entry in made.entries.values():
        if not entry.listed(today) or not _meets(entry):
            continue
        silent = [feature for feature in ASKED_FIRST if _silent(entry, feature)]
        if silent:
            yield Finding(
                entry.record.file,
                ("access",) if entry.record.access else (),
                "access-unknown",
                f"“{entry.record.name}” does not say: {', '.join(silent)}.",
                "Ask, and write it into the record or into its venue’s; `ask` is an answer too.",
                Severity.WARNING,
                at_key=True,
            )


def _meets(entry: Entry) -> bool:
    return (
        entry.section == "activities"
        and entry.place is not None
        and "in_person" in (entry.record.format or ("in_person",))
    )


def _silent(entry: Entry, feature: str) -> bool:
    return feature not in entry.facts.access
