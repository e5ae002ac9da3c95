"""The sessions of one activity that differ in, sentences about them out.

Single sessions are named one by one; where a rule changed, one sentence says from when, what instead of what, and how
many sessions that are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.edit.touched import Touched
from generator.edition import Edition
from generator.pages import facts
from generator.sessions import Session, Status

MOST_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What becomes of an activity's sessions, in sentences, and how many differ."""

    sentences: tuple[str, ...]
    count: int


def told(before: Edition, after: Edition, found: Sequence[Touched]) -> Told:
    """What to say of the sessions of one activity that differ."""
    groups: dict[str, list[Touched]] = {}
    for one in found:
        groups.setdefault(_what(one), []).append(one)
    another = [one for what in ("gone", "new", "retimed") for one in groups.pop(what, [])]
    sentences = [*_rule(before, after, another)]
    for what, theirs in groups.items():
        sentences += _named(after, what, theirs)
    return Told(sentences=tuple(sentences), count=len(found))


def _what(one: Touched) -> str:
    was, now = one.before, one.after
    if now is None:
        return "gone"
    if was is None:
        return "new" if now.status is Status.PLANNED else now.status.value
    if now.status is not was.status:
        return "planned" if now.status is Status.PLANNED else now.status.value
    if now.status is Status.PLANNED and (now.start, now.end, now.next_day) != (was.start, was.end, was.next_day):
        return "retimed"
    return now.status.value if now.status is not Status.PLANNED else "told"


def _rule(before: Edition, after: Edition, found: Sequence[Touched]) -> Iterator[str]:
    """Sessions that go, come or change their hours: by the rules in words where there are rules."""
    if not found:
        return
    words = after.words
    entry = found[0].entry
    was, now = _rules(before, entry.id), _rules(after, entry.id)
    gone = [one.before for one in found if one.before and not one.after]
    came = [one.after for one in found if one.after and not one.before]
    days = sorted(session.on for one in found for session in (one.before, one.after) if session)
    count = len(found) - min(len(gone), len(came))
    counted = f"{words.number(count)} {'session changes' if count == 1 else 'sessions change'}"
    if was and now and was != now:
        yield f"From {words.date(days[0])}: {now} Instead of: {was} ({counted})"
    elif was and now:
        yield from _listed(after, gone, "no longer there")
        yield from _listed(after, came, "new")
        retimed = [one.after for one in found if one.before and one.after]
        yield from _listed(after, retimed, "at another time")
    elif now:
        yield f"{now} ({words.number(len(came))} sessions)"
    else:
        yield f"No longer: {was} ({words.number(len(gone))} sessions)"


def _rules(edition: Edition, id: str) -> str:  # noqa: A002 - the word of the records
    entry = edition.catalogue.entries.get(id)
    return " ".join(facts.when_long(edition, entry)) if entry else ""


def _listed(edition: Edition, found: Sequence[Session], what: str) -> Iterator[str]:
    for session in found[:MOST_NAMED]:
        yield f"{facts.session_words(edition, session, year=True)}: {what}"
    if len(found) > MOST_NAMED:
        yield f"and {len(found) - MOST_NAMED} more: {what}"


def _named(edition: Edition, what: str, found: Sequence[Touched]) -> Iterator[str]:
    words = edition.words
    for one in found[:MOST_NAMED]:
        now = one.after
        if now is None:
            continue
        day = words.date(now.day)
        match what:
            case "cancelled":
                reason = now.why or (f"{now.closed} is closed" if now.closed else "")
                yield f"{day} cancelled" + (f": {reason}" if reason else "")
            case "moved":
                place = f", {now.place.name}" if now.place and now.place != one.entry.place else ""
                yield f"{day} moved to {facts.session_words(edition, now, year=True)}{place}"
            case "planned":
                yield f"{day} takes place after all"
            case _:
                yield f"{day}: {_other(one)}"
    if len(found) > MOST_NAMED:
        yield f"and {len(found) - MOST_NAMED} more {'' if what == 'told' else what}".rstrip()


def _other(one: Touched) -> str:
    """What else is told of a session that takes place as before."""
    was, now = one.before, one.after
    if was and now and was.place != now.place:
        return f"now at {now.place.name}" if now.place else "the place is no longer said"
    if was and now and was.note != now.note:
        return f"note: {now.note}" if now.note else "no longer a note"
    return "told differently"
