"""An edition in, what can be found out: public records in their fixed order, then places, mixes and pages of prose.

A document is text by field: which field a word stands in decides its rank and is what the reader is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from generator.catalogue import Entry, is_free, is_step_free
from generator.edition import Edition
from generator.inherit import Place
from generator.pages import facts
from generator.pages.page import Prose
from generator.pages.record_text import language
from generator.pages.ways import mix_url
from generator.records.codes import CATEGORY, FORMAT, KIND
from generator.records.common import Address, Audience, Contact
from generator.records.model import Activity
from generator.records.site import Mix
from generator.search.tokens import without_addresses

SHORTEST_DAY = 4  # letters: of when it is only days and months are searched for, not “am” and “to”


class Field(IntEnum):
    """Where a word stands, as a bit; `assets/js/search/fields.mjs` has the same table with weights."""

    NAME = 1
    ABOUT = 2
    WHO = 4
    SUMMARY = 8
    RUN_BY = 16
    PLACE = 32
    TEXT = 64
    VISIT = 128
    CONTACT = 256
    FORMER = 512
    WHEN = 1024
    ALIKE = 2048
    """Not written there: its name or summary has another word for the same."""
    WELCOMES = 4096
    """Who is welcome there, too; WHO is whom it was made for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What can be found: its texts by field, and codes that stand for words of the vocabulary."""

    name: str
    texts: tuple[tuple[Field, str], ...]
    codes: tuple[tuple[Field, str], ...] = ()
    numbers: tuple[str, ...] = ()
    """Telephone numbers and postcodes, which are found written in one, too."""


def record(edition: Edition, entry: Entry) -> Document:
    """What finds a record."""
    own, place, contact = entry.record, entry.place, entry.facts.contact
    when = facts.when_short(edition, entry) or ""
    texts = [
        (Field.SUMMARY, own.summary),
        (Field.RUN_BY, entry.runner.name if entry.runner else ""),
        (Field.PLACE, " ".join((_where(place), *(edition.area(area) for area in entry.areas)))),
        (Field.TEXT, without_addresses(own.description or "")),
        (Field.VISIT, without_addresses(own.first_visit or "")),
        (Field.VISIT, own.who_comes or ""),
        (Field.TEXT, _reached(contact.value) if contact else ""),
        (Field.FORMER, " ".join(alias.replace("-", " ") for alias in own.aliases)),
        (Field.WHEN, " ".join(word for word in when.split() if len(word) >= SHORTEST_DAY and not word[0].isdigit())),
    ]
    if isinstance(own, Activity):
        texts.append((Field.VISIT, own.bring or ""))
    return Document(
        name=own.name,
        texts=tuple((field, text) for field, text in texts if text),
        codes=tuple(codes(entry)),
        numbers=(*_postcode(place.address if place else None), *_phones(contact.value if contact else None)),
    )


def codes(entry: Entry) -> Iterator[tuple[Field, str]]:
    """The codes of the vocabulary that a record has, each with the field that it counts for."""
    own = entry.record
    for topic in own.topics:
        yield Field.ABOUT, f"topic.{topic}"
        yield Field.ABOUT, f"topic.{topic.partition('.')[0]}"
    yield Field.ABOUT, f"category.{entry.category}"
    if own.kind:
        yield Field.ABOUT, f"kind.{own.kind}"
    for form in own.format:
        yield Field.ABOUT, f"format.{form}"
    if is_free(entry):
        yield Field.ABOUT, "is.free"
    if is_step_free(entry):
        yield Field.ABOUT, "is.step_free"
    spoken = entry.facts.languages.value if entry.facts.languages else ()
    for tag in (*spoken, *(entry.facts.also_spoken.value if entry.facts.also_spoken else ())):
        yield Field.WHO, f"language.{tag}"
    audience = entry.facts.audience.value if entry.facts.audience else None
    for field, tags in _audience(audience) if audience else ():
        for tag in tags:
            yield field, f"tag.{tag}"


def _audience(found: Audience) -> Iterator[tuple[Field, Sequence[str]]]:
    yield Field.WHO, (*found.requires, *found.designed_for)
    yield Field.WELCOMES, found.welcomes


def all_codes(edition: Edition) -> set[str]:
    """Every code that a record may have, and the languages that some have."""
    known = {
        "topic": edition.vocabulary.topics, "tag": edition.vocabulary.tags, "category": CATEGORY, "kind": KIND,
        "format": FORMAT, "is": ("free", "step_free"),
    }  # fmt: skip
    found = {f"{vocabulary}.{name}" for vocabulary, names in known.items() for name in names}
    for entry in edition.catalogue.entries.values():
        for spoken in (entry.facts.languages, entry.facts.also_spoken):
            found.update(f"language.{tag}" for tag in (spoken.value if spoken else ()))
    return found


def venue(edition: Edition, place: Place) -> Document:
    """What finds the page of a venue."""
    area = edition.area(place.area) if place.area else ""
    texts = ((Field.PLACE, f"{_where(place)} {area}"), (Field.VISIT, place.door or ""))
    return Document(name=place.name, texts=texts, numbers=tuple(_postcode(place.address)))


def places(edition: Edition) -> Iterator[tuple[str, Place]]:
    """The places, without those where only a house or the staff meet."""
    for name, place in edition.catalogue.places.items():
        there = edition.catalogue.at_venue.get(name, ())
        if not there or any(entry.shown_to == "public" for entry in there):
            yield name, place


def mix(found: Mix) -> Document:
    """What finds the page of a mix."""
    texts = ((Field.SUMMARY, found.summary), (Field.TEXT, without_addresses(found.description or "")))
    return Document(name=found.name, texts=texts)


def mixes(edition: Edition) -> Iterator[tuple[str, Mix]]:
    """The mixes that everybody may see, with their addresses: no houses."""
    yield from ((mix_url(one), one) for one in edition.catalogue.sources.mixes.values() if not one.house)


def prose(found: Prose) -> Document:
    """What finds a page of prose."""
    return Document(name=found.title, texts=((Field.SUMMARY, found.description), (Field.TEXT, found.text)))


def words_of(edition: Edition, code: str) -> tuple[str, Sequence[str]]:
    """What people call a code, and everyday words for the same."""
    vocabulary, _, name = code.partition(".")
    words, known = edition.words, edition.vocabulary
    if vocabulary == "topic":
        return edition.label("topic", name), known.topics[name].synonyms
    if vocabulary == "tag":
        return edition.label("tag", name), known.tags[name].synonyms
    if vocabulary == "language":
        return language(words, name), ()
    if code == "is.free":
        return words.t("Free"), ()
    if code == "is.step_free":
        return words.t("Step-free"), (words.t("wheelchair"),)
    return edition.label(vocabulary, name), (name.replace("_", " "),)


def _where(place: Place | None) -> str:
    if place is None:
        return ""
    address = place.address
    parts = (address.street, address.town, address.postcode) if address else ()
    stop = place.bus_stop.name if place.bus_stop else None
    return " ".join(part for part in (place.name, *parts, stop) if part)


def _reached(contact: Contact) -> str:
    return " ".join(part for part in (contact.role, contact.email) if part)


def _postcode(address: Address | None) -> Iterator[str]:
    if address and address.postcode:
        yield address.postcode


def _phones(contact: Contact | None) -> Iterator[str]:
    yield from (number for number in (contact.phone, contact.text) if number) if contact else ()
