"""Files and folders in, what they look like from outside: two such looks that differ tell which files have changed.

Asking the system for each file's time and size takes a thousandth of a second for some hundred files, works on network
and shared folders, where systems report nothing, and misses nothing: what a site was read of is known by the look that
came before it.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

Look: TypeAlias = Mapping[str, tuple[int, int, int]]
"""The time of change, the size and the number of each file, by its path."""

SETTLED = 0.02  # seconds; editors and Git write a file in several steps, within this time of each other
LONGEST = 50  # looks; a file that never rests must not keep all others from being shown
_UNWATCHED = frozenset({"__pycache__", "node_modules"})


def look(paths: Iterable[Path]) -> Look:
    """What files look like, and those in folders; hidden ones are left out, and so is what is not there."""
    return {name: seen for path in paths for name, seen in _seen(str(path))}


def rested(paths: Sequence[Path], now: Look, sleep: Callable[[float], None] = time.sleep) -> Look:
    """The look of files as soon as nobody is writing them; `now` is the one of this moment."""
    for _ in range(LONGEST):
        sleep(SETTLED)
        before, now = now, look(paths)
        if now == before:
            break
    return now


def changed(before: Look, after: Look) -> tuple[str, ...]:
    """The paths of files that are new, gone or different."""
    return tuple(sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path)))


def untouched(before: Look, after: Look) -> frozenset[str]:
    """The paths of files that have been left alone."""
    return frozenset(path for path, seen in after.items() if before.get(path) == seen)


def _seen(path: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except NotADirectoryError:
        try:
            stat = os.stat(path)  # noqa: PTH116 - a Path costs more than the call
        except OSError:
            return
        yield path, (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        return
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _UNWATCHED:
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _seen(entry.path)
                continue
            stat = entry.stat()
        except OSError:  # it was there a moment ago, or is a link to nothing
            continue
        yield entry.path, (stat.st_mtime_ns, stat.st_size, stat.st_ino)
