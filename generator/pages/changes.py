"""The sessions of a day in, what is different on it out: cancelled, moved, changed, closed, and when this was known.

A page is read on other days than the one on which it was made, so the changes of the days after it go along as data.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from generator.edition import Edition
from generator.jsontext import text_of
from generator.output import Output
from generator.pages.appearances import Appearance, Calendar, Standing, is_changed
from generator.pages.calendar_frame import DAY, Link, day_url, days_of
from generator.pages.days import goes_on, tag, tells
from generator.pages.record_text import sentence
from generator.records.common import Closed
from generator.words import Words

CHANGES = 8  # of a day; the rest is on its page
AHEAD = timedelta(days=13)  # so long after its making a site may still be read
DATA = "data/calendar/changes.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is different on a day: where to read more, the word for what happened, and what happened."""

    day: str
    """As 2026-12-02, for the script that knows which day it is."""
    found: tuple[tuple[Link, str, str], ...]
    more: Link | None
    known: str
    """As of when this is known, in a sentence."""
    records: tuple[str, ...]
    """What a page with this hangs on."""


def changes(edition: Edition, days: Calendar, day: date) -> Changes:
    """What is different on a day."""
    appearing = days.get(day, ())
    found = (*_closed(edition, day), *_changed(edition.words, appearing))
    rest = len(found) - CHANGES
    more = edition.words.n("%(count)s more change", "%(count)s more changes", rest)
    return Changes(
        day=day.isoformat(),
        found=tuple((link, word, text) for _, link, word, text in found[:CHANGES]),
        more=Link(url=day_url(day), words=more) if rest > 0 else None,
        known=known(edition),
        records=(
            *chain.from_iterable(one.records for one in appearing if is_changed(one)),
            *(record for record, *_ in found),
            f":{known(edition)}",
        ),
    )


def known(edition: Edition) -> str:
    """When the records were last changed, by the clocks of the site; without a history, when the page was made."""
    words = edition.words
    if edition.updated is None:
        return words.t("As known on %(day)s.", day=words.date(edition.today))
    then = edition.updated.astimezone(edition.catalogue.zone)
    return words.t("Last update: %(day)s, %(time)s.", day=words.day_year(then.date()), time=words.time(then.time()))


def data_of_changes(edition: Edition, days: Calendar) -> Output:
    """The changes of today and of the days after it, for pages that are read later."""
    return Output(DATA, "the changes of the next days", make=lambda: _json(edition, days))


def _json(edition: Edition, days: Calendar) -> str:
    last = min(edition.today + AHEAD, edition.window.last)
    several = (changes(edition, days, day) for day in days_of(edition.today, last))
    told = {
        one.day: {
            "found": [[link.url, link.words, word, text] for link, word, text in one.found],
            "more": one.more.words if one.more else None,
        }
        for one in several
        if one.found
    }
    return text_of({"known": known(edition), "days": told})


def _changed(words: Words, found: Sequence[Appearance]) -> Iterator[tuple[str, Link, str, str]]:
    """The sessions that are not as planned; one that moved within the day stands there once."""
    left = {id(one.session) for one in found if one.standing is Standing.LEFT}
    for one in found:
        word = tag(words, one)
        if word and (one.standing is Standing.LEFT or id(one.session) not in left):
            entry = one.session.entry
            said = word.word if goes_on(one) else words.t("%(word)s.", word=word.word)
            yield entry.id, Link(url=entry.url, words=one.session.title), said, tells(words, one) or ""


def _closed(edition: Edition, day: date) -> Iterator[tuple[str, Link, str, str]]:
    """The places and the groups that are closed."""
    catalogue, words = edition.catalogue, edition.words
    for name, place in catalogue.places.items():
        yield from _shut(words, name, Link(url=f"venues/{name}/", words=place.name), place.closed, day)
    for entry in catalogue.resources:
        if entry.record.closed and entry.listed(edition.today):
            link = Link(url=entry.url, words=entry.record.name)
            yield from _shut(words, entry.id, link, entry.record.closed, day)


def _shut(
    words: Words, record: str, link: Link, closed: Iterable[Closed], day: date
) -> Iterator[tuple[str, Link, str, str]]:
    for period in closed:
        if not period.first <= day <= period.last:
            continue
        following = period.last + DAY
        until = words.t("It opens again on %(day)s.", day=words.day(following)) if following > day + DAY else ""
        why = sentence(period.why) if period.why else ""
        word = words.t("%(word)s.", word=words.t("Closed"))
        yield record, link, word, " ".join(part for part in (why, until) if part)
        return
