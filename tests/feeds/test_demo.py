"""Every feed of the demo, before every engine: no errors, and the sessions that our own pages show."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.calendars import Calendars, Feed, calendars
from generator.feeds.plan import KEPT
from generator.schedule.rules import Dates
from generator.schedule.zoned import at
from generator.sessions import Session, Status
from tests.capabilities import ROOT
from tests.engines import Found, ical_js_sessions, ical_lib_parse, libical_errors, recurring_sessions
from tests.feeds.small_site import NO_HISTORY, TODAY, read

Seen = tuple[date | datetime, date | datetime, str, str | None]


@pytest.fixture(scope="module")
def demo() -> Calendars:
    return calendars(read(ROOT, TODAY), NO_HISTORY)


@pytest.fixture(scope="module")
def files(demo: Calendars, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("feeds")
    found = {}
    for one in demo.feeds:
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(demo.content(one))
        found[one.path] = path
    return found


def fullest(demo: Calendars) -> tuple[Feed, ...]:
    """Feeds that hold all events between them; all others are joined from the same events (test_scope.py)."""
    found = tuple(one for one in demo.feeds if one.kind in {"all", "staff", "mix"})
    assert {entry.id for one in found for entry in one.entries} == demo.events.keys()
    return found


def test_the_demo_has_something_to_show(demo: Calendars) -> None:
    kinds = Counter(one.kind for one in demo.feeds if one.entries)
    assert kinds.keys() == {"all", "category", "area", "flag", "venue", "organiser", "activity", "mix", "staff"}
    assert all(demo.offered(one) for one in demo.feeds)


@pytest.mark.needs("libical")
def test_libical_finds_no_error_in_any_feed(files: Mapping[str, Path]) -> None:
    found = libical_errors(files.values())
    assert {path: errors for path, errors in found.items() if errors} == {}
    assert len(found) == len(files)


def test_icalendar_and_ical_read_every_feed(files: Mapping[str, Path]) -> None:
    for path in files.values():
        content = path.read_bytes()
        events = Calendar.from_ical(content).walk("VEVENT")
        assert not any(event.errors for event in events)
        assert len(ical_lib_parse(content.decode())) == len(events)


def test_no_feed_has_a_uid_twice_but_for_overrides(demo: Calendars) -> None:
    for one in fullest(demo):
        masters = Counter(
            str(event["UID"])
            for event in Calendar.from_ical(demo.content(one)).walk("VEVENT")
            if "RECURRENCE-ID" not in event
        )
        assert not [uid for uid, times in masters.items() if times > 1]


def test_another_engine_finds_our_sessions(demo: Calendars, files: Mapping[str, Path]) -> None:
    window = demo.edition.window
    for one in fullest(demo):
        text = files[one.path].read_bytes().decode()
        assert seen(recurring_sessions(text, window.first, window.last)) == ours(demo.edition, one.entries), one.path


@pytest.mark.needs("ical.js")
def test_the_engine_of_thunderbird_finds_our_sessions(demo: Calendars, files: Mapping[str, Path]) -> None:
    window = demo.edition.window
    for one in fullest(demo):
        found = ical_js_sessions(files[one.path], window.first, window.last)
        assert seen(found) == ours(demo.edition, one.entries), one.path


def seen(found: Iterable[Found]) -> Counter[Seen]:
    return Counter((one.start, one.end, one.summary, one.status) for one in found)


def ours(edition: Edition, entries: Iterable[Entry]) -> Counter[Seen]:
    """Our sessions in the window as an engine has to see them."""
    return Counter(
        as_seen(session)
        for entry in entries
        for session in edition.sessions[entry.id]
        if session.on in edition.window and not gone(session, edition.today)
    )


def gone(session: Session, today: date) -> bool:
    """Whether a cancelled session has left the feeds: a week after its day."""
    return session.status is Status.CANCELLED and session.on < today - KEPT


def as_seen(session: Session) -> Seen:
    cancelled = session.status is Status.CANCELLED
    title = f"CANCELLED: {session.title}" if cancelled else session.title
    status = "CANCELLED" if cancelled else "CONFIRMED"
    if session.start is None:
        return session.on, session.on + timedelta(days=1), title, status
    last = session.on + timedelta(days=1) if session.next_day else session.on
    zone = session.entry.zone
    start, end = at(session.on, session.start, zone), at(last, session.end or session.start, zone)
    return start.astimezone(UTC), end.astimezone(UTC), title, status


def test_the_demo_has_every_form_of_event(demo: Calendars) -> None:
    every = b"".join(one.body for one in demo.events.values())
    for line in (
        b"RRULE:FREQ=WEEKLY;",
        b"RRULE:FREQ=MONTHLY;",
        b"RRULE:FREQ=YEARLY;",
        b";UNTIL=",
        b"EXDATE;",
        b"RECURRENCE-ID;",
        b"STATUS:CANCELLED",
        b"RELATED-TO:",
        b";VALUE=DATE:",
        b"GEO:",
    ):
        assert b"\r\n" + line in every or line in every, line
    items = [item for entry in demo.edition.catalogue.activities for item in entry.items]
    assert any(item.next_day for item in items)
    assert any(item.start is None and not isinstance(item.rule, Dates) for item in items)
