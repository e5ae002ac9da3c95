"""The words of each record from build to build: what did not change is not taken apart again.

A store is a file beside the site's own; it may be lost, and what cannot be read of it is made anew.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue import Entry
from generator.edition import Edition
from generator.jsontext import decoded, encoded
from generator.search.analysis import packed
from generator.search.documents import record

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


def words_of_records(edition: Edition, entries: Sequence[Entry], store: Store) -> Sequence[str]:
    """The words of each record, packed: kept ones where they hold, the others made."""
    kept = _load(store.path)
    keys = [store.key(entry) for entry in entries]
    found = {
        key: kept[key] if key in kept else packed(record(edition, entry))
        for entry, key in zip(entries, keys, strict=True)
    }
    if found.keys() != kept.keys():
        _save(store.path, found)
    return [found[key] for key in keys]


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
