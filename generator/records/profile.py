"""A client's profile. One table is the source of its model, its JSON Schema, the workspace's questions and the plan.

There is no field for a name. Everything can be left out, and what is left out excludes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as with_default
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, create_model

from generator.records import codes
from generator.records import profile_codes as own
from generator.records.common import Part
from generator.records.fields import (
    Coded,
    Count,
    Format,
    Gender,
    Language,
    Line,
    Listed,
    Money,
    Size,
    Skill,
    TagCode,
    TopicCode,
    YesNo,
)
from generator.records.profile_fields import Anything, Feature, FreeTime, HomeField, Kilometres, Prefixed
from generator.words import mark as _

MOST_GOALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One field of a profile, and how it is asked."""

    field: str
    type: Any
    ask: str
    """The question in plain words."""
    step: str
    """The part of the talk that it belongs to."""
    options: Mapping[str, str] = with_default(default_factory=dict)
    """The answers to choose from, by code; {} where the answer is no code, or of a vocabulary that a site adds to."""
    vocabulary: str = ""
    """The vocabulary that the options are of, where it is one of the records'."""
    several: bool = False
    in_order: bool = False


def _one(name: str, vocabulary: str, known: Mapping[str, str]) -> Any:
    prefix = own.PREFIXES.get(name)
    reader = Prefixed(vocabulary, known, prefix) if prefix else Coded(vocabulary, known)
    return Annotated[str, reader]


def _many(kind: Any) -> Any:
    return Annotated[tuple[kind, ...], Listed]


def _wanted(value: Any) -> Any:
    """Causes by whether help is wanted; a list of causes wants it with all of them."""
    if type(value) is str:
        value = [value]
    return dict.fromkeys(value, "yes") if isinstance(value, list) else value


_Cause = Annotated[str, Prefixed("cause", codes.CAUSE, own.PREFIXES["causes"])]
_Goal = Annotated[str, Prefixed("goal", codes.GOAL, own.PREFIXES["goals"])]
_Wanted = Annotated[str, Coded("answer", own.HELP_WANTED)]
_Causes = Annotated[
    Mapping[_Cause, _Wanted],
    BeforeValidator(_wanted, json_schema_input_type=_Cause | tuple[_Cause, ...] | Mapping[str, _Wanted]),
]
_Goals = Annotated[tuple[_Goal, ...], Listed, Field(max_length=MOST_GOALS)]

QUESTIONS: tuple[Question, ...] = (
    Question(field="who_is_here", step="start", ask=_("Who is here?"), options=own.WHO_IS_HERE,
             type=_one("who_is_here", "answer", own.WHO_IS_HERE)),
    Question(field="strengths", step="good", ask=_("What are you good at?"), options=codes.SKILL, vocabulary="skill",
             type=_many(Skill), several=True),
    Question(field="interests", step="good", ask=_("What do you like to do, or used to like?"), vocabulary="topic",
             type=_many(TopicCode), several=True),
    Question(field="goals", step="good", ask=_("What do you miss, or want more of?"), options=codes.GOAL,
             vocabulary="goal", type=_Goals, several=True, in_order=True),
    Question(field="causes", step="hard", ask=_("What makes it hard? Would you like help with it?"),
             options=codes.CAUSE, vocabulary="cause", type=_Causes, several=True),
    Question(field="carer", step="around", ask=_("Do you look after somebody?"), options=own.CARER,
             type=_one("carer", "answer", own.CARER)),
    Question(field="bereaved", step="around", ask=_("Have you lost somebody?"), options=own.BEREAVED,
             type=_one("bereaved", "answer", own.BEREAVED)),
    Question(field="companion", step="around", ask=_("Who comes with you?"), options=own.COMPANION,
             type=_one("companion", "answer", own.COMPANION)),
    Question(field="age", step="person", ask=_("How old are you?"), type=Count),
    Question(field="gender", step="person", ask=_("Are you a woman, a man, or do you say it otherwise?"),
             options=codes.GENDER, vocabulary="gender", type=Gender),
    Question(field="gender_pref", step="person", ask=_("Does it matter whom you meet?"), options=own.GENDER_PREF,
             type=_one("gender_pref", "answer", own.GENDER_PREF)),
    Question(field="tags", step="person", ask=_("Would you like to meet people who have something in common with you?"),
             vocabulary="tag", type=_many(TagCode), several=True),
    Question(field="not_tags", step="person", ask=_("Which of these are not so?"), vocabulary="tag",
             type=_many(TagCode), several=True),
    Question(field="mobility", step="body", ask=_("How do you get about?"), options=own.MOBILITY,
             type=_many(_one("mobility", "answer", own.MOBILITY)), several=True),
    Question(field="hearing", step="body", ask=_("How is your hearing?"), options=own.HEARING,
             type=_one("hearing", "answer", own.HEARING)),
    Question(field="vision", step="body", ask=_("How is your sight?"), options=own.VISION,
             type=_one("vision", "answer", own.VISION)),
    Question(field="cognition", step="body", ask=_("Is there anything about thinking or memory to know?"),
             options=own.COGNITION, type=_many(_one("cognition", "answer", own.COGNITION)), several=True),
    Question(field="access_needs", step="body", ask=_("What must be there?"), options=codes.ACCESS,
             vocabulary="access", type=_many(Feature), several=True),
    Question(field="not_needed", step="body", ask=_("Which of these do you not need?"), options=codes.ACCESS,
             vocabulary="access", type=_many(Feature), several=True),
    Question(field="languages", step="language", ask=_("Which languages do you speak?"), type=_many(Language),
             several=True),
    Question(field="site_language", step="language", ask=_("And the language that most people speak here?"),
             options=own.SITE_LANGUAGE, type=_one("site_language", "answer", own.SITE_LANGUAGE)),
    Question(field="max_cost", step="money", ask=_("What may it cost each time, at most?"), type=Money),
    Question(field="availability", step="time", ask=_("When are you free?"),
             options=dict.fromkeys(codes.PART_OF_WEEK, ""), type=_many(FreeTime), several=True),
    Question(field="home_before_dark", step="time", ask=_("Do you want to be home before dark?"), type=YesNo),
    Question(field="home", step="travel", ask=_("Where do you live?"), type=HomeField),
    Question(field="area", step="travel", ask=_("Which part of the place is that?"), vocabulary="area", type=Line),
    Question(field="lives_at", step="travel", ask=_("Do you live in a home or house that is in the directory?"),
             type=Line),
    Question(field="max_km", step="travel", ask=_("How far can you get by yourself, in kilometres?"), type=Kilometres),
    Question(field="travel", step="travel", ask=_("How do you travel?"), options=own.TRAVEL,
             type=_many(_one("travel", "answer", own.TRAVEL)), several=True),
    Question(field="formats", step="way", ask=_("How would you like to take part?"), options=codes.FORMAT,
             vocabulary="format", type=_many(Format), several=True),
    Question(field="size", step="way", ask=_("How many people feel right?"), options=codes.SIZE, vocabulary="size",
             type=Size),
    Question(field="digital", step="way", ask=_("How are you with phones and the internet?"), options=own.DIGITAL,
             type=_one("digital", "answer", own.DIGITAL)),
    Question(field="tried", step="before", ask=_("What have you tried?"), type=_many(Anything), several=True),
    Question(field="goes_already", step="before", ask=_("Where do you go already?"), type=_many(Anything),
             several=True),
    Question(field="said_no", step="before", ask=_("What have you said no to?"), type=_many(Anything), several=True),
    Question(field="avoid", step="before", ask=_("What or whom do you want to keep away from?"), options=own.AVOID,
             type=_many(Anything), several=True),
    Question(field="readiness", step="now", ask=_("How does it feel today?"), options=own.READINESS,
             type=_one("readiness", "answer", own.READINESS)),
    Question(field="safety", step="safety", ask=_("Is any of this so?"), options=own.SAFETY,
             type=_many(_one("safety", "answer", own.SAFETY)), several=True),
)  # fmt: skip
"""Every field of a profile, in the order in which it is talked about."""


class _ProfileBase(Part):
    """What a client has said. There is no field for a name; what is left out excludes nothing."""


Profile: Any = create_model(
    "Profile",
    __base__=_ProfileBase,
    __doc__=_ProfileBase.__doc__,
    **{one.field: (Annotated[one.type | None, Field(description=one.ask)], None) for one in QUESTIONS},  # type: ignore[call-overload]  # mypy cannot follow fields that come from a table
)


def as_json(profile: Any) -> dict[str, Any]:
    """A profile as the matcher and the plan file have it: what was said, as plain values with bare codes."""
    return {name: _plain(getattr(profile, name)) for name in Profile.model_fields if name in profile.model_fields_set}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, Mapping):
        return dict(value)
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def number(value: Decimal) -> int | float:
    """An amount as JSON has numbers: 2, 2.5."""
    return int(value) if value == int(value) else float(value)
