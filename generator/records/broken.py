"""A text that is no YAML, and what is said of a text: the values that `syntax`, `brackets` and `notes` work with."""

import re
from dataclasses import dataclass

from generator.problems import Problem, Severity, shorten

NO_SPACE = re.compile(r"\s*(?:- +)*([A-Za-z_]+):(?=[^\s/])")


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


@dataclass(frozen=True, slots=True)
class Broken:
    """A text, and where in it libyaml gave up: line and column from 0; `begun` is where what it was reading began."""

    lines: tuple[str, ...]
    line: int
    column: int
    begun: tuple[int, int]
    said: str
    reading: str

    def text(self, line: int) -> str:
        """A line of the text; nothing outside it."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""

    def above(self) -> int:
        """The nearest line above that is neither empty nor a note."""
        return next((n for n in range(self.line - 1, -1, -1) if self.text(n).strip()[:1] not in {"", "#"}), 0)

    def fault(self, line: int, column: int, message: str, hint: str, rule: str = "syntax") -> Fault:
        """A fault; line and column from 0, brought into the text where libyaml stopped behind its end."""
        last = max(n for n, text in enumerate(self.lines) if text.strip() or n == 0)
        if line > last:
            line, column = last, len(self.lines[last])
        return Fault(line + 1, min(column, len(self.text(line))) + 1, rule, message, hint)


def space_missing(key: str) -> tuple[str, str]:
    """Message and hint for a colon without the space that YAML wants behind it."""
    return f"There is no space after the colon of “{key}”.", f"Write `{key}: …`."


def quoted(text: str) -> str:
    """Somebody's text as a hint shows it between quotes."""
    plain = shorten(text.replace('"', "'"), 40)
    return f'"{plain}"'
