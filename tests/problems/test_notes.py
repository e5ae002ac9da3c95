"""Honest notes are left alone: behind a value, a list, a quote, in a text of several lines and between brackets."""

import pytest

from generator.records.yamltext import read

HONEST = (
    "hearing_loop: ask   # they are buying one",
    "hearing_loop: ask #",
    "hearing_loop: ask ## not yet",
    "hearing_loop: ask # 2 more to come",
    'name: "Flat #3, ring twice"',
    "name: 'Flat #3'   # ring twice",
    "name: C#3",
    "text: |\n  Flat #3\n  ring twice",
    "topics: [games, art] #games only in winter",
    "#name: Menders\nname: Menders",
    "contact: #ask again\n  phone: 01632 960101",
)


@pytest.mark.parametrize("text", HONEST)
def test_an_honest_note_is_left_alone(text: str) -> None:
    values, faults = read(text.encode())

    assert values
    assert faults == ()
