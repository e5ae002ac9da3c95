"""The components of a calendar in, its events as values out: series with their exceptions, single events, strays."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.imports import texts
from generator.imports.lines import Component, Line
from generator.imports.notes import Notes
from generator.imports.times import BadTime, When, length, several, when
from generator.imports.zones import Zones, alike, zones_of
from generator.problems import shorten

_KEPT = frozenset(
    """
    UID DTSTAMP DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID SUMMARY DESCRIPTION LOCATION GEO STATUS
    SEQUENCE TRANSP LAST-MODIFIED CREATED CLASS X-ALT-DESC PRIORITY RELATED-TO
    """.split()  # noqa: SIM905 - a list of words is read at one glance
)
_GEO = re.compile(r"(-?\d{1,3}(?:\.\d+)?);\s*(-?\d{1,3}(?:\.\d+)?)", re.ASCII)
NORTH, EAST = 90, 180
LONGEST_RAW = 50 * texts.LONGEST_DESCRIPTION  # characters with their markup; what is behind them is cut off anyhow
_OFF = re.compile(r"[\s\[(*]*(?:CANCELLED|CANCELED|(?:Cancelled|Canceled)(?=\s*[\])*:!–—-]))\b[\s\])*:!–—-]*")
_ENDS_OFF = re.compile(r"\s*[-–—:(\[*]+\s*(?:CANCELLED|CANCELED|Cancelled|Canceled)\b[\])*! ]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A VEVENT: when, what and where; `recurrence` is the session of its series that it stands for."""

    line: int
    uid: str
    name: str
    place: str
    description: str
    start: When
    end: When | None
    zone: ZoneInfo
    rules: tuple[Line, ...] = ()
    more: tuple[When, ...] = ()
    without: tuple[When, ...] = ()
    recurrence: When | None = None
    following: bool = False
    cancelled: bool = False
    revision: tuple[int, str] = (0, "")
    coordinates: str | None = None

    @property
    def what(self) -> str:
        """The event as reports name it."""
        return f"VEVENT “{shorten(self.name, 50)}”"

    @property
    def repeats(self) -> bool:
        """Whether it is a series."""
        return bool(self.rules or self.more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """An event, or a series of them with what is different about single sessions."""

    master: Event
    overrides: tuple[Event, ...] = ()


def events_of(calendars: Iterable[Component], home: ZoneInfo, notes: Notes) -> list[Series]:
    """The events of calendars, in the order in which they stand there."""
    left_out: Counter[str] = Counter()
    found: list[Event] = []
    for calendar in calendars:
        zones = zones_of(calendar, home)
        for part in calendar.parts:
            if part.name == "VEVENT":
                left_out.update({line.name for line in part.lines if not _is_kept(line)} | {p.name for p in part.parts})
                event = _event(part, zones, notes)
                found += [event] if event else []
            elif part.name != "VTIMEZONE":
                notes.lost(part.number, part.name, "only events are taken.")
    for name, count in sorted(left_out.items()):
        notes.lost(1, "the calendar", f"{name} of {count} {'event was' if count == 1 else 'events was'} not taken.")
    return _together(found, notes)


def _is_kept(line: Line) -> bool:
    return line.name in _KEPT or line.name.startswith("X-")


def _event(part: Component, zones: Zones, notes: Notes) -> Event | None:
    title = texts.one_line(part.text("SUMMARY"))
    what = f"VEVENT “{shorten(title, 50)}”" if title else "VEVENT"
    if part.text("CLASS").strip().upper() in {"PRIVATE", "CONFIDENTIAL"}:
        notes.lost(part.number, "VEVENT", "it is marked as private and was not taken.")
        return None
    name, off = _called(title)
    begin = part.one("DTSTART")
    if begin is None or not name:
        notes.lost(part.number, what, "it has no DTSTART." if begin is None else "it has no name (SUMMARY).")
        return None
    try:
        start = when(begin, zones, notes, what)
        end = _end(part, start, zones, notes, what)
        again = part.one("RECURRENCE-ID")
        recurrence = when(again, zones, notes, what) if again else None
    except BadTime as why:
        notes.lost(part.number, what, str(why))
        return None
    zone = _zone_of(begin, start, zones, notes, what, repeats=part.one("RRULE") is not None)
    if part.one("EXRULE"):
        notes.lost(part.number, what, "EXRULE leaves out days in a way that no program keeps; it was not taken.")
        return None
    return Event(
        line=part.number,
        uid=texts.cut(texts.one_line(part.text("UID")), 250),
        name=texts.cut(name, texts.LONGEST_NAME),
        place=texts.cut(texts.one_line(part.text("LOCATION")), 300),
        description=_description(part, what, notes),
        start=start,
        end=end,
        zone=zone,
        rules=tuple(part.all("RRULE")),
        more=tuple(one for line in part.all("RDATE") for one in several(line, zones, notes, what)),
        without=tuple(one for line in part.all("EXDATE") for one in several(line, zones, notes, what)),
        recurrence=recurrence,
        following=bool(again and again.parameters.get("RANGE", "").upper() == "THISANDFUTURE"),
        cancelled=off or part.text("STATUS").strip().upper() == "CANCELLED",
        revision=(_number(part.text("SEQUENCE")), part.text("LAST-MODIFIED") or part.text("DTSTAMP")),
        coordinates=_coordinates(part, what, notes),
    )


def _called(title: str) -> tuple[str, bool]:
    """The name without the word that it is cancelled, and whether that word was there."""
    begins = _OFF.match(title)
    name = title[begins.end() :] if begins else _ENDS_OFF.sub("", title)
    return (name or title, name != title)


def _description(part: Component, what: str, notes: Notes) -> str:
    raw = part.text("DESCRIPTION") or part.text("X-ALT-DESC")
    text = texts.plain(raw[:LONGEST_RAW])
    if len(text) > texts.LONGEST_DESCRIPTION:
        size = max(len(raw) if len(raw) > LONGEST_RAW else 0, len(text))
        notes.lost(part.number, what, f"its description has {size:,} characters; the rest was cut off.")
    return texts.cut(text, texts.LONGEST_DESCRIPTION)


def _coordinates(part: Component, what: str, notes: Notes) -> str | None:
    said = part.text("GEO").replace(",", ";").strip()
    if said in {"", "0;0"}:  # what programs write that know no place
        return None
    found = _GEO.fullmatch(said)
    if found is None or abs(float(found[1])) > NORTH or abs(float(found[2])) > EAST:
        notes.lost(part.number, what, f"“{shorten(said)}” is no place on earth (GEO).")
        return None
    return f"{found[1]}, {found[2]}"


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text.strip()) else 0


def _end(part: Component, start: When, zones: Zones, notes: Notes, what: str) -> When | None:
    """When it is over; of whole days the day after the last one. None where nobody has said."""
    said, lasts = part.one("DTEND"), part.one("DURATION")
    whole = not isinstance(start, datetime)
    if said:
        end = when(said, zones, notes, what)
        if isinstance(end, datetime) == whole:
            notes.lost(said.number, what, "DTEND is of another kind than DTSTART and was not taken.")
            return None
    elif lasts:
        end = start + length(lasts)
    else:
        return None
    if end < start:
        notes.lost(part.number, what, "it ends before it begins; the end was not taken.")
        return None
    return None if end == start else end


def _zone_of(begin: Line, start: When, zones: Zones, notes: Notes, what: str, *, repeats: bool) -> ZoneInfo:
    """The zone by whose clocks it repeats."""
    if not isinstance(start, datetime):
        return zones.home
    if start.tzinfo is UTC:
        utc = zones.of("UTC") or zones.home
        if not repeats:
            return zones.home
        clocks = zones.usual if zones.said else alike(utc, zones.home)
        notes.read(begin.number, what, f"it repeats in UTC; it was read by the clocks of {clocks.key}.")
        return clocks
    zone = start.tzinfo
    return alike(zone, zones.home) if isinstance(zone, ZoneInfo) else zones.home


def _together(found: list[Event], notes: Notes) -> list[Series]:
    """Series with what is different about their sessions; strays on their own."""
    masters: dict[str, list[Event]] = {}
    overrides: dict[str, list[Event]] = {}
    for number, event in enumerate(found):
        uid = event.uid or f"without-{number}"
        (overrides if event.recurrence else masters).setdefault(uid, []).append(replace(event, uid=uid))
        if not event.uid:
            notes.read(event.line, event.what, "it has no UID; the next import cannot know it again.")
    made: list[Series] = []
    for uid, several_ in masters.items():
        kept = _newest(several_, notes)
        for number, master in enumerate(kept):
            theirs = overrides.pop(uid, []) if not number else []
            made.append(Series(master=master, overrides=_one_each(theirs, notes)))
    for strays in overrides.values():
        for event in _one_each(strays, notes):
            if event.cancelled:
                notes.lost(event.line, event.what, "it cancels a session of a series that is not in the calendar.")
                continue
            notes.read(event.line, event.what, "its series is not in the calendar; it was taken as a single day.")
            made.append(Series(master=replace(event, rules=(), more=(), without=(), recurrence=None)))
    return sorted(made, key=lambda one: one.master.line)


def _newest(several_: list[Event], notes: Notes) -> list[Event]:
    """Of events with one UID the newest; all of them where they are plainly several."""
    if len(several_) == 1:
        return several_
    newest = max(several_, key=lambda event: (event.revision, event.line))
    apart = {(event.name, event.start) for event in several_}
    if len(apart) == len(several_) and not any(event.rules for event in several_):
        for event in several_[1:]:
            notes.read(event.line, event.what, "it has the UID of another event; both were taken.")
        return several_
    for event in several_:
        if event is not newest:
            notes.lost(event.line, event.what, f"it has the UID of line {newest.line}, which is newer.")
    return [newest]


def _one_each(overrides: list[Event], notes: Notes) -> tuple[Event, ...]:
    """One override for each session: the newest."""
    found: dict[When | None, Event] = {}
    for event in sorted(overrides, key=lambda one: (one.revision, one.line)):
        if event.recurrence in found:
            notes.read(event.line, event.what, "there are two of this session; the newer one was taken.")
        found[event.recurrence] = event
    return tuple(sorted(found.values(), key=lambda one: one.line))


def lasts(event: Event) -> timedelta | None:
    """How long it goes on by the clock; None where nobody has said."""
    if event.end is None:
        return None
    if isinstance(event.start, datetime) and isinstance(event.end, datetime):
        begin, end = (one.astimezone(event.zone).replace(tzinfo=None) for one in (event.start, event.end))
        return end - begin
    return event.end - event.start
