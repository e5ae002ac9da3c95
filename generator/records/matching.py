"""The rules of matching that hold on a site: the built-in ones with what `data/matching/*.yml` says otherwise.

Each file may hold any part of them. What two files say of the same thing is a problem, for nobody could tell which
holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema

from generator.problems import Finding, did_you_mean, shorten
from generator.records import codes
from generator.records import matching_defaults as built_in
from generator.records import profile_codes as own
from generator.records.common import Part
from generator.records.fields import TEXT, Cause, Coded, Count, Format, Listed, TagCode
from generator.records.matching_words import (
    LIMIT_WORDS,
    SENTENCES,
    WEIGHT_WORDS,
    lone_percent,
    placeholders,
)
from generator.records.profile_fields import Anything, Feature, Points
from generator.records.scalars import bad, line

Answer = tuple[str, str]
"""A field of the profile and one of its answers."""

FIELDS: Mapping[str, Mapping[str, str]] = {
    "mobility": own.MOBILITY,
    "hearing": own.HEARING,
    "vision": own.VISION,
    "cognition": own.COGNITION,
    "carer": own.CARER,
    "bereaved": own.BEREAVED,
    "causes": codes.CAUSE,
    "gender": codes.GENDER,
}
"""The questions from whose answers something may follow."""


def _answer(value: Any) -> str:
    text = line(value)
    name, _, code = text.partition(" is ")
    if name not in FIELDS:
        hint = did_you_mean(name, FIELDS)
        raise bad("unknown-code", f"“{shorten(text)}” is not an answer from which something follows.", hint)
    code = code.removeprefix(own.PREFIXES.get(name, ""))
    if code not in FIELDS[name]:
        hint = did_you_mean(code, FIELDS[name])
        raise bad("unknown-code", f"“{shorten(code)}” is not an answer to “{name}”.", hint)
    return f"{name} is {code}"


AnswerText = Annotated[str, PlainValidator(_answer), WithJsonSchema(TEXT)]


class Follows(Part):
    """What follows from an answer."""

    tags: Annotated[tuple[TagCode, ...], Listed, Field(description="Groups of people that the person belongs to")] = ()
    must: Annotated[tuple[Feature, ...], Listed, Field(description="What must be there")] = ()
    ask: Annotated[tuple[Feature, ...], Listed, Field(description="What is asked about, and keeps nobody out")] = ()
    not_formats: Annotated[tuple[Format, ...], Listed, Field(description="Ways to take part that are ruled out")] = ()
    avoid: Annotated[tuple[Anything, ...], Listed, Field(description="What is kept away from the person")] = ()


class MatchingFile(Part):
    """Rules of matching that a site sets otherwise (`data/matching/*.yml`)."""

    weights: Annotated[
        Mapping[Annotated[str, Coded("weight", WEIGHT_WORDS)], Points], Field(description="Points: `free: 6`")
    ] = Field(default_factory=dict)
    limits: Annotated[
        Mapping[Annotated[str, Coded("limit", LIMIT_WORDS)], Count], Field(description="How many: `questions: 8`")
    ] = Field(default_factory=dict)
    cause_order: Annotated[
        tuple[Cause, ...], Field(description="Which help stands first; all others come after, by score")
    ] = ()
    follows: Annotated[
        Mapping[AnswerText, Follows], Field(description="By answer, what follows from it: `carer is adult`")
    ] = Field(default_factory=dict)
    sentences: Annotated[
        Mapping[Annotated[str, Coded("reason", SENTENCES)], Anything],
        Field(description="Other sentences for reasons: `x.cost: …`"),
    ] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of a site."""

    weights: Mapping[str, int]
    limits: Mapping[str, int]
    cause_order: tuple[str, ...]
    follows: Mapping[Answer, Follows]
    sentences: Mapping[str, str]
    """Sentences of the site's own; all others are ours."""


def built_in_rules() -> Rules:
    """The rules as we ship them."""
    return rules_of(())


def rules_of(files: Iterable[MatchingFile]) -> Rules:
    """The rules that hold where a site's files say these things."""
    weights, limits = dict(built_in.WEIGHTS), dict(built_in.LIMITS)
    sentences: dict[str, str] = {}
    order: tuple[str, ...] = built_in.CAUSE_ORDER
    follows = _built_in_follows()
    for one in files:
        weights |= one.weights
        limits |= one.limits
        sentences |= one.sentences
        order = one.cause_order or order
        follows |= {_split(answer): what for answer, what in one.follows.items()}
    return Rules(weights=weights, limits=limits, cause_order=order, follows=follows, sentences=sentences)


def _built_in_follows() -> dict[Answer, Follows]:
    avoids = {("causes", cause): what for cause, what in built_in.AVOIDS.items()}
    answers = dict.fromkeys((*built_in.TAGS, *built_in.MUST, *built_in.ASK, *built_in.NOT_FORMATS, *avoids))
    return {
        answer: Follows.model_construct(
            tags=built_in.TAGS.get(answer, ()),
            must=built_in.MUST.get(answer, ()),
            ask=built_in.ASK.get(answer, ()),
            not_formats=built_in.NOT_FORMATS.get(answer, ()),
            avoid=avoids.get(answer, ()),
        )
        for answer in answers
    }


def _split(answer: str) -> Answer:
    name, _, code = answer.partition(" is ")
    return name, code


def doubled(files: Mapping[str, MatchingFile]) -> Iterator[Finding]:
    """What two files say of the same rule, at the later of them."""
    seen: dict[tuple[str, ...], str] = {}
    for name, one in files.items():
        for path in _said(one):
            other = seen.setdefault(path, name)
            if other != name:
                message = f"“{path[-1]}” is set in {other}, too."
                yield Finding(name, path, "duplicate-key", message, "Keep one of the two.", at_key=True)


def _said(one: MatchingFile) -> Iterator[tuple[str, ...]]:
    for part in ("weights", "limits", "follows", "sentences"):
        yield from ((part, key) for key in getattr(one, part))
    if one.cause_order:
        yield ("cause_order",)


def unknown_placeholders(files: Mapping[str, MatchingFile]) -> Iterator[Finding]:
    """Sentences that ask for facts which their reason does not have, or for none where they seem to."""
    for name, one in files.items():
        for code, sentence in one.sentences.items():
            known = placeholders(SENTENCES[code])
            for asked in sorted(placeholders(sentence) - known):
                hint = f"Known are: {', '.join(f'%({fact})s' for fact in sorted(known))}." if known else None
                message = f"The reason {code} has no fact “{shorten(asked)}”."
                yield Finding(name, ("sentences", code), "unknown-code", message, hint or "Write it without facts.")
            lone = lone_percent(sentence)
            if lone:
                message = "The sign “%” begins a fact, as in %(cost)s, and here it does not."
                yield Finding(name, ("sentences", code), "lone-percent", message, "Write “per cent”.", part=lone)
