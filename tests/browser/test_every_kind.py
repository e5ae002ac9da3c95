"""Every kind of page in a browser, narrow and wide, light and dark: axe finds nothing, nothing slides sideways."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from tests.browser.settled import settled
from tests.capabilities import TESTS
from tests.sites import TODAY

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.needs("axe-core")]

AXE = TESTS / "tools/node_modules/axe-core/axe.min.js"
KINDS = {
    "start": "",
    "directory": "directory/",
    "list": "directory/all/",
    "category": "directory/category/meal/",
    "area": "directory/area/northgate/",
    "resource": "resources/riverbank-mens-shed/",
    "crisis": "resources/evening-haven/",
    "activity": "activities/memory-cafe-fridays/",
    "activity on many days": "activities/kingfisher-trip/",
    "staff activity": "activities/training-keeping-people-safe/",
    "venue": "venues/northgate-centre/",
    "this month": "calendar/",
    "month": "calendar/2026-12/",
    "week": "calendar/week/2026-12-07/",
    "day": "calendar/2026-12-18/",
    "staff calendar": "calendar/staff/",
    "mix": "mix/memory-friendly/",
    "house": "mix/elm-house/",
    "variety of a house": "mix/elm-house/variety/",
    "month for paper": "mix/elm-house/print/2026-12/a3/",
    "days for paper": "mix/memory-friendly/print/2026-12/days/",
    "copy for the staff": "mix/elm-house/print/2026-12/staff/",
    "booklet": "directory/area/northgate/print/",
    "what to print": "calendar/2026-12/print/",
    "my list": "list/",
    "subscribe": "subscribe/",
    "help": "help/",
    "about": "about/",
    "matching workspace": "match/",
    "how matching works": "match/how/",
    "updates": "updates/",
    "coverage": "coverage/",
    "suggestions": "suggest/",
    "cancel": "cancel/?activity=gentle-yoga-tuesdays",
    "open data": "data/",
    "prose": "access/",
    "guide": "guide/measures/",
    "easy words": "guide/easy/find-a-group/",
    "worksheets": "guide/sheets/",
    "worksheet with a sum": "guide/sheets/four-questions/",
    "worksheet with scales": "guide/sheets/well-being/",
    "worksheet with tables": "guide/sheets/plan/",
}
NARROW = {"width": 320, "height": 256}  # 1280 by 1024 at 400 % (WCAG 2.2, 1.4.10)
WIDE = {"width": 1280, "height": 1024}
CHECK = """async (rules) => {
  const found = await axe.run(document, {
    resultTypes: ["violations"],
    runOnly: rules ?? ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target).join(" | ")}`);
}"""
WIDER = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width && box.right > document.documentElement.clientWidth + 1
    && getComputedStyle(one).visibility !== "hidden";
}).slice(0, 5).map((one) => `${one.tagName}.${one.className}`)"""
LENGTHEN = """(word) => {
  const rows = ".fp-card h3 a, .fp-session div > p > a, .fp-there a, .fp-dates > [data-date]";
  for (const one of document.querySelectorAll(`h1, .fp-lead, .fp-steps > li, ${rows}`)) {
    one.append(` ${word}`);
  }
}"""
"""Puts a word behind texts that a record says."""


class Visit:
    """A page that is open, and what it said and asked for."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.said: list[str] = []
        self.foreign: list[str] = []
        self.page: Page = context.new_page()
        self.page.clock.set_fixed_time(f"{TODAY}T09:00:00")
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", self._note)
        self.address = address

    def _note(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.foreign.append(request.url)

    def axe(self, rules: list[str] | None = None) -> Any:
        return settled(self.page).evaluate(CHECK, rules)


@pytest.fixture(scope="module", params=[NARROW, WIDE], ids=["320", "1280"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=request.param, color_scheme="light", reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(params=list(KINDS.values()), ids=list(KINDS))
def visit(request: pytest.FixtureRequest, context: BrowserContext, address: str) -> Iterator[Visit]:
    visit = Visit(context, address)
    answer = visit.page.goto(address + request.param)
    assert answer is not None
    assert answer.ok, f"there is no page {request.param}"
    settled(visit.page)
    yield visit
    visit.page.close()


def test_every_kind_of_page_is_for_everyone(visit: Visit) -> None:
    page = visit.page
    page.keyboard.press("Tab")
    expect(page.locator(".fp-skip")).to_be_focused()
    page.evaluate("document.activeElement.blur()")
    page.evaluate(AXE.read_text(encoding="utf-8"))

    light = visit.axe()
    page.emulate_media(color_scheme="dark")
    dark = visit.axe(["color-contrast", "link-in-text-block"])

    assert light == []
    assert dark == []
    width = page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1], page.evaluate(WIDER)
    assert visit.said == []
    assert visit.foreign == []


def test_everything_that_folds_is_for_everyone_when_open(context: BrowserContext, address: str) -> None:
    visit = Visit(context, address)
    for url in (KINDS["activity"], KINDS["subscribe"], KINDS["help"]):
        visit.page.goto(address + url)
        visit.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        visit.page.evaluate(AXE.read_text(encoding="utf-8"))

        assert visit.axe() == [], url
        width = visit.page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
        assert width[0] <= width[1], (url, visit.page.evaluate(WIDER))
    visit.page.close()


def test_letters_half_as_large_again_fit_a_telephone(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = Visit(context, address).page
    wide = []
    for url in KINDS.values():
        page.goto(address + url)
        settled(page)
        page.evaluate("document.documentElement.style.fontSize = '168.75%'")
        width = page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
        if width[0] > width[1]:
            wide.append((url, width[0] - width[1], page.evaluate(WIDER)))
    context.close()

    assert wide == []


def test_the_steps_of_joining_are_numbered_on_the_screen_and_on_paper(context: BrowserContext, address: str) -> None:
    page = Visit(context, address).page
    page.goto(address + KINDS["activity"])
    steps = settled(page).get_by_role("complementary", name="How to join").get_by_role("listitem")

    for media in ("screen", "print"):
        page.emulate_media(media=media)
        for step in steps.all():
            expect(step).to_be_visible()
            expect(step).to_have_css("list-style-type", "decimal")
    assert steps.count() > 1
    page.close()


def test_a_long_word_of_a_record_makes_no_page_slide_sideways(context: BrowserContext, address: str) -> None:
    page = Visit(context, address).page
    for kind in ("activity", "resource", "venue", "category", "month", "day"):
        page.goto(address + KINDS[kind])
        settled(page).evaluate(LENGTHEN, "Donaudampfschifffahrtsgesellschaftskapitän" * 2)

        width = page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
        assert width[0] <= width[1], (kind, page.evaluate(WIDER))
    page.close()


def test_pages_can_be_read_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)  # type: ignore[arg-type]
    page = context.new_page()
    for url in KINDS.values():
        page.goto(address + url)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator("nav.fp-nav")).to_be_visible()
        page.locator(".fp-help summary").click()
        expect(page.locator(".fp-help__panel").get_by_role("link").first).to_be_visible()
    context.close()


def test_a_wrong_address_is_told_so(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
    visit = Visit(context, address)
    answer = visit.page.goto(f"{address}resources/no/such/page/")
    visit.page.evaluate(AXE.read_text(encoding="utf-8"))

    assert answer is not None
    assert answer.status == 404
    assert visit.axe() == []
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("That page is not here")
    visit.page.locator("#main").get_by_role("link", name="Find something").click()
    expect(visit.page).to_have_url(f"{address}directory/")
    context.close()
