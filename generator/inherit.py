"""Which fact a record has from whom, by one visible table; inheritance never turns unknown into yes.

An activity is silent about much that its venue and its organiser know. Each inherited fact keeps its origin and the day
its origin was checked, so that a page can say "of the Old Mill".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from generator.records import codes
from generator.records.common import (
    AccessAnswer,
    Address,
    Assurance,
    Audience,
    BusStop,
    Checked,
    Closed,
    Contact,
    Cost,
    Referral,
    Transport,
)
from generator.records.model import Activity, InlineVenue, Resource, Venue

T = TypeVar("T")
Relation = Literal["own", "venue", "organiser"]

COMES_FROM: Mapping[str, tuple[Relation, ...]] = {
    "place access": ("own", "venue"),
    "hearing loop": ("own", "venue", "organiser"),  # fitted in the room, or brought along by the group
    "communication access": ("own", "organiser"),
    "people access": ("own", "organiser"),
    "transport": ("own", "venue"),
    "audience": ("own", "organiser"),
    "languages": ("own", "organiser"),
    "also_spoken": ("own", "organiser"),
    "contact": ("own", "organiser"),
    "referral": ("own", "organiser"),
    "setting": ("own", "organiser"),
    "assurance": ("own", "organiser"),
    "helper_checks": ("own", "organiser"),
    "cost": ("own",),  # a page may add what the organiser says, in the organiser's name
}
"""Who is asked for each fact, in this order; the first who has said something is believed."""

_ACCESS_FROM: Mapping[str, tuple[Relation, ...]] = {
    feature: COMES_FROM[
        "hearing loop" if feature == "hearing_loop"
        else "place access" if feature in codes.PLACE_ACCESS
        else "communication access" if feature in codes.COMMUNICATION_ACCESS
        else "people access"
    ]
    for feature in codes.ACCESS
}  # fmt: skip
_RELATIONS: tuple[Relation, ...] = ("own", "venue", "organiser")
_NO_LIMITS = Audience()


class Known(NamedTuple, Generic[T]):
    """A fact, who has it, and when it was checked there.

    A tuple, because a large site has a hundred thousand of them.
    """

    value: T
    relation: Relation
    origin: str
    """The name of whom the fact is from."""
    checked: Checked | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something happens: a venue's record, or a place written into a record (then without an id)."""

    id: str | None
    name: str
    address: Address | None
    area: str | None
    coordinates: tuple[float, float] | None
    door: str | None
    bus_stop: BusStop | None
    access: Any
    transport: Transport | None
    contact: Contact | None
    closed: tuple[Closed, ...]
    checked: Checked | None

    def __hash__(self) -> int:
        """A quick hash, so that what follows from a place can be kept."""
        return hash((self.id, self.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Runner:
    """Who runs something: a resource by its id, or a name alone."""

    id: str | None
    name: str
    closed: tuple[Closed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of an entry, each fact with its origin; an absent one is not known."""

    access: Mapping[str, Known[AccessAnswer]]
    transport: Known[Transport] | None
    audience: Known[Audience] | None
    languages: Known[tuple[str, ...]] | None
    also_spoken: Known[tuple[str, ...]] | None
    contact: Known[Contact] | None
    referral: Known[Referral] | None
    setting: Known[tuple[str, ...]] | None
    assurance: Known[Assurance] | None
    helper_checks: Known[tuple[str, ...]] | None
    organisers_cost: Known[Cost] | None


def facts(
    record: Resource | Activity, place: Place | None, runner: Runner | None, resources: Mapping[str, Resource]
) -> Facts:
    """All facts of a record, its own ones first."""
    organiser = resources.get(runner.id) if runner and runner.id and isinstance(record, Activity) else None
    sources: dict[Relation, tuple[Any, str, Checked | None]] = {"own": (record, record.name, record.checked)}
    if place:
        sources["venue"] = (place, place.name, place.checked)
    if organiser:
        sources["organiser"] = (organiser, organiser.name, organiser.checked)

    def ask(fact: str, field: str) -> Any:
        for relation in COMES_FROM[fact]:
            if relation in sources:
                source, name, checked = sources[relation]
                value = getattr(source, field, None)
                if value is not None and value not in ((), _NO_LIMITS):
                    return Known(value, relation, name, getattr(value, "checked", None) or checked)
        return None

    contact = ask("contact", "contact")
    answering = organiser or record
    answerable = resources.get(answering.run_by or "") if isinstance(answering, Resource) else None
    if contact is None and answerable is not None and answerable.contact is not None:
        contact = Known(
            answerable.contact, "organiser", answerable.name, answerable.contact.checked or answerable.checked
        )
    cost = organiser.cost if organiser and record.cost is None else None
    cost_checked = (cost.checked if cost else None) or (organiser.checked if organiser else None)
    return Facts(
        access=_access(sources),
        transport=ask("transport", "transport"),
        audience=ask("audience", "audience"),
        languages=ask("languages", "languages"),
        also_spoken=ask("also_spoken", "also_spoken"),
        contact=contact,
        referral=ask("referral", "referral"),
        setting=ask("setting", "setting"),
        assurance=ask("assurance", "assurance"),
        helper_checks=ask("helper_checks", "helper_checks"),
        organisers_cost=Known(cost, "organiser", organiser.name, cost_checked) if cost and organiser else None,
    )


def _access(sources: Mapping[Relation, tuple[Any, str, Checked | None]]) -> Mapping[str, Known[AccessAnswer]]:
    """Access, feature by feature."""
    found: dict[str, Known[AccessAnswer]] = {}
    for relation in _RELATIONS:
        source, name, checked = sources.get(relation, (None, "", None))
        access = getattr(source, "access", None)
        if access is None:
            continue
        seen = access.checked or checked
        for feature in access.model_fields_set:
            if feature != "checked" and feature not in found and relation in _ACCESS_FROM[feature]:
                found[feature] = Known(getattr(access, feature), relation, name, seen)
    return found


def place(record: Resource | Activity, venues: Mapping[str, Place]) -> Place | None:
    """Where a record's sessions happen, if it says so."""
    if record.venue is None:
        return None
    if record.venue.inline:
        return place_of(record.venue.inline, record.checked)
    return venues.get(record.venue.ref or "")


def place_of(venue: Venue | InlineVenue, checked: Checked | None = None) -> Place:
    """A venue as a place."""
    own = venue if isinstance(venue, Venue) else None
    return Place(
        id=own.id if own else None,
        name=venue.name,
        address=venue.address,
        area=venue.area,
        coordinates=(float(venue.coordinates[0]), float(venue.coordinates[1])) if venue.coordinates else None,
        door=venue.door,
        bus_stop=venue.bus_stop,
        access=venue.access,
        transport=venue.transport,
        contact=own.contact if own else None,
        closed=own.closed if own else (),
        checked=own.checked if own else checked,
    )


def runner(record: Resource | Activity, resources: Mapping[str, Resource]) -> Runner | None:
    """Who runs it, if that is somebody else."""
    name = record.organiser if isinstance(record, Activity) else record.run_by
    if name is None or name == record.id:
        return None
    known = resources.get(name)
    return Runner(id=known.id, name=known.name, closed=known.closed) if known else Runner(id=None, name=name)
