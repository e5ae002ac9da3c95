"""One session of an activity in, the edits that cancel or move it out, or why that would be wrong.

Whether the schedule gives a session on that day is asked of the check, which reads the file after the edit.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.catalogue import Catalogue, Entry
from generator.checks.schedules import in_words
from generator.edit.edits import Edit, Insert, Remove, Set
from generator.records.model import Activity
from generator.records.tried import Refused
from generator.records.yamltext import Value
from generator.schedule.rules import Window
from generator.sessions import Session, SiteAlmanac, Status, sessions


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """When and where a session takes place instead."""

    to: date
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    why: str | None = None

    def value(self) -> dict[str, Value]:
        """As a record says it."""
        found = {"start": self.start, "end": self.end, "venue": self.venue, "why": self.why}
        return {"to": self.to.isoformat(), **{key: one for key, one in found.items() if one}}


def cancelled(made: Catalogue, entry: Entry, on: date, key: str | None, reason: str) -> tuple[Edit, ...] | Refused:
    """The edits that cancel the session of a day."""
    for session in planned(made, entry, on, key):
        if session.status is Status.CANCELLED:
            return _already(session)
    return _changed(entry, on, key, "cancelled", reason, instead_of="moved")


def moved(made: Catalogue, entry: Entry, on: date, key: str | None, move: Move) -> tuple[Edit, ...] | Refused:
    """The edits that move the session of a day."""
    for session in planned(made, entry, on, key):
        if session.closed:
            return _already(session)
    return _changed(entry, on, key, "moved", move.value(), instead_of="cancelled")


def planned(made: Catalogue, entry: Entry, on: date, key: str | None) -> list[Session]:
    """The sessions that the schedule gives for a day."""
    found = sessions(entry, Window(on, on), SiteAlmanac(made))
    return [one for one in found if one.day == on and (key is None or entry.items[one.item].key == key)]


def _already(session: Session) -> Refused:
    why = f": {session.why}" if session.why else ""
    if session.closed:
        return Refused(f"{session.closed} is closed on {in_words(session.on)}{why}. The session is cancelled already.")
    return Refused(f"The session on {in_words(session.day)} is cancelled already{why}.")


def _changed(
    entry: Entry, on: date, key: str | None, field: str, value: Value, *, instead_of: str
) -> tuple[Edit, ...] | Refused:
    record = entry.record
    if not isinstance(record, Activity):
        return Refused(f"“{record.name}” is a resource and has no sessions.", "Name the activity, by its id.")
    for number, change in enumerate(record.changes):
        if change.on == on and change.key == key:
            other = getattr(change, instead_of)
            return (
                Set(("changes", number, field), value),
                *((Remove(("changes", number, instead_of)),) if other else ()),
            )
    days = [change.on for change in record.changes]
    in_order = all(one <= other for one, other in pairwise(days))
    index = bisect_right(days, on) if in_order else len(days)
    named: dict[str, Value] = {"key": key} if key else {}
    return (Insert(("changes",), index, {"on": on.isoformat(), **named, field: value}, block=True),)
