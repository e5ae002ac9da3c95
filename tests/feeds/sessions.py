"""Our sessions as an engine has to see them, for the tests that ask engines."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.plan import KEPT
from generator.sessions import Session, Status
from generator.words import Words
from tests.engines import Found

Seen = tuple[date | datetime, date | datetime, str, str | None]


def seen(found: Iterable[Found]) -> Counter[Seen]:
    """What an engine sees: beginning, end, title and state of each session."""
    return Counter((one.start, one.end, one.summary, one.status) for one in found)


def ours(edition: Edition, entries: Iterable[Entry]) -> Counter[Seen]:
    """The same of our own sessions in the window, without those cancelled more than a week ago."""
    return Counter(
        _seen(session, edition.words)
        for entry in entries
        for session in edition.sessions[entry.id]
        if session.on in edition.window and not _gone(session, edition.today)
    )


def _gone(session: Session, today: date) -> bool:
    return session.status is Status.CANCELLED and session.on < today - KEPT


def _seen(session: Session, words: Words) -> Seen:
    cancelled = session.status is Status.CANCELLED
    title = words.t("CANCELLED: %(title)s", title=session.title) if cancelled else session.title
    status = "CANCELLED" if cancelled else "CONFIRMED"
    if session.start is None:
        return session.on, session.on + timedelta(days=1), title, status
    zone, last = session.entry.zone, session.on + timedelta(days=1) if session.next_day else session.on
    start = datetime.combine(session.on, session.start, zone)
    end = datetime.combine(last, session.end or session.start, zone)
    return start.astimezone(UTC), end.astimezone(UTC), title, status
