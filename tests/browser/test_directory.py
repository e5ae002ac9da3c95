"""The directory in a browser: filters, counts, chips, what stays out of the address, near me, failures, keyboard."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.settled import settled
from tests.browser.test_every_kind import AXE, NARROW, WIDE, WIDER, Visit
from tests.sites import TODAY, Built

pytestmark = pytest.mark.needs("chromium")

LEAF = 20
NOTHING_KEPT = "[history.state, localStorage.length, sessionStorage.length, document.cookie]"
SMALL = """[...document.querySelectorAll(".fp-filters :is(summary, .fp-option, button, input.fp-input, select)")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
  .map((one) => one.outerHTML.slice(0, 80))"""
CARDS = """(cards) => cards.map((card) => card.outerHTML.replace(/(href=")(?:[.][.][/])+/g, "$1").replace(/\\s+/g, " ")
  .replace(/> </g, "><").replace(/> /g, ">").replace(/ </g, "<"))"""

FIRST_FRAME = """async () => {
  const list = document.getElementById("find-results");
  const records = () => [...list.querySelectorAll("h3 a")].map((one) => one.getAttribute("href"));
  const before = records();
  const watch = new MutationObserver(() => {});
  watch.observe(list, { childList: true, subtree: true });
  document.querySelector('.fp-filters input[value="free"]').click();
  await new Promise((go) => setTimeout(go)); // all that the choice does at once is done, and the frame follows
  const added = watch.takeRecords().flatMap(({ addedNodes }) => [...addedNodes]).filter((one) => one.nodeType === 1);
  const made = added.reduce((sum, one) => sum + 1 + one.querySelectorAll("*").length, 0);
  const written = records().flatMap((one, at) => (one === before[at] ? [] : [at]));
  const seen = [...list.querySelectorAll("li")].flatMap((one, at) => {
    const { top, bottom } = one.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? [at] : [];
  });
  return { places: list.querySelectorAll("li").length, seen, written, made };
}"""

WATCH_WORDS = """() => {
  const parts = "h3 a, h3 + p, .fp-arm, .fp-keep .fp-vh, .fp-option__count";
  const isOne = ({ target }) => (target.nodeType === 3 ? target.parentElement : target)?.matches(parts);
  const seen = { new: 0, written: 0 };
  const note = (all) => all.filter(isOne).forEach(({ type }) => (seen[type === "childList" ? "new" : "written"] += 1));
  const watch = new MutationObserver(note);
  watch.observe(document.getElementById("find"), { childList: true, characterData: true, subtree: true });
  window.watchedWords = () => (note(watch.takeRecords()), seen);
}"""


@pytest.fixture(scope="module", params=[NARROW, WIDE], ids=["320", "1280"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=request.param, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="module")
def wide(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce")  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def visit(wide: BrowserContext, address: str) -> Iterator[Visit]:
    """The directory on a wide screen, ready for use."""
    visit = Visit(wide, address)
    visit.page.goto(f"{address}directory/")
    ready(visit.page)
    yield visit
    assert visit.said == []
    assert visit.foreign == []
    visit.page.close()


def ready(page: Page) -> None:
    expect(page.locator("#find")).to_have_class(re.compile("is-ready"))
    settled(page)


def status(page: Page) -> Locator:
    return page.locator("#find-status")


def fits(page: Page) -> int:
    """How many fit, as the line says."""
    settled(page)
    found = re.match(r"([\d,]+) ", status(page).inner_text())
    return int(found[1].replace(",", "")) if found else 0


def unfold(page: Page, *titles: str) -> None:
    for title in titles:
        words = page.locator("summary > span", has_text=re.compile(rf"^{title}( \(\d+\))?$"))
        if words.locator("xpath=../..").get_attribute("open") is None:
            words.click()


def choice(page: Page, words: str) -> Locator:
    """A choice of the filters; what a long list leaves out at first is shown."""
    found = page.locator(".fp-option", has_text=re.compile(rf"^{re.escape(words)}\s*\d*$")).first
    if found.get_attribute("hidden") is not None:
        found.locator("xpath=..").get_by_role("button", name="Show all").click()
    return found


def count(page: Page, words: str) -> int:
    """How many a choice fits."""
    settled(page)
    found = choice(page, words).locator(".fp-option__count")
    expect(found).to_have_text(re.compile(r"^\d"))
    return int(found.inner_text())


def fragment(page: Page) -> str:
    return str(page.evaluate("location.hash"))


def test_a_card_says_and_looks_what_it_does_in_the_plain_lists(visit: Visit, demo: Built) -> None:
    page = visit.page
    total = json.loads((demo.folder / "data/columns/facets.json").read_text(encoding="utf-8"))["count"]
    page.locator("#find-sort").select_option("name")
    expect(page).to_have_url(re.compile("sort=name"))
    settled(page)
    for shown in range(LEAF, total, LEAF):
        page.locator("#find-more").click()
        expect(page.locator("#find-results .fp-card h3")).to_have_count(min(shown + LEAF, total))
        settled(page)
    drawn_html = page.eval_on_selector_all("#find-results .fp-card", CARDS)
    plain: list[str] = []
    for number in range(1, 99):
        url = "directory/all/" if number == 1 else f"directory/all/{number}/"
        if not (demo.folder / url).is_dir():
            break
        page.goto(visit.address + url)
        settled(page)
        plain += page.eval_on_selector_all(".fp-card", CARDS)

    assert len(plain) > 200
    assert drawn_html == plain


def test_without_a_choice_all_are_there_and_twenty_are_shown(visit: Visit, demo: Built) -> None:
    page = visit.page
    count = json.loads((demo.folder / "data/columns/facets.json").read_text(encoding="utf-8"))["count"]

    assert fits(page) == count
    expect(page.locator("#find-results .fp-card")).to_have_count(LEAF)
    page.locator("#find-more").click()
    expect(page.locator("#find-results .fp-card")).to_have_count(2 * LEAF)
    expect(page.locator("#find-results .fp-card h3 a").nth(LEAF)).to_be_focused()
    assert page.locator(".fp-lists").get_attribute("open") is None


def test_the_cards_in_view_are_there_in_the_first_frame_and_the_others_after_it(visit: Visit) -> None:
    page = visit.page
    unfold(page, "Cost")
    for _ in range(2):  # so that all cards are loaded
        choice(page, "Free").click()
        settled(page)
    before = page.locator("#find-results h3 a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")

    first = page.evaluate(FIRST_FRAME)
    settled(page)
    after = page.locator("#find-results h3 a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")

    changed = [at for at in range(LEAF) if before[at] != after[at]]
    assert first["places"] == LEAF
    assert {*first["seen"]} & {*changed} <= {*first["written"]} <= {*changed}
    assert 1 <= len(first["written"]) < len(changed)
    assert first["made"] < 60, "cards that stand are written anew, not made anew: one has some 90 elements"


def test_words_are_written_into_the_words_that_stand(visit: Visit) -> None:
    page = visit.page
    unfold(page, "Cost")
    for _ in range(2):  # so that the counts and all cards are there
        choice(page, "Free").click()
        settled(page)

    page.evaluate(WATCH_WORDS)
    choice(page, "Free").click()
    settled(page)
    words = page.evaluate("window.watchedWords()")

    assert words["new"] == 0
    assert words["written"] > LEAF


def test_a_card_that_is_written_anew_is_the_card_that_is_made_anew(visit: Visit, wide: BrowserContext) -> None:
    page = visit.page
    unfold(page, "Cost")
    choice(page, "Free").click()
    settled(page)
    written = page.eval_on_selector_all("#find-results .fp-card", CARDS)

    directly = wide.new_page()
    directly.goto(page.url)
    settled(directly)
    made = directly.eval_on_selector_all("#find-results .fp-card", CARDS)
    directly.close()

    assert written == made


def test_a_star_is_that_of_the_record_that_stands_in_its_card_now(visit: Visit) -> None:
    page = visit.page
    first = page.locator("#find-results .fp-card").first
    kept = first.locator("h3 a").get_attribute("href")
    first.locator(".fp-keep").click()
    expect(first.locator(".fp-keep")).to_have_attribute("aria-pressed", "true")
    unfold(page, "Cost")
    for _ in range(2):
        choice(page, "Free").click()
        settled(page)
        stars = page.locator("#find-results .fp-card").evaluate_all(
            """(all) => all.map((one) => [one.querySelector("h3 a").getAttribute("href"),
            one.querySelector(".fp-keep").getAttribute("aria-pressed")])"""
        )
        assert [pressed == "true" for _, pressed in stars] == [href == kept for href, _ in stars]
    first.locator(".fp-keep").click()


def test_the_count_beside_a_choice_is_how_many_then_fit(visit: Visit) -> None:
    page = visit.page
    unfold(page, "What", "Getting in and around")
    for words in ("Games", "Free", "Step-free way in"):
        counted = count(page, words)
        choice(page, words).click()
        assert fits(page) == counted, words
    expect(page.locator("#find-chips .fp-chip")).to_have_text(
        [re.compile("^Games"), re.compile("Free"), re.compile("Step-free")]
    )


def test_who_does_not_say_is_offered_and_shown_apart(visit: Visit) -> None:
    page = visit.page
    unfold(page, "Cost")
    choice(page, "Free").click()
    sure = fits(page)
    expect(status(page)).to_contain_text(re.compile(r"\d+ more do not say what they cost\."))
    page.get_by_role("button", name="Show those too").click()

    assert fits(page) == sure
    while page.locator("#find-more").is_visible():
        page.locator("#find-more").click()
        settled(page)
    apart = page.locator(".fp-find__part")
    expect(apart).to_have_text("They do not say. Ring them first")
    unsure = page.locator("#find-part-1 .fp-card").all_inner_texts()
    assert any("Nobody has told us what it costs" in text for text in unsure)
    assert not any(re.search(r"^Free\b|£", text, re.MULTILINE) for text in unsure)
    assert page.locator("#find-part-0 .fp-card").count() == sure
    page.get_by_role("button", name="Leave those out").click()
    expect(apart).to_have_count(0)


def test_where_nothing_fits_it_says_what_to_take_away(visit: Visit) -> None:
    page = visit.page
    unfold(page, "What", "When", "Cost")
    for words in ("Have your say", "Sunday", "Evening", "Costs money"):
        choice(page, words).click()
    expect(status(page)).to_contain_text("Nothing fits all of that. Take one thing away:")
    expect(status(page).get_by_role("link", name="01632 960100")).to_be_visible()

    status(page).get_by_role("button", name=re.compile("Have your say")).click()
    expect(page.locator("#find-chips .fp-chip", has_text="Have your say")).to_have_count(0)
    expect(page.locator("#find-status")).to_be_focused()


def test_where_a_search_finds_nothing_it_says_so_and_asks_for_another_word(visit: Visit) -> None:
    page = visit.page
    page.locator("#q").fill("zzyzzy")
    page.locator("#q").press("Enter")

    expect(status(page)).to_contain_text("We found nothing for “zzyzzy”. Try one word")
    expect(status(page).get_by_role("link", name="01632 960100")).to_be_visible()
    expect(status(page)).not_to_contain_text("Take one thing away")


def test_the_address_holds_what_tells_nothing_about_a_person_and_nothing_else(visit: Visit) -> None:
    page = visit.page
    unfold(page, "What", "When", "Cost", "Getting in and around", "Who it is for")
    for words in ("Games", "Tuesday", "Free", "Step-free way in", "Carers"):
        choice(page, words).click()
    page.get_by_label("Age", exact=True).fill("70")
    unfold(page, "Near me")
    page.get_by_label("Town or postcode").fill("Applewick")
    page.get_by_role("button", name="Look near there").click()
    expect(page.locator("#find-sort")).to_have_value("near")
    settled(page)

    assert fragment(page) == "#category=games&day=tue&free&sort=near"
    assert page.evaluate(NOTHING_KEPT) == [None, 0, 0, ""]
    asked = page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")
    assert not [one for one in asked if re.search("(?i)applewick|70|carer|step", one)]


def test_back_and_forward_go_from_choice_to_choice_and_keep_what_is_private(visit: Visit) -> None:
    page = visit.page
    unfold(page, "When", "Getting in and around")
    choice(page, "Tuesday").click()
    expect(page).to_have_url(re.compile("#day=tue$"))
    choice(page, "Step-free way in").click()
    choice(page, "Friday").click()
    expect(page).to_have_url(re.compile("#day=tue,fri$"))
    both = fits(page)

    page.go_back()
    expect(choice(page, "Friday").locator("input")).not_to_be_checked()
    expect(page).to_have_url(re.compile("#day=tue$"))
    expect(choice(page, "Step-free way in").locator("input")).to_be_checked()
    page.go_forward()
    expect(choice(page, "Friday").locator("input")).to_be_checked()
    assert fits(page) == both


def test_a_link_that_was_sent_restores_the_list(visit: Visit, wide: BrowserContext) -> None:
    page = visit.page
    unfold(page, "When", "Cost")
    for words in ("Thursday", "Afternoon", "Free"):
        choice(page, words).click()
    page.locator("#find-sort").select_option("name")
    expected = fits(page), page.locator("#find-results h3").all_inner_texts()

    other = wide.new_page()
    other.clock.set_fixed_time(f"{TODAY}T09:00:00")
    other.goto(page.url)
    ready(other)
    assert (fits(other), other.locator("#find-results h3").all_inner_texts()) == expected
    assert choice(other, "Afternoon").locator("input").is_checked()
    other.close()


def test_near_me_sorts_by_distance_and_loses_nobody_to_whom_one_need_not_go(visit: Visit) -> None:
    page = visit.page
    unfold(page, "Near me")
    page.get_by_label("How far away?").select_option("Within 1 mile")
    page.get_by_label("Town or postcode").fill("Atlantis")
    page.keyboard.press("Enter")
    expect(page.locator("#near-error")).to_contain_text("We do not know that place.")
    expect(page.get_by_label("Town or postcode")).to_be_focused()

    page.get_by_label("Town or postcode").fill("thornmere")
    page.keyboard.press("Enter")
    expect(page.locator("#find-chips")).to_contain_text("Near Thornmere")
    settled(page)
    first = page.locator("#find-part-0 .fp-facts").all_inner_texts()
    assert first
    assert all(re.search("under half a mile|about half a mile|about 1 mile", one) for one in first)
    expect(page.locator(".fp-find__part").first).to_have_text(re.compile("You need not go there"))
    expect(status(page)).to_contain_text("do not say where they are")
    titles = page.locator("#find-results h3").all_inner_texts()
    while page.locator("#find-more").is_visible():
        page.locator("#find-more").click()
        settled(page)
    titles = page.locator("#find-part-1 h3").all_inner_texts()
    assert any("Phone" in one or "Telephone" in one for one in titles), titles

    page.locator("#find-chips .fp-chip").click()
    expect(page.locator("#find-sort")).to_have_value("best")
    expect(page.get_by_label("Town or postcode")).to_have_value("")


def test_a_misspelt_place_is_asked_about_and_never_taken_for_granted(visit: Visit) -> None:
    page = visit.page
    place = page.get_by_label("Town or postcode")
    place.fill("Applewik")
    page.keyboard.press("Enter")

    expect(page.locator("#near-error")).to_have_text("We do not know that place. Did you mean Applewick?")
    expect(place).to_be_focused()
    expect(page.locator("#find-chips")).not_to_contain_text("Near")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#find-chips")).to_contain_text("Near Applewick")
    expect(place).to_have_value("Applewick")
    expect(place).to_be_focused()
    expect(page.locator("#near-error")).to_be_empty()
    expect(page.locator(".fp-near__meant button")).to_have_count(0)


def test_a_place_that_was_taken_back_while_it_was_looked_up_is_no_mistake(visit: Visit) -> None:
    page = visit.page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/places.json", hold)
    place = page.get_by_label("Town or postcode")
    with page.expect_request("**/places.json"):
        place.fill("Atlantis")
        place.press("Enter")
    place.fill("")

    with page.expect_response("**/places.json"):
        held[0].continue_()
    page.unroute("**/places.json")

    place.fill("Applewick")
    place.press("Enter")
    expect(page.locator("#find-chips")).to_contain_text("Near Applewick")
    expect(page.locator("#near-error")).to_be_empty()


def test_the_position_of_the_device_is_used_on_request_and_not_sent(browser: Browser, address: str) -> None:
    context = browser.new_context(
        viewport=WIDE,  # type: ignore[arg-type]
        geolocation={"latitude": 54.633, "longitude": 1.461},
        permissions=["geolocation"],
    )
    visit = Visit(context, address)
    visit.page.goto(f"{address}directory/")
    ready(visit.page)
    unfold(visit.page, "Near me")
    visit.page.get_by_role("button", name="Use where I am").click()

    expect(visit.page.locator("#find-chips")).to_contain_text("Near where I am")
    expect(visit.page.locator("#find-part-0 .fp-card").first).to_contain_text("Applewick")
    expect(visit.page).to_have_url(re.compile("/directory/#sort=near$"))
    assert (visit.foreign, visit.said) == ([], [])
    context.close()


def test_the_telephone_is_answered_by_the_clock_of_the_site(visit: Visit) -> None:
    page = visit.page  # it is Sunday, 9 am
    unfold(page, "More", "The telephone")
    sunday = count(page, "Answers the phone now")
    page.clock.set_fixed_time("2026-11-23T11:00:00")
    page.reload()
    ready(page)
    unfold(page, "More", "The telephone")
    monday = count(page, "Answers the phone now")

    assert 0 < sunday < monday
    choice(page, "Answers the phone now").click()
    expect(status(page)).to_contain_text("do not say when the phone is answered")


def test_a_kind_of_help_is_chosen_and_kept_out_of_the_address(visit: Visit) -> None:
    page = visit.page
    unfold(page, "More", "What kind of help")
    many = count(page, "Somebody to speak up for you")
    choice(page, "Somebody to speak up for you").click()

    expect(page.locator("#find-chips")).to_contain_text("Somebody to speak up for you")
    expect(status(page)).to_contain_text(f"{many} ")
    expect(page.locator("#find-part-0 .fp-card h3", has_text="Speak Up")).to_be_visible()
    assert (fragment(page), many > 0) == ("", True)


FAILURES: dict[str, Callable[[Route], None]] = {
    "no connection": lambda route: route.abort(),
    "not there": lambda route: route.fulfill(status=404),
    "another version": lambda route: route.fulfill(json={"format": 99}),
    "no JSON": lambda route: route.fulfill(body="<html>"),
}


@pytest.mark.parametrize("answer", FAILURES.values(), ids=FAILURES)
def test_where_the_list_cannot_be_loaded_the_links_stay(
    wide: BrowserContext, address: str, answer: Callable[[Route], None]
) -> None:
    page = wide.new_page()
    page.route("**/facets.json", answer)
    page.goto(f"{address}directory/")

    expect(status(page)).to_contain_text("The list could not be loaded.")
    expect(
        page.get_by_role("link", name="Everything from A to Z").or_(page.get_by_role("link", name="All groups"))
    ).to_be_visible()
    page.unroute("**/facets.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#find-results .fp-card")).to_have_count(LEAF)
    page.close()


def test_cards_that_cannot_be_loaded_are_asked_for_again(wide: BrowserContext, address: str) -> None:
    page = wide.new_page()
    page.route("**/cards/*.json", lambda route: route.abort())
    page.goto(f"{address}directory/")
    expect(status(page)).to_contain_text("The list could not be loaded.")
    page.unroute("**/cards/*.json")
    page.get_by_role("button", name="Try again").click()

    expect(page.locator("#find-results .fp-card")).to_have_count(LEAF)
    page.close()


def test_without_scripts_the_plain_ways_are_there_and_no_box_that_finds_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}directory/")

    expect(page.get_by_role("link", name="All groups, activities and services")).to_be_visible()
    expect(page.locator("#find .fp-search")).to_be_hidden()
    expect(page.locator("#find-open")).to_be_hidden()
    context.close()


def test_filters_open_as_a_dialog_on_a_narrow_page_and_give_focus_back(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}directory/")
    ready(page)
    opener = page.get_by_role("button", name="Filters")
    opener.press("Enter")
    sheet = page.get_by_role("dialog", name="Filters")
    expect(sheet).to_be_visible()
    unfold(page, "Cost")
    choice(page, "Free").click()
    settled(page)
    shown = sheet.get_by_role("button", name=re.compile("Show \\d+"))
    count = int(re.sub(r"\D", "", shown.inner_text()))
    page.keyboard.press("Escape")

    expect(sheet).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_text("Filters (1)")
    assert fits(page) == count
    opener.click()
    page.get_by_role("button", name="Clear all").last.click()
    shown.click()
    expect(sheet).to_be_hidden()
    expect(opener).to_be_focused()
    expect(opener).to_have_text("Filters")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    expect(page.locator("#find-side .fp-filters")).to_be_visible()
    context.close()


def test_a_list_is_found_by_keyboard_alone(visit: Visit) -> None:
    page = visit.page
    keys = page.keyboard

    def tab_to(matches: str, most: int = 90) -> None:
        for _ in range(most):
            keys.press("Tab")
            if page.evaluate(f"document.activeElement.matches({json.dumps(matches)})"):
                return
        raise AssertionError(f"{matches} is not reached")

    tab_to("input[value=free]")
    keys.press("Space")
    tab_to("input[value=step_free]")
    keys.press("Space")
    tab_to("#find-sort")
    keys.press("n")
    tab_to("#find-chips .fp-chip")
    keys.press("Enter")
    expect(page.locator("#find-chips .fp-chip")).to_have_count(1)
    expect(page.locator("#find-chips .fp-chip")).to_be_focused()
    keys.press("Enter")
    expect(status(page)).to_be_focused()
    settled(page)  # a link that is drawn anew loses the focus
    tab_to("#find-results h3 a")
    keys.press("Enter")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Find something")


def test_seven_groups_stand_open_beside_the_list_and_the_rest_is_behind_more(visit: Visit) -> None:
    groups = visit.page.locator("#find-side .fp-filters > details")

    expect(groups).to_have_count(8)
    expect(visit.page.locator("#find-side .fp-filters > details[open] > summary")).to_have_text(
        ["What", "Near me", "When", "Cost", "Getting in and around", "Who it is for", "How to join"]
    )
    expect(groups.last.locator("> summary")).to_have_text("More")
    expect(visit.page.locator("#find-side .fp-filters > details > fieldset").first).to_be_visible()


def test_a_long_list_shows_its_first_choices_and_all_for_who_asks(visit: Visit) -> None:
    page = visit.page
    access = page.locator("#find-side details", has=page.locator("input[value=step_free]")).last
    last = access.locator(".fp-option").last
    expect(access.locator(".fp-option:not([hidden])")).to_have_count(5)
    expect(last).to_be_hidden()

    access.get_by_role("button", name=re.compile("^Show all 27 ?: What you need$")).press("Enter")

    expect(access.locator(".fp-option:not([hidden])")).to_have_count(27)
    expect(access.locator(".fp-option").nth(5).locator("input")).to_be_focused()
    expect(last.locator(".fp-option__count")).to_have_text(re.compile(r"^\d+$"))
    expect(access.get_by_role("button")).to_have_count(0)


def test_what_a_link_has_chosen_is_shown_whatever_its_list_leaves_out(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}directory/#category=celebration")
    page.reload()
    chosen = page.locator("#find-side input[value=celebration]")
    expect(chosen).to_be_checked()
    expect(chosen).to_be_visible()

    chosen.click()

    expect(chosen).not_to_be_checked()
    expect(chosen).to_be_visible()


def test_the_keyboard_leads_past_all_filters(visit: Visit) -> None:
    page = visit.page
    skip = page.get_by_role("button", name="Skip to what fits")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(status(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#find-results :focus")).to_be_attached()


def test_the_line_is_told_only_when_choosing_rests(visit: Visit) -> None:
    page = visit.page
    unfold(page, "When")
    settled(page)  # what the page itself told first has been told
    page.evaluate(
        "window.told = []; new MutationObserver(() => told.push(document.querySelector('#find-status').textContent))"
        ".observe(document.querySelector('#find-status'), {childList: true})"
    )
    page.evaluate("for (const one of document.querySelectorAll('[value=mon],[value=tue],[value=wed]')) one.click()")
    settled(page)
    told = page.evaluate("new Promise((go) => setTimeout(() => go(told), 500))")  # a second word should not come

    assert len(told) == 1, told


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_directory_is_for_everyone_open_and_closed(context: BrowserContext, address: str, colours: str) -> None:
    visit = Visit(context, address)
    page = visit.page
    page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    page.goto(f"{address}directory/#day=tue&free")
    ready(page)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert visit.axe() == []
    slides(page)

    if page.locator("#find-open").is_visible():
        page.locator("#find-open").click()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    settled(page)
    assert visit.axe() == []
    slides(page)
    low = page.evaluate(SMALL)
    assert low == []
    assert (visit.said, visit.foreign) == ([], [])
    page.close()


def slides(page: Page) -> None:
    width = page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1], page.evaluate(WIDER)


def test_words_of_records_are_only_ever_text(visit: Visit) -> None:
    page = visit.page
    evil = "<img src=x onerror=\"document.title='broken'\">"
    source = Path(__file__).parents[2] / "generator/assets/js/cards.mjs"
    assert "innerHTML" not in source.read_text(encoding="utf-8")

    def bad(route: Route) -> None:
        answer = route.fetch()
        body = answer.json()
        for card in body["cards"]:
            card |= {"title": evil, "summary": evil, "where": evil, "cost": evil, "category": evil}
        route.fulfill(json=body)

    page.route("**/cards/*.json", bad)
    page.reload()
    ready(page)

    expect(page.locator("#find-results h3").first).to_have_text(evil)
    assert page.locator("#find-results img").count() == 0
    assert "broken" not in page.title()
