"""Public holidays by country and subdivision."""

from datetime import date

import pytest

from generator.schedule.public_holidays import countries, public_holidays, subdivisions, supported


@pytest.mark.parametrize(
    ("country", "subdivision", "day", "name"),
    [
        ("GB", "ENG", date(2026, 4, 6), "Easter Monday"),
        ("GB", "SCT", date(2026, 4, 6), None),
        ("GB", "SCT", date(2026, 11, 30), "Saint Andrew's Day"),
        ("GB", "ENG", date(2026, 12, 25), "Christmas Day"),
        ("GB", "ENG", date(2026, 12, 28), "Boxing Day (observed)"),
        ("GB", "ENG", date(2026, 12, 29), None),
        ("US", "NY", date(2026, 7, 4), "Independence Day"),
        ("US", None, date(2026, 11, 26), "Thanksgiving Day"),
    ],
)
def test_names_the_holiday_of_a_day(country: str, subdivision: str | None, day: date, name: str | None) -> None:
    assert public_holidays(country, subdivision)(day) == name


def test_names_are_in_the_language_asked_for_where_it_is_known() -> None:
    christmas = date(2026, 12, 25)
    assert public_holidays("DE", "BY", language="en_US")(christmas) == "Christmas Day"
    assert public_holidays("DE", "BY", language="xx")(christmas) == public_holidays("DE", "BY")(christmas)


@pytest.mark.parametrize(
    ("country", "subdivision", "known"),
    [
        ("GB", None, True),
        ("GB", "ENG", True),
        ("GB", "XX", False),
        ("US", "NY", True),
        ("QQ", None, False),
        ("GBR", None, False),
        ("gb", None, False),
    ],
)
def test_says_what_is_supported(country: str, subdivision: str | None, *, known: bool) -> None:
    assert supported(country, subdivision) is known


def test_lists_countries_and_subdivisions_for_hints() -> None:
    assert subdivisions("GB") == ("ENG", "NIR", "SCT", "WLS")
    assert subdivisions("QQ") == ()
    assert {"GB", "US", "FR"} <= set(countries())


@pytest.mark.parametrize(
    ("country", "subdivision", "message"),
    [
        ("QQ", None, "no public holidays are known for QQ"),
        ("GB", "XX", "no public holidays are known for GB XX"),
    ],
)
def test_an_unknown_country_is_refused(country: str, subdivision: str | None, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        public_holidays(country, subdivision)
