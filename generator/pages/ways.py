"""Small things that lead somewhere, for many pages: links with how many are there, the site's telephone, mixes."""

from dataclasses import dataclass

from generator.edition import Edition
from generator.pages.frame import tel
from generator.records.site import Mix


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A way to somewhere else in the site: its address from the top, its words, how many are there."""

    url: str
    label: str
    count: str | None = None
    icon: str | None = None
    family: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """Whom to ring instead."""

    number: str
    href: str
    hours: str


def phone(edition: Edition) -> Phone:
    """The site's telephone."""
    contact = edition.settings.contact
    return Phone(number=edition.words.unbroken(contact.phone), href=tel(contact.phone), hours=contact.hours)


def mix_url(mix: Mix) -> str:
    """The address of a mix."""
    return f"mix/{mix.id}/"


def variety_url(mix: Mix) -> str:
    """The address of the page that says whether a mix has something for everybody."""
    return f"{mix_url(mix)}variety/"


def public_mixes(edition: Edition) -> tuple[Link, ...]:
    """The ways to all mixes but houses, which only those know who live or work there."""
    mixes = edition.catalogue.sources.mixes.values()
    return tuple(Link(url=mix_url(mix), label=mix.name, text=mix.summary) for mix in mixes if not mix.house)
