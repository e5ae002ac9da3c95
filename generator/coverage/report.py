"""An edition in, the whole report out: gaps, tables, months, freshness; as text for the command, as plain values.

What keeps example clients waiting is worked out by the matcher, and comes in beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from generator.coverage.gaps import Gap, gaps
from generator.coverage.months import Month, months
from generator.coverage.offers import offers
from generator.coverage.tables import Table, tables
from generator.edition import Edition
from generator.matching.unknowns import Unknowns
from generator.pages.site_pages import FreshRow, UnknownRow, freshness_rows, unknown_facts

_WIDEST = 28  # characters of the first column of a table
_COLUMN = 10  # and of each other one


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a directory covers and what it lacks, as of a day."""

    offers: int
    gaps: tuple[Gap, ...]
    tables: tuple[Table, ...]
    months: tuple[Month, ...]
    fresh: tuple[FreshRow, ...]
    unknown: tuple[UnknownRow, ...]


def report(edition: Edition) -> Report:
    """The report of an edition."""
    found = offers(edition)
    return Report(
        offers=len(found),
        gaps=gaps(edition, found),
        tables=tables(edition, found),
        months=months(edition),
        fresh=tuple(freshness_rows(edition)),
        unknown=unknown_facts(edition),
    )


def as_text(edition: Edition, made: Report, waiting: Unknowns) -> str:
    """The report for a terminal."""
    return "\n".join((*_text(edition, made), "", *_waiting(edition, waiting))) + "\n"


def _text(edition: Edition, made: Report) -> Iterator[str]:
    words = edition.words
    yield words.t("What is missing")
    yield from (f"  - {gap.words}" for gap in made.gaps)
    if not made.gaps:
        yield "  " + words.t("Nothing that this report knows of.")
    for table in made.tables:
        yield ""
        yield table.title
        yield _line("", table.columns)
        yield from (_line(row.label, [words.number(one) if one else "-" for one in row.counts]) for row in table.rows)
    yield ""
    yield words.t("Sessions by month")
    yield _line("", (words.t("held"), words.t("cancelled"), words.t("moved")))
    for month in made.months:
        yield _line(words.month(month.first), [words.number(one) for one in (month.held, month.cancelled, month.moved)])
    yield ""
    yield words.t("How old the facts are")
    limits = edition.settings.freshness
    yield _line("", (f"<{limits.warn}", f"{limits.warn}-{limits.doubtful}", f">{limits.doubtful}"))
    yield from (_line(row.label, (row.fresh, row.old, row.doubtful)) for row in made.fresh)
    yield ""
    yield words.t("Facts that most records lack")
    yield from (_line(row.label, (row.count, f"/ {row.of}")) for row in made.unknown)


def _waiting(edition: Edition, found: Unknowns) -> Iterator[str]:
    """Who waits for facts that nobody knows, and what is to be asked first."""
    words = edition.words
    yield words.t("Facts that nobody knows, and who waits for them")
    kept = words.t(
        "%(waiting)s of %(all)s example clients wait for something.", waiting=found.waiting, all=found.clients
    )
    yield f"  {kept}"
    if found.facts:
        yield _line("", (words.t("clients"), words.t("records")))
    yield from (_line(one.label, (words.number(one.clients), words.number(one.records))) for one in found.facts)
    if found.asks:
        yield ""
        yield words.t("Ask these first")
    for ask in found.asks:
        who = words.n("%(count)s client waits for it", "%(count)s clients wait for it", ask.clients)
        alone = words.t("for %(count)s nothing else is to be asked", count=words.number(ask.alone))
        yield f"  - {ask.title} ({ask.id}): {ask.label.rstrip('?')}: {who}" + (f"; {alone}." if ask.alone else ".")


def _line(label: str, cells: Sequence[str]) -> str:
    return (
        f"  {_cut(label, _WIDEST):<{_WIDEST}}" + "".join(f" {_cut(one, _COLUMN):>{_COLUMN}}" for one in cells)
    ).rstrip()


def _cut(text: str, widest: int) -> str:
    return text if len(text) <= widest else f"{text[: widest - 1]}…"


def as_values(made: Report, waiting: Unknowns) -> dict[str, Any]:
    """The report as plain values, for JSON."""
    return {
        "offers": made.offers,
        "gaps": [{"rule": gap.rule, "words": gap.words} for gap in made.gaps],
        "tables": {
            table.id: {
                "title": table.title,
                "columns": list(table.columns),
                "rows": [{"label": row.label, "total": row.total, "counts": list(row.counts)} for row in table.rows],
            }
            for table in made.tables
        },
        "months": [
            {"month": f"{one.first:%Y-%m}", "held": one.held, "cancelled": one.cancelled, "moved": one.moved}
            for one in made.months
        ],
        "fresh": [asdict(row) for row in made.fresh],
        "unknown": [asdict(row) for row in made.unknown],
        "waiting": asdict(waiting),
    }
