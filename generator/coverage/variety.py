"""A mix and a month in, whether there is something for everybody out: who meets each question, and who does not say.

The questions are those of `content/guide/varied-calendar.md`. What nobody has said is never taken for a yes: those who
do not say stand beside a question, so that somebody can ask them.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from generator.catalogue import Entry, is_free
from generator.edition import Edition, month_start
from generator.pages.facts import in_person
from generator.pages.paging import name_key
from generator.records import codes
from generator.records.site import Mix
from generator.sessions import Session, Status
from generator.words import mark as _

_EVENING = time(17)
_SATURDAY, _SUNDAY = 5, 6
_OUTSIDE = frozenset({"outing", "garden"})
_VISITORS = frozenset({"family", "intergen", "faith"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One question about a calendar: its words, which sessions meet it, and who does not say."""

    id: str
    words: str
    meets: Callable[[Mix, Session], bool]
    silent: Callable[[Entry], bool] | None = None
    of_houses: bool = False
    """Whether only the calendar of a house is asked it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meets:
    """An activity that meets a question, and how many times in the month."""

    entry: Entry
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A question with those who meet it, the most frequent first, and those who do not say."""

    id: str
    words: str
    by: tuple[Meets, ...]
    silent: tuple[Entry, ...]

    @property
    def times(self) -> int:
        """How many sessions meet it."""
        return sum(one.times for one in self.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Variety:
    """What a mix offers in a month."""

    mix: Mix
    month: date
    activities: int
    times: int
    answers: tuple[Answer, ...]
    empty_days: tuple[date, ...]
    """Days of the month on which nothing is on."""
    missing: tuple[str, ...]
    """Codes of the categories of which there is nothing."""


def _says(entry: Entry, *features: str) -> bool:
    """Whether somebody has said yes to each of these questions about access."""
    known = entry.facts.access
    return all(one in known and known[one].value.answer == "yes" for one in features)


def _open(entry: Entry, *features: str) -> bool:
    """Whether it is not settled: no answer is no, and some are not known."""
    if not in_person(entry):
        return False
    known = entry.facts.access
    said = [known[one].value.answer if one in known else "ask" for one in features]
    return "no" not in said and "ask" in said


def _goes_out(_mix: Mix, one: Session) -> bool:
    setting = one.entry.facts.setting
    return one.entry.category in _OUTSIDE or (setting is not None and "outdoors" in setting.value)


def _comes_in(mix: Mix, one: Session) -> bool:
    """Whether people come who do not live there: family, children, a faith, or a group that is not the house's own."""
    own = {selection.organiser for selection in mix.takes if selection.organiser}
    runner = one.entry.runner
    return one.entry.category in _VISITORS or (runner is not None and runner.id not in own)


def _helps(_mix: Mix, one: Session) -> bool:
    record = one.entry.record
    return (
        record.kind == "volunteering"
        or one.entry.category == "volunteer"
        or bool(record.roles)
        or ("contribute" in one.entry.goals)
    )


def _alone(_mix: Mix, one: Session) -> bool:
    record = one.entry.record
    return one.entry.category == "one_to_one" or record.size == "one_to_one" or record.unit == "one"


ASKS: tuple[Ask, ...] = (
    Ask(
        id="evening",
        words=_("Is there something in the evening?"),
        meets=lambda _mix, one: one.start is not None and one.start >= _EVENING,
    ),
    Ask(
        id="saturday",
        words=_("Is there something on a Saturday?"),
        meets=lambda _mix, one: one.on.weekday() == _SATURDAY,
    ),
    Ask(id="sunday", words=_("Is there something on a Sunday?"), meets=lambda _mix, one: one.on.weekday() == _SUNDAY),
    Ask(id="one-to-one", words=_("Is there something for one person at a time?"), meets=_alone),
    Ask(
        id="wheelchair",
        words=_("Can somebody come who uses a wheelchair?"),
        meets=lambda _mix, one: _says(one.entry, "step_free", "accessible_toilet"),
        silent=lambda entry: _open(entry, "step_free", "accessible_toilet"),
    ),
    Ask(
        id="hearing",
        words=_("Can somebody come who hears badly?"),
        meets=lambda _mix, one: _says(one.entry, "hearing_loop") or _says(one.entry, "captions"),
        silent=lambda entry: _open(entry, "hearing_loop"),
    ),
    Ask(
        id="memory",
        words=_("Can somebody come who forgets?"),
        meets=lambda _mix, one: _says(one.entry, "dementia_friendly"),
        silent=lambda entry: _open(entry, "dementia_friendly"),
    ),
    Ask(
        id="free",
        words=_("Is something free?"),
        meets=lambda _mix, one: is_free(one.entry),
        silent=lambda entry: entry.record.cost is None,
    ),
    Ask(id="out", words=_("Does anything go out?"), meets=_goes_out),
    Ask(id="in", words=_("Does anybody come in?"), meets=_comes_in, of_houses=True),
    Ask(id="give", words=_("Is there something to do for others?"), meets=_helps),
    Ask(
        id="say",
        words=_("Can people say what they want?"),
        meets=lambda _mix, one: one.entry.category == "meeting",
    ),
)
"""Every question, in the order of the guide's page."""


def variety(edition: Edition, mix: Mix, month: date) -> Variety:
    """What a mix offers in the month that begins on that day."""
    held = tuple(_held(edition, mix, month))
    entries = sorted({one.entry.id: one.entry for one in held}.values(), key=_by_name)
    busy = {one.on for one in held}
    offered = {one.category for one in entries}
    return Variety(
        mix=mix,
        month=month,
        activities=len(entries),
        times=len(held),
        answers=tuple(_answer(mix, ask, held, entries) for ask in ASKS if mix.house or not ask.of_houses),
        empty_days=tuple(day for day in _days(edition, month) if day not in busy),
        missing=tuple(code for code in codes.CATEGORY if code not in offered | codes.STAFF_CATEGORIES),
    )


def _held(edition: Edition, mix: Mix, month: date) -> Iterator[Session]:
    """The sessions of the month that take place."""
    after = month_start(month, 1)
    for entry in edition.catalogue.in_mix(mix):
        if entry.visible(edition.today):
            for one in edition.sessions.get(entry.id, ()):
                if month <= one.on < after and one.status is not Status.CANCELLED:
                    yield one


def _answer(mix: Mix, ask: Ask, held: Sequence[Session], entries: Sequence[Entry]) -> Answer:
    times = Counter(one.entry.id for one in held if ask.meets(mix, one))
    by = [Meets(entry=entry, times=times[entry.id]) for entry in entries if times[entry.id]]
    silent = (one for one in entries if ask.silent and not times[one.id] and ask.silent(one))
    return Answer(id=ask.id, words=ask.words, by=tuple(sorted(by, key=lambda one: -one.times)), silent=tuple(silent))


def _days(edition: Edition, month: date) -> Iterator[date]:
    """The days of the month that the site knows."""
    day, after = month, month_start(month, 1)
    while day < after:
        if day in edition.window:
            yield day
        day += timedelta(days=1)


def _by_name(entry: Entry) -> tuple[str, str, str, str]:
    return *name_key(entry.record.name), entry.id
