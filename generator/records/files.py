"""The data folder on the disk: which files are records, their content, and what is no file that we read.

Links are not followed: a record is data from a stranger, and a link could lead anywhere on the machine that builds.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from generator.problems import Problem, Severity
from generator.records.yamltext import LARGEST

_NO_LINKS: int = getattr(os, "O_NOFOLLOW", 0)
_FLAGS = os.O_RDONLY | _NO_LINKS | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
ENDINGS = frozenset({"yml", "yaml"})

Instead: TypeAlias = Mapping[str, bytes]
"""Contents that are not written yet, by the name of the file: they are read in place of what the disk has."""
NOTHING: Instead = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Found:
    """A file that a folder of records holds: its name relative to the site's folder, and where it is.

    `stem` is the file's name up to its first ending, the id of the record; `ending` what follows, with its dot.
    `content` is what the file is going to say, where that is not written yet.
    """

    name: str
    path: str
    stem: str = ""
    ending: str = ""
    content: bytes | None = None


def record_files(folder: Path, root: Path, instead: Instead = NOTHING) -> list[Found]:
    """The records below a folder, in folders of its own too, by id; hidden files and notes are left alone."""
    name = folder.relative_to(root).as_posix()
    found = {one.name: one for one in _walk(str(folder), name)}
    for new, content in instead.items():
        if new.startswith(f"{name}/"):
            stem, dot, ending = new.rpartition("/")[2].partition(".")
            found[new] = Found(new, str(root / new), stem, dot + ending, content)
    return sorted(found.values(), key=lambda one: (one.stem, one.name))


def _walk(folder: str, name: str) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{name}/{entry.name}")
        elif looks_like_record(entry.name):
            stem, dot, ending = entry.name.partition(".")
            yield Found(f"{name}/{entry.name}", entry.path, stem, dot + ending)


def looks_like_record(name: str) -> bool:
    """Whether somebody means a file to be read: `a.yml`, but also `a.YML`, `a.yaml`, `a.yml.txt`."""
    return any(ending.lower() in ENDINGS for ending in name.split(".")[1:])


def content_of(found: Found, *, links: bool = False) -> bytes | Problem:
    """The bytes of a file, one more than may be at most; or why it is not read. `links`: it may be a link."""
    if found.content is not None:
        return found.content
    try:
        handle = os.open(found.path, _FLAGS & ~_NO_LINKS if links else _FLAGS)
    except OSError as error:
        if error.errno == errno.ELOOP:
            return _unread(found, "This is a link to another file.", "Put the record itself in its place.")
        return _unread(found, f"This file cannot be opened: {error.strerror}.", "Look at who may read it.")
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return _unread(found, "This is no file with text in it.", "Delete it, and write the file anew.")
    with os.fdopen(handle, "rb") as file:
        return file.read(LARGEST + 1)


def _unread(found: Found, message: str, hint: str) -> Problem:
    return Problem(found.name, 1, 1, Severity.ERROR, "unreadable-file", message, hint)
