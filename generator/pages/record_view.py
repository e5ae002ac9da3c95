"""What the pages of records show, as finished words: lines, pairs of a name and its facts, buttons, boxes, feeds."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.edition import Edition
from generator.inherit import Place
from generator.pages.record_state import State
from generator.pages.record_text import tel
from generator.records.common import Address
from generator.words import Words


class Line(NamedTuple):
    """A line of text, as a link where it leads somewhere."""

    words: str
    href: str | None = None


class Pair(NamedTuple):
    """The name of a fact and what is so."""

    name: str
    lines: tuple[Line, ...]
    fact: str | None = None
    """What it is for scripts that read the page."""


class Button(NamedTuple):
    """A link that does something: rings, writes, opens a form."""

    icon: str
    words: str
    href: str


class Notice(NamedTuple):
    """What has to be known before all else."""

    icon: str
    strong: str
    words: str
    style: str = "check"


class Feed(NamedTuple):
    """A calendar that one can subscribe to."""

    title: str
    address: str
    webcal: str


class OnThere(NamedTuple):
    """An activity in the list of its organiser, venue or mix: its rule and its next date."""

    title: str
    url: str
    href: str
    when: str | None
    next: str | None
    state: State | None
    icon: str
    family: str


class Wrong(NamedTuple):
    """How to tell us that something on a page is wrong."""

    mail: str | None
    slip: str
    """The text to fill in: a line for each fact with what we have."""
    form: str
    """The form that fills it in, from the top of the site."""
    issue: str | None
    phone: str
    href: str
    hours: str


def pair(name: str, lines: Iterable[str | Line | None], fact: str | None = None) -> Pair | None:
    """A pair of the lines that there are; None where there are none."""
    found = tuple([line if isinstance(line, Line) else Line(line) for line in lines if line])
    return Pair(name, found, fact) if found else None


def pairs(*found: Pair | None) -> tuple[Pair, ...]:
    """The pairs that there are."""
    return tuple(one for one in found if one)


def address_line(edition: Edition, address: Address | None) -> str | None:
    """An address on one line; the country only where it is another one than the site's."""
    if address is None:
        return None
    words = edition.words
    country = address.country if address.country != edition.settings.country else None
    postcode = words.unbroken(address.postcode) if address.postcode else None
    return ", ".join(part for part in (address.street, address.town, postcode, country) if part) or None


def bus_stop(words: Words, place: Place) -> str | None:
    """The nearest bus stop, its buses, the way from there: “Mill Bridge, bus 4, 3 minutes on foot”."""
    stop = place.bus_stop
    if stop is None:
        return None
    said = [stop.name]
    if stop.lines:
        lines = words.listed([words.unbroken(line) for line in stop.lines])
        said.append(words.t("bus~%(lines)s", lines=lines).replace("~", "\N{NO-BREAK SPACE}"))
    if stop.walk_minutes is not None:
        said.append(
            words.n("%(count)s minute on foot", "%(count)s minutes on foot", stop.walk_minutes)
            if stop.walk_minutes else words.t("at the door")
        )  # fmt: skip
    return ", ".join(said)


def phone_button(words: Words, number: str) -> Button:
    """The button that rings a number."""
    return Button("phone", words.unbroken(number), tel(number))
