"""One activity in, the text of its VEVENTs out (RFC 5545 3.6.1, RFC 7986); the only importer of `icalendar`.

`icalendar` holds the components and knows the order of their properties. Its own value types and folding take a
millisecond an event, so values come in their final form (`Value`) and lines are folded here; a test holds the two ways
of writing a component to the same lines.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Self, cast

from icalendar import Calendar, Event
from icalendar.parser import Parameters

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.history import sequence
from generator.feeds.names import oldest_id, uid, uid_domain
from generator.feeds.plan import Plan, SeriesEvent, as_item, plan
from generator.feeds.texts import Telling, description, location, rule_text, telling, title
from generator.feeds.zones import vtimezone
from generator.inherit import Place
from generator.schedule.rules import Item
from generator.schedule.zoned import at, span
from generator.sessions import Session, Status

LONGEST_LINE = 75  # octets, without the line break
_DAY = timedelta(days=1)
_FOLD = b"\r\n "
_SOME_DAY = date(2000, 1, 1)

_NOT_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_NOT_URI = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff\"<>\\^`{|}]")
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))


class Value(str):
    """A value as it stands in a line, with the parameters that go before it."""

    __slots__ = ("parameters",)
    parameters: str

    def __new__(cls, value: str, parameters: str = "") -> Self:
        """Takes both in their final form: `Value("20261201", "VALUE=DATE")`."""
        made = super().__new__(cls, value)
        made.parameters = parameters
        return made

    @property
    def params(self) -> Parameters:
        """The parameters as `icalendar` asks for them."""
        name, _, value = self.parameters.partition("=")
        return Parameters({name: value} if name else {})

    def to_ical(self) -> bytes:
        """The value as `icalendar` asks for it."""
        return self.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """The events of one activity, as they stand in each feed that carries them."""

    body: bytes
    zone: str
    """The zone that they name; empty where there is none."""
    first: date
    """The first day on which any of them starts."""
    revision: datetime


Properties = dict[str, Value]


def text(value: str) -> Value:
    """A value of type TEXT (RFC 5545 3.3.11): no control character, no line break but an escaped one."""
    escaped = _NOT_TEXT.sub(" ", value.replace("\r\n", "\n").replace("\r", "\n"))
    for sign, escape in _ESCAPES:
        escaped = escaped.replace(sign, escape)
    return Value(escaped)


def uri(value: str, parameters: str = "") -> Value:
    """A value of type URI, without anything that could end its line."""
    return Value(_NOT_URI.sub("", value), parameters)


def moment(value: datetime) -> Value:
    """A moment in UTC."""
    return Value(f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def calendar_head(properties: Properties) -> bytes:
    """The lines of a VCALENDAR before its first component."""
    calendar = Calendar()
    calendar.update(properties)
    return _lines(calendar)


CALENDAR_END = b"END:VCALENDAR\r\n"


def events(entry: Entry, edition: Edition, revision: datetime) -> Events:
    """All events of an activity, each serialised once."""
    planned = plan(entry, edition)
    made = tuple(components(planned, entry, edition, revision))
    days = (*(one.first for one in planned.series), *(one.on for one in _sessions(planned)))
    zoned = any(_value(event, "DTSTART").parameters.startswith("TZID") for event in made)
    return Events(
        body=b"".join(_lines(event) + b"END:VEVENT\r\n" for event in made),
        zone=zone_name(entry.zone.key) if zoned else "",
        first=min(days, default=edition.today),
        revision=revision,
    )


def components(planned: Plan, entry: Entry, edition: Edition, revision: datetime) -> Iterator[Event]:
    """The components of a plan: each series and after it what is different, then the single days."""
    said = telling(entry, edition)
    about = _About(entry=entry, edition=edition, said=said, common=_common(said, revision))
    for properties in _properties(planned, about):
        event = Event()
        event.update(properties)
        yield event


@lru_cache(maxsize=64)
def zone_name(key: str) -> str:
    """The zone as events name it: Etc/GMT for all that are UTC, whose clocks are the same.

    A series in UTC is read by programs that heed X-WR-TIMEZONE as one by the clocks there, an hour off in summer.
    """
    return key if vtimezone(key, _SOME_DAY, _SOME_DAY) else "Etc/GMT"


def _sessions(planned: Plan) -> Iterator[Session]:
    yield from planned.single
    for one in planned.series:
        yield from one.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """What the events of one activity are made from."""

    entry: Entry
    edition: Edition
    said: Telling
    common: Properties

    def uid(self, item: Item, part: str) -> Value:
        return text(uid(oldest_id(self.entry.record), item.key, part, uid_domain(self.edition)))

    def when(self, day: date, clock: time | None) -> Value:
        return _when(day, clock, zone_name(self.entry.zone.key))


def _properties(planned: Plan, about: _About) -> Iterator[Properties]:
    """The properties of each event."""
    main: Value | None = None
    for one in planned.series:
        item = about.entry.items[one.item]
        own = about.uid(item, one.code)
        main = main or own
        yield _master(one, about) | {"UID": own}
        for session in one.changed:
            yield _session(session, about) | {"UID": own, "RECURRENCE-ID": about.when(session.day, item.start)}
    related = {"RELATED-TO": main} if main else {}
    for session in planned.single:
        own = about.uid(about.entry.items[session.item], session.day.isoformat())
        yield _session(session, about) | {"UID": own, **related}


def _common(said: Telling, revision: datetime) -> Properties:
    """The properties that all events of an activity have alike."""
    stamp = moment(revision)
    found = {
        "DTSTAMP": stamp,
        "LAST-MODIFIED": stamp,
        "SEQUENCE": Value(str(sequence(revision))),
        "URL": uri(said.url),
        "CATEGORIES": text(said.category),
        "TRANSP": Value("TRANSPARENT"),
        "STATUS": Value("CONFIRMED"),
    }
    if said.contact:
        found["CONTACT"] = text(said.contact)
    return found


def _master(one: SeriesEvent, about: _About) -> Properties:
    """The event of a whole series."""
    entry, edition, item = about.entry, about.edition, about.entry.items[one.item]
    event = dict(about.common)
    event["SUMMARY"] = text(item.called or entry.record.name)
    event["DESCRIPTION"] = text(description(about.said, rule_text(item, edition), None, edition.words))
    event["DTSTART"] = about.when(one.first, item.start)
    last = one.first + _DAY if item.next_day or item.start is None else one.first
    event["DTEND"] = about.when(last, item.end or item.start)
    event["RRULE"] = _rule(one, item, entry)
    if one.left_out:
        days = [about.when(day, item.start) for day in one.left_out]
        event["EXDATE"] = Value(",".join(days), days[0].parameters)
    return event | _where(entry.place, about)


def _rule(one: SeriesEvent, item: Item, entry: Entry) -> Value:
    """The rule with its end as the value type of DTSTART asks for it: a date, or a moment in UTC (RFC 5545 3.3.10)."""
    if one.last is None:
        return Value(one.rrule)
    until = f"{one.last:%Y%m%d}" if item.start is None else moment(at(one.last, item.start, entry.zone))
    frequency, _, rest = one.rrule.partition(";")
    return Value(f"{frequency};UNTIL={until};{rest}")


def _session(session: Session, about: _About) -> Properties:
    """The event of one session: a single day, or what is different from its series."""
    entry, edition = about.entry, about.edition
    rule = rule_text(entry.items[session.item], edition)
    event = dict(about.common)
    event["SUMMARY"] = text(title(session, edition.words))
    event["DESCRIPTION"] = text(description(about.said, rule, session, edition.words))
    if session.start is None:
        event["DTSTART"], event["DTEND"] = about.when(session.on, None), about.when(session.on + _DAY, None)
    else:
        start, end = span(as_item(session), session.on, entry.zone)
        event["DTSTART"], event["DTEND"] = (about.when(one.date(), one.time()) for one in (start, end))
    if session.status is Status.CANCELLED and edition.settings.cancelled == "standard":
        event["STATUS"] = Value("CANCELLED")
    return event | _where(session.place, about)


def _where(place: Place | None, about: _About) -> Properties:
    where = location(place, about.entry, about.edition)
    found = {"LOCATION": text(where)} if where else {}
    if place and place.coordinates:
        found["GEO"] = Value("{:.6f};{:.6f}".format(*place.coordinates))
    return found


def _when(day: date, clock: time | None, zone: str) -> Value:
    """A day, or a wall-clock time of a zone."""
    if clock is None:
        return Value(f"{day:%Y%m%d}", "VALUE=DATE")
    return Value(f"{day:%Y%m%d}T{clock:%H%M%S}", f"TZID={zone}")


def _lines(component: Calendar | Event) -> bytes:
    """The lines of a component in the order of `icalendar`, all but the last."""
    lines = [f"BEGIN:{component.name}".encode()]
    for name in component.sorted_keys():
        value = _value(component, name)
        lines.append(folded(f"{name};{value.parameters}:{value}" if value.parameters else f"{name}:{value}"))
    return b"\r\n".join(lines) + b"\r\n"


def _value(component: Calendar | Event, name: str) -> Value:
    return cast("Value", component[name])


def folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, never within a character or an escape (RFC 5545 3.1)."""
    octets = line.encode()
    if len(octets) <= LONGEST_LINE:
        return octets
    pieces, begin, room = [], 0, LONGEST_LINE
    while len(octets) - begin > room:
        end = begin + room
        while octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - a byte that continues a character of UTF-8
            end -= 1
        if octets[end - 1] == ord("\\"):
            end -= 1
        pieces.append(octets[begin:end])
        begin, room = end, LONGEST_LINE - 1
    pieces.append(octets[begin:])
    return _FOLD.join(pieces)
