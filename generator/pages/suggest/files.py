"""`data/suggest.json`: what the form of `/suggest/` reads once: rules, venues, known ids, public holidays, ways out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial

from generator.edition import Edition
from generator.jsontext import text_of
from generator.output import Output
from generator.pages.record_runs import ISSUE
from generator.pages.suggest.rules import exported
from generator.records.lookup import MODELS
from generator.records.site import Repository

PATH = "data/suggest.json"
FOLDERS = {"activity": "activities", "resource": "resources"}
HOLIDAYS = timedelta(days=800)
"""How far ahead public holidays go: enough for five more dates of nearly every rule."""

_NEW = {
    "github": "{address}/new/{branch}?filename={path}&value={text}",
    "forgejo": "{address}/_new/{branch}/?filename={path}&value={text}",
    "gitlab": "{address}/-/new/{branch}?file_name={path}",
}
"""Where a new file is begun with its name and text; GitLab's editor takes the name alone, so the text is pasted."""
_EDIT = {
    "github": "{address}/edit/{branch}/{path}",
    "forgejo": "{address}/_edit/{branch}/{path}",
    "gitlab": "{address}/-/edit/{branch}/{path}",
}


def suggest_outputs(edition: Edition, key: Callable[[str, Iterable[str]], str]) -> Iterator[Output]:
    """The one file of data that the form reads."""
    sources = edition.catalogue.sources
    made_of = [*sources.resources, *sources.activities, *sources.venues]
    yield Output(PATH, "the page for suggestions", key=key(PATH, made_of), make=partial(_data, edition))


def _data(edition: Edition) -> str:
    sources, settings = edition.catalogue.sources, edition.settings
    days = (edition.today + timedelta(days=ahead) for ahead in range(HOLIDAYS.days))
    public = {entry.id for entry in edition.catalogue.entries.values() if entry.listed(edition.today)}
    values = {
        "rules": exported(edition.words),
        "folders": {kind: f"{settings.data}/{FOLDERS[kind]}" for kind in MODELS},
        "venues": sorted(((venue.id, venue.name) for venue in sources.venues.values()), key=lambda one: one[1]),
        "activities": [name for name in sources.activities if name in public],
        "resources": [name for name in sources.resources if name in public],
        "holidays": [day.isoformat() for day in days if edition.almanac.is_public_holiday(day)],
        "until": (edition.today + HOLIDAYS).isoformat(),
        "email": settings.contact.email,
        **(_repository(settings.repository) if settings.repository else {}),
    }
    return text_of(values) + "\n"


def _repository(found: Repository) -> dict[str, str]:
    """The ways into the repository, as far as the browser has not yet filled them in."""

    def way(table: dict[str, str]) -> str:
        return table[found.kind].replace("{address}", found.address.rstrip("/")).replace("{branch}", found.branch)

    return {"new": way(_NEW), "edit": way(_EDIT), "issue": way(ISSUE)}
