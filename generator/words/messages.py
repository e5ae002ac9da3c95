"""Message catalogues: `.po` files in, one look-up table per locale out.

A message is looked for in the locale, then in its language, then stands as the source wrote it (British
English). Files are GNU gettext's `.po`, read once; unfinished ("fuzzy") and empty translations do not count.
"""

import functools
import gettext
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

DOMAIN = "fingerpost"
SOURCE = "en_GB"
FOLDER = Path(__file__).parent.parent / "locale"


def mark(message: str) -> str:
    """The same message: marks an entry of a table, so that the catalogue holds it (`import mark as _`)."""
    return message


@dataclass(frozen=True, slots=True, kw_only=True)
class Plural:
    """The forms of one counted message and the rule that picks one of them."""

    forms: tuple[str, ...]
    pick: Callable[[int], int]


# Compared and hashed by identity: one catalogue per locale is made, and caches of formats are keyed by it.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Messages:
    """The messages of a locale that differ from the source, and the locale for dates and numbers."""

    locale: Locale
    single: Mapping[str, str]
    counted: Mapping[str, Plural]
    plural: str
    """The rule of its plurals, an expression in `n` of C and of JavaScript."""

    def gettext(self, message: str) -> str:
        """The message in this locale, its placeholders not yet filled."""
        return self.single.get(message, message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of a counted message for `count`, its placeholders not yet filled."""
        plural = self.counted.get(one)
        if plural is None:
            return one if count == 1 else many
        return plural.forms[plural.pick(count)]


def messages_from(locale: Locale, catalogues: Iterable[Catalog]) -> Messages:
    """One table of catalogues, the most general first: a later one overrides."""
    single: dict[str, str] = {}
    counted: dict[str, Plural] = {}
    rule = "n != 1"
    for catalogue in catalogues:
        rule = catalogue.plural_expr
        pick = gettext.c2py(catalogue.plural_expr)
        for message in catalogue:
            if not message.id or message.fuzzy:
                continue
            translation = message.string
            if isinstance(message.id, str):
                if isinstance(translation, str) and translation:
                    single[message.id] = translation
            elif isinstance(translation, list | tuple) and all(translation):
                plural = Plural(forms=tuple(translation), pick=pick)
                counted[message.id[0]] = plural
                single[message.id[0]] = plural.forms[pick(1)]  # asked for without a count elsewhere
    return Messages(locale=locale, single=single, counted=counted, plural=rule)


def read_catalogue(path: Path, locale: str) -> Catalog:
    """The catalogue in a `.po` file; a faulty file is an error, not a gap."""
    with path.open("rb") as file:
        return read_po(file, locale=locale, abort_invalid=True)


def catalogue_path(locale: str) -> Path:
    """Where the catalogue of a locale lies, whether there is one or not."""
    return FOLDER / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def locales() -> tuple[str, ...]:
    """The locales that we have words for: the source and each with a catalogue, sorted."""
    return tuple(sorted({SOURCE, *(path.parts[-3] for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))}))


def is_known(locale: str) -> bool:
    """Whether a site can be in this locale: its language is English or translated."""
    parsed = _parsed(locale)
    return parsed is not None and (parsed.language == "en" or bool(_paths(parsed)))


def messages_for(locale: str) -> Messages:
    """The messages of a locale, written `en_GB` or `en-GB`; the caller has asked `is_known`."""
    parsed = _parsed(locale)
    if parsed is None or not is_known(locale):
        raise ValueError(f"no words for locale {locale!r}: there are {', '.join(locales())}")
    return _messages(str(parsed))


@functools.cache
def _messages(locale: str) -> Messages:
    parsed = Locale.parse(locale)
    return messages_from(parsed, (read_catalogue(path, locale) for path in _paths(parsed)))


def _parsed(locale: str) -> Locale | None:
    try:
        return Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def _paths(locale: Locale) -> tuple[Path, ...]:
    names = dict.fromkeys((locale.language, str(locale)))
    return tuple(path for path in map(catalogue_path, names) if path.exists())
