"""`/data/`: what the open data is, its files, and what each field means."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.edition import Edition
from generator.opendata.files import FOLDER, TABLES
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root

URL = "data/"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """One table: its files, and its fields with their meanings."""

    id: str
    title: str
    csv: str
    json: str
    fields: tuple[tuple[str, str], ...]


def data_pages(edition: Edition) -> Iterator[Planned]:
    """The page about the open data."""
    yield Planned(url=URL, source="the page of open data", make=partial(_page, edition), made_of=())


def _page(edition: Edition) -> Page:
    t = edition.words.t
    tables = tuple(
        TableView(
            id=table.name,
            title=t(table.title),
            csv=f"{FOLDER}{table.name}.csv",
            json=f"{FOLDER}{table.name}.json",
            fields=tuple((name, t(meaning)) for name, meaning in table.fields),
        )
        for table in TABLES
    )
    return Page(
        url=URL,
        section="about",
        title=t("Open data"),
        description=t("All public facts of this site as CSV and JSON, with what each field means."),
        body=renderer(edition.words, "data.html")(
            tables=tables, licence=edition.settings.organisation.licence, root=root(URL)
        ),
    )
