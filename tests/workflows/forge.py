"""A clone of a small site with a bare remote, in which the scripts of the workflows run as they do on GitHub."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.capabilities import ROOT, TESTS
from tests.repositories import Repository
from tests.small import ACTIVITY, RESOURCE, VENUE, written

SCRIPTS = ROOT / ".github/scripts"
NOON = "1795348800"  # 22 November 2026, 12:00 UTC
FILES: Mapping[str, str] = {
    ".gitignore": "/.fingerpost/\n/site/\n",
    ".github/duty.txt": "# on duty\nJo-On-Duty   # since May\n",
    "data/resources/group.yml": f"{RESOURCE}contact: {{phone: 01632 960009}}\n",
    "data/venues/hall.yml": VENUE,
    "data/activities/meeting.yml": (
        f"{ACTIVITY}organiser: group\nvenue: hall\ncost: {{amount: 2}}\n"
        "schedule: [{every: Monday, start: '10:00', end: '11:00'}]\n"
    ),
}


@dataclass(frozen=True)
class Call:
    """One call of `gh`: its words, and what stood in the file that it was given."""

    words: tuple[str, ...]
    body: str

    def __str__(self) -> str:
        return " ".join(self.words)


@dataclass
class Forge:
    """A place for a site's repository: the remote, a clone of it, and what `gh` was asked for."""

    folder: Path
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def clone(self) -> Path:
        """The work tree in which scripts run."""
        return self.folder / "clone"

    def begin(self, files: Mapping[str, str] = FILES) -> None:
        """Makes the remote, with one commit on main, the clone and the stand-in for `gh`."""
        first = Repository(written(self.folder / "first", files))
        first.begin()
        first.save()
        self.git("clone", "--quiet", "--bare", str(first.folder), "remote.git", where=self.folder)
        remote = (self.folder / "remote.git").as_uri()  # by its address a clone can be cut short, as on GitHub
        self.git("clone", "--quiet", "--depth=1", remote, "clone", where=self.folder)
        stub = self.folder / "bin/gh"
        stub.parent.mkdir()
        stub.write_text(f'#!/bin/sh\nexec {sys.executable} {TESTS / "tools/gh.py"} "$@"\n', encoding="utf-8")
        stub.chmod(0o755)

    def git(self, *arguments: str, where: Path | None = None) -> str:
        """What Git says, in the clone or elsewhere."""
        named = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        return subprocess.run(
            ["git", *named, *arguments], cwd=where or self.clone, capture_output=True, text=True, check=True
        ).stdout

    def published(self, path: str, branch: str = "main") -> str:
        """A file as the remote has it."""
        return self.git("show", f"{branch}:{path}", where=self.folder / "remote.git")

    def branches(self) -> set[str]:
        """The branches of the remote."""
        return set(self.git("branch", "--format=%(refname:short)", where=self.folder / "remote.git").split())

    def run(self, script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Runs a script as a step of a workflow."""
        return subprocess.run(
            ["bash", str(SCRIPTS / script)],
            cwd=self.clone,
            env={
                **os.environ,
                "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
                "PYTHON": sys.executable,
                "PYTHONPATH": str(ROOT),
                "SOURCE_DATE_EPOCH": NOON,
                "GITHUB_REPOSITORY": "someone/fingerpost",
                "GH_NOTES": str(self.folder / "notes"),
                "GH_ANSWERS": json.dumps(self.answers),
                **variables,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    def issue(self, body: str, login: str = "jo-on-duty") -> subprocess.CompletedProcess[str]:
        """Runs the quick change for an issue."""
        event = self.folder / "event.json"
        issue = {"number": 12, "body": body, "user": {"login": login}}
        event.write_text(json.dumps({"issue": issue}), encoding="utf-8")
        return self.run("quick.sh", GITHUB_EVENT_PATH=str(event), BRANCH="main")

    def calls(self) -> list[Call]:
        """What `gh` was asked for."""
        notes = self.folder / "notes"
        lines = notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []
        return [Call(tuple(one["call"]), "".join(one["bodies"])) for one in map(json.loads, lines)]

    def replies(self) -> list[str]:
        """The comments on the issue."""
        return [call.body for call in self.calls() if call.words[:2] == ("issue", "comment")]
