"""Sheets for paper of small sites: which there are, what they say, what they say only once."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from generator.feeds.calendars import calendars
from generator.feeds.history import History
from generator.pages.page import Page, Planned
from generator.pages.paper.plan import paper_pages
from generator.pages.paper.scopes import FEW, MANY, MOST_SMALL
from tests.pages.record_editions import CHECKED, edition_of, spaced

TODAY = date(2026, 11, 22)
HALL = f"name: The Hall\n{CHECKED}"
HOUSE = "name: Our House\nsummary: All of it.\nhouse: yes\ntakes:\n  - venue: hall\n"
CONTACT = "contact: {phone: 01632 960111, role: the warden, answered: mornings}\n"


def meeting(name: str, when: str = "every: Tuesday", more: str = "") -> str:
    return (
        f"name: {name}\nsummary: Come.\ncategory: games\nvenue: hall\n{CHECKED}"
        f'schedule:\n  - {{{when}, start: "10:30", end: "12:00"}}\n{more}'
    )


def planned(records: Mapping[str, str], **settings: object) -> Mapping[str, Planned]:
    edition = edition_of({"venues/hall": HALL, **records}, settings=settings)
    stamp = int(datetime(2026, 11, 20, 12, tzinfo=UTC).timestamp())
    times = {name: stamp for entry in edition.catalogue.entries.values() for name in entry.files}
    found = list(paper_pages(calendars(edition, History(times=times))))
    assert len({one.url for one in found}) == len(found)
    return {one.url: one for one in found}


def text(page: Planned) -> str:
    return said(page.make().body)


def said(html: str) -> str:
    """The words of some HTML as people read them."""
    return re.sub(r" (?=[,.])", "", " ".join(re.sub(r"<[^>]+>", " ", spaced(html)).split()))


def sheets(page: Planned) -> list[str]:
    return [said(found) for found in re.findall(r'<section class="fp-sheet.*?</section>', page.make().body, re.DOTALL)]


def test_everything_has_sheets_below_each_month_week_and_day_of_this_month_and_the_next() -> None:
    found = planned({"activities/chess": meeting("Chess")})

    assert {"calendar/2026-11/print/", "calendar/2026-12/print/", "calendar/2026-12/print/a3/"} <= set(found)
    assert {"calendar/week/2026-11-30/print/", "calendar/2026-12-01/print/"} <= set(found)
    assert "calendar/2027-01/print/" not in found
    assert not any(one.indexed for one in found.values())


def test_parts_have_sheets_below_those_of_the_month() -> None:
    records = {f"activities/a{number}": meeting(f"Game {number}") for number in range(FEW)}
    found = planned({**records, "feeds/us": HOUSE})

    for url in (
        "calendar/2026-12/print/venue/hall/",
        "calendar/2026-12/print/category/games/",
        "mix/us/print/2026-12/",
    ):
        assert {url, f"{url}a3/", f"{url}weeks/", f"{url}days/"} <= set(found)
    assert "mix/us/print/2026-12/staff/" in found


def test_a_venue_with_little_on_has_no_sheets_and_a_site_with_very_many_venues_has_none_of_them() -> None:
    few = planned({f"activities/a{number}": meeting(f"Game {number}") for number in range(FEW - 1)})
    many = {f"venues/v{number}": HALL for number in range(MOST_SMALL + 1)}
    many |= {
        f"activities/a{number}-{place}": meeting("Game", "on: [2026-12-01]").replace("hall", f"v{place}")
        for place in range(MOST_SMALL + 1)
        for number in range(FEW)
    }

    assert not any("/venue/" in url for url in few)
    assert not any("/venue/" in url for url in planned(many))


def test_where_a_week_has_too_much_for_paper_one_picks_a_part_first() -> None:
    daily = {f"activities/g{number}": meeting(f"Game {number}", "every: day") for number in range(MANY // 7 + 1)}
    music = meeting("Choir", "every: Friday").replace("games", "music")
    house = {"feeds/us": HOUSE}
    found = planned({**daily, **house, "activities/choir": music})

    month = found["calendar/2026-12/print/"].make()
    assert "fp-sheet" not in month.body
    assert "Up to 64 things are on in a week of December 2026." in spaced(month.body)
    assert 'href="../../../calendar/2026-12/print/category/music/"' in month.body
    assert "Too much for paper, too: Games." in spaced(month.body)
    assert "Our House" not in month.body, "a house keeps to itself"
    friday, monday = found["calendar/2026-12-04/print/"].make().body, found["calendar/2026-12-07/print/"].make().body
    assert "category/music/days/#day-2026-12-04" in friday
    assert "category/music/days/" not in monday, "there is no sheet of a day without music"
    assert len(sheets(found["mix/us/print/2026-12/days/"])) >= 31, "a house prints all that it has"


def test_a_sheet_says_what_when_where_whom_to_ring_and_how_fresh_it_is() -> None:
    found = planned({"feeds/us": HOUSE + CONTACT, "activities/chess": meeting("Chess")})

    sheet = text(found["mix/us/print/2026-12/"])
    assert "December 2026" in sheet
    assert "Our House" in sheet
    assert "Questions? Ring 01632 960111 (the warden, mornings)" in sheet
    assert "10.30 am Chess" in sheet
    assert "Last changed 20 November 2026. Made on 22 November 2026. On the day, ring to make sure." in sheet
    assert "Responsible: " in sheet
    assert "example.org/here/mix/us/print/2026-12/" in sheet
    assert "I would like:" in sheet
    assert "Looked at again" not in sheet, "what does not help on the day takes no room"
    week = text(found["mix/us/print/2026-12/weeks/"])
    assert "10.30 am Chess, until 12 noon, The Hall" in week


@pytest.mark.parametrize("kind", ["", "a3/", "weeks/", "days/"])
def test_cancelled_and_moved_are_struck_and_said_in_words(kind: str) -> None:
    changes = (
        "changes:\n  - {on: 2026-12-08, cancelled: the hall is being mended}\n"
        '  - {on: 2026-12-15, moved: {to: 2026-12-16, start: "14:00"}}\n'
    )
    found = planned({"feeds/us": HOUSE, "activities/chess": meeting("Chess", more=changes)})

    body = found[f"mix/us/print/2026-12/{kind}"].make().body
    assert len(re.findall(r"<s>[^<]*Chess</s>", body)) == 2
    assert "Cancelled" in body
    assert "Moved here" in body
    if kind in {"", "a3/"}:  # a grid
        assert "Moved to Wed\N{NO-BREAK SPACE}16" in body
    else:
        assert "The hall is being mended." in body
        assert "from Tuesday 15\N{NO-BREAK SPACE}December" in body


def test_what_holds_of_nearly_everything_is_said_once() -> None:
    access = "access: {companion_welcome: yes}\n"
    garden = {"venues/garden": f"name: The Garden\n{CHECKED}"}
    chess = meeting("Chess", "every: [Monday, Tuesday, Friday]", access)
    weeding = meeting("Weeding", "every: Sunday", access).replace("hall", "garden")
    found = planned({**garden, "activities/chess": chess, "activities/weeds": weeding})

    week = text(found["calendar/2026-12/print/weeks/"])
    assert "Usual place: The Hall. You may bring somebody." in week
    assert "Chess, until 12 noon, The Hall" not in week
    assert "Weeding, until 12 noon, The Garden" in week


def test_what_is_on_every_day_stands_once_on_a_month_and_its_exception_where_it_belongs() -> None:
    tea = meeting("Tea", "every: day", "changes:\n  - {on: 2026-12-25, cancelled: it is Christmas}\n")
    papers = meeting("Papers", "every: weekday")
    found = planned({"feeds/us": HOUSE, "activities/tea": tea, "activities/papers": papers})

    for kind in ("", "a3/"):
        (sheet,) = sheets(found[f"mix/us/print/2026-12/{kind}"])
        assert "Every day, unless it says something else: 10.30 am Tea." in sheet
        assert "Monday to Friday, unless it says something else: 10.30 am Papers." in sheet
        assert sheet.count("Tea") == 2
        assert "Cancelled" in sheet
    assert text(found["mix/us/print/2026-12/weeks/"]).count("Tea") > 31, "a week says all of each day"


def test_a_house_has_a_sheet_for_each_day_with_lines_to_fill_in() -> None:
    found = planned({"feeds/us": HOUSE, "activities/chess": meeting("Chess")})
    house, public = found["mix/us/print/2026-12/days/"], found["calendar/2026-12/print/days/"]

    assert len(sheets(house)) == 31
    assert "Nothing is on today." in sheets(house)[1]
    for line in ("Weather", "To eat", "Who works today", "Birthdays"):
        assert line in sheets(house)[0]
    assert len(sheets(public)) == 5
    assert "Birthdays" not in text(public)


def test_the_copy_for_the_staff_has_room_to_say_what_was_held() -> None:
    found = planned({"feeds/us": HOUSE, "activities/chess": meeting("Chess")})

    body = found["mix/us/print/2026-12/staff/"].make().body
    assert re.findall(r'<th scope="col">([^<]+)', body) == ["Day", "What", "Held", "What changed", "How many"]
    assert body.count("fp-paper__box") == 5
    assert "No names, rooms or initials" in body


def test_houses_say_house_things_and_public_sheets_do_not() -> None:
    records = {"feeds/us": HOUSE, "activities/a": meeting("House tea", more="shown_to: house\n"),
               "activities/b": meeting("Rota", more="shown_to: staff\n")}  # fmt: skip
    found = planned(records)

    assert "House tea" in text(found["mix/us/print/2026-12/"])
    assert not any("Rota" in one.make().body for one in found.values())
    assert not any("House tea" in one.make().body for url, one in found.items() if url.startswith("calendar/"))


def test_the_paper_is_that_of_the_country() -> None:
    found = planned({"activities/chess": meeting("Chess")}, paper="letter")

    styles = {url: one.make().styles for url, one in found.items()}
    assert styles["calendar/2026-12/print/tabloid/"] == ("assets/sheet.css", "assets/paper-tabloid.css")
    assert styles["calendar/2026-12/print/weeks/"] == ("assets/sheet.css", "assets/paper-letter-wide.css")
    assert styles["calendar/2026-12/print/days/"] == ("assets/sheet.css", "assets/paper-letter.css")


def test_a_page_with_many_sheets_leads_to_each_of_them() -> None:
    page: Page = planned({"activities/chess": meeting("Chess")})["calendar/2026-12/print/days/"].make()

    anchors = re.findall(r'<section class="fp-sheet[^>]* id="([^"]+)"', page.body)
    assert anchors == [f"day-2026-12-{day:02}" for day in (1, 8, 15, 22, 29)]
    assert all(f'href="#{anchor}"' in page.body for anchor in anchors)


def test_titles_of_strangers_are_escaped() -> None:
    found = planned({"activities/chess": meeting('"<script>x</script>"')})

    assert not any("<script>x" in one.make().body for one in found.values())
