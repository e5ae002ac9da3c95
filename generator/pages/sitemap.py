"""The addresses of all pages that search engines may know → `sitemap.xml` (sitemaps.org protocol)."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from generator.edition import Edition
from generator.output import Output
from generator.pages.page import Planned

MOST = 50_000  # addresses in one file, by the protocol


def sitemap(edition: Edition, pages: Sequence[Planned], prose: Sequence[str]) -> tuple[Output, ...]:
    """The sitemap; in several files with an index where one cannot hold all."""
    known = sorted({*((page.url, page.changed) for page in pages if page.indexed), *((url, None) for url in prose)})
    lines = [_entry("url", edition.site_url + url, changed) for url, changed in known]
    if len(lines) <= MOST:
        return (_file("sitemap.xml", "urlset", lines),)
    parts = [lines[start : start + MOST] for start in range(0, len(lines), MOST)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = [_entry("sitemap", edition.site_url + name, None) for name in names]
    files = (_file(name, "urlset", part) for name, part in zip(names, parts, strict=True))
    return (*files, _file("sitemap.xml", "sitemapindex", index))


def _entry(kind: str, address: str, changed: str | None) -> str:
    last = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<{kind}><loc>{escape(address)}</loc>{last}</{kind}>"


def _file(path: str, kind: str, lines: Sequence[str]) -> Output:
    text = "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            f"</{kind}>\n",
        ]
    )
    return Output(path, "the sitemap", content=text)
