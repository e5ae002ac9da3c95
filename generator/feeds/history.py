"""A folder under Git in, the newest time at which any of an event's files changed out, and the first one.

DTSTAMP, LAST-MODIFIED and SEQUENCE (RFC 5545 3.8.7) come from here, never from the clock or from counts of
commits, which fall after a squash. The newest committer time of a path only rises while commits are added:
edits, renames, squashes, merges and reverts are commits too. It can fall only when history is rewritten under
a clock that went back, which nothing in the rewritten history can show.
"""

import json
import os
import posixpath
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from generator import sealed

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
CACHE_FORMAT = "head, scope, times, first"

# The settings of whoever builds must not change what is read: signatures, colours, renames, replaced objects.
_GIT = (
    *("git", "--no-replace-objects", "--literal-pathspecs"),
    *("-c", "log.showSignature=false", "-c", "log.showRoot=true"),
)
_LOG = (
    *("log", "--full-history", "--diff-merges=first-parent", "--no-renames", "--no-relative", "--no-color"),
    *("--name-only", "-z", "--format=/%ct"),  # no path in Git starts with a slash
)
_STATUS = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored")
# A hook, or a git that calls us, names its repository in the environment; ours is the one around the data.
_KEPT = ("GIT_CONFIG_", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one run of git gave: exit code, output, and its complaints."""

    code: int
    out: str
    error: str


Run = Callable[[Sequence[str], Path], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryProblem:
    """Why the history cannot be believed, and the remedy."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The newest and the first committer time of each path, and the paths with edits that no commit holds yet."""

    times: Mapping[str, int]
    first: Mapping[str, int] = field(default_factory=dict)
    edited: frozenset[str] = frozenset()
    head: int = 0
    warning: str = ""

    def revision(self, paths: Iterable[str]) -> datetime:
        """The newest committer time of all the paths; a minute more than HEAD's where one is being edited."""
        newest, edited = 0, False
        for path in paths:
            known = self._known(path)
            newest = max(newest, self.times.get(known, 0))
            edited = edited or known in self.edited
        if edited:
            newest = max(newest, self.head) + 60
        return max(EPOCH, datetime.fromtimestamp(newest, UTC))

    @property
    def newest(self) -> datetime | None:
        """The newest committer time of all; None where there is no history, or edits that are not in it yet."""
        return datetime.fromtimestamp(max(self.times.values()), UTC) if self.times and not self.edited else None

    def _known(self, path: str) -> str:
        """The path itself, or the folder above it that Git sees as one thing: a submodule or a link."""
        while path and path not in self.times and path not in self.edited:
            path = posixpath.dirname(path)
        return path


def sequence(revision: datetime) -> int:
    """The whole minutes from 2020-01-01 to a revision: the SEQUENCE of an event."""
    return (revision - EPOCH) // MINUTE


def run_git(arguments: Sequence[str], folder: Path) -> Answer:
    """The answer of git to one command, in English and about the repository around the folder."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    done = subprocess.run(
        [*_GIT, *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, os.fsdecode(done.stdout), done.stderr.decode(errors="replace").strip())


def read_history(
    repo: Path, paths: Sequence[str], *, cache: Path | None = None, run: Run = run_git
) -> History | HistoryProblem:
    """The history of the files under some paths, which are relative to the folder `repo`.

    With a cache only the commits since it was written are read. Without a repository, or before its first
    commit, the history is empty and says so in its warning.
    """
    try:
        return _read(repo, paths, cache, run)
    except OSError:
        if not _has_repository(repo):
            return _nothing("This is no Git repository")
        return HistoryProblem(
            message="Git cannot be started, so the revisions of the feeds cannot be read.",
            hint="Install Git; a copy without its .git folder builds without it.",
        )
    except _GitError as error:
        return _problem(str(error), repo)


class _GitError(Exception):
    """Git failed; the text is what it said."""


def _read(repo: Path, paths: Sequence[str], cache: Path | None, run: Run) -> History | HistoryProblem:
    place = run(("rev-parse", "--is-shallow-repository", "--show-prefix"), repo)
    if place.error.startswith("fatal: not a git repository (or any") and not _has_repository(repo):
        return _nothing("This is no Git repository")
    shallow, _, prefix = _output(place).removesuffix("\n").partition("\n")
    if shallow == "true":
        return HistoryProblem(
            message="The Git history is cut short (a shallow clone): every record would seem changed today.",
            hint="Set “fetch-depth: 0” for actions/checkout, or run “git fetch --unshallow”.",
        )
    last = run(("log", "-1", "--no-color", "--format=%H %ct"), repo)
    if "does not have any commits yet" in last.error:
        return _nothing("This Git repository has no commit yet")
    head, _, head_time = _output(last).strip().partition(" ")
    times, first = _times(repo, paths, prefix, head, cache=cache, run=run)
    status = _output(run((*_STATUS, "--", *paths), repo))
    edited = frozenset(_beneath(prefix, entry[3:]) for entry in status.split("\0") if entry)
    return History(times=times, first=first, edited=edited, head=int(head_time))


def _times(
    repo: Path, paths: Sequence[str], prefix: str, head: str, *, cache: Path | None, run: Run
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The newest and the first committer time of each path up to a commit, from the cache as far as that goes."""
    scope = [prefix, *paths]
    cached, times, first = _load(cache, scope)
    if cached == head:
        return times, first
    since = bool(cached) and run(("merge-base", "--is-ancestor", cached, head), repo).code == 0
    if not since:
        times, first = {}, {}
    commits = f"{cached}..{head}" if since else head
    # Paths make git compare each commit twice. That only pays for a site in a folder of a bigger repository.
    limits = ("--", *paths) if prefix else ("--",)
    folders = tuple(f"{path}/" for path in paths)
    for name, time in _parse(_output(run((*_LOG, commits, *limits), repo)), prefix):
        if name in paths or name.startswith(folders):
            times[name] = max(time, times.get(name, 0))
            first[name] = min(time, first.get(name, time))
    _save(cache, scope, head, times, first)
    return times, first


def _parse(log: str, prefix: str) -> Iterable[tuple[str, int]]:
    """Each path of each commit in the output of the log, with the committer time."""
    time, first = 0, False
    for part in log.split("\0"):
        if part.startswith("/"):
            time, first = int(part[1:]), True
        elif part:
            # Git puts one line end between a commit and its first name, even with -z.
            yield _beneath(prefix, part[1:] if first else part), time
            first = False


def _beneath(prefix: str, name: str) -> str:
    """A path of the repository as seen from the folder of the site within it."""
    name = name.removesuffix("/")
    return name.removeprefix(prefix) if name.startswith(prefix) else posixpath.relpath(name, prefix)


def _load(cache: Path | None, scope: Sequence[str]) -> tuple[str, dict[str, int], dict[str, int]]:
    """The commit and the times that a cache holds for these paths; one that cannot be read holds nothing."""
    if cache is None:
        return "", {}, {}
    kept = json.loads(sealed.load(cache, CACHE_FORMAT) or b"{}")
    if kept and kept["scope"] == list(scope) and _COMMIT.fullmatch(kept["head"]):
        return kept["head"], kept["times"], kept["first"]
    return "", {}, {}


def _save(
    cache: Path | None, scope: Sequence[str], head: str, times: Mapping[str, int], first: Mapping[str, int]
) -> None:
    """Keeps what was read."""
    if cache is None:
        return
    kept = {"head": head, "scope": list(scope), "times": times, "first": first}
    sealed.save(cache, (json.dumps(kept).encode(),), CACHE_FORMAT)


def _has_repository(folder: Path) -> bool:
    folder = folder.absolute()
    return any((above / ".git").exists() for above in (folder, *folder.parents))


def _nothing(reason: str) -> History:
    return History(times={}, warning=f"{reason}: all events carry revision 0, and calendars may keep old times.")


def _output(answer: Answer) -> str:
    if answer.code != 0:
        raise _GitError(answer.error or f"git ended with code {answer.code}")
    return answer.out


def _problem(error: str, repo: Path) -> HistoryProblem:
    """What git complained of, with the remedy for the complaints that are known."""
    said = error.splitlines()[0].removeprefix("fatal: ")
    hint = f"Run “git status” and “git log” in {repo} and mend what they report."
    if "dubious ownership" in error:
        hint = f"If you trust this folder, run “git config --global --add safe.directory {repo.absolute()}”."
    elif "--diff-merges" in error or "--no-relative" in error:
        hint = "Install Git 2.31 or later."
    return HistoryProblem(message=f"Git cannot read the history: {said}.", hint=hint)
