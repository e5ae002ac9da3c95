"""What may stand behind the "#" of an address for the script of a page: the ids of records, and choices of filters.

The names of filters are read out of the script that reads them, the values out of the site's own file of facets: a
link that no script would heed, or that would find nothing because a word is wrong, has a fault.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from generator.assets import FOLDER
from tests.sites import Built

DAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
TIMES = frozenset({"am", "pm", "eve"})
MONTHS = frozenset({"3", "6", "12"})
RECORD = re.compile(r"(?:resources|activities|venues)/([^/]+)/")
FACETS = "data/columns/facets.json"


def is_choice(fragment: str) -> bool:
    """Whether it speaks to a script; a test holds that no id of an element looks like that."""
    return fragment == "free" or bool(set("=&") & set(fragment))


def faults_of_choice(fragment: str, page: str, site: Built) -> Iterator[str]:
    """What is wrong with choices for the script of a page, given by its address relative to the site."""
    name, _, value = fragment.partition("=")
    match page.partition("/")[0], name:
        case "suggest", "id":
            yield from _unknown([value], _records(site))
        case "list", "ids":
            yield from _unknown(value.split(","), _records(site))
        case "directory", _:
            yield from _filters(fragment, site)
        case "calendar", _:
            rest = [part for part in fragment.split("&") if not part.startswith("on=")]
            for day in set(fragment.split("&")).difference(rest):
                if not _is_day(day.removeprefix("on=")):
                    yield f"“{day}” is no day"
            if rest:
                yield from _filters("&".join(rest), site)
        case _:
            yield f"no script of that page reads “{name}”"


def _filters(fragment: str, site: Built) -> Iterator[str]:
    parts = [part.partition("=") for part in fragment.split("&")]
    names = [name for name, _, _ in parts]
    if len(names) != len(set(names)):
        yield "a filter is named twice"
    for name, equals, value in parts:
        if name == "free" and not equals:
            continue
        known = set(_script("SORTS")) if name == "sort" else _values(name, site)
        if known is None or not equals:
            yield f"there is no filter “{name}”"
        else:
            yield from _unknown(value.split(","), known)


def _values(name: str, site: Built) -> set[str] | None:
    """What can be chosen in a filter that may stand in an address."""
    facets: Any = json.loads(site.files[FACETS].read_text(encoding="utf-8"))["columns"]
    match name:
        case _ if name not in _script("LISTS"):
            return None
        case "day":
            return set(DAYS)
        case "time":
            return set(TIMES)
        case "checked":
            return set(MONTHS)
        case "topic":
            return set(facets["topic"]["families"])
        case _:
            return set(facets[name]["values"])


def _script(table: str) -> list[str]:
    """A table of names in the script that reads fragments."""
    text = (FOLDER / "js/directory/fragment.mjs").read_text(encoding="utf-8")
    (found,) = re.findall(rf"^const {table} = (\[.*\]);$", text, re.MULTILINE)
    names: list[str] = json.loads(found)
    return names


@cache
def _records(site: Built) -> set[str]:
    return {found[1] for url, page in site.pages.items() if not page.moved and (found := RECORD.fullmatch(url))}


def _unknown(given: list[str], known: set[str]) -> Iterator[str]:
    yield from (f"“{value}” is not known" for value in given if value not in known)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
