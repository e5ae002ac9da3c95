"""The second look at a faulty file: findings of it → problems with line and column, from 1."""

from typing import TypeAlias

import yaml

from generator.problems import Finding, Problem
from generator.records.yamltext import LOADER, too_deep

Path: TypeAlias = tuple[str | int, ...]


class Places:
    """Where each key and value of a file stands."""

    def __init__(self, content: bytes) -> None:
        """Reads the file's text once; a file that is no YAML has all its places at the top."""
        self.text = content.decode("utf-8-sig", "replace")
        self.root: yaml.Node | None = None
        try:
            if not too_deep(self.text):
                self.root = yaml.compose(self.text, Loader=LOADER)
        except yaml.YAMLError:
            self.root = None

    def of(self, path: Path, *, at_key: bool = False, part: str | None = None) -> tuple[int, int]:
        """The place of the value that `path` leads to, of its last key, or of a piece of text inside it.

        Where the path leads further than the file, the last place that exists.
        """
        place, node = self.root, self.root
        for number, step in enumerate(path, start=1):
            found = _child(node, step)
            if found is None:
                break
            key, node = found
            place = key if at_key and number == len(path) and key is not None else node
        if place is None or node is None:
            return 1, 1
        line, column = place.start_mark.line, place.start_mark.column
        offset = self._within(node, part) if part else None
        if offset is None:
            return line + 1, column + 1
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)

    def _within(self, node: yaml.Node, part: str) -> int | None:
        begin = self._offset(node.start_mark.line) + node.start_mark.column
        end = self._offset(node.end_mark.line) + node.end_mark.column
        found = self.text.find(part, begin, max(end, begin + len(part)))
        return None if found < 0 else found

    def _offset(self, line: int) -> int:
        """The position of a line; libyaml's own marks count bytes."""
        position = 0
        for _ in range(line):
            position = self.text.find("\n", position) + 1
        return position


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
            *places.of(found.path, at_key=found.at_key, part=found.part),
            found.severity,
            found.rule,
            found.message,
            found.hint,
        )
        for found in findings
    )
