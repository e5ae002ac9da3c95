"""The dates of an activity as its page lists them: what is on, cancelled or moved and why, or why there are none."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from operator import attrgetter

from markupsafe import Markup

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.texts import location
from generator.icons import STATE
from generator.pages.engine import renderer
from generator.pages.facts import is_over, later_session, next_session, session_words
from generator.pages.record_text import sentence
from generator.records.model import Activity
from generator.richtext import plain
from generator.schedule.rules import Dates, Item
from generator.sessions import Session, Status
from generator.words import Words

NEXT = 4
MOST = 60
SOON = timedelta(weeks=6)
_FAR = timedelta(days=300)  # from here on a day without its year could be misread


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """One date. `words` is when it happens; `struck` is when it was to happen, where that is off.

    A tag without anything struck: it happens then, but elsewhere.
    """

    iso: str
    """The day on which it happens, or was to happen."""
    words: str | None
    struck: str | None = None
    tag: str | None = None
    style: str | None = None
    icon: str | None = None
    more: str | None = None
    """What else there is to say: a reason, another place, a note."""
    at: str | None = None
    """When it begins and ends in minutes of the day, “630-720”, for the copy that one keeps; None where it is off."""
    key: str | None = None
    """Its item of the schedule, where there are several; by it one of two sessions on a day can be cancelled."""
    called: str | None = None
    place: str | None = None
    """What it is called and where it is, where that is not as usual."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDates:
    """The next dates and the ones after them as items of lists, and a sentence where none is near or known."""

    next: Markup
    rest: Markup
    none: str | None = None


def dates(edition: Edition, root: str) -> Callable[[Entry], RecordDates]:
    """A function that gives the dates of an activity from today on; plain dates are rendered once for all pages.

    `root` leads from the pages to the site's top.
    """
    render = renderer(edition.words, "parts/record_date.html")
    planned, plain_ones = Status.PLANNED, dict[tuple[date, str, str | None], str]()

    def item(session: Session) -> str:
        return render(date=date_line(edition, session), root=root)

    def plain_item(session: Session) -> str:
        key = session.on, minutes(session), _key(session)
        found = plain_ones.get(key)
        if found is None:
            found = plain_ones[key] = item(session)
        return found

    def of(entry: Entry) -> RecordDates:
        special = frozenset(number for number, one in enumerate(entry.items) if _told_by_dates(entry, one))
        items = [
            item(one) if one.status is not planned or one.note or one.item in special else plain_item(one)
            for one in _upcoming(edition, entry)
        ]
        first, rest = "".join(items[:NEXT]), "".join(items[NEXT:])
        return RecordDates(
            next=Markup(first),  # noqa: S704 - the template has escaped every value
            rest=Markup(rest),  # noqa: S704 - as above
            none=_none(edition, entry),
        )

    return of


def minutes(session: Session) -> str:
    """When a session begins and ends by its own clocks: “630-720”; nothing all day, “630-” without an end."""
    if session.start is None:
        return ""
    end = (session.end.hour + 24 * session.next_day) * 60 + session.end.minute if session.end else ""
    return f"{session.start.hour * 60 + session.start.minute}-{end}"


def _key(session: Session) -> str | None:
    items = session.entry.items
    return items[session.item].key if len(items) > 1 else None


def date_line(edition: Edition, session: Session) -> DateLine:
    """A session as a line of a list of dates, with what a copy of it has to say."""
    line = _line(edition, session)
    if session.status is Status.CANCELLED:
        return line
    place = session.place if session.place != session.entry.place else None
    return replace(
        line,
        at=minutes(session),
        key=_key(session),
        called=session.entry.items[session.item].called,
        place=location(place, session.entry, edition) if place else None,
    )


def _line(edition: Edition, session: Session) -> DateLine:
    words, today = edition.words, edition.today
    if session.status is Status.PLANNED:
        told = _told_by_dates(session.entry, session.entry.items[session.item])
        when = _when_all(words, session, today) if told else _when(words, session.on, session.start, today)
        return DateLine(iso=session.on.isoformat(), words=when, more=_more(edition, session))
    was = _when(words, session.day, session.planned_start, today)
    if session.status is Status.CANCELLED:
        moved = session.on != session.day or session.start != session.planned_start
        planned = _when(words, session.on, session.start, today) if moved else was
        return DateLine(iso=session.on.isoformat(), words=None, struck=planned, tag=words.t("Cancelled"),
                        style="cancelled", icon=STATE["cancelled"], more=_more(edition, session))  # fmt: skip
    if (session.on, session.start) == (session.day, session.planned_start):
        return DateLine(iso=session.on.isoformat(), words=was, tag=words.t("Changed"), style="moved",
                        icon=STATE["moved"], more=_more(edition, session))  # fmt: skip
    return DateLine(
        iso=session.on.isoformat(), struck=was, tag=words.t("Moved"), style="moved", icon=STATE["moved"],
        words=words.time(session.start) if session.start and session.on == session.day
        else session_words(edition, session, year=_year(session.on, today)),
        more=_more(edition, session),
    )  # fmt: skip


def _upcoming(edition: Edition, entry: Entry) -> tuple[Session, ...]:
    """The sessions from today on; only changes can put one out of the order of the planned days."""
    if isinstance(entry.record, Activity) and entry.record.changes:
        return edition.upcoming(entry, MOST)
    own = () if entry.ended else edition.sessions.get(entry.id, ())
    start = bisect_left(own, entry.from_day(edition.today), key=attrgetter("on"))
    return own[start : start + MOST]


def _told_by_dates(entry: Entry, item: Item) -> bool:
    """Whether no rule above the dates says until when this session lasts and what it is called."""
    return isinstance(item.rule, Dates) or (item.called is not None and len(entry.items) > 1)


def _when(words: Words, day: date, start: time | None, today: date) -> str:
    said = words.day_year(day) if _year(day, today) else words.day(day)
    return words.t("%(day)s, %(time)s", day=said, time=words.time(start) if start else words.t("all day"))


def _when_all(words: Words, session: Session, today: date) -> str:
    """The same with the end, where no rule above says it."""
    if session.start is None:
        return _when(words, session.on, None, today)
    said = words.day_year(session.on) if _year(session.on, today) else words.day(session.on)
    times = words.times(session.start, session.end, next_day=session.next_day)
    return words.t("%(day)s, %(time)s", day=said, time=times)


def _year(day: date, today: date) -> bool:
    return day - today > _FAR


def _more(edition: Edition, session: Session) -> str | None:
    """What else there is to say of a session, in sentences."""
    item = session.entry.items[session.item]
    called = item.called if _told_by_dates(session.entry, item) else None
    if called is None and session.note is None and session.status is Status.PLANNED:
        return None
    words, said = edition.words, []
    if called:
        said.append(sentence(called))
    if session.status is Status.MOVED and session.place and session.place != session.entry.place:
        said.append(words.t("At %(place)s.", place=session.place.name))
    if session.status is Status.MOVED and session.end and _ends_unusually(session):
        said.append(ends_at(words, session.end, next_day=session.next_day))
    reason = cancelled_why(words, session)
    if reason:
        said.append(sentence(reason))
    if session.note:
        said.append(sentence(plain(session.note).replace("\n", " ")))
    return " ".join(said) or None


def cancelled_why(words: Words, session: Session) -> str | None:
    """Why a session is cancelled or moved, and who is closed, as far as somebody has said."""
    if session.closed and session.why:
        return words.t("%(name)s is closed: %(why)s", name=session.closed, why=session.why)
    if session.closed:
        return words.t("%(name)s is closed", name=session.closed)
    return session.why


def _ends_unusually(session: Session) -> bool:
    """Whether a moved session takes another time than usual, or only now goes on past midnight."""
    usual = _minutes(session.planned_start, session.planned_end)
    over_midnight = session.next_day and not session.entry.items[session.item].next_day
    return over_midnight or _minutes(session.start, session.end) != usual


def _minutes(start: time | None, end: time | None) -> int | None:
    """How long something takes that ends within a day."""
    if start is None or end is None:
        return None
    return ((end.hour - start.hour) * 60 + end.minute - start.minute) % (24 * 60)


def ends_at(words: Words, end: time, *, next_day: bool) -> str:
    """When a session ends that ends at another time than usual."""
    if next_day and end != time():
        return words.t("It ends at %(time)s the next day.", time=words.time(end))
    return words.t("It ends at %(time)s.", time=words.time(end))


def _none(edition: Edition, entry: Entry) -> str | None:
    """What to say where no date is near: when it starts again, that it is over, or that nobody has told us."""
    if entry.ended:
        return None  # above it stands that it is not any more
    words, following = edition.words, next_session(edition, entry) or later_session(edition, entry)
    if following is not None:
        if following.on - edition.today <= SOON:
            return None
        shown = entry.record.visible is None or entry.visible(edition.today)
        before = shown and any(session.on < edition.today for session in edition.sessions.get(entry.id, ()))
        day = words.date(following.on) if _year(following.on, edition.today) else words.date_short(following.on)
        return words.t("No date in the next weeks. It starts again on %(day)s.", day=day) if before else words.t(
            "No date in the next weeks. It starts on %(day)s.", day=day)  # fmt: skip
    if not is_over(edition, entry):
        return words.t("Nobody has told us the next date. Ring and ask.")
    past = [session for session in edition.sessions.get(entry.id, ()) if session.status is not Status.CANCELLED]
    if past:
        return words.t("It is over. The last date was %(day)s.", day=words.day_year(past[-1].on))
    return words.t("It is over. No more dates are planned.")
