"""The message catalogue: in step with the code, complete in a made-up language, true to its placeholders."""

import ast
import datetime as dt
import functools
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from jinja2 import Environment

from generator.code import CODE as GENERATOR
from generator.words import Words, locales, words_for
from generator.words.extract import TEMPLATE, pot
from generator.words.extract import extracted as extract
from generator.words.messages import SOURCE, catalogue_path, messages_from, read_catalogue

PLACEHOLDER = re.compile(r"%\((\w+)\)s")
extracted = functools.cache(extract)
TRANSLATED = [locale for locale in locales() if locale != SOURCE]


def texts(message_id: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (message_id,) if isinstance(message_id, str) else tuple(message_id or ())


def pseudo(catalogue: Catalog) -> Words:
    """Words of a made-up language in which every message is wrapped in white brackets."""
    translation = Catalog(locale="en_GB")
    for message in catalogue:
        if message.id:
            wrapped = tuple(f"⟦{text}⟧" for text in texts(message.id))
            translation.add(message.id, wrapped[0] if isinstance(message.id, str) else wrapped)
    return Words("en_GB", "GBP", messages_from(Locale.parse("en_GB"), [translation]))


def test_the_template_file_is_in_step_with_the_code() -> None:
    written = TEMPLATE.read_text(encoding="utf-8")
    assert written == pot(), "run: python -m generator.words.extract"


def in_f_strings(path: Path) -> Iterator[int]:
    """The lines on which a message is asked for inside an f-string, where the extraction does not look."""
    texts = (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.JoinedStr))
    for call in (node for text in texts for node in ast.walk(text)):
        match call:
            case ast.Call(func=ast.Attribute(attr="t" | "n"), args=[ast.Constant(), *_]):
                yield call.lineno


def test_no_message_stands_where_it_would_not_be_found() -> None:
    assert not [f"{path.name}:{line}" for path in GENERATOR.rglob("*.py") for line in in_f_strings(path)]


def test_the_template_file_reads_back_as_it_was_extracted() -> None:
    read = {message.id for message in read_catalogue(TEMPLATE, SOURCE)}
    assert read - {""} == {message.id for message in extracted()} - {""}


def test_a_message_can_be_filled() -> None:
    for text in (text for message in extracted() for text in texts(message.id)):
        names = PLACEHOLDER.findall(text)
        filled = text % dict.fromkeys(names, "⟨value⟩")
        assert filled.count("⟨value⟩") == len(names), text


@pytest.mark.parametrize("locale", TRANSLATED)
def test_a_translation_translates_messages_that_are_there_with_their_placeholders(locale: str) -> None:
    known = {message.id for message in extracted()}
    for message in read_catalogue(catalogue_path(locale), locale):
        assert message.id in known, f"{message.id!r} is no message any more"
        assert not message.fuzzy
        if message.id:
            one, *many = (set(PLACEHOLDER.findall(text)) for text in texts(message.id))
            for text in texts(message.string):
                found = set(PLACEHOLDER.findall(text))
                assert one <= found <= one.union(*many), f"placeholders of {message.id!r}"


def test_a_made_up_language_is_complete() -> None:
    catalogue = extracted()
    words = pseudo(catalogue)
    for message in catalogue:
        if not message.id:
            continue
        one, *many = texts(message.id)
        assert words.gettext(one) == f"⟦{one}⟧"
        for other in many:
            assert words.ngettext(one, other, 1) == f"⟦{one}⟧"
            assert words.ngettext(one, other, 2) == f"⟦{other}⟧"


def test_dates_times_and_money_go_through_the_catalogue() -> None:
    words = pseudo(extracted())
    assert words.date_short(dt.date(2027, 7, 20)) == "⟦20\xa0July⟧"
    assert words.times(dt.time(10, 30), dt.time(12)) == "⟦⟦10.30\xa0am⟧ to ⟦12\xa0noon⟧⟧"
    assert words.money(Decimal("0.50")) == "⟦50p⟧"
    assert words.ordinal(2) == "⟦2nd⟧"
    assert words.weekdays_plural(6) == "⟦Sundays⟧"


def test_a_locale_overrides_its_language_which_overrides_the_source() -> None:
    language, country = Catalog(locale="de"), Catalog(locale="de_AT")
    language.add("January", "Januar")
    language.add("car park", "Parkplatz")
    country.add("January", "Jänner")
    country.add("car park", "")
    messages = messages_from(Locale.parse("de_AT"), [language, country])
    assert [messages.gettext(text) for text in ("January", "car park", "Ring")] == [
        "Jänner",
        "Parkplatz",
        "Ring",
    ]


def test_a_doubtful_translation_is_passed_over() -> None:
    catalogue = Catalog(locale="de")
    catalogue.add("Ring", "Ring", flags={"fuzzy"})
    catalogue.add(("%(count)s day", "%(count)s days"), ("%(count)s Tag", ""))
    messages = messages_from(Locale.parse("de"), [catalogue])
    assert messages.single == {}
    assert messages.counted == {}


def test_a_counted_message_can_be_asked_for_without_a_count() -> None:
    catalogue = Catalog(locale="de")
    catalogue.add(("Every day", "Every %(count)s days"), ("Jeden Tag", "Alle %(count)s Tage"))
    messages = messages_from(Locale.parse("de"), [catalogue])
    assert messages.gettext("Every day") == "Jeden Tag"
    assert messages.ngettext("Every day", "Every %(count)s days", 2) == "Alle %(count)s Tage"


def test_a_language_with_three_forms_picks_by_its_own_rule() -> None:
    polish = Catalog(locale="pl")
    polish.add(("%(count)s day", "%(count)s days"), ("%(count)s dzień", "%(count)s dni", "%(count)s dnia"))
    words = Words("pl", "PLN", messages_from(Locale.parse("pl"), [polish]))
    counted = [words.n("%(count)s day", "%(count)s days", count) for count in (1, 2, 5)]
    assert counted == ["1 dzień", "2 dni", "5 dnia"]


@pytest.fixture
def environment() -> Environment:
    made = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    made.policies["ext.i18n.trimmed"] = True
    words = words_for("en_US", "USD")
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    return made


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ('{{ _("Ring %(who)s", who=name) }}', "Ring &lt;b&gt;Jo&lt;/b&gt; %(x)s"),
        (
            "{% trans who=name %}Ring <em>{{ who }}</em>{% endtrans %}",
            "Ring <em>&lt;b&gt;Jo&lt;/b&gt; %(x)s</em>",
        ),
        ('{{ _("12~noon") }}', "noon"),
        ('{{ ngettext("%(num)s <b>group</b>", "%(num)s <b>groups</b>", 2) }}', "2 <b>groups</b>"),
        ("{% trans count=1 %}{{ count }} day{% pluralize %}{{ count }} days{% endtrans %}", "1 day"),
    ],
)
def test_templates_translate_and_still_escape_what_records_say(
    environment: Environment, template: str, expected: str
) -> None:
    assert environment.from_string(template).render(name="<b>Jo</b> %(x)s") == expected
