"""What a lay person is asked about a group, in the order of the form. One table makes the form and the blank sheet.

A path names a field of the model, which says how it is read, which codes it has and whether it must be there.
"""

from dataclasses import dataclass
from typing import Literal

from generator.records import codes
from generator.words import mark as _

Control = Literal["line", "text", "choice", "many", "date", "number", "amount"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question: the field that it is about, its words, and how it is answered."""

    path: str
    label: str
    hint: str | None = None
    control: Control = "line"
    vocabulary: str | None = None
    only: str | None = None
    """The one sort of record that is asked for it."""
    sheet: str | None = None
    """The question as the blank sheet puts it, where it stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions under one heading; `special` are those whose answers are more than one field."""

    id: str
    title: str
    asks: tuple[Ask, ...]
    special: str | None = None
    only: str | None = None
    more: bool = False
    """Whether it is folded away, since nobody needs to answer it."""
    sheet: str | None = None


ACCESS = tuple((feature, codes.ACCESS[feature]) for feature in codes.ASKED_OF_EVERYBODY)
"""The questions about getting in that every place is asked."""

GROUPS: tuple[Group, ...] = (
    Group(
        id="what",
        title=_("What it is"),
        asks=(
            Ask(path="name", label=_("Name"), hint=_("What people call it."), sheet=_("Name of the group")),
            Ask(
                path="summary",
                label=_("In one sentence"),
                hint=_("What happens, in one plain sentence of at most 160 characters."),
                sheet=_("What happens, in one plain sentence"),
            ),
            Ask(path="kind", label=_("What kind of thing it is"), control="choice", vocabulary="kind", only="resource"),
            Ask(path="category", label=_("Category"), control="choice", vocabulary="category"),
            Ask(
                path="organiser",
                label=_("Who runs it"),
                hint=_("The name of the group or organisation, not of a person."),
                only="activity",
                sheet=_("Who runs it, and who answers for it (the role is enough)"),
            ),
        ),
    ),
    Group(id="when", title=_("When"), asks=(), special="when", only="activity", sheet=_("When")),
    Group(
        id="where",
        title=_("Where"),
        asks=(
            Ask(path="venue.address.street", label=_("Street")),
            Ask(path="venue.address.town", label=_("Town")),
            Ask(path="venue.address.postcode", label=_("Postcode")),
            Ask(path="venue.area", label=_("Part of town"), control="choice", vocabulary="area"),
        ),
        special="where",
        sheet=_("Where, and how to get in at the door"),
    ),
    Group(id="access", title=_("Getting in"), asks=(), special="access"),
    Group(
        id="cost",
        title=_("What it costs"),
        asks=(
            Ask(path="cost.amount", label=_("How much"), hint=_("The number alone: 2 or 2.50."), control="amount"),
            Ask(path="cost.per", label=_("For what"), control="choice", vocabulary="per"),
            Ask(path="cost.note", label=_("What else it costs"), hint=_("Tea 50p; the first time is free.")),
        ),
        special="cost",
        sheet=_("What does it cost, and what if somebody has nothing?"),
    ),
    Group(
        id="join",
        title=_("How to join"),
        asks=(
            Ask(path="next_step", label=_("What to do first"), control="choice", vocabulary="next_step"),
            Ask(
                path="places.is",
                label=_("Is there room?"),
                control="choice",
                vocabulary="places",
                sheet=_("How does one join? Is there room now? How long is the wait?"),
            ),
            Ask(
                path="contact.phone",
                label=_("Telephone"),
                hint=_("A number that may stand on a poster."),
                sheet=_("Telephone or other way to reach you, and when somebody answers"),
            ),
            Ask(path="contact.answered", label=_("When it is answered"), hint=_("Monday to Thursday 9 to 1.")),
            Ask(path="contact.email", label=_("Email"), hint=_("An address of the group, not of a person.")),
            Ask(path="contact.website", label=_("Website"), hint=_("It begins with https://.")),
            Ask(path="contact.role", label=_("Whom to ask for"), hint=_("By role, not by name: the shed leader.")),
        ),
    ),
    Group(
        id="first",
        title=_("The first visit"),
        asks=(
            Ask(
                path="first_visit",
                label=_("What happens on a first visit"),
                hint=_("Who speaks to people first? May they just watch?"),
                control="text",
                sheet=_("What happens in the first ten minutes?"),
            ),
        ),
    ),
    Group(
        id="more",
        title=_("More, where you know it"),
        asks=(
            Ask(path="description", label=_("More about it"), control="text"),
            Ask(path="who_comes", label=_("Who comes"), hint=_("About 12, mostly over 70, two women."),
                sheet=_("Who comes, in truth?")),
            Ask(path="turns_away", label=_("Whom would you have to turn away?"),
                sheet=_("Whom would you have to turn away?")),
            Ask(path="bring", label=_("What to bring"), only="activity"),
            Ask(path="audience.min_age", label=_("Youngest age"), control="number"),
            Ask(path="audience.max_age", label=_("Oldest age"), control="number"),
            Ask(path="audience.gender", label=_("Only for"), control="choice", vocabulary="gender"),
            Ask(path="audience.designed_for", label=_("Made for these people"), control="many", vocabulary="tag"),
            Ask(path="helper_checks", label=_("What a helper needs first"),
                hint=_("Where people can give a hand."), control="many", vocabulary="helper_check"),
            Ask(path="size", label=_("How many people"), control="choice", vocabulary="size"),
            Ask(path="effort", label=_("How hard it is on the body"), control="choice", vocabulary="effort"),
            Ask(path="format", label=_("How it takes place"), control="many", vocabulary="format"),
            Ask(path="transport.how_to_get_there", label=_("The way there in words"),
                hint=_("Bus 4 stops outside.")),
        ),
        more=True,
    ),
    Group(
        id="who",
        title=_("Who tells us this"),
        asks=(
            Ask(
                path="checked.by",
                label=_("Your part in this, not your name"),
                hint=_("Group leader, neighbour, link worker."),
                sheet=_("Who filled this in (the role is enough), and on which day"),
            ),
            Ask(path="checked.on", label=_("The day on which you found this out"), control="date"),
            Ask(path="checked.how", label=_("How you know it"), control="choice", vocabulary="how"),
        ),
        special="note",
    ),
)  # fmt: skip
