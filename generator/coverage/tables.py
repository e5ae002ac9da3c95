"""Offers in, tables of counts out: two questions crossed, how many offers answer both."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from generator.coverage.offers import WEEKEND, Offer
from generator.edition import Edition
from generator.records import codes
from generator.words import mark as _


@dataclass(frozen=True, slots=True)
class Line:
    """One answer to a question: its code and its words."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is asked of every offer: the answers that are shown, and those that an offer gives."""

    lines: tuple[Line, ...]
    answers: Callable[[Offer], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a table: how many offers answer it, and how many of them each column."""

    label: str
    total: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """How many offers there are by two questions."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(edition: Edition, found: Sequence[Offer]) -> tuple[Table, ...]:
    """All tables of the report, in their order."""
    t = edition.words.t
    categories, week, areas = by_category(edition), by_day(edition), by_area(edition)
    alone = [one for one in found if one.stands_alone]
    return (
        crossed("days", t(_("What there is, by day")), categories, week, alone),
        crossed("times", t(_("By part of the day")), categories, by_part(edition), alone),
        crossed("areas", t(_("Where, by day")), areas, week, alone),
        crossed("places", t(_("What there is, by area")), categories, areas, alone),
        crossed("ease", t(_("How easy it is to come")), categories, by_ease(edition), alone),
        crossed("support", t(_("Kinds of help, by area")), by_support(edition), areas, found),
        crossed("needs", t(_("What got in the way, and who helps")), by_cause(edition), by_layer(edition), found),
    )


def crossed(id: str, title: str, rows: Question, columns: Question, found: Sequence[Offer]) -> Table:  # noqa: A002 - the word of HTML
    """The counts of two questions."""
    totals: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for one in found:
        theirs = tuple(rows.answers(one))
        totals.update(theirs)
        both.update(product(theirs, columns.answers(one)))
    counted = (
        Row(
            label=row.label,
            total=totals[row.code],
            counts=tuple(both[row.code, column.code] for column in columns.lines),
        )
        for row in rows.lines
    )
    return Table(id=id, title=title, columns=tuple(column.label for column in columns.lines), rows=tuple(counted))


def by_category(edition: Edition) -> Question:
    """The categories of the public calendar."""
    shown = (code for code in codes.CATEGORY if code not in codes.STAFF_CATEGORIES)
    return Question(
        tuple(Line(code, edition.label("category", code)) for code in shown), lambda one: (one.entry.category,)
    )


def by_day(edition: Edition) -> Question:
    """The days of the week."""
    lines = (Line(code, edition.words.weekday(number)) for number, code in enumerate(codes.WEEKDAYS))
    return Question(tuple(lines), lambda one: one.days)


def by_part(edition: Edition) -> Question:
    """Mornings, afternoons, evenings; weekends."""
    t = edition.words.t
    lines = (
        Line("am", t(_("Mornings"))),
        Line("pm", t(_("Afternoons"))),
        Line("eve", t(_("Evenings"))),
        Line("weekend", t(_("Weekends"))),
    )
    return Question(lines, lambda one: (*one.parts, *(("weekend",) if one.days & WEEKEND else ())))


def by_area(edition: Edition) -> Question:
    """The areas of the site, by where people meet."""
    lines = (Line(area.id, area.name) for area in edition.catalogue.sources.areas.areas)
    return Question(tuple(lines), lambda one: one.areas)


def by_ease(edition: Edition) -> Question:
    """What makes it easy to come; only what somebody has said for sure."""
    t = edition.words.t
    lines = (
        Line("free", t(_("Free"))),
        Line("step_free", t(_("Step-free"))),
        Line("after_work", t(_("Evening or weekend"))),
        Line("one_to_one", t(_("One to one"))),
        Line("buddy", t(_("Somebody goes with you"))),
    )
    return Question(lines, _ways)


def _ways(one: Offer) -> Iterator[str]:
    if one.free:
        yield "free"
    if one.step_free:
        yield "step_free"
    if one.after_work:
        yield "after_work"
    if one.one_to_one:
        yield "one_to_one"
    if one.entry.record.buddy:
        yield "buddy"


def by_layer(edition: Edition) -> Question:
    """The layers of support, from near to far."""
    lines = (Line(code, edition.label("layer", code)) for code in codes.LAYER)
    return Question(tuple(lines), lambda one: (one.entry.layer,))


def by_support(edition: Edition) -> Question:
    """The kinds of support: somebody who listens, facts, practical help, somebody to speak up."""
    lines = tuple(Line(code, edition.label("support", code)) for code in codes.SUPPORT)
    return Question(lines, lambda one: one.entry.support)


def by_cause(edition: Edition) -> Question:
    """What gets in people's way, as far as a group or service can help with it."""
    lines = (Line(code, edition.label("cause", code)) for code in codes.CAUSE if code not in NO_OFFER_HELPS)
    return Question(tuple(lines), lambda one: one.entry.record.addresses)


NO_OFFER_HELPS = frozenset({"unknown", "no_opportunity", "abuse", "self_neglect", "suicidal", "immediate_danger"})
"""For these the numbers of “Help now” are there, or nothing is named."""
