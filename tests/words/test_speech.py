"""Dates, times, money and lists in words, in the two locales that we have."""

import copy
import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.words import Words, is_known, locales, unbroken, words_for

GB = words_for("en_GB", "GBP")
US = words_for("en_US", "USD")
TUESDAY = dt.date(2027, 7, 20)


def shown(text: str) -> str:
    """The text with "~" for each no-break space, so that a table shows where a line cannot break."""
    return text.replace("\N{NO-BREAK SPACE}", "~")


@pytest.mark.parametrize(
    ("words", "method", "expected"),
    [
        (GB, Words.day, "Tuesday 20~July"),
        (GB, Words.day_year, "Tuesday 20~July 2027"),
        (GB, Words.date, "20~July 2027"),
        (GB, Words.date_short, "20~July"),
        (GB, Words.month, "July 2027"),
        (US, Words.day, "Tuesday, July~20"),
        (US, Words.day_year, "Tuesday, July~20, 2027"),
        (US, Words.date, "July~20, 2027"),
        (US, Words.date_short, "July~20"),
        (GB, lambda words, day: words.span_start(day, day.replace(day=26)), "20"),
        (GB, lambda words, day: words.span_start(day, day.replace(month=8)), "20~July"),
        (US, lambda words, day: words.span_start(day, day.replace(day=26)), "July~20"),
        (US, Words.month, "July 2027"),
    ],
)
def test_a_date_never_breaks_between_day_month_and_year(
    words: Words, method: Callable[[Words, dt.date], str], expected: str
) -> None:
    assert shown(method(words, TUESDAY)) == expected


@pytest.mark.parametrize(
    ("time", "british", "american"),
    [
        (dt.time(0), "midnight", "midnight"),
        (dt.time(0, 1), "12.01~am", "12:01~AM"),
        (dt.time(9, 5), "9.05~am", "9:05~AM"),
        (dt.time(10), "10~am", "10~AM"),
        (dt.time(10, 30), "10.30~am", "10:30~AM"),
        (dt.time(11, 59), "11.59~am", "11:59~AM"),
        (dt.time(12), "12~noon", "noon"),
        (dt.time(12, 30), "12.30~pm", "12:30~PM"),
        (dt.time(18), "6~pm", "6~PM"),
        (dt.time(23, 59), "11.59~pm", "11:59~PM"),
    ],
)
def test_a_time_is_said_as_people_say_it(time: dt.time, british: str, american: str) -> None:
    assert shown(GB.time(time)) == british
    assert shown(US.time(time)) == american


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (dt.time(10, 30), dt.time(12), "10.30~am to 12~noon"),
        (dt.time(12), dt.time(13, 30), "12~noon to 1.30~pm"),
        (dt.time(22), dt.time(0), "10~pm to midnight"),
        (dt.time(22), dt.time(1), "10~pm to 1~am"),
        (dt.time(14), None, "2~pm"),
    ],
)
def test_times_say_from_when_to_when(start: dt.time, end: dt.time | None, expected: str) -> None:
    assert shown(GB.times(start, end)) == expected


def test_weekdays_count_from_monday_and_months_from_one() -> None:
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    assert [GB.weekday(i) for i in range(7)] == names
    assert [GB.weekdays_plural(i) for i in range(7)] == [f"{name}s" for name in names]
    assert [GB.weekday_short(i) for i in range(7)] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [GB.month_name(i) for i in (1, 9, 12)] == ["January", "September", "December"]


@pytest.mark.parametrize(
    ("amount", "pounds", "dollars"),
    [
        ("0", "£0", "$0"),
        ("0.05", "5p", "5¢"),
        ("0.5", "50p", "50¢"),
        ("0.99", "99p", "99¢"),
        ("1", "£1", "$1"),
        ("2.00", "£2", "$2"),
        ("2.5", "£2.50", "$2.50"),
        ("12.05", "£12.05", "$12.05"),
        ("1250", "£1,250", "$1,250"),
        ("1250.75", "£1,250.75", "$1,250.75"),
    ],
)
def test_money_drops_empty_pence_and_says_small_coins(amount: str, pounds: str, dollars: str) -> None:
    assert GB.money(Decimal(amount)) == pounds
    assert US.money(Decimal(amount)) == dollars


@pytest.mark.parametrize(
    ("currency", "amount", "expected"),
    [("EUR", "0.5", "€0.50"), ("EUR", "2", "€2"), ("JPY", "500", "JP¥500")],
)
def test_money_of_another_country_is_written_with_its_sign(currency: str, amount: str, expected: str) -> None:
    assert words_for("en_GB", currency).money(Decimal(amount)) == expected


@pytest.mark.parametrize(
    ("items", "all_of_them", "one_of_them"),
    [
        ((), "", ""),
        (("a",), "a", "a"),
        (("a", "b"), "a and b", "a or b"),
        (("a", "b", "c"), "a, b and c", "a, b or c"),
        (("{0}", "%s", "{x}"), "{0}, %s and {x}", "{0}, %s or {x}"),
    ],
)
def test_a_british_list_has_no_comma_before_its_last_item(
    items: tuple[str, ...], all_of_them: str, one_of_them: str
) -> None:
    assert GB.listed(items) == all_of_them
    assert GB.either(list(items)) == one_of_them


def test_an_american_list_has_a_comma_before_its_last_item() -> None:
    assert US.listed(("a", "b", "c")) == "a, b, and c"
    assert US.either(("a", "b", "c")) == "a, b, or c"


def test_ordinals_end_as_english_does() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31, 101, 111, 1001)
    expected = "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 31st 101st 111th 1,001st"
    assert " ".join(map(GB.ordinal, numbers)) == expected


def test_a_message_is_filled_with_its_values() -> None:
    assert GB.t("Bus %(line)s, then 5%% of the way", line=4) == "Bus 4, then 5% of the way"
    assert GB.t("%(message)s %(self)s", message="a", self="b") == "a b"


def test_a_value_is_never_read_as_a_message() -> None:
    assert GB.t("Ask %(name)s", name="%(secret)s") == "Ask %(secret)s"


@pytest.mark.parametrize(("count", "expected"), [(0, "0 groups"), (1, "1 group"), (1250, "1,250 groups")])
def test_a_count_picks_the_form(count: int, expected: str) -> None:
    assert GB.n("%(count)s group", "%(count)s groups", count) == expected
    assert US.n("%(count)s group", "%(count)s groups", count) == expected


def test_facts_stay_on_one_line() -> None:
    assert shown(unbroken("01632 960 101")) == "01632~960~101"
    assert shown(GB.unbroken("NE99 1AA")) == "NE99~1AA"


def test_the_language_tag_and_the_start_of_the_week_follow_the_locale() -> None:
    assert (GB.lang, GB.first_weekday) == ("en-GB", 0)
    assert (US.lang, US.first_weekday) == ("en-US", 6)


def test_words_are_values() -> None:
    assert words_for("en-GB", "GBP") == GB
    assert hash(words_for("en-GB", "GBP")) == hash(GB)
    assert words_for("en_GB", "EUR") != GB
    assert copy.deepcopy(US) == US  # as another process gets them


@pytest.mark.parametrize("locale", ["en_GB", "en-GB", "en_US", "en_IE", "en"])
def test_every_english_has_words(locale: str) -> None:
    assert is_known(locale)


@pytest.mark.parametrize("locale", ["fr_FR", "xx_YY", "", "../en", "en_GB_x", "en\n"])
def test_a_locale_that_is_neither_english_nor_translated_has_none(locale: str) -> None:
    assert not is_known(locale)


def test_words_of_an_unknown_locale_are_an_error() -> None:
    with pytest.raises(ValueError, match="no words for locale 'fr_FR'"):
        words_for("fr_FR", "EUR")


def test_the_source_and_each_catalogue_are_our_locales() -> None:
    assert locales() == ("en_GB", "en_US")


def test_english_of_another_country_is_the_british_source_with_its_own_dates() -> None:
    assert shown(words_for("en_IE", "EUR").day(TUESDAY)) == "Tuesday 20~July"
