"""`fingerpost new`: a new record, by short questions or by `--set`; never in the place of one that is there."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.commands.command import FINE, Command, Desk, Given, Stopped, option, sure
from generator.commands.drafts import Record, Site, drafted, opened, write
from generator.edit.blank import NEW, text_of
from generator.edit.edits import Insert, Path, Set, edited, value_at
from generator.edit.facts import Meant
from generator.records import codes
from generator.records.scalars import slug, slug_of
from generator.records.tried import Refused, fault_in, tried
from generator.records.yamltext import Value, read

ALIKE = 0.85  # how much of two names is the same where they are probably one
NOBODY = "Nobody is here to ask. Say what is known with --set, such as: --set name=Chess --set contact.phone=…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question for one field; `choices` are the answers that there are."""

    field: str
    asks: str
    needed: bool = False
    choices: Callable[[Site], Mapping[str, str]] = lambda _site: {}


def _codes(vocabulary: Mapping[str, str]) -> Callable[[Site], Mapping[str, str]]:
    return lambda site: {code: site.words.gettext(label) for code, label in vocabulary.items()}


def _names(kind: str) -> Callable[[Site], Mapping[str, str]]:
    return lambda site: {name: one.name for name, one in getattr(site.catalogue.sources, kind).items()}


def _areas(site: Site) -> Mapping[str, str]:
    return {area.id: area.name for area in site.catalogue.sources.areas.areas}


_CHECKED = (
    Question(field="checked.by", asks="By what role was this checked, never a name?", needed=True),
    Question(field="checked.how", asks="How was it checked?", choices=_codes(codes.HOW_CHECKED)),
)
_REACHED = (
    Question(field="contact.phone", asks="The number to ring"),
    Question(field="contact.email", asks="An email address of the group"),
)
QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "resource": (
        Question(field="name", asks="What do people call it?", needed=True),
        Question(field="kind", asks="What kind of thing is it?", needed=True, choices=_codes(codes.KIND)),
        Question(field="summary", asks="What is it, in one plain sentence?", needed=True),
        Question(field="venue", asks="Where is it?", choices=_names("venues")),
        Question(field="run_by", asks="Who answers for it, if not itself?", choices=_names("resources")),
        *_REACHED,
        *_CHECKED,
    ),
    "activity": (
        Question(field="name", asks="What do people call it?", needed=True),
        Question(field="category", asks="Which category?", needed=True, choices=_codes(codes.CATEGORY)),
        Question(field="summary", asks="What is it, in one plain sentence?", needed=True),
        Question(field="organiser", asks="Who runs it?", choices=_names("resources")),
        Question(field="venue", asks="Where is it?", choices=_names("venues")),
        Question(field="schedule.0.every", asks="On which days? Such as: Tuesday; 2nd and 4th Thursday", needed=True),
        Question(field="schedule.0.start", asks="When does it begin? Such as 10:30"),
        Question(field="schedule.0.end", asks="When does it end?"),
        Question(field="cost.amount", asks="What does it cost? 0 for free"),
        *_CHECKED,
    ),
    "venue": (
        Question(field="name", asks="What is the place called?", needed=True),
        Question(field="address.street", asks="House and street"),
        Question(field="address.town", asks="Town"),
        Question(field="address.postcode", asks="Postcode"),
        Question(field="area", asks="Which area?", choices=_areas),
        Question(field="access.step_free", asks="No step from the street to the seat?", choices=_codes(codes.ANSWER)),
        Question(field="access.accessible_toilet", asks="Toilet for wheelchair users?", choices=_codes(codes.ANSWER)),
        *_CHECKED,
    ),
}


def run(desk: Desk, given: Given) -> int:
    """Asks or takes what is given, warns of what looks the same, checks, writes."""
    site = opened(desk)
    values: Value = {"checked": {"on": desk.today.isoformat()}}
    if given.set:
        for one in given.set:
            field, equals, text = one.partition("=")
            values = sure(_put(values, _path(field), _value(text)) if equals else Refused(f"“{one}” has no “=”."))
    elif desk.ask is None:
        raise Stopped(Refused(NOBODY))
    else:
        values = _asked(site, given.kind, values)
    fields = values if isinstance(values, dict) else {}
    name = sure(_id(site, given.id or slug_of(str(fields.get("name", "")))))
    folder = NEW[given.kind][0]
    file = f"{site.catalogue.sources.site.settings.data}/{folder}/{name}.yml"
    if (desk.root / file).exists():
        raise Stopped(Refused(f"There is a file {file} already.", "Give another id: --id."))
    _warn(site, folder, fields)
    draft = sure(drafted(site, {}, {file: text_of(given.kind, fields).encode()}))
    write(draft)
    return FINE


def _id(site: Site, name: str) -> str | Refused:
    found = tried(slug, name) if name else Refused("A record needs a name.", "Say it: --set name=…")
    if not isinstance(found, Refused) and isinstance(there := site.find(found), Record):
        return Refused(f"There is a record “{found}” already: {there.file}.", "Give another id: --id.")
    return found


def _path(field: str) -> Path:
    return tuple(int(step) if step.isdecimal() else step for step in field.strip().split("."))


def _value(text: str) -> Value:
    """A text as it is; what stands in brackets is a list or a group of fields."""
    plain = text.strip()
    if plain[:1] not in {"[", "{"}:
        return plain
    values, faults = read(f"value: {plain}".encode())
    return plain if faults else values.get("value", plain)


def _put(values: Value, path: Path, value: Value) -> Meant:
    """The values with one more; lists grow by an entry where the next one is named."""
    try:
        for size, step in enumerate(path):
            if isinstance(step, int):
                there = value_at(values, path[:size])
                if len(there if isinstance(there, list) else []) == step:
                    values = edited(values, Insert(path[:size], step, {} if size + 1 < len(path) else value))
        return edited(values, Set(path, value))
    except (KeyError, IndexError):
        return Refused(f"“{'.'.join(map(str, path))}” does not fit what was set before.")


def _asked(site: Site, kind: str, values: Value) -> Value:
    for question in QUESTIONS[kind]:
        values = _answer(site, kind, values, question)
    return values


def _answer(site: Site, kind: str, values: Value, question: Question) -> Value:
    """The values with the answer to a question, which is asked again until the check lets it pass."""
    ask, choices, path = site.desk.ask, question.choices(site), _path(question.field)
    known = {label.casefold(): code for code, label in choices.items()}
    while ask is not None:
        answer = ask(question.asks + ("" if question.needed else " (or nothing)"), tuple(choices.values()))
        if answer is None:
            raise Stopped(Refused("Stopped."))
        text = answer.strip()
        if not text and not question.needed:
            return values
        if not text:
            site.desk.complain("This one is needed.")
            continue
        made = sure(_put(values, path, known.get(text.casefold(), text)))
        fields = dict(made) if isinstance(made, dict) else {}
        fault = fault_in(NEW[kind][1], fields, str(path[0]), site.catalogue.sources.vocabulary)
        if fault is None:
            return made
        site.desk.complain(str(fault))
    return values


def _warn(site: Site, folder: str, fields: Mapping[str, Value]) -> None:
    """Says what the new record looks like; whoever sits there may stop."""
    found = list(dict.fromkeys(alike(site, folder, fields)))
    for one in found:
        site.desk.say(f"This may be there already: {one}.\n")
    if found and site.desk.ask and (site.desk.ask("Write it all the same? (yes or no)", ()) or "").strip() != "yes":
        raise Stopped(Refused("Stopped."))


def alike(site: Site, folder: str, fields: Mapping[str, Value]) -> Iterator[str]:
    """What the site has already that looks like a new record."""
    sources = site.catalogue.sources
    name, phone = str(fields.get("name", "")), _digits(value_at(dict(fields), ("contact", "phone")))
    street = value_at(dict(fields), ("address", "street")), value_at(dict(fields), ("address", "postcode"))
    for other in getattr(sources, folder).values():
        same = difflib.SequenceMatcher(None, name.casefold(), other.name.casefold())
        if same.real_quick_ratio() >= ALIKE and same.ratio() >= ALIKE:
            yield f"{other.name} ({other.id}) has nearly the same name"
        address = getattr(other, "address", None)
        if address and all(street) and street == (address.street, address.postcode):
            yield f"{other.name} ({other.id}) has the same address"
        if phone and other.contact and phone == _digits(other.contact.phone):
            yield f"{other.name} ({other.id}) has the same telephone number"


def _digits(phone: Value) -> str:
    return re.sub(r"\D", "", str(phone or ""))


COMMAND = Command(
    name="new",
    help="write a new record, by short questions or by --set",
    run=run,
    options=(
        option("kind", choices=tuple(NEW), help="what it is"),
        option("--set", action="append", metavar="FIELD=VALUE", help="a field: contact.phone=…; may be repeated"),
        option("--id", help="the id; else from the name"),
    ),
)
