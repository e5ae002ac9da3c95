"""READ THIS to add a column: every column of the catalogue that browsers read, its words, where it comes from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.catalogue import Entry
from generator.columns import readings
from generator.columns.coding import Column, items, numbers, sets
from generator.columns.positions import point
from generator.edition import Edition
from generator.pages.cards import next_of
from generator.pages.record_text import language
from generator.records import codes
from generator.records.common import Audience
from generator.sessions import Session
from generator.words import mark as _

Says = Callable[[Edition, Entry], Sequence[str]]

_WORDS: Mapping[str, Mapping[str, str]] = {
    "cost": {"free": _("Free"), "donation": _("Give what you can"), "paid": _("Costs money")},
    "section": {"resources": _("Groups and services"), "activities": _("Activities with dates")},
}


_AT_HOME_TOO = codes.COMMUNICATION_ACCESS.keys() - {"hearing_loop"}
"""What matters also where nobody has to go anywhere; all other questions are about a place and a way there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A column of codes: its name, what each record says, and where order and words of the codes come from."""

    name: str
    says: Says
    vocabulary: str | None = None
    """Which labels the codes have; None where they need none (yes, no, days)."""


def _audience(entry: Entry) -> Audience:
    return entry.facts.audience.value if entry.facts.audience else Audience()


QUESTIONS: tuple[Question, ...] = (
    Question(name="section", vocabulary="section", says=lambda _e, entry: (entry.section,)),
    Question(name="kind", vocabulary="kind", says=lambda _e, entry: (entry.record.kind,) if entry.record.kind else ()),
    Question(name="category", vocabulary="category", says=lambda _e, entry: (entry.category,)),
    Question(name="topic", vocabulary="topic", says=lambda _e, entry: entry.record.topics),
    Question(name="slot", says=readings.slots),
    Question(name="area", vocabulary="area", says=readings.areas),
    Question(name="cost", vocabulary="cost", says=readings.cost),
    Question(name="next_step", vocabulary="next_step", says=readings.next_step),
    Question(
        name="joining",
        vocabulary="joining",
        says=lambda _e, entry: (entry.record.joining.way,) if entry.record.joining else (),
    ),
    Question(
        name="referral",
        vocabulary="referral",
        says=lambda _e, entry: (entry.facts.referral.value.by,) if entry.facts.referral else (),
    ),
    Question(name="gender", vocabulary="gender", says=readings.gender),
    Question(name="requires", vocabulary="tag", says=lambda _e, entry: _audience(entry).requires),
    Question(name="designed_for", vocabulary="tag", says=lambda _e, entry: _audience(entry).designed_for),
    Question(name="welcomes", vocabulary="tag", says=lambda _e, entry: _audience(entry).welcomes),
    Question(name="unit", vocabulary="unit", says=lambda _e, entry: (entry.record.unit,) if entry.record.unit else ()),
    Question(name="goal", vocabulary="goal", says=lambda _e, entry: entry.goals),
    Question(name="support", vocabulary="support", says=lambda _e, entry: entry.support),
    Question(name="layer", vocabulary="layer", says=lambda _e, entry: (entry.layer,)),
    Question(name="format", vocabulary="format", says=readings.formats),
    Question(name="size", vocabulary="size", says=lambda _e, entry: (entry.record.size,) if entry.record.size else ()),
    Question(
        name="effort",
        vocabulary="effort",
        says=lambda _e, entry: (entry.record.effort,) if entry.record.effort else (),
    ),
    Question(
        name="language",
        vocabulary="language",
        says=lambda _e, entry: entry.facts.languages.value if entry.facts.languages else (),
    ),
    Question(
        name="spoken",
        vocabulary="language",
        says=lambda _e, entry: entry.facts.also_spoken.value if entry.facts.also_spoken else (),
    ),
    Question(name="buddy", says=readings.buddy),
    Question(name="fetches", says=readings.fetches),
    Question(
        name="places",
        vocabulary="places",
        says=lambda _e, entry: (entry.record.places.state,) if entry.record.places else (),
    ),
    Question(name="can_join", says=readings.can_join),
    Question(name="phone", says=readings.phone),
)
"""What records say of a closed question, any number of answers."""

NUMBERS: Mapping[str, Callable[[Edition, Entry], int | None]] = {
    "min_age": readings.youngest,
    "max_age": readings.oldest,
    "checked": readings.checked,
}
"""Whole numbers."""

OF_NEXT: Mapping[str, Callable[[Edition, Session | None], int | None]] = {
    "next_day": readings.days_until,
    "next_minute": readings.minute_of,
}
"""Whole numbers of the next session."""

SHARED: Mapping[str, Callable[[Edition, Entry], object | None]] = {"point": point, "answered": readings.answered}
"""Things that several records have in common."""


def columns(edition: Edition, entries: Sequence[Entry]) -> Mapping[str, Column]:
    """Every column but access, of entries in their order."""
    made: dict[str, Column] = {}
    for question in QUESTIONS:
        said = [question.says(edition, entry) for entry in entries]
        made[question.name] = sets(said, *_vocabulary(edition, question.vocabulary, said))
    made["topic"] = {**made["topic"], "families": _families(edition, entries)}
    made |= {name: numbers([says(edition, entry) for entry in entries]) for name, says in NUMBERS.items()}
    coming = [next_of(edition, entry) for entry in entries]
    made |= {name: numbers([says(edition, session) for session in coming]) for name, says in OF_NEXT.items()}
    made |= {name: items([says(edition, entry) for entry in entries]) for name, says in SHARED.items()}
    return made


def access_columns(edition: Edition, entries: Sequence[Entry]) -> Mapping[str, Column]:
    """A column for each question about access that anybody has answered, with the words of the question."""
    answers: dict[str, list[tuple[str, ...]]] = {}
    for number, entry in enumerate(entries):
        for feature, known in entry.facts.access.items():
            if feature not in answers:
                answers[feature] = [()] * len(entries)
            answers[feature][number] = (known.value.answer,)
    return {
        feature: {
            "label": edition.label("access", feature),
            "there": feature not in _AT_HOME_TOO,
            **sets(answers[feature], codes.ANSWER),
        }
        for feature in (
            *codes.ASKED_OF_EVERYBODY,
            *(one for one in codes.ACCESS if one not in codes.ASKED_OF_EVERYBODY),
        )
        if feature in answers
    }


def _families(edition: Edition, entries: Iterable[Entry]) -> Mapping[str, str]:
    """The families of topics that occur, in the order of the vocabulary, with their words."""
    known = edition.vocabulary.topics
    found = {code.partition(".")[0] for entry in entries for code in entry.record.topics}
    families = dict.fromkeys(code.partition(".")[0] for code in known)
    return {
        code: edition.label("topic", code) if code in known else code.replace("_", " ").capitalize()
        for code in families
        if code in found
    }


def _vocabulary(
    edition: Edition, vocabulary: str | None, said: Iterable[Sequence[str]]
) -> tuple[Iterable[str], Mapping[str, str] | None]:
    """The codes of a vocabulary in their order, and their words."""
    if vocabulary is None:
        return sorted({code for one in said for code in one}), None
    if vocabulary == "area":
        areas = {area.id: area.name for area in edition.catalogue.sources.areas.areas}
        return areas, areas
    if vocabulary == "language":
        words = edition.words
        named = {code: language(words, code) for code in sorted({code for one in said for code in one})}
        return sorted(named, key=lambda code: (named[code].casefold(), code)), named
    if vocabulary in _WORDS:
        return _WORDS[vocabulary], {code: edition.words.t(text) for code, text in _WORDS[vocabulary].items()}
    order = _order(edition, vocabulary)
    return order, {code: edition.label(vocabulary, code) for code in order}


def _order(edition: Edition, vocabulary: str) -> Iterable[str]:
    if vocabulary == "topic":
        return edition.vocabulary.topics
    return edition.vocabulary.tags if vocabulary == "tag" else codes.CLOSED[vocabulary]
