"""What a set of sheets says once instead of each time: the place where most things are, what is on every day.

A sheet of a house would otherwise say “the big lounge” a hundred times and “afternoon tea” thirty times, and have no
room for what is special. What is not as usual always stands at its own place.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from generator.pages.appearances import Appearance, Calendar, Standing
from generator.pages.paper.entries import Item
from generator.schedule.rules import EVERY_DAY
from generator.words import Words

_LEAST = 6
"""So many sessions have to share something before it is said once."""
_LEAST_DAYS = 5
"""So many days of the week make it worth while to say a thing once."""


@dataclass(frozen=True, slots=True)
class Usual:
    """What holds where nothing else is said."""

    place: str | None
    also: tuple[str, ...]
    """What is so of everything."""

    def of(self, item: Item) -> Item:
        """A session without what is said once."""
        if item.place != self.place and not self.also:
            return item
        return replace(
            item,
            place=None if item.place == self.place else item.place,
            also=tuple(said for said in item.also if said not in self.also),
        )

    def words(self, words: Words) -> str | None:
        """The sentence for the head of a sheet."""
        place = words.t("Usual place: %(place)s.", place=self.place) if self.place else None
        return " ".join(said for said in (place, *self.also) if said) or None


def usual(items: Iterable[Item]) -> Usual:
    """What most of some sessions share in place, and all of them in what else is known."""
    shown = [item for item in items if not item.struck]
    if len(shown) < _LEAST:
        return Usual(None, ())
    place, count = Counter(item.place for item in shown).most_common(1)[0]
    also = tuple(said for said in shown[0].also if all(said in item.also for item in shown))
    return Usual(place if count * 2 >= len(shown) else None, also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regular:
    """What is on every day, or every weekday, of a month at the same time."""

    weekdays: tuple[int, ...]
    one: Appearance


def regular(days: Sequence[date], found: Calendar) -> tuple[tuple[Regular, ...], Mapping[date, tuple[Appearance, ...]]]:
    """What is on that regularly, and the sessions without it; those that are not as planned always stay."""
    planned: defaultdict[tuple[tuple[str, int], time | None], dict[date, Appearance]] = defaultdict(dict)
    seen: defaultdict[tuple[str, int], set[date]] = defaultdict(set)
    for day in days:
        for one in found.get(day, ()):
            key = one.session.entry.id, one.session.item
            seen[key].add(day)
            if one.standing is Standing.PLANNED and one.session.note is None:
                planned[key, one.start][day] = one
    told: list[Regular] = []
    gone: set[tuple[date, Appearance]] = set()
    for (key, _start), held in planned.items():
        weekdays = tuple(sorted({day.weekday() for day in held}))
        wanted = {day for day in days if day.weekday() in weekdays}
        if len(weekdays) >= _LEAST_DAYS and wanted <= seen[key] and len(held) * 10 >= len(wanted) * 8:
            told.append(Regular(weekdays=weekdays, one=next(iter(held.values()))))
            gone.update(held.items())
    rest = {day: tuple(one for one in there if (day, one) not in gone) for day, there in found.items()}
    return tuple(sorted(told, key=lambda one: one.one.minute)), rest


def regular_words(words: Words, told: Sequence[Regular], titles: Mapping[Appearance, Item]) -> str | None:
    """What is on regularly, in sentences: “Every day, unless it says something else: 3.30 pm Afternoon Tea.”."""
    by_days: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for one in told:
        item = titles[one.one]
        where = f", {item.place}" if item.place else ""
        by_days[one.weekdays].append(f"{item.begins} {item.title}{where}")
    return " ".join(_sentences(words, by_days)) or None


def _sentences(words: Words, by_days: Mapping[tuple[int, ...], Sequence[str]]) -> Iterator[str]:
    for weekdays, things in by_days.items():
        yield words.t("%(days)s: %(things)s.", days=_days(words, weekdays), things="; ".join(things))


def _days(words: Words, weekdays: tuple[int, ...]) -> str:
    if weekdays == EVERY_DAY:
        return words.t("Every day, unless it says something else")
    if weekdays == tuple(range(weekdays[0], weekdays[-1] + 1)):
        return words.t("%(first)s to %(last)s, unless it says something else",
                       first=words.weekday(weekdays[0]), last=words.weekday(weekdays[-1]))  # fmt: skip
    names = words.listed(words.weekday(day) for day in weekdays)
    return words.t("Each %(days)s, unless it says something else", days=names)
