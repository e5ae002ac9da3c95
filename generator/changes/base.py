"""A site's folder and a commit in, the site as it was at that commit out, in a folder of its own."""

import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.feeds.history import run_git
from generator.records.tried import Refused


def named(root: Path, given: str | None, branch: str) -> str | Refused:
    """The commit to compare with: what was given, else where this branch left the main one."""
    if given is not None:
        found = run_git(("rev-parse", "--verify", "--quiet", "--end-of-options", f"{given}^{{commit}}"), root)
        if found.code == 0:
            return found.out.strip()
        return Refused(
            f"Git knows no commit “{given}” here.", "Name a branch, a tag or a commit, or run “git fetch” first."
        )
    for main in (f"origin/{branch}", branch):
        found = run_git(("merge-base", "HEAD", main), root)
        if found.code == 0 and found.out.strip():
            return found.out.strip()
    return Refused(f"There is no branch “{branch}” to compare with.", "Name the commit: fingerpost changes COMMIT.")


@contextmanager
def checked_out(root: Path, commit: str) -> Iterator[Path | Refused]:
    """The files of a site at a commit, until the end of the block; nothing of the work tree is touched."""
    with tempfile.TemporaryDirectory(prefix="fingerpost-base-") as name:
        archive, folder = Path(name) / "base.tar", Path(name) / "site"
        made = run_git(("archive", "--format=tar", f"--output={archive}", commit), root)
        if made.code:
            yield Refused(f"Git cannot show the files of {commit[:12]}: {made.error}")
            return
        with tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
        yield folder
