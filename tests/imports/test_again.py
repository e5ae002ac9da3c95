"""A table that comes again: whatever was written, edited and changed since, no edit of people is lost."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit.edits import Edit, edited, value_at
from generator.imports.again import digests_of, months_merged, rows_merged
from generator.imports.maps import path_of
from generator.imports.merge import digests
from generator.imports.rows import put
from generator.records.yamltext import Value

FIELDS = ("name", "summary", "contact.phone", "contact.email", "cost.amount", "access.step_free", "schedule.0.every")
WORDS = st.sampled_from(("a", "b", "c"))
SAID = st.dictionaries(st.sampled_from(FIELDS), WORDS)
FIRST = SAID.map(lambda said: {"schedule.0.every": "a", **said})  # a record of sessions has a schedule
EDITS = st.dictionaries(st.sampled_from(FIELDS), st.one_of(WORDS, st.none(), st.just({"is": "yes", "note": "n"})))
QUIET = settings(max_examples=150)
DAYS = st.dictionaries(
    st.sampled_from(("9:00", "10:00", "11:00")),
    st.lists(st.sampled_from(("2026-11-02", "2026-12-01", "2026-12-08", "2027-01-05")), min_size=1, unique=True),
)


def record(said: Mapping[str, Value]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for name in FIELDS:
        if said.get(name) is not None:
            found = put(found, path_of(name), said[name])
    return found


def after(values: Mapping[str, Value], edits: tuple[Edit, ...]) -> dict[str, Value]:
    made: Value = dict(values)
    for edit in edits:
        made = edited(made, edit)
    assert isinstance(made, dict)
    return made


@QUIET
@given(FIRST, EDITS, SAID, st.sets(st.sampled_from(FIELDS)))
def test_what_people_wrote_stands_and_what_only_the_table_changed_is_written(
    first: dict[str, str], people: dict[str, Value], then: dict[str, str], columns: set[str]
) -> None:
    wrote = digests_of(first)
    now = record({**first, **people})

    found = rows_merged(now, wrote, then, {*columns, *then})
    made = after(now, found.edits)

    for name in FIELDS:
        stood, stands = value_at(now, path_of(name)), value_at(made, path_of(name))
        if stood != first.get(name):
            assert stands == stood, name
        elif name in then:
            assert stands == then[name], name
        elif name not in columns:
            assert stands == stood, name
        else:
            assert stands is None, name
    again = rows_merged(made, found.wrote, then, {*columns, *then})
    assert (again.edits, again.contested) == ((), ())


def month(items: Mapping[str, list[str]]) -> dict[str, Value]:
    schedule: list[Value] = [
        {"on": [*sorted(days)], "start": start, "key": f"at-{start.partition(':')[0]}"} for start, days in items.items()
    ]
    return {"name": "Songs", "schedule": schedule}


@QUIET
@given(DAYS, DAYS)
def test_a_month_takes_only_days_of_its_own_months_away(
    first: dict[str, list[str]], then: dict[str, list[str]]
) -> None:
    about = {day[:7] for days in then.values() for day in days}

    def keeps(day: str) -> bool:
        return day < "2026-11-22" or day[:7] not in about

    now, coming = month(first), month(then)
    found = months_merged(now, digests(now), coming, keeps)
    made = after(now, found.edits)

    def held(values: Mapping[str, Value]) -> set[tuple[str, str]]:
        items = values.get("schedule")
        assert items is None or isinstance(items, list)
        return {
            (str(item["start"]), str(day))
            for item in items or ()
            if isinstance(item, dict)
            for day in (item["on"] if isinstance(item["on"], list) else [item["on"]])
        }

    assert held(made) == held(coming) | {(start, day) for start, day in held(now) if keeps(day)}
    assert months_merged(made, found.wrote, coming, keeps).edits == ()
