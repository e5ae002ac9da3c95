"""The pages of `/directory/`: all ways in, every list in leaves of cards, the venues. Plain HTML, no script needed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.edition import Edition
from generator.pages.cards import Cards, cards
from generator.pages.engine import renderer
from generator.pages.frame import tel
from generator.pages.listings import DIRECTORY, VENUES, Listing, Listings, listings, way, ways
from generator.pages.page import Page, Planned, root
from generator.pages.paging import Leaf, Link, Pager, anchor, groups, leaves, letters, name_key

CARDS_A_LEAF = 50
VENUES_A_LEAF = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """Whom to ring instead."""

    number: str
    href: str
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryView:
    """All ways into the directory."""

    phone: Phone
    quick: tuple[Link, ...]
    families: tuple[Link, ...]
    categories: tuple[Link, ...]
    kinds: tuple[Link, ...]
    areas: tuple[Link, ...]
    venues: Link | None
    everything: Link | None
    letters: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardGroup:
    """Cards under one letter, or all of a short list."""

    letter: str | None
    anchor: str | None
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
    yield Planned(url=DIRECTORY, source="the directory", make=partial(_directory, edition, found))
    for listing in found:
        yield from _list_leaves(edition, listing, found, card)
    yield from _venue_leaves(edition)


def phone(edition: Edition) -> Phone:
    """The site's telephone."""
    contact = edition.settings.contact
    return Phone(number=edition.words.unbroken(contact.phone), href=tel(contact.phone), hours=contact.hours)


def _directory(edition: Edition, found: Listings) -> Page:
    words, everything, venues = edition.words, found.everything, edition.catalogue.sources.venues
    names = [entry.record.name for entry in everything.entries]
    view = DirectoryView(
        phone=phone(edition),
        quick=ways(edition, found.quick),
        families=ways(edition, found.families),
        categories=ways(edition, found.categories),
        kinds=ways(edition, found.kinds),
        areas=ways(edition, found.areas),
        venues=Link(url=VENUES, label=words.t("Places from A to Z"), count=words.number(len(venues))) if venues else None,
        everything=way(edition, everything) if names else None,
        letters=letters(everything.url, names, CARDS_A_LEAF),
    )
    return Page(
        url=DIRECTORY,
        section="directory",
        title=words.t("Find something"),
        description=words.t("Everything in and near %(place)s by kind, area and place.", place=edition.settings.place),
        body=renderer(words, "directory.html")(view=view, root=root(DIRECTORY)),
    )


def _list_leaves(edition: Edition, listing: Listing, found: Listings, card: Cards) -> Iterator[Planned]:
    names = [entry.record.name for entry in listing.entries]
    of_all: Mapping[str, tuple[Link, ...]] = {
        "letters": letters(listing.url, names, CARDS_A_LEAF),
        "narrower": ways(edition, (part for part in found.categories if part.up == listing.url)),
    }
    for leaf in leaves(edition.words, listing.url, len(names), CARDS_A_LEAF):
        yield Planned(
            url=leaf.url,
            source="the directory",
            make=partial(_list_leaf, edition, listing, names, leaf, card, of_all),
        )


def _list_leaf(
    edition: Edition,
    listing: Listing,
    names: list[str],
    leaf: Leaf,
    card: Cards,
    of_all: Mapping[str, tuple[Link, ...]],
) -> Page:
    words, to_top = edition.words, root(leaf.url)
    view = ListView(
        up=_up(edition, listing),
        title=listing.title,
        lead=listing.lead,
        icon=listing.icon,
        family=listing.family,
        count=words.n("%(count)s group, activity or service.", "%(count)s groups, activities and services.", len(names)),
        unsaid=listing.unsaid,
        phone=phone(edition),
        narrower=of_all["narrower"],
        letters=of_all["letters"],
        groups=tuple(
            CardGroup(
                letter=group.letter,
                anchor=anchor(group.letter) if group.letter else None,
                cards=tuple(card(listing.entries[place], to_top) for place in group.places),
            )
            for group in groups(leaf, names)
        ),
        pager=leaf.pager,
    )
    return Page(
        url=leaf.url,
        section="directory",
        title=_title(edition, listing.title, leaf),
        description=f"{listing.title}. {listing.lead}",
        body=renderer(words, "list.html")(view=view, root=to_top),
    )


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
        yield Planned(
            url=leaf.url, source="the directory", make=partial(_venue_leaf, edition, leaf, names, links)
        )


def _listed_there(edition: Edition, venue: str) -> str:
    there: Iterable[bool] = (entry.listed(edition.today) for entry in edition.catalogue.at_venue.get(venue, ()))
    return edition.words.number(sum(there))


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
