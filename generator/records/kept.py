"""Plain values of the last run → plain values of this one, for files whose content is known: YAML is read once.

Kept are only files without a fault, by a digest of their content. The file of kept values may be lost or broken: then
everything is read anew.
"""

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from generator.records import syntax, yamltext
from generator.records.yamltext import Value

_READERS = (yamltext.__file__, syntax.__file__)


@dataclass(slots=True)
class Kept:
    """The values of files by the digest of their content: those of the last run, and those that this run asks for."""

    path: Path | None = None
    _old: dict[str, dict[str, Value]] = field(default_factory=dict)
    _now: dict[str, dict[str, Value]] = field(default_factory=dict)

    def get(self, digest: str) -> dict[str, Value] | None:
        """The values of a file with this content; they are the caller's own to add to."""
        values = self._old.get(digest)
        if values is None:
            return None
        self._now[digest] = values
        return dict(values)

    def put(self, digest: str, values: dict[str, Value]) -> None:
        """Keeps the values of a file that was read without a fault."""
        self._now[digest] = dict(values)

    def save(self) -> None:
        """Writes what this run has asked for, where that differs from what was kept."""
        if self.path is None or self._now.keys() == self._old.keys():
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps({"reader": _reader(), "files": self._now}), encoding="utf-8")
        except OSError:  # a folder that cannot be written to: the next run reads again
            return


def kept(path: Path | None) -> Kept:
    """What was kept in a file, if it was read by the same reader; nothing where there is no file."""
    try:
        found = json.loads(path.read_bytes()) if path else {}
        return Kept(path, found["files"] if found["reader"] == _reader() else {})
    except (OSError, ValueError, TypeError, KeyError):
        return Kept(path)


def _reader() -> str:
    """A digest of the code that reads YAML, since it decides what values a text has."""
    return blake2b(b"\0".join(Path(name).read_bytes() for name in _READERS), digest_size=12).hexdigest()
