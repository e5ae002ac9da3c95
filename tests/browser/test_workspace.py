"""The matching workspace in a browser: who is here, what fits and why, what to ask first, what is left out."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.settled import settled
from tests.sites import TODAY

pytestmark = pytest.mark.needs("chromium")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def begin(page: Page, address: str, who: str = "The person and I, together") -> None:
    """Opens the workspace on the demo's day and says who is here."""
    page.clock.set_fixed_time(f"{TODAY}T09:00:00")
    page.goto(f"{address}match/")
    page.get_by_label(who).check()


def choose_interest(page: Page, family: str, interest: str) -> None:
    """Ticks an interest within its family."""
    box = page.locator("[data-field=interests]")
    box.locator("summary", has_text=family).first.click()
    box.get_by_label(interest, exact=True).check()


def part(page: Page, name: str) -> None:
    """Opens a part of all questions."""
    page.locator(".fp-match__panel summary", has_text=name).first.click()


def test_a_person_who_is_not_here_gets_no_list_but_whom_to_ring(page: Page, address: str) -> None:
    begin(page, address, "Somebody who is not here")

    expect(page.get_by_role("heading", name="Worried about someone?")).to_be_visible()
    expect(page.locator(".fp-match__contacts a[href^=tel]").first).to_be_visible()
    expect(page.get_by_role("heading", name="Short list")).to_be_hidden()
    expect(page.locator(".fp-match__panel")).to_be_hidden()


def test_two_minutes_are_three_questions_and_at_most_three_suggestions(page: Page, address: str) -> None:
    begin(page, address, "Me: I am looking for myself")
    expect(page.get_by_role("heading", name="Question 1 of 3")).to_be_visible()
    expect(page.locator("#match-step")).to_contain_text("What do you miss, or want more of?")
    legend = page.locator(".fp-match__panel legend").first
    expect(legend).to_have_text("What do you miss, or want more of?")
    assert legend.evaluate("(one) => one.getBoundingClientRect().height") <= 2, "the question is shown twice"
    choose_interest(page, "Music", "Music of any kind")
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("heading", name="Question 2 of 3")).to_be_focused()
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_role("heading", name="Question 3 of 3")).to_be_focused()

    page.get_by_role("button", name="See what fits").click()

    expect(page.get_by_role("heading", name="What fits")).to_be_focused()
    expect(page.locator("#lane-short")).to_have_text(re.compile(r"Short list \([123]\)"))
    expect(page.locator(".fp-match__why").first).to_contain_text("Why this:")


def test_a_yes_on_the_telephone_moves_a_record_up_and_a_no_leaves_it_out(page: Page, address: str) -> None:
    begin(page, address)
    page.get_by_role("button", name="All questions").click()
    part(page, "What is good")
    choose_interest(page, "Music", "Playing music")
    page.get_by_label("Meet people").check()
    settled(page)
    ring = page.locator("section.fp-match__lane", has=page.locator("#lane-ring"))
    first = ring.locator(".fp-card").first
    name = first.get_by_role("heading").inner_text().split("\n")[0]

    first.get_by_role("button", name="No", exact=True).click()

    expect(ring.get_by_role("heading", name=name)).to_be_hidden()
    expect(ring.locator("[data-key^=ask-]:focus"), "the place in the list of calls is lost").to_have_count(1)
    page.locator("summary", has_text="Left out, and why").click()
    page.get_by_label("Look for a name or a reason").fill(name)
    expect(page.locator(".fp-match__out li").first).to_contain_text(name)


def test_an_age_is_asked_of_the_person_and_of_no_group(page: Page, address: str) -> None:
    begin(page, address)
    page.get_by_label("Learn something").check()
    settled(page)
    tell = page.locator(".fp-match__tell")
    expect(tell.get_by_role("heading").first).to_contain_text("for certain ages only")
    expect(page.locator("[data-key^='ask-'][data-key*='-c.age-']")).to_have_count(0)

    page.get_by_label("How old are you?").fill("72")
    page.keyboard.press("Enter")

    expect(tell.get_by_label("How old are you?")).to_have_count(0)
    expect(tell.get_by_role("button").first, "the next question of that kind has the focus").to_be_focused()
    page.get_by_role("button", name="All questions").click()
    expect(page.locator("#q-age")).to_have_value("72")


def test_three_choices_are_cards_on_paper_unless_a_sheet_may_do_harm(page: Page, address: str) -> None:
    begin(page, address)
    page.get_by_role("button", name="All questions").click()
    part(page, "What is good")
    page.get_by_label("Meet people").check()
    settled(page)
    page.get_by_role("button", name="Choose together").click()
    expect(page.get_by_role("button", name="Print as cards")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".fp-together__card").first).to_be_visible()
    expect(page.get_by_role("button", name="Print as cards")).to_be_hidden()
    expect(page.locator(".fp-printed")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Back").click()

    part(page, "Safety")
    page.locator("[data-field=safety]").get_by_label("Somebody hurts").check()
    settled(page)
    page.get_by_role("button", name="Choose together").click()

    expect(page.locator(".fp-together__card").first).to_be_visible()
    expect(page.get_by_role("button", name="Print as cards")).to_have_count(0)
    page.emulate_media(media="print")
    expect(page.locator(".fp-together__card").first).to_be_hidden()


@pytest.mark.needs("pdftotext")
def test_three_suggestions_in_an_envelope_are_one_sheet_of_paper(page: Page, address: str, tmp_path: Path) -> None:
    begin(page, address)
    page.get_by_label("Meet people").check()
    settled(page)
    for place in range(3):
        page.locator("section", has=page.locator("#lane-short")).locator("[data-key^=choose-]").nth(place).click()
    page.get_by_role("button", name="Make the plan").click()
    page.get_by_label("For a window envelope").check()
    page.get_by_role("button", name="See the sheet").click()
    expect(page.locator(".fp-plan__item")).to_have_count(3)
    expect(page.locator(".fp-plan .fp-mark")).to_be_visible()

    page.pdf(path=tmp_path / "plan.pdf", prefer_css_page_size=True)

    said = subprocess.run(["pdfinfo", tmp_path / "plan.pdf"], capture_output=True, check=True).stdout.decode()
    assert re.search(r"^Pages:\s+2$", said, re.MULTILINE), said


def test_danger_comes_before_any_list_and_the_list_waits(page: Page, address: str) -> None:
    begin(page, address)
    page.get_by_role("button", name="All questions").click()
    part(page, "What is good")
    page.get_by_label("Meet people").check()
    part(page, "Safety")

    page.locator("[data-field=safety] input").nth(1).check()

    expect(page.get_by_role("heading", name="Safety first")).to_be_visible()
    expect(page.get_by_role("heading", name="Short list")).to_be_hidden()
    page.get_by_role("button", name="We are safe for now, go on").click()
    expect(page.get_by_role("heading", name="Short list")).to_be_visible()


def test_what_follows_from_an_answer_is_shown_and_taken_back(page: Page, address: str) -> None:
    begin(page, address)
    page.get_by_role("button", name="All questions").click()
    part(page, "Body and senses")
    page.get_by_label("I use a wheelchair").check()
    chip = page.get_by_role("button", name=re.compile("Step-free.*: take back"))
    expect(chip).to_be_visible()

    chip.click()

    expect(page.get_by_role("button", name=re.compile("Step-free.*: put back"))).to_be_visible()


def test_often_lonely_is_thanked_for_and_opens_no_alarm(page: Page, address: str) -> None:
    begin(page, address)
    page.get_by_role("button", name="All questions").click()
    part(page, "How it feels")

    page.get_by_label("Often or always").check()

    expect(page.get_by_text("Thank you for telling me. Many people feel this.")).to_be_visible()
    expect(page.get_by_role("heading", name="Safety first")).to_be_hidden()
