"""Plain values of the last run → plain values of this one, for files whose content is known: YAML is read once.

Kept are only files without a fault, by a digest of their content. The file of kept values may be lost or broken: then
everything is read anew.
"""

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.records import brackets, broken, notes, syntax, yamltext
from generator.records.yamltext import Value

_READERS = (brackets.__file__, broken.__file__, notes.__file__, syntax.__file__, yamltext.__file__)


@dataclass(slots=True)
class Kept:
    """The values of files by the digest of their content: those of the last run, and those that this run asks for.

    They are held as JSON until somebody asks, so that a hundred thousand of them take little room.
    """

    path: Path | None = None
    _old: dict[str, bytes] = field(default_factory=dict)
    _now: dict[str, bytes] = field(default_factory=dict)

    def get(self, digest: str) -> dict[str, Value] | None:
        """The values of a file with this content; they are the caller's own."""
        text = self._old.get(digest)
        if text is None:
            return None
        try:
            values: dict[str, Value] = json.loads(text)
        except ValueError:  # a line that was cut off
            return None
        self._now[digest] = text
        return values

    def put(self, digest: str, values: dict[str, Value]) -> None:
        """Keeps the values of a file that was read without a fault."""
        if self.path is not None:
            self._now[digest] = json.dumps(values).encode()

    def save(self) -> None:
        """Writes what this run has asked for, where that differs from what was kept: a line for each file."""
        if self.path is None or self._now.keys() == self._old.keys():
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("wb") as file:
                file.write(_reader() + b"\n")
                file.writelines(b"%b %b\n" % (digest.encode(), text) for digest, text in self._now.items())
        except OSError:  # a folder that cannot be written to: the next run reads again
            return


def kept(path: Path | None) -> Kept:
    """What was kept in a file, if it was read by the same reader; nothing where there is no file."""
    try:
        reader, *lines = path.read_bytes().splitlines() if path else (b"",)
        if reader != _reader():
            return Kept(path)
        pairs = (line.partition(b" ") for line in lines)
        return Kept(path, {digest.decode(): text for digest, _, text in pairs})
    except (OSError, ValueError):
        return Kept(path)


def _reader() -> bytes:
    """A digest of the code that reads YAML, since it decides what values a text has."""
    return blake2b(b"\0".join(Path(name).read_bytes() for name in _READERS), digest_size=12).hexdigest().encode()
