"""What an event says in words: where, whom to ring, and a description in plain text; unknown is said to be unknown.

Calendars get ordinary spaces: a no-break space costs a byte and confuses their searches.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator import prices
from generator.catalogue import Entry
from generator.edition import Edition
from generator.inherit import Place
from generator.records import codes
from generator.records.common import Contact, Cost
from generator.records.model import Activity
from generator.schedule.rules import Dates, Item
from generator.schedule.words import rule_words
from generator.sessions import Session, Status
from generator.words import Words
from generator.words import mark as _

_ENDS = (".", "!", "?", "…", ":")
_ACCESS = {
    "yes": _("There is: %(features)s."),
    "no": _("There is not: %(features)s."),
    "ask": _("Not known: %(features)s."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the events of an activity say alike."""

    summary: str
    facts: str
    """Cost, access, the next step, whom to ring, what was checked, the address of the page."""
    elsewhere: str
    """The same without what is true of the usual place only."""
    ask: str
    """Whom to ring, the address of the page: all that a cancelled session needs."""
    contact: str | None
    category: str
    url: str


def telling(entry: Entry, edition: Edition) -> Telling:
    """The words that the events of an activity share."""
    words, url, known = edition.words, edition.site_url + entry.url, entry.facts.contact
    cost = _cost(entry.record.cost, words)
    first, ask = tuple(_first_step(entry, edition)), _ask(entry, edition)
    more, here = tuple(_more(entry, words)), tuple(_door(entry, words))
    return Telling(
        summary=entry.record.summary,
        facts=_lines(cost, *_access(entry, edition), *first, ask, *here, *more, url),
        elsewhere=_lines(cost, *first, ask, *more, url),
        ask=_lines(ask, url),
        contact=_contact_line(known.value) if known else None,
        category=edition.label("category", entry.category),
        url=url,
    )


def description(said: Telling, rule: str | None, session: Session | None, words: Words) -> str:
    """The description of a series, or of one session of it: what is different comes first."""
    about = _lines(said.summary, rule) if rule else said.summary
    if session is None:
        return f"{about}\n\n{said.facts}"
    news = _lines(*_news(session, words))
    if session.status is Status.CANCELLED:
        return f"{news}\n\n{said.ask}"
    facts = said.facts if session.place == session.entry.place else said.elsewhere
    return "\n\n".join(part for part in (news, about, facts) if part)


def rule_text(item: Item, edition: Edition) -> str | None:
    """The rule in whole sentences, without regard to today; nothing for single days, which say themselves when."""
    if isinstance(item.rule, Dates):
        return None
    closures = edition.catalogue.sources.closures
    named = tuple((name, closures[name].name) for name in item.skips.closures if name in closures)
    return _rule_text(item, edition.words, named)


@lru_cache(maxsize=4096)
def _rule_text(item: Item, words: Words, closures: tuple[tuple[str, str], ...]) -> str:
    return _lines(rule_words(item, words, dict(closures)))


def title(session: Session, words: Words) -> str:
    """What a session is called; a cancelled one says so first, for programs that heed nothing else."""
    if session.status is Status.CANCELLED:
        return words.t("CANCELLED: %(title)s", title=session.title)
    return session.title


def location(place: Place | None, entry: Entry, edition: Edition) -> str | None:
    """Where it is, on one line that maps understand; else the way in which it happens."""
    if place is None:
        ways = edition.labels("format", entry.record.format)
        return edition.words.either(ways) if ways and "in_person" not in entry.record.format else None
    address = place.address
    parts = (place.name, address.street, address.town, address.postcode) if address else (place.name,)
    return ", ".join(part for part in parts if part)


def _news(session: Session, words: Words) -> Iterator[str]:
    """What is different about a session."""
    if session.status is Status.CANCELLED:
        if session.why:
            yield _sentence(words.t("Cancelled: %(why)s", why=session.why))
        elif session.closed:
            yield words.t("Cancelled: %(name)s is closed.", name=session.closed)
        else:
            yield words.t("Cancelled.")
    elif session.status is Status.MOVED:
        planned = words.day(session.day)
        if session.planned_start:
            planned = words.t("%(day)s, %(time)s", day=planned, time=words.time(session.planned_start))
        yield words.t("Moved from %(planned)s.", planned=planned)
        if session.why:
            yield words.t("Why: %(why)s", why=_sentence(session.why))
    if session.note:
        yield session.note


def _door(entry: Entry, words: Words) -> Iterator[str]:
    if entry.place and entry.place.door:
        yield words.t("Getting in: %(door)s", door=_sentence(entry.place.door))


def _more(entry: Entry, words: Words) -> Iterator[str]:
    record = entry.record
    if isinstance(record, Activity):
        if record.bring:
            yield words.t("Bring: %(what)s", what=_sentence(record.bring))
        if record.outing and record.outing.meet_at:
            yield words.t("Meet at: %(place)s", place=_sentence(record.outing.meet_at))
        if record.outing and record.outing.back_by:
            yield words.t("Back by %(time)s.", time=words.time(record.outing.back_by))
    if entry.runner:
        yield words.t("Run by %(name)s.", name=entry.runner.name)
    yield words.t("Checked on %(day)s by %(role)s.", day=words.date(record.checked.on), role=record.checked.by)


@lru_cache(maxsize=1024)
def _cost(cost: Cost | None, words: Words) -> str:
    if cost is None:
        return words.t("Cost: nobody has told us.")
    said = prices.in_short(words, cost)
    helped = prices.help_with_it(words, cost)
    line = _sentence(words.t("Cost: %(cost)s", cost=said)) if said else words.t("Cost: nobody has told us.")
    return f"{line} {helped}" if helped else line


def _access(entry: Entry, edition: Edition) -> Iterator[str]:
    """What is so, what is not, and what nobody knows, of the questions that are asked of everybody."""
    if entry.place is None:
        return
    known = entry.facts.access
    answers: dict[str, list[str]] = {answer: [] for answer in _ACCESS}
    for feature in codes.ASKED_OF_EVERYBODY:
        answer = known[feature].value.answer if feature in known else "ask"
        answers[answer].append(edition.label("access", feature))
    if not answers["yes"] and not answers["no"]:
        yield edition.words.t("Access: nobody has told us.")
        return
    for answer, features in answers.items():
        if features:
            yield edition.words.t(_ACCESS[answer], features=", ".join(features))


def _first_step(entry: Entry, edition: Edition) -> Iterator[str]:
    """Whether there is room, and what to do first."""
    words, record = edition.words, entry.record
    if record.places and record.places.state != "open":
        yield _sentence(edition.label("places", record.places.state))
    booking = record.booking if isinstance(record, Activity) else None
    if record.next_step:
        yield _sentence(edition.label("next_step", record.next_step))
    elif booking and booking.needed == "yes":
        yield _sentence(edition.label("next_step", "book"))
    elif entry.facts.referral and entry.facts.referral.value.by == "professional":
        yield _sentence(edition.label("referral", "professional"))
    if booking and booking.url:
        yield words.t("Book at %(address)s", address=booking.url)


def _ask(entry: Entry, edition: Edition) -> str:
    """Whom to ask: them, or us where nobody has told us how to reach them."""
    known = entry.facts.contact
    if known and known.value.reachable:
        return _reach(known.value, edition.words)
    ours = edition.settings.contact
    return edition.words.t("Ask us: ring %(phone)s (%(hours)s).", phone=ours.phone, hours=ours.hours)


@lru_cache(maxsize=1024)
def _reach(contact: Contact, words: Words) -> str:
    ways = []
    if contact.phone:
        more = ", ".join(part for part in (contact.role, contact.answered) if part)
        said = words.t("ring %(phone)s", phone=contact.phone)
        ways.append(words.t("%(ring)s (%(more)s)", ring=said, more=more) if more else said)
    if contact.text:
        ways.append(words.t("text %(phone)s", phone=contact.text))
    if contact.email:
        ways.append(words.t("write to %(email)s", email=contact.email))
    if not ways:
        ways.append(words.t("see %(address)s", address=contact.website))
    return words.t("To ask: %(ways)s.", ways=words.either(ways))


def _contact_line(contact: Contact) -> str | None:
    parts = (contact.phone or contact.text or contact.email, contact.role, contact.answered)
    return ", ".join(part for part in parts if part) if parts[0] else None


def _sentence(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."


def _lines(*parts: str) -> str:
    return "\n".join(parts).replace("\N{NO-BREAK SPACE}", " ")
