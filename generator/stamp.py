"""A site's `mkdocs.yml` and a clock in, the day that it is there out; SOURCE_DATE_EPOCH takes the clock's place."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.records.reading import read_site_file
from generator.schedule.zoned import zone

VARIABLE = "SOURCE_DATE_EPOCH"


class StampRefused(Exception):  # noqa: N818 - it says what happened
    """The environment names a moment that is none; the text says so."""


def site_day(config: Path, clock: Callable[[ZoneInfo | None], datetime]) -> date:
    """Today by the clocks of the site's own zone, or the day of SOURCE_DATE_EPOCH where that is set."""
    stamp = os.environ.get(VARIABLE)
    if stamp:
        return _day_of(stamp)
    site, _ = read_site_file(config.parent, config)
    return clock(zone(site.settings.timezone) if site else None).date()


def _day_of(stamp: str) -> date:
    try:
        return datetime.fromtimestamp(int(stamp), UTC).date()
    except (ValueError, OverflowError, OSError):  # no number, or one of a year that no calendar has
        raise StampRefused(
            f"{VARIABLE} is set to “{stamp}”, which is no moment in seconds since 1970.\n"
            f"Unset it, set it to a number such as 1795348800, or name the day with --today."
        ) from None
