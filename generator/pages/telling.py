"""A calendar in, the sessions that tell most about a day out: changes first, then what is rare in its month.

What happens every day would else fill each cell of a month and hide the rest.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

from generator.pages.appearances import Appearance, Calendar, is_changed

MOST = 14  # sessions of a day that anybody asks for


class Telling:
    """Picks sessions of days, in the order of the day. What it has found out about a month or a day is kept."""

    def __init__(self, days: Calendar) -> None:
        """Takes all sessions by day."""
        self._days = days
        self._months: dict[tuple[int, int], list[date]] = {}
        for day in days:
            self._months.setdefault((day.year, day.month), []).append(day)
        self._often: dict[tuple[int, int], Mapping[Appearance, int]] = {}
        self._ranked: dict[date, list[int]] = {}

    def __call__(self, day: date, most: int) -> Sequence[Appearance]:
        """The sessions of a day that tell most about it: all of them, or if they are more than `most`, up to 14."""
        found = self._days.get(day, ())
        if len(found) <= most:
            return found
        return [found[place] for place in sorted(self._rank(day)[:most])]

    def in_month(self, year: int, month: int) -> Mapping[Appearance, int]:
        """All that happens in a month, each with how often its activity does; 0 is what is not as planned."""
        known = self._often.get((year, month))
        if known is None:
            days = self._months.get((year, month), ())
            times = Counter(chain.from_iterable(self._days[day] for day in days))
            activities: Counter[str] = Counter()
            for one, count in times.items():
                activities[one.records[0]] += count
            known = {one: 0 if is_changed(one) else activities[one.records[0]] for one in times}
            self._often[year, month] = known
        return known

    def _rank(self, day: date) -> list[int]:
        """Where among its sessions those stand that tell most about a day, the most telling first."""
        ranked = self._ranked.get(day)
        if ranked is None:
            often = self.in_month(day.year, day.month)
            ranks = [often[one] for one in self._days[day]]
            ranked = self._ranked[day] = sorted(range(len(ranks)), key=ranks.__getitem__)[:MOST]
        return ranked
