"""A mix's variety in, text for a terminal and plain values for JSON out."""

from collections.abc import Iterator
from typing import Any

from generator.coverage.variety import Answer, Variety
from generator.edition import Edition
from generator.words import Words
from generator.words import mark as _

NAMED = 5
"""So many activities are named under a question; the rest are counted."""
ASKED_BY_HAND = _(
    "Did the people ask for it? Only they know: read the slips “I would like” from the printed sheets together."
)


def as_text(edition: Edition, found: Variety) -> str:
    """The questions with yes or no, and under each who meets it."""
    return "\n".join(_text(edition, found)) + "\n"


def _text(edition: Edition, found: Variety) -> Iterator[str]:
    words = edition.words
    yield f"{found.mix.name}: {words.month(found.month)}"
    yield f"  {counted(words, found)}"
    yield ""
    yes, no = words.t("yes"), words.t("no")
    width = max(len(yes), len(no))
    for answer in found.answers:
        yield f"  {yes if answer.by else no:<{width}}  {words.t(answer.words)}"
        for line in lines(words, answer):
            yield f"  {'':<{width}}    {line}"
    yield f"  {'?':<{width}}  {words.t(ASKED_BY_HAND)}"
    yield from _listed(words.t("Days with nothing on"), [words.day(day) for day in found.empty_days])
    yield from _listed(words.t("Nothing of these sorts"), edition.labels("category", found.missing))


def counted(words: Words, found: Variety) -> str:
    """How many activities there are, and how many times something is on."""
    things = words.n("%(count)s activity", "%(count)s activities", found.activities)
    return words.t("%(things)s, %(times)s.", things=things, times=times(words, found.times))


def times(words: Words, count: int) -> str:
    """How often."""
    return words.n("%(count)s time", "%(count)s times", count)


def lines(words: Words, answer: Answer) -> Iterator[str]:
    """Who meets a question, and who does not say."""
    if answer.by:
        yield _some(words, [f"{one.entry.record.name} ({times(words, one.times)})" for one in answer.by])
    if answer.silent:
        yield words.t("Do not say: %(names)s", names=_some(words, [one.record.name for one in answer.silent]))


def _some(words: Words, names: list[str]) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - NAMED
    said = ", ".join(names[:NAMED])
    return f"{said}, {and_more(words, more)}" if more > 0 else said


def and_more(words: Words, count: int) -> str:
    """How many are not named."""
    return words.n("and %(count)s more", "and %(count)s more", count)


def _listed(title: str, items: Any) -> Iterator[str]:
    if items:
        yield ""
        yield title
        yield f"  {', '.join(items)}"


def as_values(found: Variety) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "mix": found.mix.id,
        "month": f"{found.month:%Y-%m}",
        "activities": found.activities,
        "times": found.times,
        "questions": [
            {
                "id": answer.id,
                "asks": answer.words,
                "met": bool(answer.by),
                "by": [{"id": one.entry.id, "times": one.times} for one in answer.by],
                "do_not_say": [one.id for one in answer.silent],
            }
            for answer in found.answers
        ],
        "days_with_nothing": [day.isoformat() for day in found.empty_days],
        "missing": list(found.missing),
    }
