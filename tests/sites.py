"""Whole sites for tests: a folder of records in, the site that `fingerpost build` makes of it out.

Each site is copied into a Git repository of its own first, so that no test writes beside the records of the project.
"""

import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.cli import main
from tests.capabilities import ROOT, TESTS

TODAY = "2026-11-22"
DEMO = ROOT
US = TESTS / "us-site"
PARTS = ("mkdocs.yml", "data", "content")
COMMITTED = "2026-11-20T12:00:00+00:00"


@dataclass(frozen=True)
class PageFile:
    """One HTML file of a site: its address relative to the site, and what a browser makes of its text."""

    url: str
    text: str

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The document."""
        return LexborHTMLParser(self.text)

    def all(self, selector: str) -> list[LexborNode]:
        """The elements that a selector finds, in their order."""
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        """The only element that a selector finds."""
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} of {selector} on /{self.url}"
        return found[0]

    def elements(self) -> Iterator[LexborNode]:
        """Every element."""
        if self.tree.root is not None:
            yield from (
                node for node in self.tree.root.traverse(include_text=False) if (node.tag or "-")[0] not in "-!_"
            )

    @property
    def moved(self) -> bool:
        """Whether it only leads to where a record is now."""
        return 'http-equiv="refresh"' in self.text

    @property
    def indexed(self) -> bool:
        """Whether search engines may know it."""
        return not self.tree.css_matches('meta[name="robots"][content*="noindex"]')

    def words(self) -> str:
        """The text that people read, one space between words."""
        body = self.tree.body
        return " ".join(body.text(separator=" ").split()) if body else ""


@dataclass(frozen=True)
class Built:
    """A site that was built, and the folder of its records."""

    source: Path
    folder: Path
    address: str

    @cached_property
    def files(self) -> Mapping[str, Path]:
        """Every file by its path below the site."""
        found = (path for path in sorted(self.folder.rglob("*")) if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path for path in found}

    @cached_property
    def pages(self) -> Mapping[str, PageFile]:
        """Every HTML file by its address."""
        return {
            url: PageFile(url, path.read_text(encoding="utf-8"))
            for name, path in self.files.items()
            if name.endswith(".html")
            for url in (name.removesuffix("index.html"),)
        }

    @cached_property
    def whole_pages(self) -> Sequence[PageFile]:
        """The pages with all that every page has: those that only lead elsewhere are none."""
        return [page for page in self.pages.values() if not page.moved]

    def feed(self, path: str) -> str:
        """The text of a feed, its folded lines made whole."""
        return self.files[f"feeds/{path}"].read_bytes().decode().replace("\r\n ", "")


def copied(source: Path, target: Path) -> Path:
    """A copy of a site's records, settings and prose as a Git repository with one commit."""
    target.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part)
        else:
            shutil.copy(source / part, target / part)
    commit(target)
    return target


def commit(folder: Path) -> None:
    """Everything in a folder, committed on a fixed day; the folder becomes a repository where it is none."""
    (folder / ".gitignore").write_text("/site*/\n/.fingerpost/\n", encoding="utf-8")
    dated = {
        **os.environ,
        "GIT_AUTHOR_DATE": COMMITTED,
        "GIT_COMMITTER_DATE": COMMITTED,
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    git = ("git", "-C", str(folder), "-c", "user.name=Test", "-c", "user.email=test@example.org")
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "Make the site"]):
        subprocess.run([*git, *arguments], check=True, env=dated)


def run(*arguments: str | Path) -> int:
    """The exit code of one command, which leaves no variable of the environment behind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "0")
        patch.delenv("SOURCE_DATE_EPOCH")
        return main([str(argument) for argument in arguments])


def built(folder: Path, site_dir: Path | None = None, *more: str) -> Path:
    """The site of a folder with records, which has no errors."""
    site = site_dir or folder / "site"
    code = run("build", "--config-file", folder / "mkdocs.yml", "--today", TODAY, "--site-dir", site, *more)
    assert code == 0, "the build failed: see what it printed"
    return site


def made(source: Path, target: Path, address: str, change: Callable[[Path], None] = lambda _folder: None) -> Built:
    """A site built from a copy of its records; `change` may alter the copy first."""
    folder = copied(source, target)
    change(folder)
    return Built(source=folder, folder=built(folder), address=address)


def made_once(source: Path, factory: pytest.TempPathFactory, name: str, address: str) -> Built:
    """A site that all tests of a run share, and therefore only read: made by whichever process needs it first."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    site, note = shared / f"once-{name}", shared / f"once-{name}.made"
    with (shared / f"once-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not note.exists():
            shutil.rmtree(site, ignore_errors=True)  # another process may have failed half-way
            made(source, site, address)
            note.touch()
    return Built(source=site, folder=site / "site", address=address)
