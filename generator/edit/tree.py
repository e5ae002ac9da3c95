"""The bytes of a file in, its text with the place of each key and value as positions in it out.

Positions are those of the text as it stands, with its own line endings.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from generator.edit.edits import Path
from generator.records.places import Mark, Spot, spots
from generator.records.yamltext import text_of

_BREAK = re.compile(r"\r\n|\r|\n")
_KEEPS = re.compile(r"[|>][0-9]?\+")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@dataclass(slots=True)
class Node:
    """A value: where it begins and ends, what is in it, how it is written."""

    start: int
    end: int
    style: str
    keys: dict[str, tuple[int, "Node"]] = field(default_factory=dict)
    entries: list["Node"] = field(default_factory=list)

    @property
    def flow(self) -> bool:
        """Whether it is a mapping or list between brackets."""
        return self.style == "flow"

    @property
    def literal(self) -> bool:
        """Whether it is a text on lines of its own."""
        return self.style in {"|", ">"}


class Tree:
    """A text that is good YAML, and where all stands in it."""

    def __init__(self, text: str) -> None:
        """Reads the text once; it has no mark of byte order."""
        self.text = text
        root = spots(text_of(text.encode()))
        if root is None:
            raise ValueError("an empty text has no places")
        self.root = self._node(root)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self.text))]

    @cached_property
    def newline(self) -> str:
        """The line ending that the text has most."""
        found = _BREAK.findall(self.text)
        return max(set(found), key=found.count) if found else "\n"

    def at(self, path: Path) -> Node | None:
        """The node that a path leads to, if it is there."""
        node: Node | None = self.root
        for step in path:
            if node is None:
                return None
            if isinstance(step, str):
                node = node.keys[step][1] if step in node.keys else None
            else:
                node = node.entries[step] if 0 <= step < len(node.entries) else None
        return node

    def column(self, position: int) -> int:
        """How many characters stand before a position on its line."""
        return position - self.line_start(position)

    def line_start(self, position: int) -> int:
        """Where the line of a position begins."""
        return max(self.text.rfind("\n", 0, position), self.text.rfind("\r", 0, position)) + 1

    def line_end(self, position: int) -> int:
        """Where the line of a position ends, before its line ending."""
        found = _BREAK.search(self.text, position)
        return found.start() if found else len(self.text)

    def next_line(self, position: int) -> int:
        """Where the line after that of a position begins; the end of the text where there is none."""
        found = _BREAK.search(self.text, position)
        return found.end() if found else len(self.text)

    def _position(self, mark: Mark) -> int:
        line, column = mark
        return self._starts[line] + column if line < len(self._starts) else len(self.text)

    def _node(self, spot: Spot) -> Node:
        node = Node(self._position(spot.start), self._position(spot.end), spot.style)
        node.keys = {key: (self._position(mark), self._node(inner)) for key, (mark, inner) in spot.keys.items()}
        node.entries = [self._node(inner) for inner in spot.entries]
        inside = [one.end for _, one in node.keys.values()] + [one.end for one in node.entries]
        if inside and not node.flow:
            node.end = max(inside)
        if node.literal:
            node.end = self._literal_end(node)
        return node

    def _literal_end(self, node: Node) -> int:
        """The end of the last line that belongs to a text on lines of its own."""
        body = self.text[node.start : node.end]
        kept = body.rstrip("\r\n") if _KEEPS.match(body) else body.rstrip()
        if _KEEPS.match(body) and body != kept:
            kept = body.removesuffix("\n").removesuffix("\r")
        return node.start + len(kept)


def decoded(content: bytes) -> tuple[str, str]:
    """The mark of byte order, if there is one, and the text."""
    text = content.decode("utf-8")
    return (BOM, text[1:]) if text.startswith(BOM) else ("", text)
