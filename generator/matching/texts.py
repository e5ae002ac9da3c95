"""Lanes of results → plain text for a terminal, lane by lane in the order of the page."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.matching.say import Sayer
from generator.words import mark as _

LEFT_OUT_SHOWN = 12
"""So many of those left out are named; all of them stand in the JSON."""
LAYERS = {
    "self": _("What I can do"),
    "circle": _("Family, friends, neighbours"),
    "community": _("Groups and places"),
    "tech": _("Phone and internet"),
    "formal": _("Paid or official help"),
}
BANNERS = {
    "crisis": _("Help now"),
    "safeguarding": _("Worried about someone"),
}


def as_text(lanes: Mapping[str, Any], sayer: Sayer) -> str:
    """The lanes as text."""
    return "\n".join(_lines(lanes, sayer)) + "\n"


def _lines(lanes: Mapping[str, Any], sayer: Sayer) -> Iterator[str]:
    words = sayer.words
    safety = lanes["safety"]
    if safety["banners"]:
        yield words.listed(words.gettext(BANNERS[banner]) for banner in safety["banners"]).upper()
        yield from _entries(safety["entries"], sayer)
    for lane in lanes["causes"]:
        if lane["entries"]:
            yield _heading(words.t("What got in the way: %(cause)s", cause=sayer.label("cause", lane["cause"])))
            yield from _entries(lane["entries"], sayer)
    short = [one for one in lanes["short_list"] if not one.get("idea")]
    ideas = [one for one in lanes["short_list"] if one.get("idea")]
    yield _heading(words.t("Short list"))
    yield from _entries(short, sayer)
    if ideas:
        yield _heading(words.t("A different idea"))
        yield from _entries(ideas, sayer)
    elif not short:
        yield "  " + words.t("None. The questions below come next.")
    questions = lanes["questions"]
    if questions["open"]:
        yield _heading(words.t("One question to ask"))
        yield from _entries(questions["open"], sayer)
    if questions["nearly"]:
        yield _heading(words.t("Nearly: ring and ask"))
        yield from _entries(questions["nearly"], sayer)
    if lanes["yourself"]:
        yield _heading(words.t("Something you could start yourself"))
        yield from _entries(lanes["yourself"], sayer)
    yield _heading(words.t("Left out, and why"))
    yield from _left_out(lanes["left_out"], sayer)


def _heading(text: str) -> str:
    return f"\n{text}\n{'-' * len(text)}"


def _entries(entries: Iterable[Mapping[str, Any]], sayer: Sayer) -> Iterator[str]:
    for one in entries:
        points = f"  ({one['score']})" if one["score"] else ""
        yield f"* {_plain(one['title'])}  [{one['id']}]{points}"
        if "price_first" in one:
            yield "    " + sayer.words.t("It costs %(cost)s.", cost=sayer.words.money(Decimal(str(one["price_first"]))))
        for kind in ("why", "check", "note"):
            yield from (f"    {_plain(sayer.sentence(reason))}" for reason in one[kind])


def _left_out(entries: list[Mapping[str, Any]], sayer: Sayer) -> Iterator[str]:
    for one in entries[:LEFT_OUT_SHOWN]:
        said = " ".join(_plain(sayer.sentence(reason)) for reason in one["out"])
        yield f"* {_plain(one['title'])}  [{one['id']}]: {said}"
    rest = len(entries) - LEFT_OUT_SHOWN
    if rest > 0:
        yield "  " + sayer.words.n("and %(count)s more", "and %(count)s more", rest)


def _plain(text: str) -> str:
    """Somebody's text without anything that a terminal would obey."""
    return "".join(sign if sign.isprintable() or sign == "\u00a0" else "�" for sign in text)
