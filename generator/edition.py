"""The site as it is on one day: the catalogue, the window of days, the sessions in it, and the words to say it with.

Pages, feeds and data files are all made from one edition; nobody changes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from operator import attrgetter

from generator.catalogue import Catalogue, Entry
from generator.records.logo import Logo
from generator.records.model import Activity
from generator.records.site import Settings, Vocabulary
from generator.schedule.rules import Window
from generator.sessions import Session, SiteAlmanac, sessions
from generator.words import Words, words_for


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edition:
    """A site as of `today`; equal to nothing but itself, so that what follows from it can be kept beside it."""

    catalogue: Catalogue
    today: date
    window: Window
    almanac: SiteAlmanac
    words: Words
    sessions: Mapping[str, tuple[Session, ...]] = field(repr=False)
    """The sessions of each activity in the window, in the order of the days on which they happen."""
    updated: datetime | None = None
    """When any record was last changed, as far as the history tells."""
    _labels: dict[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)
    """Labels that were asked for before: pages ask for the same few hundred of them a hundred thousand times."""

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.catalogue.sources.site.settings

    @property
    def logo(self) -> Logo | None:
        """The site's own mark, where it has one."""
        return self.catalogue.sources.site.logo

    @property
    def vocabulary(self) -> Vocabulary:
        """The site's vocabulary."""
        return self.catalogue.sources.vocabulary

    @property
    def site_url(self) -> str:
        """The address of the published site, with a slash at its end."""
        return self.catalogue.sources.site.url

    def label(self, vocabulary: str, code: str) -> str:
        """The words for a code."""
        known = self._labels.get((vocabulary, code))
        if known is None:
            known = self.words.gettext(self.vocabulary.label(vocabulary, code))
            self._labels[vocabulary, code] = known
        return known

    def labels(self, vocabulary: str, found: Iterable[str]) -> tuple[str, ...]:
        """The words for several codes."""
        return tuple(self.label(vocabulary, code) for code in found)

    def area(self, name: str) -> str:
        """The name of an area."""
        return next((area.name for area in self.catalogue.sources.areas.areas if area.id == name), name)

    def upcoming(self, entry: Entry, most: int) -> tuple[Session, ...]:
        """The next sessions of an activity, today's too, cancelled and moved ones too."""
        first = entry.from_day(self.today)
        if entry.ended:
            return ()
        found = (one for one in self.sessions.get(entry.id, ()) if max(one.on, one.day) >= first)
        return tuple(one for one, _ in zip(found, range(most), strict=False))


def edition(catalogue: Catalogue, today: date, before: Edition | None = None) -> Edition:
    """The edition of a day: some months back and ahead, in whole months, as the settings say.

    Of one `before` of the same day, sessions are taken over of activities of which nothing has changed.
    """
    settings = catalogue.sources.site.settings
    window = Window(
        month_start(today, -settings.months_back),
        month_start(today, settings.months_ahead + 1) - timedelta(days=1),
    )
    almanac = SiteAlmanac(catalogue)
    old = before if before and before.window == window and before.settings == settings else None
    known = (
        {name: old.sessions[name] for name, entry in old.catalogue.entries.items() if name in old.sessions
         and catalogue.entries.get(name) is entry} if old else {}
    )  # fmt: skip
    return Edition(
        catalogue=catalogue,
        today=today,
        window=window,
        almanac=almanac,
        words=words_for(settings.locale, settings.currency),
        sessions={
            entry.id: known[entry.id] if entry.id in known else _in_order(entry, sessions(entry, window, almanac))
            for entry in catalogue.activities
        },
    )


def _in_order(entry: Entry, found: Iterable[Session]) -> tuple[Session, ...]:
    """The sessions of an activity in the order of the days on which they happen, as one rule gives them anyway."""
    as_planned = isinstance(entry.record, Activity) and not entry.record.changes
    if as_planned and len(entry.items) == 1:
        return tuple(found)
    return tuple(sorted(found, key=attrgetter("key")))


def month_start(day: date, months: int) -> date:
    """The first day of the month so many months after that of `day`."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
