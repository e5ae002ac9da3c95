"""The records themselves: resources, activities, venues. Frozen and typed, as their files say and nothing derived.

`catalogue` adds what is derived and inherited; `reading` makes these from files.
"""

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.records.common import (
    Access,
    Address,
    Assurance,
    Audience,
    BusStop,
    Checked,
    Closed,
    Contact,
    Part,
    Referral,
    ShortCost,
    ShortJoining,
    ShortPlaces,
    ShortSource,
    Transport,
    Visible,
)
from generator.records.fields import (
    Answer,
    BookingHow,
    Category,
    Cause,
    Clock,
    Coordinates,
    Count,
    Day,
    DeliveredBy,
    Effort,
    Format,
    Goal,
    HelperCheck,
    Kind,
    Language,
    Layer,
    Line,
    Listed,
    NextStep,
    PartOfWeek,
    Prose,
    Ref,
    SettingCode,
    ShownTo,
    Size,
    Skill,
    Slug,
    Support,
    TopicCode,
    Unit,
    WebAddress,
    YesNo,
)
from generator.records.regional import ZoneName
from generator.records.scalars import bad
from generator.records.schedule_fields import Change, ScheduleItem

EVERYWHERE = "everywhere"


class Record(Part):
    """What every record has; its id is the name of its file."""

    id: Annotated[str, Field(exclude=True)] = ""
    file: Annotated[str, Field(exclude=True)] = ""
    name: Annotated[Line, Field(description="What people call it")]
    aliases: Annotated[tuple[Slug, ...], Listed, Field(description="Ids it had before; old addresses lead here")] = ()


class Venue(Record):
    """A place where things happen. Who runs them is another matter."""

    address: Annotated[Address | None, Field(description="Street, town, postcode, country")] = None
    area: Annotated[Ref | None, Field(description="Its area, an id of data/areas.yml")] = None
    coordinates: Annotated[Coordinates | None, Field(description="Latitude, longitude: 51.4545, -2.5879")] = None
    door: Annotated[Line | None, Field(description="How to get in: round the back, buzzer 2")] = None
    bus_stop: Annotated[BusStop | None, Field(description="The nearest bus stop")] = None
    access: Annotated[Access | None, Field(description="Getting in and around: yes, no, ask")] = None
    transport: Annotated[Transport | None, Field(description="How people get there")] = None
    contact: Annotated[Contact | None, Field(description="How to reach those who keep the building")] = None
    closed: Annotated[tuple[Closed, ...], Field(description="Days on which nothing happens here")] = ()
    checked: Annotated[Checked | None, Field(description="When these facts were checked")] = None
    review_by: Annotated[Day | None, Field(description="The day by which somebody must look again")] = None
    source: Annotated[ShortSource | None, Field(description="The table that `fingerpost import` took it from")] = None


class InlineVenue(Part):
    """A place written into a record, where no file of its own is worth while."""

    name: Annotated[Line, Field(description="What the place is called: Old Mill")]
    address: Annotated[Address | None, Field(description="Street, town, postcode, country")] = None
    area: Annotated[Ref | None, Field(description="Its area")] = None
    coordinates: Annotated[Coordinates | None, Field(description="Latitude, longitude")] = None
    door: Annotated[Line | None, Field(description="How to get in")] = None
    bus_stop: Annotated[BusStop | None, Field(description="The nearest bus stop")] = None
    access: Annotated[Access | None, Field(description="Getting in and around")] = None
    transport: Annotated[Transport | None, Field(description="How people get there")] = None


class VenueChoice(Part):
    """A venue by its id, or one written in full. Exactly one of the two is set."""

    ref: Ref | None = None
    inline: InlineVenue | None = None


def _venue_choice(value: object) -> object:
    if not isinstance(value, dict):
        return {"ref": value}
    named = next((word for word in ("id", "ref", "venue") if word in value), None)
    if named:
        raise bad(
            "wrong-shape",
            "A venue with a record of its own is named by its id alone.",
            f"Write `venue: {value[named] or 'old-mill'}` in one line.",
        )
    return {"inline": value}


VenueField = Annotated[VenueChoice, BeforeValidator(_venue_choice, json_schema_input_type=Slug | InlineVenue)]


class Offer(Record):
    """What resources and activities have in common: something that a person can take up."""

    summary: Annotated[Line, Field(description="One plain sentence, at most 160 characters")]
    description: Annotated[Prose | None, Field(description="More about it, in Markdown")] = None
    topics: Annotated[
        tuple[TopicCode, ...], Listed, Field(description="What it is about: [games.cards, social.chat]")
    ] = ()
    goals: Annotated[tuple[Goal, ...], Listed, Field(description="What people get out of it, three at most")] = ()
    addresses: Annotated[
        tuple[Cause, ...],
        Listed,
        Field(description="Causes that this opens first (money, grief …): set by editors only"),
    ] = ()
    turns_away: Annotated[Line | None, Field(description="Whom would you have to turn away?")] = None
    first_visit: Annotated[Prose | None, Field(description="What happens on a first visit")] = None
    who_comes: Annotated[Line | None, Field(description="About 12, mostly over 70, two women")] = None
    joining: Annotated[ShortJoining | None, Field(description="any_time, course, trial_first or closed_group")] = None
    lasts: Annotated[Line | None, Field(description="How long it goes on for one person: twelve calls")] = None
    effort: Annotated[Effort | None, Field(description="How hard it is on the body")] = None
    setting: Annotated[tuple[SettingCode, ...], Listed, Field(description="What it is held in or with: pub, dogs")] = ()
    areas: Annotated[tuple[Ref, ...], Listed, Field(description="Areas served; everywhere is a value too")] = ()
    venue: Annotated[
        VenueField | None, Field(description="A record of data/venues/, or a place written here in full")
    ] = None
    contact: Annotated[Contact | None, Field(description="How to reach them")] = None
    next_step: Annotated[NextStep | None, Field(description="What to do first")] = None
    referral: Annotated[Referral | None, Field(description="Where somebody has to be referred")] = None
    places: Annotated[ShortPlaces | None, Field(description="Is there room, and when was that known?")] = None
    audience: Annotated[Audience, Field(description="Who it is for")] = Audience()
    access: Annotated[Access | None, Field(description="Getting in and around: each yes, no or ask")] = None
    languages: Annotated[tuple[Language, ...], Listed, Field(description="Languages it is run in: en, pl, bfi")] = ()
    also_spoken: Annotated[tuple[Language, ...], Listed, Field(description="Languages that somebody there speaks")] = ()
    format: Annotated[tuple[Format, ...], Listed, Field(description="in_person, home_visit, phone, online, post")] = ()
    size: Annotated[Size | None, Field(description="How many people")] = None
    cost: Annotated[ShortCost | None, Field(description="What it costs; absent is not known, 0 is free")] = None
    transport: Annotated[Transport | None, Field(description="How people get there")] = None
    roles: Annotated[tuple[Skill, ...], Listed, Field(description="What a person can give here: skill.repair")] = ()
    helper_checks: Annotated[
        tuple[HelperCheck, ...], Listed, Field(description="What somebody needs before they can help here")
    ] = ()
    buddy: Annotated[YesNo | None, Field(description="yes = somebody goes with you or meets you")] = None
    tech_help: Annotated[YesNo | None, Field(description="yes = they help you to get online for it")] = None
    device_provided: Annotated[YesNo | None, Field(description="yes = they lend you a phone or tablet")] = None
    language_learners: Annotated[
        YesNo | None, Field(description="yes = people who are learning the language are welcome")
    ] = None
    unit: Annotated[Unit | None, Field(description="Who comes together: one, couple, family, group")] = None
    presented_on: Annotated[Day | None, Field(description="The day it was shown at a resource meeting")] = None
    first_step: Annotated[
        YesNo | None,
        Field(description="yes = no booking, no commitment, small or one to one, somebody meets you"),
    ] = None
    assurance: Annotated[Assurance | None, Field(description="Insurance, safeguarding, checks")] = None
    closed: Annotated[tuple[Closed, ...], Field(description="Days on which nothing happens")] = ()
    visible: Annotated[Visible | None, Field(description="From when until when it is in lists and has dates")] = None
    layer: Annotated[Layer | None, Field(description="Which layer of support; else from the kind")] = None
    support: Annotated[tuple[Support, ...], Listed, Field(description="Kinds of support; else from the kind")] = ()
    delivered_by: Annotated[DeliveredBy | None, Field(description="Who does it; else from the kind")] = None
    checked: Annotated[Checked, Field(description="When, by what role and how this was last checked")]
    review_by: Annotated[Day | None, Field(description="The day by which somebody must look again")] = None


class Resource(Offer):
    """An organisation, group, service or thing to do."""

    kind: Annotated[Kind, Field(description="What kind of thing it is")]
    category: Annotated[Category | None, Field(description="Its category; else from the first topic")] = None
    run_by: Annotated[Line | None, Field(description="Id or name of who answers for it; itself if absent")] = None
    when: Annotated[
        tuple[PartOfWeek, ...],
        Listed,
        Field(description="Usual parts of the week, only without activities: [tue_am]"),
    ] = ()
    source: Annotated[ShortSource | None, Field(description="The table that `fingerpost import` took it from")] = None


class Booking(Part):
    """Whether one has to book."""

    needed: Annotated[Answer, Field(description="Must one book?")]
    how: Annotated[BookingHow | None, Field(description="How one books")] = None
    places: Annotated[Count | None, Field(description="How many places there are")] = None
    url: Annotated[WebAddress | None, Field(description="Where one books online")] = None


class Outing(Part):
    """What one needs to know about a day out."""

    meet_at: Annotated[Line | None, Field(description="Where everybody meets")] = None
    back_by: Annotated[Clock | None, Field(description="When everybody is back")] = None
    toilets: Annotated[Line | None, Field(description="Where the toilets are")] = None


class Activity(Offer):
    """Something with dates."""

    organiser: Annotated[Line | None, Field(description="Id or name of who runs it")] = None
    kind: Annotated[Kind | None, Field(description="What kind of thing it is")] = None
    category: Annotated[Category, Field(description="Its category in the calendar")]
    shown_to: Annotated[ShownTo, Field(description="public, house (its own mix only) or staff")] = "public"
    timezone: Annotated[ZoneName | None, Field(description="A zone of its own: Europe/Dublin")] = None
    schedule: Annotated[tuple[ScheduleItem, ...], Field(description="When it happens", min_length=1)]
    changes: Annotated[tuple[Change, ...], Field(description="What is different about single sessions")] = ()
    booking: Annotated[Booking | None, Field(description="Whether one has to book")] = None
    bring: Annotated[Line | None, Field(description="What to bring")] = None
    outing: Annotated[Outing | None, Field(description="For days out: where to meet, back by when")] = None
    source: Annotated[
        ShortSource | None, Field(description="The calendar or table that `fingerpost import` took it from")
    ] = None
