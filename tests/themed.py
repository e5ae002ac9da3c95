"""A small site in our theme, built by MkDocs: shared by the tests of the theme and those in a browser."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.assets import asset_outputs
from generator.output import write_all
from generator.words import words_for

THEME = Path(__file__).parents[1] / "generator" / "theme"
CATALOGUE = """
def on_env(env, config, files):
    env.add_extension("jinja2.ext.i18n")
    env.install_null_translations(newstyle=True)
    return env
"""
FACTS = {
    "brand": "Fingerpost",
    "brand_place": "for <Alder>",
    "demo_note": "Made up & for show.",
    "phone": "01632 960 100",
    "phone_href": "tel:01632960100",
    "phone_hours": "Monday to Friday",
    "nav": ({"key": "directory", "label": "Find something", "url": "directory/"},),
    "help_now": (
        {"question": "In danger?", "name": None, "number": "999", "href": "tel:999", "note": "Free."},
        {"question": "Low?", "name": "Listeners", "number": "01632 960 999", "href": "tel:01632960999", "note": None},
    ),
    "help_url": "help/",
    "worried_url": "help/#worried",
    "leave_url": "https://example.org/weather/",
    "footer": {
        "organisation": "Neighbours",
        "registration": None,
        "responsible": None,
        "reviewed": None,
        "review_by": None,
        "licence": None,
        "links": (),
    },
    "serve": False,
    "asset_version": "?v=1",
    "made": "2026-11-22",
    "made_on": "22 November 2026",
}
SHELL = """---
title: hole-title
description: hole-description
section: directory
fp_shell: true
fp_head: '<meta name="robots" content="noindex">'
---
<h1>hole-title</h1>
"""

WORDS = "\n\n".join(f"## Part {number}\n\nWords." for number in range(4))
DAYS = """---
section: calendar
fp_shell: true
---
<h1>Days</h1>
<section class="fp-day" data-date="2026-11-23"><h2>Monday</h2></section>
<section class="fp-day" data-date="2026-11-24"><h2>Tuesday</h2></section>
<table class="fp-month"><tr>
<td data-date="2026-11-24"><a class="fp-month__day" href="#">24</a></td></tr></table>
<p><button class="fp-btn fp-needs-js" type="button" data-copy="https://example.org/feeds/all.ics">
<span data-copy-word>Copy address</span></button></p>
<details><summary>QR code</summary><figure class="fp-qr">code</figure></details>
<details><summary>Earlier</summary>gone</details>
"""
GUIDE = "---\nsection: guide\n---\n# {}\n"
PAGES = {
    "index.md": "# Tea & talk\n\n## One\n\n## Two\n\n## Three\n",
    "long.md": f"# Long\n\nThe lead.\n\n{WORDS}",
    "directory.md": SHELL,
    "record-hole.md": SHELL,
    "days.md": DAYS,
    "guide/a.md": GUIDE.format("Asking"),
    "guide/b.md": GUIDE.format("Listening"),
}


def built(folder: Path, pages: dict[str, str], facts: dict[str, object]) -> Path:
    """The folder of a site that MkDocs makes of the pages with the theme."""
    (folder / "catalogue.py").write_text(CATALOGUE, encoding="utf-8")
    for name, text in pages.items():
        page = folder / "docs" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    settings = folder / "mkdocs.yml"
    settings.write_text("site_name: Fingerpost\nsite_url: https://example.org/\nplugins: []\nhooks: [catalogue.py]\n")
    theme = {"name": "material", "custom_dir": str(THEME), "font": False}
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NO_MKDOCS_2_WARNING", "1")
        build(load_config(str(settings), theme=theme, extra={"fp": facts}))
    write_all(asset_outputs(words_for("en_GB", "GBP")), folder / "site")
    return folder / "site"
