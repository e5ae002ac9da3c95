"""Schedules: what cannot be, what is not clear, changes to sessions that are not there."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalogue import Catalogue, Entry
from generator.problems import Finding, Severity
from generator.records.model import Activity
from generator.records.schedule_fields import Change, ScheduleItem
from generator.schedule.expand import first_day, has_day, nearest_day
from generator.schedule.language import needs_first
from generator.schedule.rules import Window
from generator.sessions import SiteAlmanac, sessions

Path = tuple[str | int, ...]
SOON = timedelta(days=400)  # a yearly event has its next day within it


def _activities(made: Catalogue) -> Iterator[tuple[Entry, Activity]]:
    for entry in made.activities:
        if isinstance(entry.record, Activity):
            yield entry, entry.record


def impossible_items(made: Catalogue, today: date) -> Iterator[Finding]:
    """Items without a rule or with two, times and bounds in the wrong order, rules that never fall."""
    del today
    epoch = made.sources.site.settings.begins
    for entry, record in _activities(made):
        for number, item in enumerate(record.schedule):
            path: Path = ("schedule", number)
            faults = tuple(_faults(item, path, record.file))
            yield from faults
            if not faults and first_day(entry.items[number], epoch) is None:
                yield Finding(
                    record.file,
                    path,
                    "never-happens",
                    "This rule never gives a day between its bounds.",
                    "Look at `from`, `until` and the rule again.",
                )


def _faults(item: ScheduleItem, path: Path, file: str) -> Iterator[Finding]:
    said = [word for word, value in (("every", item.every), ("on", item.on), ("rrule", item.rrule)) if value]
    if len(said) != 1:
        message = (
            "This item does not say on which days."
            if not said
            else f"This item has {' and '.join(f'`{word}`' for word in said)}."
        )
        yield Finding(file, path, "one-rule", message, "Write one of `every`, `on` and `rrule`.")
        return
    if item.end and not item.start:
        yield Finding(
            file,
            (*path, "end"),
            "end-without-start",
            "There is an end but no start.",
            "Write `start`, or leave out both for all day.",
        )
    elif item.start and item.end and not item.end[1] and item.end[0] <= item.start:
        yield Finding(
            file,
            (*path, "end"),
            "end-before-start",
            f"The end, {item.end[0]:%H:%M}, is not after the start, {item.start:%H:%M}.",
            f"If it goes on past midnight, write “{item.end[0]:%H:%M} next day”.",
        )
    rule = item.every or item.rrule
    if rule and needs_first(rule) and not item.first:
        yield Finding(
            file,
            (*path, "every" if item.every else "rrule"),
            "needs-from",
            "Which weeks are counted is not clear without a first day.",
            "Write `from: …` with the first day, so that everybody counts the same weeks.",
        )
    if item.first and item.until and item.until < item.first:
        yield Finding(file, (*path, "until"), "until-before-from", f"`until` is before `from`, {item.first}.")
    if item.times is not None and item.until:
        yield Finding(
            file, (*path, "times"), "two-bounds", "Both `until` and `times` say when it ends.", "Keep one of the two."
        )
    if item.times is not None and not item.first:
        yield Finding(
            file,
            (*path, "times"),
            "needs-from",
            "`times` counts from a first day that is not given.",
            "Write `from: …` with the first day.",
        )
    if item.times == 0:
        yield Finding(file, (*path, "times"), "never-happens", "It happens no time at all.")
    if item.on and (item.first or item.until or item.times is not None):
        yield Finding(file, path, "one-rule", "Single days need no `from`, `until` or `times`.", "Leave them out.")


def unclear_items(made: Catalogue, today: date) -> Iterator[Finding]:
    """Several items without keys, or with one key twice."""
    del today
    for _, record in _activities(made):
        if len(record.schedule) == 1:
            continue
        seen: set[str] = set()
        for number, item in enumerate(record.schedule):
            if item.key is None:
                yield Finding(
                    record.file,
                    ("schedule", number),
                    "needs-key",
                    "An item of several needs a `key`.",
                    "Write `key: tuesdays` or the like; it is part of the calendar’s ids, so never change it.",
                )
            elif item.key in seen:
                yield Finding(
                    record.file,
                    ("schedule", number, "key"),
                    "same-key",
                    f"Another item has the key “{item.key}”.",
                    "Give each item a key of its own.",
                )
            else:
                seen.add(item.key)


def impossible_changes(made: Catalogue, today: date) -> Iterator[Finding]:
    """Changes that say nothing or too much, or that speak of a session which the schedule does not have."""
    del today
    epoch = made.sources.site.settings.begins
    for entry, record in _activities(made):
        if any(
            True
            for number, item in enumerate(record.schedule)
            for _ in _faults(item, ("schedule", number), record.file)
        ):
            continue  # one mistake, one problem
        seen: set[tuple[date, str | None]] = set()
        for number, change in enumerate(record.changes):
            path: Path = ("changes", number)
            if not (change.cancelled or change.moved or change.note):
                yield Finding(
                    record.file,
                    path,
                    "empty-change",
                    "This change does not say what is different.",
                    "Write `cancelled: why`, `moved: {to: …}` or `note: …`.",
                )
            if change.cancelled and change.moved:
                yield Finding(
                    record.file,
                    (*path, "moved"),
                    "two-changes",
                    "A session is either cancelled or moved.",
                    "Keep one of the two.",
                )
            if (change.on, change.key) in seen:
                yield Finding(
                    record.file,
                    (*path, "on"),
                    "two-changes",
                    f"There is another change to {change.on}.",
                    "Put both into one.",
                )
            seen.add((change.on, change.key))
            yield from _without_session(entry, record, change, path, epoch)


def _without_session(entry: Entry, record: Activity, change: Change, path: Path, epoch: date) -> Iterator[Finding]:
    items = [item for item in entry.items if change.key is None or item.key == change.key]
    if not items:
        yield Finding(
            record.file, (*path, "key"), "unknown-key", f"No item of the schedule has the key “{change.key}”."
        )
        return
    meant = [item for item in items if has_day(item, change.on, epoch)]
    if len(meant) > 1:
        keys = " or ".join(f"`key: {item.key}`" for item in meant)
        yield Finding(
            record.file, (*path, "on"), "needs-key", f"There are {len(meant)} sessions on {change.on}.", f"Add {keys}."
        )
    if not meant:
        near = [found for item in items if (found := nearest_day(item, change.on, epoch))]
        nearest = min(near, key=lambda found: abs(found - change.on), default=None)
        yield Finding(
            record.file,
            (*path, "on"),
            "no-such-session",
            f"The schedule gives no session on {change.on:%A %-d %B %Y}.",
            f"The nearest one is {nearest:%A} {nearest}." if nearest else None,
        )
    elif change.on in meant[0].skips.days:
        yield Finding(
            record.file,
            (*path, "on"),
            "no-such-session",
            f"{change.on} is left out by `except` already.",
            "Take it off one of the two.",
        )
    if change.moved and change.moved.start and change.moved.end:
        end, next_day = change.moved.end
        if not next_day and end <= change.moved.start:
            yield Finding(
                record.file,
                (*path, "moved", "end"),
                "end-before-start",
                "The new end is not after the new start.",
                f"If it goes on past midnight, write “{end:%H:%M} next day”.",
            )


def no_future_session(made: Catalogue, today: date) -> Iterator[Finding]:
    """Activities whose last session is over."""
    almanac = SiteAlmanac(made)
    window = Window(today, today + SOON)
    for entry, record in _activities(made):
        if not entry.visible(today) or next(sessions(entry, window, almanac), None) is not None:
            continue
        yield Finding(
            record.file,
            ("schedule",),
            "no-future-session",
            f"“{record.name}” has no session from today on.",
            "Give it new days, or end it: `visible: {until: …}`.",
            Severity.WARNING,
            at_key=True,
        )
