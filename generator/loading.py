"""READ THIS FIRST. Files in, a catalogue and problems out; `pipeline` says what files the site then has.

`load` reads, decodes, derives and checks.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue, catalogue
from generator.checks import check
from generator.feeds.renames import read_renames
from generator.problems import Problem, Severity
from generator.records.files import NOTHING, Instead
from generator.records.reading import SiteFile, read_site_file, read_sources
from generator.stages import Stages

WORK = ".fingerpost"
"""A folder beside `mkdocs.yml` for what may be lost: kept values and events, the manifest of the last site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was read: the site and its catalogue, as far as they could be, and all problems."""

    site: SiteFile | None
    catalogue: Catalogue | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the site from being published."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


def load(
    config: Path,
    today: date,
    stages: Stages,
    *,
    warnings_in_place: bool = True,
    instead: Instead = NOTHING,
    meanwhile: Callable[[], None] = lambda: None,
    before: Catalogue | None = None,
    untouched: Collection[str] = (),
) -> Loaded:
    """Reads, derives and checks a site; `config` is its `mkdocs.yml`. Records with errors are left out.

    Who only counts warnings need not have their lines and columns found, nor Git asked what was renamed. `instead`:
    what files are going to say; `meanwhile`: what else is to be done, while a second process checks a large site.
    `before`: what this process has loaded before; of it is taken over what has not changed. `untouched`: the paths of
    files that surely say what they said then.
    """
    root = config.parent
    with stages.stage("read records"):
        site, problems = read_site_file(root, config)
        if site is None:
            return Loaded(site=None, catalogue=None, problems=problems)
        known = before.sources if before else None
        sources, more = read_sources(
            root, site, root / WORK / "values.txt", instead=instead, before=known, untouched=untouched
        )
        _hide_from_git(root / WORK)
    with stages.stage("derive and inherit"):
        made = catalogue(sources, before)
    with stages.stage("check"):
        renamed = read_renames(root, site.settings.data) if warnings_in_place else ()
        made, found = check(
            made,
            root,
            config,
            today,
            renamed=renamed,
            warnings_in_place=warnings_in_place,
            instead=instead,
            meanwhile=meanwhile,
            keep=root / WORK / "texts.txt",
        )
    return Loaded(site=site, catalogue=made, problems=tuple(sorted({*problems, *more, *found})))


def _hide_from_git(work: Path) -> None:
    """Nobody has to name the folder in a file of theirs: what may be lost is never committed."""
    with suppress(OSError):  # where nothing can be written there is nothing to hide
        if work.is_dir() and not (work / ".gitignore").exists():
            (work / ".gitignore").write_text("*\n", encoding="utf-8")
