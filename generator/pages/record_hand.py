"""An entry in, what its page has for those who hand it on: whom to ring when, where to come, whose clocks count.

The script that copies texts, and the list of things kept, read the rest in the page itself, where `data-fact` marks it.
"""

from dataclasses import dataclass

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.texts import location
from generator.pages.record_text import hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """What a text about an entry needs and its page does not show in one piece."""

    url: str
    phone: str | None
    """Their own number; without one the site's is rung."""
    site_phone: str
    hours: str | None
    role: str | None
    """Whom to ask for."""
    place: str
    """Where it is, on one line."""
    zone: str


def hand(edition: Edition, entry: Entry) -> Hand:
    """What an entry has for those who hand it on."""
    words, known = edition.words, entry.facts.contact
    contact = known.value if known else None
    phone = words.unbroken(contact.phone) if contact and contact.phone else None
    return Hand(
        url=entry.url,
        phone=phone,
        site_phone=words.unbroken(edition.settings.contact.phone),
        hours=hours(contact.answered) if contact and contact.answered and phone else None,
        role=contact.role if contact else None,
        place=location(entry.place, entry, edition) or "",
        zone=entry.zone.key,
    )
