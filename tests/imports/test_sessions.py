"""The sessions of what was imported are those that other people's engines find in the same calendar."""

from pathlib import Path

import pytest

from generator.feeds.calendars import calendars
from tests.capabilities import ROOT
from tests.engines import ical_js_sessions, recurring_sessions
from tests.feeds.golden import FEEDS
from tests.feeds.small_site import NO_HISTORY
from tests.feeds.small_site import read as read_site
from tests.imports.bringing import FIRST, LAST, house, theirs

REAL = Path(__file__).parent / "real"
HARD = tuple(sorted(path.stem for path in FEEDS.iterdir()))
LIFE = tuple(sorted(path.stem for path in REAL.iterdir()))


@pytest.mark.parametrize("path", [*(FEEDS / f"{name}.ics" for name in HARD), *(REAL / f"{name}.ics" for name in LIFE)],
                         ids=lambda path: path.stem)  # fmt: skip
def test_an_engine_finds_the_sessions_that_were_imported(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = house(tmp_path, capsys)
    site.taken(path)
    assert site.moments() == theirs(recurring_sessions(path.read_bytes().decode(), FIRST, LAST))


@pytest.mark.needs("ical.js")
@pytest.mark.parametrize(
    "name", ["google", "outlook"]
)  # ical.js knows no override alone, and no zone by its name alone
def test_the_engine_of_thunderbird_finds_them_too(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = house(tmp_path, capsys)
    site.taken(REAL / f"{name}.ics")
    assert site.moments() == theirs(ical_js_sessions(REAL / f"{name}.ics", FIRST, LAST))


def test_the_whole_demo_comes_back_from_its_feed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = calendars(read_site(ROOT), NO_HISTORY)
    feed = tmp_path / "all.ics"
    feed.write_bytes(next(known.content(one) for one in known.feeds if one.kind == "all"))
    site = house(tmp_path / "site", capsys)
    said = site.taken(feed)
    assert "cannot be kept" not in said
    assert site.moments() == theirs(recurring_sessions(feed.read_bytes().decode(), FIRST, LAST))
