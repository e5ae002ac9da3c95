"""The second site: another country's week, money, hours, holidays, paper and zone, so that nothing is only British."""

import functools
import json
import re
from datetime import date

import pytest

from tests.sites import Built


def test_weeks_begin_on_sunday(us: Built) -> None:
    month = us.pages["calendar/2026-12/"]
    heads = [node.text().strip() for node in month.all("table th")]
    first_row = [node.attributes.get("data-date") for node in month.all("table tr:has(td) td")][:7]

    assert heads[0].startswith("Sun")
    assert heads[6].startswith("Sat")
    assert first_row[2:4] == ["2026-12-01", "2026-12-02"], "the month begins on a Tuesday"


def test_week_pages_are_named_by_their_sunday(us: Built) -> None:
    weeks = [url.split("/")[2] for url in us.pages if re.fullmatch(r"calendar/week/[\d-]+/", url)]

    assert weeks
    assert {date.fromisoformat(week).weekday() for week in weeks} == {6}


def test_money_is_in_dollars(us: Built) -> None:
    assert "$3.50" in us.pages["activities/quilting-saturdays/"].words()
    assert "$12" in us.pages["activities/thanksgiving-supper/"].words()
    assert [page.url for page in us.whole_pages if "£" in page.words() or "GBP" in page.text] == []


def test_times_and_days_are_written_as_people_there_write_them(us: Built) -> None:
    words = us.pages["activities/quilting-saturdays/"].words()

    assert re.search(r"10:30 (am|AM)", words)
    assert "Saturday, December 12" in words
    assert not re.search(r"\d\d?\.\d\d\s(am|pm)", words)


def test_spelling_is_american(us: Built) -> None:
    british = re.compile(
        r"(?<!/)(?<!/ )\b(organis|neighbour|centre\b|colour|programme\b|cancelled|licence)", re.IGNORECASE
    )
    names = ("organiser_id", "organiser", "Open Government Licence")  # fields of the data; a licence's own name
    pages = {page.url: page.words() for page in us.whole_pages}
    plain = {
        url: functools.reduce(lambda text, name: text.replace(name, ""), names, text) for url, text in pages.items()
    }

    assert {url: british.findall(text) for url, text in plain.items() if british.search(text)} == {}


def test_one_calls_and_does_not_ring(us: Built) -> None:
    ring = re.compile(r"\bring (?:us|and|or|first|before|\d)", re.IGNORECASE)

    assert {page.url: ring.findall(page.words()) for page in us.whole_pages if ring.search(page.words())} == {}


@pytest.mark.parametrize(
    ("day", "is_held"),
    [
        ("2026-11-30", True),
        ("2026-12-28", True),  # a bank holiday in Britain
        ("2027-01-18", False),  # Martin Luther King Jr. Day
        ("2027-02-15", False),  # Washington's Birthday
        ("2027-05-03", True),  # a bank holiday in Britain
    ],
)
def test_public_holidays_are_those_of_the_country(us: Built, day: str, is_held: bool) -> None:
    dates = [node.attributes["data-date"] for node in us.pages["activities/monday-coffee/"].all("[data-date]")]

    assert (day in dates) == is_held


def test_feeds_are_in_the_zone_of_the_place(us: Built) -> None:
    feed = us.feed("activity/quilting-saturdays.ics")

    assert "TZID:America/Denver" in feed
    assert "X-WR-TIMEZONE:America/Denver" in feed
    assert re.search(r"DTSTART;TZID=America/Denver:\d{8}T103000", feed)
    assert "Europe/London" not in feed


def test_an_activity_may_have_a_zone_of_its_own(us: Built) -> None:
    feed, page = us.feed("activity/coast-book-talk.ics"), us.pages["activities/coast-book-talk/"]
    events = json.loads(page.one('script[type="application/ld+json"]').text())["@graph"]

    assert re.search(r"DTSTART;TZID=America/New_York:\d{8}T190000", feed)
    assert events[0]["startDate"].endswith("T19:00:00-05:00")


def test_help_is_the_countrys_own(us: Built) -> None:
    panel = us.pages[""].one(".fp-help__panel")
    numbers = [node.attributes["href"] for node in panel.css("a[href^='tel:']")]

    assert numbers[:2] == ["tel:911", "tel:988"]
    assert [page.url for page in us.whole_pages if re.search(r"\b(999|116 123)\b", page.words())] == []


def test_the_week_of_the_start_page_is_that_of_the_place(us: Built) -> None:
    json_ld = [json.loads(node.text()) for node in us.pages["venues/grange-hall/"].all("script[type*=json]")]

    assert json_ld[0]["address"]["addressCountry"] == "US"


def test_a_session_over_midnight_is_on_the_day_on_which_it_begins(us: Built) -> None:
    feed = us.feed("activity/new-years-dance.ics")

    assert "DTSTART;TZID=America/Denver:20261231T210000" in feed
    assert "DTEND;TZID=America/Denver:20270101T010000" in feed
    assert "calendar/2026-12-31/" in us.pages
    assert "New Year" in us.pages["calendar/2026-12-31/"].words()


def test_a_session_moved_out_of_a_closed_hall_takes_place(us: Built) -> None:
    words = us.pages["activities/quilting-saturdays/"].words()

    assert "The hall has a wedding" in words
    assert "Sagebrush Lodge" in words
    assert "The floor is being sanded" in words, "the session of the week after is cancelled"


def test_every_link_of_the_prose_leads_to_a_record(us: Built) -> None:
    links = [node.attributes["href"] for node in us.pages["guide/"].all("#main a[href]")]

    assert {"../resources/prairie-quilters/", "../activities/thanksgiving-supper/"} <= set(links)
