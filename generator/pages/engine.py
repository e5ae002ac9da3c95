"""Templates and views in, HTML out. The only importer of jinja2; templates escape, are strict and hold no logic.

Pages of one depth share the way to the site's top (`root`), so there is an environment for each: icons, that way and
our fixed words are put into the source of a template when it is read, and cost nothing when a page is made.
"""

import re
from collections.abc import Callable, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.ext import Extension
from markupsafe import Markup, escape

from generator.pages.compiled import Compiled
from generator.pages.plain_code import PlainCode, text
from generator.words import Words

__all__ = ["Compiled", "Environment", "Render", "environment", "icon", "install_words", "renderer"]

TEMPLATES = Path(__file__).parent.parent / "templates"

Render = Callable[..., Markup]

_ICON = re.compile(r'\{\{ icon\("([a-z-]+)", root\) \}\}')
_ROOT = re.compile(r"\{\{ root \}\}")
_WORDS = re.compile(r"""\{\{ _\((?:"([^"{}%\\]*)"|'([^'{}%\\]*)')\) \}\}""")


class _Known(Extension):
    """Writes what is known when a template is read into its source."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        del name, filename
        words: Words = self.environment.globals["words"]  # type: ignore[assignment]
        root = str(self.environment.globals["root"])
        source = _ICON.sub(lambda found: icon(found[1], root), source)
        source = _ROOT.sub(lambda _found: root, source)
        return _WORDS.sub(lambda found: str(escape(words.gettext(found[1] or found[2]))), source)


class _Environment(Environment):
    """Ours: plainer code, and globals as a plain mapping, which costs a template a tenth of what Jinja's chain does."""

    code_generator_class = PlainCode
    text = staticmethod(text)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of a template; nobody adds to those of the environment later."""
        return {**self.globals, **(d or {})}


@lru_cache(maxsize=32)
def environment(words: Words, root: str) -> Environment:
    """The environment of all templates, in the words of one locale, for pages of one depth."""
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_Known],
        auto_reload=False,
    )
    install_words(made, words)
    made.globals.update(icon=icon, words=words, root=root)
    made.bytecode_cache = Compiled(made, f"{words.locale} {root}")
    return made


def install_words(environment: Environment, words: Words) -> None:
    """Gives an environment, ours or MkDocs', the words of a locale."""
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    environment.policies["ext.i18n.trimmed"] = True  # as extraction does


def renderer(words: Words, template: str) -> Render:
    """A function that renders one template: it is given the values by name, `root` among them."""
    found: dict[str, Template] = {}

    def render(*, root: str = "", **values: object) -> Markup:
        known = found.get(root)
        if known is None:
            known = found[root] = environment(words, root).get_template(template)
        return Markup(known.render(values))  # noqa: S704 - the template has escaped every value

    return render


@lru_cache(maxsize=4096)
def icon(name: str, root: str) -> Markup:
    """An icon of the sprite; `root` leads from the page to the site's top, as in `../../`."""
    return Markup('<svg class="fp-icon" aria-hidden="true"><use href="{}assets/icons.svg#{}"/></svg>').format(
        root, name
    )
