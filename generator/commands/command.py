"""What a command is: a name, a line of help, its options and a function from what was given to an exit code.

The table of commands stands in `generator/commands/table.py`; `cli` makes the command line of it. A command neither
prints nor asks the clock: it speaks through its `Desk`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from generator.records.tried import Refused

T = TypeVar("T")

FINE, PROBLEMS, WRONG_USE = 0, 1, 2
"""Exit codes of all commands: fine; problems in the data, or a refusal; wrong use."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option or argument of a command; `rest` is what argparse wants to know of it."""

    flags: tuple[str, ...]
    rest: Mapping[str, Any] = field(default_factory=dict)


def option(*flags: str, **rest: Any) -> Option:
    """An option (`--by`) or an argument (`id`) of a command."""
    return Option(flags, rest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where a command works: the site's `mkdocs.yml`, the day, and how it speaks with whoever called it."""

    config: Path
    today: date
    say: Callable[[str], None]
    """Prints a text on the output, as it is."""
    complain: Callable[[str], None]
    """Prints a line where errors go."""
    ask: Callable[[str, tuple[str, ...]], str | None] | None
    """Asks a question, offers answers, gives the one that comes, None where none does; None without a terminal."""
    standard_input: Callable[[], bytes]
    """All that is handed in."""

    @property
    def root(self) -> Path:
        """The site's folder."""
        return self.config.parent


class Stopped(Exception):  # noqa: N818 - no error of ours: a command ends because what was asked would be wrong
    """Why a command does nothing."""

    def __init__(self, refused: Refused) -> None:
        super().__init__(str(refused))


def sure(found: T | Refused) -> T:
    """What was found; a refusal ends the command, and nothing is written."""
    if isinstance(found, Refused):
        raise Stopped(found)
    return found


Given = Any
"""The options and arguments as argparse gives them, an attribute for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command of `fingerpost`."""

    name: str
    help: str
    run: Callable[[Desk, Given], int]
    options: tuple[Option, ...] = ()


def run(command: Command, desk: Desk, given: Given) -> int:
    """Runs a command; gives its exit code, also where it refuses."""
    try:
        return command.run(desk, given)
    except Stopped as why:
        desk.complain(f"{why}\nNothing was written.")
        return PROBLEMS
