"""The subscribe page: which feeds it offers, the links that programs take, QR codes, what it says of delays."""

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import segno

from generator.edition import Edition
from generator.feeds import calendars as feeds_module
from generator.feeds.calendars import calendars
from generator.feeds.history import History
from generator.pages.feed_links import feed_view
from generator.pages.qr import QUIET, qr_code
from generator.pages.subscribe import subscribe_pages
from tests.pages.record_editions import CHECKED, TUESDAYS, edition_of, spaced

CHESS = f"name: Chess\nsummary: Come.\ncategory: games\nvenue: hall\ncost: {{amount: 0}}\n{CHECKED}{TUESDAYS}"
RECORDS = {
    "activities/chess": CHESS,
    "venues/hall": f"name: The Hall\narea: north\n{CHECKED}",
    "feeds/hall": "name: In the Hall\nsummary: All there.\ntakes:\n  - venue: hall\n",
    "feeds/house": "name: Our House\nsummary: All there.\nhouse: yes\ntakes:\n  - venue: hall\n",
}


def subscribe(edition: Edition) -> str:
    (planned,) = subscribe_pages(calendars(edition, History(times={})))
    return spaced(planned.make().body)


def test_feeds_of_the_site_are_offered_those_of_houses_staff_and_single_records_are_not() -> None:
    page = subscribe(edition_of(RECORDS))

    offered = re.findall(r'data-copy="https://example.org/here/feeds/([^"]+)"', page)
    assert offered == ["all.ics", "free.ics", "mix/hall.ics", "category/games.ics", "area/north.ics"]


def test_a_site_without_activities_says_that_there_is_no_calendar() -> None:
    assert "There is no calendar to subscribe to yet." in subscribe(edition_of({}))


def test_a_feed_that_programs_would_cut_off_is_named_but_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds_module, "LARGEST_OFFERED", 10)

    page = subscribe(edition_of(RECORDS))

    assert "data-copy" not in page
    assert re.search(r"Too large to subscribe to:</strong> All activities \(\d+ kB\)", page)


def test_each_program_gets_the_form_of_address_that_it_takes() -> None:
    view = feed_view(edition_of({}), "Tea & talk", "feeds/category/meal.ics")

    webcal = "webcal://example.org/here/feeds/category/meal.ics"
    assert view.address == "https://example.org/here/feeds/category/meal.ics"
    assert view.webcal == webcal
    assert parse_qs(urlsplit(view.google).query) == {"cid": [webcal]}
    for link in (view.outlook, view.office):
        assert parse_qs(urlsplit(link).query) == {"url": [webcal], "name": ["Tea & talk"]}


def test_a_qr_code_draws_each_dark_module_inside_its_quiet_zone() -> None:
    address = "https://example.org/here/feeds/free.ics"
    drawn: set[tuple[int, int]] = set()
    for row in qr_code(address).path.split("M")[1:]:
        start, *steps = re.findall(r"[hm]?[\d.]+(?: [\d.]+)?", row)
        x, y = (int(float(part)) for part in start.split(" "))
        for step in steps:
            length = int(step[1:].split(" ")[0])
            if step.startswith("h"):
                drawn |= {(place, y) for place in range(x, x + length)}
            x += length

    rows = segno.make(address, error="m", micro=False).matrix
    assert drawn == {(x + QUIET, y + QUIET) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
    assert qr_code(address).size == len(rows) + 2 * QUIET


def test_qr_codes_have_a_name_and_no_style_that_the_policy_forbids() -> None:
    page = subscribe(edition_of(RECORDS))

    codes = re.findall(r'<svg role="img" aria-labelledby="([^"]+)"', page)
    assert len(codes) == len(set(codes)) == page.count('<details class="fp-fold"><summary>') - 2  # two are feeds
    assert all(f'<figcaption id="{name}">' in page for name in codes)
    assert " style=" not in page


@pytest.mark.parametrize(("setting", "words"), [("standard", "struck through"), ("always-visible", "stays in your")])
def test_the_page_tells_what_becomes_of_cancelled_sessions(setting: str, words: str) -> None:
    assert words in subscribe(edition_of(RECORDS, settings={"cancelled": setting}))


def test_the_page_tells_how_far_public_holidays_are_worked_out() -> None:
    edition = edition_of(RECORDS)

    assert "through 31 December 2028" in subscribe(edition)
    assert "through 31 December 2029" in subscribe(replace(edition, today=edition.today.replace(year=2027)))
