"""Dates of checking, periods, and access facts that nobody has told us."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalogue import Catalogue, Entry
from generator.problems import Finding, Severity
from generator.records import codes
from generator.records.closures import ClosurePeriod
from generator.records.common import Checked, Closed, Visible
from generator.records.model import Offer, Venue

YEAR = timedelta(days=366)
ASKED_FIRST = ("step_free", "accessible_toilet")
"""The access facts without which most people who need any cannot decide."""


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


def overdue(made: Catalogue, today: date) -> Iterator[Finding]:
    """Records that were last checked too long ago, in the future, or never."""
    limit = made.sources.site.settings.freshness.warn
    oldest = _months_before(today, limit)
    for entry in made.entries.values():
        yield from _overdue(entry.record, today, oldest)
    for venue in made.sources.venues.values():
        yield from _overdue(venue, today, oldest)


def _overdue(record: Offer | Venue, today: date, oldest: date) -> Iterator[Finding]:
    checked = record.checked
    if checked is None:
        yield Finding(
            record.file,
            (),
            "never-checked",
            f"“{record.name}” was never checked.",
            "Add `checked: {on: …, by: the role of who checked, how: rang}`.",
            Severity.WARNING,
        )
    elif checked.on > today:
        yield _in_future(record.file, ("checked", "on"), checked)
    elif checked.on <= oldest:
        yield Finding(
            record.file,
            ("checked", "on"),
            "check-overdue",
            f"“{record.name}” was last checked {months_between(checked.on, today)} months ago.",
            "Ask them, mend what has changed, and write today’s date here.",
            Severity.WARNING,
        )
    for part in ("access", "contact", "cost"):
        own = getattr(getattr(record, part, None), "checked", None)
        if own and own.on > today:
            yield _in_future(record.file, (part, "checked", "on"), own)
    if record.review_by is None or (checked is not None and checked.on > today):
        return
    if checked is not None and record.review_by <= checked.on:
        yield Finding(
            record.file,
            ("review_by",),
            "review-done",
            f"“{record.name}” was checked on {checked.on}, after the day on which somebody was to look again.",
            "Write the next day to look again, or delete the line.",
            Severity.WARNING,
        )
    elif record.review_by < today:
        yield Finding(
            record.file,
            ("review_by",),
            "review-overdue",
            f"“{record.name}” was to be looked at again by {record.review_by}.",
            "Look at it, and write the next day.",
            Severity.WARNING,
        )


def _in_future(file: str, path: tuple[str, ...], checked: Checked) -> Finding:
    hint = "Write the day on which it was checked."
    return Finding(file, path, "checked-in-future", f"{checked.on} has not come yet.", hint)


def _months_before(day: date, months: int) -> date:
    """The last day that lies so many whole months before another."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 28))


def impossible_periods(made: Catalogue, today: date) -> Iterator[Finding]:
    """Periods that end before they begin."""
    del today
    for entry in made.entries.values():
        record = entry.record
        yield from _periods(record.file, "closed", record.closed)
        if record.visible:
            yield from _period(record.file, ("visible",), record.visible)
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
                f"“{closure.name}” does not say on which days.",
                "Add `periods`, or `each_year` where it is the same days each year.",
                at_key=True,
            )


def long_or_far_periods(made: Catalogue, today: date) -> Iterator[Finding]:
    """Closed days that go on for over a year, or begin over a year from now: the year is probably wrong."""
    records = (*(entry.record for entry in made.entries.values()), *made.sources.venues.values())
    for record in records:
        for number, period in enumerate(record.closed):
            yield from _wrong_year(record.file, ("closed", number), period, today + YEAR)
    file = f"{made.sources.site.settings.data}/closures.yml"
    for name, closure in made.sources.closures.items():
        for number, stretch in enumerate(closure.periods):  # school holidays are known for years ahead
            yield from _wrong_year(file, (name, "periods", number), stretch, date.max)


def _wrong_year(
    file: str, path: tuple[str | int, ...], period: Closed | ClosurePeriod, furthest: date
) -> Iterator[Finding]:
    days = (period.last - period.first).days + 1
    if days > YEAR.days:
        message = f"These are {days} closed days on end."
        hint = "Look at the years of both days."
        yield Finding(file, (*path, "until"), "far-away", message, hint, Severity.WARNING)
    elif period.first > furthest and period.last >= period.first:
        message = f"These closed days begin on {period.first}, more than a year from now."
        hint = "Look at the year; nobody needs to know so early."
        yield Finding(file, (*path, "from"), "far-away", message, hint, Severity.WARNING)


def _periods(file: str, field: str, periods: tuple[Closed, ...]) -> Iterator[Finding]:
    for number, period in enumerate(periods):
        yield from _period(file, (field, number), period)


def _period(file: str, path: tuple[str | int, ...], period: Closed | Visible) -> Iterator[Finding]:
    if period.first and period.last and period.last < period.first:
        yield _reversed(file, path)


def _reversed(file: str, path: tuple[str | int, ...]) -> Finding:
    return Finding(
        file,
        (*path, "until"),
        "until-before-from",
        "The last day is before the first one.",
        "Look at the years; else swap the two days.",
    )


def unknown_access(made: Catalogue, today: date) -> Iterator[Finding]:
    """Public groups that meet somewhere and do not say what most people with access needs must know first."""
    for entry in made.activities:
        known = entry.facts.access
        if all(feature in known for feature in ASKED_FIRST) or not (entry.listed(today) and _meets(entry)):
            continue
        silent = [f"`{feature}` ({codes.ACCESS[feature]})" for feature in ASKED_FIRST if feature not in known]
        yield Finding(
            entry.record.file,
            ("access",) if entry.record.access else (),
            "access-unknown",
            f"Nobody can see whether “{entry.record.name}” has: {', '.join(silent)}.",
            "Ask, and write yes, no or ask under `access`, here or in the record of the venue.",
            Severity.WARNING,
            at_key=True,
        )


def _meets(entry: Entry) -> bool:
    return entry.place is not None and "in_person" in (entry.record.format or ("in_person",))
