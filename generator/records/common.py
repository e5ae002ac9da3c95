"""The parts that records share: contact, access, cost, audience and so on, each frozen and typed.

Field descriptions are the hover texts that editors show and the text of the field reference.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model

from generator.records import codes
from generator.records.fields import (
    Answer,
    CostPer,
    Count,
    Day,
    Duration,
    Email,
    Gender,
    How,
    JoiningIs,
    Line,
    Listed,
    Money,
    Phone,
    PlacesAre,
    ReferralBy,
    Slug,
    TagCode,
    WebAddress,
    YesNo,
)
from generator.records.scalars import FREE, bad


class Part(BaseModel):
    """A frozen part of a record; a field that is not listed is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())


def _short(key: str, both: Any) -> Any:
    """Lets a part be written in short: `places: full` is `places: {is: full}`; `both` tells editors of both forms."""

    def spell_out(value: Any) -> Any:
        return {key: value} if type(value) is str else value

    return BeforeValidator(spell_out, json_schema_input_type=both)


def _spell_out_cost(value: Any) -> Any:
    """Lets a price be written alone: `cost: 2`, `cost: free`."""
    if type(value) is not str:
        return value
    return {"amount": "0" if " ".join(value.split()).casefold() in FREE else value}


class Checked(Part):
    """When, by what role and how facts were last checked."""

    on: Annotated[Day, Field(description="The day it was checked: 2026-10-01")]
    by: Annotated[Line, Field(description="The role of who checked it, never a name: activity coordinator")]
    how: Annotated[How | None, Field(description="How it was checked")] = None


class Contact(Part):
    """How to reach somebody."""

    phone: Annotated[Phone | None, Field(description="The number to ring: 01632 960101")] = None
    text: Annotated[Phone | None, Field(description="A number that takes text messages")] = None
    email: Annotated[Email | None, Field(description="An email address of the group, not of a person")] = None
    website: Annotated[WebAddress | None, Field(description="https://…")] = None
    role: Annotated[Line | None, Field(description="Whom to ask for, by role: the shed leader")] = None
    answered: Annotated[Line | None, Field(description="When the telephone is answered: Mon to Thu 9 to 1")] = None
    replies_in: Annotated[Duration | None, Field(description="How long an answer takes: 2 days")] = None
    checked: Annotated[Checked | None, Field(description="When these ways to reach them were checked")] = None

    @property
    def reachable(self) -> bool:
        """Whether there is any way to reach them."""
        return bool(self.phone or self.text or self.email or self.website)


class AccessAnswer(Part):
    """The answer to one access question, with a note."""

    answer: Annotated[Answer, Field(alias="is", description="yes, no, or ask; leave the line out if nobody knows")]
    note: Annotated[Line | None, Field(description="What one should know: ramp at the side door")] = None


_ACCESS_HINTS = {
    "step_free": "yes = no step from the street to the seat",
    "accessible_toilet": "yes = a wheelchair gets in and turns",
    "dementia_friendly": "yes = somebody in charge has been trained, a companion is welcome, nobody minds repeating",
    "hearing_loop": "yes = fitted, switched on and tried",
    "companion_welcome": "yes = you may bring somebody who only keeps you company",
    "door_help": "yes = somebody meets you at the door and shows you in",
    "quiet_space": "yes = a room to go to when it gets too much",
    "seating": "yes = a chair with a back for everybody",
    "short_walk": "yes = under 50 metres from where a car or bus stops",
    "toilet": "yes = any toilet that visitors may use",
    "parking": "yes = parking or a bus stop at the door",
}


class _AccessBase(Part):
    """Answers to access questions. What is not listed is not known."""

    checked: Annotated[Checked | None, Field(description="When these answers were checked")] = None

    def get(self, feature: str) -> AccessAnswer | None:
        """The answer for a feature, or None where nobody has said."""
        found: AccessAnswer | None = getattr(self, feature)
        return found


_PLAIN_ANSWERS = {answer: AccessAnswer.model_validate({"is": answer}) for answer in codes.ANSWER}
"""Nearly every answer comes without a note, so that all records can share these."""


def _access_answer(value: Any) -> Any:
    if type(value) is not str:
        return value
    return _PLAIN_ANSWERS.get(value) or {"is": value}


Access: Any = create_model(
    "Access",
    __base__=_AccessBase,
    __doc__=_AccessBase.__doc__,
    **{
        feature: (
            Annotated[
                AccessAnswer | None,
                BeforeValidator(_access_answer, json_schema_input_type=Answer | AccessAnswer),
                Field(description=_ACCESS_HINTS.get(feature, str(label))),
            ],
            None,
        )
        for feature, label in codes.ACCESS.items()
    },  # type: ignore[call-overload]
)


class Audience(Part):
    """Who it is for. `requires` is only for; `designed_for` is made for; `welcomes` is open to all and glad of."""

    min_age: Annotated[Count | None, Field(description="Youngest age")] = None
    max_age: Annotated[Count | None, Field(description="Oldest age")] = None
    gender: Annotated[Gender | None, Field(description="Only for this gender")] = None
    requires: Annotated[tuple[TagCode, ...], Listed, Field(description="Only for these people")] = ()
    designed_for: Annotated[tuple[TagCode, ...], Listed, Field(description="Made for these people")] = ()
    welcomes: Annotated[tuple[TagCode, ...], Listed, Field(description="Open to all, glad of these people")] = ()


class Donation(Part):
    """What people may give instead of a price."""

    nothing_is_fine: Annotated[YesNo, Field(description="yes = nobody minds if you give nothing")]
    suggested: Annotated[Money | None, Field(description="What is suggested: 2")] = None


class Cost(Part):
    """What it costs."""

    amount: Annotated[Money | None, Field(description="The price as a number, 0 for free: 2.50")] = None
    per: Annotated[CostPer, Field(description="What the price is for")] = "session"
    donation: Annotated[Donation | None, Field(description="Where people give what they can")] = None
    first_free: Annotated[YesNo | None, Field(description="yes = the first time is free")] = None
    pay: Annotated[Line | None, Field(description="How to pay: cash")] = None
    help_with_cost: Annotated[Answer | None, Field(description="yes = they waive or lower it if you ask")] = None
    note: Annotated[Line | None, Field(description="What else it costs: tea 50p")] = None
    checked: Annotated[Checked | None, Field(description="When the price was checked")] = None


class Referral(Part):
    """How somebody gets in where one cannot just come."""

    by: Annotated[ReferralBy, Field(description="Who may ask")]
    criteria: Annotated[Line | None, Field(description="Who is taken: lives in Northgate, over 60")] = None
    documents: Annotated[tuple[Line, ...], Listed, Field(description="Papers to bring")] = ()
    form: Annotated[WebAddress | None, Field(description="The address of the form")] = None


class Places(Part):
    """Whether there is room, and when that was known."""

    state: Annotated[PlacesAre, Field(alias="is", description="Is there room?")]
    on: Annotated[Day | None, Field(description="The day this was known")] = None
    wait_days: Annotated[Count | None, Field(description="How many days people wait")] = None
    back_on: Annotated[Day | None, Field(description="The day it opens again, where it is paused")] = None


class Joining(Part):
    """Whether one can join at any time."""

    way: Annotated[JoiningIs, Field(alias="is", description="How one joins")]
    starts: Annotated[Day | None, Field(description="The first day of the course")] = None
    join_until: Annotated[Day | None, Field(description="The last day on which one can join the course")] = None


class Transport(Part):
    """How people get there."""

    fetches: Annotated[Answer | None, Field(description="yes = they fetch people from home")] = None
    how_to_get_there: Annotated[Line | None, Field(description="The way in words: bus 4 stops outside")] = None


class Assurance(Part):
    """What the group has told about its safety. It is not a recommendation."""

    insurance: Annotated[Answer | None, Field(description="Has public liability insurance")] = None
    safeguarding_policy: Annotated[Answer | None, Field(description="Has a safeguarding policy")] = None
    checks: Annotated[Answer | None, Field(description="Helpers have been checked")] = None
    watched: Annotated[
        Answer | None, Field(description="Online: somebody sees what is written and steps in where it hurts")
    ] = None
    seen_on: Annotated[Day | None, Field(description="The day somebody saw the papers")] = None


class Closed(Part):
    """A stretch of days on which nothing happens; every session it touches is cancelled in words."""

    first: Annotated[Day, Field(alias="from", description="First day")]
    last: Annotated[Day, Field(alias="until", description="Last day")]
    why: Annotated[Line | None, Field(description="The reason people read: Christmas")] = None


class Source(Part):
    """Where a record was taken from: written and read by `fingerpost import`, so that it may run again."""

    calendar: Annotated[Line | None, Field(description="The address or name of the calendar")] = None
    table: Annotated[Line | None, Field(description="The name of the table, where it was one")] = None
    row: Annotated[Line | None, Field(description="What its row is known by: the name, or what the map says")] = None
    uid: Annotated[
        dict[Slug, Annotated[tuple[Line, ...], Listed]],
        Field(description="The events of each item of the schedule, by its key; of a month's table their times"),
    ] = {}
    taken_on: Annotated[Day, Field(description="The day on which it last brought something new")]
    wrote: Annotated[
        dict[Line, Line], Field(description="A digest of each fact as the import wrote it; leave these alone")
    ]


def _from_one_place(value: Any) -> Any:
    """A source is a calendar, whose events are known by their `uid`, or a table with a `row`."""
    if isinstance(value, dict):
        given = [name for name, needs in (("calendar", "uid"), ("table", "row")) if {name, needs} <= value.keys()]
        if len(given) != 1 or {"calendar", "table"} <= value.keys():
            raise bad(
                "wrong-shape",
                "A source is a calendar with `uid`, or a table with `row`.",
                "Leave it as the import wrote it, or take it out for good.",
            )
    return value


class Visible(Part):
    """From when until when a record stands in lists and feeds, and has sessions."""

    first: Annotated[Day | None, Field(alias="from", description="First day")] = None
    last: Annotated[Day | None, Field(alias="until", description="Last day")] = None

    def holds(self, today: date) -> bool:
        """Whether the record is to be seen on `today`."""
        return not (self.first and today < self.first) and not (self.last and today > self.last)


class Address(Part):
    """Where a place is."""

    street: Annotated[Line | None, Field(description="House and street: Mill Lane")] = None
    town: Annotated[Line | None, Field(description="Town")] = None
    postcode: Annotated[Line | None, Field(description="Postcode")] = None
    country: Annotated[Line | None, Field(description="Two letters: GB")] = None


class BusStop(Part):
    """The nearest bus stop."""

    name: Annotated[Line, Field(description="What it is called")]
    lines: Annotated[tuple[Line, ...], Listed, Field(description="The buses that stop there")] = ()
    walk_minutes: Annotated[Count | None, Field(description="Minutes on foot from there")] = None


ShortCost = Annotated[Cost, BeforeValidator(_spell_out_cost, json_schema_input_type=Money | Literal["free"] | Cost)]
ShortPlaces = Annotated[Places, _short("is", PlacesAre | Places)]
ShortJoining = Annotated[Joining, _short("is", JoiningIs | Joining)]
ShortSource = Annotated[Source, BeforeValidator(_from_one_place)]
