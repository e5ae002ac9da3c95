"""A page of the preview that is open in a browser loads itself anew when its record changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.settled import settled
from tests.site.test_serve import ANY, FILES, previewed, where
from tests.small import written

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("preview"), FILES)


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with previewed(folder, "generator", "serve", "--address", ANY):
        yield where(folder)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_an_open_page_shows_a_change_of_its_record(page: Page, address: str, folder: Path) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}activities/meeting/")
    settled(page)
    expect(page.locator("main")).to_contain_text("People meet.")
    record = folder / "data/activities/meeting.yml"

    record.write_text(record.read_text(encoding="utf-8").replace("meet.", "meet and sing."), encoding="utf-8")

    expect(page.locator("main")).to_contain_text("People meet and sing.")
    assert said == []


def test_a_record_that_is_left_out_is_seen_again_as_soon_as_it_is_mended(
    page: Page, address: str, folder: Path
) -> None:
    record = folder / "data/resources/group.yml"
    good = record.read_text(encoding="utf-8")
    page.goto(f"{address}resources/group/")
    expect(page.locator("h1")).to_contain_text("The Group")

    record.write_text(good.replace("kind: group", "kind: grop"), encoding="utf-8")
    expect(page.locator("h1")).not_to_contain_text("The Group")
    record.write_text(good, encoding="utf-8")

    expect(page.locator("h1")).to_contain_text("The Group")
