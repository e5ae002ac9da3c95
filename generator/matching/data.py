"""A site's match records → one file for the browser, column by column: `/data/match-….json`, read by `decode.mjs`.

A column with few different values names each once. The name of the file holds a digest of it, so that a page and its
data are always of one build.
"""

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

from generator.matching.row import FIELDS, Row, as_json
from generator.matching.say import Sayer, labels
from generator.matching.site import MatchSite
from generator.output import Output
from generator.records import codes
from generator.records.matching_words import SENTENCES
from generator.records.profile import QUESTIONS

FORMAT = 1
FEATURES = tuple(codes.ACCESS)
_SIGNS = {"yes": "y", "no": "n"}


def columns(rows: Sequence[Row]) -> dict[str, Any]:
    """The rows as columns by field; access is a letter for each feature: y, n, or - for not known."""
    plain = [as_json(row) for row in rows]
    for one in plain:
        one["access"] = "".join(_SIGNS.get(one["access"].get(feature), "-") for feature in FEATURES)
    return {
        "count": len(rows),
        "features": FEATURES,
        "fields": {name: _column([one[name] for one in plain]) for name in FIELDS},
    }


def _column(values: list[Any]) -> dict[str, Any]:
    """The values of one field: each once with the places where it stands, or all of them where most differ."""
    texts = [_json(value) for value in values]
    known = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    if len(known) == 1:
        return {"all": values[0]}
    if 2 * len(known) > len(values):
        return {"each": values}
    return {"some": [json.loads(text) for text in known], "at": [known[text] for text in texts]}


def payload(site: MatchSite) -> dict[str, Any]:
    """All that the workspace reads: the catalogue, the rules, the words, the questions."""
    sayer = Sayer.of(site.edition)
    words = sayer.words
    return {
        "format": FORMAT,
        "around": site.around,
        "places": {name: list(xy) for name, xy in sorted(site.places.items())},
        "rules": site.rules,
        "sentences": {code: sayer.own.get(code) or words.gettext(said) for code, said in SENTENCES.items()},
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
        "records": columns(site.rows),
    }


def _languages(site: MatchSite, sayer: Sayer) -> dict[str, str]:
    tags = {tag for row in site.rows for tag in (*row.langs, *row.also_spoken)}
    return {tag: sayer.language(tag) for tag in sorted({*tags, site.around["language"]})}


def match_data(site: MatchSite) -> Output:
    """The data file."""
    text = _json(payload(site))
    digest = blake2b(text.encode(), digest_size=4).hexdigest()
    return Output(f"data/match-{digest}.json", "the match records", content=text)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
