"""The bridge to MkDocs, and its only importer: prose pages and page shells come from it, all else is written after it.

MkDocs 1.x and Material for MkDocs end in 2027. Another engine has to do three things for us: render Markdown pages,
render one page with holes for each shell, and call us at the end.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel

from generator import problems
from generator.edition import Edition, edition
from generator.frames import FRAME, Frame, frame_key, frame_of, keep
from generator.loading import WORK, load
from generator.output import Written
from generator.pages.engine import Compiled, install_words
from generator.pages.frame import SHELLS, frame
from generator.pages.links import resolved
from generator.pages.page import Prose
from generator.pages.prose import boxed
from generator.pipeline import Rendered
from generator.records.yamltext import read
from generator.shell import hole, page_shell
from generator.stages import Stages
from generator.stamp import StampRefused, site_day
from generator.writing import BuildFailed, Place, write_site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page

    from generator.pages.engine import Environment
    from generator.pages.page import ShellKey
    from generator.shell import PageShell

THEME = Path(__file__).parent / "theme"
WITH_SEARCH = (("start", 0), ("directory", 1))
"""Pages that have a large search box of their own."""
UNUSED = ("assets/javascripts/", "assets/stylesheets/palette", "assets/images/")
"""Files of Material that no page of ours asks for."""


class Settings(Config):  # type: ignore[no-untyped-call]  # MkDocs does not type its class hooks
    """Nothing for MkDocs to check: `records.reading` reads the settings itself, with places for its messages."""


@dataclass(slots=True)
class Run:
    """What one build knows once it has begun."""

    edition: Edition
    shells: "dict[ShellKey, PageShell]" = field(default_factory=dict)
    prose: list[Prose] = field(default_factory=list)
    claims: tuple[tuple[str, str], ...] = ()
    """The paths of prose pages and of files beside them, and what each comes from."""


class FingerpostPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]  # as above
    """Delegates each event of MkDocs to the module that knows."""

    def __init__(self) -> None:
        """Knows nothing yet; a command may hand over what it has loaded already."""
        super().__init__()
        self.serving = self.only_frame = False
        self.made: Edition | None = None
        self.place: Place | None = None
        self.stages = Stages()
        self.written: Written | None = None
        self.outcome: Rendered | None = None
        self.run: Run | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Takes any options; see `Settings`."""
        del options
        return super().load_config({}, config_file_path)

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Notes whether this is a preview, which may lack the Content-Security-Policy and some records."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: "MkDocsConfig") -> "MkDocsConfig":
        """Reads and checks the records; makes the facts of the site known to the theme."""
        if not config.use_directory_urls:
            raise PluginError("Fingerpost needs `use_directory_urls: true`, which is also MkDocs' own default.")
        if config.theme.name != "material":
            raise PluginError("Fingerpost draws its pages with Material: write `theme: {name: material}`.")
        made = self.made or self._edition(Path(config.config_file_path).resolve())
        self.run, self.made = Run(made), None
        folder = Path(config.docs_dir)
        pages = (page.relative_to(folder).as_posix().removesuffix(".md") for page in folder.rglob("*.md"))
        prose = frozenset(f"{page.removesuffix('/index')}/" for page in pages)
        config.extra["fp"] = frame(made, serving=self.serving, prose=prose)
        config.theme.dirs.insert(0, str(THEME))
        config.theme.static_templates.discard("sitemap.xml")
        config.theme["font"] = False  # Material would fetch letters from another host
        return config

    def _edition(self, config: Path) -> Edition:
        """The edition of a site that no command has made, as under `mkdocs build` and in a preview."""
        today = _today(config)
        loaded = load(config, today, self.stages)
        if loaded.catalogue is None and self.serving and self.run:
            # MkDocs would answer nothing at all until this is mended.
            print(problems.as_text(loaded.errors), "Until this is mended, what stood here before is shown.", sep="")  # noqa: T201
            return self.run.edition
        if loaded.catalogue is None or (loaded.errors and not self.serving):
            raise PluginError(problems.as_text(loaded.problems) + problems.counted(loaded.problems))
        if loaded.errors:
            print(problems.as_text(loaded.errors), "The records above are left out.", sep="")  # noqa: T201
        with self.stages.stage("sessions"):
            return edition(loaded.catalogue, today)

    def on_files(self, files: Files, config: "MkDocsConfig") -> Files:
        """Adds a page with holes for each shell; drops what no page asks for."""
        for file in tuple(files):
            if file.dest_uri.startswith(UNUSED):
                files.remove(file)
        ours = (file for file in files if file.src_dir == config.docs_dir and file.inclusion != InclusionLevel.EXCLUDED)
        self._run.claims = tuple((file.dest_uri, f"{Path(config.docs_dir).name}/{file.src_uri}") for file in ours)
        for section, depth in SHELLS:
            files.append(
                File.generated(
                    config,
                    _shell_file(section, depth),
                    content=_shell_text(section, depth),
                    inclusion=InclusionLevel.NOT_IN_NAV,
                )
            )
        return files

    def on_env(self, env: "Environment", config: "MkDocsConfig", files: Files) -> "Environment":
        """Gives the theme our words, and what was compiled of it before."""
        del config, files
        install_words(env, self._run.edition.words)
        env.bytecode_cache = Compiled(env, "theme")
        return env

    def on_page_content(self, html: str, page: "Page", config: "MkDocsConfig", files: Files) -> str:
        """Makes the body of a shell a hole; leads `resource:ID` in prose to the record's page."""
        del config, files
        if "fp_shell" in page.meta:
            return hole("body")
        title, description = str(page.meta.get("title") or page.title), str(page.meta.get("description", ""))
        self._run.prose.append(Prose(page.url, _text(title), description, _text(html)))
        return resolved(boxed(html, self._run.edition.words), page.url, self._run.edition.catalogue.url)

    @event_priority(-100)
    def on_post_page(self, output: str, page: "Page", config: "MkDocsConfig") -> str:
        """Catches the shells; MkDocs writes nothing for an empty page."""
        del config
        if "fp_shell" not in page.meta:
            return output
        key = (page.meta["section"], page.meta["fp_depth"])
        self._run.shells[key] = page_shell(output, page.url if page.meta["fp_depth"] else "")
        return ""

    def on_post_build(self, config: "MkDocsConfig") -> None:
        """Keeps what MkDocs has rendered, and writes everything that is not prose."""
        root, made, site_dir = Path(config.config_file_path).resolve().parent, self._run.edition, Path(config.site_dir)
        text = Path(config.config_file_path).read_bytes()
        rendered = self.outcome = Rendered(config=text, shells=self._run.shells, prose=tuple(self._run.prose))
        if self.only_frame:
            return
        key = None if self.place is None else frame_key(made, text, root)
        if key:
            keep(root / WORK / FRAME, key, frame_of(rendered, site_dir, dict(self._run.claims)))
        place = self.place or Place(root=root, site_dir=site_dir, previous=None)
        try:
            self.written = write_site(made, rendered, place, self.stages, claims=self._run.claims)
        except BuildFailed as error:
            raise PluginError(str(error)) from error
        if self.written.warning and self.place is None and not self.serving:
            print(f"Warning: {self.written.warning}")  # noqa: T201 - the log would end a strict build

    def on_serve(
        self, server: "LiveReloadServer", config: "MkDocsConfig", builder: Callable[..., Any]
    ) -> "LiveReloadServer":
        """Watches the records and the settings too."""
        del builder
        root = Path(config.config_file_path).resolve().parent
        server.watch(str(root / self._run.edition.settings.data))
        server.watch(str(Path(__file__).parent))
        return server

    @property
    def _run(self) -> Run:
        if self.run is None:
            raise RuntimeError("MkDocs called an event before on_config")
        return self.run


def build(config: Path, made: Edition, place: Place, stages: Stages) -> Written:
    """Builds a site into an empty folder; raises `BuildFailed` with MkDocs' words where it cannot.

    What did not change is taken over from the site that stands.
    """
    with _asked(config, place.site_dir) as plugin:
        plugin.made, plugin.place, plugin.stages = made, place, stages
    if plugin.written is None:
        raise BuildFailed("MkDocs ended without building.")
    return plugin.written


def frame_of_preview(config: Path, made: Edition, folder: Path, address: str) -> Frame:
    """What MkDocs renders into an empty folder for a preview at an address: no policy, and drafts too."""
    with _asked(config, folder, address) as plugin:
        plugin.made, plugin.only_frame = made, True
    if plugin.run is None or plugin.outcome is None:
        raise BuildFailed("MkDocs ended without building.")
    return frame_of(plugin.outcome, folder, dict(plugin.run.claims))


@contextmanager
def _asked(config: Path, folder: Path, address: str | None = None) -> "Iterator[FingerpostPlugin]":
    """Our plugin, to be told what it is for; afterwards MkDocs has built into a folder, at an address for a preview."""
    _show_log()
    try:
        # MkDocs takes the path of what it has opened for that of the settings only where there is a standard input.
        given = {"config_file_path": str(config), "site_dir": str(folder), **_no_prose(config)}
        loaded = load_config(str(config), **given)
        plugin = loaded.plugins["fingerpost"]
        if not isinstance(plugin, FingerpostPlugin):
            raise BuildFailed("Another plugin has the name fingerpost.")
        loaded.plugins.on_startup(command="serve" if address else "build", dirty=False)
        yield plugin
        mkdocs_build.build(loaded, serve_url=address)
        loaded.plugins.on_shutdown()
    except Abort as error:
        raise BuildFailed(str(error)) from error


def _no_prose(config: Path) -> dict[str, str]:
    """An empty folder of prose for a site that has none: MkDocs wants one, and Git keeps no empty folders."""
    settings, _ = read(config.read_bytes(), lenient=True)
    if (config.parent / str(settings.get("docs_dir", "docs"))).exists():
        return {}
    folder = config.parent / WORK / "no-prose"
    folder.mkdir(parents=True, exist_ok=True)
    return {"docs_dir": str(folder)}


def _show_log() -> None:
    """Lets MkDocs say what it has to say: which links in prose lead nowhere."""
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.WARNING)
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        handler.addFilter(lambda record: "Generated empty output" not in record.getMessage())  # our shells
        log.addHandler(handler)


def _text(html: str) -> str:
    return Markup(html).striptags()  # noqa: S704 - what is left is text, and escaped wherever it is shown


def _today(config: Path) -> date:
    try:
        return site_day(config, datetime.now)
    except StampRefused as refused:
        raise PluginError(str(refused)) from refused


def _shell_file(section: str, depth: int) -> str:
    """The source name of a shell, so deep that its relative links are right."""
    return "/".join([f"shell-{section}-{depth}", *(["x"] * (depth - 1))]) + ".md" if depth else "index.md"


def _shell_text(section: str, depth: int) -> str:
    return "\n".join(
        [
            "---",
            f"title: {hole('title')}",
            f"description: {hole('description')}",
            f"section: {section}",
            "fp_shell: true",
            f"fp_depth: {depth}",
            f"fp_search: {'false' if (section, depth) in WITH_SEARCH else 'true'}",
            f"fp_head: {hole('head')}",
            f"fp_current: {hole('current')}",
            "---",
            "",
        ]
    )
