"""The commands that edit, ask and import, each in a module of its own; `cli` has those that check, build and serve."""

from generator.commands import apply, bring, cancel, cases, changes, due, match, move, new, report, verify
from generator.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    new.COMMAND,
    verify.COMMAND,
    cancel.COMMAND,
    move.COMMAND,
    apply.COMMAND,
    due.COMMAND,
    bring.COMMAND,
    match.COMMAND,
    cases.COMMAND,
    changes.COMMAND,
    report.COMMAND,
)
"""In the order in which the help names them."""
