"""An edition in, the pages of its resources and activities out: each answers the same questions in the same order."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.texts import location
from generator.icons import CATEGORY, STATE
from generator.pages import jsonld, record_runs
from generator.pages.cancel import cancel_url
from generator.pages.correction import Asks, Worded, asks
from generator.pages.dates import RecordDates, dates
from generator.pages.engine import Render, renderer
from generator.pages.facts import (
    State,
    cost_sentences,
    facts_known,
    in_person,
    is_over,
    next_session,
    not_for,
    organiser_cost,
    state,
    when_long,
    when_short,
    who_for,
)
from generator.pages.page import ALL_LINKS, Page, Planned
from generator.pages.paper.scopes import sheets_of
from generator.pages.record_access import AccessList, access_list, first_unknown
from generator.pages.record_hand import Hand, hand
from generator.pages.record_join import Joining, joining
from generator.pages.record_links import Rich, rich
from generator.pages.record_paper import Door, OnPaper, closures, doors, on_paper
from generator.pages.record_place import getting_there, where_lines
from generator.pages.record_runs import Check
from generator.pages.record_text import inside, sentence
from generator.pages.record_view import (
    Feed,
    Notice,
    OnThere,
    Pair,
    Wrong,
    pair,
    pairs,
)
from generator.pages.ways import Link
from generator.records.model import Activity
from generator.records.site import Mix
from generator.schedule.rules import Dates

RECORD_SCRIPTS = ("assets/js/record.mjs",)
ROOT = "../../"
"""The way from each of these pages to the site's top."""


@dataclass(frozen=True, slots=True)
class Rule:
    """When it is, in a sentence, and when it is not, in others."""

    when: str
    but: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What the copies of dates that people keep have in common."""

    zone: str
    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """All that the page of a resource or activity shows, in the order in which it shows it."""

    name: str
    summary: str
    category: str
    icon: str
    family: str
    notices: tuple[Notice, ...]
    state: State | None
    about: tuple[str, ...]
    description: Markup | None
    rules: tuple[Rule, ...]
    dates: RecordDates | None
    paper: OnPaper
    doors: tuple[Door, ...]
    sheets: tuple[Link, ...]
    """The sheets of all that it runs, by month."""
    activities: tuple[OnThere, ...]
    where_and_who: tuple[Pair, ...]
    ask_first: str | None
    access: AccessList
    known: str | None
    first_visit: Markup | None
    join: Joining
    getting_there: tuple[Pair, ...]
    runs: tuple[Pair, ...]
    checks: tuple[Check, ...]
    remarks: tuple[str, ...]
    wrong: Wrong
    cancel: str | None
    """Where a session of it is cancelled, from the top of the site; None where none is to come."""
    feeds: tuple[Feed, ...]
    copy: Copy | None
    """What a copy of one date says; None where there are no dates to keep."""
    hand: Hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What the pages of all records of an edition are made with."""

    edition: Edition
    render: Render
    rich: Rich
    dates: Callable[[Entry], RecordDates]
    access: Callable[[Entry], AccessList]
    wrong: Callable[[str, str, tuple[Worded, ...]], Wrong]
    asked: Asks
    """What the page asks, so that somebody who knows better can say so."""
    houses: Mapping[str, tuple[Mix, ...]]
    """The houses of each activity that is shown to its house alone."""
    sheets: Callable[[str, str], tuple[Link, ...]]


def bench(edition: Edition) -> Bench:
    """The workbench of an edition."""
    return Bench(
        edition=edition,
        render=renderer(edition.words, "record.html"),
        rich=rich(edition),
        dates=dates(edition, ROOT),
        access=access_list(edition, ROOT),
        wrong=record_runs.wrong(edition),
        asked=asks(edition),
        houses=_houses(edition),
        sheets=sheets_of(edition),
    )


def record_pages(edition: Edition) -> Iterator[Planned]:
    """The page of each resource and activity."""
    tools = bench(edition)
    for entry in edition.catalogue.entries.values():
        yield Planned(
            url=entry.url,
            source=entry.record.file,
            make=partial(record_page, tools, entry),
            made_of=_made_of(tools, entry),
            indexed=_indexed(entry),
        )


def record_page(tools: Bench, entry: Entry) -> Page:
    """The page of one resource or activity."""
    return Page(
        url=entry.url,
        section="directory",
        title=entry.record.name,
        description=entry.record.summary,
        body=tools.render(view=record_view(tools, entry), root=ROOT),
        indexed=_indexed(entry),
        json_ld=jsonld.of_entry(tools.edition, entry) if _indexed(entry) else None,
        scripts=RECORD_SCRIPTS,
    )


_LINKS = ("](", "]:", "<")
"""How Markdown begins the target of a link: in its place, at the end of the text, or bare."""


def _made_of(tools: Bench, entry: Entry) -> tuple[str, ...]:
    """The records that the page shows: itself with all that it inherits, what it runs, the houses that take it."""
    record = entry.record
    theirs = (other.id for other in tools.edition.catalogue.run_by.get(entry.id, ()))
    houses = (house.id for house in tools.houses.get(entry.id, ()))
    texts = "\n".join(text for text in (record.description, record.first_visit) if text)
    links = any(sign in texts for sign in _LINKS)
    sheets = (f":{link.url}" for link in tools.sheets("organiser", entry.id))
    return (entry.id, *theirs, *houses, *sheets, *((ALL_LINKS,) if links else ()))


def _indexed(entry: Entry) -> bool:
    return entry.shown_to == "public"


def _houses(edition: Edition) -> Mapping[str, tuple[Mix, ...]]:
    found: dict[str, tuple[Mix, ...]] = {}
    for mix in edition.catalogue.sources.mixes.values():
        for entry in edition.catalogue.in_mix(mix) if mix.house else ():
            if entry.shown_to == "house":
                found[entry.id] = (*found.get(entry.id, ()), mix)
    return found


def record_view(tools: Bench, entry: Entry) -> RecordView:
    """What the page of an entry shows."""
    edition, record, words, houses = tools.edition, entry.record, tools.edition.words, tools.houses.get(entry.id, ())
    now = state(edition, entry)
    known, asked = facts_known(edition, entry)
    activities = record_runs.on_there(edition, edition.catalogue.run_by.get(entry.id, ()), ROOT)
    return RecordView(
        name=record.name,
        summary=record.summary,
        category=edition.label("category", entry.category),
        icon=CATEGORY[entry.category],
        family=entry.family,
        notices=tuple(_notices(edition, entry, now, houses)),
        state=now if now and now.style in {"full", "waiting"} else None,
        about=tuple(_about(edition, entry)),
        description=tools.rich(record.description, ROOT) if record.description else None,
        rules=_rules(edition, entry, now, activities),
        dates=tools.dates(entry) if isinstance(record, Activity) else None,
        paper=on_paper(edition, entry),
        doors=doors(edition, entry) if isinstance(record, Activity) and (record.changes or closures(entry)) else (),
        sheets=tools.sheets("organiser", entry.id),
        activities=activities,
        where_and_who=_where_and_who(edition, entry),
        ask_first=_ask_first(edition, entry),
        access=tools.access(entry),
        known=words.t("Facts known: %(known)s of %(asked)s.", known=known, asked=asked) if asked else None,
        first_visit=tools.rich(record.first_visit, ROOT) if record.first_visit else None,
        join=joining(edition, entry),
        getting_there=getting_there(edition, entry),
        runs=record_runs.who_runs(edition, entry, ROOT),
        checks=record_runs.checks(edition, entry),
        remarks=record_runs.remarks(edition, entry),
        wrong=tools.wrong(record.name, entry.url, tools.asked(entry)),
        cancel=cancel_url(entry.id) if isinstance(record, Activity) and next_session(edition, entry) else None,
        feeds=tuple(_feeds(edition, entry, houses, has_activities=bool(activities))),
        copy=_copy(edition, entry) if isinstance(record, Activity) else None,
        hand=hand(edition, entry),
    )


def _copy(edition: Edition, entry: Entry) -> Copy:
    contact = entry.facts.contact.value if entry.facts.contact else None
    ask = contact.phone if contact and contact.phone else edition.settings.contact.phone
    return Copy(
        zone=entry.zone.key,
        place=location(entry.place, entry, edition) or "",
        text=edition.words.t("To ask: ring %(phone)s.", phone=ask),
    )


def _notices(edition: Edition, entry: Entry, now: State | None, houses: tuple[Mix, ...]) -> Iterator[Notice]:
    words = edition.words
    if entry.shown_to == "staff":
        yield Notice(icon="briefcase-account", strong=words.t("For staff."), style="good",
                     words=words.t("It stands in no public list."))  # fmt: skip
    elif entry.shown_to == "house":
        names = words.listed([f"“{mix.name}”" for mix in houses])
        yield Notice(icon="home-account", strong=words.t("For one house."), style="good", words=words.t(
            "It stands on the page %(house)s and in no public list.", house=names)
            if names else words.t("It stands in no public list."))  # fmt: skip
    if now is None:
        return
    match now.code:
        case "closed" | "over":
            yield Notice(icon=STATE["closed"], strong=now.words, style="cancelled",
                         words=words.t("This page stays so that old links lead somewhere."))  # fmt: skip
        case "not_yet":
            yield Notice(icon=STATE["paused"], strong=now.words, words=words.t("Until then it stands in no list."))
        case "paused":
            yield Notice(icon=STATE["paused"], strong=now.words, words=words.t("Ring before you go."))


def _about(edition: Edition, entry: Entry) -> Iterator[str]:
    """What kind of thing it is, what it is about, what people get out of it."""
    words, record = edition.words, entry.record
    if record.kind:
        yield edition.label("kind", record.kind)
    if record.topics:
        yield words.t("About: %(topics)s", topics=" · ".join(edition.labels("topic", record.topics)))
    if entry.goals:
        yield words.t("What people come for: %(goals)s", goals=" · ".join(edition.labels("goal", entry.goals)))
    if entry.support:
        yield words.t("What kind of help: %(kinds)s", kinds=" · ".join(edition.labels("support", entry.support)))


def _rules(edition: Edition, entry: Entry, now: State | None, activities: tuple[OnThere, ...]) -> tuple[Rule, ...]:
    words = edition.words
    if now and now.code == "closed":
        return (Rule(words.t("Not any more.")),)
    if isinstance(entry.record, Activity):
        if all(isinstance(item.rule, Dates) for item in entry.items):
            return ()  # the list of dates says it all
        return tuple(_rule(said) for said in when_long(edition, entry))
    usual = when_short(edition, entry)
    if usual:
        return (Rule(sentence(usual)),)
    return () if activities else (_rule(words.t("Nobody has told us when. Ring and ask.")),)


def _rule(said: str) -> Rule:
    when, stop, but = said.partition(". ")
    return Rule(f"{when}.", but) if stop else Rule(said)


def _where_and_who(edition: Edition, entry: Entry) -> tuple[Pair, ...]:
    words, record = edition.words, entry.record
    people = who_for(edition, entry)
    return pairs(
        pair(words.t("Where"), where_lines(edition, entry, ROOT), "where"),
        pair(
            words.t("Cost"), [*cost_sentences(edition, entry), organiser_cost(edition, entry)],
            "cost" if record.cost else "cost-unknown",
        ),
        pair(words.t("Who comes"), [sentence(record.who_comes) if record.who_comes else None]),
        pair(words.t("Who it is for"), [" ".join(people) or words.t("Nobody has told us of any limits.")]),
        pair(words.t("Not for"), [sentence(turned_away) if (turned_away := not_for(edition, entry)) else None]),
    )  # fmt: skip


def _ask_first(edition: Edition, entry: Entry) -> str | None:
    """The questions that decide for many whether they can come, where nobody has answered them."""
    words, unknown = edition.words, first_unknown(entry) if in_person(entry) else ()
    if not unknown:
        return None
    asked = [inside(words, label) for label in edition.labels("access", unknown)]
    return words.t("We do not know if there is a %(what)s. Ring and ask.", what=words.either(asked))


def _feeds(edition: Edition, entry: Entry, houses: tuple[Mix, ...], *, has_activities: bool) -> Iterator[Feed]:
    """The calendars of its own that one can subscribe to."""
    if isinstance(entry.record, Activity):
        if entry.listed(edition.today) and not is_over(edition, entry):
            yield record_runs.feed(edition, entry.record.name, f"feeds/activity/{entry.id}.ics")
        elif entry.shown_to == "staff":
            yield record_runs.feed(edition, edition.words.t("The staff calendar"), "feeds/staff.ics")
        for mix in houses:
            yield record_runs.feed(edition, mix.name, f"feeds/mix/{mix.id}.ics")
    elif has_activities:
        title = edition.words.t("Everything of %(name)s", name=entry.record.name)
        yield record_runs.feed(edition, title, f"feeds/organiser/{entry.id}.ics")
