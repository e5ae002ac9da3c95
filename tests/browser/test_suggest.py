"""The form for suggestions in a browser: what it makes passes the check; what it refuses, it says beside the field."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.edit.slip import read_slips
from generator.loading import load
from generator.records.model import Activity, Resource
from generator.stages import Stages
from generator.words import words_for
from tests.browser.settled import settled
from tests.browser.test_every_kind import AXE, Visit
from tests.sites import DEMO

pytestmark = pytest.mark.needs("chromium")
TODAY = date(2026, 11, 28)
KEPT = """() => JSON.stringify(
  [{...localStorage}, {...sessionStorage}, document.cookie, location.hash, location.search])"""
HOSTILE = "Tea & <b>talk</b>: “yes” # {not} [a list] | > 'quoted' \"twice\""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    made = context.new_page()
    made.clock.install(time="2026-11-28T10:00:00")
    yield made
    context.close()


def opened(page: Page, address: str, fragment: str = "") -> None:
    page.goto(f"{address}suggest/{fragment}")
    settled(page)


def made_text(page: Page) -> str:
    page.get_by_role("button", name="Check it, and make the text").click()
    expect(page.get_by_role("heading", name="Ready to send")).to_be_visible()
    return page.locator("#suggest-text").text_content() or ""


def loaded_with(folder: Path, text: str) -> Activity | Resource:
    """The record that a text gives, after the whole demo with it has passed the check."""
    [path] = [word.removesuffix("\n") for word in text.split(" ") if word.startswith("data/")][:1] or [""]
    file = path.splitlines()[0]
    for name in ("content", "data", "mkdocs.yml"):
        source = DEMO / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    (folder / file).write_text(text, encoding="utf-8")
    found = load(folder / "mkdocs.yml", TODAY, Stages())
    assert not [one for one in found.problems if one.file == file and one.severity.name == "ERROR"], found.errors
    assert not found.errors
    assert found.catalogue
    return found.catalogue.entries[Path(file).stem].record


def test_what_the_form_makes_of_an_activity_passes_the_check(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address)
    page.get_by_label("Name (needed)", exact=True).fill(HOSTILE)
    page.get_by_label("In one sentence").fill("Tea, talk and a chair by the window.")
    page.get_by_label("Category").select_option("meal")
    page.get_by_label("How often").select_option("monthly")
    page.get_by_label("2nd", exact=True).check()
    page.get_by_label("last", exact=True).check()
    page.get_by_label("Day of the week").select_option("3")
    page.get_by_label("Begins").fill("14:00")
    page.get_by_label("Ends").fill("16:00")
    page.get_by_label("Not on public holidays").check()
    understood = page.locator("[data-understood]")
    expect(understood).to_contain_text("2nd and last Thursday of the month, 2 pm to 4 pm. Not on public holidays.")
    expect(understood).to_contain_text("Thursday 10 December")
    page.get_by_label("The place", exact=True).select_option("+")
    page.get_by_label("What the place is called").fill("The Old Boathouse")
    page.get_by_label("Street").fill("1 Mill Lane")
    page.get_by_role("group", name="Step-free way in").get_by_label("Yes").check()
    page.get_by_label("What one should know: Step-free way in").fill("ramp: by the side door")
    page.get_by_role("group", name="Hearing loop").get_by_label("No", exact=True).check()
    page.get_by_label("Does it cost anything?").select_option("amount")
    page.get_by_label("How much").fill("2.50")
    page.get_by_label("What to do first").select_option("ring_first")
    page.get_by_label("Telephone", exact=True).fill("01632 960123")
    page.get_by_label("What happens on a first visit").fill("Jo meets you.\n\n- You may just watch: nobody minds")
    page.get_by_text("More, where you know it").click()
    page.get_by_label("Youngest age").fill("18")
    page.get_by_label("Your part in this").fill("group leader")
    page.get_by_label("How you know it").select_option("visited")
    page.get_by_label("Anything else that we should know").fill("In May only\nname: no field")

    record = loaded_with(tmp_path, made_text(page))

    assert isinstance(record, Activity)
    assert record.name == HOSTILE
    assert record.venue
    assert record.venue.inline
    assert record.venue.inline.name == "The Old Boathouse"
    assert record.access
    answers = {code: record.access.get(code) for code in ("step_free", "hearing_loop", "toilet")}
    assert answers["step_free"]
    assert answers["step_free"].note == "ramp: by the side door"
    assert answers["hearing_loop"]
    assert answers["hearing_loop"].answer == "no"
    assert answers["toilet"] is None
    assert record.cost
    assert str(record.cost.amount) == "2.50"
    assert record.first_visit == "Jo meets you.\n\n- You may just watch: nobody minds"
    assert record.checked.on == TODAY


def test_what_the_form_makes_of_a_service_passes_the_check(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address)
    page.get_by_label("A group or service without fixed days").check()
    expect(page.get_by_role("heading", name="When", exact=True)).to_be_hidden()
    page.get_by_label("Name (needed)", exact=True).fill("Lifts for All")
    page.get_by_label("In one sentence").fill("Drivers who take you there and back.")
    page.get_by_label("What kind of thing it is").select_option("transport")
    page.get_by_label("Does it cost anything?").select_option("donation")
    page.get_by_label("Your part in this").fill("driver")

    text = made_text(page)
    record = loaded_with(tmp_path, text)

    assert isinstance(record, Resource)
    assert record.cost
    assert record.cost.donation
    way = page.locator("[data-repository]").get_attribute("href") or ""
    assert parse_qs(urlsplit(way).query)["value"] == [text]
    mail = page.locator("[data-mail]").get_attribute("href") or ""
    assert parse_qs(urlsplit(mail).query)["body"] == [text.replace("\n", "\r\n")]


def test_faults_are_listed_and_said_beside_their_fields(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_label("Telephone", exact=True).fill("ring Jo")
    page.get_by_label("Telephone", exact=True).blur()
    telephone = page.get_by_label("Telephone", exact=True)
    expect(telephone).to_have_attribute("aria-invalid", "true")
    expect(telephone).to_have_accessible_description(
        "A number that may stand on a poster. “ring Jo” is not a telephone number. Write one number, in digits and"
        " spaces: 01632 960123. Words about it belong under `answered` or `role`."
    )

    page.get_by_role("button", name="Check it, and make the text").click()

    faults = page.locator("#faults")
    expect(faults).to_be_focused()
    expect(faults.get_by_role("link")).to_have_count(6)  # name, sentence, category, days, telephone, part
    faults.get_by_role("link", name="In one sentence").click()
    expect(page.get_by_label("In one sentence")).to_be_focused()
    telephone.fill("01632 960123")
    expect(telephone).not_to_have_attribute("aria-invalid", "true")


def test_a_correction_becomes_the_text_that_apply_reads(page: Page, address: str) -> None:
    name = next(
        path.stem for path in sorted((DEMO / "data" / "resources").glob("*.yml")) if "phone:" in path.read_text()
    )
    opened(page, address, f"#id={name}")
    expect(page.get_by_role("heading", name="Tell us what is wrong")).to_be_visible()
    form = page.locator("[data-correct]")
    form.get_by_label("Telephone", exact=True).first.fill("01632 960199")
    form.get_by_label("Step-free way in").first.select_option("no")
    step_free = form.locator(".fp-field", has=page.get_by_label("Step-free way in")).first
    step_free.get_by_label("What one should know").fill("the ramp [has] gone")
    form.get_by_label("Your part in this").fill("neighbour")

    text = made_text(page)

    [slip] = read_slips(text, words_for("en_GB", "GBP"))
    said = {answer.about: answer.text for answer in slip.answers}
    assert said == {"phone": "01632 960199", "step_free": "no, the ramp (has) gone"}
    assert slip.role == "neighbour"
    assert not slip.unplaced
    assert name in (page.locator("[data-edit]").get_attribute("href") or "")


def test_nothing_is_kept_and_nothing_more_is_asked_of_the_server(page: Page, address: str) -> None:
    opened(page, address)
    before = page.evaluate(KEPT)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("Name (needed)", exact=True).fill("Lifts for All")
    page.get_by_role("button", name="Check it, and make the text").click()
    expect(page.locator("#faults")).to_be_focused()

    assert page.evaluate(KEPT) == before
    assert asked == []


def test_a_strange_id_begins_something_new_and_says_so(page: Page, address: str) -> None:
    opened(page, address, "#id=no-such-group")

    expect(page.get_by_text("We have no page by that name.")).to_be_visible()
    expect(page.get_by_label("Name (needed)", exact=True)).to_be_visible()


@pytest.mark.needs("axe-core")
def test_the_form_is_for_everyone_with_faults_and_with_its_text(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    visit = Visit(context, address)
    page = visit.page
    opened(page, address)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for _time in range(2):
        page.get_by_role("button", name="Add another time").click()
    page.get_by_label("How often").nth(1).select_option("days")
    page.get_by_label("How often").nth(2).select_option("monthly")
    page.get_by_label("The place", exact=True).select_option("+")
    page.get_by_label("Does it cost anything?").select_option("amount")
    page.get_by_text("More, where you know it").click()
    page.get_by_role("button", name="Check it, and make the text").click()
    assert visit.axe() == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320

    page.get_by_label("A group or service without fixed days").check()
    page.get_by_label("Name (needed)", exact=True).fill("Lifts for All")
    page.get_by_label("In one sentence").fill("Drivers who take you there and back.")
    page.get_by_label("What kind of thing it is").select_option("transport")
    page.get_by_label("The place", exact=True).select_option("")
    page.get_by_label("Does it cost anything?").select_option("free")
    page.get_by_label("Your part in this").fill("driver")
    made_text(page)
    assert visit.axe() == []
    assert page.evaluate("document.scrollingElement.scrollWidth") == 320
    assert visit.said == []
    context.close()
