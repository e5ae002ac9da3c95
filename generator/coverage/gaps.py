"""Offers in, what is missing out, in sentences that can be sent to those who plan and pay for things.

Each rule stands in `RULES` and gives its sentences; one gap is said once, where it is widest.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.coverage.offers import Offer
from generator.coverage.tables import Line, Question, by_area, by_category, by_cause, by_day, by_ease, by_support
from generator.edition import Edition
from generator.words import mark as _

FEWEST = 3
"""Of fewer offers of a sort nobody expects that one of them is free, or in the evening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing."""

    rule: str
    words: str


def gaps(edition: Edition, found: Sequence[Offer]) -> tuple[Gap, ...]:
    """All gaps, in the order of the rules."""
    alone = [one for one in found if one.stands_alone]
    said = ((rule, words) for rule, say in RULES.items() for words in say(edition, alone))
    of_all = ((rule, words) for rule, say in RULES_OF_ALL.items() for words in say(edition, found))
    return tuple(Gap(rule=rule, words=words) for rule, words in (*said, *of_all))


def _empty_days(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Days on which nothing happens at all."""
    for day in _none_of(by_day(edition), found):
        yield edition.words.t(_("Nobody does anything on a %(day)s."), day=day.label)


def _empty_areas(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Areas in which nothing happens."""
    for area in _none_of(by_area(edition), _with_dates(found)):
        yield edition.words.t(_("Nothing happens in %(area)s."), area=area.label)


def _empty_days_of_areas(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Days on which nothing happens in an area, though it does elsewhere."""
    everywhere = {day.code for day in _none_of(by_day(edition), found)}
    for area, theirs in _areas(edition, found):
        days = [day.label for day in _none_of(by_day(edition), theirs) if day.code not in everywhere]
        if days:
            yield edition.words.t(
                _("Nobody does anything on a %(days)s in %(area)s."), days=edition.words.either(days), area=area.label
            )


def _no_evenings(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Areas without an evening."""
    for area, theirs in _areas(edition, found):
        if not any("eve" in one.parts for one in theirs):
            yield edition.words.t(_("There is no evening out in %(area)s."), area=area.label)


def _nothing_free(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Areas in which nothing is free for sure."""
    for area, theirs in _areas(edition, found):
        if not any(one.free for one in theirs):
            yield edition.words.t(_("Nothing in %(area)s is free for sure."), area=area.label)


def _nothing_step_free(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Areas in which nothing is step-free for sure."""
    for area, theirs in _areas(edition, found):
        if not any(one.step_free for one in theirs):
            yield edition.words.t(_("Nothing in %(area)s is step-free for sure."), area=area.label)


def _missing_sorts(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Categories of which there is nothing."""
    missing = [category.label for category in _none_of(by_category(edition), found)]
    if missing:
        yield edition.words.t(_("Nobody offers any of this: %(sorts)s."), sorts=edition.words.listed(missing))


def _hard_sorts(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Categories in which there are several things, none of them free, step-free, or after work."""
    said = {
        "free": _("Nothing under “%(sort)s” is free for sure."),
        "step_free": _("Nothing under “%(sort)s” is step-free for sure."),
        "after_work": _("Nothing under “%(sort)s” is in the evening or at the weekend."),
    }
    for category in by_category(edition).lines:
        theirs = [one for one in found if one.entry.category == category.code]
        if len(theirs) >= FEWEST:
            for way in _none_of(by_ease(edition), theirs):
                if way.code in said:
                    yield edition.words.t(said[way.code], sort=category.label)


def _nothing_one_to_one(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Nothing for people who do not come to a group."""
    if not any(one.one_to_one for one in found):
        yield edition.words.t(_("There is nothing for one person at a time."))


def _missing_support(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Kinds of support that nobody gives."""
    missing = [support.label for support in _none_of(by_support(edition), found)]
    if missing:
        yield edition.words.t(_("Nobody gives this kind of help: %(kinds)s."), kinds=edition.words.listed(missing))


def _unmet_needs(edition: Edition, found: Sequence[Offer]) -> Iterator[str]:
    """Causes with which nobody helps."""
    unmet = [cause.label for cause in _none_of(by_cause(edition), found)]
    if unmet:
        yield edition.words.t(_("Nobody helps when this got in the way: %(needs)s."), needs="; ".join(unmet))


def _areas(edition: Edition, found: Sequence[Offer]) -> Iterator[tuple[Line, list[Offer]]]:
    """The smallest areas in which anything happens, with what happens there."""
    parents = {area.parent for area in edition.catalogue.sources.areas.areas}
    dated = _with_dates(found)
    for area in by_area(edition).lines:
        theirs = [one for one in dated if area.code in one.areas]
        if theirs and area.code not in parents:
            yield area, theirs


def _with_dates(found: Sequence[Offer]) -> list[Offer]:
    return [one for one in found if one.days]


def _none_of(question: Question, found: Sequence[Offer]) -> Iterator[Line]:
    """The answers that no offer gives."""
    given = {code for one in found for code in question.answers(one)}
    return (line for line in question.lines if line.code not in given)


RULES: dict[str, Callable[[Edition, Sequence[Offer]], Iterator[str]]] = {
    "empty-day": _empty_days,
    "empty-area": _empty_areas,
    "empty-day-of-area": _empty_days_of_areas,
    "no-evening": _no_evenings,
    "nothing-free": _nothing_free,
    "nothing-step-free": _nothing_step_free,
    "missing-sort": _missing_sorts,
    "hard-sort": _hard_sorts,
    "nothing-one-to-one": _nothing_one_to_one,
}

RULES_OF_ALL: dict[str, Callable[[Edition, Sequence[Offer]], Iterator[str]]] = {
    "missing-support": _missing_support,
    "unmet-need": _unmet_needs,
}
"""Rules for which a resource counts also where its activities are counted in its place."""
