"""A file of example clients: each with a profile and with what a good matcher must do for that person.

In: the content of a file. Out: the cases, or problems with their places.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from generator.problems import Problem
from generator.records.common import Part
from generator.records.faults import findings
from generator.records.fields import Count, Day, Layer, Line, Listed
from generator.records.places import placed
from generator.records.profile import Profile
from generator.records.profile_fields import Anything
from generator.records.shape import Shape
from generator.records.short import ShortRecord
from generator.records.site import Vocabulary, VocabularyFile, VocabularyTag, VocabularyTopic
from generator.records.yamltext import read

_ANSWERS = {"true": "yes", "false": "no"}

Ids = Annotated[tuple[Anything, ...], Listed]


class Top(Part):
    """Records that are all among the first of the short list."""

    k: Annotated[Count, Field(description="Among the first how many")]
    ids: Annotated[Ids, Field(description="In any order")]


class Expect(Part):
    """What has to hold for a case; docs/matching.md says when each does."""

    first: Annotated[Ids, Field(description="Each stands under help with what got in the way, or in safety")] = ()
    top: Annotated[Top | None, Field(description="All among the first k of the short list")] = None
    above: Annotated[tuple[tuple[Anything, Anything], ...], Field(description="[[a, b]]: a stands before b")] = ()
    check: Annotated[Mapping[Anything, Anything], Field(description="Each is a question, with this code")] = Field(
        default_factory=dict
    )
    exclude: Annotated[Mapping[Anything, Anything], Field(description="Each is left out, with this code")] = Field(
        default_factory=dict
    )
    absent: Annotated[Ids, Field(description="None is on the short list")] = ()
    not_first: Annotated[Ids, Field(description="None leads the short list or opens a cause")] = ()
    note: Annotated[Mapping[Anything, Anything], Field(description="Each has this action, and stays")] = Field(
        default_factory=dict
    )
    banner: Annotated[Literal["crisis", "safeguarding"] | None, Field(description="The block before any list")] = None
    max_per_org: Annotated[Count | None, Field(description="At most so many of one organisation")] = None
    layers: Annotated[tuple[Layer, ...], Listed, Field(description="Each has an entry")] = ()
    sequence: Annotated[Ids, Field(description="In this order along the support sequence")] = ()


class Case(Part):
    """One example client."""

    id: Annotated[Line, Field(description="What the case is called: D01")]
    vignette: Annotated[Line, Field(description="The person in a sentence or two, without a real name")]
    profile: Annotated[Profile, Field(description="What the person has said")]
    must_rank_first: Annotated[Line | None, Field(description="In words: what has to come first")] = None
    must_exclude: Annotated[Line | None, Field(description="In words: what must not be offered")] = None
    expect: Annotated[
        Expect, Field(description="What has to hold; nothing where the client only counts in `fingerpost report`")
    ] = Field(default_factory=Expect)
    why: Annotated[Line | None, Field(description="Why that is good practice")] = None
    source: Annotated[tuple[Line, ...], Listed, Field(description="Where that is written")] = ()


class CasesFile(Part):
    """Example clients, with records of their own or for those of the site."""

    version: Annotated[Count, Field(description="1")] = 1
    as_of: Annotated[Day | None, Field(description="The day to match for; else today")] = None
    stale_after_days: Annotated[Count | None, Field(description="Checks older than this are doubtful")] = None
    sources: Annotated[Mapping[Line, Line], Field(description="Short names of sources")] = Field(default_factory=dict)
    records: Annotated[tuple[ShortRecord, ...], Field(description="Records of their own; else the site's")] = ()
    cases: Annotated[tuple[Case, ...], Field(description="The example clients", min_length=1)]


def read_cases(content: bytes, file: str, vocabulary: Vocabulary) -> tuple[CasesFile | None, tuple[Problem, ...]]:
    """The cases of a file; its own records bring codes of topics and of groups of people along."""
    values, faults = read(content)
    if faults:
        return None, tuple(fault.of(file) for fault in faults)
    plain = _answers(values)
    try:
        return CasesFile.model_validate(plain, context=_with_own_codes(vocabulary, plain)), ()
    except ValidationError as error:
        return None, placed(content, tuple(findings(error, Shape(CasesFile), file)))


def read_profile(content: bytes, file: str, vocabulary: Vocabulary) -> tuple[Any, tuple[Problem, ...]]:
    """The profile that a file holds, or what is wrong with it."""
    values, faults = read(content)
    if faults:
        return None, tuple(fault.of(file) for fault in faults)
    try:
        return Profile.model_validate(values, context=vocabulary), ()
    except ValidationError as error:
        return None, placed(content, tuple(findings(error, Shape(Profile), file)))


def _answers(value: Any) -> Any:
    """Yes and no as records have them; cases may say true and false."""
    if isinstance(value, dict):
        return {key: _answers(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_answers(one) for one in value]
    return _ANSWERS.get(value, value) if isinstance(value, str) else value


class _Extended(Vocabulary):
    """The site's vocabulary with the codes of a file's own records."""

    __slots__ = ()

    def __init__(self, known: Vocabulary, topics: set[str], tags: set[str]) -> None:
        super().__init__(
            VocabularyFile(
                topics={code: VocabularyTopic(label=code) for code in topics - known.topics.keys()},
                tags={code: VocabularyTag(label=code) for code in tags - known.tags.keys()},
            )
        )
        self.topics = {**self.topics, **known.topics}
        self.tags = {**self.tags, **known.tags}


def _with_own_codes(vocabulary: Vocabulary, values: Any) -> Vocabulary:
    records = [one for one in values.get("records") or () if isinstance(one, dict)]

    def named(*fields: str) -> set[str]:
        given = (one.get(field) for one in records for field in fields)
        lists = (one if isinstance(one, list) else [one] for one in given if one)
        return {code for codes in lists for code in codes if isinstance(code, str)}

    return _Extended(vocabulary, named("topics"), named("requires", "designed_for", "welcomes"))
