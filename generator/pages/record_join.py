"""How one joins: what to do first, step by step, whom to ring and when, who may refer, how long one waits."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Entry
from generator.edition import Edition
from generator.inherit import Known
from generator.pages.facts import arm, next_session, next_step, session_words, state
from generator.pages.record_text import duration, mailto, sentence, sms
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """The box “How to join”."""

    arm: str | None
    """The next step; None where there is nothing to join any more."""
    ring: str | None
    """The word before the number at the top of the page; None where ringing is not the next step."""
    steps: tuple[str, ...]
    call: Button | None
    """The one button that is filled."""
    ways: tuple[Button, ...]
    answered: tuple[str, ...]
    """When the telephone is answered, how long an answer takes, whom one reaches."""
    facts: tuple[Pair, ...]
    unknown: str | None


def joining(edition: Edition, entry: Entry) -> Joining:
    """How one joins, as far as anybody has said."""
    words, known = edition.words, entry.facts.contact
    contact = known.value if known else None
    now = state(edition, entry)
    over = now is not None and now.code in {"closed", "over"}
    step, referral = next_step(edition, entry), entry.facts.referral
    return Joining(
        arm=None if over else arm(edition, entry),
        ring=None if over or step not in {"ring_first", "book"} else arm(edition, entry),
        steps=() if over else tuple(_steps(edition, entry, contact)),
        call=phone_button(words, contact.phone) if contact and contact.phone else None,
        ways=tuple(_ways(words, entry, contact)),
        answered=tuple(_answered(words, known, named=step == "ring_first")) if known else (),
        facts=() if over else _facts(edition, entry, referral),
        unknown=None if contact and contact.reachable else _ring_us(edition),
    )


def _ring_us(edition: Edition) -> str:
    words, contact = edition.words, edition.settings.contact
    return words.t("Nobody has told us how to reach them. Ring us on %(number)s (%(hours)s) and we find out.",
                   number=words.unbroken(contact.phone), hours=contact.hours)  # fmt: skip


def _steps(edition: Edition, entry: Entry, contact: Contact | None) -> Iterator[str]:
    """What to do, in this order."""
    words, record = edition.words, entry.record
    match next_step(edition, entry):
        case "just_turn_up":
            following = next_session(edition, entry)
            yield words.t("Just come along. The next time is %(when)s.", when=session_words(edition, following)) if (
                following) else words.t("Just come along. You need not ring or book.")  # fmt: skip
        case "book":
            yield _book(words, record.booking if isinstance(record, Activity) else None, contact)
        case "referral":
            referral = entry.facts.referral
            yield words.t(_REFERRAL_STEPS[referral.value.by if referral else "either"])
        case _:
            if contact and contact.reachable:
                yield _reach(words, contact)
                yield words.t("Say that it is your first time.")
    help_at_door = entry.facts.access.get("door_help")
    if help_at_door and help_at_door.value.answer == "yes":
        yield words.t("Somebody meets you at the door and shows you in.")
    for field, said in _HELPS:
        if getattr(record, field):
            yield words.t(said)
    if isinstance(record, Activity) and record.bring:
        yield words.t("Bring: %(what)s", what=sentence(record.bring))


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


def _ways(words: Words, entry: Entry, contact: Contact | None) -> Iterator[Button]:
    """The buttons below the telephone: text, email, website, booking, form."""
    record, referral = entry.record, entry.facts.referral
    if isinstance(record, Activity) and record.booking and record.booking.url:
        yield Button("calendar-check", words.t("Book online"), record.booking.url)
    if referral and referral.value.form:
        yield Button("clipboard-arrow-right", words.t("Open the form"), referral.value.form)
    if contact:
        yield from _written(words, contact)


def contact_ways(words: Words, contact: Contact) -> Iterator[Button]:
    """A button for each way to reach somebody."""
    if contact.phone:
        yield phone_button(words, contact.phone)
    yield from _written(words, contact)


def _written(words: Words, contact: Contact) -> Iterator[Button]:
    if contact.text:
        number = words.unbroken(contact.text)
        yield Button("message-text", words.t("Text %(number)s", number=number), sms(contact.text))
    if contact.email:
        yield Button("email", contact.email, mailto(contact.email))
    if contact.website:
        yield Button("arrow-right", words.t("Their website"), contact.website)


def _answered(words: Words, known: Known[Contact], *, named: bool) -> Iterator[str]:
    """`named`: the steps have said whom to ask for."""
    contact = known.value
    if contact.answered and contact.phone:
        yield words.t("The telephone is answered: %(hours)s", hours=sentence(contact.answered))
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
