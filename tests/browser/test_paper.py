"""Sheets for paper as real PDFs: each sheet on one page of its size, nothing lost, no blank page, no small letters."""

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.settled import settled
from tests.sites import TODAY

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.needs("pdftotext")]

A4, A4_WIDE, A3 = (595, 842), (842, 595), (1191, 842)
LETTER, LETTER_WIDE, TABLOID = (612, 792), (792, 612), (1224, 792)
SMALLEST = 16 / 0.75  # 16 points in pixels of a style sheet

ELM = "mix/elm-house/print/2026-12/"
NORTHGATE = "calendar/2026-12/print/area/northgate/"
SHEETS = {
    "house, month": (ELM, A4),
    "house, month for the wall": (f"{ELM}a3/", A3),
    "house, weeks": (f"{ELM}weeks/", A4),
    "house, all days": (f"{ELM}days/", A4),
    "house, copy for the staff": (f"{ELM}staff/", A4_WIDE),
    "memory, month for the wall": ("mix/memory-friendly/print/2026-12/a3/", A3),
    "memory, month": ("mix/memory-friendly/print/2026-12/", A4),
    "area, month": (NORTHGATE, A4),
    "area, month for the wall": (f"{NORTHGATE}a3/", A3),
    "area, weeks": (f"{NORTHGATE}weeks/", A4_WIDE),
    "area, days": (f"{NORTHGATE}days/", A4),
    "music, weeks": ("calendar/2026-12/print/category/music/weeks/", A4),
    "music, month for the wall": ("calendar/2026-12/print/category/music/a3/", A3),
    "venue, month": ("calendar/2026-12/print/venue/northgate-centre/", A4),
}
AMERICAN = {
    "month": ("calendar/2026-12/print/", LETTER),
    "month for the wall": ("calendar/2026-12/print/tabloid/", TABLOID),
    "weeks": ("calendar/2026-12/print/weeks/", LETTER),
    "a week": ("calendar/week/2026-11-29/print/", LETTER_WIDE),
    "a day": ("calendar/2026-11-26/print/", LETTER),
    "house, month": ("mix/sagebrush/print/2026-12/", LETTER),
    "house, all days": ("mix/sagebrush/print/2026-12/days/", LETTER),
}
SMALL_LETTERS = """(smallest) => [...document.querySelectorAll(".fp-sheet *")].filter((one) =>
  [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim())
  && one.checkVisibility() && !one.closest(".fp-vh") && parseFloat(getComputedStyle(one).fontSize) < smallest - 0.1
).map((one) => one.outerHTML.slice(0, 80))"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=True)
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T09:00:00")
    yield page
    context.close()


def printed(page: Page, target: Path) -> list[str]:
    """The words of each page of the PDF that a page prints."""
    settled(page).pdf(path=target, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, check=True).stdout.decode()
    return text.removesuffix("\f").split("\f")


def size(pdf: Path) -> set[tuple[int, int]]:
    """The sizes of the pages of a PDF, in points."""
    said = subprocess.run(["pdfinfo", "-f", "1", "-l", "999", pdf], capture_output=True, check=True).stdout.decode()
    found = re.findall(r"Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)", said)
    return {(round(float(width)), round(float(height))) for width, height in found}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def fits(page: Page, paper: tuple[int, int], target: Path) -> None:
    page.emulate_media(media="print")
    assert page.evaluate(SMALL_LETTERS, SMALLEST) == []
    sheets: Any = page.locator(".fp-sheet").evaluate_all("(all) => all.map((one) => one.innerText)")
    hidden: Any = page.locator(".fp-sheet .fp-vh").evaluate_all("(all) => all.map((one) => one.textContent)")

    pages = printed(page, target)

    assert size(target) == {paper}
    assert len(pages) == len(sheets), "each sheet is one page of paper"
    lost = words(" ".join(sheets)) - words(" ".join(hidden)) - words(" ".join(pages))
    assert not lost, "everything of the page is on paper"
    titles = page.locator(".fp-sheet h2").all_inner_texts()
    for text, title in zip(pages, titles, strict=True):
        assert " ".join(title.split()) in " ".join(text.split())


@pytest.mark.parametrize(("url", "paper"), SHEETS.values(), ids=SHEETS)
def test_each_sheet_of_the_demo_is_one_page(
    page: Page, address: str, tmp_path: Path, url: str, paper: tuple[int, int]
) -> None:
    page.goto(address + url)

    fits(page, paper, tmp_path / "sheet.pdf")


@pytest.mark.parametrize(("url", "paper"), AMERICAN.values(), ids=AMERICAN)
def test_american_sheets_are_for_american_paper(
    page: Page, american: str, tmp_path: Path, url: str, paper: tuple[int, int]
) -> None:
    page.goto(american + url)

    fits(page, paper, tmp_path / "sheet.pdf")


def test_one_sheet_of_many_is_printed_alone_when_it_is_chosen(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}{ELM}days/")
    page.get_by_role("link", name="Friday 18 December").first.click()
    expect(page.get_by_text("Only one sheet is printed now")).to_be_visible()

    (only,) = printed(page, tmp_path / "one.pdf")
    assert "Friday 18 December" in only

    page.get_by_role("link", name="Print all of them again").click()
    assert len(printed(page, tmp_path / "all.pdf")) > 31


def test_the_copy_for_the_staff_keeps_each_day_together(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}{ELM}staff/")
    page.emulate_media(media="print")
    assert page.evaluate(SMALL_LETTERS, SMALLEST) == []

    pages = printed(page, tmp_path / "staff.pdf")

    assert size(tmp_path / "staff.pdf") == {A4_WIDE}
    assert all("Held" in text for text in pages), "the names of the columns stand on each page"
    assert all("Elm House" in text for text in pages), "a sheet that went astray says whose it is"
    assert all(f"Sheet {number} of {len(pages)}" in text for number, text in enumerate(pages, start=1))
    assert all(text.strip() for text in pages)


def test_december_goes_on_the_notice_board_of_a_home_in_three_steps(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}mix/elm-house/")
    page.get_by_role("link", name="Print December 2026").click()  # one
    expect(page.get_by_role("heading", level=1)).to_contain_text("Elm House")
    page.get_by_role("link", name="Month for the wall").click()  # two
    page.wait_for_url("**/print/2026-12/a3/")
    wall = printed(page, tmp_path / "wall.pdf")  # three
    assert len(wall) <= 3
    for day in range(1, 32):
        assert re.search(rf"\b{day}\b", " ".join(wall))

    page.get_by_role("link", name="A sheet for each day").click()
    page.wait_for_url("**/print/2026-12/days/")
    days = printed(page, tmp_path / "days.pdf")
    assert len(days) <= 36, "nearly every day stands on one sheet"
    shown = {re.search(r"(\d+)\sDecember", text)[1] for text in days}  # type: ignore[index]
    assert shown == {str(day) for day in range(1, 32)}
    assert all("Birthdays" in " ".join(days[number:]) for number in range(len(days)))
    assert sum("Birthdays" in text for text in days) == 31


def test_sheets_can_be_printed_without_a_script(browser: Browser, address: str, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}mix/memory-friendly/")
    page.get_by_role("link", name="Print December 2026").click()
    page.wait_for_url("**/print/2026-12/")

    assert "Memory-friendly" in printed(page, tmp_path / "plain.pdf")[0]
    context.close()


def test_where_one_picks_a_part_first_paper_says_so_and_where(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}calendar/2026-12/print/")
    pages = [" ".join(text.split()) for text in printed(page, tmp_path / "pick.pdf")]

    assert len(pages) <= 2, "names alone, one after the other"
    assert "Open this address, press the one you want, and print it there:" in pages[0]
    assert "example.org/fingerpost/calendar/2026-12/print/" in pages[0]
    assert "Applewick · Coldharrow · Hope Street" in pages[0]
    assert "By who runs it" in pages[-1]
    assert "Questions? Ring 01632 960100" in pages[-1]


def test_how_to_join_goes_on_over_the_page_and_leaves_no_gap(page: Page, address: str, tmp_path: Path) -> None:
    for url in ("resources/money-matters/", "resources/riverbank-mens-shed/", "activities/gentle-yoga-tuesdays/"):
        page.goto(address + url)
        pages = printed(page, tmp_path / "record.pdf")
        lines = [len(re.findall(r"\S.*\n", text)) for text in pages]
        started = next(number for number, text in enumerate(pages) if "How to join" in text)
        before = pages[started - 1 : started + 1]
        assert min(lines[:-1]) >= 14, (url, lines, before)
