"""A small good site with some of its files changed → all its problems, as `fingerpost check` finds them."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from generator.catalogue import catalogue
from generator.checks import check
from generator.checks.renames import Rename
from generator.problems import Problem
from generator.records.reading import read_site_file, read_sources
from tests.capabilities import TESTS

TODAY = date(2026, 12, 1)
NOTHING: Mapping[str, str] = MappingProxyType({})
HERE = TESTS / "problems"
SITE = {
    path.relative_to(HERE / "site").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((HERE / "site").rglob("*"))
    if path.is_file()
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One mistake (or, where it says so, several), and what is said about it."""

    name: str
    file: str
    changes: Mapping[str, str]
    """Texts of the file by what stands there instead."""
    files: Mapping[str, str | None]
    """Whole files; None: there is no such file."""
    odd: Mapping[str, str]
    """What is no plain file: large, link, loop, pipe, folder."""
    renamed: Mapping[str, str]
    """Files by the names that they had before."""
    encoding: str
    several: bool
    problems: str

    def site(self) -> dict[str, bytes]:
        """The files of the case by name."""
        site = dict(SITE)
        for name, text in self.files.items():
            if text is None:
                site = {path: kept for path, kept in site.items() if path != name and not path.startswith(f"{name}/")}
            else:
                site[name] = text
        for old, new in self.changes.items():
            assert site[self.file].count(old) == 1, f"{self.name}: “{old}” should stand once in {self.file}"
            site[self.file] = site[self.file].replace(old, new)
        return {name: text.encode(self.encoding if name == self.file else "utf-8") for name, text in site.items()}


def case_of(raw: Mapping[str, Any]) -> Case:
    return Case(
        name=raw["case"],
        file=raw.get("file", ""),
        changes=raw.get("change", {}),
        files=raw.get("files", {}),
        odd=raw.get("odd", {}),
        renamed=raw.get("renamed", {}),
        encoding=raw.get("encoding", "utf-8"),
        several=raw.get("several", False),
        problems=raw.get("problems", ""),
    )


def cases_of(path: Path) -> Iterator[Case]:
    for raw in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield case_of(raw)


def write_site(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_odd(path: Path, what: str) -> None:
    """Something that stands where a record should."""
    path.parent.mkdir(parents=True, exist_ok=True)
    match what:
        case "large":
            path.write_text("name: Barn\n" + "# much\n" * 50_000, encoding="utf-8")
        case "link":
            path.symlink_to("old-mill.yml")
        case "loop":
            path.symlink_to(path.name)
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case _:
            raise ValueError(what)


def problems_of(folder: Path, today: date = TODAY, renamed: Mapping[str, str] = NOTHING) -> tuple[Problem, ...]:
    """All problems of the site in a folder, sorted."""
    config = folder / "mkdocs.yml"
    site, problems = read_site_file(folder, config)
    if site is None:
        return tuple(sorted(problems))
    sources, more = read_sources(folder, site)
    renames = [Rename(old, new, date(2026, 11, 20)) for old, new in renamed.items()]
    _, found = check(catalogue(sources), folder, config, today, renamed=renames)
    return tuple(sorted({*problems, *more, *found}))
