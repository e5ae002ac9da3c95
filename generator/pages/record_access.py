"""Getting in and around, in words: two marks for a card, all answers for a page; the unknown is shown too."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

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
    """The organiser's note, whose answer it is, or that nobody has told us."""


def in_person(entry: Entry) -> bool:
    """Whether people meet at a place, as far as anybody has said."""
    if entry.record.format:
        return "in_person" in entry.record.format
    return entry.place is not None


def access_marks(edition: Edition, entry: Entry) -> tuple[Mark, ...] | None:
    """The answers that decide for many whether they can come; None where nobody meets at a place."""
    if not in_person(entry):
        return None
    return tuple(_mark(edition, feature, _answer(entry.facts.access.get(feature))) for feature in _MARKS)


def _mark(edition: Edition, feature: str, answer: Answer) -> Mark:
    return Mark(answer=answer, words=edition.words.t(_MARKS[feature][answer]), icon=STATE[answer])


def access_rows(edition: Edition, entry: Entry) -> tuple[AccessRow, ...]:
    """The questions that are asked of everybody, answered or not, then what else somebody has told.

    Where nobody meets at a place, only what somebody has told.
    """
    access = entry.facts.access
    return tuple(_row(edition, feature, access.get(feature)) for feature in _features(access, asked=in_person(entry)))


def access_list(edition: Edition, root: str) -> Callable[[Entry], Markup]:
    """A function that gives the rows of an entry as items of a list; each row is rendered once for all pages.

    `root` leads from the pages to the site's top.
    """
    render = renderer(edition.words, "parts/record_access_row.html")
    made: dict[tuple[str, str | None, str | None, str | None, str | None], str] = {}

    def items(entry: Entry) -> Markup:
        found, access = [], entry.facts.access
        for feature in _features(access, asked=in_person(entry)):
            known = access.get(feature)
            key = (
                (feature, known.value.answer, known.value.note, known.relation, known.origin) if known
                else (feature, None, None, None, None)
            )  # fmt: skip
            item = made.get(key)
            if item is None:
                item = made[key] = render(row=_row(edition, feature, known), root=root)
            found.append(item)
        return Markup("".join(found))  # noqa: S704 - the template has escaped every value

    return items


def place_access_rows(edition: Edition, place: Place) -> tuple[AccessRow, ...]:
    """The same of a place itself."""
    known: dict[str, Known[AccessAnswer]] = {
        feature: Known(place.access.get(feature), "own", place.name, place.access.checked or place.checked)
        for feature in (place.access.model_fields_set if place.access else ())
        if feature != "checked"
    }
    asked = (feature for feature in _features(known, asked=True) if feature in known or feature in codes.PLACE_ACCESS)
    return tuple(_row(edition, feature, known.get(feature)) for feature in asked)


def facts_known(_edition: Edition, entry: Entry) -> tuple[int, int]:
    """How many of the questions asked of everybody are answered, and how many there are; 0 and 0 without a place."""
    if not in_person(entry):
        return 0, 0
    answers = [_answer(entry.facts.access.get(feature)) for feature in codes.ASKED_OF_EVERYBODY]
    return sum(answer != "unknown" for answer in answers), len(answers)


def first_unknown(entry: Entry) -> tuple[str, ...]:
    """Of the questions asked of everybody, those that keep people away and that nobody has answered."""
    return tuple(feature for feature in _MARKS if _answer(entry.facts.access.get(feature)) == "unknown")


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


def _row(edition: Edition, feature: str, known: Known[AccessAnswer] | None) -> AccessRow:
    answer = _answer(known)
    return AccessRow(
        feature=feature, label=edition.label("access", feature), icon=ACCESS[feature], answer=answer,
        words=edition.words.t(_ANSWERS[answer]), answer_icon=STATE[answer], note=_note(edition, known),
    )  # fmt: skip


def _note(edition: Edition, known: Known[AccessAnswer] | None) -> str | None:
    words = edition.words
    if known is None:
        return words.t("Nobody has told us")
    note = known.value.note or (words.t("Ask them") if known.value.answer == "ask" else "")
    if known.relation == "own":
        return capital(note) or None
    origin = words.t("of %(name)s", name=known.origin)
    return words.t("%(note)s (%(origin)s)", note=capital(note), origin=origin) if note else capital(origin)
