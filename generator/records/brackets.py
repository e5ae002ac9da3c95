"""Between `{ }` and `[ ]` a comma ends a text and a colon begins a value → the true cause of what YAML makes of it."""

import re
from contextlib import suppress

import yaml

from generator.records.broken import Broken, Fault, quoted

_FIELD = re.compile(r"([A-Za-z_]+):\s+")
_NEXT_FIELD = re.compile(r",\s+(?=[a-z_]+:\s)")
_LIST = re.compile(r"[^:{}\[\]]*\}")
_PAIRS = {"{": "}", "[": "]"}


def is_rest(behind: str) -> bool:
    """Whether what stands behind a key says that it has no colon, so that it is the rest of a text before a comma."""
    return behind.lstrip()[:1] in {",", "}"}


def is_list(behind: str) -> bool:
    """Whether nothing but words without colons goes on to the closing brace."""
    return bool(_LIST.match(behind))


def comma(line: int, column: int, key: str, text: str, rest: str) -> Fault:
    """The fault of a comma inside a text; line and column, from 0, are those of the rest of it behind the comma."""
    return Fault(
        line + 1,
        column + 1,
        "cut-off",
        f"The comma before “{rest}” ends the text of “{key}”.",
        f"Put quotes around the whole text: {key}: {quoted(text)}",
    )


def fault(broken: Broken) -> Fault | None:
    """The fault of a text that YAML cannot read because of something between brackets, or of a bracket too many."""
    line = broken.text(broken.line)
    sign = line[broken.column : broken.column + 1]
    if "flow" not in broken.reading:
        if sign and sign in "]}" and "expected key" in broken.said:
            hint = "Take it away, or put quotes around the whole text."
            return broken.fault(broken.line, broken.column, f"The bracket “{sign}” closes nothing.", hint)
        return None
    if sign == "," and "expected node content" in broken.said:
        return broken.fault(broken.line, broken.column, "There is a comma too many here.", "Take it away.")
    if broken.begun[0] == broken.line and sign:
        found = _inside(broken, line, sign)
        if found:
            return found
    begun = _last_open(broken)
    opened = broken.text(begun[0])[begun[1] : begun[1] + 1]
    hint = "Close it, or put quotes around a value that should begin with it."
    return broken.fault(*begun, f"The bracket “{opened}” is opened here and not closed.", hint)


def _last_open(broken: Broken) -> tuple[int, int]:
    """Where the last bracket is that nothing closes; behind one that ends a file libyaml names the end of the file."""
    if broken.text(broken.begun[0])[broken.begun[1] : broken.begun[1] + 1] in set(_PAIRS):
        return broken.begun
    opened = [broken.begun]
    with suppress(yaml.YAMLError):
        for token in yaml.scan("\n".join(broken.lines), Loader=yaml.CSafeLoader):
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append((token.start_mark.line, token.start_mark.column))
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and len(opened) > 1:
                opened.pop()
    return opened[-1]


def _inside(broken: Broken, line: str, sign: str) -> Fault | None:
    opened = line[broken.begun[1]]
    if sign in "]}":
        hint = f"Close it with “{_PAIRS.get(opened, sign)}”, or put quotes around the whole text."
        return broken.fault(broken.line, broken.column, f"The bracket “{opened}” is closed with “{sign}”.", hint)
    before = line[: broken.column].rstrip()
    if before[-1:] in {'"', "'"}:
        hint = "Put double quotes around the whole value, and none inside it."
        message = "A quote is closed here, but the text goes on."
        return broken.fault(broken.line, len(before) - 1, message, hint)
    thing = {":": "second colon", "[": "bracket", "{": "bracket"}.get(sign)
    if thing is None:
        return None
    message, hint = f"There is a {thing} in this value.", f"Put quotes around the value: {meant(line, broken.column)}"
    return broken.fault(broken.line, broken.column, message, hint)


def meant(line: str, column: int) -> str:
    """The value between brackets that a column is in, as it should be written: in quotes, behind its field."""
    opened = max(line.rfind("{", 0, column), line.rfind("[", 0, column)) + 1
    field = next(reversed(list(_FIELD.finditer(line, opened, column))), None)
    text = quoted(whole(line[field.end() if field else opened :]))
    return f"{field[1]}: {text}" if field else text


def whole(text: str) -> str:
    """A text up to the next field or to the bracket that closes what it stands in."""
    text = _NEXT_FIELD.split(text, maxsplit=1)[0].rstrip()
    while text[-1:] in {"}", "]"} and text.count("}") + text.count("]") > text.count("{") + text.count("["):
        text = text[:-1].rstrip()
    return text
