"""The form checks as the check does: many values through the readers of the records and through their table."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.pages.suggest.asks import ACCESS, GROUPS
from generator.pages.suggest.rules import RULES, exported
from generator.records import scalars
from generator.records.lookup import MODELS, field_at
from generator.records.tried import Refused, tried
from generator.words import words_for
from tests.suggest.scripts import through

GB = words_for("en_GB", "GBP")

VALUES = (
    "Chair yoga", "  two   spaces ", "x" * 300, "x" * 301, "é" * 300, "😀" * 301, "a\tb", "a\u00a0b",
    "soft\u00adhyphen",
    "zero\u200bwidth", "right\u202eleft", "line\u2028end", "bell\u0007", "a\nb", "emoji 😀", "x" * 20_001,
    "01632 960123", "+44 1632 960123", "(01632) 960-123", "999", "99", "12", "01632 960123 ext 4", "01632 960123 x4",
    "01632 960123 EXT 4", "ring Jo 01632 960123", "phone: 01632", "٠١٢٣", "01632 960123 or 960124",
    "name@example.org", "mailto:name@example.org", "name@example", "na me@example.org", "@example.org",
    "a" * 250 + "@example.org", "NAME@EXAMPLE.ORG", "name@exämple.org", "mailto:",
    "https://example.org", "http://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG", "example.org", "www.example.org/page",
    "https://", "https://user@example.org", "https://exa mple.org", "https://example.org/<b>", "javascript:alert(1)",
    "https://example.org:8080/x", "https://example.org:/", "https://...", "https://[::1]/", "https:///x", "ftp://x.org",
    "https://example.org/'x", "https://ex\u00adample.org", "https://bücher.example.org/", "Example.ORG/Page", "https://a.b?c",
    "2", "2.50", "2.5", "2,50", "2.505", "£2", "£2.50", "2 pounds", "2 EUR", "£2 a session", "2-3", "free", "Free",
    "FREE OF CHARGE", "nothing", "a donation", "Donations welcome 2", "1234567", "123456", "-2", "", "0", "two", "£",
    "12", "1.5", "12 people", "1000000", "٣", "  7 ",
    "2026-12-01", "1899-12-31", "1900-01-01", "2200-12-31", "2201-01-01", "0026-12-01", "tomorrow",
    "{{ 7 }}", "<script>", "%(text)s", "%s %% 100%", "$& $1 $$", "\\", '"quoted"', "`code`",
)  # fmt: skip


def checked_in_python(reader: str, text: str) -> dict[str, Any]:
    """What the reader of the records says of a text; what is empty is left out of a record."""
    if not " ".join(text.split()):
        return {"value": ""}
    found = tried(getattr(scalars, reader), text)
    if isinstance(found, Refused):
        return {"message": found.message, "hint": found.hint or ""}
    return {"value": None}


def random_texts(many: int) -> Iterator[str]:
    signs = "abc019 .,-+@:/£()\t\n\u00a0\u200b\u00adé😀\u2028'\"<>#[]{}|^"
    chance = random.Random(20261128)  # noqa: S311 - the same texts in every run
    for _ in range(many):
        yield "".join(chance.choice(signs) for _ in range(chance.randint(1, 14)))


@pytest.mark.needs("node")
@pytest.mark.parametrize("reader", sorted(RULES))
def test_the_form_says_what_the_check_says(reader: str, tmp_path: Path) -> None:
    values = [
        text for text in (*VALUES, *random_texts(600)) if reader != "day" or len(text.strip()) == len("2026-12-01")
    ]
    rule = exported(GB)[reader]

    found = through(tmp_path, "check.mjs", "m.read(one[0], one[1])", [(rule, text) for text in values])

    for text, said in zip(values, found, strict=True):
        expected = checked_in_python(reader, text)
        kept = {**said, "value": None} if said.get("value") else said
        assert kept == expected, text


@pytest.mark.needs("node")
def test_a_value_is_kept_as_the_check_reads_it(tmp_path: Path) -> None:
    rules = exported(GB)
    pairs = [(reader, text) for reader in ("line", "prose", "phone", "email", "web_address") for text in VALUES]

    found = through(tmp_path, "check.mjs", "m.read(one[0], one[1])", [(rules[reader], text) for reader, text in pairs])

    for (reader, text), said in zip(pairs, found, strict=True):
        value = tried(getattr(scalars, reader), text) if " ".join(text.split()) else ""
        assert said.get("value") == (None if isinstance(value, Refused) else value), text


ASKS = [(ask, kind) for group in GROUPS for ask in group.asks for kind in MODELS if ask.only in {None, kind}]


@pytest.mark.parametrize(("ask", "kind"), ASKS, ids=lambda one: getattr(one, "path", one))
def test_every_question_is_about_a_field_of_the_model(ask: Any, kind: str) -> None:
    found = field_at(MODELS[kind], ask.path)

    assert found is not None
    assert ask.vocabulary or found.reader in RULES, "give the reader a rule"


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_the_form_asks_all_that_a_record_must_say(kind: str) -> None:
    asked = {ask.path.partition(".")[0] for ask, one in ASKS if one == kind}
    asked |= {group.special or "" for group in GROUPS if group.only in {None, kind}}
    required = {name for name, info in MODELS[kind].model_fields.items() if info.is_required()}

    assert required - asked - {"schedule"} == set()
    assert "schedule" not in required or "when" in asked
    assert all(field_at(MODELS[kind], f"access.{feature}") for feature, _label in ACCESS)
