"""Which layout a sheet gets, as tables: what stands on it and the paper in, layout and sheets out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.pages.paper import fit
from generator.pages.paper.blocks import shared
from generator.pages.paper.entries import DayOn, Item
from generator.pages.paper.metrics import ems, lines, room
from generator.pages.paper.sizes import PAPERS, Paper

DECEMBER = tuple(date(2026, 12, 1) + timedelta(days=number) for number in range(31))
AROUND = fit.Around(
    title="December 2026",
    ring=(("What’s on in Northgate · Questions? Ring", False), ("01632 960100", True), ("(weekdays 9 to 4)", False)),
    above=(),
    part="Sheet 1 of 2: 1 to 15",
    key=("Games", "Music", "Exercise"),
    below=("Last changed 20 November 2026. Made on 22 November 2026. On the day, ring to make sure.",),
    slip=True,
)


def entry(title: str = "Chair Exercise", place: str | None = "The Old Mill", **more: object) -> Item:
    facts: dict[str, object] = {
        "icon": "walk", "category": "Exercise", "begins": "10.30 am", "until": "until 12 noon", "title": title,
        "place": place, "struck": False, "word": None, "brief": None, "tells": None, "goes_on": False, "note": None,
        "also": (),
    }  # fmt: skip
    return Item(**{**facts, **more})  # type: ignore[arg-type]


def on(day: date, entries: int, item: Item) -> DayOn:
    return DayOn(day=day, name="Wednesday", items=(item,) * entries)


def month_of(a_day: int, *, every: int = 1, item: Item | None = None) -> list[list[DayOn | None]]:
    """December with so many entries on every so-manieth day, in whole weeks."""
    shown = item or entry()
    days = {day: on(day, a_day if (day.day - 1) % every == 0 else 0, shown) for day in DECEMBER}
    return [[days[day] if day else None for day in week] for week in fit.weeks_of(DECEMBER, 0)]


@pytest.mark.parametrize(
    ("paper", "a_day", "every", "layout", "sheets", "placed"),
    [
        ("A4", 0, 1, "grid", 1, True),
        ("A4", 1, 7, "grid", 1, False),  # a thing a week
        ("A4", 1, 1, "grid", 1, False),  # a thing a day, which does not say where
        ("A4", 2, 2, "list", 2, True),  # two things every other day: two sheets, 1 to 15 and 16 to 31
        ("A4", 2, 1, "list", 3, True),
        ("A4", 4, 1, "list", 6, True),
        ("letter", 1, 1, "grid", 1, False),
        ("letter", 2, 2, "list", 2, True),
    ],
)
def test_a_month_at_home_is_a_grid_while_that_fits_and_else_a_list(
    paper: str, a_day: int, every: int, layout: str, sheets: int, *, placed: bool
) -> None:
    made = fit.month(month_of(a_day, every=every), PAPERS[paper], AROUND, on_wall=False)

    assert (made.layout, len(made.sheets), made.placed) == (layout, sheets, placed)
    assert made.paper == (PAPERS[paper].wide if layout == "grid" else PAPERS[paper].upright)


def test_two_sheets_of_a_month_are_its_halves() -> None:
    weeks = month_of(2, every=2)
    made = fit.month(weeks, PAPERS["A4"], AROUND, on_wall=False)
    days = [day.day.day for week in weeks for day in week if day and day.items]

    assert [[days[place] for place in sheet] for sheet in made.sheets] == [
        [1, 3, 5, 7, 9, 11, 13, 15],
        [17, 19, 21, 23, 25, 27, 29, 31],
    ]


@pytest.mark.parametrize(("a_day", "every", "points"), [(2, 8, 20), (2, 3, 20), (2, 2, 17), (5, 1, 17)])
def test_the_letters_of_a_list_grow_as_long_as_it_needs_no_more_sheets(a_day: int, every: int, points: int) -> None:
    made = fit.month(month_of(a_day, every=every), PAPERS["A4"], AROUND, on_wall=False)

    assert (made.layout, made.points) == ("list", points)


@pytest.mark.parametrize(("title", "points"), [("Tea", 22), ("Hydrotherapeutically", 16), ("A" * 60, 16)])
def test_the_letters_of_a_grid_grow_as_long_as_no_word_is_broken(title: str, points: int) -> None:
    made = fit.month(month_of(1, every=7, item=entry(title, place=None)), PAPERS["A4"], AROUND, on_wall=True)

    assert (made.layout, made.points) == ("grid", points)


@pytest.mark.parametrize(
    ("entries", "paper", "points", "sheets"),
    [(0, "a4", 20, 1), (1, "a4-wide", 18, 1), (2, "a4-wide", 16, 1), (3, "a4-wide", 20, 2), (5, "a4-wide", 20, 3)],
)
def test_a_week_stands_on_as_few_sheets_as_can_be_in_the_largest_letters_that_fit_there(
    entries: int, paper: str, points: int, sheets: int
) -> None:
    week = [on(day, entries, entry()) for day in DECEMBER[:7]]
    made = fit.weeks([(week, AROUND), (week, AROUND)], PAPERS["A4"])

    found = (made.paper.name, made.points, [len(one) for one in made.sheets])
    assert found == (paper, (points, points), [sheets, sheets])


@pytest.mark.parametrize(
    ("paper", "a_day", "sheets", "placed"),
    [
        ("A4", 1, 1, True),
        ("A4", 2, 1, False),  # two a day fit on one sheet for the wall if it does not say where
        ("A4", 4, 2, False),
        ("A4", 8, 3, False),
        ("letter", 1, 1, True),
        ("letter", 2, 1, False),
    ],
)
def test_a_month_for_the_wall_is_a_grid_on_as_many_sheets_as_it_needs(
    paper: str, a_day: int, sheets: int, *, placed: bool
) -> None:
    made = fit.month(month_of(a_day), PAPERS[paper], AROUND, on_wall=True)

    assert (made.layout, made.paper, len(made.sheets), made.placed) == ("grid", PAPERS[paper].wall, sheets, placed)
    assert [week for sheet in made.sheets for week in sheet] == [0, 1, 2, 3, 4], "nothing is left out"


@pytest.mark.parametrize(
    ("entries", "blanks", "points", "sheets"),
    [
        (0, 1, 36, 1), (2, 1, 36, 1), (3, 4, 36, 1), (5, 4, 30, 1), (6, 4, 24, 1), (9, 4, 24, 2), (20, 4, 24, 3),
    ],
)  # fmt: skip
def test_a_day_gets_the_largest_letters_in_which_it_fits_and_never_less_than_24_points(
    entries: int, blanks: int, points: int, sheets: int
) -> None:
    found = fit.large((entry(place=None),) * entries, PAPERS["A4"].upright, AROUND, blanks)

    assert (found[0], len(found[1])) == (points, sheets)


@pytest.mark.parametrize(
    ("heights", "free", "foot", "sheets"),
    [
        ((), 100, 30, ((),)),
        ((40, 40), 100, 10, ((0, 1),)),
        ((40, 40), 100, 30, ((0,), (1,))),  # the foot never stands on a sheet alone
        ((20, 20, 20, 20, 20), 60, 40, ((0, 1), (2, 3), (4,))),  # the foot takes its share
        ((80, 30, 30, 30), 100, 0, ((0,), (1, 2, 3))),  # about as much on each
        ((30, 30, 30, 30), 100, 0, ((0, 1), (2, 3))),
        ((300,), 100, 0, ((0,),)),  # what is too large for any sheet flows over two
    ],
)
def test_blocks_are_shared_out_evenly_among_as_few_sheets_as_hold_them(
    heights: tuple[float, ...], free: float, foot: float, sheets: tuple[tuple[int, ...], ...]
) -> None:
    assert shared(heights, free, foot) == sheets


@pytest.mark.parametrize(
    ("week_start", "first_week"),
    [(0, [None, 1, 2, 3, 4, 5, 6]), (6, [None, None, 1, 2, 3, 4, 5]), (5, [None, None, None, 1, 2, 3, 4])],
)
def test_a_month_is_cut_into_whole_weeks(week_start: int, first_week: list[int | None]) -> None:
    weeks = fit.weeks_of(DECEMBER, week_start)

    assert [day.day if day else None for day in weeks[0]] == first_week
    assert {len(week) for week in weeks} == {7}
    assert [day for week in weeks for day in week if day] == list(DECEMBER)


@pytest.mark.parametrize(
    ("runs", "width", "count"),
    [
        ([("", False)], 10, 1),
        ([("one", False)], 10, 1),
        ([("one two three four five", False)], 8, 2),
        ([("one two three four five", False)], 100, 1),
        ([("10.30\N{NO-BREAK SPACE}am", True), ("Games", False)], 5, 2),  # a time stays on one line
        ([("m" * 40, False)], 10, 4),  # a word that is too long is broken
    ],
)
def test_lines_break_at_spaces(runs: list[tuple[str, bool]], width: float, count: int) -> None:
    assert lines(runs, width) == count


def test_bold_is_wider_and_what_is_not_known_is_wide() -> None:
    assert ems("Dominoes", bold=True) > ems("Dominoes")
    assert ems("字") >= ems("m")


@pytest.mark.parametrize("paper", [paper for papers in PAPERS.values() for paper in (papers.upright, papers.wide)])
def test_a_sheet_at_home_holds_some_forty_letters_of_16_points(paper: Paper) -> None:
    assert room(paper.width, fit.BODY) > ems("Every Tuesday at the Northgate Centre until noon")


@pytest.mark.parametrize(
    ("title", "part", "logo", "line"),
    [
        ("December 2026", "Sheet 10 of 10: 30 to 31", True, False),
        ("September 2026", "Sheet 10 of 10: 29 to 30", True, False),
        ("30 November to 6 December 2026", "Sheet 1 of 2", False, True),
    ],
)
def test_which_sheet_one_is_stands_beside_the_title_where_there_is_room(
    title: str, part: str, *, logo: bool, line: bool
) -> None:
    around = replace(AROUND, title=title, part=part, logo=logo)

    assert (around.line(PAPERS["A4"].upright) > 0) == line
