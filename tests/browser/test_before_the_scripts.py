"""On a slow line a page is there seconds before its modules: what somebody does until then is not lost, nor sent."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.settled import settled
from tests.sites import TODAY

pytestmark = pytest.mark.needs("chromium")

CAFE = "activities/memory-cafe-fridays/"
MODULES = re.compile(r"/assets/js/.*\.mjs")
LISTED = re.compile(r"/data/columns/facets\.json")
Held = Callable[[str, re.Pattern[str]], Callable[[], None]]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T09:00:00")
    yield page
    context.close()


@pytest.fixture
def held(page: Page, address: str) -> Held:
    """Opens a page of which some files do not come, until what it gives is called."""

    def opened(url: str, files: re.Pattern[str]) -> Callable[[], None]:
        page.route(files, lambda _route: None)
        with page.expect_request(files):
            page.goto(address + url, wait_until="commit")
        expect(page.get_by_role("heading", level=1)).to_be_visible()

        def come() -> None:
            page.unroute(files)  # lets those that wait go on
            page.wait_for_load_state()
            settled(page)

        return come

    return opened


@pytest.mark.parametrize("url", [CAFE, "", "mix/elm-house/"], ids=["a record", "the start page", "a mix"])
def test_a_star_that_was_pressed_keeps_the_record(page: Page, held: Held, url: str) -> None:
    come = held(url, MODULES)
    star = page.locator(".fp-keep").first
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")
    place = "star => [star.offsetTop, star.offsetLeft, star.offsetHeight, star.parentElement.offsetHeight]"
    before = star.evaluate(place)

    come()

    expect(star).to_have_attribute("aria-pressed", "true")
    assert star.evaluate(place) == before
    star.click()
    expect(star).to_have_attribute("aria-pressed", "false")


def test_the_menu_opens_once_it_can(page: Page, held: Held) -> None:
    come = held(CAFE, MODULES)
    page.locator(".fp-menu").click()

    come()

    expect(page.locator(".fp-menu")).to_have_attribute("aria-expanded", "true")


def test_the_filters_of_the_calendar_open_once_they_can(page: Page, held: Held) -> None:
    come = held("calendar/2026-12/", MODULES)
    page.get_by_role("button", name="Filters").click()

    come()

    expect(page.get_by_role("dialog", name="Filters")).to_be_visible()


def test_words_typed_into_the_box_of_the_start_page_are_looked_for(page: Page, held: Held) -> None:
    come = held("", MODULES)
    page.locator("#q").press_sequentially("gardening")

    come()

    expect(page.locator(".fp-found__one b").first).to_have_text("Garden Gang")


def test_words_that_were_sent_reach_the_directory_and_no_address(page: Page, held: Held) -> None:
    come = held("", MODULES)
    page.locator("#q").fill("wool")
    page.locator("#q").press("Enter")

    come()

    page.wait_for_url("**/directory/**")
    expect(page.locator("#q")).to_have_value("wool")
    expect(page.get_by_text("Knit and Natter").first).to_be_visible()
    assert "wool" not in page.url


def test_words_typed_while_the_list_is_loaded_are_looked_for(page: Page, held: Held) -> None:
    come = held("directory/", LISTED)
    expect(page.locator("#find-status")).to_have_text("The list is being loaded.")
    page.locator("#q").fill("wool")
    page.locator("#q").press("Enter")

    come()

    expect(page.locator("#find-chips")).to_contain_text("“wool”")
    expect(page.locator("#find-results h3").first).to_have_text("Knit and Natter: who runs it")


def test_a_list_is_handed_on_whole_though_it_was_asked_for_early(page: Page, held: Held, address: str) -> None:
    page.goto(address + CAFE)
    page.get_by_role("button", name="Keep").click()
    come = held("list/", re.compile(r"/activities/"))
    page.get_by_role("button", name="Copy as text").click()

    come()

    expect(page.locator("#handed")).to_have_value(re.compile("Friday Memory Café"))


def test_a_form_that_is_not_ready_is_not_there_and_its_answers_stay_out_of_the_address(page: Page, held: Held) -> None:
    come = held("suggest/", re.compile(r"/data/suggest\.json"))
    expect(page.get_by_text("The form is being loaded.")).to_be_visible()
    expect(page.get_by_role("button", name="Check it, and make the text")).to_be_hidden()

    come()

    expect(page.get_by_text("The form is being loaded.")).to_be_hidden()
    expect(page.get_by_role("button", name="Check it, and make the text")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["before its modules", "without a script"])
def test_enter_on_an_answer_of_a_worksheet_sends_nothing(browser: Browser, address: str, *, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.route(MODULES, lambda route: route.abort())
    page.goto(f"{address}guide/sheets/four-questions/")
    answer = page.get_by_role("group", name="left out").get_by_label("Often")
    answer.check()
    answer.press("Enter")

    expect(answer).to_be_checked()
    expect(page).to_have_url(f"{address}guide/sheets/four-questions/")
    context.close()
