"""A case and what the matcher gave for its client → which expectations held, and what fell short with the reasons.

`match()` always computes all lanes; only the workspace hides some. What each expectation means: docs/matching.md.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.records.cases import Case

Lanes = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expectation: whether it held, what it was, and what was found instead."""

    held: bool
    what: str
    found: str = ""


class Found:
    """The lanes of a result by record."""

    def __init__(self, lanes: Lanes, orgs: Mapping[str, str | None]) -> None:
        """Sorts the entries of all lanes by their ids; `orgs` says who runs each record."""
        self.lanes, self.orgs = lanes, orgs
        self.opening = [one for lane in lanes["causes"] for one in lane["entries"]] + lanes["safety"]["entries"]
        self.short: list[str] = [one["id"] for one in lanes["short_list"]]
        self.first = {one["id"] for one in self.opening}
        asked = lanes["questions"]
        self.asked = {one["id"]: one for part in ("nearly", "more", "open") for one in asked[part]}
        self.out = {one["id"]: one for one in lanes["left_out"]}
        self.own: list[Mapping[str, Any]] = lanes["yourself"]
        everything = (
            *self.opening,
            *lanes["short_list"],
            *lanes["more"],
            *self.own,
            *(one for lane in (*lanes["causes"], *lanes["folded_causes"]) for one in (*lane["entries"], *lane["more"])),
        )
        self.inside = {one["id"]: one for one in everything}

    def place(self, id_: str) -> str:
        """Where a record stands, in words, with its reasons."""
        for name, lane in (("left out", self.out), ("a question", self.asked), ("", self.inside)):
            if id_ in lane:
                one = lane[id_]
                said = ", ".join(reason["code"] for reason in (*one["out"], *one["check"], *one["note"]))
                where = name or self._inside(id_)
                return f"{where} ({said})" if said else where
        return "in no list: nothing links it to this person" if id_ in self.lanes["unlinked"] else "no record"

    def _inside(self, id_: str) -> str:
        if id_ in self.first:
            return "under help with what got in the way"
        if id_ in self.short:
            return f"number {self.short.index(id_) + 1} of the short list"
        return "among what one could start oneself" if any(one["id"] == id_ for one in self.own) else "further down"


def codes_of(entry: Mapping[str, Any], kind: str) -> set[str]:
    """The codes of an entry's reasons of one kind: out, check, note."""
    return {reason["code"] for reason in entry[kind]}


def outcomes(case: Case, lanes: Lanes, orgs: Mapping[str, str | None]) -> tuple[Outcome, ...]:
    """Every expectation of a case, held or not."""
    found = Found(lanes, orgs)
    return tuple(one for name in case.expect.model_fields_set for one in EXPECTATIONS[name](case, found))


def _first(case: Case, found: Found) -> Iterator[Outcome]:
    for id_ in case.expect.first:
        yield Outcome(id_ in found.first, f"first: {id_}", found.place(id_))


def _top(case: Case, found: Found) -> Iterator[Outcome]:
    top = case.expect.top
    if top is not None:
        listed = found.short[: top.k]
        for id_ in top.ids:
            yield Outcome(id_ in listed, f"top {top.k}: {id_}", found.place(id_))


def _above(case: Case, found: Found) -> Iterator[Outcome]:
    for one, other in case.expect.above:
        behind = other not in found.short or (one in found.short and found.short.index(one) < found.short.index(other))
        where = f"{one} is {found.place(one)}, {other} is {found.place(other)}"
        yield Outcome(one in found.short and behind, f"above: {one} before {other}", where)


def _check(case: Case, found: Found) -> Iterator[Outcome]:
    for id_, code in case.expect.check.items():
        asked = id_ in found.asked and code in codes_of(found.asked[id_], "check")
        elsewhere = id_ in found.short or id_ in found.first
        yield Outcome(asked and not elsewhere, f"check: {id_} {code}", found.place(id_))


def _exclude(case: Case, found: Found) -> Iterator[Outcome]:
    for id_, code in case.expect.exclude.items():
        left = id_ in found.out and code in codes_of(found.out[id_], "out")
        yield Outcome(left, f"exclude: {id_} {code}", found.place(id_))


def _absent(case: Case, found: Found) -> Iterator[Outcome]:
    for id_ in case.expect.absent:
        yield Outcome(id_ not in found.short, f"absent: {id_}", found.place(id_))


def _not_first(case: Case, found: Found) -> Iterator[Outcome]:
    for id_ in case.expect.not_first:
        leads = found.short[:1] == [id_] or id_ in found.first
        yield Outcome(not leads, f"not_first: {id_}", found.place(id_))


def _note(case: Case, found: Found) -> Iterator[Outcome]:
    for id_, code in case.expect.note.items():
        inside = id_ in found.inside and id_ not in found.out and id_ not in found.asked
        held = inside and code in codes_of(found.inside[id_], "note")
        yield Outcome(held, f"note: {id_} {code}", found.place(id_))


def _banner(case: Case, found: Found) -> Iterator[Outcome]:
    banners = found.lanes["safety"]["banners"]
    if case.expect.banner is not None:
        yield Outcome(case.expect.banner in banners, f"banner: {case.expect.banner}", ", ".join(banners) or "none")


def _max_per_org(case: Case, found: Found) -> Iterator[Outcome]:
    most = case.expect.max_per_org
    if most is not None:
        orgs = [org for id_ in found.short if (org := found.orgs.get(id_)) is not None]
        over = sorted(org for org in set(orgs) if orgs.count(org) > most)
        yield Outcome(not over, f"max_per_org: {most}", ", ".join(over))


def _layers(case: Case, found: Found) -> Iterator[Outcome]:
    shown = {row["layer"] for row in found.lanes["sequence"]} | {one["layer"] for one in found.opening}
    for layer in case.expect.layers:
        yield Outcome(layer in shown, f"layers: {layer}", f"only {', '.join(sorted(shown)) or 'none'}")


def _sequence(case: Case, found: Found) -> Iterator[Outcome]:
    line = [id_ for row in found.lanes["sequence"] for id_ in row["ids"]]
    wanted = list(case.expect.sequence)
    if wanted:
        held = [id_ for id_ in line if id_ in wanted] == wanted
        yield Outcome(held, f"sequence: {', '.join(wanted)}", ", ".join(line))


EXPECTATIONS: Mapping[str, Callable[[Case, Found], Iterator[Outcome]]] = {
    "first": _first,
    "top": _top,
    "above": _above,
    "check": _check,
    "exclude": _exclude,
    "absent": _absent,
    "not_first": _not_first,
    "note": _note,
    "banner": _banner,
    "max_per_org": _max_per_org,
    "layers": _layers,
    "sequence": _sequence,
}
"""Every expectation of a case, by its key."""
