"""Situations of work at the matching workspace, played by keyboard, each with the number of its steps.

A step is one thing that somebody does: an answer given, a button pressed, a line written.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.edit.slip import read_slips
from generator.words import words_for
from tests.browser.test_workspace import begin
from tests.sites import TODAY

pytestmark = pytest.mark.needs("chromium")

RESULTS = ".fp-match__results"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


class Steps:
    """Does things by keyboard alone and counts them."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def press(self, name: str | re.Pattern[str], key: str = "Enter", *, exact: bool = False) -> None:
        """Presses a button."""
        self._on(self.page.get_by_role("button", name=name, exact=exact).first.focus)
        self.page.keyboard.press(key)

    def tick(self, name: str) -> None:
        """Ticks a box, or takes one of several answers."""
        self._on(self.page.locator(".fp-match__panel").get_by_label(name, exact=True).first.focus)
        self.page.keyboard.press("Space")

    def open(self, name: str) -> None:
        """Opens a part of the questions, or a family of interests."""
        self._on(self.page.locator(".fp-match__panel summary").filter(has_text=name).first.focus)
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        """Writes a line."""
        self._on(self.page.get_by_label(label).first.focus)
        self.page.keyboard.type(text)

    def _on(self, focus: object) -> None:
        assert callable(focus)
        focus()
        self.count += 1


def saved(page: Page, steps: Steps) -> str:
    """The plan as the file holds it."""
    with page.expect_download() as download:
        steps.press("Save as a file")
    return download.value.path().read_text(encoding="utf-8")


def test_a_first_call_with_a_widower_of_78_who_has_a_landline_only(page: Page, address: str) -> None:
    begin(page, address)
    steps = Steps(page)
    steps.press("All questions")
    steps.open("What is good")
    steps.open("Games")
    steps.tick("Quiz")
    steps.tick("Meet people")
    steps.open("Who is around")
    steps.tick("Yes, in the last six months")
    steps.open("About you")
    steps.write("How old are you?", "78")
    steps.open("How you would like it")
    steps.tick("A telephone at home, no internet")
    results = page.locator(RESULTS)
    expect(results.get_by_role("heading", name="Short list")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("lost somebody: take back"))).to_be_visible()
    expect(results.locator(".fp-match__cards").get_by_text(re.compile("Online$"))).to_have_count(0)

    steps.press(re.compile("^Choose ?: "))
    steps.press("Make the plan")
    steps.write("My aim", "Hear a voice on Wednesdays")
    steps.press("See the sheet")

    expect(page.locator(".fp-plan")).to_contain_text("Hear a voice on Wednesdays")
    expect(page.locator(".fp-plan__qr svg").first).to_be_visible()
    assert steps.count <= 16, "twelve minutes hold no more"


def test_a_person_who_uses_a_wheelchair_finds_what_is_online(page: Page, address: str) -> None:
    begin(page, address, "Me: I am looking for myself")
    steps = Steps(page)
    steps.press("All questions")
    steps.open("What is good")
    steps.tick("Meet people")
    steps.open("Body and senses")
    steps.tick("I use a wheelchair")
    steps.open("How you would like it")
    steps.tick("Online")

    expect(page.get_by_role("button", name=re.compile("Step-free.*: take back"))).to_be_visible()
    expect(page.locator(RESULTS).get_by_text(re.compile("Online")).first).to_be_visible()
    assert steps.count == 7


def test_a_speaker_of_portuguese_takes_a_sheet_in_both_languages(page: Page, address: str) -> None:
    begin(page, address)
    steps = Steps(page)
    steps.press("All questions")
    steps.open("What is good")
    steps.tick("Meet people")
    steps.open("Language")
    steps.open("Which languages")
    steps.tick("Portuguese")
    steps.tick("I speak some of it")
    expect(page.locator(RESULTS).get_by_role("heading", name=re.compile("Ring first|Short list")).first).to_be_visible()
    steps.press("Make the plan")
    page.get_by_label("A second language").focus()
    page.keyboard.type("Port")
    steps.press("See the sheet")

    sheet = page.locator(".fp-plan")
    expect(sheet).to_contain_text("O meu plano")
    expect(sheet).to_contain_text("Not yet read by a speaker")
    assert steps.count == 9


def a_plan(page: Page, address: str) -> str:
    begin(page, address)
    steps = Steps(page)
    steps.open("Music")
    steps.tick("Music of any kind")
    steps.press(re.compile("^Choose ?: "))
    steps.press("Make the plan")
    return saved(page, steps)


def paste(page: Page, text: str) -> None:
    page.locator("summary", has_text="Open plans that were saved").click()
    page.get_by_label("Or paste the text").fill(text)
    page.get_by_role("button", name="Open what I pasted").click()


def test_a_quarterly_review_begins_with_a_pasted_plan(page: Page, address: str) -> None:
    text = a_plan(page, address).replace("\n", "\n> ")
    page.get_by_role("button", name="Clear everything").click()

    paste(page, text)

    expect(page.get_by_role("heading", name="The plan", exact=True)).to_be_focused()
    expect(page.get_by_text("The plan of")).to_be_visible()
    expect(page.get_by_text("Nothing that was chosen has changed since.")).to_be_visible()
    page.get_by_label(re.compile("did you go")).first.select_option("no")
    page.locator(".fp-match__why-not").get_by_label("Getting there", exact=True).first.check()
    steps = Steps(page)
    again = saved(page, steps)
    assert "Did I go?: No, Getting there" in again


def test_thirty_five_plans_are_checked_for_changes_at_once(page: Page, address: str) -> None:
    text = a_plan(page, address)
    when = re.search(r"\n {3}When: ", text)
    assert when
    touched = re.sub(r'"status":"open"', '"status":"full"', text)
    assert touched.count('"full"') == 1, "a line was broken within the word"
    page.get_by_role("button", name="Clear everything").click()

    paste(page, "\n".join([text] * 34 + [touched]))

    expect(page.get_by_text("35 plans: 1 touched by what changed.")).to_be_visible()
    expect(page.locator(".fp-match__top ol li").first).to_contain_text("now open; before: full")


def test_after_a_tick_at_abuse_nothing_is_printed_before_a_question(page: Page, address: str) -> None:
    begin(page, address)
    steps = Steps(page)
    steps.press("All questions")
    steps.open("Safety")
    page.locator("[data-field=safety] input").nth(2).check()
    steps.press("Make the plan")
    steps.press("See the sheet")

    expect(page.get_by_text("Is it safe to take this home?")).to_be_visible()
    expect(page.locator(".fp-plan")).to_have_count(0)
    steps.press("No", exact=True)
    expect(page.get_by_text("Then take nothing along.")).to_be_visible()


def test_what_was_learned_is_a_text_that_apply_reads(page: Page, address: str) -> None:
    begin(page, address)
    steps = Steps(page)
    steps.press("All questions")
    steps.open("What is good")
    steps.tick("Meet people")
    steps.open("Body and senses")
    steps.tick("I use a wheelchair")
    ring = page.locator(".fp-match__ring")
    asked = ring.locator("[data-key*='-c.access.'][data-key$='-yes']").first
    name = asked.get_attribute("data-key")
    assert name
    asked.focus()
    page.keyboard.press("Enter")
    steps.write("Your part in this", "link worker")

    (slip,) = read_slips(page.get_by_label("The message").input_value(), words_for("en_GB", "GBP"))

    assert slip.role == "link worker"
    assert slip.how == "rang"
    assert slip.date == TODAY
    assert [(one.text, f"-c.access.{one.about}-" in name) for one in slip.answers] == [("yes", True)]
