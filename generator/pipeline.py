"""A day's edition in, every file of its site out: what `loading` is for what goes in, this is for what comes out.

`first_outputs` and `outputs` say what files the site has, each made when it is written.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from operator import attrgetter
from pathlib import Path

from generator.assets import asset_outputs, version
from generator.columns.calendar import calendar_outputs
from generator.columns.files import card_outputs, facet_outputs
from generator.columns.match import match_outputs
from generator.coverage.page import coverage_pages
from generator.coverage.variety_page import variety_pages
from generator.edition import Edition
from generator.feeds.calendars import Calendars, calendars, outputs_of
from generator.feeds.history import History
from generator.feeds.store import Store as EventStore
from generator.keys import Keys
from generator.opendata.files import opendata_outputs
from generator.opendata.page import data_pages
from generator.output import Bundle, Output
from generator.pages import (
    calendar,
    cancel,
    home,
    lists,
    matching,
    mixes,
    my_list,
    records,
    site_pages,
    subscribe,
    updates,
    venues,
    worksheets,
    workspace,
)
from generator.pages.page import Planned, Prose, Published, ShellKey, output
from generator.pages.paper import plan as paper
from generator.pages.record_links import redirect_pages, shortened_pages
from generator.pages.sitemap import sitemap
from generator.pages.suggest.files import suggest_outputs
from generator.pages.suggest.page import suggest_pages
from generator.pieces import Store
from generator.search.outputs import SEARCH, search_outputs
from generator.shell import PageShell
from generator.updates import updates as what_changed

WORKERS = 2

RECORD_PAGES: tuple[Callable[[Edition], Iterator[Planned]], ...] = (records.record_pages, venues.venue_pages)
COUNTED_PAGES: tuple[Callable[[Edition], Iterator[Planned]], ...] = (
    home.start_pages,
    site_pages.site_pages,
    coverage_pages,
    variety_pages,
)
"""Pages that count or choose among all records: each build makes them anew."""
PAGES: tuple[Callable[[Edition], Iterator[Planned]], ...] = (
    lists.list_pages,
    my_list.my_list_pages,
    worksheets.worksheet_pages,
    workspace.workspace_pages,
    cancel.cancel_pages,
    matching.how_pages,
    suggest_pages,
    data_pages,
)
CALENDAR_PAGES: tuple[Callable[[calendar.Maker], Iterator[Planned]], ...] = (calendar.calendar_pages,)
FEED_PAGES: tuple[Callable[[Calendars], Iterator[Planned]], ...] = (
    mixes.mix_pages,
    paper.paper_pages,
)
"""Every other kind of page, in the order in which they are made; some show feeds and their sizes."""
FOUND_BY_SEARCH = frozenset({site_pages.HELP, site_pages.ABOUT, "subscribe/"})
"""Pages about the site that are found by their words, like the site's own prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """What MkDocs has rendered: the shells and the pages of prose; `config` is the text of `mkdocs.yml`."""

    config: bytes
    shells: Mapping[ShellKey, PageShell]
    prose: tuple[Prose, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """An edition and what its outputs have in common: keys, feeds, the calendar, and the pages that count all records.

    `work` is the folder for what may be lost.
    """

    edition: Edition
    history: History
    rendered: Rendered
    work: Path
    keys: Keys
    feeds: Calendars
    days: calendar.Maker
    counted: tuple[Planned, ...]

    @property
    def store(self) -> Store:
        """What is kept of each record for the next build."""
        return Store(self.work, self.keys.of_file)

    def pages(self, planned: Iterable[Planned]) -> Iterator[Output]:
        """The files of pages."""
        place = Published(site_url=self.edition.site_url, asked=f"?v={version(self.edition.words)}")
        return (output(one, self.keys.of(one), self.rendered.shells, place) for one in planned)


def dated(edition: Edition, history: History) -> Edition:
    """The edition that knows when any record was last changed."""
    return edition if edition.updated == history.newest else replace(edition, updated=history.newest)


def ready(edition: Edition, history: History, rendered: Rendered, work: Path) -> Ready:
    """What must be there before any file of the site, but those that MkDocs writes, can be made."""
    edition = dated(edition, history)
    keys = Keys(edition, rendered.config, rendered.shells)
    feeds = calendars(edition, history, workers=WORKERS, store=EventStore(work / "events.txt", keys.of_events))
    counted = (
        *(planned for kind in COUNTED_PAGES for planned in kind(edition)),
        *subscribe.subscribe_pages(feeds),
    )
    return Ready(
        edition=edition,
        history=history,
        rendered=rendered,
        work=work,
        keys=keys,
        feeds=feeds,
        days=calendar.public_calendar(edition),
        counted=tuple(replace(one, make=cache(one.make)) for one in counted),
    )


def first_outputs(made: Ready) -> Iterator[Output | Bundle]:
    """What is made of all records, and so takes long after each change: a second process begins with it at once."""
    edition, store = made.edition, made.store
    prose = partial(_prose, made.rendered, made.counted)
    yield Bundle(SEARCH, "the search", partial(search_outputs, edition, prose, store))
    yield from opendata_outputs(edition, store)
    yield from match_outputs(edition, store.key_of)
    yield from made.pages(made.counted)


def outputs(made: Ready) -> Iterator[Output]:
    """Every other file of the site."""
    edition, key = made.edition, made.keys.of_file
    of_records = [planned for kind in RECORD_PAGES for planned in kind(edition)]
    others = [planned for kind in PAGES for planned in kind(edition)]
    others += [planned for kind in CALENDAR_PAGES for planned in kind(made.days)]
    others += [planned for kind in FEED_PAGES for planned in kind(made.feeds)]
    lately = what_changed(edition, made.history)
    others += updates.update_pages(edition, lately)

    # Two processes write this list from both ends: so one makes records, the other feeds, days and lists, and what
    # either keeps for its next page (cards, rows, words) is seldom made twice. What takes longest stands first, where
    # one process may begin while the other still has the first outputs in hand.
    yield from calendar_outputs(made.days, made.feeds, key)
    yield from facet_outputs(edition, key)
    yield from made.pages(of_records)
    yield from made.pages(others)
    yield from card_outputs(edition, key)
    yield from outputs_of(made.feeds)
    yield from redirect_pages(edition)
    yield from shortened_pages(edition, {planned.url for planned in (*others, *made.counted)})
    yield updates.atom(edition, lately)
    yield from suggest_outputs(edition, key)
    yield from asset_outputs(edition.words)
    if edition.logo:
        yield Output(edition.logo.path, "the logo", content=edition.logo.content)
    prose = [page.url for page in made.rendered.prose]
    yield from sitemap(edition, (*of_records, *others, *made.counted), prose)


def _prose(rendered: Rendered, planned: Iterable[Planned]) -> tuple[Prose, ...]:
    """The pages of prose that the search finds: those that somebody has written, and ours about the site."""
    ours = (one.make() for one in planned if one.url in FOUND_BY_SEARCH)
    about = (Prose(page.url, page.title, page.description, str(page.body.striptags())) for page in ours)
    return (*sorted(rendered.prose, key=attrgetter("url")), *about)
