"""The filters of the calendar: what they show, say and keep to themselves, by keyboard, narrow and wide."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.settled import settled
from tests.browser.test_every_kind import AXE, NARROW, WIDE, Visit
from tests.sites import TODAY

pytestmark = pytest.mark.needs("chromium")

ROWS = """() => [...document.querySelectorAll(".fp-list .fp-session")].map((row) => {
  const copy = row.cloneNode(true);
  for (const one of copy.querySelectorAll("[data-keep]")) one.parentElement.remove();
  for (const one of copy.querySelectorAll("[data-star]")) one.remove();
  for (const link of copy.querySelectorAll("a")) link.removeAttribute("href");
  const words = copy.textContent.replace(/\\s+/g, " ").trim();
  const marks = [...copy.querySelectorAll("[class]")].map((one) => one.getAttribute("class"));
  return [row.dataset.at, row.querySelector("a").pathname, words, ...marks].join(" | ");
})"""

HEARD = r"""(cells) => cells.map((cell) => {
  const count = /, (\d+)/.exec(cell.querySelector("a").textContent);
  return [cell.dataset.date, Number(count?.[1] ?? 0)];
})"""

CELLS = """() => [...document.querySelectorAll(".fp-month td[data-date]")].map((cell) => {
  const copy = cell.cloneNode(true);
  for (const link of copy.querySelectorAll("a[href]")) link.setAttribute("href", link.pathname);
  for (const one of copy.querySelectorAll("[tabindex]")) one.removeAttribute("tabindex");
  return copy.innerHTML.replace(/>\\s+/g, ">").replace(/\\s+</g, "<");
})"""

FIRST_FRAME = """async () => {
  const cells = [...document.querySelectorAll(".fp-month td[data-date]")];
  const words = () => cells.map((cell) => cell.textContent);
  const before = words();
  const uses = () => cells.flatMap((cell) => [...cell.querySelectorAll("use")]);
  const drawn = new Map(uses().map((one) => [one, one.getAttribute("href")]));
  document.querySelector('.fp-filters input[value="pm"]').click();
  const after = words();
  return {
    cells: after.filter((one, at) => one !== before[at]).length,
    seen: cells.filter((cell) => cell.closest("tr").getBoundingClientRect().top < innerHeight).length,
    drawings: uses().filter((one) => drawn.get(one) !== one.getAttribute("href")).length,
  };
}"""

SHOWN = """() => [...document.querySelectorAll(".fp-list .fp-session a, .fp-month li a")]
  .filter((one) => one.checkVisibility()).map((one) => one.pathname)"""


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=WIDE, timezone_id="Europe/London")  # type: ignore[arg-type]
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.clock.set_fixed_time(f"{TODAY}T09:00:00")
    yield page
    page.close()


def fitting(page: Page) -> str:
    status = page.locator(".fp-calfilters [role=status]")
    expect(status).to_contain_text("fit")  # the filters are loaded first
    settled(page)
    return status.inner_text().replace("\N{NO-BREAK SPACE}", " ")


def only_step_free(page: Page, address: str) -> None:
    """Opens December with a choice that tells of a person, and so stands in no address."""
    page.goto(f"{address}calendar/2026-12/")
    page.get_by_role("button", name="Filters").click()
    open_group(page, "Getting in")
    page.get_by_role("dialog").get_by_label(re.compile("^Step-free way in")).check()
    page.get_by_role("button", name=re.compile(r"^Show \d")).click()
    fitting(page)


def open_group(page: Page, name: str) -> None:
    page.get_by_role("dialog").locator("summary", has_text=re.compile(f"^{name}")).click()


def test_a_view_can_be_sent_and_shows_what_fits_wherever_one_goes_from_it(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-12/#category=games&free")

    assert re.match(r"\d+ things fit\.", fitting(page))
    chips = page.get_by_role("list", name="Chosen filters")
    expect(chips.get_by_role("button", name="Games remove")).to_be_visible()
    expect(chips.get_by_role("button", name="Free remove")).to_be_visible()
    first = page.locator('td[data-date="2026-12-01"]')
    heard = first.get_by_role("link").first.inner_text().split(",")[1].split()[0]
    assert int(heard) == first.get_by_role("listitem").count()
    page.get_by_role("link", name="January").click()
    page.wait_for_url("**/calendar/2027-01/#category=games&free")
    fitting(page)
    page.get_by_role("link", name="Week", exact=True).click()
    page.wait_for_url("**/calendar/week/**#category=games&free")
    fitting(page)


def test_counts_are_of_what_is_on_from_today_on_and_the_past_is_told_apart(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-11/#category=games")

    said = re.match(r"(\d+) things fit from today on\. (\d+) more were on before today\.", fitting(page))

    assert said is not None, fitting(page)
    ahead, before = map(int, said.groups())
    heard = page.eval_on_selector_all(".fp-month td[data-date]", HEARD)
    assert sum(count for day, count in heard if day >= TODAY) == ahead
    assert sum(count for day, count in heard if day < TODAY) == before > 0
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_role("button", name=f"Show {ahead}", exact=True)).to_be_visible()


def test_a_month_that_is_past_is_counted_whole(page: Page, address: str) -> None:
    page.clock.set_fixed_time("2027-03-01T09:00:00")
    page.goto(f"{address}calendar/2026-12/#category=games")

    assert re.match(r"\d+ things fit\.$", fitting(page))


@pytest.mark.parametrize("url", ["calendar/2026-12-02/", "calendar/week/2026-12-14/", "calendar/2026-12/list/"])
def test_rows_drawn_in_the_browser_are_the_rows_of_the_page(page: Page, address: str, url: str) -> None:
    page.goto(f"{address}{url}")
    page.wait_for_function("document.querySelectorAll('.fp-session').length > 0")
    written = page.evaluate(ROWS)

    page.goto("about:blank")
    page.goto(f"{address}{url}#time=am,pm,eve")  # everything is at some time of the day
    fitting(page)

    drawn = page.evaluate(ROWS)
    shown = [row for row in drawn if row in written] if "list" in url else drawn
    assert written
    if "list" not in url:
        assert shown == written
    else:
        assert len(shown) > len(written) / 2


def test_filters_are_chosen_by_keyboard_alone_and_keep_to_themselves_what_tells_of_a_person(
    page: Page, address: str
) -> None:
    page.goto(f"{address}calendar/2026-12/")
    opener = page.get_by_role("button", name="Filters")
    for _ in range(40):
        page.keyboard.press("Tab")
        if opener.evaluate("(one) => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Filters")).to_be_visible()

    def choose(group: str, box: str) -> None:
        page.locator("dialog summary", has_text=re.compile(f"^{group}")).first.focus()
        page.keyboard.press("Enter")
        page.get_by_role("dialog").get_by_label(re.compile(f"^{box}")).first.focus()
        page.keyboard.press("Space")

    choose("What", "Games")
    expect(page).to_have_url(f"{address}calendar/2026-12/#category=games")
    choose("Getting in", "Hearing loop")
    expect(page).to_have_url(f"{address}calendar/2026-12/#category=games")
    page.keyboard.press("Escape")

    expect(opener).to_be_focused()
    expect(opener).to_have_text("Filters (2)")
    expect(page.locator(".fp-calfilters [role=status]")).to_contain_text("more activit")  # some do not say
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.get_by_role("button", name="Games remove").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Hearing loop remove")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".fp-calfilters [role=status]")).to_be_focused()
    expect(page).to_have_url(f"{address}calendar/2026-12/")


def test_near_me_narrows_a_month_and_goes_along_to_the_next_but_never_into_the_address(
    page: Page, address: str
) -> None:
    page.goto(f"{address}calendar/2026-12/")
    page.get_by_role("button", name="Filters").click()
    open_group(page, "Near me")
    page.get_by_label("Town or postcode").fill("thornmere")
    page.keyboard.press("Enter")
    expect(page.get_by_label("How far away?")).to_have_value("5")
    page.get_by_label("How far away?").select_option("1")
    few = fitting(page)
    page.get_by_label("How far away?").select_option("20")
    expect(page.locator(".fp-calfilters [role=status]")).not_to_have_text(few)
    many = fitting(page)
    page.keyboard.press("Escape")

    assert 0 < int(few.split()[0]) < int(many.split()[0].replace(",", ""))
    assert page.evaluate("location.hash") == ""
    page.get_by_role("link", name="January").click()
    page.wait_for_url("**/calendar/2027-01/")
    expect(page.locator(".fp-calfilters .fp-chip").first).to_contain_text("Near Thornmere")
    page.get_by_role("button", name="Filters").click()
    open_group(page, "Near me")
    expect(page.get_by_label("How far away?")).to_have_value("20")
    page.keyboard.press("Escape")
    page.locator(".fp-calfilters").get_by_role("button", name="Near Thornmere remove").click()
    expect(page.locator(".fp-calfilters .fp-chip")).to_have_count(0)
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_when_all_is_taken_away_the_page_is_as_it_was(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-12/")
    before = settled(page).locator(".fp-month tbody").inner_text()

    page.goto("about:blank")
    page.goto(f"{address}calendar/2026-12/#category=games")
    fitting(page)
    assert page.locator(".fp-month tbody").inner_text() != before
    page.locator(".fp-calfilters").get_by_role("button", name="Clear all").click()

    assert settled(page).locator(".fp-month tbody").inner_text() == before


def test_a_month_that_is_narrowed_down_again_and_again_stays_the_month_of_its_choices(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-12/#category=games")
    fitting(page)
    directly = page.evaluate(CELLS)

    page.goto("about:blank")
    page.goto(f"{address}calendar/2026-12/#free")
    fitting(page)
    assert page.evaluate(CELLS) != directly
    page.get_by_role("button", name=re.compile("^Filters")).click()
    page.locator("dialog summary", has_text=re.compile("^What")).first.click()
    page.get_by_role("dialog").get_by_label(re.compile("^Games")).first.check()
    page.locator(".fp-calfilters").get_by_role("button", name="Free remove").dispatch_event("click")

    expect(page).to_have_url(re.compile("#category=games$"))
    page.wait_for_function(f"(directly) => JSON.stringify(({CELLS})()) === JSON.stringify(directly)", arg=directly)


def test_entries_drawn_in_the_browser_are_the_entries_of_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-12/")
    written = page.evaluate(CELLS)

    page.goto("about:blank")
    page.goto(f"{address}calendar/2026-12/#time=am,pm,eve")  # everything is at some time of the day
    fitting(page)

    assert page.evaluate(CELLS) == written


def test_words_come_before_drawings_and_into_entries_that_are_there(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-12/#time=am")
    fitting(page)

    first = page.evaluate(FIRST_FRAME)
    settled(page)

    assert 0 < first["cells"] <= first["seen"], "what is further down waits"
    assert first["drawings"] == 0
    assert page.locator(".fp-month li .fp-icon").count() == page.locator(".fp-month li .fp-icon use").count() > 0


def test_who_goes_on_before_the_filters_are_there_loses_none(page: Page, address: str) -> None:
    only_step_free(page, address)

    # What the next page shows is held up until one has left it again.
    held: list[Route] = []
    page.route("**/data/calendar/2027-01.json*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks what it is given
    page.get_by_role("link", name="January").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What’s on in January 2027")
    page.get_by_role("link", name="February").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What’s on in February 2027")

    expect(page.get_by_role("button", name=re.compile("^Step-free way in.* remove$"))).to_be_visible()
    for route in held:
        route.abort()
    page.unroute("**/data/calendar/2027-01.json*")


@pytest.mark.parametrize("turned", [NARROW, WIDE], ids=["narrow", "wide"])
def test_what_the_width_did_not_show_is_there_when_it_does(page: Page, address: str, turned: dict[str, int]) -> None:
    page.set_viewport_size(turned)  # type: ignore[arg-type]
    page.goto(f"{address}calendar/2026-12/#category=games")
    fitting(page)
    page.wait_for_function("() => !document.querySelector('.fp-list').style.minHeight")
    fresh = page.evaluate(SHOWN)
    assert fresh

    page.goto("about:blank")
    page.set_viewport_size(WIDE if turned == NARROW else NARROW)  # type: ignore[arg-type]
    page.goto(f"{address}calendar/2026-12/#category=games")
    fitting(page)
    page.set_viewport_size(turned)  # type: ignore[arg-type]

    page.wait_for_function(f"(fresh) => JSON.stringify(({SHOWN})()) === JSON.stringify(fresh)", arg=fresh)


def test_paper_has_the_list_that_a_wide_page_does_not_show(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-12/#category=games")
    fitting(page)
    most = page.locator(".fp-list").evaluate("(one) => one.querySelectorAll('.fp-session').length")

    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    fewer = page.locator(".fp-list").evaluate("(one) => one.querySelectorAll('.fp-session').length")
    assert 0 < fewer < most


@pytest.mark.parametrize("url", ["calendar/2026-12/#category=games&free", "directory/#category=games&free"])
def test_paper_says_to_what_a_page_was_narrowed_down(page: Page, address: str, url: str) -> None:
    page.goto(address + url)
    chosen = page.get_by_role("list", name="Chosen filters")
    expect(chosen.get_by_role("button")).to_have_count(3, timeout=20_000)  # two choices, and “Clear all”

    page.emulate_media(media="print")

    expect(chosen.get_by_text("Games")).to_be_visible()
    expect(chosen.get_by_text("Free")).to_be_visible()
    expect(chosen.get_by_text("Clear all")).to_be_hidden()


def test_who_does_not_say_is_offered_and_never_taken_for_a_yes(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-12/#free")
    certain = int(fitting(page).split()[0])

    page.get_by_role("button", name="Show those too").click()

    expect(page.get_by_role("button", name="Leave those out")).to_be_visible()
    days = page.locator(".fp-month__day").all_inner_texts()
    shown = sum(int(re.findall(r", (\d+) thing", day)[0]) for day in days)
    assert shown > certain
    assert int(fitting(page).split()[0]) == certain


def test_a_view_can_be_subscribed_to_and_is_told_what_else_comes_along(page: Page, address: str) -> None:
    page.goto(f"{address}calendar/2026-12/#category=games&day=tue")
    fitting(page)
    page.get_by_text("Subscribe to this view").click()

    link = page.get_by_role("link", name=re.compile("Add on this device ?: Games"))
    expect(link).to_have_attribute("href", "webcal://example.org/fingerpost/feeds/category/games.ics")
    part = page.locator(".fp-calfilters .fp-fold")
    expect(part).to_contain_text(re.compile(r"This calendar has also \d+ other activit"))
    expect(part).to_contain_text("It does not go by: Day.")


def test_where_the_data_cannot_be_had_the_page_stays_and_says_so(page: Page, address: str) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    page.route("**/facets.json", refuse)
    page.goto(f"{address}calendar/2026-12/")
    before = settled(page).locator(".fp-month tbody").inner_text()
    page.get_by_role("button", name="Filters").click()

    expect(page.get_by_role("alert")).to_have_text("The filters could not be loaded. Try again.")
    assert page.locator(".fp-month tbody").inner_text() == before


@pytest.mark.needs("axe-core")
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["320", "1280"])
def test_filters_are_for_everyone_open_and_closed(browser: Browser, address: str, size: dict[str, int]) -> None:
    context = browser.new_context(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
    visit = Visit(context, address)
    page = visit.page
    found = {}
    for url in (
        "calendar/2026-12/#category=games&free",
        "calendar/2026-12-03/#time=am",
        "calendar/week/2026-12-07/#free",
    ):
        page.goto("about:blank")
        page.goto(address + url)
        fitting(page)
        page.get_by_text("Subscribe to this view").click()
        expect(page.get_by_text("All calendars, and how it works")).to_be_visible()
        page.evaluate(AXE.read_text(encoding="utf-8"))
        schemes: tuple[tuple[Literal["light", "dark"], list[str] | None], ...] = (
            ("light", None),
            ("dark", ["color-contrast", "link-in-text-block"]),
        )
        for scheme, rules in schemes:
            page.emulate_media(color_scheme=scheme)
            found[url, scheme, "closed"] = visit.axe(rules)
            page.get_by_role("button", name=re.compile("^Filters")).click()
            expect(page.get_by_role("dialog", name="Filters")).to_be_visible()
            page.evaluate("for (const one of document.querySelectorAll('dialog details')) one.open = true")
            found[url, scheme, "open"] = visit.axe(rules)
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog", name="Filters")).to_be_hidden()
        width = page.evaluate("[document.scrollingElement.scrollWidth, document.documentElement.clientWidth]")
        assert width[0] <= width[1], url
    context.close()

    assert {key: faults for key, faults in found.items() if faults} == {}
    assert visit.said == []
    assert visit.foreign == []


def test_what_tells_of_a_person_goes_along_from_page_to_page_and_stands_nowhere(page: Page, address: str) -> None:
    only_step_free(page, address)
    page.evaluate("window.same = true")

    page.get_by_role("link", name="January").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What’s on in January 2027")
    expect(page.get_by_role("button", name=re.compile("^Step-free way in.* remove$"))).to_be_visible()
    fitting(page)
    page.locator(".fp-month__day").first.focus()
    page.keyboard.press("PageDown")
    expect(page.get_by_role("heading", level=1)).to_have_text("What’s on in February 2027")
    expect(page.locator('td[data-date="2027-02-01"] .fp-month__day')).to_be_focused()
    page.get_by_role("link", name="List", exact=True).click()
    page.wait_for_url("**/calendar/2027-02/list/")
    expect(page.get_by_role("button", name=re.compile("^Step-free way in.* remove$"))).to_be_visible()

    assert page.evaluate("window.same") is True
    assert page.url == f"{address}calendar/2027-02/list/"
    assert page.get_by_role("link", name="Find something").first.evaluate("(one) => one.href") == f"{address}directory/"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("What’s on in February 2027")
    expect(page.locator(".fp-month")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Step-free way in.* remove$"))).to_have_count(0)
