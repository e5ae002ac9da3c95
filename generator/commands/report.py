"""`fingerpost report`: what the directory covers and what it lacks, or one mix in a month, as text or JSON."""

import json
from collections.abc import Sequence
from datetime import date

from generator import problems
from generator.commands.command import FINE, PROBLEMS, WRONG_USE, Command, Desk, Given, option
from generator.commands.match import cases_at
from generator.coverage.report import as_text, as_values, report
from generator.coverage.variety import variety
from generator.coverage.variety_text import as_text as variety_text
from generator.coverage.variety_text import as_values as variety_values
from generator.edition import Edition, edition
from generator.loading import load
from generator.matching.geography import Nowhere
from generator.matching.site import MatchSite
from generator.matching.unknowns import example_clients, unknowns
from generator.problems import did_you_mean
from generator.records.cases import Case
from generator.stages import Stages


def _run(desk: Desk, given: Given) -> int:
    loaded = load(desk.config, desk.today, Stages(), warnings_in_place=False)
    if loaded.catalogue is None:
        desk.say(problems.as_text(loaded.errors))
        return PROBLEMS
    made = edition(loaded.catalogue, desk.today)
    if given.mix or given.month:
        return _variety(desk, made, given)
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


def _variety(desk: Desk, made: Edition, given: Given) -> int:
    """Whether a mix has something for everybody in a month."""
    mixes, month = made.catalogue.sources.mixes, _month(given.month or f"{made.today:%Y-%m}")
    if month is None:
        desk.complain(f"“{given.month}” is not a month. Write it as 2026-12.")
        return WRONG_USE
    mix = mixes.get(given.mix)
    if mix is None:
        wrong = (
            f"There is no mix “{given.mix}”. {did_you_mean(given.mix, mixes)}" if given.mix else "Name one with --mix."
        )
        desk.complain(wrong.rstrip())
        return WRONG_USE
    if month not in made.window:
        last = made.words.month(made.window.last)
        desk.complain(f"This site knows nothing of {made.words.month(month)}; it reaches to {last}.")
        return WRONG_USE
    found = variety(made, mix, month)
    if given.format == "json":
        desk.say(json.dumps(variety_values(found), ensure_ascii=False, indent=1) + "\n")
    else:
        desk.say(variety_text(made, found))
    return FINE


def _month(text: str) -> date | None:
    """The first day of a month written as 2026-12, or None."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return None


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
        option("--mix", metavar="ID", help="ask one mix or house whether it has something for everybody"),
        option("--month", metavar="MONTH", help="the month for --mix, such as 2026-12"),
        option("--clients", metavar="FILE", help="example clients of your own, in the form of `cases`"),
    ),
)
