"""Days with sessions in, sheets as their templates show them out: months, weeks, days, and the copy for the staff."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, partial

from generator.edition import Edition
from generator.icons import CATEGORY
from generator.pages.appearances import Appearance, Calendar
from generator.pages.calendar_frame import DAY, WEEK, WEEKDAYS, days_of
from generator.pages.paper import fit
from generator.pages.paper.entries import DayOn, Item, item
from generator.pages.paper.found import days_in, weeks_in
from generator.pages.paper.scopes import Scope
from generator.pages.paper.sizes import PAPERS, Paper, Papers
from generator.pages.paper.usual import Usual, regular, regular_words, usual
from generator.pages.record_text import hours
from generator.records import codes

NOTHING = Usual(None, ())

Key = tuple[tuple[str, str], ...]
"""Icons and their words."""
Blanks = tuple[tuple[str, ...], ...]
"""Rows with what is to be filled in by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """A day on a sheet: its words, and what is on."""

    number: int
    weekday: str
    words: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of paper, or in the worst case the first of those that its content flows over."""

    anchor: str
    layout: str
    """grid, list, week, day or staff."""
    title: str
    part: str | None
    """Which sheet of several it is, and what is on it."""
    weekdays: tuple[str, ...] = ()
    weeks: tuple[tuple[DayRow | None, ...], ...] = ()
    days: tuple[DayRow, ...] = ()
    placed: bool = True
    points: int = fit.BODY
    key: Key = ()
    """The icons that need their words at its foot: those of all sheets of which it is the last."""
    last: bool = True
    """Whether key, last words and slip stand on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """The sheets of one page, and the words that all of them share."""

    paper: Paper
    sheets: tuple[Sheet, ...]
    scope: str
    ring: str
    ring_more: str
    usual: tuple[str, ...]
    """What holds of all of it."""
    below: str
    slip: str | None
    blanks: Blanks = ()
    logo: str | None = None
    """The address of the site's own mark, from the top."""


class Maker:
    """Makes the sheets of one site; what a session says is worked out once."""

    def __init__(self, edition: Edition) -> None:
        """Takes words and paper from the edition."""
        self.edition = edition
        self.words = edition.words
        self.papers: Papers = PAPERS[edition.settings.paper]
        self._week_start = WEEKDAYS[edition.settings.week_start]
        self._item: Callable[[Appearance], Item] = cache(partial(item, edition))

    def month(self, scope: Scope, month: date, days: Calendar, *, on_wall: bool, about: Sequence[str]) -> Set:
        """The month sheets."""
        words, key, all_days = self.words, self._key(days), days_in(month)
        told, rest = regular(all_days, days)
        common = self._usual(days)
        always = regular_words(words, told, {one.one: common.of(self._item(one.one)) for one in told})
        title, weeks = words.month(month), tuple(
            tuple(self._day(rest, day, common) if day else None for day in week)
            for week in weeks_in(self.edition, month)
        )  # fmt: skip
        usual_words = tuple(said for said in (common.words(words), always) if said)
        around = self._around(scope, title, usual_words, self._part(9, 10, all_days[-2:]), key=key,
                              below=(*about, max(self._elsewhere, self._not_listed, key=len)), slip=True)  # fmt: skip
        laid = fit.month(weeks, self.papers, around, on_wall=on_wall)
        if laid.layout == "grid":
            sheets = tuple(self._grid(title, weeks, laid, key))
            below = about if laid.placed else (self._elsewhere, *about)
        else:
            busy = [day for week in weeks for day in week if day and day.items]
            sheets = tuple(self._list(title, month, busy, laid, key))
            below = (self._not_listed, *about)
        return self._set(scope, laid.paper, sheets, always=usual_words, below=below, slip=True)

    def _grid(self, title: str, weeks: Sequence[Sequence[DayOn | None]], laid: fit.Month, key: Key) -> Iterator[Sheet]:
        weekdays = tuple(self.words.weekday((self._week_start + number) % 7) for number in range(7))
        for number, places in enumerate(laid.sheets):
            held = [day.day for place in places for day in weeks[place] if day]
            yield Sheet(
                anchor=f"sheet-{number + 1}",
                layout="grid",
                title=title,
                part=self._part(number, len(laid.sheets), held),
                weekdays=weekdays,
                weeks=tuple(tuple(self._row(day) if day else None for day in weeks[place]) for place in places),
                placed=laid.placed,
                points=laid.points,
                key=key,
                last=number == len(laid.sheets) - 1,
            )

    def _list(self, title: str, month: date, busy: Sequence[DayOn], laid: fit.Month, key: Key) -> Iterator[Sheet]:
        """Sheets of a list; days on which nothing is on belong to the sheet before the next day that stands there."""
        starts = [busy[places[0]].day if number else month for number, places in enumerate(laid.sheets)]
        ends = [*(start - DAY for start in starts[1:]), days_in(month)[-1]]
        for number, places in enumerate(laid.sheets):
            yield Sheet(
                anchor=f"sheet-{number + 1}",
                layout="list",
                title=title,
                part=self._part(number, len(laid.sheets), (starts[number], ends[number])),
                days=tuple(self._row(busy[place]) for place in places),
                points=laid.points,
                key=key,
                last=number == len(laid.sheets) - 1,
            )

    def weeks(self, scope: Scope, first: date, last: date, days: Calendar, *, about: Sequence[str]) -> Set:
        """The sheets of all weeks from one day to another."""
        common = self._usual(days)
        said = tuple(one for one in (common.words(self.words),) if one)
        starts = [first + number * WEEK for number in range((last - first).days // 7 + 1)]
        shown: list[tuple[tuple[DayOn, ...], fit.Around]] = []
        keys: list[Key] = []
        for start in starts:
            held = tuple(days_of(start, start + WEEK - DAY))
            keys.append(self._key({day: days.get(day, ()) for day in held}))
            around = self._around(scope, self._span(held), said, self._part(8, 9), key=keys[-1], below=about)
            shown.append((tuple(self._day(days, day, common) for day in held), around))
        laid = fit.weeks(shown, self.papers)
        sheets = [
            sheet
            for (week, _around), places, points, key in zip(shown, laid.sheets, laid.points, keys, strict=True)
            for sheet in self._week(week, places, points, key)
        ]
        return self._set(scope, laid.paper, sheets, always=said, below=about)

    def _week(self, shown: Sequence[DayOn], held: Sequence[Sequence[int]], points: int, key: Key) -> Iterator[Sheet]:
        begin = shown[0].day
        for number, places in enumerate(held):
            yield Sheet(
                anchor=f"week-{begin}" if number == 0 else f"week-{begin}-{number + 1}",
                layout="week",
                title=self._span([one.day for one in shown]),
                part=self._part(number, len(held)),
                days=tuple(self._row(shown[place]) for place in places),
                points=points,
                key=key,
                last=number == len(held) - 1,
            )

    def _span(self, held: Sequence[date]) -> str:
        words, begin, end = self.words, held[0], held[-1]
        return words.t("%(first)s to %(last)s", first=words.span_start(begin, end), last=words.date_short(end))

    def days(self, scope: Scope, shown: Iterable[date], days: Calendar, *, about: Sequence[str], blanks: Blanks) -> Set:
        """The sheets of some days, each in the largest letters in which it fits."""
        common = self._usual(days)
        said = tuple(one for one in (common.words(self.words),) if one)
        sheets = [
            sheet
            for day in shown
            for sheet in self._large(scope, self._day(days, day, common), said, about, len(blanks))
        ]
        return self._set(scope, self.papers.upright, sheets, always=said, below=about, blanks=blanks)

    def _large(
        self, scope: Scope, one: DayOn, said: Sequence[str], about: Sequence[str], blanks: int
    ) -> Iterator[Sheet]:
        words, row = self.words, self._row(one)
        around = self._around(scope, words.day(one.day), said, self._part(0, 2), below=about)
        points, held = fit.large(one.items, self.papers.upright, around, blanks)
        for number, places in enumerate(held):
            yield Sheet(
                anchor=f"day-{one.day}" if number == 0 else f"day-{one.day}-{number + 1}",
                layout="day",
                title=words.day(one.day),
                part=self._part(number, len(held)),
                days=(replace(row, items=tuple(row.items[place] for place in places)),),
                points=points,
                last=number == len(held) - 1,
            )

    def staff(self, scope: Scope, month: date, days: Calendar, *, about: Sequence[str]) -> Set:
        """The copy of a month for the staff, with room to say what was held, what changed and how many came."""
        shown = tuple(self._day(days, day, NOTHING) for day in days_in(month) if days.get(day))
        title = self.words.t("%(month)s: copy for the staff", month=self.words.month(month))
        said = (self.words.t("Count heads only. No names, rooms or initials on this sheet."),)
        around = self._around(scope, title, said, self._part(9, 10), below=about)
        held = fit.staff(shown, self.papers.wide, around)
        sheets = [
            Sheet(
                anchor=f"staff-{number + 1}",
                layout="staff",
                title=title,
                part=self._part(number, len(held)),
                days=tuple(self._row(shown[place]) for place in places),
                last=number == len(held) - 1,
            )
            for number, places in enumerate(held)
        ]
        return self._set(scope, self.papers.wide, sheets, always=said, below=about)

    def _usual(self, days: Calendar) -> Usual:
        return usual(self._item(one) for there in days.values() for one in there)

    def _day(self, days: Calendar, day: date, common: Usual) -> DayOn:
        name = self.words.weekday(day.weekday())
        return DayOn(day=day, name=name, items=tuple(common.of(self._item(one)) for one in days.get(day, ())))

    def _row(self, one: DayOn) -> DayRow:
        words = self.words
        return DayRow(
            number=one.day.day,
            weekday=one.name,
            words=words.date_short(one.day),
            items=one.items,
        )

    def _part(self, number: int, count: int, held: Sequence[date] = ()) -> str | None:
        """Which sheet of several one is; of a month, in which days without anything do not stand, also its days."""
        if count == 1:
            return None
        words = self.words
        part = words.t("Sheet %(number)s of %(count)s", number=number + 1, count=count)
        if not held:
            return part
        first, last = str(held[0].day), str(held[-1].day)
        days = words.t("%(first)s to %(last)s", first=first, last=last) if first != last else last
        return words.t("%(sheet)s: %(days)s", sheet=part, days=days)

    def _key(self, days: Calendar) -> Key:
        used = {one.session.entry.category for there in days.values() for one in there}
        return tuple((CATEGORY[code], self.edition.label("category", code)) for code in codes.CATEGORY if code in used)

    def _ring(self, scope: Scope) -> tuple[str, str]:
        ring = scope.ring
        more = [part for part in (ring.who, hours(ring.hours) if ring.hours else None) if part]
        return ring.number, f" ({', '.join(more)})" if more else ""

    def _around(
        self, scope: Scope, title: str, above: Sequence[str], part: str | None, *, key: Key = (),
        below: Sequence[str], slip: bool = False,
    ) -> fit.Around:  # fmt: skip
        number, more = self._ring(scope)
        asked = " · ".join((scope.title, self.words.t("Questions? Ring")))
        return fit.Around(
            title=title,
            ring=((asked, False), (number, True), (more.strip(), False)),
            above=tuple(above),
            part=part or "",
            key=tuple(label for _icon, label in key),
            below=(" ".join(below),),
            slip=slip,
            logo=self.edition.logo is not None,
        )

    def _set(
        self, scope: Scope, paper: Paper, sheets: Iterable[Sheet], *, always: tuple[str, ...],
        below: Sequence[str], slip: bool = False, blanks: Blanks = (),
    ) -> Set:  # fmt: skip
        number, more = self._ring(scope)
        return Set(
            paper=paper, sheets=tuple(sheets), scope=scope.title, ring=number, ring_more=more, usual=always,
            below=" ".join(below), slip=self.words.t("I would like:") if slip else None, blanks=blanks,
            logo=self.edition.logo.address if self.edition.logo else None,
        )  # fmt: skip

    @property
    def _not_listed(self) -> str:
        return self.words.t("On days that do not stand here nothing is on.")

    @property
    def _elsewhere(self) -> str:
        return self.words.t("Where things are stands on the week sheets.")


def about(edition: Edition, changed: datetime, url: str) -> tuple[str, ...]:
    """The last words of a sheet: how fresh it is, who answers for it, where a newer one is, that all is made up."""
    words = edition.words
    day = changed.astimezone(edition.catalogue.zone).date()
    fresh = [words.t("Last changed %(changed)s.", changed=words.date(day))]
    if day != edition.today:
        fresh.append(words.t("Made on %(made)s.", made=words.date(edition.today)))
    fresh.append(words.t("On the day, ring to make sure."))
    responsible = words.t("Responsible: %(who)s.", who=edition.settings.organisation.responsible)
    address = edition.site_url.partition("://")[2] + url
    newest = words.t("The newest sheet: %(address)s", address=address)
    demonstration = edition.settings.demonstration
    return (*fresh, responsible, *((demonstration,) if demonstration else ()), newest)
