"""An edition, its pages of prose and the keys of its records in, every file of the search out."""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial

from generator.catalogue import Entry
from generator.edition import Edition
from generator.jsontext import decoded
from generator.output import Output
from generator.pages.facts import listed_name
from generator.pages.listings import listed_entries
from generator.pages.page import Prose
from generator.pieces import Store
from generator.search import cards, documents
from generator.search.analysis import code_word, packed, unpacked
from generator.search.cards import Found, card_outputs
from generator.search.documents import Document
from generator.search.files import FOLDER, About, digest, index_files, terms_of
from generator.search.index import Postings

SEARCH = FOLDER.rstrip("/")


def search_outputs(edition: Edition, prose: Callable[[], Sequence[Prose]], store: Store) -> Iterator[Output]:
    """The files of the search over all public records, places, mixes and pages of prose."""
    entries = listed_entries(edition)
    keys = [store.key_of("words", (entry.id,)) for entry in entries]
    others = tuple(_others(edition, prose()))
    found = [
        *(
            Found(
                url=entry.url,
                card=partial(cards.record_card, edition, entry),
                key=f"{key} {listed_name(edition, entry)}",
            )
            for entry, key in zip(entries, keys, strict=True)
        ),
        *(one for one, _ in others),
    ]
    postings = Postings()
    for piece in store.pieces("words", keys, partial(_words, edition, entries)):
        postings.add(unpacked(decoded(piece)))
    for _, document in others:
        postings.add(unpacked(packed(document)))
    about = _about(edition, postings.codes)
    groups = list(postings.groups(edition.words.messages.locale.language, terms_of(about)))
    names = [one.url for one in found]
    for file in index_files(groups, len(entries), names, about):
        yield Output(file.path, "the search", content=file.text)
    yield from card_outputs(found, digest(names))


def _words(edition: Edition, entries: Sequence[Entry], at: int) -> str:
    """The words of a record."""
    return packed(documents.record(edition, entries[at]))


def _others(edition: Edition, prose: Sequence[Prose]) -> Iterator[tuple[Found, Document]]:
    """What can be found besides records, with what finds it."""
    for name, place in documents.places(edition):
        card = partial(cards.venue_card, edition, place)
        document = documents.venue(edition, place)
        yield Found(url=f"venues/{name}/", card=card, key=digest((packed(document), *card()))), document
    for url, mix in documents.mixes(edition):
        card = partial(cards.mix_card, edition, mix)
        yield Found(url=url, card=card, key=digest(card())), documents.mix(mix)
    for page in prose:
        card = partial(cards.prose_card, edition, page)
        yield Found(url=page.url, card=card, key=digest(card())), documents.prose(page)


def _about(edition: Edition, occur: Container[str]) -> About:
    """What each code that occurs stands for."""
    codes = sorted(code for code in documents.all_codes(edition) if code_word(code) in occur)
    return {code_word(code): documents.words_of(edition, code) for code in codes}
