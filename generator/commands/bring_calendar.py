"""Calendars in, new records and edits of those that came from the same calendar out; what could not be kept is said."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from generator.commands.command import FINE, PROBLEMS, Desk, Given, Stopped
from generator.commands.drafts import Draft, Site, opened, trial, write
from generator.commands.plans import Plan, names_taken, plan_update, ready, say_missing, say_plan
from generator.edit.blank import text_of
from generator.imports.events import events_of
from generator.imports.fetch import fetched, is_address, web_address
from generator.imports.lines import NoCalendar, calendars
from generator.imports.merge import digests, merged
from generator.imports.notes import Notes
from generator.imports.proposals import Group, Proposal, grouped, proposal
from generator.imports.texts import one_line
from generator.problems import shorten
from generator.records import codes
from generator.records.model import Activity
from generator.records.scalars import LONGEST_SLUG, slug_of
from generator.records.tried import Refused
from generator.records.yamltext import Value

NOT_ASKED = "nobody yet, taken from a calendar"
SHOWN = 200  # notes of one calendar that are worth reading one by one
STEP = 250  # records after which a long import says how far it is
_SECRET = re.compile(r"/private[-/]|[?&]", re.IGNORECASE)


def run(desk: Desk, given: Given, into: str) -> int:
    """Takes the calendars one after the other; a calendar that cannot be read leaves the others alone."""
    if given.calendar and len(given.source) > 1:
        raise Stopped(Refused("One name cannot stand for several calendars.", "Import them one by one."))
    worst = FINE
    for source in given.source:
        site = opened(desk)
        ready(site)
        worst = max(worst, _one(site, source, into, given))
    return worst


def _one(site: Site, source: str, into: str, given: Given) -> int:
    content = fetched(source)
    name = content if isinstance(content, Refused) else _calendar_name(source, given.calendar)
    if isinstance(content, Refused) or isinstance(name, Refused):
        site.desk.complain(f"{name}\nNothing was taken from it.")
        return PROBLEMS
    notes = Notes()
    try:
        series = events_of(calendars(content, notes), site.catalogue.zone, notes)
    except NoCalendar as why:
        site.desk.complain(f"{source}: {why}\nNothing was taken from it.")
        return PROBLEMS
    owners = _owners(site, name)
    groups = grouped(series, owners, site.catalogue.zone)
    plan = Plan(name=name, of="calendar")
    _fill(plan, groups, site, notes, into=into, given=given)
    code = _finish(plan, site, dry=given.dry_run)
    _report(site.desk, source, notes)
    say_missing(plan, site.desk, _missing(site, owners, groups))
    lost = any(note.lost for note in notes)
    if lost and not (plan.new or plan.edits or plan.same):
        site.desk.complain(f"{source}: nothing could be taken from it.")
        return PROBLEMS
    return max(code, PROBLEMS if given.strict and lost else FINE)


def _calendar_name(source: str, given: str | None) -> str | Refused:
    """What the calendar is called in the records: never a secret address, since records are read by all."""
    if given:
        return given
    if not is_address(source):
        return one_line(Path(source).name)
    address = web_address(source)
    if isinstance(address, Refused):
        return address
    parts = urlsplit(address)
    if _SECRET.search(f"{parts.path}?" if parts.query else parts.path):
        return Refused("This address may be a secret one, and records can be read by everybody.",
                       "Give the calendar a name to stand in the records: --calendar NAME.")  # fmt: skip
    return address


def _owners(site: Site, calendar: str) -> dict[str, tuple[str, str]]:
    """Which record and which item has an event, by its UID."""
    found: dict[str, tuple[str, str]] = {}
    for record in site.catalogue.sources.activities.values():
        if record.source and record.source.calendar == calendar:
            found |= {uid: (record.id, key) for key, uids in record.source.uid.items() for uid in uids}
    return found


def _fill(plan: Plan, groups: Sequence[Group], site: Site, notes: Notes, *, into: str, given: Given) -> None:
    """Works out what each group's record is to say."""
    sources = site.catalogue.sources
    taken = names_taken(site)
    common: dict[str, Value] = {}
    for number, group in enumerate(groups):
        if number and number % STEP == 0:
            site.desk.complain(f"{number:,} of {len(groups):,} …")
        made = proposal(group, site.catalogue.zone, sources.venues, notes)
        if made is None:
            continue
        if group.record:
            _update(plan, sources.activities[group.record], made, site)
            continue
        common = common or _common(site, given)
        id_ = _new_id(made, taken)
        taken.add(id_)
        file = f"{sources.site.settings.data}/activities/{into}{id_}.yml"
        plan.new[file] = {**made.values, **common, "source": _source(plan.name, made, site, digests(made.values))}
        plan.said[file] = [_new_in_words(made)]


def _common(site: Site, given: Given) -> dict[str, Value]:
    """What all new records say alike: what nobody can read from a calendar, and whoever imports has to say."""
    category = given.category
    if category is None and site.desk.ask is not None:
        labels = {site.words.gettext(label): code for code, label in codes.CATEGORY.items()}
        answer = (site.desk.ask("Which category is all of this?", tuple(labels)) or "").strip()
        category = labels.get(answer, answer)
    if category not in codes.CATEGORY:
        hint = f"Say it: --category, one of {', '.join(codes.CATEGORY)}."
        raise Stopped(Refused("A calendar does not say which category it is.", hint))
    today = site.desk.today
    found: dict[str, Value] = {
        "category": category,
        "checked": {"on": today.isoformat(), "by": NOT_ASKED},
        "review_by": (today + timedelta(days=1)).isoformat(),
    }
    return found | ({"organiser": given.organiser} if given.organiser else {})


def _source(calendar: str, made: Proposal, site: Site, wrote: Mapping[str, str]) -> Value:
    return {
        "calendar": calendar,
        "uid": {key: list(uids) for key, uids in made.uids.items()},
        "taken_on": site.desk.today.isoformat(),
        "wrote": dict(wrote),
    }


def _new_id(made: Proposal, taken: Iterable[str]) -> str:
    name = slug_of(str(made.values["name"])) or "event"
    venue = made.values.get("venue")
    place = slug_of(venue if isinstance(venue, str) else str(venue.get("name", "")) if isinstance(venue, dict) else "")
    numbers = (f"{name[: LONGEST_SLUG - 6]}-{number}" for number in range(2, 100_000))
    longer = f"{name}-{place}"[:LONGEST_SLUG].strip("-") if place else name
    return next(one for one in chain((name, longer), numbers) if one not in taken)


def _new_in_words(made: Proposal) -> str:
    changes = made.values.get("changes")
    count = len(changes) if isinstance(changes, list) else 0
    more = f", {count} {'change' if count == 1 else 'changes'}" if count else ""
    items = made.values["schedule"]
    rules = [_item_in_words(one) for one in items if isinstance(one, dict)] if isinstance(items, list) else []
    return f"{made.values['name']}: {'; '.join(rules)}{more}"


def _item_in_words(item: Mapping[str, Value]) -> str:
    days = item.get("on")
    rule = item.get("every") or item.get("rrule")
    if days:
        said = f"{len(days)} days" if isinstance(days, list) else str(days)
    else:
        said = ", ".join(map(str, rule)) if isinstance(rule, list) else str(rule)
    return f"{said}, {item['start']}" if item.get("start") else said


def _update(plan: Plan, record: Activity, made: Proposal, site: Site) -> None:
    """Compares a record with what comes now."""
    today, wrote = site.desk.today.isoformat(), record.source.wrote if record.source else {}
    plan_update(plan, site, record, lambda now: merged(now, wrote, made.values, lambda day: day < today), made.uids)


def _finish(plan: Plan, site: Site, *, dry: bool) -> int:
    """Reads and checks the site as it would be; leaves out the files that would bring an error, and says why."""
    code = FINE
    while plan.new or plan.edits:
        contents = {
            file: text_of("activity", values).encode() for file, values in plan.new.items() if isinstance(values, dict)
        }
        draft = trial(site, plan.edits, contents)
        if isinstance(draft, Draft):
            say_plan(plan, site.desk, dry=dry)
            if not dry:
                write(draft)
            return code
        code = PROBLEMS
        ours = [file for file in draft if file in plan.new or file in plan.edits]
        for file in ours or list({**plan.new, **plan.edits}):
            site.desk.complain(
                f"{file} was left out:\n    " + "\n    ".join(map(str, draft.get(file, next(iter(draft.values())))))
            )
            plan.new.pop(file, None)
            plan.edits.pop(file, None)
    if not code:
        say_plan(plan, site.desk, dry=dry)
    return code


def _missing(site: Site, owners: Mapping[str, tuple[str, str]], groups: Iterable[Group]) -> list[str]:
    """Records that came from this calendar and of which nothing is left in it."""
    here = {group.record for group in groups if group.record}
    records = {record for record, _ in owners.values()} - here
    activities = site.catalogue.sources.activities
    return [f"{activities[one].name} ({one})" for one in sorted(records)]


def _report(desk: Desk, source: str, notes: Notes) -> None:
    lost = [note for note in notes if note.lost]
    understood = [note for note in notes if not note.lost]
    for head, found in (("Could not be kept", lost), ("Look at how this was read", understood)):
        if found:
            more = [f"  … and {len(found) - SHOWN:,} more\n"] if len(found) > SHOWN else []
            lines = [f"  {note}\n" for note in found[:SHOWN]]
            desk.say(f"{head}, {len(found):,} of {shorten(source)}:\n" + "".join((*lines, *more)))
