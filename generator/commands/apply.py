"""`fingerpost apply`: what people have written into the text of a page or a mail, into the records that it is about.

It shows the change in words and asks. What it cannot place it lists; it never guesses. Whatever stands in the text can
become nothing but the value of a field, and only one that the check lets pass.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.commands.cancel import closure, period_given, told
from generator.commands.command import FINE, PROBLEMS, Command, Desk, Given, option, sure
from generator.commands.drafts import Record, Site, day_given, drafted, opened, write
from generator.edit import single
from generator.edit.edits import Edit, Set, together
from generator.edit.facts import FACTS, Fact, Meant, code_of, fits, known
from generator.edit.slip import Answer, Slip, letters, read_slips
from generator.edit.stamps import PARTS, Stamp, spelled
from generator.problems import did_you_mean, shorten
from generator.records import codes
from generator.records.scalars import line, reason
from generator.records.tried import Refused, tried
from generator.records.yamltext import Value

LIMITS = ("changes", "closed", "places", "contact", "access", "cost")
LARGEST = 200_000  # characters; a mail with every question of ten records has a tenth of it
SHOWN = 20  # lines of what could not be placed


Asked = tuple[str, str, str]
"""A record, a mark, the days behind it."""


@dataclass(slots=True)
class _Plan:
    """What a text comes to: edits by file, sentences about them, what cannot be placed."""

    edits: dict[str, list[Edit]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    twice: frozenset[Asked] = frozenset()
    """What is answered in two ways in one text."""
    answered: set[Asked] = field(default_factory=set)


def run(desk: Desk, given: Given) -> int:
    """Shows, asks, writes."""
    text = sure(_text(desk, given.file))
    site = opened(desk)
    allowed = frozenset(given.only.split(",")) if given.only else None
    if allowed and not allowed <= set(LIMITS):
        sure(Refused(f"--only knows {', '.join(LIMITS)}.", None))
    slips = read_slips(text, site.words)
    plan = _Plan(twice=_twice(slips))
    for slip in slips:
        _place(site, slip, plan, _Who(given.by, given.how), allowed)
    _list(desk, plan)
    if not plan.edits:
        desk.complain("There is nothing to write.")
        return PROBLEMS if plan.unplaced else FINE
    draft = sure(drafted(site, {file: together(edits) for file, edits in plan.edits.items()}))
    desk.say("".join(f"{one}\n" for one in plan.said))
    if plan.days:
        told(draft, "", min(plan.days), max(plan.days))
    if not (given.yes or _agreed(desk)):
        desk.complain("Nothing was written.")
        return PROBLEMS
    write(draft)
    return PROBLEMS if given.strict and draft.problems else FINE


def _asked(answer: Answer) -> Asked:
    return answer.record, answer.about, answer.days


def _twice(slips: Iterable[Slip]) -> frozenset[Asked]:
    said: dict[Asked, set[str]] = {}
    for answer in (one for slip in slips for one in slip.answers):
        said.setdefault(_asked(answer), set()).add(answer.text)
    return frozenset(asked for asked, texts in said.items() if len(texts) > 1)


def _text(desk: Desk, name: str) -> str | Refused:
    if name == "-":
        content = desk.standard_input()
    else:
        try:
            content = Path(name).read_bytes()
        except OSError as error:
            return Refused(f"{name} cannot be read: {error.strerror}.", "Name a file, or - for the standard input.")
    text = letters(content)
    source, hint = "The text" if name == "-" else name, "Copy what people wrote into a file, and give that one."
    if "\0" in text:
        return Refused(f"{source} is no text: there are signs in it that no text has.", hint)
    return (
        text if len(text) <= LARGEST else Refused(f"{source} has {len(text):,} characters, too many for a mail.", hint)
    )


def _agreed(desk: Desk) -> bool:
    if desk.ask is None:
        desk.complain("Nobody is here to ask: write it with --yes.")
        return False
    return (desk.ask("Write this? (yes or no)", ()) or "").strip().casefold() in {"yes", "y"}


def _list(desk: Desk, plan: _Plan) -> None:
    if plan.unplaced:
        lines = [f"  {shorten(one, 200)}\n" for one in plan.unplaced[:SHOWN]]
        more = [f"  … and {len(plan.unplaced) - SHOWN} more\n"] if len(plan.unplaced) > SHOWN else []
        desk.say("".join(("Not placed, so nothing is done about it:\n", *lines, *more)))


@dataclass(frozen=True, slots=True)
class _Who:
    """By what role and how facts were checked, where the text does not say so."""

    by: str | None
    how: str | None


def _place(site: Site, slip: Slip, plan: _Plan, who: _Who, allowed: frozenset[str] | None) -> None:
    """Adds to the plan what one filled-in text asks for."""
    plan.unplaced += slip.unplaced
    stamp = _stamp(site, slip, who)
    if isinstance(stamp, Refused):
        plan.unplaced += [str(stamp), *(f"{one.record}: {one.about}: {one.text}" for one in slip.answers)]
        return
    parts: dict[str, tuple[Record, set[str]]] = {}
    for answer in slip.answers:
        asked = _asked(answer)
        if asked in plan.answered and asked not in plan.twice:
            continue  # a mail often holds the same text twice
        plan.answered.add(asked)
        record = site.find(answer.record)
        made = record if isinstance(record, Refused) else _answered(site, record, answer, allowed)
        if asked in plan.twice and not isinstance(made, Refused):
            made = Refused("This is answered in two ways in one text.", "Leave one of them.")
        if isinstance(record, Refused) or isinstance(made, Refused):
            plan.unplaced.append(f"{answer.record}: [{answer.about}] “{shorten(answer.text)}”: {made}")
            continue
        plan.edits.setdefault(record.file, []).extend(made.edits)
        plan.said.append(f"{record.name}: {made.said}")
        plan.days += made.days
        if made.part:
            parts.setdefault(record.id, (record, set()))[1].add(made.part)
    for record, checked in parts.values():
        for part in sorted(checked):
            plan.edits[record.file].append(_stamped(part, stamp))
            plan.said.append(f"{record.name}: {PARTS[part]} {_counts(site, part, stamp)}.")


def _counts(site: Site, part: str, stamp: Stamp) -> str:
    day = site.words.date(stamp.on)
    return f"is as of {day}" if part == "places" else f"counts as checked on {day} by the {stamp.by}"


def _stamped(part: str, stamp: Stamp) -> Edit:
    return Set(("places", "on"), stamp.on.isoformat()) if part == "places" else Set((part, "checked"), stamp.value())


def _stamp(site: Site, slip: Slip, who: _Who) -> Stamp | Refused:
    on = day_given(slip.date) if slip.date else site.desk.today
    if isinstance(on, Refused):
        return on
    if on > site.desk.today:
        return Refused(f"{on} has not come yet, so nothing can have been checked then.")
    by = tried(line, slip.role or who.by or "reader")
    if isinstance(by, Refused):
        return by
    said = slip.how or who.how or "wrote"
    how = code_of("how", said, site.label)
    if isinstance(how, Refused):
        return Refused(f"“{shorten(said)}” is no way of checking.", did_you_mean(said, codes.HOW_CHECKED))
    return Stamp(on=on, by=by.removeprefix("the ").removeprefix("a "), how=how)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answered:
    """What one answer comes to."""

    edits: tuple[Edit, ...]
    said: str
    part: str | None = None
    days: tuple[date, ...] = ()


def _answered(site: Site, record: Record, answer: Answer, allowed: frozenset[str] | None) -> _Answered | Refused:
    first = {"cancel": "changes", "closed": "closed"}.get(answer.about) or str(FACTS[answer.about].path[0])
    if allowed is not None and first not in allowed:
        return Refused(f"This way may change {', '.join(sorted(allowed))} only.")
    if answer.about == "cancel":
        return _cancel(site, record, answer)
    if answer.about == "closed":
        return _close(site, record, answer)
    return _fact(site, record, FACTS[answer.about], answer.text)


def _fact(site: Site, record: Record, fact: Fact, text: str) -> _Answered | Refused:
    if not fits(record, fact):
        return Refused("This record cannot say that.")
    value = _venue(site, text) if fact.code == "venue" else fact.read(text, site.label)
    if isinstance(value, Refused):
        return value
    now = known(site.words, record, fact, site.label)
    said = f"{fact.label}: {now or 'not known'} → {_shown(value)}"
    edits: tuple[Edit, ...] = (Set(fact.path, value),)
    if fact.part == "places":
        edits = (*spelled(record), *edits)
    elif fact.part == "access" and isinstance(value, str) and _same_answer(record, fact, value):
        edits = ()  # the note behind it stays
    return _Answered(edits=edits, said=said, part=fact.part)


def _same_answer(record: Record, fact: Fact, value: str) -> bool:
    access = getattr(record, "access", None)
    found = access.get(fact.code) if access else None
    return found is not None and found.answer == value


def _shown(value: Value) -> str:
    return ", ".join(str(one) for one in value.values()) if isinstance(value, dict) else str(value)


def _venue(site: Site, text: str) -> Meant:
    """The id of a venue that somebody names by its id or its whole name."""
    venues = site.catalogue.sources.venues
    named = {name: name for name in venues} | {venue.name.casefold(): name for name, venue in venues.items()}
    found = named.get(text.casefold().rstrip("."))
    return found or Refused(
        f"There is no venue “{shorten(text)}”.", did_you_mean(text.casefold(), named, most=0) or None
    )


def _cancel(site: Site, record: Record, answer: Answer) -> _Answered | Refused:
    day, _, key = answer.days.partition(" ")
    on, why = day_given(day), tried(reason, answer.text)
    entry = site.catalogue.entries.get(record.id)
    if isinstance(on, Refused):
        return on
    if isinstance(why, Refused):
        return why
    if entry is None:
        return Refused("A venue has no sessions of its own.")
    edits = single.cancelled(site.catalogue, entry, on, key.strip() or None, why)
    if isinstance(edits, Refused):
        return edits
    return _Answered(edits=edits, said=f"cancelled on {site.words.day_year(on)}, because: {why}", days=(on,))


def _close(site: Site, record: Record, answer: Answer) -> _Answered | Refused:
    period, why = period_given(answer.days), tried(reason, answer.text)
    if isinstance(period, Refused):
        return period
    if isinstance(why, Refused):
        return why
    edits = closure(record, *period, why)
    if isinstance(edits, Refused):
        return edits
    days = f"{site.words.date(period[0])} to {site.words.date(period[1])}"
    return _Answered(edits=edits, said=f"closed, {days}, because: {why}", days=period)


COMMAND = Command(
    name="apply",
    help="write what people corrected in the text of a page or a mail",
    run=run,
    options=(
        option(
            "file",
            nargs="?",
            default="-",
            metavar="FILE",
            help="the text, or a whole mail; - or nothing: standard input",
        ),
        option("--yes", action="store_true", help="write without asking"),
        option("--strict", action="store_true", help="end with 1 where the check warns of what was written"),
        option("--by", metavar="ROLE", help="by what role facts were checked, where the text does not say so"),
        option("--how", choices=tuple(codes.HOW_CHECKED), help="how, where the text does not say so; wrote without it"),
        option("--only", metavar="PARTS", help=f"what may be touched, with commas between: {', '.join(LIMITS)}"),
    ),
)
