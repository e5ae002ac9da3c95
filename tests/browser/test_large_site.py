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
        for record in (folder / "data/resources").glob("*0.yml"):  # of the others nobody knows the hours
            text = record.read_text(encoding="utf-8")
            record.write_text(text.replace("answered: mornings", "answered: Mon to Fri 9 to 5"), encoding="utf-8")
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
    context = browser.new_context(viewport=WIDE, timezone_id="Europe/London", permissions=["clipboard-write"])  # type: ignore[arg-type]
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
    page.locator("dialog[open] .fp-drawer__foot .fp-btn--go").click()

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


# The situations of docs/list.md, with as many steps as on the demo.


def test_on_a_large_site_help_that_answers_now_is_kept_and_printed_in_seven_steps(reader: Reader) -> None:
    page = reader.page
    page.add_init_script("window.print = () => document.documentElement.dataset.printed = 'yes'")
    page.goto(f"{reader.host}directory/")  # 1
    settled(page)
    page.locator("summary", has_text=re.compile("^More")).click()  # 2
    page.locator("summary", has_text="The telephone").click()  # 3
    page.get_by_label(re.compile("answers the phone now", re.IGNORECASE)).check()  # 4
    expect(page.locator("#find-status")).to_contain_text(re.compile(r"^5\d\d fit"))
    settled(page)
    page.locator("#find-results .fp-keep").first.click()  # 5
    page.get_by_role("link", name=re.compile("^My list")).click()  # 6
    expect(page.locator(".fp-item")).to_contain_text("Mon to Fri 9 to 5")
    settled(page)
    page.get_by_role("button", name="Print").click()  # 7
    expect(page.locator("html[data-printed=yes]")).to_be_attached()


def test_on_a_large_site_a_paragraph_is_copied_in_four_steps(reader: Reader) -> None:
    page = reader.page
    page.goto(reader.host)
    page.keyboard.press("Control+k")  # 1
    page.keyboard.type("riverbnk menders")  # 2
    first = page.locator(".fp-found__one b").first
    expect(first).to_have_text(re.compile("Riverbank .* Menders"))
    name = first.inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")  # 3
    expect(page.get_by_role("heading", level=1)).to_have_text(name.removesuffix(": who runs it"))
    settled(page)
    page.get_by_role("button", name="Copy as a paragraph").click()  # 4
    expect(page.locator("#handed")).to_have_value(re.compile(f"^“{re.escape(name)}”: .*01632"))


def test_on_a_large_site_three_groups_reach_a_daughter_in_five_steps_and_her_telephone_in_one_each(
    reader: Reader, browser: Browser
) -> None:
    page = reader.page
    page.goto(f"{reader.host}directory/#sort=name&day=tue")
    settled(page)
    for at in range(3):  # 1 to 3
        page.locator("#find-results .fp-keep").nth(at).click()
    page.get_by_role("link", name=re.compile("^My list")).click()  # 4
    page.wait_for_url("**/list/")
    settled(page)
    page.get_by_role("button", name="Copy the link").click()  # 5
    expect(page.locator("#handed")).to_have_value(re.compile("/list/#ids=activities/"))
    link = page.locator("#handed").input_value()

    phone = browser.new_context(viewport={"width": 320, "height": 640}).new_page()
    phone.goto(link.replace("https://bench.example.org/", reader.host))
    settled(phone)
    expect(phone.locator(".fp-item")).to_have_count(3)
    expect(phone.get_by_role("link", name="Add to my calendar")).to_have_count(3)
    phone.context.close()


def test_on_a_large_site_what_is_cancelled_this_morning_is_told_in_one_step(reader: Reader) -> None:
    reader.page.goto(reader.host)  # 1

    changes = reader.page.locator("[data-changes]")
    expect(changes.get_by_role("heading", name="Changes today")).to_be_visible()
    expect(changes).to_contain_text("Cancelled. The boiler is being mended.")


def test_on_a_large_site_what_is_too_much_for_paper_leads_to_parts_that_fit(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.host}calendar/{MONTH}/")
    page.get_by_role("link", name=re.compile("^Print")).click()  # 1
    expect(page.get_by_role("heading", level=1)).to_contain_text("Print")
    expect(page.locator("main")).to_contain_text("Choose a part of them.")
    expect(page.locator("main")).to_contain_text("open the page of a place, a group or a day, and print that")


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
