"""Other people's calendar engines, asked what they see in a feed of ours: the judges of the feed tests."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from tests.capabilities import TESTS, node, system_python

TIME_LIMIT = 300  # seconds: an engine that never ends must not hold up the tests


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A session as an engine sees it: instants in UTC, whole days as dates, floating times without a zone."""

    uid: str
    start: date | datetime
    end: date | datetime
    summary: str
    status: str | None = None


def libical_errors(paths: Iterable[Path]) -> Mapping[str, tuple[str, ...]]:
    """What libical complains of in each feed, by the feed's path. Needs `libical`."""
    python = system_python()
    assert python is not None
    command = [python, str(TESTS / "tools/libical_errors.py"), *map(str, paths)]
    found: dict[str, list[str]] = json.loads(_output(command, os.environ))
    return {path: tuple(errors) for path, errors in found.items()}


def ical_js_sessions(path: Path, first: date, last: date) -> tuple[Found, ...]:
    """The sessions that ical.js finds on the days from first to last. Needs `ical.js`."""
    program = node()
    assert program is not None
    command = [program, str(TESTS / "tools/ical_js.mjs"), str(path), first.isoformat(), last.isoformat()]
    return _sorted(
        Found(
            uid=session["uid"],
            start=_time(session["start"]),
            end=_time(session["end"]),
            summary=session["summary"],
            status=session["status"],
        )
        for session in json.loads(_output(command, os.environ | {"TZ": "UTC"}))
    )


def ical_lib_parse(text: str) -> tuple[Found, ...]:
    """The events as Home Assistant's strict reader sees them, series not expanded; it raises on an error."""
    return _sorted(
        Found(
            uid=event.uid,
            start=_utc(event.start),
            end=_utc(event.end),
            summary=event.summary or "",
            status=event.status.value if event.status else None,
        )
        for event in IcsCalendarStream.calendar_from_ics(text).events
    )


def recurring_sessions(text: str, first: date, last: date) -> tuple[Found, ...]:
    """The sessions that recurring-ical-events finds on the days from first to last."""
    events = recurring_ical_events.of(Calendar.from_ical(text)).between(first, last + timedelta(days=1))
    return _sorted(
        Found(
            uid=str(event["UID"]),
            start=_utc(event.start),
            end=_utc(event.end),
            summary=str(event["SUMMARY"]),
            status=str(event["STATUS"]) if "STATUS" in event else None,
        )
        for event in events
        if first <= _day(event.start) <= last
    )


def ical_js_of_text(text: str, first: date, last: date) -> tuple[Found, ...]:
    """The same as `ical_js_sessions`, for a feed that is no file yet."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "feed.ics"
        path.write_bytes(text.encode())
        return ical_js_sessions(path, first, last)


def _output(command: list[str], environment: Mapping[str, str]) -> str:
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=TIME_LIMIT, check=False)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def _sorted(sessions: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(sorted(sessions, key=lambda found: (found.start.isoformat(), found.uid, found.summary)))


def _time(text: str) -> date | datetime:
    return _utc(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)


def _utc(time: date | datetime) -> date | datetime:
    return time.astimezone(UTC) if isinstance(time, datetime) and time.tzinfo else time


def _day(time: date | datetime) -> date:
    return time.date() if isinstance(time, datetime) else time
