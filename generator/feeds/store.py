"""Events of the last build → events of this one, for activities of which nothing has changed.

A store is a file beside the site's own; it may be lost, and what cannot be read of it is made anew.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator.catalogue import Entry
from generator.feeds.events import Events

KeyOf = Callable[[Entry, datetime], str]
"""The key of an activity's events: it covers all that they are made of, their revision too."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where events are kept, and what tells whether they still hold."""

    path: Path
    key: KeyOf

    def load(self) -> Mapping[str, Events]:
        """The events that were kept, by key."""
        try:
            rows = json.loads(self.path.read_bytes())
            return {key: _unpacked(*row) for key, row in rows.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def save(self, events: Mapping[str, Events]) -> None:
        """Keeps the events of this build, and no others."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        rows = {key: packed(one) for key, one in events.items()}
        self.path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def packed(one: Events) -> tuple[str, str, str, int]:
    """Events as plain values, on their way to a file or another process."""
    return one.body.decode(), one.zone, one.first.isoformat(), int(one.revision.timestamp())


def unpacked(row: tuple[str, str, str, int]) -> Events:
    """Events from plain values."""
    return _unpacked(*row)


def _unpacked(body: str, zone: str, first: str, changed: int) -> Events:
    return Events(
        body=body.encode(), zone=zone, first=date.fromisoformat(first), revision=datetime.fromtimestamp(changed, UTC)
    )
