"""Parts of a calendar in, the ways to their sheets out: for who finds too much for paper and has to pick first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.pages.calendar_frame import week_of
from generator.pages.paging import name_key
from generator.pages.paper.found import Found
from generator.pages.paper.scopes import MANY, Scope
from generator.pages.ways import Link
from generator.words import mark as _

MOST = 100
"""Venues or organisers in a list; where there are more, each is printed from its own page."""
_TITLES = {
    "mix": _("Chosen for a place or a purpose"),
    "area": _("By area"),
    "category": _("By what it is about"),
    "venue": _("By place"),
    "organiser": _("By who runs it"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Parts of one kind: the ways to their sheets, and the names of those that are too large for paper themselves."""

    title: str
    links: tuple[Link, ...]
    too_large: str | None
    more: str | None
    """What to do where there are too many to list."""


def picks(
    found: Found, parts: Sequence[Scope], mixes: Sequence[Scope], *, day: date, month: date, kind: str
) -> tuple[Group, ...]:
    """The ways to the sheets of a month, a week or a day of each part that fits on paper; houses keep to themselves."""
    shown = tuple(scope for scope in (*mixes, *parts) if not scope.house)
    by_kind = {name: [scope for scope in shown if scope.kind == name] for name in _TITLES}
    tail = (
        f"weeks/#week-{week_of(found.edition, day)}" if kind == "week" else f"days/#day-{day}" if kind == "day" else ""
    )
    span = (day, day) if kind == "day" else None
    groups = (_group(found, name, several, month, tail=tail, span=span) for name, several in by_kind.items())
    return tuple(group for group in groups if group)


def _group(
    found: Found, name: str, several: list[Scope], month: date, *, tail: str, span: tuple[date, date] | None
) -> Group | None:
    words = found.edition.words
    counted = [(scope, found.busiest(scope, month)) for scope in several]
    large = [scope.name for scope, count in counted if count > MANY]
    fitting = [scope for scope, count in counted if 0 < count <= MANY and (span is None or found.active(scope, *span))]
    if not (large or fitting):
        return None
    too_many = len(fitting) > MOST
    return Group(
        title=words.t(_TITLES[name]),
        links=() if too_many else tuple(
            Link(url=f"{scope.url(month)}{tail}", label=scope.name)
            for scope in sorted(fitting, key=lambda one: name_key(one.name))
        ),
        too_large=words.t("Too much for paper, too: %(names)s.", names=words.listed(large)) if large else None,
        more=words.t("There are %(count)s. Open the page of the one you want, and print from there.",
                     count=words.number(len(fitting))) if too_many else None,
    )  # fmt: skip
