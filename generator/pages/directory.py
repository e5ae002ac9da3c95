"""`/directory/`: all ways in as plain links, and what the browser needs to filter and show cards in their place."""

from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition
from generator.pages.cards import blank_card
from generator.pages.engine import renderer
from generator.pages.listings import DIRECTORY, VENUES, Listings, way, ways
from generator.pages.page import Page, root
from generator.pages.paging import letters
from generator.pages.ways import Link, Phone, phone, public_mixes


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryView:
    """All ways into the directory."""

    phone: Phone
    card: Markup
    """A card to be filled in the browser."""
    quick: tuple[Link, ...]
    families: tuple[Link, ...]
    categories: tuple[Link, ...]
    kinds: tuple[Link, ...]
    supports: tuple[Link, ...]
    areas: tuple[Link, ...]
    mixes: tuple[Link, ...]
    venues: Link | None
    everything: Link | None
    letters: tuple[Link, ...]


def directory_page(edition: Edition, found: Listings, cards_a_leaf: int) -> Page:
    """The page with all ways in; its letters lead into the list of everything, of so many cards a leaf."""
    words, everything, venues = edition.words, found.everything, edition.catalogue.sources.venues
    names = [entry.record.name for entry in everything.entries]
    to_venues = Link(url=VENUES, label=words.t("Places from A to Z"), count=words.number(len(venues)))
    view = DirectoryView(
        phone=phone(edition),
        card=blank_card(edition, root(DIRECTORY)),
        quick=ways(edition, found.quick),
        families=ways(edition, found.families),
        categories=ways(edition, found.categories),
        kinds=ways(edition, found.kinds),
        supports=ways(edition, found.supports),
        areas=ways(edition, found.areas),
        mixes=public_mixes(edition),
        venues=to_venues if venues else None,
        everything=way(edition, everything) if names else None,
        letters=letters(everything.url, names, cards_a_leaf),
    )
    return Page(
        url=DIRECTORY,
        section="directory",
        title=words.t("Find something"),
        description=words.t("Everything in and near %(place)s by kind, area and place.", place=edition.settings.place),
        body=renderer(words, "directory.html")(view=view, root=root(DIRECTORY)),
        scripts=("assets/js/directory/page.mjs",),
    )
