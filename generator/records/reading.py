"""Files in, typed records and problems out: the settings of `mkdocs.yml`, then everything under `data/`.

A file with a fault leaves the rest alone: its record is left out, its id is remembered, so that what refers to it does
not set off a second wave of problems.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.problems import Finding, Problem, Severity
from generator.records.faults import findings
from generator.records.fields import slug
from generator.records.model import Activity, Resource, Venue
from generator.records.site import Areas, Closure, Help, Mix, Settings, Vocabulary, VocabularyFile
from generator.records.yamltext import Fault, placed, read

PLUGIN = "fingerpost"
FOLDERS: Mapping[str, type[Resource | Activity | Venue | Mix]] = {
    "resources": Resource,
    "activities": Activity,
    "venues": Venue,
    "feeds": Mix,
}
"""Each folder of records under `data/` and what its files hold."""

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """What `mkdocs.yml` says: its name and address for MkDocs, the settings for us."""

    name: str
    url: str
    settings: Settings
    plugin_path: tuple[str | int, ...]


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
    broken: frozenset[str] = frozenset()
    """Ids whose files have errors."""
    unread: frozenset[str] = frozenset()
    """Site files (areas, closures, …) that could not be read; what refers to them is not checked."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """A digest of each file's content, by its path relative to the site's folder."""


def read_site_file(root: Path, config: Path) -> tuple[SiteFile | None, tuple[Problem, ...]]:
    """The settings of a site, from its `mkdocs.yml`."""
    name = _relative(root, config)
    content = config.read_bytes()
    values, faults = read(content, lenient=True)
    if faults:
        return None, tuple(fault.of(name) for fault in faults)
    path, own = _plugin_options(values)
    if path is None:
        found = Finding(
            name,
            ("plugins",),
            "no-settings",
            f"The plugin “{PLUGIN}” is not in the list of plugins.",
            "Add it with its settings; docs/settings.md lists them.",
        )
        return None, placed(content, (found,))
    try:
        settings = Settings.model_validate(own)
    except ValidationError as error:
        return None, placed(content, tuple(findings(error, Settings, name, path)))  # type: ignore[arg-type]
    site_url = values.get("site_url")
    if not isinstance(site_url, str) or not site_url.startswith(("http://", "https://")):
        found = Finding(
            name,
            ("site_url",),
            "no-site-url",
            "The site needs its address for feeds and links.",
            "Write `site_url: https://…/` with the address at which it is published.",
        )
        return None, placed(content, (found,))
    site = SiteFile(
        name=str(values.get("site_name") or settings.place),
        url=site_url.rstrip("/") + "/",
        settings=settings,
        plugin_path=path,
    )
    return site, ()


def _plugin_options(values: Mapping[str, Any]) -> tuple[tuple[str | int, ...] | None, Any]:
    plugins = values.get("plugins")
    entries: list[tuple[str | int, Any]] = []
    if isinstance(plugins, list):
        entries = list(enumerate(plugins))
    elif isinstance(plugins, dict):
        entries = [(name, {name: options}) for name, options in plugins.items()]
    for step, entry in entries:
        if entry == PLUGIN:
            return ("plugins", step), {}
        if isinstance(entry, dict) and PLUGIN in entry:
            below = (PLUGIN,) if isinstance(plugins, list) else ()
            return ("plugins", step, *below), entry[PLUGIN] or {}
    return None, None


class _Reading:
    """Collects problems, digests and broken ids while the files of a site are read."""

    def __init__(self, root: Path, data: Path) -> None:
        self.root, self.data = root, data
        self.problems: list[Problem] = []
        self.digests: dict[str, str] = {}
        self.broken: set[str] = set()
        self.unread: set[str] = set()

    def values(self, path: Path) -> tuple[str, bytes, dict[str, Any] | None]:
        """The file's name, content and values; None where it is not YAML as we read it."""
        name, content = _relative(self.root, path), path.read_bytes()
        self.digests[name] = blake2b(content, digest_size=12).hexdigest()
        values, faults = read(content)
        self.problems += [fault.of(name) for fault in faults]
        return name, content, None if faults and not values else values

    def site_file(self, name: str, kind: Any, empty: Any, context: Any = None) -> Any:
        """One file of `data/` that stands alone, or `empty` where it is absent or broken."""
        path = self.data / f"{name}.yml"
        if not path.is_file():
            return empty
        file, content, values = self.values(path)
        before = len(self.problems)
        if values is None:
            self.unread.add(name)
            return empty
        try:
            made = TypeAdapter(kind).validate_python(values, context=context)
        except ValidationError as error:
            shape = kind if isinstance(kind, type) and issubclass(kind, BaseModel) else Closure
            self.problems += placed(content, tuple(findings(error, shape, file)))
            made = empty
        if len(self.problems) > before:
            self.unread.add(name)
        return made

    def records(self, folder: str, kind: type[M], context: Vocabulary) -> dict[str, M]:
        """The records of a folder by id, in the order of their ids."""
        made: dict[str, M] = {}
        for path in sorted(_yaml_files(self.data / folder), key=lambda path: path.stem):
            found = self._record(path, kind, context)
            if found is None:
                self.broken.add(path.stem)
            else:
                made[path.stem] = found
        return made

    def _record(self, path: Path, kind: type[M], context: Vocabulary) -> M | None:
        before = len(self.problems)
        name, content, values = self.values(path)
        own = _name_findings(name, path)
        if values is None:
            self.problems += placed(content, own)
            return None
        own += tuple(
            Finding(
                name,
                (key,),
                "unknown-field",
                f"“{key}” is not a field here.",
                "The name of the file is the id; delete this line.",
                at_key=True,
            )
            for key in ("id", "file")
            if key in values
        )
        if own:
            self.problems += placed(content, own)
            values = {key: value for key, value in values.items() if key not in {"id", "file"}}
        values["id"], values["file"] = path.stem, name
        try:
            made = kind.model_validate(values, context=context)
        except ValidationError as error:
            found = tuple(one for one in findings(error, kind, name) if one.path != ("id",))
            self.problems += placed(content, found)
            return None
        return made if len(self.problems) == before else None


def _name_findings(name: str, path: Path) -> tuple[Finding, ...]:
    if path.suffix != ".yml":
        return (
            Finding(name, (), "bad-file-name", f"The file ends in {path.suffix}.", f"Rename it to {path.stem}.yml."),
        )
    try:
        slug(path.stem)
    except Exception as error:  # noqa: BLE001 - Pydantic's own error, asked for its hint
        hint = getattr(error, "context", {}).get("hint", "")
        return (
            Finding(name, (), "bad-file-name", f"“{path.stem}” cannot be an id, and the file’s name is its id.", hint),
        )
    return ()


def read_sources(root: Path, site: SiteFile) -> tuple[Sources, tuple[Problem, ...]]:
    """Everything under the site's data folder."""
    data = root / site.settings.data
    reading = _Reading(root, data)
    words = reading.site_file("vocabulary", VocabularyFile, VocabularyFile())
    vocabulary = Vocabulary(words)
    areas = reading.site_file("areas", Areas, Areas())
    closures = reading.site_file("closures", dict[str, Closure], {})
    help_ = reading.site_file("help", Help, None)
    records = {folder: reading.records(folder, kind, vocabulary) for folder, kind in FOLDERS.items()}
    sources = Sources(
        site=site,
        vocabulary=vocabulary,
        help=help_,
        areas=areas,
        closures=closures,
        resources=records["resources"],  # type: ignore[arg-type]
        activities=records["activities"],  # type: ignore[arg-type]
        venues=records["venues"],  # type: ignore[arg-type]
        mixes=records["feeds"],  # type: ignore[arg-type]
        broken=frozenset(reading.broken),
        unread=frozenset(reading.unread),
        digests=reading.digests,
    )
    return sources, tuple(reading.problems)


def _yaml_files(folder: Path) -> Iterator[Path]:
    """The records below a folder, in folders of its own too; hidden ones and notes beside them are left alone."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _yaml_files(path)
        elif path.suffix in {".yml", ".yaml"}:
            yield path


def _relative(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


__all__ = ["FOLDERS", "Fault", "Severity", "SiteFile", "Sources", "read_site_file", "read_sources"]
