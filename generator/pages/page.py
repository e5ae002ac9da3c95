"""A page to be: its address, its words for title and search engines, its body. Shells turn pages into files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from generator.output import Output
from generator.richtext import json_for_html
from generator.shell import PageShell

Section = Literal["start", "directory", "calendar", "list", "match", "guide", "subscribe", "about"]
"""The entry of the main navigation that a page belongs to."""


OUTLINES = "*outlines"
"""Stands in `made_of` for all that records say but the words of their texts."""
ALL_LINKS = "*links"
"""Stands in `made_of` for what links in texts may lead to: the ids of all records, and which lists they are in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site, apart from what all pages share."""

    url: str
    """Its address relative to the site, with a slash at its end; empty for the start page."""
    section: Section
    title: str
    description: str
    body: Markup
    indexed: bool = True
    """Whether search engines and the sitemap may know it."""
    json_ld: Mapping[str, object] | None = None
    styles: tuple[str, ...] = ()
    """Style sheets of its own, relative to the site: `assets/paper-a4.css`."""
    scripts: tuple[str, ...] = ()
    """Modules of its own, relative to the site: `assets/js/directory/page.mjs`."""
    changed: str | None = None
    """The day of its last change for the sitemap, as 2026-11-22."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A page that can be made when it is needed: its address, what it comes from, what it is made of."""

    url: str
    source: str
    make: Callable[[], Page]
    made_of: tuple[str, ...] | None = None
    """Ids of all records on the page, and other words that its content hangs on; None where that is hard to tell.

    `ALL_LINKS` stands for the addresses that links in texts may lead to, `OUTLINES` for all records but their texts.
    """
    indexed: bool = True
    changed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the head of every page needs to know of the site."""

    site_url: str
    asked: str
    """What addresses of assets end in, so that caches notice a new version: `?v=0a1b2c3d`."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A page that MkDocs has written: what the sitemap and the search need to know of it."""

    url: str
    title: str
    description: str
    text: str
    """Its words, without markup."""


ShellKey = tuple[str, int]
"""Section and depth of address: pages of one depth share their relative links."""


def depth(url: str) -> int:
    """How many folders deep an address is: `resources/x/` is 2."""
    return url.count("/")


def root(url: str) -> str:
    """The way from a page to the top of the site: `../../` for `resources/x/`, nothing for the start page."""
    return "../" * depth(url)


def shell_key(url: str, section: str) -> ShellKey:
    """The shell that a page is filled into."""
    return section, depth(url)


def html(page: Page, shells: Mapping[ShellKey, PageShell], site: Published) -> bytes:
    """The whole page, filled into its shell."""
    return shells[shell_key(page.url, page.section)].fill(
        {
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "slug": page.url,
            "head": _head(page, site),
            "current": "page" if page.url == f"{page.section}/" else "true",
            "body": str(page.body),
        }
    )


def output(planned: Planned, key: str | None, shells: Mapping[ShellKey, PageShell], site: Published) -> Output:
    """The file of a page; one with a key is taken over from the last site where it stands there."""
    return Output(
        f"{planned.url}index.html",
        planned.source,
        key=key,
        make=lambda: html(planned.make(), shells, site),
    )


def _head(page: Page, site: Published) -> str:
    title, description, address = escape(page.title), escape(page.description), escape(site.site_url + page.url)
    top, asked = escape(root(page.url)), escape(site.asked)
    parts = [
        '<meta property="og:type" content="website">',
        f'<meta property="og:title" content="{title}">',
        f'<meta property="og:description" content="{description}">',
        f'<meta property="og:url" content="{address}">',
    ]
    if not page.indexed:
        parts.append('<meta name="robots" content="noindex">')
    parts += [f'<link rel="stylesheet" href="{top}{escape(style)}{asked}">' for style in page.styles]
    parts += [f'<script type="module" src="{top}{escape(script)}{asked}"></script>' for script in page.scripts]
    if page.json_ld:
        parts.append(f'<script type="application/ld+json">{json_for_html(page.json_ld)}</script>')
    return "\n".join(parts)
