"""My list in a browser: kept, ordered, noted, handed on; what a link holds; situations, with their steps counted."""

import json
import re
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.settled import settled
from tests.browser.test_every_kind import AXE, NARROW, WIDE, WIDER, Visit
from tests.sites import Built

pytestmark = pytest.mark.needs("chromium")

CAFE, SHED, FARM = "activities/memory-cafe-fridays/", "resources/riverbank-mens-shed/", "resources/care-farm/"
MESSAGE = 300
LARGE = 21.3
"""16 points in pixels."""
AXE_RUN = """async () => (await axe.run(document, {resultTypes: ["violations"],
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}))
  .violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target).join(" | ")}`)"""
SMALL = """[...document.querySelectorAll("#list :is(button, input:not([type=checkbox]), a.fp-btn, label.fp-option)")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 43.9)
  .map((one) => one.outerHTML.slice(0, 90))"""
COPIES = ("clipboard-read", "clipboard-write")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A tab of its own for each test: what is kept in one is not in another."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce", permissions=list(COPIES))  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def visit(context: BrowserContext, address: str) -> Iterator[Visit]:
    visit = Visit(context, address)
    visit.page.set_default_timeout(15000)
    yield visit
    assert visit.said == []
    assert visit.foreign == []


def keep(visit: Visit, *urls: str) -> None:
    for url in urls:
        visit.page.goto(visit.address + url)
        visit.page.get_by_role("button", name="Keep").first.click()


def my_list(visit: Visit) -> Page:
    visit.page.goto(f"{visit.address}list/")
    return settled(visit.page)


def kept(count: int) -> re.Pattern[str]:
    """The name of the link to the list while so many things are kept."""
    return re.compile(rf"^My list\s+{count} things? kept$")


def names(page: Page) -> list[str]:
    return settled(page).locator(".fp-item h2").all_inner_texts()


def copied(page: Page) -> str:
    """What was copied, which is also shown."""
    expect(page.locator(".fp-handed label")).to_have_text("Copied. This is the text:")
    text = page.locator("#handed").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == text
    return str(text)


def item(page: Page, name: str) -> Locator:
    return page.locator(".fp-item", has=page.get_by_role("heading", name=name))


def test_a_star_keeps_a_record_from_any_page_and_the_navigation_counts(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}directory/all/")
    star = page.locator(".fp-card .fp-keep").first
    expect(star).to_have_attribute("aria-pressed", "false")
    star.focus()
    page.keyboard.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_have_text(re.compile("^Kept: "))
    expect(page.get_by_role("link", name=kept(1))).to_contain_text("(1)")

    keep(visit, CAFE)
    expect(page.get_by_role("link", name=kept(2))).to_be_visible()
    page.goto(f"{visit.address}directory/")
    page.locator("#find-sort").select_option("name")  # the same card, drawn by the directory
    drawn = page.locator("#find-results .fp-keep[aria-pressed=true]")
    expect(drawn).to_have_count(1)
    drawn.click()
    expect(page.get_by_role("link", name=kept(1))).to_be_visible()


def test_a_row_of_a_day_can_be_kept(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}calendar/2026-12-18/")
    row = page.locator(".fp-session", has=page.get_by_role("link", name="Friday Memory Café"))
    row.get_by_role("button", name="Keep").click()

    assert names(my_list(visit)) == ["1. Friday Memory Café"]


@pytest.mark.parametrize("url", ["", "mix/elm-house/"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["a telephone", "a laptop"])
def test_a_row_of_the_start_page_and_of_a_mix_can_be_kept_by_keyboard(
    context: BrowserContext, address: str, url: str, size: dict[str, int]
) -> None:
    page = context.new_page()
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(address + url)
    settled(page)
    expect(page.locator(".fp-session").first).to_be_visible()
    expect(page.locator(":is(.fp-session, .fp-there):not(:has(> .fp-keep))")).to_have_count(0)
    row = page.locator(".fp-session").first
    star, title = row.locator(".fp-keep"), row.get_by_role("link")
    box = star.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 43.9
    high, name = row.evaluate("row => row.offsetHeight"), title.inner_text()
    title.focus()
    page.keyboard.press("Tab")
    expect(star).to_be_focused()
    page.keyboard.press("Enter")

    expect(star).to_have_attribute("aria-pressed", "true")
    expect(star).to_have_accessible_name(re.compile(f"^Kept ?: {re.escape(name)}$"))
    assert row.evaluate("row => row.offsetHeight") == high
    page.goto(f"{address}list/")
    assert names(page) == [f"1. {name}"]


def test_a_result_of_the_search_can_be_kept_where_it_is_found(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}about/")
    page.locator("#header-search").fill("memory")
    found = page.locator(".fp-found li", has=page.locator("a[href$='memory-cafe-fridays/']"))
    star = found.get_by_role("button", name=re.compile("^Keep ?: Friday Memory Café$"))
    star.focus()
    page.keyboard.press("Enter")

    expect(found.get_by_role("button", name="Kept")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".fp-found")).to_be_visible()
    expect(page.get_by_role("link", name=kept(1))).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".fp-found li:nth-child(2) a:focus")).to_be_attached()
    expect(page.locator(".fp-found__head + ul .fp-keep")).to_have_count(0)
    page.locator("#header-search").fill("")
    page.locator("#header-search").fill("friday memory")
    expect(found.first.get_by_role("button", name="Kept")).to_be_visible()


def test_what_is_on_at_a_place_or_run_by_a_group_can_be_kept_there(visit: Visit) -> None:
    page = visit.page
    for at, (url, place) in enumerate((("venues/northgate-centre/", 0), ("resources/northgate-together/", -1))):
        page.goto(visit.address + url)
        row = page.locator(".fp-there").nth(place)
        expect(page.locator(".fp-there:not(:has(> .fp-keep))")).to_have_count(0)
        box = row.locator(".fp-keep").bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 43.9
        row.get_by_role("button", name="Keep").click()
        expect(row.get_by_role("button", name="Kept")).to_be_visible()
        expect(page.get_by_role("link", name=kept(at + 1))).to_be_visible()


def test_the_month_marks_what_is_kept_and_its_day_keeps_it(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{visit.address}calendar/2026-12/")
    cell = page.locator(".fp-month li", has=page.locator("a[href$='dominoes-by-lamplight/']")).first
    day = cell.locator("xpath=ancestor::td").locator(".fp-month__day")
    expect(page.locator(".fp-month__kept")).to_have_count(0)

    day.click()
    page.wait_for_url("**/calendar/2026-12-*/")
    row = page.locator(".fp-session", has=page.locator("a[href$='dominoes-by-lamplight/']"))
    row.get_by_role("button", name=re.compile("^Keep")).click()
    page.goto(f"{visit.address}calendar/2026-12/")

    expect(cell.locator(".fp-month__kept")).to_have_text("Kept")
    page.goto(f"{visit.address}calendar/2026-12/#category=games")
    page.reload()
    expect(page.locator(".fp-calfilters [role=status]")).to_contain_text("fit")
    expect(cell.locator(".fp-month__kept")).to_have_text("Kept")
    page.emulate_media(media="print")
    expect(cell.locator(".fp-month__kept")).to_be_hidden()


def test_the_list_says_what_one_has_to_know(visit: Visit) -> None:
    keep(visit, CAFE, FARM)
    page = my_list(visit)

    assert names(page) == ["1. Friday Memory Café", "2. A Day at Orchard Farm"]
    cafe = item(page, "Friday Memory Café")
    expect(cafe).to_contain_text("Every Friday, 10.30\u00a0am to 12.30\u00a0pm")
    expect(cafe).to_contain_text("Northgate Community Centre")
    expect(cafe).to_contain_text("01632\u00a0960189 (Mon to Fri 9\u00a0to\u00a05), ask for the café host")
    expect(cafe).to_contain_text("Assistance dogs welcome?")
    expect(cafe.get_by_role("link", name="Add to my calendar")).to_have_attribute(
        "href", "webcal://example.org/fingerpost/feeds/activity/memory-cafe-fridays.ics"
    )
    cafe.get_by_text("How to get there").click()
    expect(cafe).to_contain_text("Bus 1 stops outside")
    expect(item(page, "A Day at Orchard Farm")).to_contain_text("There is a waiting list of about 9 weeks.")


def test_items_are_moved_noted_and_taken_off_by_keyboard_and_the_focus_stays(visit: Visit) -> None:
    keep(visit, CAFE, SHED, FARM)
    page = my_list(visit)
    page.locator(".fp-item").nth(2).get_by_role("button", name="Up").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#fp-said")).to_have_text("Now 2 of 3.")
    expect(page.locator(".fp-item").nth(1).get_by_role("button", name="Up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#fp-said")).to_have_text("Now 1 of 3.")
    page.keyboard.press("Enter")  # at the top nothing happens
    assert names(page)[0] == "1. A Day at Orchard Farm"

    note = page.get_by_label("Note (printed, never part of a link)").first
    note.fill("Ask Rosa to come along.")
    page.reload()
    settled(page)
    expect(page.get_by_label("Note (printed, never part of a link)").first).to_have_value("Ask Rosa to come along.")
    assert "Rosa" not in page.locator("#link").input_value() + page.url

    page.locator(".fp-item").nth(1).get_by_role("button", name="Take off").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".fp-item")).to_have_count(2)
    assert page.evaluate("document.activeElement !== document.body")


@pytest.mark.parametrize(
    "url", ["calendar/week/2026-12-14/", "calendar/2026-12/list/", "calendar/2026-12/list/#category=games"]
)
def test_a_star_stands_in_each_row_of_a_week_and_a_list(visit: Visit, url: str) -> None:
    page = visit.page
    page.goto(visit.address + url)
    settled(page)  # rows that the filters leave out go
    rows = page.locator(".fp-session[data-at]")
    stars = page.locator(".fp-session[data-at] > .fp-keep")

    expect(stars.first).to_be_visible()
    expect(page.locator(".fp-session[data-at]:not(:has(> .fp-keep))")).to_have_count(0)
    kept = str(rows.first.locator("a").get_attribute("href")).split("/")[-2]
    stars.first.focus()
    page.keyboard.press("Enter")
    expect(stars.first).to_have_attribute("aria-pressed", "true")
    expect(my_list(visit).locator(f"#item-{kept}")).to_have_count(1)


def test_the_list_ends_with_the_tab_unless_one_asks_to_keep_it(visit: Visit, context: BrowserContext) -> None:
    keep(visit, CAFE)
    page = my_list(visit)
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [1, 0]
    other = Visit(context, visit.address)
    other.page.goto(f"{visit.address}list/")
    expect(other.page.get_by_text("Your list is empty.")).to_be_visible()

    page.get_by_label("Keep my list on this device").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-part=kept]")).to_have_text("Kept on this device until you clear it.")
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 1]
    other.page.reload()
    expect(other.page.locator(".fp-item")).to_have_count(1)

    page.get_by_role("button", name="Clear the list").click()
    expect(page.get_by_text("Your list is empty.").first).to_be_visible()
    assert page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]
    other.page.close()


def test_leaving_the_page_forgets_the_list_of_the_tab(visit: Visit) -> None:
    keep(visit, CAFE)
    page = visit.page
    page.route("https://**", lambda route: route.fulfill(body="elsewhere"))
    page.evaluate("document.querySelector('.fp-leave').href = new URL('../../help/', location)")
    page.locator(".fp-leave").click()
    page.wait_for_url("**/help/")
    assert page.evaluate("sessionStorage.length") == 0


@pytest.mark.parametrize(
    ("fragment", "items", "says"),
    [
        ("#ids=memory-cafe-fridays,never-was", 2, "“never-was” is not here any more. It may have ended."),
        ("#ids=<img src=x onerror=alert(1)>,../match,javascript:alert(1),//example.org", 0, "nothing in this link"),
        ("#ids=", 0, "There is nothing in this link that we know."),
    ],
)
def test_unknown_ids_are_told_and_hostile_ones_do_nothing(
    context: BrowserContext, address: str, fragment: str, items: int, says: str
) -> None:
    visit = Visit(context, address)
    page = visit.page
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{address}list/{fragment}")
    settled(page)

    expect(page.locator("#list").get_by_text(says).first).to_be_visible()
    assert page.locator(".fp-item").count() == items
    assert page.locator("#list img").count() == 0
    assert visit.foreign == []
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0


def test_a_renamed_record_is_found_under_its_new_name_and_keeps_its_note(
    visit: Visit, demo: Built, address: str
) -> None:
    old = next(path.parent.name for path in sorted(demo.folder.glob("resources/*/index.html")) if _is_moved(path))
    page = visit.page
    page.goto(f"{address}list/")
    stored = json.dumps([{"at": f"resources/{old}", "note": "ask twice"}])
    page.evaluate("(text) => sessionStorage.setItem('fingerpost-list:/fingerpost/', text)", stored)
    page.reload()
    settled(page)

    expect(page.locator(".fp-item")).to_contain_text(f"It has a new name here. The old one was “{old}”.")
    stored_now = json.loads(page.evaluate("sessionStorage.getItem('fingerpost-list:/fingerpost/')"))
    assert stored_now[0]["note"] == "ask twice"
    assert stored_now[0]["at"] != f"resources/{old}"


def _is_moved(path: Path) -> bool:
    return 'http-equiv="refresh"' in path.read_text(encoding="utf-8")


def test_a_list_that_was_sent_does_not_touch_ones_own_until_it_is_added(visit: Visit) -> None:
    keep(visit, FARM)
    page = my_list(visit)
    page.goto(f"{visit.address}list/#ids={FARM.removesuffix('/')},{CAFE.removesuffix('/')}")
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("A list for you")
    expect(page.get_by_role("link", name=kept(1))).to_be_visible()
    assert page.get_by_role("button", name="Take off").count() == 0

    page.get_by_role("button", name="Add these to my list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("My list")
    expect(page.locator(".fp-item")).to_have_count(2)
    expect(page.get_by_role("link", name=kept(2))).to_be_visible()


def test_an_old_link_with_ids_alone_asks_for_no_page_in_vain(visit: Visit) -> None:
    page = visit.page
    statuses: list[int] = []
    page.on("response", lambda answer: statuses.append(answer.status))
    page.goto(f"{visit.address}list/#ids=care-farm,memory-cafe-fridays")

    assert names(page) == ["1. A Day at Orchard Farm", "2. Friday Memory Café"]
    assert set(statuses) == {HTTPStatus.OK}


def test_one_file_holds_all_dates_and_says_that_it_is_a_copy(visit: Visit, tmp_path: Path) -> None:
    keep(visit, CAFE, SHED)
    page = my_list(visit)
    expect(page.get_by_text("This is a copy. It will not change when something is cancelled.").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Calendar copy").click()
    download.value.save_as(tmp_path / "list.ics")
    text = (tmp_path / "list.ics").read_bytes().decode().replace("\r\n ", "")

    assert text.count("BEGIN:VEVENT") > 1
    assert "SUMMARY:Friday Memory Café" in text
    assert "It will not change when something is cancelled." in text


def test_without_scripts_the_page_says_what_it_needs_and_whom_to_ring(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}list/")

    expect(page.get_by_text("This page needs JavaScript")).to_be_visible()
    expect(page.get_by_text("ring us on 01632")).to_be_visible()
    expect(page.get_by_text("Your list is empty.")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("viewport", [NARROW, WIDE], ids=["320", "1280"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_and_all_can_be_pressed(
    browser: Browser, address: str, viewport: dict[str, int], colours: str
) -> None:
    context = browser.new_context(
        viewport=viewport,  # type: ignore[arg-type]
        color_scheme=colours,  # type: ignore[arg-type]
        permissions=list(COPIES), bypass_csp=True, reduced_motion="reduce",
    )  # fmt: skip
    visit = Visit(context, address)
    page = visit.page
    page.goto(f"{address}list/")
    settled(page)
    page.add_script_tag(path=AXE)
    found = {"empty": page.evaluate(AXE_RUN)}
    keep(visit, CAFE, FARM)
    my_list(visit)
    page.get_by_role("button", name="Copy as text").click()
    copied(page)
    page.add_script_tag(path=AXE)
    found["own"] = page.evaluate(AXE_RUN)
    assert page.evaluate(WIDER) == []
    assert page.evaluate(SMALL) == []
    page.goto(f"{address}list/#ids=memory-cafe-fridays,never-was")
    page.reload()
    settled(page)
    page.add_script_tag(path=AXE)
    found["sent"] = page.evaluate(AXE_RUN)
    assert page.evaluate(WIDER) == []

    assert found == {"empty": [], "own": [], "sent": []}
    context.close()


def test_every_page_of_a_record_holds_the_facts_that_its_texts_need(visit: Visit, demo: Built) -> None:
    page = visit.page
    page.goto(f"{visit.address}list/")
    urls = [f"{kind}/{path.parent.name}/" for kind in ("activities", "resources")
            for path in sorted((demo.folder / kind).glob("*/index.html")) if not _is_moved(path)]  # fmt: skip
    found = page.evaluate(
        """async (urls) => {
          const base = new URL("../", location.href).href;
          const { facts } = await import(`${base}assets/js/list/read.mjs`);
          const { asMessage, asParagraph, asText } = await import(`${base}assets/js/list/texts.mjs`);
          const parser = new DOMParser();
          return Promise.all(urls.map(async (url) => {
            const html = await (await fetch(base + url)).text();
            const one = facts(parser.parseFromString(html, "text/html"));
            const texts = [asMessage, asParagraph].map((text) => text(one, "2026-11-28"));
            return { url, one, texts: [...texts, asText([{ facts: one, note: "" }], "2026-11-28")] };
          }));
        }""",
        urls[::5],
    )

    assert len(found) > 30
    for record in found:
        url, facts, (message, paragraph, text) = record["url"], record["one"], record["texts"]
        assert f"{facts['at']}/" == url
        assert facts["name"], url
        assert facts["where"], url
        assert facts["cost"], url
        assert facts["when"] or facts["dates"] or facts["there"], url
        assert len(message) <= MESSAGE, url
        reach = facts["phone"] or (facts["reach"] or [facts["sitePhone"]])[0]
        assert reach.replace("\u00a0", " ") in message, (url, message)
        assert facts["address"] in paragraph, url
        assert facts["address"] in text, url
        for said in record["texts"]:
            assert not re.search(r"undefined|null|NaN|\.\.|: \.|\u00a0", said), (url, said)


# The situations of people at work, by keyboard; each says how many steps it takes: a press, a word typed, a page.


def test_a_daughter_far_away_has_her_mothers_three_groups_on_her_phone(
    visit: Visit, browser: Browser, address: str
) -> None:
    """A worker: three stars, the list, the link (5). The daughter: the link, and one button a group."""
    keep(visit, CAFE, SHED, FARM)
    page = my_list(visit)
    expect(page.get_by_text("a link to a grief group tells that somebody grieves")).to_be_visible()
    page.get_by_role("button", name="Copy the link").focus()
    page.keyboard.press("Enter")
    link = copied(page)
    assert (
        link
        == "https://example.org/fingerpost/list/#ids=activities/memory-cafe-fridays,resources/riverbank-mens-shed,resources/care-farm"
    )

    phone = browser.new_context(viewport=NARROW, reduced_motion="reduce")  # type: ignore[arg-type]
    daughter = phone.new_page()
    statuses: list[int] = []
    daughter.on("response", lambda answer: statuses.append(answer.status))
    daughter.goto(link.replace("https://example.org/fingerpost/", address))
    settled(daughter)
    buttons = daughter.get_by_role("link", name="Add to my calendar")
    expect(buttons).to_have_count(3)
    for number in range(3):
        buttons.nth(number).focus()
        assert str(buttons.nth(number).get_attribute("href")).startswith("webcal://example.org/fingerpost/feeds/")
    assert daughter.evaluate("sessionStorage.length + localStorage.length") == 0
    assert HTTPStatus.NOT_FOUND not in statuses, "each page is asked for where it is"
    phone.close()


def test_a_councillors_caseworker_copies_a_paragraph_about_advice_on_mould_in_four_steps(visit: Visit) -> None:
    """Ctrl and K, the word, the first result, the button."""
    page = visit.page
    page.goto(visit.address)
    page.keyboard.press("Control+k")
    page.keyboard.type("mould")
    expect(page.locator(".fp-found__one b").first).to_have_text("Key and Door")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/resources/key-and-door/")
    page.get_by_role("button", name="Copy as a paragraph").focus()
    page.keyboard.press("Enter")

    text = copied(page)
    assert text.startswith("“Key and Door”: ")
    assert "01632 960222" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert text.endswith("https://example.org/fingerpost/resources/key-and-door/")
    assert "\n" not in text


def test_on_a_friday_at_four_help_that_answers_now_is_kept_and_printed_in_seven_steps(
    browser: Browser, address: str
) -> None:
    """The directory, More, The telephone, “Answers the phone now”, Keep, My list, Print."""
    context = browser.new_context(viewport=WIDE, reduced_motion="reduce", timezone_id="Europe/London")  # type: ignore[arg-type]
    visit = Visit(context, address)
    page = visit.page
    page.clock.set_fixed_time("2026-11-27T16:00:00Z")
    page.goto(f"{address}directory/")
    page.add_init_script("window.print = () => document.documentElement.dataset.printed = 'yes'")
    more = page.locator("summary", has_text=re.compile("^More"))
    more.focus()
    page.keyboard.press("Enter")
    group = page.locator("summary", has_text=re.compile("phone", re.IGNORECASE)).first
    settled(page)
    if group.get_attribute("aria-expanded") != "true" and group.locator("xpath=..").get_attribute("open") is None:
        group.focus()
        page.keyboard.press("Enter")
    page.get_by_label(re.compile("answers the phone now", re.IGNORECASE)).focus()
    page.keyboard.press("Space")
    expect(page.locator("#find-chips .fp-chip")).to_have_count(1)
    settled(page)  # a star that is drawn anew loses the focus
    star = page.locator("#find-results .fp-keep").first
    star.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=kept(1))).to_be_visible()
    page.get_by_role("link", name=kept(1)).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/list/")
    settled(page)
    expect(page.locator(".fp-item").get_by_text("Ring or write")).to_be_visible()
    page.get_by_role("button", name="Print").focus()
    page.keyboard.press("Enter")
    expect(page.locator("html[data-printed=yes]")).to_be_attached()

    page.emulate_media(media="print")
    expect(page.locator(".fp-item__qr svg")).to_be_visible()
    code, facts = page.locator(".fp-item__qr").bounding_box(), page.locator(".fp-item dl").bounding_box()
    assert code
    assert facts
    assert code["y"] + code["height"] <= facts["y"], "the code covers the facts"
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('.fp-item dd')).fontSize)") >= LARGE
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    assert visit.foreign == []
    context.close()
