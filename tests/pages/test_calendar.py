"""The pages of the calendar: what a month, a week and a day show, what they leave out, and where their links lead."""

import re
from collections.abc import Mapping
from datetime import date
from urllib.parse import urljoin

import pytest

from generator.edition import Edition
from generator.pages.calendar import calendar_pages, public_calendar
from generator.pages.page import Page, Planned
from tests.pages.record_editions import CHECKED, edition_of, spaced

TODAY = date(2026, 12, 2)  # a Wednesday
DAILY = '{every: day, start: "10:00", end: "11:00"}'


def meeting(name: str, schedule: str, more: str = "") -> str:
    return f"name: {name}\nsummary: Come.\ncategory: games\n{CHECKED}schedule: [{schedule}]\n{more}"


def site(*activities: str, today: date = TODAY, **settings: object) -> Edition:
    records = {f"activities/a{number:03}": text for number, text in enumerate(activities)}
    return edition_of(records, today=today, settings=settings)


def planned(edition: Edition) -> Mapping[str, Planned]:
    return {one.url: one for one in calendar_pages(public_calendar(edition))}


def page(edition: Edition, url: str) -> Page:
    return planned(edition)[url].make()


def body(edition: Edition, url: str) -> str:
    return spaced(page(edition, url).body)


def cells(html: str) -> list[list[str | None]]:
    """The grid of a month, row by row: the day of each cell, None for one of another month."""
    rows = re.findall(r"<tr>(.*?)</tr>", html.partition("<tbody>")[2], re.DOTALL)
    return [
        [found[1] or None for found in re.findall(r'<td( data-date="([0-9-]+)"| class="is-out")', row)] for row in rows
    ]


def cell(html: str, day: str) -> str:
    """What stands in the grid on one day, without markup."""
    found = re.search(rf'<td data-date="{day}">(.*?)</td>', html, re.DOTALL)
    assert found
    return words(found[1])


def section(html: str, day: str) -> str:
    """What a list says of one day, without markup."""
    found = re.search(rf'<section class="fp-day" data-date="{day}">(.*?)</section>', html, re.DOTALL)
    assert found
    return words(found[1])


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def headings(html: str) -> list[int]:
    return [int(level) for level in re.findall(r"<h([1-6])", html)]


WEEK_STARTS = {
    "monday": (
        "Monday to Sunday",
        [None, "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05", "2026-12-06"],
    ),
    "sunday": (
        "Sunday to Saturday",
        [None, None, "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05"],
    ),
    "saturday": (
        "Saturday to Friday",
        [None, None, None, "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04"],
    ),
}


@pytest.mark.parametrize("week_start", WEEK_STARTS)
def test_a_month_has_whole_weeks_that_begin_as_the_site_says(week_start: str) -> None:
    weekdays, first_week = WEEK_STARTS[week_start]

    html = body(site(week_start=week_start), "calendar/2026-12/")

    grid = cells(html)
    assert grid[0] == first_week
    assert {len(week) for week in grid} == {7}
    assert [day for week in grid for day in week if day] == [f"2026-12-{day:02}" for day in range(1, 32)]
    assert f"December 2026, {weekdays}</caption>" in html
    assert re.findall(r'<th scope="col">(\w+)</th>', html)[0] == weekdays.partition(" ")[0]


@pytest.mark.parametrize(("month", "weeks"), [("2027-02", 4), ("2026-11", 6), ("2026-12", 5)])
def test_a_month_has_as_many_weeks_as_it_needs(month: str, weeks: int) -> None:
    assert len(cells(body(site(), f"calendar/{month}/"))) == weeks


def test_a_cell_shows_changes_first_then_what_is_rare_and_how_much_more_there_is() -> None:
    edition = site(
        meeting("Early", DAILY.replace("10:", "06:")),
        meeting("Later", DAILY.replace("10:", "07:")),
        meeting("Weekly", '{every: Thursday, start: "20:00"}'),
        meeting("Once", '{on: 2026-12-10, start: "21:00"}'),
        meeting("Wet", '{every: day, start: "22:00"}', "changes: [{on: 2026-12-10, cancelled: rain}]\n"),
    )

    html = body(edition, "calendar/2026-12/")

    assert cell(html, "2026-12-10") == (
        "10 December, 5 things 8 pm Weekly 9 pm Once 10 pm Wet Cancelled 2 more on 10 December"
    )
    assert cell(html, "2026-12-11") == "11 December, 3 things 6 am Early 7 am Later 10 pm Wet"


def test_one_thing_is_one_thing_and_an_empty_cell_is_a_link_all_the_same() -> None:
    html = body(site(meeting("Once", "{on: 2026-12-10}")), "calendar/2026-12/")

    assert cell(html, "2026-12-10") == "10 December, 1 thing All day Once"
    assert cell(html, "2026-12-11") == "11 December, 0 things"
    assert 'href="../../calendar/2026-12-11/"' in html


def test_a_quiet_month_has_all_its_sessions_in_the_list_of_the_telephone() -> None:
    edition = site(*[meeting(f"Number {number}", "{on: 2026-12-10}") for number in range(100)])

    listed = section(body(edition, "calendar/2026-12/"), "2026-12-10")

    assert listed.count("Number") == 100
    assert "more" not in listed


def test_a_busy_month_has_three_a_day_in_the_list_of_the_telephone() -> None:
    edition = site(*[meeting(f"Number {number}", "{on: 2026-12-10}") for number in range(101)])

    listed = section(body(edition, "calendar/2026-12/"), "2026-12-10")

    assert listed.count("Number") == 3
    assert listed.endswith("98 more on 10 December")


STRETCHES = {
    "a day": ("2026-02-01, 2026-02-03", ["Nothing on 2 February", "Nothing on 4 to 28 February"]),
    "two days": ("2026-02-01, 2026-02-04", ["Nothing on 2 and 3 February", "Nothing on 5 to 28 February"]),
    "many days": ("2026-02-01, 2026-02-28", ["Nothing on 2 to 27 February"]),
    "from the beginning": ("2026-02-28", ["Nothing on 1 to 27 February"]),
    "a whole month": ("2026-03-01", ["Nothing on 1 to 28 February"]),
}


@pytest.mark.parametrize(("days", "said"), STRETCHES.values(), ids=STRETCHES)
def test_empty_days_of_a_month_are_told_in_one_line(days: str, said: list[str]) -> None:
    edition = site(meeting("Chess", f"{{on: [{days}]}}"), today=date(2026, 1, 20))

    html = body(edition, "calendar/2026-02/")

    assert re.findall(r'<p class="fp-nothing" data-last="[0-9-]+">([^<]+)</p>', html) == said


def test_days_gone_by_are_folded_away_in_this_month_alone() -> None:
    edition = site(meeting("Chess", DAILY), today=date(2026, 12, 3))

    this_month, next_month = (body(edition, f"calendar/{month}/") for month in ("2026-12", "2027-01"))

    folded, _end, rest = this_month.partition("</details>")
    assert "Earlier this month (2 days)" in folded
    assert 'class="fp-day" data-date="2026-12-02"' in folded
    assert 'class="fp-day" data-date="2026-12-03"' in rest
    assert "<details" not in next_month
    assert body(edition, "calendar/").count("<details") == 1


def test_the_list_of_a_month_is_a_page_of_its_own_with_all_that_the_telephone_shows() -> None:
    edition = site(meeting("Chess", DAILY), today=date(2026, 12, 3))

    month, listed = (body(edition, f"calendar/{url}/") for url in ("2026-12", "2026-12/list"))

    def days(html: str) -> list[str]:
        return re.findall(r'class="fp-day" data-date="([0-9-]+)"', html)

    assert days(listed) == days(month) == [f"2026-12-{day:02}" for day in range(1, 32)]
    assert "Earlier this month (2 days)" in listed
    assert "<table" not in listed


def test_days_of_this_week_that_are_gone_by_are_folded_away() -> None:
    edition = site(meeting("Chess", DAILY))

    folded, _end, rest = body(edition, "calendar/week/2026-11-30/").partition("</details>")

    assert "Earlier this week (2 days)" in folded
    assert re.findall(r'data-date="([0-9-]+)"', folded) == ["2026-11-30", "2026-12-01"]
    assert 'data-date="2026-12-02"' in rest
    assert "<details" not in body(edition, "calendar/week/2026-12-07/")


def test_on_the_first_of_a_month_nothing_is_folded() -> None:
    assert "<details" not in body(site(meeting("Chess", DAILY), today=date(2026, 12, 1)), "calendar/")


def test_which_day_is_today_is_left_to_the_clock_of_the_reader() -> None:
    edition = site(meeting("Chess", DAILY))

    for url in ("calendar/", "calendar/2026-12/", "calendar/week/2026-11-30/", "calendar/2026-12-02/"):
        html = body(edition, url)
        assert 'data-date="2026-12-02"' in html
        assert "is-past" not in html
        assert 'aria-current="date"' not in html


def test_changes_of_today_stand_on_this_month_this_week_and_today_and_nowhere_else() -> None:
    edition = site(meeting("Chess", DAILY, "changes: [{on: 2026-12-02, cancelled: rain}]\n"))

    telling = {url for url, one in planned(edition).items() if "Changes today" in one.make().body}

    assert telling == {
        "calendar/", "calendar/2026-12/", "calendar/2026-12/list/", "calendar/week/2026-11-30/", "calendar/2026-12-02/",
    }  # fmt: skip
    assert "Chess : Cancelled. Rain. As known on 2 December 2026." in words(body(edition, "calendar/"))


def test_headings_are_in_order_on_every_page() -> None:
    staff = meeting("Training", DAILY, "shown_to: staff\n")
    edition = site(meeting("Chess", DAILY, "changes: [{on: 2026-12-02, cancelled: rain}]\n"), staff)

    for url, one in planned(edition).items():
        levels = headings(one.make().body)
        assert (levels[:1], set(levels[1:]) - {2}) == ([1], set()), url


def test_every_link_within_the_calendar_leads_to_a_page_of_it() -> None:
    edition = site(meeting("Chess", DAILY), *[meeting(f"Tea {number}", "{on: 2026-12-10}") for number in range(250)])
    pages = planned(edition)

    for url, one in pages.items():
        for href in re.findall(r'href="([^"#]+)"', one.make().body):
            target = urljoin(f"https://example.org/{url}", href).removeprefix("https://example.org/")
            of_paper = target.endswith("/print/")  # tests/site follows them to the sheets
            assert target in pages or of_paper or not target.startswith("calendar/"), (url, href)


def test_the_first_and_the_last_pages_have_one_neighbour() -> None:
    edition = site()

    def neighbours(url: str) -> list[str]:
        return re.findall(r'rel="(prev|next)"', body(edition, url))

    assert neighbours("calendar/2026-06/") == ["next"]
    assert neighbours("calendar/2027-12/") == ["prev"]
    assert neighbours("calendar/2026-06-01/") == ["next"]
    assert neighbours("calendar/2027-12-31/") == ["prev"]
    assert neighbours("calendar/week/2026-06-01/") == ["next"]
    assert neighbours("calendar/week/2027-12-27/") == ["prev"]
    assert neighbours("calendar/2026-12-02/") == ["prev", "next"]


def test_views_lead_from_this_month_to_today_and_from_others_to_their_beginning() -> None:
    edition = site()

    def views(url: str) -> list[tuple[str, str]]:
        nav = body(edition, url).partition('aria-label="Show as"')[2].partition("</nav>")[0]
        return re.findall(r'href="[./]*calendar/([^"]+)/"( aria-current="page")?', nav)

    here = ' aria-current="page"'
    assert views("calendar/") == [
        ("2026-12", here), ("week/2026-11-30", ""), ("2026-12-02", ""), ("2026-12/list", ""),
    ]  # fmt: skip
    assert views("calendar/2026-12/list/")[3:] == [("2026-12/list", here)]
    assert views("calendar/2027-01/") == [
        ("2027-01", here), ("week/2026-12-28", ""), ("2027-01-01", ""), ("2027-01/list", ""),
    ]  # fmt: skip
    assert views("calendar/week/2026-11-30/") == [
        ("2026-12", ""), ("week/2026-11-30", here), ("2026-12-02", ""), ("2026-12/list", ""),
    ]  # fmt: skip
    assert views("calendar/2027-01-03/") == [
        ("2027-01", ""), ("week/2026-12-28", ""), ("2027-01-03", here), ("2027-01/list", ""),
    ]  # fmt: skip


def test_a_week_has_each_of_its_days_the_empty_ones_too() -> None:
    html = body(site(meeting("Chess", "{on: 2026-12-10}")), "calendar/week/2026-12-07/")

    assert re.findall(r'class="fp-day" data-date="2026-12-(\d\d)"', html) == ["07", "08", "09", "10", "11", "12", "13"]
    assert section(html, "2026-12-09") == "Wednesday 9 December Nothing on this day."
    assert section(html, "2026-12-10") == "Thursday 10 December All day Chess Nobody has told us where&nbsp; · Games"


@pytest.mark.parametrize(
    ("week", "title"),
    [
        ("2026-12-07", "What’s on from 7 to 13 December 2026"),
        ("2026-11-30", "What’s on from 30 November to 6 December 2026"),
        ("2026-12-28", "What’s on from 28 December to 3 January 2027"),
    ],
)
def test_a_week_is_called_by_its_days(week: str, title: str) -> None:
    assert spaced(page(site(), f"calendar/week/{week}/").title) == title


def test_a_busy_week_shows_fourteen_a_day() -> None:
    edition = site(*[meeting(f"Number {number}", "{on: [2026-12-10, 2026-12-11]}") for number in range(51)])

    html = body(edition, "calendar/week/2026-12-07/")

    assert section(html, "2026-12-10").count("Number") == 14
    assert section(html, "2026-12-10").endswith("37 more on 10 December")


def test_the_week_at_the_edge_of_the_window_has_only_the_days_within() -> None:
    html = body(site(today=date(2026, 11, 22)), "calendar/week/2026-04-27/")  # the window begins on Friday 1 May

    assert re.findall(r'class="fp-day" data-date="([0-9-]+)"', html) == ["2026-05-01", "2026-05-02", "2026-05-03"]


def test_a_day_is_told_by_its_parts_and_says_which_are_empty() -> None:
    edition = site(
        meeting("Late", '{on: 2026-12-10, start: "17:00"}'),
        meeting("Dawn", '{on: 2026-12-10, start: "00:00"}'),
        meeting("Elevenses", '{on: 2026-12-10, start: "11:59"}'),
    )

    html = body(edition, "calendar/2026-12-10/")

    parts = [words(part) for part in html.split("<h2>")[1:]]
    assert [part.split()[0] for part in parts] == ["Morning", "Afternoon", "Evening"]
    assert parts[0].index("Dawn") < parts[0].index("Elevenses")
    assert parts[1] == "Afternoon Nothing"
    assert "Late" in parts[2]


def test_what_lasts_all_day_comes_first() -> None:
    edition = site(meeting("Walks", "{on: 2026-12-10}"), meeting("Noon", '{on: 2026-12-10, start: "12:00"}'))

    parts = [words(part).split()[:2] for part in body(edition, "calendar/2026-12-10/").split("<h2>")[1:]]

    assert parts[0] == ["All", "day"]
    assert parts[2][0] == "Afternoon"


def test_an_empty_day_names_the_next_one_with_something() -> None:
    edition = site(meeting("Chess", "{on: 2026-12-14}"))

    assert words(body(edition, "calendar/2026-12-11/")).endswith("Nothing on this day. Next: Monday 14 December")
    assert words(body(edition, "calendar/2026-12-15/")).endswith("Nothing on this day.")


def test_a_day_with_more_than_a_hundred_sessions_has_several_pages() -> None:
    edition = site(*[meeting(f"Number {number}", "{on: 2026-12-10}") for number in range(201)])
    pages = {url: one.make() for url, one in planned(edition).items() if url.startswith("calendar/2026-12-10/")}

    first, second, third = pages.values()

    assert list(pages) == [f"calendar/2026-12-10/{more}" for more in ("", "2/", "3/")]
    assert [one.body.count("Number") for one in (first, second, third)] == [100, 100, 1]
    assert [re.findall(r'rel="(prev|next)"', one.body)[2:] for one in (first, second, third)] == [
        ["next"],
        ["prev", "next"],
        ["prev"],
    ]
    assert spaced(second.title) == "Thursday 10 December 2026, page 2"
    assert "Page 2 of 3" in second.body
    assert "Nothing" not in third.body


def test_the_public_calendar_has_what_is_public_and_visible() -> None:
    edition = site(
        meeting("Open", DAILY),
        meeting("Ours", DAILY, "shown_to: house\n"),
        meeting("Theirs", DAILY, "shown_to: staff\n"),
        meeting("Gone", DAILY, "visible: {until: 2026-11-01}\n"),
    )

    html = body(edition, "calendar/2026-12-10/")

    assert "Open" in html
    assert not any(name in html for name in ("Ours", "Theirs", "Gone"))


def test_staff_have_a_calendar_of_their_own_that_search_engines_do_not_know() -> None:
    edition = site(
        meeting("Open", DAILY),
        meeting("Training", '{every: Thursday, start: "09:00"}', "shown_to: staff\n"),
        today=date(2026, 12, 4),
    )
    pages = planned(edition)

    staff = pages["calendar/staff/"].make()

    assert not staff.indexed
    assert not pages["calendar/staff/"].indexed
    assert "Open" not in staff.body
    assert section(spaced(staff.body), "2026-12-10").startswith("Thursday 10 December 9 am Training")
    assert "2026-12-03" not in staff.body
    assert "/calendar/2026-12-10/" not in staff.body  # that page is the public's
    assert "feeds/staff.ics" in staff.body


def test_the_calendar_of_the_staff_is_one_page_however_much_they_meet() -> None:
    weekly = [
        meeting(f"Number {number}", '{every: Thursday, start: "09:00"}', "shown_to: staff\n") for number in range(30)
    ]

    html = body(site(*weekly), "calendar/staff/")

    assert html.count("fp-session ") == 90
    assert "Later dates are in the calendar feed above." in html


def test_a_site_without_staff_meetings_has_no_staff_calendar() -> None:
    assert "calendar/staff/" not in planned(site(meeting("Open", DAILY)))


def test_staff_whose_meetings_are_over_read_so() -> None:
    edition = site(meeting("Training", "{on: 2026-11-10}", "shown_to: staff\n"))

    assert "Nothing is planned." in body(edition, "calendar/staff/")


CHANGES = {
    "cancelled": "changes: [{on: 2026-12-10, cancelled: rain}]\n",
    "moved": "changes: [{on: 2026-12-10, moved: {to: 2026-12-12}}]\n",
    "moved from today": "changes: [{on: 2026-12-02, moved: {to: 2026-12-12}}]\n",
    "ended": "closed: [{from: 2026-12-20, until: 2027-12-31}]\n",
    "hidden": "visible: {until: 2026-11-01}\n",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_page_that_says_it_is_made_of_the_same_is_the_same(change: str) -> None:
    others = [meeting(f"Number {number}", '{every: Thursday, start: "09:00"}') for number in range(30)]
    others.append(meeting("Daily", DAILY))
    chess = meeting("Chess", '{every: [Wednesday, Thursday], start: "11:00"}')
    before, after = planned(site(chess, *others)), planned(site(chess + change, *others))

    kept = [
        url for url, one in after.items()
        if url in before and one.made_of == before[url].made_of and "a000" not in (one.made_of or ())
    ]  # fmt: skip

    assert len(kept) > 100
    assert [url for url in kept if before[url].make() != after[url].make()] == []


def test_what_a_page_is_made_of_names_the_place_that_a_session_moved_to() -> None:
    change = "venue: hall\nchanges: [{on: 2026-12-10, moved: {to: 2026-12-11, venue: library}}]\n"
    edition = edition_of(
        {
            "venues/hall": f"name: The Hall\n{CHECKED}",
            "venues/library": f"name: The Library\n{CHECKED}",
            "activities/chess": meeting("Chess", "{on: 2026-12-10}", change),
        },
        today=TODAY,
    )

    made_of = planned(edition)["calendar/2026-12-11/"].made_of

    assert made_of
    assert {"chess", "library"} <= set(made_of)
