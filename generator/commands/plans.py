"""What an import would do, before it does it: new records, edits of those that came from the same place, words."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.commands.command import Desk, Stopped
from generator.commands.drafts import Record, Site
from generator.edit.edits import Edit, Insert, Remove, Set, edited, steps_of, value_at
from generator.imports.merge import Merged, Values, in_words
from generator.problems import Problem, shorten
from generator.records.files import Found, content_of
from generator.records.tried import Refused
from generator.records.yamltext import Value, read

LONGEST = 80
"""Letters of a value that a comparison shows."""


@dataclass(slots=True, kw_only=True)
class Plan:
    """What an import of one calendar or table would do."""

    name: str
    of: str
    """What it is: calendar, table."""
    new: dict[str, Value] = field(default_factory=dict)
    """The fields of new records, by file."""
    edits: dict[str, tuple[Edit, ...]] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)
    """What to say of each file."""
    compared: dict[str, list[str]] = field(default_factory=dict)
    """What stands in each field that is brought up to date, and what comes."""
    same: int = 0


def names_taken(site: Site) -> set[str]:
    """The ids that a new record cannot have: those that there are, that there were, and of files with errors."""
    sources = site.catalogue.sources
    kinds = (sources.resources, sources.activities, sources.venues, sources.mixes)
    old = {alias for kind in kinds for record in kind.values() for alias in record.aliases}
    return {id_ for kind in kinds for id_ in kind} | old | set(sources.broken)


def ready(site: Site) -> None:
    """Ends the command where a record has errors: nobody can tell what it came from."""
    if site.catalogue.sources.broken:
        names = ", ".join(sorted(site.catalogue.sources.broken))
        raise Stopped(Refused(f"There are records with errors: {names}.", "Mend them first: fingerpost check."))


def plan_update(
    plan: Plan, site: Site, record: Record, compared: Callable[[Values], Merged], uids: Mapping[str, Sequence[str]]
) -> None:
    """Compares a record with what comes now; `uids` are what its items are known by, by their keys."""
    source = record.source
    content = content_of(Found(record.file, str(site.desk.root / record.file)))
    if source is None or isinstance(content, Problem):
        return
    now = read(content)[0]
    found = compared(now)
    known: dict[str, list[Value]] = {key: [*own] for key, own in source.uid.items()}
    both = {**known} | {key: [*known.get(key, ()), *_fresh(own, known.get(key, ()))] for key, own in uids.items()}
    if not (found.edits or found.contested or both != known):
        plan.same += 1
        return
    stamp: tuple[Edit, ...] = (
        Set(("source", "taken_on"), site.desk.today.isoformat()),
        Set(("source", "wrote"), dict(found.wrote)),
    )
    if both:
        stamp = (Set(("source", "uid"), {key: [*own] for key, own in both.items()}), *stamp)
    plan.edits[record.file] = (*found.edits, *stamp)
    plan.said[record.file] = list(_update_in_words(plan, record, found))
    plan.compared[record.file] = list(_compared(found.edits, dict(now)))


def _fresh(own: Sequence[str], known: Sequence[Value]) -> Iterator[str]:
    return (one for one in own if one not in known)


def _update_in_words(plan: Plan, record: Record, found: Merged) -> Iterator[str]:
    changed = dict.fromkeys(str(edit.path[0]) for edit in found.edits)
    if changed:
        yield f"{record.name}: new {', new '.join(changed)} from the {plan.of}."
    for name in found.contested:
        yield f"{record.name}: people changed {in_words(name)}; theirs stands."


def _compared(edits: Sequence[Edit], now: Value) -> Iterator[str]:
    """Each field that edits change, what stands there and what comes."""
    for edit in steps_of(edits, now):
        before = None if isinstance(edit, Insert) else value_at(now, edit.path)
        after = None if isinstance(edit, Remove) else edit.value
        steps = (str(step + 1) if isinstance(step, int) else step for step in edit.path)
        yield f"{'.'.join(steps)}: {_brief(before)} → {_brief(after)}"
        now = edited(now, edit)


def _brief(value: Value) -> str:
    if value is None:
        return "nothing"
    return shorten(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), LONGEST)


def say_plan(plan: Plan, desk: Desk, *, dry: bool) -> None:
    """Says what is new and what was brought up to date, where there is anything."""
    if not plan.new and not plan.edits:
        desk.say(f"Nothing is new; {plan.same} {'record is' if plan.same == 1 else 'records are'} as they were.\n")
        return
    for head, files in (("New", plan.new), ("Brought up to date", plan.edits)):
        if files:
            lines = [line for file in files for line in (*plan.said[file], *(_indented(plan, file) if dry else ()))]
            desk.say(f"{head}, {len(files)}:\n" + "".join(f"  {line}\n" for line in lines))
    if plan.same:
        desk.say(f"As before: {plan.same}.\n")
    if dry:
        desk.say(f"Nothing was written: --dry-run. It would be {', '.join((*plan.new, *plan.edits))}.\n")


def _indented(plan: Plan, file: str) -> list[str]:
    return [f"  {line}" for line in plan.compared.get(file, ())]


def say_missing(plan: Plan, desk: Desk, missing: Sequence[str]) -> None:
    """Names the records that came from here and of which nothing is left."""
    if missing:
        desk.say(
            f"No longer in the {plan.of}: {'; '.join(missing)}.\n"
            "  If it has ended, write `places: closed`; nothing was changed.\n"
        )
