"""An edition in, its sessions of the months to print out, by activity: each set of sheets picks its own from them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.edition import Edition, month_start
from generator.pages.appearances import Appearance, Calendar
from generator.pages.calendar_frame import DAY, WEEKDAYS, days_of
from generator.pages.paging import name_key
from generator.pages.paper.fit import weeks_of
from generator.pages.paper.scopes import Scope
from generator.pages.soon import sessions_near

On = tuple[date, int, int, Appearance]
"""The day, the minute, the place of the activity in the order of names: what sessions are sorted by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Sessions by the id of their activity, in the months to print and the whole weeks around them."""

    edition: Edition
    by_activity: Mapping[str, tuple[On, ...]]
    _busiest: dict[tuple[str, str, date], int] = field(default_factory=dict, repr=False)

    def calendar(self, scope: Scope, first: date, last: date) -> Calendar:
        """What is on in a scope, by day, in the order of each day."""
        days: defaultdict[date, list[On]] = defaultdict(list)
        for entry in scope.entries:
            for one in self.by_activity.get(entry.id, ()):
                if first <= one[0] <= last:
                    days[one[0]].append(one)
        return {day: tuple(one[3] for one in sorted(days[day], key=_order)) for day in sorted(days)}

    def active(self, scope: Scope, first: date, last: date) -> tuple[str, ...]:
        """The ids of the activities that have sessions on some days."""
        return tuple(entry.id for entry in scope.entries if any(self._within(entry.id, first, last)))

    def busiest(self, scope: Scope, month: date) -> int:
        """The most sessions that a week of a month has."""
        key = scope.kind, scope.id, month
        if key not in self._busiest:
            first, last = whole_weeks(self.edition, month)
            weeks = Counter(
                (one[0] - first).days // 7 for entry in scope.entries for one in self._within(entry.id, first, last)
            )
            self._busiest[key] = max(weeks.values(), default=0)
        return self._busiest[key]

    def _within(self, activity: str, first: date, last: date) -> Iterator[On]:
        return (one for one in self.by_activity.get(activity, ()) if first <= one[0] <= last)


def found(edition: Edition, months: Iterable[date]) -> Found:
    """The sessions of some months that follow each other."""
    spans = [whole_weeks(edition, month) for month in months]
    shown = sessions_near(edition, edition.catalogue.activities, spans[0][0], spans[-1][1]) if spans else {}
    by_activity: defaultdict[str, list[On]] = defaultdict(list)
    by_name = sorted(edition.catalogue.activities, key=lambda entry: (name_key(entry.record.name), entry.id))
    order = {entry.id: place for place, entry in enumerate(by_name)}
    for day, there in shown.items():
        for one in there:
            name = one.session.entry.id
            by_activity[name].append((day, one.minute, order[name], one))
    return Found(edition=edition, by_activity={name: tuple(ones) for name, ones in by_activity.items()})


def days_in(month: date) -> tuple[date, ...]:
    """The days of a month."""
    return tuple(days_of(month, month_start(month, 1) - DAY))


def weeks_in(edition: Edition, month: date) -> tuple[tuple[date | None, ...], ...]:
    """The days of a month as whole weeks, by the site's settings."""
    return weeks_of(days_in(month), WEEKDAYS[edition.settings.week_start])


def whole_weeks(edition: Edition, month: date) -> tuple[date, date]:
    """The first and the last day of all weeks that a month has days of, as far as the window reaches."""
    days = days_in(month)
    before = (days[0].weekday() - WEEKDAYS[edition.settings.week_start]) % 7
    first = days[0] - timedelta(days=before)
    count = -(-(before + len(days)) // 7)
    return first, first + timedelta(days=7 * count - 1)


def _order(one: On) -> tuple[int, int]:
    return one[1], one[2]
