"""Text → its words as they are compared: small letters, no accents, no apostrophes.

`assets/js/search/tokens.mjs` does the same to what a reader types; tests hold the two together.
Words that only grammar tells apart ("knit", "knitting") share a stem, by the rules of the site's language.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

import Stemmer

LONGEST = 40  # letters of a word; what is longer was written to hurt

_LEFT_OUT = str.maketrans(dict.fromkeys("'’‘ʼʻ′`´"))
_SPELT_OUT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ"}
)
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = {code: " " for code in range(128) if not chr(code).isalnum()}  # five times as quick as the pattern
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_LINK = re.compile(r"\]\([^)\s]*\)|https?://\S+")


def fold(text: str) -> str:
    """A text without what people leave out when they search: capitals, accents, apostrophes."""
    if text.isascii():  # most are, and a table is slow
        return text.lower().replace("'", "").replace("`", "")
    text = text.translate(_LEFT_OUT)
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign)[0] != "M")
    return bare.lower().translate(_SPELT_OUT)


def tokens(text: str) -> list[str]:
    """The words of a text in their order."""
    folded = fold(text)
    found = folded.translate(_BETWEEN).split() if folded.isascii() else _WORD.findall(folded)
    return [word[:LONGEST] for word in found] if len(max(found, key=len, default="")) > LONGEST else found


def index_tokens(text: str) -> list[str]:
    """The words of a text, and those with hyphens once more in one: "drop-in" is found by "dropin", too."""
    found = tokens(text)
    if "-" in text:
        found += [word.replace("-", "")[:LONGEST] for word in _HYPHENED.findall(fold(text))]
    return found


def without_addresses(markdown: str) -> str:
    """A text in Markdown without the addresses that its links lead to."""
    return _LINK.sub(" ", markdown) if "](" in markdown or "://" in markdown else markdown


def stems(words: Iterable[str], language: str) -> Sequence[str]:
    """The stem of each word; the word itself where nobody has written down the rules of the language ("en")."""
    listed = list(words)
    try:
        stemmer = Stemmer.Stemmer(language, 0)  # no cache: each word comes once
    except KeyError:
        return listed
    return tuple(stemmer.stemWords(listed))
