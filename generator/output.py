"""Outputs in, files of a site out: no path twice, none outside the site, nothing made again that stands.

An output with a `key`, a digest of everything that it is made of, is taken over from the previous site as a
hard link when the manifest of that site knows the key and the file still has the recorded size and time.
"""

import os
import re
import shutil
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator import sealed
from generator.jsontext import decoded, encoded
from generator.workers import Helper, at_work, from_both_ends, may_share

LONGEST_NAME = 200  # bytes; file systems stop at 255, and hosts add suffixes such as ".br"
FEWEST_TO_SHARE = 500  # below this a second process costs more than it saves

_FORM = "manifest 2"
_PLAIN_NAME = r"[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,150}[A-Za-z0-9_-])?"
_PLAIN = re.compile(rf"(?:{_PLAIN_NAME}/)*{_PLAIN_NAME}")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)

Content = bytes | str
Entry = tuple[str, int, int]  # key, size, mtime_ns
File = tuple[str, str | None, int, int, int]  # path, key, size, mtime_ns where there is a key, 0 or 1 (taken over)


class OutputError(Exception):
    """An output that cannot become a file of the site: a bug of ours, for checks see to the records."""


class CollisionError(OutputError):
    """Two outputs claim one path."""


class UnsafePathError(OutputError):
    """A path that some host would not serve, or that leads out of the site."""


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be: its path below the site, what it comes from, its content or a way to make it."""

    path: str
    source: str
    content: Content | None = None
    key: str | None = None
    make: Callable[[], Content] | None = None

    def __post_init__(self) -> None:
        if (self.content is None) == (self.make is None):
            raise OutputError(f"{self.path} ({self.source}) needs either content or a way to make it")


@dataclass(frozen=True, slots=True)
class Bundle:
    """All files of one folder, whose names are known only when they are made: the work of planning them is shared, too.

    `path` is the folder below the site, without a slash at its end. No other output may be in it.
    """

    path: str
    source: str
    outputs: Callable[[], Iterable[Output]]
    key: None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a run wrote: files and bytes in all, and how many were made or taken over."""

    files: int
    bytes: int
    made: int
    reused: int
    warning: str = ""
    """What whoever builds should know of how it was written."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Outputs that a second process writes while this one still plans the others."""

    outputs: tuple[Output | Bundle, ...]
    helper: Helper


@contextmanager
def begun(
    outputs: Iterable[Output | Bundle], site_dir: Path, *, previous: Path | None, manifest: Path | None, workers: int
) -> Iterator[Ahead | None]:
    """Outputs of a site that a second process begins to write at once, for `write_all`; None where there is only one.

    What is written is only known to be right when `write_all` has ended.
    """
    if workers < 2 or not may_share():  # noqa: PLR2004 - two processes, as the docstring says
        yield None
        return
    listed = tuple(outputs)
    check_paths((output.path, output.source) for output in listed)
    with at_work(_writer(site_dir, previous, manifest), listed) as helper:
        yield Ahead(listed, helper)


def write_all(
    outputs: Iterable[Output | Bundle],
    site_dir: Path,
    *,
    claims: Iterable[tuple[str, str]] = (),
    previous: Path | None = None,
    manifest: Path | None = None,
    workers: int = 1,
    ahead: Ahead | None = None,
) -> Written:
    """The account of having written all outputs below `site_dir`, a folder that only this build writes to.

    `claims` are paths that others write there, with their sources: no output may have them. `previous` is the
    site that stands; `manifest` is the file, outside both, that says what is in it, and then what is in this.
    With more than one worker a long list is written by two processes, from both ends, `ahead` of which one may have
    begun with outputs of its own.
    """
    listed, before = list(outputs), ahead.outputs if ahead else ()
    check_paths(((output.path, output.source) for output in (*before, *listed)), claims)
    write = _writer(site_dir, previous, manifest)
    busy = ahead.helper if ahead else None
    if workers > 1 and len(listed) >= FEWEST_TO_SHARE and may_share():
        shares = [*from_both_ends(write, listed, busy)]
    else:
        shares = [write(listed)]
    if busy:
        shares.append(busy.answer())
    files: list[File] = [file for share in shares for file in decoded(share)]
    if manifest:
        entries = {path: (key, size, time) for path, key, size, time, _taken in files if key is not None}
        _save_manifest(manifest, dict(sorted(entries.items())))
    reused = sum(taken for *_, taken in files)
    return Written(
        files=len(files), bytes=sum(size for _, _, size, *_ in files), made=len(files) - reused, reused=reused
    )


def _writer(site_dir: Path, previous: Path | None, manifest: Path | None) -> "_Writer":
    site_dir.mkdir(parents=True, exist_ok=True)
    known = _load_manifest(manifest) if manifest and previous else {}
    return _Writer(site=str(site_dir), previous=str(previous), known=known)


def check_paths(paths: Iterable[tuple[str, str]], claims: Iterable[tuple[str, str]] = ()) -> None:
    """Nothing, when all (path, source) are safe and none is another's file or folder on any host."""
    files: dict[str, tuple[str, str]] = {}
    folders: dict[str, tuple[str, str]] = {}
    for path, source in chain(claims, paths):
        _check_path(path, source)
        key = _folded(path)
        if key in files:
            raise _collision((path, source), files[key])
        if key in folders:
            raise _collision((path, source), folders[key])
        files[key] = (path, source)
        while (cut := key.rfind("/")) >= 0:
            key = key[:cut]
            if key in folders:
                break
            if key in files:
                raise _collision((path, source), files[key])
            folders[key] = (path, source)


def _folded(path: str) -> str:
    """A path as file systems compare it that know no capital letters and one way to write é."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def _collision(one: tuple[str, str], other: tuple[str, str]) -> CollisionError:
    return CollisionError(f"{other[0]} ({other[1]}) and {one[0]} ({one[1]}) cannot both be in the site")


def _check_path(path: str, source: str) -> None:
    if _PLAIN.fullmatch(path):
        return
    fault = _fault(path)
    if fault:
        raise UnsafePathError(f"the path {path!r} of {source} {fault}")


def _fault(path: str) -> str:
    """What is wrong with a path, or nothing."""
    if _FORBIDDEN.search(path):
        return "has a character that not every host can serve"
    for name in path.split("/"):
        if not name:
            return "is absolute, empty or has an empty part"
        if name.startswith(" ") or name.endswith((" ", ".")):
            return "has a part that starts with a space or ends with a dot or a space"
        try:
            size = len(name.encode())
        except UnicodeEncodeError:
            return "is not Unicode text"
        if size > LONGEST_NAME:
            return f"has a part of more than {LONGEST_NAME} bytes"
    return ""


class _Writer:
    """Writes outputs and remembers which folders stand."""

    def __init__(self, *, site: str, previous: str, known: Mapping[str, Entry]) -> None:
        self.site = site
        self.previous = previous
        self.known = known
        self.folders: set[str] = {""}

    def __call__(self, outputs: Iterable[Output | Bundle]) -> bytes:
        """The files of all outputs, in JSON."""
        files: list[File] = []
        for output in outputs:
            try:
                if isinstance(output, Bundle):
                    files.extend(map(self._written, _inside(output)))
                else:
                    files.append(self._written(output))
            except Exception as error:
                error.add_note(f"while writing {output.path} ({output.source})")
                raise
        return encoded(files)

    def _written(self, output: Output) -> File:
        self._folder(output.path.rpartition("/")[0])
        size, time, taken = self._reuse(output) or self._make(output)
        return output.path, output.key, size, time, taken

    def _folder(self, folder: str) -> None:
        if folder in self.folders:
            return
        self._folder(folder.rpartition("/")[0])
        try:
            os.mkdir(f"{self.site}/{folder}")  # noqa: PTH102 - a Path costs more than the call
        except FileExistsError:
            if not stat.S_ISDIR(os.lstat(f"{self.site}/{folder}").st_mode):
                raise UnsafePathError(f"{folder} in {self.site} is a link or a file, not a folder") from None
        self.folders.add(folder)

    def _make(self, output: Output) -> tuple[int, int, int]:
        content = output.make() if output.make else output.content
        data = content.encode() if isinstance(content, str) else content
        assert data is not None  # noqa: S101 - Output refuses to be without content and make
        descriptor = _create(f"{self.site}/{output.path}")
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            time = os.fstat(descriptor).st_mtime_ns if output.key is not None else 0
        finally:
            os.close(descriptor)
        return len(data), time, 0

    def _reuse(self, output: Output) -> tuple[int, int, int] | None:
        """The old file taken over, when it is the same as the new one would be."""
        entry = self.known.get(output.path)
        if entry is None or entry[0] != output.key:
            return None
        old, new = f"{self.previous}/{output.path}", f"{self.site}/{output.path}"
        try:
            found = os.lstat(old)
            if not stat.S_ISREG(found.st_mode) or (found.st_size, found.st_mtime_ns) != entry[1:]:
                return None
            _link(old, new)
        except OSError:
            return None
        return entry[1], entry[2], 1


def _inside(bundle: Bundle) -> Iterator[Output]:
    """The outputs of a bundle, none twice and none outside of its folder."""
    listed = list(bundle.outputs())
    check_paths((output.path, output.source) for output in listed)
    for output in listed:
        if not output.path.startswith(f"{bundle.path}/"):
            raise UnsafePathError(f"{output.path} is not in {bundle.path}")
        yield output


def _create(path: str) -> int:
    """A new file, never the target of a link: what stands there is taken away, not written through."""
    try:
        return os.open(path, _CREATE, 0o666)
    except FileExistsError:
        Path(path).unlink()
        return os.open(path, _CREATE, 0o666)


def _link(old: str, new: str) -> None:
    """A second name for the old file, or a copy with its time where the file system has no such thing."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except FileExistsError:
        Path(new).unlink()
        _link(old, new)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def _load_manifest(manifest: Path) -> dict[str, Entry]:
    """What the manifest says of the previous site; nothing, when it cannot be read."""
    kept = sealed.load(manifest, _FORM)
    files = decoded(kept) if kept else {}
    return {path: (key, size, time) for path, (key, size, time) in files.items()}


def _save_manifest(manifest: Path, entries: Mapping[str, Entry]) -> None:
    sealed.save(manifest, (encoded(entries),), _FORM)
