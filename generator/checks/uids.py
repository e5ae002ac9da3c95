"""UIDs of calendar entries: no two activities may give the same, or calendars show one and lose the other."""

from collections.abc import Iterator
from datetime import date

from generator.catalogue import Catalogue
from generator.problems import Finding


def same_uids(made: Catalogue, today: date) -> Iterator[Finding]:
    """An item whose key makes its UID that of another record: `choir` with the key `tuesdays`, and `choir-tuesdays`."""
    del today
    named = {(activity.aliases or (activity.id,))[0]: activity for activity in made.sources.activities.values()}
    for oldest, activity in named.items():
        for number, item in enumerate(activity.schedule):
            other = named.get(f"{oldest}-{item.key}") if item.key else None
            if other:
                yield Finding(
                    activity.file,
                    ("schedule", number, "key"),
                    "same-uid",
                    f"With this key the calendar entries would have the ids of “{other.id}”.",
                    "Choose another key.",
                )
