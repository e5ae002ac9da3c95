"""Sessions in, what a sheet says of each out: when, what, where, what changed; and how many lines that takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from math import ceil

from generator.edition import Edition
from generator.icons import CATEGORY
from generator.pages.appearances import Appearance, Standing, elsewhere
from generator.pages.days import goes_on, row_view
from generator.pages.facts import in_person, where
from generator.pages.paper.metrics import Run, ems, lines
from generator.pages.record_text import language

ICON = 1.4  # an icon in the run of the text, with its space
NUMBER = 2.2  # the number of the day in the corner of a cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One session on a sheet, in finished words."""

    icon: str
    category: str
    begins: str
    until: str | None
    """“until 12 noon”."""
    title: str
    place: str | None
    struck: bool
    word: str | None
    """“Cancelled”, “Moved”, “Moved here”, “Changed”: also where colours and icons do not show."""
    brief: str | None
    """The same for a small cell: “Moved to Wed 2”."""
    tells: str | None
    """What follows the word."""
    goes_on: bool
    """Whether that goes on with its sentence, as in “Moved to …”."""
    note: str | None
    also: tuple[str, ...]
    """What is known of bringing somebody and of languages."""

    def in_cell(self, *, placed: bool) -> tuple[Run, ...]:
        """Its words in a cell of a month's grid."""
        where = f", {self.place}" if placed and self.place else ""
        return ((self.begins, True), (f"{self.title}{where}", False), (self.brief or "", True))

    def in_list(self, *, full: bool) -> Iterator[tuple[Run, ...]]:
        """Its lines beside the time: the title with the place; what changed; and, where `full`, all else."""
        until = f", {self.until}" if full and self.until else ""
        also = f". {' '.join(self.also)}" if full and self.also else ""
        yield ((self.title, True), ((f"{until}, {self.place}" if self.place else until) + also, False))
        if self.word:
            yield ((self.word, True), (self.tells or "", False))
        if full and self.note:
            yield ((self.note, False),)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOn:
    """A day with its sessions."""

    day: date
    name: str
    """The day of the week."""
    items: tuple[Item, ...]


def item(edition: Edition, one: Appearance) -> Item:
    """What a sheet says of a session."""
    row, entry = row_view(edition, one), one.session.entry
    return Item(
        icon=CATEGORY[entry.category],
        category=row.category,
        begins=row.begins,
        until=_until(edition, one, row.there),
        title=row.title,
        place=_place(edition, one),
        struck=row.struck,
        word=row.tag.word if row.tag else None,
        brief=row.brief,
        tells=row.tells,
        goes_on=goes_on(one),
        note=row.note,
        also=() if row.struck else tuple(_also(edition, one)),
    )


def cell_lines(items: Sequence[Item], width: float, *, placed: bool) -> int:
    """The lines of a cell of a month's grid, `width` heights of letters wide; the first goes around the number."""
    blanks = (ICON + NUMBER, *[ICON] * (len(items) - 1))
    cells = (_behind(blank, one.in_cell(placed=placed)) for blank, one in zip(blanks, items, strict=False))
    return sum(lines(runs, width) for runs in cells)


def list_lines(one: Item, width: float, *, full: bool) -> int:
    """The lines of a session in a list, its text `width` heights of letters wide."""
    return sum(lines(runs, width) for runs in one.in_list(full=full))


def _behind(blank: float, runs: tuple[Run, ...]) -> Iterator[Run]:
    first, *rest = runs
    yield "\N{NO-BREAK SPACE}" * ceil(blank / ems(" ")) + first[0], first[1]
    yield from rest


def _until(edition: Edition, one: Appearance, there: str | None) -> str | None:
    if one.start is None or one.end is None:
        return there
    words = edition.words
    until = words.t("until %(time)s", time=words.time(one.end))
    if one.next_day and one.end != time():  # “until midnight” says it already
        until = words.t("%(times)s the next day", times=until)
    return f"{until} ({there})" if there else until


def _place(edition: Edition, one: Appearance) -> str:
    """The place by its name alone, or how one takes part."""
    entry = one.session.entry
    place = elsewhere(one.session) if one.standing is not Standing.LEFT else None
    if place is None and in_person(entry):
        place = entry.place
    return place.name if place else where(edition, entry)


def _also(edition: Edition, one: Appearance) -> Iterator[str]:
    words, entry = edition.words, one.session.entry
    bring = entry.facts.access.get("companion_welcome")
    if bring and bring.value.answer == "yes":
        yield f"{edition.label('access', 'companion_welcome')}."
    if entry.record.unit == "family":
        yield words.t("Families are welcome.")
    own = words.messages.locale.language
    spoken = entry.facts.languages.value if entry.facts.languages else ()
    others = [language(words, tag) for tag in spoken]
    if spoken and not any(tag.partition("-")[0] == own for tag in spoken):
        yield words.t("In %(languages)s.", languages=words.listed(others))
