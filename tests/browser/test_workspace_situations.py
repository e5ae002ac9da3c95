"""Situations of work at the matching workspace, played by keyboard, each with the number of its steps.

The numbers stand in docs/matching.md, and are read from there.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from generator.edit.slip import read_slips
from generator.words import words_for
from tests.browser.settled import settled
from tests.browser.steps import Steps
from tests.browser.test_every_kind import AXE, CHECK, WIDER
from tests.capabilities import ROOT
from tests.sites import TODAY

pytestmark = pytest.mark.needs("chromium")

RESULTS = ".fp-match__results"
TOGETHER = "The person and I, together"
ROW = re.compile(r"^\| ([^|]+) \| [^|]+ \| (\d+) \|$", re.MULTILINE)
STATED = {who: int(steps) for who, steps in ROW.findall((ROOT / "docs/matching.md").read_text(encoding="utf-8"))}
"""How many steps each situation is said to take."""


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The workspace on the demo's day, before anything is said."""
    context = browser.new_context()
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T09:00:00")
    page.goto(f"{address}match/")
    yield page
    context.close()


def saved(page: Page, steps: Steps) -> str:
    """The plan as the file holds it."""
    with page.expect_download() as download:
        steps.press("Save as a file")
    return download.value.path().read_text(encoding="utf-8")


def test_a_first_call_with_a_widower_of_78_who_has_a_landline_only(page: Page) -> None:
    steps = Steps(page)
    steps.take(TOGETHER)
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
    assert re.search("Ring:? 01632\N{NO-BREAK SPACE}960", page.locator(".fp-plan").inner_text()), (
        "a number is one thing"
    )
    assert steps.count == STATED["a widower of 78 with a landline, in a first call of twelve minutes"]


def test_a_person_who_uses_a_wheelchair_finds_what_is_online(page: Page) -> None:
    steps = Steps(page)
    steps.take("Me: I am looking for myself")
    steps.press("All questions")
    steps.open("What is good")
    steps.tick("Meet people")
    steps.open("Body and senses")
    steps.tick("I use a wheelchair")
    steps.open("How you would like it")
    steps.tick("Online")
    expect(page.get_by_role("button", name=re.compile("Step-free.*: take back"))).to_be_visible()
    card = page.locator(f"{RESULTS} .fp-card", has_text=re.compile("Online")).first
    expect(card).to_contain_text("Why this:")

    steps.press(re.compile("^Choose"), within=card)

    expect(page.get_by_text("Chosen: 1")).to_be_visible()
    assert steps.count == STATED["a person who uses a wheelchair, at home and online"]


def test_a_speaker_of_portuguese_takes_a_sheet_in_both_languages(page: Page) -> None:
    steps = Steps(page)
    steps.take(TOGETHER)
    steps.press("All questions")
    steps.open("What is good")
    steps.tick("Meet people")
    steps.open("Language")
    steps.open("Which languages")
    steps.tick("Portuguese")
    steps.tick("I speak some of it")
    expect(page.locator(RESULTS).get_by_role("heading", name=re.compile("Ring first|Short list")).first).to_be_visible()
    steps.press(re.compile("^Choose ?: "))
    steps.press("Make the plan")
    steps.choose("A second language", "Português")
    steps.press("See the sheet")

    sheet = page.locator(".fp-plan")
    expect(sheet).to_contain_text("O meu plano")
    expect(sheet).to_contain_text("Not yet read by a speaker")
    assert steps.count == STATED["a speaker of Portuguese and a worker who is none"]


@pytest.fixture
def plan(page: Page) -> str:
    """A plan that was saved, with the page cleared after it."""
    begin_again = page.get_by_role("button", name="Clear everything")
    steps = Steps(page)
    steps.take(TOGETHER)
    steps.open("Music")
    steps.tick("Music of any kind")
    steps.press(re.compile("^Choose ?: "))
    steps.press("Make the plan")
    text = saved(page, steps)
    begin_again.click()
    return text


def changed(plan: str) -> str:
    """The plan as it would be had a group been full when it was made."""
    full = plan.replace('"status":"open"', '"status":"full"')
    assert full.count('"full"') == 1, "a line was broken within the word"
    return full


def test_a_quarterly_review_begins_with_a_pasted_plan(page: Page, plan: str) -> None:
    steps = Steps(page)
    steps.open("Open plans that were saved")
    steps.write("Or paste the text", changed(plan).replace("\n", "\n> "))
    steps.press("Open what I pasted")
    expect(page.get_by_role("heading", name="The plan", exact=True)).to_be_focused()
    expect(page.get_by_text("The plan of")).to_be_visible()
    expect(page.locator(".fp-match__plan .fp-notice")).to_contain_text("now open; before: full")

    steps.choose(re.compile("did you go"), "No")
    steps.take("Getting there", within=page.locator(".fp-match__why-not"))
    again = saved(page, steps).replace("\N{NO-BREAK SPACE}", " ")

    assert "Did I go? 22 November 2026: No, Getting there" in again
    assert steps.count == STATED["a worker at a review after a quarter, with the plan as a mail"]


def test_thirty_five_plans_are_checked_for_changes_at_once(page: Page, plan: str, tmp_path: Path) -> None:
    for number in range(1, 36):
        text = changed(plan) if number == 20 else plan
        (tmp_path / f"plan-{number:02}.txt").write_text(text, encoding="utf-8")
    steps = Steps(page)
    steps.open("Open plans that were saved")
    files = page.get_by_label("Choose files")
    steps.reach(files)
    files.set_input_files(sorted(tmp_path.iterdir()))  # the window in which they are chosen is the browser's own
    steps.count += 1
    expect(page.get_by_text("35 plans: 1 touched by what changed.")).to_be_visible()
    first = page.locator(".fp-match__top ol li").first
    expect(first).to_contain_text("now open; before: full")

    steps.press(re.compile("^Open ?: plan-20"))

    expect(page.get_by_role("heading", name="The plan", exact=True)).to_be_focused()
    assert steps.count == STATED["a worker with thirty-five plans: which are touched by what changed?"]


def test_a_person_who_is_not_here_is_spoken_of_and_no_plan_is_made(page: Page, plan: str) -> None:
    steps = Steps(page)
    steps.take("Somebody who is not here")
    call = page.locator(".fp-match__contacts a[href^=tel]").first
    steps.reach(call)
    steps.count += 1
    assert steps.count == STATED["somebody who speaks of a person who is not here"]
    expect(page.get_by_role("heading", name="Short list")).to_be_hidden()
    expect(page.locator(".fp-match__panel")).to_be_hidden()

    steps.open("Open plans that were saved")
    steps.write("Or paste the text", plan)
    steps.press("Open what I pasted")
    expect(page.get_by_role("heading", name="The plan", exact=True)).to_be_focused()
    expect(page.get_by_label(TOGETHER)).to_be_checked()
    steps.press("See the sheet")
    steps.take("Somebody who is not here")

    expect(page.get_by_role("heading", name="The plan", exact=True)).to_have_count(0)
    expect(page.locator(".fp-plan")).to_have_count(0)


def test_every_situation_that_the_document_counts_is_played() -> None:
    source = Path(__file__).read_text(encoding="utf-8")

    assert len(STATED) == 6
    assert [who for who in STATED if f'STATED["{who}"]' not in source] == []


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("width", [320, 1280])
def test_a_workspace_that_is_filled_in_is_for_everyone(page: Page, plan: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    steps = Steps(page)
    steps.open("Open plans that were saved")
    steps.write("Or paste the text", changed(plan))
    steps.press("Open what I pasted")
    page.evaluate("for (const one of document.querySelectorAll('#match details')) one.open = true")
    for goal in ("Meet people", "Be useful"):
        page.locator(".fp-match__panel").get_by_label(goal, exact=True).check()
    page.get_by_label("I use a wheelchair").check()
    page.get_by_label("A second language").select_option("pt")
    steps.press("See the sheet")
    expect(page.locator(".fp-plan")).to_be_visible()
    page.evaluate(AXE.read_text(encoding="utf-8"))

    assert page.evaluate(CHECK) == []
    across = page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
    assert across[0] <= across[1], page.evaluate(WIDER)
    steps.press("Choose together")
    assert page.evaluate(CHECK) == []


def test_the_dates_of_what_was_chosen_go_into_any_calendar_and_say_nothing_of_the_person(page: Page) -> None:
    steps = Steps(page)
    steps.take(TOGETHER)
    steps.open("Music")
    steps.tick("Music of any kind")
    steps.press(re.compile("^Choose ?: "))
    title = settled(page).locator(".fp-match__card.is-chosen h4, .fp-match__card.is-chosen h5").first.inner_text()
    steps.press("Make the plan")
    steps.write("My aim", "Sing again")

    with page.expect_download() as download:
        steps.press("Their dates for the calendar")

    calendar = Calendar.from_ical(download.value.path().read_bytes())
    events = calendar.walk("VEVENT")
    assert {str(event["SUMMARY"]) for event in events} == {title.partition("\n")[0]}
    assert all(event.decoded("DTSTART").date().isoformat() >= TODAY for event in events)
    assert "Sing again" not in str(calendar)


def test_goals_are_put_in_order_by_keyboard(page: Page) -> None:
    steps = Steps(page)
    steps.take(TOGETHER)
    for goal in ("Meet people", "Be useful", "Learn something"):
        steps.tick(goal)
    goals = page.locator(".fp-match__order > li > span:first-child")

    up = re.compile("^Up ?: Learn something")
    steps.press(up)
    expect(page.get_by_role("button", name=up)).to_be_focused()
    expect(page.get_by_text("Learn something is now number 2.")).to_be_attached()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")  # it stands first already

    expect(goals).to_have_text(["Learn something", "Meet people", "Be useful"])


def test_on_a_phone_how_many_fit_stays_in_view_and_leads_to_them(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    steps = Steps(page)
    steps.take(TOGETHER)
    steps.open("Music")
    steps.tick("Music of any kind")
    bar = page.locator(".fp-match__bar")
    expect(bar).to_contain_text(re.compile(r"\d+ fit"))
    expect(bar).to_be_in_viewport()
    steps.reach(page.locator(".fp-match__panel summary").last)
    last = page.locator(".fp-match__panel summary").last.bounding_box()
    line = bar.bounding_box()
    assert last
    assert line
    assert last["y"] + last["height"] <= line["y"], "the line covers what has the focus"

    steps.press("See them")

    expect(page.get_by_role("heading", name="What fits")).to_be_focused()
    expect(page.get_by_role("heading", name="What fits")).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(bar).to_be_hidden()


def test_after_a_tick_at_abuse_nothing_is_printed_before_a_question(page: Page) -> None:
    steps = Steps(page)
    steps.take(TOGETHER)
    steps.press("All questions")
    steps.open("Safety")
    page.locator("[data-field=safety] input").nth(2).check()
    steps.press("Make the plan")
    steps.press("See the sheet")

    expect(page.get_by_text("Is it safe to take this home?")).to_be_visible()
    expect(page.locator(".fp-plan")).to_have_count(0)
    steps.press("No", exact=True)
    expect(page.get_by_text("Then take nothing along.")).to_be_visible()


def test_what_was_learned_is_a_text_that_apply_reads(page: Page) -> None:
    steps = Steps(page)
    steps.take(TOGETHER)
    steps.press("All questions")
    steps.open("What is good")
    steps.tick("Meet people")
    steps.open("Body and senses")
    steps.tick("I use a wheelchair")
    ring = page.locator(".fp-match__ring")
    asked = ring.locator("[data-key*='-c.access.'][data-key$='-yes']").first
    settled(page)
    name = asked.get_attribute("data-key")
    assert name
    steps.reach(asked)
    page.keyboard.press("Enter")
    steps.write("Your part in this", "link worker")

    (slip,) = read_slips(settled(page).get_by_label("The message").input_value(), words_for("en_GB", "GBP"))

    assert slip.role == "link worker"
    assert slip.how == "rang"
    assert slip.date == TODAY
    assert [(one.text, f"-c.access.{one.about}-" in name) for one in slip.answers] == [("yes", True)]
