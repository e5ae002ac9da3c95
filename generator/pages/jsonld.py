"""What pages tell search engines, as JSON-LD with the words of schema.org: Event, Organization, Place.

Only what records say stands here; what is not known is left out.
"""

from collections.abc import Iterator, Mapping
from datetime import date, time

from generator.catalogue import Entry
from generator.edition import Edition
from generator.icons import ACCESS
from generator.inherit import Known, Place
from generator.records.common import Address, Contact, Cost
from generator.records.model import Activity
from generator.schedule.zoned import at
from generator.sessions import Session, Status

Json = dict[str, object]

_CONTEXT = "https://schema.org"
_NEXT = 4
_STATUS = {Status.PLANNED: "EventScheduled", Status.CANCELLED: "EventCancelled", Status.MOVED: "EventRescheduled"}
_ONLINE = frozenset({"online", "phone"})


def of_entry(edition: Edition, entry: Entry) -> Mapping[str, object]:
    """What the page of a resource or activity tells: its next sessions, or the organisation."""
    if not isinstance(entry.record, Activity):
        return {"@context": _CONTEXT, **_organisation(edition, entry)}
    shared = _shared(edition, entry)
    usual = _location(edition, entry, entry.place)
    events = [_event(edition, session, shared, usual) for session in edition.upcoming(entry, _NEXT)]
    return {"@context": _CONTEXT, "@graph": events} if events else {}


def of_place(edition: Edition, place: Place) -> Mapping[str, object]:
    """What the page of a venue tells: the place, where it lies, which of its features are known."""
    found = {"@context": _CONTEXT, **_place(edition, place), "url": f"{edition.site_url}venues/{place.id}/"}
    features = list(_features(edition, place))
    if features:
        found["amenityFeature"] = features
    if place.contact and place.contact.phone:
        found["telephone"] = place.contact.phone
    return found


def _shared(edition: Edition, entry: Entry) -> Json:
    """What all sessions of an activity have in common."""
    record, cost = entry.record, entry.record.cost
    found: Json = {"description": record.summary, "url": edition.site_url + entry.url}
    mode = _attendance(entry)
    if mode:
        found["eventAttendanceMode"] = f"{_CONTEXT}/{mode}"
    if entry.runner:
        organiser: Json = {"@type": "Organization", "name": entry.runner.name}
        if entry.runner.id:
            organiser["url"] = f"{edition.site_url}resources/{entry.runner.id}/"
        found["organizer"] = organiser
    if cost and cost.amount is not None:
        found["isAccessibleForFree"] = cost.amount == 0
        found["offers"] = _offer(edition, cost)
    return found


def _offer(edition: Edition, cost: Cost) -> Json:
    return {"@type": "Offer", "price": str(cost.amount), "priceCurrency": edition.settings.currency}


def _attendance(entry: Entry) -> str | None:
    """How people take part; None where nobody has said."""
    ways = set(entry.record.format) or ({"in_person"} if entry.place else set())
    if not ways:
        return None
    far, near = bool(ways & _ONLINE), bool(ways - _ONLINE)
    if far and near:
        return "MixedEventAttendanceMode"
    return "OnlineEventAttendanceMode" if far else "OfflineEventAttendanceMode"


def _event(edition: Edition, session: Session, shared: Json, usual: Json | list[Json] | None) -> Json:
    entry = session.entry
    found: Json = {"@type": "Event", "name": session.title, **shared}
    found["startDate"] = _moment(session.on, session.start, session)
    if session.start and session.end:
        ended = session.ends()
        found["endDate"] = at(ended.date(), ended.time(), entry.zone).isoformat()
    found["eventStatus"] = f"{_CONTEXT}/{_STATUS[session.status]}"
    if session.status is Status.MOVED:
        found["previousStartDate"] = _moment(session.day, session.planned_start, session)
    location = usual if session.place is entry.place else _location(edition, entry, session.place)
    if location:
        found["location"] = location
    return found


def _moment(day: date, clock: time | None, session: Session) -> str:
    """A moment with its offset; the day alone where something lasts all day."""
    return day.isoformat() if clock is None else at(day, clock, session.entry.zone).isoformat()


def _location(edition: Edition, entry: Entry, place: Place | None) -> Json | list[Json] | None:
    """Where people take part in something that happens at a place, or online."""
    found: list[Json] = []
    ways = entry.record.format
    if place and (not ways or "in_person" in ways):
        found.append(_place(edition, place))
    if "online" in ways:
        found.append({"@type": "VirtualLocation", "url": edition.site_url + entry.url})
    return found[0] if len(found) == 1 else found or None


def _place(edition: Edition, place: Place) -> Json:
    found: Json = {"@type": "Place", "name": place.name}
    if place.address:
        found["address"] = _address(edition, place.address)
    if place.coordinates:
        latitude, longitude = place.coordinates
        found["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return found


def _address(edition: Edition, address: Address) -> Json:
    parts = {
        "streetAddress": address.street,
        "addressLocality": address.town,
        "postalCode": address.postcode,
        "addressCountry": address.country or edition.settings.country,
    }
    return {"@type": "PostalAddress", **{name: value for name, value in parts.items() if value}}


def _features(edition: Edition, place: Place) -> Iterator[Json]:
    if place.access is None:
        return
    for feature in ACCESS:
        known = place.access.get(feature)
        if known is not None and known.answer in {"yes", "no"}:
            yield {"@type": "LocationFeatureSpecification", "name": edition.label("access", feature),
                   "value": known.answer == "yes"}  # fmt: skip


def _organisation(edition: Edition, entry: Entry) -> Json:
    record = entry.record
    found: Json = {"@type": "Organization", "name": record.name, "description": record.summary,
                   "url": edition.site_url + entry.url}  # fmt: skip
    known: Known[Contact] | None = entry.facts.contact
    if known and known.relation == "own":
        contact = known.value
        ways = {"telephone": contact.phone, "email": contact.email, "sameAs": contact.website}
        found.update({name: value for name, value in ways.items() if value})
    if entry.place:
        found["location"] = _place(edition, entry.place)
    if entry.runner:
        found["parentOrganization"] = {"@type": "Organization", "name": entry.runner.name}
    return found
