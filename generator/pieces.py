"""What a build makes of each record for one purpose, kept for the next build: keys in, a line of JSON for each out.

A key covers all that its piece is made of. The file may be lost, and what cannot be read of it is made anew.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import sealed
from generator.jsontext import encoded

KeyOf = Callable[[str, Iterable[str]], str]
"""The key of what is made of the records with some ids, and of other words; the text before says of what sort it is."""


@dataclass(frozen=True, slots=True)
class Store:
    """Where pieces are kept, and what tells whether they still hold."""

    folder: Path
    key_of: KeyOf

    def pieces(self, name: str, keys: Sequence[str], make: Callable[[int], object]) -> list[bytes]:
        """The piece of each key, in JSON: those that the file of this name has, the others made by their places."""
        return pieces(self.folder / f"{name}.txt", keys, make)


def pieces(path: Path | None, keys: Sequence[str], make: Callable[[int], object]) -> list[bytes]:
    """The piece of each key, in JSON: kept ones, and the others made by their places among the keys.

    Kept from now on are these and no others. Without a path nothing is kept.
    """
    kept = _load(path) if path else {}
    found = {key: kept[key] if key in kept else _close(encoded(make(at))) for at, key in enumerate(keys)}
    if path and found.keys() != kept.keys():
        sealed.save(path, (b"%b %b\n" % (key.encode(), piece) for key, piece in found.items()))
    return [found[key] for key in keys]


def _close(piece: bytes) -> bytes:
    """The same bytes in no more memory than they need: those of orjson lie in a buffer of eight times their length."""
    return bytes(memoryview(piece))


def _load(path: Path) -> dict[str, bytes]:
    lines = (line.partition(b" ") for line in (sealed.load(path) or b"").splitlines())
    return {key.decode(): piece for key, _, piece in lines}
