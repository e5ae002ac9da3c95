"""Example clients and a site in, out which facts that nobody knows keep them waiting, those first that most wait for.

What somebody knows to be so, or not so, is no unknown: a waiting list, a price that is too high, an age that the client
has not said.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.matching.engine import Matcher, matcher
from generator.matching.geography import Nowhere
from generator.matching.say import Sayer
from generator.matching.site import MatchSite
from generator.records.cases import Case, CasesFile, read_cases
from generator.words import mark as _

CLIENTS = Path(__file__).with_name("clients.yml")
"""Example clients of no town in particular."""
MOST_ASKS = 10
_ACCESS = "c.access."
_FACTS: Mapping[str, str] = {
    "c.companion": _("May somebody come along?"),
    "c.cost": _("What does it cost?"),
    "c.language": _("Is there an interpreter?"),
    "c.stale": _("Are the facts still so?"),
    "c.tech_help": _("Do they help to get online?"),
    "c.time": _("When does it take place?"),
    "c.transport": _("Do they fetch people?"),
}
"""Questions about records; what is asked for because the client has not said it stands in none of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact that nobody knows, how many clients it keeps waiting, and on how many records."""

    code: str
    label: str
    clients: int
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing to ask of one record."""

    id: str
    title: str
    label: str
    clients: int
    """How many wait for it."""
    alone: int
    """For how many of them it is the only question: a yes puts it on their list at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknowns:
    """What nobody knows and who waits for it."""

    clients: int
    waiting: int
    """How many of the clients something waits for."""
    facts: tuple[Fact, ...]
    asks: tuple[Ask, ...]


def example_clients(site: MatchSite) -> CasesFile:
    """The example clients that come with the program."""
    file, problems = read_cases(CLIENTS.read_bytes(), CLIENTS.name, site.edition.vocabulary)
    if file is None:
        raise ValueError(problems)
    return file


def unknowns(
    site: MatchSite, clients: Sequence[Case], today: date, engine: Matcher | None = None
) -> Unknowns | Nowhere:
    """The unknown facts that keep clients waiting; or a home that is not on the site's map."""
    ready = (engine or matcher()).take(site.catalogue, site.rules)
    titles = {row.id: row.title for row in site.rows}
    undated = frozenset(row.id for row in site.rows if not row.when)
    waits: dict[tuple[str, str], list[bool]] = defaultdict(list)
    by_code: dict[str, set[int]] = defaultdict(set)
    waiting = 0
    for number, client in enumerate(clients):
        profile = site.ready(client.profile)
        if isinstance(profile, Nowhere):
            return profile
        questions = ready.lane("questions", profile, today.isoformat())
        entries = [(one["id"], *_unknown(one, undated)) for one in (*questions["open"], *questions["more"])]
        waiting += any(asked for _id, asked, _alone in entries)
        for id_, asked, alone in entries:
            for code in asked:
                waits[id_, code].append(alone)
                by_code[code].add(number)
    sayer = Sayer.of(site.edition)
    records = Counter(code for _id, code in waits)
    facts = (
        Fact(code=code, label=_label(sayer, code), clients=len(who), records=records[code])
        for code, who in by_code.items()
    )
    asks = (
        Ask(id=id_, title=titles[id_], label=_label(sayer, code), clients=len(alone), alone=sum(alone))
        for (id_, code), alone in waits.items()
    )
    return Unknowns(
        clients=len(clients),
        waiting=waiting,
        facts=tuple(sorted(facts, key=lambda one: (-one.clients, -one.records, one.code))),
        asks=tuple(sorted(asks, key=lambda one: (-one.alone, -one.clients, one.id, one.label)))[:MOST_ASKS],
    )


def _unknown(entry: Mapping[str, Any], undated: frozenset[str]) -> tuple[list[str], bool]:
    """What nobody knows of a record that waits, and whether nothing else keeps it waiting."""
    asked = [one["code"] for one in entry["check"] if "variant" not in one and _is_unknown(one["code"], entry, undated)]
    return asked, len(entry["check"]) == 1


def _is_unknown(code: str, entry: Mapping[str, Any], undated: Iterable[str]) -> bool:
    if code == "c.time":
        return entry["id"] in undated
    return code in _FACTS or code.startswith(_ACCESS)


def _label(sayer: Sayer, code: str) -> str:
    if code in _FACTS:
        return sayer.words.gettext(_FACTS[code])
    return sayer.label("access", code.removeprefix(_ACCESS))
