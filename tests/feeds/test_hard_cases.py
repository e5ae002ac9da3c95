"""The hard cases: their feeds byte by byte, and what engines make of them."""

from functools import cache

import pytest

from generator.feeds.calendars import Calendars, calendars
from tests.engines import ical_js_of_text, ical_lib_parse, libical_errors, recurring_sessions
from tests.feeds.golden import FEEDS, HARD, made
from tests.feeds.sessions import ours, seen
from tests.feeds.small_site import NO_HISTORY, read

CASES = tuple(sorted(path.stem for path in (HARD / "data/activities").iterdir()))


@cache
def known() -> Calendars:
    return calendars(read(HARD), NO_HISTORY)


@cache
def feeds() -> dict[str, bytes]:
    return dict(made())


@pytest.mark.parametrize("case", CASES)
def test_the_feed_is_as_it_was_approved(case: str) -> None:
    expected = (FEEDS / f"{case}.ics").read_bytes()
    assert feeds()[case].decode().split("\r\n") == expected.decode().split("\r\n"), "python -m tests.feeds.golden"


def test_every_approved_feed_has_its_case() -> None:
    assert sorted(path.stem for path in FEEDS.iterdir()) == list(CASES) == sorted(feeds())


@pytest.mark.parametrize("case", CASES)
def test_strict_readers_take_it(case: str) -> None:
    assert ical_lib_parse(feeds()[case].decode())


@pytest.mark.needs("libical")
def test_libical_takes_them_all() -> None:
    found = libical_errors(sorted(FEEDS.iterdir()))
    assert not any(found.values()), found


@pytest.mark.parametrize("case", CASES)
def test_another_engine_finds_our_sessions(case: str) -> None:
    edition = known().edition
    found = recurring_sessions(feeds()[case].decode(), edition.window.first, edition.window.last)
    assert seen(found) == ours(edition, [edition.catalogue.entries[case]])


@pytest.mark.needs("ical.js")
def test_the_engine_of_thunderbird_finds_our_sessions() -> None:
    edition = known().edition
    text = next(known().content(feed) for feed in known().feeds if feed.kind == "all").decode()
    found = ical_js_of_text(text, edition.window.first, edition.window.last)
    assert seen(found) == ours(edition, edition.catalogue.activities)
