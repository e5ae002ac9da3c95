"""What a site says about itself: settings, help contacts, areas, closures, vocabulary and mixes, frozen and typed.

Settings stand in `mkdocs.yml` under the plugin; the rest in `data/*.yml`.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from generator.records import codes
from generator.records.common import Checked, Contact, Part
from generator.records.fields import (
    Category,
    Coordinates,
    Count,
    Day,
    Email,
    Goal,
    HelpKind,
    Line,
    Listed,
    Phone,
    Prose,
    Ref,
    Slug,
    WebAddress,
    YesNo,
    bad,
    line,
)
from generator.records.topics import TAGS, TOPICS, Tag, Topic
from generator.schedule.public_holidays import subdivisions, supported
from generator.schedule.zoned import zone
from generator.words import is_known


def _zone_name(value: Any) -> str:
    text = line(value)
    if zone(text) is None:
        raise bad("unknown-zone", f"“{text}” is not a time zone.", "Write its IANA name, such as Europe/London.")
    return text


def _country(value: Any) -> str:
    text = line(value).upper()
    if not supported(text, None):
        raise bad("unknown-country", f"“{text}” is not a country we know holidays of.", "Write two letters: GB, US.")
    return text


def _locale(value: Any) -> str:
    text = line(value)
    if not is_known(text):
        raise bad("unknown-locale", f"“{text}” is not a locale we have words for.", "Write en_GB or en_US.")
    return text


def _currency(value: Any) -> str:
    text = line(value)
    if not (len(text) == 3 and text.isascii() and text.isupper()):  # noqa: PLR2004 - ISO 4217
        raise bad("unknown-currency", f"“{text}” is not a currency.", "Write its three letters: GBP, USD, EUR.")
    return text


ZoneName = Annotated[str, PlainValidator(_zone_name), WithJsonSchema({"type": "string"})]
Country = Annotated[str, PlainValidator(_country), WithJsonSchema({"type": "string"})]
Locale = Annotated[str, PlainValidator(_locale), WithJsonSchema({"type": "string"})]
Currency = Annotated[str, PlainValidator(_currency), WithJsonSchema({"type": "string"})]


class Organisation(Part):
    """Who answers for the site; stands in the footer and on paper."""

    name: Line
    registration: Line | None = None
    responsible: Line
    reviewed_on: Day | None = None
    licence: Line | None = None


class SiteContact(Part):
    """How people without internet reach the site."""

    phone: Phone
    hours: Line
    email: Email | None = None


class Repository(Part):
    """Where the records are kept, for “tell us it is wrong”."""

    address: WebAddress
    kind: Literal["github", "gitlab", "forgejo"] = "github"
    branch: Line = "main"


class Freshness(Part):
    """After how many months a check is old, and after how many it is doubtful."""

    warn: Count = 6
    doubtful: Count = 12


class Settings(Part):
    """The site's settings."""

    place: Annotated[Line, Field(description="The place that the site is about")]
    organisation: Organisation
    contact: SiteContact
    timezone: ZoneName
    country: Country
    subdivision: Line | None = None
    locale: Locale = "en_GB"
    currency: Currency
    week_start: Literal["monday", "sunday", "saturday"] = "monday"
    paper: Literal["A4", "letter"] = "A4"
    data: Line = "data"
    demonstration: Annotated[Line | None, Field(description="Said on every page that everything is made up")] = None
    repository: Repository | None = None
    uid_domain: Annotated[Line | None, Field(description="Part of every UID; never change it")] = None
    cancelled: Literal["standard", "always-visible"] = "standard"
    months_ahead: Count = 12
    months_back: Count = 6
    begins: Annotated[Day, Field(description="Schedules without `from` count from this day; never move it forward")] = (
        date(2025, 1, 1)
    )
    freshness: Freshness = Freshness()
    leave: Annotated[WebAddress, Field(description="Where “Leave this page” leads")] = "https://www.wikipedia.org/"


class HelpContact(Part):
    """One number that helps now."""

    kind: HelpKind
    question: Annotated[Line, Field(description="In danger?")]
    name: Annotated[Line, Field(description="Whom one reaches: Samaritans")]
    phone: Phone | None = None
    option: Annotated[Line | None, Field(description="What to press or say: choose option 2")] = None
    text: Annotated[Line | None, Field(description="The text route, in words")] = None
    sign_language: Annotated[WebAddress | None, Field(description="The sign language route")] = None
    website: WebAddress | None = None
    hours: Annotated[Line, Field(description="day and night")]
    cost: Annotated[Line, Field(description="free")]
    note: Line | None = None
    local: Annotated[YesNo, Field(description="yes = of this place; on a demonstration it is made up")] = False
    panel: Annotated[YesNo, Field(description="yes = stands in the panel of every page")] = False
    source: Annotated[Line | None, Field(description="Where the facts are from")] = None
    checked: Checked


class Help(Part):
    """`data/help.yml`."""

    contacts: Annotated[tuple[HelpContact, ...], Field(min_length=1)]


class Area(Part):
    """A part of the place."""

    id: Slug
    name: Line
    centre: Coordinates | None = None
    parent: Ref | None = None


class Areas(Part):
    """`data/areas.yml`: areas, and where postcode districts and towns are, so that distance needs no other service."""

    areas: tuple[Area, ...] = ()
    places: Mapping[Line, Coordinates] = Field(default_factory=dict)


def _day_of_year(value: Any) -> tuple[int, int]:
    text = line(value)
    months = ("January February March April May June July August September October November December").split()
    number, _, month = text.partition(" ")
    if not (number.isdecimal() and month in months and 1 <= int(number) <= 31):  # noqa: PLR2004 - days of a month
        raise bad("bad-day-of-year", f"“{text}” is not a day of the year.", "Write it as 20 December.")
    return months.index(month) + 1, int(number)


DayOfYear = Annotated[tuple[int, int], PlainValidator(_day_of_year), WithJsonSchema({"type": "string"})]


class ClosurePeriod(Part):
    """From one day until another, once or each year."""

    first: Annotated[Day, Field(alias="from")]
    last: Annotated[Day, Field(alias="until")]


class YearlyPeriod(Part):
    """The same days each year; it may pass over New Year."""

    first: Annotated[DayOfYear, Field(alias="from")]
    last: Annotated[DayOfYear, Field(alias="until")]


class Closure(Part):
    """A named stretch of days that schedules leave out: school holidays, the Christmas closure."""

    name: Line
    periods: tuple[ClosurePeriod, ...] = ()
    each_year: YearlyPeriod | None = None


class VocabularyTopic(Part):
    """A topic of the site's own, or more words for a known one."""

    label: Line | None = None
    synonyms: Annotated[tuple[Line, ...], Listed] = ()
    category: Category | None = None
    goals: Annotated[tuple[Goal, ...], Listed] = ()


class VocabularyTag(Part):
    """A group of people of the site's own, or more words for a known one."""

    label: Line | None = None
    synonyms: Annotated[tuple[Line, ...], Listed] = ()


class VocabularyFile(Part):
    """`data/vocabulary.yml`: a site's own topics, groups of people, settings, and other labels for known codes."""

    topics: Mapping[Line, VocabularyTopic] = Field(default_factory=dict)
    tags: Mapping[Line, VocabularyTag] = Field(default_factory=dict)
    settings: Mapping[Line, Line] = Field(default_factory=dict)
    labels: Mapping[Line, Line] = Field(default_factory=dict)


class Selection(Part):
    """Activities that fit all of these; at least one must be said."""

    activity: Ref | None = None
    venue: Ref | None = None
    organiser: Ref | None = None
    category: Category | None = None
    area: Ref | None = None
    free: YesNo | None = None
    step_free: YesNo | None = None
    online: YesNo | None = None


class Mix(Part):
    """A lasting mix with its own page, feed and sheets: a care home, a practice, a block of flats."""

    id: Annotated[Slug, Field(exclude=True)] = ""
    file: Annotated[str, Field(exclude=True)] = ""
    name: Line
    summary: Line
    description: Prose | None = None
    house: Annotated[
        YesNo, Field(description="yes = a house: takes house activities, stays out of search and lists")
    ] = False
    contact: Contact | None = None
    takes: Annotated[tuple[Selection, ...], Field(min_length=1, description="What is in it: any of these")]
    leaves_out: Annotated[tuple[Ref, ...], Listed] = ()
    aliases: Annotated[tuple[Slug, ...], Listed] = ()


class Vocabulary:
    """All words of a site: the built-in vocabularies with what the site adds. Made once, read-only."""

    __slots__ = ("labels", "settings", "tags", "topics")

    def __init__(self, own: VocabularyFile | None = None) -> None:
        """Merges the site's own words over the built-in ones."""
        own = own or VocabularyFile()
        topics = dict(TOPICS)
        for code, topic in own.topics.items():
            known = topics.get(code, Topic(code))
            topics[code] = Topic(
                topic.label or known.label,
                known.synonyms + topic.synonyms,
                topic.category or known.category,
                topic.goals or known.goals,
            )
        tags = dict(TAGS)
        for code, tag in own.tags.items():
            known_tag = tags.get(code, Tag(code))
            tags[code] = Tag(tag.label or known_tag.label, known_tag.synonyms + tag.synonyms)
        self.topics: Mapping[str, Topic] = MappingProxyType(topics)
        self.tags: Mapping[str, Tag] = MappingProxyType(tags)
        self.settings: Mapping[str, str] = MappingProxyType({**codes.SETTING, **own.settings})
        self.labels: Mapping[str, str] = MappingProxyType(dict(own.labels))

    def label(self, vocabulary: str, code: str) -> str:
        """The words for a code, before translation; a site's own label wins."""
        own = self.labels.get(f"{vocabulary}.{code}")
        if own:
            return own
        if vocabulary == "topic":
            return self.topics[code].label
        if vocabulary == "tag":
            return self.tags[code].label
        if vocabulary == "setting":
            return self.settings[code]
        return codes.CLOSED[vocabulary][code]

    def category_of(self, topics: tuple[str, ...]) -> str | None:
        """The category that the first topic stands for, by itself or by its family."""
        for code in topics[:1]:
            topic, family = self.topics[code], self.topics.get(code.partition(".")[0])
            return topic.category or (family.category if family else None)
        return None

    def goals_of(self, topics: tuple[str, ...]) -> tuple[str, ...]:
        """The goals that topics stand for, in their order, each once."""
        found: dict[str, None] = {}
        for code in topics:
            family = self.topics.get(code.partition(".")[0])
            found.update(dict.fromkeys(self.topics[code].goals or (family.goals if family else ())))
        return tuple(found)


def subdivision_hint(country: str) -> str:
    """A hint that lists the subdivisions of a country."""
    known = subdivisions(country)
    return f"Known are: {', '.join(known)}." if known else "Leave the line out."


Point = tuple[Decimal, Decimal]
