"""Pages of mixes: what is in them, by day and by rule; houses keep to themselves."""

from collections.abc import Mapping
from datetime import date

from generator.edition import Edition
from generator.feeds.calendars import calendars
from generator.feeds.history import History
from generator.pages.mixes import IN_A_LEAF, mix_pages
from generator.pages.page import Page
from generator.pages.ways import public_mixes
from tests.pages.record_editions import CHECKED, TUESDAYS, edition_of, spaced

HALL = f"name: The Hall\n{CHECKED}"
PUBLIC = "name: In the Hall\nsummary: All that is on in the hall.\ntakes:\n  - venue: hall\n"
HOUSE = PUBLIC.replace("In the Hall", "Our House") + "house: yes\n"


def meeting(name: str, more: str = "", schedule: str = TUESDAYS) -> str:
    return f"name: {name}\nsummary: Come.\ncategory: games\nvenue: hall\n{CHECKED}{schedule}{more}"


def pages(edition: Edition) -> Mapping[str, Page]:
    return {planned.url: planned.make() for planned in mix_pages(calendars(edition, History(times={})))}


def test_a_mix_shows_the_rest_of_this_week_and_the_next_and_every_rule() -> None:
    wednesday = date(2026, 11, 25)
    records = {"venues/hall": HALL, "feeds/hall": PUBLIC, "activities/chess": meeting("Chess")}
    sundays = TUESDAYS.replace("Tuesday", "Sunday")
    records["activities/bingo"] = meeting("Bingo", schedule=sundays)

    page = spaced(pages(edition_of(records, today=wednesday))["mix/hall/"].body)

    this_week, _sep, rest = page.partition("Next week")
    assert "Sunday 29 November" in this_week
    assert "Tuesday 24 November" not in page
    assert "Tuesday 1 December" in rest
    assert "Sunday 6 December" in rest
    assert "Tuesdays, 10.30 am to 12 noon" in rest


def test_all_that_is_in_a_mix_can_be_kept_from_its_days_and_from_its_list() -> None:
    records = {"venues/hall": HALL, "feeds/hall": PUBLIC, "activities/chess": meeting("Chess")}

    page = pages(edition_of(records, today=date(2026, 11, 25)))["mix/hall/"].body

    days, _sep, everything = page.partition("Everything in it")
    assert days.count('data-star="activities/chess/"') == days.count("fp-session ") == 1
    assert everything.count('data-star="activities/chess/"') == 1


def test_a_public_mix_has_public_activities_alone_and_may_be_found() -> None:
    records = {
        "venues/hall": HALL,
        "feeds/hall": PUBLIC,
        "activities/chess": meeting("Chess"),
        "activities/tea": meeting("House tea", "shown_to: house\n"),
    }
    edition = edition_of(records)

    page = pages(edition)["mix/hall/"]

    assert page.indexed
    assert "Chess" in page.body
    assert "House tea" not in page.body
    assert [way.label for way in public_mixes(edition)] == ["In the Hall"]


def test_a_house_shows_its_own_activities_and_stays_out_of_lists_and_search() -> None:
    records = {
        "venues/hall": HALL,
        "feeds/hall": HOUSE,
        "activities/tea": meeting("House tea", "shown_to: house\n"),
        "activities/rota": meeting("Rota", "shown_to: staff\n"),
    }
    edition = edition_of(records)

    page = pages(edition)["mix/hall/"]

    assert not page.indexed
    assert "House tea" in page.body
    assert "Rota" not in page.body
    assert "calendar/2026" not in page.body  # its sessions are not on the calendar's pages
    assert public_mixes(edition) == ()


def test_a_mix_offers_its_calendar_and_says_whom_to_ask() -> None:
    contact = "contact: {phone: 01632 960111, role: the warden, answered: mornings}\n"
    page = spaced(pages(edition_of({"venues/hall": HALL, "feeds/hall": PUBLIC + contact}))["mix/hall/"].body)

    assert 'href="webcal://example.org/here/feeds/mix/hall.ics"' in page
    assert 'data-copy="https://example.org/here/feeds/mix/hall.ics"' in page
    assert 'href="tel:01632960111"' in page
    assert "Ask for the warden." in page
    assert "Nothing at the moment." in page


def test_a_very_large_mix_goes_on_on_further_pages() -> None:
    records = {f"activities/a{number}": meeting(f"Game {number:03}") for number in range(IN_A_LEAF + 1)}

    found = pages(edition_of({"venues/hall": HALL, "feeds/hall": PUBLIC, **records}))

    assert set(found) == {"mix/hall/", "mix/hall/2/"}
    assert "Game 100" in found["mix/hall/2/"].body
    assert 'href="../../../mix/hall/"' in found["mix/hall/2/"].body
    assert found["mix/hall/"].title != found["mix/hall/2/"].title
