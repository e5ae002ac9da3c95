"""What a sheet is about: everything, an area, a category, a venue, an organiser, a mix; its addresses, whom to ring.

Everything stands under the address of the month, week or day; a part of it under that of the month; a mix under its
own page.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import Literal

from generator.catalogue import Entry
from generator.edition import Edition, month_start
from generator.pages.calendar_frame import month_url
from generator.pages.listings import DIRECTORY
from generator.pages.ways import Link, mix_url
from generator.records.common import Contact
from generator.records.site import Mix

Kind = Literal["all", "area", "category", "venue", "organiser", "mix"]

MONTHS = 2
"""Sheets are made of this month and the next: who prints, prints what comes next."""
MANY = 60
"""Sessions in a week: with more of them nobody finds anything on a sheet, so that one picks a part of them first."""
MOST_SMALL = 120
"""Venues and organisers with sheets, at most: each has eight pages of them."""
FEW = 3
"""Activities that a venue or an organiser has in a month to get sheets: less than that stands on a leaflet or two."""


@dataclass(frozen=True, slots=True)
class Ring:
    """Whom to ring about what is on a sheet."""

    number: str
    who: str | None
    hours: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a set of sheets is about."""

    kind: Kind
    id: str
    name: str
    """“Northgate”, for lists of what to pick from."""
    title: str
    """“What’s on in Northgate”, for the head of a sheet."""
    entries: tuple[Entry, ...]
    ring: Ring
    source: str
    back: str
    """The address of the page that it belongs to."""
    house: bool = False
    """Whether it is a house, which keeps to itself and has sheets of its own."""

    def url(self, month: date) -> str:
        """The address of its month sheets for a home printer; all its other sheets of that month are below it."""
        if self.kind == "mix":
            return mix_print_url(self.id, month)
        tail = "" if self.kind == "all" else f"{self.kind}/{self.id}/"
        return f"{month_url(month)}print/{tail}"


def mix_print_url(mix: str, month: date) -> str:
    """The address of the month sheets of a mix."""
    return f"mix/{mix}/print/{month:%Y-%m}/"


def months(edition: Edition) -> tuple[date, ...]:
    """The months that there are sheets of."""
    found = (month_start(edition.today, number) for number in range(MONTHS))
    return tuple(month for month in found if month in edition.window)


def everything(edition: Edition) -> Scope:
    """All that is public."""
    words = edition.words
    return Scope(
        kind="all",
        id="",
        name=words.t("Everything"),
        title=words.t("What’s on in and near %(place)s", place=edition.settings.place),
        entries=_listed(edition, edition.catalogue.activities),
        ring=ring(edition, None),
        source="the calendar",
        back="calendar/",
    )


def parts(edition: Edition) -> tuple[Scope, ...]:
    """Everything by area, by category, by venue and by organiser; those without activities are left out.

    A site with very many venues and organisers has no sheets of them: there, mixes say what is worth paper.
    """
    return (*_areas(edition), *_categories(edition), *_small(edition))


def sheets_of(edition: Edition) -> Callable[[str, str], tuple[Link, ...]]:
    """A function that gives the ways to the month sheets of a venue or an organiser by kind and id, if it has any."""
    small = {(str(scope.kind), scope.id): scope for scope in _small(edition)}
    named = [(month, edition.words.t("Print %(month)s", month=edition.words.month(month))) for month in months(edition)]

    def ways(kind: str, name: str) -> tuple[Link, ...]:
        scope = small.get((kind, name))
        return tuple(Link(url=scope.url(month), label=label) for month, label in named) if scope else ()

    return ways


def mixes(edition: Edition) -> Iterator[Scope]:
    """The mixes, houses among them."""
    for mix in edition.catalogue.sources.mixes.values():
        yield of_mix(edition, mix)


def of_mix(edition: Edition, mix: Mix) -> Scope:
    """A mix."""
    return Scope(
        kind="mix",
        id=mix.id,
        name=mix.name,
        title=mix.name,
        entries=tuple(entry for entry in edition.catalogue.in_mix(mix) if entry.visible(edition.today)),
        ring=ring(edition, mix.contact),
        source=mix.file,
        back=mix_url(mix),
        house=mix.house,
    )


def ring(edition: Edition, contact: Contact | None) -> Ring:
    """Whom to ring: those whom it is about where they have a number, else the site."""
    words = edition.words
    if contact and contact.phone:
        return Ring(words.unbroken(contact.phone), contact.role, contact.answered)
    site = edition.settings.contact
    return Ring(words.unbroken(site.phone), None, site.hours)


def _areas(edition: Edition) -> Iterator[Scope]:
    words, listed = edition.words, _listed(edition, edition.catalogue.activities)
    for area in edition.catalogue.sources.areas.areas:
        entries = tuple(entry for entry in listed if area.id in entry.areas)
        if entries:
            yield Scope(kind="area", id=area.id, name=area.name, entries=entries,
                        title=words.t("What’s on in %(area)s", area=area.name), ring=ring(edition, None),
                        source="data/areas.yml", back=f"{DIRECTORY}area/{area.id}/")  # fmt: skip


def _categories(edition: Edition) -> Iterator[Scope]:
    listed = _listed(edition, edition.catalogue.activities)
    for code in dict.fromkeys(sorted(entry.category for entry in listed)):
        label = edition.label("category", code)
        yield Scope(kind="category", id=code, name=label, title=label, ring=ring(edition, None),
                    entries=tuple(entry for entry in listed if entry.category == code), source="the calendar",
                    back=f"{DIRECTORY}category/{code}/")  # fmt: skip


def _small(edition: Edition) -> tuple[Scope, ...]:
    small = tuple(islice(chain(_venues(edition), _organisers(edition)), MOST_SMALL + 1))
    return small if len(small) <= MOST_SMALL else ()


def _venues(edition: Edition) -> Iterator[Scope]:
    words = edition.words
    for venue in edition.catalogue.sources.venues.values():
        entries = _listed(edition, edition.catalogue.at_venue.get(venue.id, ()))
        if len(entries) >= FEW:
            yield Scope(kind="venue", id=venue.id, name=venue.name, entries=entries,
                        title=words.t("What’s on at %(place)s", place=venue.name),
                        ring=ring(edition, None), source=venue.file, back=f"venues/{venue.id}/")  # fmt: skip


def _organisers(edition: Edition) -> Iterator[Scope]:
    words = edition.words
    for organiser in edition.catalogue.resources:
        entries = _listed(edition, edition.catalogue.run_by.get(organiser.id, ()))
        if len(entries) >= FEW:
            name, contact = organiser.record.name, organiser.facts.contact
            yield Scope(kind="organiser", id=organiser.id, name=name, entries=entries,
                        title=words.t("What’s on with %(organiser)s", organiser=name),
                        ring=ring(edition, contact.value if contact else None),
                        source=organiser.record.file, back=organiser.url)  # fmt: skip


def _listed(edition: Edition, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.section == "activities" and entry.listed(edition.today))
