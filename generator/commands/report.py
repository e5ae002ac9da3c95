"""`fingerpost report`: what the directory covers and what it lacks, as text or JSON."""

import json
from collections.abc import Sequence

from generator import problems
from generator.commands.command import FINE, PROBLEMS, WRONG_USE, Command, Desk, Given, option
from generator.commands.match import cases_at
from generator.coverage.report import as_text, as_values, report
from generator.edition import edition
from generator.matching.geography import Nowhere
from generator.matching.site import MatchSite
from generator.matching.unknowns import example_clients, unknowns
from generator.pipeline import load
from generator.records.cases import Case
from generator.stages import Stages


def _run(desk: Desk, given: Given) -> int:
    loaded = load(desk.config, desk.today, Stages(), warnings_in_place=False)
    if loaded.catalogue is None:
        desk.say(problems.as_text(loaded.errors))
        return PROBLEMS
    made = edition(loaded.catalogue, desk.today)
    site = MatchSite(made)
    clients = _own_clients(desk, site, given.clients) if given.clients else example_clients(site).cases
    waiting = unknowns(site, clients, desk.today) if clients else None
    if isinstance(waiting, Nowhere):
        desk.complain(f"{given.clients}: “{waiting.name}” is not on the map; data/areas.yml has the places.")
        return WRONG_USE
    if waiting is None:
        return WRONG_USE
    found = report(made)
    if given.format == "json":
        desk.say(json.dumps(as_values(found, waiting), ensure_ascii=False, indent=1) + "\n")
    else:
        desk.say(as_text(made, found, waiting))
    if loaded.errors:
        desk.complain(
            f"{problems.counted(loaded.errors)}: the records with errors are left out. See `fingerpost check`."
        )
    return FINE


def _own_clients(desk: Desk, site: MatchSite, name: str) -> Sequence[Case] | None:
    """The example clients of a file; None, with the reason said, where it cannot be used."""
    file = cases_at(desk, site, name)
    if file is None:
        return None
    if file.records:
        desk.complain(f"{name} brings records of its own; this report is about those of the site. Leave `records` out.")
        return None
    return file.cases


COMMAND = Command(
    name="report",
    help="say what the directory covers and what it lacks",
    run=_run,
    options=(
        option("--format", choices=("text", "json"), default="text"),
        option("--clients", metavar="FILE", help="example clients of your own, in the form of `cases`"),
    ),
)
