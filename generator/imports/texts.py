"""The text of strangers in, plain text out that may stand in a record: no markup, nothing hidden, not too long."""

import html
import re
import unicodedata
from html.parser import HTMLParser

LONGEST_NAME = 120
LONGEST_SUMMARY = 160
LONGEST_DESCRIPTION = 4_000
LONGEST_NOTE = 500
_MARKUP = re.compile(
    r"</?(?:a|b|br|p|div|span|ul|ol|li|i|em|strong|h[1-6]|html|body|table|tr|td|script|style|img)\b[^>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});", re.IGNORECASE)
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\ufeff\u2028\u2029")
_BLOCKS = frozenset({"br", "p", "div", "ul", "ol", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr"})
_SILENT = frozenset({"script", "style", "head", "title", "template", "iframe", "object"})
_SENTENCE = re.compile(r"(.+?[.!?…])(?:\s|$)", re.DOTALL)


class _Plain(HTMLParser):
    """Collects the words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new line for what stands on its own; nothing for what is no text."""
        del attrs
        self.silent += tag in _SILENT
        if tag in _BLOCKS:
            self.words.append("\n- " if tag == "li" else "\n\n" if tag == "p" else "\n")

    def handle_endtag(self, tag: str) -> None:
        """As above."""
        self.silent = max(0, self.silent - (tag in _SILENT))
        if tag in {"p", "div", "ul", "ol"}:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        """The words themselves; line breaks of HTML are spaces."""
        if not self.silent:
            self.words.append(re.sub(r"\s+", " ", data))


def plain(text: str) -> str:
    """Text of several lines without markup and without what cannot be seen."""
    if _MARKUP.search(text):
        reader = _Plain()
        reader.feed(text)
        reader.close()
        text = "".join(reader.words)
    elif _ENTITY.search(text):
        text = html.unescape(text)
    text = "".join(_seen(sign) for sign in text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [" ".join(line.split()) for line in text.split("\n")]
    # a link of Markdown could lead anywhere: its two halves become words
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).replace("](", "] (").strip()


def _seen(sign: str) -> str:
    if sign == "\n":
        return sign
    if sign in _HIDDEN or unicodedata.category(sign) in {"Cs", "Co", "Cn"}:
        return ""
    return " " if unicodedata.category(sign) == "Cc" else sign


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain(text).split())


def cut(text: str, most: int) -> str:
    """The text, cut between two words where it is too long."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:-\n") + "…"


def first_sentence(text: str) -> str:
    """The first sentence of a description, or as much of its first line as fits."""
    line = text.partition("\n")[0]
    found = _SENTENCE.match(line)
    return cut(found[1] if found else line, LONGEST_SUMMARY)
