"""Files in, their plain values out: those whose content is known from the last run, the others read by two processes.

Kept are only files without a fault, by a digest of their content: that of their outline, and a line of JSON. The file
of kept values may be lost or broken: then everything is read anew.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator import sealed
from generator.jsontext import decoded, encoded
from generator.problems import Problem
from generator.records import brackets, broken, notes, syntax, yamltext
from generator.records import outline as outlines
from generator.records.files import Found, content_of
from generator.records.outline import outline
from generator.records.yamltext import Value, read
from generator.workers import may_share, share_out

WORKERS = 2
FEWEST_TO_SHARE = 500  # files; below this a second process costs more than it saves
_READERS = tuple(str(module.__file__) for module in (brackets, broken, notes, outlines, syntax, yamltext))


class Plain(NamedTuple):
    """What a file without a fault holds: digests of content and outline, and its values."""

    digest: str
    outline: str
    text: bytes
    """The values, in JSON: of most files of a preview nobody asks for them."""

    @property
    def values(self) -> dict[str, Value]:
        """The values, which are the caller's own."""
        values: dict[str, Value] = decoded(self.text)
        return values


@dataclass(slots=True)
class Kept:
    """The values of files by the digest of their content: those of the last run, and those that this run asks for.

    They are held as JSON until somebody asks, so that a hundred thousand of them take little room.
    """

    path: Path | None = None
    _old: dict[str, bytes] = field(default_factory=dict)
    _now: dict[str, bytes] = field(default_factory=dict)

    def of(self, files: Sequence[Found]) -> Iterator[Plain | None]:
        """What each file holds; None for one with a fault, and for one that cannot be read."""
        workers = WORKERS if len(files) >= FEWEST_TO_SHARE and may_share() else 1
        shares = [iter(share.split(b"\n")) for share in share_out(self._lines, files, workers)]
        for at in range(len(files)):
            name, _, fresh = next(shares[at % workers]).partition(b" ")
            digest = name.decode()
            kept = fresh or self._old.get(digest) or b""
            lines, _, text = kept.partition(b" ")
            if text:
                self._now[digest] = kept
                yield Plain(digest, lines.decode(), text)
            else:
                yield None

    def keep(self, digest: str) -> None:
        """Keeps what was kept, of a file that nobody opens this time."""
        if digest in self._old:
            self._now[digest] = self._old[digest]

    def save(self) -> None:
        """Writes what this run has asked for, where that differs from what was kept."""
        if self.path is None or self._now.keys() == self._old.keys():
            return
        lines = (b"%b %b\n" % (digest.encode(), text) for digest, text in self._now.items())
        sealed.save(self.path, lines, _reader())

    def _lines(self, files: Iterable[Found]) -> bytes:
        """A line for each file: its digest, with what is kept where that is new; nothing where there is a fault."""
        return b"\n".join(map(self._line, files))

    def _line(self, found: Found) -> bytes:
        content = content_of(found)
        if isinstance(content, Problem):
            return b""
        digest = digest_of(content)
        if digest in self._old:
            return digest.encode()
        values, faults = read(content)
        return b"" if faults else b"%b %b %b" % (digest.encode(), outline(values).encode(), encoded(values))


def digest_of(content: bytes) -> str:
    """A digest of a file's content: two of ten million files have one digest once in 10^15 sites."""
    return blake2b(content, digest_size=12).hexdigest()


def kept(path: Path | None) -> Kept:
    """What was kept in a file, if it was read by the same reader; nothing where there is no file."""
    content = sealed.load(path, _reader()) if path else None
    pairs = (line.partition(b" ") for line in (content or b"").splitlines())
    return Kept(path, {digest.decode(): text for digest, _, text in pairs})


def _reader() -> str:
    """A digest of the code that reads YAML, since it decides what values a text has."""
    return blake2b(b"\0".join(Path(name).read_bytes() for name in _READERS), digest_size=12).hexdigest()
