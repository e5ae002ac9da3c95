"""Lists of the directory in, a booklet of each out: one line a record, in clear print, for who has no internet."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Entry
from generator.edition import Edition
from generator.icons import CATEGORY
from generator.pages.cards import activities_of, when_of
from generator.pages.engine import renderer
from generator.pages.facts import arm, listed_name, next_session, session_words, where
from generator.pages.listings import Listing, Listings
from generator.pages.page import Page, Planned, root
from generator.pages.paper.sizes import PAPERS
from generator.pages.ways import Phone, phone

SHEET = "assets/sheet.css"
MOST = 1000
"""Records in a booklet: some forty sheets. Of more one takes a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletLine:
    """One record in a booklet."""

    icon: str
    name: str
    when: str
    where: str
    step: str
    number: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookletView:
    """A booklet."""

    title: str
    lead: str
    made: str
    count: str
    back: str
    paper: str
    phone: Phone
    demonstration: str | None
    logo: str | None
    """The address of the site's own mark, from the top."""
    lines: tuple[BookletLine, ...]


def booklet_url(listing: Listing) -> str | None:
    """The address of the booklet of a list; None where it would be too thick."""
    return f"{listing.url}print/" if len(listing.entries) <= MOST else None


def booklet_pages(edition: Edition, found: Listings) -> Iterator[Planned]:
    """A booklet of each area, of each category and of each answer that many ask for."""
    for listing in (*found.areas, *found.categories, *found.quick):
        url = booklet_url(listing)
        if url:
            yield Planned(
                url=url,
                source="the directory",
                make=partial(_booklet, edition, listing, url),
                made_of=tuple(one.id for entry in listing.entries for one in (entry, *activities_of(edition, entry))),
                indexed=False,
            )


def _booklet(edition: Edition, listing: Listing, url: str) -> Page:
    words, paper = edition.words, PAPERS[edition.settings.paper].upright
    title = words.t("Booklet: %(what)s", what=listing.title)
    view = BookletView(
        title=listing.title,
        lead=listing.lead,
        made=words.date(edition.today),
        count=words.n("%(count)s thing.", "%(count)s things.", len(listing.entries)),
        back=listing.url,
        paper=words.t(paper.words),
        phone=phone(edition),
        demonstration=edition.settings.demonstration,
        logo=edition.logo.address if edition.logo else None,
        lines=tuple(_line(edition, entry) for entry in listing.entries),
    )
    return Page(
        url=url,
        section="directory",
        title=title,
        description=words.t("A booklet for paper: %(what)s.", what=listing.title),
        body=renderer(words, "paper/booklet.html")(view=view, title=title, root=root(url)),
        indexed=False,
        styles=(SHEET, paper.style),
    )


def _line(edition: Edition, entry: Entry) -> BookletLine:
    words, known = edition.words, entry.facts.contact
    following = next_session(edition, entry) if entry.section == "activities" else None
    when = when_of(edition, entry, activities_of(edition, entry))
    if when is None and following:
        when = session_words(edition, following)
    return BookletLine(
        icon=CATEGORY[entry.category],
        name=listed_name(edition, entry),
        when=when or words.t("Ask when"),
        where=where(edition, entry),
        step=arm(edition, entry),
        number=words.unbroken(known.value.phone) if known and known.value.phone else None,
    )
