"""The QR codes that a browser draws: as segno draws them, and read again."""

import json
import subprocess
from collections.abc import Iterator

import pytest
import segno

from tests.capabilities import ROOT, node

SCRIPT = """
import { qr } from "%s";
const found = JSON.parse(process.argv[1]).map(([text, mask]) =>
  qr(text, mask ?? undefined)?.map((row) => row.join("")) ?? null);
console.log(JSON.stringify(found));
"""
FULL = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213)
"""How many bytes versions 1 to 10 hold."""
ADDRESS = "https://example.org/activities/tea/"
VERSION_3 = 29  # modules a side


@pytest.fixture(scope="module")
def codes() -> dict[tuple[str, int | None], list[str] | None]:
    asked: list[tuple[str, int | None]] = [("x" * length, mask) for length in FULL for mask in range(8)]
    asked += [(ADDRESS, mask) for mask in (0, *range(8))]
    asked += [("https://example.org/é", None), ("x" * (FULL[-1] + 1), None), (ADDRESS, None)]
    program = node()
    assert program is not None
    module = (ROOT / "generator/assets/js/qr.mjs").as_uri()
    run = subprocess.run(
        [program, "--input-type=module", "-e", SCRIPT % module, json.dumps(asked)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return dict(zip(asked, json.loads(run.stdout), strict=True))


@pytest.mark.needs("node")
def test_each_full_version_and_mask_is_drawn_as_segno_draws_it(
    codes: dict[tuple[str, int | None], list[str] | None],
) -> None:
    for version, length in enumerate(FULL, start=1):
        for mask in range(8):
            code = segno.make("x" * length, error="m", micro=False, boost_error=False, mode="byte", mask=mask)
            assert code.version == version
            drawn = ["".join(str(dark) for dark in row) for row in code.matrix]
            assert codes["x" * length, mask] == drawn, (version, mask)


@pytest.mark.needs("node")
def test_what_a_code_says_can_be_read_again_and_the_rest_is_padding(
    codes: dict[tuple[str, int | None], list[str] | None],
) -> None:
    """By the standard's own padding; segno sets a byte of zeros before it."""
    rows = codes[ADDRESS, 0]
    assert rows is not None
    bits = "".join(_read(rows))
    text = ADDRESS.encode()
    said = f"0100{len(text):08b}" + "".join(f"{byte:08b}" for byte in text) + "0000"
    padding = "1110110000010001" * 8

    assert bits[: 44 * 8] == (said + padding)[: 44 * 8]


def _read(rows: list[str]) -> Iterator[str]:
    """The bits of a code of version 3 without its mask, number 0, in the order of the standard."""
    size = len(rows)
    assert size == VERSION_3
    upwards = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for y in range(size - 1, -1, -1) if upwards else range(size):
            for x in (right, right - 1):
                eyes = (y < 9 and (x < 9 or x >= size - 8)) or (y >= size - 8 and x < 9)
                aligned = 20 <= y <= 24 and 20 <= x <= 24
                if not (eyes or aligned or y == 6 or x == 6):
                    yield str(int(rows[y][x]) ^ ((y + x) % 2 == 0))
        upwards = not upwards


@pytest.mark.needs("node")
def test_a_mask_is_chosen_and_what_is_too_long_has_no_code(
    codes: dict[tuple[str, int | None], list[str] | None],
) -> None:
    assert codes[ADDRESS, None] in [codes[ADDRESS, mask] for mask in range(8)]
    assert codes["https://example.org/é", None]
    assert codes["x" * (FULL[-1] + 1), None] is None
