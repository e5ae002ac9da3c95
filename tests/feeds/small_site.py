"""Tiny sites for the tests of feeds: YAML texts in, an edition out."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.catalogue import catalogue
from generator.edition import Edition, edition
from generator.feeds.calendars import Calendars, calendars
from generator.feeds.history import History
from generator.records.reading import read_site_file, read_sources

TODAY = date(2026, 11, 22)
NO_HISTORY = History(times={})
SETTINGS = """\
site_name: What is on in Thornby
site_url: https://thornby.example.org/
plugins:
  - fingerpost:
      place: Thornby
      organisation: {name: Thornby Neighbours, responsible: The coordinator}
      contact: {phone: 01632 960100, hours: Monday to Friday 9 to 4}
      timezone: Europe/London
      country: GB
      subdivision: ENG
      currency: GBP
      begins: 2026-09-01
"""
COMMON = """
name: Tea
summary: We drink tea together.
category: meal
contact: {phone: 01632 960123}
checked: {on: 2026-10-01, by: activity coordinator}
"""


def read(root: Path, today: date = TODAY) -> Edition:
    """The edition of a site on disk; its records have no problems."""
    site, problems = read_site_file(root, root / "mkdocs.yml")
    assert site, problems
    sources, problems = read_sources(root, site)
    assert not problems, problems
    return edition(catalogue(sources), today)


def write(root: Path, files: Mapping[str, str]) -> None:
    """Writes files below the site's `data/`, and its settings where they are not there yet."""
    for name, content in {f"data/{name}": content for name, content in files.items()}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    if not (root / "mkdocs.yml").exists():
        (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")


def site(root: Path, files: Mapping[str, str], today: date = TODAY) -> Edition:
    """The edition of a site with these files."""
    write(root, files)
    return read(root, today)


def activity(root: Path, fields: str, today: date = TODAY, **files: str) -> Edition:
    """The edition of a site with one activity, `tea`; what it does not say is as in `COMMON`."""
    named = {line.partition(":")[0] for line in fields.splitlines() if line[:1].isalpha()}
    rest = "\n".join(line for line in COMMON.splitlines() if line.partition(":")[0] not in named)
    others = {f"{name.replace('__', '/')}.yml": content for name, content in files.items()}
    return site(root, {"activities/tea.yml": f"{fields}\n{rest}\n", **others}, today)


def feed(made: Edition, path: str, history: History = NO_HISTORY) -> str:
    """The text of one feed."""
    found = feeds(calendars(made, history))
    return found[path]


def feeds(made: Calendars) -> dict[str, str]:
    """The text of each feed by its address, without `feeds/`; old addresses too."""
    return {
        address.removeprefix("feeds/"): made.content(one).decode()
        for one in made.feeds
        for address in (one.path, *one.former)
    }


def unfolded(text: str) -> list[str]:
    """The content lines of a feed."""
    return text.replace("\r\n ", "").split("\r\n")


def events(text: str) -> list[dict[str, str]]:
    """The events of a feed: by name and parameters the value as it stands in the line."""
    found = []
    for part in text.split("BEGIN:VEVENT\r\n")[1:]:
        lines = unfolded(part.partition("END:VEVENT")[0])
        found.append({name: value for name, _, value in (line.partition(":") for line in lines) if name})
    return found
