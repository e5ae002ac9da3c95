"""What every page shares: the facts of the site for the theme, and which shells there are."""

from collections.abc import Collection, Mapping
from typing import Any

from generator.assets import version
from generator.edition import Edition
from generator.pages.page import ShellKey
from generator.pages.steps import STEPS
from generator.records.site import HelpContact
from generator.words import mark as _

SHELLS: tuple[ShellKey, ...] = (
    ("start", 0),
    *(("directory", depth) for depth in (1, 2, 3, 4)),
    *(("calendar", depth) for depth in (1, 2, 3, 4, 5, 6)),
    ("subscribe", 1),
    ("about", 1),
    ("list", 1),
    *(("match", depth) for depth in (1, 2)),
    *(("guide", depth) for depth in (2, 3)),
)
"""Each section and depth of address that has pages."""


_PROSE = (("for-groups/", _("Running a group")), ("access/", _("Can everybody use this site?")))
"""Pages of prose that the footer links to, where the site has written them."""


def frame(edition: Edition, *, serving: bool, prose: Collection[str]) -> Mapping[str, Any]:
    """The facts that header, footer and head of every page show; see `theme/main.html`.

    `prose` are the addresses of the pages that the site itself has written.
    """
    settings, words = edition.settings, edition.words
    organisation = settings.organisation
    guide = [{"key": "guide", "label": words.t("Guide"), "url": "guide/"}] if "guide/" in prose else []
    brand, of_place = brand_of(edition)
    return {
        "brand": brand,
        "brand_place": of_place,
        "logo": edition.logo.address if edition.logo else None,
        "demo_note": settings.demonstration,
        "phone": words.unbroken(settings.contact.phone),
        "phone_href": tel(settings.contact.phone),
        "phone_hours": settings.contact.hours,
        "nav": (
            {"key": "directory", "label": words.t("Find something"), "url": "directory/"},
            {"key": "calendar", "label": words.t("What’s on"), "url": "calendar/"},
            {"key": "list", "label": words.t("My list"), "url": "list/"},
            {"key": "match", "label": words.t("Match a person"), "url": "match/"},
            {"key": "subscribe", "label": words.t("Subscribe"), "url": "subscribe/"},
            *guide,
            {"key": "about", "label": words.t("About"), "url": "about/"},
        ),
        "help_now": help_lines(edition),
        "help_url": "help/",
        "worried_url": "help/#worried",
        "leave_url": settings.leave,
        "footer": {
            "organisation": organisation.name,
            "registration": organisation.registration,
            "responsible": organisation.responsible,
            "reviewed": words.date(organisation.reviewed_on) if organisation.reviewed_on else None,
            "review_by": words.date(organisation.review_by) if organisation.review_by else None,
            "licence": organisation.licence,
            "links": (
                {"label": words.t("Being listed is not a recommendation"), "url": "about/#listed"},
                {"label": words.t("How old the facts are"), "url": "about/#fresh"},
                {"label": words.t("Nothing about you is kept"), "url": "about/#private"},
                *({"label": words.t(label), "url": url} for url, label in _PROSE if url in prose),
                {"label": words.t("Tell us about a group"), "url": "suggest/"},
                {"label": words.t("What changed lately"), "url": "updates/"},
                {"label": words.t("Open data"), "url": "data/"},
                {"label": words.t("Help now"), "url": "help/"},
            ),
        },
        "steps": [{"key": code, "label": words.t(label)} for code, label in STEPS.items()],
        "serve": serving,
        "asset_version": f"?v={version(words)}",
        "made": edition.today.isoformat(),
        "made_on": words.date(edition.today),
    }


def brand_of(edition: Edition) -> tuple[str, str]:
    """The site's name, and what it ends in of the place: “for Alderbourne”, which a telephone has no room for."""
    name, place = edition.catalogue.sources.site.name, edition.words.t("for %(place)s", place=edition.settings.place)
    short = name.removesuffix(f" {place}")
    return (short, place) if short != name else (name, "")


def tel(number: str) -> str:
    """The address that rings a number (RFC 3966, without its visual separators)."""
    return "tel:" + "".join(sign for sign in number if sign.isdigit() or sign == "+")


def help_lines(edition: Edition) -> tuple[Mapping[str, Any], ...]:
    """Who stands under “Help now” on every page."""
    found = edition.catalogue.sources.help
    contacts = (contact for contact in found.contacts if contact.panel and contact.phone) if found else ()
    return tuple(_help_line(edition, contact) for contact in contacts)


def _help_line(edition: Edition, contact: HelpContact) -> Mapping[str, Any]:
    note = " ".join(
        sentence[0].upper() + sentence[1:].rstrip(".") + "."
        for sentence in (contact.option, f"{contact.cost}, {contact.hours}")
        if sentence
    )
    number = contact.phone or ""
    return {
        "question": contact.question,
        "name": contact.name if contact.name != number else None,
        "number": edition.words.unbroken(number),
        "href": tel(number),
        "note": note,
    }
