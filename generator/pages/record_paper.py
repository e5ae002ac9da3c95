"""What the page of a record has for paper alone: what to ask first, my first visit, notices for the door."""

from dataclasses import dataclass
from datetime import timedelta

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.dates import DateLine, date_line
from generator.pages.facts import in_person, next_session, next_words, session_words
from generator.pages.record_access import unknown
from generator.pages.record_text import capital
from generator.sessions import Status

MOST_ASKED = 5
DOORS_AHEAD = timedelta(weeks=6)
"""So far ahead a notice for the door is worth printing."""
MOST_DOORS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPaper:
    """The leaflet's questions and address, and what is known of a first visit."""

    asks: tuple[str, ...]
    address: str
    next: str | None
    ask_for: str | None
    number: str
    """The one number: theirs where they have one, else the site's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A notice for the door, where a session does not take place as planned."""

    anchor: str
    link: str
    line: DateLine
    next: str | None


def on_paper(edition: Edition, entry: Entry) -> OnPaper:
    """What stands on paper alone."""
    words, known = edition.words, entry.facts.contact
    contact = known.value if known else None
    following = next_session(edition, entry) if entry.section == "activities" else None
    asked = unknown(entry)[:MOST_ASKED] if in_person(entry) else ()
    phone = contact.phone if contact and contact.phone else edition.settings.contact.phone
    return OnPaper(
        asks=tuple(f"{label}?" for label in edition.labels("access", asked)),
        address=edition.site_url.partition("://")[2] + entry.url,
        next=session_words(edition, following) if following else None,
        ask_for=capital(contact.role) if contact and contact.role else None,
        number=words.unbroken(phone),
    )


def closures(entry: Entry) -> bool:
    """Whether those who run it, or its place, are ever closed."""
    return bool(entry.record.closed or (entry.runner and entry.runner.closed) or (entry.place and entry.place.closed))


def doors(edition: Edition, entry: Entry) -> tuple[Door, ...]:
    """A notice for each of the next sessions that are cancelled or moved."""
    words, until, found = edition.words, edition.today + DOORS_AHEAD, list[Door]()
    sessions = edition.sessions.get(entry.id, ())
    for place, session in enumerate(sessions):
        line = date_line(edition, session) if session.status is not Status.PLANNED else None
        if line is None or line.struck is None or not edition.today <= session.day <= until:
            continue
        later = (one for one in sessions[place + 1 :] if one.status is not Status.CANCELLED and one.on > session.day)
        after = next(later, None) if session.status is Status.CANCELLED else None
        found.append(
            Door(
                anchor=f"door-{session.day}-{session.item}",
                link=words.t("Notice for the door, %(day)s", day=words.date_short(session.day)),
                line=line,
                next=next_words(edition, after) if after else None,
            )
        )
    return tuple(found[:MOST_DOORS])
