"""A record in, the text by which anybody can correct its facts out: a line per fact with what we have now.

What a record has from its venue or its organiser is asked under their names, so that an answer is written where the
fact is known from. The mail holds as much of it as mail programs take.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from urllib.parse import quote

from generator.catalogue import Catalogue, Entry
from generator.edit.facts import FACTS, Record, fits, known
from generator.edit.slip import INTRO, Question, Section, asked, written
from generator.edition import Edition
from generator.pages.facts import in_person
from generator.records import codes
from generator.records.model import Activity, Resource, Venue

LONGEST_MAIL = 1800  # characters of an address; some mail programs take no more than about two thousand

_ABOUT = ("name", "days", "starts", "ends", "venue", "cost", "places")
_ABOUT_VENUE = ("name", "street", "town", "postcode", "door")
_REACHED = ("phone", "text", "email", "website", "answered")
_ALWAYS = frozenset({"name", "cost", "places", "phone", "email"})
"""Asked also where nobody has told us; so are the access questions that everybody is asked."""


def of_entry(edition: Edition, entry: Entry) -> tuple[Section, ...]:
    """What the page of a resource or activity asks, by the record that says it."""
    made, record = edition.catalogue, entry.record
    asked: dict[str, list[str]] = {record.id: list(_ABOUT)}
    asked.setdefault(_reached(made, entry).id, []).extend(_REACHED)
    for feature in codes.ASKED_OF_EVERYBODY if in_person(entry) else ():
        asked.setdefault(_answering(made, entry, feature).id, []).append(feature)
    records = {one.id: one for one in _around(made, entry)}
    return tuple(_sections(edition, ((records[name], theirs) for name, theirs in asked.items())))


def of_venue(edition: Edition, venue: Venue) -> tuple[Section, ...]:
    """What the page of a venue asks."""
    return tuple(_sections(edition, [(venue, [*_ABOUT_VENUE, *_REACHED, *codes.ASKED_OF_EVERYBODY])]))


def slip_and_mail(edition: Edition, sections: tuple[Section, ...], url: str) -> tuple[str, str]:
    """The whole text, and the body of a mail as an address has it: with fewer questions, where all are too many."""
    head = f"{edition.site_url}{url}\n\n{edition.words.t(INTRO)}\n\n"
    slip = written(edition.words, sections)
    body, left = _quoted(head + slip), sections
    too_long = len(body) - LONGEST_MAIL
    while too_long > 0 and any(len(one.questions) > 1 for one in left):
        left, gone = _fewer(left)
        too_long -= len(_quoted(asked(edition.words, gone)))
    return slip, body if left is sections else _quoted(head + written(edition.words, left))


def _fewer(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], Question]:
    """The sections without one question, and that question.

    It is the last one about access, where there is one, else the last of the longest section.
    """
    at = max(
        range(len(sections)),
        key=lambda at: (len(sections[at].questions) > 1, sections[at].questions[-1].code in codes.ACCESS, at),
    )
    *kept, gone = sections[at].questions
    return (*sections[:at], replace(sections[at], questions=tuple(kept)), *sections[at + 1 :]), gone


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


def _sections(edition: Edition, asked: Iterable[tuple[Record, list[str]]]) -> Iterator[Section]:
    for record, names in asked:
        questions = tuple(_questions(edition, record, names))
        if questions:
            yield Section(id=record.id, name=record.name, questions=questions)


def _questions(edition: Edition, record: Record, names: Iterable[str]) -> Iterator[Question]:
    label: Callable[[str, str], str] = partial(_label, edition)
    for name in names:
        fact = FACTS[name]
        if not fits(record, fact):
            continue
        now = known(edition.words, record, fact, label)
        if now is not None or name in _ALWAYS or name in codes.ASKED_OF_EVERYBODY:
            yield Question(code=name, label=edition.words.t(fact.label), now=now)


def _label(edition: Edition, vocabulary: str, code: str) -> str:
    return edition.catalogue.places[code].name if vocabulary == "venue" else edition.label(vocabulary, code)


def _around(made: Catalogue, entry: Entry) -> Iterator[Resource | Activity | Venue]:
    yield entry.record
    organiser = made.sources.resources.get(entry.runner.id or "") if entry.runner else None
    answering = made.sources.resources.get(organiser.run_by or "") if organiser else None
    yield from (one for one in (organiser, answering) if one)
    venue = made.sources.venues.get(entry.place.id or "") if entry.place else None
    if venue:
        yield venue


def _reached(made: Catalogue, entry: Entry) -> Record:
    """The record that says how they are reached: its own, its organiser's, or that of who answers for the organiser."""
    people = [one for one in _around(made, entry) if not isinstance(one, Venue)]
    return next((one for one in people if one.contact), people[min(1, len(people) - 1)])


def _answering(made: Catalogue, entry: Entry, feature: str) -> Record:
    """The record that says an access answer, or that would: a place's is asked of the place."""
    around = {one.id: one for one in _around(made, entry)}
    said = entry.facts.access.get(feature)
    venue = around.get(entry.place.id or "") if entry.place else None
    organiser = around.get(entry.runner.id or "") if entry.runner and entry.section == "activities" else None
    if said:
        return {"venue": venue, "organiser": organiser}.get(said.relation) or entry.record
    return (venue if feature in codes.PLACE_ACCESS else organiser) or entry.record
