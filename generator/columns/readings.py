"""An entry in, its answer to one question of the columns out: codes, a number, or nothing where nobody has said."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from functools import lru_cache

from generator.catalogue import Entry, is_free
from generator.columns.hours import hours
from generator.edition import Edition
from generator.pages import facts
from generator.pages.cards import activities_of
from generator.pages.listings import areas_around
from generator.records import codes
from generator.records.model import EVERYWHERE, Resource
from generator.sessions import Session, Status

DAYS_AHEAD = 35
"""Sessions of so many days say on which days something is on: five weeks hold each monthly one once."""
_NOON, _EVENING, _MIDNIGHT = 12 * 60, 17 * 60, 24 * 60
_PARTS = {"am": (0, _NOON), "pm": (_NOON, _EVENING), "eve": (_EVENING, _MIDNIGHT + _NOON)}
"""From when until when a part of the day lasts, in minutes; the evening goes on past midnight."""
_REACHES = 60  # minutes: a session that goes on so long in a part of the day is on in that part, too


def slots(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """The parts of the week in which it is on: by its coming sessions, of a resource by those of its activities."""
    of_activities = _slots(edition)
    named = entry.record.when if isinstance(entry.record, Resource) else of_activities[entry.id]
    found = frozenset(named).union(*(of_activities[one.id] for one in activities_of(edition, entry)))
    return tuple(slot for slot in codes.PART_OF_WEEK if slot in found) if found else ()


@lru_cache(maxsize=1)  # the columns ask for them, and the count of what is missing
def _slots(edition: Edition) -> Mapping[str, frozenset[str]]:
    """The parts of the week in which each activity is on, by its id."""
    return {entry.id: frozenset(_parts(_coming(edition, entry))) for entry in edition.catalogue.activities}


def _parts(coming: Iterable[Session]) -> Iterator[str]:
    for day, start, end in {(session.on.weekday(), session.start, session.end) for session in coming}:
        yield from (f"{codes.WEEKDAYS[day]}_{part}" for part in parts_of_day(start, end))


def _coming(edition: Edition, entry: Entry) -> tuple[Session, ...]:
    """The sessions of the coming weeks that take place; where there are none, the next one."""
    last = edition.today + timedelta(days=DAYS_AHEAD)
    found = tuple(
        session
        for session in edition.sessions.get(entry.id, ())
        if edition.today <= session.on <= last and session.status is not Status.CANCELLED
    )
    later = None if found else facts.next_session(edition, entry)
    return (later,) if later else found


def parts_of_day(start: time | None, end: time | None) -> tuple[str, ...]:
    """The parts of the day in which a session begins or goes on for an hour; all of them where it lasts all day."""
    if start is None:
        return tuple(_PARTS)
    first = start.hour * 60 + start.minute
    last = first if end is None else end.hour * 60 + end.minute
    if end is not None and last <= first:
        last += _MIDNIGHT
    return tuple(
        part
        for part, (begins, ends) in _PARTS.items()
        if begins <= first < ends or min(last, ends) - max(first, begins) >= _REACHES
    )


def cost(_edition: Edition, entry: Entry) -> tuple[str, ...]:
    """Whether it is free, asks for gifts, or has a price; free gifts are both."""
    found = entry.record.cost
    if found is None:
        return ()
    table = (
        ("free", is_free(entry)),
        ("donation", found.donation is not None),
        ("paid", bool(found.amount)),
    )
    return tuple(code for code, fits in table if fits)


def next_step(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """What to do first; nothing where “ring first” only stands for not knowing."""
    step = facts.next_step(edition, entry)
    return () if step == "ring_first" and entry.record.next_step is None else (step,)


def formats(_edition: Edition, entry: Entry) -> tuple[str, ...]:
    """How one takes part; something with a place is there in person where nothing else is said."""
    return entry.record.format or (("in_person",) if entry.place else ())


def areas(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """The areas that it serves or lies in, with those around them and, where it serves one, those within it."""
    known = edition.catalogue.sources.areas.areas
    served = frozenset(entry.record.areas)
    if EVERYWHERE in served:
        return tuple(area.id for area in known)
    if not served:
        return entry.areas
    parents = {area.id: area.parent for area in known}
    return tuple(
        area.id for area in known if area.id in entry.areas or not served.isdisjoint(areas_around(area.id, parents))
    )


def can_join(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """Whether somebody new can join: yes, no, or the last day on which one can, as 2027-01-09."""
    record = entry.record
    if record.places and record.places.state in {"full", "waiting_list", "paused"}:
        return ("no",)
    way = record.joining.way if record.joining else None
    if record.joining and way == "course":
        last = record.joining.join_until or record.joining.starts
        return (last.isoformat(),) if last else ()
    table = (
        (way == "closed_group", "no"),
        (way in {"any_time", "trial_first"}, "yes"),
        (facts.next_step(edition, entry) == "just_turn_up", "yes"),
        (bool(record.places and record.places.state == "open"), "yes"),
    )
    return next(((answer,) for fits, answer in table if fits), ())


def answered(_edition: Edition, entry: Entry) -> tuple[tuple[tuple[int, ...], int, int], ...] | None:
    """When its telephone is answered, as far as that can be read; nothing where nobody has said."""
    contact = entry.facts.contact.value if entry.facts.contact else None
    if contact is None or not contact.phone or not contact.answered:
        return None
    found = hours(contact.answered)
    return tuple((one.days, one.start, one.end) for one in found) if found else None


def phone(_edition: Edition, entry: Entry) -> tuple[str, ...]:
    """Whether there is a number to ring."""
    contact = entry.facts.contact.value if entry.facts.contact else None
    return ("yes" if contact and contact.phone else "no",)


def fetches(_edition: Edition, entry: Entry) -> tuple[str, ...]:
    """Whether people are fetched from home."""
    known = entry.facts.transport.value.fetches if entry.facts.transport else None
    return (known,) if known else ()


def buddy(_edition: Edition, entry: Entry) -> tuple[str, ...]:
    """Whether somebody goes with you or meets you."""
    said = entry.record.buddy
    return () if said is None else ("yes" if said else "no",)


def checked(_edition: Edition, entry: Entry) -> int:
    """The month of its last check, counted from the year 0."""
    return month_number(entry.record.checked.on)


def month_number(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def days_until(edition: Edition, session: Session | None) -> int | None:
    """In how many days a session is."""
    return (session.on - edition.today).days if session else None


def minute_of(_edition: Edition, session: Session | None) -> int | None:
    """At which minute of the day a session begins."""
    return session.start.hour * 60 + session.start.minute if session and session.start else None


def youngest(_edition: Edition, entry: Entry) -> int | None:
    """The age from which one may come."""
    return entry.facts.audience.value.min_age if entry.facts.audience else None


def oldest(_edition: Edition, entry: Entry) -> int | None:
    """The age up to which one may come."""
    return entry.facts.audience.value.max_age if entry.facts.audience else None


def gender(_edition: Edition, entry: Entry) -> tuple[str, ...]:
    """The gender that it is for alone."""
    found = entry.facts.audience.value.gender if entry.facts.audience else None
    return (found,) if found else ()
