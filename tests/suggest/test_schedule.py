"""Times that the form understands: its words for the record, its sentences and its next days are those of the site."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from generator.records.schedule_fields import ScheduleItem
from generator.schedule.expand import days
from generator.schedule.public_holidays import public_holidays
from generator.schedule.rules import Period, Window
from generator.schedule.words import rule_words
from generator.words import words_for
from tests.suggest.scripts import through

GB = words_for("en_GB", "GBP")
TODAY = date(2026, 11, 28)
LONG = Window(TODAY, TODAY + timedelta(days=799))

PLAIN: dict[str, Any] = {
    "repeat": "weekly", "weekdays": [1], "nth": [2], "weekday": 3, "days": [], "from": "", "until": "",
    "start": "10:30", "end": "12:00", "nextDay": False, "holidays": True,
}  # fmt: skip
CASES: tuple[dict[str, Any], ...] = (
    {},
    {"weekdays": [4, 0, 2]},
    {"weekdays": [0, 1, 2, 3, 4]},
    {"weekdays": list(range(7)), "start": "", "end": ""},
    {"weekdays": [4], "holidays": False},
    {"from": "2027-01-05", "until": "2027-03-30"},
    {"until": "2027-01-01"},
    {"from": "2025-01-01"},
    {"repeat": "fortnightly", "from": "2026-12-01"},
    {"repeat": "fortnightly", "from": "2026-12-02", "weekdays": [1, 4]},
    {"repeat": "fortnightly", "from": "2025-09-30", "weekdays": [6]},
    {"repeat": "monthly", "nth": [2, 4]},
    {"repeat": "monthly", "nth": [-1], "weekday": 4, "holidays": False},
    {"repeat": "monthly", "nth": [-1, 1], "weekday": 0},
    {"repeat": "days", "days": ["2027-01-16", "2026-12-19"]},
    {"repeat": "days", "days": ["2026-12-25"], "holidays": False},
    {"start": "20:00", "end": "01:00", "nextDay": True},
    {"start": "20:00", "end": "00:00", "nextDay": True},
    {"start": "09:05", "end": ""},
)


class Almanac:
    """The public holidays of England; no closures."""

    is_public_holiday = staticmethod(public_holidays("GB", "ENG"))

    def closure(self, id: str) -> tuple[Period, ...]:  # noqa: A002 - the word of the records
        """None."""
        raise AssertionError(id)


def random_parts(many: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(20261128)  # noqa: S311 - the same parts in every run
    for _ in range(many):
        begin = TODAY + timedelta(days=chance.randint(-500, 300))
        repeat = chance.choice(["weekly", "fortnightly", "monthly"])
        yield {
            "repeat": repeat,
            "weekdays": chance.sample(range(7), chance.randint(1, 7)),
            "nth": chance.sample(chance.choice([[1, 2, 3, 4], [1, 2, 3, -1]]), chance.randint(1, 3)),
            "weekday": chance.randint(0, 6),
            "from": begin.isoformat() if repeat == "fortnightly" or chance.random() < 0.5 else "",
            "until": (begin + timedelta(days=chance.randint(30, 600))).isoformat() if chance.random() < 0.3 else "",
            "holidays": chance.random() < 0.5,
        }


@pytest.mark.needs("node")
def test_the_form_understands_a_time_as_the_site_does(tmp_path: Path) -> None:
    parts = [{**PLAIN, **case} for case in (*CASES, *random_parts(150))]
    almanac = Almanac()
    holidays = [
        day.isoformat()
        for day in (TODAY + timedelta(days=ahead) for ahead in range(800))
        if almanac.is_public_holiday(day)
    ]

    found = through(
        tmp_path,
        "schedule.mjs",
        "[m.faults(one[0]), m.item(one[0]), m.inWords(one[0], one[1]), m.nextDays(one[0], one[1], new Set(one[2]))]",
        [(part, TODAY.isoformat(), holidays) for part in parts],
    )

    for part, (faults, made, said, coming) in zip(parts, found, strict=True):
        assert faults == []
        item = ScheduleItem.model_validate({key: plain(value) for key, value in made.items()}).item()
        expected = islice(days(item, LONG, almanac, epoch=date(2025, 9, 1)), 5)
        assert coming == [day.isoformat() for day in expected], part
        assert said == rule_words(item, GB, {}, today=TODAY), part


def plain(value: Any) -> Any:
    """A word of the form as text."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value["text"] if isinstance(value, dict) else value


@pytest.mark.needs("node")
@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"weekdays": []}, "weekdays"),
        ({"repeat": "days"}, "days"),
        ({"repeat": "monthly", "nth": []}, "nth"),
        ({"repeat": "monthly", "nth": [4, -1]}, "nth"),
        ({"repeat": "fortnightly"}, "from"),
        ({"start": ""}, "start"),
        ({"start": "14:00", "end": "13:00"}, "end"),
        ({"from": "2027-02-01", "until": "2027-01-01"}, "until"),
    ],
)
def test_what_cannot_be_is_said_beside_its_question(change: dict[str, Any], at: str, tmp_path: Path) -> None:
    [faults] = through(tmp_path, "schedule.mjs", "m.faults(one)", [{**PLAIN, **change}])

    assert [fault["at"] for fault in faults] == [at]


@pytest.mark.needs("node")
def test_several_times_have_keys_of_their_own(tmp_path: Path) -> None:
    parts = [{**PLAIN, **case} for case in ({}, {}, {"repeat": "monthly", "nth": [-1, 2]}, {"repeat": "days"})]

    [keys] = through(tmp_path, "schedule.mjs", "m.keys(one)", [parts])

    assert keys == ["tuesday", "tuesday-2", "2nd-last-thursday", "days"]
