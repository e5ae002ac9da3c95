"""The series of a calendar in, what each record should say out: names, schedules and changes as plain values."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from generator.imports import texts
from generator.imports.events import Event, Series
from generator.imports.items import Different, Draft, Drafting
from generator.imports.notes import Notes
from generator.imports.places import where
from generator.problems import shorten
from generator.records.model import Venue
from generator.records.scalars import LONGEST_SLUG, slug_of
from generator.records.yamltext import Value
from generator.schedule.every_write import spoken
from generator.schedule.rules import Dates, Weekly
from generator.words import Words, words_for

KEY_LENGTH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a record should say by the calendar; `uids` are those of each item, by its key."""

    values: Mapping[str, Value]
    uids: Mapping[str, tuple[str, ...]]
    line: int


@dataclass(slots=True, kw_only=True)
class Group:
    """Series that are one thing. `known` are the keys that items with these UIDs have already."""

    record: str | None
    series: list[Series] = field(default_factory=list)
    known: Mapping[str, str] = field(default_factory=dict)


def grouped(found: Iterable[Series], owners: Mapping[str, tuple[str, str]], home: ZoneInfo) -> list[Group]:
    """The series by what they are: those that a record has (`owners`: UID → record, key), then those of one name."""
    groups: dict[object, Group] = {}
    names: dict[tuple[str, str, str], Group] = {}
    later: list[Series] = []
    for series in found:
        owner = owners.get(series.master.uid)
        if owner is None:
            later.append(series)
            continue
        known = {uid: key for uid, (record, key) in owners.items() if record == owner[0]}
        group = groups.setdefault(owner[0], Group(record=owner[0], known=known))
        group.series.append(series)
        names.setdefault(_name(series, home), group)
    for series in later:
        key = _name(series, home)
        group = names.setdefault(key, Group(record=None))
        groups.setdefault(key if group.record is None else group.record, group)
        group.series.append(series)
    return list(groups.values())


def _name(series: Series, home: ZoneInfo) -> tuple[str, str, str]:
    master = series.master
    zone = master.zone if master.repeats else home
    return master.name.casefold(), master.place.casefold(), zone.key


def proposal(group: Group, home: ZoneInfo, venues: Mapping[str, Venue], notes: Notes) -> Proposal | None:
    """What the record of a group should say; None where nothing of it can be kept."""
    masters = [series.master for series in group.series]
    name = Counter(master.name for master in masters).most_common(1)[0][0]
    place = Counter(master.place for master in masters).most_common(1)[0][0]
    zone = next((master.zone for master in masters if master.repeats), home)
    drafting = Drafting(name, place, zone, notes)
    for series in group.series:
        drafting.add(series)
    drafts = drafting.drafts()
    if not drafts:
        return None
    values = {"name": name, **_about(masters, place, venues, notes)}
    if zone.key != home.key:
        values["timezone"] = zone.key
    words = words_for("en_GB", "GBP")
    keyed = _with_keys(drafts, group.known, words)
    changes = {(str(one["on"]), str(one["key"])): one for one in _changes(keyed, venues, notes)}
    values["schedule"] = [_item(draft, key, words) for key, draft in keyed]
    if changes:
        values["changes"] = [changes[one] for one in sorted(changes)]
    return Proposal(values=values, uids={key: draft.uids for key, draft in keyed}, line=masters[0].line)


def _about(masters: Sequence[Event], place: str, venues: Mapping[str, Venue], notes: Notes) -> dict[str, Value]:
    """What is said about it and where it is."""
    first = masters[0]
    said = Counter(master.description for master in masters if master.description and not master.cancelled)
    description = said.most_common(1)[0][0] if said else ""
    values: dict[str, Value] = {"summary": texts.first_sentence(description) or first.name}
    if not description:
        notes.read(first.line, first.what, "there is no description; the summary is the name again.")
    elif description != values["summary"]:
        values["description"] = description
    venue = where(place, next((master.coordinates for master in masters if master.coordinates), None), venues)
    if venue.said:
        notes.lost(first.line, first.what, venue.said)
    return values if venue.value is None else {**values, "venue": venue.value}


def _changes(
    keyed: Iterable[tuple[str, Draft]], venues: Mapping[str, Venue], notes: Notes
) -> Iterator[dict[str, Value]]:
    for key, draft in keyed:
        for one in draft.different:
            change = _change(one, key, venues, notes)
            if len(change) > len(("on", "key")):
                yield change


def _with_keys(drafts: list[Draft], known: Mapping[str, str], words: Words) -> list[tuple[str, Draft]]:
    """Each item with its key: the one that it has for good, or a new one."""
    taken: dict[str, Draft] = {}
    new: list[Draft] = []
    ordered = sorted(drafts, key=lambda draft: -sum(uid in known for uid in draft.uids))
    for draft in ordered:
        mine = next((known[uid] for uid in draft.uids if known.get(uid, "") not in {"", *taken}), None)
        if mine:
            taken[mine] = draft
        else:
            new.append(draft)
    for draft in new:
        taken[_new_key(draft, {*taken, *known.values()}, words)] = draft
    place = {id(draft): number for number, draft in enumerate(drafts)}
    return sorted(taken.items(), key=lambda pair: place[id(pair[1])])


def _new_key(draft: Draft, taken: set[str], words: Words) -> str:
    rule = draft.taken.rule
    if isinstance(rule, Dates):
        base = slug_of(draft.called or "")[:KEY_LENGTH].strip("-") or "days"
    elif isinstance(rule, Weekly) and rule.interval == 1 and len(rule.days) == 1:
        base = slug_of(words.weekdays_plural(rule.days[0]))
    else:
        said = next(iter(spoken(rule, words).values()))
        base = slug_of(" ".join(said) if isinstance(said, list) else said)[:KEY_LENGTH].strip("-")
    timed = f"{base}-{draft.clock.start.replace(':', '')}" if draft.clock.start else base
    tries = (base, timed, *(f"{timed}-{number}" for number in range(2, len(taken) + 3)))
    return next(key for key in tries if key not in taken)[:LONGEST_SLUG]


def _item(draft: Draft, key: str, words: Words) -> dict[str, Value]:
    taken, clock = draft.taken, draft.clock
    said = spoken(taken.rule, words)
    item: dict[str, Value] = {name: [*one] if isinstance(one, list) else one for name, one in said.items()}
    more = {
        "start": clock.start, "end": clock.end, "key": key, "from": _iso(taken.first), "until": _iso(taken.until),
        "times": str(taken.times) if taken.times else None,
    }  # fmt: skip
    item |= {name: value for name, value in more.items() if value}
    days = item.get("on")
    if isinstance(days, list) and len(days) == 1:
        item["on"] = days[0]
    if draft.without:
        item["except"] = [day.isoformat() for day in sorted(draft.without)]
    return item | ({"called": draft.called} if draft.called else {})


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _change(one: Different, key: str, venues: Mapping[str, Venue], notes: Notes) -> dict[str, Value]:
    change: dict[str, Value] = {"on": one.day.isoformat(), "key": key}
    if one.cancelled:
        return {**change, "cancelled": one.cancelled}
    move: dict[str, Value] = {"to": (one.to or one.day).isoformat()}
    if one.clock and one.clock.start:
        move |= {"start": one.clock.start} | ({"end": one.clock.end} if one.clock.end else {})
    said = [one.note] if one.note else []
    venue = where(one.place, None, venues).known if one.place else None
    if venue:
        move["venue"] = venue
    elif one.place:
        said.append(f"At: {one.place}")
        text = f"it is at “{shorten(one.place)}”, which is no venue here; a note says so."
        notes.lost(one.event.line, one.event.what, text)
    if one.to or venue:
        change["moved"] = move
    return {**change, "note": "\n".join(said)} if said else change
