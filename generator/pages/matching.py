"""`/match/how/`: how matching works, in plain words, made of the rules that hold on this site.

In: an edition. Out: one planned page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.edition import Edition
from generator.pages.engine import renderer
from generator.pages.page import Page, Planned, root
from generator.records import codes
from generator.records import profile_codes as own
from generator.records.matching import FIELDS, Follows
from generator.records.matching_words import LIMIT_WORDS, WEIGHT_WORDS
from generator.words import mark as _

URL = "match/how/"
SAID: Mapping[str, str] = {
    "causes": _("It is hard because of this: %(answer)s"),
    "gender": _("You say: %(answer)s"),
    "carer": _("Caring: %(answer)s"),
    "bereaved": _("You have lost somebody: %(answer)s"),
}
"""How an answer is told where its own words do not say what was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """A rule and its number."""

    words: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowsRow:
    """An answer, and what follows from it."""

    answer: str
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HowView:
    """The whole page."""

    weights: tuple[RuleRow, ...]
    limits: tuple[RuleRow, ...]
    causes: tuple[str, ...]
    follows: tuple[FollowsRow, ...]
    short_list: int
    questions: int
    each_cause: int


def how_pages(edition: Edition) -> Iterator[Planned]:
    """The page."""
    yield Planned(url=URL, source="the rules of matching", make=partial(_page, edition))


def _page(edition: Edition) -> Page:
    words = edition.words
    return Page(
        url=URL,
        section="match",
        title=words.t("How matching works"),
        description=words.t("The rules by which this site finds what fits a person: every weight, in plain words."),
        body=renderer(words, "how.html")(view=view_of(edition), root=root(URL)),
    )


def view_of(edition: Edition) -> HowView:
    """What the page says."""
    rules, words = edition.catalogue.sources.rules, edition.words
    limits = rules.limits
    return HowView(
        weights=tuple(
            RuleRow(words=words.gettext(said), number=_signed(edition, rules.weights[name]))
            for name, said in WEIGHT_WORDS.items()
        ),
        limits=tuple(
            RuleRow(words=words.gettext(said), number=words.number(limits[name])) for name, said in LIMIT_WORDS.items()
        ),
        causes=edition.labels("cause", rules.cause_order),
        follows=tuple(
            FollowsRow(answer=_answer(edition, *answer), then=tuple(_then(edition, what)))
            for answer, what in rules.follows.items()
        ),
        short_list=limits["short_list"],
        questions=limits["questions"],
        each_cause=limits["each_cause"],
    )


def _signed(edition: Edition, points: int) -> str:
    number = edition.words.number(abs(points))
    return f"−{number}" if points < 0 else number


def _answer(edition: Edition, field: str, code: str) -> str:
    words = edition.words
    label = edition.label("cause", code) if field == "causes" else words.gettext(FIELDS[field][code])
    said = SAID.get(field)
    return words.t(said, answer=label) if said else label


def _then(edition: Edition, what: Follows) -> Iterator[str]:
    words = edition.words

    def listed(vocabulary: str, found: tuple[str, ...]) -> str:
        return words.listed(edition.labels(vocabulary, found))

    if what.tags:
        yield words.t("you belong to: %(what)s", what=listed("tag", what.tags))
    if what.must:
        yield words.t("must be there: %(what)s", what=listed("access", what.must))
    if what.ask:
        yield words.t("is asked about: %(what)s", what=listed("access", what.ask))
    if what.not_formats:
        yield words.t("is not offered: %(what)s", what=listed("format", what.not_formats))
    if what.avoid:
        yield words.t("is kept away: %(what)s", what=words.listed(_kept_away(edition, one) for one in what.avoid))


def _kept_away(edition: Edition, what: str) -> str:
    if what in edition.vocabulary.topics:
        return edition.label("topic", what)
    if what in codes.SETTING:
        return edition.label("setting", what)
    return edition.words.gettext(own.AVOID[what]) if what in own.AVOID else what
