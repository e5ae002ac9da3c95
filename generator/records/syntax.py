"""What libyaml says of a text that is no YAML → one fault at the line that somebody has to mend, in plain words.

libyaml notices many mistakes only one line later; so the lines around the place that it names are looked at, too.
"""

import re

import yaml

from generator.records import brackets, notes
from generator.records.broken import NO_SPACE, Broken, Fault, quoted, space_missing

_KEY = re.compile(r"\s*(?:- +)*([^\s#:][^:#]*):(?:\s|$)")
_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s#:][^:#]*:\s+)?(?=(\S))")
_FIELD = re.compile(r"[a-z]+(?:_[a-z]+)*")
_COLON = re.compile(r":(?=\s|$)")
_TAB = re.compile(r" *\t")


def syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """The fault that keeps a text from being read."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    broken = Broken(
        lines=tuple(text.split("\n")),
        line=line,
        column=column,
        begun=(context.line, context.column) if context else (0, 0),
        said=error.problem or "",
        reading=error.context or "",
    )
    for look in (
        _tab,
        notes.cutting,
        _no_space,
        _quote,
        brackets.fault,
        _second_colon,
        _no_key,
        _special,
        _indentation,
    ):
        found = look(broken)
        if found:
            return found
    return broken.fault(
        broken.line,
        broken.column,
        "This line cannot be read.",
        "Look here and one line above for a missing colon, quote or bracket.",
    )


def scalar_fault(text: str, line: int) -> Fault | None:
    """The fault of a text that is one value alone, where a space after its first colon would make a record of it."""
    found = NO_SPACE.match(text.split("\n")[line])
    return Fault(line + 1, found.end(), "syntax", *space_missing(found[1])) if found else None


def character_fault(error: yaml.reader.ReaderError, text: str) -> Fault:
    """The fault of a text with a character that no YAML may have; libyaml counts bytes."""
    position = error.position if isinstance(error.position, int) else 0
    return hidden_fault(text.encode()[:position].decode("utf-8", "ignore"))


def hidden_fault(before: str) -> Fault:
    """The fault of a character that nobody sees; `before` is the text before it."""
    return Fault(
        before.count("\n") + 1,
        len(before) - before.rfind("\n"),
        "hidden-character",
        "There is a hidden character here, which cannot be part of a record.",
        "Delete it, and type the words around it again.",
    )


def _tab(broken: Broken) -> Fault | None:
    found = _TAB.match(broken.text(broken.line))
    if not found:
        return None
    return broken.fault(
        broken.line,
        found.end() - 1,
        "This line is moved in with a tab.",
        "Put two spaces in place of the tab.",
        rule="tab",
    )


def _no_space(broken: Broken) -> Fault | None:
    for line in dict.fromkeys((broken.begun[0], broken.above(), broken.line)):
        found = NO_SPACE.match(broken.text(line))
        if found:
            return broken.fault(line, found.end() - 1, *space_missing(found[1]))
    return None


def _quote(broken: Broken) -> Fault | None:
    """A quote that is never closed, or closed too early."""
    never = "A quote is opened here and never closed.", "Close it at the end of the value."
    if "quoted scalar" in broken.reading and "end of stream" in broken.said:
        return broken.fault(*broken.begun, *never)
    if "unknown escape" in broken.said:
        return broken.fault(
            broken.line,
            broken.column - 1,
            "A backslash in double quotes changes the sign after it.",
            "Use single quotes, or leave the backslash out.",
        )
    before = broken.text(broken.line)[: broken.column].rstrip()
    sign = before[-1:]
    if sign not in {'"', "'"} or not sign:
        return None
    opened = _opening(broken.text(broken.line))
    if opened and opened[1] == sign and opened[0] < len(before) - 1:
        hint = "Put double quotes around the whole value, and none inside it."
        return broken.fault(broken.line, len(before) - 1, "A quote is closed here, but the text goes on.", hint)
    for line in range(broken.line - 1, -1, -1):
        opened = _opening(broken.text(line))
        if opened and opened[1] == sign and sign not in broken.text(line)[opened[0] + 1 :]:
            return broken.fault(line, opened[0], *never)
    return None


def _opening(text: str) -> tuple[int, str] | None:
    found = _VALUE.match(text)
    return (found.end(), found[1]) if found and found[1] in "\"'" else None


def _one_line_each(word: str, above: str, quotes: str) -> str:
    """What to write where somebody has written a text with a colon, or perhaps “schedule: every: Tuesday”."""
    if not _FIELD.fullmatch(word):
        return f"Put quotes around the value: {above}: {quotes}"
    return f"If “{word}” is a field, write it in a line of its own below “{above}:”. Else put quotes: {above}: {quotes}"


def _second_colon(broken: Broken) -> Fault | None:
    if "mapping values are not allowed" not in broken.said:
        return None
    text = broken.text(broken.line)
    colons = [found.start() for found in _COLON.finditer(text)]
    key = _KEY.match(text)
    if len(colons) > 1 and key and colons[0] < broken.column:
        return broken.fault(
            broken.line,
            broken.column,
            "There is a second colon in this line.",
            _one_line_each(text[key.end() : broken.column].strip(), key[1], quoted(text[key.end() :])),
        )
    above = broken.above()
    if _KEY.match(broken.text(above)):
        return broken.fault(
            broken.line,
            len(text) - len(text.lstrip()),
            "This line is moved in too far.",
            "Begin it in the same column as the line that it belongs to.",
        )
    return _not_a_line(broken, above)


def _special(broken: Broken) -> Fault | None:
    """A value that begins with a sign which YAML keeps for itself."""
    text = broken.text(broken.line)
    if "cannot start any token" in broken.said and text[: broken.column].strip():
        sign = text[broken.column]
        return broken.fault(
            broken.line, broken.column, f"A value cannot begin with “{sign}”.", "Put quotes around the value."
        )
    found = _VALUE.match(text)
    if not found or found[1] not in "[]{}*&!|>%@`-,?" or found.end() == len(text) - len(text.lstrip()) == 0:
        return None
    hint = {
        "-": "Put quotes around the value; a list begins in the line below.",
        "|": "Begin the text in the line below, moved in by two spaces.",
        ">": "Begin the text in the line below, moved in by two spaces.",
    }.get(found[1], "Put quotes around the value.")
    return broken.fault(broken.line, found.end(), f"A value cannot begin with “{found[1]}”.", hint)


def _no_key(broken: Broken) -> Fault | None:
    return _not_a_line(broken, broken.begun[0]) if "could not find expected ':'" in broken.said else None


def _not_a_line(broken: Broken, line: int) -> Fault:
    text, above = broken.text(line), broken.text(line - 1).rstrip()
    hint = "If it goes on with the text above, move it in by two spaces; else write `key: value`."
    if above.endswith(("|", ">", "|-", ">-")):
        hint = "Move the lines of the text in by two spaces."
    return broken.fault(line, len(text) - len(text.lstrip()), "This line is not of the form `key: value`.", hint)


def _indentation(broken: Broken) -> Fault | None:
    text = broken.text(broken.line)
    if "<document start>" in broken.said:
        first = next(n for n, line in enumerate(broken.lines) if line.strip()[:1] not in {"", "#"})
        if broken.lines[first].startswith(" "):
            return broken.fault(first, 0, "The first line is moved in.", "Begin it in the first column.")
        above = broken.above() if broken.text(broken.line).strip() != "..." else broken.line
        return broken.fault(above, 0, "A line with three dots ends the record.", "Delete the line.")
    if broken.column != len(text) - len(text.lstrip()):
        return None
    if "'-' indicator" in broken.said:
        return broken.fault(
            broken.line,
            broken.column,
            "This line belongs to no entry of the list above.",
            "Begin it under the first word after “- ”, or with “- ” for a new entry.",
        )
    return broken.fault(
        broken.line,
        broken.column,
        "This line does not begin in the same column as the lines that it belongs to.",
        "Give lines that belong together the same number of spaces.",
    )


_LOOKS = (_tab, notes.cutting, _no_space, _quote, brackets.fault, _second_colon, _no_key, _special, _indentation)
"""What is looked for, in this order: the first that finds something speaks."""
