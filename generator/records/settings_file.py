"""`mkdocs.yml` → what it says of the site: its name and address for MkDocs, the settings for us.

The rest of the file belongs to MkDocs and may hold what records may not: tags, anchors.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.problems import Finding, Problem
from generator.records.faults import findings
from generator.records.logo import Logo
from generator.records.places import placed
from generator.records.shape import Shape
from generator.records.site import Settings
from generator.records.yamltext import read
from generator.richtext import is_safe_url

PLUGIN = "fingerpost"
Path = tuple[str | int, ...]
_NO = frozenset({"false", "no", "off"})
"""How YAML 1.1, which MkDocs reads, writes no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """What `mkdocs.yml` says."""

    name: str
    url: str
    settings: Settings
    plugin_path: Path
    logo: Logo | None = None


def site_of(content: bytes, file: str) -> SiteFile | tuple[Problem, ...]:
    """The site that a `mkdocs.yml` describes, or all that is wrong with it."""
    values, faults = read(content, lenient=True)
    if faults:
        return tuple(fault.of(file) for fault in faults)
    found = _options(values)
    if found is None:
        wrong = Finding(
            file,
            ("plugins",),
            "no-settings",
            f"The plugin “{PLUGIN}” is not in the list of plugins.",
            "Add it with its settings; docs/settings.md lists them.",
            at_key=True,
        )
        return placed(content, (wrong,))
    path, own = found
    faulty = tuple(_address_findings(values, file))
    try:
        settings = Settings.model_validate(own)
    except ValidationError as error:
        return placed(content, (*faulty, *findings(error, Shape(Settings), file, path, empty_too=True)))
    if faulty:
        return placed(content, faulty)
    return SiteFile(
        name=str(values.get("site_name") or settings.place),
        url=str(values["site_url"]).rstrip("/") + "/",
        settings=settings,
        plugin_path=path,
    )


def _options(values: dict[str, Any]) -> tuple[Path, Any] | None:
    """The path to the plugin's settings, and the settings as they are written."""
    plugins = values.get("plugins")
    if isinstance(plugins, dict) and PLUGIN in plugins:
        return ("plugins", PLUGIN), plugins[PLUGIN] or {}
    for number, entry in enumerate(plugins if isinstance(plugins, list) else ()):
        if entry == PLUGIN:
            return ("plugins", number), {}
        if isinstance(entry, dict) and PLUGIN in entry:
            return ("plugins", number, PLUGIN), entry[PLUGIN] or {}
    return None


def _address_findings(values: dict[str, Any], file: str) -> Iterator[Finding]:
    if str(values.get("use_directory_urls", "")).casefold() in _NO:
        message = "Pages have addresses with a slash at their end, and without one links would lead nowhere."
        hint = "Delete this line, or write `use_directory_urls: true`."
        yield Finding(file, ("use_directory_urls",), "directory-urls", message, hint)
    address = values.get("site_url")
    if not isinstance(address, str) or not address.startswith(("http://", "https://")) or not is_safe_url(address):
        yield Finding(
            file,
            ("site_url",) if "site_url" in values else (),
            "no-site-url",
            "The site needs its address, for feeds and links.",
            "Write `site_url: https://…/` with the address at which it is published.",
        )
