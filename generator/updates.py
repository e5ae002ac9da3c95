"""An edition and the history of its files in; what is new, changed, closed or checked out, newest first.

Days come from Git (when a file came and when it last changed) and from what records say of themselves (`places`,
`checked`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.history import History

NO_ROOM = ("closed", "paused", "full", "waiting_list")
"""States of `places` that are told as soon as they are known."""

SETTLING_IN = timedelta(days=7)
"""What comes in the first week of a site is not new: the site itself is."""

DAYS = 92
"""How far back it goes: a quarter, at the end of which plans are reviewed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One thing that became of a public record."""

    entry: Entry
    what: str
    """new, changed, checked, or one of `NO_ROOM`."""
    on: date
    """The day, by the clocks of the site's zone."""


def updates(edition: Edition, history: History) -> tuple[Update, ...]:
    """The one most telling thing that became of each public record in the last quarter, the newest first."""
    oldest = edition.today - timedelta(days=DAYS)
    begun = min(history.first.values(), default=0) + SETTLING_IN.total_seconds()
    public = (entry for entry in edition.catalogue.entries.values() if _public(edition, entry))
    told = (_told(_of(edition, history, entry, begun), oldest, edition.today) for entry in public)
    return tuple(sorted(filter(None, told), key=lambda one: (-one.on.toordinal(), one.entry.record.name, one.entry.id)))


def _public(edition: Edition, entry: Entry) -> bool:
    """Whether everybody may hear of it: what is listed, and what was listed until it closed for good."""
    return entry.listed(edition.today) or (entry.ended and entry.shown_to == "public")


def _told(several: Iterable[Update], oldest: date, today: date) -> Update | None:
    return next((one for one in several if oldest <= one.on <= today), None)


def _of(edition: Edition, history: History, entry: Entry, begun: float) -> Iterator[Update]:
    """What became of a record, the most telling first."""
    record = entry.record
    newest = history.times.get(record.file, 0)
    first = min((time for file in _files(entry) if (time := history.first.get(file))), default=0)
    changed = _day(edition, newest)
    state = record.places
    if state and state.state in NO_ROOM and (state.on or newest):
        yield Update(entry=entry, what=state.state, on=state.on or changed)
    if entry.ended:
        return
    if first > begun:
        yield Update(entry=entry, what="new", on=_day(edition, first))
    if newest > first and changed != record.checked.on:  # a check is written into the file, too
        yield Update(entry=entry, what="changed", on=changed)
    yield Update(entry=entry, what="checked", on=record.checked.on)


def _files(entry: Entry) -> tuple[str, ...]:
    """The file of a record, and those that it had under its old names: a renamed record is not new."""
    folder = entry.record.file.rpartition("/")[0]
    return (entry.record.file, *(f"{folder}/{alias}.yml" for alias in entry.record.aliases))


def _day(edition: Edition, time: int) -> date:
    return datetime.fromtimestamp(time, UTC).astimezone(edition.catalogue.zone).date()
