"""What people do all day on a site of 10,000 records: it works, asks no other host, and stays within its bytes.

The site of the bench's recipe is built once for this file, on the memory disk where there is one. Bytes are those of
each file packed as hosts pack them, with an empty cache (docs/speed.md has the budgets).
"""

import gzip
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from bench import recipe
from tests.browser.serving import BELOW, served
from tests.browser.settled import settled
from tests.sites import Built, run

pytestmark = pytest.mark.needs("chromium")

RECORDS = 10_000
MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - the very thing that is wanted
WIDE = {"width": 1280, "height": 1000}
MONTH = f"{recipe.TODAY:%Y-%m}"
SEARCH, FILTERABLE, MATCH, RECORD = 300_000, 400_000, 700_000, 60_000  # bytes at most


@pytest.fixture(scope="module")
def large() -> Iterator[Built]:
    folder = Path(tempfile.mkdtemp(prefix="fingerpost.", dir=MEMORY_DISK if MEMORY_DISK.is_dir() else None))
    try:
        recipe.write_site(folder, RECORDS)
        day = recipe.TODAY.isoformat()
        assert run("build", "--config-file", folder / "mkdocs.yml", "--today", day) == 0
        yield Built(source=folder, folder=folder / "site", address="https://bench.example.org/")
    finally:
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def host(large: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(large, tmp_path_factory.mktemp("large")) as address:
        yield address


class Reader:
    """Somebody who comes for the first time; what their browser asks for."""

    def __init__(self, page: Page, host: str, site: Path) -> None:
        self.page, self.host, self.site = page, host, site
        self.asked: dict[str, None] = {}
        self.said: list[str] = []
        page.on("request", self._note)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("console", lambda message: self.said.append(message.text))
        page.clock.set_fixed_time(f"{recipe.TODAY}T10:00:00")

    def _note(self, request: Request) -> None:
        self.asked[request.url] = None

    @property
    def foreign(self) -> list[str]:
        """What was asked of another host."""
        return [url for url in self.asked if not url.startswith((self.host, "data:", "blob:"))]

    def sent(self, below: str = "") -> int:
        """The bytes that came over the wire, of all files or of those in a folder."""
        paths = {urlsplit(url).path.removeprefix(f"/{BELOW}/") for url in self.asked if url.startswith(self.host)}
        return sum(self._packed(self.site / path) for path in paths if path.startswith(below))

    @staticmethod
    def _packed(path: Path) -> int:
        return len(gzip.compress((path / "index.html" if path.is_dir() else path).read_bytes()))


@pytest.fixture
def reader(browser: Browser, host: str, large: Built) -> Iterator[Reader]:
    context = browser.new_context(viewport=WIDE, timezone_id="Europe/London")  # type: ignore[arg-type]
    reader = Reader(context.new_page(), host, large.folder)
    yield reader
    assert reader.foreign == []
    assert reader.said == []
    context.close()


def number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def test_a_misspelt_name_is_found_in_the_first_results(reader: Reader) -> None:
    page = reader.page
    page.goto(reader.host)
    page.locator("input[type=search]").first.press_sequentially("riverbnk menders", delay=10)

    expect(page.locator(".fp-found__one b").first).to_have_text(re.compile("Riverbank .* Menders"))
    assert reader.sent("data/search/") > 0
    assert reader.sent() <= SEARCH


def test_ten_thousand_are_narrowed_down_by_the_counts_beside_the_choices(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.host}directory/")
    settled(page)
    assert reader.sent() <= FILTERABLE
    expect(page.locator("#find-status")).to_contain_text(f"{RECORDS:,} groups")

    for words in ("Tuesday", "Free"):
        settled(page)
        box = page.locator(".fp-option", has_text=re.compile(rf"^{words}\s*[\d,]*$")).first
        expect(box.locator(".fp-option__count")).to_have_text(re.compile(r"\d"))
        fitting = number(box.locator(".fp-option__count").inner_text())
        box.click()
        expect(page.locator("#find-status")).to_contain_text(re.compile(rf"^{fitting:,} fit"))

    assert 0 < fitting < RECORDS / 20
    expect(page).to_have_url(re.compile(r"#day=tue&free$"))
    settled(page)
    for cost in page.locator("#find-results .fp-facts > div", has_text="Cost").all_inner_texts():
        assert "Free" in cost


def test_the_calendar_of_a_month_is_narrowed_down(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.host}calendar/{MONTH}/")
    page.locator("#cal-open").click()
    page.locator("dialog[open] summary", has_text="What").first.click()
    page.locator("dialog[open] .fp-option", has_text=re.compile(r"^Games\s*[\d,]*$")).first.click()
    page.locator("dialog[open] .fp-sheet__foot .fp-btn--go").click()

    expect(page.locator(".fp-calfilters [role=status]")).to_contain_text(re.compile(r"^[\d,]+ things fit"))
    settled(page)
    heard = page.locator(f'td[data-date="{recipe.TODAY}"] .fp-month__day').inner_text()
    assert re.search(r", [\d,]+ things?", heard)
    assert reader.sent() <= FILTERABLE


def test_two_that_were_kept_stand_in_the_list_with_all_that_one_needs(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.host}directory/")
    settled(page)
    for at in (0, 1):
        page.locator("#find-results .fp-keep").nth(at).click()
    expect(page.locator("#find-results .fp-keep[aria-pressed=true]")).to_have_count(2)
    names = page.locator("#find-results h3").all_inner_texts()[:2]
    page.goto(f"{reader.host}list/")

    items = page.locator(".fp-item")
    expect(items).to_have_count(2)
    for at, name in enumerate(names):
        expect(items.nth(at).get_by_role("heading")).to_contain_text(name)
        expect(items.nth(at)).to_contain_text("01632 960")


def test_a_person_is_matched_with_all_of_them(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.host}match/")
    page.get_by_label("Me: I am looking for myself").check()
    page.locator("[data-field=interests] summary", has_text="Music").first.click()
    page.locator("[data-field=interests]").get_by_label("Music of any kind", exact=True).check()
    for words in ("Next", "Skip", "See what fits"):  # by text: to look for roles among ten thousand takes seconds
        page.locator(".fp-match button:visible", has_text=re.compile(f"^{words}$")).first.click()

    found = page.locator(".fp-match__results")
    expect(found).to_contain_text(re.compile(r"[1-9]\d* to ask first"))
    expect(found.locator(".fp-match__why").first).to_contain_text("music")
    assert 0 < reader.sent("data/") <= MATCH


@pytest.mark.parametrize("url", ["", "activities/activity-00000/", "resources/resource-00000/", "venues/venue-00000/"])
def test_the_start_page_and_a_page_of_a_record_are_light_with_all_that_they_load(reader: Reader, url: str) -> None:
    reader.page.goto(reader.host + url, wait_until="networkidle")
    settled(reader.page)

    assert 0 < reader.sent() <= RECORD
