"""An edition → the match records of all that it offers in public: resources, activities with their real sessions, help.

In: an edition. Out: a `Row` for each entry that somebody could be sent to.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from generator.catalogue import Catalogue, Entry
from generator.edition import Edition
from generator.matching.geography import Plain
from generator.matching.row import DAY, Row, Slot, answered_only, iso, known_of, parts_of_week, sort_key
from generator.records import codes, matching_defaults
from generator.records.common import Closed, Cost
from generator.records.model import EVERYWHERE, Activity, Resource
from generator.records.profile import number
from generator.sessions import Session, Status, in_zone

HELP = "help:"
"""Stands before the number of a contact of `data/help.yml`; no record's id has a colon."""


class Dates(NamedTuple):
    """What the sessions of an activity say: slots of the coming weeks, the next day, when it is back from a break."""

    slots: tuple[Slot, ...]
    next: date | None
    back_on: date | None
    resting: bool
    """Nothing takes place in the coming weeks."""


def match_rows(edition: Edition, plain: Plain | None) -> tuple[Row, ...]:
    """The match records of an edition, by title, then id: the place of a row is what equal scores are told apart by."""
    catalogue, today = edition.catalogue, edition.today
    dates = {entry.id: dates_of(edition, entry) for entry in catalogue.activities if offered(entry, today)}
    rows = (
        row_of(entry, catalogue, plain, dates.get(entry.id) or _of_its_activities(entry, catalogue, dates, today))
        for entry in catalogue.entries.values()
        if offered(entry, today)
    )
    return tuple(sorted((*rows, *help_rows(catalogue)), key=lambda row: (row.sort, row.id)))


def offered(entry: Entry, today: date) -> bool:
    """Whether somebody could be sent there: public, not ended, no mere organisation, nothing for staff."""
    staff = entry.category in codes.STAFF_CATEGORIES
    return entry.listed(today) and not staff and entry.record.kind != "organisation"


def row_of(entry: Entry, catalogue: Catalogue, plain: Plain | None, dates: Dates) -> Row:
    """The match record of an entry."""
    record, facts = entry.record, entry.facts
    access = answered_only({feature: known.value.answer for feature, known in facts.access.items()})
    audience = facts.audience.value if facts.audience else None
    transport = facts.transport.value.fetches if facts.transport else None
    places, contact = record.places, facts.contact.value if facts.contact else None
    coordinates = entry.place.coordinates if entry.place else None
    cost = record.cost
    paused = dates.resting and (places is None or places.state == "open")
    checked = record.checked.on
    return Row(
        id=record.id,
        title=record.name,
        sort=sort_key(record.name),
        url=entry.url,
        org=entry.runner.name if entry.runner else record.name,
        org_id=entry.runner.id if entry.runner else record.id,
        part_of=entry.runner.id if entry.runner and entry.section == "activities" else None,
        kind=_kind(entry, catalogue),
        layer=entry.layer,
        topics=record.topics,
        goals=entry.goals,
        addresses=record.addresses,
        when=dates.slots,
        format=record.format or ("in_person",),
        xy=plain.xy(coordinates) if plain and coordinates else None,
        cost=_cost(cost),
        per=cost.per if cost else "session",
        help_with_cost=_yes_or_no(cost.help_with_cost) if cost else None,
        size=record.size,
        access=access,
        transport=_yes_or_no(transport),
        min_age=audience.min_age if audience else None,
        max_age=audience.max_age if audience else None,
        gender=audience.gender if audience else None,
        requires=audience.requires if audience else (),
        designed_for=audience.designed_for if audience else (),
        welcomes=audience.welcomes if audience else (),
        status="paused" if paused else places.state if places else "open",
        status_on=iso((places.on if places else None) or checked),
        back_on=iso((places.back_on if places else None) or dates.back_on),
        wait_days=places.wait_days if places else None,
        langs=facts.languages.value if facts.languages else (),
        also_spoken=facts.also_spoken.value if facts.also_spoken else (),
        language_learners=bool(record.language_learners),
        device_provided=bool(record.device_provided),
        tech_help=bool(record.tech_help),
        roles=record.roles,
        helper_checks=facts.helper_checks.value if facts.helper_checks else (),
        buddy=bool(record.buddy),
        first_step=bool(record.first_step),
        referral=facts.referral.value.by if facts.referral else None,
        book=record.next_step == "book" or (isinstance(record, Activity) and _must_book(record)),
        setting=facts.setting.value if facts.setting else (),
        areas=() if EVERYWHERE in record.areas else record.areas,
        phone=contact.phone if contact else None,
        answered=contact.answered if contact else None,
        checked=iso(checked),
        known=known_of(access),
        next=iso(dates.next),
    )


def _must_book(record: Activity) -> bool:
    return record.booking is not None and record.booking.needed == "yes"


def _kind(entry: Entry, catalogue: Catalogue) -> str:
    """The kind of an entry; an activity that names none is what its organiser is, and a group at an organisation's."""
    if entry.record.kind:
        return entry.record.kind
    runner = catalogue.entries.get(entry.runner.id or "") if entry.runner else None
    kind = runner.record.kind if runner else None
    return kind if kind and kind != "organisation" else "group"


def _cost(cost: Cost | None) -> int | float | None:
    """The price; gifts count as nothing only where nothing is fine."""
    if cost is None:
        return None
    if cost.amount is not None:
        return number(cost.amount)
    return 0 if cost.donation and cost.donation.nothing_is_fine else None


def _yes_or_no(answer: str | None) -> str | None:
    return answer if answer in {"yes", "no"} else None


def dates_of(edition: Edition, entry: Entry) -> Dates:
    """What the sessions of the coming weeks say."""
    today = edition.today
    weeks = edition.catalogue.sources.rules.limits["session_weeks"]
    last = today + timedelta(weeks=weeks)
    coming = [one for one in edition.sessions.get(entry.id, ()) if one.on >= today]
    held = [one for one in coming if one.status is not Status.CANCELLED]
    near = [one for one in held if one.on < last]
    following = held[0].on if held else None
    on_break = bool(coming) and coming[0].status is Status.CANCELLED and coming[0].closed is not None
    back_on = following if following and (on_break or not near) else None
    return Dates(_slots(near, edition), following, back_on or _after(entry, today), not near)


def _slots(sessions: Iterable[Session], edition: Edition) -> tuple[Slot, ...]:
    """Sessions as weekday and hours, with the weeks in which they are, by the site's clocks."""
    monday = edition.today - timedelta(days=edition.today.weekday())
    weeks: dict[tuple[int, int, int | None], int] = {}
    for one in sessions:
        day, start, end = one.on, 0, DAY if one.start is None else None
        if one.start is not None:
            day, clock = in_zone(one.on, one.start, one.entry.zone, edition.catalogue.zone)
            start = clock.hour * 60 + clock.minute
            end = _end(one, start)
        slot = (day.weekday(), start, end)
        weeks[slot] = weeks.get(slot, 0) | 1 << (day - monday).days // 7
    return tuple((*slot, bits, 1) for slot, bits in sorted(weeks.items(), key=lambda one: (one[0][0], one[0][1])))


def _end(one: Session, start: int) -> int | None:
    """The minute at which it is over, at midnight at the latest; None where no end is known."""
    if one.end is None or one.start is None:
        return None
    took = (one.end.hour - one.start.hour) * 60 + one.end.minute - one.start.minute + (DAY if one.next_day else 0)
    return min(start + took, DAY)


def _of_its_activities(entry: Entry, catalogue: Catalogue, dates: Mapping[str, Dates], today: date) -> Dates:
    """The times of a resource: those it names, else those of its activities."""
    record = entry.record
    back_on = _after(entry, today)
    if isinstance(record, Resource) and record.when:
        return Dates(parts_of_week(record.when), None, back_on, resting=False)
    own = [dates[one.id] for one in catalogue.run_by.get(entry.id, ()) if one.id in dates]
    slots = sorted(
        {slot for one in own for slot in one.slots}, key=lambda slot: (slot[0], slot[1], slot[2] or DAY, slot)
    )
    following = min((one.next for one in own if one.next), default=None)
    return Dates(tuple(slots), following, back_on, resting=False)


def _after(entry: Entry, today: date) -> date | None:
    """The day after a break in which it, its place or who runs it is now."""
    closed: list[Closed] = list(entry.record.closed)
    closed += entry.runner.closed if entry.runner else ()
    closed += entry.place.closed if entry.place else ()
    now = [period.last for period in closed if period.first <= today <= period.last]
    return max(now) + timedelta(days=1) if now else None


def help_rows(catalogue: Catalogue) -> Iterator[Row]:
    """The contacts of `data/help.yml` that answer a safety box."""
    contacts = catalogue.sources.help.contacts if catalogue.sources.help else ()
    for place, contact in enumerate(contacts):
        causes = matching_defaults.HELPS_WITH.get(contact.kind)
        if causes:
            yield Row(
                id=f"{HELP}{place}",
                title=contact.name,
                sort=sort_key(contact.name),
                kind="crisis",
                layer="formal",
                addresses=causes,
                format=("phone",),
                cost=0,
                phone=contact.phone,
                answered=contact.hours,
                checked=iso(contact.checked.on),
            )
