"""An edition and its history in, the files of all iCal feeds out, and how large each of them is (RFC 5545 3.4).

The events of an activity are serialised once and joined; a feed costs no more than its head. A feed too large to be
offered stays at its address, and one whose record has another name now goes on at the old address, too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from hashlib import blake2b

from generator.catalogue import Entry
from generator.edition import Edition
from generator.feeds.events import CALENDAR_END, Events, Value, calendar_head, events, moment, text, uri
from generator.feeds.history import History
from generator.feeds.plan import horizon
from generator.feeds.scope import Feed, feeds
from generator.feeds.store import Store, packed, unpacked
from generator.feeds.zones import vtimezone
from generator.output import Output
from generator.records import codes
from generator.records.model import Activity
from generator.workers import may_share, share_out

__all__ = ["Calendars", "Feed", "calendars", "feeds", "outputs_of", "revision"]

LARGEST_OFFERED = 700_000  # bytes: beyond some 1 MB calendars cut a feed off without a word
FEWEST_TO_SHARE = 500  # activities; below this a second process costs more than it saves
WORKERS = 2
SETTINGS_FILE = "mkdocs.yml"
_COLOURS = {
    "meet": "indianred",
    "move": "olivedrab",
    "make": "steelblue",
    "calm": "slateblue",
    "give": "darkgoldenrod",
    "support": "purple",
}  # names of CSS (RFC 7986 5.9) near to the colours of the families on the pages
_COLOUR = "darkslategray"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendars:
    """All feeds with the events of each activity: what a feed is joined from, and how large it gets."""

    edition: Edition
    feeds: tuple[Feed, ...]
    events: Mapping[str, Events] = field(repr=False)
    revision: datetime
    """That of the settings, for feeds without events."""
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The key of each activity's events, where they are kept in a store."""

    def size(self, feed: Feed) -> int:
        """The bytes of its file."""
        return sum(map(len, self._parts(feed)))

    def offered(self, feed: Feed) -> bool:
        """Whether calendars can be expected to take all of it."""
        return self.size(feed) <= LARGEST_OFFERED

    def content(self, feed: Feed) -> bytes:
        """The text of the feed."""
        return b"".join(self._parts(feed))

    def key(self, feed: Feed) -> str | None:
        """A digest of all that the feed is made of; None where it has no events or they have no keys."""
        if not self.keys or not feed.entries:
            return None
        parts = (feed.path, feed.title, feed.page, str(self.revision), *(self.keys[entry.id] for entry in feed.entries))
        return blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()

    def _parts(self, feed: Feed) -> Iterator[bytes]:
        held = [one for entry in feed.entries if (one := self.events[entry.id]).body]
        yield _head(feed, self.edition, max((one.revision for one in held), default=self.revision))
        yield from _zones(held, self.edition)
        for one in held:
            yield one.body
        yield CALENDAR_END


def outputs_of(made: Calendars) -> Iterator[Output]:
    """The files of all feeds."""
    for feed in made.feeds:
        key = made.key(feed)
        for path in (feed.path, *feed.former):
            yield Output(path, _source(feed), key=key, make=partial(made.content, feed))


def calendars(edition: Edition, history: History, *, workers: int = WORKERS, store: Store | None = None) -> Calendars:
    """All feeds and their events. With two workers the events of many activities take half the time.

    From a store come the events of activities of which nothing has changed; it then holds those of this build.
    """
    made = feeds(edition)
    carried = {entry.id: entry for feed in made for entry in feed.entries}
    revisions = {entry.id: revision(entry, edition, history) for entry in carried.values()}
    keys = {entry.id: store.key(entry, revisions[entry.id]) for entry in carried.values()} if store else {}
    known = store.load() if store else {}
    found = {name: known[key] for name, key in keys.items() if key in known}
    listed = tuple(entry for entry in carried.values() if entry.id not in found)

    def work(share: Iterable[Entry]) -> bytes:
        return packed(events(entry, edition, revisions[entry.id]) for entry in share)

    enough = len(listed) >= FEWEST_TO_SHARE and may_share() and workers > 1
    shares = [unpacked(share) for share in share_out(work, listed, workers if enough else 1)]
    for at, entry in enumerate(listed):
        found[entry.id] = next(shares[at % len(shares)])
    if store and listed:
        store.save({key: found[name] for name, key in keys.items()})
    newest = history.revision(_settings_files(edition))
    return Calendars(edition=edition, feeds=made, events=found, revision=newest, keys=keys)


def revision(entry: Entry, edition: Edition, history: History) -> datetime:
    """The newest time at which any of the files changed that an activity's events are made of, under any name."""
    return history.revision(dict.fromkeys(_files(entry, edition)))


def _files(entry: Entry, edition: Edition) -> Iterator[str]:
    sources, record = edition.catalogue.sources, entry.record
    yield from _settings_files(edition)
    yield record.file
    folder = record.file.rpartition("/")[0]
    yield from (f"{folder}/{alias}.yml" for alias in record.aliases)
    if any(item.skips.closures for item in entry.items):
        yield f"{edition.settings.data}/closures.yml"
    runner = sources.resources.get(entry.runner.id or "") if entry.runner else None
    if runner:
        yield runner.file
        answers = sources.resources.get(runner.run_by or "")
        if answers:
            yield answers.file
    venues: list[str | None] = [entry.place.id] if entry.place else []
    if isinstance(record, Activity):
        venues += [change.moved.venue for change in record.changes if change.moved]
    yield from (sources.venues[name].file for name in venues if name and name in sources.venues)


def _settings_files(edition: Edition) -> tuple[str, ...]:
    """The site's files that every event is made of: its settings, and the words for codes."""
    return SETTINGS_FILE, f"{edition.settings.data}/vocabulary.yml"


def _source(feed: Feed) -> str:
    """What a feed comes from, for messages about its file."""
    return f"the feed of {feed.kind} {feed.code}".rstrip()


def _head(feed: Feed, edition: Edition, changed: datetime) -> bytes:
    """What a feed says of itself (RFC 7986 5, and the older names of the same)."""
    words, settings = edition.words, edition.settings
    about = words.t(
        "Calendar programs ask for changes every few hours at best. For changes on the day look at %(page)s or ring"
        " %(phone)s (%(hours)s).",
        page=edition.site_url + feed.page,
        phone=settings.contact.phone,
        hours=settings.contact.hours,
    )
    if settings.demonstration:
        about = f"{settings.demonstration} {about}"
    family = codes.FAMILY_OF_CATEGORY[feed.code] if feed.kind == "category" else ""
    return calendar_head(
        {
            "VERSION": Value("2.0"),
            "PRODID": Value("-//Fingerpost//Fingerpost//EN"),
            "CALSCALE": Value("GREGORIAN"),
            "NAME": text(feed.title),
            "X-WR-CALNAME": text(feed.title),
            "DESCRIPTION": text(about),
            "X-WR-CALDESC": text(about),
            "X-WR-TIMEZONE": text(settings.timezone),
            "COLOR": Value(_COLOURS.get(family, _COLOUR)),
            "LAST-MODIFIED": moment(changed),
            "SOURCE": uri(edition.site_url + feed.path, "VALUE=URI"),
            "URL": uri(edition.site_url + feed.page, "VALUE=URI"),
            "REFRESH-INTERVAL": Value("PT6H", "VALUE=DURATION"),
            "X-PUBLISHED-TTL": Value("PT6H"),
        }
    )


def _zones(held: Iterable[Events], edition: Edition) -> Iterator[bytes]:
    """The zones that events name; the site's own where there are none, for a calendar must have some component."""
    first: dict[str, date] = {}
    for one in held:
        if one.zone:
            first[one.zone] = min(one.first, first.get(one.zone, one.first))
    if not first and not held:
        first[edition.settings.timezone] = edition.today
    until = date(horizon(edition).year, 12, 31)
    for name, begin in sorted(first.items()):
        # Whole years, so that feeds share what they say of a zone.
        yield vtimezone(name, date(begin.year, 1, 1), until).encode()
