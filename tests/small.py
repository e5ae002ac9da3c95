"""A small site's records as YAML texts in, its catalogue out: what tests of derived facts and sessions start from."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue, Entry, catalogue
from generator.edition import Edition, edition
from generator.records.reading import read_site_file, read_sources
from generator.schedule.rules import Window
from generator.sessions import Session, SiteAlmanac, sessions

TODAY = date(2026, 11, 22)
CHECKED = "checked: {on: 2026-10-01, by: activity coordinator}\n"
SETTINGS = """\
site_name: Small
site_url: https://small.example.org/
docs_dir: content
theme: {name: material, font: false}
plugins:
  - fingerpost:
      place: Smallham
      organisation: {name: Small Neighbours, responsible: the editor}
      contact: {phone: 01632 960000, hours: mornings}
      timezone: Europe/London
      country: GB
      subdivision: ENG
      currency: GBP
      begins: 2026-01-01
"""
HELP = "contacts:\n" + "".join(
    f"  - {{kind: {kind}, question: What?, name: The line, phone: 01632 96000{number}, hours: always, cost: free,\n"
    f"     panel: yes, {CHECKED.strip()}}}\n"
    for number, kind in enumerate(("emergency", "crisis", "safeguarding"))
)
RESOURCE = f"name: The Group\nkind: group\nsummary: People meet.\n{CHECKED}"
ACTIVITY = f"name: The Meeting\ncategory: games\nsummary: People meet.\n{CHECKED}"
VENUE = f"name: The Hall\n{CHECKED}"
SITE_FILES = {"mkdocs.yml": SETTINGS, "data/help.yml": HELP, "content/guide.md": "# Guide\n\nWords.\n"}


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder with the files of a site: those given, and what every site needs."""
    for name, text in {**SITE_FILES, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def catalogue_of(folder: Path, files: Mapping[str, str]) -> Catalogue:
    """The catalogue of records whose fields have no faults; a name `resources/a` stands for `data/resources/a.yml`."""
    named = {name if "." in name else f"data/{name}.yml": text for name, text in files.items()}
    root = written(folder, named)
    site, wrong = read_site_file(root, root / "mkdocs.yml")
    assert site, wrong
    sources, problems = read_sources(root, site)
    assert problems == ()
    return catalogue(sources)


def edition_of(folder: Path, files: Mapping[str, str]) -> Edition:
    """The edition of the day of the tests."""
    return edition(catalogue_of(folder, files), TODAY)


def sessions_of(made: Catalogue, activity: str, first: str, last: str) -> list[Session]:
    """The sessions of an activity in a window, in the order in which they happen."""
    entry: Entry = made.entries[activity]
    window = Window(date.fromisoformat(first), date.fromisoformat(last))
    return sorted(sessions(entry, window, SiteAlmanac(made)), key=lambda session: session.key)
