"""When a telephone is answered: what can be read in one way only, and what is left open."""

import pytest

from generator.columns.hours import hours


def compact(said: str) -> str | None:
    """Hours as “0123 540-780”, one span after the other."""
    found = hours(said)
    if found is None:
        return None
    return "; ".join(f"{''.join(map(str, one.days))} {one.start}-{one.end}" for one in found)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Mon to Thu 9 to 1, answerphone", "0123 540-780"),
        ("Mon to Fri 9.30 to 3.30", "01234 570-930"),
        ("Mon to Fri 8 to 6.30", "01234 480-1110"),
        ("every day 9 to 9", "0123456 540-1260"),
        ("every day 8 to 2", "0123456 480-840"),
        ("Mon, Wed, Fri 10 to 3", "024 600-900"),
        ("Tue and Thu 10 to 12", "13 600-720"),
        ("Tuesdays and Thursdays 10 am to 12 noon; Saturday 9 to 11", "13 600-720; 5 540-660"),
        ("Monday to Friday: 9 to 4. Sat 10 to 12, leave a message", "01234 540-960; 5 600-720"),
        ("weekdays 09:00-17:00", "01234 540-1020"),
        ("weekdays 07:00-21:00", "01234 420-1260"),
        ("weekends 2 pm to 5", "56 840-1020"),
        ("Fri to Mon 10–4", "4560 600-960"),
        ("Sun, Mon and Tue 10 to 4", "601 600-960"),
        ("Mon 7pm to midnight", "0 1140-1440"),
        ("Fri 9 p.m. to 2 a.m.", "4 1260-1560"),
        ("day and night", "0123456 0-1440"),
        ("24 hours a day, every day", "0123456 0-1440"),
    ],
)
def test_hours_are_read(said: str, meant: str) -> None:
    assert compact(said) == meant
    assert compact(said.upper()) == meant


@pytest.mark.parametrize(
    "said",
    [
        "evenings",
        "mornings",
        "Mon and Thu mornings",
        "not before 10",
        "any time; leave your number",
        "after noon prayers",
        "12 to 1",
        "every day 7 to 9",
        "Sat 8 to 10 pm",
        "Tue 1 to 3",
        "Mon 25 to 26",
        "Mon 9 to 13 pm",
        "Mon 9.75 to 11",
        "Mon to Fri 9 to 5 but not in August",
        "Mon to Fri 9 to 5, bank holidays 10 to 12",
        "Mon to Friends 9 to 5",
        "Mon to Fri 9 to 5.30.20",
        "",
    ],
)
def test_what_may_be_read_in_two_ways_or_in_none_is_left_open(said: str) -> None:
    assert hours(said) is None
