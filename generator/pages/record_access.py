"""Getting in and around, in words: two marks for a card, all answers for a page; the unknown is shown too."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

from generator.catalogue import Entry
from generator.edition import Edition
from generator.icons import ACCESS, STATE
from generator.inherit import Known, Place
from generator.pages.engine import renderer
from generator.pages.record_text import capital
from generator.records import codes
from generator.records.common import AccessAnswer
from generator.words import mark as _

Answer = Literal["yes", "no", "unknown"]

_MARKS = {
    "step_free": {"yes": _("Step-free"), "no": _("Not step-free"), "unknown": _("Steps: not known")},
    "accessible_toilet": {
        "yes": _("Wheelchair toilet"),
        "no": _("No wheelchair toilet"),
        "unknown": _("Wheelchair toilet: not known"),
    },
}
_FEW = 2
"""So many more answers about the building stand with the others; more are folded away."""

_ANSWERS: dict[Answer, str] = {"yes": _("Yes"), "no": _("No"), "unknown": _("Not known")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One answer about access on a card: the answer, the words, the icon."""

    answer: Answer
    words: str
    icon: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessRow:
    """One question about access on a page, its answer in words, and what else is known of it."""

    feature: str
    label: str
    icon: str
    answer: Answer
    words: str
    answer_icon: str
    note: str | None


def in_person(entry: Entry) -> bool:
    """Whether people meet at a place, as far as anybody has said."""
    if entry.record.format:
        return "in_person" in entry.record.format
    return entry.place is not None


def from_home(entry: Entry) -> bool:
    """Whether somebody has said that nobody meets at a place: it is online, by telephone, by post, at one's home."""
    return bool(entry.record.format) and "in_person" not in entry.record.format


def access_marks(edition: Edition, entry: Entry) -> tuple[Mark, ...] | None:
    """The answers that decide for many whether they can come; None where nobody meets at a place."""
    if not in_person(entry):
        return None
    return tuple(_mark(edition, feature, _answer(entry.facts.access.get(feature))) for feature in _MARKS)


def _mark(edition: Edition, feature: str, answer: Answer) -> Mark:
    return Mark(answer=answer, words=edition.words.t(_MARKS[feature][answer]), icon=STATE[answer])


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessList:
    """The answers of a page as items of lists, and from whom they are."""

    first: Markup
    """What everybody is asked, known or not, and what is known of the group itself."""
    building: Markup
    """What else is known of the building, where that is much."""
    more: int
    """How many answers `building` has."""
    sources: str | None
    """Whose answers these are, where some are somebody else's."""


def access_list(edition: Edition, root: str) -> Callable[[Entry], AccessList]:
    """A function that gives the answers of an entry; `root` leads from the pages to the site's top.

    Where nobody meets at a place, only what somebody has told.
    """
    item = _items(edition, root)

    def answers(entry: Entry) -> AccessList:
        access, asked = entry.facts.access, in_person(entry)
        features = tuple(_features(access, asked=asked))
        building = [feature for feature in features if _only_of_the_building(access.get(feature), feature)]
        folded = frozenset(building if asked and len(building) > _FEW else ())
        return AccessList(
            first=_joined(item(feature, access.get(feature)) for feature in features if feature not in folded),
            building=_joined(item(feature, access.get(feature)) for feature in features if feature in folded),
            more=len(folded),
            sources=_sources(edition, entry),
        )

    return answers


def _items(edition: Edition, root: str) -> Callable[[str, Known[AccessAnswer] | None], str]:
    """A function that gives one answer as an item of a list.

    The template is rendered once for each feature and answer; only notes differ, and they fill a hole in it.
    """
    render, hole = renderer(edition.words, "parts/record_access_row.html"), "\N{REPLACEMENT CHARACTER}"
    plain: dict[tuple[str, Answer], str] = {}
    around_notes: dict[tuple[str, Answer], tuple[str, str]] = {}

    def item(feature: str, known: Known[AccessAnswer] | None) -> str:
        answer = _answer(known)
        note, key = _note(edition, known), (feature, answer)
        if note is None:
            found = plain.get(key)
            if found is None:
                found = plain[key] = render(row=_row(edition, feature, answer, None), root=root)
            return found
        around = around_notes.get(key)
        if around is None:
            before, _hole, after = render(row=_row(edition, feature, answer, hole), root=root).partition(hole)
            around = around_notes[key] = before, after
        return f"{around[0]}{escape(note)}{around[1]}"

    return item


def _joined(items: Iterable[str]) -> Markup:
    return Markup("".join(items))  # noqa: S704 - the template has escaped every value


def _only_of_the_building(known: Known[AccessAnswer] | None, feature: str) -> bool:
    return known is not None and known.relation == "venue" and feature not in codes.ASKED_OF_EVERYBODY


def _sources(edition: Edition, entry: Entry) -> str | None:
    """Whose answers these are: buildings and organisers answer for what is theirs (`inherit.COMES_FROM`)."""
    words, origins = edition.words, {known.relation: known.origin for known in entry.facts.access.values()}
    building, people = origins.get("venue"), origins.get("organiser")
    if building and people:
        return words.t("About the building we go by %(building)s, about the people by %(people)s.",
                       building=building, people=people)  # fmt: skip
    if building:
        return words.t("About the building we go by %(building)s.", building=building)
    return words.t("About the people we go by %(people)s.", people=people) if people else None


def place_access_rows(edition: Edition, place: Place) -> tuple[AccessRow, ...]:
    """The same of a place itself."""
    known: dict[str, Known[AccessAnswer]] = {
        feature: Known(place.access.get(feature), "own", place.name, place.access.checked or place.checked)
        for feature in (place.access.model_fields_set if place.access else ())
        if feature != "checked"
    }
    asked = (feature for feature in _features(known, asked=True) if feature in known or feature in codes.PLACE_ACCESS)
    return tuple(
        _row(edition, feature, _answer(known.get(feature)), _note(edition, known.get(feature))) for feature in asked
    )


def facts_known(_edition: Edition, entry: Entry) -> tuple[int, int]:
    """How many of the questions asked of everybody are answered, and how many there are; 0 and 0 without a place."""
    if not in_person(entry):
        return 0, 0
    answers = [_answer(entry.facts.access.get(feature)) for feature in codes.ASKED_OF_EVERYBODY]
    return sum(answer != "unknown" for answer in answers), len(answers)


def first_unknown(entry: Entry) -> tuple[str, ...]:
    """Of the questions asked of everybody, those that keep people away and that nobody has answered."""
    return tuple(feature for feature in _MARKS if _answer(entry.facts.access.get(feature)) == "unknown")


def unknown(entry: Entry) -> tuple[str, ...]:
    """All questions asked of everybody that nobody has answered."""
    return tuple(name for name in codes.ASKED_OF_EVERYBODY if _answer(entry.facts.access.get(name)) == "unknown")


def _answer(known: Known[AccessAnswer] | None) -> Answer:
    match known.value.answer if known else None:
        case "yes":
            return "yes"
        case "no":
            return "no"
        case _:
            return "unknown"


def _features(known: Container[str], *, asked: bool) -> Iterator[str]:
    """Features in the order in which they are shown."""
    if asked:
        yield from codes.ASKED_OF_EVERYBODY
    yield from (
        feature for feature in codes.ACCESS if feature in known and not (asked and feature in codes.ASKED_OF_EVERYBODY)
    )


def _row(edition: Edition, feature: str, answer: Answer, note: str | None) -> AccessRow:
    return AccessRow(
        feature=feature, label=edition.label("access", feature), icon=ACCESS[feature], answer=answer,
        words=edition.words.t(_ANSWERS[answer]), answer_icon=STATE[answer], note=note,
    )  # fmt: skip


def _note(edition: Edition, known: Known[AccessAnswer] | None) -> str | None:
    if known is None:
        return None
    if known.value.note:
        return capital(known.value.note)
    return edition.words.t("Ask them") if known.value.answer == "ask" else None
