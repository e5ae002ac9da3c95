"""`fingerpost report`: what the directory covers and what it lacks, as text or JSON."""

import json

from generator import problems
from generator.commands.command import FINE, PROBLEMS, Command, Desk, Given, option
from generator.coverage.report import as_text, as_values, report
from generator.edition import edition
from generator.pipeline import load
from generator.stages import Stages


def _run(desk: Desk, given: Given) -> int:
    loaded = load(desk.config, desk.today, Stages(), warnings_in_place=False)
    if loaded.catalogue is None:
        desk.say(problems.as_text(loaded.errors))
        return PROBLEMS
    made = edition(loaded.catalogue, desk.today)
    found = report(made)
    if given.format == "json":
        desk.say(json.dumps(as_values(found), ensure_ascii=False, indent=1) + "\n")
    else:
        desk.say(as_text(made, found))
    if loaded.errors:
        desk.complain(
            f"{problems.counted(loaded.errors)}: the records with errors are left out. See `fingerpost check`."
        )
    return FINE


COMMAND = Command(
    name="report",
    help="say what the directory covers and what it lacks",
    run=_run,
    options=(option("--format", choices=("text", "json"), default="text"),),
)
