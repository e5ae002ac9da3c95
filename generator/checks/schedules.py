"""Schedules: items that cannot be, that are not clear, or that give no day from today on."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.catalogue import Catalogue
from generator.problems import Finding, Severity
from generator.records.model import Activity
from generator.records.schedule_fields import ScheduleItem
from generator.schedule.expand import first_day, has_day, nearest_day
from generator.schedule.language import needs_first
from generator.schedule.rules import Item, Window
from generator.sessions import SiteAlmanac, sessions

Path = tuple[str | int, ...]
AHEAD = (timedelta(days=31), timedelta(days=400), timedelta(days=36525))
"""How far to look for a next session: nearly all have one within a month, yearly events within the second. The third is
for 29 February and what happens every so many years; only what has nothing sooner is asked for so long."""


def impossible_items(made: Catalogue, today: date) -> Iterator[Finding]:
    """Items without a rule or with two, times and bounds in the wrong order, rules that never fall."""
    del today
    epoch = made.sources.site.settings.begins
    for entry in made.activities:
        if not isinstance(entry.record, Activity):
            continue
        file = entry.record.file
        for number, item in enumerate(entry.record.schedule):
            path: Path = ("schedule", number)
            faults = tuple(item_faults(item, path, file))
            yield from faults
            if faults:
                continue
            rule = item.item()  # as it is written: a record may leave the lists before its first session
            if first_day(rule, epoch) is None:
                message = "This rule gives no day between its first and its last one."
                yield Finding(file, path, "never-happens", message, "Look at `from`, `until` and the rule again.")
            else:
                yield from _pointless_skips(rule, item, path, file, epoch)


def item_faults(item: ScheduleItem, path: Path, file: str) -> Iterator[Finding]:
    """What an item says against itself; an item with faults is asked for no days."""
    said = [word for word, value in (("every", item.every), ("on", item.on), ("rrule", item.rrule)) if value]
    if len(said) != 1:
        words = " and ".join(f"`{word}`" for word in said)
        message = f"This item has {words}." if said else "This item does not say on which days."
        hint = "Keep one of them; the other can be an item of its own." if said else "Add `every: …` or `on: …`."
        yield Finding(file, (*path, said[1]) if said else path, "one-rule", message, hint, at_key=True)
        return
    yield from _times(item, path, file)
    yield from _bounds(item, path, file)


def _times(item: ScheduleItem, path: Path, file: str) -> Iterator[Finding]:
    if item.end and not item.start:
        yield Finding(
            file,
            (*path, "end"),
            "end-without-start",
            "There is an end but no start.",
            "Add `start: …`, or leave out both for all day.",
            at_key=True,
        )
    elif item.start and item.end and not item.end[1] and item.end[0] <= item.start:
        yield Finding(
            file,
            (*path, "end"),
            "end-before-start",
            f"The end, {item.end[0]:%H:%M}, is not after the start, {item.start:%H:%M}.",
            f"If it goes on past midnight, write “{item.end[0]:%H:%M} next day”.",
        )


def _bounds(item: ScheduleItem, path: Path, file: str) -> Iterator[Finding]:
    rule = item.every or item.rrule
    bounds = (("from", item.first), ("until", item.until), ("times", item.times))
    bound = next((word for word, value in bounds if item.on and value is not None), None)
    if bound:
        message, hint = f"Single days need no `{bound}`.", "Leave the line out: `on` says all the days."
        yield Finding(file, (*path, bound), "one-rule", message, hint, at_key=True)
    elif item.times == 0:
        yield Finding(file, (*path, "times"), "never-happens", "0 times is never.", "Write how often it happens.")
    elif item.times is not None and item.until:
        message = "Both `until` and `times` say when it ends."
        yield Finding(file, (*path, "times"), "two-bounds", message, "Keep one of the two.", at_key=True)
    elif item.first is None and (item.times is not None or (rule and needs_first(rule))):
        counted = "times" if item.times is not None else "every" if item.every else "rrule"
        message = "Nobody can count this without the first day."
        hint = "Add `from: …` with the first day, so that everybody counts from the same one."
        yield Finding(file, (*path, counted), "needs-from", message, hint)
    elif item.first and item.until and item.until < item.first:
        message = f"The last day is before the first one, {item.first}."
        hint = "Look at the years; else swap the two days."
        yield Finding(file, (*path, "until"), "until-before-from", message, hint)


def _pointless_skips(item: Item, said: ScheduleItem, path: Path, file: str, epoch: date) -> Iterator[Finding]:
    for number, skip in enumerate(said.skips):
        if isinstance(skip, date) and not has_day(item, skip, epoch):
            yield Finding(
                file,
                (*path, "except", number),
                "pointless-except",
                f"There would be no session on {in_words(skip)} anyway.",
                nearest_hint([item], skip, epoch),
                Severity.WARNING,
            )


def in_words(day: date) -> str:
    """A day as messages say it: Tuesday 8 December 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def nearest_hint(items: list[Item], day: date, epoch: date) -> str | None:
    """A hint with the nearest day that items give."""
    near = [found for item in items if (found := nearest_day(item, day, epoch))]
    nearest = min(near, key=lambda found: abs(found - day), default=None)
    return f"The nearest one is on {nearest:%A}, {nearest}." if nearest else None


def unclear_items(made: Catalogue, today: date) -> Iterator[Finding]:
    """Several items without keys, or with one key twice."""
    del today
    for entry in made.activities:
        record = entry.record
        if not isinstance(record, Activity) or len(record.schedule) == 1:
            continue
        seen: set[str] = set()
        unnamed = [number for number, item in enumerate(record.schedule) if item.key is None]
        if unnamed:
            yield Finding(
                record.file,
                ("schedule", unnamed[0]),
                "needs-key",
                "Where a schedule has several items, each needs a `key`.",
                "Add `key: tuesdays` or the like to each. It becomes part of the calendar, so never change it.",
            )
        for number, item in enumerate(record.schedule):
            if item.key is not None and item.key in seen:
                message = f"Another item has the key “{item.key}”."
                hint = "Give each item a key of its own."
                yield Finding(record.file, ("schedule", number, "key"), "same-key", message, hint)
            seen.add(item.key or "")


def no_future_session(made: Catalogue, today: date) -> Iterator[Finding]:
    """Activities whose last session is over."""
    almanac = SiteAlmanac(made)
    windows = [Window(today, today + ahead) for ahead in AHEAD]
    for entry in made.activities:
        if not entry.visible(today):
            continue
        if any(next(sessions(entry, window, almanac), None) is not None for window in windows):
            continue
        yield Finding(
            entry.record.file,
            ("schedule",),
            "no-future-session",
            f"“{entry.record.name}” has no session from today on.",
            "Give it new days, or end it with `visible: {until: …}`.",
            Severity.WARNING,
            at_key=True,
        )
