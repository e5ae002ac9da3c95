"""The model → the tables of docs/records.md: each field, what it means, what may stand there; the vocabularies.

`python -m generator.records.reference` writes them between the two marks of the page; the prose above is by hand.
"""

import inspect
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, PlainValidator
from pydantic.fields import FieldInfo

from generator.records import closures, codes, fields, regional, scalars, schedule_fields
from generator.records.common import Part
from generator.records.model import Activity, InlineVenue, Resource, Venue, VenueChoice
from generator.records.shape import visible_fields
from generator.records.site import Areas, Help, Mix, VocabularyFile
from generator.records.topics import TAGS, TOPICS


def reader_of(kind: Any) -> Callable[..., Any]:
    """What reads the values of a type."""
    found = next(one.func for one in kind.__metadata__ if isinstance(one, PlainValidator))
    reader: Callable[..., Any] = inspect.unwrap(found)
    return reader


PAGE = Path(__file__).parents[2] / "docs" / "records.md"
BEGIN, END = "<!-- written by python -m generator.records.reference -->", "<!-- until here -->"
KINDS: Mapping[str, type[BaseModel]] = {
    "Resource": Resource,
    "Activity": Activity,
    "Venue": Venue,
    "Mix": Mix,
    "Help contacts": Help,
    "Areas": Areas,
    "Closure": closures.Closure,
    "Vocabulary": VocabularyFile,
}
"""The kinds of files, by their headings; each with its parts below it, where no kind before had them."""
WORDS: Mapping[Callable[..., Any], str] = {
    scalars.line: "text",
    scalars.reason: "text, not yes or no",
    scalars.prose: "text of several lines, Markdown",
    scalars.slug: "an id",
    scalars.reference: "an id",
    scalars.day: "a day: 2026-12-01",
    scalars.clock: 'a time: "10:30"',
    scalars.phone: "a telephone number",
    scalars.email: "an email address",
    scalars.web_address: "an address: https://…",
    scalars.money: "a number: 2 or 2.50",
    scalars.count: "a whole number",
    scalars.yes_no: "yes, no",
    scalars.answer: "yes, no, ask",
    scalars.language: "the code of a language: en",
    scalars.duration: "a length of time: 2 days",
    scalars.coordinates: "latitude, longitude",
    reader_of(fields.TopicCode): "[topic](#topics)",
    reader_of(fields.TagCode): "[group of people](#groups-of-people)",
    reader_of(fields.SettingCode): "[setting](#settings)",
    reader_of(schedule_fields.Every): "a rule in words, or a list of weekdays",
    reader_of(schedule_fields.RRule): "a rule of RFC 5545",
    reader_of(schedule_fields.End): 'a time: "12:00", "01:00 next day"',
    reader_of(schedule_fields.Skip): "public holidays, the id of a closure, a day",
    reader_of(closures.DayOfYear): "a day of each year: 24 December",
    reader_of(regional.ZoneName): "an IANA zone: Europe/London",
}
"""What stands in a field, by what reads it."""


def tables() -> str:
    """The whole of what stands between the marks."""
    seen: set[type[BaseModel]] = set()
    lines: list[str] = []
    for heading, kind in KINDS.items():
        lines += _section(heading, kind, 3)
        seen.add(kind)
        for part in _parts_below(kind, seen):
            lines += _section(_heading(part), part, 4)
    return "\n".join((*lines, *_vocabularies()))


def _section(heading: str, kind: type[BaseModel], level: int) -> Iterator[str]:
    yield f"{'#' * level} {heading}\n\n{' '.join((inspect.getdoc(kind) or '').split())}\n"
    yield "| field | what it means | what stands there |\n|---|---|---|"
    for name, info in visible_fields(kind).items():
        needed = " (needed)" if info.is_required() else ""
        yield f"| `{name}`{needed} | {_cell(info.description or '')} | {_cell(_said(info))} |"
    yield ""


def _said(info: FieldInfo) -> str:
    """What may stand in a field, in words; what it is where nothing is said, where that is one word."""
    said = _marked(info.metadata) or _of(info.annotation)
    if fields.Listed in info.metadata:
        said = f"{said}; one or a list"
    if isinstance(info.default, str | int) and not isinstance(info.default, bool) and info.default != "":
        said = f"{said}; else {info.default}"
    return said


def _marked(metadata: Iterable[Any]) -> str:
    """The words for a type by what reads its values, or "" where nothing of ours does."""
    for one in metadata:
        if isinstance(one, fields.Coded):
            return f"[{one.vocabulary}](#{_anchor(one.vocabulary)})"
        if isinstance(one, PlainValidator):
            return WORDS[inspect.unwrap(one.func)]
    return ""


def _of(kind: Any) -> str:
    """The words for a type."""
    origin, arguments = get_origin(kind), [one for one in get_args(kind) if one is not type(None)]
    if hasattr(kind, "__metadata__"):
        said = _marked(kind.__metadata__) or _of(kind.__origin__)
    elif origin in {Union, types.UnionType}:
        said = _of(arguments[0])
    elif origin is tuple:
        said = f"{'a list, each with ' if _is_part(arguments[0]) else ''}{_of(arguments[0])}"
    elif isinstance(origin, type) and issubclass(origin, Mapping):
        said = f"by name: {_of(arguments[1])}"
    elif _is_part(kind):
        said = _part(kind)
    else:
        said = ", ".join(map(str, arguments))  # the words of a Literal
    return said


def _is_part(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Part)


def _part(part: type[Part]) -> str:
    if part is VenueChoice:
        return f"an id, or [a place](#{_anchor(_heading(InlineVenue))})"
    own = f"[fields of its own](#{_anchor(_heading(part))})"
    short = visible_fields(part).get("is")
    return f"{_said(short)}; or {own}" if short else own


def _parts_below(kind: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """The parts of a kind of file, those of its parts too, each the first time that it is met."""
    for info in kind.model_fields.values():
        for part in _parts_in(info.annotation):
            if part not in seen:
                seen.add(part)
                yield part
                yield from _parts_below(part, seen)


def _parts_in(kind: Any) -> Iterator[type[BaseModel]]:
    if kind is VenueChoice:
        yield InlineVenue
    elif _is_part(kind):
        yield kind
    for one in get_args(kind):
        yield from _parts_in(one)


def _vocabularies() -> Iterator[str]:
    for name, known in _closed().items():
        yield f"### {name[0].upper()}{name[1:]}\n\n| code | words |\n|---|---|"
        yield from (f"| `{code}` | {_cell(str(said))} |" for code, said in known.items())
        yield ""
    for name, words in (("Topics", TOPICS), ("Groups of people", TAGS)):
        yield f"### {name}\n\n| code | words | also found by |\n|---|---|---|"
        for code, one in words.items():
            yield f"| `{code}` | {_cell(str(one.label))} | {_cell(', '.join(one.synonyms))} |"
        yield ""
    yield "### Settings\n\n| code | words |\n|---|---|"
    yield from (f"| `{code}` | {_cell(str(said))} |" for code, said in codes.SETTING.items())
    yield ""


def _closed() -> dict[str, Mapping[str, str]]:
    """The vocabularies of all coded fields, by what messages call them."""
    coded = (
        one
        for kind in vars(fields).values()
        for one in getattr(kind, "__metadata__", ())
        if isinstance(one, fields.Coded)
    )
    return {one.vocabulary: one.known for one in coded}


def _heading(part: type[BaseModel]) -> str:
    name = part.__name__
    return "".join(f" {sign.lower()}" if sign.isupper() and at else sign for at, sign in enumerate(name))


def _anchor(heading: str) -> str:
    return heading.casefold().replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def written(page: str) -> str:
    """The page with its tables made anew."""
    above, _, rest = page.partition(BEGIN)
    _, _, below = rest.partition(END)
    return f"{above}{BEGIN}\n\n{tables()}\n{END}{below}"


def main() -> None:
    """Writes the tables into the page."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
