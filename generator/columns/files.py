"""An edition in, the files of `data/columns/` out: facets, cards in blocks, ids, and places that people may type.

Records stand in the order of `listed_entries`; a record's number is its place there. Staff's and houses' records and
those that are not to be seen today are in none of the files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b

from generator.catalogue import Entry
from generator.columns.positions import named
from generator.columns.table import access_columns, columns
from generator.edition import Edition
from generator.jsontext import text_of
from generator.output import Output
from generator.pages.cards import Card, activities_of, card_view
from generator.pages.listings import listed_entries
from generator.pages.page import OUTLINES
from generator.pieces import KeyOf

FORMAT = 1
"""The version of what the files look like; a page that knows another one says so and leaves its links."""
FOLDER = "data/columns/"
CARDS_A_BLOCK = 10
IN_MILES = frozenset({"GB", "US", "LR", "MM"})
"""Countries whose roads are measured in miles."""

_SOURCE = "the columns"
_SAID = (
    "url", "family", "category", "icon", "title", "summary", "when", "next", "where", "cost", "at_home", "step",
)  # fmt: skip


def facet_outputs(edition: Edition, key_of: KeyOf) -> Iterator[Output]:
    """The files that all records are in: what browsers filter by, ids, and places that people may type."""
    entries = listed_entries(edition)
    order = order_of(entries)
    for name, make in (
        ("facets", partial(_facets, edition, entries, order)),
        ("ids", partial(_ids, entries, order)),
        ("places", partial(_places, edition)),
    ):
        path = f"{FOLDER}{name}.json"
        yield Output(path, _SOURCE, key=key_of(path, (OUTLINES,)), make=make)


def card_outputs(edition: Edition, key_of: KeyOf) -> Iterator[Output]:
    """The cards of all records in blocks; `key_of` gives the key of a file and the records in it."""
    entries = listed_entries(edition)
    order = order_of(entries)
    for first in range(0, len(entries), CARDS_A_BLOCK):
        block = entries[first : first + CARDS_A_BLOCK]
        path = f"{FOLDER}cards/{first // CARDS_A_BLOCK}.json"
        key = key_of(path, (order, *_made_of(edition, block)))
        yield Output(path, _SOURCE, key=key, make=partial(_cards, edition, block, order))


def order_of(entries: Sequence[Entry]) -> str:
    """A digest of the records' order: files with the same one mean the same records by their numbers."""
    digest = blake2b(digest_size=6)
    for entry in entries:
        digest.update(f"{entry.url}\n".encode())
    return digest.hexdigest()


def _made_of(edition: Edition, block: Iterable[Entry]) -> Iterator[str]:
    for entry in block:
        yield entry.id
        yield from (one.id for one in activities_of(edition, entry))


def _facets(edition: Edition, entries: Sequence[Entry], order: str) -> str:
    settings = edition.settings
    return written(
        {
            "format": FORMAT,
            "order": order,
            "made": edition.today.isoformat(),
            "zone": settings.timezone,
            "miles": settings.country in IN_MILES,
            "months": {"old": settings.freshness.warn, "doubtful": settings.freshness.doubtful},
            "count": len(entries),
            "block": CARDS_A_BLOCK,
            "columns": columns(edition, entries),
            "access": access_columns(edition, entries),
        }
    )


def _ids(entries: Sequence[Entry], order: str) -> str:
    return written({"format": FORMAT, "order": order, "ids": [entry.id for entry in entries]})


def _places(edition: Edition) -> str:
    return written({"format": FORMAT, "places": named(edition.catalogue.sources.areas)})


def _cards(edition: Edition, block: Sequence[Entry], order: str) -> str:
    cards = [_words_of(card_view(edition, entry)) for entry in block]
    return written({"format": FORMAT, "order": order, "cards": cards})


def _words_of(card: Card) -> Mapping[str, object]:
    """What the card in the static lists says; what it lacks is left out."""
    words = {name: value for name in _SAID if (value := getattr(card, name)) is not None}
    if card.state:
        words["state"] = {"style": card.state.style, "icon": card.state.icon, "tag": card.state.tag}
    words["marks"] = [{"answer": mark.answer, "icon": mark.icon, "words": mark.words} for mark in card.marks]
    words["fresh"] = {"level": card.fresh.level, "words": card.fresh.words}
    return words


def written(value: object) -> str:
    """JSON as short as it can be; the same value gives the same text."""
    return text_of(value) + "\n"
