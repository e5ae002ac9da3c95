"""A situation: a class is cancelled this morning. One line in a record, and whoever looks, wherever, learns of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.serving import served
from tests.sites import DEMO, TODAY, Built, commit, made

pytestmark = pytest.mark.needs("chromium")

RECORD = "data/activities/sunday-ramble.yml"
LINE = f"changes:\n  - on: {TODAY}\n    cancelled: the path is flooded\n"
WORDS = "Cancelled. The path is flooded."


def cancel(folder: Path) -> None:
    """What the coordinator does: one change of three lines, and a commit; the rest runs by itself."""
    record = folder / RECORD
    record.write_text(record.read_text(encoding="utf-8").replace("changes:\n", LINE), encoding="utf-8")
    commit(folder)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(DEMO, tmp_path_factory.mktemp("morning"), "https://example.org/fingerpost/", cancel)


@pytest.fixture(scope="module")
def address(site: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(site, tmp_path_factory.mktemp("host")) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, timezone_id="Europe/London")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T08:00:00")
    yield page
    context.close()


def test_in_one_step_on_the_start_page(page: Page, address: str) -> None:
    page.goto(address)  # 1

    changes = page.locator("[data-changes]")
    expect(changes.get_by_role("heading", name="Changes today")).to_be_visible()
    expect(changes).to_contain_text(f"Sunday Ramble: {WORDS}")
    expect(changes).to_contain_text("Last update: Friday 20 November 2026, 12 noon.")


def test_in_one_step_in_the_calendar_struck_and_in_words(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/")  # 1

    expect(page.locator("[data-changes]")).to_contain_text(WORDS)
    row = page.locator(f'.fp-day[data-date="{TODAY}"] .fp-session', has_text="Sunday Ramble")
    expect(row.locator("s").first).to_be_visible()
    expect(row).to_contain_text("Cancelled")
    expect(row).to_contain_text("The path is flooded.")


def test_in_two_steps_from_what_somebody_always_chooses(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/#category=move")  # 1: a bookmark
    expect(page.locator(".fp-calfilters [role=status]")).to_contain_text("fit")

    row = page.locator(f'.fp-day[data-date="{TODAY}"] .fp-session', has_text="Sunday Ramble")
    expect(row).to_contain_text("The path is flooded.")
    row.get_by_role("link").click()  # 2
    expect(page.get_by_role("heading", level=1)).to_have_text("Sunday Ramble")
    line = page.locator(f'.fp-dates li[data-date="{TODAY}"]')
    expect(line).to_contain_text("Cancelled")
    expect(line.locator("s")).to_be_visible()


def test_nobody_can_keep_a_copy_of_it(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/{TODAY}/")
    row = page.locator(".fp-session", has_text="Sunday Ramble")
    expect(page.locator("[data-keep]").first).to_be_visible()

    expect(row.get_by_role("button")).to_have_count(0)
    page.goto(f"{address}activities/sunday-ramble/")
    expect(page.get_by_label("Only one date")).to_be_visible()
    dates = page.get_by_label("Only one date").locator("option").all_inner_texts()
    assert dates
    assert not any("22 November" in one for one in dates)


def test_a_page_made_yesterday_tells_what_was_known_of_today(browser: Browser, address: str) -> None:
    context = browser.new_context(timezone_id="Europe/London")
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-24T08:00:00")  # two days after the build; it knew of changes to come
    page.goto(f"{address}calendar/")

    changes = page.locator("[data-changes]")
    expect(changes.get_by_role("heading", name="Changes today")).to_be_visible()
    expect(changes).not_to_contain_text("Sunday Ramble")
    expect(changes).to_contain_text("Moved")
    context.close()


def test_the_feeds_say_it_for_those_who_subscribe(site: Built) -> None:
    for feed in ("activity/sunday-ramble.ics", "category/move.ics", "all.ics"):
        events = Calendar.from_ical((site.folder / "feeds" / feed).read_bytes()).walk("VEVENT")
        told = [str(event["SUMMARY"]) for event in events if "flooded" in str(event["DESCRIPTION"])]
        assert told == ["CANCELLED: Sunday Ramble"], feed
