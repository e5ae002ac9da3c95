"""`/mix/…/variety/`: for coordinators of a house, whether there is something for everybody in the months on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.coverage.variety import Answer, Variety, variety
from generator.coverage.variety_text import ASKED_BY_HAND, NAMED, and_more, counted, times
from generator.edition import Edition
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.pages.paper.scopes import months
from generator.pages.ways import Link, mix_url, variety_url
from generator.records.site import Mix

STYLE = "assets/coverage.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """A question, with the ways to those who meet it and to those who do not say."""

    words: str
    by: tuple[Link, ...]
    more: tuple[Link, ...]
    """Those beyond the first few, folded away."""
    how_many: str
    silent: tuple[Link, ...]
    silent_count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """What a mix offers in a month."""

    id: str
    title: str
    counted: str
    missing: tuple[str, ...]
    """The questions that nothing meets."""
    asks: tuple[AskView, ...]
    empty_days: tuple[str, ...]
    sorts: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VarietyView:
    """The page."""

    up: Link
    months: tuple[MonthView, ...]
    by_hand: str


def variety_pages(edition: Edition) -> Iterator[Planned]:
    """A page for each mix; it hangs on every record."""
    for mix in edition.catalogue.sources.mixes.values():
        yield Planned(url=variety_url(mix), source=mix.file, make=partial(_page, edition, mix), indexed=False)


def _page(edition: Edition, mix: Mix) -> Page:
    words, url = edition.words, variety_url(mix)
    view = VarietyView(
        up=Link(url=mix_url(mix), label=mix.name),
        months=tuple(_month(edition, variety(edition, mix, month)) for month in months(edition)),
        by_hand=words.t(ASKED_BY_HAND),
    )
    return Page(
        url=url,
        section="calendar",
        title=words.t("%(name)s: something for everybody?", name=mix.name),
        description=words.t("For those who make the calendar: what the month has for whom, and what it lacks."),
        body=renderer(words, "variety.html")(view=view, root=root(url)),
        indexed=False,
        styles=(STYLE,),
    )


def _month(edition: Edition, found: Variety) -> MonthView:
    words = edition.words
    sorts = edition.labels("category", found.missing)
    return MonthView(
        id=f"{found.month:%Y-%m}",
        title=words.month(found.month),
        counted=counted(words, found),
        missing=tuple(words.t(one.words) for one in found.answers if not one.by),
        asks=tuple(_ask(edition, one) for one in found.answers),
        empty_days=tuple(words.day(day) for day in found.empty_days),
        sorts=" · ".join(sorts) or None,
    )


def _ask(edition: Edition, answer: Answer) -> AskView:
    words = edition.words
    by = tuple(Link(url=one.entry.url, label=one.entry.record.name, count=times(words, one.times)) for one in answer.by)
    return AskView(
        words=words.t(answer.words),
        by=by[:NAMED],
        more=by[NAMED:],
        how_many=and_more(words, len(by) - NAMED),
        silent=tuple(Link(url=one.url, label=one.record.name) for one in answer.silent),
        silent_count=words.number(len(answer.silent)),
    )
