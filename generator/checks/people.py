"""Who it is for, who sees it, whom one can ask."""

import re
from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.problems import Finding, Severity
from generator.records.codes import STAFF_CATEGORIES
from generator.records.model import Activity, Resource

_OF_A_PERSON = re.compile(r"[a-z]{2,}[._][a-z]{2,}@", re.IGNORECASE)


def impossible_audience(made: Catalogue, today: date) -> Iterator[Finding]:
    """Ages the wrong way round."""
    del today
    for entry in made.entries.values():
        audience = entry.record.audience
        if audience.min_age is not None and audience.max_age is not None and audience.max_age < audience.min_age:
            yield Finding(
                entry.record.file,
                ("audience", "max_age"),
                "ages-reversed",
                f"The oldest age, {audience.max_age}, is below the youngest, {audience.min_age}.",
                "Swap the two.",
            )


def staff_and_house(made: Catalogue, today: date) -> Iterator[Finding]:
    """Staff categories that the public would see; house activities that no house takes."""
    del today
    housed = {entry.id for mix in made.sources.mixes.values() if mix.house for entry in made.in_mix(mix)}
    for entry in made.activities:
        if entry.category in STAFF_CATEGORIES and entry.shown_to != "staff":
            yield Finding(
                entry.record.file,
                ("category",),
                "staff-only",
                f"“{entry.category}” is a category for staff.",
                "Add `shown_to: staff`.",
            )
        if entry.shown_to == "house" and entry.id not in housed and not made.sources.broken:
            yield Finding(
                entry.record.file,
                ("shown_to",),
                "in-no-house",
                f"No mix with `house: yes` takes “{entry.record.name}”.",
                "Name it, its venue or its organiser under `takes` in a file of data/feeds/.",
                Severity.WARNING,
            )


def nobody_to_ask(made: Catalogue, today: date) -> Iterator[Finding]:
    """Records without a contact of their own or of who runs them."""
    del today
    for entry in made.entries.values():
        contact = entry.facts.contact
        if (contact is None or not contact.value.reachable) and not _runner_is_broken(entry, made):
            yield Finding(
                entry.record.file,
                ("contact",) if entry.record.contact else (),
                "no-contact",
                f"Nobody can be asked about “{entry.record.name}”.",
                "Add `contact:` with a telephone number, an email or a website, or name who runs it.",
                Severity.WARNING,
            )


def _runner_is_broken(entry: Entry, made: Catalogue) -> bool:
    record = entry.record
    return ((record.run_by if isinstance(record, Resource) else record.organiser) or "") in made.sources.broken


def personal_details(made: Catalogue, today: date) -> Iterator[Finding]:
    """Contact details of a person on records for staff or a house: anybody with the address can read them."""
    del today
    for entry in made.activities:
        contact = entry.record.contact
        if not isinstance(entry.record, Activity) or entry.shown_to == "public" or contact is None:
            continue
        for field in ("email", "phone", "text"):
            said = getattr(contact, field) or ""
            mobile = field != "email" and said.replace(" ", "").startswith(("07", "+447"))
            if mobile or _OF_A_PERSON.match(said):
                yield Finding(
                    entry.record.file,
                    ("contact", field),
                    "personal-contact",
                    f"“{said}” looks like one person’s own.",
                    "Pages for staff or a house are not secret. Write a number or address of the office.",
                    Severity.WARNING,
                )
