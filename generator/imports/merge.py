"""What an import wrote last time, what stands now, what comes now → edits; where people have edited, theirs stands.

A record is looked at fact by fact. Of what was written last time only digests are kept, in the record's own `source`:
they tell whether the calendar has changed a fact since, and whether people have. The same goes for tables (`again`).
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.edit.edits import Edit, Insert, Remove, Set, value_at
from generator.records.yamltext import Value

Values = Mapping[str, Value]
PLAIN = ("name", "summary", "description", "venue", "timezone")
PARTS: Mapping[str, tuple[str, ...]] = {
    "rule": ("every", "on", "rrule"),
    "times": ("start", "end"),
    "span": ("from", "until", "times"),
    "except": ("except",),
    "called": ("called",),
}
"""What belongs together in an item of a schedule: each is one fact, taken or left as a whole."""
_LISTS = frozenset({"every", "on", "except"})
_WORDS = {"rule": "the days", "times": "the times", "span": "its first and last day", "except": "the days left out"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The edits of a record, the digests after them, and the facts that people and the calendar both changed."""

    edits: tuple[Edit, ...]
    wrote: Mapping[str, str]
    contested: tuple[str, ...]
    gone: tuple[str, ...]
    """Items whose events have left the calendar."""


def facts_of(values: Values) -> dict[str, Values]:
    """Each fact of a record that an import writes, by its name, as fields with their values."""
    found: dict[str, Values] = {name: {name: values[name]} for name in PLAIN if values.get(name) is not None}
    items = entries(values, "schedule")
    for item in items:
        for part, fields in PARTS.items():
            own = {field: _listed(field, item[field]) for field in fields if item.get(field) is not None}
            if own:
                found[f"schedule.{item.get('key', '')}.{part}"] = own
    only = str(items[0].get("key", "")) if len(items) == 1 else ""
    for change in entries(values, "changes"):
        name = f"changes.{change.get('key', only)}.{change.get('on')}"
        found[name] = {field: one for field, one in change.items() if field not in {"on", "key"}}
    return found


def entries(values: Values, field: str) -> list[dict[str, Value]]:
    """The entries of a list that have fields."""
    entries = values.get(field)
    return [one for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []


def _listed(field: str, value: Value) -> Value:
    return [value] if field in _LISTS and isinstance(value, str) else value


def _plain(field: str, value: Value) -> Value:
    """One day alone, where there is one."""
    return value[0] if field in {"every", "on"} and isinstance(value, list) and len(value) == 1 else value


def digest(fact: Values) -> str:
    """A few signs that tell whether a fact is another one."""
    text = json.dumps(fact, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def digests(values: Values) -> dict[str, str]:
    """The digests of all facts."""
    return {name: digest(fact) for name, fact in facts_of(values).items()}


@dataclass(frozen=True, slots=True)
class Decided:
    """What each fact is to become (None: it goes), the digests after that, and what people and the source changed."""

    target: Mapping[str, Values | None]
    wrote: Mapping[str, str]
    contested: tuple[str, ...]


def decided(
    mine: Mapping[str, Values], theirs: Mapping[str, Values], wrote: Mapping[str, str], stays: Callable[[str], bool]
) -> Decided:
    """Fact by fact: what stands, what comes and the digest of what was written last time.

    `stays` says of a fact that does not come whether it stands nevertheless.
    """
    left, contested, target = dict(wrote), list[str](), dict[str, Values | None]()
    for name in {**wrote, **mine, **theirs}:
        have, comes = mine.get(name), theirs.get(name)
        if comes is None and (name not in wrote or stays(name)):
            continue
        before, after = wrote.get(name), digest(comes) if comes else None
        if after == before:
            continue
        if have == comes or (digest(have) if have else None) == before:
            if have != comes:
                target[name] = comes
        else:
            contested.append(name)
        left = {key: one for key, one in left.items() if key != name} | ({name: after} if after else {})
    return Decided(target, left, tuple(contested))


def merged(now: Values, wrote: Mapping[str, str], coming: Values, keeps: Callable[[str], bool]) -> Merged:
    """What has to be edited so that a record says what its source says, but for what people have edited.

    `keeps` says of a day whether what stands on it stays although it does not come: the past does.
    """
    mine, theirs = facts_of(now), facts_of(coming)
    keys = {str(item.get("key", "")) for item in entries(coming, "schedule")}
    gone = tuple(sorted({name.split(".")[1] for name in wrote if name.startswith("schedule.")} - keys))
    theirs = {
        name: _with_kept(mine.get(name), fact, keeps) if name.endswith(".rule") else fact
        for name, fact in theirs.items()
    }
    made = decided(mine, theirs, wrote, lambda name: _stays(name, gone, keeps))
    edits = tuple(_edits(now, coming, made.target))
    return Merged(edits=edits, wrote=made.wrote, contested=made.contested, gone=gone)


def _stays(name: str, gone: tuple[str, ...], keeps: Callable[[str], bool]) -> bool:
    """Whether a fact that is no longer in the source stays: the past does, and what has lost its series."""
    kind, *rest = name.split(".")
    return (kind == "changes" and keeps(rest[-1])) or (kind in {"schedule", "changes"} and rest[0] in gone)


def _with_kept(have: Values | None, comes: Values, keeps: Callable[[str], bool]) -> Values:
    """Single days that are over stay: many calendars forget them."""
    mine, theirs = (have or {}).get("on"), comes.get("on")
    if not isinstance(mine, list) or not isinstance(theirs, list):
        return comes
    kept = [day for day in mine if isinstance(day, str) and keeps(day)]
    both: list[Value] = [*sorted({*kept, *(day for day in theirs if isinstance(day, str))})]
    return {"on": both}


def _edits(now: Values, coming: Values, target: Mapping[str, Values | None]) -> Iterator[Edit]:
    for name in (one for one in PLAIN if one in target):
        fact = target[name]
        yield Set((name,), fact[name]) if fact else Remove((name,))
    places = {str(item.get("key", "")): number for number, item in enumerate(entries(now, "schedule"))}
    for name, fact in target.items():
        kind, *rest = name.split(".")
        if kind == "schedule" and rest[0] in places:
            path = ("schedule", places[rest[0]])
            yield from (Set((*path, field), _plain(field, value)) for field, value in (fact or {}).items())
            for field in PARTS[rest[1]]:
                if field not in (fact or {}) and value_at(dict(now), (*path, field)) is not None:
                    yield Remove((*path, field))
    new = [item for item in entries(coming, "schedule") if item.get("key") not in places]
    new = [item for item in new if f"schedule.{item.get('key')}.rule" in target]
    yield from (Insert(("schedule",), len(places) + number, dict(item)) for number, item in enumerate(new))
    yield from _change_edits(now, coming, target)


def _change_edits(now: Values, coming: Values, target: Mapping[str, Values | None]) -> Iterator[Edit]:
    there, items = entries(now, "changes"), entries(now, "schedule")
    only = str(items[0].get("key", "")) if len(items) == 1 else ""
    names = [f"changes.{change.get('key', only)}.{change.get('on')}" for change in there]
    for number, (name, change) in enumerate(zip(names, there, strict=True)):
        if fact := target.get(name):
            head: dict[str, Value] = {field: change[field] for field in ("on", "key") if field in change}
            yield Set(("changes", number), {**head, **fact})
    away = [number for number, name in enumerate(names) if name in target and not target[name]]
    yield from (Remove(("changes", number)) for number in reversed(away))
    new = [one for one in entries(coming, "changes") if f"changes.{one.get('key')}.{one.get('on')}" in target]
    new = [one for one in new if f"changes.{one.get('key')}.{one.get('on')}" not in names]
    for number, change in enumerate(new):
        yield Insert(("changes",), len(there) - len(away) + number, dict(change))


def in_words(name: str) -> str:
    """A fact as reports name it."""
    kind, *rest = name.split(".")
    if kind == "changes":
        return f"the change on {rest[-1]}"
    if kind == "schedule" and not rest[0].isdecimal():
        return f"{_WORDS.get(rest[1], rest[1])} of “{rest[0]}”"
    return "the " + ": ".join(one for one in (kind, *rest) if not one.isdecimal())
