"""“Cancel a session” on a telephone: from the page of the activity to a text that is ready to go, and a notice."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import TODAY

pytestmark = pytest.mark.needs("chromium")

SLIP = "[record tuesday-dominoes] Dominoes and Draughts\n[cancel 2026-12-01]\nThe reason is: no heating\n[end]\n"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, timezone_id="Europe/London")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T08:00:00")
    yield page
    context.close()


def test_a_date_and_a_reason_are_all_that_one_gives(page: Page, address: str) -> None:
    page.goto(f"{address}activities/tuesday-dominoes/")
    page.get_by_role("link", name="Cancel a session").click()
    expect(page.get_by_role("heading", name="Dominoes and Draughts")).to_be_visible()
    expect(page.get_by_role("link", name="Send it where the records are kept")).to_be_hidden()

    page.get_by_label("Which session").select_option(label="Tuesday 1\u00a0December\u00a02026, 10.30\u00a0am")
    page.get_by_label("Why").fill("no heating")

    expect(page.get_by_role("link", name="Write it in an email")).to_be_visible()
    issue = page.get_by_role("link", name="Send it where the records are kept").get_attribute("href") or ""
    mail = page.get_by_role("link", name="Write it in an email").get_attribute("href") or ""
    assert parse_qs(urlsplit(issue).query)["body"] == [SLIP]
    assert parse_qs(urlsplit(mail).query)["body"] == [SLIP.replace("\n", "\r\n")]
    assert "hello@example.org" in mail
    expect(page.locator("#cancel-message")).to_contain_text("Cancelled: Dominoes and Draughts, Tuesday 1")
    expect(page.locator("#cancel-message")).to_contain_text("No heating.")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_days_after_the_page_was_made_only_dates_to_come_are_offered(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2026-12-02T08:00:00")  # a Wednesday
    page.goto(f"{address}activities/tuesday-dominoes/")
    expect(page.get_by_label("Only one date").locator("option").first).to_have_text(re.compile("^Tuesday 8"))

    page.goto(f"{address}cancel/?activity=tuesday-dominoes")

    expect(page.get_by_label("Which session").locator("option").first).to_have_text(re.compile("^Tuesday 8"))


def test_a_notice_for_the_door_is_printed_alone(page: Page, address: str) -> None:
    page.goto(f"{address}cancel/?activity=tuesday-dominoes")
    page.get_by_label("Why").fill("no heating")
    page.get_by_role("link", name="Notice for the door").click()
    page.emulate_media(media="print")

    expect(page.locator("#door")).to_be_visible()
    expect(page.locator("#door")).to_contain_text("no heating")
    expect(page.get_by_label("Why")).to_be_hidden()
    expect(page.get_by_role("heading", name="Cancel a session")).to_be_hidden()


@pytest.mark.parametrize("asked", ["", "?activity=nobody", "?activity=../resources/x", "?activity=%22%3E%3Cscript%3E"])
def test_where_no_activity_is_meant_it_says_what_to_do(page: Page, address: str, asked: str) -> None:
    page.goto(f"{address}cancel/{asked}")

    expect(page.get_by_text("open the page of the group")).to_be_visible()
    expect(page.get_by_label("Why")).to_be_hidden()
