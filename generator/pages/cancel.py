"""`/cancel/`: the page on which those who run a group cancel a session: a ready issue or mail, a message, a notice.

There is one page for all records: a script reads the dates from the page of the record that the address names. Without
scripts it says whom to ring.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from generator.edition import Edition
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.pages.record_runs import ISSUE
from generator.pages.ways import Phone, phone

URL, ASKED = "cancel/", "activity"
SCRIPT = "assets/js/cancel/page.mjs"
FORM = "{address}/issues/new?template=1-cancel.yml&title={title}&slip={body}"
"""GitHub fills the fields of a form from the address, and gives the issue the form's label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelView:
    """Whom to ring, and the ways by which a text reaches those on duty; `issue` has holes for title and text."""

    phone: Phone
    email: str | None
    issue: str | None
    place: str


def cancel_pages(edition: Edition) -> Iterator[Planned]:
    """The one page."""
    yield Planned(url=URL, source="the page for cancelling", make=partial(_page, edition), made_of=(), indexed=False)


def cancel_url(activity: str) -> str:
    """The address, from the top, at which a session of this activity is cancelled."""
    return f"{URL}?{ASKED}={quote(activity)}"


def issue_form(edition: Edition) -> str | None:
    """The address of a new issue with holes for its title and text; None where no repository is known."""
    repository = edition.settings.repository
    if repository is None:
        return None
    known = FORM if repository.kind == "github" else ISSUE[repository.kind]
    return known.replace("{address}", repository.address.rstrip("/"))


def _page(edition: Edition) -> Page:
    words, settings = edition.words, edition.settings
    view = CancelView(
        phone=phone(edition), email=settings.contact.email, issue=issue_form(edition), place=settings.place
    )
    return Page(
        url=URL,
        section="about",
        title=words.t("Cancel a session"),
        description=words.t("For those who run a group: a session does not take place, and people should know."),
        body=renderer(words, "cancel.html")(view=view, root=root(URL)),
        indexed=False,
        scripts=(SCRIPT,),
    )
