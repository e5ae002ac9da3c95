"""Sessions of days in, rows of HTML out: for the calendar, the start page, mixes and the staff calendar.

A session stands on the day on which it happens and, where it is moved, on the day that it left, too. Nearly all rows
repeat from week to week, so each is rendered once for each depth of address.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum
from functools import lru_cache

from markupsafe import Markup

from generator.catalogue import Entry
from generator.edition import Edition
from generator.icons import CATEGORY, STATE
from generator.pages.engine import Render, renderer
from generator.pages.facts import where
from generator.sessions import Session, Status, in_zone
from generator.words import Words

NOON, EVENING = time(12), time(17)


class Standing(StrEnum):
    """How a session stands on a day."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    LEFT = "left"
    """It was to be here and is moved to another time or day."""
    CAME = "came"
    """It is moved here from another day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A session on a day, in the site's own zone."""

    session: Session
    standing: Standing
    day: date
    start: time | None
    end: time | None

    @property
    def key(self) -> tuple[time, str, int]:
        """Sorts the sessions of a day: all day first, then by the clock, then by activity."""
        return self.start or time(), self.session.entry.id, self.session.item


Calendar = Mapping[date, tuple[Appearance, ...]]


def calendar(edition: Edition, entries: Iterable[Entry]) -> Calendar:
    """The sessions of some activities by day, in the order of the clock; days without any are not in it."""
    days: dict[date, list[Appearance]] = {}
    for entry in entries:
        for session in edition.sessions.get(entry.id, ()):
            for one in _appearances(edition, session):
                if one.day in edition.window:
                    days.setdefault(one.day, []).append(one)
    return {day: tuple(sorted(found, key=lambda one: one.key)) for day, found in sorted(days.items())}


def _appearances(edition: Edition, session: Session) -> Iterable[Appearance]:
    if session.status is Status.PLANNED:
        return (_at(edition, session, Standing.PLANNED, session.on, session.start, session.end),)
    moved = session.on != session.day or session.start != session.planned_start
    left = _at(edition, session, Standing.LEFT, session.day, session.planned_start, session.planned_end)
    if session.status is Status.CANCELLED:
        now = _at(edition, session, Standing.CANCELLED, session.on, session.start, session.end)
        return (left, now) if moved else (now,)
    if not moved:  # only the place is another one
        return (_at(edition, session, Standing.CAME, session.on, session.start, session.end),)
    return left, _at(edition, session, Standing.CAME, session.on, session.start, session.end)


def _at(
    edition: Edition, session: Session, standing: Standing, day: date, start: time | None, end: time | None
) -> Appearance:
    own, site = session.entry.zone, edition.catalogue.zone
    if start is not None and own is not site:
        last = day + timedelta(days=session.next_day)
        end = in_zone(last, end, own, site)[1] if end else None
        day, start = in_zone(day, start, own, site)
    return Appearance(session=session, standing=standing, day=day, start=start, end=end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says."""

    family: str
    icon: str
    time: str
    title: str
    url: str
    where: str
    category: str
    struck: bool
    tag: str | None
    tag_icon: str
    tag_kind: str
    tells: str | None
    note: str | None
    zone: str | None


class Rows:
    """Renders rows, each different one once. Made once a build for each process."""

    def __init__(self, edition: Edition) -> None:
        """Takes words and templates from the edition."""
        self.edition = edition
        self._list: Render = renderer(edition.words, "parts/row.html")
        self._cell: Render = renderer(edition.words, "parts/cell.html")
        self._known: dict[object, Markup] = {}

    def row(self, one: Appearance, root: str) -> Markup:
        """A row of a list of sessions."""
        return self._render(self._list, one, root)

    def cell(self, one: Appearance, root: str) -> Markup:
        """An entry of a month's grid."""
        return self._render(self._cell, one, root)

    def _render(self, render: Render, one: Appearance, root: str) -> Markup:
        session = one.session
        plain = one.standing is Standing.PLANNED and session.note is None
        if not plain:
            return render(row=row_view(self.edition, one), root=root)
        key = (render, session.entry.id, session.item, one.start, one.end, root)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = render(row=row_view(self.edition, one), root=root)
        return found


def row_view(edition: Edition, one: Appearance) -> Row:
    """What a row says about a session on a day."""
    words, session, entry = edition.words, one.session, one.session.entry
    tag, icon = _TAGS[one.standing]
    foreign = entry.zone is not edition.catalogue.zone and session.start is not None
    return Row(
        family=entry.family,
        icon=CATEGORY[entry.category],
        time=words.times(one.start, one.end) if one.start else words.t("All day"),
        title=session.title,
        url=entry.url,
        where=session.place.name if session.place else where(edition, entry),
        category=edition.label("category", entry.category),
        struck=one.standing in {Standing.CANCELLED, Standing.LEFT},
        tag=words.t(tag) if tag else None,
        tag_icon=icon,
        tag_kind="cancelled" if one.standing is Standing.CANCELLED else "moved",
        tells=tells(words, one),
        note=session.note,
        zone=words.t("%(time)s in %(zone)s", time=words.time(session.start), zone=_city(entry))
        if foreign and session.start
        else None,
    )


def tells(words: Words, one: Appearance) -> str | None:
    """What a row says of a change: why it is cancelled, where it went, where it came from."""
    session = one.session
    if one.standing is Standing.CANCELLED:
        if session.closed and session.why:
            return words.t("%(who)s is closed: %(why)s", who=session.closed, why=_sentence(session.why))
        if session.closed:
            return words.t("%(who)s is closed.", who=session.closed)
        return _sentence(session.why) if session.why else None
    if one.standing is Standing.LEFT:
        to = words.day(session.on) if session.on != session.day else words.t("the same day")
        if session.start:
            to = words.t("%(day)s, %(time)s", day=to, time=words.time(session.start))
        return words.t("to %(when)s. %(why)s", when=to, why=_sentence(session.why or "")).strip()
    if one.standing is Standing.CAME:
        if session.on != session.day:
            return words.t(
                "from %(day)s. %(why)s", day=words.day(session.day), why=_sentence(session.why or "")
            ).strip()
        if session.start != session.planned_start and session.planned_start:
            return words.t(
                "from %(time)s. %(why)s", time=words.time(session.planned_start), why=_sentence(session.why or "")
            )
        return words.t("to another place: %(place)s", place=session.place.name if session.place else "")
    return None


_TAGS: Mapping[Standing, tuple[str | None, str]] = {
    Standing.PLANNED: (None, ""),
    Standing.CANCELLED: ("Cancelled", STATE["cancelled"]),
    Standing.LEFT: ("Moved", STATE["moved"]),
    Standing.CAME: ("Moved here", STATE["moved"]),
}


@lru_cache(maxsize=4096)
def _sentence(text: str) -> str:
    """The organiser's words as a sentence of their own."""
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?…" else ".")


def _city(entry: Entry) -> str:
    return str(entry.zone).rpartition("/")[2].replace("_", " ")
