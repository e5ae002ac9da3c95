"""Plain values in, YAML text as coordinators write it out: plain where that is safe, quoted where it is not."""

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.records.yamltext import Value

WIDTH = 110  # columns; what would be longer in one line is written in several
STEP = 2

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
_FIRST = re.compile(r"[^\W_]|[+(£€$“‘./_]")
_COLON_OR_NOTE = re.compile(r":(?:\s|$)|(?:^|\s)#")
_IN_FLOW = re.compile(r"[,\[\]{}]|:(?![/\w])")


def scalar(text: str, *, flow: bool, style: str = "") -> str:
    """A text on one line, quoted as it was before (`style`) where that can be."""
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and is_plain(text, flow=flow):
        return text
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether a text can stand without quotes, for us and for other readers; times get quotes as in our docs."""
    return bool(
        text not in _NULLS
        and text == text.strip()
        and text.isprintable()
        and _FIRST.match(text)
        and not text.startswith("...")
        and not _TIME.fullmatch(text)
        and not _COLON_OR_NOTE.search(text)
        and not (flow and _IN_FLOW.search(text))
    )


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08x}"  # noqa: PLR2004 - two lengths of YAML


def in_flow(value: Value) -> str:
    """A value in one line: `{from: 2026-12-21, until: 2027-01-02}`."""
    match value:
        case dict():
            return "{" + ", ".join(f"{scalar(key, flow=True)}: {in_flow(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(in_flow(one) for one in value) + "]"
        case _:
            return scalar(value or "", flow=True)


def as_literal(text: str) -> tuple[str, list[str]] | None:
    """The mark of a text of several lines and its lines, or None where it cannot stand so."""
    body = text.rstrip("\n")
    lines = body.split("\n")
    ends = len(text) - len(body)
    printable = all(line.replace("\t", " ").isprintable() for line in lines)
    if not printable or not lines[0].strip() or lines[0][0] in " \t" or ends > 1:
        return None
    if any(line and not line.strip() for line in lines):
        return None
    return ("|" if ends else "|-"), lines


def pair(key: str, value: Value, indent: int, *, block: bool = False, spread: bool = False) -> list[str]:
    """The lines of `key: value` in block style; all but the first begin with `indent` spaces and more.

    `spread`: a list has a line for each entry; `block`: what is in the entries has lines of its own, too.
    """
    head = scalar(key, flow=False)
    return _after(f"{head}:", value, indent, block=block, spread=spread)


def entry(value: Value, indent: int, *, block: bool = False) -> list[str]:
    """The lines of `- value`, the first without, the others with their indentation."""
    if isinstance(value, dict) and value and (block or _long(value, indent)):
        pairs = [pair(key, one, indent + STEP) for key, one in value.items()]
        first, *rest = [line for number, lines in enumerate(pairs) for line in _set_in(lines, indent, number)]
        return [f"- {first}", *rest]
    return _after("-", value, indent, block=block)


def _set_in(lines: Sequence[str], indent: int, number: int) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield line if place or not number else " " * (indent + STEP) + line


def _after(head: str, value: Value, indent: int, *, block: bool, spread: bool = False) -> list[str]:
    inner = " " * (indent + STEP)
    if isinstance(value, str) or value is None:
        literal = as_literal(value) if value and "\n" in value else None
        if literal:
            return [f"{head} {literal[0]}", *(inner + line if line else "" for line in literal[1])]
        return [f"{head} {scalar(value or '', flow=False)}"]
    if not value or not (block or spread or _long(value, indent + len(head))):
        return [f"{head} {in_flow(value)}"]
    if isinstance(value, Mapping):
        found = [pair(key, one, indent + STEP) for key, one in value.items()]
    else:
        found = [entry(one, indent + STEP, block=isinstance(one, dict) and block) for one in value]
    return [head, *(line for lines in found for line in (inner + lines[0], *lines[1:]))]


def _long(value: Value, indent: int) -> bool:
    return indent + len(in_flow(value)) > WIDTH
