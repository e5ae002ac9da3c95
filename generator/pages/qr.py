"""An address in, its QR code out, as the path of an SVG. The only importer of segno."""

from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4  # modules of white around the code: ISO/IEC 18004


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code: `path` draws its dark modules, one unit each, as strokes in a square of `size` units."""

    size: int
    path: str


def qr_code(address: str) -> QrCode:
    """The QR code of an address, of middle error correction: a crease in the paper does no harm."""
    rows = segno.make(address, error="m", micro=False).matrix
    lines = (f"M{QUIET} {QUIET + number}.5{_strokes(row)}" for number, row in enumerate(rows))
    return QrCode(len(rows) + 2 * QUIET, "".join(lines))


def _strokes(row: bytearray) -> str:
    """One row as strokes and gaps."""
    runs = [(dark, len(tuple(run))) for dark, run in groupby(row)]
    if not runs[-1][0]:
        runs.pop()
    return "".join(f"h{length}" if dark else f"m{length} 0" for dark, length in runs)
