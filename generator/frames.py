"""What MkDocs has rendered for one build → the same for the next, which then need not even load MkDocs.

Kept are the shells and the files that MkDocs wrote: prose pages, the theme's style sheet, the site's own pictures. They
hold while everything is the same that they can be made of. Of a `mkdocs.yml` that names other plugins, hooks,
extensions, a theme of its own or the environment nobody can tell, so then MkDocs renders each time.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from generator import sealed
from generator.code import code_digest
from generator.edition import Edition
from generator.jsontext import decoded, encoded
from generator.keys import digest, links_digest, site_digest
from generator.output import Output
from generator.pages.page import Prose
from generator.pipeline import Rendered
from generator.records.yamltext import read
from generator.shell import PageShell

FRAME = "frame.bin"
MKDOCS = "MkDocs"
"""What a file comes from that is no prose: of the theme, or made by MkDocs itself."""
MOST_KEPT = 20_000_000  # bytes; a site with many large pictures had better copy them from where they are
PLAIN_SETTINGS = frozenset({
    "site_name", "site_description", "site_url", "site_author", "copyright", "docs_dir", "strict", "theme", "extra",
    "nav", "not_in_nav", "exclude_docs", "validation", "plugins", "dev_addr", "watch",
})  # fmt: skip
"""The settings of MkDocs that say all they mean: what they lead to is in the file itself or the folder of prose."""

_TAG = re.compile(rb"(?:^|[\s\[{,])!", re.MULTILINE)
"""What YAML has a program read from elsewhere: `!ENV`, `!relative`."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The shells, and the files of MkDocs by their paths, each with what it comes from."""

    rendered: Rendered
    files: tuple[Output, ...]


def frame_key(edition: Edition, config: bytes, root: Path) -> str | None:
    """A digest of all that MkDocs' pages are made of; None where that cannot be told."""
    settings, faults = read(config, lenient=True)
    if faults or _TAG.search(config) or not settings.keys() <= PLAIN_SETTINGS or not _is_plain(settings):
        return None
    folder = root / str(settings.get("docs_dir", "docs"))
    prose = sorted(Path(within, name) for within, _, names in os.walk(folder, followlinks=True) for name in names)
    texts = (
        part for path in prose if path.is_file() for part in (str(path.relative_to(folder)), path.read_bytes().hex())
    )
    return digest((site_digest(edition, config), links_digest(edition), *texts))


def _is_plain(settings: Mapping[str, Any]) -> bool:
    """Whether there is no plugin but ours, and no theme but Material as it is."""
    plugins, theme = settings.get("plugins"), settings.get("theme")
    ours = plugins[0] if isinstance(plugins, list) and len(plugins) == 1 else None
    named = ours == "fingerpost" or (isinstance(ours, dict) and ours.keys() == {"fingerpost"})
    return named and isinstance(theme, dict) and "custom_dir" not in theme


def keep(path: Path, key: str, frame: Frame) -> None:
    """Keeps a frame in a file: a line that says what it has, then the contents of its files."""
    contents = [one.content for one in frame.files if isinstance(one.content, bytes)]
    if sum(map(len, contents)) > MOST_KEPT:
        path.unlink(missing_ok=True)
        return
    has = {
        "key": key,
        "prose": [astuple(page) for page in frame.rendered.prose],
        "shells": [(*name, shell.texts, shell.holes) for name, shell in frame.rendered.shells.items()],
        "files": [(one.path, one.source, len(content)) for one, content in zip(frame.files, contents, strict=True)],
    }
    sealed.save(path, (encoded(has), b"\n", *contents), code_digest())


def kept(path: Path, key: str, config: bytes) -> Frame | None:
    """The frame that was kept under a key; None where there is none."""
    line, _, contents = (sealed.load(path, code_digest()) or b"").partition(b"\n")
    has: Any = decoded(line) if line else {}
    if has.get("key") != key:
        return None
    shells = {(section, depth): PageShell(tuple(texts), tuple(holes)) for section, depth, texts, holes in has["shells"]}
    files, begin = [], 0
    for name, source, size in has["files"]:
        files.append(Output(name, source, contents[begin : begin + size]))
        begin += size
    prose = tuple(Prose(*page) for page in has["prose"])
    return Frame(Rendered(config=config, shells=shells, prose=prose), tuple(files))


def frame_of(rendered: Rendered, folder: Path, sources: Mapping[str, str]) -> Frame:
    """The frame that MkDocs has just rendered into a folder; `sources` says what its files come from."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in paths}
    return Frame(
        rendered, tuple(Output(name, sources.get(name, MKDOCS), path.read_bytes()) for name, path in names.items())
    )
