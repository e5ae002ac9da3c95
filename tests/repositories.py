"""Little Git repositories whose clock moves with their commits, read without anybody's own settings."""

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

START = datetime(2024, 3, 1, 9, tzinfo=UTC)


@dataclass
class Repository:
    """A repository whose clock stands still between commits."""

    folder: Path
    clock: datetime = START

    def git(self, *arguments: str) -> str:
        date = f"{int(self.clock.timestamp())} +0000"
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**os.environ, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def begin(self) -> None:
        """Makes the repository."""
        self.folder.mkdir(exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def save(self) -> datetime:
        """Commits what is there, an hour after the last commit, and gives the time."""
        self.clock += timedelta(hours=1)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "A change")
        return self.clock
