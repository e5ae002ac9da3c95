"""Plainer code for templates: what a value does to a page does not change by it."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from generator.pages.plain_code import PlainCode, text

PARTS = {
    "macros.html": "{% macro shown(one, more='') %}<b>{{ one.name }}{{ more }}</b>{% endmacro %}",
    "page.html": '{% from "macros.html" import shown %}'
    "{% for one in all %}{{ loop.index }}{{ shown(one, more=note) }}{{ shown(one) }}{% endfor %}"
    "{% macro framed() %}[{{ caller() }}]{% endmacro %}{% call framed() %}{{ note }}{% endcall %}"
    "{{ _('Kept by %(who)s', who=note) }}{{ count + 1 }}{{ all[0].name|upper }}",
}


class One:
    """Something with a name."""

    def __init__(self, name: object) -> None:
        self.name = name


class Plain(Environment):
    """Templates with plainer code."""

    code_generator_class = PlainCode
    text = staticmethod(text)


def made(*, plain: bool) -> Environment:
    extensions = ["jinja2.ext.i18n"]
    environment = (Plain if plain else Environment)(
        loader=DictLoader(PARTS), autoescape=True, undefined=StrictUndefined, extensions=extensions
    )
    environment.install_gettext_callables(str, str, newstyle=True)  # type: ignore[attr-defined]
    return environment


@pytest.mark.parametrize(
    "name", ["Tea", "<script>", Markup("<i>Tea</i>"), 'a "quoted" one', "Tom's & co", "x" * 300 + "<", "", 7, None]
)
def test_a_page_is_the_same_as_by_the_code_of_jinja(name: object) -> None:
    values = {"all": [One(name), One("second")], "note": "<note>", "count": 3}

    plain = made(plain=True).get_template("page.html").render(values)

    assert plain == made(plain=False).get_template("page.html").render(values)
    assert "<note>" not in plain


@pytest.mark.parametrize("missing", [{"all": [object()]}, {"count": "three"}, {"all": None}])
def test_what_is_missing_is_an_error(missing: dict[str, object]) -> None:
    values = {"all": [One("Tea")], "note": "", "count": 3, **missing}

    with pytest.raises((AttributeError, TypeError)):
        made(plain=True).get_template("page.html").render(values)
