"""`Words`: what every page, feed and sheet asks for its words.

In: a locale and a currency. Out: one value with short methods, made once a build and handed down. Facts hold
no-break spaces; `t` and `n` fill `%(name)s` placeholders, so a per cent sign in a message is written `%%`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from generator.words import formats
from generator.words.messages import Messages, messages_for


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one locale, with money in one currency."""

    locale: str
    currency: str
    messages: Messages = field(repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        # Another process reads its own catalogue: rules of plurals do not travel.
        return words_for, (self.locale, self.currency)

    @property
    def lang(self) -> str:
        """The language tag for HTML: "en-GB"."""
        return str(self.messages.locale).replace("_", "-")

    @property
    def first_weekday(self) -> int:
        """The day on which a week starts in this locale (0 is Monday)."""
        return int(self.messages.locale.first_week_day)

    def gettext(self, message: str) -> str:
        """The message, placeholders not yet filled: for Jinja's `install_gettext_callables`."""
        return self.messages.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The counted message, placeholders not yet filled: for Jinja's `install_gettext_callables`."""
        return self.messages.ngettext(one, many, count)

    def t(self, message: str, /, **values: object) -> str:
        """A message, with values for its placeholders."""
        return self.messages.gettext(message) % values

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """A counted message: `n("%(count)s group", "%(count)s groups", 3)` is "3 groups"."""
        values["count"] = formats.number(self.messages, count)
        return self.messages.ngettext(one, many, count) % values

    def weekday(self, i: int) -> str:
        """The name of a weekday, 0 being Monday: "Tuesday"."""
        return formats.weekday_name(self.messages, i, "wide")

    def weekday_short(self, i: int) -> str:
        """The short name of a weekday, 0 being Monday: "Tue"."""
        return formats.weekday_name(self.messages, i, "abbreviated")

    def weekdays_plural(self, i: int) -> str:
        """Every such weekday, 0 being Monday: "Tuesdays"."""
        return self.messages.gettext(formats.WEEKDAYS_PLURAL[i])

    def month_name(self, i: int) -> str:
        """The name of a month, 1 being January: "July"."""
        return formats.month_name(self.messages, i)

    def day(self, d: dt.date) -> str:
        """A day near today: "Tuesday 20 July"."""
        return formats.date_by(self.messages, formats.DAY, d)

    def day_year(self, d: dt.date) -> str:
        """A day in full: "Tuesday 20 July 2027"."""
        return formats.date_by(self.messages, formats.DAY_YEAR, d)

    def date(self, d: dt.date) -> str:
        """A date: "20 July 2027"."""
        return formats.date_by(self.messages, formats.DATE, d)

    def date_short(self, d: dt.date) -> str:
        """A date near today: "20 July"."""
        return formats.date_by(self.messages, formats.DATE_SHORT, d)

    def span_start(self, first: dt.date, last: dt.date) -> str:
        """The first day of a span: "1" before "18 December", but "December 1" where the month comes first."""
        said = self.date_short(first)
        same = (first.year, first.month) == (last.year, last.month)
        return str(first.day) if same and said.startswith(str(first.day)) else said

    def month(self, d: dt.date) -> str:
        """The month of a date: "July 2027"."""
        return formats.date_by(self.messages, formats.MONTH, d)

    def time(self, t: dt.time) -> str:
        """A time of day: "10.30 am", "10 am", "12 noon", "midnight"."""
        return formats.time_of_day(self.messages, t)

    def times(self, start: dt.time, end: dt.time | None, *, next_day: bool = False) -> str:
        """From when to when: "10.30 am to 12 noon", "8 pm to 1 am the next day"; without an end only the start."""
        return formats.times_of_day(self.messages, start, end, next_day=next_day)

    def money(self, amount: Decimal) -> str:
        """An amount in the site's currency: "£2.50", "£2", "50p"."""
        return formats.money(self.messages, amount, self.currency)

    def number(self, n: int | Decimal) -> str:
        """A number in figures: "1,250"."""
        return formats.number(self.messages, n)

    def ordinal(self, n: int) -> str:
        """An ordinal number in figures: "2nd"."""
        return formats.ordinal(self.messages, n)

    def listed(self, items: Iterable[str]) -> str:
        """All of the items: "a, b and c"."""
        return formats.joined(self.messages, tuple(items), "standard")

    def either(self, items: Iterable[str]) -> str:
        """One of the items: "a, b or c"."""
        return formats.joined(self.messages, tuple(items), "or")

    def unbroken(self, text: str) -> str:
        """The text with no-break spaces, for telephone numbers and postcodes."""
        return formats.unbroken(text)


def words_for(locale: str, currency: str) -> Words:
    """The words of a locale ("en_GB" or "en-GB") with money in a currency (ISO 4217, "GBP")."""
    messages = messages_for(locale)
    return Words(str(messages.locale), currency, messages)
