"""Changes to single sessions: those that say nothing or too much, or speak of a session that there is not."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.checks.schedules import in_words, item_faults, nearest_hint
from generator.problems import Finding, Severity, did_you_mean
from generator.records.model import Activity
from generator.records.schedule_fields import Change
from generator.schedule.expand import first_day, has_day
from generator.schedule.rules import Item
from generator.sessions import SiteAlmanac

Path = tuple[str | int, ...]
FURTHEST_MOVE = 183  # days; half a year: further away the same day of another year is nearer


def impossible_changes(made: Catalogue, today: date) -> Iterator[Finding]:
    """Changes of activities whose schedules are sound; whether a day belongs to a rule never depends on today."""
    del today
    almanac = SiteAlmanac(made)
    for entry in made.activities:
        record = entry.record
        if not isinstance(record, Activity) or not record.changes:
            continue
        faulty = any(True for item in record.schedule for _ in item_faults(item, (), record.file))
        rules = [item.item() for item in record.schedule]
        if faulty or any(first_day(item, almanac.epoch) is None for item in rules):
            continue  # one mistake, one problem
        seen: set[tuple[date, int]] = set()
        for number, change in enumerate(record.changes):
            path: Path = ("changes", number)
            yield from _content(change, path, record.file)
            items = [item for item in rules if change.key is None or item.key == change.key]
            yield from _session(entry, change, path, items, almanac)
            meant = {(change.on, rules.index(item)) for item in items if has_day(item, change.on, almanac.epoch)}
            if meant & seen:
                message, hint = f"There is another change to {change.on} above.", "Put both into one."
                yield Finding(record.file, (*path, "on"), "two-changes", message, hint)
            seen |= meant


def _content(change: Change, path: Path, file: str) -> Iterator[Finding]:
    if change.cancelled and change.moved:
        message, hint = "A session is either cancelled or moved.", "Keep one of the two."
        yield Finding(file, (*path, "moved"), "two-changes", message, hint, at_key=True)
    elif not (change.cancelled or change.note or _moves(change)):
        message = "This change does not say what is different."
        hint = "Add `cancelled: why`, `moved: {to: …}` or `note: …`."
        yield Finding(file, path, "empty-change", message, hint)


def _moves(change: Change) -> bool:
    """Whether a move leads to another day, time or place."""
    move = change.moved
    return move is not None and (move.to != change.on or bool(move.start or move.end or move.venue))


def _session(entry: Entry, change: Change, path: Path, items: list[Item], almanac: SiteAlmanac) -> Iterator[Finding]:
    file, epoch = entry.record.file, almanac.epoch
    if not items:
        keys = [item.key for item in entry.items if item.key]
        message = f"No item of the schedule has the key “{change.key}”."
        hint = did_you_mean(change.key or "", keys) if keys else "Leave the line out: no item here has a key."
        yield Finding(file, (*path, "key"), "unknown-key", message, hint)
        return
    meant = [item for item in items if has_day(item, change.on, epoch)]
    if not meant:
        message = f"The schedule gives no session on {in_words(change.on)}."
        yield Finding(file, (*path, "on"), "no-such-session", message, nearest_hint(items, change.on, epoch))
        return
    if len(meant) > 1:
        message = f"There are {len(meant)} sessions on {in_words(change.on)}."
        hint = f"Say which one: {' or '.join(f'`key: {item.key}`' for item in meant)}."
        yield Finding(file, (*path, "on"), "needs-key", message, hint)
    why = _left_out(meant[0], change.on, almanac)
    if why:
        message = f"There is no session on {in_words(change.on)}: {why}."
        hint = "Take this change away; what is on instead is an item of the schedule with `on: …`."
        yield Finding(file, (*path, "on"), "no-such-session", message, hint)
    yield from _times(change, meant[0], path, file)


def _left_out(item: Item, day: date, almanac: SiteAlmanac) -> str | None:
    """Why the item has no session on a day that its rule gives."""
    if day in item.skips.days:
        return "it stands under `except`"
    if item.skips.public_holidays and (name := almanac.is_public_holiday(day)):
        return f"`except` leaves out public holidays ({name})"
    closed = (period for name in item.skips.closures for period in almanac.closure(name) if day in period)
    return next((f"`except` leaves out “{period.why}”" for period in closed), None)


def far_away(made: Catalogue, today: date) -> Iterator[Finding]:
    """Sessions that are moved by so much that the year is probably wrong."""
    del today
    for entry in made.activities:
        record = entry.record
        for number, change in enumerate(record.changes if isinstance(record, Activity) else ()):
            move = change.moved
            if move and abs((move.to - change.on).days) > FURTHEST_MOVE:
                near = same_day(move.to, change.on)
                how = f"{abs((move.to - change.on).days)} days {'later' if move.to > change.on else 'earlier'}"
                yield Finding(
                    record.file,
                    ("changes", number, "moved", "to"),
                    "far-away",
                    f"This moves the session of {in_words(change.on)} to a day {how}.",
                    f"Look at the year: {near} would be nearer.",
                    Severity.WARNING,
                )


def same_day(day: date, near: date) -> date:
    """The same day of the year in the year that brings it nearest to another day."""
    years = (_in_year(day, near.year + step) for step in (-1, 0, 1))
    return min(years, key=lambda one: abs(one - near))


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return day.replace(year=year, day=28)


def _times(change: Change, item: Item, path: Path, file: str) -> Iterator[Finding]:
    move = change.moved
    start = (move.start or item.start) if move else None
    if move and move.end and start and not move.end[1] and move.end[0] <= start:
        yield Finding(
            file,
            (*path, "moved", "end"),
            "end-before-start",
            f"The new end, {move.end[0]:%H:%M}, is not after the start, {start:%H:%M}.",
            f"If it goes on past midnight, write “{move.end[0]:%H:%M} next day”.",
        )
