"""What a site says about itself: settings, help contacts, areas, vocabulary and mixes, frozen and typed.

Settings stand in `mkdocs.yml` under the plugin; the rest in `data/*.yml`.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from generator.records import codes
from generator.records.common import Checked, Contact, Part
from generator.records.fields import (
    Category,
    Coordinates,
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
)
from generator.records.regional import (
    Country,
    Currency,
    Domain,
    Doubtful,
    Folder,
    Locale,
    Months,
    Picture,
    Subdivision,
    ZoneName,
)
from generator.records.topics import TAGS, TOPICS, Tag, Topic


class Organisation(Part):
    """Who answers for the site; stands in the footer and on paper."""

    name: Annotated[Line, Field(description="Who runs the site")]
    registration: Annotated[Line | None, Field(description="Its number as a charity or company")] = None
    logo: Annotated[
        Picture | None, Field(description="A small picture beside mkdocs.yml, for the header and for paper")
    ] = None
    responsible: Annotated[Line, Field(description="Who answers for it, by role: the community coordinator")]
    reviewed_on: Annotated[Day | None, Field(description="The day the prose pages were last gone through")] = None
    review_by: Annotated[Day | None, Field(description="The day by which somebody goes through them again")] = None
    licence: Annotated[Line | None, Field(description="How the texts may be used: CC BY 4.0")] = None


class SiteContact(Part):
    """How people without internet reach the site."""

    phone: Annotated[Phone, Field(description="The number to ring: 01632 960100")]
    hours: Annotated[Line, Field(description="When it is answered: Monday to Friday 9 to 4")]
    email: Annotated[Email | None, Field(description="An address that somebody reads")] = None


class Repository(Part):
    """Where the records are kept, for “tell us it is wrong”."""

    address: Annotated[WebAddress, Field(description="The address of the repository’s page")]
    kind: Annotated[Literal["github", "gitlab", "forgejo"], Field(description="What kind of place it is")] = "github"
    branch: Annotated[Line, Field(description="The branch that is published")] = "main"


class Freshness(Part):
    """After how many months a check is old, and after how many it is doubtful."""

    warn: Annotated[Months, Field(description="Months after which a check is overdue")] = 6
    doubtful: Annotated[Doubtful, Field(description="Months after which a page says that its facts are doubtful")] = 12


class Settings(Part):
    """The site’s settings."""

    place: Annotated[Line, Field(description="The place that the site is about")]
    organisation: Annotated[Organisation, Field(description="Who runs the site")]
    contact: Annotated[SiteContact, Field(description="How people without internet reach you")]
    timezone: Annotated[ZoneName, Field(description="The zone of all times: Europe/London")]
    country: Annotated[Country, Field(description="Two letters, for public holidays: GB")]
    subdivision: Annotated[
        Subdivision | None, Field(description="The part of the country, for public holidays: ENG")
    ] = None
    locale: Annotated[Locale, Field(description="Language and country, for words, dates, money: en_GB")] = "en_GB"
    currency: Annotated[Currency, Field(description="Three letters: GBP")]
    week_start: Annotated[
        Literal["monday", "sunday", "saturday"], Field(description="The first day of the week in calendars")
    ] = "monday"
    paper: Annotated[Literal["A4", "letter"], Field(description="The size of the paper in your printers")] = "A4"
    data: Annotated[Folder, Field(description="The folder of the records")] = "data"
    demonstration: Annotated[Line | None, Field(description="Said on every page that everything is made up")] = None
    repository: Annotated[Repository | None, Field(description="Where the records are kept")] = None
    uid_domain: Annotated[Domain | None, Field(description="Part of every calendar entry’s id; never change it")] = None
    cancelled: Annotated[
        Literal["standard", "always-visible"],
        Field(description="standard = calendar programs hide cancelled sessions; always-visible = they stay, in words"),
    ] = "standard"
    months_ahead: Annotated[Months, Field(description="How many months the calendar shows ahead")] = 12
    months_back: Annotated[Months, Field(description="How many months it shows back")] = 6
    begins: Annotated[Day, Field(description="Schedules without `from` count from this day; never move it forward")] = (
        date(2025, 1, 1)
    )
    freshness: Annotated[Freshness, Field(description="When a check is old, and when doubtful")] = Freshness()
    leave: Annotated[WebAddress, Field(description="Where “Leave this page” leads")] = "https://www.wikipedia.org/"


class HelpContact(Part):
    """One number that helps now."""

    kind: Annotated[HelpKind, Field(description="What it helps with")]
    question: Annotated[Line, Field(description="The words that find it: In danger?")]
    name: Annotated[Line, Field(description="Whom one reaches: Samaritans")]
    phone: Annotated[Phone | None, Field(description="The number to ring")] = None
    option: Annotated[Line | None, Field(description="What to press or say: choose option 2")] = None
    text: Annotated[Line | None, Field(description="The text route, in words")] = None
    sign_language: Annotated[WebAddress | None, Field(description="The sign language route")] = None
    website: Annotated[WebAddress | None, Field(description="https://…")] = None
    hours: Annotated[Line, Field(description="When it is answered: day and night")]
    cost: Annotated[Line, Field(description="What it costs: free")]
    note: Annotated[Line | None, Field(description="What else one should know")] = None
    local: Annotated[YesNo, Field(description="yes = of this place; on a demonstration it is made up")] = False
    panel: Annotated[YesNo, Field(description="yes = stands in the panel of every page")] = False
    source: Annotated[Line | None, Field(description="Where the facts are from")] = None
    checked: Annotated[Checked, Field(description="When, by what role and how it was checked")]


class Help(Part):
    """Whom to ring now: emergency, crisis, safeguarding and others (`data/help.yml`)."""

    contacts: Annotated[tuple[HelpContact, ...], Field(min_length=1, description="The contacts, the most urgent first")]


class Area(Part):
    """A part of the place."""

    id: Annotated[Slug, Field(description="The word that records use: town-centre")]
    name: Annotated[Line, Field(description="The words people read: Town centre")]
    centre: Annotated[Coordinates | None, Field(description="Latitude, longitude of its middle")] = None
    parent: Annotated[Ref | None, Field(description="The area that it lies in")] = None


class Areas(Part):
    """Areas, and where postcode districts and towns are, so that distance needs no other service (`data/areas.yml`)."""

    areas: Annotated[tuple[Area, ...], Field(description="The parts of the place")] = ()
    places: Annotated[
        Mapping[Line, Coordinates], Field(description="Postcode districts or towns: `AL1: 51.4545, -2.5879`")
    ] = Field(default_factory=dict)


class VocabularyTopic(Part):
    """A topic of the site’s own, or more words for a known one."""

    label: Annotated[Line | None, Field(description="The words people read")] = None
    synonyms: Annotated[tuple[Line, ...], Listed, Field(description="Everyday words that find it")] = ()
    category: Annotated[Category | None, Field(description="The category of records with this topic")] = None
    goals: Annotated[tuple[Goal, ...], Listed, Field(description="What people get out of it")] = ()


class VocabularyTag(Part):
    """A group of people of the site’s own, or more words for a known one."""

    label: Annotated[Line | None, Field(description="The words people read")] = None
    synonyms: Annotated[tuple[Line, ...], Listed, Field(description="Everyday words that find it")] = ()


class VocabularyFile(Part):
    """A site’s own topics, groups of people and settings, and other labels for known codes (`data/vocabulary.yml`)."""

    topics: Annotated[Mapping[Line, VocabularyTopic], Field(description="Topics, as `family.topic`")] = Field(
        default_factory=dict
    )
    tags: Annotated[Mapping[Line, VocabularyTag], Field(description="Groups of people")] = Field(default_factory=dict)
    settings: Annotated[Mapping[Line, Line], Field(description="What things are held in or with")] = Field(
        default_factory=dict
    )
    labels: Annotated[Mapping[Line, Line], Field(description="Other words for known codes: `kind.group: Club`")] = (
        Field(default_factory=dict)
    )


class Selection(Part):
    """Activities that fit all of these; at least one must be said."""

    activity: Annotated[Ref | None, Field(description="This one activity")] = None
    venue: Annotated[Ref | None, Field(description="All at this venue")] = None
    organiser: Annotated[Ref | None, Field(description="All that this resource runs")] = None
    category: Annotated[Category | None, Field(description="All of this category")] = None
    area: Annotated[Ref | None, Field(description="All in this area")] = None
    free: Annotated[YesNo | None, Field(description="yes = only what costs nothing")] = None
    step_free: Annotated[YesNo | None, Field(description="yes = only where there is no step")] = None
    online: Annotated[YesNo | None, Field(description="yes = only what one can join online")] = None


class Mix(Part):
    """A lasting mix with its own page, feed and sheets: a care home, a practice, a block of flats."""

    id: Annotated[str, Field(exclude=True)] = ""
    file: Annotated[str, Field(exclude=True)] = ""
    name: Annotated[Line, Field(description="What people call it")]
    summary: Annotated[Line, Field(description="One plain sentence")]
    description: Annotated[Prose | None, Field(description="More about it, in Markdown")] = None
    house: Annotated[
        YesNo, Field(description="yes = a house: takes house activities, stays out of search and lists")
    ] = False
    contact: Annotated[Contact | None, Field(description="How to reach them")] = None
    takes: Annotated[
        tuple[Selection, ...], Field(min_length=1, description="What is in it: all that fits any of these")
    ]
    leaves_out: Annotated[tuple[Ref, ...], Listed, Field(description="Activities that it does not take after all")] = ()
    aliases: Annotated[tuple[Slug, ...], Listed, Field(description="Ids it had before; old addresses lead here")] = ()


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
