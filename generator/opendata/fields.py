"""The fields of the open data: names, meanings, and a function that makes a row. Codes as in the records.

None, an empty cell, is a fact that nobody has told us; it is never a no. A row is made by one function and not field by
field, since there are a million fields in a large site.
"""

from collections.abc import Sequence
from typing import Any

from generator.catalogue import Entry, is_free
from generator.edition import Edition
from generator.inherit import Place
from generator.pages import facts
from generator.records import codes
from generator.records.model import Activity
from generator.sessions import Session
from generator.words import mark as _

Value = str | int | float | Sequence[str] | None
Fields = tuple[tuple[str, str], ...]
"""Name and meaning of each field, in the order of the columns."""

_ADDRESS: Fields = (
    ("street", _("House and street")),
    ("town", _("Town")),
    ("postcode", _("Postcode")),
    ("country", _("Two letters of the country")),
    ("latitude", _("Degrees north (WGS 84)")),
    ("longitude", _("Degrees east (WGS 84)")),
)
ENTRY_FIELDS: Fields = (
    ("id", _("Permanent id")),
    ("url", _("Address of its page")),
    ("name", _("Name")),
    ("summary", _("What it is, in one sentence")),
    ("description", _("More about it, in Markdown")),
    ("kind", _("Code of its kind")),
    ("category", _("Code of its category")),
    ("topics", _("Codes of its topics")),
    ("goals", _("Codes of what people get out of it")),
    ("layer", _("self, circle, community, tech or formal")),
    ("support", _("Codes of its kinds of support")),
    ("organiser_id", _("Id of who runs it")),
    ("organiser", _("Name of who runs it")),
    ("venue_id", _("Id of the place")),
    ("venue", _("Name of the place")),
    *_ADDRESS,
    ("areas", _("Ids of areas that it serves or lies in")),
    ("when", _("The rule in words")),
    ("next_on", _("Day of the next session")),
    ("feed", _("Address of its calendar (iCalendar)")),
    ("format", _("in_person, home_visit, phone, online, post")),
    ("size", _("Code of how many people come")),
    ("effort", _("seated, gentle, moderate or energetic")),
    ("cost", _("Price as a number; 0 is free")),
    ("cost_per", _("What the price is for")),
    ("currency", _("Currency of the price (ISO 4217)")),
    ("free", _("yes where it surely costs nothing")),
    ("help_with_cost", _("Whether they lower it if you ask")),
    ("min_age", _("Youngest age")),
    ("max_age", _("Oldest age")),
    ("gender", _("Only for this gender")),
    ("requires", _("Only for these people")),
    ("designed_for", _("Made for these people")),
    ("welcomes", _("Open to all, glad of these people")),
    ("languages", _("Languages (BCP 47)")),
    ("next_step", _("just_turn_up, ring_first, book or referral")),
    ("referral_by", _("Who may refer")),
    ("places", _("open, waiting_list, full, paused or closed")),
    ("phone", _("Number to ring")),
    ("phone_answered", _("When it is answered")),
    ("text", _("Number for text messages")),
    ("email", _("Email address")),
    ("website", _("Website")),
    ("helper_checks", _("Codes of what somebody needs before they can help there")),
    ("buddy", _("yes where somebody goes with you")),
    ("first_step", _("yes where it suits as a first step")),
    ("fetches", _("Whether they fetch people")),
    *((f"access_{feature}", label) for feature, label in codes.ACCESS.items()),
    ("checked_on", _("Day of the last check")),
    ("checked_by", _("Role of who checked")),
    ("checked_how", _("visited, rang, wrote or website")),
)
VENUE_FIELDS: Fields = (
    ("id", _("Permanent id")),
    ("url", _("Address of its page")),
    ("name", _("Name")),
    ("area", _("Id of its area")),
    *_ADDRESS,
    ("door", _("How to get in")),
    ("bus_stop", _("The nearest bus stop")),
    ("bus_lines", _("Buses that stop there")),
    *((f"access_{feature}", label) for feature, label in codes.PLACE_ACCESS.items()),
    ("checked_on", _("Day of the last check")),
    ("checked_by", _("Role of who checked")),
)
SESSION_FIELDS: Fields = (
    ("activity_id", _("Id of the activity")),
    ("name", _("What it is called")),
    ("on", _("Day on which it happens")),
    ("start", _("Local time at which it starts; empty: all day")),
    ("end", _("Local time at which it ends")),
    ("ends_next_day", _("yes where it goes on past midnight")),
    ("timezone", _("Zone of these times (IANA)")),
    ("status", _("Whether it takes place as planned, is called off, or has another time")),
    ("planned_for", _("Day that the rule gave")),
    ("why", _("Why it is called off or has another time")),
    ("note", _("What is different this time")),
    ("venue_id", _("Id of the place")),
    ("venue", _("Name of the place")),
)


def entry_row(edition: Edition, entry: Entry) -> tuple[Value, ...]:
    """The values of a resource or an activity, in the order of `ENTRY_FIELDS`."""
    record, known, place, runner = entry.record, entry.facts, entry.place, entry.runner
    cost, access = record.cost, known.access
    contact: Any = known.contact.value if known.contact else None
    audience: Any = known.audience.value if known.audience else None
    following = facts.next_session(edition, entry)
    has_feed = isinstance(record, Activity)
    return (
        entry.id,
        edition.site_url + entry.url,
        record.name,
        record.summary,
        record.description,
        record.kind,
        entry.category,
        record.topics,
        entry.goals,
        entry.layer,
        entry.support,
        runner.id if runner else None,
        runner.name if runner else None,
        place.id if place else None,
        place.name if place else None,
        *_address(place),
        entry.areas,
        facts.when_short(edition, entry),
        following.on.isoformat() if following else None,
        f"{edition.site_url}feeds/activity/{entry.id}.ics" if has_feed else None,
        record.format,
        record.size,
        record.effort,
        None if cost is None or cost.amount is None else _number(cost.amount),
        None if cost is None or cost.amount is None else cost.per,
        None if cost is None or cost.amount is None else edition.settings.currency,
        "yes" if is_free(entry) else None,
        cost.help_with_cost if cost else None,
        audience and audience.min_age,
        audience and audience.max_age,
        audience and audience.gender,
        audience and audience.requires,
        audience and audience.designed_for,
        audience and audience.welcomes,
        known.languages.value if known.languages else None,
        facts.next_step(edition, entry),
        known.referral.value.by if known.referral else None,
        record.places.state if record.places else None,
        contact and contact.phone,
        contact and contact.answered,
        contact and contact.text,
        contact and contact.email,
        contact and contact.website,
        known.helper_checks.value if known.helper_checks else None,
        _yes(record.buddy),
        _yes(record.first_step),
        known.transport.value.fetches if known.transport else None,
        *(access[feature].value.answer if feature in access else None for feature in codes.ACCESS),
        record.checked.on.isoformat(),
        record.checked.by,
        record.checked.how,
    )


def venue_row(edition: Edition, place: Place) -> tuple[Value, ...]:
    """The values of a venue, in the order of `VENUE_FIELDS`."""
    answers = [place.access.get(feature) if place.access else None for feature in codes.PLACE_ACCESS]
    stop, checked = place.bus_stop, place.checked
    return (
        place.id,
        f"{edition.site_url}venues/{place.id}/",
        place.name,
        place.area,
        *_address(place),
        place.door,
        stop.name if stop else None,
        stop.lines if stop else None,
        *(answer.answer if answer else None for answer in answers),
        checked.on.isoformat() if checked else None,
        checked.by if checked else None,
    )


def session_row(_edition: Edition, session: Session) -> tuple[Value, ...]:
    """The values of a session, in the order of `SESSION_FIELDS`."""
    place = session.place
    return (
        session.entry.id,
        session.title,
        session.on.isoformat(),
        session.start.isoformat("minutes") if session.start else None,
        session.end.isoformat("minutes") if session.end else None,
        "yes" if session.next_day else None,
        session.entry.zone.key,
        session.status.value,
        session.day.isoformat(),
        session.why,
        session.note,
        place.id if place else None,
        place.name if place else None,
    )


def _address(place: Place | None) -> tuple[Value, ...]:
    """The values of `_ADDRESS`."""
    address = place.address if place else None
    where = place.coordinates if place else None
    return (
        *((address.street, address.town, address.postcode, address.country) if address else (None,) * 4),
        *((_number(where[0]), _number(where[1])) if where else (None, None)),
    )


def _number(value: object) -> int | float:
    found = float(str(value))
    return int(found) if found.is_integer() else found


def _yes(known: bool | None) -> str | None:  # noqa: FBT001 - a value, not a switch
    return None if known is None else ("yes" if known else "no")
