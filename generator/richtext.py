"""Markdown of strangers in, safe HTML out: a small subset, cleaned twice, with links that we know.

cmark (CommonMark with tables and bare web addresses) leaves out raw HTML; ammonia (nh3) then keeps only the
elements listed here; each link left is made anew. Links go to the web, to mail, to a telephone, or to a
record of ours, written `[Garden](resource:community-garden)`. Images are left out, their description stays.
"""

import html
import re
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote, urlsplit

import nh3
from cmarkgfm import cmark
from markupsafe import Markup, escape

from generator.jsontext import text_of

RECORD_KINDS: Final = ("resource", "activity", "venue", "area", "category", "mix")

_TOP_HEADING = 3  # the page has its title (h1) and its parts (h2) already
_LAST_HEADING = 6
_DEEPEST = 20  # nested lists and quotes; the parser of HTML takes the square of the depth
_LONGEST_URL = 2048

_ELEMENTS = nh3.Cleaner(
    tags={"a", "blockquote", "br", "em", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "strong", "ul"}
    | {"table", "tbody", "td", "th", "thead", "tr"},
    attributes={"a": {"href"}, "*": set()},  # nh3 lets titles and languages through on its own
    url_schemes={"http", "https", "mailto", "tel", *RECORD_KINDS},
    url_relative="deny",
    link_rel=None,
)

# In what cmark and ammonia write, "<" opens a tag and '"' ends a value and nothing else: patterns are safe.
_LINK = re.compile(r'<a(?: href="([^"]*)")?[^>]*>(.*?)</a>', re.DOTALL)
_HREF = re.compile(r'<a href="([^"]*)"')
_HEADING = re.compile(r"<(/?)h([1-6])>")
_IMAGE = re.compile(r'<img src="[^"]*" alt="([^"]*)"(?: title="[^"]*")? />')
_CODE = re.compile(r'<pre(?: [^>]*)?><code(?: class="[^"]*")?>(.*?)</code></pre>', re.DOTALL)
_NESTING = re.compile(r"<(/?)(?:blockquote|ul|ol)\b")
_TAG = re.compile(r"<[^>]*>")
_BLANK_LINES = re.compile(r"\n{3,}")

# Addresses in the text between tags and links; the stop after a sentence is no part of them.
_MARKUP = re.compile(r"(<(?:a .*?</a>|[^>]*>))", re.DOTALL)
_BARE_ADDRESS = re.compile(
    r"\b(?P<url>(?:https?://|www\.)(?:[^\s<&]|&amp;)*(?:[^\s<&.,:;!?'()\[\]]|&amp;))"
    r"|\b[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+"
)

# What a tag is in plain text; the others are nothing.
_BREAKS = {f"</{block}>": "\n\n" for block in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "table")} | {
    "<li>": "\n- ",
    "<br />": "\n",
    "</tr>": "\n",
    "</td>": " ",
    "</th>": " ",
    "<hr />": "\n\n",
}

# The characters of a host: letters of any script, figures, hyphens, or those written as %C3%BC; or IPv6.
_HOST = re.compile(r"(?:[\w.-]|%[89A-Fa-f][0-9A-Fa-f])+(?::\d{1,5})?|\[[0-9A-Fa-f:.]+\](?::\d{1,5})?")
_MAILTO = re.compile(r"[^@/?#,:;]+@[\w.-]+(?:\?[^#]*)?", re.ASCII)
_TEL = re.compile(r"\+?[0-9][0-9().-]*(?:;ext=[0-9]+)?")
_NEVER_IN_URL = re.compile(r"[\\<>\"'`{}|^\s]")

_LINE = r"""[^\W\d_][\w ,.;:!?'"()‘’“”–—£€%-]*"""
_NO_MARKUP = re.compile(rf"{_LINE}(?:\n+{_LINE})*\n*")
"""Lines that begin with a letter and have none but letters, digits and signs that mean nothing in Markdown or HTML."""
_BETWEEN_PARAGRAPHS = re.compile(r"\n\n+")
_NEXT_PARAGRAPH = "</p>\n<p>"
_SCRIPT_ESCAPES = tuple((sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029")


def to_html(markdown: str, *, link: Callable[[str], str | None]) -> Markup:
    """The text as safe HTML, its highest heading an h3.

    `link` gives the address for a record's target such as "resource:garden"; None leaves its words unlinked.
    """
    paragraphs = _paragraphs(markdown)
    if paragraphs is not None:
        return Markup(paragraphs)  # noqa: S704  made of signs that mean nothing in HTML
    rough = _rough(markdown)
    if _too_deep(rough):
        return Markup("<p>{}</p>\n").format(_text(rough))
    if "<h" in rough:
        rough = _shifted(rough)
    if "<pre" in rough:
        rough = _CODE.sub(r"<p>\1</p>", rough)
    clean = _ELEMENTS.clean(rough)
    if "<a" in clean:
        clean = _LINK.sub(lambda match: _linked(match[1], match[2], link), clean)
    return Markup(clean)  # noqa: S704  cleaned above


def plain(markdown: str) -> str:
    """The words of the text alone: paragraphs with a blank line between, list items on lines of their own."""
    return _text(_rough(markdown))


def links(markdown: str) -> tuple[str, ...]:
    """The targets of all links of the text in their order, good ones and bad ones."""
    rough = _rough(markdown)
    return tuple(_target(href) for href in _HREF.findall(rough)) if "<a" in rough else ()


def record_links(markdown: str) -> tuple[str, ...]:
    """The targets of the links to records in their order, such as "resource:garden", known or not."""
    return tuple(target for target in links(markdown) if _is_record(target))


def is_safe_url(url: str) -> bool:
    """Whether an address can stand in a link: web, mail or telephone, plainly written.

    Refused are other schemes, relative addresses, spaces, invisible characters, and names before the host.
    """
    if len(url) > _LONGEST_URL or not url.isprintable() or _NEVER_IN_URL.search(url):
        return False
    scheme, _, rest = url.partition(":")
    match scheme.lower():
        case "http" | "https":
            return rest.startswith("//") and _is_host(url)
        case "mailto":
            return _MAILTO.fullmatch(rest) is not None
        case "tel":
            return _TEL.fullmatch(rest) is not None
        case _:
            return False


def json_for_html(value: object) -> Markup:
    """The value as JSON that can stand in a script element: nothing in it can end the element."""
    text = text_of(value)
    for sign, escaped in _SCRIPT_ESCAPES:
        text = text.replace(sign, escaped)
    return Markup(text)  # noqa: S704  escaped for where it stands


def _paragraphs(markdown: str) -> str | None:
    """The HTML of a text without any markup, as most are; None where somebody has to look closer."""
    if "_" in markdown or " \n" in markdown or _has_address(markdown) or not _NO_MARKUP.fullmatch(markdown):
        return None
    return f"<p>{_BETWEEN_PARAGRAPHS.sub(_NEXT_PARAGRAPH, markdown.rstrip())}</p>\n"


def _rough(markdown: str) -> str:
    rough: str
    # Only where needed: with an extension cmarkgfm is slower and never gives back 8 kB a text, else 0.6 kB.
    if "|" in markdown:
        rough = cmark.markdown_to_html_with_extensions(markdown, extensions=("table",))
    else:
        rough = cmark.markdown_to_html(markdown)
    if "<img" in rough:
        rough = _IMAGE.sub(r"\1", rough)
    if _has_address(rough):
        parts = _MARKUP.split(rough)  # text, markup, text, markup, …
        parts[::2] = [_BARE_ADDRESS.sub(_linked_bare, text) if _has_address(text) else text for text in parts[::2]]
        rough = "".join(parts)
    return rough


def _has_address(text: str) -> bool:
    return "://" in text or "@" in text or "www." in text


def _linked_bare(match: re.Match[str]) -> str:
    address = match[0]
    start = "" if "://" in address else "http://" if match["url"] else "mailto:"
    return f'<a href="{start}{address}">{address}</a>'


def _too_deep(rough: str) -> bool:
    if rough.count("<blockquote>") + rough.count("<ul>") + rough.count("<ol") <= _DEEPEST:
        return False
    depth = 0
    for match in _NESTING.finditer(rough):
        depth += -1 if match[1] else 1
        if depth > _DEEPEST:
            return True
    return False


def _shifted(rough: str) -> str:
    levels = [int(level) for _, level in _HEADING.findall(rough)]
    shift = _TOP_HEADING - min(levels, default=_TOP_HEADING)
    return _HEADING.sub(lambda match: f"<{match[1]}h{min(int(match[2]) + shift, _LAST_HEADING)}>", rough)


def _linked(href: str | None, words: str, link: Callable[[str], str | None]) -> str:
    target = _target(href or "")
    if not _TAG.sub("", words).strip():
        return ""
    if _is_record(target):
        address = link(target)
        return words if address is None else f'<a href="{escape(address)}">{words}</a>'
    if not is_safe_url(target):
        return words
    rel = ' rel="noopener noreferrer nofollow"' if target.lower().startswith("http") else ""
    return f'<a href="{escape(target)}"{rel}>{words}</a>'


def _target(href: str) -> str:
    target = html.unescape(href)
    kind, colon, name = target.partition(":")
    return f"{kind.lower()}:{unquote(name)}" if colon and kind.lower() in RECORD_KINDS else target


def _is_record(target: str) -> bool:
    return target.partition(":")[0] in RECORD_KINDS and ":" in target


def _is_host(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return _HOST.fullmatch(parts.netloc) is not None and parts.netloc.strip(".") != ""


def _text(rough: str) -> str:
    text = _TAG.sub(lambda match: _BREAKS.get(match[0], ""), rough.replace("\n", " "))
    lines = (" ".join(filter(None, line.split(" "))) for line in html.unescape(text).split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()
