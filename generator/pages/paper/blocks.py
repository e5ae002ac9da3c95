"""Heights of blocks and of a sheet in, which blocks stand on which sheet out: few sheets, about as much on each."""

from collections.abc import Sequence
from typing import Final

_STEPS: Final = 60


def shared(heights: Sequence[float], free: float, foot: float = 0.0) -> tuple[tuple[int, ...], ...]:
    """Blocks on as few sheets as hold them, about as much on each; none is split; the foot is on the last sheet.

    What is too high for any sheet, alone or with the foot, flows over to another.
    """
    fewest = _filled(heights, free, foot)
    for step in range(1, _STEPS):
        even = _filled(heights, free * step / _STEPS, foot)
        if len(even) == len(fewest):
            return even
    return fewest


def _filled(heights: Sequence[float], most: float, foot: float) -> tuple[tuple[int, ...], ...]:
    """Blocks put on sheets up to a height, from the last, which the foot shares, to the first."""
    sheets: list[list[int]] = [[]]
    used = foot
    for number in reversed(range(len(heights))):
        if sheets[-1] and used + heights[number] > most:
            sheets.append([])
            used = 0.0
        sheets[-1].append(number)
        used += heights[number]
    return tuple(tuple(reversed(sheet)) for sheet in reversed(sheets))
