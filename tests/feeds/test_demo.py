"""Every feed of the demo and of the second site, before every engine: no errors, and the sessions that we show."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from icalendar import Calendar

from generator.feeds.calendars import Calendars, Feed, calendars
from tests.capabilities import ROOT, TESTS
from tests.engines import ical_js_sessions, ical_lib_parse, libical_errors, recurring_sessions
from tests.feeds.sessions import ours, seen
from tests.feeds.small_site import NO_HISTORY, TODAY, read

SITES = {"demo": ROOT, "us": TESTS / "us-site"}


@pytest.fixture(scope="module", params=SITES)
def demo(request: pytest.FixtureRequest) -> Calendars:
    return calendars(read(SITES[request.param], TODAY), NO_HISTORY)


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
    kinds = {one.kind for one in demo.feeds if one.entries}
    assert kinds == {"all", "category", "area", "flag", "venue", "organiser", "activity", "mix", "staff"}
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
