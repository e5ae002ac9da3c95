"""The short form of a record, as a file of cases brings it along; the match record is made of either form."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from generator.records import codes
from generator.records.common import Part
from generator.records.fields import (
    Answer,
    Coded,
    CostPer,
    Count,
    Day,
    Format,
    Gender,
    HelperCheck,
    Kind,
    Language,
    Layer,
    Line,
    Listed,
    Money,
    PartOfWeek,
    Phone,
    PlacesAre,
    ReferralBy,
    Size,
    Skill,
    Support,
    YesNo,
)
from generator.records.profile_fields import Feature, OpenCode, Pair, Prefixed

AnyCause = Annotated[str, Prefixed("cause", codes.CAUSE, "cause.", "safety.")]
AnyGoal = Annotated[str, Prefixed("goal", codes.GOAL, "goal.")]
Status = Annotated[str, Coded("state of places", codes.PLACES)]


class ShortAudience(Part):
    """Ages and gender of those it is for."""

    min_age: Annotated[Count | None, Field(description="Youngest age")] = None
    max_age: Annotated[Count | None, Field(description="Oldest age")] = None
    gender: Annotated[Gender | None, Field(description="Only for this gender")] = None


class ShortRecord(Part):
    """A record in a line or two, for a case."""

    id: Annotated[Line, Field(description="What expectations call it: R01")]
    title: Annotated[Line, Field(description="What people call it")]
    org: Annotated[Line | None, Field(description="Who runs it")] = None
    kind: Annotated[Kind, Field(description="What kind of thing it is")]
    layer: Annotated[Layer | None, Field(description="Which layer of support; else from the kind")] = None
    topics: Annotated[tuple[OpenCode, ...], Listed, Field(description="What it is about")] = ()
    goals: Annotated[tuple[AnyGoal, ...], Listed, Field(description="What people get out of it")] = ()
    addresses: Annotated[tuple[AnyCause, ...], Listed, Field(description="Causes that this opens first")] = ()
    support: Annotated[tuple[Support, ...], Listed, Field(description="Kinds of support")] = ()
    when: Annotated[tuple[PartOfWeek, ...], Listed, Field(description="Parts of the week: [tue_am]")] = ()
    format: Annotated[tuple[Format, ...], Listed, Field(description="in_person, home_visit, phone, online, post")] = ()
    xy: Annotated[Pair | None, Field(description="Kilometres eastwards and northwards on a plain: [0, 1]")] = None
    cost: Annotated[Money | None, Field(description="The price, 0 for free; absent is not known")] = None
    per: Annotated[CostPer, Field(description="What the price is for")] = "session"
    help_with_cost: Annotated[Answer | None, Field(description="yes = they waive or lower it")] = None
    size: Annotated[Size | None, Field(description="How many people")] = None
    access: Annotated[Mapping[Feature, Answer], Field(description="Each yes, no or ask; absent is unknown")] = Field(
        default_factory=dict
    )
    transport: Annotated[Answer | None, Field(description="yes = they fetch people from home")] = None
    audience: Annotated[ShortAudience, Field(description="Ages and gender")] = ShortAudience()
    requires: Annotated[tuple[OpenCode, ...], Listed, Field(description="Only for these people")] = ()
    designed_for: Annotated[tuple[OpenCode, ...], Listed, Field(description="Made for these people")] = ()
    welcomes: Annotated[tuple[OpenCode, ...], Listed, Field(description="Open to all, glad of these")] = ()
    status: Annotated[PlacesAre, Field(description="Is there room?")] = "open"
    status_on: Annotated[Day | None, Field(description="The day this was known")] = None
    back_on: Annotated[Day | None, Field(description="The day it opens again")] = None
    langs: Annotated[tuple[Language, ...], Listed, Field(description="Languages it is run in")] = ()
    also_spoken: Annotated[tuple[Language, ...], Listed, Field(description="Languages somebody there speaks")] = ()
    language_learners: Annotated[YesNo, Field(description="yes = learners are welcome")] = False
    device_provided: Annotated[YesNo, Field(description="yes = they lend a phone or tablet")] = False
    tech_help: Annotated[YesNo, Field(description="yes = they help you to get online for it")] = False
    roles: Annotated[tuple[Skill, ...], Listed, Field(description="What a person can give here")] = ()
    helper_checks: Annotated[tuple[HelperCheck, ...], Listed, Field(description="What a helper needs first")] = ()
    buddy: Annotated[YesNo, Field(description="yes = somebody goes with you or meets you")] = False
    first_step: Annotated[YesNo, Field(description="yes = an easy first step")] = False
    referral: Annotated[ReferralBy | None, Field(description="Who may ask")] = None
    book: Annotated[YesNo, Field(description="yes = one has to book")] = False
    setting: Annotated[tuple[OpenCode, ...], Listed, Field(description="What it is held in or with")] = ()
    areas: Annotated[tuple[OpenCode, ...], Listed, Field(description="Areas served")] = ()
    phone: Annotated[Phone | None, Field(description="The number to ring")] = None
    checked: Annotated[Day | None, Field(description="The day it was last checked; absent is never")] = None
