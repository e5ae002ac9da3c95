"""READ THIS to add a command: the table of those that edit, ask and import; `cli` makes the command line of it."""

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
