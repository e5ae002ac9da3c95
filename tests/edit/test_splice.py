"""Edits of a record's text: what they mean is so afterwards, and no other byte has changed."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit.edits import Edit, Insert, Path, Remove, Set, edited, value_at
from generator.edit.splice import Unfit, spliced
from generator.edit.tree import Node, Tree
from generator.edit.writing import entry, in_flow, is_plain, pair, scalar
from generator.records.yamltext import Value, read

ORDER: dict[Path, tuple[str, ...]] = {(): ("name", "topics", "schedule", "changes", "contact", "places", "checked")}
RECORD = """\
# yaml-language-server: $schema=../../schema/activity.json
name: Chair yoga   # as they say it
topics: games.quiz
schedule:
  - every: Tuesday
    start: "14:00"   # after lunch
  # the second one

  - on: [2026-12-01, 2026-12-08]
contact: {phone: 01632 960101, role: 'the host'} # c
description: |  # long
  Hello

  there

# about access
access:
  step_free: yes
  toilet: {is: yes, note: "by the door"}
checked: {on: 2026-11-20, by: me}
"""


def after(text: str, *edits: Edit) -> str:
    return spliced(text.encode(), edits, lambda path: ORDER.get(path, ())).decode()


CASES: list[tuple[Edit, str, str]] = [
    (Set(("name",), "Armchair yoga"), "name: Chair yoga ", "name: Armchair yoga "),
    (Set(("name",), "Yoga: in a chair"), "name: Chair yoga ", 'name: "Yoga: in a chair" '),
    (Set(("schedule", 0, "start"), "15:00"), 'start: "14:00"', 'start: "15:00"'),
    (Set(("contact", "role"), "the host's wife"), "'the host'}", "'the host''s wife'}"),
    (Set(("contact", "email"), "a@example.org"), "'the host'}", "'the host', email: a@example.org}"),
    (Set(("access", "step_free"), "no"), "step_free: yes", "step_free: no"),
    (
        Set(("access", "step_free"), {"is": "no", "note": "a step, then a ramp"}),
        "step_free: yes",
        'step_free: {is: no, note: "a step, then a ramp"}',
    ),
    (Set(("access", "toilet", "note"), "upstairs"), '"by the door"', '"upstairs"'),
    (Set(("access", "dogs"), "ask"), 'door"}\n', 'door"}\n  dogs: ask\n'),
    (Set(("places",), {"is": "full"}), "# c\n", "# c\nplaces: {is: full}\n"),
    (Set(("places", "is"), "full"), "# c\n", "# c\nplaces: {is: full}\n"),
    (Set(("description",), "Short now.\n"), "  Hello\n\n  there\n", "  Short now.\n"),
    (Set(("checked",), {"on": "2026-12-01", "by": "me"}), "on: 2026-11-20", "on: 2026-12-01"),
    (Set(("topics",), ["a", "b"]), "topics: games.quiz", "topics: [a, b]"),
    (Set(("schedule", 1, "on"), ["2026-12-01", "2026-12-15"]), "2026-12-08]", "2026-12-15]"),
    (Insert(("topics",), 1, "social.chat"), "games.quiz", "[games.quiz, social.chat]"),
    (Insert(("schedule", 1, "on"), 0, "2026-11-01"), "[2026", "[2026-11-01, 2026"),
    (Insert(("schedule", 1, "on"), 2, "2026-12-15"), "08]", "08, 2026-12-15]"),
    (
        Insert(("schedule",), 1, {"every": "Friday", "start": "9:30"}),
        "# after lunch\n",
        '# after lunch\n  - every: Friday\n    start: "9:30"\n',
    ),
    (
        Insert(("schedule",), 0, {"every": "Friday", "start": "9:30"}),
        "schedule:\n",
        'schedule:\n  - every: Friday\n    start: "9:30"\n',
    ),
    (
        Insert(("changes",), 0, {"on": "2026-12-01", "cancelled": "snow"}, block=True),
        "08]\n",
        "08]\nchanges:\n  - on: 2026-12-01\n    cancelled: snow\n",
    ),
    (
        Insert(("closed",), 0, {"from": "2026-12-01", "until": "2026-12-04"}),
        "by: me}\n",
        "by: me}\nclosed:\n  - {from: 2026-12-01, until: 2026-12-04}\n",
    ),
    (Remove(("access", "toilet", "note")), ', note: "by the door"', ""),
    (Remove(("contact", "phone")), "phone: 01632 960101, ", ""),
    (Remove(("name",)), "name: Chair yoga   # as they say it\n", ""),
    (Remove(("schedule", 0, "start")), '    start: "14:00"   # after lunch\n', ""),
    (Remove(("schedule", 0, "every")), "every: Tuesday\n    ", ""),
    (Remove(("schedule", 1)), "  - on: [2026-12-01, 2026-12-08]\n", ""),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("edit", "old", "new"), CASES)
def test_an_edit_changes_the_bytes_that_it_means(edit: Edit, old: str, new: str, newline: str) -> None:
    assert RECORD.count(old) == 1
    text = RECORD.replace("\n", newline)

    assert after(text, edit) == RECORD.replace(old, new).replace("\n", newline)


@pytest.mark.parametrize(
    ("text", "edit", "expected"),
    [
        ("name: A\nsize: small", Set(("cost",), {"amount": "2"}), "name: A\nsize: small\ncost: {amount: 2}"),
        ("name: A\nsize: small", Remove(("size",)), "name: A"),
        ("name: A\nsize: small", Set(("size",), "large"), "name: A\nsize: large"),
        ("\ufeffname: A\n", Set(("name",), "Bé"), "\ufeffname: Bé\n"),
        ("name: A\naddresses: []\n", Insert(("addresses",), 0, "grief"), "name: A\naddresses: [grief]\n"),
        ("{name: A, size: small}\n", Set(("size",), "a: b"), '{name: A, size: "a: b"}\n'),
        ("name: A\nmore:\n- a\n- b\n", Insert(("more",), 2, "c"), "name: A\nmore:\n- a\n- b\n- c\n"),
        ("name: A\nmore:\n  - a # one\n", Set(("more",), "b"), "name: A\nmore: b # one\n"),
        ("name: >\n  A\n  b\nx: y\n", Set(("name",), "C"), "name: |-\n  C\nx: y\n"),
        ("name: A\n  b   # c\nx: y\n", Set(("name",), "C"), "name: C   # c\nx: y\n"),
        ("text: Short\n", Set(("text",), "One\n\ntwo\n"), "text: |\n  One\n\n  two\n"),
        ("text: |+\n  One\n\nx: y\n", Set(("x",), "z"), "text: |+\n  One\n\nx: z\n"),
        ("only: {a: b}\nx: y\n", Remove(("only", "a")), "x: y\n"),
        ("x: y\nonly:\n  - {a: b}\n", Remove(("only", 0, "a")), "x: y\n"),
    ],
)
def test_odd_texts_are_edited_too(text: str, edit: Edit, expected: str) -> None:
    assert after(text, edit) == expected


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("name: A\nname: B\n", Set(("name",), "C")),
        ("name: *a\n", Set(("name",), "C")),
        ("places: full\n", Set(("places", "on"), "2026-12-01")),
        ("name: A\n", Remove(("size",))),
        ("a: [b]\n", Remove(("a", 3))),
        ("name: A\n---\nname: B\n", Set(("name",), "C")),
        ("name: \xff".encode("latin-1").decode("latin-1") + "\x00\n", Set(("name",), "C")),
    ],
)
def test_an_edit_that_does_not_fit_is_refused(text: str, edit: Edit) -> None:
    with pytest.raises(Unfit):
        after(text, edit)


WORDS = st.text(st.sampled_from("abé 'x\":#-,[]{}&*!|>%@`?\\~0123yn\t"), min_size=1, max_size=12)
PLAIN = st.sampled_from(
    ["yes", "no", "10:30", "01632 960123", "2026-12-01", "null", "~", "a: b", "a #b", "- a", "...", "12"]
)
TEXTS = st.one_of(WORDS, PLAIN, st.text(min_size=1, max_size=20)).filter(
    lambda text: text.isprintable() and bool(text.strip())
)
PROSE = st.lists(TEXTS, min_size=2, max_size=3).map("\n".join)
KEYS = st.sampled_from(["name", "on", "is", "note", "topics", "from", "why"])
VALUES = st.recursive(
    TEXTS | PROSE,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=6,
)
RECORDS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)
NOTES = st.sampled_from(["", "# a note\n", "\n", "# ü: [b\n\n"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A record's text in block and flow styles, with notes between, and any line endings."""
    record = draw(RECORDS)
    lines: list[str] = []
    for key, value in record.items():
        lines += draw(NOTES).splitlines()
        written = pair(key, value, 0, block=draw(st.booleans()), spread=draw(st.booleans()))
        if len(written) == 1 and draw(st.booleans()):
            written = [f"{written[0]}  # note"]
        lines += written
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n# end\n"]))
    values, faults = read(text.encode())
    assert values == record
    assert not faults
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


def paths(value: Value, under: Path = ()) -> Iterator[Path]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield (*under, step)
        yield from paths(one, (*under, step))


def leaves(tree: Tree, node: Node, under: Path = ()) -> Iterator[tuple[Path, str]]:
    """The bytes of each plain value, as they stand."""
    if not node.keys and not node.entries:
        yield under, tree.text[node.start : node.end]
    for key, (_, inner) in node.keys.items():
        yield from leaves(tree, inner, (*under, key))
    for number, inner in enumerate(node.entries):
        yield from leaves(tree, inner, (*under, number))


@settings(max_examples=150)
@given(st.data(), texts(), VALUES)
def test_after_any_edit_the_file_says_what_was_meant_and_all_else_stands_as_it_stood(
    data: st.DataObject, text: str, value: Value
) -> None:
    values = read(text.encode())[0]
    path = data.draw(st.sampled_from(sorted(paths(values), key=str)))
    lists = [one for one in paths(values) if isinstance(value_at(values, one), list)]
    edits: list[Edit] = [Set(path, value), Set(("new",), value)]
    if isinstance(path[-1], str):
        edits.append(Set((*path[:-1], "new"), value))
    edits += [Insert(one, 1, value) for one in lists[:1]]
    edits += [Remove(path)] if len(values) > 1 else []
    edit = data.draw(st.sampled_from(edits))

    made = after(text, edit)

    expected = edited(values, edit)
    assert read(made.encode()) == (expected, ())
    assert ("\r" in made) == ("\r" in text) or "\n" not in text or "\n" not in made
    if isinstance(edit, Set):
        before, now = Tree(text), Tree(made)
        kept = {one: said for one, said in leaves(now, now.root) if one[: len(edit.path)] != edit.path}
        assert kept == {one: said for one, said in leaves(before, before.root) if one[: len(edit.path)] != edit.path}
        if edit.path[-1] == "new":
            assert re.findall(r"# .*", made)[: text.count("# ")] or "# " not in text
            assert len(made) > len(text)


@given(TEXTS | PROSE, st.booleans(), st.sampled_from(["", "'", '"']))
def test_a_written_text_is_read_as_the_same_text(text: str, flow: bool, style: str) -> None:
    written = scalar(text, flow=flow, style=style)
    around = f"{{x: {written}, y: z}}" if flow else f"x: {written}\ny: z"

    assert read(around.encode()) == ({"x": text, "y": "z"}, ())


@given(VALUES, st.booleans())
def test_a_written_value_is_read_as_the_same_value(value: Value, block: bool) -> None:
    lines = ["x:", *(f"  {line}" if not number else line for number, line in enumerate(entry(value, 2, block=block)))]

    assert read("\n".join(lines).encode()) == ({"x": [value]}, ())
    assert read(f"x: {in_flow(value)}".encode()) == ({"x": value}, ())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("yes", True),
        ("01632 960123", True),
        ("£2 each", True),
        ("10:30", False),
        ("a: b", False),
        ("", False),
        ("~", False),
    ],
)
def test_what_people_write_plainly_is_written_plainly(text: str, plain: bool) -> None:
    assert is_plain(text, flow=False) is plain
