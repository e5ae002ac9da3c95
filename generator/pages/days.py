"""Appearances of sessions in, rows of HTML out: for the calendar, the start page, mixes and the staff calendar.

What a row says hangs on no day, so nearly all rows repeat from week to week: each is rendered once, with a sign for
the way to the site's top, and then copied for each depth of address.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from markupsafe import Markup

from generator.edition import Edition
from generator.icons import CATEGORY, STATE
from generator.pages.appearances import Appearance, Moment, Standing, elsewhere
from generator.pages.dates import cancelled_why, ends_at
from generator.pages.engine import Render, renderer
from generator.pages.facts import State, arm, cost, state, where
from generator.pages.record_text import sentence
from generator.richtext import plain
from generator.sessions import Status
from generator.words import Words
from generator.words import mark as _

_TOP, _END = "\0", "\1"  # for the way to the top and the end of a row: no text of a record holds them

_CANCELLED, _MOVED = "cancelled", "moved"
_TAGS: Mapping[Standing, tuple[str, str]] = {
    Standing.CANCELLED: (_("Cancelled"), _CANCELLED),
    Standing.LEFT: (_("Moved"), _MOVED),
    Standing.CAME: (_("Moved here"), _MOVED),
    Standing.CHANGED: (_("Changed"), _MOVED),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """The word for a change, and how it looks."""

    word: str
    kind: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a row says."""

    family: str
    icon: str
    at: str
    """When it begins and ends, for scripts, in minutes of the day, past 1440 on the day after: “630-720”."""
    time: str
    begins: str
    title: str
    url: str
    where: str
    category: str
    struck: bool
    state: State | None
    """Why one cannot simply come: full, a waiting list, paused."""
    tag: Tag | None
    brief: str | None
    """The tag's word for a small cell: “Moved to Wed 2”."""
    tells: str | None
    note: str | None
    there: str | None
    cost: str | None
    """Only where somebody has told us."""
    arm: str | None
    """The next step; none where there is nowhere to go."""


class Rows:
    """Renders rows, each different one once. Made once a build for each process."""

    def __init__(self, edition: Edition) -> None:
        """Takes words and templates from the edition."""
        row, view = renderer(edition.words, "parts/row.html"), cache(partial(row_view, edition))
        self._row = _Kept(view, partial(row, long=False, starred=False))
        self._starred = _Kept(view, partial(row, long=False, starred=True))
        self._long = _Kept(view, partial(row, long=True, starred=False))
        self._cell = _Kept(view, renderer(edition.words, "parts/cell.html"))

    def row(self, one: Appearance, root: str) -> Markup:
        """A row of a list of sessions."""
        return self._row.of((one,), root)

    def rows(self, found: Sequence[Appearance], root: str) -> Markup:
        """The rows of a list of sessions; in long lists a script adds the star of each."""
        return self._row.of(found, root)

    def starred_rows(self, found: Sequence[Appearance], root: str) -> Markup:
        """The rows of a short list, each with its star."""
        return self._starred.of(found, root)

    def long_rows(self, found: Sequence[Appearance], root: str) -> Markup:
        """The rows of the page of a day, with what it costs and what to do first."""
        return self._long.of(found, root)

    def cells(self, found: Sequence[Appearance], root: str) -> Markup:
        """The entries of a day in a month's grid."""
        return self._cell.of(found, root)


class _Kept:
    """Pieces of HTML of one template, kept for each way to the top."""

    def __init__(self, view: Callable[[Appearance], Row], render: Render) -> None:
        self._view, self._render = view, render
        self._first: dict[Appearance, str] = {}
        self._known: defaultdict[str, dict[Appearance, str]] = defaultdict(dict)

    def of(self, found: Sequence[Appearance], root: str) -> Markup:
        known = self._known[root]
        new = [one for one in found if one not in known]
        if new:
            self._make(new)
            known.update((one, self._first[one].replace(_TOP, root)) for one in new)
        return Markup("\n".join([known[one] for one in found]))  # noqa: S704 - the template has escaped every value

    def _make(self, wanted: Iterable[Appearance]) -> None:
        """Renders those that were never rendered, all at once: a call of a template costs as much as a row."""
        new = [one for one in wanted if one not in self._first]
        rows = [self._view(one) for one in new]
        pieces = self._render(rows=rows, root=_TOP, end=_END).split(_END)
        self._first.update(zip(new, map(str.strip, pieces), strict=False))


def row_view(edition: Edition, one: Appearance) -> Row:
    """What a row says about a session on a day."""
    words, session, entry = edition.words, one.session, one.session.entry
    struck = one.standing in {Standing.CANCELLED, Standing.LEFT}
    return Row(
        family=entry.family,
        icon=CATEGORY[entry.category],
        at=minutes(one),
        time=_times(words, one),
        begins=words.time(one.start) if one.start else words.t("All day"),
        title=session.title,
        url=entry.url,
        where=_where(edition, one),
        category=edition.label("category", entry.category),
        struck=struck,
        state=None if struck else state(edition, entry),
        tag=tag(words, one),
        brief=_brief(words, one),
        tells=tells(words, one),
        note=sentence(plain(session.note).replace("\n", " ")) if session.note else None,
        there=_there(words, one),
        cost=cost(edition, entry) if entry.record.cost and not struck else None,
        arm=None if struck else arm(edition, entry),
    )


def minutes(one: Appearance) -> str:
    """When a session begins and ends, in minutes of its day: “630-720”; nothing all day, “630-” without an end."""
    if one.start is None:
        return ""
    end = (one.end.hour + 24 * one.next_day) * 60 + one.end.minute if one.end else ""
    return f"{one.minute}-{end}"


def _where(edition: Edition, one: Appearance) -> str:
    """Where it is; on the day that it left, where it was to be."""
    place = elsewhere(one.session) if one.standing is not Standing.LEFT else None
    return place.name if place else where(edition, one.session.entry)


def tag(words: Words, one: Appearance) -> Tag | None:
    """The word for what happened to a session; none where it is as planned."""
    if one.standing is Standing.PLANNED:
        return None
    # Who looks where it was to be must not set out for where it was to go.
    standing = Standing.CANCELLED if _is_off(one) else one.standing
    word, kind = _TAGS[standing]
    return Tag(word=words.t(word), kind=kind, icon=STATE[kind])


def _brief(words: Words, one: Appearance) -> str | None:
    found = tag(words, one)
    if found is None or one.other is None or one.standing is not Standing.LEFT or _is_off(one):
        return found.word if found else None
    day, clock = one.other
    if day:
        when = words.t("%(weekday)s %(day)s", weekday=words.weekday_short(day.weekday()), day=day.day)
        return words.t("Moved to %(when)s", when=words.unbroken(when))
    return words.t("Moved to %(when)s", when=words.time(clock)) if clock else found.word


def tells(words: Words, one: Appearance) -> str | None:
    """What follows the tag: why it is cancelled, where it went, where it came from."""
    why = cancelled_why(words, one.session)
    reason = sentence(why) if why else None
    if one.other and one.standing is Standing.LEFT:
        to = _goes_to(words, one, one.other)
        if not _is_off(one):
            return _because(words, words.t("to %(when)s", when=to), reason)
        was = words.t("It was to move to %(when)s, but is cancelled.", when=to)
        return f"{was} {reason}" if reason else was
    if one.other and one.standing is Standing.CAME:
        return _because(words, _comes_from(words, one.other), reason)
    changes = _changes(words, one) if one.standing is Standing.CHANGED else []
    return " ".join([*changes, reason] if reason else changes) or None


def goes_on(one: Appearance) -> bool:
    """Whether what follows the tag goes on with its sentence: “Moved to …”, not “Cancelled. The hall …”."""
    return one.standing in {Standing.LEFT, Standing.CAME} and not _is_off(one)


def _is_off(one: Appearance) -> bool:
    """Whether a session is cancelled, also on the day that it left before that."""
    return one.session.status is Status.CANCELLED


def _because(words: Words, said: str, reason: str | None) -> str:
    """What happened, and why where that is known."""
    return words.t("%(what)s. %(why)s", what=said, why=reason) if reason else said


def _goes_to(words: Words, one: Appearance, other: Moment) -> str:
    """Where a session went: “Tuesday 24 November, 10.30 am, The Library”; only the time where the day is the same."""
    place = elsewhere(one.session)
    parts = (
        words.day(other.day) if other.day else None,
        words.time(other.clock) if other.clock else None,
        place.name if place else None,
    )
    return ", ".join(part for part in parts if part)


def _comes_from(words: Words, other: Moment) -> str:
    """When a session was to be: the day, or where that is the same the time."""
    if other.day:
        return words.t("from %(when)s", when=words.day(other.day))
    return words.t("from %(when)s", when=words.time(other.clock)) if other.clock else words.t("instead of all day")


def _changes(words: Words, one: Appearance) -> list[str]:
    """What is different about a session that begins as planned, in sentences."""
    said, session = [], one.session
    place, usual = elsewhere(session), session.entry.place
    if place:
        if usual:
            said.append(words.t("It is at %(place)s, not at %(usual)s.", place=place.name, usual=usual.name))
        else:
            said.append(words.t("It is at %(place)s.", place=place.name))
    if one.end and session.end != session.planned_end:
        said.append(ends_at(words, one.end, next_day=one.next_day))
    return said


def _times(words: Words, one: Appearance) -> str:
    if one.start is None:
        return words.t("All day")
    return words.times(one.start, one.end, next_day=one.next_day)


def _there(words: Words, one: Appearance) -> str | None:
    """When it begins by the clocks of its own zone: “7.30 pm in Dublin”."""
    if one.there is None:
        return None
    clock = words.time(one.there.clock)
    city = one.session.entry.zone.key.rpartition("/")[2].replace("_", " ")
    if one.there.weekday is None:
        return words.t("%(time)s in %(city)s", time=clock, city=city)
    return words.t("%(time)s on %(day)s in %(city)s", time=clock, day=words.weekday(one.there.weekday), city=city)
