"""Files in, typed records and problems out: the settings of `mkdocs.yml`, then everything under `data/`.

A file with a fault leaves the rest alone: its record is left out, its id is remembered, so that what refers to it does
not set off a second wave of problems.
"""

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.problems import Finding, Problem, Severity, near_miss
from generator.records.closures import Closure
from generator.records.faults import findings
from generator.records.files import NOTHING, Found, Instead, content_of, looks_like_record, record_files
from generator.records.kept import Kept, Plain, digest_of, kept
from generator.records.logo import logo_finding, read_logo
from generator.records.matching import MatchingFile, Rules, built_in_rules, doubled, rules_of, unknown_placeholders
from generator.records.model import Activity, Resource, Venue
from generator.records.places import placed
from generator.records.scalars import slug
from generator.records.settings_file import SiteFile, site_of
from generator.records.shape import Shape
from generator.records.site import Areas, Help, Mix, Settings, Vocabulary, VocabularyFile
from generator.records.yamltext import read

__all__ = ["FOLDERS", "SiteFile", "Sources", "read_site_file", "read_sources"]

FOLDERS: Mapping[str, type[Resource | Activity | Venue | Mix]] = {
    "resources": Resource,
    "activities": Activity,
    "venues": Venue,
    "feeds": Mix,
}
"""Each folder of records under `data/` and what its files hold."""
SHAPES = {folder: Shape(kind) for folder, kind in FOLDERS.items()}
SITE_FILES = ("vocabulary", "areas", "closures", "help")
"""The files of `data/` that stand alone."""
MATCHING = "matching"
"""The folder of `data/` with rules of matching."""
RECORDS = "records"
"""Stands among the unread where there is no folder of records at all."""
OPEN_CODES = frozenset({"topics", "setting", "audience"})
"""The fields whose codes the site's own vocabulary may add to."""

M = TypeVar("M", Resource, Activity, Venue, Mix)
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All records of a site as their files say, by id; nothing derived."""

    site: SiteFile
    vocabulary: Vocabulary
    help: Help | None
    areas: Areas
    closures: Mapping[str, Closure]
    resources: Mapping[str, Resource]
    activities: Mapping[str, Activity]
    venues: Mapping[str, Venue]
    mixes: Mapping[str, Mix]
    rules: Rules = field(default_factory=built_in_rules)
    broken: frozenset[str] = frozenset()
    """Ids whose files have errors."""
    unread: frozenset[str] = frozenset()
    """Site files (areas, closures, …) that could not be read; what refers to them is not checked."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """A digest of each file's content, by its path relative to the site's folder."""
    outlines: Mapping[str, str] = field(default_factory=dict)
    """A digest of each file's outline: of all it says but the words of its texts."""


def read_site_file(root: Path, config: Path) -> tuple[SiteFile | None, tuple[Problem, ...]]:
    """The settings of a site, from its `mkdocs.yml`. Where they are wrong, the records' problems come with theirs."""
    name = config.relative_to(root).as_posix()
    content = content_of(Found(name, str(config)), links=True)
    made = (content,) if isinstance(content, Problem) else site_of(content, name)
    if isinstance(made, SiteFile):
        return _with_logo(root, made, content if isinstance(content, bytes) else b"", name)
    settings = Settings.model_construct()  # type: ignore[call-arg]  # only the usual folder of records is asked for
    _, problems = read_sources(root, SiteFile(name="", url="", settings=settings, plugin_path=()))
    return None, (*made, *(problem for problem in problems if problem.rule != "no-data"))


def _with_logo(root: Path, site: SiteFile, content: bytes, name: str) -> tuple[SiteFile, tuple[Problem, ...]]:
    """The site with the bytes of its picture, where it has one."""
    picture = site.settings.organisation.logo
    found = read_logo(root, picture) if picture else None
    if isinstance(found, tuple):
        path = (*site.plugin_path, "organisation", "logo")
        return site, placed(content, (logo_finding(name, path, found),))
    return replace(site, logo=found), ()


def read_sources(
    root: Path,
    site: SiteFile,
    keep: Path | None = None,
    *,
    instead: Instead = NOTHING,
    before: Sources | None = None,
    untouched: Collection[str] = (),
) -> tuple[Sources, tuple[Problem, ...]]:
    """Everything under the site's data folder. In the file `keep` the next run finds what this one has read.

    `instead`: what files will say once they are written; `before`: what was read before, of which records whose files
    say the same are taken over; `untouched`: the paths of files that surely do, which are not even opened.
    """
    with _collector_at_rest():
        reading = _Reading(root, root / site.settings.data, kept(keep), instead, _Before(before, untouched))
        sources = _sources(reading, site)
        reading.kept.save()
    return sources, (*reading.problems, *reading.strays())


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Reading makes a hundred thousand values and no circle of them: looking for circles took a quarter of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _sources(reading: "_Reading", site: SiteFile) -> Sources:
    vocabulary = Vocabulary(reading.site_file("vocabulary", VocabularyFile, VocabularyFile()))
    return Sources(
        site=site,
        vocabulary=vocabulary,
        help=reading.site_file("help", Help, None),
        areas=reading.site_file("areas", Areas, Areas()),
        closures=reading.site_file("closures", dict[str, Closure], {}),
        resources=reading.records("resources", Resource, vocabulary),
        activities=reading.records("activities", Activity, vocabulary),
        venues=reading.records("venues", Venue, vocabulary),
        mixes=reading.records("feeds", Mix, vocabulary),
        rules=reading.rules(vocabulary),
        broken=frozenset(reading.broken),
        unread=frozenset(reading.unread),
        digests=reading.digests,
        outlines=reading.outlines,
    )


class _Before(NamedTuple):
    """What was read before, and the paths of the files that surely say what they said then."""

    sources: Sources | None
    untouched: Collection[str]


class _Reading:
    """Collects problems, digests and broken ids while the files of a site are read."""

    def __init__(self, root: Path, data: Path, kept: Kept, instead: Instead, before: "_Before") -> None:
        self.root, self.data, self.kept, self.instead = root, data, kept, instead
        self.before, self.untouched = before
        self.problems: list[Problem] = []
        self.digests: dict[str, str] = {}
        self.outlines: dict[str, str] = {}
        self.broken: set[str] = set()
        self.unread: set[str] = set()
        if not data.is_dir():
            self.unread.update((*SITE_FILES, RECORDS))
            self._add_missing_folder()

    def site_file(self, name: str, kind: Any, empty: T) -> Any | T:
        """One file of `data/` that stands alone, or `empty` where it is absent or broken."""
        path = self.data / f"{name}.yml"
        found = Found(path.relative_to(self.root).as_posix(), str(path))
        if not path.exists() and not path.is_symlink():
            return empty
        before = len(self.problems)
        values = self._values(found, *self.kept.of([found]))
        if values is not None:
            try:
                made = TypeAdapter(kind).validate_python(values)
            except ValidationError as error:
                self._place(found, findings(error, Shape(kind), found.name))
        if len(self.problems) > before:
            self.unread.add(name)
            return empty
        return made

    def records(self, folder: str, kind: type[M], context: Vocabulary) -> dict[str, M]:
        """The records of a folder by id, in the order of their ids."""
        made: dict[str, M] = {}
        files: dict[str, str] = {}
        listed, stood = record_files(self.data / folder, self.root, self.instead), self._stood(folder)
        same = {found.path: record for found in listed if (record := self._untouched(found, stood.get(found.stem)))}
        plain = self.kept.of([found for found in listed if found.path not in same])
        for found in listed:
            record = same.get(found.path) or self._again(found, next(plain), stood.get(found.stem), kind, context)
            if found.stem in files:
                self.problems.append(_same_id(found, files[found.stem]))
                self.broken.add(found.stem)
                made.pop(found.stem, None)
            elif record is None:
                self.broken.add(found.stem)
            else:
                made[found.stem] = record
            files.setdefault(found.stem, found.name)
        return made

    def rules(self, context: Vocabulary) -> Rules:
        """The rules of matching, with what the site's files say of them."""
        listed = {found.name: found for found in record_files(self.data / MATCHING, self.root, self.instead)}
        files: dict[str, MatchingFile] = {}
        for found, plain in zip(listed.values(), self.kept.of(tuple(listed.values())), strict=True):
            values = self._values(found, plain)
            try:
                if values is not None:
                    files[found.name] = MatchingFile.model_validate(values, context=context)
            except ValidationError as error:
                self._place(found, findings(error, Shape(MatchingFile), found.name))
        for wrong in (*doubled(files), *unknown_placeholders(files)):
            self._place(listed[wrong.file], iter((wrong,)))
        return rules_of(files.values())

    def strays(self) -> Iterator[Problem]:
        """Files and folders of `data/` that nobody reads, though they look as if they were meant to be read."""
        for path in sorted(self.data.iterdir()) if self.data.is_dir() else ():
            folder = path.is_dir()
            if path.name.startswith(".") or path.name in (
                (*FOLDERS, MATCHING) if folder else {f"{name}.yml" for name in SITE_FILES}
            ):
                continue
            meant = near_miss(path.stem, (*FOLDERS, MATCHING) if folder else SITE_FILES)
            if not meant and (folder or not looks_like_record(path.name)):
                continue
            yield Problem(
                path.relative_to(self.root).as_posix(),
                1,
                1,
                Severity.WARNING,
                "stray-file",
                "Nobody reads this folder." if folder else "Nobody reads this file.",
                f"Rename it to {meant}{'' if folder else '.yml'}."
                if meant
                else f"Records stand in the folders {', '.join(FOLDERS)}: move it there.",
            )

    def _add_missing_folder(self) -> None:
        name = self.data.relative_to(self.root).as_posix()
        message = f"There is no folder “{name}” with records."
        hint = "Make it, or write its name as `data:` into the settings of mkdocs.yml."
        self.problems.append(Problem(name, 1, 1, Severity.ERROR, "no-data", message, hint))

    def _values(self, found: Found, plain: Plain | None) -> dict[str, Any] | None:
        """The values of a file, where need be with its faults noted; None where nothing of it can be used."""
        if plain:
            self.digests[found.name], self.outlines[found.name] = plain.digest, plain.outline
            return plain.values
        content = content_of(found)
        if isinstance(content, Problem):
            self.problems.append(content)
            return None
        self.digests[found.name] = self.outlines[found.name] = digest_of(content)
        values, faults = read(content)
        self.problems += [fault.of(found.name) for fault in faults]
        return None if faults and not values else values

    def _record(self, found: Found, plain: Plain | None, kind: type[M], context: Vocabulary) -> M | None:
        before = len(self.problems)
        values = self._values(found, plain)
        self.problems += _name_problems(found)
        if values is None:
            return None
        if "id" in values or "file" in values:
            self._place(found, _own_id(values, found.name))
        values["id"], values["file"] = found.stem, found.name
        try:
            made = kind.model_validate(values, context=context)
        except ValidationError as error:
            self._place(found, self._findings(error, kind, found.name))
            return None
        return made if len(self.problems) == before else None

    def _stood(self, folder: str) -> Mapping[str, Any]:
        """The records of a folder as they were read before, where the vocabulary says the same."""
        old, words = self.before, f"{self.data.relative_to(self.root).as_posix()}/vocabulary.yml"
        if old is None or self.digests.get(words) != old.digests.get(words):
            return {}
        records: Mapping[str, Any] = getattr(old, "mixes" if folder == "feeds" else folder)
        return records

    def _untouched(self, found: Found, stood: M | None) -> M | None:
        """A record that was read before, where its file need not be opened to know that it says the same."""
        if self.before is None or stood is None or stood.file != found.name or found.path not in self.untouched:
            return None
        digest, name = self.before.digests[found.name], found.name
        self.digests[name], self.outlines[name] = digest, self.before.outlines[name]
        self.kept.keep(digest)
        return stood

    def _again(
        self, found: Found, plain: Plain | None, stood: M | None, kind: type[M], context: Vocabulary
    ) -> M | None:
        """A record of a file that was opened: the one that was read before, where the file still says the same."""
        same = stood and plain and self.before and self.before.digests.get(found.name) == plain.digest
        if not same or stood is None or plain is None or stood.file != found.name:
            return self._record(found, plain, kind, context)
        self.digests[found.name], self.outlines[found.name] = plain.digest, plain.outline
        return stood

    def _place(self, found: Found, several: Iterator[Finding]) -> None:
        """Notes findings with their places, by a second look at the file."""
        content = content_of(found)
        self.problems += placed(b"" if isinstance(content, Problem) else content, tuple(several))

    def _findings(self, error: ValidationError, kind: type[M], file: str) -> Iterator[Finding]:
        """The findings of a record; words of a vocabulary that could not be read are not held against it."""
        for one in findings(error, Shape(kind), file, others=SHAPES):
            if "vocabulary" not in self.unread or one.rule != "unknown-code" or one.path[0] not in OPEN_CODES:
                yield one


def _own_id(values: dict[str, Any], file: str) -> Iterator[Finding]:
    for key in ("id", "file"):
        if key in values:
            hint = "The file’s name is the id of the record; delete this line."
            yield Finding(file, (key,), "unknown-field", f"“{key}” is not a field here.", hint, at_key=True)


def _same_id(found: Found, other: str) -> Problem:
    message = f"The id “{found.stem}” is taken by {other}."
    hint = "A file’s name is its record’s id: rename this file, or delete it if it is the same record."
    return Problem(found.name, 1, 1, Severity.ERROR, "duplicate-id", message, hint)


def _name_problems(found: Found) -> Iterator[Problem]:
    try:
        better = slug(found.stem)
        hint = f"Rename it to {better}.yml."
    except PydanticCustomError as error:
        better = str((error.context or {})["hint"]).rpartition(" ")[2].rstrip(".")
        hint = f"The file’s name is the id, in small letters, digits and hyphens. Rename it to {better}.yml."
    if found.stem != better or found.ending != ".yml":
        name = found.name.rpartition("/")[2]
        message = f"The name “{name}” does not fit a record."
        yield Problem(found.name, 1, 1, Severity.ERROR, "bad-file-name", message, hint)
