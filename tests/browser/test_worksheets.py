"""Worksheets in a browser: a set counts only when it is whole, a hard answer is met with words, nothing is kept."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.needs("chromium")

KEPT = """() => JSON.stringify(
  [{...localStorage}, {...sessionStorage}, document.cookie, location.hash, location.search])"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_three_answers_are_added_up_only_when_all_are_there(page: Page, address: str) -> None:
    page.goto(f"{address}guide/sheets/four-questions/")
    total = page.locator("output[data-total]")
    for question in ("lack companionship", "left out"):
        page.get_by_role("group", name=question).get_by_label("Often").check()
    expect(total).to_have_text("answer all of them first")

    page.get_by_role("group", name="isolated from others").get_by_label("Some of the time").check()

    expect(total).to_have_text("8")


def test_often_or_always_is_thanked_for_and_nothing_is_diagnosed(page: Page, address: str) -> None:
    page.goto(f"{address}guide/sheets/direct-question/")
    thanks = page.get_by_text("Thank you for telling me")
    page.get_by_label("Occasionally").check()
    expect(thanks).to_be_hidden()

    page.get_by_label("Often or always").check()

    expect(thanks).to_be_visible()


def test_what_is_written_is_kept_nowhere_and_cleared_with_one_press(page: Page, address: str) -> None:
    page.goto(f"{address}guide/sheets/plan/")
    before = page.evaluate(KEPT)
    page.get_by_label("My aim").fill("Have lunch with somebody on Wednesdays")

    assert page.evaluate(KEPT) == before
    page.get_by_role("button", name="Clear everything").click()
    expect(page.get_by_label("My aim")).to_have_value("")


def test_going_back_does_not_bring_the_answers_back(page: Page, address: str) -> None:
    page.goto(f"{address}guide/sheets/plan/")
    page.get_by_label("My aim").fill("Have lunch with somebody on Wednesdays")
    page.goto(f"{address}help/")

    page.go_back()

    expect(page.get_by_label("My aim")).to_have_value("")


def test_a_worksheet_is_filled_in_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}guide/sheets/rulers/")
    page.get_by_label("What I think of doing").focus()
    page.keyboard.type("Go to the garden")
    page.keyboard.press("Tab")  # into the scale
    page.keyboard.press("Space")
    for _ in range(7):
        page.keyboard.press("ArrowRight")

    expect(page.get_by_role("group", name="matter to me").get_by_label("7")).to_be_checked()
