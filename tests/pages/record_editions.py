"""Small sites for tests, from YAML texts of single records, without any file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.catalogue import Entry, catalogue
from generator.edition import Edition, edition
from generator.records.closures import Closure
from generator.records.model import Activity, Resource, Venue
from generator.records.reading import SiteFile, Sources
from generator.records.site import Area, Areas, Mix, Settings, Vocabulary
from generator.records.yamltext import read

TODAY = date(2026, 11, 22)
SITE = "https://example.org/here/"
CHECKED = "checked: {on: 2026-10-01, by: activity coordinator, how: rang}\n"
TUESDAYS = 'schedule:\n  - {every: Tuesday, start: "10:30", end: "12:00"}\n'

_SETTINGS = {
    "place": "Alderbourne",
    "organisation": {"name": "Good Neighbours", "responsible": "The coordinator"},
    "contact": {"phone": "01632 960100", "hours": "weekdays 9 to 4", "email": "hello@example.org"},
    "timezone": "Europe/London",
    "country": "GB",
    "currency": "GBP",
    "repository": {"address": "https://example.org/records", "kind": "github"},
}


def values(text: str) -> Any:
    """The values of a YAML text."""
    found, faults = read(text.encode())
    assert not faults, faults
    return found


def edition_of(
    records: Mapping[str, str],
    *,
    today: date = TODAY,
    settings: Mapping[str, Any] | None = None,
    areas: tuple[Area, ...] = (Area(id="north", name="Northgate"),),
) -> Edition:
    """The edition of a site whose records are given by their paths: `activities/dominoes`."""
    vocabulary = Vocabulary()
    made: dict[str, dict[str, Any]] = {"resources": {}, "activities": {}, "venues": {}, "feeds": {}, "closures": {}}
    kinds: Mapping[str, Any] = {
        "resources": Resource,
        "activities": Activity,
        "venues": Venue,
        "feeds": Mix,
        "closures": Closure,
    }
    for path, text in records.items():
        folder, _sep, name = path.partition("/")
        given = values(text)
        if folder != "closures":
            given |= {"id": name, "file": f"data/{path}.yml"}
        made[folder][name] = kinds[folder].model_validate(given, context=vocabulary)
    site = SiteFile(
        name="Test", url=SITE, plugin_path=(), settings=Settings.model_validate({**_SETTINGS, **(settings or {})})
    )
    sources = Sources(
        site=site, vocabulary=vocabulary, help=None, areas=Areas(areas=areas),
        closures=made["closures"], resources=made["resources"], activities=made["activities"],
        venues=made["venues"], mixes=made["feeds"],
    )  # fmt: skip
    return edition(catalogue(sources), today)


def activity(text: str = "", *, schedule: str = TUESDAYS, **others: str) -> tuple[Edition, Entry]:
    """An edition and its one activity; `others` are further records: `venues__mill="…"`."""
    own = f"name: Dominoes\nsummary: Three tables.\ncategory: games\n{CHECKED}{schedule}{text}"
    records = {name.replace("__", "/").replace("_", "-"): more for name, more in others.items()}
    made = edition_of({"activities/dominoes": own, **records})
    return made, made.catalogue.entries["dominoes"]


def resource(text: str = "", *, kind: str = "group") -> tuple[Edition, Entry]:
    """An edition and its one resource."""
    own = f"name: The Shed\nsummary: People mend things.\nkind: {kind}\n{CHECKED}{text}"
    made = edition_of({"resources/shed": own})
    return made, made.catalogue.entries["shed"]


def spaced(text: object) -> str:
    """The text with ordinary spaces, so that a test reads as people do."""
    return str(text).replace("\N{NO-BREAK SPACE}", " ")
