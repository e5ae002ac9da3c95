"""A record in, the text by which anybody can correct its facts out: a line per fact with what we have now.

What a record has from its venue or its organiser is asked under their names, so that an answer is written where the
fact is known from. The mail holds as much of it as mail programs take.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple
from urllib.parse import quote

from generator.catalogue import Catalogue, Entry
from generator.edit.facts import FACTS, Record, fits, in_words, known
from generator.edit.slip import INTRO, Question, Section, asked, heading, tail
from generator.edition import Edition
from generator.pages.facts import in_person
from generator.records import codes
from generator.records.model import Resource, Venue
from generator.words import Words

LONGEST_MAIL = 1800  # characters of an address; some mail programs take no more than about two thousand

_ABOUT = ("name", "days", "starts", "ends", "venue", "cost", "places")
_ABOUT_VENUE = ("name", "street", "town", "postcode", "door")
_ABOUT_HELPING = (*_ABOUT, "helper_checks")
_REACHED = ("phone", "text", "email", "website", "answered")
_ALWAYS = frozenset({"name", "cost", "places", "helper_checks", "phone", "email"})
"""Asked also where nobody has told us; so are the access questions that everybody is asked."""


class _Piece(NamedTuple):
    """What one question adds to the text, and to the address of a mail."""

    text: str
    quoted: str
    access: bool


class Worded(NamedTuple):
    """A section in the words of a site: its heading and its questions, each as text and as part of an address."""

    section: Section
    heading: str
    quoted: str
    pieces: tuple[_Piece, ...]


Asks = Callable[[Entry], tuple[Worded, ...]]


def asks(edition: Edition) -> Asks:
    """A function that gives what the page of an entry asks, by the record that says it."""
    made = edition.catalogue

    @lru_cache(maxsize=4096)
    def of_another(name: str, names: tuple[str, ...]) -> tuple[Worded, ...]:
        """What is asked of a venue or an organiser: the same for all that goes on there."""
        return worded(edition, _section(edition, made.sources.venues.get(name) or made.sources.resources[name], names))

    def of(entry: Entry) -> tuple[Worded, ...]:
        record, organiser, answering, venue = entry.record, *_people(made, entry), _venue(made, entry)
        asked: dict[str, list[str]] = {record.id: list(_about(entry))}
        asked.setdefault(_reached(record, organiser, answering).id, []).extend(_REACHED)
        for feature in codes.ASKED_OF_EVERYBODY if in_person(entry) else ():
            says = _answering(entry, feature, organiser if entry.section == "activities" else None, venue)
            asked.setdefault(says.id, []).append(feature)
        return tuple(
            one
            for name, names in asked.items()
            for one in (
                worded(edition, _section(edition, record, names))
                if name == record.id
                else of_another(name, tuple(names))
            )
        )

    return of


def _about(entry: Entry) -> tuple[str, ...]:
    """What an entry is asked about itself: helping where it is for helpers, or says something about them."""
    helping = entry.record.kind == "volunteering" or entry.record.helper_checks
    return _ABOUT_HELPING if helping else _ABOUT


def of_entry(edition: Edition, entry: Entry) -> tuple[Section, ...]:
    """What the page of one resource or activity asks."""
    return tuple(one.section for one in asks(edition)(entry))


def of_venue(edition: Edition, venue: Venue) -> tuple[Section, ...]:
    """What the page of a venue asks."""
    return _section(edition, venue, [*_ABOUT_VENUE, *_REACHED, *codes.ASKED_OF_EVERYBODY])


def worded(edition: Edition, sections: Iterable[Section]) -> tuple[Worded, ...]:
    """Sections in the words of a site."""
    return tuple(
        Worded(
            one,
            head := heading(one),
            _quoted(head),
            tuple(_piece(edition.words, question.code, question.label, question.now) for question in one.questions),
        )
        for one in sections
    )


@lru_cache(maxsize=8192)
def _piece(words: Words, code: str, label: str, now: str | None) -> _Piece:
    """The piece of a question: nearly all that is asked about access is asked in the same words many times."""
    text = asked(words, Question(code=code, label=label, now=now))
    return _Piece(text, _quoted(text), code in codes.ACCESS)


def slip_and_mail(edition: Edition, sections: tuple[Worded, ...], url: str) -> tuple[str, str]:
    """The whole text, and the body of a mail as an address has it: with fewer questions, where all are too many."""
    words = edition.words
    end = tail(words)
    slip = "".join([text for one in sections for text in (one.heading, *[piece.text for piece in one.pieces])]) + end
    start = f"{edition.site_url}{url}\n\n{words.t(INTRO)}\n\n"
    first, last = _quoted(start), _often_quoted(end)
    left = [list(one.pieces) for one in sections]
    size = (
        len(first)
        + len(last)
        + sum([len(one.quoted) + sum([len(piece.quoted) for piece in one.pieces]) for one in sections])
    )
    while size > LONGEST_MAIL and any(len(pieces) > 1 for pieces in left):
        size -= len(_least(left).pop().quoted)
    kept = [
        text
        for one, pieces in zip(sections, left, strict=True)
        for text in (one.quoted, *[piece.quoted for piece in pieces])
    ]
    return slip, f"{first}{''.join(kept)}{last}"


def _least(sections: list[list[_Piece]]) -> list[_Piece]:
    """The questions of which the last one is to be left out first.

    It is one about access, where there is one, else the last of the section that comes last.
    """
    several = [pieces for pieces in sections if len(pieces) > 1]
    about_access = [pieces for pieces in several if pieces[-1].access]
    return (about_access or several)[-1]


def _quoted(text: str) -> str:
    """A text as part of an address (RFC 6068), with the line ends of mails.

    The signs of nearly all texts are replaced one by one: urllib's own way takes most of the time of a page.
    """
    for sign, code in _QUOTED:
        text = text.replace(sign, code)
    return _OTHERS.sub(lambda found: quote(found[0]), text)


_QUOTED = (
    ("%", "%25"),
    ("\n", "%0D%0A"),
    *((sign, f"%{ord(sign):02X}") for sign in " :[]()'?!&"),
)
"""Signs by what stands for them; the per cent sign first, since it stands in all others."""
_OTHERS = re.compile(r"[^A-Za-z0-9_.~/,%-]+")
_often_quoted = lru_cache(maxsize=64)(_quoted)


def _section(edition: Edition, record: Record, names: Iterable[str]) -> tuple[Section, ...]:
    """The section of a record; none where there is nothing to ask."""
    questions = tuple(_questions(edition, record, names))
    return (Section(id=record.id, name=record.name, questions=questions),) if questions else ()


def _questions(edition: Edition, record: Record, names: Iterable[str]) -> Iterator[Question]:
    label: Callable[[str, str], str] = partial(_label, edition)
    for name in names:
        if name in codes.ASKED_OF_EVERYBODY:
            said = getattr(record.access, name) if record.access else None
            yield _of_access(edition, name, said.answer if said else None, said.note if said else None)
            continue
        fact = FACTS[name]
        if not fits(record, fact):
            continue
        now = known(edition.words, record, fact, label)
        if now is not None or name in _ALWAYS:
            yield Question(code=name, label=edition.words.t(fact.label), now=now)


@lru_cache(maxsize=2048)
def _of_access(edition: Edition, feature: str, answer: str | None, note: str | None) -> Question:
    """The question about one access answer: thousands of records have the same few."""
    now = in_words(edition.words, answer, note, partial(_label, edition)) if answer else None
    return Question(code=feature, label=edition.words.t(FACTS[feature].label), now=now)


def _label(edition: Edition, vocabulary: str, code: str) -> str:
    if vocabulary != "venue":
        return edition.label(vocabulary, code)
    place = edition.catalogue.places.get(code)
    return place.name if place else code  # in a preview the file of a venue may be broken


def _people(made: Catalogue, entry: Entry) -> tuple[Resource | None, Resource | None]:
    """Its organiser, and who answers for the organiser."""
    organiser = made.sources.resources.get(entry.runner.id or "") if entry.runner else None
    return organiser, made.sources.resources.get(organiser.run_by or "") if organiser else None


def _venue(made: Catalogue, entry: Entry) -> Venue | None:
    return made.sources.venues.get(entry.place.id or "") if entry.place else None


def _reached(record: Record, organiser: Resource | None, answering: Resource | None) -> Record:
    """The record that says how they are reached: its own, its organiser's, or that of who answers for the organiser."""
    people = [one for one in (record, organiser, answering) if one]
    return next((one for one in people if one.contact), people[min(1, len(people) - 1)])


def _answering(entry: Entry, feature: str, organiser: Resource | None, venue: Venue | None) -> Record:
    """The record that says an access answer, or that would: a place's is asked of the place."""
    said = entry.facts.access.get(feature)
    if said:
        return {"venue": venue, "organiser": organiser}.get(said.relation) or entry.record
    return (venue if feature in codes.PLACE_ACCESS else organiser) or entry.record
