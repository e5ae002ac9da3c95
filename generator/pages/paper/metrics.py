"""How much room words take on paper: text in, its width and its lines out, in the widest letters that it may meet.

Nobody knows which letters a reader's computer prints. The style sheet asks for Arial, then for what has the same
widths, at last for DejaVu Sans Condensed. These are the widths of DejaVu Sans, measured in Chromium, nine tenths of
which the condensed one takes; the others take less, so that what fits by this estimate fits with any of them.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

MM_IN_POINT: Final = 25.4 / 72
_CONDENSED: Final = 0.9
_REST: Final = 1.0  # of letters that are not listed: none of them is wider
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

# In hundredths of the height of the letters, rounded up.
_REGULAR: Final[Mapping[int, str]] = {
    27: "'",
    29: "ijlIìíîïÌÍÎÏ",
    32: f" ,.·‘’{_NO_BREAK_SPACE}",
    35: "/:;\\|f",
    40: "()[]-t!",
    41: "r",
    52: '*_"s–z“”?',
    56: "cçL",
    59: "Fkvxy•",
    61: "TYPaoàáâãäåòóôõöø",
    63: "ESbdeghnpquèéêëßùúûüñÈÉ",
    64: "$0123456789£€",
    68: "AVBRKXÀÁÂÄÅ",
    75: "CUHNÇÙÚÜ",
    79: "DGOQÓÔÖØ&",
    85: "#+<=>wM~×",
    100: "%mWæ@—…",
}
_BOLD: Final[Mapping[int, str]] = {
    31: "'",
    35: f"ijl {_NO_BREAK_SPACE}",
    38: "/I\\|,.·‘’ÌÍÎÏ",
    44: ":;-f",
    49: "()[]tr!",
    52: '_"*–',
    60: "?zcçs",
    66: "Lvxy“”•",
    69: "kaeEFToàáâãäåèéêëòóôõöøÈÉ",
    72: "$0123456789£€bdghnpquSYùúûüßñ",
    78: "CPZAKRVXBÀÁÂÄÅÇ",
    85: "UGDHNOQ#+<=>~×ÙÚÜÓÔÖØ",
    92: "w&",
    105: "%@Mmæ—…",
    110: "W",
}


def _by_letter(table: Mapping[int, str]) -> Mapping[str, float]:
    return {letter: hundredths / 100 * _CONDENSED for hundredths, letters in table.items() for letter in letters}


_WIDTHS: Final = (_by_letter(_REGULAR), _by_letter(_BOLD))

Run = tuple[str, bool]
"""Words, and whether they are bold."""


@lru_cache(maxsize=8192)
def ems(text: str, *, bold: bool = False) -> float:
    """The width of a text on one line, in heights of its letters."""
    widths = _WIDTHS[bold]
    return sum([widths.get(letter, _REST) for letter in text])


def lines(runs: Iterable[Run], room: float) -> int:
    """The lines that words take, one run after the other, where a line is `room` heights of letters wide.

    Lines break at spaces; a word that is wider than a line is broken, as the style sheet says.
    """
    count, used = 1, 0.0
    for text, bold in runs:
        space = ems(" ", bold=bold)
        for word in text.split(" "):
            width = ems(word, bold=bold)
            if used and used + space + width > room:
                count, used = count + 1, 0.0
            used += (space if used else 0.0) + width
            while used > room:
                count, used = count + 1, used - room
    return count


def room(millimetres: float, points: float) -> float:
    """The width of a line in heights of its letters."""
    return millimetres / (points * MM_IN_POINT)


def height(count: int, points: float, leading: float) -> float:
    """The height of so many lines in millimetres; `leading` is that of a line in heights of its letters."""
    return count * points * leading * MM_IN_POINT
