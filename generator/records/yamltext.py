"""YAML text in, plain values out: every scalar stays the text that somebody wrote. The only importer of yaml.

`no`, `10:30`, `01632 960123` and `2026-12-01` get their meaning from the schema, never from YAML. The quick way reads
libyaml's events once; places are found by a second look, which only faulty files need.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from generator.problems import Finding, Problem, Severity

LARGEST = 256_000  # bytes; a record is a page of text
DEEPEST = 12  # levels of nesting; the deepest field of a record has six

Value: TypeAlias = "str | None | list[Value] | dict[str, Value]"
Path: TypeAlias = tuple[str | int, ...]

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER = yaml.CSafeLoader


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the text itself; line and column count from 1."""

    line: int
    column: int
    rule: str
    message: str
    hint: str | None = None

    def of(self, file: str) -> Problem:
        """The problem that this fault is in `file`."""
        return Problem(file, self.line, self.column, Severity.ERROR, self.rule, self.message, self.hint)


def read(content: bytes, *, lenient: bool = False) -> tuple[dict[str, Value], tuple[Fault, ...]]:
    """The mapping that a file holds, and its faults. An empty value comes as None.

    `lenient` lets tags, anchors and second documents pass, for files that belong to others (`mkdocs.yml`).
    """
    if len(content) > LARGEST:
        return {}, (
            Fault(
                1,
                1,
                "file-too-large",
                f"The file has {len(content) // 1000} kB; at most 256 kB can be read.",
                "Keep one record in each file.",
            ),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return {}, (
            Fault(
                line,
                column,
                "not-utf-8",
                "This character is not written in UTF-8.",
                "Save the file again as UTF-8 text.",
            ),
        )
    return _Reader(lenient=lenient).read(text)


class _Reader:
    """Builds plain values from libyaml's events, collecting faults on the way."""

    def __init__(self, *, lenient: bool) -> None:
        self.lenient = lenient
        self.faults: list[Fault] = []

    def read(self, text: str) -> tuple[dict[str, Value], tuple[Fault, ...]]:
        try:
            root = self._documents(text)
        except yaml.MarkedYAMLError as error:
            return {}, (*self.faults, _syntax_fault(error, text))
        except yaml.reader.ReaderError as error:
            before = text[: error.position] if isinstance(error.position, int) else ""
            place = before.count("\n") + 1, len(before) - before.rfind("\n")
            self._fault(place, "control-character", "This character cannot be part of a record.", "Delete it.")
            return {}, tuple(self.faults)
        if isinstance(root, dict):
            return root, tuple(self.faults)
        if not self.faults:
            if root is None:
                self._fault((1, 1), "empty-file", "The file holds no record.", "Delete it, or write a record.")
            else:
                self._fault(
                    (1, 1),
                    "not-a-record",
                    "The file should hold lines of the form `key: value`.",
                    "Begin with `name: …`.",
                )
        return {}, tuple(self.faults)

    def _documents(self, text: str) -> Value:  # noqa: C901, PLR0912 - one event loop, as fast as it can be
        root: Value = None
        documents = 0
        stack: list[dict[str, Value] | list[Value]] = []
        keys: list[str | None] = []  # for each open mapping the key that waits for its value; for a list None
        waiting = False  # the next node is a value for keys[-1]
        for event in yaml.parse(text, Loader=_LOADER):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                if event.anchor is not None or (event.tag is not None and event.tag != "!"):
                    self._odd(event)
                value = None if event.implicit[0] and event.value in _NULLS else event.value
                if stack and keys[-1] is not None and not waiting:  # a key
                    key = "" if value is None else value
                    mapping = stack[-1]
                    if key in mapping:
                        self._at(event, "duplicate-key", f"“{key}” stands here a second time.", "Keep one of the two.")
                    keys[-1] = key
                    waiting = True
                    continue
                new: Value = value
                if value is None and stack and not self.lenient:
                    self._at(
                        event,
                        "empty-value",
                        f"“{keys[-1]}” has no value." if keys[-1] else "There is no value here.",
                        "Write a value or leave the line out.",
                    )
            elif kind is yaml.MappingStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._odd(event)
                new = {}
            elif kind is yaml.SequenceStartEvent:
                if event.anchor is not None or event.tag is not None:
                    self._odd(event)
                new = []
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                keys.pop()
                waiting = False
                continue
            elif kind is yaml.AliasEvent:
                self._odd(event)
                new = None
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    if not self.lenient:
                        self._at(
                            event,
                            "second-document",
                            "A second record begins here.",
                            "Put it into a file of its own, and delete the line `---`.",
                        )
                    return root
                continue
            else:
                continue
            if not stack:
                root = new
            elif keys[-1] is None:
                stack[-1].append(new)  # type: ignore[union-attr]
            elif waiting:
                stack[-1][keys[-1]] = new  # type: ignore[index, call-overload]
                waiting = False
            else:
                self._at(event, "odd-key", "A key must be a plain word.")
                return root
            if kind is not yaml.ScalarEvent and kind is not yaml.AliasEvent:
                if len(stack) >= DEEPEST:
                    self._at(event, "nested-too-deep", f"This is nested more than {DEEPEST} levels deep.")
                    return root
                stack.append(new)  # type: ignore[arg-type]
                keys.append("" if kind is yaml.MappingStartEvent else None)
                waiting = False
        return root

    def _odd(self, event: yaml.Event) -> None:
        if self.lenient:
            return
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._at(
                event,
                "anchor",
                "Anchors (&) and aliases (*) are not read.",
                "Write the value out, or put quotes around it if it begins with & or *.",
            )
        else:
            self._at(event, "tag", "Tags (!) are not read.", "Put quotes around a value that begins with “!”.")

    def _at(self, event: yaml.Event, rule: str, message: str, hint: str | None = None) -> None:
        mark = event.start_mark
        self._fault((mark.line + 1, mark.column + 1), rule, message, hint)

    def _fault(self, place: tuple[int, int], rule: str, message: str, hint: str | None = None) -> None:
        self.faults.append(Fault(*place, rule, message, hint))


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """What libyaml says, in a coordinator's words."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = text.splitlines() or [""]
    here = lines[line - 1] if line <= len(lines) else ""
    said = error.problem or ""
    if "\t" in here[: column + 1] or "'\\t'" in said:
        column = here.find("\t") + 1 or column
        return Fault(
            line,
            column,
            "tab",
            "Lines are moved in with spaces, not with a tab.",
            "Put two spaces in place of the tab.",
        )
    if "mapping values are not allowed" in said and here.count(":") == 1 and line > 1:
        return Fault(
            line - 1,
            1,
            "syntax",
            "This line is not of the form `key: value`.",
            "Look for a missing colon, or put quotes around a text of several lines.",
        )
    if "mapping values are not allowed" in said:
        return Fault(
            line,
            column,
            "syntax",
            "There is a second colon in this line.",
            'Put quotes around the whole value: `summary: "Tea: free for all"`.',
        )
    if "could not find expected ':'" in said or "did not find expected key" in said:
        return Fault(
            line,
            column,
            "syntax",
            "The line here or above is not of the form `key: value`.",
            "Look for a missing colon or quote, and for lines moved in too far or too little.",
        )
    if "cannot start any token" in said:
        return Fault(
            line,
            column,
            "syntax",
            f"A value cannot begin with “{here[column - 1 : column]}”.",
            "Put quotes around the value.",
        )
    if "unexpected end of stream" in said:
        opened = error.context_mark
        if opened:
            line, column = opened.line + 1, opened.column + 1
        return Fault(line, column, "syntax", "A quote or bracket is opened here and never closed.", "Close it.")
    return Fault(
        line,
        column,
        "syntax",
        f"This cannot be read as YAML: {said or error.context}.",
        "Look for a missing quote or bracket, or a line moved in too far.",
    )


class Places:
    """The second look at a faulty file: where each key and value of it stands."""

    def __init__(self, content: bytes) -> None:
        """Reads the file's text once; a file that is no YAML has all its places at the top."""
        try:
            self.root: yaml.Node | None = yaml.compose(content.decode("utf-8-sig", "replace"), Loader=_LOADER)
        except yaml.YAMLError:
            self.root = None

    def of(self, path: Path, *, at_key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value that `path` leads to, or of its last key.

        Where the path leads further than the file, the last place that exists.
        """
        place, node = self.root, self.root
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            place = key if at_key and step == path[-1] and key is not None else node
        if place is None:
            return 1, 1
        return place.start_mark.line + 1, place.start_mark.column + 1

    def keys(self) -> Iterator[str]:
        """The keys at the top of the file, in its order."""
        if isinstance(self.root, yaml.MappingNode):
            for key, _ in self.root.value:
                yield key.value


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None


def placed(content: bytes, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
    """The findings of one file as problems with line and column."""
    if not findings:
        return ()
    places = Places(content)
    return tuple(
        Problem(
            found.file,
            *places.of(found.path, at_key=found.at_key),
            found.severity,
            found.rule,
            found.message,
            found.hint,
        )
        for found in findings
    )
