"""Country and subdivision → the public holidays of any day, by name; the only importer of `holidays`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import holidays

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


def countries() -> tuple[str, ...]:
    """The ISO codes of the countries whose public holidays we know."""
    return tuple(sorted(code for code in _countries() if len(code) == len("GB")))


def supported(country: str, subdivision: str | None) -> bool:
    """Whether we know the public holidays of the country, and of that part of it."""
    return country in countries() and (subdivision is None or subdivision in subdivisions(country))


def subdivisions(country: str) -> tuple[str, ...]:
    """The codes of the parts of a country that have public holidays of their own."""
    return tuple(_countries().get(country, ()))


def public_holidays(
    country: str, subdivision: str | None, *, language: str | None = None
) -> Callable[[date], str | None]:
    """A function from a day to the name of its public holiday; a year is worked out when first asked for.

    Raises ValueError where `supported` says no.
    """
    if not supported(country, subdivision):
        raise ValueError(f"no public holidays are known for {country} {subdivision or ''}".rstrip())
    known = _languages(country)
    spoken = language if language in known else None

    @cache
    def names_in(year: int) -> dict[date, str]:
        return dict(holidays.country_holidays(country, subdiv=subdivision, years=year, expand=False, language=spoken))

    return lambda day: names_in(day.year).get(day)


@cache
def _countries() -> dict[str, list[str]]:
    return holidays.list_supported_countries(include_aliases=True)


def _languages(country: str) -> tuple[str, ...]:
    return tuple(holidays.country_holidays(country).supported_languages)
