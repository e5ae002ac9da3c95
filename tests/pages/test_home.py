"""The start page: what is different today, what is on in the next days, ways that exist."""

import re
from datetime import date

from generator.edition import Edition
from generator.pages.home import DAYS_SHOWN, IN_A_DAY, start_pages
from generator.pages.listings import DIRECTORY
from tests.pages.record_editions import CHECKED, edition_of, spaced

SUNDAY = date(2026, 11, 22)


def on(name: str, day: str = "2026-11-22", more: str = "", at: str = "10:30") -> str:
    return (
        f"name: {name}\nsummary: Come.\ncategory: games\n{CHECKED}"
        f'schedule:\n  - {{on: {day}, start: "{at}", end: "23:00"}}\n{more}'
    )


def start(edition: Edition) -> str:
    (planned,) = start_pages(edition)
    assert planned.url == ""
    return spaced(planned.make().body)


def test_an_empty_site_has_a_start_page_with_a_telephone() -> None:
    page = start(edition_of({}, today=SUNDAY))

    assert "Nothing in the next seven days." in page
    assert '<a class="fp-bigphone" href="tel:01632960100">01632 960100</a>' in page
    assert "directory/free/" not in page


def test_the_search_form_leads_to_the_directory_and_puts_no_words_into_its_address() -> None:
    page = start(edition_of({}, today=SUNDAY))

    assert f'action="{DIRECTORY}"' in page
    assert 'name="q"' not in page


def test_what_is_cancelled_or_moved_today_is_said_with_the_day_on_which_it_was_known() -> None:
    page = start(
        edition_of(
            {
                "activities/chess": on("Chess", more="changes:\n  - {on: 2026-11-22, cancelled: no heating}\n"),
                "activities/draughts": on(
                    "Draughts", more="changes:\n  - {on: 2026-11-22, moved: {to: 2026-11-23, why: the hall is let}}\n"
                ),
                "activities/bingo": on("Bingo"),
            },
            today=SUNDAY,
        )
    )
    changes = page.partition("Changes today")[2].partition("</section>")[0]

    chess, draughts = re.findall(r"<li>(.*?)</li>", changes)
    assert chess.startswith('<a href="activities/chess/">Chess</a>: <strong>Cancelled')
    assert "No heating." in chess
    assert draughts.startswith('<a href="activities/draughts/">Draughts</a>: <strong>Moved')
    assert "Monday 23 November" in draughts
    assert "Bingo" not in changes
    assert "As known on 22 November 2026." in changes


def test_a_day_on_which_all_is_as_planned_has_no_notice() -> None:
    assert "Changes today" not in start(edition_of({"activities/bingo": on("Bingo")}, today=SUNDAY))


def test_the_next_days_with_sessions_are_shown_and_link_to_all_of_the_week() -> None:
    days = ("2026-11-21", "2026-11-22", "2026-11-25", "2026-11-28", "2026-11-29")
    page = start(edition_of({f"activities/d{day[-2:]}": on(f"On {day[-2:]}", day) for day in days}, today=SUNDAY))

    assert [day for day in days if f'data-date="{day}"' in page] == ["2026-11-22", "2026-11-25", "2026-11-28"]
    assert 'href="calendar/week/2026-11-23/"' in page


def test_a_full_day_says_how_much_more_there_is() -> None:
    many = {f"activities/a{number}": on(f"Game {number}", at=f"{number + 8:02}:00") for number in range(IN_A_DAY + 2)}

    page = start(edition_of(many, today=SUNDAY))

    assert page.count('class="fp-session ') == IN_A_DAY
    assert '<p data-left-out="780-1380 840-1380"><a href="calendar/2026-11-22/">2 more' in page


def test_only_of_today_does_a_page_tell_when_what_it_leaves_out_begins_and_ends() -> None:
    many = {f"activities/a{number}": on(f"Game {number}", "2026-11-23") for number in range(IN_A_DAY + 2)}

    page = start(edition_of(many, today=SUNDAY))

    assert '<p><a href="calendar/2026-11-23/">2 more' in page


def test_busy_days_leave_room_for_the_rest_of_the_page() -> None:
    page = start(
        edition_of({f"activities/d{day}": on(f"On {day}", f"2026-11-{day}") for day in range(22, 29)}, today=SUNDAY)
    )

    assert page.count('<section class="fp-day"') == DAYS_SHOWN


def test_what_is_not_public_stays_off() -> None:
    page = start(
        edition_of(
            {
                "activities/house": on("House tea", more="shown_to: house\n"),
                "activities/rota": on("Staff rota", more="shown_to: staff\n"),
            },
            today=SUNDAY,
        )
    )

    assert "House tea" not in page
    assert "Staff rota" not in page
