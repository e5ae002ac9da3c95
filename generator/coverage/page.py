"""`/coverage/`: what is missing, in words first; then every count as a table, with bars drawn at build time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.coverage.report import Report, report
from generator.coverage.tables import Table
from generator.edition import Edition
from generator.pages.engine import renderer
from generator.pages.page import OUTLINES, Page, Planned, root
from generator.pages.site_pages import FreshRow, UnknownRow
from generator.pages.ways import Link, variety_url

URL = "coverage/"
STYLE = "assets/coverage.css"
_FULL = 100  # the width of the longest bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A count of a table, in words; nothing is said aloud."""

    words: str
    none: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A row of a table: its name, all that fit it, the counts."""

    label: str
    total: str
    bar: int
    """How long its bar is, of 100."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table of counts."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """The sessions of a month, and how long their bars are, of 100."""

    label: str
    held: str
    cancelled: str
    moved: str
    bar: int
    bar_cancelled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageView:
    """The report as its page shows it."""

    gaps: tuple[str, ...]
    mixes: tuple[Link, ...]
    """The same question asked of each mix."""
    tables: tuple[TableView, ...]
    months: tuple[MonthView, ...]
    columns: tuple[str, str, str]
    fresh: tuple[FreshRow, ...]
    unknown: tuple[UnknownRow, ...]


def coverage_pages(edition: Edition) -> Iterator[Planned]:
    """The page of the report; it hangs on every record."""
    make = partial(_page, edition)
    yield Planned(url=URL, source="the page of coverage", make=make, made_of=(OUTLINES,), indexed=False)


def _page(edition: Edition) -> Page:
    words = edition.words
    return Page(
        url=URL,
        section="about",
        title=words.t("What is missing"),
        description=words.t(
            "What this directory covers and what it lacks, for coordinators and those who fund things."
        ),
        body=renderer(words, "coverage.html")(view=_view(edition, report(edition)), root=root(URL)),
        indexed=False,
        styles=(STYLE,),
    )


def _view(edition: Edition, made: Report) -> CoverageView:
    words, limits = edition.words, edition.settings.freshness
    most = max((month.held + month.cancelled for month in made.months), default=0) or 1
    return CoverageView(
        gaps=tuple(gap.words for gap in made.gaps),
        mixes=tuple(
            Link(url=variety_url(mix), label=mix.name)
            for mix in edition.catalogue.sources.mixes.values()
            if not mix.house
        ),
        tables=tuple(_table(edition, table) for table in made.tables),
        months=tuple(
            MonthView(
                label=words.month(month.first),
                held=words.number(month.held),
                cancelled=words.number(month.cancelled),
                moved=words.number(month.moved),
                bar=round(_FULL * month.held / most),
                bar_cancelled=round(_FULL * month.cancelled / most),
            )
            for month in made.months
        ),
        columns=(
            words.t("Up to %(months)s months ago", months=limits.warn),
            words.t("%(warn)s to %(doubtful)s months ago", warn=limits.warn, doubtful=limits.doubtful),
            words.t("Longer ago, or never"),
        ),
        fresh=made.fresh,
        unknown=made.unknown,
    )


def _table(edition: Edition, table: Table) -> TableView:
    words = edition.words
    most = max((row.total for row in table.rows), default=0) or 1
    none = words.t("none")
    return TableView(
        id=table.id,
        title=table.title,
        columns=table.columns,
        rows=tuple(
            RowView(
                label=row.label,
                total=words.number(row.total),
                bar=round(_FULL * row.total / most),
                cells=tuple(Cell(words=words.number(one) if one else none, none=not one) for one in row.counts),
            )
            for row in table.rows
        ),
    )
