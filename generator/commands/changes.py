"""`fingerpost changes [BASE]`: what this branch, with all that is not committed yet, changes for readers."""

import json

from generator import problems
from generator.changes.base import checked_out, named
from generator.changes.compare import compared
from generator.changes.words import as_markdown, as_text, as_values
from generator.commands.command import FINE, PROBLEMS, Command, Desk, Given, option, sure
from generator.loading import load
from generator.stages import Stages

FORMATS = ("text", "markdown", "json")


def run(desk: Desk, given: Given) -> int:
    """Compares the site with itself at an earlier commit."""
    after = load(desk.config, desk.today, Stages())
    branch = "main"
    if after.site and after.site.settings.repository:
        branch = after.site.settings.repository.branch
    commit = sure(named(desk.root, given.base, branch))
    with checked_out(desk.root, commit) as folder:
        before = load(sure(folder) / desk.config.name, desk.today, Stages())
        if after.catalogue is None or before.catalogue is None:
            broken = after if after.catalogue is None else before
            desk.complain(problems.as_text(broken.errors).rstrip())
            desk.complain("One of the two states cannot be read, so they cannot be compared.")
            return PROBLEMS
        found = compared(before.catalogue, after.catalogue, desk.today, (before.problems, after.problems))
    match given.format:
        case "json":
            desk.say(json.dumps(as_values(found), ensure_ascii=False, indent=1) + "\n")
        case "markdown":
            desk.say(as_markdown(found))
        case _:
            desk.say(as_text(found))
    return FINE


COMMAND = Command(
    name="changes",
    help="say in words what this branch changes for readers",
    run=run,
    options=(
        option(
            "base", nargs="?", metavar="BASE", help="a commit or branch; where this branch left the main one if absent"
        ),
        option("--format", choices=FORMATS, default="text"),
    ),
)
