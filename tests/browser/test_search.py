"""The search box as a reader meets it: by keyboard, on narrow screens, with nothing told to anybody."""

import gzip
import json
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.settled import settled
from tests.capabilities import TESTS
from tests.sites import TODAY, Built

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.needs("axe-core")]

AXE = TESTS / "tools/node_modules/axe-core/axe.min.js"
RECORD = "resources/riverbank-mens-shed/"
NARROW, WIDE = {"width": 320, "height": 256}, {"width": 1280, "height": 1024}
CHECK = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
  .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target).join(" | ")}`)"""
MOST_BYTES = 150_000  # of a page and its first result, over the wire


class Reader:
    """A page that is open, what it asked for and what it said."""

    def __init__(self, context: BrowserContext, address: str, url: str) -> None:
        self.address, self.asked, self.said = address, list[str](), list[str]()
        self.page: Page = context.new_page()
        self.page.clock.set_fixed_time(f"{TODAY}T09:00:00")
        self.page.on("request", self._note)
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(address + url)

    def _note(self, request: Request) -> None:
        self.asked.append(request.url)

    @property
    def index(self) -> list[str]:
        """What it asked of the index."""
        return [urlsplit(url).path.rpartition("data/search/")[2] for url in self.asked if "data/search/" in url]

    @property
    def box(self) -> str:
        """The box of the header, or the large one."""
        return "#q" if self.page.locator("#q").count() else "#header-search"

    def types(self, words: str) -> None:
        self.page.locator(self.box).press_sequentially(words, delay=20)

    def results(self, first: str) -> None:
        expect(self.page.locator(".fp-found__one b").first).to_have_text(first)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def reader(context: BrowserContext, address: str) -> Reader:
    return Reader(context, address, RECORD)


def test_nothing_is_loaded_before_the_box_is_used_and_then_only_from_here(reader: Reader) -> None:
    before = list(reader.asked)
    reader.page.keyboard.press("Control+k")
    reader.types("gardning")
    reader.results("Garden Gang")

    assert not [url for url in before if "/search/box" in url or "data/search" in url]
    assert "index.json" in reader.index
    assert [url for url in reader.asked if not url.startswith(reader.address)] == []
    assert reader.said == []


def test_a_correction_and_the_reasons_are_shown_and_how_many_there_are_is_said(reader: Reader) -> None:
    reader.page.keyboard.press("Control+k")
    reader.types("woodwrk")
    panel = reader.page.locator(".fp-found")

    expect(panel.locator(".fp-found__note")).to_have_text("Showing results for “woodwork”.")
    expect(panel.locator(".fp-found__why").first).to_contain_text("in what it is about")
    expect(reader.page.locator("form[data-search] [role=status]")).to_contain_text(
        "results. The down arrow leads to them."
    )


def test_tomorrow_leads_to_the_day_in_the_calendar(reader: Reader) -> None:
    reader.page.keyboard.press("Control+k")
    reader.types("tomorrow")

    link = reader.page.locator(".fp-found").get_by_role("link")
    expect(link).to_have_text("What’s on tomorrow, Monday 23 November")
    reader.page.keyboard.press("ArrowDown")
    expect(link).to_be_focused()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("heading", name="Monday 23 November 2026")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "says", "results"),
    [
        ("ga", "Go on typing. From three letters on we find words that begin like this.", 0),
        ("qzx", "Nothing has these words.", 0),
        ("alderbourne", "Nearly everything here has that. Add a word.", 6),
    ],
)
def test_what_is_too_short_or_fits_everything_is_said_plainly(
    reader: Reader, typed: str, says: str, results: int
) -> None:
    page = reader.page
    page.goto(f"{reader.address}about/")
    page.locator("#header-search").press_sequentially(typed)

    expect(page.locator(".fp-found")).to_contain_text(says)
    expect(page.locator(".fp-found__one:has(+ .fp-keep)")).to_have_count(results)


def test_the_whole_way_goes_by_keyboard(reader: Reader) -> None:
    page = reader.page
    page.keyboard.press("Control+k")
    expect(page.locator("#header-search")).to_be_focused()
    reader.types("knit")
    reader.results("Knit and Natter")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".fp-found__one").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".fp-found__one").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#header-search")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".fp-found")).to_be_hidden()
    expect(page.locator("#header-search")).to_have_value("knit")
    page.keyboard.type("t")
    expect(page.locator(".fp-found")).to_be_visible()
    reader.results("Knit and Natter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Knit and Natter")


def test_leaving_the_box_closes_its_results(reader: Reader) -> None:
    page = reader.page
    page.keyboard.press("Control+k")
    reader.types("knit")
    reader.results("Knit and Natter")
    page.locator(".fp-help summary").focus()

    expect(page.locator(".fp-found")).to_be_hidden()


def test_words_reach_the_directory_and_stand_nowhere(reader: Reader) -> None:
    page = reader.page
    page.keyboard.press("Control+k")
    reader.types("wool")
    reader.results("Knit and Natter: who runs it")
    page.keyboard.press("Enter")
    page.wait_for_url("**/directory/**")

    expect(page.locator("#q")).to_have_value("wool")
    expect(page.get_by_text("Knit and Natter").first).to_be_visible()
    assert "wool" not in page.url
    assert page.evaluate("Object.values({...sessionStorage, ...localStorage}).join()").find("wool") < 0
    assert not [url for url in reader.asked if "wool" in url]
    assert reader.said == []


def test_the_box_keeps_its_words_out_of_addresses_without_a_script_too(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=WIDE)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    page.locator("#q").fill("wool")
    page.locator("#q").press("Enter")
    page.wait_for_url("**/directory/**")

    assert "wool" not in page.url
    expect(page.get_by_role("heading", name="Look by kind")).to_be_visible()
    context.close()


def test_on_a_narrow_screen_the_box_is_in_the_menu_and_everything_fits(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=NARROW, reduced_motion="reduce")  # type: ignore[arg-type]
    reader = Reader(context, address, RECORD)
    page = reader.page
    expect(page.locator("#header-search")).to_be_hidden()
    page.locator(".fp-menu").click()
    expect(page.locator("#header-search")).to_be_visible()
    reader.types("walking footbal")
    reader.results("Walking Football")

    settled(page)
    width = page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1]
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(CHECK) == []
    small = "(all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent)"
    assert page.locator(".fp-header__search :is(a, input, button)").evaluate_all(small) == []
    context.close()


@pytest.mark.parametrize(("url", "words"), [(RECORD, "sing"), ("", "lunch"), (RECORD, "xyzzyx")])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_results_are_for_everyone(browser: Browser, address: str, url: str, words: str, colours: str) -> None:
    context = browser.new_context(viewport=WIDE, color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
    reader = Reader(context, address, url)
    reader.types(words)
    expect(reader.page.locator(".fp-found").first).to_be_visible()
    settled(reader.page)
    reader.page.evaluate(AXE.read_text(encoding="utf-8"))

    assert reader.page.evaluate(CHECK) == []
    assert reader.said == []
    context.close()


def test_what_cannot_be_loaded_is_said(context: BrowserContext, address: str) -> None:
    reader = Reader(context, address, RECORD)
    reader.page.route("**/data/search/**", lambda route: route.abort())
    reader.types("wool")

    expect(reader.page.locator(".fp-found")).to_have_text("The list could not be loaded. Try again, or look by kind.")
    reader.page.unroute("**/data/search/**")
    reader.types(" ")
    reader.results("Knit and Natter: who runs it")
    assert not [line for line in reader.said if "wool" in line]


def test_a_page_and_its_first_result_are_small(context: BrowserContext, demo: Built, address: str) -> None:
    reader = Reader(context, address, RECORD)
    reader.types("gardning")
    reader.results("Garden Gang")
    paths = {urlsplit(url).path.removeprefix(urlsplit(address).path) for url in reader.asked if url.startswith(address)}
    files = {path: demo.folder / (path + "index.html" if path.endswith("/") or not path else path) for path in paths}
    sizes = {path: len(gzip.compress(file.read_bytes())) for path, file in files.items()}

    assert sum(sizes.values()) < MOST_BYTES, json.dumps(sizes, indent=1)
