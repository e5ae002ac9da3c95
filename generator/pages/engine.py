"""Templates and views in, HTML out. The only importer of jinja2; templates escape, are strict and hold no logic."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.words import Words

TEMPLATES = Path(__file__).parent.parent / "templates"

Render = Callable[..., Markup]


@lru_cache(maxsize=4)
def environment(words: Words) -> Environment:
    """The environment of all templates, in the words of one locale."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    made.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    made.policies["ext.i18n.trimmed"] = True  # as extraction does
    made.globals["icon"] = icon
    return made


def renderer(words: Words, template: str) -> Render:
    """A function that renders one template: it is given the values by name."""
    found = environment(words).get_template(template)

    def render(**values: object) -> Markup:
        return Markup(found.render(values))  # noqa: S704 - the template has escaped every value

    return render


@lru_cache(maxsize=4096)
def icon(name: str, root: str) -> Markup:
    """An icon of the sprite; `root` leads from the page to the site's top, as in `../../`."""
    return Markup('<svg class="fp-icon" aria-hidden="true"><use href="{}assets/icons.svg#{}"/></svg>').format(
        root, name
    )
