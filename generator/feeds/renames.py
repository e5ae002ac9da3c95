"""A folder under Git in, the files that were renamed lately out, the newest first; nothing where Git cannot tell.

Git finds a rename by how much two files are alike. Records are much alike, so little may differ here; a record that was
renamed and rewritten at once is not found, which is better than to ask about one that is new.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from generator.checks.renames import Rename
from generator.feeds.history import Run, run_git

_ALIKE = ("--find-renames=85%", "--diff-filter=R", "--name-status", "--relative", "--no-color", "-z")
_LATELY = ("-n", "300")  # commits that touch the folder; who looks further back mends what nobody remembers


def read_renames(repo: Path, folder: str, run: Run = run_git) -> tuple[Rename, ...]:
    """The renames below a folder: those that no commit holds yet, then those of the last commits."""
    try:
        edited = run(("diff", *_ALIKE, "HEAD", "--", folder), repo)
        past = run(("log", *_LATELY, *_ALIKE, "--format=/%ct", "HEAD", "--", folder), repo)
    except OSError:
        return ()
    if edited.code or past.code:
        return ()
    return (*_parse(edited.out), *_parse(past.out))


def _parse(said: str) -> Iterator[Rename]:
    """Each rename in what git says: times of commits, and for each rename its letter, the old name, the new one."""
    on, parts = None, [part.removeprefix("\n") for part in said.split("\0")]
    place = 0
    while place < len(parts):
        if parts[place].startswith("/"):
            on = datetime.fromtimestamp(int(parts[place][1:]), UTC).date()
        elif parts[place].startswith("R") and place + 2 < len(parts):
            yield Rename(parts[place + 1], parts[place + 2], on)
            place += 2
        place += 1
