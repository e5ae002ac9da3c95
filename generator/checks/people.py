"""Who sees a record, whom one can ask about it, and whose number that is."""

import re
from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.checks.references import ids_by_name, named_record
from generator.problems import Finding, Severity
from generator.records.codes import STAFF_CATEGORIES
from generator.records.model import Resource

_OF_A_PERSON = re.compile(r"[a-z]{2,}[._][a-z]{2,}@", re.IGNORECASE)


def staff_only(made: Catalogue, today: date) -> Iterator[Finding]:
    """Staff categories that the public would see."""
    del today
    for entry in made.activities:
        if entry.category in STAFF_CATEGORIES and entry.shown_to != "staff":
            yield Finding(
                entry.record.file,
                ("category",),
                "staff-only",
                f"“{entry.category}” is a category for the staff calendar.",
                "Add `shown_to: staff`, or choose another category.",
            )


def house_without_mix(made: Catalogue, today: date) -> Iterator[Finding]:
    """House activities that no house takes."""
    del today
    if made.sources.broken:
        return
    housed = {entry.id for mix in made.sources.mixes.values() if mix.house for entry in made.in_mix(mix)}
    for entry in made.activities:
        if entry.shown_to == "house" and entry.id not in housed:
            yield Finding(
                entry.record.file,
                ("shown_to",),
                "in-no-house",
                f"“{entry.record.name}” is for a house, but no house takes it.",
                "Name it, its venue or its organiser under `takes` in a file of data/feeds/ that says `house: yes`.",
                Severity.WARNING,
            )


def nobody_to_ask(made: Catalogue, today: date) -> Iterator[Finding]:
    """Records without a contact of their own or of who runs them; the silence of an organiser is said of it alone.

    Nor is it said where an organiser is written by a name instead of an id: that is another finding.
    """
    del today
    ids = ids_by_name(made.sources)
    for entry in made.entries.values():
        contact = entry.facts.contact
        if (
            (contact and contact.value.reachable)
            or (entry.runner and entry.runner.id)
            or _runner_is_broken(entry, made)
            or named_record(entry.record, ids)
        ):
            continue
        yield Finding(
            entry.record.file,
            ("contact",) if entry.record.contact else (),
            "no-contact",
            f"Nobody can be asked about “{entry.record.name}”.",
            "Add `contact:` with a telephone number, an email or a website, or name who runs it.",
            Severity.WARNING,
            at_key=True,
        )


def _runner_is_broken(entry: Entry, made: Catalogue) -> bool:
    record = entry.record
    return ((record.run_by if isinstance(record, Resource) else record.organiser) or "") in made.sources.broken


def personal_details(made: Catalogue, today: date) -> Iterator[Finding]:
    """Contact details of a person on records for staff or a house: anybody with the address can read them."""
    del today
    for entry in made.activities:
        contact = entry.record.contact
        if entry.shown_to == "public" or contact is None:
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
