"""The second look at a faulty file: findings of it → problems with line and column, from 1."""

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from generator.problems import Finding, Problem
from generator.records.yamltext import DEEPEST, LARGEST, events, text_of

Path: TypeAlias = tuple[str | int, ...]


Mark: TypeAlias = tuple[int, int]
"""Line and column from 0."""


@dataclass(slots=True)
class Spot:
    """Where a value stands, and what is in it: of a mapping the place of each key and its value, the first of two.

    A mapping or list in block style ends for libyaml only where the next thing begins.
    """

    start: Mark
    end: Mark
    style: str = ""
    """Of a scalar how it is quoted: "", ', ", | or >; of a mapping or list "flow", or "" where it is in block style."""
    keys: dict[str, tuple[Mark, "Spot"]] = field(default_factory=dict)
    entries: list["Spot"] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being read, and the key whose value comes next."""

    spot: Spot
    listed: bool
    key: str | None = None
    mark: Mark = (0, 0)


class Places:
    """Where each key and value of a file stands."""

    def __init__(self, content: bytes, fields: frozenset[str | int]) -> None:
        """Reads the file's text once, until all these fields of the record are found.

        A file that is no YAML has all its places at the top.
        """
        self.text = text_of(content, "replace")
        self.root: Spot | None = None
        if len(content) <= LARGEST:
            with suppress(yaml.YAMLError):
                self.root = _Spots(fields).read(self.text)

    def of(self, path: Path, *, at_key: bool = False, part: str | None = None) -> tuple[int, int]:
        """The place of the value that `path` leads to, of its last key, or of a piece of text inside it.

        Where the path leads further than the file, the last place that exists.
        """
        spot = self.root
        if spot is None:
            return 1, 1
        place = spot.start
        for number, step in enumerate(path, start=1):
            key: Mark | None = None
            if isinstance(step, str) and step in spot.keys:
                key, spot = spot.keys[step]
            elif isinstance(step, int) and step < len(spot.entries):
                spot = spot.entries[step]
            else:
                break
            place = key if at_key and key and number == len(path) else spot.start
        return self._within(spot, part) if part else (place[0] + 1, place[1] + 1)

    def _within(self, spot: Spot, part: str) -> tuple[int, int]:
        begin, end = self._offset(spot.start), self._offset(spot.end)
        found = self.text.find(part, begin, max(end, begin + len(part)))
        offset = begin if found < 0 else found
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)

    def _offset(self, mark: Mark) -> int:
        """The position of a line and column in the text; libyaml's own positions count bytes."""
        position = 0
        for _ in range(mark[0]):
            position = self.text.find("\n", position) + 1
        return position + mark[1]


class _Spots:
    """Builds the places in a text from libyaml's events."""

    def __init__(self, fields: frozenset[str | int] | None) -> None:
        self.fields = fields
        self.stack: list[_Open] = []
        self.root: Spot | None = None

    def read(self, text: str) -> Spot | None:
        """The place of the whole; what lies deeper than records do is not looked at."""
        for event in events(text):
            if isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop().spot.end = _mark(event.end_mark)
            elif isinstance(event, yaml.NodeEvent) and not self._node(event):
                break
            if self.fields is not None and len(self.stack) == 1 and self.root and self.fields <= self.root.keys.keys():
                break
        return self.root

    def _node(self, event: yaml.NodeEvent) -> bool:
        """Puts a key or value into its place; False where nothing behind it is of use."""
        spot = Spot(_mark(event.start_mark), _mark(event.end_mark), _style(event))
        around = self.stack[-1] if self.stack else None
        if around is None:
            if self.root is not None:
                return False
            self.root = spot
        elif around.listed:
            around.spot.entries.append(spot)
        elif around.key is not None:
            around.spot.keys.setdefault(around.key, (around.mark, spot))
            around.key = None
        elif type(event) is yaml.ScalarEvent:
            around.key, around.mark = event.value, spot.start
        else:
            return False
        if isinstance(event, yaml.CollectionStartEvent):
            self.stack.append(_Open(spot, listed=type(event) is yaml.SequenceStartEvent))
        return len(self.stack) <= DEEPEST


def spots(text: str) -> Spot | None:
    """The places of all values of a text that is known to be good YAML, its line endings being ours."""
    return _Spots(None).read(text)


def _style(event: yaml.NodeEvent) -> str:
    if isinstance(event, yaml.CollectionStartEvent):
        return "flow" if event.flow_style else ""
    return (event.style or "") if isinstance(event, yaml.ScalarEvent) else ""


def _mark(mark: "yaml.error.Mark | yaml._yaml.Mark | None") -> Mark:
    return (mark.line, mark.column) if mark else (0, 0)


def placed(content: bytes, findings: tuple[Finding, ...]) -> tuple[Problem, ...]:
    """The findings of one file as problems with line and column."""
    if not findings:
        return ()
    places = Places(content, frozenset(step for found in findings for step in found.path[:1]))
    return tuple(
        Problem(
            found.file,
            *places.of(found.path, at_key=found.at_key, part=found.part),
            found.severity,
            found.rule,
            found.message,
            found.hint,
        )
        for found in findings
    )
