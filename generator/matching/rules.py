"""The rules of a site as the matcher reads them: one value of plain JSON, the same for browser, command and tests."""

from typing import Any

from generator.records import codes
from generator.records import matching_defaults as built_in
from generator.records.matching import Rules


def rules_json(rules: Rules, *, stale_days: int | None = None) -> dict[str, Any]:
    """The rules; `stale_days` is what a site's settings or a file of cases says of old checks."""
    following = [(field, code, what) for (field, code), what in rules.follows.items()]
    needed = [(field, code, what) for field, code, what in following if what.must or what.ask or what.not_formats]
    return {
        "weights": dict(rules.weights),
        "limits": {**rules.limits, **({"stale_days": stale_days} if stale_days is not None else {})},
        "cause_order": list(rules.cause_order),
        "tags": [{"field": field, "is": code, "tags": list(what.tags)} for field, code, what in following if what.tags],
        "needs": [
            {
                "field": field,
                "is": code,
                "must": list(what.must),
                "ask": list(what.ask),
                "not_formats": list(what.not_formats),
            }
            for field, code, what in needed
        ],
        "avoids": [
            {"field": field, "is": code, "avoid": list(what.avoid)} for field, code, what in following if what.avoid
        ],
        "not_peers": list(built_in.NOT_PEERS),
        "avoid_settings": {what: list(settings) for what, settings in built_in.AVOID_SETTINGS.items()},
        "every_format": list(built_in.EVERY_FORMAT),
        "asked_kinds": list(built_in.ASKED_KINDS),
        "alone_kinds": list(built_in.ALONE_KINDS),
        "arranged_kinds": list(built_in.ARRANGED_KINDS),
        "group_kinds": list(built_in.GROUP_KINDS),
        "safety": dict(built_in.SAFETY),
        "waits_behind": list(built_in.WAITS_BEHIND),
        "layers": list(codes.LAYER),
    }
