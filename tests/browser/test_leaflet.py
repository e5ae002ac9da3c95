"""The page of a record on paper: the leaflet on one sheet, my first visit, a notice for the door; without a script."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.settled import settled
from tests.sites import TODAY

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.needs("pdftotext")]

RECORDS = (
    "activities/memory-cafe-fridays/",
    "activities/chair-exercise-hope-street/",
    "activities/quiz-online/",
    "activities/elm-quiz/",
    "resources/riverbank-mens-shed/",
    "resources/evening-haven/",
)
AMERICAN = (
    "activities/quilting-saturdays/",
    "activities/thanksgiving-supper/",
    "resources/prairie-quilters/",
    "resources/stargazers/",
)
SIZES = """(selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize) * 0.75"""
SMALL_LETTERS = """() => [...document.querySelectorAll("#main *")].filter((one) =>
  [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
  && one.checkVisibility() && !one.closest(".fp-vh") && parseFloat(getComputedStyle(one).fontSize) < 16 / 0.75 - 0.1
).map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=True)
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T09:00:00")
    yield page
    context.close()


def printed(page: Page, target: Path, paper: str = "A4") -> list[str]:
    """The words of each page of the PDF that a page prints."""
    settled(page).pdf(path=target, format=paper, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, check=True).stdout.decode()
    return [" ".join(part.split()) for part in text.removesuffix("\f").split("\f")]


@pytest.mark.parametrize("url", RECORDS)
def test_a_leaflet_is_one_sheet_in_large_letters(page: Page, address: str, tmp_path: Path, url: str) -> None:
    page.goto(address + url)
    page.get_by_role("link", name="Leaflet", exact=True).click()
    expect(page.get_by_text("Now only the leaflet is printed")).to_be_visible()
    page.emulate_media(media="print")

    assert page.evaluate(SMALL_LETTERS) == []
    assert round(page.evaluate(SIZES, "h1")) == 28
    expect(page.get_by_role("img", name="QR code of this page")).to_be_attached()
    pages = printed(page, tmp_path / "leaflet.pdf")
    assert len(pages) == 1
    for said in ("Where", "Cost", "Ask before I go", "checked", "example.org/fingerpost", "Help now"):
        assert said in pages[0]
    assert re.search(r"01632 960|116 123|0808", pages[0]), "there is a number to ring"


def test_a_leaflet_asks_what_nobody_knows(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}activities/chair-exercise-hope-street/#leaflet")
    boxes: Any = settled(page).locator(".fp-boxes > li").all_inner_texts()

    (text,) = printed(page, tmp_path / "leaflet.pdf")

    assert len(boxes) > 1
    assert all(" ".join(box.split()) in text for box in boxes)
    assert "Not known" not in text, "what is not known stands there as a question"


def test_the_rule_of_a_leaflet_is_read_from_afar(page: Page, address: str) -> None:
    page.goto(f"{address}activities/memory-cafe-fridays/#leaflet")
    settled(page)
    page.emulate_media(media="print")

    assert round(page.evaluate(SIZES, ".fp-rule > strong")) == 22


@pytest.mark.parametrize("url", AMERICAN)
def test_a_leaflet_of_a_site_with_letter_paper_is_one_sheet_of_it(
    page: Page, american: str, tmp_path: Path, url: str
) -> None:
    page.goto(f"{american}{url}#leaflet")
    expect(page.get_by_role("img", name="QR code of this page")).to_be_attached()
    page.emulate_media(media="print")

    (text,) = printed(page, tmp_path / "leaflet.pdf", "Letter")

    assert "juniper.example.org/" in text
    assert "Help now" in text
    assert page.evaluate(SMALL_LETTERS) == []


def width_in_mm(page: Page, code: Locator) -> float:
    """As wide as it is on paper."""
    width: float = page.evaluate("(code) => code.getBoundingClientRect().width", code.element_handle())
    return width * 25.4 / 96


def test_the_code_of_a_leaflet_is_drawn_for_who_wants_a_leaflet(page: Page, address: str) -> None:
    page.goto(f"{address}activities/memory-cafe-fridays/", wait_until="networkidle")
    expect(page.locator(".fp-leaflet .fp-qr")).to_have_count(0)

    page.get_by_role("link", name="Leaflet", exact=True).click()
    page.emulate_media(media="print")

    code = page.locator(".fp-leaflet .fp-qr svg")
    expect(code).to_have_count(1)
    assert width_in_mm(page, code) > 25


@pytest.mark.parametrize("url", RECORDS)
def test_the_whole_page_on_paper_has_its_code_and_says_who_answers_for_it(
    page: Page, address: str, tmp_path: Path, url: str
) -> None:
    with page.expect_request(re.compile(r"/qr-drawing\.mjs")) as asked:
        page.goto(address + url)
    page.evaluate("(url) => import(url).then(() => undefined)", asked.value.url)  # until it is ready
    code = page.locator(".fp-record__main > .fp-qr")
    expect(code).to_have_count(0)

    pages = printed(page, tmp_path / "page.pdf")  # as Ctrl and P do it, nothing having been chosen

    expect(code).to_have_count(1)
    expect(code).to_be_hidden()
    page.emulate_media(media="print")
    assert width_in_mm(page, code.locator("svg")) >= 30
    assert "Responsible: The community coordinator. Reviewed 12 October 2026." in pages[-1]
    assert "Looked at again by 12 October 2027." in pages[-1]
    assert f"example.org/fingerpost/{url}" in " ".join(pages).replace("- ", "-"), "which may be broken at a hyphen"


def test_how_to_join_is_numbered_and_stands_on_paper(page: Page, address: str) -> None:
    page.goto(f"{address}activities/memory-cafe-fridays/")
    steps = page.locator(".fp-box--next .fp-steps > li")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        expect(steps.first).to_be_visible()
        expect(steps.first).to_have_css("display", "list-item")
        expect(steps.first).to_have_css("list-style-type", "decimal")


def test_who_prints_the_page_and_then_the_leaflet_has_one_sheet(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}activities/memory-cafe-fridays/", wait_until="networkidle")
    printed(page, tmp_path / "page.pdf")
    page.get_by_role("link", name="Leaflet", exact=True).click()
    expect(page.locator(".fp-leaflet .fp-qr")).to_be_attached()

    (text,) = printed(page, tmp_path / "leaflet.pdf")

    page.emulate_media(media="print")
    expect(page.locator(".fp-record__main > .fp-qr")).to_be_hidden()
    assert "Responsible" not in text


@pytest.mark.parametrize("url", RECORDS[:2])
def test_my_first_visit_has_the_door_whom_to_ask_for_and_one_number(
    page: Page, address: str, tmp_path: Path, url: str
) -> None:
    page.goto(address + url)
    page.get_by_role("link", name="My first visit").click()

    (text,) = printed(page, tmp_path / "visit.pdf")

    for said in ("Where", "The door", "I ask for", "The way back", "Who comes with me", "I ring", "I may go home"):
        assert said in text
    assert "Cost" not in text


def test_a_cancelled_session_has_a_notice_for_the_door(browser: Browser, address: str, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}activities/elm-quiz/")
    page.get_by_role("link", name="Notice for the door, 25 November").click()
    expect(page.locator(".fp-door:target")).to_be_visible()
    page.emulate_media(media="print")

    (text,) = printed(page, tmp_path / "door.pdf")

    assert "Wednesday Quiz" in text
    assert "Cancelled" in text
    assert "The flu jab clinic needs the lounge" in text
    assert "Next: Wednesday 2 December" in text
    assert "Ring" in text
    context.close()
