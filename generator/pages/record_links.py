"""Where links and old addresses of records lead: texts of records to HTML, renamed records to small redirect pages."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.edition import Edition
from generator.output import Output
from generator.pages.engine import renderer
from generator.pages.listings import DIRECTORY, EVERYTHING, VENUES
from generator.pages.page import root
from generator.richtext import to_html
from generator.words import mark as _

Rich = Callable[[str, str], Markup]
"""The Markdown of a record as HTML for a page, given the way from there to the top of the site."""


def rich(edition: Edition) -> Rich:
    """A function that turns texts of records into HTML, their links to records into addresses of this site."""
    catalogue = edition.catalogue
    listed = [entry for entry in catalogue.entries.values() if entry.listed(edition.today)]
    lists = {f"category:{entry.category}" for entry in listed}
    lists |= {f"area:{area}" for entry in listed for area in entry.areas}

    def address(target: str) -> str | None:
        kind, _sep, name = target.partition(":")
        if kind in {"category", "area"}:
            return f"directory/{kind}/{name}/" if target in lists else None
        return catalogue.url(target)

    def convert(markdown: str, top: str) -> Markup:
        def link(target: str) -> str | None:
            found = address(target)
            return top + found if found else None

        return to_html(markdown, link=link)

    return convert


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What a redirect page shows."""

    lang: str
    name: str
    href: str
    """The way to the new page, relative to the old one."""
    address: str
    """The new page's whole address."""


SHORTENED: Mapping[str, tuple[str, str]] = {
    "resources/": (EVERYTHING, _("Everything from A to Z")),
    "activities/": ("calendar/", _("Calendar")),
    "venues/": (VENUES, _("Places from A to Z")),
    "mix/": (DIRECTORY, _("Find something")),
    "feeds/": ("subscribe/", _("Subscribe")),
    "calendar/week/": ("calendar/", _("Calendar")),
    **{f"{DIRECTORY}{part}/": (DIRECTORY, _("Find something")) for part in ("area", "category", "family", "kind")},
}
"""Where who cuts the end off an address is led to, and what that is called."""


def shortened_pages(edition: Edition, planned: Collection[str]) -> Iterator[Output]:
    """A page at each address that is the beginning of others, where it leads to one of the planned pages."""
    render = renderer(edition.words, "moved.html")
    for old, (new, name) in SHORTENED.items():
        if new in planned and old not in planned:
            moved = Moved(lang=edition.words.lang, name=edition.words.t(name), href=root(old) + new,
                          address=edition.site_url + new)  # fmt: skip
            yield Output(f"{old}index.html", "the shortened addresses", content=str(render(moved=moved)))


def redirect_pages(edition: Edition) -> Iterator[Output]:
    """A page at each old address of a renamed record, which leads to the new one without a script."""
    render = renderer(edition.words, "moved.html")
    catalogue, sources = edition.catalogue, edition.catalogue.sources
    for redirect in catalogue.redirects():
        name = redirect.new.rstrip("/").rpartition("/")[2]
        record = (
            catalogue.entries[name].record if name in catalogue.entries
            else sources.venues.get(name) or sources.mixes[name]
        )  # fmt: skip
        moved = Moved(lang=edition.words.lang, name=record.name, href=root(redirect.old) + redirect.new,
                      address=edition.site_url + redirect.new)  # fmt: skip
        yield Output(f"{redirect.old}index.html", record.file, content=str(render(moved=moved)))
