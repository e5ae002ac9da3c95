"""The demonstration uses all that a record can say: each field, code, form of a schedule and change."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from pydantic import BaseModel

from generator.records import codes
from generator.records.closures import Closure
from generator.records.reading import FOLDERS
from generator.records.shape import Shape, part_of, shape_at, visible_fields
from generator.records.site import Areas, Help, VocabularyFile
from generator.records.topics import TAGS, TOPICS
from generator.records.yamltext import Value, read
from generator.schedule.language import parse_every
from generator.schedule.rules import MonthlyDay, MonthlyWeekday, RawRule, Weekly, Yearly
from tests.capabilities import ROOT

DATA = ROOT / "data"
SITE_FILES: Mapping[str, Any] = {
    "help": Help, "areas": Areas, "vocabulary": VocabularyFile, "closures": dict[str, Closure],
}  # fmt: skip
Used = tuple[type[BaseModel], str]


def files() -> Iterator[tuple[Shape, Value]]:
    for folder, kind in FOLDERS.items():
        for path in sorted((DATA / folder).rglob("*.yml")):
            yield Shape(kind), read(path.read_bytes())[0]
    for name, kind in SITE_FILES.items():
        yield Shape(kind), read((DATA / f"{name}.yml").read_bytes())[0]


def walk(here: Shape | None, value: Value, path: tuple[Any, ...] = ()) -> Iterator[tuple[Shape, tuple[Any, ...], str]]:
    """Each field of a file and each text in it: what it is, the path to it, the text."""
    if here is None:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            yield here, (*path, key), ""
            yield from walk(shape_at(here, (key,)), inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from walk(shape_at(here, (number,)), inner, (*path, number))
    elif value is not None:
        yield here, path, value


FOUND = [found for shape, value in files() for found in walk(shape, value)]
FIELDS = {(part, str(path[-1])) for shape, path, text in FOUND if not text and (part := part_of(shape))}
TEXTS: Mapping[str, set[str]] = {
    field: {text for _shape, path, text in FOUND if text and field in path[-2:]}
    for field in {str(step) for _shape, path, _text in FOUND for step in path}
}


def every_field() -> Iterator[Used]:
    """Each field of each part that a file may have, once."""
    waiting: list[Any] = [*FOLDERS.values(), *SITE_FILES.values()]
    seen: set[type[BaseModel]] = set()
    while waiting:
        shape = Shape(waiting.pop())
        part = part_of(shape) or part_of(shape_at(shape, (0,))) or part_of(shape_at(shape, ("any",)))
        if part is None or part in seen:
            continue
        seen.add(part)
        for name, info in visible_fields(part).items():
            yield part, name
            waiting.append(info.annotation)


def test_each_field_is_used() -> None:
    unused = sorted(f"{part.__name__}.{name}" for part, name in every_field() if (part, name) not in FIELDS)

    assert unused == []


CODES = {
    "kind": codes.KIND, "category": codes.CATEGORY, "layer": codes.LAYER, "goals": codes.GOAL,
    "addresses": codes.CAUSE, "format": codes.FORMAT, "size": codes.SIZE, "effort": codes.EFFORT,
    "next_step": codes.NEXT_STEP, "by": codes.REFERRAL_BY, "gender": codes.GENDER, "per": codes.COST_PER,
    "support": codes.SUPPORT, "delivered_by": codes.DELIVERED_BY, "helper_checks": codes.HELPER_CHECK,
    "how": {**codes.HOW_CHECKED, **codes.BOOKING_HOW},
    "unit": codes.UNIT, "shown_to": {code: "" for code in codes.SHOWN_TO if code != "public"},
    "places": codes.PLACES, "joining": codes.JOINING, "roles": codes.SKILL, "when": codes.PART_OF_WEEK,
    "topics": TOPICS, "setting": codes.SETTING,
}  # fmt: skip


@pytest.mark.parametrize("field", CODES)
def test_each_code_of_a_vocabulary_is_used(field: str) -> None:
    short = {text for _shape, path, text in FOUND if text and path[-2:-1] == (field,) and path[-1] == "is"}

    assert [code for code in CODES[field] if code not in TEXTS[field] | short] == []


def test_each_group_of_people_is_named() -> None:
    named = TEXTS["requires"] | TEXTS["designed_for"] | TEXTS["welcomes"]

    assert [tag for tag in TAGS if tag not in named] == []


RULES = [parse_every(text) for text in sorted(TEXTS["every"])]


@pytest.mark.parametrize(
    "used",
    [
        lambda rule: isinstance(rule, Weekly) and len(rule.days) == 1 and rule.interval == 1,
        lambda rule: isinstance(rule, Weekly) and len(rule.days) > 1,
        lambda rule: isinstance(rule, Weekly) and rule.interval > 1,
        lambda rule: isinstance(rule, MonthlyWeekday) and -1 in rule.ordinals,
        lambda rule: isinstance(rule, MonthlyWeekday) and len(rule.ordinals) > 1,
        lambda rule: isinstance(rule, MonthlyWeekday) and rule.interval > 1,
        lambda rule: isinstance(rule, MonthlyDay),
        lambda rule: isinstance(rule, Yearly),
        lambda rule: isinstance(rule, RawRule) and "YEARLY" in rule.text,
        lambda rule: isinstance(rule, RawRule) and "DAILY" in rule.text,
        lambda rule: isinstance(rule, RawRule) and "MONTHLY" in rule.text,
    ],
    ids=[
        "weekly", "several days", "every so many weeks", "last", "several of a month", "every so many months",
        "day of the month", "yearly", "weekday of a year", "every so many days", "day of every so many months",
    ],
)  # fmt: skip
def test_each_form_of_a_rule_is_used(used: Any) -> None:
    assert any(used(rule) for rule in RULES)


def test_each_exception_is_used() -> None:
    skips = TEXTS["except"]

    assert "public holidays" in skips
    assert any(skip[:4].isdigit() for skip in skips)
    assert any(not skip[:4].isdigit() and skip != "public holidays" for skip in skips)
