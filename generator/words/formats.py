"""Dates, times, money, numbers and lists in words: a value and the messages of a locale in, text out.

Patterns are CLDR's (UTS 35) and are messages too; "~" in a pattern is a no-break space, because a fact such
as "10.30 am" or "20 July" never breaks over two lines. Cached: a site asks for the same few again and again.
"""

import datetime as dt
import functools
import re
from decimal import Decimal
from typing import Literal

from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from generator.words.messages import Messages
from generator.words.messages import mark as _

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

_NOON = dt.time(12)
_MIDNIGHT = dt.time(0)


# Translators: patterns of CLDR. "~" stands for a space at which a line never breaks.
DATE = _("d~MMMM y")
DATE_SHORT = _("d~MMMM")
DAY = _("EEEE d~MMMM")
DAY_YEAR = _("EEEE d~MMMM y")
MONTH = _("MMMM y")
# Translators: patterns of CLDR for a time of day, and for a full hour.
TIME = _("h.mm~a")
HOUR = _("h~a")
NOON = _("12~noon")
MIDNIGHT = _("midnight")
TIMES = _("%(start)s to %(end)s")
OVER_MIDNIGHT = _("%(times)s the next day")

# Translators: the days on which something happens each week, as in "Tuesdays, 10.30 am".
WEEKDAYS_PLURAL = (
    _("Mondays"),
    _("Tuesdays"),
    _("Wednesdays"),
    _("Thursdays"),
    _("Fridays"),
    _("Saturdays"),
    _("Sundays"),
)

# By the plural category of CLDR that an ordinal number has in the locale, not in English.
# Translators: an ordinal number in figures; the category of your language decides, not the English ending.
ORDINALS = {
    "one": _("%(number)sst"),
    "two": _("%(number)snd"),
    "few": _("%(number)srd"),
    "other": _("%(number)sth"),
}

# Translators: an amount of money below one unit, where people say it in small coins.
SMALL_MONEY = {"GBP": _("%(number)sp"), "USD": _("%(number)s¢")}


def unbroken(text: str) -> str:
    """The text with no-break spaces: for telephone numbers, postcodes, facts that stay on one line."""
    return text.replace(" ", NO_BREAK_SPACE)


@functools.lru_cache(maxsize=8192)
def date_by(messages: Messages, pattern: str, day: dt.date) -> str:
    """A date in words by one of the date patterns."""
    return _spaced(format_date(day, messages.gettext(pattern), locale=messages.locale))


@functools.lru_cache(maxsize=4096)
def time_of_day(messages: Messages, time: dt.time) -> str:
    """A time of day as people say it: "10.30 am", "10 am", "12 noon", "midnight"."""
    if time == _NOON:
        return _spaced(messages.gettext(NOON))
    if time == _MIDNIGHT:
        return _spaced(messages.gettext(MIDNIGHT))
    pattern = messages.gettext(TIME if time.minute else HOUR)
    return _spaced(format_time(time, pattern, locale=messages.locale))


@functools.lru_cache(maxsize=8192)
def times_of_day(messages: Messages, start: dt.time, end: dt.time | None, *, next_day: bool = False) -> str:
    """From when to when: "10.30 am to 12 noon"."""
    if end is None:
        return time_of_day(messages, start)
    values = {"start": time_of_day(messages, start), "end": time_of_day(messages, end)}
    said = messages.gettext(TIMES) % values
    if next_day and end != dt.time():  # "to midnight" says it already
        return messages.gettext(OVER_MIDNIGHT) % {"times": said}
    return said


@functools.lru_cache(maxsize=64)
def weekday_name(messages: Messages, weekday: int, width: str) -> str:
    """The name of a weekday (0 is Monday), "wide" or "abbreviated"."""
    return str(messages.locale.days["stand-alone"][width][weekday])


@functools.lru_cache(maxsize=64)
def month_name(messages: Messages, month: int) -> str:
    """The name of a month (1 is January)."""
    return str(messages.locale.months["stand-alone"]["wide"][month])


@functools.lru_cache(maxsize=4096)
def money(messages: Messages, amount: Decimal, currency: str) -> str:
    """An amount as people say it: "£2.50", "£2", "50p"."""
    small = SMALL_MONEY.get(currency)
    hundredths = amount * 100
    if small is not None and 0 < hundredths < 100 and hundredths == int(hundredths):  # noqa: PLR2004  a pound is 100p
        return messages.gettext(small) % {"number": number(messages, int(hundredths))}
    pattern = messages.locale.currency_formats["standard"].pattern
    if amount == int(amount):
        pattern = re.sub(r"\.0+", "", pattern)
        return format_currency(amount, currency, pattern, locale=messages.locale, currency_digits=False)
    return format_currency(amount, currency, pattern, locale=messages.locale)


@functools.lru_cache(maxsize=4096)
def number(messages: Messages, value: int | Decimal) -> str:
    """A number in figures, grouped as the locale does: "1,250"."""
    return format_decimal(value, locale=messages.locale)


@functools.lru_cache(maxsize=512)
def ordinal(messages: Messages, value: int) -> str:
    """An ordinal number in figures: "2nd"."""
    form = ORDINALS.get(messages.locale.ordinal_form(value), ORDINALS["other"])
    return messages.gettext(form) % {"number": number(messages, value)}


@functools.lru_cache(maxsize=4096)
def joined(messages: Messages, items: tuple[str, ...], style: Literal["standard", "or"]) -> str:
    """Items as one phrase, "standard" with "and" or "or"."""
    return format_list(items, style, locale=messages.locale)


def _spaced(text: str) -> str:
    return text.replace("~", NO_BREAK_SPACE)
