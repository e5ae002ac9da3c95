"""Which layout a sheet gets: what stands on it and the paper in, sheets with nothing left out and nothing shrunk out.

Every layout has letters of 16 points or more. Where one sheet does not hold all, there are more sheets, and each says
what is on it. Heights are in millimetres; assets/sheet.css draws by the same measures, and a test prints the result.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from generator.pages.paper.entries import DayOn, Item, cell_lines, list_lines
from generator.pages.paper.metrics import Run, ems, height, lines, room
from generator.pages.paper.sizes import Paper, Papers

BODY: Final = 16
WEEK: Final = 18
LARGE: Final = (36, 30, 24)
"""Letters of a day's sheet: the largest in which it fits."""

_LEADING: Final = 1.2
_SPARE: Final = 3.0
"""Kept free on each sheet: browsers round, and a line too many would be a sheet too many."""
_STEPS: Final = 40
_WIDE: Final = 250
"""Paper of this width or more has the slip beside the last words."""
_SLIP: Final = 21
_LOGO: Final = 38
"""Kept free beside the title for the site's own mark; it is no higher than a line of the title."""
_KEY_GAP: Final = "\N{NO-BREAK SPACE}" * 9  # an icon and the space between two words of the key

Layout = Literal["grid", "list"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The words above and below what is on: they take room too."""

    title: str
    pair: tuple[str, str]
    """What it is about, and whom to ring: on one line where the paper is wide enough."""
    above: tuple[str, ...]
    """Lines below that: what holds of all of it."""
    part: str
    """Which sheet of several one is: a line more above where there are several."""
    key: tuple[str, ...]
    """The words beside the icons."""
    below: tuple[str, ...]
    slip: bool
    logo: bool = False
    """Whether the site's own mark stands beside the title."""

    def free(self, paper: Paper, *, title: int = 26) -> float:
        """The height that the head of a sheet alone leaves for what is on; `title` is the size of its letters."""
        return (
            paper.height
            - height(lines([(self.title, True)], room(paper.width - self.logo * _LOGO, title)), title, _LEADING)
            - (self._below_title(paper) + _SPARE)
        )

    def line(self, paper: Paper) -> float:
        """The height of the line that says which of several sheets one is."""
        return self._text(room(paper.width, BODY), (self.part,))

    def _below_title(self, paper: Paper) -> float:
        width = room(paper.width, BODY)
        one_line = sum(ems(said) for said in self.pair) + 3 < width
        pair = height(1, BODY, _LEADING) if one_line else self._text(width, self.pair)
        return pair + self._text(width, self.above) + 7.0

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


def month(weeks: Sequence[Sequence[DayOn | None]], papers: Papers, around: Around, *, on_wall: bool) -> Month:
    """The layout of a month: for the wall a grid on as many large sheets as it needs.

    At home a grid while it fits on one sheet, else a list: two sheets, 1 to 15 and 16 to the end, where they hold it.
    """
    paper = papers.wall if on_wall else papers.wide
    with_places = _weeks(weeks, paper, around, placed=True)
    without = _weeks(weeks, paper, around, placed=False)
    placed = len(with_places) == len(without)
    found = with_places if placed else without
    if on_wall or len(found) == 1:
        return Month(layout="grid", paper=paper, placed=placed, sheets=found)
    days = tuple(day for week in weeks for day in week if day and day.items)
    halves = tuple(
        tuple(number for number, one in enumerate(days) if (one.day.day > 15) == late)  # noqa: PLR2004 - half a month
        for late in (False, True)
    )
    free = around.free(papers.upright) - around.line(papers.upright)
    heights = [_listed(one, papers.upright) for one in days]
    foot = around.foot(papers.upright)
    fits = [sum(heights[number] for number in half) for half in halves]
    if all(halves) and fits[0] <= free and fits[1] + foot <= free:
        return Month(layout="list", paper=papers.upright, placed=True, sheets=halves)
    sheets = _on_sheets(heights, papers.upright, around, around.free(papers.upright), foot)
    return Month(layout="list", paper=papers.upright, placed=True, sheets=sheets)


def week(days: Sequence[DayOn], papers: Papers, around: Around) -> tuple[tuple[int, ...], ...]:
    """The days on each sheet of a week."""
    paper = papers.wide
    width = room(paper.width - 50 - 10 - 35 - 6, WEEK)
    heights = [max(_entries(one.items, width, WEEK, full=True, gap=1.2), height(2, WEEK, 1.2)) + 3.4 for one in days]
    return _on_sheets(heights, paper, around, around.free(paper), around.foot(paper))


def large(items: Sequence[Item], paper: Paper, around: Around, blanks: int) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """The size of the letters of a day's sheet, and the sessions on each sheet; `blanks` lines are left to fill in."""
    foot = around.foot(paper) + blanks * 12 + 3
    for points in LARGE:
        free = around.free(paper, title=points + 8)
        sheets = _on_sheets(_large_heights(items, paper, points), paper, around, free, foot)
        if len(sheets) == 1:
            break
    return points, sheets


def _on_sheets(
    heights: Sequence[float], paper: Paper, around: Around, free: float, foot: float
) -> tuple[tuple[int, ...], ...]:
    """Blocks on one sheet, or on several that say which they are."""
    alone = shared(heights, free, foot)
    return alone if len(alone) == 1 else shared(heights, free - around.line(paper), foot)


def _large_heights(items: Sequence[Item], paper: Paper, points: int) -> list[float]:
    width = room(paper.width, points) - 1.7
    return [height(_large_lines(one, width), points, 1.15) + 3.5 for one in items]


def shared(heights: Sequence[float], free: float, foot: float = 0.0) -> tuple[tuple[int, ...], ...]:
    """Blocks on as few sheets as hold them, about as much on each; none is split; the foot is on the last sheet."""
    fewest = tuple(_filled(heights, free, foot, free))
    for step in range(1, _STEPS):
        even = tuple(_filled(heights, free, foot, free * step / _STEPS))
        if len(even) == len(fewest):
            return even
    return fewest


def _filled(heights: Sequence[float], free: float, foot: float, most: float) -> Iterator[tuple[int, ...]]:
    """Blocks put on sheets one after the other, up to a height."""
    held: list[int] = []
    used = 0.0
    for number, block in enumerate(heights):
        if held and used + block > most:
            yield tuple(held)
            held, used = [], 0.0
        held.append(number)
        used += block
    if len(held) > 1 and used + foot > free:  # the last block goes with the foot, so that no sheet is without any
        yield tuple(held[:-1])
        held = held[-1:]
    yield tuple(held)


def _weeks(
    weeks: Sequence[Sequence[DayOn | None]], paper: Paper, around: Around, *, placed: bool
) -> tuple[tuple[int, ...], ...]:
    width = room(paper.width / 7 - 3.6, BODY)
    heights = [
        max(16.0, *(_cell(day.items, width, placed=placed) for day in week if day)) for week in weeks
    ]  # fmt: skip
    return _on_sheets(heights, paper, around, around.free(paper) - 10, around.foot(paper))


def _cell(items: Sequence[Item], width: float, *, placed: bool) -> float:
    return 2.6 + height(cell_lines(items, width, placed=placed), BODY, 1.15) + 0.7 * len(items)


def _listed(one: DayOn, paper: Paper) -> float:
    """The height of a day in a list."""
    width = room(paper.width - 44 - 8 - 31 - 6, BODY)
    return max(_entries(one.items, width, BODY, full=False, gap=1.1), height(2, BODY, _LEADING)) + 3.0


def _entries(items: Sequence[Item], width: float, points: float, *, full: bool, gap: float) -> float:
    return sum(height(list_lines(one, width, full=full), points, _LEADING) + gap for one in items)


def _large_lines(one: Item, width: float) -> int:
    when: tuple[Run, ...] = ((one.begins, True), (one.until or "", False))
    return lines(when, width) + sum(lines(runs, width) for runs in replace(one, until=None).in_list(full=True))


def weeks_of(days: Sequence[date], week_start: int) -> tuple[tuple[date | None, ...], ...]:
    """The days of a month as whole weeks, None for days of other months; `week_start` is 0 for Monday."""
    before = (days[0].weekday() - week_start) % 7
    cells: list[date | None] = [*[None] * before, *days]
    cells += [None] * (-len(cells) % 7)
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
