"""Pages about the site: whom to ring now, and what this is, who answers for it, how old its facts are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages import facts
from generator.pages.engine import renderer
from generator.pages.frame import tel
from generator.pages.page import Page, Planned, root
from generator.pages.record_text import capital, sentence
from generator.pages.ways import Phone, phone
from generator.records import codes
from generator.records.common import Checked
from generator.records.site import HelpContact
from generator.words import mark as _

HELP, ABOUT = "help/", "about/"
UNKNOWNS = 8
WORRIED = "safeguarding"
_TITLES = {WORRIED: _("Worried about someone?")}


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One number that helps."""

    title: str
    name: str | None
    """Whom one reaches, where the title does not say it."""
    number: str | None
    href: str | None
    option: str | None
    when: str
    text: str | None
    sign_language: str | None
    website: str | None
    note: str | None
    checked: str
    made_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpGroup:
    """The numbers for one need."""

    id: str
    title: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """Whom to ring now."""

    groups: tuple[HelpGroup, ...]
    phone: Phone
    organisation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshRow:
    """How old the facts of one sort of record are: counts in words."""

    label: str
    fresh: str
    old: str
    doubtful: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownRow:
    """How many records do not say something."""

    label: str
    count: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """What this is and who answers for it."""

    place: str
    named_fingerpost: bool
    """Whether the site's name has the word, which then needs a sentence to say what it means."""
    demonstration: str | None
    organisation: str
    registration: str | None
    responsible: str
    reviewed: str | None
    review_by: str | None
    licence: str | None
    phone: Phone
    email: str | None
    repository: str | None
    made: str
    columns: tuple[str, str, str]
    fresh: tuple[FreshRow, ...]
    unknown: tuple[UnknownRow, ...]


def site_pages(edition: Edition) -> Iterator[Planned]:
    """The help page and the page about the site."""
    yield Planned(url=HELP, source="the help page", make=partial(_help, edition))
    yield Planned(url=ABOUT, source="the page about the site", make=partial(_about, edition))


def _help(edition: Edition) -> Page:
    words, found = edition.words, edition.catalogue.sources.help
    contacts = found.contacts if found else ()
    view = HelpView(
        groups=tuple(
            HelpGroup(
                id="worried" if kind == WORRIED else kind,
                title=_title(edition, kind),
                lines=tuple(_line(edition, contact) for contact in contacts if contact.kind == kind),
            )
            for kind in codes.HELP_KIND
            if any(contact.kind == kind for contact in contacts)
        ),
        phone=phone(edition),
        organisation=edition.settings.organisation.name,
    )
    return Page(
        url=HELP,
        section="about",
        title=words.t("Help now"),
        description=words.t("Whom to ring, text or sign to, day and night, and what to do when worried about someone."),
        body=renderer(words, "help.html")(view=view, root=root(HELP)),
    )


def _title(edition: Edition, kind: str) -> str:
    return edition.words.t(_TITLES[kind]) if kind in _TITLES else edition.label("help", kind)


def _line(edition: Edition, contact: HelpContact) -> HelpLine:
    words, checked = edition.words, contact.checked
    said = {"date": words.date(checked.on), "role": checked.by.removeprefix("the ")}
    source = sentence(words.t("From: %(source)s", source=contact.source)) if contact.source else ""
    repeated = contact.question.rstrip("?") == _title(edition, contact.kind).rstrip("?")
    return HelpLine(
        title=contact.name if repeated else contact.question,
        name=None if repeated or contact.name == contact.phone else contact.name,
        number=words.unbroken(contact.phone) if contact.phone else None,
        href=tel(contact.phone) if contact.phone else None,
        option=sentence(contact.option) if contact.option else None,
        when=sentence(f"{capital(contact.cost)}. {capital(contact.hours)}"),
        text=sentence(contact.text) if contact.text else None,
        sign_language=contact.sign_language,
        website=contact.website,
        note=contact.note,
        checked=" ".join((words.t("Checked %(date)s by the %(role)s.", **said), source)).strip(),
        made_up=contact.local and edition.settings.demonstration is not None,
    )


def _about(edition: Edition) -> Page:
    words, settings, limits = edition.words, edition.settings, edition.settings.freshness
    organisation, repository = settings.organisation, settings.repository
    view = AboutView(
        place=settings.place,
        named_fingerpost="fingerpost" in edition.catalogue.sources.site.name.casefold(),
        demonstration=settings.demonstration,
        organisation=organisation.name,
        registration=organisation.registration,
        responsible=organisation.responsible,
        reviewed=words.date(organisation.reviewed_on) if organisation.reviewed_on else None,
        review_by=words.date(organisation.review_by) if organisation.review_by else None,
        licence=sentence(organisation.licence) if organisation.licence else None,
        phone=phone(edition),
        email=settings.contact.email,
        repository=repository.address if repository else None,
        made=words.date(edition.today),
        columns=(
            words.t("Up to %(months)s months ago", months=limits.warn),
            words.t("%(warn)s to %(doubtful)s months ago", warn=limits.warn, doubtful=limits.doubtful),
            words.t("Longer ago, or never"),
        ),
        fresh=tuple(freshness_rows(edition)),
        unknown=unknown_facts(edition),
    )
    return Page(
        url=ABOUT,
        section="about",
        title=words.t("About this site"),
        description=words.t("What this site is, who answers for it, how old its facts are, and that nothing is kept."),
        body=renderer(words, "about.html")(view=view, root=root(ABOUT)),
    )


def _listed(edition: Edition) -> tuple[Entry, ...]:
    return tuple(entry for entry in edition.catalogue.entries.values() if entry.listed(edition.today))


def freshness_rows(edition: Edition) -> Iterator[FreshRow]:
    """How fresh the records are, a row for each folder of them."""
    t, listed = edition.words.t, _listed(edition)
    resources = (entry.record.checked for entry in listed if entry.section == "resources")
    activities = (entry.record.checked for entry in listed if entry.section == "activities")
    yield _fresh_row(edition, t("Groups and services"), resources)
    yield _fresh_row(edition, t("Activities"), activities)
    yield _fresh_row(edition, t("Places"), (venue.checked for venue in edition.catalogue.sources.venues.values()))


def _fresh_row(edition: Edition, label: str, checks: Iterable[Checked | None]) -> FreshRow:
    levels = [facts.freshness(edition, checked).level for checked in checks]
    number = edition.words.number
    return FreshRow(
        label=label,
        fresh=number(levels.count("fresh")),
        old=number(levels.count("old")),
        doubtful=number(levels.count("doubtful")),
    )


@lru_cache(maxsize=1)  # two pages show them
def unknown_facts(edition: Edition) -> tuple[UnknownRow, ...]:
    """The facts that the most records lack, those first."""
    words, listed = edition.words, _listed(edition)
    places = [entry for entry in listed if facts.in_person(entry)]
    lacking: list[tuple[str, int, int]] = [
        (edition.label("access", feature), _lacking(places, feature), len(places))
        for feature in codes.ASKED_OF_EVERYBODY
    ]
    lacking += [
        (words.t("What it costs"), sum(entry.record.cost is None for entry in listed), len(listed)),
        (
            words.t("What happens on a first visit"),
            sum(entry.record.first_visit is None for entry in listed),
            len(listed),
        ),
        (words.t("How to reach them"), sum(entry.facts.contact is None for entry in listed), len(listed)),
    ]
    lacking.sort(key=lambda one: (-one[1] / max(one[2], 1), -one[1], one[0]))
    return tuple(
        UnknownRow(label=label, count=words.number(count), of=words.number(all_of_them))
        for label, count, all_of_them in lacking[:UNKNOWNS]
        if count
    )


def _lacking(entries: Iterable[Entry], feature: str) -> int:
    answers = (entry.facts.access.get(feature) for entry in entries)
    return sum(known is None or known.value.answer == "ask" for known in answers)
