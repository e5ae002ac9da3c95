"""The names that Windows has for zones → IANA names, from Unicode's own table (CLDR)."""

from babel.core import get_global


def iana_name(windows: str) -> str | None:
    """The zone of a name such as “GMT Standard Time”, or None where it is no name of Windows."""
    found: str | None = get_global("windows_zone_mapping").get(windows)
    return found
