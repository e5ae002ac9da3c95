"""`fingerpost match PROFILE.yml`: what fits one person, lane by lane, with reasons."""

import json
from collections.abc import Iterable

from generator import problems
from generator.commands.command import FINE, PROBLEMS, WRONG_USE, Command, Desk, Given, option
from generator.edition import edition
from generator.loading import load
from generator.matching.engine import matcher
from generator.matching.geography import Nowhere
from generator.matching.say import Sayer
from generator.matching.site import MatchSite
from generator.matching.texts import as_text
from generator.problems import Finding, Problem
from generator.records.cases import CasesFile, read_cases, read_profile
from generator.records.files import Found, content_of
from generator.records.places import placed
from generator.stages import Stages


def site_of(desk: Desk) -> MatchSite | None:
    """The site to match with; None, with its problems said, where it has errors."""
    loaded = load(desk.config, desk.today, Stages(), warnings_in_place=False)
    if loaded.catalogue is None or loaded.errors:
        desk.say(problems.as_text(loaded.errors))
        desk.complain(f"{problems.counted(loaded.errors)}. Mend the records first: see `fingerpost check`.")
        return None
    return MatchSite(edition(loaded.catalogue, desk.today))


def content_at(desk: Desk, name: str) -> bytes | None:
    """The content of a file that was named; "-" is what is handed in."""
    if name == "-":
        return desk.standard_input()
    content = content_of(Found(name, name), links=True)
    if isinstance(content, Problem):
        complain(desk, (content,))
        return None
    return content


def cases_at(desk: Desk, site: MatchSite, name: str) -> CasesFile | None:
    """The example clients of a file that was named; None, with the reason said, where they cannot be read."""
    content = content_at(desk, name)
    if content is None:
        return None
    file, found = read_cases(content, name, site.edition.vocabulary)
    if file is None:
        complain(desk, found)
    return file


def complain(desk: Desk, found: Iterable[Problem]) -> None:
    """Says problems where errors go."""
    desk.complain(problems.as_text(found).rstrip("\n"))


def run(desk: Desk, given: Given) -> int:
    """Matches one profile against the site."""
    content = content_at(desk, given.profile)
    site = site_of(desk) if content is not None else None
    if content is None or site is None:
        return WRONG_USE if content is None else PROBLEMS
    profile, found = read_profile(content, given.profile, site.edition.vocabulary)
    ready = site.ready(profile) if profile is not None else None
    if isinstance(ready, Nowhere):
        hint = f"Did you mean “{ready.nearest}”?" if ready.nearest else "data/areas.yml has the places that are known."
        message = f"“{problems.shorten(ready.name)}” is not on the map."
        found = placed(content, (Finding(given.profile, ("home",), "unknown-place", message, hint),))
    if found or ready is None or isinstance(ready, Nowhere):
        complain(desk, found)
        return WRONG_USE
    lanes = matcher().take(site.catalogue, site.rules).match(ready, desk.today.isoformat())
    if given.format == "json":
        desk.say(json.dumps(lanes, ensure_ascii=False, indent=1) + "\n")
    else:
        desk.say(as_text(lanes, Sayer.of(site.edition)))
    return FINE


COMMAND = Command(
    name="match",
    help="what fits one person: lanes of results with reasons",
    run=run,
    options=(
        option("profile", metavar="PROFILE.yml", help="what the person has said; “-” reads what is handed in"),
        option("--format", choices=("text", "json"), default="text"),
    ),
)
