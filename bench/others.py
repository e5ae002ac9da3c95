"""Other builders over the same texts: MkDocs with Material, Hugo with the page that we build, Pagefind."""

import html
import re
import shutil
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from bench.measure import Run, measured
from bench.recipe import Entry

MKDOCS = """\
site_name: Benchford
site_url: https://bench.example.org/
theme: {name: material}
plugins: [search]
nav: [index.md]
not_in_nav: "*.md"
validation: {omitted_files: ignore}
"""
HUGO = """\
baseURL = "https://bench.example.org/"
title = "Benchford"
disableKinds = ["taxonomy", "term", "RSS", "section"]
[markup.goldmark.renderer]
unsafe = true
"""


def mkdocs(folder: Path, entries: Iterable[Entry]) -> Run:
    """MkDocs with Material builds a page for each record, with its search.

    The pages stay out of the menu: ten thousand lines of menu on each of ten thousand pages would be no fair race.
    """
    docs = folder / "docs"
    _write_pages(docs, entries)
    (docs / "index.md").write_text("# Benchford\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return measured(command, folder, {"NO_MKDOCS_2_WARNING": "1"})


def hugo(folder: Path, entries: Iterable[Entry], page: str) -> Run:
    """Hugo fills each record's text into the page that we build."""
    _write_pages(folder / "content", entries, front_matter=True)
    layouts = folder / "layouts"
    (layouts / "_default").mkdir(parents=True, exist_ok=True)
    (layouts / "_default/single.html").write_text(hugo_layout(page), encoding="utf-8")
    (layouts / "index.html").write_text("<title>Benchford</title>", encoding="utf-8")
    (folder / "config.toml").write_text(HUGO, encoding="utf-8")
    return measured(("hugo", "--quiet"), folder)


def hugo_layout(page: str) -> str:
    """A built page as a layout of Hugo: title and main part become holes, all else stays as it is."""
    bare = page.replace("{{", "{{ `{{` }}")
    titled = re.sub(r"<title>.*?</title>", "<title>{{ .Title }}</title>", bare, count=1, flags=re.DOTALL)
    layout, found = re.subn(
        r"(<div id=['\"]main['\"][^>]*>).*(</main>)",
        r"\1<h1>{{ .Title }}</h1>{{ .Content }}</div></div>\2",
        titled,
        count=1,
        flags=re.DOTALL,
    )
    if not found:
        raise ValueError("the built page has no main part to put the text into")
    return layout


def pagefind_command() -> tuple[str, ...] | None:
    """What starts Pagefind here: the system's own, else that of the group `bench`; None where neither is there."""
    if shutil.which("pagefind"):
        return ("pagefind",)
    return (sys.executable, "-m", "pagefind_bin") if find_spec("pagefind_bin") else None


def pagefind(command: tuple[str, ...], folder: Path, site: Path) -> Run:
    """Pagefind indexes a built site."""
    return measured((*command, "--site", str(site)), folder)


def _write_pages(folder: Path, entries: Iterable[Entry], *, front_matter: bool = False) -> None:
    for entry in entries:
        if not entry.markdown:
            continue
        path = folder / entry.folder / f"{entry.id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = entry.markdown
        if front_matter:
            title, _, rest = text.partition("\n")
            text = f'---\ntitle: "{html.escape(title.removeprefix("# "))}"\n---\n{rest}'
        path.write_text(text, encoding="utf-8")
