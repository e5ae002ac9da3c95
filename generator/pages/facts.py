"""Single facts of an entry in words, for cards, pages and data files alike: when, where, what to do first, how fresh.

All take an edition and an entry. What nobody has told us is said to be unknown, never guessed.
"""

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter

from generator.catalogue import Entry
from generator.edition import Edition
from generator.pages.record_access import (
    Mark,
    access_marks,
    facts_known,
    from_home,
    in_person,
)
from generator.pages.record_cost import cost, cost_sentences, organiser_cost
from generator.pages.record_people import not_for, who_for
from generator.pages.record_state import Freshness, State, freshness, state
from generator.pages.record_text import inside
from generator.records import codes
from generator.records.model import EVERYWHERE, Activity, Resource
from generator.schedule.rules import EVERY_DAY, EVERY_WEEKDAY, Dates, Item, Window
from generator.schedule.words import rule_words, short_words
from generator.sessions import Session, Status, sessions
from generator.words import Words
from generator.words import mark as _

__all__ = [
    "Freshness", "Mark", "State", "access_marks", "arm", "cost", "cost_sentences", "facts_known", "freshness",
    "from_home", "in_person", "is_over", "items_to_come", "later_session", "listed_name", "next_session", "next_step",
    "next_words", "not_for", "organiser_cost", "parts_of_week", "session_words", "state", "when_long", "when_short",
    "where", "who_for",
]  # fmt: skip

_MOST_RULES = 3  # on a card
_YEAR = timedelta(days=365)
_FARTHEST = 10  # years; 29 February comes again in eight at most
_PARTS = {"am": _("mornings"), "pm": _("afternoons"), "eve": _("evenings")}


def listed_name(edition: Edition, entry: Entry) -> str:
    """Its name in a list; a resource says that it is not the activity there that has its name."""
    name = entry.record.name
    if entry.section != "resources":
        return name
    known = name.casefold()
    for one in edition.catalogue.run_by.get(entry.id, ()):
        if one.record.name.casefold() == known and one.section == "activities" and one.listed(edition.today):
            return edition.words.t("%(name)s: who runs it", name=name)
    return name


def items_to_come(items: tuple[Item, ...], today: date) -> tuple[Item, ...]:
    """The items of a schedule that are not over, single days only as far as they are to come."""
    return tuple(
        item if not isinstance(item.rule, Dates) else replace(item, rule=_days_from(item.rule, today))
        for item in items
        if not (item.until and item.until < today)
        and not (isinstance(item.rule, Dates) and max(item.rule.days) < today)
    )


def _days_from(rule: Dates, today: date) -> Dates:
    return Dates(tuple(day for day in rule.days if day >= today))


def when_short(edition: Edition, entry: Entry) -> str | None:
    """When it is, for a card: “Tuesdays, 10.30 am to 12 noon”; of a resource the usual parts of the week."""
    if isinstance(entry.record, Resource):
        return parts_of_week(edition.words, entry.record.when) if entry.record.when else None
    return _rules_short(edition.words, items_to_come(entry.items, edition.today))


@lru_cache(maxsize=8192)
def _rules_short(words: Words, items: tuple[Item, ...]) -> str | None:
    if not items:
        return None
    shown = items if len(items) <= _MOST_RULES else items[: _MOST_RULES - 1]
    first, *others = (short_words(item, words) for item in shown)
    said = "; ".join((first, *(_going_on(words, other) for other in others)))
    if len(items) > len(shown):
        return words.n("%(rules)s; and 1 more", "%(rules)s; and %(count)s more", len(items) - len(shown), rules=said)
    return said


def _going_on(words: Words, rule: str) -> str:
    """A rule in the middle of a sentence; weekdays keep their capitals."""
    return rule if rule.startswith(tuple(words.weekday(day) for day in EVERY_DAY)) else inside(words, rule)


@lru_cache(maxsize=512)
def parts_of_week(words: Words, parts: tuple[str, ...]) -> str:
    """The usual parts of the week in words: “Tuesday and Thursday mornings”."""
    by_part: dict[str, list[int]] = {}
    for code in parts:
        day, _sep, part = code.partition("_")
        by_part.setdefault(part, []).append(codes.WEEKDAYS.index(day))
    by_days: dict[tuple[int, ...], list[str]] = {}
    for part in codes.PART_OF_DAY:
        if part in by_part:
            by_days.setdefault(tuple(sorted(by_part[part])), []).append(words.t(_PARTS[part]))
    first, *others = (_days_and_parts(words, days, words.listed(named)) for days, named in by_days.items())
    return "; ".join((first, *(_going_on(words, other) for other in others)))


def _days_and_parts(words: Words, days: tuple[int, ...], parts: str) -> str:
    if days == EVERY_DAY:
        return words.t("%(parts)s every day", parts=parts[:1].upper() + parts[1:])
    if days == EVERY_WEEKDAY:
        return words.t("Weekday %(parts)s", parts=parts)
    return words.t("%(days)s %(parts)s", days=words.listed([words.weekday(day) for day in days]), parts=parts)


def when_long(edition: Edition, entry: Entry) -> tuple[str, ...]:
    """The rules of its schedule in whole sentences, one an item; what is past is left out.

    One more sentence where its times are those of another zone than the site's.
    """
    names = edition.catalogue.sources.closures
    rules = tuple(
        _rule_long(
            edition.words, item, tuple((name, names[name].name) for name in item.skips.closures if name in names),
            edition.today,
        )
        for item in items_to_come(entry.items, edition.today)
    )  # fmt: skip
    if not rules or entry.zone is edition.catalogue.zone:
        return rules
    city = entry.zone.key.rpartition("/")[2].replace("_", " ")
    return (*rules, edition.words.t("These are times by the clocks of %(city)s.", city=city))


@lru_cache(maxsize=8192)
def _rule_long(words: Words, item: Item, closures: tuple[tuple[str, str], ...], today: date) -> str:
    known = dict(closures)
    if len(known) < len(item.skips.closures):  # a closure whose file could not be read
        item = replace(item, skips=replace(item.skips, closures=tuple(known)))
    said = rule_words(item, words, known, today=today)
    return words.t("%(called)s: %(rule)s", called=item.called, rule=said) if item.called else said


def next_session(edition: Edition, entry: Entry) -> Session | None:
    """The next session that takes place, today's too; None where none is known."""
    own = () if entry.ended else edition.sessions.get(entry.id, ())
    start = bisect_left(own, entry.from_day(edition.today), key=attrgetter("on"))
    return next((one for one in own[start:] if one.status is not Status.CANCELLED), None)


def later_session(edition: Edition, entry: Entry) -> Session | None:
    """The first session that takes place after the days of the calendar, as on 29 February; None in ten years."""
    first = entry.from_day(edition.window.last + timedelta(days=1))
    for number in range(0 if entry.ended else _FARTHEST):
        year = Window(first + number * _YEAR, first + (number + 1) * _YEAR - timedelta(days=1))
        found = (one for one in sessions(entry, year, edition.almanac) if one.status is not Status.CANCELLED)
        if nearest := min(found, key=attrgetter("on"), default=None):
            return nearest
    return None


def is_over(edition: Edition, entry: Entry) -> bool:
    """Whether an activity has had its last session."""
    if not isinstance(entry.record, Activity) or next_session(edition, entry):
        return False
    return entry.ended or not items_to_come(entry.items, edition.today)


def session_words(edition: Edition, session: Session, *, year: bool = False) -> str:
    """When a session happens: “Tuesday 15 December, 10.30 am”."""
    words = edition.words
    day = words.day_year(session.on) if year else words.day(session.on)
    if session.start is None:
        return words.t("%(day)s, all day", day=day)
    return words.t("%(day)s, %(time)s", day=day, time=words.time(session.start))


def next_words(edition: Edition, session: Session) -> str:
    """When the next session of something is, and whether that is another day than usual."""
    when = session_words(edition, session)
    if session.status is Status.MOVED and (session.on, session.start) != (session.day, session.planned_start):
        return edition.words.t("Next: moved to %(when)s", when=when)
    return edition.words.t("Next: %(when)s", when=when)


def where(edition: Edition, entry: Entry) -> str:
    """Where it is, on one line: “The Old Mill, Riverside”, “By phone”, “Online”."""
    words, record = edition.words, entry.record
    ways = [edition.label("format", code) for code in record.format if code != "in_person" or not entry.place]
    if entry.place and in_person(entry):
        town = entry.place.address.town if entry.place.address else None
        part = edition.area(entry.place.area) if entry.place.area else town
        at = words.t("%(place)s, %(area)s", place=entry.place.name, area=part) if part else entry.place.name
        other = words.either([inside(words, way) for way in ways])
        return words.t("%(place)s, or %(ways)s", place=at, ways=other) if ways else at
    if not ways:
        return _served(edition, record.areas) or words.t("Nobody has told us where")
    said = words.either([ways[0], *(inside(words, way) for way in ways[1:])])
    served = _served(edition, record.areas) if "home_visit" in record.format or in_person(entry) else None
    return words.t("%(way)s. %(areas)s", way=said, areas=served) if served else said


def _served(edition: Edition, areas: tuple[str, ...]) -> str | None:
    if not areas:
        return None
    if EVERYWHERE in areas:
        return edition.words.t("For people anywhere")
    return edition.words.t("For people in: %(areas)s", areas=edition.words.listed(edition.area(one) for one in areas))


def next_step(edition: Edition, entry: Entry) -> str:
    """What to do first: what the record says, else the first line of a table that fits.

    Nobody is sent to a thing that pauses or is over, or without a call to one that is full.
    """
    step, now = _usual_step(entry), entry.record.places.state if entry.record.places else None
    if now == "paused" or (now in {"full", "waiting_list"} and step == "just_turn_up") or is_over(edition, entry):
        return "ring_first"
    return step


def _usual_step(entry: Entry) -> str:
    record = entry.record
    if record.next_step:
        return record.next_step
    referral, booking = entry.facts.referral, record.booking if isinstance(record, Activity) else None
    table = (
        (referral is not None and referral.value.by == "professional", "referral"),
        (booking is not None and booking.needed == "yes", "book"),
        (record.kind == "drop_in" or bool(record.first_step), "just_turn_up"),
        (record.joining is not None and record.joining.way == "any_time" and in_person(entry), "just_turn_up"),
    )
    return next((step for fits, step in table if fits), "ring_first")


def arm(edition: Edition, entry: Entry) -> str:
    """The words of the sign arm: the next step, in words that suit what people do.

    They write where nobody has told us a number to ring, and nobody turns up online or by post.
    """
    step = next_step(edition, entry)
    if step == "just_turn_up" and from_home(entry):
        return edition.words.t("Just join in") if isinstance(entry.record, Activity) else edition.words.t("Just begin")
    contact = entry.facts.contact.value if entry.facts.contact else None
    if step == "ring_first" and contact and not contact.phone:
        return edition.words.t("Write first") if contact.text or contact.email else edition.words.t("Look first")
    return edition.label("next_step", step)
