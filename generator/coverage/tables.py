"""Offers in, tables of counts out: two questions crossed, how many offers answer both."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.coverage.offers import WEEKEND, Offer
from generator.edition import Edition
from generator.records import codes
from generator.words import mark as _

Fits = Callable[[Offer], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """One answer to a question: its code, its words, which offers give it."""

    code: str
    label: str
    fits: Fits


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
    categories, week, areas = tuple(by_category(edition)), tuple(by_day(edition)), tuple(by_area(edition))
    ways, layers = tuple(by_ease(edition)), tuple(by_layer(edition))
    alone = [one for one in found if one.stands_alone]
    return (
        crossed("days", t(_("What there is, by day")), categories, week, alone),
        crossed("times", t(_("By part of the day")), categories, tuple(by_part(edition)), alone),
        crossed("areas", t(_("Where, by day")), areas, week, alone),
        crossed("places", t(_("What there is, by area")), categories, areas, alone),
        crossed("ease", t(_("How easy it is to come")), categories, ways, alone),
        crossed("needs", t(_("What got in the way, and who helps")), tuple(by_cause(edition)), layers, found),
    )


def crossed(id: str, title: str, rows: Sequence[Line], columns: Sequence[Line], found: Sequence[Offer]) -> Table:  # noqa: A002 - the word of HTML
    """The counts of two questions."""
    counted = []
    for row in rows:
        theirs = [one for one in found if row.fits(one)]
        counts = tuple(sum(map(column.fits, theirs)) for column in columns)
        counted.append(Row(label=row.label, total=len(theirs), counts=counts))
    return Table(id=id, title=title, columns=tuple(column.label for column in columns), rows=tuple(counted))


def by_category(edition: Edition) -> Iterator[Line]:
    """The categories of the public calendar."""
    for code in codes.CATEGORY:
        if code not in codes.STAFF_CATEGORIES:
            yield Line(code, edition.label("category", code), lambda one, code=code: one.entry.category == code)  # type: ignore[misc]


def by_day(edition: Edition) -> Iterator[Line]:
    """The days of the week."""
    for number, code in enumerate(codes.WEEKDAYS):
        yield Line(code, edition.words.weekday(number), lambda one, code=code: code in one.days)  # type: ignore[misc]


def by_part(edition: Edition) -> Iterator[Line]:
    """Mornings, afternoons, evenings; weekends."""
    t = edition.words.t
    labels = {"am": t(_("Mornings")), "pm": t(_("Afternoons")), "eve": t(_("Evenings"))}
    for code, label in labels.items():
        yield Line(code, label, lambda one, code=code: code in one.parts)  # type: ignore[misc]
    yield Line("weekend", t(_("Weekends")), lambda one: bool(one.days & WEEKEND))


def by_area(edition: Edition) -> Iterator[Line]:
    """The areas of the site, by where people meet."""
    for area in edition.catalogue.sources.areas.areas:
        yield Line(area.id, area.name, lambda one, code=area.id: code in one.areas)  # type: ignore[misc]


def by_ease(edition: Edition) -> Iterator[Line]:
    """What makes it easy to come; only what somebody has said for sure."""
    t = edition.words.t
    yield Line("free", t(_("Free")), lambda one: one.free)
    yield Line("step_free", t(_("Step-free")), lambda one: one.step_free)
    yield Line("after_work", t(_("Evening or weekend")), lambda one: one.after_work)
    yield Line("one_to_one", t(_("One to one")), lambda one: one.one_to_one)
    yield Line("buddy", t(_("Somebody goes with you")), lambda one: bool(one.entry.record.buddy))


def by_layer(edition: Edition) -> Iterator[Line]:
    """The layers of support, from near to far."""
    for code in codes.LAYER:
        yield Line(code, edition.label("layer", code), lambda one, code=code: one.entry.layer == code)  # type: ignore[misc]


def by_cause(edition: Edition) -> Iterator[Line]:
    """What gets in people's way, as far as a group or service can help with it."""
    for code in codes.CAUSE:
        if code not in NO_OFFER_HELPS:
            yield Line(code, edition.label("cause", code), lambda one, code=code: code in one.entry.record.addresses)  # type: ignore[misc]


NO_OFFER_HELPS = frozenset({"unknown", "no_opportunity", "abuse", "self_neglect", "suicidal", "immediate_danger"})
"""For these the numbers of “Help now” are there, or nothing is named."""
