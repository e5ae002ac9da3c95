"""The matching workspace is private: nothing leaves the page, nothing stays behind, and the browser sees to it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from tests.browser.settled import settled
from tests.browser.test_workspace import begin, choose_interest

pytestmark = pytest.mark.needs("chromium")

KEPT = """async () => JSON.stringify([
  {...localStorage}, {...sessionStorage}, document.cookie, location.href, history.length, history.state,
  (await indexedDB.databases()).length, (await caches.keys()).length])"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def test_nothing_is_asked_for_stored_or_said_after_the_page_is_there(page: Page, address: str) -> None:
    begin(page, address)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    before = page.evaluate(KEPT)

    choose_interest(page, "Games", "Quiz")
    page.get_by_role("button", name="All questions").click()
    page.get_by_text("Body and senses").click()
    page.get_by_label("I use a wheelchair").check()
    page.get_by_text("What got in the way", exact=True).click()
    page.get_by_role("checkbox", name="Money is short").check()
    expect(page.get_by_role("heading", name="Short list")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Choose").first.click()

    assert page.evaluate(KEPT) == before
    assert asked == []
    assert said == []


def test_the_browser_itself_refuses_to_send_anything(page: Page, address: str) -> None:
    begin(page, address)

    outcome = page.evaluate("() => fetch('../data/match-records.json').then(() => 'sent', () => 'refused')")
    beacon = page.evaluate("""() => new Promise((then) => {
      document.addEventListener("securitypolicyviolation", (event) => then(event.effectiveDirective));
      navigator.sendBeacon("../nothing");
    })""")

    assert outcome == "refused"
    assert beacon == "connect-src"


def test_all_works_with_the_network_cut_after_loading(context: BrowserContext, page: Page, address: str) -> None:
    begin(page, address)
    context.set_offline(True)

    choose_interest(page, "Games", "Quiz")

    expect(page.get_by_role("heading", name="Short list")).to_be_visible()


def test_one_press_clears_everything(page: Page, address: str) -> None:
    begin(page, address)
    choose_interest(page, "Games", "Quiz")
    expect(page.get_by_role("heading", name="Short list")).to_be_visible()

    page.get_by_role("button", name="Clear everything").click()

    expect(page.get_by_text("Everything is cleared.")).to_be_visible()
    expect(page.get_by_role("heading", name="Short list")).to_be_hidden()
    page.get_by_label("The person and I, together").check()
    expect(page.locator(".fp-match__panel")).to_be_visible()
    expect(page.locator(".fp-match__panel input:checked")).to_have_count(0)


def test_going_back_brings_no_answer_back(page: Page, address: str) -> None:
    begin(page, address)
    choose_interest(page, "Games", "Quiz")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}help/")

    page.go_back()

    page.get_by_role("group", name="Who is here?").wait_for()
    expect(page.locator("#match input:checked")).to_have_count(0)
    expect(page.get_by_role("heading", name="Short list")).to_be_hidden()


def test_leaving_with_answers_is_warned_of(page: Page, address: str) -> None:
    begin(page, address)
    choose_interest(page, "Games", "Quiz")
    warned: list[str] = []

    def accept(dialog: Dialog) -> None:
        warned.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)

    page.goto(f"{address}help/")

    assert warned == ["beforeunload"]
