"""How one joins: what to do first, step by step, whom to ring and when, who may refer, how long one waits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from generator.catalogue import Entry
from generator.edition import Edition
from generator.inherit import Known
from generator.pages.facts import State, arm, from_home, is_over, next_session, next_step, session_words, state
from generator.pages.record_text import duration, hours, mailto, sentence, sms
from generator.pages.record_view import Button, Pair, pair, pairs, phone_button
from generator.records.common import Contact, Referral
from generator.records.model import Activity, Booking
from generator.words import Words
from generator.words import mark as _

_REFERRAL_STEPS = {
    "self": _("Ask for a place yourself."),
    "professional": _("Ask a worker who knows you, such as a nurse or a social worker, to refer you."),
    "either": _("Ask for a place yourself, or ask a worker who knows you to do it."),
}
_BOOK = {
    "text": _("Send a text and book a place."),
    "email": _("Write an email and book a place."),
    "online": _("Book a place on the internet."),
    "in_person": _("Ask there for a place."),
}
_HELPS = (
    ("buddy", _("Somebody can meet you or go with you.")),
    ("tech_help", _("They help you to get online for it.")),
    ("device_provided", _("They lend you a phone or tablet.")),
)


_FIRST_TIME = _("Say that it is your first time.")
_ASK = {
    "full": _("Ask when there is room again."),
    "waiting_list": _("Ask to be put on the waiting list."),
    "paused": _("Ask when it starts again."),
}

Way = Literal["ring", "text", "email", "website", "online", "form"]
_TAKEN: Mapping[str, tuple[Way, ...]] = MappingProxyType({
    "ring_first": ("ring", "text", "email", "website"),
    "referral": ("form", "ring", "text", "email"),
    "book": ("online", "ring", "text", "email"),
    "just_turn_up": (),
})  # fmt: skip
"""The ways that each next step can take, the best first."""
_TAKEN_TO_BOOK: Mapping[str, tuple[Way, ...]] = MappingProxyType({
    "ring": ("ring",), "text": ("text",), "email": ("email",), "online": ("online", "website"), "in_person": (),
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """The box “How to join”."""

    arm: str | None
    """The next step; None where there is nothing to join any more."""
    top: Button | None
    """The next step as a button for the top of the page, where a button can take it."""
    steps: tuple[str, ...]
    first: Button | None
    """The way that the next step takes; its button is filled."""
    ways: tuple[Button, ...]
    """All other ways to reach them."""
    answered: str
    """When the telephone is answered, how long an answer takes, whom one reaches."""
    facts: tuple[Pair, ...]
    unknown: str | None


def joining(edition: Edition, entry: Entry) -> Joining:
    """How one joins, as far as anybody has said."""
    words, known = edition.words, entry.facts.contact
    contact = known.value if known else None
    now = state(edition, entry)
    over = (now is not None and now.code in {"closed", "over"}) or is_over(edition, entry)
    step, referral, pointed = next_step(edition, entry), entry.facts.referral, arm(edition, entry)
    ways = _ways(words, entry, contact)
    taken = None if over else next((way for way in _taken(entry, step) if way in ways), None)
    return Joining(
        arm=None if over else pointed,
        top=_top(words, pointed, taken, ways[taken], contact) if taken else None,
        steps=() if over else tuple(_steps(edition, entry, contact, now)),
        first=ways[taken] if taken else None,
        ways=tuple(button for way, button in ways.items() if way != taken),
        answered=" ".join(_answered(words, known, named=step == "ring_first")) if known else "",
        facts=() if over else _facts(edition, entry, referral),
        unknown=None if contact and contact.reachable else _ring_us(edition),
    )


def _taken(entry: Entry, step: str) -> tuple[Way, ...]:
    booking = entry.record.booking if isinstance(entry.record, Activity) else None
    if step == "book" and booking and booking.how:
        return _TAKEN_TO_BOOK[booking.how]
    if step == "just_turn_up" and from_home(entry):
        return ("website",)
    return _TAKEN[step]


def _top(words: Words, pointed: str, way: Way, button: Button, contact: Contact | None) -> Button:
    """The button of the next step with the words of the arm; a number stands beside them."""
    number = {"ring": contact.phone, "text": contact.text}.get(way) if contact else None
    said = words.t("%(step)s: %(number)s", step=pointed, number=words.unbroken(number)) if number else pointed
    return Button(button.icon, said, button.href)


def _ring_us(edition: Edition) -> str:
    words, contact = edition.words, edition.settings.contact
    return words.t("Nobody has told us how to reach them. Ring us on %(number)s (%(hours)s) and we find out.",
                   number=words.unbroken(contact.phone), hours=hours(contact.hours))  # fmt: skip


def _steps(edition: Edition, entry: Entry, contact: Contact | None, now: State | None) -> Iterator[str]:
    """What to do, in this order."""
    words, record = edition.words, entry.record
    match next_step(edition, entry):
        case "just_turn_up":
            yield _come(edition, entry)
        case "book":
            yield _book(words, record.booking if isinstance(record, Activity) else None, contact)
        case "referral":
            referral = entry.facts.referral
            yield words.t(_REFERRAL_STEPS[referral.value.by if referral else "either"])
        case _:
            if contact and contact.reachable:
                yield _reach(words, contact)
                yield words.t(_ASK.get(now.code if now else "", _FIRST_TIME))
    help_at_door = entry.facts.access.get("door_help")
    if help_at_door and help_at_door.value.answer == "yes":
        yield words.t("Somebody meets you at the door and shows you in.")
    for field, said in _HELPS:
        if getattr(record, field):
            yield words.t(said)
    if isinstance(record, Activity) and record.bring:
        yield words.t("Bring: %(what)s", what=sentence(record.bring))


def _come(edition: Edition, entry: Entry) -> str:
    """The sentence for what one need not ask about; nobody comes along online or by post."""
    words, following, comes = edition.words, next_session(edition, entry), not from_home(entry)
    if following:
        when = session_words(edition, following)
        return words.t("Just come along. The next time is %(when)s.", when=when) if comes else words.t(
            "Just join in. The next time is %(when)s.", when=when)  # fmt: skip
    return words.t("Just come along. You need not ring or book.") if comes else words.t(
        "You need not ring or book.")  # fmt: skip


def _reach(words: Words, contact: Contact) -> str:
    """The sentence that says how to reach them first."""
    if contact.phone and contact.role:
        number = words.unbroken(contact.phone)
        return words.t("Ring %(number)s and ask for %(role)s.", number=number, role=contact.role)
    if contact.phone:
        return words.t("Ring %(number)s.", number=words.unbroken(contact.phone))
    if contact.text:
        return words.t("Send a text to %(number)s.", number=words.unbroken(contact.text))
    if contact.email:
        return words.t("Write to %(address)s.", address=contact.email)
    return words.t("Look at their website.")


def _book(words: Words, booking: Booking | None, contact: Contact | None) -> str:
    how = booking.how if booking else None
    if how in _BOOK:
        return words.t(_BOOK[how])
    if contact and contact.phone:
        return words.t("Ring %(number)s and book a place.", number=words.unbroken(contact.phone))
    return words.t("Book a place before you come.")


def _ways(words: Words, entry: Entry, contact: Contact | None) -> Mapping[Way, Button]:
    """A button for each way to reach them, to book and to be referred."""
    record, referral = entry.record, entry.facts.referral
    found: dict[Way, Button] = {}
    if isinstance(record, Activity) and record.booking and record.booking.url:
        found["online"] = Button("calendar-check", words.t("Book online"), record.booking.url)
    if referral and referral.value.form:
        found["form"] = Button("clipboard-arrow-right", words.t("Open the form"), referral.value.form)
    return found | _contact_ways(words, contact) if contact else found


def contact_ways(words: Words, contact: Contact) -> tuple[Button, ...]:
    """A button for each way to reach somebody."""
    return tuple(_contact_ways(words, contact).values())


def _contact_ways(words: Words, contact: Contact) -> dict[Way, Button]:
    found: dict[Way, Button] = {}
    if contact.phone:
        found["ring"] = phone_button(words, contact.phone)
    if contact.text:
        number = words.unbroken(contact.text)
        found["text"] = Button("message-text", words.t("Text %(number)s", number=number), sms(contact.text))
    if contact.email:
        found["email"] = Button("email", contact.email, mailto(contact.email))
    if contact.website:
        found["website"] = Button("arrow-right", words.t("Their website"), contact.website)
    return found


def _answered(words: Words, known: Known[Contact], *, named: bool) -> Iterator[str]:
    """`named`: the steps have said whom to ask for."""
    contact = known.value
    if contact.answered and contact.phone:
        yield words.t("The telephone is answered: %(hours)s", hours=sentence(hours(contact.answered)))
    if contact.role and not (named and contact.phone):
        yield words.t("Ask for %(role)s.", role=contact.role)
    if contact.replies_in:
        yield words.t("An answer takes about %(time)s.", time=duration(words, contact.replies_in))
    if known.relation != "own":
        yield words.t("This is how you reach %(name)s.", name=known.origin)


def _facts(edition: Edition, entry: Entry, referral: Known[Referral] | None) -> tuple[Pair, ...]:
    words, record = edition.words, entry.record
    return pairs(
        *(_referral(edition, referral) if referral else ()),
        pair(words.t("Booking"), _booking(words, record.booking)) if isinstance(record, Activity) else None,
        pair(words.t("Is there room?"), _room(edition, entry)),
        pair(words.t("Joining"), _joining(edition, entry)),
        pair(words.t("How long for"), [sentence(record.lasts) if record.lasts else None]),
    )


def _referral(edition: Edition, known: Known[Referral]) -> Iterator[Pair | None]:
    words, referral = edition.words, known.value
    yield pair(words.t("Who may ask"), [f"{edition.label('referral', referral.by)}."])
    yield pair(words.t("Who is taken"), [sentence(referral.criteria) if referral.criteria else None])
    yield pair(words.t("Papers to bring"), [sentence(one) for one in referral.documents])


def _booking(words: Words, booking: Booking | None) -> Iterator[str]:
    match booking.needed if booking else None:
        case "yes":
            yield words.t("You have to book.")
        case "no":
            yield words.t("You need not book.")
        case "ask":
            yield words.t("Not known. Ask if you have to book.")
    if booking and booking.places:
        yield words.n("There is %(count)s place.", "There are %(count)s places.", booking.places)


def _room(edition: Edition, entry: Entry) -> Iterator[str]:
    """Whether there is room, and when that was known."""
    words, places = edition.words, entry.record.places
    if places is None:
        return
    if places.state == "open" and places.on:
        yield words.t("There was room on %(date)s.", date=words.date(places.on))
        return
    now = state(edition, entry)
    yield now.words if now else words.t("There is room.")
    if places.on:
        yield words.t("Known on %(date)s.", date=words.date(places.on))


def _joining(edition: Edition, entry: Entry) -> Iterator[str]:
    words, found = edition.words, entry.record.joining
    if found is None:
        return
    yield f"{edition.label('joining', found.way)}."
    if found.starts:
        begins = found.starts >= edition.today
        yield words.t("It starts on %(date)s.", date=words.date(found.starts)) if begins else words.t(
            "It started on %(date)s.", date=words.date(found.starts))  # fmt: skip
    if found.join_until:
        yield words.t("You can join until %(date)s.", date=words.date(found.join_until))
