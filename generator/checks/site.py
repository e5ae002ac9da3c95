"""The site's own files: help contacts that nobody may lack, words for codes that exist, mixes that hold something."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.problems import Finding, Severity, did_you_mean
from generator.records.codes import CLOSED, HELP_KIND, HELP_NEEDED
from generator.schedule.public_holidays import subdivisions, supported


def help_contacts(made: Catalogue, today: date) -> Iterator[Finding]:
    """Help contacts that are missing: a site without them does not build."""
    del today
    sources = made.sources
    file = f"{sources.site.settings.data}/help.yml"
    if "help" in sources.unread:
        return
    if sources.help is None:
        yield Finding(
            file,
            (),
            "help-missing",
            "There are no help contacts.",
            "Write data/help.yml with numbers for emergency, crisis and safeguarding; docs/settings.md shows one.",
        )
        return
    for kind in HELP_NEEDED:
        if not any(contact.kind == kind for contact in sources.help.contacts):
            yield Finding(
                file,
                ("contacts",),
                "help-missing",
                f"There is no help contact of the kind “{kind}” ({HELP_KIND[kind]}).",
                "Add one: the site must say whom to ring.",
                at_key=True,
            )
    for number, contact in enumerate(sources.help.contacts):
        if not (contact.phone or contact.text or contact.website or contact.sign_language):
            yield Finding(
                file,
                ("contacts", number),
                "help-unreachable",
                f"“{contact.name}” cannot be reached.",
                "Add a telephone number, a text route or an address.",
            )


def site_words(made: Catalogue, today: date) -> Iterator[Finding]:
    """Labels for codes that do not exist, topics outside a family, a subdivision that the country does not have."""
    del today
    sources = made.sources
    settings = sources.site.settings
    if settings.subdivision and not supported(settings.country, settings.subdivision):
        yield Finding(
            "",
            ("subdivision",),
            "unknown-subdivision",
            f"“{settings.subdivision}” is no part of {settings.country}.",
            _subdivision_hint(settings.country),
        )
    file = f"{settings.data}/vocabulary.yml"
    for name in sources.vocabulary.labels:
        vocabulary, _, code = name.partition(".")
        if vocabulary not in CLOSED:
            yield Finding(
                file,
                ("labels", name),
                "unknown-code",
                f"There is no vocabulary “{vocabulary}”.",
                did_you_mean(vocabulary, CLOSED),
                at_key=True,
            )
        elif code not in CLOSED[vocabulary]:
            yield Finding(
                file,
                ("labels", name),
                "unknown-code",
                f"“{code}” is not a known {vocabulary}.",
                did_you_mean(code, CLOSED[vocabulary]),
                at_key=True,
            )
    for code in sources.vocabulary.topics:
        family = code.partition(".")[0]
        if family not in sources.vocabulary.topics:
            yield Finding(
                file,
                ("topics", code),
                "unknown-code",
                f"The topic “{code}” belongs to no family.",
                did_you_mean(family, [name for name in sources.vocabulary.topics if "." not in name]),
                at_key=True,
            )


def _subdivision_hint(country: str) -> str:
    known = subdivisions(country)
    return f"Known are: {', '.join(known)}." if known else "Leave the line out."


def mixes(made: Catalogue, today: date) -> Iterator[Finding]:
    """Selections that say nothing, mixes that hold nothing."""
    del today
    for mix in made.sources.mixes.values():
        empty = [number for number, selection in enumerate(mix.takes) if not selection.model_fields_set]
        for number in empty:
            yield Finding(
                mix.file,
                ("takes", number),
                "empty-selection",
                "This selection does not say what it takes.",
                "Write for example `venue: old-mill` or `area: north`.",
            )
        if not empty and not made.in_mix(mix) and not made.sources.broken:
            yield Finding(
                mix.file, ("takes",), "empty-mix", f"Nothing fits “{mix.name}”.", None, Severity.WARNING, at_key=True
            )
