"""Events of the last build → events of this one, for activities of which nothing has changed.

A store is a file beside the site's own; it may be lost, and what cannot be read of it is made anew.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from generator import sealed
from generator.catalogue import Entry
from generator.code import code_digest
from generator.feeds.events import Events
from generator.jsontext import decoded, encoded

KeyOf = Callable[[Entry, datetime], str]
"""The key of an activity's events: it covers all that they are made of, their revision too."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where events are kept, and what tells whether they still hold."""

    path: Path
    key: KeyOf

    def load(self) -> Mapping[str, Events]:
        """The events that were kept, by key."""
        content = sealed.load(self.path, code_digest())
        if content is None:
            return {}
        keys, _, rest = content.partition(b"\n")
        return dict(zip(decoded(keys), unpacked(rest), strict=True))

    def save(self, events: Mapping[str, Events]) -> None:
        """Keeps the events of this build, and no others."""
        sealed.save(self.path, (encoded(list(events)), b"\n", packed(events.values())), code_digest())


def packed(several: Iterable[Events]) -> bytes:
    """Events on their way to a file or another process: a line that says where each ends, then their bodies."""
    listed = list(several)
    facts = [(len(one.body), one.zone, one.first.isoformat(), int(one.revision.timestamp())) for one in listed]
    return b"".join((encoded(facts), b"\n", *(one.body for one in listed)))


def unpacked(content: bytes) -> Iterator[Events]:
    """The events that were packed."""
    facts, _, bodies = content.partition(b"\n")
    begin = 0
    for size, zone, first, changed in decoded(facts):
        body = bodies[begin : begin + size]
        begin += size
        yield Events(
            body=body, zone=zone, first=date.fromisoformat(first), revision=datetime.fromtimestamp(changed, UTC)
        )
