"""What the reader sees of what was found: name, kind, when and where; fifty in a file, by the documents' numbers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Entry
from generator.edition import Edition
from generator.inherit import Place
from generator.jsontext import text_of
from generator.output import Output
from generator.pages import facts
from generator.pages.page import Prose
from generator.records.site import Mix
from generator.search.files import FOLDER, digest

IN_A_FILE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One document as the list of results shows it."""

    url: str
    card: Callable[[], tuple[str, str, str]]
    """Its name, what kind of thing it is, and a line more."""
    key: str
    """Changes with all that the card is made of."""


def card_outputs(documents: Sequence[Found], order: str) -> Iterator[Output]:
    """The files of cards; `order` is the digest of all addresses, which the head of the index has too."""
    for start in range(0, len(documents), IN_A_FILE):
        several = documents[start : start + IN_A_FILE]
        yield Output(
            f"{FOLDER}cards/{start // IN_A_FILE}.json",
            "the search",
            key=digest((order, *(one.key for one in several))),
            make=partial(_file, several, order),
        )


def _file(documents: Sequence[Found], order: str) -> str:
    cards = [[one.url, *one.card()] for one in documents]
    return text_of({"order": order, "cards": cards}) + "\n"


def record_card(edition: Edition, entry: Entry) -> tuple[str, str, str]:
    """A record: its name in a list; an activity's category, or what sort of thing a resource is; when, where."""
    kind = entry.record.kind if entry.section == "resources" else None
    sort = edition.label("kind", kind) if kind else edition.label("category", entry.category)
    return (
        facts.listed_name(edition, entry),
        sort,
        _dotted(facts.when_short(edition, entry), facts.where(edition, entry)),
    )


def venue_card(edition: Edition, place: Place) -> tuple[str, str, str]:
    """A place: its street and area."""
    street = place.address.street if place.address else None
    area = edition.area(place.area) if place.area else None
    return place.name, edition.words.t("Place"), _dotted(street, area)


def mix_card(edition: Edition, mix: Mix) -> tuple[str, str, str]:
    """A mix: what it is for."""
    return mix.name, edition.words.t("What’s on"), mix.summary


def prose_card(edition: Edition, page: Prose) -> tuple[str, str, str]:
    """A page of prose: what it is about."""
    return page.title, edition.words.t("Page of this site"), page.description


def _dotted(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
