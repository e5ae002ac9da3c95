"""An edition in, its lists out: everything that stands in public lists, once a list, in the order of the names.

A list holds only what is known to belong in it; where that is a question of facts, it counts those who have not said.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from generator.catalogue import Entry, is_free, is_step_free
from generator.edition import Edition
from generator.icons import ACCESS, CATEGORY, DOING, FORMAT, NEXT_STEP
from generator.pages import facts
from generator.pages.paging import name_key
from generator.pages.ways import Link
from generator.records import codes
from generator.records.model import EVERYWHERE
from generator.words import mark as _

DIRECTORY = "directory/"
EVERYTHING = f"{DIRECTORY}all/"
VENUES = f"{DIRECTORY}venues/"

AT_HOME = frozenset({"home_visit", "phone", "online", "post"})
FAMILY_ICON = {
    "meet": CATEGORY["games"], "move": CATEGORY["move"], "make": CATEGORY["arts"], "calm": CATEGORY["music"],
    "give": CATEGORY["volunteer"], "support": CATEGORY["support"],
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list of the directory."""

    url: str
    title: str
    page_title: str
    """The title for search engines and tabs: two lists may have one name, but no two pages one title."""
    lead: str
    entries: tuple[Entry, ...]
    wider: int = 0
    """How many of them, at the end, are for a wider area than the one that the list is of."""
    icon: str | None = None
    family: str | None = None
    up: str | None = None
    """The address of the list that this one is a part of, where it is not the directory."""
    unsaid: str | None = None
    """How many more have not said whether they belong here; None where all have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listings:
    """All lists of the directory; those that would be empty are not there."""

    everything: Listing
    quick: tuple[Listing, ...]
    families: tuple[Listing, ...]
    categories: tuple[Listing, ...]
    kinds: tuple[Listing, ...]
    supports: tuple[Listing, ...]
    """By the kind of help."""
    areas: tuple[Listing, ...]

    def __iter__(self) -> Iterator[Listing]:
        """Every list, each once."""
        yield self.everything
        for several in (self.quick, self.families, self.categories, self.kinds, self.supports, self.areas):
            yield from several


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """A list of those that answer a question with yes."""

    name: str
    title: str
    lead: str
    icon: str
    yes: Callable[[Edition, Entry], bool]
    unknown: Callable[[Edition, Entry], bool]
    unsaid: tuple[str, str]


_QUICK = (
    _Question(
        name="free",
        title=_("Free"),
        lead=_("These cost nothing, or you give what you can and nothing is fine."),
        icon=DOING["cost"],
        yes=lambda _edition, entry: is_free(entry),
        unknown=lambda _edition, entry: entry.record.cost is None,
        unsaid=(_("%(count)s more does not say what it costs."), _("%(count)s more do not say what they cost.")),
    ),
    _Question(
        name="step-free",
        title=_("Step-free"),
        lead=_("Somebody has told us that there is no step from the street to the seat."),
        icon=ACCESS["step_free"],
        yes=lambda _edition, entry: is_step_free(entry),
        unknown=lambda _edition, entry: facts.in_person(entry) and not _answered(entry, "step_free"),
        unsaid=(
            _("%(count)s more does not say if it is step-free."),
            _("%(count)s more do not say if they are step-free."),
        ),
    ),
    _Question(
        name="at-home",
        title=_("At home or by phone"),
        lead=_("You need not go out: somebody visits or rings you, or you take part by post or online."),
        icon=FORMAT["phone"],
        yes=lambda _edition, entry: not AT_HOME.isdisjoint(entry.record.format),
        unknown=lambda _edition, entry: not entry.record.format and entry.place is None,
        unsaid=(
            _("%(count)s more does not say how one takes part."),
            _("%(count)s more do not say how one takes part."),
        ),
    ),
    _Question(
        name="somebody-meets-you",
        title=_("Somebody meets you"),
        lead=_("Somebody goes there with you, or meets you at the door and shows you in."),
        icon=ACCESS["door_help"],
        yes=lambda _edition, entry: bool(entry.record.buddy) or _says(entry, "door_help", "yes"),
        unknown=lambda _edition, entry: (
            facts.in_person(entry) and not (entry.record.buddy is False and _says(entry, "door_help", "no"))
        ),
        unsaid=(
            _("%(count)s more does not say if somebody meets you."),
            _("%(count)s more do not say if somebody meets you."),
        ),
    ),
    _Question(
        name="just-turn-up",
        title=_("Just turn up"),
        lead=_("You need not ring or book. Come when it is on."),
        icon=NEXT_STEP["just_turn_up"],
        yes=lambda edition, entry: facts.next_step(edition, entry) == "just_turn_up",
        unknown=lambda edition, entry: (
            entry.record.next_step is None and facts.next_step(edition, entry) == "ring_first"
        ),
        unsaid=(_("%(count)s more does not say how to join."), _("%(count)s more do not say how to join.")),
    ),
)


@lru_cache(maxsize=1)
def listings(edition: Edition) -> Listings:
    """The lists of an edition, worked out once for all pages that show them."""
    t, near = edition.words.t, partial(_near, edition)
    entries = listed_entries(edition)
    areas = {area.id: area.name for area in edition.catalogue.sources.areas.areas}
    return Listings(
        everything=Listing(
            url=EVERYTHING,
            title=t("Everything from A to Z"),
            page_title=t("Everything from A to Z"),
            lead=t("All groups, activities and services that we know of."),
            entries=entries,
        ),
        quick=tuple(_quick(edition, entries)),
        families=tuple(
            Listing(
                url=f"{DIRECTORY}family/{code}/", title=edition.label("family", code),
                page_title=near(edition.label("family", code)),
                lead=t(codes.FAMILY_TEXT[code]), entries=found, icon=FAMILY_ICON[code], family=code,
            )
            for code, found in _grouped(codes.FAMILY, entries, lambda entry: (entry.family,))
        ),
        categories=tuple(
            Listing(
                url=f"{DIRECTORY}category/{code}/", title=edition.label("category", code),
                page_title=near(edition.label("category", code)),
                lead=t("Part of: %(family)s", family=edition.label("family", codes.FAMILY_OF_CATEGORY[code])),
                entries=found, icon=CATEGORY[code], family=codes.FAMILY_OF_CATEGORY[code],
                up=f"{DIRECTORY}family/{codes.FAMILY_OF_CATEGORY[code]}/",
            )
            for code, found in _grouped(codes.CATEGORY, entries, lambda entry: (entry.category,))
        ),
        kinds=tuple(
            Listing(
                url=f"{DIRECTORY}kind/{code}/", title=edition.label("kind", code),
                page_title=t("Kind: %(kind)s", kind=edition.label("kind", code)),
                lead=t("Everything of this kind."), entries=found,
            )
            for code, found in _grouped(
                codes.KIND, entries, lambda entry: (entry.record.kind,) if entry.record.kind else ()
            )
        ),
        supports=tuple(
            Listing(
                url=f"{DIRECTORY}support/{code}/", title=edition.label("support", code),
                page_title=t("What kind of help: %(kinds)s", kinds=edition.label("support", code)),
                lead=t("Everything that gives this kind of help."), entries=found,
            )
            for code, found in _grouped(codes.SUPPORT, entries, lambda entry: entry.support)
        ),
        areas=tuple(
            Listing(
                url=f"{DIRECTORY}area/{code}/", title=areas[code],
                page_title=t("%(area)s: what is there", area=areas[code]),
                lead=t("What is there, and what comes to people there."),
                entries=(*own, *wider), wider=len(wider),
            )
            for code, own, wider in _by_area(edition, entries)
        ),
    )  # fmt: skip


@lru_cache(maxsize=1)  # lists, columns, search and calendar all number records by it
def listed_entries(edition: Edition) -> tuple[Entry, ...]:
    """All that stands in public lists, in the order of the names: the order of every list, and of record numbers."""
    return tuple(
        sorted((entry for entry in edition.catalogue.entries.values() if entry.listed(edition.today)), key=_by_name)
    )


def way(edition: Edition, listing: Listing) -> Link:
    """The way to a list, with how many are in it."""
    return Link(
        url=listing.url, label=listing.title, count=edition.words.number(len(listing.entries)), icon=listing.icon,
        family=listing.family, text=listing.lead,
    )  # fmt: skip


def ways(edition: Edition, several: Iterable[Listing]) -> tuple[Link, ...]:
    """The ways to several lists."""
    return tuple(way(edition, listing) for listing in several)


def _near(edition: Edition, what: str) -> str:
    return edition.words.t("%(what)s in and near %(place)s", what=what, place=edition.settings.place)


def _by_name(entry: Entry) -> tuple[str, str, str, str]:
    return *name_key(entry.record.name), entry.id


def _quick(edition: Edition, entries: Iterable[Entry]) -> Iterator[Listing]:
    for question in _QUICK:
        found, unknown = [], 0
        for entry in entries:
            if question.yes(edition, entry):
                found.append(entry)
            elif question.unknown(edition, entry):
                unknown += 1
        if found:
            yield Listing(
                url=f"{DIRECTORY}{question.name}/",
                title=edition.words.t(question.title),
                page_title=_near(edition, edition.words.t(question.title)),
                lead=edition.words.t(question.lead),
                entries=tuple(found),
                icon=question.icon,
                unsaid=edition.words.n(*question.unsaid, unknown) if unknown else None,
            )


def _grouped(
    order: Iterable[str], entries: Iterable[Entry], groups: Callable[[Entry], Iterable[str]]
) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """The groups that are not empty, with what is in them."""
    found: Mapping[str, list[Entry]] = {code: [] for code in order}
    for entry in entries:
        for code in groups(entry):
            found[code].append(entry)
    return ((code, tuple(there)) for code, there in found.items() if there)


def _by_area(
    edition: Edition, entries: tuple[Entry, ...]
) -> Iterator[tuple[str, tuple[Entry, ...], tuple[Entry, ...]]]:
    """For each area that has any: what is there or for people there, and what is for a wider area around it."""
    parents = {area.id: area.parent for area in edition.catalogue.sources.areas.areas}
    around = {code: frozenset((EVERYWHERE, *areas_around(code, parents))) for code in parents}
    own: Mapping[str, list[Entry]] = {code: [] for code in parents}
    wider: Mapping[str, list[Entry]] = {code: [] for code in parents}
    for entry in entries:
        everywhere = EVERYWHERE in entry.record.areas
        if not everywhere:
            for code in entry.areas:
                own[code].append(entry)
        for code in parents if entry.record.areas else ():
            if (everywhere or code not in entry.areas) and not around[code].isdisjoint(entry.record.areas):
                wider[code].append(entry)
    return ((code, tuple(own[code]), tuple(wider[code])) for code in parents if own[code] or wider[code])


def areas_around(code: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    """The areas around an area, from the nearest to the widest; the checks see to it that none lies in itself."""
    step = parents.get(code)
    while step is not None:
        yield step
        step = parents.get(step)


def _says(entry: Entry, feature: str, answer: str) -> bool:
    known = entry.facts.access.get(feature)
    return known is not None and known.value.answer == answer


def _answered(entry: Entry, feature: str) -> bool:
    return _says(entry, feature, "yes") or _says(entry, feature, "no")
