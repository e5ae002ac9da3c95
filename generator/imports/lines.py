"""The bytes of a calendar in, its components with line numbers out (RFC 5545 3.1 and 3.2, read leniently).

Programs that read calendars stop at the first line that is wrong. We say which one, and go on: a text that somebody
forgot to escape runs on, a component that nobody closed ends where the file does.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.imports.notes import Notes

DEEPEST = 6  # components within components; a calendar has three
MOST_EVENTS = 20_000
_BREAK = re.compile(r"\r\n|\n|\r")
_HEAD = re.compile(
    r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*):(.*)", re.DOTALL
)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^\";,])*(?:,(?:\"[^\"]*\"|[^\";,])*)*)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TEXTS = frozenset({"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "X-ALT-DESC"})
_KNOWN = frozenset(
    """
    BEGIN END VERSION PRODID CALSCALE METHOD NAME SOURCE COLOR REFRESH-INTERVAL UID DTSTAMP DTSTART DTEND DUE
    DURATION RRULE RDATE EXDATE EXRULE RECURRENCE-ID SUMMARY DESCRIPTION LOCATION GEO URL STATUS SEQUENCE TRANSP
    CLASS CATEGORIES CONTACT COMMENT ORGANIZER ATTENDEE ATTACH CREATED LAST-MODIFIED PRIORITY RELATED-TO
    RESOURCES REQUEST-STATUS TZID TZNAME TZURL TZOFFSETFROM TZOFFSETTO ACTION TRIGGER REPEAT FREEBUSY COMPLETED
    PERCENT-COMPLETE IMAGE CONFERENCE STRUCTURED-DATA STYLED-DESCRIPTION ACKNOWLEDGED PROXIMITY
    """.split()  # noqa: SIM905 - a list of words is read at one glance
)


class NoCalendar(Exception):  # noqa: N818 - no error of ours: what was handed in is no calendar
    """Why nothing of a file can be read."""


@dataclass(frozen=True, slots=True)
class Line:
    """A property: where it stands, its name, its parameters, its value as it is written."""

    number: int
    name: str
    parameters: Mapping[str, str]
    value: str

    @property
    def text(self) -> str:
        """The value as the text that was meant."""
        return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value)


@dataclass(slots=True)
class Component:
    """A VEVENT or the like: its properties and what is in it."""

    name: str
    number: int
    lines: list[Line] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def one(self, name: str) -> Line | None:
        """The first property of this name."""
        return next((line for line in self.lines if line.name == name), None)

    def all(self, name: str) -> Iterator[Line]:
        """All properties of this name."""
        return (line for line in self.lines if line.name == name)

    def text(self, name: str) -> str:
        """The text of a property, or nothing."""
        found = self.one(name)
        return found.text if found else ""


def calendars(content: bytes, notes: Notes) -> list[Component]:
    """The calendars of a file; it raises NoCalendar where there is none."""
    root = Component("", 1)
    stack = [root]
    events = 0
    for number, raw in _unfolded(_text_of(content, notes)):
        line = _line(number, raw)
        inside = stack[-1]
        if line is None:
            _run_on(inside, number, raw, notes)
        elif line.name == "BEGIN":
            events += line.value.strip().upper() == "VEVENT"
            if len(stack) > DEEPEST or events > MOST_EVENTS:
                what = f"more than {MOST_EVENTS:,} events" if events > MOST_EVENTS else "components too deep in others"
                raise NoCalendar(f"Line {number}: there are {what}. Export a part of it.")
            made = Component(line.value.strip().upper(), number)
            inside.parts.append(made)
            stack.append(made)
        elif line.name == "END":
            _close(stack, line, notes)
        else:
            inside.lines.append(line)
    for left in stack[1:]:
        notes.read(left.number, left.name, "this begins and never ends; it was read up to the end of the file.")
    found = [one for one in root.parts if one.name == "VCALENDAR"]
    if not found:
        raise NoCalendar(_not_one(content))
    for part in root.parts:
        if part.name != "VCALENDAR":
            notes.lost(part.number, part.name, "this stands outside of the calendar and was not taken.")
    return found


def _not_one(content: bytes) -> str:
    if re.search(rb"<(?:!doctype|html|head|body)\b", content[:2000], re.IGNORECASE):
        return "This is a web page and no calendar. Copy the address of the calendar itself; it often ends in .ics."
    return "This is no calendar: there is no line BEGIN:VCALENDAR. Export it as iCalendar (.ics)."


def _text_of(content: bytes, notes: Notes) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        notes.read(
            line, "the file", "this is not written in UTF-8; it was read as Windows writes. Look at the accents."
        )
        return content.decode("cp1252", "replace")


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, folded ones made whole."""
    begun, parts = 0, list[str]()
    for number, raw in enumerate(_BREAK.split(text), start=1):
        if raw[:1] in {" ", "\t"} and parts:
            parts.append(raw[1:])
            continue
        if parts and any(parts):
            yield begun, "".join(parts)
        begun, parts = number, [raw]
    if parts and any(parts):
        yield begun, "".join(parts)


def _line(number: int, raw: str) -> Line | None:
    found = _HEAD.fullmatch(raw)
    name = found[1].upper() if found else ""
    if found is None or not (name in _KNOWN or name.startswith("X-")):
        return None
    parameters = {key.upper(): value.replace('"', "") for key, value in _PARAMETER.findall(found[2])}
    return Line(number, name, parameters, found[3])


def _run_on(inside: Component, number: int, raw: str, notes: Notes) -> None:
    """A line that is no property: it belongs to a text before it that was not escaped, or is left out."""
    before = inside.lines[-1] if inside.lines else None
    if before and before.name in _TEXTS:
        escaped = raw.replace("\\", "\\\\")
        inside.lines[-1] = Line(before.number, before.name, before.parameters, f"{before.value}\\n{escaped}")
        notes.read(
            before.number, inside.name, f"{before.name} runs on over lines that are not escaped; they were kept."
        )
    else:
        notes.lost(number, inside.name or "the file", "this line is no property and was left out.")


def _close(stack: list[Component], line: Line, notes: Notes) -> None:
    name = line.value.strip().upper()
    if name not in [one.name for one in stack[1:]]:
        notes.read(line.number, name, "this ends and never began.")
        return
    while stack[-1].name != name:
        notes.read(stack[-1].number, stack[-1].name, f"this has no end; it ends with the {name} around it.")
        stack.pop()
    stack.pop()
