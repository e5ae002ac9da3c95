"""`/list/`: the page on which a browser shows what somebody has kept, or a list that somebody was sent."""

from collections.abc import Iterator
from functools import partial

from generator.edition import Edition
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.pages.ways import phone

URL = "list/"


def my_list_pages(edition: Edition) -> Iterator[Planned]:
    """The page of one's own list; without a script it says what it needs, and whom to ring."""
    yield Planned(url=URL, source="the page of one's own list", make=partial(_page, edition), indexed=False)


def _page(edition: Edition) -> Page:
    words = edition.words
    return Page(
        url=URL,
        section="list",
        title=words.t("My list"),
        description=words.t("What you have kept on this site, in your order, to print or to hand on."),
        body=renderer(words, "my_list.html")(phone=phone(edition), root=root(URL)),
        indexed=False,
        scripts=("assets/js/list/page.mjs",),
    )
