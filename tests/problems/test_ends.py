"""A file that ends within brackets: the fault names the last bracket that is open, not the end of the file."""

import pytest

from generator.records.yamltext import read

ENDS = {
    "topics: [": (1, 9, "["),
    "topics: {": (1, 9, "{"),
    "topics: [games,": (1, 9, "["),
    "topics: [games, ": (1, 9, "["),
    "topics: {a: 1,\n": (1, 9, "{"),
    "topics: [games, [art": (1, 17, "["),
    "topics: [{a: 1}, {b: 2,": (1, 18, "{"),
    "topics:\n  - [games,\n     art,\n": (2, 5, "["),
    'topics: ["[", art': (1, 9, "["),
    "topics: [games, # ]\n# note\n": (1, 9, "["),
}


@pytest.mark.parametrize(("text", "place"), ENDS.items(), ids=ENDS)
def test_the_bracket_that_nothing_closes_is_named(text: str, place: tuple[int, int, str]) -> None:
    line, column, bracket = place

    _, (fault,) = read(text.encode())

    assert (fault.line, fault.column) == (line, column)
    assert fault.message == f"The bracket “{bracket}” is opened here and not closed."
