"""The words of each record from build to build: what did not change is not taken apart again.

A store is a file beside the site's own; it may be lost, and what cannot be read of it is made anew.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path

from generator.catalogue import Entry
from generator.edition import Edition
from generator.jsontext import decoded, encoded
from generator.search.analysis import packed
from generator.search.documents import record
from generator.workers import may_share, share_out

FEWEST_TO_SHARE = 1000  # below this a second process costs more than it saves

KeyOf = Callable[[str, Iterable[str]], str]
"""The key of what is made of the records with some ids; the text before says of what sort it is."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where words are kept, and what tells whether they still hold."""

    path: Path
    key_of: KeyOf

    def key(self, entry: Entry) -> str:
        """The key of a record's words."""
        return self.key_of("words", (entry.id,))


def words_of_records(edition: Edition, entries: Sequence[Entry], store: Store, workers: int) -> Sequence[str]:
    """The words of each record, packed: kept ones where they hold, the others made, by several processes."""
    kept = _load(store.path)
    keys = [store.key(entry) for entry in entries]
    missing = [entry for entry, key in zip(entries, keys, strict=True) if key not in kept]
    enough = len(missing) >= FEWEST_TO_SHARE and may_share()
    shares = share_out(partial(_made, edition), missing, workers if enough else 1)
    lists = [decoded(share) for share in shares]
    turns = (text for several in zip_longest(*lists) for text in several if text is not None)
    found = {key: kept[key] if key in kept else next(turns) for key in keys}
    if missing or len(found) < len(kept):
        _save(store.path, found)
    return [found[key] for key in keys]


def _made(edition: Edition, entries: Iterable[Entry]) -> bytes:
    return encoded([packed(record(edition, entry)) for entry in entries])


def _load(path: Path) -> Mapping[str, str]:
    try:
        rows = decoded(path.read_bytes())
        return {str(key): str(text) for key, text in rows.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _save(path: Path, found: Mapping[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".new")
    aside.write_bytes(encoded(found))
    aside.replace(path)
