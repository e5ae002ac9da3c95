"""Sizes of paper: what can be printed on each, in millimetres, and the style sheet that asks the printer for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.words import mark as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A sheet of paper: `width` and `height` are those inside its margins, as its style sheet says."""

    name: str
    """Part of addresses: `a3`."""
    words: str
    width: float
    height: float

    @property
    def style(self) -> str:
        """Its style sheet."""
        return f"assets/paper-{self.name}.css"


A4: Final = Paper(name="a4", words=_("A4 paper, upright"), width=186, height=277)
A4_WIDE: Final = Paper(name="a4-wide", words=_("A4 paper, on its side"), width=273, height=190)
A3: Final = Paper(name="a3", words=_("A3 paper, on its side"), width=400, height=277)
LETTER: Final = Paper(name="letter", words=_("Letter paper, upright"), width=191.9, height=259.4)
LETTER_WIDE: Final = Paper(name="letter-wide", words=_("Letter paper, on its side"), width=255.4, height=195.9)
TABLOID: Final = Paper(
    name="tabloid", words=_("Tabloid paper (11 by 17 inches), on its side"), width=411.8, height=259.4
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The papers of a part of the world: for a printer at home, upright and on its side, and for a wall."""

    upright: Paper
    wide: Paper
    wall: Paper


PAPERS: Final[Mapping[str, Papers]] = {
    "A4": Papers(upright=A4, wide=A4_WIDE, wall=A3),
    "letter": Papers(upright=LETTER, wide=LETTER_WIDE, wall=TABLOID),
}
"""By the setting `paper`."""
