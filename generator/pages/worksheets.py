"""`/guide/sheets/`: worksheets to fill in on the page or on paper. Nothing is stored or sent; paper has no name."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.edition import Edition
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.pages.steps import StepView, step_views
from generator.pages.ways import Link
from generator.pages.worksheet_parts import Sheet
from generator.pages.worksheet_texts import SHEETS

FOLDER = "guide/sheets/"
STYLE, SCRIPT = "assets/worksheet.css", "assets/js/worksheet/page.mjs"
_LATER = 2
"""How many later dates paper has columns for, where a sheet is used again at a review."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetView:
    """A worksheet as its template needs it; `parts` is finished HTML."""

    title: str
    lead: str
    intro: str | None
    source: str | None
    version: str
    later: range
    steps: tuple[StepView, ...]
    parts: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a part stands: its number on the sheet, for names and labels of fields, and the columns for later dates."""

    name: str
    later: range


def worksheet_pages(edition: Edition) -> Iterator[Planned]:
    """The list of the sheets, and a page for each."""
    yield Planned(url=FOLDER, source="the worksheets", make=partial(_index, edition), made_of=())
    for sheet in SHEETS:
        url = f"{FOLDER}{sheet.id}/"
        yield Planned(url=url, source="the worksheets", make=partial(_sheet, edition, sheet, url), made_of=())


def _index(edition: Edition) -> Page:
    t = edition.words.t
    links = tuple(Link(url=f"{FOLDER}{sheet.id}/", label=t(sheet.title), text=t(sheet.lead)) for sheet in SHEETS)
    return Page(
        url=FOLDER,
        section="guide",
        title=t("Worksheets"),
        description=t("Questions, a network map, a plan and a review, to fill in on the page or on paper."),
        body=renderer(edition.words, "worksheets.html")(sheets=links, root=root(FOLDER)),
    )


def _sheet(edition: Edition, sheet: Sheet, url: str) -> Page:
    words = edition.words
    later = range(_LATER if sheet.review else 0)
    parts = (
        renderer(words, f"worksheet/{part.kind}.html")(
            part=part, at=Place(name=f"q{number}", later=later), root=root(url)
        )
        for number, part in enumerate(sheet.parts, 1)
    )
    view = SheetView(
        title=words.t(sheet.title),
        lead=words.t(sheet.lead),
        intro=words.t(sheet.intro) if sheet.intro else None,
        source=words.t(sheet.source) if sheet.source else None,
        version=sheet.version,
        later=later,
        steps=step_views(words, sheet.step),
        parts=Markup("").join(parts),
    )
    return Page(
        url=url,
        section="guide",
        title=view.title,
        description=view.lead,
        body=renderer(words, "worksheet.html")(view=view, root=root(url)),
        styles=(STYLE,),
        scripts=(SCRIPT,),
    )
