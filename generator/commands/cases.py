"""`fingerpost cases FILE…`: example clients, and whether each gets what a good matcher must give."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator import problems
from generator.commands.command import FINE, PROBLEMS, WRONG_USE, Command, Desk, Given, option
from generator.commands.match import cases_at, site_of
from generator.matching.geography import Nowhere
from generator.matching.site import CaseResult, run_cases

if TYPE_CHECKING:
    from generator.records.cases import CasesFile


def run(desk: Desk, given: Given) -> int:
    """Judges the cases of all files: what held, and what fell short with the reasons."""
    site = site_of(desk)
    if site is None:
        return PROBLEMS
    read: list[tuple[str, CasesFile]] = []
    for name in given.files:
        file = cases_at(desk, site, name)
        if file is None:
            return WRONG_USE
        read.append((name, file))
    passed = failed = 0
    for name, file in read:
        if len(read) > 1:
            desk.say(f"{Path(name).name}\n")
        for result in run_cases(file, site, desk.today):
            if isinstance(result, Nowhere):
                desk.complain(f"{name}: “{result.name}” is not on the map; data/areas.yml has the places.")
                return WRONG_USE
            desk.say(_told(result, quiet=given.quiet))
            passed, failed = passed + result.passed, failed + (not result.passed)
    desk.say(f"{passed} passed, {failed} failed\n")
    return PROBLEMS if failed else FINE


def _told(result: CaseResult, *, quiet: bool) -> str:
    """A case in words: each expectation, and what was found where one fell short."""
    if quiet and result.passed:
        return ""
    became = "FELL SHORT" if not result.passed else "held" if result.outcomes else "nothing expected"
    lines = [f"{result.case.id}  {became}  {problems.shorten(result.case.vignette)}"]
    for one in result.outcomes:
        if one.held and not quiet:
            lines.append(f"    held  {one.what}")
        elif not one.held:
            lines.append(f"    NOT   {one.what}; it is {one.found}")
    if not result.passed and result.case.why:
        lines.append(f"    why it matters: {result.case.why}")
    return "".join(f"{line}\n" for line in lines)


COMMAND = Command(
    name="cases",
    help="example clients: what a good matcher must do for each, and whether it does",
    run=run,
    options=(
        option("files", nargs="+", metavar="FILE", help="cases, with records of their own or for the site's"),
        option("--quiet", "-q", action="store_true", help="name only what fell short"),
    ),
)
