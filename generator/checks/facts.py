"""Facts of one record that cannot be so together: ages, prices, places, ways to join."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue, Entry
from generator.problems import Finding, Severity
from generator.records.common import Cost
from generator.records.model import Offer


def impossible_facts(made: Catalogue, today: date) -> Iterator[Finding]:
    """What a record says against itself."""
    del today
    for entry in made.entries.values():
        record = entry.record
        yield from _ages(record)
        yield from _joining(record)
        yield from _helpers(entry)
        if record.cost:
            yield from _cost(record.cost, record.file)
        if record.places and record.places.back_on and record.places.state != "paused":
            yield Finding(
                record.file,
                ("places", "back_on"),
                "not-paused",
                "Only what is paused has a day on which it is back.",
                "Write `is: paused`, or leave `back_on` out.",
                at_key=True,
            )


def _ages(record: Offer) -> Iterator[Finding]:
    youngest, oldest = record.audience.min_age, record.audience.max_age
    if youngest is not None and oldest is not None and oldest < youngest:
        yield Finding(
            record.file,
            ("audience", "max_age"),
            "ages-reversed",
            f"The oldest age, {oldest}, is below the youngest, {youngest}.",
            "Swap the two.",
        )


def _cost(cost: Cost, file: str) -> Iterator[Finding]:
    if cost.amount is not None and cost.donation is not None:
        yield Finding(
            file,
            ("cost", "donation"),
            "two-prices",
            "Here are a price and a donation.",
            "Keep one of the two: `amount` where people have to pay, `donation` where they give what they can.",
            at_key=True,
        )
    elif cost.amount is None and cost.donation is None and cost.note is None:
        yield Finding(
            file,
            ("cost",),
            "no-price",
            "Here is no price.",
            "Add `amount: …` (0 for free), or leave `cost` out where nobody knows.",
            Severity.WARNING,
            at_key=True,
        )


def _helpers(entry: Entry) -> Iterator[Finding]:
    """What helpers need: nothing and more at once, or nobody knows although helping is what it is for."""
    record = entry.record
    if "nothing" in record.helper_checks and len(record.helper_checks) > 1:
        yield Finding(
            record.file,
            ("helper_checks",),
            "nothing-and-more",
            "Helpers need nothing here, and something besides.",
            "Leave `nothing` out, or everything else.",
            at_key=True,
        )
    elif record.kind == "volunteering" and entry.facts.helper_checks is None and not entry.ended:
        yield Finding(
            record.file,
            ("kind",),
            "helper-checks-unknown",
            f"Nobody can see what somebody needs before they can help at “{record.name}”.",
            "Ask whether they want a criminal record check, references or training, and add `helper_checks:` with that,"
            " or with `nothing`.",
            Severity.WARNING,
        )


def _joining(record: Offer) -> Iterator[Finding]:
    joining = record.joining
    if joining is None or joining.way == "course":
        return
    for field in ("starts", "join_until"):
        if getattr(joining, field) is not None:
            yield Finding(
                record.file,
                ("joining", field),
                "not-a-course",
                f"Only a course has a day under `{field}`.",
                "Write `is: course`, or leave the day out.",
                at_key=True,
            )
            return
