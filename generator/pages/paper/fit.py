"""Which layout a sheet gets: what stands on it and the paper in, sheets with nothing left out and nothing shrunk out.

Every layout has letters of 16 points or more. Where one sheet does not hold all, there are more sheets, and each says
what is on it. Heights are in millimetres; assets/sheet.css draws by the same measures, and a test prints the result.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from generator.pages.paper.blocks import shared
from generator.pages.paper.entries import DayOn, Item, cell_lines, list_lines
from generator.pages.paper.metrics import MM_IN_POINT, Run, ems, height, lines, room
from generator.pages.paper.sizes import Paper, Papers

BODY: Final = 16
LISTED: Final = (22, 20, 18, 17, 16)
"""Letters of days one below the other: the largest that need no more sheets than the smallest."""
LARGE: Final = (36, 30, 24)
"""Letters of a day's sheet: the largest in which it fits."""

_LEADING: Final = 1.2
_SPARE: Final = 3.0
"""Kept free on each sheet: browsers round, and a line too many would be a sheet too many."""
_WIDE: Final = 250
"""Paper of this width or more has the slip beside the last words."""
_SLIP: Final = 21
_LOGO: Final = 32
"""Kept free beside the title for the site's own mark; it is no higher than a line of the title."""
_TITLE_GAP: Final = 4
_NAME, _BESIDE = 8.2, 8.0
"""The columns of a list in heights of its letters: the name of the day; icon, time and the gaps between."""
_LINE: Final = 10
_STAFF_COLUMNS: Final = 48 + 20 + 62 + 34 + 3
"""What the copy for the staff has beside the column of what is on, and the gaps in that one."""
_WEEKDAYS: Final = 12
"""The height of the names above a grid."""
_NUMBER: Final = 1.25
"""The number of a day, which is larger than the rest."""
_KEY_GAP: Final = "\N{NO-BREAK SPACE}" * 9  # an icon and the space between two words of the key

Layout = Literal["grid", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The words above and below what is on: they take room too."""

    title: str
    ring: tuple[Run, ...]
    """What it is about, and whom to ring."""
    above: tuple[str, ...]
    """Lines below that: what holds of all of it."""
    part: str
    """Which sheet of several one is: beside the title where there is room, else a line more."""
    key: tuple[str, ...]
    """The words beside the icons."""
    below: tuple[str, ...]
    slip: bool
    logo: bool = False
    """Whether the site's own mark stands beside the title."""

    def free(self, paper: Paper, *, title: int = 26) -> float:
        """The height that the head of a sheet alone leaves for what is on; `title` is the size of its letters."""
        width = room(paper.width, BODY)
        return (
            paper.height
            - height(lines([(self.title, True)], room(self._beside_logo(paper), title)), title, _LEADING)
            - height(lines(self.ring, width), BODY, _LEADING)
            - (self._text(width, self.above) + 7.0 + _SPARE)
        )

    def line(self, paper: Paper, *, title: int = 26) -> float:
        """The height of the line that says which of several sheets one is: none where it stands beside the title."""
        taken = MM_IN_POINT * (ems(self.title, bold=True) * title + ems(self.part, bold=True) * BODY)
        beside = taken + _TITLE_GAP <= self._beside_logo(paper)
        return 0.0 if beside else height(1, BODY, _LEADING)

    def _beside_logo(self, paper: Paper) -> float:
        return paper.width - self.logo * _LOGO

    def foot(self, paper: Paper) -> float:
        """The height of the foot."""
        beside = self.slip and paper.width > _WIDE
        width = room(paper.width * (0.6 if beside else 1.0), BODY)
        key_lines = lines([(word + _KEY_GAP, False) for word in self.key], width) if self.key else 0
        words = height(key_lines, BODY, 1.3) + self._text(width, self.below) + 4.0
        if beside:
            return max(words, _SLIP)
        return words + (_SLIP if self.slip else 0.0)

    @staticmethod
    def _text(width: float, said: Sequence[str]) -> float:
        return sum(height(lines([(one, False)], width), BODY, _LEADING) for one in said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """How a month is laid out."""

    layout: Layout
    paper: Paper
    placed: bool
    """Whether the entries of a grid say where they are."""
    sheets: tuple[tuple[int, ...], ...]
    """The places of the weeks (grid) or days (list) on each sheet."""
    points: int = BODY


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """How some weeks are laid out: all of them on one paper."""

    paper: Paper
    sheets: tuple[tuple[tuple[int, ...], ...], ...]
    """Of each week the places of the days on each of its sheets."""
    points: tuple[int, ...]
    """Of each week the size of its letters."""


def month(weeks: Sequence[Sequence[DayOn | None]], papers: Papers, around: Around, *, on_wall: bool) -> Month:
    """The layout of a month: for the wall a grid on as many large sheets as it needs.

    At home a grid while it fits on one sheet, else a list: on one, or on two, 1 to 15 and 16 to the end, or on more.
    The letters grow as long as that takes no more sheets, and breaks no word in a cell of the grid.
    """
    paper = papers.wall if on_wall else papers.wide
    with_places = _weeks(weeks, paper, around, BODY, placed=True)
    without = _weeks(weeks, paper, around, BODY, placed=False)
    placed = len(with_places) == len(without)
    if on_wall or len(without) == 1:
        grown = (points for points in LISTED if points == BODY or _whole(weeks, paper, points, placed=placed))
        laid = ((points, _weeks(weeks, paper, around, points, placed=placed)) for points in grown)
        points, sheets = next((points, sheets) for points, sheets in laid if len(sheets) == len(without))
        return Month(layout="grid", paper=paper, placed=placed, sheets=sheets, points=points)
    days = tuple(day for week in weeks for day in week if day and day.items)
    fewest = len(_month_list(days, papers.upright, around, BODY))
    laid = ((points, _month_list(days, papers.upright, around, points)) for points in _readable(papers.upright))
    points, sheets = next((points, sheets) for points, sheets in laid if len(sheets) == fewest)
    return Month(layout="list", paper=papers.upright, placed=True, sheets=sheets, points=points)


def _month_list(days: Sequence[DayOn], paper: Paper, around: Around, points: int) -> tuple[tuple[int, ...], ...]:
    heights = [_listed(one, paper, points) for one in days]
    free, foot = around.free(paper), around.foot(paper)
    even = _on_sheets(heights, free, foot, around.line(paper))
    if len(even) == 1:
        return even
    halves = tuple(
        tuple(number for number, one in enumerate(days) if (one.day.day > 15) == late)  # noqa: PLR2004 - half a month
        for late in (False, True)
    )
    room_for = free - around.line(paper)
    fits = [sum(heights[number] for number in half) for half in halves]
    if all(halves) and fits[0] <= room_for and fits[1] + foot <= room_for:
        return halves
    return even


def weeks(shown: Sequence[tuple[Sequence[DayOn], Around]], papers: Papers) -> Weeks:
    """The layout of weeks: as few sheets as can be, then letters as large as can be, then paper on its side."""
    two = (_weeks_on(shown, paper) for paper in (papers.wide, papers.upright))
    return min(two, key=lambda one: (sum(map(len, one.sheets)), -sum(one.points)))


def _weeks_on(shown: Sequence[tuple[Sequence[DayOn], Around]], paper: Paper) -> Weeks:
    laid = [_largest_week(days, paper, around) for days, around in shown]
    return Weeks(
        paper=paper, sheets=tuple(sheets for _points, sheets in laid), points=tuple(points for points, _sheets in laid)
    )


def _largest_week(days: Sequence[DayOn], paper: Paper, around: Around) -> tuple[int, tuple[tuple[int, ...], ...]]:
    fewest = len(_week(days, paper, around, BODY))
    laid = ((points, _week(days, paper, around, points)) for points in _readable(paper))
    return next((points, sheets) for points, sheets in laid if len(sheets) == fewest)


def _readable(paper: Paper) -> tuple[int, ...]:
    """The sizes of letters in which a line of a list holds a few words."""
    return tuple(points for points in LISTED if _beside(paper, points) >= _LINE)


def _beside(paper: Paper, points: int) -> float:
    """The width of what stands beside the time in a list, in heights of its letters."""
    return room(paper.width, points) - _NAME - _BESIDE


def _week(days: Sequence[DayOn], paper: Paper, around: Around, points: int) -> tuple[tuple[int, ...], ...]:
    width = _beside(paper, points)
    heights = [max(_entries(one.items, width, points, full=True), height(2, points, _LEADING)) + 3.4 for one in days]
    return _on_sheets(heights, around.free(paper), around.foot(paper), around.line(paper))


def large(items: Sequence[Item], paper: Paper, around: Around, blanks: int) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """The size of the letters of a day's sheet, and the sessions on each sheet; `blanks` rows are left to fill in."""
    foot = around.foot(paper) + blanks * 12 + 3
    for points in LARGE:
        free, line = around.free(paper, title=points + 8), around.line(paper, title=points + 8)
        sheets = _on_sheets(_large_heights(items, paper, points), free, foot, line)
        if len(sheets) == 1:
            break
    return points, sheets


def staff(days: Sequence[DayOn], paper: Paper, around: Around) -> tuple[tuple[int, ...], ...]:
    """The days on each sheet of the copy for the staff, which has a row with a frame for each session."""
    width, frame = room(paper.width - _STAFF_COLUMNS, BODY), 2.4
    rows = [[lines(one.in_cell(placed=False), width) for one in day.items] for day in days]
    heights = [sum(height(count, BODY, _LEADING) + frame for count in counts) for counts in rows]
    names = height(1, BODY, _LEADING) + frame
    return _on_sheets(heights, around.free(paper) - names, around.foot(paper), around.line(paper))


def _on_sheets(heights: Sequence[float], free: float, foot: float, line: float) -> tuple[tuple[int, ...], ...]:
    """Blocks on one sheet, or on several that say which they are, for which they need a `line`."""
    alone = shared(heights, free, foot)
    return alone if len(alone) == 1 else shared(heights, free - line, foot)


def _large_heights(items: Sequence[Item], paper: Paper, points: int) -> list[float]:
    width = room(paper.width, points) - 1.7
    return [height(_large_lines(one, width), points, 1.15) + 3.5 for one in items]


def _weeks(
    weeks: Sequence[Sequence[DayOn | None]], paper: Paper, around: Around, points: int, *, placed: bool
) -> tuple[tuple[int, ...], ...]:
    width = _in_cell(paper, points)
    heights = [
        max(16.0, *(_cell(day.items, width, points, placed=placed) for day in week if day)) for week in weeks
    ]  # fmt: skip
    return _on_sheets(heights, around.free(paper) - _WEEKDAYS, around.foot(paper), around.line(paper))


def _whole(weeks: Sequence[Sequence[DayOn | None]], paper: Paper, points: int, *, placed: bool) -> bool:
    """Whether each word of a grid fits into its cell."""
    width = _in_cell(paper, points)
    cells = (one.in_cell(placed=placed) for week in weeks for day in week if day for one in day.items)
    words = ((word, bold) for runs in cells for said, bold in runs for word in said.split(" "))
    return all(ems(word, bold=bold) <= width for word, bold in words)


def _in_cell(paper: Paper, points: int) -> float:
    """The width of a cell of a grid in heights of its letters."""
    return room(paper.width / 7 - 3.6, points)


def _cell(items: Sequence[Item], width: float, points: int, *, placed: bool) -> float:
    return 2.6 + height(cell_lines(items, width, placed=placed), points, 1.15) + 0.7 * len(items)


def _listed(one: DayOn, paper: Paper, points: int) -> float:
    """The height of a day in a list."""
    width = _beside(paper, points)
    name = ems(f"{one.name} ", bold=True) + _NUMBER * ems(str(one.day.day), bold=True)
    return max(_entries(one.items, width, points, full=False), height(1 + (name > _NAME), points, _NUMBER)) + 3.0


def _entries(items: Sequence[Item], width: float, points: int, *, full: bool) -> float:
    return sum(height(list_lines(one, width, full=full), points, _LEADING) + 1.2 for one in items)


def _large_lines(one: Item, width: float) -> int:
    when: tuple[Run, ...] = ((one.begins, True), (one.until or "", False))
    return lines(when, width) + sum(lines(runs, width) for runs in replace(one, until=None).in_list(full=True))


def weeks_of(days: Sequence[date], week_start: int) -> tuple[tuple[date | None, ...], ...]:
    """The days of a month as whole weeks, None for days of other months; `week_start` is 0 for Monday."""
    before = (days[0].weekday() - week_start) % 7
    cells: list[date | None] = [*[None] * before, *days]
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
