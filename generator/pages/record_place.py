"""Where something is and how one gets there: the place, its door, its bus stop, lifts, and whose words these are."""

from collections.abc import Iterator
from functools import lru_cache

from generator.catalogue import Entry
from generator.edition import Edition
from generator.inherit import Place
from generator.pages.facts import in_person, where
from generator.pages.record_text import inside, sentence
from generator.pages.record_view import Line, Pair, address_line, bus_stop, pair, pairs
from generator.records.common import Transport
from generator.records.model import EVERYWHERE, Activity, Resource
from generator.words import Words
from generator.words import mark as _

_FETCHES = {
    "yes": _("They fetch people from home."),
    "no": _("They do not fetch people."),
    "ask": _("Not known if they fetch people. Ask them."),
}
_VENUE_FETCHES = {
    "yes": _("%(venue)s fetches people from home."),
    "no": _("%(venue)s does not fetch people."),
    "ask": _("Not known if %(venue)s fetches people. Ask them."),
}


def where_lines(edition: Edition, entry: Entry, top: str) -> Iterator[str | Line | None]:
    """Where it is: the place and its address, or how one takes part; whom it serves; what sort of room it is."""
    words, place, record = edition.words, entry.place, entry.record
    if place and in_person(entry):
        yield Line(place.name, f"{top}venues/{place.id}/") if place.id else place.name
        yield address_line(edition, place.address)
        others = edition.labels("format", (code for code in record.format if code not in {"in_person", "home_visit"}))
        if others:
            yield words.t("Also %(ways)s.", ways=words.listed(inside(words, other) for other in others))
        if "home_visit" in record.format:
            yield sentence(edition.label("format", "home_visit"))
    else:
        yield sentence(where(edition, entry))
    if place and isinstance(record, Resource) and record.areas:
        yield words.t("For people anywhere.") if EVERYWHERE in record.areas else words.t(
            "For people in: %(areas)s.", areas=words.listed(edition.area(area) for area in record.areas))  # fmt: skip
    setting = _setting(edition, entry)
    if setting:
        yield " ".join(sentence(label) for label in edition.labels("setting", setting))


def _setting(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """What sort of room it is; an organiser's words hold where it meets itself, and nowhere else."""
    known = entry.facts.setting if in_person(entry) else None
    if known is None:
        return ()
    organiser = edition.catalogue.entries.get(entry.runner.id or "") if entry.runner else None
    elsewhere = organiser is not None and organiser.place != entry.place
    return () if known.relation != "own" and elsewhere else known.value


def getting_there(edition: Edition, entry: Entry) -> tuple[Pair, ...]:
    """How one gets to where it is, and back from an outing."""
    words, place, transport = edition.words, entry.place if in_person(entry) else None, entry.facts.transport
    outing = entry.record.outing if isinstance(entry.record, Activity) else None
    own = transport is None or transport.relation == "own"
    return pairs(
        *(place_pairs(words, place) if place else ()),
        *(transport_pairs(edition, transport.value, None if own else transport.origin) if transport else ()),
        pair(words.t("Where you meet"), [sentence(outing.meet_at)]) if outing and outing.meet_at else None,
        pair(words.t("Back by"), [words.time(outing.back_by)]) if outing and outing.back_by else None,
        pair(words.t("Toilets on the way"), [sentence(outing.toilets)]) if outing and outing.toilets else None,
    )


@lru_cache(maxsize=4096)
def place_pairs(words: Words, place: Place) -> tuple[Pair, ...]:
    """How one finds a place: its door, its bus stop."""
    return pairs(
        pair(words.t("The door"), [sentence(place.door) if place.door else None]),
        pair(words.t("Bus stop"), [bus_stop(words, place)]),
    )


def transport_pairs(edition: Edition, transport: Transport, venue: str | None) -> tuple[Pair, ...]:
    """How people get there; `venue` is the name of the venue where these are its words and not the page's own."""
    words, way, fetches = edition.words, transport.how_to_get_there, transport.fetches
    fetched = None
    if fetches:
        fetched = words.t(_VENUE_FETCHES[fetches], venue=venue) if venue else words.t(_FETCHES[fetches])
    return pairs(
        pair(words.t("The way"), [sentence(way) if way else None]),
        pair(words.t("Being fetched"), [fetched]),
    )
