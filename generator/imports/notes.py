"""What an import could not keep, or understood in one of several ways: a sentence with the place it is about."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.problems import shorten


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A sentence about one line of a calendar; `lost`: something of it is not in the records."""

    line: int
    what: str
    said: str
    lost: bool = True

    def __str__(self) -> str:
        """As the report says it: line 12, VEVENT “Chess”: …."""
        return f"line {self.line}, {shorten(self.what, 70)}: {self.said}"


@dataclass(slots=True)
class Notes:
    """Collects notes while a calendar is read; the same one is kept once."""

    all: dict[Note, None] = field(default_factory=dict)

    def lost(self, line: int, what: str, said: str) -> None:
        """Something that is not in the records."""
        self.all[Note(line, what, said)] = None

    def read(self, line: int, what: str, said: str) -> None:
        """How something was understood."""
        self.all[Note(line, what, said, lost=False)] = None

    def __iter__(self) -> Iterator[Note]:
        """All of them by line."""
        return iter(sorted(self.all))
