"""What a worksheet is made of: questions with answers, scales, lines to write on, rows and boxes to tick."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to a question."""

    label: str
    points: int | None = None
    """What it adds to the sum of its set."""
    opens_help: bool = False
    """Whether it opens the words “Thank you for telling me” and the numbers to ring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A question with one answer out of a few."""

    question: str
    answers: tuple[Answer, ...]
    set: str | None = None
    """The set of questions that it is added up with; a set counts only when it is answered whole."""
    kind: str = field(default="choice", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Where the sum of a set is shown, with what it may be."""

    set: str
    label: str
    reading: str
    kind: str = field(default="total", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A question answered on a scale from 0 to 10, with words for both ends."""

    question: str
    low: str
    high: str
    kind: str = field(default="scale", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A heading with room to write."""

    label: str
    rows: int = 2
    hint: str | None = None
    kind: str = field(default="lines", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """A table to fill in: with named rows, or with so many empty ones."""

    caption: str
    columns: tuple[str, ...]
    names: tuple[str, ...] = ()
    empty: int = 0
    kind: str = field(default="rows", init=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """Boxes to tick under a heading. Nothing is counted."""

    label: str
    items: tuple[str, ...]
    kind: str = field(default="ticks", init=False)


Part = Choice | Total | Scale | Lines | Rows | Ticks


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One worksheet. All its words are messages of the catalogue."""

    id: str
    title: str
    lead: str
    parts: tuple[Part, ...]
    version: str
    """Printed at the foot, so that a review uses the same questions: the month of the last change to them."""
    intro: str | None = None
    """What is said before the questions, word for word where a standard asks for it."""
    source: str | None = None
    step: str | None = None
    """The step of the work that it belongs to: a code of `steps`."""
    review: bool = False
    """Whether paper has columns for two later dates."""
