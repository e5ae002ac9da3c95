"""The text that the form makes: whatever somebody types stays text, and the check reads it back."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.records import scalars
from generator.records.yamltext import read
from tests.suggest.scripts import through

HOSTILE = (
    "plain", "yes", "No", "null", "~", "on", "Off", "y", "1", "1e3", "0x1f", "2026-12-01", "10:30", "12:30:45",
    "- a", "a: b", "a #b", "# a", "a:", "&anchor", "*alias", "!tag", "!!python/object/apply:os.system ['x']",
    "%YAML", "@a", "`a`", "'a'", '"a"', "a\"b'c", "{a: b}", "[a, b]", "| a", "> a", "? a", "---", "...", "a\\nb",
    "\\", "\\x41", "<script>alert(1)</script>", "a\nb", "a\n\nb", "a\n b", " a\nb", "a\n", "a\nb: c\n- d\n# e",
    "a\n---\nb", "a\n...\nb", "\ta", "a\tb", "a\u00a0b", "a\u2028b", "a\u0085b", "\ufeffa", "😀",
    "naïve £5–£6 “quoted”", "ends with colon:", "Infinity", ".inf", ".nan", "<<", "=", "a\r\nb", "a\rb", "\u0000",
    "\u001b[31m", "a\n\tb", "x" * 500,
)  # fmt: skip


def random_texts(many: int) -> Iterator[str]:
    signs = "ab01 :-#&*!|>'\"%@`{}[],?~\\\n\t.=<é\u00a0\u200b😀"
    chance = random.Random(20261128)  # noqa: S311 - the same texts in every run
    for _ in range(many):
        yield "".join(chance.choice(signs) for _ in range(chance.randint(1, 16)))


@pytest.mark.needs("node")
def test_whatever_is_typed_is_read_back_as_that_text(tmp_path: Path) -> None:
    texts = [*HOSTILE, *random_texts(1500)]
    expression = "m.lines({ name: one, contact: { role: one }, list: [{ note: one }], after: 'x' }).join('\\n') + '\\n'"

    written = through(tmp_path, "yaml.mjs", expression, texts)

    for text, made in zip(texts, written, strict=True):
        value, faults = read(made.encode())
        assert not faults, made
        assert value == {"name": text, "contact": {"role": text}, "list": [{"note": text}], "after": "x"}, made


@pytest.mark.needs("node")
def test_a_note_cannot_leave_its_comment(tmp_path: Path) -> None:
    texts = [*HOSTILE, *random_texts(500)]

    written = through(tmp_path, "yaml.mjs", "[...m.comment(one), 'name: x'].join('\\n') + '\\n'", texts)

    for made in written:
        assert read(made.encode()) == ({"name": "x"}, ()), made


@pytest.mark.needs("node")
def test_an_id_is_the_one_that_the_check_would_propose(tmp_path: Path) -> None:
    names = [
        "Knit and Natter",
        "The Café’s Tea",
        "Men's Shed",
        "  a  ",
        "Клуб",
        "x" * 100,
        "A–B & C",
        "Ｆｕｌｌ",
        "ﬁne",
        "a" * 79 + " b",
    ]

    assert through(tmp_path, "yaml.mjs", "m.slugOf(one)", names) == [scalars.slug_of(name) for name in names]
    assert through(tmp_path, "yaml.mjs", "m.freeId(one, new Set(['a', 'a-2']))", ["A", "Клуб"]) == ["a-3", "new-record"]
