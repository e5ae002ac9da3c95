"""`/match/`: the private workspace in which somebody finds what fits a person. The page is filled by its script.

In: an edition. Out: one planned page. Nothing of a person is in it: what is answered lives in the open page alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition import Edition
from generator.pages.engine import renderer
from generator.pages.frame import help_lines
from generator.pages.page import Page, Planned, root
from generator.pages.ways import Phone, phone

URL = "match/"
SCRIPT = "assets/js/workspace/page.mjs"
STYLES = ("assets/paper-letter.css", "assets/paper-a4.css", "assets/workspace.css")
"""Both sizes of paper: nothing is fetched later, and the script says which one holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceView:
    """What the script of the page needs to know of the site."""

    place: str
    organisation: str
    phone: Phone
    email: str | None
    currency: str
    zone: str
    address: str
    paper: str
    help: str
    """Whom to ring now, in one line for the sheet."""
    logo: str | None
    """The site's own mark, in the page itself: nothing is fetched for a sheet."""
    note: str | None
    """That this is a demonstration, where it is one."""


def workspace_pages(edition: Edition) -> Iterator[Planned]:
    """The page."""
    yield Planned(url=URL, source="the matching workspace", make=partial(_page, edition), made_of=())


def _page(edition: Edition) -> Page:
    settings, words = edition.settings, edition.words
    view = WorkspaceView(
        place=settings.place,
        organisation=settings.organisation.name,
        phone=phone(edition),
        email=settings.contact.email,
        currency=settings.currency,
        zone=settings.timezone,
        address=f"{edition.site_url}{URL}",
        paper=settings.paper.lower(),
        help="\N{NO-BREAK SPACE}· ".join(
            f"{one['name'] or one['question']}: {one['number']}" for one in help_lines(edition)
        ),
        logo=edition.logo.inline if edition.logo else None,
        note=settings.demonstration,
    )
    return Page(
        url=URL,
        section="match",
        title=words.t("Match a person"),
        description=words.t("Find what fits a person, with reasons. What you answer stays in the page."),
        body=renderer(words, "workspace.html")(view=view, root=root(URL)),
        styles=STYLES,
        scripts=(SCRIPT,),
    )
