"""The frame in a browser: leaving, help, menu, colours, copying, today. Other hosts are never reached."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.themed import FACTS, PAGES, built

pytestmark = pytest.mark.needs("chromium")

NARROW = {"width": 320, "height": 700}
LEFT = "https://example.org/weather/"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = built(tmp_path_factory.mktemp("frame"), PAGES, FACTS)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    context.route("https://**", lambda route: route.fulfill(body="elsewhere", content_type="text/html"))
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.clock.set_fixed_time("2026-11-24T09:00:00")
    page.goto(f"{address}days/")
    return page


def storage(page: Page) -> dict[str, str]:
    kept: dict[str, str] = page.evaluate("({...localStorage, ...sessionStorage})")
    return kept


def test_leaving_forgets_the_tab_and_goes_where_the_site_says(page: Page) -> None:
    page.evaluate("sessionStorage.setItem('answers', 'private')")
    address, before = page.url, page.evaluate("history.length")

    page.get_by_role("link", name="Leave this page").click()

    page.wait_for_url(LEFT)
    assert page.evaluate("history.length") == before, "the Back button leads to the page that was left"
    page.goto(address)
    assert storage(page) == {}


def test_shift_three_times_leaves(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")

    page.wait_for_url(LEFT)


def test_capital_letters_do_not_leave(page: Page) -> None:
    address = page.url

    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")

    assert page.url == address


def test_the_first_stop_of_the_keyboard_skips_to_the_main_part(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()


def test_escape_closes_help_and_goes_back_to_its_button(page: Page) -> None:
    button = page.locator(".fp-help summary")
    button.click()
    expect(page.get_by_role("heading", name="Help now")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("heading", name="Help now")).to_be_hidden()
    expect(button).to_be_focused()


def test_the_menu_opens_and_closes_on_narrow_screens(page: Page) -> None:
    button, entry = page.get_by_role("button", name="Menu"), page.get_by_role("link", name="Find something")
    expect(entry).to_be_hidden()

    button.click()
    expect(entry).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")

    page.keyboard.press("Escape")
    expect(entry).to_be_hidden()


def test_colours_are_kept_only_once_they_are_chosen(page: Page) -> None:
    root = page.locator("html")
    assert storage(page) == {}

    page.get_by_label("Dark").check()
    page.reload()
    expect(root).to_have_attribute("data-theme", "dark")
    expect(page.get_by_label("Dark")).to_be_checked()

    page.get_by_label("Same as this device").check()
    assert storage(page) == {}
    assert root.get_attribute("data-theme") is None


def test_a_copied_address_is_said_on_the_button_and_aloud(page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy address").click()

    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == "https://example.org/feeds/all.ics"


def test_where_nothing_can_be_copied_the_button_says_what_to_do_each_time(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")  # as on pages without encryption
    words = "It could not be copied. Select it and copy it by hand."

    for name in ("Copy address", words):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("status")).to_have_text(words)

    expect(page.get_by_role("button", name=words)).to_be_visible()


def test_today_is_the_day_of_the_reader(page: Page) -> None:
    expect(page.locator("section[aria-current=date]")).to_have_text("Tuesday Today")
    expect(page.locator("td[aria-current=date]")).to_have_text("24 Today")
    expect(page.locator("section.is-past")).to_have_text("Monday")


@pytest.mark.parametrize(("now", "shown"), [("2026-11-24T09:00:00", False), ("2026-11-25T09:00:00", True)])
def test_a_page_made_over_two_days_ago_says_so(page: Page, now: str, shown: bool) -> None:
    page.clock.set_fixed_time(now)
    page.reload()

    expect(page.locator(".fp-notice[data-made]")).to_be_visible(visible=shown)


def test_qr_codes_unfold_for_paper_and_nothing_else_does(page: Page) -> None:
    def unfolded() -> list[str]:
        return page.locator("details[open] > summary").all_inner_texts()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert unfolded() == ["QR code"]

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert unfolded() == []


def test_without_scripts_the_menu_is_open_and_no_button_is_dead(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}days/")

    expect(page.get_by_role("link", name="Find something")).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    expect(page.get_by_role("button", name="Copy address")).to_be_hidden()
    expect(page.get_by_label("Dark")).to_be_hidden()
    context.close()


def test_the_policy_lets_all_of_the_page_through(context: BrowserContext, address: str) -> None:
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    for name in ("", "long/", "days/", "404.html"):
        page.goto(address + name)

    assert complaints == []


@pytest.mark.parametrize(("width", "letters"), [(320, 112.5), (360, 168.75), (1280, 225)])
def test_nothing_sticks_out_however_large_the_letters(
    browser: Browser, address: str, width: int, letters: float
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()

    for name in ("", "long/", "days/", "404.html"):
        page.goto(address + name)
        page.add_style_tag(content=f"html {{ font-size: {letters}% }}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    context.close()
