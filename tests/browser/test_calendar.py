"""The calendar in a browser: keys on the month, what is over folded away, what changed today, copies to keep."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.test_every_kind import NARROW, WIDE

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def wide(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=WIDE, timezone_id="Europe/London")  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def page(wide: BrowserContext) -> Iterator[Page]:
    page = wide.new_page()
    yield page
    page.close()


def opened(page: Page, address: str, now: str = "2026-11-22T09:00:00") -> Page:
    page.clock.set_fixed_time(now)
    page.goto(address)
    return page


def focused(page: Page) -> str:
    """The name of what has the focus, in the words that a screen reader says."""
    return str(page.evaluate("document.activeElement.textContent.replace(/\\s+/g, ' ').trim()"))


def tab_into(page: Page, selector: str) -> None:
    """Presses Tab until the focus is within what a selector finds."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(asked) => document.activeElement.matches(asked)", f"{selector} *"):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


def test_the_month_is_one_stop_and_keys_lead_from_day_to_day(page: Page, address: str) -> None:
    opened(page, f"{address}calendar/2026-12/")
    grid = page.get_by_role("grid", name="December 2026, Monday to Sunday")
    expect(grid).to_be_visible()
    tab_into(page, ".fp-month")

    heard = [focused(page)]
    for key in ("ArrowRight", "ArrowDown", "End", "Home", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        heard.append(focused(page))

    assert [name.partition(" December, ")[0] for name in heard] == ["1", "2", "9", "13", "7", "8", "1"]
    assert all(name.endswith((" things", " thing")) for name in heard)


def test_keys_that_leave_the_month_lead_to_the_same_place_in_the_next(page: Page, address: str) -> None:
    opened(page, f"{address}calendar/2026-12/")
    tab_into(page, ".fp-month")

    page.keyboard.press("PageDown")
    page.wait_for_url("**/calendar/2027-01/")
    expect(page.locator('td[data-date="2027-01-01"] .fp-month__day')).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.wait_for_url("**/calendar/2026-12/")
    expect(page.locator('td[data-date="2026-12-31"] .fp-month__day')).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/calendar/2026-12-31/")


def test_from_a_day_tab_goes_to_what_is_on_and_then_out_of_the_month(page: Page, address: str) -> None:
    opened(page, f"{address}calendar/2026-12/")
    tab_into(page, ".fp-month")
    cell = page.locator('td[data-date="2026-12-01"]')
    stops = cell.get_by_role("link").count()

    for _ in range(stops - 1):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('td').dataset.date") == "2026-12-01"
    page.keyboard.press("Tab")

    assert not page.evaluate("document.activeElement.closest('.fp-month')")


def test_at_the_edge_of_the_window_a_key_stays_where_it_is(page: Page, address: str) -> None:
    opened(page, f"{address}calendar/2026-05/")
    tab_into(page, ".fp-month")

    page.keyboard.press("PageUp")

    assert focused(page).startswith("1 May")
    assert page.url == f"{address}calendar/2026-05/"


def test_what_is_over_when_the_page_is_read_is_folded_away(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=NARROW, timezone_id="Europe/London")  # type: ignore[arg-type]
    page = opened(context.new_page(), f"{address}calendar/", "2026-11-24T13:00:00")  # made two days before

    today = page.locator('.fp-day[data-date="2026-11-24"]')
    expect(today.get_by_role("heading")).to_contain_text("Today")
    expect(today).to_have_attribute("aria-current", "date")
    expect(page.get_by_text("Earlier this month (23 days)")).to_be_visible()
    expect(page.locator('.fp-day[data-date="2026-11-23"]')).to_be_hidden()
    over = today.locator("details")
    expect(over.locator("summary")).to_contain_text("Over already")
    ends = page.evaluate(
        "[...document.querySelectorAll('[data-date=\"2026-11-24\"] details .fp-session')]"
        ".map((row) => Number(row.dataset.at.split('-')[1]))"
    )
    assert ends
    assert max(ends) <= 13 * 60
    over.locator("summary").click()
    expect(over.get_by_role("link").first).to_be_visible()
    context.close()


NOTHING_MORE = "Nothing more today."
LEFT_OUT = '[data-date="2026-11-22"] [data-left-out]'


def to_come(page: Page, minute: int) -> int:
    """How many sessions of the day's own page end after a minute of the day."""
    ends = page.locator(".fp-session").evaluate_all("rows => rows.map(row => (row.dataset.at ?? '').split('-')[1])")
    return sum(not end or int(end) > minute for end in ends)


def test_in_the_evening_the_start_page_says_how_much_is_still_to_come(page: Page, address: str) -> None:
    opened(page, f"{address}calendar/2026-11-22/", "2026-11-22T17:30:00")
    expect(page.locator(".fp-fold").first).to_contain_text("Over already")
    coming = to_come(page, 17 * 60 + 30)
    assert coming, "something is on in the evening"

    opened(page, address, "2026-11-22T17:30:00")
    today = page.locator('.fp-day[data-date="2026-11-22"]')
    expect(today.locator(".fp-fold")).to_contain_text("Over already")
    shown = today.locator(":scope > .fp-sessions > .fp-session").count()
    if shown < coming:
        expect(today.locator("[data-left-out] a")).to_contain_text(
            f"{coming - shown} more" if shown else f"{coming} still to come today"
        )
    expect(today.get_by_text(NOTHING_MORE)).to_have_count(0)


def test_only_when_all_is_over_the_start_page_says_that_nothing_more_comes(page: Page, address: str) -> None:
    opened(page, address, "2026-11-22T23:59:00")

    today = page.locator('.fp-day[data-date="2026-11-22"]')
    expect(today.get_by_text(NOTHING_MORE)).to_be_visible()
    expect(page.locator(LEFT_OUT)).to_have_count(0)


def test_a_part_of_the_day_that_is_over_does_not_say_that_nothing_more_comes(page: Page, address: str) -> None:
    opened(page, f"{address}calendar/2026-11-22/", "2026-11-22T17:30:00")

    expect(page.locator(".fp-fold").first).to_contain_text("Over already")
    expect(page.get_by_role("heading", name="Evening")).to_be_visible()
    expect(page.get_by_role("heading", name="Morning")).to_be_hidden()
    expect(page.get_by_text(NOTHING_MORE)).to_have_count(0)


def test_a_month_that_is_over_leads_to_the_one_of_today(page: Page, address: str) -> None:
    opened(page, f"{address}calendar/", "2026-12-01T09:00:00")

    page.wait_for_url("**/calendar/2026-12/")
    expect(page.locator("td[aria-current=date]")).to_contain_text("Today")


def test_an_old_page_says_so(page: Page, address: str) -> None:
    opened(page, f"{address}calendar/", "2026-11-25T09:00:00")
    expect(page.get_by_text("Made on 22 November 2026. Things may have changed.")).to_be_visible()

    opened(page, f"{address}calendar/", "2026-11-24T09:00:00")
    expect(page.get_by_text("Things may have changed.")).to_be_hidden()


def test_one_session_is_kept_as_a_copy_that_says_it_is_one(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, f"{address}activities/memory-cafe-fridays/")
    page.get_by_label("Only one date").select_option(index=1)
    with page.expect_download() as started:
        page.get_by_role("button", name="Add this date").click()

    started.value.save_as(tmp_path / "copy.ics")
    (event,) = Calendar.from_ical((tmp_path / "copy.ics").read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Friday Memory Café"
    assert event.decoded("DTSTART").isoformat() == "2026-12-04T10:30:00+00:00"
    assert event.decoded("DTEND").isoformat() == "2026-12-04T12:30:00+00:00"
    assert "This is a copy. It will not change when something is cancelled." in str(event["DESCRIPTION"])
    assert str(event["LOCATION"]).startswith("Northgate Community Centre, ")
    assert str(event["URL"]) == "https://example.org/fingerpost/activities/memory-cafe-fridays/"
    assert started.value.suggested_filename == "friday-memory-cafe-2026-12-04.ics"
    expect(page.locator("[data-note]")).to_have_text("This is a copy. It will not change when something is cancelled.")


def test_each_row_of_a_day_that_is_not_cancelled_can_be_kept(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, f"{address}calendar/2026-12-02/")
    expect(page.locator(".fp-session:has(s) [data-keep]")).to_have_count(0)
    expect(page.locator(".fp-session:not(:has(s)):not(:has([data-keep]))")).to_have_count(0)
    with page.expect_download() as started:
        page.get_by_role("button", name=re.compile("Add to my calendar ?: Garden Gang")).click()

    started.value.save_as(tmp_path / "copy.ics")
    (event,) = Calendar.from_ical((tmp_path / "copy.ics").read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Garden Gang"
    assert event.decoded("DTSTART").isoformat().startswith("2026-12-02T10:00:00")
    assert str(event["LOCATION"]) == "Westfield Allotments, Westfield"
    assert str(event["URL"]).startswith("https://example.org/fingerpost/activities/")
