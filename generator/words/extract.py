"""`python -m generator.words.extract`: the sentences in our code and templates into `locale/fingerpost.pot`.

Found are `words.t("…")`, `words.n("…", "…", count)` and `_("…")` in Python, `{{ _("…") }}` and `{% trans %}`
in templates, `t("…")` and `n("…", "…", count)` in scripts. The file says where a message stands but no line
and no time: it changes only when messages do.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from generator.words.browser import CALLS, SCRIPTS
from generator.words.messages import DOMAIN, FOLDER

TEMPLATE = FOLDER / f"{DOMAIN}.pot"

_ROOT = FOLDER.parent
_PAGES = (_ROOT / "templates", _ROOT / "theme")
_PYTHON_CALLS = {"_": None, **CALLS}
_TEMPLATE_CALLS = {"_": None, "gettext": None, "ngettext": (1, 2)}
_TEMPLATE_OPTIONS = {"trimmed": "true", "silent": "false", "newstyle_gettext": "true"}
_COMMENT_TAGS = ("Translators:",)
_HEADER = """\
# Words of Fingerpost, in British English. Made by `python -m generator.words.extract`; not edited by hand.
# A new language: `pybabel init -D fingerpost -i generator/locale/fingerpost.pot -d generator/locale -l cy`.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def extracted() -> Catalog:
    """A catalogue of all messages in the code and the templates, in the order of the files."""
    catalogue = Catalog(domain=DOMAIN)
    for path, message, comments in _found():
        catalogue.add(message, locations=[(path.relative_to(_ROOT.parent).as_posix(), 0)], auto_comments=comments)
    return catalogue


def pot() -> str:
    """The text of the template file that translations start from."""
    text = io.BytesIO()
    write_po(text, extracted(), omit_header=True, include_lineno=False, width=100)
    return _HEADER + text.getvalue().decode()


def main() -> None:
    """Write the template file anew."""
    TEMPLATE.write_text(pot(), encoding="utf-8")


def _found() -> Iterator[tuple[Path, str | tuple[str, ...], list[str]]]:
    for path in sorted(_ROOT.rglob("*.py")):
        for _line, message, comments, _context in extract_from_file(
            "python", path, _PYTHON_CALLS, _COMMENT_TAGS, strip_comment_tags=True
        ):
            yield path, message, comments
    for path in sorted(path for folder in _PAGES for path in folder.rglob("*.html")):
        for _line, message, comments, _context in extract_from_file(
            "jinja2.ext:babel_extract", path, _TEMPLATE_CALLS, _COMMENT_TAGS, _TEMPLATE_OPTIONS
        ):
            yield path, message, comments
    for path in sorted(SCRIPTS.rglob("*.mjs")):
        for _line, message, comments, _context in extract_from_file("javascript", path, CALLS, _COMMENT_TAGS):
            yield path, message, comments


if __name__ == "__main__":
    main()
