"""An edition in, `data/match-records.json` out: all that the matching workspace reads, in one file.

The match records as columns, the rules with their sentences and labels, the questions, and where places are.
`assets/js/match-records.mjs` makes of it what `match.mjs` reads.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Any

from generator.columns.coding import items
from generator.columns.files import FORMAT, written
from generator.edition import Edition
from generator.icons import CATEGORY
from generator.matching.row import FIELDS, Row, plain
from generator.matching.say import Sayer, labels
from generator.matching.site import MatchSite
from generator.output import Output
from generator.pages import facts
from generator.pages.page import OUTLINES
from generator.pieces import KeyOf
from generator.records import codes
from generator.records.matching_words import SENTENCES
from generator.records.profile import QUESTIONS

PATH = "data/match-records.json"
TOLD = frozenset({"access", "sort", "url", "part_of"})


def match_outputs(edition: Edition, key_of: KeyOf) -> Iterator[Output]:
    """The file of the workspace."""
    yield Output(PATH, "the match records", key=key_of(PATH, (OUTLINES,)), make=partial(_file, edition))


def _file(edition: Edition) -> str:
    return written(payload(MatchSite(edition)))


def payload(site: MatchSite) -> dict[str, Any]:
    """All that the workspace reads."""
    sayer = Sayer.of(site.edition)
    words = sayer.words
    return {
        "format": FORMAT,
        "around": site.around,
        "places": {name: list(xy) for name, xy in sorted(site.places.items())},
        "rules": site.rules,
        "sentences": {name: sayer.pattern(name) for name in SENTENCES},
        "labels": {**labels(sayer), "language": _languages(site, sayer)},
        "questions": [
            {
                "field": one.field,
                "step": one.step,
                "ask": words.gettext(one.ask),
                "options": {code: words.gettext(said) for code, said in one.options.items()},
                "vocabulary": one.vocabulary,
                "several": one.several,
                "in_order": one.in_order,
            }
            for one in QUESTIONS
        ],
        "records": _shown(site, records(site.rows)),
    }


def _shown(site: MatchSite, made: dict[str, Any]) -> dict[str, Any]:
    """The records with what the workspace shows of them and the matcher does not ask: where it is, its picture."""
    edition = site.edition
    entries = [edition.catalogue.entries.get(row.id) for row in site.rows]
    made["columns"]["where"] = items([facts.where(edition, one) if one else None for one in entries])
    made["columns"]["icon"] = items([CATEGORY[one.category] if one else None for one in entries])
    return made


def records(rows: Sequence[Row]) -> dict[str, Any]:
    """The rows by field: as columns where records share their values, as plain lists where most differ.

    What a browser can tell by itself is left out: the key of a title's order, which is that of the rows; the address,
    which is section and id; whose session it is, which is its organiser's.
    """
    columns: dict[str, Any] = {}
    texts: dict[str, list[Any]] = {}
    for name in FIELDS:
        if name in TOLD:
            continue
        values = list(map(attrgetter(name), rows))
        if 2 * len(set(values)) > len(values):
            texts[name] = list(map(plain, values))
        else:
            columns[name] = items(values)
    asked = {feature for answered in {tuple(row.access) for row in rows} for feature in answered}
    access = {feature: items([row.access.get(feature) for row in rows]) for feature in codes.ACCESS if feature in asked}
    columns["section"] = items([row.url.partition("/")[0] if row.url else None for row in rows])
    return {"format": FORMAT, "count": len(rows), "columns": columns, "access": access, "texts": texts}


def _languages(site: MatchSite, sayer: Sayer) -> dict[str, str]:
    tags = {tag for row in site.rows for tag in (*row.langs, *row.also_spoken)}
    return {tag: sayer.language(tag) for tag in sorted({*tags, site.around["language"]})}
