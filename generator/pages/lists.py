"""The pages of `/directory/`: all ways in, every list in leaves of cards, the venues. Plain HTML, no script needed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.cards import Cards, cards
from generator.pages.directory import directory_page
from generator.pages.engine import renderer
from generator.pages.listings import DIRECTORY, VENUES, Listing, Listings, listings, ways
from generator.pages.page import Page, Planned, root
from generator.pages.paging import Leaf, Pager, anchor, groups, leaves, letters, name_key
from generator.pages.paper.booklet import booklet_pages, booklet_url
from generator.pages.ways import Link, Phone, phone

CARDS_A_LEAF = 50
VENUES_A_LEAF = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Cards under one letter, or all of a short list, or those that are for a wider area."""

    letter: str | None
    anchor: str | None
    wider: bool
    cards: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """One leaf of a list."""

    up: Link
    title: str
    lead: str
    icon: str | None
    family: str | None
    count: str
    unsaid: str | None
    phone: Phone
    booklet: str | None
    """The address of its booklet."""
    narrower: tuple[Link, ...]
    letters: tuple[Link, ...]
    groups: tuple[CardGroup, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueGroup:
    """Venues under one letter, or all of a few."""

    letter: str | None
    anchor: str | None
    venues: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VenuesView:
    """One leaf of the list of venues."""

    up: Link
    title: str
    letters: tuple[Link, ...]
    groups: tuple[VenueGroup, ...]
    pager: Pager | None


def list_pages(edition: Edition) -> Iterator[Planned]:
    """The directory, its lists, and the list of venues; empty lists are left out."""
    found, card = listings(edition), cards(edition)
    yield Planned(url=DIRECTORY, source="the directory", make=partial(directory_page, edition, found, CARDS_A_LEAF))
    for listing in found:
        yield from _list_leaves(edition, listing, found, card)
    yield from booklet_pages(edition, found)
    yield from _venue_leaves(edition)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What all leaves of one list have in common."""

    listing: Listing
    booklet: str | None
    names: tuple[str, ...]
    up: Link
    narrower: tuple[Link, ...]
    letters: tuple[Link, ...]


def _list_leaves(edition: Edition, listing: Listing, found: Listings, card: Cards) -> Iterator[Planned]:
    names = tuple(entry.record.name for entry in listing.entries[: len(listing.entries) - listing.wider])
    shared = _Shared(
        listing=listing,
        booklet=booklet_url(listing) if listing in (*found.areas, *found.categories, *found.quick) else None,
        names=names,
        up=_up(edition, listing),
        narrower=ways(edition, (part for part in found.categories if part.up == listing.url)),
        letters=letters(listing.url, names, CARDS_A_LEAF),
    )
    for leaf in leaves(edition.words, listing.url, len(listing.entries), CARDS_A_LEAF):
        yield Planned(
            url=leaf.url,
            source="the directory",
            make=partial(_list_leaf, edition, shared, leaf, card),
            made_of=tuple(_made_of(edition, shared, leaf)),
        )


def _made_of(edition: Edition, shared: _Shared, leaf: Leaf) -> Iterator[str]:
    """What a leaf hangs on: what is on it, and what it says of the rest of its list."""
    for entry in shared.listing.entries[leaf.first : leaf.last]:
        yield entry.id
        yield from (run.id for run in edition.catalogue.run_by.get(entry.id, ()))
    yield from (f"{len(shared.names)} {shared.listing.wider}", shared.listing.unsaid or "")
    yield from (f"{link.url} {link.count}" for link in (*shared.letters, *shared.narrower))


def _list_leaf(edition: Edition, shared: _Shared, leaf: Leaf, card: Cards) -> Page:
    words, to_top, listing = edition.words, root(leaf.url), shared.listing
    view = ListView(
        up=shared.up,
        title=listing.title,
        lead=listing.lead,
        icon=listing.icon,
        family=listing.family,
        count=words.n(
            "%(count)s group, activity or service.", "%(count)s groups, activities and services.", len(listing.entries)
        ),
        unsaid=listing.unsaid,
        phone=phone(edition),
        booklet=shared.booklet,
        narrower=shared.narrower,
        letters=shared.letters,
        groups=tuple(_card_groups(shared, leaf, lambda entry: card(entry, to_top))),
        pager=leaf.pager,
    )
    return Page(
        url=leaf.url,
        section="directory",
        title=_title(edition, listing.page_title, leaf),
        description=f"{listing.title}. {listing.lead}",
        body=renderer(words, "list.html")(view=view, root=to_top),
    )


def _card_groups(shared: _Shared, leaf: Leaf, card: Callable[[Entry], Markup]) -> Iterator[CardGroup]:
    """What a leaf holds: by letters where the list has several leaves, then what is for a wider area."""
    entries, own = shared.listing.entries, len(shared.names)
    for group in groups(replace(leaf, last=min(leaf.last, own)), shared.names):
        if group.places:
            sign = group.letter
            found = tuple(card(entries[place]) for place in group.places)
            yield CardGroup(letter=sign, anchor=anchor(sign) if sign else None, wider=False, cards=found)
    if leaf.last > own:
        found = tuple(card(entry) for entry in entries[max(leaf.first, own) : leaf.last])
        yield CardGroup(letter=None, anchor=None, wider=True, cards=found)


def _up(edition: Edition, listing: Listing) -> Link:
    if listing.up and listing.family:
        return Link(url=listing.up, label=edition.label("family", listing.family))
    return Link(url=DIRECTORY, label=edition.words.t("Find something"))


def _title(edition: Edition, title: str, leaf: Leaf) -> str:
    if leaf.pager is None or leaf.number == 1:
        return title
    return edition.words.t("%(title)s, page %(number)s", title=title, number=edition.words.number(leaf.number))


def _venue_leaves(edition: Edition) -> Iterator[Planned]:
    venues = sorted(edition.catalogue.sources.venues.values(), key=lambda venue: (name_key(venue.name), venue.id))
    names = [venue.name for venue in venues]
    links = [
        Link(
            url=f"venues/{venue.id}/",
            label=venue.name,
            count=_listed_there(edition, venue.id),
            text=edition.area(venue.area) if venue.area else None,
        )
        for venue in venues
    ]
    for leaf in leaves(edition.words, VENUES, len(names), VENUES_A_LEAF):
        yield Planned(url=leaf.url, source="the directory", make=partial(_venue_leaf, edition, leaf, names, links))


def _listed_there(edition: Edition, venue: str) -> str | None:
    there: Iterable[bool] = (entry.listed(edition.today) for entry in edition.catalogue.at_venue.get(venue, ()))
    count = sum(there)
    return edition.words.n("%(count)s thing there", "%(count)s things there", count) if count else None


def _venue_leaf(edition: Edition, leaf: Leaf, names: list[str], links: list[Link]) -> Page:
    words = edition.words
    view = VenuesView(
        up=Link(url=DIRECTORY, label=words.t("Find something")),
        title=words.t("Places from A to Z"),
        letters=letters(VENUES, names, VENUES_A_LEAF),
        groups=tuple(
            VenueGroup(
                letter=group.letter,
                anchor=anchor(group.letter) if group.letter else None,
                venues=tuple(links[place] for place in group.places),
            )
            for group in groups(leaf, names)
        ),
        pager=leaf.pager,
    )
    return Page(
        url=leaf.url,
        section="directory",
        title=_title(edition, view.title, leaf),
        description=words.t("Halls, rooms, parks and other places, each with what is on there and how to get in."),
        body=renderer(words, "venues.html")(view=view, root=root(leaf.url)),
    )
