"""An entry in, its card out: the same in every list, rendered once however many lists hold it.

The template is rendered with a hole where the way to the top of the site stands, and split there; putting the card on
a page joins the parts. The hole is NUL, which no record may contain.
"""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from generator.catalogue import Entry
from generator.edition import Edition
from generator.icons import CATEGORY, FORMAT, STATE
from generator.pages import facts
from generator.pages.engine import renderer
from generator.sessions import Session, Status

_ROOT = "\0"

Cards = Callable[[Entry, str], Markup]
"""The card of an entry for a page, given the way from there to the top of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card shows."""

    url: str
    family: str
    category: str
    icon: str
    state: facts.State | None
    title: str
    summary: str
    when: str | None
    next: str | None
    where: str
    cost: str
    at_home: str | None
    """The icon of how one takes part, where nobody meets at a place; then there are no marks."""
    marks: tuple[facts.Mark, ...]
    step: str
    fresh: facts.Freshness


def card_view(edition: Edition, entry: Entry) -> Card:
    """What the card of an entry shows on this edition's day."""
    marks = facts.access_marks(edition, entry)
    formats = entry.record.format
    theirs = activities_of(edition, entry)
    return Card(
        url=entry.url,
        family=entry.family,
        category=_sort_of_thing(edition, entry),
        icon=CATEGORY[entry.category],
        state=facts.state(edition, entry),
        title=facts.listed_name(edition, entry),
        summary=entry.record.summary,
        when=when_of(edition, entry, theirs),
        next=_next(edition, entry, theirs),
        where=facts.where(edition, entry),
        cost=facts.cost(edition, entry),
        at_home=FORMAT[formats[0]] if marks is None and formats else None,
        marks=marks or (),
        step=facts.arm(edition, entry),
        fresh=facts.freshness(edition, entry.record.checked),
    )


def cards(edition: Edition) -> Cards:
    """The cards of an edition."""
    render = renderer(edition.words, "parts/card.html")
    made: dict[str, tuple[str, ...]] = {}

    def card(entry: Entry, root: str) -> Markup:
        parts = made.get(entry.id)
        if parts is None:
            made[entry.id] = parts = tuple(str(render(card=card_view(edition, entry), root=_ROOT)).split(_ROOT))
        return Markup(root.join(parts))  # noqa: S704 - the template has escaped every value

    return card


def blank_card(edition: Edition, root: str) -> Markup:
    """A card in which all that may be there is there, for `assets/js/cards.mjs` to copy and fill."""
    said = "\N{HORIZONTAL ELLIPSIS}"
    blank = Card(
        url="", family="none", category=said, icon=CATEGORY["support"], title=said, summary=said, when=said, next=said,
        where=said, cost=said, at_home=None, step=said,
        state=facts.State(code="full", tag=said, words=said, icon=STATE["full"], style="full"),
        marks=(facts.Mark(answer="unknown", words=said, icon=STATE["unknown"]),),
        fresh=facts.Freshness(level="fresh", words=said, date=None),
    )  # fmt: skip
    return renderer(edition.words, "parts/card.html")(card=blank, root=root)


def _sort_of_thing(edition: Edition, entry: Entry) -> str:
    """The category; of a resource its kind too, or a group would look like its only activity, whose name it has."""
    category = edition.label("category", entry.category)
    if entry.section != "resources" or not entry.record.kind:
        return category
    return f"{category} · {edition.label('kind', entry.record.kind)}"


def activities_of(edition: Edition, entry: Entry) -> tuple[Entry, ...]:
    """The listed activities that a resource runs."""
    run = edition.catalogue.run_by.get(entry.id, ())
    return tuple(one for one in run if one.section == "activities" and one.listed(edition.today))


def next_of(edition: Edition, entry: Entry) -> Session | None:
    """The next session that takes place, of a resource that of its activities."""
    return _soonest(edition, (entry, *activities_of(edition, entry)))


def when_of(edition: Edition, entry: Entry, theirs: tuple[Entry, ...]) -> str | None:
    """When something is; of a resource without a time of its own, when its only activity is, or how many it has."""
    own = facts.when_short(edition, entry)
    if own:
        return own
    if len(theirs) == 1:
        return facts.when_short(edition, theirs[0])
    return edition.words.n("%(count)s activity", "%(count)s activities", len(theirs)) if theirs else None


def _next(edition: Edition, entry: Entry, theirs: tuple[Entry, ...]) -> str | None:
    """The next session in words, of a resource that of its activities; also that an activity has none soon."""
    words = edition.words
    session = _soonest(edition, (entry, *theirs))
    if session is None and entry.section == "activities":
        later = facts.later_session(edition, entry)
        if later:
            return words.t("Next: %(day)s", day=words.day_year(later.on))
        return words.t("It is over") if facts.is_over(edition, entry) else words.t("Nobody has told us the next date")
    if session is None:
        return None
    if session.status is Status.MOVED:
        return words.t("Next: moved to %(when)s", when=facts.session_words(edition, session))
    return words.t("Next: %(day)s", day=words.day(session.on))


def _soonest(edition: Edition, entries: tuple[Entry, ...]) -> Session | None:
    found = [session for one in entries if (session := facts.next_session(edition, one))]
    return min(found, key=lambda one: one.key, default=None)
