"""The permanent oracle: a page filled into a shell equals the same page rendered by MkDocs; and what a shell is."""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import PluginCollection
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as ProsePage

from generator.assets import version
from generator.edition import Edition, edition
from generator.loading import load
from generator.pages.calendar import calendar_pages, public_calendar
from generator.pages.home import start_pages
from generator.pages.lists import list_pages
from generator.pages.page import Page, Planned, Published, _head, depth
from generator.pages.records import record_pages
from generator.pages.venues import venue_pages
from generator.plugin import WITH_SEARCH, FingerpostPlugin
from generator.shell import HOLES, NEEDED, PageShell, hole, page_shell, survivors
from generator.stages import Stages
from generator.words import words_for
from tests.sites import TODAY, US, built, copied

KINDS = (start_pages, record_pages, venue_pages, list_pages)
ADDRESS = re.compile(r'\b(href|src|action)="([^"]*)"')
MOST_OF_A_DEPTH = 4  # pages that MkDocs renders for each section and depth


def test_a_shell_is_split_at_its_holes_and_joined_with_values() -> None:
    text = " ".join(hole(name) for name in HOLES)
    shell = page_shell(f"<a>{text}</a>{hole('title')}", "")

    page = shell.fill({name: name.upper() for name in HOLES}).decode()

    assert page == "<a>TITLE DESCRIPTION SLUG HEAD CURRENT BODY</a>TITLE"


def test_the_address_of_the_shell_becomes_a_hole() -> None:
    rest = "".join(hole(name) for name in HOLES if name != "slug")
    shell = page_shell(f'<link href="https://example.org/shell-x-2/x/">{rest}', "shell-x-2/x/")

    assert (
        shell.fill({**dict.fromkeys(HOLES, ""), "slug": "resources/a/"}).decode()
        == '<link href="https://example.org/resources/a/">'
    )


@pytest.mark.parametrize("missing", sorted(NEEDED))
def test_a_page_without_a_hole_is_no_shell(missing: str) -> None:
    text = "".join(hole(name) for name in HOLES if name != missing)

    with pytest.raises(ValueError, match=missing):
        page_shell(text, "")


def test_a_value_that_looks_like_a_hole_stays_as_it_is() -> None:
    shell = PageShell(("", "-", "-", "-", ""), ("title", "body", "head", "description"))
    values = {"title": hole("body"), "body": hole("title"), "head": hole("slug"), "description": hole("head")}

    assert shell.fill(values).decode() == f"{hole('body')}-{hole('title')}-{hole('slug')}-{hole('head')}"


def test_holes_that_are_left_are_seen() -> None:
    assert survivors(f"a {hole('title')} b {hole('body')}") == ("title", "body")
    assert survivors("a whole page") == ()


def test_only_known_holes_exist() -> None:
    with pytest.raises(ValueError, match="no hole colour"):
        hole("colour")


class SlowPath(FingerpostPlugin):  # type: ignore[no-untyped-call]  # MkDocs types it not
    """Renders pages of ours one by one, as MkDocs renders any page: same meta, the body as its content."""

    def __init__(self, pages: Mapping[str, Page], site: Published) -> None:
        super().__init__()
        self.ours, self.site = pages, site
        self.rendered: dict[str, str] = {}

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        for url, page in self.ours.items():
            meta = {
                "title": page.title,
                "description": page.description,
                "section": page.section,
                "fp_shell": True,
                "fp_search": (page.section, depth(page.url)) not in WITH_SEARCH,
                "fp_head": _head(page, self.site),
            }
            front = "\n".join(f"{name}: {json.dumps(value)}" for name, value in meta.items())
            source = f"{url.rstrip('/')}.md" if url else "index.md"
            files.append(
                File.generated(config, source, content=f"---\n{front}\n---\n", inclusion=InclusionLevel.NOT_IN_NAV)
            )
        return files

    def on_page_content(self, html: str, page: ProsePage, config: MkDocsConfig, files: Files) -> str:
        del config, files
        return str(self.ours[page.url].body) if page.url in self.ours else html

    def on_post_page(self, output: str, page: ProsePage, config: MkDocsConfig) -> str:
        del config
        self.rendered[page.url] = output
        return ""

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Writes nothing."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(US, tmp_path_factory.mktemp("shell"))


@pytest.fixture(scope="module")
def chosen(folder: Path) -> Mapping[str, Page]:
    """Some pages of each section and depth of address."""
    loaded = load(folder / "mkdocs.yml", date.fromisoformat(TODAY), Stages())
    assert loaded.catalogue is not None
    made = edition(loaded.catalogue, date.fromisoformat(TODAY))
    several: dict[tuple[str, int, str], dict[str, Page]] = {}
    for planned in _planned(made):
        page = planned.make()
        kind = several.setdefault((page.section, depth(page.url), page.url.partition("/")[0]), {})
        if len(kind) < MOST_OF_A_DEPTH:
            kind[page.url] = page
    return {url: page for pages in several.values() for url, page in pages.items()}


def _planned(made: Edition) -> Iterator[Planned]:
    for kind in KINDS:
        yield from kind(made)
    yield from calendar_pages(public_calendar(made))


@pytest.fixture(scope="module")
def slow(folder: Path, chosen: Mapping[str, Page]) -> Mapping[str, str]:
    """The chosen pages as MkDocs renders them."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795348800")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "slow"))
        plugin = SlowPath(
            chosen, Published(site_url=str(config.site_url), asked=f"?v={version(words_for('en_US', 'USD'))}")
        )
        plugin.load_config({})
        config.plugins = PluginCollection()  # without ours, which would take the pages for shells
        config.plugins["fingerpost"] = plugin
        build(config)
    return plugin.rendered


@pytest.fixture(scope="module")
def fast(folder: Path) -> Path:
    return built(folder)


def squeezed(html: str, url: str) -> list[str]:
    """The lines of a page without the white space around them; its addresses in full, for MkDocs shortens some."""
    whole = ADDRESS.sub(lambda found: f'{found[1]}="{urljoin(f"https://example.org/{url}", found[2])}"', html)
    return [line for line in (" ".join(line.split()) for line in whole.splitlines()) if line]


def test_the_fast_path_equals_the_slow_path(
    chosen: Mapping[str, Page], slow: Mapping[str, str], fast: Path, subtests: pytest.Subtests
) -> None:
    assert {page.section for page in chosen.values()} >= {"start", "directory", "calendar"}
    assert {depth(url) for url in chosen} >= {0, 1, 2, 3}

    for url in chosen:
        with subtests.test(url=url):
            filled = (fast / url / "index.html").read_text(encoding="utf-8")
            assert squeezed(filled, url) == squeezed(slow[url], url)
