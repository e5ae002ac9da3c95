"""An edition in, the pages of its venues out: what is on there, how one gets in, whom to ask about the building."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition import Edition
from generator.inherit import Place
from generator.pages import jsonld, record_runs
from generator.pages.correction import of_venue, worded
from generator.pages.engine import Render, renderer
from generator.pages.page import Page, Planned, root
from generator.pages.paper.scopes import sheets_of
from generator.pages.record_access import AccessRow, place_access_rows
from generator.pages.record_join import contact_ways
from generator.pages.record_place import place_pairs, transport_pairs
from generator.pages.record_runs import Check
from generator.pages.record_text import hours, sentence
from generator.pages.record_view import Button, Feed, Line, Notice, OnThere, Pair, Wrong, address_line, pair, pairs
from generator.pages.ways import Link
from generator.records.model import Venue


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueView:
    """All that the page of a venue shows."""

    name: str
    summary: str
    address: str | None
    notices: tuple[Notice, ...]
    activities: tuple[OnThere, ...]
    groups: tuple[Line, ...]
    """The groups and services that are to be found there."""
    place: tuple[Pair, ...]
    access: tuple[AccessRow, ...]
    ways: tuple[Button, ...]
    contact: tuple[Pair, ...]
    checks: tuple[Check, ...]
    wrong: Wrong
    feeds: tuple[Feed, ...]
    sheets: tuple[Link, ...]
    """The sheets of what is on there, by month."""


def venue_pages(edition: Edition) -> Iterator[Planned]:
    """The page of each venue."""
    render, sheets = renderer(edition.words, "venue.html"), sheets_of(edition)
    for venue in edition.catalogue.sources.venues.values():
        there = (entry.id for entry in edition.catalogue.at_venue.get(venue.id, ()))
        printed = sheets("venue", venue.id)
        yield Planned(
            url=f"venues/{venue.id}/",
            source=venue.file,
            make=partial(_page, edition, render, venue, printed),
            made_of=(venue.id, *there, *(f":{link.url}" for link in printed)),
        )


def _page(edition: Edition, render: Render, venue: Venue, sheets: tuple[Link, ...]) -> Page:
    url = f"venues/{venue.id}/"
    place = edition.catalogue.places[venue.id]
    view = venue_view(edition, venue, sheets)
    return Page(
        url=url,
        section="directory",
        title=venue.name,
        description=view.summary,
        body=render(view=view, root=root(url)),
        json_ld=jsonld.of_place(edition, place),
    )


def venue_view(edition: Edition, venue: Venue, sheets: tuple[Link, ...] = ()) -> VenueView:
    """What the page of a venue shows."""
    words, url, place = edition.words, f"venues/{venue.id}/", edition.catalogue.places[venue.id]
    top = root(url)
    there = edition.catalogue.at_venue.get(venue.id, ())
    activities = record_runs.on_there(edition, there, top)
    contact = venue.contact
    return VenueView(
        name=venue.name,
        summary=words.t("What is on at %(name)s, and how one gets in.", name=venue.name),
        address=address_line(edition, venue.address),
        notices=tuple(_closed(edition, place)),
        activities=activities,
        groups=tuple(
            Line(entry.record.name, top + entry.url)
            for entry in there
            if entry.section == "resources" and entry.listed(edition.today)
        ),
        place=pairs(
            pair(words.t("Area"), [edition.area(venue.area) if venue.area else None]),
            *place_pairs(words, place),
            *(transport_pairs(edition, venue.transport, None) if venue.transport else ()),
        ),
        access=place_access_rows(edition, place),
        ways=tuple(contact_ways(words, contact)) if contact else (),
        contact=pairs(
            pair(words.t("Whom to ask for"), [sentence(contact.role) if contact.role else None]),
            pair(words.t("The telephone is answered"),
                 [sentence(hours(contact.answered)) if contact.answered else None]),
        ) if contact else (),
        checks=tuple(_checks(edition, venue)),
        wrong=record_runs.wrong(edition)(venue.name, url, worded(edition, of_venue(edition, venue))),
        feeds=(
            record_runs.feed(edition, words.t("What is on at %(name)s", name=venue.name),
                             f"feeds/venue/{venue.id}.ics"),
        ) if activities else (),
        sheets=sheets,
    )  # fmt: skip


def _closed(edition: Edition, place: Place) -> Iterator[Notice]:
    """The days on which the place is closed, as far as they are not past."""
    words = edition.words
    for period in place.closed:
        if period.last < edition.today:
            continue
        first, last = words.date(period.first), words.date(period.last)
        days = words.t("%(first)s to %(last)s", first=first, last=last) if first != last else first
        yield Notice(icon="door-closed", strong=words.t("Closed %(days)s.", days=days),
                     words=sentence(period.why) if period.why else "")  # fmt: skip


def _checks(edition: Edition, venue: Venue) -> Iterator[Check]:
    words = edition.words
    if venue.checked:
        yield record_runs.check(edition, words.t("This page"), venue.checked)
    else:
        yield Check(words=words.t("Nobody has checked this page yet"), doubtful=words.t("Check first"))
    if venue.access and venue.access.checked:
        yield record_runs.check(edition, words.t("Getting in and around"), venue.access.checked)
