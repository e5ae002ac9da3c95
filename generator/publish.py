"""A site built aside in, the same site in its place out: whoever looks sees the whole old one or the whole new one.

A killed build leaves the folders `.NAME.fingerpost-new` (being built, or being cleared away) and, only where the
system cannot exchange two names at once, `.NAME.fingerpost-old` (always whole); the next build repairs that first.
This guards against errors and kills, not against a power cut: nothing is forced onto the disk.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.workers import may_share, share_out

if sys.platform != "win32":
    import fcntl

# Constant content: two builds of one commit are equal to the byte.
MARKS = (
    (".fingerpost-site", b"Made by Fingerpost. The next build replaces this whole folder.\n"),
    (".nojekyll", b""),
)

Swap = Callable[[Path, Path], bool]
After = Callable[[str], None]

WORKERS = 2
FEWEST_TO_SHARE = 2000  # folders to clear away; below this a second process costs more than it saves
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.ENOTSUP})


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishProblem:
    """Why a site cannot be put into a folder, and what to do."""

    message: str
    hint: str


@contextmanager
def building(site_dir: Path) -> Iterator[Path | PublishProblem]:
    """The empty folder to build into, its leftovers repaired and other builds kept out; gone afterwards.

    The caller builds and then calls `exchange`; when it does not, the old site stands as it was.
    """
    site_dir = _absolute(site_dir)
    parent = site_dir.parent
    nothing_beside = refusal(site_dir) if site_dir == parent else None
    if nothing_beside:
        yield nothing_beside
        return
    try:
        parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        yield _cannot(parent, error.strerror or str(error))
        return
    if not os.access(parent, os.W_OK | os.X_OK):
        yield _cannot(parent, os.strerror(errno.EACCES))
        return
    with locked(site_dir) as busy:
        problem = busy or _prepare(site_dir)
        if problem:
            yield problem
            return
        try:
            yield staging_dir(site_dir)
        finally:
            _clear(staging_dir(site_dir))


def staging_dir(site_dir: Path) -> Path:
    """The folder beside the site in which the next one is built: beside, since only there a rename can reach."""
    return _beside(site_dir, "new")


def exchange(new: Path, site_dir: Path, *, swap: Swap | None = None, after: After = lambda _step: None) -> None:
    """Puts a whole new site in the place of the old one, and clears the old one away.

    `swap` exchanges two names at once or says that it cannot; `after` hears of each step.
    """
    site_dir = _absolute(site_dir)
    old = _beside(site_dir, "old")
    mark(new)
    after("marked")
    if not site_dir.exists():
        new.rename(site_dir)
        after("first")
        return
    if (swap or swap_names)(new, site_dir):
        after("swapped")
    else:
        site_dir.rename(old)
        after("moved old")
        try:
            new.rename(site_dir)
        except OSError:
            old.rename(site_dir)
            raise
        after("moved new")
        old.rename(new)  # so that the name of the old site never holds half a site
        after("renamed old")
    _clear(new)
    after("cleared")


def mark(site: Path) -> None:
    """Leaves the files by which a site is known as ours, and by which hosts serve it as it is."""
    for name, content in MARKS:
        (site / name).write_bytes(content)


def repair(site_dir: Path) -> None:
    """Puts right what a killed build left: a whole site stands again, and nothing else of ours beside it."""
    site_dir = _absolute(site_dir)
    old = _beside(site_dir, "old")
    if old.exists() and _is_empty(site_dir):
        if site_dir.exists():
            site_dir.rmdir()
        old.rename(site_dir)
    elif old.exists():
        _clear(staging_dir(site_dir))
        old.rename(staging_dir(site_dir))
    _clear(staging_dir(site_dir))


def refusal(site_dir: Path) -> PublishProblem | None:
    """Why a folder may not be replaced by a site, if so."""
    site_dir = _absolute(site_dir)
    if site_dir.is_symlink():
        return PublishProblem(
            message=f"{site_dir} is a symbolic link, and the site is exchanged as a folder.",
            hint=f"Give the folder itself: --site-dir {site_dir.resolve()}",
        )
    if not site_dir.exists():
        return None
    if not site_dir.is_dir():
        return PublishProblem(message=f"{site_dir} is a file.", hint="Choose a folder with --site-dir.")
    if os.path.ismount(site_dir):
        return PublishProblem(
            message=f"{site_dir} is a mount point, for which no other folder can be exchanged.",
            hint=f"Choose a folder inside it: --site-dir {site_dir / 'site'}",
        )
    if not _is_empty(site_dir) and not (site_dir / MARKS[0][0]).is_file():
        return PublishProblem(
            message=f"{site_dir} is not a site made by Fingerpost.",
            hint="Empty it or choose another with --site-dir.",
        )
    return None


@contextmanager
def locked(site_dir: Path) -> Iterator[PublishProblem | None]:
    """Nothing, while this program alone may build the site; the problem, when another program builds it.

    A forked child shares the lock, so that an orphan which still writes keeps the next build out.
    """
    path = _beside(_absolute(site_dir), "lock")
    if sys.platform == "win32":
        yield None  # no such lock there: two builds at once are the user's care
        return
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            yield PublishProblem(
                message=f"Another build is writing {site_dir}.", hint="Wait until it ends, then build again."
            )
            return
        except OSError:
            break  # a network file system without locks: build without one
        if _same_file(descriptor, path):
            break
        os.close(descriptor)  # the build before took its lock file away between our two steps
    try:
        yield None
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def swap_names(one: Path, other: Path) -> bool:
    """Whether the system exchanged two names in one step (Linux: renameat2)."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def _prepare(site_dir: Path) -> PublishProblem | None:
    problem = refusal(site_dir)
    if problem is not None:
        return problem
    try:
        repair(site_dir)
        staging_dir(site_dir).mkdir()
    except OSError as error:
        return _cannot(staging_dir(site_dir), error.strerror or str(error))
    return None


def _cannot(folder: Path, reason: str) -> PublishProblem:
    return PublishProblem(
        message=f"{folder} cannot be made ready for the new site: {reason}.",
        hint="Give yourself the right to write there, or choose another folder with --site-dir.",
    )


def _same_file(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _is_empty(folder: Path) -> bool:
    """Whether a folder holds nothing or is not there."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def _clear(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        folders = [path for part in _folders(folder) for path in _folders(part)]  # nearly all of it
        if len(folders) >= FEWEST_TO_SHARE and may_share():
            share_out(_remove, folders, WORKERS)
        shutil.rmtree(folder)


def _folders(folder: str | Path) -> list[str]:
    """The folders in a folder, no links to folders."""
    with os.scandir(folder) as found:
        return [one.path for one in found if one.is_dir(follow_symlinks=False)]


def _remove(folders: Iterable[str]) -> bytes:
    for folder in folders:
        try:  # most hold one page and nothing else: so it takes half as long
            os.unlink(f"{folder}/index.html")  # noqa: PTH108 - a Path costs more than the call
            os.rmdir(folder)  # noqa: PTH106 - as above
        except OSError:
            shutil.rmtree(folder)
    return b""


def _absolute(site_dir: Path) -> Path:
    """The folder by its full name; when it is itself a link, still the link."""
    return site_dir.resolve() if site_dir.name in {"", ".."} else site_dir.parent.resolve() / site_dir.name


def _beside(site_dir: Path, role: str) -> Path:
    return site_dir.with_name(f".{site_dir.name}.fingerpost-{role}")
