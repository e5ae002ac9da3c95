"""Booklets: one line a record, of what a list of the directory holds; none where it would be too thick."""

import re

from generator.pages.lists import list_pages
from generator.pages.paper.booklet import MOST
from tests.pages.record_editions import CHECKED, TUESDAYS, edition_of, spaced

CHESS = f"name: Chess\nsummary: Come.\ncategory: games\n{CHECKED}{TUESDAYS}contact: {{phone: 01632 960111}}\n"
HELP = f"name: Advice\nkind: advice\nsummary: We help.\n{CHECKED}"


def test_a_booklet_has_a_line_for_each_record_of_its_list() -> None:
    edition = edition_of({"activities/chess": CHESS, "activities/draughts": CHESS.replace("Chess", "Draughts")})
    pages = {one.url: one for one in list_pages(edition)}

    booklet = pages["directory/category/games/print/"]

    page = booklet.make()
    lines = [" ".join(spaced(re.sub(r"<[^>]+>", " ", line)).split()) for line in re.findall(r"<tr>.*?</tr>", page.body)]
    assert len(lines) == 3
    assert lines[1].startswith("Chess Tuesdays, 10.30 am to 12 noon.")
    assert lines[1].endswith("Ring first 01632 960111")
    assert "clear print: letters of 14 points" in page.body
    assert not booklet.indexed
    assert page.styles == ("assets/sheet.css", "assets/paper-a4.css")
    assert 'href="../../../directory/category/games/print/"' in pages["directory/category/games/"].make().body


def test_a_record_without_dates_or_number_says_so() -> None:
    pages = {one.url: one for one in list_pages(edition_of({"resources/advice": HELP}))}
    (url,) = [url for url in pages if re.fullmatch(r"directory/category/\w+/print/", url)]

    assert "Ask when" in pages[url].make().body


def test_a_group_has_the_times_of_what_it_runs() -> None:
    chess = CHESS + "organiser: club\n"
    club = HELP.replace("Advice", "Chess Club").replace("kind: advice", "kind: group\ncategory: games")
    for more, when in (({}, "Tuesdays, 10.30 am to 12 noon."), ({"activities/blitz": chess}, "2 activities.")):
        edition = edition_of({"resources/club": club, "activities/chess": chess} | more)
        pages = {one.url: one for one in list_pages(edition)}

        lines = re.findall(r"<tr>.*?</tr>", pages["directory/category/games/print/"].make().body)

        (line,) = [" ".join(spaced(re.sub(r"<[^>]+>", " ", one)).split()) for one in lines if "Chess Club" in one]
        assert line.startswith(f"Chess Club {when}")


def test_a_list_that_would_be_too_thick_has_no_booklet() -> None:
    edition = edition_of({f"activities/a{number}": CHESS for number in range(MOST + 1)})
    pages = {one.url: one for one in list_pages(edition)}

    assert not any(url.endswith("print/") for url in pages)
    assert "Print as a booklet" not in pages["directory/category/games/"].make().body
